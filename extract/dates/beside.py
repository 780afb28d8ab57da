"""Lengths of time reckoned from a date beside them: "the six months before Jan. 1", "a stretch that began in May"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from extract.dates import spans
from extract.dates.atoms import Atom, number
from extract.dates.context import Context
from extract.dates.fiscal import fiscal_holding
from extract.dates.resolve import meaning
from extract.dates.shapes import COUNT, HALF, NUMBERED_LAW, NUMBERS
from extract.dates.spans import Span

REACH = 130
"""Characters before a date that may hold the length it bounds."""
_BEFORE = r"before|preceding|prior\s+to|leading\s+up\s+to"
_AFTER = r"after|following|that\s+followed|from"
_BEGAN = (
    r"(?:that\s+|which\s+)?(?:began|begun|begins?|started|starts|opened|beginning|starting|commencing|dating\s+from)"
)
_ENDED = (
    r"(?:that\s+|which\s+)?(?:ended|ends|ending|closed|closing|wrapped\s+up|concluded|concluding|finished)|through|up\s+to"
    r"|until|to"
)
_TILL = frozenset({"to", "until", "through", "up to"})
"""Behind "a year" these end a rate: "60 requests a year until 2017"."""
_LENGTH = re.compile(
    rf"\b(?:(?:the|its|his|her|their|a|an)\s+)?(?:first\s+)?(?P<n>{COUNT}|[a-z]+)(?P<half>{HALF})[\s-]+(?P<unit>day|week|month"
    r"|quarter|year)s?\b(?:(?P<of>(?:\s+(?!after\b|before\b|since\b|ago\b|old\b)[\w’'-]+){0,7}?)\s+)"
    rf"(?P<way>{_BEFORE}|{_AFTER}|since|{_BEGAN}|{_ENDED})"
    rf"(?P<clause>(?:\s+(?:{NUMBERED_LAW}|[^\s.,;:“”\"\d]+)){{0,10}},?(?:\s+(?:back\s+)?(?:on|in|effective))?)\s+$",
    re.I,
)
_ONE = re.compile(
    rf"\b(?:the|a|its|his|her|their)\s+(?P<unit>week|month|quarter|year)\s+(?P<way>{_BEGAN})(?:\s+(?:on|in|with))?\s+$",
    re.I,
)
"""A length of one: "in the week that began"."""
_ONE_BESIDE = re.compile(
    rf"\b(?:the|its)\s+(?P<unit>week|month|quarter|year)\s+(?P<way>{_BEFORE}|after|following|that\s+followed)"
    rf"(?P<clause>(?:\s+(?:{NUMBERED_LAW}|[^\s.,;:“”\"\d]+)){{2,10}},?\s+(?:on|in|effective))\s+$",
    re.I,
)
"""A length of one that an event bounds: "in the year before House Bill 12 became law in"."""
_PLAIN = re.compile(
    r"\s*(?:on|in|at|with)?(?:\s*(?:the\s+)?(?:(?:very\s+)?(?:end|start|beginning|close|last\s+day)\s+of))?", re.I
)
"""Words between a "that began", a "through" and its date that make no clause of it."""
_THROUGH = re.compile(r",?\s+through\s+(?:the\s+end\s+of\s+)?")


def stretch(atom: Atom, span: Span, context: Context) -> tuple[int, Span] | None:
    """Start and span of a length of time right before or after the date."""
    one = _ONE.search(context.text, max(context.sentence[0], atom.start - 50), atom.start)
    if one is not None and span.start is not None:
        first = _past(span.start, one["way"].lower(), context)
        return one.start(), spans.starting(first, 1, one["unit"].lower())
    event = _ONE_BESIDE.search(context.text, max(context.sentence[0], atom.start - REACH), atom.start)
    if event is not None and span.start is not None and span.grain in {"day", "month"}:
        if re.fullmatch(_BEFORE, event["way"].lower()):
            return event.start(), spans.ending(span.start - timedelta(days=1), 1, event["unit"].lower())
        return event.start(), spans.starting(span.start, 1, event["unit"].lower())
    match = _LENGTH.search(context.text, max(context.sentence[0], atom.start - REACH), atom.start)
    if match is None or not (match["n"].isdigit() or re.sub(r"\s+", " ", match["n"].lower()) in NUMBERS):
        return None
    count, unit, way = number(match["n"], match["half"]), match["unit"].lower(), match["way"].lower()
    if match["n"].lower() in {"a", "an"} and way in _TILL:
        return None
    clause = match["clause"].rstrip(",")
    told = len(clause.split()) >= 2 and not _PLAIN.fullmatch(clause)
    plain = bool(_PLAIN.fullmatch(clause))
    if match["of"].strip() and not (plain and re.fullmatch(f"{_BEGAN}|{_ENDED}", way)):
        return None
    if re.fullmatch(_BEGAN, way):
        return (
            (match.start(), spans.starting(_past(span.start, way, context), count, unit))
            if plain and span.start
            else None
        )
    if re.fullmatch(_ENDED, way):
        short = way in ("to", "until") and match["of"].strip()
        return (match.start(), spans.ending(span.end, count, unit)) if plain and span.end and not short else None
    if clause and not told:
        return None
    if re.fullmatch(_BEFORE, way):
        if span.start is None:
            return None
        return match.start(), spans.ending(span.start - timedelta(days=1), count, unit)
    if way == "since":
        return match.start(), Span(span.start, None, span.grain)
    after = span.start if span.grain == "day" else span.end and span.end + timedelta(days=1)
    if span.grain == "month" and told:
        after = span.start
    return (match.start(), spans.starting(after, count, unit)) if after else None


def _past(day: date, way: str, context: Context) -> date:
    """A day of which is said that something began on it, a year back where it is still to come."""
    told = re.search(r"\b(?:began|started|opened)$", way) and context.published and day > context.published
    return spans.shift_months(day, -12) if told else day


def open_before(atoms: list[Atom], i: int, context: Context) -> date | None:
    """Start of what is still open a few words before a "through": "this year through Dec. 11"."""
    before = atoms[i - 1] if i else None
    if (
        before
        and before.start >= context.sentence[0]
        and re.fullmatch(r",?\s+through\s+", context.text[before.end : atoms[i].start])
        and before.kind in ("ytd", "year", "relative", "fiscal")
    ):
        span = meaning(before, context)
        return span.start if span else None
    return None


def by_end(atom: Atom, span: Span, lead: str) -> Span | None:
    """ "By the end of the third quarter of 2025": of that year, what went by until then."""
    calendar = "fy" not in atom.parts and "fiscal" not in atom.text.lower()
    if atom.kind not in ("part", "q") or not calendar or not re.match(r"by\s.*\bend\s+of\b", lead, re.I):
        return None
    return Span(span.start.replace(month=1, day=1), span.end) if span.start else None


def fiscal_through(a: Atom, b: Atom, context: Context) -> Span | None:
    """ "The fiscal year through June": of the fiscal year that holds the named end, what went by until then."""
    if a.kind != "fiscal" or a.parts.keys() & {"y", "y2", "y3", "y4", "n"} or b.kind not in ("month", "mdy"):
        return None
    if not _THROUGH.fullmatch(context.text, a.end, b.start):
        return None
    last = meaning(b, context)
    if last is None or last.end is None:
        return None
    year = fiscal_holding(a, last.end, context)
    return Span(year.start, last.end, "fiscal" if year.end == last.end else "range")


def until(a: Atom, b: Atom, context: Context) -> Span | None:
    """ "The past nine months, through November 2017": the length counted back from the named end."""
    if (
        not re.fullmatch(r",?\s+(?:through|ending(?:\s+in|\s+on)?|ended|to)\s+", context.text[a.end : b.start])
        or "units" not in a.parts
    ):
        return None
    last = meaning(b, context)
    if last is None or last.end is None:
        return None
    return spans.ending(last.end, number(a.parts.get("n", "one"), a.parts.get("half", "")), a.parts["units"])
