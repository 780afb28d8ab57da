"""Years that are fiscal ones by where they stand: in rows of a table by fiscal year, beside one, written in two."""

from __future__ import annotations

import re
from dataclasses import replace

from extract.dates.atoms import Atom
from extract.dates.resolve import Context

_FISCAL_HEAD = re.compile(r"\bfiscal\s+years?\b|\bFYs?\b", re.I)
_ON_IT = re.compile(r"(?:That|This|It)\s+(?:is|was|compares|compared)\b")
_FISCAL_NUMBER = re.compile(r"(?:\bfiscal(?:\s+years?)?|\bFY)\s?\d", re.I)
_FISCAL_YEARS = re.compile(
    r"\b(?:fiscal|budget)\s+years\s+(?:both\s+)?(?:(?:19|20)\d\d(?:,\s+(?:and\s+)?|\s+and\s+|\s+through\s+|\s+to\s+))+$"
    r"|\bFYs\s*(?:(?:19|20)\d\d(?:,\s+(?:and\s+)?|\s+and\s+))+$",
    re.I,
)
"""What stands before the second and third of "fiscal years 2022, 2023 and 2024"."""
_COUNT_IN = re.compile(
    r"\b(?:from|to|and|against|compared\s+(?:with|to)|than|versus)\s+(?:(?:about|nearly|some|just|only)\s+)?\d[\d,]*\s+(?:[a-z]+\s+)?in\s+$"
)
"""The count that another is measured against, right before its year."""
_TWO_YEARS = re.compile(r"\b(20[0-4]\d)[–-](\d\d)\b(?![-–])")
_IN_TWO = re.compile(
    r"\b[Ff]iscal\s+[Yy]ears?[^.\n]{0,40}?\s(?:19|20)\d\d[-–/]\d\d\b|\bFYs?\s?(?:19|20)\d\d[-–/]\d\d\b"
)
"""A text whose fiscal years are written with both their years: "fiscal year 2024-25"."""


def fiscal_row(atom: Atom, context: Context) -> Atom:
    """A year that begins a line of a table by fiscal year, or is set against one, as that fiscal year: "4,870 in fiscal
    2011, up from 3,912 in 2010"; so are the two years of "236 in 2023-24" in a text that writes its fiscal years so."""
    text = context.text
    if atom.kind == "years":
        first, last = atom.parts["y"], atom.parts["y2"]
        two = len(last) == 2 and (int(first) + 1) % 100 == int(last)
        whole = two and (bool(_IN_TWO.search(text)) or _overlap(text) or _rows_are_fiscal(atom, text))
        return replace(atom, kind="fiscal") if whole else atom
    if atom.kind not in ("year", "short_year"):
        return atom
    if _FISCAL_YEARS.search(text, max(context.sentence[0], atom.start - 60), atom.start):
        return replace(atom, kind="fiscal")
    if (
        atom.kind == "year"
        and _COUNT_IN.search(text, max(context.sentence[0], atom.start - 50), atom.start)
        and _FISCAL_NUMBER.search(text, _leaning_from(context), atom.start)
    ):
        return replace(atom, kind="fiscal")
    return replace(atom, kind="fiscal") if _rows_are_fiscal(atom, text) else atom


def _overlap(text: str) -> bool:
    """Whether "2022-23" and "2023-24" both stand in a text: no calendar years then."""
    firsts = {int(year[1]) for year in _TWO_YEARS.finditer(text) if (int(year[1]) + 1) % 100 == int(year[2])}
    return any(first + 1 in firsts for first in firsts)


def _rows_are_fiscal(atom: Atom, text: str) -> bool:
    """Whether a year begins a row of a table by fiscal year."""
    line = text.rfind("\n", 0, atom.start) + 1
    if not line or text[line : atom.start].strip(" |•-–*\t"):
        return False
    above = text[:line].rstrip("\n").split("\n")[-25:]
    while (
        above
        and re.match(r"[\s|•*–-]*(?:\d{4}\b|[A-Z][\w ,|\t/]{0,40}$)", above[-1])
        and not re.search(_FISCAL_HEAD, above[-1])
    ):
        above.pop()
    return bool(above and re.search(_FISCAL_HEAD, above[-1]))


def _leaning_from(context: Context) -> int:
    """Where the words begin that say whose year it is: the sentence before, where this one goes on about its number."""
    start = context.sentence[0]
    return max(0, start - 120) if _ON_IT.match(context.text, start) else start
