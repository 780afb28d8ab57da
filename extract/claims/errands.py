"""What goes to and fro between the sides: requests upon people, messages to ICE, release dates.

There the number counts people or papers, and what it counts of the dispute stands beside it: "placed detainers on 40
people", "57 emails to ICE", "the release dates of 61 inmates".
"""

from __future__ import annotations

from spacy.tokens import Token

from extract.claims import lexicon
from extract.claims.frames import Frame
from extract.claims.nouns import kind_of
from extract.claims.triggers import ASKING, FEDERAL, Trigger, lemma, negated

FEDERAL_NAMES = FEDERAL | {"enforcement", "removal"}
GIVING = frozenset(
    [
        "give",
        "pass",
        "share",
        "provide",
        "send",
        "supply",
        "tell",
        "report",
        "furnish",
        "forward",
        "relay",
        "hand",
        "turn",
        "transmit",
        "email",
        "fax",
    ]
)
"""Verbs by which a date or a message reaches the other side."""
TOLD = 6
"""Words before a release date in which stand the verb of telling and who is told."""


DATES = frozenset({"date", "time", "hour", "information", "info", "schedule", "plan", "detail"})
"""What is told of somebody's release."""
LEAVING = frozenset({"release", "discharge", "departure", "booking"})
"""What the federal side is told of."""
POINTING = frozenset({"identify", "flag", "report", "refer", "name", "point", "single", "disclose"})
"""Verbs by which a jail tells ICE whom it holds."""
NOTICES = frozenset({"notice", "notification", "word", "warning", "alert", "heads-up", "tip", "advisory"})
CALLING = frozenset(
    {"call", "phone", "ring", "contact", "write", "alert", "warn", "notify", "inform", "advise", "message", "text"}
)
"""Verbs that name at once whom they tell."""
ASKED = "asked to be told"
"""The rule of requests to be told of a release."""
CLIMB = 8
"""Steps up the tree over which a verb of asking may govern what somebody is to be told of."""
TIMES = frozenset({"time", "case", "instance", "occasion"})
OPENED = 14
"""Words of a clause behind so many occasions within which stands what was done."""
SAYING = frozenset({"say", "claim", "testify", "report", "tell", "write", "note", "add", "explain"})
ANSWERED = frozenset({"answer", "fulfill", "fulfil", "fill", "meet", "satisfy", "respond"})
"""What is done with a request to be told of a release."""
OF_WHOM = frozenset({"of", "for", "on"})
"""What stands between a release date and whose it is."""


def upon(frame: Frame, trigger: Trigger) -> bool:
    """Whether the verb's object is requests, and the number the people they are upon: "detainers on 40 people"."""
    if frame.kind != "person":
        return False
    head = frame.node.head if frame.node.dep_ == "pobj" else None
    if head is None or head.lower_ not in {"on", "against", "for", "upon", "regarding", "naming"}:
        return False
    return any(
        child.dep_ in {"dobj", "nsubjpass", "nsubj"} and kind_of(child) == "detainer" and child.i < frame.root.i
        for child in trigger.token.children
    )


def told(frame: Frame) -> bool:
    """Whether the number counts what the federal side was told of."""
    if asked_to_tell(frame):
        return False
    if to_federal(frame) or dates_told(frame) or told_so_often(frame):
        return True
    return releases_told(frame) or answered(frame) or pointed_out(frame)


def asked_to_tell(frame: Frame) -> bool:
    """ "ICE asked to be told about 1,170 releases", "asked the jail for the release dates of 52": requests."""
    token, told = frame.node, False
    for _ in range(CLIMB):
        verb = token.lemma_.lower()
        asks = verb in ASKING and token.pos_ == "VERB" and (token.i < frame.root.i or frame.kind == "time")
        told = told or verb in CALLING | NOTICES | {"tell"} or release_date(token) or (asks and _for_notice(token))
        if told and asks:
            asker = next((c for c in token.children if c.dep_ == "nsubj"), token.head if token.dep_ == "acl" else token)
            return any(t.lower_ in FEDERAL_NAMES for t in (asker, *asker.lefts)) and not negated(token)
        own = token.dep_ == "conj" and any(c.dep_ == "nsubj" for c in token.children)
        if token.head.i == token.i or own:
            break
        if token.dep_ == "advcl" and any(c.lower_ == "before" for c in token.lefts):  # "to call it before it freed 118"
            told = told or any(c.dep_ == "xcomp" and c.lemma_.lower() in CALLING for c in token.head.children)
        token = token.head
    return False


def _for_notice(verb: Token) -> bool:
    """ "Asked for such notice in 416 cases", "requested a warning 30 times", "wanted to be told in 61 cases"."""
    things = [g for c in verb.children if c.lower_ == "for" for g in c.children if g.dep_ == "pobj"]
    things += [c for c in verb.children if c.dep_ == "dobj"]
    to_be_told = (c for c in verb.children if c.dep_ == "xcomp" and any(a.dep_ == "auxpass" for a in c.children))
    told = any(c.lemma_.lower() in CALLING | {"tell"} for c in to_be_told)
    return told or any(lemma(t) in NOTICES or release_date(t) for t in things)


def to_federal(frame: Frame) -> bool:
    """Whether the number counts messages that go to the federal side: "241 calls to ICE", "sent ICE 57 emails"."""
    noun = frame.noun
    if noun is None or lemma(noun) not in lexicon.words("messages"):
        return False
    doc = noun.doc
    behind = doc[noun.i + 1 : min(noun.i + 6, frame.sentence.end)]
    for token in behind:
        if token.pos_ in {"VERB", "PUNCT"}:
            break
        if token.lower_ == "to":
            return any(t.lower_ in FEDERAL_NAMES for t in doc[token.i + 1 : min(token.i + 5, frame.sentence.end)])
    verb = frame.node.head
    if verb.lemma_.lower() not in GIVING or verb.i >= frame.root.i:
        return False
    return any(t.lower_ in FEDERAL_NAMES for t in doc[verb.i + 1 : frame.root.i])


def dates_told(frame: Frame) -> bool:
    """Whether the number counts release dates, or those whose dates, were passed on to the federal side."""
    base = frame.noun or frame.whole or frame.node
    governor = frame.node.head.head if frame.node.dep_ == "pobj" and frame.node.head.lower_ in OF_WHOM else None
    date = base if lemma(base) in DATES else governor
    if date is not None and lemma(date) not in DATES:
        date = _date_given(frame, date)
    if date is None:
        return False
    verb = date
    while verb.pos_ not in {"VERB", "AUX"} and verb.head.i != verb.i:
        verb = verb.head
    if release_date(date) and _told_before(date, frame.sentence.start):
        return True
    told = release_date(date) or (verb.i == date.i and any(release_date(c) for c in verb.children))
    return told and verb.lemma_.lower() in GIVING and not any(_acts_federal(c) for c in verb.children)


def pointed_out(frame: Frame) -> bool:
    """ "Identified 1,304 inmates for immigration agents", "214 people were referred to ICE": who ICE is told of."""
    node = frame.node
    verb = node.head
    if frame.kind not in {"person", "bare", "anaphor"} or node.dep_ not in {"dobj", "nsubjpass"} or negated(verb):
        return False
    if verb.lemma_.lower() not in POINTING or any(_acts_federal(c) for c in verb.children):
        return False
    reached = [g for c in (*verb.children, *node.children) if c.lower_ in {"to", "for"} for g in c.children]
    return any(t.lower_ in FEDERAL_NAMES for g in reached if g.dep_ == "pobj" for t in (g, *g.lefts))


def releases_told(frame: Frame) -> bool:
    """ "Emailed ICE about 140 upcoming releases", "sent ICE notice of 448 releases": what the number is of is told."""
    noun = frame.noun
    if noun is None or lemma(noun) not in LEAVING:
        return False
    governor = noun.head.head if noun.dep_ == "pobj" else noun.head
    told = lemma(governor) in NOTICES
    verb = governor
    while verb.pos_ not in {"VERB", "AUX"} and verb.head.i != verb.i:
        verb = verb.head
    if any(_acts_federal(c) for c in verb.children) or verb.i > frame.root.i or negated(verb):
        return False
    to_whom = frame.sentence.doc[verb.i + 1 : frame.root.i]
    if not any(t.lower_ in FEDERAL_NAMES for t in to_whom) or any(t.is_punct for t in to_whom):
        return False
    return told or any(v.lemma_.lower() in CALLING | GIVING for v in (verb, *verb.conjuncts))


def told_so_often(frame: Frame) -> bool:
    """ "Shared release dates in 224 of those cases", "in 37 of those cases it says it emailed the agency first"."""
    base = frame.noun or frame.whole
    if frame.count.form not in {"digits", "words"} or base is None or lemma(base) not in TIMES:
        return False
    verb = _done_so_often(frame, base)
    if verb is None or negated(verb) or any(_acts_federal(c) for c in verb.children):
        return False
    things = [c for c in verb.children if c.dep_ in {"dobj", "nsubjpass", "dative", "oprd"}]
    if verb.lemma_.lower() in GIVING:
        things += [g for c in verb.children if c.lower_ in {"on", "along"} for g in c.children]
        if any(release_date(c) or lemma(c) in NOTICES for c in things):
            return True
    return verb.lemma_.lower() in CALLING | {"email", "fax"} and any(names_federal(c) for c in things)


def _done_so_often(frame: Frame, base: Token) -> Token | None:
    """The verb of what was done on so many occasions: the one above, or the first of the clause that they open."""
    verb = frame.node
    while verb.pos_ not in {"VERB", "AUX"} and verb.head.i != verb.i:
        verb = verb.head
    if verb.i < frame.root.i:
        return verb
    for token in base.doc[base.i + 1 : min(base.i + OPENED, frame.sentence.end)]:
        if token.text == ";" or token.like_num:
            return None
        if token.pos_ == "VERB" and token.lemma_.lower() not in SAYING:
            return token
    return None


def names_federal(token: Token) -> bool:
    """ "ICE", "federal agents", and "the agency", which beside a jail is theirs."""
    if token.lower_ in {"agency", "agencies"}:
        return any(c.lower_ == "the" for c in token.lefts)
    return any(t.lower_ in FEDERAL_NAMES for t in (token, *token.lefts))


def answered(frame: Frame) -> bool:
    """ "Answered 57 requests for notification of release": as many notices."""
    noun = frame.noun
    if noun is None or lemma(noun) not in {"request", "inquiry"} or not asks_for_notice(noun):
        return False
    verb = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "to" else noun.head
    done = [verb] if noun.dep_ in {"dobj", "nsubjpass", "pobj"} else []
    done += [c for c in noun.children if c.dep_ == "acl"]
    return any(v.lemma_.lower() in ANSWERED and not negated(v) for v in done)


def asks_for_notice(noun: Token) -> bool:
    """ "Requests for notification of release", "notification requests", "requests for release dates"."""
    asked = [g for c in noun.children if c.dep_ == "prep" and c.lower_ == "for" for g in c.children]
    asked += [c for c in noun.lefts if c.dep_ == "compound"]
    return any(lemma(g) in {"notification", "notice"} or release_date(g) for g in asked)


def _date_given(frame: Frame, verb: Token) -> Token:
    """ "gave ICE a release time on 88 people", where the tree hangs the people on the verb."""
    given = [c for c in verb.children if c.dep_ == "dobj" and c.i < frame.root.i]
    return next((c for c in given if release_date(c)), verb)


def _told_before(date: Token, start: int) -> bool:
    """ "told ICE the release dates of 40 people and it came for 12": whatever verb the tree hangs the dates on."""
    before = date.doc[max(start, date.i - TOLD) : date.i]
    verb = next((t for t in before if t.lemma_.lower() in GIVING and t.pos_ == "VERB"), None)
    if verb is None or any(_acts_federal(c) for c in verb.children):
        return False
    between = date.doc[verb.i + 1 : date.i]
    return bool(between) and between[0].lower_ in FEDERAL_NAMES and not any(t.is_punct for t in between)


def release_date(token: Token) -> bool:
    """ "Release dates", "discharge information"."""
    if lemma(token) not in DATES:
        return False
    before = token.nbor(-1).lower_ if token.i else ""
    return before in LEAVING or any(t.lower_ in LEAVING for t in token.lefts)


def _acts_federal(token: Token) -> bool:
    return token.dep_ == "nsubj" and token.lower_ in FEDERAL_NAMES
