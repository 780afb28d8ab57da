"""Whom "it", "its" and "their" stand for: the subject of the clause, of the sentence, of the sentence before."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from extract.claims import bodies, offices
from extract.claims.described import head_of, office_of
from extract.claims.frames import SUBJECTS
from extract.claims.governments import civil_party
from extract.claims.parties import COUNTY, custody_party, federal_party, party_of, side_of_token
from extract.claims.reading import Reading

BACK = 2
"""Sentences back to what a pronoun may stand for."""

PERSON = 900
"""Characters back to whom "his" may stand for."""
ROLE = re.compile(r"\b[Tt]he (?P<role>sheriff|undersheriff|warden|jailer)\b(?![’'])")
"""Who holds people, called by the role alone ("The sheriff disagrees. His office says 8")."""


def meant(reading: Reading, pronoun: Token) -> str | None:
    """The party that a pronoun of the third person stands for; None where no subject before it is a party."""
    for subject in _before(pronoun):
        if party := party_of_subject(reading, subject):
            return party
    return None


def party_of_subject(reading: Reading, subject: Token) -> str | None:
    """The party that a subject names, or that its noun stands for: "the jail", "Cedar County", "the city"."""
    if group := bodies.of_trade(reading, subject.doc[subject.left_edge.i : subject.i + 1].text):
        return group
    called = f"the {subject.lower_}"
    if subject.lower_ in bodies.GROUP and (group := bodies.later_group(reading, called, subject.idx, None)):
        return group
    if party := party_of(reading, subject):
        return party
    if group := bodies.of_people(reading, subject):
        return group
    if where := side_of_token(subject):
        return federal_party(reading, subject.idx) if where == "federal" else custody_party(reading, subject.idx)
    if county := COUNTY.search(reading.text, max(0, subject.idx - 30), subject.idx + len(subject)):
        return county[0]
    return offices.of_bare_county(reading, subject) or civil_party(reading, subject.lower_, subject.idx)


def agency_of_person(reading: Reading, before: int) -> str | None:
    """The agency of the person whom "he", "his" and "her" before a place stand for: whoever was named last there.

    None where that is somebody without one. "The sheriff" before it is the sheriff of the text.
    """
    start = max(0, before - PERSON)
    text = reading.text[start:before]
    agencies = {official.name: office_of(official) or None for official in reading.officials}
    for quote in reading.within(reading.quotes, start, before):
        if quote.speaker_kind == "person" and quote.speaker:
            agencies.setdefault(quote.speaker, quote.speaker_agency or head_of(reading, quote.speaker))
    for person in reading.doc.ents:
        named = person.label_ == "PERSON" and start <= person.start_char < before and " " in person.text
        if named and person.text not in agencies and (led := head_of(reading, person.text)):
            agencies[person.text] = led
    found = [(text.rfind(name.split()[-1]), name) for name in agencies if name]
    at, name = max(found, default=(-1, ""))
    roles = list(ROLE.finditer(text, max(0, at)))
    if roles:
        return _in_role(reading, roles[-1]["role"], before)
    return agencies[name] if at >= 0 else None


def _in_role(reading: Reading, role: str, before: int) -> str | None:
    """The agency of the one official in a role, else whoever holds people in the text."""
    found = {o.agency for o in reading.officials if o.agency and role in (o.role or "").lower()}
    return found.pop() if len(found) == 1 else custody_party(reading, before)


def _before(pronoun: Token) -> Iterator[Token]:
    """The subjects before a pronoun: of the clauses above it first, then the others, the nearest first."""
    seen = set()
    token = pronoun
    for _ in range(12):
        if token.head == token:
            break
        token = token.head
        for child in token.children:
            if child.dep_ in SUBJECTS and child.i < pronoun.i and child.pos_ != "PRON" and pronoun not in child.subtree:
                seen.add(child.i)
                yield child
    first = pronoun.sent.start
    for i in range(pronoun.i - 1, first - 1, -1):
        other = pronoun.doc[i]
        if other.dep_ in SUBJECTS and other.pos_ != "PRON" and i not in seen and pronoun not in other.subtree:
            yield other
    for _ in range(BACK - 1):
        if not first:
            return
        sentence = pronoun.doc[first - 1].sent
        first = sentence.start
        for other in sentence:  # the first subject of the sentence before is what it is about
            if other.dep_ in SUBJECTS and other.pos_ != "PRON":
                yield other
