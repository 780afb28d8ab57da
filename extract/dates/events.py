"""Events that stand for a day: when a president's term began. The words and days are data, in events.yml."""

from __future__ import annotations

import re
from datetime import date, timedelta
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
    rf"|(?:the\s+)?(?:start|beginning|dawn|first\s+day)\s+of\s+(?:{_WHO}[’']s\s+|his\s+|the\s+)?{_NTH}"
    rf"(?:(?:{_NAMES})\s+)?(?:term|administration|presidency)"
    rf"|the\s+(?:current\s+)?president\s+(?:{_BEGAN})"
    rf"|(?:[Tt]he\s+)?{_NTH}(?:(?:{_NAMES})\s+)?{_NTH}administration\s+(?:took\s+office|began|started|came\s+in))\b"
)
_OFFICE = "administration|presidency|term"
TERM = (
    rf"\b(?P<e>(?:the\s+)?{_NTH}(?:{_NAMES})\s+(?:administration|presidency|years)"
    rf"|{_WHO}[’']s\s+{_NTH}(?:{_OFFICE})|{_WHO}[’']s\s+(?:time|years)\s+in\s+office)\b"
)


def first_of_term(number: str, unit: str) -> str:
    """The shape of a term's first stretch ("Trump's first 100 days"), from those of a number and of a unit."""
    named = (
        rf"{_WHO}[’']s\s+first\s+(?P<n>{number})\s+(?P<unit>{unit})s?(?:\s+(?:back\s+)?in\s+office)?"
        rf"|(?:the\s+)?(?P<last>last|final)\s+(?:(?P<n3>{number})\s+)?(?P<unit3>{unit})s?\s+of\s+(?:the\s+)?(?:{_WHO}(?:[’']s)?\s+)"
        rf"{_NTH}(?:{_OFFICE})"
        rf"|(?:the\s+)?first\s+(?P<n2>{number})\s+(?P<unit2>{unit})s?\s+of\s+(?:the\s+)?(?:{_WHO}(?:[’']s)?\s+)?"
        rf"{_NTH}(?:{_OFFICE})"
    )
    return rf"\b(?P<e>{named})\b"


def first_day(words: str, published: date) -> date | None:
    """The first day of the term that the words name, None where none had begun by `published`."""
    low = words.lower()
    days = next((days for name, days in _DAYS.items() if name in low), _ALL)
    begun = [day for day in days if day <= published]
    if re.search(r"\bfirst\b(?!\s+day)", low):
        begun = begun[:1]
    return begun[-1] if begun else None


def term(words: str, published: date) -> tuple[date, date | None] | None:
    """First and last day of the term that the words name; no last day where it lasts."""
    start = first_day(words, published)
    if start is None:
        return None
    after = next((day for day in _ALL if day > start), None)
    if "second" not in words.lower() and "first" not in words.lower():
        own = next((days for name, days in _DAYS.items() if name in words.lower()), [])
        run = [day for day in own if day <= start]
        while run and len(run) > 1 and (run[-1] - run[-2]).days < 1500:
            start = run[-2]
            run.pop()
    return start, (after - timedelta(days=1) if after and after <= published else None)
