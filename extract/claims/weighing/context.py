"""What stands around a number, token by token, as the network reads it: words with their kind, their part in the
sentence, and how far from the number they stand.

Names are put in their kind's place, as for the signs, so that nothing learned knows one.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from spacy.tokens import Doc, Span, Token

from extract.claims.frames import Frame
from extract.claims.parties import side
from extract.claims.reading import Reading
from extract.model import DateMention, Mention, Quote

BEFORE, AFTER, LONGEST = 60, 12, 110
"""Tokens of the sentences before and of the one after, and in all."""
FAR = 20
"""Distances from the number beyond which all are alike."""
NAMED = {"GPE": "<place>", "LOC": "<place>", "FAC": "<place>", "PERSON": "<person>", "DATE": "<date>", "TIME": "<date>"}


class Seen(NamedTuple):
    """One token: itself, its word, what names it, and its distance from the number (0 is the number)."""

    token: Token
    word: str
    mark: str
    distance: int
    place: str
    """`before`, `in` or `after` the sentence of the number."""


def around(reading: Reading, frame: Frame) -> list[Seen]:
    """The tokens around a number, in order."""
    doc, sentence = frame.sentence.doc, frame.sentence
    count = frame.count
    span = doc.char_span(count.start, count.end, alignment_mode="expand") or doc[frame.root.i : frame.root.i + 1]
    first = max(_start(doc, sentence), span.start - LONGEST + AFTER)
    last = min(len(doc), sentence.end + AFTER, first + LONGEST)
    tokens = list(doc[first:last])
    marks = _marks(reading, tokens)
    return [
        Seen(token, word(token), marks.get(i, "none"), _distance(i, span), _place(i, sentence))
        for i, token in enumerate(tokens, first)
        if not token.is_space
    ]


def _start(doc: Doc, sentence: Span) -> int:
    """Where the two sentences before begin, or what fits of them."""
    start = sentence.start
    for _ in range(2):
        if start:
            start = doc[start - 1].sent.start
    return max(start, sentence.start - BEFORE)


def _distance(at: int, span: Span) -> int:
    away = at - span.start if at < span.start else max(0, at - span.end + 1)
    return max(-FAR, min(FAR, away))


def _place(at: int, sentence: Span) -> str:
    return "before" if at < sentence.start else "in" if at < sentence.end else "after"


def _marks(reading: Reading, tokens: list[Token]) -> dict[int, str]:
    """What is named where: the side of an agency, a day; and the words that somebody is quoted with."""
    begins = [token.idx for token in tokens]
    start, end, first = begins[0], begins[-1] + len(tokens[-1]), tokens[0].i
    out: dict[int, str] = {}

    def mark(named: Mention | DateMention | Quote, what: str) -> None:
        here = range(bisect_left(begins, named.start), bisect_left(begins, named.end))
        out.update((first + i, what) for i in here)

    for quote in reading.within(reading.quotes, start - 1500, end):
        if quote.direct:
            mark(quote, "quoted")
    for date in reading.within(reading.dates, start, end):
        mark(date, "date")
    for mention in reading.within(reading.agencies, start, end):
        mark(mention, side(mention.name))
    return out


def word(token: Token) -> str:
    """A token's lemma, or the kind of what it names."""
    if token.like_num or token.text[:1].isdigit():
        return "#"
    if token.ent_type_ == "ORG":
        return "<ice>" if token.lower_ in {"ice", "dhs"} else "<org>"
    return NAMED.get(token.ent_type_) or token.lemma_.lower()
