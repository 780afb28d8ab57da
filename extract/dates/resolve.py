"""What an atom means: its span of days, from the publication date and what the text said before."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from extract.dates import points, spans
from extract.dates.atoms import Atom, number
from extract.dates.context import FUTURE, Context, ahead
from extract.dates.shapes import HALVES, ORDINALS
from extract.dates.spans import Span

FOLLOWED_REACH = 250
"""Characters from a day to "the ten days that followed"."""
LATELY = 120
"""Days after its end in which "the fiscal year" of a report still is the one that has ended."""
_IN = re.compile(r"\b(?:in|during|for|over)\s+$", re.I)
_YEARS = re.compile(r"\b(?:in|during|for|throughout|over|of)\s+(?:all\s+of\s+)?(20[0-4]\d)\b(?!\s+to\b)")


def meaning(atom: Atom, context: Context) -> Span | None:
    """The atom's span; None where it is relative and there is nothing to resolve it against."""
    return _READERS[atom.kind](atom, context)


def _fiscal(atom: Atom, context: Context) -> Span | None:
    p = atom.parts
    first = fiscal_start(atom, context)
    if year := p.get("y4") or p.get("y3") or p.get("y2") or p.get("y"):
        number_ = int(year)
        if len(year) == 2:
            number_ += 2000 if number_ < 70 else 1900
        return spans.fiscal(number_, first) if 1950 <= number_ <= 2050 else None
    if "n" in p and context.published:
        ended = spans.fiscal(context.published.year + (context.published.month >= first) - 1, first)
        return Span(spans.shift_months(ended.start, 12 - 12 * int(number(p["n"]))), ended.end) if ended.start else None
    rel = p.get("rel", "the")
    if "same" in rel or rel == "the":
        if context.last and context.last.grain == "fiscal":
            return context.last
        if "same" in rel:
            return None
        if (told := _fiscal_told(atom, context)) is not None:
            return told
    if re.search("previous|prior", rel) and context.last and context.last.grain == "fiscal":
        return spans.shift_years(context.last, -1)
    if context.published is None:
        return None
    current = context.published.year + (context.published.month >= first)
    by = -1 if re.search("last|previous|prior|past|most", rel) else 1 if re.search("next|coming", rel) else 0
    return spans.fiscal(current + by, first)


def _fiscal_told(atom: Atom, context: Context) -> Span | None:
    """ "In the fiscal year" of a text that has spoken of one that ended not long ago: that one, not the running one."""
    lead = context.text[max(0, atom.start - 12) : atom.start]
    now = context.published
    if now is None or not _IN.search(lead):
        return None
    return context.earlier(
        lambda span: span.grain == "fiscal" and span.end is not None and 0 <= (now - span.end).days < LATELY
    )


def fiscal_holding(atom: Atom, day: date, context: Context) -> Span:
    """The fiscal year that holds a day."""
    first = fiscal_start(atom, context)
    return spans.fiscal(day.year + (day.month >= first), first)


def fiscal_start(atom: Atom, context: Context) -> int:
    """First month of the fiscal year: as the text defines it, else July where the sentence is about local government
    alone, else October (federal)."""
    sentence = context.near()
    federal = re.search(
        r"\b(?:ICE|DHS|ERO|CBP|TRAC|[Ff]ederal|[Nn]ational|[Nn]ationwide|Customs|Homeland|Removal\s+Operations"
        r"|field\s+office|immigration\s+(?:officials|authorities|agents))\b",
        sentence,
    )
    local = re.search(
        r"\b(?:NYPD|[Pp]olice|[Ss]heriff|(?<!by\s)(?:[Cc]ity|[Cc]ounty|[Ss]tate)|[Dd]epartment\s+of\s+Corrections?|DOC|[Jj]ail"
        r"|[Cc]ouncil)\b",
        sentence,
    )
    if context.fiscal_month and (local or not federal):
        return context.fiscal_month
    return 7 if local and not federal else 10


def _edge(atom: Atom, context: Context) -> Span | None:
    """ "The start of the year", "the end of last month": its first or last day."""
    of = atom.parts.get("of", "")
    if of.endswith("month") and not of.startswith("the"):
        whole = points.read_relative(replace(atom, parts={"rel": of.split()[0], "u": "month"}), context)
    elif of.endswith("month"):
        now = context.published
        whole = context.last_month or (spans.month(now.year, now.month) if now else None)
    elif of == "last fiscal year" or of == "this fiscal year":
        whole = _fiscal(replace(atom, parts={"rel": of.split()[0]}), context)
    elif of == "that year":
        whole = _calendar(replace(atom, parts={"u": of}), context)
    elif of.startswith("the") and "fiscal" not in of and atom.parts["edge"] == "end" and context.last_year:
        whole = _calendar(replace(atom, parts={"u": "the year"}), context)
    else:
        whole = _base(atom.parts, atom, context)
    if whole is None or whole.start is None or whole.end is None:
        return None
    return spans.at(whole.end if atom.parts["edge"] == "end" else whole.start)


def _ended(atom: Atom, context: Context) -> Span | None:
    p = atom.parts
    if "m" not in p:
        return _lately_ended(atom, context)
    last = (points.read_mdy if "d" in p else points.read_month)(
        Atom("mdy", atom.start, atom.end, atom.text, {k: v for k, v in p.items() if k in "mdy"}), context
    )
    if last is None or last.end is None:
        return None
    if (
        "y" not in p
        and context.published
        and last.end > context.published
        and (
            re.search(r"\b(?:ended|closed)\b", atom.text)
            or ("through" in atom.text and (last.end - context.published).days > 7 and not ahead(atom, context))
        )
    ):
        last = spans.shift_years(last, -1)
    assert last.end
    if "n" in p:
        return spans.ending(last.end, number(p["n"], p.get("half", "")), p["unit"])
    whole = spans.ending(last.end, 1, "year")
    return Span(whole.start, whole.end, "fiscal" if "fiscal" in p["what"] or "budget" in p["what"] else "range")


def _lately_ended(atom: Atom, context: Context) -> Span | None:
    """ "The fiscal year that ended last month", "the fiscal year just ended": the last whole one before then."""
    now = context.published
    if now is None:
        return None
    if atom.parts.get("u") == "month":
        month = spans.shift_months(now.replace(day=1), -1 if atom.parts["rel"] == "last" else 0)
        whole = spans.ending(spans.shift_months(month, 1) - timedelta(days=1), 1, "year")
        return Span(whole.start, whole.end, "fiscal")
    first = fiscal_start(atom, context)
    return spans.fiscal(now.year - (now.month < first), first)


def _base(p: dict[str, str], atom: Atom, context: Context) -> Span | None:
    """The year that a part is of ("of 2025", "of the year", "of fiscal 2024")."""
    of = p.get("of", "")
    if "m" in p:
        return points.read_month(replace(atom, parts={k: v for k, v in p.items() if k in "my"}), context)
    if "y" in p:
        return spans.year(int(p["y"]))
    if "fy" in p:
        return _fiscal(Atom("fiscal", atom.start, atom.end, atom.text, {"y": p["fy"]}), context)
    if "fiscal" in of or "federal" in of:
        return _fiscal(Atom("fiscal", atom.start, atom.end, atom.text, {"rel": "current"}), context)
    published = context.published
    if of == "that year":
        year = context.said_year or context.last_year
        return spans.year(year) if year else None
    if (not of or of.startswith("the")) and "previous" not in of and (year := _year_so_far(atom, context)):
        return spans.year(year)
    if "last" in of or "previous" in of:
        return spans.year(published.year - 1) if published else None
    if "this" in of:
        return spans.year(published.year) if published else None
    if published:
        return spans.year(published.year)
    return spans.year(context.last_year) if context.last_year else None


def _year_so_far(atom: Atom, context: Context) -> int | None:
    """The year that the sentence has named before the atom, alone and not for comparison."""
    named = _YEARS.findall(context.text, context.sentence[0], atom.start)
    return int(named[-1]) if named else None


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
    if index > 12 // size:
        return None
    part = spans.months(spans.shift_months(base.start, size * (index - 1)), size)
    to_come = context.published and part.start and part.start > context.published
    return spans.shift_years(part, -1) if to_come and "of" not in p and not ahead(atom, context) else part


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
        point = points.read_mdy(Atom("mdy", atom.start, atom.end, atom.text, p), context)
        if point is None or point.start is None:
            return None
        if "end" in atom.text.lower().split("week", 1)[1]:
            return Span(point.start - timedelta(days=6), point.start)
        return Span(point.start, point.start + timedelta(days=6))
    else:
        whole = points.read_month(
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


def _last_time(atom: Atom, context: Context) -> Span | None:
    """ "At this point last year": that year up to the same day."""
    now = context.published
    if now is None:
        return None
    if (named := context.day_here()) and named.start:
        by = int(atom.parts["y"]) - named.start.year if "y" in atom.parts else -1
        return spans.shift_years(named, by)
    year = int(atom.parts.get("y", now.year - 1))
    return Span(date(year, 1, 1), spans.shift_months(now, 12 * (year - now.year)))


def _followed(atom: Atom, context: Context) -> Span | None:
    count, unit = number(atom.parts["n"]), atom.parts["unit"]
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
    return _months_of(start, count * {"month": 1, "quarter": 3, "year": 12}[unit])


def _trailing(atom: Atom, context: Context) -> Span | None:
    if context.published is None:
        return None
    if "unit" in atom.parts:
        return spans.ending(context.published, 2, "day")
    count, unit = number(atom.parts.get("n", "one"), atom.parts.get("half", "")), atom.parts["units"]
    if unit in ("day", "week"):
        return spans.ending(context.published, count, unit)
    months = round(count * {"month": 1, "quarter": 3, "year": 12}[unit])
    return Span(spans.shift_months(context.published, -months), context.published)


def _same(atom: Atom, context: Context) -> Span | None:
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


def _year_before(atom: Atom, context: Context) -> Span | None:
    return _year_by(-1, context)


def _year_after(atom: Atom, context: Context) -> Span | None:
    last = context.last
    if re.search("next|following", atom.text) and last and last.start and last.end and last.grain == "month":
        return spans.year(last.end.year + 1)
    return _year_by(1, context)


def _apart(atom: Atom, context: Context) -> Span | None:
    """ "Two years earlier", "a month later": so far from the year or month spoken of."""
    p = atom.parts
    by = round(number(p.get("n", "one"))) * (-1 if re.match("earlier|before|prior|previous", p["way"]) else 1)
    if p["unit"] == "year":
        return _year_by(by, context)
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


def _calendar(atom: Atom, context: Context) -> Span | None:
    if "month" in atom.parts["u"]:
        return context.last_month
    before = context.text[max(0, atom.start - 20) : atom.start]
    if (
        atom.parts["u"].startswith("the")
        and re.search(r"\b(?:end|ends|rest|remainder)\b[^.]{0,12}$", before)
        and FUTURE.search(context.near())
    ):
        return spans.year(context.published.year) if context.published else None
    if context.last and context.last.grain in ("year", "fiscal"):
        return context.last
    last = context.last
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


_READERS = {
    "iso": points.read_iso,
    "numeric": points.read_iso,
    "ended": _ended,
    "first": _first,
    "part": _part,
    "q": _q,
    "week_of": _week_of,
    "mdy": points.read_mdy,
    "dmy": points.read_mdy,
    "month": points.read_month,
    "month_edge": points.read_month_edge,
    "fiscal": _fiscal,
    "ytd": _ytd,
    "last_time": _last_time,
    "season": points.read_season,
    "followed": _followed,
    "trailing": _trailing,
    "same": _same,
    "year_before": _year_before,
    "year_after": _year_after,
    "apart": _apart,
    "before_last": points.read_relative,
    "days": points.read_days,
    "edge": _edge,
    "term": points.read_term,
    "term_first": points.read_term,
    "relative": points.read_relative,
    "ago": points.read_ago,
    "calendar": _calendar,
    "holiday": points.read_holiday,
    "event": points.read_event,
    "weekday": points.read_weekday,
    "today": points.read_today,
    "year": points.read_year,
    "years": points.read_years,
    "short_year": points.read_short_year,
}

__all__ = ["HALVES", "Context", "fiscal_start", "meaning"]
