"""Bare numbers that lean on another story: "Her unit has three clerks. In 2019 it had nine"."""

from __future__ import annotations

import re

from extract.claims import lexicon
from extract.claims.acts import Reading as Measure
from extract.claims.candidates import Line
from extract.claims.frames import Frame
from extract.claims.memory import Memory
from extract.claims.nouns import kind_of
from extract.claims.triggers import SUMS, lemma

PAPER = frozenset(["page", "sheet", "side", "copy", "paragraph", "column", "heading", "chapter", "piece", "card", "box",
                   "version", "digit", "number", "figure", "total", "list", "set", "account"])  # fmt: skip
"""Nouns that no sentence goes on to count after them."""
BESIDE = frozenset({"with", "after", "despite", "amid", "besides"})
ADRIFT = 3
"""Lines with numbers since the last count from which on a bare number stands alone."""


def strays(memory: Memory, line: Line, frame: Frame, because: Measure) -> bool:
    """Whether a bare number goes on counting what the one before it does, and that is of another story."""
    if memory.asked is not None and memory.index - memory.asked[0] <= 1:
        return False
    return (because.rule == "ellipsis" and _strayed(line, frame)) or (
        frame.kind == "bare" and _of_others(memory, line, frame)
    )


def adrift(memory: Memory, line: Line, frame: Frame) -> bool:
    """Whether nothing in a bare number's sentence is of the dispute, nor was anything counted just before."""
    if frame.kind != "bare" or line.unit.kind in {"list", "table"}:
        return False
    if memory.previous is not None and memory.index - memory.previous.line < ADRIFT:
        return False
    if memory.asked is not None and memory.index - memory.asked[0] <= 1:
        return False
    if any(t.action != "counted" for t in line.triggers.values()):
        return False
    topic = lexicon.words("topic")
    return not any(t.lower_ in topic or kind_of(t) in {"detainer", "person", "noun"} for t in line.unit.span)


def _of_others(memory: Memory, line: Line, frame: Frame) -> bool:
    """ "Of her eleven workers, four have left", "They rang 36 sheriffs. Thirty-four picked up": a part of those."""
    before = [c for c in line.candidates if c.count.start < frame.count.start]
    if not before:
        first = frame.count.start - frame.sentence.start_char <= 1
        return first and frame.node.dep_ == "nsubj" and _strayed(line, frame)
    start = memory.reading.text[line.unit.start : before[-1].count.start]
    told = before[-1].count.value in {f.claim.value for f in memory.found}  # "Of the 674 class members, 600 went"
    return not told and re.fullmatch(r"\W*Of\s+(?:\w+\s+){0,2}", start) is not None and _strayed(line, frame)


def _of_paper(frame: Frame) -> bool:
    """ "a printout, four pages", "both sides": how long a paper is, or who quarrels, is counted once only."""
    return frame.noun is not None and lemma(frame.noun) in PAPER


def _by_the_way(frame: Frame) -> bool:
    """ "The year before, with 943 interviews, there were 64": what only goes along with a count."""
    noun = frame.noun
    return noun is not None and noun.dep_ == "pobj" and noun.head.lower_ in BESIDE


def _strayed(line: Line, frame: Frame) -> bool:
    """Whether the last number before it counts another story's things: "Her unit has three clerks. In 2019 it had
    nine"."""
    if any(c.dep_ == "nsubj" and lemma(c) in SUMS for c in frame.node.head.children):
        return False  # "The right number is 97"
    before = [c for c in line.candidates if c.count.start < frame.count.start]
    if not before and line.previous is not None and line.unit.paragraph == line.previous.unit.paragraph:
        before = line.previous.candidates
        if any(c.claims for c in before):
            return False
        if frame.kind == "bare":  # "eleven sheriffs in half of the state. Seven complied"
            before = [c for c in before if c.frame is not None and c.frame.noun is not None]
    before = [c for c in before if c.frame is None or not (_of_paper(c.frame) or _by_the_way(c.frame))]
    last = before[-1] if before else None
    if last is None or last.claims or last.frame is None or last.frame.noun is None:
        return False
    return last.frame.kind in {"foreign", "unknown"} and last.frame.noun.ent_type_ not in {"DATE", "TIME", "CARDINAL"}
