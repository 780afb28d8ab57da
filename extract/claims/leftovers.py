"""Numbers without a noun, by what stands beside them: "(51)", "It did that 52 times", "Twenty-six were not"."""

from __future__ import annotations

from extract.claims.frames import Frame
from extract.claims.triggers import NEGATIONS


def in_parentheses(frame: Frame) -> bool:
    """ "Las Vegas (51), Nassau County (38)": the number of what stands before it."""
    doc, i = frame.sentence.doc, frame.root.i
    return frame.sentence.start < i < frame.sentence.end - 1 and doc[i - 1].text == "(" and doc[i + 1].text == ")"


def pro_verb(frame: Frame) -> bool:
    """ "It did that 52 times", "That happened 31 times": what was done stands in the sentence before."""
    verb = frame.node.head
    while verb.pos_ not in {"VERB", "AUX"} and verb.head.i != verb.i:
        verb = verb.head
    if verb.lemma_ in {"happen", "occur"}:
        return any(c.dep_ == "nsubj" and c.lower_ in {"that", "this", "it", "which"} for c in verb.children)
    following = verb.nbor(1).lower_ if verb.i + 1 < frame.sentence.end else ""
    return verb.lemma_ == "do" and following in {"so", "that", "it", "this"}


def understood(frame: Frame) -> bool:
    """ "Twenty-six were not.", "Eighteen it did not": a denied verb that the sentence before holds."""
    doc, end = frame.sentence.doc, frame.sentence.end
    i = (frame.noun or frame.root).i + 1
    while i < end and (doc[i].pos_ in {"PRON", "DET"} or doc[i].lower_ in {"of", "others", "more"}):
        i += 1
    if i + 1 >= end or doc[i].lower_ not in {"was", "were", "did", "has", "have", "had"}:
        return False
    return doc[i + 1].lower_ in NEGATIONS and (i + 2 >= end or doc[i + 2].is_punct or doc[i + 2].pos_ == "CCONJ")


def remaining(frame: Frame) -> bool:
    """ "The remaining 56 were divided between two counties"."""
    before = frame.sentence.doc[max(frame.sentence.start, frame.root.i - 2) : frame.root.i]
    return any(t.lower_ == "remaining" for t in before)


def listed(frame: Frame) -> bool:
    """ "four for attempted murder and 10 for robbery": a breakdown by crime."""
    after = [t.lower_ for t in frame.sentence.doc[frame.root.i + 1 : min(frame.root.i + 3, frame.sentence.end)]]
    spans = frame.sentence.doc[frame.root.i + 2 : min(frame.root.i + 5, frame.sentence.end)]
    if after[:1] == ["for"] and any(t.ent_type_ == "DATE" for t in spans):
        return False
    if (
        len(after) > 1
        and after[0] == "for"
        and (after[1][:2].isdigit() or after[1] in {"the", "that", "all", "this", "fiscal", "january"})
    ):
        return False
    return bool(after) and after[0] in {"for", "with", "accused", "charged", "convicted", "involving"}
