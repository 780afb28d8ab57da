"""Periods of totals and parts: a sum is of the times of all that it sums up, a part of that of its whole."""

from __future__ import annotations

import re

from extract.claims import period
from extract.claims.frames import Frame
from extract.claims.memory import Found, Memory
from extract.claims.period import NOTHING, Period
from extract.claims.timeless import named_whole
from extract.joined import said

PARTS = 12
"""Numbers back whose sum a number may be."""
LARGE_SUM = 10
"""A number over this is hardly the sum of others by chance."""
_OF_THOSE = re.compile(r"\s+of\s+(?:these|those|them|the (?:people|inmates|men|women|requests|detainers|prisoners))\b")
_ALL_THE = re.compile(r"\ball\s+(?:of\s+)?(?:the\s+|those\s+|these\s+)?$", re.I)
"""Before a number that was told just before: "All three were honored"."""


def of_all(memory: Memory, frame: Frame, series: list[Found]) -> bool:
    """Whether a number is of several told right before it: their sum, or more of "those people" than the last alone."""
    told = [f.claim for f in series if f.claim.measure == series[-1].claim.measure and f.claim.unit == "count"]
    total, value = sum(claim.value for claim in told), frame.count.value
    if frame.count.unit != "count" or len({claim.value_start for claim in told}) < 2:
        return False
    behind = memory.reading.text[frame.count.end : frame.count.end + 40]
    return value == total or (max(claim.value for claim in told) < value <= total and bool(_OF_THOSE.match(behind)))


_DIGITS = re.compile(r"[0-9][0-9,]*")


def of_sum(memory: Memory, frame: Frame) -> Period:
    """ "40 in the first quarter. In the second there were 51. That makes 91": of all the times of the last numbers that
    it is, or is a part of, the sum of."""
    whole = named_whole(frame) if frame.partitive else None
    wanted = float(whole.replace(",", "")) if whole and _DIGITS.fullmatch(whole) else frame.count.value
    if frame.count.unit != "count" or not wanted > LARGE_SUM:
        return NOTHING
    total = 0.0
    spans, start, measure = [], -1, None
    for f in reversed(memory.found[-PARTS:]):
        if f.line == memory.index and f.claim.measure != measure:
            continue  # the seven of "seven of the 21"
        if f.compared or f.claim.unit != "count" or f.claim.value_start == start:
            continue
        if not f.period.start or measure not in (None, f.claim.measure):
            break
        start, measure, total = f.claim.value_start, f.claim.measure, total + f.claim.value
        spans.append((f.claim.period_start, f.claim.period_end))
        if total == wanted and len(set(spans)) > 1:
            return period.union(spans)
        if total >= wanted:
            break
    return NOTHING


def with_its_parts(series: list[Found]) -> Found | None:
    """ "91 in 2025: 40 in the first half and 51 in the second": what comes next is of the sum's period, not of its last
    part's."""
    told = list({f.claim.value_start: f for f in series if f.claim.unit == "count"}.values())
    if len(told) < 3 or told[0].claim.value != sum(f.claim.value for f in told[1:]):
        return None
    return told[0] if told[0].period.start else None


def of_whole(memory: Memory, frame: Frame) -> Found | None:
    """The count that this number is said to be a part of: "40 of the 77", "Of the 96, ICE collected 90"."""
    whole = None if frame.of_number else named_whole(frame)
    if (
        whole is None
        and frame.count.form != "all"
        and _ALL_THE.search(said(frame.sentence), 0, frame.count.start - frame.sentence.start_char)
    ):
        told = (f for f in reversed(memory.near) if f.claim.value == frame.count.value)
        return next((f for f in told if f.period.known and not f.compared), None)
    if whole is None:
        return None
    alike = (f for f in reversed(memory.found) if f.claim.value_text.lower() == whole)
    return next((f for f in alike if f.period.known and not f.compared), None)
