"""What the nouns say that a number counts: "44 refusals", "the release of 58", "denials fell from 56 to 18"."""

from __future__ import annotations

from spacy.tokens import Token

from extract.claims import errands, guards, lexicon, outstanding
from extract.claims.acts import DIRECT, TOLD, Reading, counts_of
from extract.claims.frames import Frame
from extract.claims.nouns import kind_of
from extract.claims.outstanding import PEOPLE_HAVE
from extract.claims.parties import side_of_token
from extract.claims.triggers import Trigger, lemma, negated

REMAINING = frozenset({"go", "remain", "stay", "be"})
"""Verbs of how requests were left: "168 detainers went unanswered"."""
KEPT_ON = "kept on"
"""The rule of releases that were put off."""
THEIR_NOTICES = "notices of the federal side"
"""The rule of notices that ICE issued: requests, not what a jail tells of a release."""
SOUGHT = frozenset({"want", "seek", "request", "target", "pursue"})
UPON = "subject of a request"
"""The rule of people whom requests are for."""
REACHED = frozenset({"from", "to"})
"""What stands before the numbers that something changed from and to: its subject names them, whatever else was done."""


def unanswered(frame: Frame) -> bool:
    """ "complained of 168 'unanswered' detainers", "168 went unanswered": an adjective says what became of them."""
    noun = frame.noun
    if noun is None or noun.i <= frame.root.i:
        return False
    if noun.dep_ in {"nsubj", "nsubjpass"} and noun.head.lemma_ in REMAINING:
        said = [c for c in noun.head.children if c.dep_ in {"acomp", "oprd", "advmod"} and c.i > noun.head.i]
        if any(t.lower_ in lexicon.words("unanswered") for t in said):
            return not negated(noun.head)
    between = noun.doc[frame.root.i + 1 : noun.i]
    return len(between) <= 6 and any(t.lower_ in lexicon.words("unanswered") for t in between)


def act(frame: Frame) -> Trigger | None:
    return next((t for t, role in frame.links if role in DIRECT and t.action != "counted"), None)


def of_whole(frame: Frame) -> list[Reading]:
    """The 52 of "declined 41 of 52 detainers": as many came in; for people, only what their own participle says."""
    own = [(t, role) for t, role in frame.links if role in {"modifier"} and t.action != "counted"]
    for trigger, _ in own:
        if trigger.action in {"honored", "declined"} and not _verb_beside(frame, trigger):
            continue  # "604 of 1,020 detainers ignored": the part is
        if measure := counts_of(frame, trigger, frame.kind):
            return [Reading(measure, "modifier of whole", trigger)]
    named = frame.kind == "person" and frame.noun is not None and _named_on(frame.noun)
    return [Reading("side", "noun of whole", None, "side")] if named or frame.kind in {"detainer", "bare"} else []


def upon_people(frame: Frame) -> list[Reading]:
    """ "1,226 people in its custody have been the subject of a detainer": as many requests, by whose count it is."""
    base = frame.noun or frame.whole or frame.node
    verb = base.head
    if frame.kind == "person" and _sought(frame, base):
        return [Reading("side", UPON, None, "side")]
    if frame.kind not in {"person", "bare", "anaphor"} or base.dep_ not in {"nsubj", "nsubjpass"} or verb.i < base.i:
        return []
    said = [c for c in verb.children if c.i > verb.i and c.dep_ in {"attr", "prep", "acomp"}]
    if verb.lemma_ == "be":
        said = [c for c in said if c.lower_ in {"subject", "subjects", "target", "targets"}]
    elif verb.lower_ in {"named", "targeted", "listed", "sought", "wanted", "flagged"}:
        said = [c for c in said if c.lower_ in {"in", "on", "by", "with", "for"}]
    else:
        return []
    if negated(verb) or not any(kind_of(t) == "detainer" for c in said for t in c.subtree if t.pos_ == "NOUN"):
        return []
    now = verb.tag_ in {"VBP", "VBZ"} or any(c.dep_ == "auxpass" and c.tag_ in {"VBP", "VBZ"} for c in verb.children)
    return [Reading("detainers_active", PEOPLE_HAVE, None)] if now else [Reading("side", UPON, None, "side")]


def _sought(frame: Frame, base: Token) -> bool:
    """ "Of 38 inmates whom ICE sought", "had 46 people last year whom ICE wanted": nothing else is said of them."""
    said = [c for c in base.children if c.dep_ in {"relcl", "acl"} and c.lemma_.lower() in SOUGHT]
    if not said or frame.partitive or negated(said[0]):
        return False
    if any(t.action != "counted" and t.token.i != said[0].i for t, role in frame.links if role in DIRECT):
        return False
    by = [c for c in said[0].children if c.dep_ == "nsubj"]
    by += [g for c in said[0].children if c.dep_ == "agent" for g in c.children]
    return any(errands.names_federal(c) for c in by)


def _verb_beside(frame: Frame, trigger: Trigger) -> bool:
    """Whether a sentence has a verb beside the participle of its whole: a headline may have none."""
    return any(t.i != trigger.token.i and (t.tag_[:2] == "VB" or t.tag_ == "MD") for t in frame.sentence)


def _named_on(noun: Token) -> bool:
    """ "3 of the 77 people named on detainers", "nine of 40 inmates with holds": as many requests."""
    below = [c for c in noun.children if c.i > noun.i and c.dep_ in {"prep", "acl"}]
    below += [g for c in below if c.dep_ == "acl" for g in c.children if g.dep_ == "prep"]
    return any(
        p.lower_ in {"with", "on", "under", "in"} and kind_of(t) == "detainer" for p in below for t in p.children
    )


def kept_on(frame: Frame) -> list[Reading]:
    """ "delayed the release of 184 people", "96 people whose release was delayed": they were held for ICE."""
    base = frame.noun or frame.whole or frame.node
    if frame.kind not in {"person", "noun", "bare", "anaphor"}:
        return []
    put_off = base.dep_ == "pobj" and base.head.lower_ in {"of", "for"} and _put_off(base.head.head)
    put_off = put_off or (frame.kind == "noun" and _put_off(base))
    whose = (s for c in base.children if c.dep_ == "relcl" for s in c.children if s.dep_ in {"nsubjpass", "dobj"})
    if put_off or any(_put_off(s) and any(t.lower_ == "whose" for t in s.lefts) for s in whose):
        return [Reading("detainers_honored", KEPT_ON, None, "topic")]
    return []


def _put_off(noun: Token) -> bool:
    """Whether a release is what a verb puts off, or a stay what it draws out."""
    if noun.dep_ not in {"dobj", "nsubjpass"} or noun.head.lemma_.lower() not in lexicon.words("delaying"):
        return False
    verb, word = noun.head, lemma(noun)
    if verb.lemma_.lower() in {"put", "hold", "draw", "stretch"} and not any(c.dep_ == "prt" for c in verb.children):
        return False
    return (word in lexicon.words("stays") or word in {"release", "discharge"}) and not negated(verb)


def hold_beside(frame: Frame) -> bool:
    """ "49 detainers and one hold", "there were 19 requests but two holds": a hold that is told apart is one kept."""
    noun = frame.noun
    if noun is None or frame.kind != "detainer" or lemma(noun) != "hold" or noun.dep_ not in {"conj", "appos"}:
        return False
    first = noun.head
    numbered = any(t.like_num for t in first.lefts)
    return numbered and kind_of(first) == "detainer" and lemma(first) not in {"hold", lemma(noun)}


def governed(frame: Frame) -> list[Reading]:
    """ "the refusal of 44 requests", "compliance with 31 detainers", "the release of 58 inmates with detainers"."""
    noun = frame.noun
    if noun is None or noun.dep_ != "pobj" or noun.head.lower_ not in {"of", "with"}:
        return []
    governor = lemma(noun.head.head)
    if frame.kind == "detainer":
        measure = lexicon.nominals().get(governor)
        return [Reading(measure, "noun of", None)] if measure else []
    outcome = lexicon.noun_measures().get(governor) if frame.kind == "person" and noun.head.lower_ == "of" else None
    if outcome == "releases" and (telling := _told_of(frame)) is not None:
        return [Reading("notifications", TOLD, telling)]
    return [Reading(outcome, "noun of", None, "topic")] if outcome in {"releases", "transfers", "arrests"} else []


def _told_of(frame: Frame) -> Trigger | None:
    """ "Told federal agents about the release of 194 inmates": what the verb above is told of."""
    for trigger, role in frame.links:
        if trigger.action == "notifications" and role == "patient" and not (trigger.negated or trigger.passive):
            told = [c for c in trigger.token.children if c.dep_ in {"dobj", "dative"} and c.i > trigger.token.i]
            ours = not guards.by_federal(trigger)
            return trigger if ours and any(errands.names_federal(c) for c in told) else None
    return None


def noun_of(frame: Frame) -> list[Reading]:
    """ "the release of the other 1,106", "the arrest of 24 people"."""
    node = frame.noun if frame.noun is not None else frame.node
    if node.dep_ != "pobj" or node.head.lower_ != "of" or frame.kind not in {"person", "bare", "anaphor"}:
        return []
    told = next((t for t, _ in frame.links if t.action == "notifications" and not t.negated), None)
    if told is not None and lemma(node.head.head) in lexicon.noun_measures():
        return [Reading("notifications", "noun of", told)]
    measure = lexicon.noun_measures().get(lemma(node.head.head))
    return [Reading(measure, "noun of", None, "topic")] if measure else []


def through_subject(frame: Frame) -> list[Reading]:
    """ "denials fell from 56 to 18", "the number of requests is 240": the subject of a light verb names the measure."""
    if frame.kind not in {"bare", "anaphor"}:
        return []
    if frame.subject is None:  # "Detainers followed the same line, rising from 141 to 256"
        risen = frame.node.head.head if frame.node.dep_ == "pobj" and frame.node.head.lower_ in REACHED else None
        above = risen.head if risen is not None and risen.dep_ == "advcl" and risen.tag_ == "VBG" else None
        who = next((c for c in above.children if c.dep_ in {"nsubj", "nsubjpass"}), None) if above is not None else None
        return [Reading("side", "subject", light(frame), "side")] if kind_of(who) == "detainer" else []
    kind = kind_of(frame.subject)
    if kind == "person" and (held := outstanding.with_detainers(frame.subject, frame.sentence)):
        return [Reading("detainers_active", held, light(frame))]
    if kind == "noun":
        return [Reading(lexicon.noun_measures()[lemma(frame.subject)], "subject names it", light(frame), "topic")]
    if lemma(frame.subject) in {"denial", "refusal", "rejection"}:
        return [Reading("detainers_declined", "subject names it", light(frame))]
    return [Reading("side", "subject", light(frame), "side")] if kind == "detainer" else []


def set_at(frame: Frame) -> Reading | None:
    """The 33 of "puts the detainers at 129 and the releases at 33": what stands before each is what is set."""
    doc, at = frame.sentence.doc, frame.root.i - 1
    while at > frame.sentence.start and doc[at].lower_ in {"about", "roughly", "just", "nearly", "only", "some"}:
        at -= 1
    if frame.kind != "bare" or at - 3 <= frame.sentence.start or doc[at].lower_ != "at":
        return None
    thing, before = doc[at - 1], [doc[at - 2], doc[at - 3]]
    if thing.tag_ != "NNS" or before[0].lower_ not in {"the", "its", "their"} or before[1].lower_ not in {"and", ","}:
        return None
    if kind_of(thing) == "noun":
        return Reading(lexicon.noun_measures()[lemma(thing)], "subject names it", None, "topic")
    return Reading("side", "subject", None, "side") if kind_of(thing) == "detainer" else None


def light(frame: Frame) -> Trigger | None:
    return next((t for t, role in frame.links if t.action == "counted" and role != "agent"), None)


def _of_ice(trigger: Trigger) -> bool:
    """ "The agency issued 14,026 notices", "ICE sent the jail 40": no jail that tells of a release."""
    if guards.by_federal(trigger):
        return True
    subjects = [c for c in trigger.token.children if c.dep_ == "nsubj"]
    return trigger.token.lemma_ in {"issue", "lodge"} and any(side_of_token(c) != "custody" for c in subjects)


def own_noun(frame: Frame) -> list[Reading]:
    for trigger, role in frame.links:
        if trigger.action == "notifications" and role in {"patient", "near"}:
            return [Reading("notifications", "notified of", trigger)]
    if frame.noun is None:
        return []
    measure = lexicon.noun_measures().get(lemma(frame.noun))
    if measure is None or guards.held_by_person(frame):
        return []
    decided = next((t for t, role in frame.links if role in DIRECT), None)
    if measure == "notifications" and decided is not None and decided.action == "issued" and _of_ice(decided):
        return [Reading("detainers_issued", THEIR_NOTICES, decided, "topic")]
    return [Reading(measure, "noun names it", decided, "topic")]
