"""Which verbs a number depends on: up the tree, among its modifiers, through a light verb's subject, or near it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.tokens import Span, Token

from extract.claims import lexicon
from extract.claims.nouns import kind_of
from extract.claims.triggers import SUMS, Trigger, lemma

if TYPE_CHECKING:
    from extract.claims.frames import Frame

SAYING = frozenset({"say", "claim", "allege", "believe", "contend", "report", "complain", "argue", "think", "know"})
OPENED = 12
"""Words of a clause that a number opens."""
MODIFIER_REACH = 14
"""Words within which a relative clause still modifies what is counted."""


def link(frame: Frame, span: Span, triggers: dict[int, Trigger]) -> None:
    """Finds the triggers of a number: up the tree, among its modifiers, through a light verb's subject, near it."""
    if frame.kind == "time" and (behind := _clause_behind(frame)) is not None:
        acts = [triggers[t.i] for t in behind if t.i in triggers]
        frame.links += [(trigger, "near") for trigger in acts if trigger.action != "counted"]
        return
    current = frame.node
    for _ in range(12):
        parent = current.head
        if parent.i == current.i or not frame.sentence.start <= parent.i < frame.sentence.end:
            break
        if parent.i in triggers:
            trigger = triggers[parent.i]
            role = _role(current, trigger)
            if role == "agent" and not _can_act(frame, current, trigger):
                role = "patient" if trigger.token.i - span.end <= 3 and trigger.action != "counted" else "misread"
            frame.links.append((trigger, role))
            _share(frame, trigger, triggers, current)
        if parent.pos_ == "VERB" or (parent.pos_ == "AUX" and parent.dep_ not in {"aux", "auxpass"}):
            if parent.i in triggers and triggers[parent.i].action == "counted":
                _subject(frame, parent, triggers)
                if parent.lemma_ == "be" and current.dep_ == "nsubj" and frame.noun is None:
                    _is_how_many(frame, parent, triggers)
            elif parent.i not in triggers and current.dep_ in {"nsubj", "nsubjpass"}:
                _predicate(frame, parent, triggers)
            if parent.dep_ not in {"csubj", "csubjpass"}:
                break
        current = parent
    if frame.node.i in triggers and frame.noun is not None:
        frame.links.append((triggers[frame.node.i], "modifier"))
    for base in (frame.node, frame.noun, frame.whole):
        if base is not None:
            _modifiers(frame, base, triggers)
    _near(frame, span, triggers)
    if frame.kind == "time" and not any(t.action != "counted" for t, _ in frame.links):
        _clause(frame, triggers)


def _clause_behind(frame: Frame) -> Span | None:
    """ "We called 40 times and 31 times they said no": the clause that a second such number opens."""
    noun, doc = frame.noun, frame.sentence.doc
    first = frame.root.i - (1 if frame.root.nbor(-1).pos_ == "ADV" else 0) if frame.root.i else 0
    if noun is None or noun.i + 2 >= frame.sentence.end or first <= frame.sentence.start:
        return None
    if doc[first - 1].lower_ not in {"and", "but"} or noun.nbor(1).pos_ not in {"PRON", "DET", "NOUN", "PROPN"}:
        return None
    span = doc[noun.i + 1 : min(noun.i + OPENED, frame.sentence.end)]
    end = next((t.i for t in span if t.is_punct or t.like_num), span.end)
    return doc[noun.i + 1 : end] if any(t.tag_ in {"VBD", "VBZ", "VBP"} for t in doc[noun.i + 1 : end]) else None


def _clause(frame: Frame, triggers: dict[int, Trigger]) -> None:
    """ "In 31 cases ICE noted that a detainer was refused": what was done so often stands anywhere in the clause."""
    verb = frame.node
    while verb.pos_ not in {"VERB", "AUX"} and verb.head.i != verb.i:
        verb = verb.head
    for token in verb.subtree:
        if token.i in triggers and triggers[token.i].action != "counted" and token.i < frame.sentence.end:
            frame.links.append((triggers[token.i], "near"))
            return


def _can_act(frame: Frame, subject: Token, trigger: Trigger) -> bool:
    """Requests do nothing themselves; a bare number before a bare participle is done to ("171 not honored")."""
    if frame.kind in {"detainer", "noun", "paper"}:
        return False
    own = any(
        (c.dep_ in {"dobj", "prep", "ccomp", "xcomp"} or (c.dep_ == "prt" and any(True for _ in c.children)))
        and c.i > trigger.token.i
        for c in trigger.token.children
    )
    return own or frame.noun is not None


def _role(child: Token, trigger: Trigger) -> str:
    if child.dep_ == "csubjpass":
        return "patient"
    if child.dep_ in {"nsubj", "csubj"} and child.i < trigger.token.i:
        verb = trigger.token
        if trigger.passive or verb.lemma_.lower() in lexicon.words("counts_its_subject"):
            return "patient"
        if verb.tag_ in {"VBN"} and not any(c.dep_ in {"aux", "dobj"} for c in verb.children):
            return "patient"
        return "agent"
    if child.dep_ in {"advcl", "ccomp", "relcl"} or (child.dep_ == "conj" and child.pos_ == "VERB"):
        return "far"
    return "patient"


def _share(frame: Frame, trigger: Trigger, triggers: dict[int, Trigger], child: Token) -> None:
    """ "received and rejected 15": verbs without objects of their own share the number."""
    others = [t for t in trigger.token.conjuncts if t.i in triggers]
    for other in others:
        own = any(
            (
                c.dep_ in {"dobj", "nsubj", "nsubjpass", "ccomp", "prt", "agent"}
                or any(g.dep_ == "pobj" for g in c.children)
            )
            and other.i < c.i < child.i
            for c in other.children
        )
        nearer = other.i < trigger.token.i < child.i
        passive_pair = trigger.passive and other.i > trigger.token.i and triggers[other.i].passive
        between = frame.sentence.doc[min(other.i, trigger.token.i) + 1 : max(other.i, trigger.token.i)]
        if (nearer or passive_pair) and not own and len(between) <= 4:
            frame.links.append((triggers[other.i], "shared"))


def _is_how_many(frame: Frame, verb: Token, triggers: dict[int, Trigger]) -> None:
    """ "1,768 is how many detainers the state ignored": the predicate says what is counted."""
    for token in verb.subtree:
        if token.i > verb.i and kind_of(token) == "detainer" and token.head.i in triggers and token.dep_ == "dobj":
            frame.links.append((triggers[token.head.i], "modifier"))


def _predicate(frame: Frame, verb: Token, triggers: dict[int, Trigger]) -> None:
    """ "six were wanted on detainers that the jail had not honored": what the predicate's requests went through."""
    for token in verb.subtree:
        if token.i > frame.root.i and token.i < frame.sentence.end and kind_of(token) == "detainer":
            for child in token.children:
                if child.i in triggers and child.dep_ in {"relcl", "acl"} and triggers[child.i].action != "counted":
                    frame.links.append((triggers[child.i], "modifier"))


def _modifiers(frame: Frame, base: Token, triggers: dict[int, Trigger]) -> None:
    for child in base.children:
        child = _told(child, triggers)
        if (
            child.i in triggers
            and child.dep_ in {"acl", "relcl", "amod", "advcl", "ccomp"}
            and 0 < child.i - base.i <= MODIFIER_REACH
        ):
            if any(t.lower_ in {"including", "among"} for t in base.doc[base.i : child.i]):
                continue
            frame.links.append((triggers[child.i], "modifier"))
            for more in child.conjuncts:
                if (
                    more.i in triggers
                    and more.i > child.i
                    and not any(c.dep_ in {"nsubj", "dobj"} for c in more.children)
                ):
                    frame.links.append((triggers[more.i], "modifier"))


def _told(child: Token, triggers: dict[int, Trigger]) -> Token:
    """ "people who it says were kept for ICE": what is said of them, where a verb of saying stands between."""
    if child.dep_ != "relcl" or child.lemma_.lower() not in SAYING:
        return child
    return next((c for c in child.children if c.dep_ == "ccomp" and c.i in triggers), child)


def _subject(frame: Frame, verb: Token, triggers: dict[int, Trigger]) -> None:
    """ "the requests it received numbered 19": what the subject of a light verb says."""
    if verb.dep_ == "advcl" and verb.tag_ == "VBG" and frame.node.dep_ == "pobj":
        own = next((c for c in verb.head.children if c.dep_ == "nsubj" and c.i < verb.i), None)
        frame.subject = _thing(own) if own is not None else None  # "Detainers did too, rising from 141 to 180"
    for child in verb.children:
        if child.i < verb.i and any(t.text == ";" for t in verb.doc[child.i + 1 : verb.i]):
            continue  # of the clause before
        if child.dep_ in {"nsubj", "nsubjpass", "csubj"} and child.i != frame.node.i:
            frame.subject = _thing(child)
            for token in child.subtree:
                if token.i in triggers and triggers[token.i].action != "counted":
                    frame.links.append((triggers[token.i], "subject"))
        elif child.dep_ == "dobj" and child.i < frame.node.i and (lemma(child) in SUMS or _set_at(frame, child)):
            frame.subject = _thing(child)
            frame.links += [
                (triggers[t.i], "subject")
                for t in child.subtree
                if t.i in triggers and triggers[t.i].action != "counted"
            ]


def _set_at(frame: Frame, thing: Token) -> bool:
    """ "Put removals at more than 605": what a figure is set for."""
    return frame.node.dep_ == "pobj" and frame.node.head.lower_ == "at" and kind_of(thing) in {"detainer", "noun"}


def _thing(subject: Token) -> Token:
    """The noun behind "the number of", else the subject itself."""
    if lemma(subject) in SUMS or lemma(subject) in {"answer", "rest", "share"}:
        for token in subject.subtree:
            if token.i > subject.i and kind_of(token) in {"detainer", "person", "noun"}:
                return token
    return subject


def _done_behind(frame: Frame, triggers: dict[int, Trigger]) -> Trigger | None:
    """ "Shows 480 detainers received by 57 jails and 237 declined": the participle that ends a bare number's phrase,
    whatever the tree hangs the number on."""
    doc, at = frame.sentence.doc, frame.root.i + 1
    if frame.kind != "bare" or at >= frame.sentence.end or at not in triggers or frame.of_number:
        return None
    trigger = triggers[at]
    ends = at + 1 >= frame.sentence.end or doc[at + 1].is_punct
    done = trigger.action in {"honored", "declined"} and not trigger.weak and not trigger.negated
    return trigger if ends and done and doc[at].tag_ in {"VBN", "VBD"} else None


def _near(frame: Frame, span: Span, triggers: dict[int, Trigger]) -> None:
    """The nearest trigger by position, where the tree gave none: before the number, or a participle after its noun."""
    if (done := _done_behind(frame, triggers)) is not None and all(t != done for t, _ in frame.links):
        frame.links.append((done, "patient"))
    misread = any(role == "misread" for _, role in frame.links)
    frame.links = [(t, role) for t, role in frame.links if role != "misread"]
    if any(role in {"patient", "modifier", "subject", "shared"} and t.action != "counted" for t, role in frame.links):
        return
    before = span.start - 1
    if before >= frame.sentence.start and before in triggers and triggers[before].token.tag_ == "NNS":
        frame.links.insert(0, (triggers[before], "patient"))
        return
    doc = span.doc
    end = (frame.noun or frame.whole or span[-1]).i + 1
    for i in range(end, min(end + 4, frame.sentence.end)):
        if (
            doc[i].text in {",", ";", ".", ":"}
            or doc[i].pos_ == "NUM"
            or doc[i].lower_ in {"that", "who", "which", "had", "have", "has", "and"}
        ):
            break
        tags = {"VBN", "VBD", "NN", "JJ", "VB"} if i == end and doc[i].lower_ == "let" else {"VBN", "VBD", "NN", "JJ"}
        if i in triggers and triggers[i].action != "counted" and doc[i].tag_ in tags:
            frame.links.append((triggers[i], "near"))
            return
    for i in range(span.start - 1, max(span.start - 9, frame.sentence.start - 1), -1):
        if doc[i].text in {";", ".", ":", "”", "“"} or (doc[i].pos_ == "NUM" and doc[i].ent_type_ != "DATE"):
            break
        if i in triggers and (misread or triggers[i].action != "counted"):
            frame.links.append((triggers[i], "near"))
            return
