"""Who does what a verb says, by the tree: the subject of a trigger, "requests by ICE", the doer of a number's verb."""

from __future__ import annotations

from spacy.tokens import Token

from extract.claims.frames import Frame
from extract.claims.nouns import kind_of
from extract.claims.triggers import Trigger

SHARES: dict[str, frozenset[str]] = {
    "account": frozenset({"for"}), "make": frozenset({"up"}), "be": frozenset({"responsible"}),
    "lead": frozenset({"with"}), "top": frozenset({"with", "list"}), "represent": frozenset(),
    "comprise": frozenset(), "contribute": frozenset(),
}  # fmt: skip
"""Verbs of a part of a count, and what stands behind them ("made up 31 of it"; none: anything)."""


def agent(trigger: Trigger) -> Token | None:
    """Who does what the trigger says: its subject, or what follows "by"."""
    verb = trigger.token
    if (
        verb.i
        and any(c.dep_ == "nsubj" and kind_of(c) == "detainer" and c.i < verb.i - 1 for c in verb.children)
        and not trigger.passive
    ):
        before = verb.nbor(-1)
        return before if before.pos_ in {"NOUN", "PROPN"} else None
    if verb.tag_ == "NNS":
        return verb.nbor(-1) if verb.i else None
    for _ in range(5):
        for child in verb.children:
            if child.dep_ == "agent":
                return next((t for t in child.children if t.dep_ == "pobj"), None)
        for child in verb.children:
            if child.dep_ == "nsubj" and not (trigger.passive and verb.i == trigger.token.i):
                return _real(child)
        if verb.tag_ == "NNS" and verb.i and verb.nbor(-1).dep_ == "compound":
            return verb.nbor(-1)  # a verb that the tagger took for a noun ("ICE claims to have filed 55")
        if verb.dep_ == "amod" and verb.i and verb.nbor(-1).lower_ in {"and", "but", "then"}:
            verb = (
                verb.head.head
            )  # a verb taken for the participle of its object ("interviewed 80 and placed holds on 9")
            continue
        if verb.dep_ in {"conj", "xcomp", "aux", "pcomp", "advcl"} and not (
            trigger.passive and verb.i == trigger.token.i
        ):
            verb = verb.head
            continue
        break
    return None


def doer(frame: Frame, trigger: Trigger | None) -> Token | None:
    """Who counted or acted: "requests by ICE", else the subject of the verb that decided, else of the first verb."""
    base = frame.noun or frame.whole
    for child in base.children if base is not None else ():
        if child.lower_ == "by":
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    for decided in [*([trigger] if trigger is not None else []), *(t for t, role in frame.links if role != "agent")]:
        found = agent(decided)
        if found is not None and kind_of(found) not in {"detainer", "noun"}:
            return found
    if trigger is None and base is not None and base.dep_ == "dobj":  # "her jail booked 31 people with detainers"
        return next((_real(c) for c in base.head.children if c.dep_ == "nsubj"), None)
    return None


def is_share(frame: Frame) -> bool:
    """Whether the number's verb only tells whose part of a count it is: "Newton accounted for 240 of them"."""
    token = frame.node
    for _ in range(4):
        if token.pos_ in {"VERB", "AUX"} or token.head == token:
            break
        token = token.head
    behind = {child.lower_ for child in token.rights}
    wanted = SHARES.get(token.lemma_.lower())
    return wanted is not None and (not wanted or not wanted.isdisjoint(behind))


def _real(token: Token) -> Token:
    """What a relative pronoun stands for."""
    if token.lower_ in {"which", "that", "who"} and token.head.dep_ == "relcl":
        return token.head.head
    return token
