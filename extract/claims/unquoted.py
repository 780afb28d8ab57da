"""Whose a number is where no speech was found, but its sentence tells: a label, a verb of saying, a contrast."""

from __future__ import annotations

import re

from spacy.tokens import Span, Token

from extract.claims import bodies, offices
from extract.claims.described import by_description, of_administration
from extract.claims.frames import Frame
from extract.claims.parties import (
    custody_party,
    data,
    federal_party,
    is_outlet,
    outlet_party,
    party_of,
    side,
    side_of_token,
)
from extract.claims.reading import Reading, Unit

LABEL = re.compile(r"\b(?P<who>[A-Z][\w.’'-]*(?:\s[\w.’'-]+){0,4}?):\s")
"""What a headline lays its words to: "Sheriff: ICE came for 3"."""
ARTICLE = re.compile(r"(?:[Tt]he )?")
ROW = re.compile(r"(?P<who>(?:[Tt]he )?[\w.’'-]+(?: [\w.’'-]+){0,4}): (?:(?:about|some|roughly|just|only|nearly) )?$")
"""Who a number right behind a colon is of ("The sheriff: 61")."""
EXPERTS = frozenset(
    {"expert", "demographer", "economist", "statistician", "professor", "researcher", "scholar", "sociologist",
     "criminologist", "analyst", "lawyer", "attorney", "paralegal", "student", "intern", "volunteer", "consultant",
     "witness", "team", "scientist", "historian", "assistant", "investigator"}
)  # fmt: skip
"""Who goes through records for somebody who is on neither side."""
NEAR = 400
"""Characters back to whom "her paralegals" are of."""
PUTS = frozenset({"put", "peg", "credit", "set", "place", "fix"})
"""Verbs whose subject says what they put "at" a number, or credit somebody "with"."""
HAS = frozenset({"have", "list", "show", "count", "report", "record"})
"""Verbs by which somebody's own list holds a bare number."""
ARRIVES = {"arrive": {"at"}, "come": {"up", "with"}, "end": {"up", "with"}, "wind": {"up", "with"}}
"""Verbs by which counting comes to a number, and what stands behind them."""
MARK = re.compile(r";|,\s(?:and|but|while)\b|\s(?:while|whereas)\b")
CONTRAST = re.compile(r"(?:^|[;,:—–]|\b(?:and|but|while|whereas))\s*(?P<words>[^;,:—–]*?,?[^;,:—–]*)$")


def contrasted(reading: Reading, frame: Frame, cue: int | None, end: int) -> str | None:
    """The party of a bare number that a semicolon or "but" sets off ("ICE says 138; the sheriff 52")."""
    mark = MARK.search(reading.text, cue, frame.count.start) if cue is not None and cue < frame.count.start else None
    return beside(reading, mark.start(), frame) if mark is not None and end > mark.start() else None


def label(reading: Reading, unit: Unit, before: int) -> str | None:
    """The party of the last label before a number in a headline: "ICE: Jail let 40 go. Sheriff: We let three"."""
    if unit.kind != "headline":
        return _row_label(reading, unit, before)
    found = list(LABEL.finditer(reading.text, unit.start, before))
    match = next((m for m in reversed(found) if m.start() == unit.start or reading.text[m.start() - 2] in ".;!?"), None)
    if match is None:
        return None
    named = reading.within(reading.agencies, match.start(), match.end("who"))
    if named:
        return str(named[0].name)
    return by_description(reading, match["who"].lower(), unit.end) if len(match["who"].split()) < 3 else None


def _row_label(reading: Reading, unit: Unit, before: int) -> str | None:
    """The party with which a sentence begins that holds nothing else before its number ("The sheriff: 61"); a row of a
    list begins with whom it is about."""
    match = ROW.match(reading.text, unit.start, before)
    if match is None or unit.kind == "table" or outlet_party(reading) is not None:
        return None
    named = reading.within(reading.agencies, match.start("who"), match.end("who"))
    if named and not ARTICLE.fullmatch(reading.text, match.start("who"), named[0].start):
        return None  # "Detainers from ICE: 88"
    party = str(named[0].name) if named else by_description(reading, match["who"].lower(), unit.end)
    return party if side(party) in {"federal", "custody", "civil"} else None


def says(reading: Reading, frame: Frame) -> str | None:
    """The subject of the nearest verb of saying above the number ("wrote in a letter to the governor that 1,290"), or
    of one that puts something at it ("The state credits the county with 151 transfers")."""
    token = frame.node
    for _ in range(8):
        head = token.head
        if head == token or head.i < frame.sentence.start or head.i >= frame.sentence.end:
            return None
        if head.lemma_.lower() in PUTS and token.dep_ == "prep" and token.lower_ in {"at", "with"}:
            subject = next((c for c in head.children if c.dep_ == "nsubj"), None)
            return _sided(party_of(reading, subject)) or _called(reading, subject)
        if head.lemma_.lower() in data()["speaks"] and token.dep_ == "ccomp" and head.i < frame.root.i:
            if any(t.text == ";" for t in frame.root.doc[head.i : frame.root.i]):
                return None  # another clause than what is said
            subject = next((c for c in head.children if c.dep_ == "nsubj"), None)
            return _sided(party_of(reading, subject)) or _called(reading, subject)
        token = head
    return None


def _called(reading: Reading, subject: Token | None) -> str | None:
    """The party that a subject without a name stands for, by its noun or by its words ("the justice department")."""
    if subject is None:
        return None
    words = subject.doc[subject.left_edge.i : subject.i + 1].text
    described = by_description(reading, subject.lower_, subject.idx) or offices.department(reading, words)
    return described or of_administration(reading, words, subject.idx)


def _sided(party: str | None) -> str | None:
    return party if side(party) in {"federal", "custody", "civil", "court", "group"} else None


def beside(reading: Reading, start: int, frame: Frame) -> str | None:
    """The party right before a bare number: "the sheriff 52", "ICE lists 166"."""
    if frame.kind != "bare" or frame.partitive:
        return None
    if holder := _has(reading, frame):
        return holder
    match = CONTRAST.search(reading.text[start : frame.count.start])
    if match is None:
        return None
    begin = start + match.start("words")
    near = reading.within(reading.agencies, begin, frame.count.start)
    named = [m for m in near if side(m.name) in {"federal", "custody"}]
    if len(named) == 1:
        rest = reading.text[begin : named[0].start] + " " + reading.text[named[0].end : frame.count.start]
        return str(named[0].name) if _only(rest) else None
    words = match["words"].strip()
    if named or not words:
        return None
    party = by_description(reading, words, frame.count.start)
    if party is None and re.match(r"(?:the )?agency\b", words):
        party = federal_party(reading, frame.count.start)
    sides = {"agency", *(noun for nouns in data()["nouns"].values() for noun in nouns)}
    rest = " ".join(word for word in re.findall(r"[a-z’']+", words.lower()) if re.sub(r"[’']s$", "", word) not in sides)
    return party if side(party) in {"federal", "custody"} and _only(rest) else None


def _has(reading: Reading, frame: Frame) -> str | None:
    """Who has a bare number on his list: "the jail there, which keeps a tally of its own, has 870"."""
    verb = frame.node.head
    if frame.node.dep_ != "dobj" or verb.lemma_.lower() not in HAS:
        return None
    subject = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    if subject is None or (party := party_of(reading, subject)):
        return party if subject is not None and side(party) in {"federal", "custody"} else None
    where = side_of_token(subject)
    find = {"federal": federal_party, "custody": custody_party}.get(where or "")
    return find(reading, subject.idx) if find is not None else None


def _only(rest: str) -> bool:
    return all(word in data()["beside"] or word in {"s", "’s", "'s"} for word in re.findall(r"[\w’']+", rest.lower()))


def counter(reading: Reading, frame: Frame) -> tuple[str, str] | None:
    """(name, type) of a third party that counted itself: "The Lens counted 271", "We found 34", "The county auditor
    counted 61", "Volunteers from Court Watch say they saw 287"."""
    token = frame.node
    for _ in range(5):
        head = token.head
        if head == token or head.i < frame.sentence.start or head.i >= frame.sentence.end:
            return None
        subject = next((c for c in head.lefts if c.dep_ == "nsubj"), None)
        counts = head.lemma_.lower() in data()["counts"] or _arrives(head)
        verb = head
        while subject is None and counts and verb.dep_ == "conj" and verb.head != verb:
            verb = verb.head
            subject = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
        if subject is not None and subject.tag_ == "WDT" and _arrives(head):
            subject = next((c for c in head.sent.root.lefts if c.dep_ == "nsubj"), None)  # names arrive at nothing
        if subject is not None and subject != token and head.pos_ == "VERB":
            counted = counts and head.i <= frame.root.i
            if not counted:
                return None
            return _third(reading, _named(subject, head)) or _expert(reading, subject)
        token = head
    return None


def _arrives(verb: Token) -> bool:
    """ "Arrived at 267", "came up with 40", "ended up with 12": what counting comes to."""
    behind = {child.lower_ for child in verb.rights if child.dep_ in {"prep", "prt", "advmod"}}
    wanted = ARRIVES.get(verb.lemma_.lower())
    return wanted is not None and wanted <= behind


def _named(subject: Token, verb: Token) -> Token:
    """The subject of the verb of saying above, where a pronoun goes on with it ("say they saw")."""
    above = verb.head
    if subject.lower_ in {"they", "it"} and verb == verb.sent.root and verb.sent.start:
        before = verb.doc[verb.sent.start - 1].sent.root
        return next((c for c in before.lefts if c.dep_ == "nsubj"), subject)
    if subject.lower_ != "they" or verb.dep_ != "ccomp":
        return subject
    return next((c for c in above.lefts if c.dep_ == "nsubj"), subject)


def _third(reading: Reading, subject: Token) -> tuple[str, str] | None:
    words = subject.doc[subject.left_edge.i : subject.i + 1]
    if office := offices.titled(reading, words.text):
        return office, "agency"
    outlet = reading.document.outlet
    if outlet and outlet_party(reading) is None and _is_author(outlet, words):
        return outlet, "outlet" if side(outlet) == "other" or is_outlet(outlet) else "organization"
    start, end = words.start_char, subject.doc[subject.right_edge.i].idx
    groups = [body.name for body in bodies.named(reading, start, end) if body.kind == "organization"]
    if not groups and (called := bodies.full_name(reading, words.text, start)) and bodies.is_group(called):
        groups = [called]
    return (groups[0], "organization") if groups else None


def _expert(reading: Reading, subject: Token) -> tuple[str, str] | None:
    """(name, type) of an expert who counted ("An expert for the plaintiffs, the demographer Ann Roe, found 171"), or of
    whom his people count for ("Her paralegals found 175")."""
    if subject.lemma_.lower() not in EXPERTS:
        return None
    start, end = subject.doc[subject.left_edge.i].idx, subject.doc[subject.right_edge.i].idx
    if any(c.dep_ == "poss" and c.lower_ in {"his", "her"} for c in subject.children):
        start, end = max(0, start - NEAR), start
    people = [e.text for e in reading.doc.ents if e.label_ == "PERSON" and start <= e.start_char <= end]
    if not people or any(o.name.endswith(people[-1].split()[-1]) for o in reading.officials):
        return None
    spoke = (q.speaker for q in reading.quotes if q.speaker and q.speaker.endswith(people[-1]))
    return next(spoke, people[-1]), "person"


def _is_author(outlet: str, words: Span) -> bool:
    """Whether a subject is who publishes the text: "we", or "The Lens" of the Long Valley Lens."""
    if words.text.lower() == "we":
        return True
    return len(words) > 1 and words[0].lower_ == "the" and outlet.endswith(words[1:].text) and words[-1].pos_ == "PROPN"
