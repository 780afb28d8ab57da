"""Fiscal years: whose one is meant, and which."""

from __future__ import annotations

import re
from datetime import date, timedelta

from extract.dates import spans
from extract.dates.atoms import Atom, number
from extract.dates.context import Context, ahead
from extract.dates.spans import Span

LATELY = 120
"""Days after its end in which "the fiscal year" of a report still is the one that has ended."""
FEDERAL = re.compile(
    r"\b(?:ICE|DHS|ERO|CBP|TRAC|[Tt]he\s+agency|[Ff]ederal|[Nn]ational|[Nn]ationwide|Customs|Homeland|Removal\s+Operations|field\s+office"
    r"|immigration\s+(?:officials|authorities|agents))\b"
)
LOCAL = re.compile(
    r"\b(?:NYPD|[Pp]olice|[Ss]heriff|(?<!by\s)(?:[Cc]ity|[Cc]ounty|[Ss]tate)|[Dd]epartment\s+of\s+Corrections?|DOC|[Jj]ail"
    r"|[Cc]ouncil)\b"
)
OTHER_END = re.compile(
    r"\b(?:to|by|for|from)\s+(?:ICE|DHS|(?:U\.?S\.?\s+)?Immigration\s+and\s+Customs\s+Enforcement"
    r"|(?:federal\s+(?:immigration\s+)?|immigration\s+)(?:agents|authorities|officials|officers|custody))\b"
    r"|\b(?:ICE|[Ff]ederal|[Ff]ederal\s+immigration)\s+(?:detainers?|custody|holds?|requests?)\b"
)
"""The federal side as the other end of what those who hold people count: "transferred to ICE"."""
_OWN = re.compile(r"\b(?:(?P<federal>[Ff]ederal)|[Cc]ounty(?:[’']s)?|[Cc]ity(?:[’']s)?|[Ss]tate(?:[’']s)?"
    r"|[Ll]ocal)\s+$")
"""Whose fiscal year it is, right before it: "federal fiscal year 2023", "the county's fiscal 2023"."""
_OWN_INSIDE = re.compile(r"\b(?:(?P<federal>federal)|county|city|state|local|our)\s+(?:fiscal|budget)")
_BEGAN = re.compile(
    r",?\s+(?:that\s+|which\s+)?(?:began|begins|started|starts|beginning|starting|so\s+far|to\s+date)\b"
)
_IN = re.compile(r"\b(?:in|during|for|over)\s+$", re.I)


def read_fiscal(atom: Atom, context: Context) -> Span | None:
    p = atom.parts
    first = fiscal_start(atom, context)
    context.fiscal_told = atom.end, first
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
        if (told := _told(atom, context)) is not None:
            return told
    if re.search("previous|prior", rel) and context.last and context.last.grain == "fiscal":
        return spans.shift_years(context.last, -1)
    if context.published is None:
        return None
    named = _IN.search(context.text, max(0, atom.start - 12), atom.start) and not ahead(atom, context)
    if rel == "the" and (_OWN_INSIDE.search(atom.text) or (named and not _BEGAN.match(context.text, atom.end))):
        now = context.published  # "the federal fiscal year", told in January: the one that is over
        over = spans.fiscal(now.year - (now.month < first), first)
        lately = over.end is not None and (now - over.end).days < LATELY
        return over if lately else spans.fiscal(now.year + (now.month >= first), first)
    current = context.published.year + (context.published.month >= first)
    by = -1 if re.search("last|previous|prior|past|most", rel) else 1 if re.search("next|coming", rel) else 0
    return spans.fiscal(current + by, first)


def just_ended(atom: Atom, context: Context) -> Span | None:
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


def fiscal_holding(atom: Atom, day: date, context: Context) -> Span:
    """The fiscal year that holds a day."""
    first = fiscal_start(atom, context)
    return spans.fiscal(day.year + (day.month >= first), first)


def fiscal_start(atom: Atom, context: Context) -> int:
    """First month of the fiscal year: as its own words or the text define it, else July where the sentence is about
    local government alone, else October (federal). A sentence that names no side goes on in the years of the last."""
    own = _OWN.search(context.text, max(context.sentence[0], atom.start - 24), atom.start)
    own = own or _OWN_INSIDE.search(atom.text)
    if own is not None:
        return 10 if own["federal"] else context.fiscal_month or 7
    sentence = context.near()
    local = LOCAL.search(sentence)
    if context.fiscal_month:
        sentence = OTHER_END.sub("", sentence)
    federal = FEDERAL.search(sentence)
    told = context.fiscal_told
    if not local and not federal and told is not None and "\n\n" not in context.text[told[0] : atom.start]:
        return told[1]
    if context.fiscal_month and (local or not federal):
        return context.fiscal_month
    return 7 if (local or _split(atom)) and not federal else 10


def _split(atom: Atom) -> bool:
    """ "2024-25": with both its years only those of states, counties and cities are written."""
    last = atom.parts.get("y2") or atom.parts.get("y4") or ""
    first = atom.parts.get("y3") or (atom.parts.get("y", "") if "y2" in atom.parts else "")
    return len(first) == 4 and len(last) == 2 and (int(first) + 1) % 100 == int(last)


def _told(atom: Atom, context: Context) -> Span | None:
    """ "In the fiscal year" of a text that has spoken of one that ended not long ago: that one, not the running one."""
    lead = context.text[max(0, atom.start - 12) : atom.start]
    now = context.published
    if now is None or not _IN.search(lead):
        return None
    return context.earlier(
        lambda span: span.grain == "fiscal" and span.end is not None and 0 <= (now - span.end).days < LATELY
    )
