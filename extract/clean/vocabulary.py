"""The YAML beside this code, read once and checked: file and line of what is wrong."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any

import yaml

_HERE = Path(__file__).parent
_WORD_LISTS = frozenset({"interface_words", "mobile_hosts", "redirect_parameters", "redirect_paths"})


class VocabularyError(ValueError):
    """A vocabulary file is not what it should be; the message names file and line."""


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


def _load(name: str, shape: type[Any]) -> Any:
    path = _HERE / name
    return check(path.read_text(encoding="utf-8"), str(path), shape)


def check(source: str, name: str, shape: type[Any]) -> Any:
    """Build `shape` from YAML, or raise `VocabularyError` with file and line."""
    try:
        node = yaml.compose(source)
        data = yaml.safe_load(source)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise VocabularyError(f"{name}:{line}: {error.problem}") from error
    if not isinstance(node, yaml.MappingNode):
        raise VocabularyError(f"{name}:1: expected a mapping of keys")
    lines = {key.value: key.start_mark.line + 1 for key, _ in node.value}
    known = {f.name for f in fields(shape)}
    for key in data:
        if key not in known:
            raise VocabularyError(f"{name}:{lines[key]}: unknown key {key!r}; known are {', '.join(sorted(known))}")
    for key in known - set(data):
        raise VocabularyError(f"{name}:1: the key {key!r} is missing")
    for (key_node, value_node), value in zip(node.value, data.values(), strict=True):
        _check_patterns(name, key_node.value, value_node, value)
    return shape(**data)


def _check_patterns(name: str, key: str, node: yaml.Node, value: Any) -> None:
    items = node.value if isinstance(node, yaml.SequenceNode) else []
    for item, entry in zip(items, value if isinstance(value, list) else [], strict=False):
        if not isinstance(entry, str):
            raise VocabularyError(f"{name}:{item.start_mark.line + 1}: {key} takes text, not {entry!r}")
        if key in _WORD_LISTS:
            continue
        try:
            re.compile(entry)
        except re.error as error:
            raise VocabularyError(f"{name}:{item.start_mark.line + 1}: {entry!r} is no pattern: {error}") from error
