"""Spans of days: what every date and period comes down to."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

MONTHS_IN = {"month": 1, "quarter": 3, "year": 12}
"""Months in the units longer than a week."""


@dataclass(frozen=True)
class Span:
    """First and last day; either may be None where it is open or unknown. `grain` is how fine it was written."""

    start: date | None
    end: date | None
    grain: str = "range"
    """`day`, `month`, `year`, `fiscal`, or `range`."""

    @property
    def normalized(self) -> str:
        """`2024`, `2024-12`, `2025-01-15`, `start/end`; the known end alone where the other is open."""
        if self.start is None or self.end is None:
            only = self.start or self.end
            return only.isoformat() if only else ""
        if self.grain == "day":
            return self.start.isoformat()
        if self.grain == "month":
            return f"{self.start:%Y-%m}"
        if self.grain == "year":
            return f"{self.start:%Y}"
        return f"{self.start.isoformat()}/{self.end.isoformat()}"


def day(year: int, month: int, number: int) -> Span | None:
    """One day; None where the calendar has none such ("Feb. 30")."""
    try:
        at = date(year, month, number)
    except ValueError:
        return None
    return Span(at, at, "day")


def at(when: date) -> Span:
    return Span(when, when, "day")


def month(year: int, number: int) -> Span:
    return Span(date(year, number, 1), _month_end(year, number), "month")


def year(number: int) -> Span:
    return Span(date(number, 1, 1), date(number, 12, 31), "year")


def fiscal(number: int, first_month: int) -> Span:
    """The fiscal year named after the calendar year in which it ends; `first_month` is 10 (federal) or 7 (most
    local)."""
    last = shift_months(date(number, first_month, 1), -1)
    return Span(date(number - 1, first_month, 1), _month_end(number, last.month), "fiscal")


def months(first: date, count: int) -> Span:
    """`count` whole months from the first of `first`'s month."""
    start = first.replace(day=1)
    return Span(start, shift_months(start, count) - timedelta(days=1))


def ending(last: date, number: float, unit: str) -> Span:
    """The `number` days, weeks, months or years that end with `last`."""
    if unit == "day":
        start = last - timedelta(days=int(number) - 1)
    elif unit == "week":
        start = last - timedelta(days=round(7 * number) - 1)
    else:
        count = round(number * MONTHS_IN[unit])
        start = shift_months(last + timedelta(days=1), -count)
    return Span(start, last)


def starting(first: date, number: float, unit: str) -> Span:
    """The `number` days, weeks, months or years that begin with `first`."""
    if unit in ("day", "week"):
        return Span(first, first + timedelta(days=round(number * (7 if unit == "week" else 1)) - 1))
    return Span(first, shift_months(first, round(number * MONTHS_IN[unit])) - timedelta(days=1))


def week(of: date) -> Span:
    """Monday to Sunday around `of`."""
    start = of - timedelta(days=of.weekday())
    return Span(start, start + timedelta(days=6))


def third(whole: Span, part: str) -> Span:
    """The `early`, `mid` or `late` part of a month, a year or a week."""
    if whole.start is None or whole.end is None:
        return whole
    days = (whole.end - whole.start).days + 1
    if 28 <= days <= 31:
        first = whole.start
        return {
            "early": Span(first, first.replace(day=10)),
            "mid": Span(first.replace(day=11), first.replace(day=20)),
            "late": Span(first.replace(day=21), whole.end),
        }[part]
    if days == 7:
        monday = whole.start
        return {
            "early": Span(monday, monday + timedelta(days=2)),
            "mid": Span(monday + timedelta(days=1), monday + timedelta(days=3)),
            "late": Span(monday + timedelta(days=3), monday + timedelta(days=5)),
        }[part]
    return {
        "early": Span(whole.start, shift_months(whole.start, 4) - timedelta(days=1)),
        "mid": Span(shift_months(whole.start, 4), shift_months(whole.start, 8) - timedelta(days=1)),
        "late": Span(shift_months(whole.start, 8), whole.end),
    }[part]


def shift_years(span: Span, by: int) -> Span:
    start, end = (shift_months(day, 12 * by) if day else None for day in (span.start, span.end))
    return Span(start, end, span.grain)


FIRST_MONTH, LAST_MONTH = date.min.year * 12, date.max.year * 12 + 11


def shift_months(when: date, by: int) -> date:
    """The same day `by` months on, or the last of a shorter month; the end of a month stays one. No day lies outside
    the years that a date can have."""
    index = min(max(when.year * 12 + when.month - 1 + by, FIRST_MONTH), LAST_MONTH)
    last = calendar.monthrange(index // 12, index % 12 + 1)[1]
    return date(index // 12, index % 12 + 1, min(when.day, last))


def _month_end(year: int, number: int) -> date:
    return date(year, number, calendar.monthrange(year, number)[1])


def months_of(start: date, count: float) -> Span:
    """`count` months from `start`; a half month ends on its 15th."""
    whole = shift_months(start, int(count))
    return Span(start, (whole + timedelta(days=14)) if count % 1 else whole - timedelta(days=1))
