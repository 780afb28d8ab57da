"""Verbs that a sentence leaves to be understood: "26 were not", "it did that 52 times", "In 2022, nine"."""

from __future__ import annotations

import re
from itertools import pairwise

from spacy.tokens import Token

from extract.claims.acts import MEASURE
from extract.claims.acts import Reading as Measure
from extract.claims.candidates import Candidate, Line
from extract.claims.frames import Frame
from extract.claims.lists import BY_TIME
from extract.claims.memory import Memory
from extract.claims.reading import Unit
from extract.claims.sides import FAMILY
from extract.claims.triggers import FEDERAL, SUMS, Trigger, lemma
from extract.claims.triggers import find as find_triggers
from extract.joined import said

OPPOSITE = {"detainers_honored": "detainers_declined", "detainers_declined": "detainers_honored"}
NOT_DONE = {**OPPOSITE, "transfers": "releases"}
"""What those are with whom it was not done: who did not go to ICE walked out."""
TWO = re.compile(r",?\s+and\s+")
"""What stands between two figures of one time."""
REACH = 2
"""Sentences back over which "it did so" may reach."""


def opposite(memory: Memory) -> str | None:
    """What those are that "were not", after a count of what was done with the rest."""
    near = [f for f in memory.near if memory.index - f.line <= 1 and f.claim.measure in NOT_DONE]
    return NOT_DONE[near[-1].claim.measure] if near else None


def event(unit: Unit, before: list[Unit], frame: Frame | None = None) -> str | None:
    """What happened so many times: the main act before it in its own sentence, else of the sentence before.

    Who was asked to hold people and "did so" did hold them.
    """
    if frame is not None:
        acts = [t for i, t in find_triggers(unit.span).items() if i < frame.root.i - 2 and _acts(t)]
        acts = [t for t in acts if not _before_which(t.token)] or acts
        if acts:
            measure = _named(acts[-1])
            return "detainers_honored" if measure in FAMILY else measure
    for earlier in reversed(before[-REACH:]):
        if unit.paragraph - earlier.paragraph > 1:
            return None
        acts = [t for t in find_triggers(earlier.span).values() if _acts(t)]
        if acts:
            main = _main(acts)
            measure = _named(main)
            if frame is not None and measure in FAMILY and _did(frame):
                return None if main.negated else "detainers_honored"
            return OPPOSITE.get(measure) if main.negated else measure
    return None


def _main(acts: list[Trigger]) -> Trigger:
    """The main act of a sentence; of "does not honor detainers but calls ICE", what is done."""
    main = min(acts, key=lambda t: (_depth(t.token), t.token.i))
    if main.negated:
        joined = [t for t in acts if t.token in main.token.conjuncts and not t.negated]
        return joined[0] if joined else main
    return main


def _did(frame: Frame) -> bool:
    """ "Was asked 96 times to keep someone. It did so 31 times": what was done is what was asked for."""
    verb = frame.node
    while verb.pos_ not in {"VERB", "AUX"} and verb.head.i != verb.i:
        verb = verb.head
    so = verb.i + 1 < frame.sentence.end and verb.nbor(1).lower_ == "so"  # "it did that" may be of who asked
    return verb.lemma_ == "do" and (so or any(c.dep_ == "nsubj" and c.lower_ != "it" for c in verb.children))


def _acts(trigger: Trigger) -> bool:
    """Whether a trigger does something of the dispute: "Texans were told this does not happen" tells ICE nothing."""
    if trigger.action != "notifications" or not trigger.weak:
        return trigger.action != "counted"
    verb = trigger.token
    beside = verb.doc[verb.i + 1 : min(verb.i + 4, verb.sent.end)]
    return any(t.lower_ in FEDERAL for t in (*beside, *verb.subtree))


def _before_which(verb: Token) -> bool:
    """ "Lets ICE know before it frees anyone": what comes after what is told of."""
    return verb.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ in {"before", "until"} for c in verb.children)


def _named(trigger: Trigger) -> str:
    return MEASURE.get(trigger.action, trigger.action)


def _depth(token: Token) -> int:
    depth = 0
    while token.head.i != token.i and depth < 30:
        token, depth = token.head, depth + 1
    return depth


def respective(memory: Memory, line: Line, because: Measure, frame: Frame) -> str | None:
    """ "In 2023 the figures were 38 and 760", "there were 38 and 760", "In 2023, 38 and 760": each number is what the
    one at its place was."""
    verb = because.trigger.token if because.trigger is not None else None
    below = verb.children if verb is not None else ()
    subject = next((c for c in below if c.dep_ in {"nsubj", "expl"}), None)
    alone = verb is None and because.rule == "ellipsis" and verbless(frame)
    summed = subject is not None and subject.tag_ == "NNS" and lemma(subject) in SUMS
    if not (alone or summed or (subject is not None and subject.lower_ in {"it", "there"})):
        return None
    if summed and BY_TIME.search(said(line.unit.span)):
        return "side"  # "By quarter, the figures were 31, 38, 49 and 58"
    numbers = [c for c in line.candidates if c.frame is not None and c.frame.kind == "bare"]
    if not summed and not _side_by_side(memory, numbers):
        return None
    last = [f for f in memory.near if f.line < memory.index and f.claim.unit == "count" and not f.compared]
    if len(numbers) < 2 or len(last) < len(numbers):
        return None
    place = next((i for i, c in enumerate(numbers) if c.count.start == frame.count.start), None)
    return last[-len(numbers) :][place].claim.measure if place is not None else None


def _side_by_side(memory: Memory, numbers: list[Candidate]) -> bool:
    """ "It was 39 and 35", of one year: two figures of two things."""
    text = memory.reading.text
    return all(TWO.fullmatch(text, a.count.end, b.count.start) for a, b in pairwise(numbers))


def beside_name(memory: Memory, line: Line, frame: Frame) -> str | None:
    """What the number in parentheses behind a place or agency counts: what its sentence does, else the last count."""
    end = frame.count.start - 2
    reading = memory.reading
    if not (reading.over(reading.places, end - 1, end) or reading.over(reading.agencies, end - 1, end)):
        return None
    acts = [t for t in line.triggers.values() if t.action != "counted"]
    if acts:
        return OPPOSITE.get(_named(acts[0])) if acts[0].negated else _named(acts[0])
    near = memory.previous
    return near.claim.measure if near is not None and memory.index - near.line <= 1 else None


def verbless(frame: Frame) -> bool:
    """Whether the number's sentence has no verb of its own: "In 2022, nine.", "The year before, 44."."""
    tokens = [t for t in frame.sentence if not t.is_punct and not t.is_space]
    return len(tokens) <= 14 and not any(t.tag_ in {"VBD", "VBZ", "VBP", "MD", "VB", "VBN", "VBG"} for t in tokens)
