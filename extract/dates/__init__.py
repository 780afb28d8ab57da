"""Dates and periods as written, with what they mean at the publication date.

Three steps: `atoms` finds date words by shape, `resolve` gives each its span of days, and here neighbours are joined
into
the longest wording ("from Jan. 20 through Aug. 15", "since October 2023", "as of Monday").
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from datetime import date

from spacy.tokens import Doc

from extract import citations
from extract.dates import beside, defined, spans
from extract.dates.atoms import Atom, scan
from extract.dates.fiscal import fiscal_start
from extract.dates.fiscal_rows import fiscal_row
from extract.dates.ranges import listed_months, of_the_middle, of_two, shared_year, told_start
from extract.dates.resolve import Context, meaning
from extract.dates.shapes import NUMBERED_LAW, RULES
from extract.dates.spans import Span
from extract.model import DateMention, Document

__all__ = ["find", "fiscal_start"]

_SENTENCE_END = re.compile(
    r"[.!?](?<!\b[A-Z]\.)(?<!\b[A-Z][a-z]\.)(?<!\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Oct|Nov|Dec|Gov|Sgt|Sen|Rep)\.)"
    r"(?<!\bSept\.)[”\"’')]*\s+|\n+"
)
_LEAD = re.compile(
    r"(?P<lead>\b(?:from|between|since|(?:beginning|starting)(?:\s+in)?"
    r"|(?:dating|dates|going|goes)\s+(?:back\s+)?to|as\s+far\s+back\s+as|through|until|by|as\s+of|(?:(?:so|thus)\s+far|to\s+date)\s+(?:in|during)|before|after|up\s+to|in\s+all\s+of"
    r"|all\s+of|throughout|in|during|over|for"
    r"|in\s+(?:the\s+)?(?:calendar\s+)?year|the\s+end\s+of|on))\s+(?:about\s+|at\s+least\s+|the\s+(?=\d)|"
    r"(?:the\s+)?(?:end|start|beginning)\s+of\s+)?$",
    re.I,
)
_SINCE_CLAUSE = re.compile(
    r"(?<!\bhas\s)(?<!\bhave\s)(?<!\bhad\s)(?<!\bever\s)\bsince\s+(?!(?:then|that)\s)"
    rf"(?:(?:{NUMBERED_LAW}|[^\s.,;:“”\"\d]+)\s+){{1,9}}"
    r"[^\s.,;:“”\"\d]+(?:,?\s+(?:on|in|at|back\s+in|effective|as\s+of"
    r"|(?:which|that)\s+(?:was|began|happened|came)(?:\s+(?:on|in|back\s+in))?))?\s+$"
    r"|\bsince\s+the\s+(?:very\s+)?(?:day|date|month|moment)\s+(?:[^\s.,;:“”\"\d]+\s+){1,8}[^\s.,;:“”\"\d]+,\s+(?:on\s+|in\s+)?$",
    re.I,
)
"""The clause of "since a new state law kicked in on July 1", up to its date."""
_SINCE_RULE = re.compile(
    r"\bsince\s+(?:the|its|his|her|their|that|an?|(?:[\w.]+\s+){0,2}[\w.]+[’']s)\s+(?:[a-z]+\s+)?$", re.I
)
_RULE_AFTER = re.compile(
    rf"\s+(?:[\w’'-]+\s+){{0,3}}?{RULES}\b"
)
"""A "since" that reckons from a rule named by its date: "since the September 2011 ordinance passed"."""
_ONWARD = re.compile(r"\s+(?:onward|and\s+(?:later|after|since)|or\s+later)\b", re.I)
_FROM_ON = re.compile(r"\s+(?:on|onward|forward)\b", re.I)
"""What makes a start of a date by itself, and what does after "from"."""
_SINCE_WORDS = re.compile(r"(?:beginning|starting)(?: in)?|(?:dating|dates|going|goes) (?:back )?to|as far back as")
"""Words as good as "since"."""
_POSSESSIVE = re.compile(r"[’']s\b")
_TO_DATE = re.compile(
    r",?\s+(?:to|through|until|till|up\s+to)\s+(?:date|now|the\s+present(?:\s+day)?|the\s+day\s+of\s+publication)\b"
    r"|\s+(?:so|thus)\s+far\b|\s+YTD\b",
    re.I,
)
_LED_BY = {
    "event": ("since", "from", "between", "as of", "before", "after", "by", "until", "through"),
    "term": ("during", "throughout", "over"),
}
"""Words that make a date of what else only tells what happened."""
_ANAPHORIC = {"same", "year_before", "year_after", "apart", "followed", "calendar"}
_COMPARED = re.compile(
    r"\b(?:up|down|rose|fell|grew|increase\w*|decrease\w*|drop\w*|compared|more|fewer|less)\s+(?:from|with|to"
    r"|than)\s[^.;]{0,30}$|\b(?:twice|double|triple|half|over|under|below|above|from)\s+(?:the\s+)?[\d,]+\s+(?:of|in)\s+$"
    r"|\b(?:increase|decrease|drop|rise|fall|decline|jump|gain)\s+of\s[^.;,]{1,20}\s(?:over|from|on)\s+$",
    re.I,
)
_OF_LIFE = re.compile(
    r"\bwho\s+(?:\w+\s+){0,2}?(?:took\s+(?:office|over|the\s+job|charge)|(?:was|were)\s+(?:first\s+)?(?:elected|appointed|hired|born|named"
    r"|sworn\s+in)|retired|joined|won|became|came|started|arrived|left|quit|resigned|died)\b[^.;,\d]{0,30}\s(?:in|on|since)\s+$"
)
"""Before a date of somebody's life: "that year", "the year before" is not reckoned from it."""
_RECURRING = re.compile(r"\b(?:every|each)\s+(?:year|month|week|calendar\s+year|fiscal\s+year)[^.;]{0,20}$", re.I)
_PUBLISHED = re.compile(r"^(?:Published|Posted|Originally published|First published)\b[:\s][^\n]{0,20}", re.I | re.M)


def find(text: str, document: Document, doc: Doc | None = None) -> list[DateMention]:
    """Every date of the text, the longest wording of each place, in order.

    Relative ones need `document.published` (or a "Published ..." line in the text); without it they stay, unresolved.
    """
    cites = citations.spans(text)
    atoms = [atom for atom in scan(text) if not any(start <= atom.start and atom.end <= end for start, end in cites)]
    first = 10 if defined.by_federal(document.outlet) else defined.first_month(text)
    context = Context(text, document.published or _own_date(text, atoms), first)
    breaks = [0, *(match.end() for match in _SENTENCE_END.finditer(text)), len(text)]
    out: list[DateMention] = []
    i = 0
    while i < len(atoms):
        used, mention = _mention(atoms, i, context, breaks)
        if mention:
            out.append(mention)
        for year in (atom.parts.get("y", "") for atom in atoms[i : i + used]):
            context.said_year = int(year) if len(year) == 4 else context.said_year
        i += used
    return out


def _own_date(text: str, atoms: list[Atom]) -> date | None:
    """The day that the text itself names as its publication."""
    if label := _PUBLISHED.search(text, 0, 1500):
        for atom in atoms:
            if (
                label.start() < atom.start <= label.end()
                and atom.kind in ("mdy", "iso", "numeric", "dmy")
                and "y" in atom.parts
            ):
                span = meaning(atom, Context(text, None, None))
                return span.start if span else None
    return None


def _mention(atoms: list[Atom], i: int, context: Context, breaks: list[int]) -> tuple[int, DateMention | None]:
    """The mention that begins with atom `i`, and how many atoms it takes up."""
    atom = atoms[i]
    _enter(atom, context, breaks, atoms)
    before = atom.start - 4 if atom.kind == "holiday" and context.text.endswith(" the ", 0, atom.start) else atom.start
    lead = _LEAD.search(context.text, max(context.sentence[0], before - 30), before)
    word = re.sub(r"\s+", " ", lead["lead"].lower()) if lead else ""
    if months := listed_months(atoms, i, context):
        last = atoms[i + months[0] - 1]
        return months[0], _made(atom.start, last.end, months[1], "range", context, atom.kind)
    following = atoms[i + 1] if i + 1 < len(atoms) else None
    if following and word != "from":
        word = told_start(atom, following, context) or word
    if following and (span := of_two(atom, following, word, context)):
        start = lead.start("lead") if lead and word in ("from", "between") else atom.start
        return 2, _made(start, following.end, span, "range", context, atom.kind)
    if atom.kind == "trailing" and following and (joined := beside.until(atom, following, context)):
        return 2, _made(atom.start, following.end, joined, "range", context, atom.kind)
    if following and (through := beside.fiscal_through(atom, following, context)):
        kind = "fiscal_year" if through.grain == "fiscal" else "range"
        return 2, _made(atom.start, following.end, through, kind, context, atom.kind)
    atom = shared_year(fiscal_row(atom, context), following, context)
    span = meaning(atom, context)
    kind = _kind(atom)
    start, end = atom.start, atom.end
    if atom.kind == "days" and lead and word in ("from", "between"):
        start = lead.start("lead")
    if atom.kind == "ytd":
        kind = "since"
    elif atom.kind in _LED_BY and word not in _LED_BY[atom.kind]:
        return 1, None
    if span is None:
        return 1, (_unresolved(atom, kind) if _worth_keeping(atom) else None)
    if atom.kind in ("mdy", "month") and _RECURRING.search(context.text, context.sentence[0], atom.start):
        if context.published and span.start and span.start > context.published:
            span = spans.shift_years(span, -1)
        return 1, DateMention(atom.text, start, end, span.normalized, None, None, "recurring")
    if stretch := beside.stretch(atom, span, context):
        return 1, _made(stretch[0], end, stretch[1], "range" if stretch[1].end else "since", context, atom.kind)
    onward = _FROM_ON if word == "from" else _ONWARD
    open_end = _TO_DATE.match(context.text, end) or (onward.match(context.text, end) if span.start else None)
    if open_end:
        start = lead.start("lead") if lead and word == "from" else start
        return 1, _made(start, open_end.end(), Span(span.start, None, span.grain), "since", context, atom.kind)
    if _SINCE_WORDS.fullmatch(word) and lead:
        return 1, _made(
            lead.start("lead"), end, Span(span.start, None, span.grain), "since", context, atom.kind, span.normalized
        )
    if word == "since" and atom.kind == "ended":  # "since the start of the fiscal year that ended in June": it is over
        return 1, _made(start, end, span, kind, context, atom.kind)
    if word == "since" or (clause := max(_since_rule(atom, context), _since_clause(atom, context))) >= 0:
        start = lead.start("lead") if word == "since" and lead else clause
        return 1, _made(start, end, Span(span.start, None, span.grain), "since", context, atom.kind, span.normalized)
    if word.startswith(("so far", "thus far", "to date")) and lead:
        return 1, _made(
            lead.start("lead"), end, Span(span.start, None, span.grain), "since", context, atom.kind, span.normalized
        )
    if word in ("through", "until", "by", "up to") and lead and not _POSSESSIVE.match(context.text, end):
        earlier = beside.open_before(atoms, i, context) if word == "through" else None
        closing = span.start.replace(day=15) if of_the_middle(atom) and span.start else span.end
        if earlier:
            return 1, _made(lead.start("lead"), end, Span(earlier, closing), "range", context, atom.kind)
        if (so_far := beside.by_end(atom, span, lead[0])) is not None:
            return 1, _made(start, end, so_far, "range", context, atom.kind)
        if kind == "range" or atom.kind == "fiscal":
            return 1, _made(start, end, span, kind, context, atom.kind)
        return 1, _made(
            lead.start("lead"), end, Span(None, closing, span.grain), "through", context, atom.kind, span.normalized
        )
    if word == "as of" and lead:
        start = lead.start("lead")
    if atom.kind == "relative" and re.search(r"\bthis\b", atom.parts["rel"]) and atom.parts["u"].endswith("year"):
        made = _made(start, end, span, kind, context, atom.kind)
        return 1, replace(made, period_end=None)
    return 1, _made(start, end, span, kind, context, atom.kind)


def _enter(atom: Atom, context: Context, breaks: list[int], atoms: list[Atom]) -> None:
    at = bisect_right(breaks, atom.start) - 1
    sentence = (breaks[at], breaks[min(at + 1, len(breaks) - 1)])
    if sentence != context.sentence:
        context.sentence = sentence
        years = [
            int(other.parts["y"])
            for other in atoms
            if sentence[0] <= other.start < sentence[1]
            and other.parts.get("y", "").isdigit()
            and len(other.parts["y"]) == 4
        ]
        context.sentence_year = years[0] if years else (context.last_year if context.published is None else None)


def _kind(atom: Atom) -> str:
    if atom.kind in _ANAPHORIC:
        return "anaphoric"
    if atom.kind == "fiscal" or (atom.kind == "ended" and re.search(r"fiscal\s+year", atom.parts["what"])):
        return "fiscal_year"
    return (
        "range"
        if atom.kind
        in ("first", "part", "q", "trailing", "ended", "week_of", "years", "days", "term", "term_first", "last_time")
        else "point"
    )


def _since_clause(atom: Atom, context: Context) -> int:
    """Start of a clause "since an operation began on" right before the atom, or -1."""
    match = _SINCE_CLAUSE.search(context.text, max(context.sentence[0], atom.start - 100), atom.start)
    return match.start() if match else -1


def _since_rule(atom: Atom, context: Context) -> int:
    """Start of "since the September 2011" before an ordinance, or -1."""
    if not _RULE_AFTER.match(context.text, atom.end):
        return -1
    match = _SINCE_RULE.search(context.text, max(context.sentence[0], atom.start - 50), atom.start)
    return match.start() if match else -1


def _made(
    start: int, end: int, span: Span, kind: str, context: Context, atom_kind: str, normalized: str | None = None
) -> DateMention:
    context.compared = bool(_COMPARED.search(context.text, max(context.sentence[0], start - 40), start))
    if "who " not in context.text[max(context.sentence[0], start - 60) : start] or not _OF_LIFE.search(
        context.text, max(context.sentence[0], start - 80), start
    ):
        context.learn(span, atom_kind)
    iso = [day.isoformat() if day else None for day in (span.start, span.end)]
    return DateMention(context.text[start:end], start, end, normalized or span.normalized, iso[0], iso[1], kind)


def _unresolved(atom: Atom, kind: str) -> DateMention:
    return DateMention(atom.text, atom.start, atom.end, None, None, None, kind)


def _worth_keeping(atom: Atom) -> bool:
    return not (atom.kind in ("calendar", "event", "edge") or (atom.kind == "part" and "of" not in atom.parts))
