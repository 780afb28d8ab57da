"""Parts of a period told before: its first half, the quarter spoken of, the last three of its months."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from datetime import date as Date

from extract.claims.dating import Span, is_day, length, usable
from extract.claims.reading import Reading, Unit
from extract.claims.stretches import DAYS, as_long, together
from extract.dates import spans
from extract.dates.atoms import number

_LAST_YEARS = re.compile(
    r",?\s+(?:(?:compared\s+(?:with|to)|against|versus|up\s+from|down\s+from|while|after|and|from)\s+)?[^.;]{0,30}?"
    r"\b(?:of|in|from)\s+last\s+year\b",
    re.I,
)
"""Behind the first quarter that is set against last year's: it is this year's."""


def part_of(reading: Reading, unit: Unit, match: re.Match[str], last: Span) -> Span | None:
    """ "In the last three of those months": that part of the period spoken of."""
    own = [d for d in usable(reading, unit) if d.end <= unit.start + match.start() and d.period_end and not is_day(d)]
    start, end = (own[-1].period_start, own[-1].period_end) if own else last
    measure = (match["unit"] or match["unit2"] or "").lower()
    if not start or not end or not measure:
        return None
    count, first, final = number(match["n"]), Date.fromisoformat(start), Date.fromisoformat(end)
    of_start = match["ord"].lower() == "first"
    part = spans.starting(first, count, measure) if of_start else spans.ending(final, count, measure)
    if part.start is None or part.end is None or part.start < first or part.end > final:
        return None
    return part.start.isoformat(), part.end.isoformat()


def half(match: re.Match[str], last: Span, reading: Reading, unit: Unit) -> Span | None:
    """ "The second half" of the year that was spoken of."""
    at = unit.start + match.start()
    part = re.compile(rf"\b{match['ord']}\s+{match['unit']}\b", re.I)
    own = [d for d in reading.within(reading.dates, unit.start, at) if d.period_end]
    told = [d for d in reading.before(unit.start) if d.period_start and d.period_end and part.search(d.text)]
    if told and not own:
        return told[-1].period_start, told[-1].period_end
    published = reading.document.published
    running = str(published.year) if published and _LAST_YEARS.match(reading.text, unit.start + match.end()) else None
    size = 6 if match["unit"].lower() == "half" else 3
    first = bisect_left(reading.units, unit.paragraph, key=lambda u: u.paragraph)
    here = [d for d in reading.within(reading.dates, reading.units[first].start, unit.start) if d.period_end]
    if not own and not running and not here and size == 3 and published:
        return _latest_quarter(match["ord"].lower(), published)
    year = (own[-1].period_end if own else running or last[1] or "")[:4]
    if not year:
        return None
    index = {"first": 1, "second": 2, "third": 3, "fourth": 4}.get(match["ord"].lower(), 12 // size)
    span = spans.months(Date(int(year), size * (index - 1) + 1, 1), size) if index <= 12 // size else None
    return (span.start.isoformat(), span.end.isoformat()) if span and span.start and span.end else None


def _latest_quarter(which: str, published: Date) -> Span | None:
    """ "Of those booked in the third quarter", in a paragraph without a year: the last such quarter that is over."""
    index = {"first": 1, "second": 2, "third": 3, "fourth": 4}.get(which, 4)
    quarters = (spans.months(Date(published.year - back, 3 * index - 2, 1), 3) for back in (0, 1))
    over = next((q for q in quarters if q.end and q.end <= published), None)
    return (over.start.isoformat(), over.end.isoformat()) if over and over.start and over.end else None


def fiscal_before(match: re.Match[str], start: str) -> Span | None:
    """ "61 between July and December. In the whole of the previous fiscal year, 34": the one before that which holds
    them; the federal one unless they begin with a local one (`claims.fiscal` knows whose it is)."""
    local = start[5:7] == "07" and "federal" not in match[0].lower()
    first = Date.fromisoformat(start)
    month = 7 if local else 10
    span = spans.fiscal(first.year + (first.month >= month) - 1, month)
    return (span.start.isoformat(), span.end.isoformat()) if span.start and span.end else None


def first_part(reading: Reading, unit: Unit, match: re.Match[str], last: Span, claimed: Sequence[Span]) -> Span | None:
    """ "In the first eight months alone", after a year and a half: that much of the period spoken of."""
    at = unit.start + match.start()
    own = [(d.period_start, d.period_end) for d in usable(reading, unit) if d.end <= at and not is_day(d)]
    size = number(match["n"]) * DAYS[match["unit"].lower()]
    for start, end in (*reversed(own), last, *reversed(claimed[-4:])):
        days = length(start, end)
        if start is None or end is None or days is None or days < 1.2 * size:
            continue
        of_start = match["ord"].lower() in {"first", "opening"}
        reckon = spans.starting if of_start else spans.ending
        part = reckon(Date.fromisoformat(start if of_start else end), number(match["n"]), match["unit"].lower())
        return (part.start.isoformat(), part.end.isoformat()) if part.start and part.end else None
    return None


def the_quarter(reading: Reading, unit: Unit, claimed: Sequence[Span]) -> Span | None:
    """ "In the quarter": the latest of those told that is over, whatever it was set beside; else
    the months told that make one."""
    published = reading.document.published
    now = published.isoformat() if published else "9"
    told = [*claimed, *((d.period_start, d.period_end) for d in reading.before(unit.start) if d.kind == "range")]
    quarters = [s for s in told if s[1] and s[1] <= now and as_long(length(*s), DAYS["quarter"])]
    return max(quarters, key=lambda span: span[0] or "", default=together(claimed, DAYS["quarter"]))
