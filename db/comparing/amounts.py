"""What a figure leaves room for: the numbers that it could mean, the days that it is about, and what exceeds both."""

from __future__ import annotations

from db.comparing.figures import Figure
from db.comparing.periods import Relation, Span, relate, span
from db.comparing.rules import rules


def bounds(figure: Figure) -> tuple[float, float]:
    """The lowest and the highest number that a figure leaves room for."""
    value, top = figure.value, figure.value_max
    if top is not None:
        return min(value, top), max(value, top)
    if figure.comparator == "~":
        room = max(abs(value) * rules().about, 1 if value >= 10 else 0)
        return value - room, value + room
    # "More than 60" and 60 are told of one count: whoever rounds down says so.
    return {
        ">": (value, float("inf")), ">=": (value, float("inf")), "<": (0.0, value), "<=": (0.0, value),
    }.get(figure.comparator, (value, value))  # fmt: skip


def both_hold(a: Figure, b: Figure) -> bool:
    """Whether one number could be meant by both."""
    (low, high), (other_low, other_high) = bounds(a), bounds(b)
    return (low <= other_high and other_low <= high) or _rounded(a.value, b.value) or _rounded(b.value, a.value)


def nearly_equal(a: Figure, b: Figure) -> bool:
    """Large numbers a few percent apart: what two vintages of the same data give."""
    larger = max(a.value, b.value)
    return larger >= rules().distinctive and abs(a.value - b.value) <= rules().vintage_difference * larger


def _rounded(short: float, full: float) -> bool:
    """Whether one number is the other in round thousands or hundreds: 33,000 is told of 33,179."""
    digits = f"{short:.0f}"
    zeros = len(digits) - len(digits.rstrip("0"))
    return short >= 1000 and zeros >= 2 and short == round(full, -zeros)


def days(figure: Figure) -> Span | None:
    """The days that a figure is about; a stock without a date is that of the day on which it was told.

    Worked out once: figures are compared when all their claims have been entered.
    """
    if figure.days is False:
        figure.days = _days(figure)
    return figure.days  # type: ignore[return-value]


def _days(figure: Figure) -> Span | None:
    if figure.family == "active" and not figure.period_start:
        return span(None, figure.period_end or figure.told, None)
    return span(figure.period_start, figure.period_end, figure.told)


def lie(a: Figure, b: Figure) -> Relation | None:
    """How the days of two figures lie to each other; None where those of one are not stated."""
    first, second = days(a), days(b)
    return relate(first, second) if first and second else None


def covered(figure: Figure, other: Figure) -> float:
    """How much of a figure's days another one counts too."""
    span, relation = days(figure), lie(figure, other)
    return min(relation.shared / span.days, 1.0) if span and relation else 0.0


def exceeds(more: Figure, fewer: Figure) -> bool:
    """Whether one number is too large to be true beside another, of the same or of overlapping days.

    Within the other's days any excess is too large. Else the days that only the larger one counts may hold some of it:
    most of its days have to be the other's too, and what is left must be more than a much faster pace would bring.
    """
    span, other, relation = days(more), days(fewer), lie(more, fewer)
    if not (span and other and relation) or relation.kind == "apart" or bounds(more)[0] <= bounds(fewer)[1]:
        return False
    if relation.kind == "same" or relation.shared == span.days:
        return True
    needed = rules().near_period if span.open or other.open else rules().most
    if relation.shared < needed * span.days:
        return False
    alone = span.days - relation.shared
    limit = bounds(fewer)[1] * (1 + rules().pace * alone / relation.shared) + rules().few
    return bounds(more)[0] > limit
