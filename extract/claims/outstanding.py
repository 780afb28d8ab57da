"""Requests that are outstanding, and people who sit in jail with one."""

from __future__ import annotations

from spacy.tokens import Span, Token

from extract.claims import lexicon
from extract.claims.frames import Frame
from extract.claims.nouns import kind_of
from extract.claims.triggers import FEDERAL, Trigger, lemma, negated

BEFORE = 45
"""Words back over which "had one" may mean a detainer."""
FILED = frozenset({"on", "against", "in"})
"""What may follow "one" where it is a detainer: "17 inmates with one on file"."""
UPON, THERE_ARE = frozenset({"on", "under"}), frozenset({"have", "be", "house"})
"""What tells that people sit in jail as things stand: "had 15 people on holds Monday"."""
STAYING = frozenset(
    [
        *("remain", "stay", "be", "sit", "hold", "jail", "house", "serve", "await", "lock", "lodge", "keep", "confine"),
        *("incarcerate", "imprison", "detain"),
    ]
)
ON_HAND = {"on": frozenset({"file", "book", "books", "hand"}), "in": frozenset({"effect", "place", "force"})}
"""Where requests are that still stand: "211 detainers on file", "14 holds in effect"."""
BEING = frozenset(
    [
        *("are", "were", "is", "was", "be", "been", "have", "had", "has", "remain", "remained", "remains", "stay"),
        *("stayed", "sit", "sat", "still", "yet", "now", "currently", "listed", "as", "left", "marked", "also"),
    ]
)
"""What may stand between a number and the word that says they are pending."""
INSIDE = frozenset(
    [
        *("jail", "jails", "prison", "prisons", "custody", "cell", "cells", "lockup", "inside", "bars"),
        *("detention", "incarcerated", "building", "facility", "dorm", "pod", "pods", "upstairs"),
    ]
)
"""Where those are who have not been let go."""
LOCKED = frozenset({"lock", "jail", "confine", "incarcerate", "imprison"})
"""Verbs that say by themselves where somebody still is."""
TO_COME = frozenset({"sentence", "time", "term", "trial", "case", "sentencing", "hearing"})
"""What is served or awaited in a jail."""
PEOPLE_HAVE = "people had detainers"
"""The rule of people who have a request upon them."""
STILL = "outstanding"
"""The rule of requests that are said to be pending."""
OUTCOMES = frozenset({"releases", "transfers", "arrests", "removals", "honored", "declined", "notifications"})
"""Actions after which a request is no longer outstanding."""


def active(frame: Frame) -> tuple[str, Trigger | None] | None:
    """Why requests or people are outstanding at a point in time, and the verb that says so; None where they are not."""
    base = frame.noun or frame.whole
    rule = None
    if frame.kind == "detainer" and base is not None:
        near = [t for t in base.children if t.dep_ in {"amod", "acl", "relcl"}]
        climb = base.head if base.dep_ in {"nsubj", "nsubjpass"} else None
        predicate = (
            [t for t in climb.children if t.dep_ in {"acomp", "advmod", "oprd", "attr"}] if climb is not None else []
        )
        words = {lemma(t) for t in (*near, *predicate)} | {t.lower_ for t in predicate}
        stand = climb.head if climb is not None and climb.dep_ == "aux" else climb
        if stand is not None and stand.tag_ in {"VBG", "JJ"}:  # "sixteen detainers are pending"
            words.add(stand.lower_)
        if words & lexicon.words("active") or _on_hand(base):
            rule = STILL
    if frame.kind in {"person", "bare", "anaphor"} and (how := _with_detainers(frame) or _held_upon(frame)):
        rule = how
    if inside(frame):
        return STILL, None
    if frame.kind in {"bare", "anaphor"} and _said_pending(frame):
        return STILL, None
    if rule is None:
        return None
    if any(
        t.action in OUTCOMES
        and role in {"patient", "shared", "near"}
        and t.token.lemma_ not in {"hold", "detain", "keep"}
        for t, role in frame.links
    ):
        return None
    trigger = next((t for t, role in frame.links if role in {"patient", "subject"}), None)
    return rule, trigger


def _on_hand(noun: Token) -> bool:
    """ "Had 211 detainers on file", "14 holds on its books": requests that still stand."""
    behind = noun.doc[noun.i + 1 : min(noun.i + 4, noun.sent.end)]
    return len(behind) > 1 and any(t.lower_ in ON_HAND.get(behind[0].lower_, ()) for t in behind[1:])


def _held_upon(frame: Frame) -> str | None:
    """ "The prisons had detainers on about 130 inmates", "there are holds on nine of them"."""
    node, base = frame.node, frame.noun or frame.whole
    if node.dep_ != "pobj" or node.head.lower_ not in {"on", "against", "for"} or node.head.i > frame.root.i:
        return None
    if frame.kind == "person" and base is None:
        return None
    what = node.head.head
    thing = what if kind_of(what) == "detainer" else next((c for c in what.children if kind_of(c) == "detainer"), None)
    verb = what.head if thing is what else what
    if thing is None or thing.i > frame.root.i or verb.lemma_ not in {"have", "be", "carry", "keep"}:
        return None
    return PEOPLE_HAVE


def _said_pending(frame: Frame) -> bool:
    """ "Ten are still pending", "88 remained open", "12 of them stay unresolved"."""
    doc, end = frame.sentence.doc, frame.sentence.end
    i = frame.root.i + 1
    while i < end and (doc[i].lower_ in BEING or doc[i].lower_ in {"of", "them", "those", "others", "more"}):
        i += 1
    if i < end and i == frame.root.i + 1 and frame.kind == "bare" and doc[i].lower_ in lexicon.words("active"):
        return i + 1 >= end or doc[i + 1].is_punct or doc[i + 1].dep_ == "prep"  # "plus 11 pending at year's end"
    if i >= end or doc[i].lower_ not in lexicon.words("active") or doc[i - 1].lower_ not in BEING:
        return False
    behind = doc[i + 1].pos_ if i + 1 < end else "PUNCT"
    return behind not in {"NOUN", "PROPN"}


def at_large(frame: Frame) -> bool:
    """ "417 people named in declined detainers remained at large": those who were not found again."""
    base = frame.noun or frame.whole or frame.node
    verb = frame.node.head if frame.node.dep_ in {"nsubj", "nsubjpass"} else base.head
    if frame.kind not in {"person", "bare", "anaphor"} or frame.of_number or verb.lemma_ not in {"remain", "be"}:
        return False
    if any(c.dep_ == "relcl" for c in base.children):  # "18 whose detainers were not honored are at large"
        return False
    behind = verb.doc[verb.i + 1 : min(verb.i + 4, frame.sentence.end)]
    words = [t.lower_ for t in behind if t.lower_ not in {"still", "yet", "now"}]
    return verb.i > frame.root.i and words[:2] == ["at", "large"] and not negated(verb)


def inside(frame: Frame) -> bool:
    """Whether those counted are said to be in jail still."""
    return frame.kind in {"person", "bare", "anaphor"} and (_still_inside(frame) or _said_inside(frame))


def _said_inside(frame: Frame) -> bool:
    """ "ICE took 117 and 40 are still incarcerated", where the tree hangs the number on the verb before."""
    doc, end = frame.sentence.doc, frame.sentence.end
    i = (frame.noun or frame.root).i + 1
    start = i
    while i < end and (doc[i].lower_ in BEING or doc[i].lower_ in {"of", "them", "those", "others", "more"}):
        i += 1
    if not any(t.lower_ in {"still", "remain", "remained"} for t in doc[start:i]):
        return False
    behind = doc[i : min(i + 4, end)]
    if not len(behind) or any(t.lower_ in FEDERAL - {"custody"} for t in behind):
        return False
    return behind[0].lemma_.lower() in LOCKED or (
        behind[0].lower_ in {"in", "behind", "inside", "at"} and any(t.lower_ in INSIDE for t in behind[1:])
    )


def _still_inside(frame: Frame) -> bool:
    """ "Another 28 remain in the prison", "six are still in jail", "nine were still serving sentences"."""
    verb = frame.node.head
    if frame.node.dep_ not in {"nsubj", "nsubjpass"} or verb.lemma_.lower() not in STAYING:
        return False
    parts = [c for c in verb.children if c.i > verb.i and c.dep_ in {"prep", "dobj", "advmod", "acomp"}]
    behind = [t for part in parts for t in part.subtree]
    still = verb.lemma_.lower() in {"remain", "stay"} or any(c.lower_ in {"still", "yet"} for c in verb.children)
    if not (still or any(t.lower_ in {"now", "today", "currently"} for t in behind)):
        return False
    if any(t.lower_ in FEDERAL - {"custody"} for t in behind) or negated(verb):
        return False
    if verb.lemma_.lower() in {"serve", "await"}:
        return any(c.dep_ == "dobj" and lemma(c) in TO_COME for c in verb.children)
    if any(c.lower_ == "still" for c in verb.children) and verb.lemma_.lower() != "be":
        here = any(t.lower_ in {"here", "there", "upstairs", "downstairs"} for t in behind[:1])
        if here or verb.lemma_.lower() in LOCKED:
            return True
    return any(t.lower_ in INSIDE for t in behind if t.i - verb.i <= 5)


def _with_detainers(frame: Frame) -> str | None:
    found = with_detainers(frame.noun or frame.whole or frame.node, frame.sentence)
    if found is None and frame.partitive and frame.noun is None:  # "nine of them have a detainer"
        return with_detainers(frame.node, frame.sentence) or _of_them_had(frame)
    return found


def _of_them_had(frame: Frame) -> str | None:
    """ "On Tuesday 362 of them had a detainer", where the tree hangs the number on the day."""
    doc, i = frame.sentence.doc, frame.root.i + 1
    while i < frame.sentence.end and doc[i].lower_ in {"of", "them", "those", "these"}:
        i += 1
    behind = doc[i + 1 : min(i + 5, frame.sentence.end)]
    if i + 1 >= frame.sentence.end or doc[i].lemma_ not in {"have", "carry", "face"}:
        return None
    thing = next((t for t in behind if kind_of(t) == "detainer"), None)
    plain = thing is not None and not any(t.pos_ in {"VERB", "NUM"} for t in doc[i + 1 : thing.i])
    return PEOPLE_HAVE if plain else None


def _one(token: Token) -> bool:
    """ "As of Monday nine inmates had one": a detainer, where one was spoken of just before."""
    if token.lower_ != "one" or any(c.dep_ != "prep" or c.lower_ not in FILED for c in token.children):
        return False
    return any(kind_of(t) == "detainer" for t in token.doc[max(0, token.i - BEFORE) : token.i] if t.pos_ == "NOUN")


def with_detainers(base: Token, sentence: Span) -> str | None:
    """ "231 people with detainers", "1,823 inmates had ICE detainers"."""
    with_them, had_them = "people with detainers", PEOPLE_HAVE
    for child in base.children:
        beside = child.lower_ == "with" or (child.lower_ in UPON and base.head.lemma_ in THERE_ARE)
        objects = [t for t in child.subtree if t.dep_ in {"pobj", "conj"}] if beside else []
        if child.dep_ == "prep" and any(kind_of(t) == "detainer" or _one(t) for t in objects):
            return with_them
        if (
            child.dep_ == "relcl"
            and child.lemma_ in {"have", "face"}
            and any(kind_of(t) == "detainer" for t in child.children if t.dep_ == "dobj")
        ):
            return had_them
    head = base.head
    if base.dep_ == "nsubj" and head.lemma_ in {"have", "face", "carry"}:
        objects = [t for t in head.children if t.dep_ == "dobj" or t.lower_ == "holds"]
        return had_them if any(kind_of(t) == "detainer" or _one(t) for t in objects) else None
    had = any(c.lemma_ == "have" and c.i < head.i for c in head.children)
    if base.dep_ == "dobj" and (head.lemma_ == "have" or (head.lower_ == "got" and had)):  # "I've got six with a hold"
        behind = [c for c in head.children if c.lower_ == "with" and base.i < c.i <= base.i + 5]
        if any(kind_of(t) == "detainer" or _one(t) for c in behind for t in c.children):
            return with_them
    if base.dep_ == "nsubj" and head.lower_ == "holds" and had:
        return had_them  # "37 inmates had holds", where the tree takes the holds for the verb
    following = base.doc[base.i + 1 : min(base.i + 6, sentence.end)]
    near = len(following) > 1 and following[0].lower_ == "with" and any(kind_of(t) == "detainer" for t in following)
    return with_them if near else None


def at_present(frame: Frame) -> bool:
    """ "Another 410 inmates have active detainers": as things stand, whatever time was spoken of before."""
    base = frame.noun or frame.whole or frame.node
    having = [base.head] if base.dep_ == "nsubj" else [c for c in base.children if c.dep_ == "relcl"]
    return any(verb.lemma_ in {"have", "face", "carry"} and verb.tag_ in {"VBP", "VBZ"} for verb in having)


def still_held(frame: Frame) -> bool:
    """ "It received 238 that year and still has 17 inmates with one": as things stand, whatever year is named."""
    base = frame.noun or frame.whole or frame.node
    verb = base.head
    return base.dep_ == "dobj" and verb.lemma_ in {"have", "hold", "house"} and verb.tag_ in {"VBP", "VBZ"}
