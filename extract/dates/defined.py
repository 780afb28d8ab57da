"""What a text itself says of its fiscal year: the month that it begins with."""

from __future__ import annotations

import re

from extract.dates.atoms import month_number

_FIRST = r"(?:July|JULY|Sept\.|September|Oct\.|October)"
_LAST = r"(?:June|JUNE|Aug\.|August|Sept\.|September)"
_FISCAL_YEAR = re.compile(
    rf"(?:[Ff]iscal\s+(?:[Yy]ears?|\d{{4}})|(?:[Bb]udget|[Rr]eporting)\s+years?|\bFYs?(?![a-zA-Z]))(?:"
    rf"[^.\n]{{0,30}}?(?:\(|,\s|:\s|\bis\s|\bfrom\s)(?P<dated>{_FIRST})\s+1,\s+\d{{4}},?\s*(?:to|through|[-–])\s*{_LAST}\s+3[01],\s+\d{{4}}|"
    rf"[^.\n]{{0,70}}?(?:(?:ran|runs?|began|begins?|starts?|starting|beginning|from)\W+(?:from\s+|on\s+|in\s+)?"
    rf"(?P<first>{_FIRST})(?:\s+1\b|\s+(?:to|through)\s+{_LAST})"
    rf"|(?:end\w*|closed|through|to)\s+(?:on\s+)?(?P<last>{_LAST})\s+3[01]"
    rf"|(?:\(|,\s|\bis\s|\bmeans\s)(?P<named>{_FIRST})(?:\s+1)?\s*(?:to|through|[-–])\s*{_LAST}\b(?!(?:\s+3[01])?,?\s+\d{{4}}))"
    rf"|[^.\n]{{0,30}}?\b(?P<full>{_FIRST})\s+1,?\s+\d{{4}},?\s*(?:to|through|[-–—])\s*{_LAST}\s+3[01],?\s+\d{{4}}"
    rf"|\s+(?:that\s+|which\s+)?(?:just\s+)?(?:ended|ends|ending|closed|closes|closing)\s+in\s+(?:last\s+)?(?P<month>{_LAST})\b"
    rf"|[^\n]{{0,60}}?[.;]\s+(?:That|This|It|Ours)(?:[’']s|\s+is|\s+means|\s+runs|\s+ran|\s+goes|\s+begins|\s+began|\s+starts)"
    rf"\s+(?:from\s+|in\s+|on\s+)?(?P<told>{_FIRST})(?:\s+1\b|\s+(?:to|through)\s+{_LAST}))"
    rf"|(?P<start>{_FIRST})\s+1,?\s+(?:\d{{4}},\s+)?(?:the\s+(?:start|beginning|first\s+day)\s+of|when)\s+(?:the|its|our|a)\s+(?:new\s+)?"
    rf"(?!federal)(?:\w+(?:[’']s)?\s+)?(?:fiscal|budget)\s+year"
    rf"|(?P<stop>{_LAST})\s+3[01],?\s+(?:\d{{4}},\s+)?(?:the\s+(?:end|close|last\s+day)\s+of|when)\s+(?:the|its|our|a)\s+"
    rf"(?!federal)(?:\w+(?:[’']s)?\s+)?(?:fiscal|budget)\s+year"
    rf"|(?P<row>July)(?:\s+1)?\s*(?:to|through|[-–])\s*June[^.\n]{{0,20}}fiscal"
    rf"|\bthat\s+year,?\s+(?:which|that)\s+(?:ended|ends|ran\s+through|closed)\s+(?:on\s+)?(?P<over>June)\s+30|\((?P<alone>July)\s*[-–]\s*June\)"
)
"""A fiscal year that the text defines by its first or last month: "fiscal 2024. That's July to June here"."""


_FEDERAL = re.compile(
    r"\bICE\b|\bDHS\b|Immigration and Customs|Homeland Security|Customs and Border|\bTRAC\b|Transactional Records"
    r"|Deportation Data"
)


def by_federal(outlet: str | None) -> bool:
    """Whether the federal side publishes a text, or who keeps its records: its fiscal years are the federal ones,
    whoever they are said of."""
    return bool(outlet and _FEDERAL.search(outlet))


def first_month(text: str) -> int | None:
    """The first month of the fiscal year that the text defines first: a local one where it defines several."""
    found = []
    for match in _FISCAL_YEAR.finditer(text):
        last = match["last"] or match["month"] or match["over"] or match["stop"]
        found.append(month_number(last) + 1 if last else month_number(match[match.lastgroup or 0]))
    return 7 if 7 in found else found[0] if found else None
