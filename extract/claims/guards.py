"""Where a verb or noun of the dispute stands for something else: whose doing it is, what is told, how many fit in."""

from __future__ import annotations

import re
from collections.abc import Iterable

from spacy.tokens import Token

from extract.claims import lexicon
from extract.claims.errands import FEDERAL_NAMES
from extract.claims.frames import Frame
from extract.claims.nouns import kind_of
from extract.claims.triggers import ASKING, Trigger, lemma, negated

INMATES = frozenset({"inmate", "prisoner", "detainee"})
HEARERS = frozenset({"tell", "inform", "notify", "advise", "warn", "remind", "assure"})
"""Verbs that name at once whom they tell."""
AUDIENCES = frozenset({"crowd", "audience", "gathering", "congregation"})
"""Whom somebody speaks to, however many they are: "told a crowd of 200"."""
FETCHING = frozenset({"pick", "collect", "retrieve", "fetch", "claim", "come", "show", "assume"})
"""What only the federal side does with somebody in a jail."""
COMING = frozenset({"come", "show", "appear", "arrive", "turn"})
"""What agents do who take somebody away."""
SENT = frozenset({"agent", "agents", "officer", "officers", "ice", "van", "vans", "bus", "marshal"})
"""Who comes for somebody in a jail."""
TELLING = HEARERS | {"call", "alert", "phone", "contact", "ring", "email", "e-mail", "text", "fax"}
GIVEN = frozenset({"send", "serve", "hand", "forward", "mail", "fax", "email", "give", "deliver"})
"""Verbs whose passive names who gets something."""
OF_WHICH = frozenset({"of", "about", "on", "regarding"})
"""What stands between a verb of telling and what is told."""
WAITING = frozenset({"wait", "stand", "park", "camp"})
"""What agents do at the door of a jail."""
AT_HAND = frozenset({"waiting", "ready", "present"})
WAITED = 7
"""Words before a number within which those who take somebody away are said to wait for him."""
OUTSIDE = frozenset({"outside", "courthouse", "community", "street", "streets"})
BUILDINGS = frozenset({"facility", "building", "center", "pod", "wing", "dorm", "dormitory", "cellblock", "annex"})
JAILS = frozenset({"jail", "prison", "lockup", "custody", "penitentiary"})


def capacity(trigger: Trigger) -> bool:
    """ "the prison, which holds 980 people": how many a place has room for, unless they are held for ICE."""
    token = trigger.token
    behind = token.doc[token.i + 1 : min(token.i + 9, token.sent.end)].text.lower()
    if re.search(r"\b(?:a|per|each|any given) (?:night|day)\b|\bat (?:a|any one) time\b", behind):
        return True
    if token.tag_ not in {"VBZ", "VBP"}:
        return False
    clause = token.subtree if token.dep_ == "relcl" else token.sent
    held_for = any(t.lower_ in FEDERAL_NAMES or (t.pos_ == "NOUN" and kind_of(t) == "detainer") for t in clause)
    return not held_for


def room(frame: Frame) -> bool:
    """ "The jail holds 410", "the annex houses about 60": a building, with room for so many."""
    if frame.kind != "bare" or frame.node.dep_ != "dobj" or frame.count.form not in {"digits", "words"}:
        return False
    trigger = next((t for t, role in frame.links if role == "patient" and t.token.i == frame.node.head.i), None)
    if trigger is None or trigger.token.lemma_.lower() not in {"hold", "house"} or not capacity(trigger):
        return False
    return any(lemma(c) in JAILS | BUILDINGS for c in trigger.token.children if c.dep_ == "nsubj")


def asked_about(frame: Frame, trigger: Trigger) -> bool:
    """ "I asked about the other three": a question, no request."""
    between = frame.sentence.doc[trigger.token.i : max(trigger.token.i, frame.root.i)]
    return trigger.token.lemma_.lower() in {"ask", "inquire"} and any(t.lower_ == "about" for t in between)


def by_federal(trigger: Trigger) -> bool:
    """Whether the federal side does what the verb says."""
    verb = trigger.token
    subjects = list(verb.children)
    while verb.dep_ in {"xcomp", "conj"} and verb.head.i != verb.i and not any(c.dep_ == "nsubj" for c in subjects):
        verb = verb.head
        subjects = list(verb.children)
    return any(_federal((c, *c.lefts)) for c in subjects if c.dep_ == "nsubj")


def _federal(words: Iterable[Token]) -> bool:
    """ "ICE's agents", "officers": words for the federal side, beside a jail."""
    return any(t.lower_ in FEDERAL_NAMES or t.lower_ == "officers" for t in words)


def unfetched(trigger: Trigger) -> bool:
    """ "71 were never picked up", "the 65 they didn't come for": whom nobody fetched walked out."""
    verb = trigger.token.lemma_.lower()
    if nobody(trigger):
        return trigger.action == "transfers" or verb in COMING
    if not trigger.negated or (trigger.action != "transfers" and verb != "meet"):
        return False
    return verb in FETCHING or by_federal(trigger)


def times_come(frame: Frame) -> str | None:
    """ "Thirteen times they didn't come", "nobody showed up four times", "agents came nine times": who was, or was not,
    taken away on as many occasions."""
    verb = frame.node
    while verb.pos_ not in {"VERB", "AUX"} and verb.head.i != verb.i:
        verb = verb.head
    who = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if verb.lemma_.lower() not in COMING or who is None or verb.tag_ in {"VBZ", "VBP"}:
        return None
    if verb.lemma_.lower() in {"show", "turn"} and not any(c.dep_ == "neg" or c.lower_ == "up" for c in verb.children):
        return None  # "ICE records showed four times", but "they never showed"
    if any(c.dep_ == "aux" and c.tag_ in {"VBZ", "VBP", "MD"} for c in verb.children):
        return None
    if _no_one(who):
        return "releases"
    federal = _federal((who, *who.lefts)) or (who.lower_ == "they" and _agents_before(who))
    if any(c.dep_ == "neg" for c in verb.children):
        return "releases" if federal or who.lower_ in {"they", "anyone", "anybody"} else None
    return "transfers" if federal else None


def _agents_before(they: Token) -> bool:
    """ "Agents were told of all of them. They came five times": whom the sentence before was about last."""
    start = they.sent.start
    before = they.doc[start - 1].sent if start else ()
    who = [t for t in before if t.dep_ in {"nsubj", "nsubjpass"} and (t.pos_ in {"NOUN", "PROPN"} or _no_one(t))]
    who = [t for t in who if t.tag_ != "NN" or _no_one(t)]
    if who and _no_one(who[-1]):  # "Nobody from the agency showed up for 19. They came six times."
        return any(t.lower_ == "agency" or t.lower_ in FEDERAL_NAMES for t in who[-1].subtree)
    return bool(who) and _federal((who[-1], *who[-1].lefts))


def nobody(trigger: Trigger) -> bool:
    """ "Nobody showed up for 12 of them", "no agent came": a verb that is denied by who does it."""
    return any(_no_one(c) for c in trigger.token.children if c.dep_ == "nsubj" and c.i < trigger.token.i)


def _no_one(subject: Token) -> bool:
    """ "Nobody", "no one", "no agent", "none of the vans": who did not come for somebody."""
    if subject.lower_ in {"none", "neither"}:
        return any(t.lower_ in SENT for t in subject.subtree)
    if subject.lower_ in {"one", "body"} | SENT:
        return any(c.lower_ in {"no", "not"} for c in subject.children)
    return subject.lower_ == "nobody"


def told_before(trigger: Trigger) -> bool:
    """ "called ICE before it released 103 of them": as many calls, whatever became of them."""
    verb = trigger.token
    if trigger.action != "releases" or verb.dep_ not in {"advcl", "pcomp"}:
        return False
    before = verb.head if verb.dep_ == "pcomp" else next((c for c in verb.children if c.dep_ == "mark"), None)
    told = verb.head.head if verb.dep_ == "pcomp" else verb.head
    if before is None or before.lower_ != "before" or told.lemma_.lower() not in TELLING:
        return False
    return any(t.lower_ in FEDERAL_NAMES for c in told.children if c.i < verb.i for t in c.subtree if t.i < verb.i)


def sent_to_subject(trigger: Trigger) -> bool:
    """ "the 84 detainers he was sent", "the jail was sent 163": whoever is sent something receives it."""
    verb = trigger.token
    if not trigger.passive or verb.lemma_.lower() not in GIVEN:
        return False
    subjects = [c for c in verb.children if c.dep_ == "nsubjpass"]
    if len(subjects) > 1 and subjects[-1].pos_ == "PRON":
        return True  # "all 14 of the detainers they were sent", where the tree has both as subjects
    subject = next(iter(subjects), None)
    if subject is None or subject.tag_ in {"WDT", "WP"} or kind_of(subject) in {"detainer", "paper"}:
        return False
    return verb.dep_ in {"relcl", "acl"} or any(c.dep_ in {"dobj", "npadvmod", "attr", "oprd"} for c in verb.children)


def who_asked(trigger: Trigger) -> bool:
    """ "ICE asked for 88 inmates and got nine", "It got 52": what the federal side gets, having asked, is people."""
    verb = trigger.token
    if by_federal(trigger):
        return True
    start = verb.sent.start
    if start == 0 or not any(c.dep_ == "nsubj" and c.lower_ in {"it", "they"} for c in verb.children):
        return False
    asked = verb.doc[start - 1].sent.root
    return asked.lemma_.lower() in ASKING and any(c.dep_ == "nsubj" and _federal((c, *c.lefts)) for c in asked.children)


def awaited(frame: Frame) -> bool:
    """ "Agents were waiting at the door for 69 of them", "officers stood ready for 14": whom the federal side meets."""
    doc, at = frame.sentence.doc, frame.root.i - 1
    if frame.kind not in {"person", "bare", "anaphor"} or at < frame.sentence.start or doc[at].lower_ != "for":
        return False
    before = doc[max(frame.sentence.start, at - WAITED) : at]
    verb = next((t for t in reversed(before) if t.pos_ == "VERB" or t.lower_ in AT_HAND), None)
    if verb is None or not (verb.lemma_.lower() in WAITING or verb.lower_ in AT_HAND):
        return False
    where = verb.i + 1 < at  # "ICE waits for 207 inmates of the prisons", who are still there
    while verb.pos_ not in {"VERB", "AUX"} and verb.head.i != verb.i:
        verb = verb.head
    who = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    return who is not None and (where or who.tag_ == "NNS") and _federal((who, *who.lefts)) and not negated(verb)


def at_the_door(trigger: Trigger) -> bool:
    """ "Agents met 44 of them", "11 were met at the door by agents": whoever is met so is taken away."""
    if any(_federal(c.subtree) for c in trigger.token.children if c.dep_ in {"nsubj", "agent"}):
        return True
    verb = trigger.token  # "ICE was there to meet about 80 of them"
    above = verb.head if verb.dep_ in {"advcl", "xcomp", "acl", "relcl"} and verb.head.pos_ in {"AUX", "VERB"} else verb
    return verb.tag_ == "VB" and any(_federal((c, *c.lefts)) for c in above.children if c.dep_ == "nsubj")


def told_of(frame: Frame, trigger: Trigger) -> bool:
    """Whether what was told is the number: "notified ICE of 44", "about 337", "when 398 were to be released"."""
    between = frame.sentence.doc[trigger.token.i + 1 : max(trigger.token.i + 1, frame.root.i)]
    if any(t.lower_ == "of" for t in between) and any(t.lower_ in AUDIENCES for t in between):
        return False
    if between.text.lower() == "about" and trigger.token.lemma_.lower() in HEARERS and not trigger.passive:
        return False  # "told about 50 of them": so many heard it
    if any(t.lower_ in {"when", "before"} for t in between) and not any(t.is_punct for t in between):
        return True
    if any(t.is_punct and t.text != "-" for t in between):  # "a heads-up on 33"
        return False
    doc, root = frame.sentence.doc, frame.root.i
    return any(t.lower_ in OF_WHICH for t in doc[max(frame.sentence.start, root - 4) : root])


def outside(frame: Frame) -> bool:
    """ "arrested 40 in the community", "seized outside the courthouse": what ICE does by itself."""
    return any(t.lower_ in OUTSIDE for t in frame.sentence.doc[frame.root.i : frame.sentence.end])


def other_arrests(noun: Token | None) -> bool:
    """ "290 drug arrests": what they are for has nothing to do with immigration."""
    if noun is None or lexicon.noun_measures().get(lemma(noun)) != "arrests":
        return False
    ours = FEDERAL_NAMES | {"noncitizen", "migrant", "immigrant", "community", "field"}
    return any(t.dep_ == "compound" and t.lower_ not in ours for t in noun.lefts)


def held_by_person(frame: Frame) -> bool:
    """ "a man with three arrests for assault": a person's record, no count of the dispute."""
    noun = frame.noun
    if noun is None or noun.dep_ != "pobj" or noun.head.lower_ != "with":
        return False
    return noun.head.head.tag_ == "NN" and kind_of(noun.head.head) == "person"


def out_of_jail(frame: Frame, trigger: Trigger) -> bool:
    """Whether those taken into custody were in a jail already: "28 inmates", "14 people from the county jail"."""
    counted = frame.noun or frame.whole
    if counted is not None and lemma(counted) in INMATES:
        return True
    sources = [c for base in (trigger.token, counted) if base is not None for c in base.children if c.lower_ == "from"]
    return any(lemma(t) in JAILS for source in sources for t in source.subtree)
