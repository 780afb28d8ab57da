"""Periods named by their length or as the stretch spoken of: "those four years", "the same year and a half"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date as Date

from extract.claims.comparing import STANDARD, measured_against
from extract.claims.dating import Span, is_day, is_short, length, usable
from extract.claims.parted import parted_ranges
from extract.claims.reading import Reading, Unit
from extract.claims.stretches import DAYS, as_long, day_moved, together, years_moved
from extract.dates.atoms import number
from extract.model import DateMention

_THE_TIME = re.compile(r"\btime\b", re.I)
_NAMED_STRETCH = re.compile(r"\b(?:class|review|reviewed|study|audit|audited|reporting|sample|survey|covered)\b", re.I)
_PLAIN = re.compile(r"\w+\s+the\s+(?:(?:full|entire|whole)\s+)?(?:period|span|stretch|window)\b", re.I)
_YEAR_AGO = re.compile(r"\b(?:a|one|the)\s+year\s+(?:ago|earlier|before)\b", re.I)
LASTING = frozenset({"range", "fiscal_year", "point", "back"})
UNITS_BACK = 300
"""Sentences back among which ranges in two pieces are looked for."""


def of_length(reading: Reading, unit: Unit, match: re.Match[str], claimed: Sequence[Span]) -> Span | None:
    """The last period of that length: of a claim, else of the text before, else one that has gone on for as long."""
    size = number(match["n"], match["half"] or "") * DAYS[match["unit"].lower()]
    if size < 6 or (size < 13 and match["det"].lower() == "the"):
        return None
    if "same" in match[0]:
        if _YEAR_AGO.search(reading.text, unit.start, unit.end):
            return None
        now = str(reading.document.published or "9")  # what is counted over the same months is over
        if found := of_days(reading, unit, size, claimed, now):
            return found
    if "same" not in match[0] and (found := _year_back(reading, unit, match, of_days(reading, unit, size, claimed))):
        return found
    return of_days(reading, unit, size, claimed) or _gone_on(reading, unit, size, DAYS[match["unit"].lower()], claimed)


def _year_back(reading: Reading, unit: Unit, match: re.Match[str], span: Span | None) -> Span | None:
    """ "A year ago the three months together produced 80": the same months, a year back."""
    clause = reading.text[unit.start : unit.start + match.start()]
    beside = _YEAR_AGO.search(clause[max(clause.rfind(";"), clause.rfind(":"), 0) :])
    if span is None or beside is None or re.search(r"\d", clause[beside.start() :]) or not (span[0] and span[1]):
        return None
    return years_moved((span[0], span[1]), -1)


def of_days(reading: Reading, unit: Unit, size: float, claimed: Sequence[Span], until: str = "9") -> Span | None:
    """The last period of so many days, told as one or in pieces that follow one another."""
    known = [span for span in [*ranges(reading, unit, size), *claimed] if (span[1] or "") <= until]
    fitting = [span for span in (*_laid_out(reading, unit), *reversed(known)) if as_long(length(*span), size)]
    if not fitting:
        return together(known, size)
    after = (span for span in fitting if fitting[0][1] and span[0] == day_moved(fitting[0][1], 1))
    return next(after, fitting[0])  # "in the 18 months before that" is what the stretch spoken of is set against


def and_a_half(match: re.Match[str]) -> float:
    """The days of "the same year and a half", "the same four and a half years"."""
    if match["unit"]:
        return 1.5 * DAYS[match["unit"].lower()]
    return number(match["n2"], match["half"]) * DAYS[match["unit2"].lower()]


def _laid_out(reading: Reading, unit: Unit) -> list[Span]:
    """The ranges of the sentence right before: "The report covered July 1, 2017, through June 30, 2018." """
    here = reading.unit_index(unit.start)
    line = reading.units[here - 1] if here else unit
    told = reading.within(reading.dates, line.start, unit.start)
    return [
        (d.period_start, d.period_end)
        for d in told
        if d.kind == "range" and d.period_end and not measured_against(reading, d, STANDARD)
    ]


def _gone_on(reading: Reading, unit: Unit, size: float, grain: float, claimed: Sequence[Span]) -> Span | None:
    """An open period that is about that old ("over those 11 months" of what began last May)."""
    if (published := reading.document.published) is None:
        return None
    told = [
        (d.period_start, None)
        for d in reading.before(unit.start)
        if d.kind == "since" and d.period_start and not d.period_end
    ]
    for start, end in reversed([*told, *claimed]):
        if start and not end:
            days = (published - Date.fromisoformat(start)).days
            if size - 0.6 * grain <= days <= size + 0.95 * grain:
                return start, None
    return None


def of_years(reading: Reading, unit: Unit, match: re.Match[str], last: Span) -> Span | None:
    """ "In those years": the period spoken of, where it is of more than one of them."""
    size = 1.5 * DAYS[match["unit"].lower()]
    own = [(d.period_start, d.period_end) for d in usable(reading, unit) if d.end <= unit.start + match.start()]
    for start, end in (*reversed(own), last, *reversed(ranges(reading, unit, size))):
        if (length(start, end) or 0) > size:
            return start, end
    return last if last[0] and not last[1] else None


def ranges(reading: Reading, unit: Unit, size: float = 365.0) -> list[Span]:
    """The longer periods that the text gives before a sentence; the short ones too where `size` days are."""
    return [
        (d.period_start, d.period_end)
        for d in sorted([*reading.before(unit.start), *_parted(reading, unit)], key=lambda d: d.end)
        if d.period_start and d.period_end and d.kind in LASTING and (size < 32 or not is_short(d))
    ]


def _parted(reading: Reading, unit: Unit) -> list[DateMention]:
    """The ranges in two pieces of the sentences before."""
    here = reading.unit_index(unit.start)
    before = reading.units[max(0, here - UNITS_BACK) : here]
    return [found for line in before for found in parted_ranges(reading, line)]


def stated(reading: Reading, unit: Unit, match: re.Match[str], last: Span, claimed: Sequence[Span]) -> Span | None:
    """The period spoken of; "the class period", "the audit period" is the one that the text lays out as a range."""
    before = ranges(reading, unit)
    if last[0] and last[0] == last[1]:  # "316 were active on Oct. 24. ... In the period it had got 494": no day is one
        last = next(((start, end) for start, end in reversed(claimed) if start and start != end), last)
    if _NAMED_STRETCH.search(match[0]):
        laid = {(d.period_start, d.period_end) for d in [*reading.dates, *_parted(reading, unit)] if d.kind == "range"}
        if found := [r for r in before if r in laid and (length(*r) or 0) > 90]:
            return found[-1]
    at = unit.start + match.start()
    own = [d for d in usable(reading, unit) if d.end <= at and d.period_end and (d.kind == "through" or not is_day(d))]
    if own and claimed and claimed[-1][1] == own[-1].period_end:
        return claimed[-1]
    told = [span for span in _laid_out(reading, unit) if (length(*span) or 0) > 32]
    if told:
        return claimed[-1] if claimed and _same_by_law(claimed[-1], told[-1]) else told[-1]
    if _THE_TIME.search(match[0]) and all(last):
        return last
    before_last = next((span for span in reversed(claimed) if span != last), (None, None))
    if all(before_last) and years_moved((before_last[0] or "", before_last[1] or ""), -1) == last:
        return before_last  # the year earlier was but set beside it
    if _PLAIN.match(match[0]) and last[0] and last[0][5:] == "01-01" and (last[1] or "")[5:] == "12-31":
        laid = {(d.period_start, d.period_end) for d in reading.before(unit.start) if d.kind == "range"}
        odd = (c for c in reversed(claimed) if c in laid and (length(*c) or 0) > 90)
        if (whole := next(odd, None)) is not None:
            return whole  # "in 2025" is called no period: the one that the text laid out is
    around = next((c for c in claimed[:-4:-1] if c != last and _holds(c, last)), None)
    if around is not None:
        return around
    short = [(d.period_start, d.period_end) for d in reading.before(unit.start) if d.kind == "range" and d.period_end]
    return last if any(last) else before[-1] if before else short[-1] if short else None


def _same_by_law(claimed: Span, told: Span) -> bool:
    """Whether a claim's period is one that the text lays out, by the fiscal year of those who count."""
    size = length(*claimed)
    if size is None or not claimed[0] or not told[0] or not as_long(length(*told), size):
        return False
    return abs(Date.fromisoformat(claimed[0]).toordinal() - Date.fromisoformat(told[0]).toordinal()) < 100


def _holds(whole: Span, part: Span) -> bool:
    """Whether one period holds another: "The busiest year was 2023" within the years spoken of."""
    start, end = whole
    return bool(start and end and part[0] and part[1] and start <= part[0] and part[1] <= end)
