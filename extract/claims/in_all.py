"""How many there were in all, told after what became of some: "It honored nine of them. In 2023 there were 44"."""

from __future__ import annotations

from spacy.tokens import Token

from extract.claims import relatives
from extract.claims.acts import Reading as Measure
from extract.claims.candidates import Line
from extract.claims.frames import Frame
from extract.claims.memory import Memory
from extract.claims.parties import FAMILY
from extract.claims.triggers import FEDERAL, SUMS, lemma

LOGGING = frozenset({"log", "record", "document", "register", "track", "count", "tally", "recount"})
"""What is done with the requests that come in, whatever becomes of them."""
FATES = frozenset({"transfers", "releases", "arrests", "notifications"})
"""What becomes of people whom requests were for."""
MEMORY = 4
"""Lines back over which what a log holds may have been told of."""
DONE = frozenset({"detainers_honored", "detainers_declined"})


def meant(memory: Memory, line: Line, frame: Frame, because: Measure, base: str) -> bool:
    """Whether a bare number counts the requests that there were, not what became of those before it (`base`)."""
    there, logged = outcome_follows(line, frame, because) or _exists(because), _logs(because)
    if base in DONE and relatives.parted(frame):
        return True
    if base in DONE:
        return there or logged or _totals(memory, because) or _federal_sum(memory, because)
    if base not in FATES or not (there or logged or _sums(because, frame)):
        return False
    return _of_requests(memory, MEMORY if logged else 1)


def outcome_follows(line: Line, frame: Frame, because: Measure) -> bool:
    """ "In 2023 it was 26, and the jail honored all of them": what became of those that were asked for."""
    verb = because.trigger.token if because.trigger is not None else None
    if verb is None or verb.lemma_ != "be":
        return False
    behind = [t for i, t in line.triggers.items() if i > frame.root.i and t.action != "counted"]
    if not behind or behind[0].action not in {"honored", "declined"} or behind[0].token.dep_ in {"relcl", "acl"}:
        return False
    joined = any(t.dep_ == "cc" for t in frame.sentence.doc[frame.root.i : behind[0].token.i])
    return behind[0].token in verb.conjuncts or (joined and _exists(because))


def _of_requests(memory: Memory, reach: int) -> bool:
    """ "It got eleven and handed over three. There have been two since": beside what became of some, how many came."""
    return any(f.claim.measure in FAMILY and memory.index - f.line <= reach for f in memory.near)


def _sums(because: Measure, frame: Frame) -> bool:
    """ "The number was 70", "last year's number, 70": of all, not of those that the last clause was about."""
    if apposed(frame):
        return True
    verb = because.trigger.token if because.trigger is not None else None
    subject = subject_of(verb) if verb is not None and verb.lemma_ in {"be", "stand", "reach"} else None
    return subject is not None and subject.tag_ == "NN" and lemma(subject) in SUMS and frame.kind == "bare"


def _totals(memory: Memory, because: Measure) -> bool:
    """ "Agencies declined 144; the other six were honored. The year before, the total was 42": of all that came."""
    verb = because.trigger.token if because.trigger is not None else None
    subject = subject_of(verb) if verb is not None else None
    return subject is not None and subject.lower_ == "total" and _of_requests(memory, 3)


def _federal_sum(memory: Memory, because: Measure) -> bool:
    """ "Forty-six had one and thirty were kept. ICE's figure is 71": the other side's count of the requests."""
    verb = because.trigger.token if because.trigger is not None else None
    subject = subject_of(verb) if verb is not None and verb.lemma_ in {"be", "stand"} else None
    if subject is None or lemma(subject) not in SUMS:
        return False
    theirs = any(c.dep_ == "poss" and any(t.lower_ in FEDERAL for t in (c, *c.lefts)) for c in subject.children)
    return theirs and _of_requests(memory, 2)


def apposed(frame: Frame) -> bool:
    """ "Fiscal 2017's number, 155, has not changed"."""
    node = frame.node
    return frame.kind == "bare" and node.dep_ == "appos" and lemma(node.head) in SUMS and node.head.i < node.i


def stands_now(memory: Memory, because: Measure) -> bool:
    """ "There are 118", after those who are said to have a detainer: as many as there are now."""
    verb = because.trigger.token if because.trigger is not None else None
    if not _exists(because) or verb is None or verb.tag_ not in {"VBP", "VBZ"}:
        return False
    return any(f.claim.measure == "detainers_active" for f in memory.near)


def _exists(because: Measure) -> bool:
    """ "There were only 19": it is the requests that there are, whatever became of those counted before."""
    verb = because.trigger.token if because.trigger is not None else None
    return verb is not None and verb.lemma_ == "be" and any(c.dep_ == "expl" for c in verb.children)


def _logs(because: Measure) -> bool:
    """ "The jail logged 61": a log holds what came in."""
    verb = because.trigger.token if because.trigger is not None else None
    return verb is not None and verb.lemma_ in LOGGING


def subject_of(verb: Token) -> Token | None:
    """The subject of a verb, or of the one that it is joined to ("confirmed the year but counted 24")."""
    for _ in range(3):
        found = next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass", "expl"}), None)
        if found is not None or verb.dep_ != "conj":
            return found
        verb = verb.head
    return None
