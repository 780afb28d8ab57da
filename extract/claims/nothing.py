"""What "no" and "none" are of: nothing made, no action taken, what somebody lacked, what a label says none of."""

from __future__ import annotations

import re

from extract.claims import guards, lexicon
from extract.claims.frames import Frame
from extract.claims.nouns import kind_of, partitive_object
from extract.claims.triggers import lemma
from extract.joined import said

IN_LABEL = re.compile(r"[^:.;]{2,60}:\s*\d[\d,]*%?\s*")
MAKING = frozenset({"make", "report", "record", "log", "send", "give", "receive", "count"})


def of_them(frame: Frame) -> bool:
    """ "No law in the state requires it, and none forbids it": none of what the clause before says "no" of."""
    node = frame.node
    verb = node.head
    if frame.count.text.lower() != "none" or node.dep_ not in {"nsubj", "nsubjpass"} or verb.dep_ != "conj":
        return False
    before = next((c for c in verb.head.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    denied = before is not None and any(c.dep_ in {"det", "neg"} and c.lower_ == "no" for c in before.children)
    return denied and before is not None and kind_of(before) not in {"detainer", "person", "anaphor"}


def absent(frame: Frame) -> bool:
    """ "There was no detainer", "they have no hold": what somebody lacked is no count."""
    noun = frame.noun
    if frame.count.text.lower() != "no" or noun is None or noun.tag_ != "NN" or frame.kind != "detainer":
        return False
    return noun.head.lemma_.lower() in {"be", "have", "exist", "carry", "need", "require"}


def in_label(frame: Frame) -> bool:
    """ "Agencies that reported no requests: 356": what the label says none of."""
    behind = said(frame.sentence)[frame.count.end - frame.sentence.start_char :]
    return frame.count.form == "none" and IN_LABEL.fullmatch(behind) is not None


def none_made(frame: Frame) -> str | None:
    """ "has made no transfers since", "reported zero arrests": none of what the noun names."""
    noun, word = frame.noun, frame.count.text.lower()
    if noun is None or frame.kind != "noun" or word not in {"no", "zero"} or guards.other_arrests(noun):
        return None
    verb = noun.head
    made = noun.dep_ == "dobj" and verb.lemma_ in MAKING
    past = verb.tag_ in {"VBD", "VBN"} or any(c.tag_ == "VBD" for c in verb.children if c.dep_ == "aux")
    return lexicon.noun_measures().get(lemma(noun)) if made and past else None


def no_action(frame: Frame) -> bool:
    """ "took no action on any of the 57": none was honored."""
    if frame.noun is None or frame.noun.lemma_.lower() != "action" or frame.count.text.lower() not in {"no", "zero"}:
        return False
    doc, on = frame.sentence.doc, frame.noun.i + 1
    upon = doc[on : min(on + 8, frame.sentence.end)]
    if not len(upon) or upon[0].lower_ not in {"on", "upon"}:
        return False
    thing = partitive_object(upon[0], frame.sentence)
    if not (upon[1:2].text.lower() in {"any", "them", "those", "these", "either"} or kind_of(thing) == "detainer"):
        return False
    verb = frame.noun.head
    return verb.lemma_.lower() == "take" and verb.tag_ in {"VBD", "VBN", "VBG"}
