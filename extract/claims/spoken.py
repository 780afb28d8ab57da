"""Stretches that a sentence names by what was told: "before then", "the last of the three", "the four months since".

`backward` reads the lengths that repeat, follow or go before a period; here are those that are a part of one, and those
that end or begin with an event told before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date as Date

from extract.claims import happened
from extract.claims.dating import Span, is_day, length, usable
from extract.claims.reading import Reading, Unit
from extract.claims.stretches import COUNTED, DAYS, UNIT, Reader, day_moved, read, reckoned, together
from extract.dates import spans
from extract.dates.atoms import number
from extract.model import DateMention
from extract.needles import sought

_SINGLE = sought(
    rf"\b(?:in|over|within|during|for)\s+(?:(?:a|one)\s+(?:single\s+)?(?P<one>day|week)|(?:just\s+|only\s+)?{COUNTED}\s+{UNIT})\b"
    r"(?!-|\s+(?:of|in|ago|before|earlier|prior|later|old|after|since|that|ended|ending|when|last|at|on|from|to|through)\b)",
    re.I,
)
_NTH = sought(
    rf"\b(?:the\s+)?(?P<ord>first|second|third|fourth|fifth|last|final|more\s+recent|most\s+recent|later|latter|earlier)\s+(?:one\s+)?of\s+(?:the|those|these)(?:\s+same)?"
    rf"(?:\s+{COUNTED})?(?:\s+{UNIT})?\b(?!\s+[a-z]+s\b)",
    re.I,
)
_IN_NTH = sought(
    r"(?:\bin\s+|(?<=;\s)|(?<=;\sand\s)|(?<=\d,\s)|(?<=\d\sand\s))the\s+(?P<ord>first|second|third|fourth|fifth|last|closing|final)(?:\s+one)?(?:\s+(?P<unit>year|quarter|month))?"
    r"(?=\s*[,.;:]|\s+and\s+\d|\s+(?:it|they|he|she|we|there|the|ICE|agents|deputies|officers)\b|\s*$)",
    re.I,
)
"""A part of the stretch that the sentence itself names: "between 2014 and 2016: 61 in the first year"; of a row of such
parts, the next: "the first quarter brought 17; the second, 23"."""
_PARTS_BACK = 300
"""Characters back to the part of a year that the next one goes on from."""
_PART_OF_YEAR = re.compile(
    r"\b(?:first|second|third|fourth|last|final|opening|closing)[\s-]+(?P<unit>quarter|half)"
    r"\b(?!\s+(?:of\s+)?(?:the\s+)?(?:fiscal|FY))", re.I
)
_BEFORE_THEN = sought(
    r"(?<!year )(?<!years )(?<!month )(?<!months )(?<!week )(?<!weeks )(?<!quarter )(?<!one )"
    r"\b(?:before|prior\s+to|until|up\s+to|up\s+until)\s+(?:then|that(?:\s+(?:date|day|point|time))?)\b"
    r"(?=\s*[,.;:)”\"—–]|\s*$"
    r"|\s+(?:the|it|they|he|she|we|there|its|their|his|her|ICE|county|police|jailers|deputies)\b)",
    re.I,
)
"""Nothing stands behind it but a clause: "before that hearing" is none."""
_ABOUT = r"(?:(?:nearly|almost|about|roughly|some|just|over|more|less|than|under|first)\s+)*"
_SINCE_IT = sought(
    rf"\b(?:the|its|his|her)\s+{_ABOUT}{COUNTED}[\s-]{UNIT}\s+(?P<way>since|before|after|following)(?P<it>\s+(?:it|that|then|this))?"
    r"(?=\s*[,.;:)”\"—–]|\s*$|\s+and\b)",
    re.I,
)
_ORDINALS = {"first": 0, "earlier": 0, "second": 1, "third": 2, "fourth": 3, "fifth": 4}


def mentions(reading: Reading, unit: Unit, last: Span, claimed: Sequence[Span]) -> list[DateMention]:
    """The stretches of a sentence that cut or bound what was told, as dates of kind `back` or, a part, `range`.

    `last` is the period of the claim before, `claimed` those of all claims so far, in order.
    """
    readers: list[Reader] = [
        (_SINCE_IT, lambda m: _beside_event(reading, unit, m)),
        (_NTH, lambda m: _nth(reading, unit, m, last, claimed)),
        (_IN_NTH, lambda m: _nth_here(reading, unit, m)),
        (_BEFORE_THEN, lambda m: _before(reading, unit, m, last)),
        (_SINGLE, lambda m: _only(reading, m) or _gone_on(reading, unit, m)),
    ]
    return [
        DateMention(
            m[0],
            unit.start + m.start(),
            unit.start + m.end(),
            None,
            start,
            end,
            "range" if way in {_NTH, _IN_NTH} else "back",
        )
        for way, m, (start, end) in read(reading, unit, readers)
    ]


def _told(reading: Reading, unit: Unit) -> Iterator[DateMention]:
    """The dates of a stretch that stand before a sentence, the last first."""
    for date in reversed(reading.before(unit.start)):
        if date.period_start and date.kind != "recurring" and not is_day(date):
            yield date


def _only(reading: Reading, match: re.Match[str]) -> Span | None:
    """ "In a single week", "in nine months": the one range of that length that the text gives anywhere."""
    measure = (match["one"] or match["unit"]).lower()
    count = number(match["n"]) if match["n"] else 1
    size = count * DAYS[measure]
    if size < 5 or (measure == "year" and count < 2):
        return None
    found = {
        (d.period_start, d.period_end)
        for d in reading.dates
        if d.kind == "range" and abs((length(d.period_start, d.period_end) or 0) - size) <= 0.03 * size
    }
    return found.pop() if len(found) == 1 else None


def _gone_on(reading: Reading, unit: Unit, match: re.Match[str]) -> Span | None:
    """ "A law that took effect July 1 lets troopers drive them; they have made 12 trips in six weeks", told in
    mid-August: since the law did, where something began as long ago as that."""
    if match["one"] or (published := reading.document.published) is None:
        return None
    grain = DAYS[match["unit"].lower()]
    size = number(match["n"]) * grain
    here = reading.unit_index(unit.start)
    start = reading.units[max(0, here - 1)].start
    for date in reversed(reading.within(reading.dates, start, unit.start + match.start())):
        days = (published - Date.fromisoformat(date.period_start)).days if date.period_start else 0
        if is_day(date) and size - 0.6 * grain <= days <= size + 0.95 * grain and happened.changes(reading, date):
            return date.period_start, None
    return None


def _nth(reading: Reading, unit: Unit, match: re.Match[str], last: Span, claimed: Sequence[Span]) -> Span | None:
    """ "In the last of the three", "the first of those years": that part of the stretch told."""
    if not match["n"] and not match["unit"]:
        return None
    told = [(d.period_start, d.period_end) for d in _told(reading, unit)]
    rows = (
        together([*reversed(told), *claimed], number(match["n"]) * DAYS[match["unit"].lower()])
        if (match["n"] and match["unit"])
        else None
    )
    for start, end in [last, *reversed(claimed), *told, *([rows] if rows else [])]:
        days = length(start, end)
        if days is None or start is None:
            continue
        measure = _part_of(match, days)
        if measure is None:
            continue
        count = round(days / DAYS[measure])
        at = _ORDINALS.get(match["ord"].lower(), count - 1)
        size = spans.MONTHS_IN.get(measure)
        if at >= count or size is None:
            continue
        part = spans.starting(spans.shift_months(Date.fromisoformat(start), at * size), 1, measure)
        if part.start and part.end:
            return part.start.isoformat(), part.end.isoformat()
    return None


def _nth_here(reading: Reading, unit: Unit, match: re.Match[str]) -> Span | None:
    """ "61 in the first year, 70 in the second": that part of the range that its sentence names before."""
    at = unit.start + match.start()
    own = [d for d in usable(reading, unit) if d.end <= at]
    parts = list(_PART_OF_YEAR.finditer(reading.text, max(0, at - _PARTS_BACK), at))
    told = own[-1] if own else next(_told(reading, unit), None)
    if not match["unit"] and told is not None and parts and parts[-1].start() >= min(unit.start, told.start):
        return _part_of_year(parts[-1]["unit"].lower(), _ORDINALS.get(match["ord"].lower(), -1), told.period_end)
    ranges = [d for d in own if d.kind == "range"]
    days = length(ranges[-1].period_start, ranges[-1].period_end) if ranges else None
    start = ranges[-1].period_start if ranges else None
    if days is None or start is None:
        return None
    measures = [match["unit"].lower()] if match["unit"] else ["year", "quarter", "month"]
    measure = next((m for m in measures if round(days / DAYS[m]) >= 2), None)
    if measure is None or abs(days / DAYS[measure] - round(days / DAYS[measure])) > 0.05:
        return None
    count = round(days / DAYS[measure])
    at = _ORDINALS.get(match["ord"].lower(), count - 1)
    if at >= count:
        return None
    part = spans.starting(spans.shift_months(Date.fromisoformat(start), at * spans.MONTHS_IN[measure]), 1, measure)
    return (part.start.isoformat(), part.end.isoformat()) if part.start and part.end else None


def _part_of_year(unit: str, at: int, day: str | None) -> Span | None:
    """ "12 in the first quarter, 19 in the second": the next such part of the same year."""
    size = 6 if unit == "half" else 3
    at = at if at >= 0 else 12 // size - 1
    if day is None or at >= 12 // size:
        return None
    part = spans.months(Date(int(day[:4]), at * size + 1, 1), size)
    return (part.start.isoformat(), part.end.isoformat()) if part.start and part.end else None


def _part_of(match: re.Match[str], days: int) -> str | None:
    """The unit of which a stretch of so many days has as many as are named, two or more where none are."""
    for measure in [match["unit"].lower()] if match["unit"] else ["year", "quarter", "month"]:
        count = days / DAYS[measure]
        wanted = number(match["n"]) if match["n"] else round(count)
        if wanted >= 2 and abs(count - wanted) <= 0.04 * wanted:
            return measure
    return None


def _before(reading: Reading, unit: Unit, match: re.Match[str], last: Span) -> Span | None:
    """ "Before then the figure was 97": until the day before the event told last, else before the period spoken of."""
    day = _event(reading, unit, match) or last[0]
    return (None, day_moved(day, -1)) if day is not None else None


def _beside_event(reading: Reading, unit: Unit, match: re.Match[str]) -> Span | None:
    """ "In the four months before it", "in the nearly four months since": reckoned from the event told last."""
    way, measure = match["way"].lower(), match["unit"].lower()
    own = [d for d in usable(reading, unit) if d.end <= unit.start + match.start() and d.period_start]
    if (not match["it"] and way != "since") or (own and not is_day(own[-1])):
        return None
    told = own[-1] if own else happened.then(reading, unit, unit.start + match.start())
    event = told.period_start if told is not None else None
    if told is None or event is None:
        return None
    whole = (length(told.period_start, told.period_end) or 0) > 300 and not happened.changes(reading, told)
    if way != "since" and whole:
        return None  # "97 in fiscal years 2023 and 2024; 61 in the two years before that": no event, what was spoken of
    if way == "since":
        return event, None
    return reckoned(event, number(match["n"]), measure, way == "before")


def _event(reading: Reading, unit: Unit, match: re.Match[str]) -> str | None:
    date = happened.then(reading, unit, unit.start + match.start())
    return date.period_start if date is not None else None
