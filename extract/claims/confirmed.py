"""Numbers that another one makes his own: "A spokeswoman confirmed the 22", "The 22 is right"."""

from __future__ import annotations

from itertools import product

from extract.claims.acts import Reading
from extract.claims.frames import Frame
from extract.claims.memory import Memory
from extract.claims.parties import FAMILY
from extract.claims.triggers import negated

CONFIRMING = frozenset({"confirm", "acknowledge", "verify", "repeat", "reaffirm", "concede", "corroborate", "admit"})
"""Verbs by which another one makes a number that was told his own."""
AGREEING = frozenset([("by", "stand"), *product(("on", "with", "to"), ("agree", "concur", "tally", "jibe", "square"))])
"""How somebody holds to a number that was told: "stands by the 22", "agrees on the 22"."""
RIGHT = frozenset({"right", "correct", "accurate", "true", "exact"})
"""What somebody who confirms a number says that it is."""
TELLING = 10
"""A number from which on it is likely the same one that was told before."""
RULE = "confirmed"


def confirms(frame: Frame) -> bool:
    """Whether a bare number is said to hold, so that it is a count of whoever says so."""
    head = frame.node.head
    if frame.kind != "bare":
        return False
    if frame.node.dep_ == "nsubj" and head.lemma_ == "be" and not any(c.dep_ == "neg" for c in head.children):
        return any(c.dep_ == "acomp" and c.lemma_.lower() in RIGHT for c in head.children)
    agrees = (head.lower_, head.head.lemma_.lower()) in AGREEING and not negated(head.head)
    return (frame.node.dep_ == "pobj" and agrees) or (frame.node.dep_ == "dobj" and head.lemma_.lower() in CONFIRMING)


def read(memory: Memory, frame: Frame) -> list[Reading]:
    """What the number that is confirmed was said to count."""
    said_right = frame.node.dep_ == "nsubj" and frame.count.form in {"digits", "words"} and frame.count.value >= TELLING
    if not ((frame.definite or said_right) and confirms(frame)):
        return []  # "agreed that 131 was right"
    told = memory.found if said_right else memory.near
    same = [f for f in told if f.claim.value == frame.count.value and f.claim.unit == frame.count.unit]
    if not same:
        return []
    what = same[-1].claim.measure
    return [Reading("side", RULE, None, "side") if what in FAMILY else Reading(what, RULE)]
