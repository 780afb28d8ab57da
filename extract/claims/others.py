"""Numbers that count something else whatever verb stands near: years, somebody, listeners, a part of other people."""

from __future__ import annotations

import re

from extract.claims import lexicon
from extract.claims.frames import SUBJECTS, Frame
from extract.claims.guards import HEARERS, INMATES, SENT, room
from extract.claims.nouns import kind_of
from extract.claims.triggers import FEDERAL, lemma
from extract.joined import text_of

OTHER = "counts something else"
"""Begins the reason why such a number is no claim."""
FEW = 12
"""How many persons a text may tell of one by one."""
ABOUT = frozenset({"of", "on", "about", "for", "regarding"})
ASKED_ABOUT = frozenset({"ask", "inquire", "talk", "speak", "hear"})
CHARGING = frozenset({"book", "want", "charge", "accuse", "convict", "jail", "suspect", "indict", "cite"})
"""Verbs of what somebody is said to have done."""
ANSWERING = frozenset({"answer", "respond", "reply", "participate", "comment"})
"""What those do who were asked."""
DOING = re.compile(
    r" (?:honor|keep|hold|refuse|decline|ignore|accept|track|count|comply|notify|release|detain)"
    r" (?:with )?(?:all|none|no|some|every|only|them|any|most|detainers|requests|records|nobody|anyone)\b"
)
"""Behind a number of agencies: what each of them does."""
HANDING_IN = frozenset({"file", "report", "submit"})
"""What those do, with nothing named, who owe a report: "when 149 filed"."""
CLAUSE = 40
"""Characters around a number that tell of whom it is a part."""
AMONG = re.compile(
    r"\b(?:among (?:them|those|whom)|including|includes?|included)[,:]?\s+(?:(?:about|at least|some)\s+)?$", re.I
)
CONVICTED = re.compile(
    r"\s+(?:(?:people|men|women|persons|inmates|immigrants|noncitizens|aliens|others)\s+)?"
    r"(?:who (?:had been|were|are|have)\s+)?(?:with (?:\w+ ){0,2}(?:convictions?|records?|charges|histor)"
    r"|(?:previously )?(?:convicted|charged|accused|wanted for|suspected))",
    re.I,
)
SOME_HAD = re.compile(
    r",\s+(?:of|among)\s+whom\s+(?:(?:about|only|just|some|at least|roughly)\s+)?[\w,-]+\s+"
    r"(?:had|have|were\s+(?:named|wanted|the subjects?|on|under)|carried|faced)\b[^.;]{0,30}\b(?:detainers?|holds?)\b",
    re.I,
)
"""Behind a number of people: how many of them had a detainer."""
OF_THEM_FOR = re.compile(r"\s+of (?:them|those|whom|these|the \w+) for (?P<what>[a-z][\w-]+)", re.I)
DATED = re.compile(
    r"(?:ice|immigration|federal|the|a|an|more|less|up|longer|months?|years?|that|this|each|all|detain\w*)\b", re.I
)
"""What stands behind "for" that is no crime."""
KEEPING = frozenset(
    {"hold", "keep", "wait", "sit", "stay", "jail", "detain", "remain", "linger", "lock", "serve", "confine"}
)
"""What is done, or suffered, for so many hours or days."""
HOURS = frozenset({"hour", "day", "night", "week", "month", "year"})
ENDS = frozenset({"after", "past", "beyond", "before", "and", "until", "without", "but", "in", "at", "while", "more"})
"""What stands behind a number of hours or days that are not named again."""
PLACED = frozenset({"last", "past", "first", "next", "previous"})
"""Before a number these make it one of years, weeks or places in a row."""


def ordinal(frame: Frame) -> bool:
    """ "than in the last two put together": years, not requests."""
    before = frame.before
    return bool(before) and before[-1].lower_ in PLACED


def why_not(frame: Frame) -> str:
    """Why the rules make no claim of a number, for `analyze --explain`."""
    if any(role == "agent" for _, role in frame.links[:1]):
        return "does the counting, is not counted"
    if frame.kind in {"foreign", "unknown"} and frame.counted:
        return f"{OTHER} ({frame.counted})"
    return "no verb or noun of the dispute governs it"


def _everyone(frame: Frame) -> bool:
    """ "349 of its 6,853 inmates": all that a jail has, with or without detainers."""
    noun = frame.noun
    if not frame.of_number or noun is None or lemma(noun) not in INMATES | {"people", "person", "booking", "arrestee"}:
        return False
    if any(c.i > noun.i and c.dep_ in {"acl", "relcl", "prep"} for c in noun.children):
        return False
    before = frame.before
    return bool(before) and before[-1].tag_ in {"POS", "PRP$"}


def _among_all(frame: Frame) -> bool:
    """ "Held 1,190 inmates, of whom 17 had a detainer": all that a jail has, most of them without one."""
    if frame.kind != "person" or frame.noun is None:
        return False
    text, end = text_of(frame.sentence.doc), frame.noun.idx + len(frame.noun)
    return SOME_HAD.match(text, end, frame.sentence.end_char) is not None


def _somebody(frame: Frame) -> bool:
    """ "He is one of 58 people whose detainers were ignored": a person, no count."""
    if frame.count.text.lower() != "one":
        return False
    if not frame.partitive:  # "One, a cook, was there for 12"
        comma = frame.root.i + 1 < frame.sentence.end and frame.root.nbor(1).text == ","
        return comma and frame.root.i == frame.sentence.start and _described(frame)
    if _described(frame):
        return True
    verb = frame.root.head
    return verb.lemma_ == "be" and any(
        c.dep_ == "nsubj" and c.i < frame.root.i and (c.lower_ in {"he", "she"} or c.tag_ in {"NNP", "NN"})
        for c in verb.children
    )


def _described(frame: Frame) -> bool:
    """ "One of the three, a mechanic, was picked up": somebody of whom more is told."""
    doc, end = frame.sentence.doc, frame.sentence.end
    behind = doc[frame.root.i + 1 : min(frame.root.i + 7, end)]
    comma = next((t for t in behind if t.text == ","), None)
    after = doc[comma.i + 1] if comma is not None and comma.i + 1 < end else None
    return after is not None and after.lower_ in {"a", "an"} and frame.root.dep_ in {"nsubj", "nsubjpass"}


def other(frame: Frame) -> bool:
    """Whether a number is surely none of the dispute's, whatever the words around it are."""
    if _broken_down(frame) or _apiece(frame) or _known(frame) or _comes_out(frame) or _do(frame) or room(frame):
        return True
    if _so_long(frame) or _whenever(frame):
        return True
    people = _everyone(frame) or _among_all(frame) or _somebody(frame) or _listeners(frame) or _portrayed(frame)
    return people or _of_foreign(frame) or _by_deed(frame) or _answers(frame) or _does(frame)


def _broken_down(frame: Frame) -> bool:
    """ "among them 14 people with convictions for theft", "four of them for assault": a part by what they did."""
    text, start, end = text_of(frame.sentence.doc), frame.count.start, frame.count.end
    if frame.kind not in {"bare", "anaphor", "person"} or frame.count.form not in {"digits", "words"}:
        return False
    stop = min(end + CLAUSE, frame.sentence.end_char)
    deed = OF_THEM_FOR.match(text, end, stop)
    beside = [t.text for t in frame.before[-1:]] in ([","], ["—"], ["–"])
    if deed is not None and (beside or frame.node.dep_ not in SUBJECTS):
        return not DATED.match(deed["what"])
    among = AMONG.search(text[max(frame.sentence.start_char, start - CLAUSE) : start]) is not None
    return among and CONVICTED.match(text, end, stop) is not None


def _apiece(frame: Frame) -> bool:
    """ "On each card she wrote down one hold", "each of them had one detainer": as many as there are of those."""
    if frame.count.value != 1:
        return False
    behind = frame.noun.nbor(1) if frame.noun is not None and frame.noun.i + 1 < frame.sentence.end else None
    if behind is not None and behind.lower_ in {"apiece", "each"}:
        return True
    before = frame.before
    opens = before[:2] and before[0].lower_ in {"on", "for", "in", "with", "each", "every"}
    return bool(opens) and any(t.lower_ in {"each", "every"} for t in before[:2])


def _comes_out(frame: Frame) -> bool:
    """ "Two came out through the kitchen", "nine came back": no requests that arrive."""
    verb = frame.node.head
    if frame.kind != "bare" or frame.node.dep_ != "nsubj" or verb.lemma_.lower() != "come":
        return False
    return any(c.lower_ in {"out", "back", "forward", "along", "home"} and c.i == verb.i + 1 for c in verb.children)


def _do(frame: Frame) -> bool:
    """ "19 keep no record, 11 honor all of them": those who do it, always."""
    if frame.count.form not in {"digits", "words"} or frame.count.unit != "count":
        return False
    return DOING.match(text_of(frame.sentence.doc), frame.count.end, frame.sentence.end_char) is not None


def _known(frame: Frame) -> bool:
    """ "I know at least 20": whom somebody knows."""
    verb = frame.node.head
    if frame.kind != "bare" or frame.node.dep_ != "dobj" or verb.lemma_.lower() != "know":
        return False
    return any(c.dep_ == "nsubj" and c.lower_ in {"i", "we", "you"} for c in verb.children)


def _answers(frame: Frame) -> bool:
    """ "30 offices, of which 21 answered", "91 responded": those who were asked, neither requests nor people."""
    verb = frame.node.head
    handed_in = verb.lemma_.lower() in HANDING_IN and not any(c.dep_ in {"dobj", "prep"} for c in verb.children)
    answer = verb.lemma_.lower() in ANSWERING or (handed_in and frame.kind in {"bare", "foreign"})
    if frame.node.dep_ != "nsubj" or not answer or verb.tag_ == "VBN":
        return False
    return frame.kind in {"bare", "anaphor", "foreign", "unknown"} and frame.count.form in {"digits", "words"}


def _whenever(frame: Frame) -> bool:
    """ "When a detainer comes in twice, it is written down once": what may be, not how often it was."""
    verb = frame.node
    while verb.pos_ not in {"VERB", "AUX"} and verb.head.i != verb.i:
        verb = verb.head
    if frame.kind != "time" or verb.tag_ not in {"VBZ", "VBP"} or verb.dep_ != "advcl":
        return False
    return any(c.lower_ in {"when", "whenever", "if", "once", "unless"} and c.i < verb.i for c in verb.children)


def _so_long(frame: Frame) -> bool:
    """ "One was held for 91 days and the other for 164", "her client waited for 19": days and hours, not people."""
    over = frame.node.head
    if frame.kind != "bare" or frame.count.form not in {"digits", "words"} or over.lower_ != "for":
        return False
    behind = frame.root.nbor(1) if frame.root.i + 1 < frame.sentence.end else None
    if over.i >= frame.root.i or not (behind is None or behind.is_punct or behind.lower_ in ENDS):
        return False
    if any(lemma(t) in HOURS and t.i > 1 and (t.nbor(-1).like_num or t.nbor(-2).like_num) for t in frame.before[-9:]):
        return True
    verb = over.head
    federal = (
        t.lower_ in SENT or t.lower_ in FEDERAL for c in verb.children if c.dep_ == "nsubj" for t in (c, *c.lefts)
    )
    alone = any(c.dep_ == "nsubj" and c.lower_ in {"one", "he", "she", "another"} for c in verb.children)
    return (verb.lemma_.lower() in KEEPING or (verb.lemma_ == "be" and alone)) and not any(federal)


def _does(frame: Frame) -> bool:
    """ "Six jails released 217 people", "the same six released 141": who did that to as many others."""
    verb = frame.node.head
    if frame.node.dep_ != "nsubj" or frame.count.form not in {"digits", "words"} or verb.pos_ != "VERB":
        return False
    known = frame.definite or any(t.lower_ == "same" for t in frame.before[-1:])
    doer = frame.kind == "foreign" or (frame.kind in {"bare", "unknown"} and known)
    objects = [c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i]
    many = any(t.like_num for c in objects for t in (c, *c.lefts))
    return doer and many and any(t.token.i == verb.i for t, _ in frame.links)


def by_crime(frame: Frame) -> bool:
    """ "13 for operating without a license, nine for assault": a breakdown by charge."""
    doc, after = frame.sentence.doc, frame.root.i + 1
    if frame.kind not in {"bare", "anaphor"} or after + 1 >= frame.sentence.end:
        return False
    if doc[after].lower_ in {"charged", "accused", "convicted"}:
        return True
    what = doc[after + 1]
    if doc[after].lower_ != "for" or what.pos_ not in {"NOUN", "VERB", "ADJ"} or what.tag_ == "CD":
        return False
    return (
        what.ent_type_ == "" and kind_of(what) not in {"person", "detainer"} and what.tag_ in {"NN", "NNS", "VBG", "JJ"}
    )


def _by_deed(frame: Frame) -> bool:
    """ "Two of them were wanted for homicide", "12 had been booked for speeding": a breakdown by charge."""
    verb = frame.node.head
    if (
        frame.node.dep_ != "nsubjpass"
        or verb.lemma_.lower() not in CHARGING
        or frame.kind not in {"bare", "anaphor", "person"}
    ):
        return False
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in {"for", "with", "of"} and child.i > verb.i:
            what = next((t for t in child.children if t.dep_ in {"pobj", "pcomp"}), None)
            return what is not None and what.ent_type_ == "" and kind_of(what) not in {"person", "detainer"}
    return False


def _listeners(frame: Frame) -> bool:
    """ "told about 50 of them at the hall": those who heard it."""
    before = frame.before
    if len(before) < 2 or not frame.partitive:
        return False
    verb, about = before[-2:]
    return about.lower_ == "about" and verb.lemma_.lower() in HEARERS and verb.tag_ == "VBD"


def _of_foreign(frame: Frame) -> bool:
    """ "officers lent to the border, 23 of them since November": a part of what is named before the comma."""
    if frame.kind != "anaphor" or frame.count.form == "none":
        return False
    before = frame.before
    if len(before) < 2 or before[-1].text not in {",", "—", "–"}:
        return False
    named = [t for t in before if t.tag_ == "NNS"]
    return bool(named) and all(kind_of(t) == "foreign" for t in named[-2:])


def _portrayed(frame: Frame) -> bool:
    """ "She named three men who were let go", "wants details on four men": a few persons spoken of, no count."""
    noun = frame.noun
    if frame.kind != "person" or noun is None or frame.definite or not 2 <= frame.count.value <= FEW:
        return False
    head = noun.head
    if noun.dep_ in SUBJECTS and head.dep_ == "ccomp" and head.head.i < noun.i:  # "named three men let go"
        return head.head.lemma_.lower() in lexicon.words("portraying")
    if noun.dep_ in {"dobj", "oprd"}:
        asked = head.lemma_.lower() in ASKED_ABOUT and any(t.lower_ == "about" for t in frame.before[-1:])
        return asked or head.lemma_.lower() in lexicon.words("portraying")
    if noun.dep_ != "pobj":
        return False
    verb = head.head.lemma_.lower()
    if head.lower_ == "to":
        return verb == "point"
    return head.lower_ in ABOUT and (verb in ASKED_ABOUT or lemma(head.head) in lexicon.words("portraits"))
