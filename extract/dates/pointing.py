"""Periods that point to another one: the same span, the year before it, what followed, "that year"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from extract.dates import spans
from extract.dates.atoms import Atom, number
from extract.dates.context import FUTURE, Context
from extract.dates.spans import Span

FOLLOWED_REACH = 250
"""Characters from a day to "the ten days that followed"."""


def read_last_time(atom: Atom, context: Context) -> Span | None:
    """ "At this point last year": that year up to the same day."""
    now = context.published
    if now is None:
        return None
    if (named := context.day_here()) and named.start:
        by = int(atom.parts["y"]) - named.start.year if "y" in atom.parts else -1
        return spans.shift_years(named, by)
    year = int(atom.parts.get("y", now.year - 1))
    return Span(date(year, 1, 1), spans.shift_months(now, 12 * (year - now.year)))


def read_followed(atom: Atom, context: Context) -> Span | None:
    count, unit = number(atom.parts.get("n", "one")), atom.parts["unit"]
    start = context.just_on(FOLLOWED_REACH) if unit in ("day", "week") else None
    if start is None:
        if not context.last or not context.last.end or (context.published and context.last.end > context.published):
            return None
        months = context.last.grain == "month" and unit != "year"
        start = context.last.start if months else context.last.end + timedelta(days=1)
        if start is None:
            return None
    if "open" in atom.parts and atom.parts["open"] != "had":
        return Span(start, None)
    if unit in ("day", "week"):
        return Span(start, start + timedelta(days=round(count * (7 if unit == "week" else 1)) - 1))
    return spans.months_of(start, count * {"month": 1, "quarter": 3, "year": 12}[unit])


def read_same(atom: Atom, context: Context) -> Span | None:
    last = _pointed_at(atom.parts, context)
    if last is None or last.start is None:
        return None
    if "now" in atom.parts:
        return spans.shift_years(last, context.published.year - last.start.year) if context.published else None
    if "y" in atom.parts:
        return spans.shift_years(last, int(atom.parts["y"]) - last.start.year)
    if "back" in atom.parts:
        return spans.shift_years(last, -1)
    return last


def _pointed_at(p: dict[str, str], context: Context) -> Span | None:
    """What "the same span", "the same 12 months", "the same year" stand for: the last period of that size, where a size
    is given, else the last range, else the last period of any kind."""
    unit = p["unit"].rstrip("s")
    if unit in ("day", "date") and "n" not in p:
        return context.day_here()
    if unit.endswith("year") and "n" not in p:
        if context.last and context.last.grain == "fiscal":
            return context.last
        return spans.year(context.last_year) if context.last_year else context.last
    if unit in ("month", "quarter", "week", "day", "year") and ("n" in p or not p["unit"].endswith("s")):
        size = number(p.get("n", "one")) * {"month": 30.4, "quarter": 91.3, "week": 7, "day": 1, "year": 365.25}[unit]
        return context.earlier(lambda span: bool(span.end and abs(_length(span) - size) < 0.06 * size + 1))
    return context.earlier(lambda span: span.end is None or _length(span) > 31) or context.last


def _length(span: Span) -> int:
    return (span.end - span.start).days + 1 if span.start and span.end else 0


def read_year_before(atom: Atom, context: Context) -> Span | None:
    return _year_by(-1, context)


def read_year_after(atom: Atom, context: Context) -> Span | None:
    last = context.last
    if re.search("next|following", atom.text) and last and last.start and last.end and last.grain == "month":
        return spans.year(last.end.year + 1)
    return _year_by(1, context)


def read_apart(atom: Atom, context: Context) -> Span | None:
    """ "Two years earlier", "a month later": so far from the year or month spoken of."""
    p = atom.parts
    by = round(number(p.get("n", "one"))) * (-1 if re.match("earlier|before|prior|previous", p["way"]) else 1)
    if p["unit"] == "year":
        return _year_by(by, context)
    if p["unit"] == "week":  # "The following week's list", after that of Jan. 28 to Feb. 3
        week = context.earlier(lambda span: _length(span) == 7)
        if week is None or week.start is None or week.end is None:
            return None
        return Span(week.start + timedelta(days=7 * by), week.end + timedelta(days=7 * by))
    last = context.last_month
    if last is None or last.start is None:
        return None
    then = spans.shift_months(last.start.replace(day=1), by)
    return spans.month(then.year, then.month)


def _year_by(by: int, context: Context) -> Span | None:
    last = context.last
    if last and last.start and last.end and 360 <= (last.end - last.start).days <= 366:
        return spans.shift_years(last, by)
    if context.last_year:
        return spans.year(context.last_year + by)
    if last and last.start and last.end is not None:
        return spans.shift_years(last, by)
    return spans.year(context.published.year - 1) if context.published and by < 0 else None


def read_calendar(atom: Atom, context: Context) -> Span | None:
    if "month" in atom.parts["u"]:
        return context.last_month
    before = context.text[max(0, atom.start - 20) : atom.start]
    if (
        atom.parts["u"].startswith("the")
        and re.search(r"\b(?:end|ends|rest|remainder)\b[^.]{0,12}$", before)
        and FUTURE.search(context.near())
    ):
        return spans.year(context.published.year) if context.published else None
    last = context.last
    if last and last.grain == "year" and (last.start is None or last.end is None) and (one := last.start or last.end):
        return spans.year(one.year)  # "the binder goes back to 2021. That year ...": not all the years since
    if last and last.grain == "fiscal" and last.start and last.end is None:
        return spans.starting(last.start, 1, "year")
    if last and last.grain in ("year", "fiscal"):
        return last
    if (
        re.search(r"whole|full|entire", atom.text)
        and last
        and last.start
        and last.end
        and last.start.year == last.end.year
    ):
        return spans.year(last.start.year)
    said = context.said_year if atom.parts["u"].startswith("that") else None
    if known := said or context.last_year:
        return spans.year(known)
    if context.published is None:
        return None
    over = context.published.month <= 2 and atom.parts["u"].startswith("the") and before.endswith("for ")
    return spans.year(context.published.year - over)
