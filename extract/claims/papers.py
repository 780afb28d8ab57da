"""Whose a document is, by the tree: "a spreadsheet that ICE released", "the jails' own papers", "figures she sent".

A document speaks for whoever made it, not for who got hold of it. Where its own words name nobody, it is his who
brought it up: "the list" is of the agency that the text laid a list to before.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from spacy.tokens import Token

from extract import places, vocabulary
from extract.claims import bodies, offices, state_papers
from extract.claims.parties import (
    custody_party,
    data,
    federal_party,
    is_outlet,
    mention_at,
    outlet_party,
    party_of,
    person_agency,
    side,
)
from extract.claims.reading import Reading
from extract.claims.subjects import agency_of_person, meant

FILE = Path(__file__).with_name("papers.yml")
NEAR = 700
"""Characters back to a document that goes by another name there ("the list", then "the report")."""
AHEAD = 1200
"""Characters ahead to where the text tells who makes a document."""
BACK = 2500
"""Characters back to where a document may have come up."""
STATES = tuple(f"{state} " for state in places.NAMES.values() if state not in {"New York", "Washington"})
"""What the names of a state's own agencies begin with: a city's records are not theirs."""
NAMES = ("made", "got", "federal", "keepers", "pieces", "tells", "definite", "letters", "many", "comes")


@cache
def words(name: str) -> frozenset[str]:
    """A list of words of papers.yml."""
    return frozenset(vocabulary.load_file(FILE, {key: [str] for key in NAMES})[name])


def is_document(token: Token) -> bool:
    """Whether a noun is a document's, or a part of one."""
    called = {token.lower_, token.lemma_.lower()}
    return token.pos_ in {"NOUN", "PROPN"} and bool(
        called & words("pieces") or called.intersection(data()["documents"])
    )


def subject(number: Token, first: int) -> tuple[Token, str] | None:
    """The document that is the subject of a verb above a number ("The list charges the county with declining two"), or
    that a pronoun there goes on with ("It marks nine as declined"); and how it is known, `itself` or `it`."""
    token = number
    for _ in range(10):
        head = token.head
        if head == token or head.i < first:
            return None
        tells = head.lemma_.lower() in words("tells")
        if tells and head.dep_ == "acl" and head.tag_ == "VBG" and is_document(head.head):
            return head.head, "itself"  # "a release stating that it released 176"
        if head.pos_ in {"VERB", "AUX"}:
            for child in head.children:
                if child.dep_ not in {"nsubj", "nsubjpass"} or child.i > number.i or child == token:
                    continue
                if is_document(child):
                    return child, "itself"
                if child.lower_ in {"it", "they"} and head.lemma_.lower() in words("tells"):
                    earlier = subject_before(child)
                    return (earlier, "it") if earlier is not None else None
                if child.dep_ == "nsubj" and head.pos_ == "VERB" and not _told(head):
                    return None
        token = head
    return None


def _told(verb: Token) -> bool:
    """Whether a clause is what the verb above it tells: "The list says the jail ignored 205"."""
    return verb.dep_ == "ccomp" and verb.head.lemma_.lower() in words("tells")


def subject_before(pronoun: Token) -> Token | None:
    """The document that is the subject of the sentence before, where no other subject stands between (none of "The page
    says 40. ICE disputes that; it sent 60")."""
    between = pronoun.doc[pronoun.sent.start : pronoun.i]
    if any(t.dep_ in {"nsubj", "nsubjpass"} and t.pos_ in {"NOUN", "PROPN"} for t in between):
        return None
    if not pronoun.sent.start:
        return None
    before = pronoun.doc[pronoun.sent.start - 1].sent
    found = next((child for child in before.root.children if child.dep_ in {"nsubj", "nsubjpass"}), None)
    if found is not None and found.lower_ in {"that", "this"}:  # "That is not what the website says. It lists 212"
        found = next((t for t in before if t.dep_ == "nsubj" and t.pos_ in {"NOUN", "PROPN"}), None)
    return found if found is not None and is_document(found) else None


def owner(reading: Reading, noun: Token, again: bool = True) -> str | None:
    """Whose a document is: by its own words, else by who gave it, else by what the text laid it to before."""
    for found in (_possessor, _modifier, _maker, _giver, _source):
        if party := found(reading, noun):
            return party
    if not again:
        return None
    of_state = state_papers.is_one(noun)
    if _known(noun) or of_state:
        if party := _introduced(reading, noun, re.escape(noun.lemma_.lower()), BACK) or _explained(reading, noun):
            return party
        if of_state:
            return state_papers.owner(reading, noun.idx)
        return _introduced(reading, noun, "|".join(data()["documents"]), NEAR)
    return _issuer(reading, noun) if noun.lemma_.lower() in words("letters") else None


def _issuer(reading: Reading, noun: Token) -> str | None:
    """Whom the sentence before "a news release says" is about."""
    if not noun.sent.start:
        return None
    root = noun.doc[noun.sent.start - 1].sent.root
    about = next((child for child in root.children if child.dep_ in {"nsubj", "nsubjpass"}), None)
    return party_of(reading, about)


def _known(noun: Token) -> bool:
    """Whether a document came up before: "the list", "last week's release", a part of one."""
    if any(child.dep_ == "poss" and child.ent_type_ == "DATE" for child in noun.lefts):
        return True
    return noun.lower_ in words("pieces") or any(child.lower_ in words("definite") for child in noun.lefts)


def _party(reading: Reading, token: Token) -> str | None:
    """Who a noun names, where it may own a document: no outlet."""
    if token.lower_ in words("many"):
        return None
    party = party_of(reading, token)
    if party is not None:
        return None if is_outlet(party) else party
    if token.lower_ in {"our", "we", "my", "i"}:
        return outlet_party(reading) or (reading.document.outlet if side(reading.document.outlet) == "group" else None)
    if token.lower_ in {"his", "her", "he", "she"}:
        return agency_of_person(reading, token.idx)
    if token.pos_ == "PRON":
        return meant(reading, token)
    own = next((child for child in token.lefts if child.dep_ == "poss" and child.pos_ == "PRON"), None)
    if own is not None and token.lemma_.lower() in data()["arms"]:
        return _party(reading, own)  # "his officers' records"
    said = {token.lower_, *(child.lower_ for child in token.children if child.dep_ in {"amod", "compound", "nmod"})}
    if office := offices.titled(reading, token.doc[token.left_edge.i : token.i + 1].text):
        return office
    if said & {"feds", "federal", "immigration"}:
        return federal_party(reading, token.idx)
    if said & set(data()["nouns"]["custody"]):
        return custody_party(reading, token.idx)
    return None


def _possessor(reading: Reading, noun: Token) -> str | None:
    own = next((child for child in noun.children if child.dep_ == "poss"), None)
    if own is None:
        return None
    if party := _party(reading, own):
        return party
    return custody_party(reading, noun.idx) if own.lower_ in words("keepers") else None  # "the county's report"


def _modifier(reading: Reading, noun: Token) -> str | None:
    """ "An ICE report", "federal data", "jail records"."""
    left = [child for child in noun.lefts if child.dep_ in {"compound", "nmod", "amod"}]
    for child in reversed(left):
        mention = mention_at(reading, child)
        if mention is not None and mention.end <= noun.idx and not is_outlet(mention.name):
            return str(mention.name)
    named = bodies.named(reading, noun.doc[noun.left_edge.i].idx, noun.idx) if left else []
    if named and named[-1].kind == "organization":
        return named[-1].name  # "a University of Ohio study"
    said = {child.lower_ for child in left}
    if said & words("federal"):
        return federal_party(reading, noun.idx)
    kept = custody_party(reading, noun.idx) if said & words("keepers") else None
    of_state = kept is not None and kept.startswith(STATES) and not said.isdisjoint({"city", "county", "town"})
    return None if of_state else kept


def _maker(reading: Reading, noun: Token) -> str | None:
    """ "A survey by the League", "figures that the jail keeps", "records the department gave", "obtained from ICE"."""
    return _behind(reading, noun, 0)


def _behind(reading: Reading, noun: Token, depth: int) -> str | None:
    for child in noun.rights:
        if child.dep_ in {"prep", "agent"} and child.lower_ in {"by", "from"}:
            thing = next((c for c in child.children if c.dep_ == "pobj"), None)
            if thing is not None and (party := _party(reading, thing)):
                return party
        elif child.dep_ == "relcl" and child.lemma_.lower() in words("made"):
            maker = next((c for c in child.children if c.dep_ == "nsubj" and c.tag_ not in {"WDT", "WP"}), None)
            if maker is not None and (party := _party(reading, maker)):
                return party
        elif child.dep_ in {"acl", "relcl"}:
            if party := _passive(reading, child):
                return party
        elif child.dep_ == "appos" and depth < 2 and (party := _behind(reading, child, depth + 1)):
            return party
        elif child.dep_ == "prep" and child.lower_ in {"of", "in"} and depth < 2:
            thing = next((c for c in child.children if c.dep_ == "pobj"), None)
            if thing is not None and (party := _behind(reading, thing, depth + 1)):
                return party
    return None


def _passive(reading: Reading, verb: Token) -> str | None:
    """ "Kept by the jail", "obtained by the Ledger from the sheriff"."""
    by = {c.lower_: next((t for t in c.children if t.dep_ == "pobj"), None) for c in verb.children if c.pos_ == "ADP"}
    for word in ("from", "by"):
        thing = by.get(word)
        if thing is None or (word == "by" and verb.lemma_.lower() in words("got")):
            continue
        if party := _party(reading, thing):
            return party
    return None


def _source(reading: Reading, noun: Token) -> str | None:
    """ "The dashboard is run by the ministry", "the figures come from ICE": by its own verb."""
    verb = noun.head
    if noun.dep_ == "nsubjpass" and verb.lemma_.lower() in words("made"):
        return _passive(reading, verb)
    if noun.dep_ == "nsubj" and verb.lemma_.lower() in words("comes"):
        return _passive(reading, verb)
    return None


def _explained(reading: Reading, noun: Token) -> str | None:
    """Who makes a document of which the text tells that behind: "The state tracker shows nine. The tracker, kept by the
    ministry, ..."."""
    if party := _told_next(reading, noun):
        return party
    same = re.compile(rf"\b{re.escape(noun.lemma_.lower())}s?\b")
    for found in same.finditer(reading.text, noun.idx + len(noun), noun.idx + AHEAD):
        span = reading.doc.char_span(found.start(), found.end(), alignment_mode="expand")
        if span is None or not any(child.lower_ in words("definite") for child in span.root.lefts):
            continue
        if party := _maker(reading, span.root) or _giver(reading, span.root) or _source(reading, span.root):
            return party
    return None


def _told_next(reading: Reading, noun: Token) -> str | None:
    """Who makes a document by what the next sentence begins with: "It is kept by the ministry"."""
    end = noun.sent.end
    root = noun.doc[end].sent.root if end < len(noun.doc) else noun
    begins = root != noun and any(c.dep_ == "nsubjpass" and c.lower_ in {"it", "they"} for c in root.lefts)
    return _passive(reading, root) if begins and root.lemma_.lower() in words("made") else None


def _giver(reading: Reading, noun: Token) -> str | None:
    """ "A spokeswoman sent figures", "the office handed out a chart": who does it."""
    verb = noun.head
    if noun.dep_ != "dobj" or verb.lemma_.lower() not in words("made"):
        return None
    maker = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    while maker is None and verb.dep_ == "conj" and verb.head != verb:
        verb = verb.head
        maker = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if maker is None:
        return None
    if maker.tag_ == "WDT" and verb.dep_ == "relcl":
        maker = verb.head  # "the department, which runs the database"
    if party := _party(reading, maker) or person_agency(reading, maker):
        return party
    near = [m for m in reading.within(reading.agencies, maker.idx - 120, maker.idx) if side(m.name) == "federal"]
    return str(near[-1].name) if near and maker.lemma_.lower().startswith("spokes") else None


def _introduced(reading: Reading, noun: Token, same: str, back: int) -> str | None:
    """Whose the last document before is that is called the same, else any other."""
    for found in reversed(
        list(re.finditer(rf"\b(?:{same})s?\b", reading.text[max(0, noun.idx - back) : noun.idx], re.IGNORECASE))
    ):
        at = max(0, noun.idx - back) + found.start()
        span = reading.doc.char_span(at, at + len(found[0]), alignment_mode="expand")
        if span is None or not is_document(span.root):
            continue
        if party := owner(reading, span.root, again=False) or _told_in(reading, span.root):
            return party
    return None


def brought_up(reading: Reading, before: int) -> str | None:
    """Whose the last document is that the text brought up before a place: "a review of ICE records"."""
    first = max(0, before - BACK)
    for found in reversed(list(_called().finditer(reading.text, first, before))):
        span = reading.doc.char_span(found.start(), found.end(), alignment_mode="expand")
        if span is None or not is_document(span.root):
            continue
        if party := owner(reading, span.root, again=False) or _told_in(reading, span.root):
            return party
    return None


@cache
def _called() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(data()['documents'])})\b", re.IGNORECASE)


def _told_in(reading: Reading, noun: Token) -> str | None:
    """ "The department said in a letter": whose words it holds."""
    prep = noun.head
    if noun.dep_ != "pobj" or prep.lower_ not in {"in", "with", "through", "via"}:
        return None
    verb = prep.head
    teller = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    return _party(reading, teller) if teller is not None else None
