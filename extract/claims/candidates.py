"""Every number of a document with what was made of it: the frames of its sentences, and why one is no claim."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Span, Token

from extract.claims import frames, pairs, triggers
from extract.claims.frames import Frame
from extract.claims.protect import Protected
from extract.claims.reading import Reading, Unit
from extract.claims.triggers import Trigger
from extract.model import Claim, Count


@dataclass
class Candidate:
    """One number: its claims, or the reason why it has none."""

    count: Count
    unit: Unit | None
    frame: Frame | None = None
    claims: list[Claim] = field(default_factory=list)
    reason: str = ""
    other: bool = False
    """Whether its label names things that are none of the dispute's: it is not weighed then."""
    denied: Claim | None = None
    """The claim that the text denies, with status `denied`; its claimant is whose number it was."""


@dataclass
class Line:
    """A unit with its triggers and the numbers that may count something."""

    unit: Unit
    triggers: dict[int, Trigger]
    candidates: list[Candidate]
    before: list[Unit] = field(default_factory=list)
    """The units of the body above it."""
    previous: Line | None = None
    """The line with numbers before it."""


UNDER = frozenset({"on", "under", "without", "because"})
"""Before "one" at the end of a phrase these say by what somebody is held."""


TODAY = frozenset({"today", "tonight", "yesterday", "tomorrow"})


def _of(span: Span) -> bool:
    """Whether more of the phrase follows a number: "one of them", "one detainer"."""
    after = span[-1].nbor(1) if span.end < len(span.doc) else None
    if after is None or after.dep_ == "npadvmod" or after.lower_ in TODAY:
        return False
    return after.lower_ == "of" or after.pos_ in {"NOUN", "PROPN", "ADJ"}


def _many(verb: Token) -> bool:
    """Whether a number of people do what the verb says, each with one of something."""
    subjects = [c for c in verb.children if c.dep_ == "nsubj"]
    return any(s.like_num or any(t.like_num for t in s.children) for s in subjects)


def _of_many(span: Span) -> bool:
    """ "A man freed last week, one of 31 such releases": somebody of whom more is told, no count."""
    before, behind = span.doc[span.start - 1], span.doc[span.end : span.end + 1]
    return before.text in {",", "—", "–"} and span.root.dep_ == "appos" and behind.text.lower() == "of"


def _one_of_them(span: Span) -> bool:
    """ "Few sheriffs refuse, but hers is one", "and Linn County was one": who is among those spoken of."""
    verb = span.root.head
    if span.root.dep_ != "attr" or verb.lemma_ != "be" or _of(span):
        return False
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    return subject is not None and (subject.pos_ == "PROPN" or subject.lower_ in {"he", "she", "hers", "his", "theirs"})


def _pronoun(reading: Reading, count: Count) -> str | None:
    """ "the old one", "this one": no number."""
    if count.text.lower() != "one":
        return None
    span = reading.doc.char_span(count.start, count.end, alignment_mode="expand")
    if span is None or not span.start:
        return None
    before = reading.doc[span.start - 1]
    why = before.nbor(-1).lower_ if before.i and before.lower_ == "of" else before.lower_  # "because of one"
    if why in UNDER and span.root.dep_ == "pobj" and before.head.lemma_ != "act" and not _of(span):
        return "a pronoun"  # "held on one"
    if before.lemma_ == "have" and span.root.dep_ == "dobj" and before.i and _many(before) and not _of(span):
        return "a pronoun"  # "nine inmates had one"
    if _of_many(span) or _one_of_them(span):
        return "one of many, who is spoken of"
    told = before.pos_ in {"ADJ", "DET"} or (before.tag_ == "VBG" and not _of(span))
    return "a pronoun" if told or before.lower_ in {"this", "that", "which", "every", "each", "another"} else None


def lines(reading: Reading) -> tuple[list[Line], list[Candidate]]:
    """The units that hold numbers, in order, and the numbers that are none from the start."""
    protected = Protected(reading.text, reading.dates, reading.statutes)
    out: list[Candidate] = []
    by_unit: dict[int, list[Candidate]] = {}
    for count in reading.counts:
        unit = reading.unit_at(count.start)
        candidate = Candidate(count, unit)
        if unit is None:
            candidate.reason = "outside the article's own text (furniture, caption, related headline, comment)"
        elif why := protected.why(count) or _pronoun(reading, count):
            candidate.reason = why
        else:
            by_unit.setdefault(unit.start, []).append(candidate)
            continue
        out.append(candidate)
    kept: list[Line] = []
    for unit in reading.units:
        found = by_unit.get(unit.start, [])
        if not found:
            continue
        marks = triggers.find(unit.span)
        for candidate in found:
            candidate.frame = frames.build(candidate.count, reading.doc, unit.span, marks)
        pairs.join([candidate.frame for candidate in found if candidate.frame is not None])
        kept.append(Line(unit, marks, found, previous=kept[-1] if kept else None))
    return kept, out
