"""What stands for a number told elsewhere: a headline's twin in the body, and "all" for as many as there were."""

from __future__ import annotations

from math import isnan

from extract.claims import quantities
from extract.claims.acts import Reading as Measure
from extract.claims.frames import Frame
from extract.claims.memory import Found, Memory
from extract.claims.period import Period


def twin(frame: Frame, because: Measure, body: list[Found]) -> Found | None:
    """The body's claim that a headline's number repeats."""
    same = [f for f in body if f.claim.value == frame.count.value]
    best = [f for f in same if f.claim.measure == because.measure] or same
    return next((f for f in best if f.period.known), best[0] if best else None)


def whole(memory: Memory, frame: Frame, what: str, near: list[Found], when: Period) -> tuple[float | None, str]:
    """The number itself; for "all" that of the requests or people it is all of."""
    count = frame.count
    if not isnan(count.value):
        return count.value, count.comparator
    if (told := quantities.numbered(memory, frame)) is not None:
        return told.value, told.comparator
    counts = [f for f in near if f.claim.unit == "count" and f.claim.value > 0 and f.frame.count.form != "all"]
    counts = [f for f in counts if not f.compared] or counts
    if when.rule == "sentence":  # "every one of this year's", after those of this year and those of the last
        counts = [f for f in counts if f.claim.period_start == when.start] or counts
    base = next((f for f in reversed(counts) if f.claim.measure != what), None)
    reach = 2 if base is not None and base.line == counts[-1].line else 1  # a line of other numbers may stand between
    if (
        base is None
        or memory.index - base.line > reach
        or (counts[-1].line == memory.index and counts[-1].claim.measure == what and base.line != memory.index)
    ):
        return None, "="
    return base.claim.value, base.claim.comparator
