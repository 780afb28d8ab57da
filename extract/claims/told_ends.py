"""Ranges one end of which was told before: "between then and May", "between Jan. 1, 2024, and that date"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.claims.dating import Span, usable
from extract.claims.reading import Reading, Unit
from extract.claims.stretches import day_moved
from extract.model import DateMention

_THEN = re.compile(r"\b(?:between|from)\s+then\s+(?:and|to|until|through|till)\s+", re.I)
_BETWEEN = re.compile(r"\b(?:between|from)\s+", re.I)
_AND_THAT = re.compile(r",?\s+(?:and|to|until|through|till)\s+(?:then|that\s+(?:date|day|month|point|time))\b", re.I)
NEAR_SINCE = 400
"""Characters before a bare "since" in which a date may have said since when."""


def mentions(reading: Reading, unit: Unit, last: Span) -> Iterator[DateMention]:
    """The ranges of a sentence that begin or end where what was told before does, as dates of kind `back`."""
    yield from _from_then(reading, unit, last)
    yield from _to_that_date(reading, unit)


def _from_then(reading: Reading, unit: Unit, last: Span) -> Iterator[DateMention]:
    """ "Another 41 between then and May": from the day after the period spoken of."""
    for match in _THEN.finditer(reading.text, unit.start, unit.end):
        date = next((d for d in reading.dates if match.start() < d.start <= match.end() + 4 < d.end + 4), None)
        own = [d for d in usable(reading, unit) if d.end <= match.start() and d.period_end]
        told = own[-1].period_end if own else last[1]
        start = day_moved(told, 1) if told else None
        if date is not None and date.period_end and (start is None or start > date.period_end):
            start = _told_before(reading, match.start(), date.period_end)
        if date is not None and date.period_end and start and start <= date.period_end:
            text = reading.text[match.start() : date.end]
            yield DateMention(text, match.start(), date.end, None, start, date.period_end, "back")


def _told_before(reading: Reading, at: int, end: str) -> str | None:
    """ "The order of May 3 reversed a 2013 policy. Between then and 2016 it got 60": the last date told that is before
    the end, from its own first day."""
    near = [d for d in reading.before(at) if at - d.end < NEAR_SINCE and d.kind in {"point", "since", "fiscal_year"}]
    return next((d.period_start for d in reversed(near) if d.period_start and d.period_start < end[:4]), None)


def _to_that_date(reading: Reading, unit: Unit) -> Iterator[DateMention]:
    """ "Between Jan. 1, 2024, and that date", after "data that run through July 31"."""
    for first in reading.within(reading.dates, unit.start, unit.end):
        match = _AND_THAT.match(reading.text, first.end, unit.end)
        lead = _BETWEEN.search(reading.text, max(unit.start, first.start - 10), first.start)
        if match is None or not first.period_start or not (lead or _BETWEEN.match(first.text + " ")):
            continue
        told = [d for d in reading.before(first.start) if d.period_end and d.period_end > first.period_start]
        if told and first.start - told[-1].end < NEAR_SINCE:
            start = lead.start() if lead else first.start
            text = reading.text[start : match.end()]
            yield DateMention(text, start, match.end(), None, first.period_start, told[-1].period_end, "back")
