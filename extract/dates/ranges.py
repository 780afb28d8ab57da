"""Date words that make one period: "from A through B", "June, July and August", "Feb. 3 and March 9, 2024"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from extract.dates import spans
from extract.dates.atoms import Atom, month_number
from extract.dates.context import ahead
from extract.dates.resolve import Context, meaning
from extract.dates.shapes import MONTH, NUMBERED_LAW, RULES
from extract.dates.spans import Span

_TO = re.compile(
    r"\s*(?:,\s*)?(?:to|up\s+to|through|thru|until|till|and\s+ending|ending)\s+(?:the\s+(?:end|start|beginning)\s+of\s+"
    r"|about\s+|at\s+least\s+|on\s+)?$|\s*[–—]\s*$|\s*-\s*$"
)
_TO_EVENT = re.compile(
    r",?\s+(?:to|up\s+to|through|until|till)\s+(?:(?:the\s+(?:day|date|time|month|week|moment)\s+(?:that\s+|when\s+)?)?"
    rf"(?!(?:about|at\s+least)\b)(?:(?:{NUMBERED_LAW}|(?:Gov|Sen|Rep|Lt|Capt)\.|[^\s.,;:“”\"\d]+)\s+){{2,11}}?)"
    r"(?:on|in)\s+(?:the\s+(?:end|start|middle)\s+of\s+)?$",
    re.I,
)
"""A second end that is told with what happened then: "from January until the sheriff changed course in late May"."""
_FROM_EVENT = re.compile(
    r"\b(?:from|between)\s+(?:when\s+|the\s+(?:day|date|time|month|moment)\s+|(?=[^.;\d]{0,60}\b(?:took|began|started|was|came|went|became)\b))"
    r"[^.;\d]{3,70}?(?:,?\s+(?:on|in)|,)\s+$"
)
"""A first end that is told with what happened then: "from the day she was sworn in, on Jan. 1, to the end of May"."""
_RULE_TO = re.compile(
    rf"\s+(?:[\w’'-]+\s+){{0,2}}?{RULES}\s+(?:and|to|through|until|till)\s+(?:the\s+end\s+of\s+)?"
)
_FROM_THE = re.compile(r"\b(?P<lead>between|from)\s+(?:the|its|that|an?)\s+$", re.I)
"""A range from a rule that is named by its date: "between the 2021 ruling and this spring"."""
_AND = re.compile(r"\s*,?\s*and\s+$")
_MORE = re.compile(rf"[^.;]{{0,40}}?\b(?:from|between|in)\s+(?P<m>{MONTH})\b")
"""The next stretch of a row of months."""
_POINTS = {
    "iso",
    "numeric",
    "mdy",
    "dmy",
    "month",
    "month_edge",
    "holiday",
    "year",
    "fiscal",
    "weekday",
    "event",
    "today",
    "season",
    "relative",
    "short_year",
    "edge",
}


def told_start(a: Atom, b: Atom, context: Context) -> str:
    """The word before two dates that are the ends of a range whose first is told with what happened then, else ""."""
    joint = context.text[a.end : b.start]
    if a.kind not in ("mdy", "month", "year") or len(joint) > 60:
        return ""
    if len(joint) > 8 and _RULE_TO.fullmatch(joint):
        named = _FROM_THE.search(context.text, max(context.sentence[0], a.start - 16), a.start)
        return "between the" if named is not None else ""
    event = _FROM_EVENT.search(context.text, max(context.sentence[0], a.start - 90), a.start)
    word = event[0].split()[0].lower() if event is not None and (_TO.fullmatch(joint) or _AND.fullmatch(joint)) else ""
    return "" if word == "from" and _AND.fullmatch(joint) else "from" if _TO.fullmatch(joint) and word else word


def of_two(a: Atom, b: Atom, lead: str, context: Context) -> Span | None:
    """The span of "from A through B", "between A and B", "A to B"; None where the two are no range."""
    joint = context.text[a.end : b.start]
    if lead == "between the":
        joint, lead = " and ", "between"
    event = lead == "from" and 12 < len(joint) < 120 and _TO_EVENT.fullmatch(joint)
    if (
        (len(joint) > 40 and not event)
        or not (a.kind in _POINTS or (a.kind == "week_of" and "d" in a.parts))
        or not (b.kind in _POINTS | {"ended"} or (a.kind == b.kind and "d" in b.parts))
    ):
        return None
    to, joined = event or _TO.fullmatch(joint), _AND.fullmatch(joint)
    if not (to or (joined and lead == "between")) or (lead not in ("from", "between") and not _like(a, b)):
        return None
    if a.kind == "fiscal" and "y" in a.parts and b.kind == "year":
        b = replace(b, kind="fiscal")
    second = meaning(b, context)
    if second is None or second.end is None:
        return None
    first = meaning(_edge_of(a, second), context)
    if event and second.start and context.published and second.start > context.published:
        second = spans.shift_years(second, -1)
    if event and "y" in a.parts and b.kind in ("mdy", "month") and not b.parts.keys() & {"y", "ry", "rel"}:
        second = _right_after(a, second, context) or second
    if "y" not in a.parts and a.kind in ("mdy", "month", "holiday") and second.start:
        first = _not_after(a, second, context)
    if first is None or first.start is None or second.end is None or first.start > second.end:
        return None
    start, end = _from_the_middle(a, first, first.start), _from_the_middle(b, second, second.end, last=True)
    if _to_come(a, b, end, context):
        start, end = (day and spans.shift_months(day, -12) for day in (start, end))
        end = spans.month(end.year, end.month).end if end else end
    if start is None:
        return None
    running = b.kind == "relative" and context.published is not None and end is not None and end >= context.published
    return Span(start, None if running else end)


def _to_come(a: Atom, b: Atom, end: date | None, context: Context) -> bool:
    """ "It got 88 from July to September, 95 from October to December", told in September: those of the year before."""
    months = a.kind == b.kind == "month" and not (a.parts.keys() | b.parts.keys()) & {"y", "yy", "ry", "rel", "part"}
    now = context.published
    if not months or now is None or end is None or end <= now or ahead(a, context):
        return False
    more = _MORE.match(context.text, b.end, context.sentence[1])
    return more is not None and month_number(more["m"]) == end.month % 12 + 1


def _from_the_middle(atom: Atom, span: Span, day: date | None, last: bool = False) -> date | None:
    """The end of a range where it is the middle of a month or of a year ("from 2015 through mid-2017")."""
    if of_the_middle(atom) and span.start:
        return span.start.replace(day=15)
    if atom.kind == "year" and atom.parts.get("part") == "mid" and span.start:
        return date(span.start.year, 6, 30) if last else date(span.start.year, 7, 1)
    return day


def of_the_middle(atom: Atom) -> bool:
    """ "Mid-September", "the middle of September"."""
    return atom.kind == "month" and bool(re.match(r"mid|(?:the\s+)?middle", atom.parts.get("part", "")))


def _like(a: Atom, b: Atom) -> bool:
    """Whether "A to B" without "from" is a range: both years, both days or months."""
    days = {"mdy", "month", "dmy", "iso", "numeric", "weekday"}
    return (
        a.kind == b.kind or (a.kind in days | {"week_of"} and b.kind in days) or {a.kind, b.kind} <= {"fiscal", "year"}
    )


def _not_after(a: Atom, last: Span, context: Context) -> Span | None:
    """`a`, which gives no year, as the latest such day or month before the range's end."""
    assert last.start and last.end
    for year in (last.start.year, last.start.year - 1):
        span = meaning(Atom(a.kind, a.start, a.end, a.text, {**a.parts, "y": str(year)}), context)
        if a.kind == "holiday":
            span = meaning(a, replace(context, published=last.end))
        if span and span.start and span.start <= last.start:
            return span
    return None


def _edge_of(a: Atom, last: Span) -> Atom:
    """ "Between the start of the year and Sept. 1, 2024": the year of the end."""
    if a.kind != "edge" or not re.fullmatch(r"the\s+(?:calendar\s+)?year", a.parts.get("of", "")) or last.end is None:
        return a
    return replace(a, parts={"edge": a.parts["edge"], "y": str(last.end.year)})


def _right_after(a: Atom, last: Span, context: Context) -> Span | None:
    """ "From January 2018 until it changed course in late September", told years later: the end, which gives no year,
    is the first such day or month behind the start."""
    first, now = meaning(a, context), context.published
    if first is None or first.start is None or last.start is None or now is None or now.year - first.start.year < 2:
        return None
    years = last.start.year - first.start.year
    moved = spans.shift_years(last, -years)
    return moved if moved.start and moved.start >= first.start else spans.shift_years(last, 1 - years)


def listed_months(atoms: list[Atom], i: int, context: Context) -> tuple[int, Span] | None:
    """ "June, July and August": months in a row as one period, with how many they are."""
    count = 1
    while i + count < len(atoms) and atoms[i + count].kind == "month" == atoms[i].kind:
        a, b = atoms[i + count - 1], atoms[i + count]
        joint = context.text[a.end : b.start]
        if (
            not re.fullmatch(r",?\s*(?:and|,|&)?\s+", joint)
            or month_number(b.parts["m"]) != month_number(a.parts["m"]) % 12 + 1
            or "y" in a.parts
        ):
            break
        count += 1
        if "and" in joint:
            break
    if count < 2 or "and" not in context.text[atoms[i + count - 2].end : atoms[i + count - 1].start]:
        return None
    last = meaning(atoms[i + count - 1], context)
    if last is None or last.start is None:
        return None
    return count, spans.months(spans.shift_months(last.start, 1 - count), count)


def shared_year(atom: Atom, following: Atom | None, context: Context) -> Atom:
    """ "April and May of 2023", "Feb. 3 and March 9, 2024": the year stands once, after the last."""
    if following is None or atom.kind != following.kind or atom.kind not in ("month", "mdy") or "y" in atom.parts:
        return atom
    joint = context.text[atom.end : following.start]
    if "y" in following.parts and re.fullmatch(r",?\s*(?:and|or|,)\s+(?:on\s+|in\s+)?", joint):
        return replace(atom, parts={**atom.parts, "y": following.parts["y"]})
    return atom
