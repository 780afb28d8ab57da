"""Numbers and dates in rows: "40 and 52 in 2023 and 2024", "in 2016, 2017 and 2018", the parts of a sum."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from datetime import date as Date
from itertools import pairwise

from extract.claims.dating import is_day
from extract.claims.extent import NOTHING, Period, union
from extract.claims.frames import Frame
from extract.claims.reading import Reading, Unit
from extract.claims.stretches import day_moved
from extract.dates import spans
from extract.model import DateMention

_COMMA = re.compile(r"(?:,|,?\s+and)\s+(?:in\s+|for\s+)?")
_AND = re.compile(r"(?:\s+\w+){0,2},?\s+and\s+(?:\w+\s+)?")
_TWO = re.compile(r"\b(?:two|both)\s+(?:(?:fiscal|calendar)\s+)?years\b", re.I)
_OF_WHICH = re.compile(r"\b(?:of|among)\s+(?:which|whom|those|these|them)\b[^.;]{0,30}$", re.I)
"""What makes the numbers behind a row of dates parts of the one before it: "in 2018 and 2019, of which 40 were"."""
_NEXT_OF_ROW = re.compile(r"(?:\s+detainers?)?(?:,|,?\s+and|,\s+then)\s+")
"""What stands between the numbers of a row."""


def of_parts(reading: Reading, unit: Unit, frame: Frame, dates: Sequence[DateMention]) -> Period:
    """ "There have been 149: 31 in 2020, 12 in 2021 ...": a sum holds from the first of its parts to the last."""
    colon = reading.text.find(":", frame.count.end, unit.end)
    parts = [d for d in dates if d.start > colon >= 0 and d.period_start and (d.period_end or d.kind == "since")]
    if len(parts) < 2:
        return NOTHING
    counts = reading.within(reading.counts, colon, unit.end)
    if sum(c.value for c in counts if c.form not in {"all", "share"} and c.unit == "count") != frame.count.value:
        return NOTHING
    parts = parts[: len(counts)]  # "972 in 2017 and 1,106 in 2018, by figures given in the spring"
    return replace(union([(d.period_start, d.period_end) for d in parts]), rule="of its parts")


def respectively(
    reading: Reading, unit: Unit, frame: Frame, neighbours: Sequence[Frame], dates: Sequence[DateMention]
) -> DateMention | None:
    """ "40 and 52 in 2023 and 2024", "agreed to 12 and 19, respectively": the first number has the first date."""
    text = reading.text
    row = [frame]
    for near in sorted((f for f in neighbours if f.count.start > frame.count.start), key=lambda f: f.count.start):
        if re.fullmatch(r"(?:\s+\w+){0,2}(?:,|,?\s+and)\s+", text[row[-1].count.end : near.count.start]):
            row.append(near)
    for near in sorted((f for f in neighbours if f.count.start < frame.count.start), key=lambda f: -f.count.start):
        if re.fullmatch(r"(?:\s+\w+){0,2}(?:,|,?\s+and)\s+", text[near.count.end : row[0].count.start]):
            row.insert(0, near)
    after = [d for d in dates if d.start >= row[-1].count.end]
    before = [d for d in dates if d.end <= row[0].count.start]
    rows = [some for some in (after[: len(row)], before[-len(row) :]) if len(some) == len(row) > 1]
    told = next((some for some in rows if _in_a_row(text, some) and not _longer(text, some, dates)), None)
    if (year := _nth_of_range(reading, frame, dates)) is not None:
        return year
    if len(row) < 2 or not (told or "respectively" in text[row[-1].count.end : unit.end]):
        return None
    series = told or list(dates)
    return series[row.index(frame)] if len(series) == len(row) else None


def _in_a_row(text: str, dates: Sequence[DateMention]) -> bool:
    """Whether dates stand side by side: "2023 and 2024"."""
    joint = re.compile(r"(?:,|,?\s+and)\s+(?:in\s+|for\s+)?")
    return all(joint.fullmatch(text, a.end, b.start) for a, b in pairwise(dates))


def _longer(text: str, row: Sequence[DateMention], dates: Sequence[DateMention]) -> bool:
    """Whether more dates stand in a row than are taken of it: two numbers are not those of two of its three years."""
    return any(_in_a_row(text, (d, row[0])) or _in_a_row(text, (row[-1], d)) for d in dates)


def _nth_of_range(reading: Reading, frame: Frame, dates: Sequence[DateMention]) -> DateMention | None:
    """ "9, 4, 4 and 7 from 2021 through 2024": as many numbers in a row as the range has years are its years' own."""
    text, counts = reading.text, reading.counts
    here = bisect_left(counts, frame.count.start, key=lambda count: count.start)
    if here == len(counts) or counts[here].start != frame.count.start:
        return None
    first = last = here
    while first and _NEXT_OF_ROW.fullmatch(text, counts[first - 1].end, counts[first].start):
        first -= 1
    while last + 1 < len(counts) and _NEXT_OF_ROW.fullmatch(text, counts[last].end, counts[last + 1].start):
        last += 1
    size = last - first + 1
    for date in dates:
        fits = size >= (2 if _TWO.search(date.text) else 3) and date.kind in {"range", "back", "anaphoric"}
        if not fits or not date.period_start or not date.period_end:
            continue
        span = spans.Span(Date.fromisoformat(date.period_start), Date.fromisoformat(date.period_end))
        if span.start and span.start.day == 1 and span == spans.starting(span.start, size, "year"):
            part = spans.starting(spans.shift_months(span.start, 12 * (here - first)), 1, "year")
            assert part.start and part.end
            return replace(date, period_start=part.start.isoformat(), period_end=part.end.isoformat())
    return None


def listed(reading: Reading, date: DateMention, dates: Sequence[DateMention], order: Sequence[Frame]) -> Period | None:
    """ "In 2016, 2017 and 2018": three years or months and more in a row, as one."""
    points = [d for d in dates if d.kind == "point" and not is_day(d)]
    if date not in points or len(points) < 3:
        return None
    first = last = points.index(date)
    while first and _COMMA.fullmatch(reading.text, points[first - 1].end, points[first].start):
        first -= 1
    while last + 1 < len(points) and _COMMA.fullmatch(reading.text, points[last].end, points[last + 1].start):
        last += 1
    row = points[first : last + 1]
    if len(row) < 3 or each_its_own(reading, row[0].start, order):
        return None
    whole = union([(d.period_start, d.period_end) for d in row])
    return replace(whole, text=reading.text[row[0].start : row[-1].end], rule="listed")


def adjoin(date: DateMention, other: DateMention) -> bool:
    """ "Fiscal year 2012 and the first four months of fiscal 2013": the second begins where the first ends."""
    lasting = {date.kind, other.kind} & {"range"}
    return bool(lasting and date.period_end and other.period_start == day_moved(date.period_end, 1))


def each_its_own(reading: Reading, start: int, order: Sequence[Frame]) -> bool:
    """Whether numbers behind two dates may be one of each: two side by side, not one with a part of it."""
    behind = [f.count for f in order if f.count.start > start]
    if not behind or _OF_WHICH.search(reading.text, start, behind[0].start):
        return False
    before = [c for c in reading.counts if start < c.start <= behind[-1].start]
    return any(_AND.fullmatch(reading.text, a.end, b.start) for a, b in pairwise(before)) or len(behind) > 1
