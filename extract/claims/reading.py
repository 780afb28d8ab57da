"""All that is known of a document while its claims are read: the parse, and what the other finders found in it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

import numpy
from spacy.tokens import Doc, Span

from extract.joined import said
from extract.model import Count, DateMention, Document, Mention, Official, Quote, Statute
from extract.placed import Placed
from extract.places import Setting, setting
from extract.sections import Section

READ = frozenset({"headline", "body", "list", "table", "dateline"})
"""Sections that claims are read from."""
CELLS = re.compile(
    r"[-•*|]?\s*(?:[\w%’'().-]+[ \t|:/]+){1,6}?[-−]?\d[\d,]*(?:\.\d+)?%?(?:[ \t|/]+[-−]?[\d,.]+%?)*\s*\|?$"
)
"""A short line that ends in numbers: a row of a flattened table."""


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
    counted_about: dict[int, bool] = field(default_factory=dict, repr=False)
    """Of each place that was asked about (`mentioned`), by where it begins, whether a count can be about it."""
    parties: dict[int, str | None] = field(default_factory=dict, repr=False)
    """Of each token that was asked about (`parties.party_of`), the agency that it names."""
    speakers: dict[tuple[int, int], tuple[str | None, str | None]] = field(default_factory=dict, repr=False)
    """Of each speech that was asked about (`voices.party_of_speaker`), who is behind it."""
    _placed: dict[int, tuple[list, int, Placed]] = field(default_factory=dict, repr=False)

    @property
    def text(self) -> str:
        """What was parsed of the document's text; a Doc would put it together anew each time."""
        return self.document.text

    @cached_property
    def where(self) -> Setting:
        """Where the text plays, and its parts."""
        document = self.document
        return setting(document.text, document.jurisdiction, document.title, document.outlet)

    @cached_property
    def units(self) -> list[Unit]:
        """Sentences and lines of what is read, in order."""
        return list(_units(self))

    @cached_property
    def breaks(self) -> list[int]:
        """The tokens that end a line."""
        spaces = numpy.flatnonzero(self.doc.to_array("IS_SPACE")).tolist()
        return [i for i in spaces if "\n" in self.doc[i].text]

    @cached_property
    def sentences(self) -> list[int]:
        """The tokens that begin a sentence of the parse."""
        return [token.i for token in self.doc if token.is_sent_start]

    def unit_at(self, position: int) -> Unit | None:
        starts = self._starts
        i = bisect_right(starts, position) - 1
        if i < 0 or position >= self.units[i].end:
            return None
        return self.units[i]

    def unit_index(self, position: int) -> int:
        """Which unit, counted from the top, a position stands in or after."""
        return max(0, bisect_right(self._starts, position) - 1)

    def units_before(self, position: int, reach: int) -> list[Unit]:
        """The units that begin in the last `reach` characters before a position."""
        return self.units[bisect_left(self._starts, position - reach) : bisect_left(self._starts, position)]

    @cached_property
    def _starts(self) -> list[int]:
        return [unit.start for unit in self.units]

    @cached_property
    def agencies(self) -> list[Mention]:
        """Mentions of agencies and organizations."""
        return [m for m in self.mentions if m.kind in {"agency", "organization"}]

    def within(self, items: list, start: int, end: int) -> list:
        """The items that begin inside a span of characters."""
        return self._by_place(items).within(start, end)

    def over(self, items: list, start: int, end: int) -> list:
        """The items that share characters with a span of them."""
        return self._by_place(items).over(start, end)

    def before(self, position: int) -> list[DateMention]:
        """The dates that end before a position."""
        return [date for date in self._by_place(self.dates).within(-1, position) if date.end <= position]

    def _by_place(self, items: list) -> Placed:
        """A list of the reading's own by its places, which are looked at once."""
        own, size, placed = self._placed.get(id(items), (None, 0, None))
        if placed is not None and own is items and size == len(items):
            return placed
        placed = Placed(items)
        kept = (self.dates, self.mentions, self.places, self.statutes, self.quotes, self.counts, self.agencies)
        if any(items is own for own in kept):
            self._placed[id(items)] = items, len(items), placed
        return placed


def _units(reading: Reading) -> list[Unit]:
    units: list[Unit] = []
    text, paragraph = reading.text, 0
    for section in reading.sections:
        if section.kind not in READ:
            paragraph += 1
            continue
        span = reading.doc.char_span(section.start, min(section.end, len(text)), alignment_mode="expand")
        if span is None:
            continue
        breaks = [i for i in reading.breaks if span.start <= i < span.end]
        begins, inside = _lines(span, section.kind, breaks)
        starts = {i for i in reading.sentences if span.start <= i < span.end} - inside
        if section.kind in {"headline", "table"}:
            starts = {i + 1 for i in breaks if i + 1 < span.end}
        edges = sorted(i for i in {span.start, span.end, *starts, *begins} if span.start <= i <= span.end)
        for left, right in pairwise(edges):
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


def _lines(span: Span, kind: str, breaks: list[int]) -> tuple[set[int], set[int]]:
    """Tokens that begin a line which stands alone, and those inside such a line, where no sentence starts.

    Every line of a list or table stands alone; elsewhere one that ends in numbers, and what a blank line precedes.
    """
    begins: set[int] = set()
    inside: set[int] = set()
    start = span.start
    for end in [*breaks, span.end]:
        token = span.doc[end] if end < span.end else None
        alone = bool(CELLS.match(said(span.doc[start:end]).strip()))
        if alone:
            begins |= {start, end}
            inside |= set(range(start + 1, end))
        if token is not None and (kind in {"list", "table"} or alone or token.text.count("\n") > 1):
            begins.add(end + 1)
        start = end + 1
    return begins, inside
