"""What an atom means: its span of days, from the publication date and what the text said before."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from extract.dates import fiscal, pointing, points, spans
from extract.dates.atoms import Atom, number
from extract.dates.context import Context, ahead
from extract.dates.shapes import HALVES, MONTH, ORDINALS
from extract.dates.spans import Span

_YEARS = re.compile(r"\b(?:in|during|for|throughout|over|of)\s+(?:all\s+of\s+)?(20[0-4]\d)\b(?!\s+to\b)")


_FIRST_END = re.compile(r"\b(?P<y>20[0-4]\d),?\s+(?:to|and|through|until|till)\s+$")
"""The first end of a range, whose year the second one means: "from March 15, 2019, to the end of that year"."""


def _first_end(atom: Atom, context: Context) -> re.Match[str] | None:
    return _FIRST_END.search(context.text, max(0, atom.start - 20), atom.start)


def meaning(atom: Atom, context: Context) -> Span | None:
    """The atom's span; None where it is relative and there is nothing to resolve it against."""
    return _READERS[atom.kind](atom, context)


def _edge(atom: Atom, context: Context) -> Span | None:
    """ "The start of the year", "the end of last month": its first or last day."""
    of = atom.parts.get("of", "")
    if of.endswith("month") and not of.startswith("the"):
        whole = points.read_relative(replace(atom, parts={"rel": of.split()[0], "u": "month"}), context)
    elif of.endswith("month"):
        now = context.published
        whole = context.last_month or (spans.month(now.year, now.month) if now else None)
    elif of == "last fiscal year" or of == "this fiscal year":
        whole = fiscal.read_fiscal(replace(atom, parts={"rel": of.split()[0]}), context)
    elif of in {"that year", "the year"} and (first := _first_end(atom, context)) is not None:
        whole = spans.year(int(first["y"]))
    elif of == "that year":
        whole = pointing.read_calendar(replace(atom, parts={"u": of}), context)
    elif of.startswith("the") and "fiscal" not in of and atom.parts["edge"] == "end" and context.last_year:
        whole = pointing.read_calendar(replace(atom, parts={"u": "the year"}), context)
    else:
        whole = _base(atom.parts, atom, context)
    if whole is None or whole.start is None or whole.end is None:
        return None
    if atom.parts["edge"].startswith("mid"):  # "at midyear 2025"
        return spans.at(whole.start.replace(month=6, day=30))
    return spans.at(whole.end if atom.parts["edge"] == "end" else whole.start)


def _ended(atom: Atom, context: Context) -> Span | None:
    p = atom.parts
    if "m" not in p:
        return fiscal.just_ended(atom, context)
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
    unit = next(unit for unit in ("quarter", "month", "year") if unit in p["what"])
    whole = spans.ending(last.end, 1, unit)
    yearly = unit == "year" and re.search("fiscal|budget", p["what"])
    return Span(whole.start, whole.end, "fiscal" if yearly else "range")


def _base(p: dict[str, str], atom: Atom, context: Context) -> Span | None:
    """The year that a part is of ("of 2025", "of the year", "of fiscal 2024")."""
    of = p.get("of", "")
    if "m" in p:
        return points.read_month(replace(atom, parts={k: v for k, v in p.items() if k in "my"}), context)
    if "y" in p:
        return spans.year(int(p["y"]))
    if "fy" in p:
        return fiscal.read_fiscal(Atom("fiscal", atom.start, atom.end, atom.text, {"y": p["fy"]}), context)
    if "ended" in of or "closed" in of:
        return _year_over(of, atom, context)
    if "fiscal" in of or "federal" in of or "budget" in of:
        rel = "last" if re.search(r"\b(?:last|past|previous)\b", of) else "current"
        return fiscal.read_fiscal(Atom("fiscal", atom.start, atom.end, atom.text, {"rel": rel}), context)
    published = context.published
    if of.endswith(" one"):
        if context.last and context.last.grain == "fiscal":
            return fiscal.read_fiscal(Atom("fiscal", atom.start, atom.end, atom.text, {"rel": "current"}), context)
        return spans.year(published.year) if published else None
    if of == "that year":
        year = context.said_year or context.last_year
        return spans.year(year) if year else None
    if (not of or of.startswith("the")) and "previous" not in of and (year := _year_so_far(atom, context)):
        return spans.year(year)
    if "last" in of or "previous" in of or "past" in of:
        return spans.year(published.year - 1) if published else None
    if "this" in of:
        return spans.year(published.year) if published else None
    if published:
        return spans.year(published.year)
    return spans.year(context.last_year) if context.last_year else None


def _year_over(of: str, atom: Atom, context: Context) -> Span | None:
    """ "Of the fiscal year that just ended", "that ended June 30"."""
    if month := re.search(MONTH, of, re.I):
        parts = {"m": month[0], "what": "fiscal year"}
        return _ended(replace(atom, parts=parts, text=of), context)
    if re.search("fiscal|budget", of):
        return fiscal.just_ended(replace(atom, parts={}), context)
    return spans.year(context.published.year - 1) if context.published else None


def _year_so_far(atom: Atom, context: Context) -> int | None:
    """The year that the sentence has named before the atom, alone and not for comparison."""
    named = _YEARS.findall(context.text, context.sentence[0], atom.start)
    return int(named[-1]) if named else None


def _first(atom: Atom, context: Context) -> Span | None:
    p = atom.parts
    base = _base(p, atom, context)
    if base is None or base.start is None or base.end is None:
        return None
    count, unit = number(p.get("n", "one"), p.get("half", "")), p["unit"]
    if p["ord"] in ("last", "final", "closing"):
        return spans.ending(base.end, count * (3 if unit == "quarter" else 1), "month" if unit == "quarter" else unit)
    if unit in ("day", "week"):
        return Span(base.start, base.start + timedelta(days=round(count * (7 if unit == "week" else 1)) - 1))
    return spans.months_of(base.start, count * {"month": 1, "quarter": 3, "year": 12}[unit])


def _part(atom: Atom, context: Context) -> Span | None:
    p = atom.parts
    if "of" not in p and p["unit"] != "quarter":
        return None
    if atom.text.lower() == "last quarter":
        return points.read_relative(replace(atom, parts={"rel": "last", "u": "quarter"}), context)
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


_PERFECT = re.compile(r"\b(?:has|have)\b|[’'](?:ve|s)\b")


def _ytd(atom: Atom, context: Context) -> Span | None:
    if "all" in atom.parts and not _PERFECT.search(context.text, context.sentence[0], atom.start):
        return None  # "It had just two all year": of the year spoken of
    return Span(date(context.published.year, 1, 1), None) if context.published else None


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
    "fiscal": fiscal.read_fiscal,
    "ytd": _ytd,
    "last_time": pointing.read_last_time,
    "season": points.read_season,
    "followed": pointing.read_followed,
    "trailing": _trailing,
    "same": pointing.read_same,
    "year_before": pointing.read_year_before,
    "year_after": pointing.read_year_after,
    "apart": pointing.read_apart,
    "before_last": points.read_relative,
    "days": points.read_days,
    "edge": _edge,
    "term": points.read_term,
    "term_first": points.read_term,
    "relative": points.read_relative,
    "ago": points.read_ago,
    "calendar": pointing.read_calendar,
    "holiday": points.read_holiday,
    "event": points.read_event,
    "weekday": points.read_weekday,
    "today": points.read_today,
    "year": points.read_year,
    "years": points.read_years,
    "short_year": points.read_short_year,
    "spelled_year": points.read_spelled_year,
}

__all__ = ["HALVES", "Context", "meaning"]
