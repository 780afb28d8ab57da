"""The period of a table's cell: that of its column's head, within it the quarter or month of its row."""

from __future__ import annotations

import re
from datetime import date as Date

from extract.claims import tables
from extract.claims.dating import is_day
from extract.claims.extent import NOTHING, Period, union
from extract.claims.reading import Reading, Unit
from extract.dates import spans
from extract.model import DateMention

_CELL = re.compile(r"(?<![\w.,])[-−+]?\d[\d,]*(?:\.\d+)?%?(?![\w])")
_TOTAL = re.compile(r"\b(?:total|all|sum|overall|together)\b", re.I)
_SENTENCE = re.compile(r"[.?!][”\"’']?\s*$")
LINES_UP = 20
"""Lines above a row that may hold the heads of its columns."""


def of_cell(reading: Reading, unit: Unit, position: int) -> Period:
    """The period of the number at `position` in a row of two cells or more, NOTHING where no head names one."""
    row = tables.ROW.match(reading.text[unit.start : unit.end])
    if row is None:
        return NOTHING
    first = unit.start + row.start("cells")
    cells = [first + m.start() for m in _CELL.finditer(row["cells"])]
    index = sum(start <= position for start in cells) - 1
    if index < 0 or len(cells) < 2:
        return NOTHING
    heads = _heads(reading, unit, len(cells))
    if not heads:
        return NOTHING
    if index >= len(heads):
        return union([(d.period_start, d.period_end) for d in heads])
    return _within(row["key"], heads[index])


def _heads(reading: Reading, unit: Unit, cells: int) -> list[DateMention]:
    """The dates of the nearest line above that has one for each cell (a total may have none)."""
    at = reading.unit_index(unit.start)
    for line in reversed(reading.units[max(0, at - LINES_UP) : at]):
        if not tables.ROW.match(reading.text[line.start : line.end]) and _SENTENCE.search(
            reading.text, line.start, line.end
        ):
            return []
        dates = [d for d in reading.within(reading.dates, line.start, line.end) if d.period_start and not is_day(d)]
        ends_with_total = bool(_TOTAL.search(reading.text[dates[-1].end : line.end])) if dates else False
        if len(dates) == cells or (len(dates) == cells - 1 > 1 and ends_with_total):
            return dates
        if not tables.ROW.match(reading.text[line.start : line.end]) and len(line.span) > 25:
            return []
    return []


def _within(key: str, head: DateMention) -> Period:
    """The quarter or month that a row names, in the year of its column."""
    whole = Period(head.period_start, head.period_end, head.text, "column")
    if not head.period_start or not head.period_end or head.period_start[:4] != head.period_end[:4]:
        return whole
    year = int(head.period_start[:4])
    if quarter := tables.quarter(key, year):
        return Period(*quarter, None, "column and row")
    if month := _month(key, year):
        return month
    return whole


def _month(key: str, year: int) -> Period | None:
    word = key.strip().rstrip(".").lower()
    number = next((i for i, name in enumerate(_MONTHS, 1) if word and len(word) > 2 and name.startswith(word)), None)
    if number is None:
        return None
    span = spans.months(Date(year, number, 1), 1)
    assert span.start and span.end
    return Period(span.start.isoformat(), span.end.isoformat(), None, "column and row")


_MONTHS = [Date(2000, n, 1).strftime("%B").lower() for n in range(1, 13)]
