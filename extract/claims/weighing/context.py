"""What stands around a number, token by token, as the network reads it: words with their kind and their part in the
sentence, which they have wherever one looks from, and how far from the number they stand.

Names are put in their kind's place, as for the signs, so that nothing learned knows one.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from extract.claims.frames import Frame
from extract.claims.parties import side
from extract.claims.reading import Reading
from extract.claims.weighing.words import word
from extract.model import DateMention, Mention, Quote

BEFORE, AFTER, LONGEST = 60, 12, 110
"""Tokens of the sentences before and of the one after, and in all."""
FAR = 20
"""Distances from the number beyond which all are alike."""


@dataclass(frozen=True)
class Text:
    """The tokens of a document but its spaces, and what each is known by: `word`, `pos`, `dep` and `mark`, which is
    the side of the agency, the `date` or the `quoted` words that it belongs to, else `none`."""

    tokens: list[Token]
    places: list[int]
    """Where each stands in the document."""
    known: dict[str, list[str]]


@dataclass(frozen=True)
class Window:
    """The tokens of a text from `first` to before `last`, each with its distance from the number (0 is the number) and
    whether it stands `before`, `in` or `after` the number's sentence."""

    first: int
    last: int
    distances: list[int]
    sentences: list[str]


def text_of(reading: Reading) -> Text:
    """The tokens of a document as every number in it sees them."""
    tokens = [token for token in reading.doc if not token.is_space]
    known = {
        "word": [word(token) for token in tokens],
        "pos": [token.pos_ for token in tokens],
        "dep": [token.dep_ for token in tokens],
        "mark": _marks(reading, [token.idx for token in tokens]),
    }
    return Text(tokens, [token.i for token in tokens], known)


def around(text: Text, frame: Frame) -> Window:
    """What is seen of a text from one number."""
    doc, sentence = frame.sentence.doc, frame.sentence
    span = frame.span or doc[frame.root.i : frame.root.i + 1]
    start, end = span.start, span.end
    low = max(_start(doc, sentence), start - LONGEST + AFTER)
    first = bisect_left(text.places, low)
    last = bisect_left(text.places, min(sentence.end + AFTER, low + LONGEST))
    places = text.places[first:last]
    distances = [max(-FAR, i - start) if i < start else min(FAR, max(0, i - end + 1)) for i in places]
    opens, closes = sentence.start, sentence.end
    sentences = ["before" if i < opens else "in" if i < closes else "after" for i in places]
    return Window(first, last, distances, sentences)


def _start(doc: Doc, sentence: Span) -> int:
    """Where the two sentences before begin, or what fits of them."""
    start = sentence.start
    for _ in range(2):
        if start:
            start = doc[start - 1].sent.start
    return max(start, sentence.start - BEFORE)


def _marks(reading: Reading, begins: list[int]) -> list[str]:
    """What names each token, of tokens that begin at these characters."""
    out = ["none"] * len(begins)

    def mark(named: Mention | DateMention | Quote, what: str) -> None:
        for i in range(bisect_left(begins, named.start), bisect_left(begins, named.end)):
            out[i] = what

    for quote in reading.quotes:
        if quote.direct:
            mark(quote, "quoted")
    for date in reading.dates:
        mark(date, "date")
    for mention in reading.agencies:
        mark(mention, side(mention.name))
    return out
