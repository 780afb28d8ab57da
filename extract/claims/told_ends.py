"""Ranges one end of which was told before: "between then and May", "between Jan. 1, 2024, and that date"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.claims import happened
from extract.claims.dating import Span, length, usable
from extract.claims.extent import BEFORE_EVENT
from extract.claims.reading import Reading, Unit
from extract.claims.stretches import day_moved, years_moved
from extract.model import DateMention

_THEN = re.compile(r"\b(?:between|from)\s+then\s+(?:and|to|until|through|till)\s+", re.I)
_BETWEEN = re.compile(r"\b(?:between|from)\s+", re.I)
_AND_THAT = re.compile(r",?\s+(?:and|to|until|through|till)\s+(?:then|that\s+(?:date|day|month|point|time))\b", re.I)
_WHAT = (
    r"(?P<event>(?:the|its|his|her|their|that|an?|when|[A-Z][\w’']*)\s+(?!then\b)"
    r"(?:(?!(?:and|but|until|through|till|to|the\s+(?:end|start|beginning|middle))\b)[^\s.,;:“”\"\d]+\s+){0,7}?"
)
_JOINED = r"(?:and|to|until|through|till|up\s+to)"
_TO_EVENT = re.compile(rf",?\s+{_JOINED}\s+{_WHAT}[^\s.,;:“”\"\d]+)(?=\s*[,.;:”\"])")
_FROM_EVENT = re.compile(
    rf"\b(?:[Bb]etween|[Ff]rom|[Aa]fter)\s+{_WHAT}){_JOINED}\s+(?:the\s+(?:end|start|middle)\s+of\s+)?$"
)
_LEAD = re.compile(r"(?:through|until|up to|to)\s+(?:the\s+(?:end|start|middle)\s+of\s+)?|the\s+(?:end|start)\s+of\s+")
"""A range that ends, or begins, with something told elsewhere: "between December 2016 and the ruling"."""
NEAR_SINCE = 400
"""Characters before a bare "since" in which a date may have said since when."""


def mentions(reading: Reading, unit: Unit, last: Span) -> Iterator[DateMention]:
    """The ranges of a sentence that begin or end where what was told before does, as dates of kind `back`."""
    yield from _from_then(reading, unit, last)
    yield from _to_that_date(reading, unit)
    yield from _of_event(reading, unit)
    yield from _until_event(reading, unit)


def _of_event(reading: Reading, unit: Unit) -> Iterator[DateMention]:
    """ "Between December 2016 and the ruling", "between the Lunn ruling and the end of 2017"."""
    for date in reading.within(reading.dates, unit.start, unit.end):
        if not date.period_start or not date.period_end or date.kind == "range":
            continue
        lead = _BETWEEN.search(reading.text, max(unit.start, date.start - 10), date.start)
        to = _TO_EVENT.match(reading.text, date.end, unit.end) if lead or _BETWEEN.match(date.text + " ") else None
        if to is not None and (last := _day_of(reading, unit, to)) is not None:
            end = last.period_start if last.kind == "since" else last.period_end
            if end and end > date.period_start:
                yield _ranging(reading, lead.start() if lead else date.start, to.end(), date.period_start, end)
            continue
        since = _FROM_EVENT.search(reading.text, max(unit.start, date.start - 110), date.start + _lead_of(date))
        first = _day_of(reading, unit, since) if since is not None else None
        if since is not None and first is not None and first.period_start and first.period_start < date.period_end:
            yield _ranging(reading, since.start(), date.end, first.period_start, date.period_end)


def _ranging(reading: Reading, start: int, end: int, first: str, last: str) -> DateMention:
    return DateMention(reading.text[start:end], start, end, None, first, last, "range")


def _until_event(reading: Reading, unit: Unit) -> Iterator[DateMention]:
    """ "It loosened its rules in December. It honored three before the order was reversed on Jan. 4"."""
    dates = reading.within(reading.dates, unit.start, unit.end)
    if len(dates) != 1 or not dates[0].period_end or dates[0].kind != "point":
        return
    lead = BEFORE_EVENT.search(reading.text, unit.start, dates[0].start)
    event = happened.then(reading, unit, unit.start) if lead is not None else None
    if lead is None or event is None or not event.period_start or not happened.changes(reading, event):
        return
    if event.period_start < dates[0].period_end:
        text = reading.text[lead.start() : dates[0].end]
        yield DateMention(text, lead.start(), dates[0].end, None, event.period_start, dates[0].period_end, "back")


def _lead_of(date: DateMention) -> int:
    """The characters of a date that only lead to it: "the end of 2017", "through May"."""
    lead = _LEAD.match(date.text)
    return lead.end() if lead is not None else 0


def _day_of(reading: Reading, unit: Unit, match: re.Match[str]) -> DateMention | None:
    return happened.event(reading, unit, match.start("event"), match.end("event"))


def _from_then(reading: Reading, unit: Unit, last: Span) -> Iterator[DateMention]:
    """ "Another 41 between then and May": from the day after the period spoken of."""
    for match in _THEN.finditer(reading.text, unit.start, unit.end):
        date = next((d for d in reading.dates if match.start() < d.start <= match.end() + 4 < d.end + 4), None)
        own = [d for d in usable(reading, unit) if d.end <= match.start() and d.period_end]
        told = own[-1].period_end if own else last[1]
        start = day_moved(told, 1) if told else None
        end = date.period_end if date is not None else None
        if date is None or end is None:
            continue
        event = happened.then(reading, unit, match.start()) if start is None else None
        if event is not None and event.period_start and happened.changes(reading, event):
            start, end = event.period_start, _after_event(event, date, end)
        if start is None or start > end:
            start = _told_before(reading, match.start(), end)
        if start and start <= end:
            text = reading.text[match.start() : date.end]
            yield DateMention(text, match.start(), date.end, None, start, end, "back")


def _after_event(event: DateMention, date: DateMention, end: str) -> str:
    """ "It began in September 2014. From then through November": of that year, where the end is written without one."""
    year, start = re.search(r"\b\d{4}\b", event.text), event.period_start or ""
    if year is None or re.search(r"\d{4}|year|last|this", date.text) or length(start, end) is None:
        return end
    moved = years_moved((end, end), int(start[:4]) + (end[5:] < start[5:]) - int(end[:4]))
    return (moved[1] if moved else None) or end


def _told_before(reading: Reading, at: int, end: str) -> str | None:
    """ "The order of May 3 reversed a 2013 policy. Between then and 2016 it got 60": the last date told that is before
    the end, from its own first day."""
    near = [d for d in reading.before(at) if at - d.end < NEAR_SINCE and d.kind in {"point", "since", "fiscal_year"}]
    return next((d.period_start for d in reversed(near) if d.period_start and d.period_start < end[:7]), None)


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
