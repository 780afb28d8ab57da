"""Verbs that a sentence leaves to be understood: "26 were not", "it did that 52 times", "In 2022, nine"."""

from __future__ import annotations

from spacy.tokens import Token

from extract.claims.frames import Frame
from extract.claims.measure import MEASURE
from extract.claims.memory import Memory
from extract.claims.reading import Unit
from extract.claims.triggers import Trigger
from extract.claims.triggers import find as find_triggers

OPPOSITE = {"detainers_honored": "detainers_declined", "detainers_declined": "detainers_honored"}
REACH = 2
"""Sentences back over which "it did so" may reach."""


def opposite(memory: Memory) -> str | None:
    """What those are that "were not", after a count of what was done with the rest."""
    near = [f for f in memory.near if memory.index - f.line <= 1 and f.claim.measure in OPPOSITE]
    return OPPOSITE[near[-1].claim.measure] if near else None


def event(memory: Memory, unit: Unit, before: list[Unit]) -> str | None:
    """What happened so many times: the main act of the sentence before."""
    for earlier in reversed(before[-REACH:]):
        if unit.paragraph - earlier.paragraph > 1:
            return None
        acts = [t for t in find_triggers(earlier.span).values() if t.action != "counted"]
        if acts:
            main = min(acts, key=lambda t: (_depth(t.token), t.token.i))
            measure = _named(main)
            return OPPOSITE.get(measure) if main.negated else measure
    return None


def _named(trigger: Trigger) -> str:
    return MEASURE.get(trigger.action, trigger.action)


def _depth(token: Token) -> int:
    depth = 0
    while token.head.i != token.i and depth < 30:
        token, depth = token.head, depth + 1
    return depth


def verbless(frame: Frame) -> bool:
    """Whether the number's sentence has no verb of its own: "In 2022, nine.", "The year before, 44."."""
    tokens = [t for t in frame.sentence if not t.is_punct and not t.is_space]
    return len(tokens) <= 14 and not any(t.tag_ in {"VBD", "VBZ", "VBP", "MD", "VB", "VBN", "VBG"} for t in tokens)
