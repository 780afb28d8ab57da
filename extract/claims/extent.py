"""The period of a claim: its first and last day."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.claims.dating import Span, is_day, length
from extract.claims.reading import Reading
from extract.model import DateMention


@dataclass(frozen=True)
class Period:
    """Start and end as ISO dates, None where open or unknown; `text` is the wording, None where carried over."""

    start: str | None = None
    end: str | None = None
    text: str | None = None
    rule: str = "none"

    @property
    def known(self) -> bool:
        return self.start is not None or self.end is not None

    @property
    def short(self) -> bool:
        """Whether it is of a month or less."""
        return (days := length(self.start, self.end)) is not None and days <= 32


NOTHING = Period()


def union(periods: Sequence[Span]) -> Period:
    """From the first start to the last end, for "none of them" after a series."""
    starts, ends = [s for s, _ in periods], [e for _, e in periods]
    start = None if None in starts else min(s for s in starts if s)
    end = None if None in ends else max(e for e in ends if e)
    return Period(start, end, None, "union")


BEFORE_EVENT = re.compile(
    r"\b(?:before|until|till)\s+(?:he|she|it|they|we|the|its|his|her|their|that|a|an|[A-Z][\w’']*)\s+(?:[^\s.,;:\d]+\s+){1,7}?"
    r"(?:(?:on|in|late\s+in|early\s+in)\s+)?$"
)
"""Before the day on which a stretch ended: "222 of this year's requests before he quit on"."""
EVENT_REACH = 90
"""Characters behind a date in which its stretch may be said to have ended early."""
_RUNNING = re.compile(r"(?:so far )?this (?:month|week|quarter|year)\b", re.I)


def _ended_early(reading: Reading, period: Period, date: DateMention) -> str | None:
    """ "Honored 222 of this year's requests before he quit on Aug. 31": the day on which it was over."""
    unit = reading.unit_at(date.start)
    if unit is None or not period.start or (length(period.start, period.end) or 366) < 27:
        return None
    for other in reading.within(reading.dates, date.end, min(unit.end, date.end + EVENT_REACH)):
        end = other.period_end
        lead = BEFORE_EVENT.search(reading.text, date.end, other.start)
        if lead and other.kind == "point" and end and period.start < end < (period.end or "9"):
            return end
    return None


def opened(reading: Reading, period: Period, date: DateMention, dates: Sequence[DateMention]) -> Period:
    """ "Since Jan. 6 ... by July 31", "through May": an end takes the start its sentence gives, else its year's; with
    a year of its own it may be the end of any number of years."""
    if (early := _ended_early(reading, period, date)) is not None:
        return replace(period, end=early)
    if is_day(date) and re.match(r"as of\b", date.text, re.I):
        this = (d for d in dates if _RUNNING.match(d.text) and d.period_start and d is not date)
        if (whole := next((d for d in this if (d.period_start or "") <= (period.start or "")), None)) is not None:
            return replace(period, start=whole.period_start)  # "This month there were none as of Thursday"
    if period.start is not None and period.end is None:
        return _closed(reading, period, date, dates)
    if (end := _up_to(period, date, dates)) is not None:
        return replace(period, end=end)
    if period.start is not None or period.end is None:
        behind = (d for d in dates if d.kind == "range" and d.period_start == period.start)
        part = next((d for d in behind if 0 <= d.start - date.end <= 2), None)
        return replace(period, end=part.period_end) if part is not None else period
    starts = [
        d
        for d in dates
        if d.period_start
        and d.period_start < period.end
        and (d.kind == "since" or is_day(d))
        and re.search(
            r"\bsince\b[^.;,]{0,50}$",
            reading.text[max(0, d.start - 60) : d.start] + (d.text[:5] if d.kind == "since" else ""),
            re.I,
        )
    ]
    if running := [d for d in dates if d.period_end is None and d.period_start == f"{period.end[:4]}-01-01"]:
        return Period(running[0].period_start, period.end, period.text, "year to date")
    if starts:
        return Period(starts[0].period_start, period.end, period.text, period.rule)
    if not re.match(r"through\b", date.text, re.I) or re.search(r"\d{4}", date.text):
        return period
    whole_year = period.end.endswith("-12-31")
    return period if whole_year else Period(f"{period.end[:4]}-01-01", period.end, period.text, "year to date")


def _up_to(period: Period, date: DateMention, dates: Sequence[DateMention]) -> str | None:
    """ "Through Sept. 30 it held 22 for 2025": the end within a year that is the sentence's only other date."""
    kinds = {"point", "fiscal_year", "anaphoric"}
    if len(dates) != 2 or date.kind not in kinds or (length(period.start, period.end) or 0) not in {365, 366}:
        return None
    end = next((d.period_end for d in dates if d is not date and d.kind == "through"), None)
    return end if end and (period.start or "") < end < (period.end or "") else None


def _closed(reading: Reading, period: Period, date: DateMention, dates: Sequence[DateMention]) -> Period:
    """ "As of May 31 it had got 47 this year", "by the end of May": an open period ends where its sentence says."""
    for other in dates:
        lead = reading.text[max(0, other.start - 8) : other.start + 8].lower()
        ends = other.kind == "through" or (is_day(other) and "as of" in lead)
        if other.kind == "range" and other.period_start == period.start and 0 <= other.start - date.end <= 2:
            return replace(period, end=other.period_end)
        told = ":" in reading.text[other.end : date.start]
        if other is not date and ends and not told and other.period_end and (period.start or "") < other.period_end:
            return Period(period.start, other.period_end, period.text, "to date")
    return period
