"""Numbers told in a row whose periods stand in a row before them: "rose from 880 to 1,310", "44 and 83 of them"."""

from __future__ import annotations

import re

from extract.claims import period
from extract.claims.candidates import Line
from extract.claims.frames import Frame
from extract.claims.memory import Memory
from extract.claims.period import NOTHING, Period
from extract.joined import said

_FROM = re.compile(r"\bfrom\s+(?:about\s+|some\s+|roughly\s+|nearly\s+)?$", re.I)
_TO = re.compile(r"\bfrom\s+[\w,]+\s+(?:\w+\s+){0,2}to\s+(?:about\s+|some\s+|roughly\s+|nearly\s+)?$", re.I)
_THEN_TO = re.compile(
    r"\bfrom\s+(?P<first>[\w,]+)\s+to\s+(?P<second>[\w,]+)(?:,?\s+(?:and\s+)?(?:then\s+)?to\s+)(?P<third>[\w,]*\w)",
    re.I,
)
_AND = re.compile(r"\s+(?:of\s+\w+\s+)?and\s+(?:about\s+|some\s+|roughly\s+|nearly\s+|only\s+|just\s+)?")


def sides(memory: Memory, frame: Frame) -> tuple[bool, bool]:
    """Whether a number is the first of "from 880 to 1,310", and whether it is the second."""
    before = memory.reading.text[max(0, frame.count.start - 40) : frame.count.start]
    return bool(_FROM.search(before)), bool(_TO.search(before))


def _of_three(memory: Memory, frame: Frame) -> Period:
    """ "Arrests rose too, from 12 to 19 to 40", after the numbers of three years: each has that in its place."""
    unit = memory.reading.unit_at(frame.count.start)
    row = _THEN_TO.search(said(unit.span)) if unit is not None else None
    if unit is None or row is None:
        return NOTHING
    at = frame.count.start - unit.start
    place = next((i for i in (1, 2, 3) if row.start(i) <= at < row.end(i)), 0)
    told: dict[tuple[str, str], None] = {}
    for f in reversed(memory.near):
        if f.period.start and f.period.end and f.line < memory.index:
            told.setdefault((f.period.start, f.period.end))
        if len(told) == 3:
            break
    spans = sorted(told)
    if not place or len(spans) < 3:
        return NOTHING
    return Period(*spans[place - 1], None, "side by side")


def from_to(memory: Memory, frame: Frame) -> Period:
    """ "Detainers rose too, from 880 to 1,310", "up from 880", after a sentence that sets two periods side by side: the
    first is the earlier one's, the second the later one's."""
    if (three := _of_three(memory, frame)).known:
        return three
    first, second = sides(memory, frame)
    if not first and not second:
        return NOTHING
    told = [f.period for f in [*memory.of_line(memory.index - 2), *memory.of_line(memory.index - 1)] if f.period.known]
    spans = sorted({(p.start or "", p.end or "9") for p in told})
    if len(spans) != 2 or not all(start and end != "9" for start, end in spans):
        return NOTHING
    start, end = spans[0] if first else spans[1]
    return Period(start, end, None, "side by side")


def beside(memory: Memory, line: Line, frame: Frame, near: list[Frame]) -> Period:
    """ "Agents met 44 and 83 of them, respectively", after 57 of one year and 112 of the next: each has the period of
    the number in its place."""
    counts = sorted((f.count for f in near), key=lambda count: count.start)
    if len(counts) != 2 or frame.count.start not in {count.start for count in counts}:
        return NOTHING
    if not _AND.fullmatch(memory.reading.text, counts[0].end, counts[1].start) or period.usable(
        memory.reading, line.unit
    ):
        return NOTHING
    told: list[tuple[str, str]] = []
    for f in [f for back in (3, 2, 1) for f in memory.of_line(memory.index - back)][-4:]:
        if f.period.start and f.period.end and (f.period.start, f.period.end) not in told:
            told.append((f.period.start, f.period.end))
    if len(told) != 2:
        return NOTHING
    return Period(*told[0 if frame.count.start == counts[0].start else 1], None, "side by side")
