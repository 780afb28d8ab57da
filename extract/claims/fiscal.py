"""Whose fiscal year it is: a federal count goes by the federal one, from October, whatever else the text says."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from extract.claims.extent import Period
from extract.claims.parties import owner_side, side
from extract.dates import spans

_FISCAL = re.compile(r"\bfiscal\b|\bFYs?\b|\bFY\d", re.I)
_DEFINED = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)", re.I)
_LOCAL_DAYS = {"-07-01", "-06-30"}


def of_claimant(period: Period, claimant: str | None, measure: str) -> Period:
    """The period by the federal fiscal year, where its wording names a fiscal year, defines none, and the count is the
    federal side's (or one that only it can make, put out by others)."""
    whose = side(claimant)
    federal = whose == "federal" or (whose in {"group", "other"} and owner_side(measure) == "federal")
    if not federal or not period.text or not _FISCAL.search(period.text) or _DEFINED.search(period.text):
        return period

    def moved(day: str | None) -> str | None:
        if day is None or day[4:] not in _LOCAL_DAYS:
            return day
        return spans.shift_months(date.fromisoformat(day), 3).isoformat()

    return replace(period, start=moved(period.start), end=moved(period.end))
