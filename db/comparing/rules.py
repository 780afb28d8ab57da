"""The vocabulary of comparing, checked on load: families of measures, what mistakes what, bases, thresholds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from common.checked_yaml import Key, Shape, read
from common.errors import BadInput

FILE = Path(__file__).with_name("rules.yml")
_NUMBERS = (
    "least_confidence",
    "about", "most", "near_period", "pace", "few", "point_days", "vintage_difference", "vintage_days", "distinctive",
)  # fmt: skip
_SHAPE = Shape(
    {
        **{k: Key(dict, required=True) for k in ("families", "parts_of", "opposites", "basis")},
        **{k: Key(dict, required=True) for k in ("basis_measures", "numbers")},
        **{k: Key(list, required=True) for k in ("mistaken", "self_families", "two_answers", "of_a_part")},
        **{k: Key(list, required=True) for k in ("federal", "observers", "held_families")},
        **{k: Key(dict, required=True) for k in ("holders", "some_people")},
    },
    name="the rules of comparing",
)


@dataclass(frozen=True)
class Rules:
    """`family_of` maps a measure to its family; the numbers are explained in rules.yml."""

    family_of: dict[str, str]
    parts_of: dict[str, str]
    opposites: frozenset[frozenset[str]]
    mistaken: frozenset[frozenset[str]]
    basis: tuple[tuple[str, tuple[str, ...]], ...]
    basis_measures: dict[str, frozenset[str]]
    self_families: frozenset[str]
    holders: tuple[tuple[str, re.Pattern[str]], ...]
    some_people: tuple[tuple[str, re.Pattern[str]], ...]
    some_of_them: re.Pattern[str]
    """Any of these: one look decides for nearly all numbers."""
    federal: re.Pattern[str]
    observers: re.Pattern[str]
    held_families: frozenset[str]
    two_answers: re.Pattern[str]
    of_a_part: re.Pattern[str]
    least_confidence: float
    about: float
    most: float
    near_period: float
    pace: float
    few: float
    point_days: float
    vintage_difference: float
    vintage_days: float
    distinctive: float


@cache
def rules(path: Path = FILE) -> Rules:
    """BadInput names file, line and key of what is wrong."""
    data = _SHAPE.check(read(path), path)
    Shape({key: Key((int, float), required=True) for key in _NUMBERS}, name="numbers").check(data["numbers"], path)
    families = Shape({key: Key(list) for key in data["families"]}, name="families").check(data["families"], path)
    family_of = {measure: family for family, measures in families.items() for measure in measures}
    for index, pair in enumerate(data["mistaken"]):
        for measure in pair:
            if measure not in family_of:
                raise BadInput(f"{path}:{data['mistaken'].line_of(index)}: no such measure '{measure}'; use one of: "
                               f"{', '.join(family_of)}")  # fmt: skip
    return Rules(
        family_of,
        dict(data["parts_of"]),
        frozenset(frozenset((a, b)) for a, others in data["opposites"].items() for b in others),
        frozenset(frozenset(pair) for pair in data["mistaken"]),
        tuple((name, tuple(words)) for name, words in data["basis"].items()),
        {name: frozenset(measures) for name, measures in data["basis_measures"].items()},
        frozenset(data["self_families"]),
        tuple((kind, _any_of(words, path)) for kind, words in data["holders"].items()),
        tuple((kind, _any_of(words, path)) for kind, words in data["some_people"].items()),
        _any_of([word for words in data["some_people"].values() for word in words], path),
        _any_of(data["federal"], path),
        _any_of(data["observers"], path),
        frozenset(data["held_families"]),
        _any_of(data["two_answers"], path),
        _any_of(data["of_a_part"], path),
        **{name: float(data["numbers"][name]) for name in _NUMBERS},
    )


AVERAGES = "averages"
"""The basis of numbers that are so many a day, week or month."""
_PER = re.compile(
    r"[\w' -]{0,30}?\b(?:a|per|each|every) (?:day|week|month|year)\b|[\w' -]{0,24}? (?:daily|on average)\b"
)
_AVERAGE_OF = re.compile(r"\baverag(?:e of|ed|ing|es)(?: about| some| nearly)? $")
_CLAUSE = re.compile(r"(?:U\.?S\.?|[^.,;:()—]){0,70}")


def basis_in(text: str, start: int, end: int) -> str:
    """What the words around a number make it: "two detainers a day" no total, "834 U.S. citizens" a part of all; "" for
    a plain count."""
    if _PER.match(text, end) or _AVERAGE_OF.search(text[max(0, start - 24) : start]):
        return AVERAGES
    clause = _CLAUSE.match(text, end)
    words = clause[0] if clause else ""
    if not rules().some_of_them.search(words):
        return ""
    return next(f"only {kind}" for kind, pattern in rules().some_people if pattern.search(words))


def _any_of(patterns: Any, path: Path) -> re.Pattern[str]:
    """One expression for a list of them; BadInput names the line of one that does not compile."""
    for index, pattern in enumerate(patterns):
        try:
            re.compile(pattern)
        except re.error as error:
            raise BadInput(f"{path}:{patterns.line_of(index)}: '{pattern}' is no expression: {error}") from error
    return re.compile(r"(?<!\w)(?:" + "|".join(patterns) + r")(?!\w)", re.IGNORECASE)


def family(measure: str) -> str:
    return rules().family_of.get(measure, measure)


@lru_cache(maxsize=65536)
def basis(counted: str | None, measure: str) -> str:
    """What is counted beyond the measure: "same" where the noun says nothing special."""
    if not counted:
        return "same"
    lower = counted.lower()
    for name, words in rules().basis:
        if any(word in lower for word in words):
            only = rules().basis_measures.get(name)
            return name if only is None or measure in only else "same"
    return "same"
