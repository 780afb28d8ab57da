"""None, any and all: words that count only where a verb decides over what came before."""

from __future__ import annotations

import re

from extract.claims.candidates import Candidate
from extract.claims.frames import Frame
from extract.claims.measure import MEASURE
from extract.claims.measure import Reading as Measure
from extract.claims.memory import Memory
from extract.claims.parties import agent
from extract.claims.triggers import NEGATIONS, Trigger

NUMBER_FOLLOWS = re.compile(
    r"\s+of\s+(?:them|these|those):\s+\d|\s+(?:of\s+)?(?:the\s+|those\s+|these\s+)?(?:\d|but\b)"
)
"""What stands behind "all" where the number is written."""
DECISIVE = frozenset(
    {"detainers_honored", "detainers_declined", "transfers", "releases", "notifications", "arrests", "removals"}
)
"""What is done with requests or people, as opposed to how many there are."""


def read(memory: Memory, candidate: Candidate, frame: Frame) -> list[Measure]:
    """None, any, all: claims only with a verb that decides over what came before."""
    count, form = frame.count, frame.count.form
    if frame.kind in {"foreign", "unknown"} or (count.text.lower() == "no" and frame.kind == "bare"):
        candidate.reason = "counts something else"
        return []
    if _joins(frame):
        candidate.reason = "a conjunction, or what recurs"
        return []
    direct = [(t, r) for t, r in frame.links if t.action != "counted" and _governs(frame, t, r)]
    behind = memory.reading.text[count.end : count.end + 16]
    if form == "all" and NUMBER_FOLLOWS.match(behind):
        candidate.reason = "the number itself follows"
        return []
    if re.match(r"(?:no one|nobody)", count.text, re.I):
        direct = [(t, r) for t, r in direct if t.passive or (r == "patient" and t.token.i < frame.root.i)]
    if _of_some(direct):
        candidate.reason = "of some of them only"
        return []
    for trigger, role in direct:
        action = MEASURE.get(trigger.action, trigger.action)
        if (
            not (
                action in DECISIVE
                or (form == "none" and trigger.action == "received" and frame.kind in {"detainer", "bare"})
            )
            or not _past(trigger)
            or (trigger.weak and trigger.action not in {"honored", "transfers", "received"})
        ):
            continue
        negated = trigger.negated or (form == "any" and _negated_before(frame))
        if form == "any" and not negated:
            continue
        if form == "none" and role in {"modifier"} and frame.noun is None:
            continue
        if form == "all" and trigger.negated:
            action = {"detainers_honored": "detainers_declined"}.get(action, action)
        if frame.kind == "detainer" and trigger.weak and trigger.action == "honored":
            continue
        if form == "any" and trigger.token.i > frame.root.i:
            continue
        return [Measure(action, f"{role} of {trigger.action}", trigger, "topic")]
    if (
        form == "none"
        and memory.asked is not None
        and memory.index - memory.asked[0] <= 1
        and len(frame.sentence) <= 6
        and memory.asked[1].measure in DECISIVE
    ):
        return [Measure(memory.asked[1].measure, "answer", memory.asked[1].trigger)]
    candidate.reason = "no verb decides over it"
    return []


def _joins(frame: Frame) -> bool:
    """ "neither acted on it nor called", "each time", "not at all": no number."""
    doc, word = frame.sentence.doc, frame.count.text.lower()
    after = doc[frame.root.i + 1] if frame.root.i + 1 < frame.sentence.end else None
    if word == "neither":
        return after is not None and after.pos_ in {"VERB", "AUX", "ADP", "ADV"}
    if word == "each" and after is not None:
        return after.lower_ in {"time", "day", "year", "month", "week", "other", "side", "quarter", "case"}
    return word == "all" and frame.root.i > frame.sentence.start and doc[frame.root.i - 1].lower_ == "at"


def _of_some(direct: list[tuple[Trigger, str]]) -> bool:
    """ "Seven counties honored all": of theirs, not of all that were counted."""
    who = agent(direct[0][0]) if direct else None
    return who is not None and any(t.pos_ == "NUM" for t in who.lefts)


def _governs(frame: Frame, trigger: Trigger, role: str) -> bool:
    """Whether the word for nothing or all is itself what the verb decides over, not a remark beside it."""
    doc = frame.sentence.doc
    if (
        role == "near"
        and trigger.token.i == frame.root.i + 1
        and frame.root.i > frame.sentence.start
        and doc[frame.root.i - 1].text in {",", "and", "—", "–", ";"}
    ):
        return True
    if role == "near":
        return (
            trigger.token.i > frame.root.i
            and trigger.token.i - frame.root.i <= 3
            and frame.sentence.end - trigger.token.i <= 2
        )
    if role not in {"patient", "shared"}:
        return False
    node = frame.node
    if node.dep_ in {"advmod", "preconj", "cc"} and frame.count.form == "none" and trigger.token.i == frame.root.i - 1:
        return True
    if node.dep_ == "advmod" or (node.dep_ == "pobj" and node.head.lower_ in {"in", "at", "after", "above"}):
        return False
    head = node.head
    while head.dep_ in {"prep", "conj"} and head.i != trigger.token.i and head.pos_ != "VERB":
        head = head.head
    return head.i == trigger.token.i or role == "shared" or head.dep_ == "prep"


def _negated_before(frame: Frame) -> bool:
    doc = frame.sentence.doc
    return any(
        doc[i].lower_ in NEGATIONS or doc[i].lower_ in {"without", "nor", "neither"}
        for i in range(max(frame.sentence.start, frame.root.i - 7), frame.root.i)
    )


def _past(trigger: Trigger) -> bool:
    """Whether a verb tells what happened, not what a law allows."""
    verb = trigger.token
    if any(c.dep_ == "auxpass" and c.tag_ in {"VBZ", "VBP", "VB"} for c in verb.children):
        return any(c.dep_ == "aux" and c.lower_ in {"have", "has", "had"} for c in verb.children)
    if verb.tag_ in {"VBD", "VBN", "NN", "JJ"}:
        return True
    return any(c.dep_ == "aux" and c.lower_ in {"did", "have", "has", "had", "was", "were"} for c in verb.children)
