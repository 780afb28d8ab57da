"""Events that stand for a day: when a president's term began. The words and days are data, in events.yml."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from extract import vocabulary

_DATA = vocabulary.load_file(
    Path(__file__).with_name("events.yml"),
    {"terms": {str: [str]}, "first_names": [str], "began": [str], "of_term": [str]},
)
_DAYS = {name.lower(): [date.fromisoformat(day) for day in days] for name, days in _DATA["terms"].items()}
_ALL = sorted(day for days in _DAYS.values() for day in days)
_NAMES = "|".join(_DATA["terms"])
_FIRST = "|".join(_DATA["first_names"])
_BEGAN, _OF_TERM = "|".join(_DATA["began"]), "|".join(_DATA["of_term"])
_WHO = rf"(?:(?:then-)?[Pp]resident\s+(?:[A-Z][\w.]*\s+){{0,2}}|(?:{_FIRST})\s+(?:[A-Z]\.\s+)?|Mr\.\s+)?(?:{_NAMES})"
_NTH = r"(?:(?:first|second|new|current)\s+)*"

PATTERN = (
    rf"\b(?P<e>{_WHO}\s+(?:{_BEGAN})|{_WHO}[’']s\s+{_NTH}(?:{_OF_TERM})"
    rf"|(?:the|his)\s+{_NTH}(?:presidential\s+)?(?:inauguration|inaugural|swearing-in)"
    rf"|the\s+(?:current\s+)?president\s+(?:{_BEGAN})"
    rf"|(?:[Tt]he\s+)?{_NTH}(?:(?:{_NAMES})\s+)?{_NTH}administration\s+(?:took\s+office|began|started|came\s+in))\b"
)
NEEDLES = ("augura", "administration", "swearing", "president", *_DATA["terms"])
"""Words of which one must stand in a text for the shape to be worth trying."""


def first_day(words: str, published: date) -> date | None:
    """The first day of the term that the words name, None where none had begun by `published`."""
    low = words.lower()
    days = next((days for name, days in _DAYS.items() if name in low), _ALL)
    begun = [day for day in days if day <= published]
    if re.search(r"\bfirst\b", low):
        begun = begun[:1]
    return begun[-1] if begun else None
