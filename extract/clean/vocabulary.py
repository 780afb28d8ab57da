"""The YAML beside this code, read once and checked: file and line of what is wrong."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, get_type_hints

from common.checked_yaml import Key, Shape, parse
from common.errors import BadInput

_HERE = Path(__file__).parent
_WORD_LISTS = frozenset({"interface_words", "mobile_hosts", "redirect_parameters", "redirect_paths"})
_Vocabulary = TypeVar("_Vocabulary")


@dataclass(frozen=True)
class Addresses:
    """`addresses.yml`."""

    tracking_parameters: list[str]
    version_parameters: dict[str, list[str]]
    version_paths: list[str]
    mobile_hosts: list[str]
    redirect_parameters: list[str]
    redirect_paths: list[str]


@dataclass(frozen=True)
class Furniture:
    """`furniture.yml`: patterns for whole blocks of text, and words that only furniture is made of."""

    related_headings: list[str]
    tail_headings: list[str]
    interface_lines: list[str]
    interface_words: list[str]
    prompts: list[str]
    credits: list[str]
    protected_email: str


@dataclass(frozen=True)
class Markers:
    """`markers.yml`: what tells the kinds of page apart."""

    challenge_markup: list[str]
    challenge_text: list[str]
    consent_text: list[str]
    consent_hosts: list[str]
    paywall_markup: list[str]
    paywall_text: list[str]
    javascript_text: list[str]
    index_paths: list[str]
    live_words: list[str]


@cache
def addresses() -> Addresses:
    """Addresses of the same page."""
    return _load("addresses.yml", Addresses)


@cache
def furniture() -> Furniture:
    """What surrounds an article."""
    return _load("furniture.yml", Furniture)


@cache
def markers() -> Markers:
    """Kinds of page."""
    return _load("markers.yml", Markers)


@cache
def pattern(kind: str, key: str) -> re.Pattern[str]:
    """All patterns under one key of `furniture` or `markers` as one, case ignored."""
    entries = getattr({"furniture": furniture, "markers": markers}[kind](), key)
    return re.compile("|".join(f"(?:{entry})" for entry in entries), re.IGNORECASE)


def _load(name: str, shape: type[_Vocabulary]) -> _Vocabulary:
    path = _HERE / name
    return check(path.read_text(encoding="utf-8"), str(path), shape)


def check(source: str, name: str, shape: type[_Vocabulary]) -> _Vocabulary:
    """Build one of the classes above from YAML; BadInput names file, line and what is wrong."""
    kinds = {"str": str, "dict": dict, "list": list}
    hints = get_type_hints(shape)
    keys = {f.name: Key(kinds[getattr(hints[f.name], "__name__", "list")], required=True) for f in fields(shape)}  # type: ignore[arg-type]
    data = Shape(keys, name="the vocabulary").check(parse(source, name), name)
    for key, entries in data.items():
        for index, entry in enumerate(entries if isinstance(entries, list) else []):
            _check_entry(entry, key, f"{name}:{entries.line_of(index)}")
    return shape(**data)


def _check_entry(entry: Any, key: str, where: str) -> None:
    if not isinstance(entry, str):
        raise BadInput(f"{where}: {key} takes text, not {entry!r}; put it in quotation marks")
    if key not in _WORD_LISTS:
        try:
            re.compile(entry)
        except re.error as error:
            raise BadInput(f"{where}: {entry!r} is no regular expression: {error}; mend it") from error
