"""Figures that a text takes back: "31 requests, not 13" in a correction's headline, "withdrew the figure of 45"."""

from __future__ import annotations

import re
from functools import lru_cache

from extract.claims.frames import Frame
from extract.claims.reading import Reading
from extract.numerals import grammar, number

LEAD = 500
"""Characters of a text's beginning in which it says that a number is put right."""
LEAST = 10
"""A value under this is likely one of several things of a text."""
MENDS = (
    r"(?:re-?vis(?:es?|ed|ing|ions?)|correct(?:s|ed|ing|ion)\b(?! (?:officer|department|facilit))|recount\w*"
    r"|restat\w+|amend(?:s|ed)|typo\w*|misprint\w*|transposed|misread|miscount\w*|double-counted"
    r"|(?:flip|swap|switch|revers|scrambl|invert)\w*\s+(?:(?:the|its|his|her|two|some)\s+){0,2}(?:digits?|numbers)"
    r"|overstated|understated|walks? back|take[sn]? back|withdr[ae]w\w*|retract\w*|clerical)"
)
MENDED = re.compile(rf"\b{MENDS}\b|^update\s*:", re.I)
"""How a headline says that whoever gave a number has put it right."""
PUTS_RIGHT = re.compile(rf"\b(?:{MENDS}|errors?|mistake\w*|mistook|wrong|apologi[sz]\w+)\b|^update\s*:", re.I)
"""How a headline or lead says that a number is put right, or that somebody takes it for wrong."""
NOT = re.compile(r"(?:,|\band|\bbut|—|–|-)\s+not\s+(?:the\s+|just\s+)?", re.I)
TAKES_BACK = (
    r"withdr(?:ew|awn|aws?)|retract(?:ed|s)|disavow(?:ed|s)|recant(?:ed|s)|(?:took|takes|taken|walk(?:ed|s)) back"
    r"|back(?:ed|s) (?:off|away from)"
)
"""What is done with a figure, or with anything said, that is taken back."""
TAKEN_BACK = re.compile(
    rf"\b(?:{TAKES_BACK}|retract|disavow|disown(?:ed|s)?|rescind(?:ed|s)?|scrap(?:ped|s)|pull(?:ed|s) back)\s+"
    r"(?:(?:the|his|her|its|their|that|an|earlier|first|original|previous|initial|agency[’']s|office[’']s)\s+)*"
    r"(?:figure|number|count|total|claim|estimate|statement|tally)\s+(?:of|that it was)\s+",
    re.I,
)
"""Before a number that somebody takes back."""
HAD_SAID = re.compile(
    r"\bhad\s+(?:(?:first|earlier|previously|originally|initially|once|mistakenly)\s+)?(?:put|given|reported|listed|set|announced|stated)"
    r"\s+(?:the|that|it|its|his|her|their|a)\b[^.;,\d]{0,40}\s(?:at|as|of)\s+",
    re.I,
)
"""Before what somebody had said until a text put it right: "had put the total at 13"."""
HAD_REPORTED = re.compile(
    r"(?<!\bICE )(?<!agency )(?<!agents )\bhad\s+"
    r"(?:(?:first|earlier|previously|originally|initially|once|mistakenly)\s+)?"
    r"(?:reported|listed|announced|stated|given|published|posted|told\s+[^.;,\d]{2,40})\s+(?:only\s+|just\s+)?"
    r"(?=[\w,-]+(?:[.;,]|\s+(?:in|last|on|earlier|before|at)\b))",
    re.I,
)
"""Before what he had said who has since put it right: "had reported 121 in March"."""
WAS_NOT = re.compile(
    r"\b(?:it|that|this|(?:number|figure|count|total|tally))\s+(?:was|is)(?:n[’']t|\s+not)\s+(?:actually\s+|the\s+)?",
    re.I,
)
"""Before what a correction says that a number is not: "It was not 60"."""


def superseded(reading: Reading, frame: Frame) -> bool:
    """Whether a number's value is one that the text itself puts right or takes back."""
    count = frame.count
    if count.unit != "count" or count.value_max is not None or not count.value >= LEAST:
        return False
    until = taken_back(reading.text, reading.document.title or "").get(count.value)
    return until is not None and count.start < until


@lru_cache(maxsize=8)
def taken_back(text: str, title: str) -> dict[float, int]:
    """The values that a text takes back, with where it ends to be said of them: behind the words that take one back it
    is told of something else."""
    gone = {number(m["number"]): m.end() for m in _numbers(text, TAKEN_BACK)}
    return gone | dict.fromkeys(_put_right(text, title), len(text))


def _put_right(text: str, title: str) -> set[float]:
    """The values that a correction puts others in the place of."""
    found: set[float] = set()
    if PUTS_RIGHT.search(title) or PUTS_RIGHT.search(text[:LEAD]):
        found |= {number(m["number"]) for m in _numbers(title, NOT)}
    if PUTS_RIGHT.search(title):
        wordings = (HAD_SAID, WAS_NOT, HAD_REPORTED) if MENDED.search(title) else (HAD_SAID, WAS_NOT)
        found |= {number(m["number"]) for wording in wordings for m in _numbers(text, wording)}
    return found


def _numbers(text: str, before: re.Pattern[str]) -> list[re.Match[str]]:
    """The numbers of a text behind a wording."""
    found = []
    for match in before.finditer(text):
        what = grammar().match(text, match.end())
        if what is not None and not (what["percent"] or what["share"] or what["odds"]):
            found.append(what)
    return found
