"""Whose a document is that speaks: "the county's records show", "the fact sheet said"."""

from __future__ import annotations

import re

from spacy.tokens import Token

from extract.claims import bodies, papers
from extract.claims.described import reviewer
from extract.claims.parties import custody_party, federal_party, side
from extract.claims.reading import Reading
from extract.letters import addressed
from extract.model import Quote

KEEPERS_PAPER = re.compile(r"\b(?:jail|prison|sheriff|police|booking)\b[’']?s?\s", re.I)
"""Words before a document's noun that tell whose it is ("jail records")."""
NEAR = 300
"""Characters back to the body that "its" is of."""
INTRODUCED = 2500
"""Characters back to where a document may have come up."""


def owner(reading: Reading, quote: Quote) -> str | None:
    """Whose a document is: named in its words or just behind them, else where the text brought it up."""
    start, end = quote.speaker_start, quote.speaker_end
    if start is None or end is None:
        return None
    behind = re.match(r"[^.;,]{0,30}\b(?:that|by|from|of|which)\b[^.;,]{0,40}", reading.text[end : end + 80])
    reach = end + (behind.end() if behind else 0)
    if (noun := _paper(reading, start, end)) is not None and (party := papers.owner(reading, noun)):
        return party
    named = [m for m in reading.agencies if m.start < reach and m.end > start]
    named = [m for m in named if not addressed(reading.text, start, m.start)]
    if named:
        return named[-1].name
    words = reading.text[start:end]
    if KEEPERS_PAPER.search(words):
        return custody_party(reading, start)
    if re.search(r"\bagency\b", words) or re.match(r"(?:the |a )?federal\s", words, re.IGNORECASE):
        return federal_party(reading, start)
    if "audit" in words.lower() and (body := reviewer(reading, start)):
        return body
    its = re.match(r"(?:its|their)\s", words, re.IGNORECASE) is not None
    if its and (earlier := bodies.named(reading, start - NEAR, start)):
        return earlier[-1].name
    return introduced(reading, words, start) or bodies.full_name(reading, words, start)


def owner_of_paper(reading: Reading, noun: Token) -> str | None:
    """Whose a document is by its noun: who made it, or the body that reviews others where it is an audit."""
    if party := papers.owner(reading, noun):
        return party
    return reviewer(reading, noun.idx) if "audit" in noun.lower_ else None


def _paper(reading: Reading, start: int, end: int) -> Token | None:
    """The noun of a source that is a document."""
    span = reading.doc.char_span(start, end, alignment_mode="expand")
    if span is None:
        return None
    return span.root if papers.is_document(span.root) else next((t for t in span if papers.is_document(t)), None)


def introduced(reading: Reading, words: str, before: int) -> str | None:
    """The agency that a document was laid to when it came up ("DHS said in a fact sheet": "the fact sheet")."""
    match = re.match(r"(?:the|that|this|its|those|these)\s+(?P<noun>[a-z]+(?:\s[a-z]+)?)$", words.strip().lower())
    if match is None:
        return None
    noun = re.escape(match["noun"])
    pattern = re.compile(rf"\b{noun}\b", re.IGNORECASE)
    for found in reversed(list(pattern.finditer(reading.text, max(0, before - INTRODUCED), before))):
        unit = reading.unit_at(found.start())
        if unit is None:
            break
        if party := _owner_there(reading, unit.start, found.start(), found.end(), unit.end):
            return party
    return None


def _owner_there(reading: Reading, begin: int, start: int, end: int, stop: int) -> str | None:
    """Whose the document at [start, end) is by its sentence: "federal", whose name stands before it, or by whom."""
    if re.search(r"\bfederal\s(?:[\w-]+\s){0,2}$", reading.text[begin:start], re.I):
        return federal_party(reading, start)
    before = [m.name for m in reading.agencies if begin <= m.start < start and m.end <= start]
    if sided := [name for name in before if side(name) in {"federal", "custody", "civil"}]:
        return sided[0]
    behind = re.match(r"[^.;]{0,30}?\b(?:that|by|from|of|which|who)\b[^.;]{0,60}", reading.text[end:stop])
    if behind is None:
        return None
    reach = end + behind.end()
    for mention in reading.agencies:
        if end <= mention.start < reach and side(mention.name) in {"federal", "custody", "civil", "group"}:
            return mention.name
    return next((o.agency for o in reading.officials if end <= o.start < reach and o.agency), None)
