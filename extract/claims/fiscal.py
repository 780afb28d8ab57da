"""Whose fiscal year it is: a federal count goes by the federal one, from October, whatever else the text says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from extract.claims.dating import Span
from extract.claims.extent import Period
from extract.claims.parties import owner_side, side
from extract.dates import defined, spans
from extract.dates.fiscal import FEDERAL, LOCAL, OTHER_END

_FISCAL = re.compile(r"\bfiscal\b|\bFYs?\b|\bFY\d", re.I)
_DEFINED = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)", re.I)
_DEFINED_BESIDE = re.compile(
    rf"(?:\bfiscal\b|\bFY\s?\d)[^.;]{{0,30}}\b(?:end|ran|run|clos|began|begin|start)\w*\s(?:on\s|in\s|from\s)?{_DEFINED.pattern}",
    re.I,
)
_LOCAL_OCTOBER = re.compile(
    r"\b(?:county|city|town|parish|jail|sheriff|state|commonwealth|its|their|our)\b[^.]{0,20}\b(?:fiscal|budget) year\b"
    r"[^.]{0,60}\bOct\.?(?:ober)?\s+1\b",
    re.I,
)
"""A local fiscal year that the text says goes with the federal one."""
_RUNNING = re.compile(r"\b(?:new|current|this)\b", re.I)
_OURS = re.compile(r"\bour\s+fiscal\b", re.I)
"""The year of those who write, whoever they say counted in it."""
_SAME = re.compile(r"(?:[a-z]+\s+)?(?:the|that|this)\s+same\b", re.I)
"""What points back to a fiscal year has been told whose it is."""
JULY = 7
"""The first month of most local fiscal years."""
_LATER, _EARLIER = {"-07-01": 3, "-06-30": 3}, {"-10-01": -3, "-09-30": -3}


def of_claimant(
    period: Period,
    claimant: str | None,
    measure: str,
    sentence: str,
    text: str = "",
    outlet: str | None = None,
    told: Sequence[Span] = (),
    published: date | None = None,
) -> Period:
    """The period by the claimant's own fiscal year, where its wording names one and defines none.

    A count of the federal side, or one that only it can make, goes by the federal year; one of those who hold people by
    the local year, unless its sentence speaks of the federal side too.
    """
    if period.text and (_SAME.match(period.text) or _OURS.search(period.text)):
        return period
    if not period.text or not _FISCAL.search(period.text) or _DEFINED.search(period.text):
        return period
    if _DEFINED_BESIDE.search(sentence):
        return period
    whose = side(claimant)
    of_place = LOCAL.search(sentence) and not FEDERAL.search(OTHER_END.sub("", sentence))
    if of_place and defined.first_month(text) == JULY:
        return period  # "It said police got 44 in fiscal 2024. That's July to June here": whoever says it
    if whose == "federal" or (whose in {"group", "other"} and owner_side(measure) == "federal"):
        by = _LATER
    elif (
        whose == "custody"
        and owner_side(measure) != "federal"
        and not defined.by_federal(outlet)
        and _is_local(sentence, text, (period.start, period.end) in told)
    ):
        by = _EARLIER
    else:
        return period

    edge = period.start or period.end
    if edge is None or edge[4:] not in by:
        return period
    start, end = _moved(period.start, by[edge[4:]]), _moved(period.end, by[edge[4:]], last=True)
    if start and published and _RUNNING.search(period.text) and (years := _whole_years(start, published)):
        start, end = _moved(start, 12 * years), _moved(end, 12 * years, last=True)
    return replace(period, start=start, end=end)


def _whole_years(start: str, until: date) -> int:
    """How many whole years a year that is said to be running is over by: "the new fiscal year", told in July."""
    return (until - date.fromisoformat(start)).days // 365


def _is_local(sentence: str, text: str, told: bool) -> bool:
    """Whether the fiscal year of those who hold people begins in July: the text says so, or nothing speaks against.

    `told` is whether a claim before has the federal year: then "to ICE" in the sentence speaks for it too.
    """
    if _LOCAL_OCTOBER.search(text):
        return False
    return not FEDERAL.search(sentence if told else OTHER_END.sub("", sentence)) or defined.first_month(text) == JULY


def _moved(day: str | None, months: int, last: bool = False) -> str | None:
    """A day so many months on; the last day of a month stays one."""
    if day is None:
        return None
    then = date.fromisoformat(day) + timedelta(days=last)
    return (spans.shift_months(then, months) - timedelta(days=last)).isoformat()
