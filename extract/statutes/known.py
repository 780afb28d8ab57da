"""Laws known by name (vocabulary/statutes.yml), chosen by place where one name stands for several."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from extract import vocabulary
from extract.places import NAMES, Setting

KINDS = vocabulary.one_of(
    "statute", "ordinance", "regulation", "ruling", "policy", "executive order", "form", "constitution"
)
SHAPE = {
    "laws": [
        {
            "name": str,
            "kind": KINDS,
            "citation?": str,
            "jurisdiction?": str,
            "year?": int,
            "needles": [str],
            "patterns": [re.Pattern],
        }
    ],
    "false_friends": [re.Pattern],
}


@dataclass(frozen=True)
class Law:
    """One law as found: `name` as it is to be called, `text[start:end]` its words, `key` what makes two of them one."""

    name: str
    kind: str
    citation: str | None
    start: int
    end: int
    jurisdiction: str | None = None
    canonical: str | None = None
    weak: bool = False
    """Named only by what it is ("a 2017 state court ruling"): yields to a proper name beside it."""


@cache
def words() -> dict[str, Any]:
    return vocabulary.load("statutes", SHAPE)


@cache
def _patterns() -> list[tuple[tuple[str, ...], re.Pattern[str], dict[str, Any]]]:
    """(words of which one must be in the text, pattern, entry): the words spare the pattern a useless run."""
    return [
        (tuple(law["needles"]), re.compile(rf"(?<![\w(]){p.pattern}(?!\w)"), law)
        for law in words()["laws"]
        for p in law["patterns"]
    ]


def blank(text: str) -> str:
    """The text with false friends blanked out, offsets kept."""
    for pattern in words()["false_friends"]:
        text = pattern.sub(lambda m: " " * len(m[0]), text)
    return text


def find(text: str, where: Setting) -> list[Law]:
    """The known laws of the text; of several with one name the one of the article's place, or the bare name."""
    found: dict[tuple[int, int], list[dict[str, Any]]] = {}
    for needles, pattern, law in _patterns():
        if not any(needle in text for needle in needles):
            continue
        for match in pattern.finditer(text):
            found.setdefault(match.span(), []).append(law)
    spans = sorted(found, key=lambda span: (span[0], -span[1]))
    out: list[Law] = []
    for start, end in spans:
        if out and start < out[-1].end:
            continue
        if known := _law(text[start:end], found[start, end], start, end, where):
            out.append(known)
    return out


_BARE = re.compile(r"[A-Z][a-z]+(?:-[A-Z][a-z]+)?")
_GIVEN = re.compile(
    r"(?<![.!?][ ])\b(?!(?:In|Since|Under|After|Before|Until|By|From|With|The|And|But|Citing|See)\b)[A-Z][a-z]+[ ]$"
)


def is_person(text: str, law: Law) -> bool:
    """Whether a case's bare name is that of whom it is called after: "in a suit by Maria Miranda-Olivares"."""
    bare = law.kind == "ruling" and _BARE.fullmatch(text, law.start, law.end)
    return bool(bare) and _GIVEN.search(text, max(0, law.start - 20), law.start) is not None


def _law(wording: str, entries: list[dict[str, Any]], start: int, end: int, where: Setting) -> Law | None:
    entry = next((e for e in entries if _is_of(e.get("jurisdiction"), where)), None)
    generic = wording.startswith(("a ", "the ", "city"))
    shared = [e for e in words()["laws"] if any(p.fullmatch(wording) for p in e["patterns"])]
    numbered = re.search(r"(?:Bill|[HSA]\.?B\.?)\s?\d", wording)
    if len(shared) == 1 and entry is None and not numbered and not generic:
        entry = shared[0]
    if entry is None and numbered and shared and (shared[0].get("jurisdiction") or "-") in wording:
        entry = shared[0]
    if entry is None:
        if generic:
            return None
        return Law(wording, "statute", wording if numbered else None, start, end)
    bare = len(shared) > 1
    told = generic and entry["kind"] != "ruling"
    name = wording if told or (bare and len(wording.split()) <= 2) else entry["name"]
    canonical = ", ".join(filter(None, [entry["name"], entry.get("citation")]))
    return Law(name, entry["kind"], entry.get("citation"), start, end, entry.get("jurisdiction"), canonical)


def _is_of(jurisdiction: str | None, where: Setting) -> bool:
    """Whether a law of that place is one of where the article plays."""
    if jurisdiction in (None, "United States"):
        return True
    name, _, state = jurisdiction.rpartition(", ")
    if name:
        return where.state == state and where.city == name
    return where.state_name == state or NAMES.get(where.state or "") == state
