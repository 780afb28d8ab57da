"""Single dates: days, months, years, weekdays, holidays, and those relative to the publication date."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from functools import lru_cache

import dateparser
from dateutil.easter import easter

from extract.dates import events, spans
from extract.dates.atoms import Atom, month_number, number
from extract.dates.context import Context, ahead, clause, clearly_past, since
from extract.dates.shapes import DAYS_SPELLED, MONTH, WEEKDAYS, YEARS_SPELLED
from extract.dates.spans import Span

_SEASONS = {"spring": 3, "summer": 6, "fall": 9, "autumn": 9, "winter": 12}


_TO_THEN = re.compile(
    r",?\s+(?:to|and|then)\s+(?:(?:about|nearly|just|only|some|more\s+than)\s+)?(?:\d[\d,]*|[a-z]+)\s+(?:[a-z]+\s+)?(?:in|by)\s+"
    rf"(?P<m>{MONTH})(?!\w|,?\s+(?:of\s+)?(?:20|last|this))"
)
"""The number of a later month behind that of an earlier one."""
_YEARS_ON = {"last": -1, "this": 0, "next": 1}


_SOON = 31
"""Days ahead within which a bare "Feb. 4" is a coming one, where nothing around it says past or future."""


def read_iso(atom: Atom, context: Context) -> Span | None:
    p = atom.parts
    year = int(p["y"])
    return spans.day(year + (2000 if year < 70 else 1900) if year < 100 else year, int(p["m"]), int(p["d"]))


def read_mdy(atom: Atom, context: Context) -> Span | None:
    p = atom.parts
    month, day = month_number(p["m"]), DAYS_SPELLED.get(p["nth"], 1) if "nth" in p else int(p["d"])
    if "y" in p:
        return spans.day(int(p["y"]), month, day)
    if "ry" in p:
        year = _year_on(p["ry"], context)
        return spans.day(year, month, day) if year else None
    if "rel" in p and context.published:
        return _named(month, day, p["rel"], context.published)
    return _nearest(month, day, atom, context)


def _year_on(words: str, context: Context) -> int | None:
    """ "Last year", "this year", "that year" behind a day or a month."""
    if words not in _YEARS_ON:
        return context.said_year or context.last_year
    return context.published.year + _YEARS_ON[words] if context.published else None


def _nearest(month: int, day: int, atom: Atom, context: Context) -> Span | None:
    """A day without its year: the year of its sentence, else the last such day, else the coming one where words say
    so."""
    if context.published is None:
        year = context.sentence_year
        return spans.day(year, month, day) if year else None
    around = [context.published.year + by for by in (-1, 0, 1)]
    days = [span for span in (spans.day(year, month, day) for year in around) if span and span.start]
    past = [span for span in days if span.start and span.start <= context.published]
    coming = [span for span in days if span.start and span.start > context.published]
    if not past or not coming:
        known = past or coming
        return known[-1] if known else None
    if since(atom, context):
        return past[-1]
    if ahead(atom, context) or (_days(coming[0], context) <= _SOON and not clearly_past(atom, context)):
        return coming[0]
    return past[-1]


def _named(month: int, day: int, rel: str, now: date) -> Span | None:
    """ "Last Sept. 7", "next May 1": the nearest such day on that side of publication."""
    days = [span for span in (spans.day(now.year + by, month, day) for by in (-1, 0, 1)) if span and span.start]
    if rel.startswith("last") or rel.endswith("past"):
        return next((span for span in reversed(days) if span.start and span.start < now), None)
    return next((span for span in days if span.start and span.start > now), None)


def _days(span: Span, context: Context) -> int:
    assert span.start and context.published
    return (span.start - context.published).days


def read_days(atom: Atom, context: Context) -> Span | None:
    """ "June 3-7", "May 5 to 9, 2024": days of one month."""
    first = read_mdy(atom, context)
    if first is None or first.start is None:
        return None
    last = spans.day(first.start.year, first.start.month, int(atom.parts["d2"]))
    return Span(first.start, last.end) if last and last.end and last.end > first.start else first


def read_month(atom: Atom, context: Context) -> Span | None:
    p = atom.parts
    number_ = month_number(p["m"])
    if told := p.get("y") or ("20" + p["yy"] if "yy" in p else None):
        return partly(spans.month(int(told), number_), p.get("part"))
    if context.published is None:
        year = context.sentence_year
        return partly(spans.month(year, number_), p.get("part")) if year and not p.keys() & {"rel", "ry"} else None
    now = context.published
    year = now.year if number_ <= now.month else now.year - 1
    if (then := _TO_THEN.match(context.text, atom.end)) and number_ < month_number(then["m"]) > now.month:
        year = now.year - 1  # "from 21 in January to 66 in December", told in February
    if p.get("rel") == "next" or (
        p.get("rel") != "last" and not since(atom, context) and number_ > now.month and ahead(atom, context)
    ):
        year = now.year if number_ > now.month else now.year + 1
    elif p.get("rel") == "last" and number_ == now.month:
        year = now.year - 1
    elif p.get("rel") == "this":
        year = now.year
    elif number_ < now.month and _BY.search(_lead(atom, context)) and ahead(atom, context):
        year = now.year + 1
    if "ry" in p or p.get("rel") == "that":
        year = _year_on(p.get("ry", "that"), context) or year
    at = re.search(r"\b(?:at|as\s+of)\s+$", context.text[max(0, atom.start - 8) : atom.start], re.I)
    return partly(spans.month(year, number_), p.get("part"), bool(at))


def read_month_edge(atom: Atom, context: Context) -> Span | None:
    """ "The first of March", "the last day of May"."""
    whole = read_month(Atom("month", atom.start, atom.end, atom.text, dict(atom.parts)), context)
    if whole is None or whole.start is None or whole.end is None:
        return None
    return spans.at(whole.start if atom.parts["edge"] == "first" else whole.end)


def partly(span: Span, part: str | None, at: bool = False) -> Span:
    """A part of a month or year; its first or last day where something is said to hold `at` its start or end."""
    if at and part and span.start and span.end and re.search("start|beginning|end", part):
        return spans.at(span.end if part.endswith("end of") else span.start)
    if part in ("early", "mid", "late"):
        return spans.third(span, part)
    return span


_JUST_OVER = 45
"""Days after its end in which "this winter" still is the one that was."""


_BY = re.compile(r"\b(?:by|until|in)\s*$")


def _lead(atom: Atom, context: Context) -> str:
    """The words before the month, those of the atom itself too ("starting in January")."""
    return clause(atom, context)[0] + atom.text.lower().partition(atom.parts["m"])[0]


def read_season(atom: Atom, context: Context) -> Span | None:
    p = atom.parts
    first = _SEASONS[p["s"]]
    if "y" in p:
        return spans.months(date(int(p["y"]), first, 1), 3)
    now = context.published
    if now is None:
        return None
    starts = [date(now.year + by, first, 1) for by in (-2, -1, 0, 1)]
    begun = [start for start in starts if start <= now]
    ended = [start for start in starts if spans.shift_months(start, 3) <= now]
    coming = [start for start in starts if start > now]
    rel = p.get("rel", "the")
    if rel == "next":
        start = coming[0]
    elif rel == "this":
        over = (now - spans.shift_months(begun[-1], 3)).days  # "this winter", told in March: the one just over
        late = over > _JUST_OVER and begun[-1].year < now.year
        start = coming[0] if late or (over >= 0 and ahead(atom, context)) else begun[-1]
    elif rel == "last":
        start = ended[-1]
    else:
        start = coming[0] if ahead(atom, context) else begun[-1]
    return spans.months(start, 3)


def read_relative(atom: Atom, context: Context) -> Span | None:
    now = context.published
    if now is None:
        return None
    by = {"last": -1, "final": -1, "this": 0, "next": 1, "the": -2}[atom.parts.get("rel", "the").split()[0]]
    by = -1 if "past" in atom.parts.get("rel", "") else by
    unit = atom.parts["u"]
    if unit == "weekend" and atom.parts.get("rel") == "the":
        by = 0 if now.weekday() == 6 else -1
    if unit.endswith("year"):
        span = spans.year(now.year + by)
    elif unit == "month":
        then = spans.shift_months(now.replace(day=1), by)
        span = spans.month(then.year, then.month)
    elif unit == "quarter":
        then = spans.shift_months(date(now.year, 3 * ((now.month - 1) // 3) + 1, 1), 3 * by)
        span = spans.months(then, 3)
    else:
        span = spans.week(now + timedelta(days=7 * by))
        if unit == "weekend" and span.end:
            span = Span(span.end - timedelta(days=1), span.end)
    return partly(span, atom.parts.get("part"))


def read_ago(atom: Atom, context: Context) -> Span | None:
    if context.published is None:
        return None
    unit = atom.parts["unit"]
    if then := atom.parts.get("then"):  # "a year ago this month"
        rel, which = then.split()
        here = read_relative(Atom("relative", atom.start, atom.end, then, {"rel": rel, "u": which}), context)
        return spans.shift_years(here, -1) if here else None
    count = round(number(atom.parts["n"]))
    found = _ago_on(f"{count} {unit}s ago" if unit != "quarter" else f"{3 * count} months ago", context.published)
    if found is None:
        return None
    if unit == "year":
        return spans.year(found.year)
    return spans.month(found.year, found.month) if unit in ("month", "quarter") else spans.at(found)


@lru_cache(maxsize=512)
def _ago_on(words: str, today: date) -> date | None:
    now = datetime(today.year, today.month, today.day)
    found = dateparser.parse(words, languages=["en"], settings={"RELATIVE_BASE": now})
    return found.date() if found else None


def read_holiday(atom: Atom, context: Context) -> Span | None:
    name = re.sub(r"\W+", " ", atom.parts["h"]).strip()
    fixed = {
        "new year s": (1, 1),
        "new year s day": (1, 1),
        "new year s eve": (12, 31),
        "christmas": (12, 25),
        "christmas day": (12, 25),
        "christmas eve": (12, 24),
        "halloween": (10, 31),
        "fourth of july": (7, 4),
        "july fourth": (7, 4),
        "july 4th": (7, 4),
        "independence day": (7, 4),
        "veterans day": (11, 11),
        "juneteenth": (6, 19),
        "inauguration day": (1, 20),
    }
    if "y" in atom.parts:
        year = int(atom.parts["y"])
        return spans.day(year, *fixed[name]) if name in fixed else spans.at(_floating(name, year))
    if name in fixed and context.published:
        return _nearest(*fixed[name], atom, context)
    now = context.published
    if now is None:
        return None
    days = [_floating(name, now.year + by) for by in (-1, 0, 1)]
    past, coming = [d for d in days if d <= now], [d for d in days if d > now]
    return spans.at(coming[0] if ahead(atom, context) else past[-1])


def _floating(name: str, year: int) -> date:
    """Holidays that go by weekday: (month, weekday, which one; -1 the last)."""
    if name.startswith("easter"):
        return easter(year)
    month, weekday, nth = {
        "labor day": (9, 0, 1),
        "memorial day": (5, 0, -1),
        "thanksgiving": (11, 3, 4),
        "thanksgiving day": (11, 3, 4),
        "election day": (11, 1, 1),
        "presidents day": (2, 0, 3),
    }.get(name, (2, 0, 3))
    first = date(year, month, 2 if name == "election day" else 1)
    at = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (max(nth, 1) - 1))
    while nth == -1 and (at + timedelta(days=7)).month == month:
        at += timedelta(days=7)
    return at


def read_event(atom: Atom, context: Context) -> Span | None:
    day = events.first_day(atom.text, context.published) if context.published else None
    return spans.at(day) if day else None


def read_term(atom: Atom, context: Context) -> Span | None:
    """ "The Biden administration", "Trump’s first 100 days"."""
    if context.published is None:
        return None
    p = atom.parts
    if n := p.get("n") or p.get("n2"):
        first = events.first_day(re.sub(r"\bfirst\b", "", atom.text), context.published)
        return spans.starting(first, number(n), p.get("unit") or p["unit2"]) if first else None
    span = events.term(re.sub(r"\blast\b", "", atom.text), context.published)
    if "unit3" in p:
        return spans.ending(span[1], number(p.get("n3", "one")), p["unit3"]) if span and span[1] else None
    return Span(*span) if span else None


def read_weekday(atom: Atom, context: Context) -> Span | None:
    now = context.published
    if now is None:
        return None
    wanted = WEEKDAYS[atom.parts["wd"].rstrip(".")]
    back = now - timedelta(days=(now.weekday() - wanted) % 7)
    rel, week = atom.parts.get("rel", ""), atom.parts.get("w")
    if "before" in atom.parts:  # "14 on Monday, against 34 on the Monday before"
        set_beside = atom.parts["wd"].lower() in context.text[context.sentence[0] : atom.start].lower()
        return spans.at(back - timedelta(days=7)) if set_beside else None
    if week:
        monday = now - timedelta(days=now.weekday()) + timedelta(days={"last": -7, "this": 0, "next": 7}[week])
        return spans.at(monday + timedelta(days=wanted))
    if rel == "last":
        return spans.at(back if back < now else back - timedelta(days=7))
    if rel == "next" or "coming" in rel or (not rel and back != now and ahead(atom, context)):
        return spans.at(back + timedelta(days=7))
    if rel == "this" and back != now:
        coming = back + timedelta(days=7)
        return spans.at(coming if coming.isocalendar()[1] == now.isocalendar()[1] else back)
    return spans.at(back)


_DAYS_OFF = {"yesterday": -1, "last night": -1, "tomorrow": 1}


def read_today(atom: Atom, context: Context) -> Span | None:
    if context.published is None:
        return None
    return spans.at(context.published + timedelta(days=_DAYS_OFF.get(atom.parts["t"].lower(), 0)))


def read_years(atom: Atom, context: Context) -> Span | None:
    """ "2018-2022", "2023-24"."""
    first, last = atom.parts["y"], atom.parts["y2"]
    whole = int(last) if len(last) == 4 else int(first[:2] + last)
    return Span(date(int(first), 1, 1), date(whole, 12, 31)) if int(first) < whole < int(first) + 60 else None


def read_year(atom: Atom, context: Context) -> Span | None:
    return partly(spans.year(int(atom.parts["y"])), atom.parts.get("part"))


def read_spelled_year(atom: Atom, context: Context) -> Span | None:
    """ "Two thousand eleven", "twenty twenty-five"."""
    word = re.sub(r"^(?:two\s+thousand(?:\s+and)?|twenty)[\s-]+", "", atom.parts["y"])
    return spans.year(2000 + YEARS_SPELLED[word])


def read_short_year(atom: Atom, context: Context) -> Span | None:
    return spans.year(2000 + int(atom.parts["y"]))
