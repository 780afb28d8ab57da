"""What a text itself says of its fiscal year: the month that it begins with."""

from __future__ import annotations

import re

from extract.dates.atoms import month_number

_FISCAL_YEAR = re.compile(
    r"[Ff]iscal\s+(?:[Yy]ear|\d{4})[^.\n]{0,70}?(?:(?:ran|runs|began|begins|starts|starting|beginning|from)\W+(?:from\s+"
    r"|on\s+|in\s+)?(?P<first>July|Sept\.|September|Oct\.|October)\s+1\b|(?:end\w*|closed|through|to)\s+(?:on\s+)?"
    r"(?P<last>June|Aug\.|August|Sept\.|September)\s+3[01])"
    r"|(?P<row>July)(?:\s+1)?\s*(?:to|through|[-–])\s*June[^.\n]{0,20}fiscal|\((?P<alone>July)\s*[-–]\s*June\)"
)
"""A fiscal year that the text defines by its first or last month."""


_FEDERAL = re.compile(r"\bICE\b|\bDHS\b|Immigration and Customs|Homeland Security|Customs and Border")


def by_federal(outlet: str | None) -> bool:
    """Whether the federal side publishes a text: its fiscal years are the federal ones, whoever they are said of."""
    return bool(outlet and _FEDERAL.search(outlet))


def first_month(text: str) -> int | None:
    """The first month of the fiscal year that the text defines first: a local one where it defines several."""
    found = []
    for match in _FISCAL_YEAR.finditer(text):
        last = match["last"]
        found.append(month_number(last) + 1 if last else month_number(match[match.lastgroup or 0]))
    return 7 if 7 in found else found[0] if found else None
