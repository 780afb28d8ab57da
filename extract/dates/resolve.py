"""What an atom means: its span of days, from the publication date and what the text said before."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import lru_cache

import dateparser

from extract.dates import spans
from extract.dates.atoms import HALVES, ORDINALS, WEEKDAYS, Atom, month_number, number
from extract.dates.spans import Span

_FUTURE = re.compile(
    r"\b(?:will|shall|would|to\s+(?:be|take|hold|receive|meet|vote|hear|begin|start|go|come|file|decide|consider"
    r"|appear|present|discuss|report)"
    r"|set\s+for|slated|scheduled|upcoming|plans?|expects?|expected|next|begins|starts|takes\s+(?:effect|office"
    r"|over)|retires|leaves|expires|opens|returns|convenes|ahead\s+of|deadline|due|until|is\s+set|are\s+set"
    r"|going\s+to|up\s+for|hearing\s+(?:on|is)|trial|invited|(?:’|')ll)\b"
)
_PAST = re.compile(
    r"\b(?:was|were|had|did|since|ago|last|released|said|told|wrote|sent|received|lodged|issued|arrested|began|took"
    r"|dated|filed|signed|declined|posted"
    r"|made|announced|reported|showed|became|ran|ended|picked|came|went|adopted|passed|ruled|held)\b"
)
_INAUGURATIONS = [date(year, 1, 20) for year in range(1981, 2046, 4)]
_SEASONS = {"spring": 3, "summer": 6, "fall": 9, "autumn": 9, "winter": 12}
_SOON = 31
"""Days ahead within which a bare "Feb. 4" is a coming one, where nothing around it says past or future."""


@dataclass
class Context:
    """What resolving needs, and what it learns on the way down the text."""

    text: str
    published: date | None
    fiscal_month: int | None
    """First month of the fiscal year where the text defines it."""
    last: Span | None = None
    """The last period of a month or more (what "the same span", "the year before" point back to)."""
    last_month: Span | None = None
    last_year: int | None = None
    sentence: tuple[int, int] = (0, 0)
    sentence_year: int | None = None
    history: list[Span] = field(default_factory=list)
    compared: bool = False

    def learn(self, span: Span, kind: str) -> None:
        """Keeps what a later "the same span", "that year", "the month" may point back to; not what is only compared
        with ("down from 26 in FY 2023")."""
        if span.grain == "month" or (span.start and span.end and 27 <= (span.end - span.start).days <= 31):
            self.last_month = span
        if span.start and (span.end is None or (span.end - span.start).days >= 6) and not self.compared:
            self.last = span
            self.history.append(span)
        if span.grain in ("year", "fiscal") and span.end:
            self.last_year = span.end.year

    def earlier(self, test: Callable[[Span], bool]) -> Span | None:
        """The last kept span that passes the test."""
        return next((span for span in reversed(self.history) if test(span)), None)

    def near(self) -> str:
        return self.text[slice(*self.sentence)]


def meaning(atom: Atom, context: Context) -> Span | None:
    """The atom's span; None where it is relative and there is nothing to resolve it against."""
    return _READERS[atom.kind](atom, context)


def _iso(atom: Atom, context: Context) -> Span | None:
    p = atom.parts
    year = int(p["y"])
    return spans.day(year + (2000 if year < 70 else 1900) if year < 100 else year, int(p["m"]), int(p["d"]))


def _mdy(atom: Atom, context: Context) -> Span | None:
    p = atom.parts
    month, day = month_number(p["m"]), int(p["d"])
    if "y" in p:
        return spans.day(int(p["y"]), month, day)
    return _nearest(month, day, atom, context)


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
    if _since(atom, context):
        return past[-1]
    if _ahead(atom, context) or (_days(coming[0], context) <= _SOON and not _clearly_past(atom, context)):
        return coming[0]
    return past[-1]


def _days(span: Span, context: Context) -> int:
    assert span.start and context.published
    return (span.start - context.published).days


def _since(atom: Atom, context: Context) -> bool:
    before = context.text[max(0, atom.start - 60) : atom.start]
    return bool(re.search(r"\b(?:since\s+(?:[^.,;]{0,40}\s)?|(?:dated|from)\s+)$", before, re.I))


def _clause(atom: Atom, context: Context) -> tuple[str, str]:
    """The words of the sentence before and after the atom, as far as they bear on its tense."""
    start, end = context.sentence
    return context.text[max(start, atom.start - 90) : atom.start], context.text[atom.end : min(end, atom.end + 40)]


def _ahead(atom: Atom, context: Context) -> bool:
    """Whether the words nearest before the atom (or right after it) speak of what is to come."""
    before, after = _clause(atom, context)
    future = [match.end() for match in _FUTURE.finditer(before)]
    past = [match.end() for match in _PAST.finditer(before)]
    if future:
        return not past or future[-1] > past[-1] or past[-1] < len(before) - 45
    return (
        not past
        and bool(re.match(r"(?:[’']s\s+\w+|,?\s+\w+\s+(?:will|would)|\s+will\b)", after))
        and bool(_FUTURE.search(context.near()))
    )


def _clearly_past(atom: Atom, context: Context) -> bool:
    before, _ = _clause(atom, context)
    return (
        bool(re.search(r"\b(?:since|dated|on)\s*$", before))
        and bool(_PAST.search(before))
        and not _FUTURE.search(before)
    )


def _month(atom: Atom, context: Context) -> Span | None:
    p = atom.parts
    number_ = month_number(p["m"])
    if "y" in p:
        return _partly(spans.month(int(p["y"]), number_), p.get("part"))
    if context.published is None:
        year = context.sentence_year
        return _partly(spans.month(year, number_), p.get("part")) if year and not p.keys() & {"rel", "ry"} else None
    now = context.published
    year = now.year if number_ <= now.month else now.year - 1
    if p.get("rel") == "next" or (
        p.get("rel") != "last" and not _since(atom, context) and number_ > now.month and _ahead(atom, context)
    ):
        year = now.year if number_ > now.month else now.year + 1
    elif p.get("rel") == "last" and number_ == now.month:
        year = now.year - 1
    elif p.get("rel") == "this":
        year = now.year
    elif (
        number_ < now.month and _ahead(atom, context) and re.search(r"\b(?:by|until|in)\s*$", _clause(atom, context)[0])
    ):
        year = now.year + 1
    if "ry" in p:
        year = now.year + {"last": -1, "this": 0, "next": 1}[p["ry"]]
    return _partly(spans.month(year, number_), p.get("part"))


def _partly(span: Span, part: str | None) -> Span:
    if part in ("early", "mid", "late"):
        return spans.third(span, part)
    return span


def _fiscal(atom: Atom, context: Context) -> Span | None:
    p = atom.parts
    first = fiscal_start(atom, context)
    if year := p.get("y3") or p.get("y2") or p.get("y"):
        number_ = int(year)
        if len(year) == 2:
            number_ += 2000 if number_ < 70 else 1900
        return spans.fiscal(number_, first) if 1950 <= number_ <= 2050 else None
    rel = p.get("rel", "the")
    if "same" in rel or rel == "the":
        if context.last and context.last.grain == "fiscal":
            return context.last
        if "same" in rel:
            return None
    if re.search("previous|prior", rel) and context.last and context.last.grain == "fiscal":
        return spans.shift_years(context.last, -1)
    if context.published is None:
        return None
    current = context.published.year + (context.published.month >= first)
    by = -1 if re.search("last|previous|prior|past|most", rel) else 1 if re.search("next|coming", rel) else 0
    return spans.fiscal(current + by, first)


def fiscal_start(atom: Atom, context: Context) -> int:
    """First month of the fiscal year: as the text defines it, else July where the sentence is about local government
    alone, else October (federal)."""
    if context.fiscal_month:
        return context.fiscal_month
    sentence = context.near()
    federal = re.search(
        r"\b(?:ICE|DHS|ERO|CBP|TRAC|[Ff]ederal|[Nn]ational|[Nn]ationwide|Customs|Homeland|Removal\s+Operations"
        r"|field\s+office|immigration\s+(?:officials|authorities|agents))\b",
        sentence,
    )
    local = re.search(
        r"\b(?:NYPD|[Pp]olice|[Ss]heriff|[Cc]ity|[Cc]ounty|[Ss]tate|[Dd]epartment\s+of\s+Corrections?|DOC|[Jj]ail"
        r"|[Cc]ouncil)\b",
        sentence,
    )
    return 7 if local and not federal else 10


def _ended(atom: Atom, context: Context) -> Span | None:
    p = atom.parts
    last = (_mdy if "d" in p else _month)(
        Atom("mdy", atom.start, atom.end, atom.text, {k: v for k, v in p.items() if k in "mdy"}), context
    )
    if last is None or last.end is None:
        return None
    if (
        "y" not in p
        and context.published
        and last.end > context.published
        and re.search(r"\b(?:ended|closed)\b", atom.text)
    ):
        last = spans.shift_years(last, -1)
    assert last.end
    if "n" in p:
        return spans.ending(last.end, number(p["n"], p.get("half", "")), p["unit"])
    whole = spans.ending(last.end, 1, "year")
    return Span(whole.start, whole.end, "fiscal" if "fiscal" in p["what"] or "budget" in p["what"] else "range")


def _base(p: dict[str, str], atom: Atom, context: Context) -> Span | None:
    """The year that a part is of ("of 2025", "of the year", "of fiscal 2024")."""
    of = p.get("of", "")
    if "y" in p:
        return spans.year(int(p["y"]))
    if "fy" in p:
        return _fiscal(Atom("fiscal", atom.start, atom.end, atom.text, {"y": p["fy"]}), context)
    if "fiscal" in of:
        return _fiscal(Atom("fiscal", atom.start, atom.end, atom.text, {"rel": "current"}), context)
    published = context.published
    if "last" in of or "previous" in of:
        return spans.year(published.year - 1) if published else None
    if "this" in of:
        return spans.year(published.year) if published else None
    if published:
        return spans.year(published.year)
    return spans.year(context.last_year) if context.last_year else None


def _first(atom: Atom, context: Context) -> Span | None:
    p = atom.parts
    base = _base(p, atom, context)
    if base is None or base.start is None or base.end is None:
        return None
    count, unit = number(p["n"], p.get("half", "")), p["unit"]
    if p["ord"] in ("last", "final"):
        return spans.ending(base.end, count * (3 if unit == "quarter" else 1), "month" if unit == "quarter" else unit)
    if unit in ("day", "week"):
        return Span(base.start, base.start + timedelta(days=round(count * (7 if unit == "week" else 1)) - 1))
    return _months_of(base.start, count * {"month": 1, "quarter": 3, "year": 12}[unit])


def _months_of(start: date, count: float) -> Span:
    """`count` months from `start`; a half month ends on its 15th."""
    whole = spans.shift_months(start, int(count))
    return Span(start, (whole + timedelta(days=14)) if count % 1 else whole - timedelta(days=1))


def _part(atom: Atom, context: Context) -> Span | None:
    p = atom.parts
    if "of" not in p and p["unit"] != "quarter":
        return None
    base = _base(p, atom, context)
    size = {"quarter": 3, "half": 6, "third": 4}[p["unit"]]
    index = ORDINALS[p["ord"]]
    if base is None or base.start is None:
        return None
    index = 12 // size if index == -1 else index
    return spans.months(spans.shift_months(base.start, size * (index - 1)), size) if index <= 12 // size else None


def _q(atom: Atom, context: Context) -> Span | None:
    base = _base(atom.parts, atom, context)
    return (
        spans.months(spans.shift_months(base.start, 3 * (int(atom.parts["n"]) - 1)), 3) if base and base.start else None
    )


def _week_of(atom: Atom, context: Context) -> Span | None:
    p = atom.parts
    if "month" in p:
        whole = context.last_month
        if p["month"] != "the month" or whole is None:
            month = context.published and spans.shift_months(context.published, -1 if "last" in p["month"] else 0)
            whole = spans.month(month.year, month.month) if month else whole
    elif "d" in p:
        point = _mdy(Atom("mdy", atom.start, atom.end, atom.text, p), context)
        if point is None or point.start is None:
            return None
        if "end" in atom.text.lower().split("week", 1)[1]:
            return Span(point.start - timedelta(days=6), point.start)
        return Span(point.start, point.start + timedelta(days=6))
    else:
        whole = _month(
            Atom("month", atom.start, atom.end, atom.text, {k: v for k, v in p.items() if k in "my"}), context
        )
    if whole is None or whole.start is None or whole.end is None:
        return None
    index = ORDINALS.get(p.get("ord", "first"), 1)
    if index == -1:
        return Span(whole.end - timedelta(days=6), whole.end)
    start = whole.start + timedelta(days=7 * (index - 1))
    return Span(start, start + timedelta(days=6))


def _ytd(atom: Atom, context: Context) -> Span | None:
    return Span(date(context.published.year, 1, 1), None) if context.published else None


def _season(atom: Atom, context: Context) -> Span | None:
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
        start = coming[0] if _ahead(atom, context) or begun[-1].year < now.year else begun[-1]
    elif rel == "last":
        start = ended[-1]
    else:
        start = coming[0] if _ahead(atom, context) else begun[-1]
    return spans.months(start, 3)


def _followed(atom: Atom, context: Context) -> Span | None:
    if not context.last or not context.last.end:
        return None
    start = context.last.end + timedelta(days=1)
    count = number(atom.parts["n"])
    unit = atom.parts["unit"]
    if unit in ("day", "week"):
        return Span(start, start + timedelta(days=round(count * (7 if unit == "week" else 1)) - 1))
    return _months_of(start, count * {"month": 1, "quarter": 3, "year": 12}[unit])


def _trailing(atom: Atom, context: Context) -> Span | None:
    if context.published is None:
        return None
    if "unit" in atom.parts:
        return spans.ending(context.published, 2, "day")
    return spans.ending(context.published, number(atom.parts["n"], atom.parts.get("half", "")), atom.parts["units"])


def _same(atom: Atom, context: Context) -> Span | None:
    last = _pointed_at(atom.parts, context)
    if last is None or last.start is None:
        return None
    if "y" in atom.parts:
        return spans.shift_years(last, int(atom.parts["y"]) - last.start.year)
    if re.search(r"year\s+(?:earlier|before)|last\s+year|previous\s+year", atom.text):
        return spans.shift_years(last, -1)
    return last


def _pointed_at(p: dict[str, str], context: Context) -> Span | None:
    """What "the same span", "the same 12 months", "the same year" stand for: the last period of that size, where a size
    is given, else the last range, else the last period of any kind."""
    unit = p["unit"].rstrip("s")
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


def _year_before(atom: Atom, context: Context) -> Span | None:
    return _year_by(-1, context)


def _year_after(atom: Atom, context: Context) -> Span | None:
    return _year_by(1, context)


def _year_by(by: int, context: Context) -> Span | None:
    last = context.last
    if last and last.start and last.end and 360 <= (last.end - last.start).days <= 366:
        return spans.shift_years(last, by)
    if context.last_year:
        return spans.year(context.last_year + by)
    if last and last.start and last.end is not None:
        return spans.shift_years(last, by)
    return spans.year(context.published.year - 1) if context.published and by < 0 else None


def _relative(atom: Atom, context: Context) -> Span | None:
    now = context.published
    if now is None:
        return None
    by = {"last": -1, "this": 0, "next": 1}[atom.parts["rel"].split()[0]]
    by = -1 if "past" in atom.parts["rel"] else by
    unit = atom.parts["u"]
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
    return _partly(span, atom.parts.get("part"))


def _ago(atom: Atom, context: Context) -> Span | None:
    if context.published is None:
        return None
    unit = atom.parts["unit"]
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


def _calendar(atom: Atom, context: Context) -> Span | None:
    if "month" in atom.parts["u"]:
        return context.last_month
    before = context.text[max(0, atom.start - 20) : atom.start]
    if (
        atom.parts["u"].startswith("the")
        and re.search(r"\b(?:end|ends|rest|remainder)\b[^.]{0,12}$", before)
        and _FUTURE.search(context.near())
    ):
        return spans.year(context.published.year) if context.published else None
    if context.last and context.last.grain in ("year", "fiscal"):
        return context.last
    if context.last_year:
        return spans.year(context.last_year)
    return spans.year(context.published.year) if context.published else None


def _holiday(atom: Atom, context: Context) -> Span | None:
    name = re.sub(r"\W+", " ", atom.parts["h"]).strip()
    fixed = {
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
    if name in fixed and context.published:
        return _nearest(*fixed[name], atom, context)
    now = context.published
    if now is None:
        return None
    days = [_floating(name, now.year + by) for by in (-1, 0, 1)]
    past, coming = [d for d in days if d <= now], [d for d in days if d > now]
    return spans.at(coming[0] if _ahead(atom, context) else past[-1])


def _floating(name: str, year: int) -> date:
    """Holidays that go by weekday: (month, weekday, which one; -1 the last)."""
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


def _event(atom: Atom, context: Context) -> Span | None:
    if context.published is None:
        return None
    past = [day for day in _INAUGURATIONS if day <= context.published]
    return spans.at(past[-1]) if past else None


def _weekday(atom: Atom, context: Context) -> Span | None:
    now = context.published
    if now is None:
        return None
    wanted = WEEKDAYS[atom.parts["wd"].rstrip(".")]
    back = now - timedelta(days=(now.weekday() - wanted) % 7)
    rel, week = atom.parts.get("rel", ""), atom.parts.get("w")
    if week:
        monday = now - timedelta(days=now.weekday()) + timedelta(days={"last": -7, "this": 0, "next": 7}[week])
        return spans.at(monday + timedelta(days=wanted))
    if rel == "last":
        return spans.at(back if back < now else back - timedelta(days=7))
    if rel == "next" or "coming" in rel or (not rel and back != now and _ahead(atom, context)):
        return spans.at(back + timedelta(days=7))
    if rel == "this" and back != now:
        ahead = back + timedelta(days=7)
        return spans.at(ahead if ahead.isocalendar()[1] == now.isocalendar()[1] else back)
    return spans.at(back)


def _today(atom: Atom, context: Context) -> Span | None:
    if context.published is None:
        return None
    return spans.at(context.published + timedelta(days={"yesterday": -1, "tomorrow": 1}.get(atom.parts["t"], 0)))


def _years(atom: Atom, context: Context) -> Span | None:
    """ "2018-2022", "2023-24"."""
    first, last = atom.parts["y"], atom.parts["y2"]
    whole = int(last) if len(last) == 4 else int(first[:2] + last)
    return Span(date(int(first), 1, 1), date(whole, 12, 31)) if int(first) < whole < int(first) + 60 else None


def _year(atom: Atom, context: Context) -> Span | None:
    return spans.year(int(atom.parts["y"]))


def _short_year(atom: Atom, context: Context) -> Span | None:
    return spans.year(2000 + int(atom.parts["y"]))


_READERS = {
    "iso": _iso,
    "numeric": _iso,
    "ended": _ended,
    "first": _first,
    "part": _part,
    "q": _q,
    "week_of": _week_of,
    "mdy": _mdy,
    "dmy": _mdy,
    "month": _month,
    "fiscal": _fiscal,
    "ytd": _ytd,
    "season": _season,
    "followed": _followed,
    "trailing": _trailing,
    "same": _same,
    "year_before": _year_before,
    "year_after": _year_after,
    "relative": _relative,
    "ago": _ago,
    "calendar": _calendar,
    "holiday": _holiday,
    "event": _event,
    "weekday": _weekday,
    "today": _today,
    "year": _year,
    "years": _years,
    "short_year": _short_year,
}

__all__ = ["HALVES", "Context", "fiscal_start", "meaning"]
