"""All that is known of a document while its claims are read: the parse, and what the other finders found in it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property

from spacy.tokens import Doc, Span

from extract.model import Count, DateMention, Document, Mention, Official, Quote, Statute
from extract.sections import Section

READ = frozenset({"headline", "body", "list", "table", "dateline"})
"""Sections that claims are read from."""


@dataclass(frozen=True)
class Unit:
    """One sentence or line: the span of the text, its tokens, and the kind of section it stands in."""

    start: int
    end: int
    kind: str
    span: Span
    paragraph: int
    """Which paragraph it belongs to, counted from the top."""


@dataclass
class Reading:
    """What the readers of claims share."""

    doc: Doc
    document: Document
    sections: list[Section]
    dates: list[DateMention] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    places: list[Mention] = field(default_factory=list)
    officials: list[Official] = field(default_factory=list)
    statutes: list[Statute] = field(default_factory=list)
    quotes: list[Quote] = field(default_factory=list)
    counts: list[Count] = field(default_factory=list)
    home: str | None = None

    @property
    def text(self) -> str:
        return self.doc.text

    @cached_property
    def units(self) -> list[Unit]:
        """Sentences and lines of what is read, in order."""
        return list(_units(self))

    def unit_at(self, position: int) -> Unit | None:
        starts = self._starts
        i = bisect_right(starts, position) - 1
        if i < 0 or position >= self.units[i].end:
            return None
        return self.units[i]

    @cached_property
    def _starts(self) -> list[int]:
        return [unit.start for unit in self.units]

    @cached_property
    def agencies(self) -> list[Mention]:
        """Mentions of agencies and organizations."""
        return [m for m in self.mentions if m.kind in {"agency", "organization"}]

    def within(self, items: list, start: int, end: int) -> list:
        """The items that begin inside a span of characters."""
        return [item for item in items if start <= item.start < end]


def _units(reading: Reading) -> list[Unit]:
    units = []
    text, paragraph = reading.text, 0
    for section in reading.sections:
        if section.kind not in READ:
            paragraph += 1
            continue
        span = reading.doc.char_span(section.start, min(section.end, len(text)), alignment_mode="expand")
        if span is None:
            continue
        edges = sorted({span.start, span.end, *(t.i for t in span if t.is_sent_start), *_lines(span, section.kind)})
        for left, right in zip(edges, edges[1:], strict=False):
            piece = reading.doc[left:right]
            while len(piece) and piece[-1].is_space:
                piece = piece[:-1]
            while len(piece) and piece[0].is_space:
                piece = piece[1:]
            if not len(piece):
                continue
            if units and "\n\n" in text[units[-1].end : piece.start_char]:
                paragraph += 1
            units.append(Unit(piece.start_char, piece.end_char, section.kind, piece, paragraph))
    return units


def _lines(span: Span, kind: str) -> list[int]:
    """Tokens that begin a line: every line of a list or table is a unit of its own; elsewhere after a blank line."""
    breaks = []
    for token in span:
        if token.is_space and "\n" in token.text and token.i + 1 < span.end and (kind in {"list", "table"} or token.text.count("\n") > 1):
            breaks.append(token.i + 1)
    return breaks
