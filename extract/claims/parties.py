"""The sides of the dispute: who is federal, who holds people, who is neither."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

from spacy.tokens import Token

from extract import agencies, vocabulary
from extract.agencies import ICE
from extract.claims import offices
from extract.claims.nouns import kind_of
from extract.claims.reading import Reading
from extract.claims.triggers import Trigger
from extract.model import Mention
from extract.places import COUNTY_ENDS

FAMILY = frozenset({"detainers_issued", "detainers_received"})
"""The two sides' counts of the same requests."""
COUNTY = re.compile(r"(?:(?:St|Ste|Mt|Ft)\.\s)?(?:[A-Z][\w’'-]+\s){1,3}(?:County|Parish)\b")
OFFICE = re.compile(
    r"\b[Tt]he (?P<office>(?:Department|Division|Bureau) of (?:[A-Z]\w+(?:\s(?:and\s)?)?)*?"
    r"(?:Detention|Corrections?|Prisons|Jails)\b)"
)
"""An office that holds people, named without its place ("the Department of Adult and Juvenile Detention")."""
OFFICE_OF = re.compile(
    r"\b(?P<office>(?:[Ss]heriff[’']s (?:[Dd]epartment|[Oo]ffice)|[Pp]olice [Dd]epartment)) (?:of|in|for) "
    r"(?P<place>(?:[A-Z][\w.’'-]+\s?){1,3}(?<!\s))"
)
"""An office named with its place behind it ("the sheriff's department of Franklin Heights")."""
HEADED = frozenset({"office", "department", "agency", "deputies", "staff", "officers", "jail", "jailers", "agents"})
"""What a person heads."""
PUBLIC_BODY = re.compile(r"\b(?:Office|Department|Division|Bureau|Agency|Administration)\b")
SHAPE: dict[str, Any] = {
    "sides": {str: [re.Pattern]}, "nouns": {str: [str]},
    "owners": {str: str}, "documents": [str], "own_count": [str],
    "arms": [str], "wishes": [str], "examiners": [str], "outlets": [re.Pattern], "reporters": [re.Pattern],
    "speaks": [str], "beside": [str], "counts": [str],
}  # fmt: skip


@cache
def data() -> dict[str, Any]:
    return vocabulary.load_file(Path(__file__).with_name("parties.yml"), SHAPE)


@cache
def side(name: str | None) -> str:
    """`group`, `federal`, `court`, `custody`, `civil` or `other`."""
    for key, patterns in data()["sides"].items():
        if name and any(pattern.search(name) for pattern in patterns):
            return str(key)
    return "other"


APART = frozenset({"person", "document"})
"""Types of claimants that are on no side."""


def side_of(name: str | None, kind: str | None) -> str:
    """The side of a claimant of some type; the type itself where that is on none."""
    return kind if kind is not None and kind in APART else side(name)


def type_of(name: str | None) -> str:
    """`organization` for a group's name, else `agency`."""
    return "organization" if side(name) == "group" else "agency"


def is_outlet(name: str | None) -> bool:
    """Whether a name is an outlet's, which passes numbers on."""
    return bool(name) and any(pattern.search(name or "") for pattern in data()["outlets"])


def owner_side(measure: str) -> str:
    """Whose count a measure is where nobody speaks: `federal`, `custody` or `either`."""
    return str(data()["owners"].get(measure, "either"))


def mention_at(reading: Reading, token: Token) -> Mention | None:
    """The agency mention that covers a token; the longest."""
    start, end = token.idx, token.idx + len(token)
    found = reading.over(reading.agencies, start, end)
    return max(found, key=lambda m: m.end - m.start, default=None)


def recipient(reading: Reading, trigger: Trigger | None) -> str | None:
    """Who stands as subject of a passive verb with an object of its own: "the department was sent two"."""
    verb = trigger.token if trigger is not None else None
    if verb is None or not any(c.dep_ in {"dobj", "attr", "oprd"} for c in verb.children):
        return None
    subject = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
    if subject is None or kind_of(subject) == "detainer":
        return None
    return party_of(reading, subject) or "who was sent them"


def party_of(reading: Reading, token: Token | None) -> str | None:
    """The canonical agency that a noun names, where the text tells; worked out once a token."""
    if token is None:
        return None
    if token.i not in reading.parties:
        reading.parties[token.i] = _party_of(reading, token)
    return reading.parties[token.i]


def _party_of(reading: Reading, token: Token) -> str | None:
    mention = mention_at(reading, token)
    if mention is None and token.dep_ != "poss":
        possessor = next((c for c in token.children if c.dep_ == "poss"), None)
        mention = mention_at(reading, possessor) if possessor is not None else None
        if mention is None:
            mention = _of(reading, token)
        if mention is None:
            inner = [m for t in token.lefts if t.dep_ in {"compound", "nmod", "amod"} and (m := mention_at(reading, t))]
            mention = inner[-1] if inner else None
    if mention is not None:
        return mention.name
    if token.dep_ != "poss" and (theirs := _of_person(reading, token) or _of_place(token)):
        return theirs
    if county := offices.by_county(reading, token):
        return county
    return person_agency(reading, token) or _bare_county(reading, token) or _written(token)


def _bare_county(reading: Reading, token: Token) -> str | None:
    """The sheriff's office of a county called by its bare name: "Racine, to the south, honored 47"."""
    if token.pos_ != "PROPN":
        return None
    named = next((p for p in reading.within(reading.places, token.idx, token.idx + 1) if p.end > token.idx), None)
    name = named.name.split(",")[0] if named is not None else ""
    bare = named is not None and not named.text.endswith(COUNTY_ENDS) and name.endswith(COUNTY_ENDS)
    return offices.name_of(name, "sheriff") if bare else None


def _of(reading: Reading, token: Token) -> Mention | None:
    """The agency that an office or its people are of: "the Boston field office of ICE", "officials at the jail"."""
    if token.lemma_.lower() not in data()["arms"]:
        return None
    for prep in token.rights:
        if prep.dep_ == "prep" and prep.lower_ in {"of", "for", "at", "in", "from", "with"}:
            thing = next((c for c in prep.children if c.dep_ == "pobj"), None)
            if thing is not None and (mention := mention_at(reading, thing)) is not None:
                return mention
    return None


def _of_person(reading: Reading, token: Token) -> str | None:
    """The agency of an office or its people by who heads it ("Dart's office", "the sheriff's deputies")."""
    if token.lower_ not in HEADED:
        return None
    head = next((c for c in token.children if c.dep_ == "poss" and c.pos_ == "PROPN"), None)
    return person_agency(reading, head) if head is not None else None


def _of_place(token: Token) -> str | None:
    """The office of people named with their place ("Police in Newton", "deputies in Harvey County")."""
    prep = token.nbor(1) if token.i + 1 < len(token.doc) else None
    if prep is None or prep.head != token or prep.dep_ != "prep":
        return None
    return offices.of_people(token.doc[token.left_edge.i : token.right_edge.i + 1].text)


def _written(token: Token) -> str | None:
    """A full name that the vocabulary does not know ("The Denton Falls Sheriff Department"), as it is written."""
    if token.pos_ != "PROPN":
        return None
    left = token.i
    while left > token.sent.start and (
        token.doc[left - 1].pos_ == "PROPN" or token.doc[left - 1].lower_ in {"of", "'s", "’s", "'", "’", "and"}
    ):
        left -= 1
    name = token.doc[left : token.i + 1].text
    return name if len(name.split()) > 1 and side(name) in {"custody", "federal", "group"} else None


def person_agency(reading: Reading, token: Token) -> str | None:
    """The agency of a person by the last name, from the officials and from whom the speeches are by."""
    return person_agency_of(reading, token.text) if token.pos_ == "PROPN" else None


def person_agency_of(reading: Reading, surname: str) -> str | None:
    """The agency of the official or speaker of a last name."""
    for official in reading.officials:
        if official.agency and official.name.split()[-1] == surname:
            return official.agency
    for quote in reading.quotes:
        person = quote.speaker if quote.speaker_kind == "person" else None
        if quote.speaker_agency and person and person.split()[-1] == surname:
            return quote.speaker_agency
    return None


def side_of_token(token: Token | None) -> str | None:
    """A side named by a bare noun ("deputies", "the feds")."""
    if token is None:
        return None
    for key, nouns in data()["nouns"].items():
        if token.lower_ in nouns:
            return str(key)
    modifiers = {child.lower_ for child in token.children if child.dep_ in {"amod", "compound", "nmod"}}
    if token.lemma_.lower() in data()["arms"] and modifiers.intersection(data()["nouns"]["custody"]):
        return "custody"  # "jail officials"
    return "federal" if modifiers & {"federal", "immigration"} and token.pos_ == "NOUN" else None


def main_party(reading: Reading, wanted: str, before: int | None = None) -> str | None:
    """The agency of a side that the text is about: the last one named before a place in it, else the commonest."""
    named = [m for m in reading.agencies if side(m.name) == wanted]
    if wanted in LOCAL and before is not None and (part := reading.where.part_at(before)) is not None:
        return _of_part(reading, wanted, part, before)
    if not named:
        return next((o.agency for o in reading.officials if o.agency and side(o.agency) == wanted), None)
    tally = Counter(m.name for m in named)
    if before is not None:
        near = [m for m in named if before - 700 <= m.start < before]
        if near and tally[near[-1].name] * 3 >= max(tally.values()):
            return near[-1].name
    return tally.most_common(1)[0][0]


LOCAL = frozenset({"custody", "civil"})
BEHIND = 40
"""Characters behind a place in which its own words may still tell who is meant."""


def _of_part(reading: Reading, wanted: str, part: tuple[int, int], at: int) -> str | None:
    """The local agency that a part of a round-up is about: the last that it names, else the sheriff of the county that
    heads it, or the police of its city once it has spoken of them."""
    named = [m for m in reading.within(reading.agencies, *part) if side(m.name) == wanted]
    if before := [m.name for m in named if m.start < at]:
        return before[-1]
    county, city = reading.where.county_at(at), reading.where.city_at(at)
    heard = reading.text[part[0] : at + BEHIND].lower()
    if wanted == "custody" and city and not county and re.search(r"^\W*(?:local )?police\b", heard, re.M):
        return f"{city} Police Department"
    if named or wanted != "custody":
        return named[0].name if named else None
    if county is None and "sheriff" in reading.text[part[0] : part[1]].lower():
        county = _county_in(reading, part)
    if county is not None:
        return agencies.jail_name(county, reading.text, reading.where.state_of(county))
    return f"{city} Police Department" if city and re.search(r"\bpolice\b|\bofficers\b", heard) else None


def _county_in(reading: Reading, part: tuple[int, int]) -> str | None:
    """The county that a part headed by a town speaks of ("GRANT, Idaho", then "detainers in Grant County")."""
    named = (place.name.split(",")[0] for place in reading.within(reading.places, *part))
    return next((name for name in named if name.endswith(COUNTY_ENDS)), None)


def custody_party(reading: Reading, before: int | None = None) -> str | None:
    """Who holds people in the text: a named agency, else the one that the article's place and its nouns make likely."""
    found = main_party(reading, "custody", before)
    if found is not None:
        return found
    return likely_custody(reading) or main_party(reading, "civil", before)


def likely_custody(reading: Reading) -> str | None:
    """Who holds people in the place of a text that names nobody: by its nouns, by an office named without its place."""
    if named := OFFICE_OF.search(reading.text):
        return f"{named['place']} {' '.join(word.capitalize() for word in named['office'].split())}"
    place = _place(reading)
    if place is None:
        return None
    text = reading.text.lower()
    if office := OFFICE.search(reading.text):
        return f"{place} {office['office']}"
    if "county" in place.lower():
        if text.count("prison") > max(text.count("jail"), text.count("sheriff")):
            return f"{place} Prison"
        return agencies.jail_name(place, reading.text) if "jail" in text or "sheriff" in text else None
    return f"{place} Police Department" if "police" in text else None


def _place(reading: Reading) -> str | None:
    """The city or county that a text is about, else the county whose body publishes it."""
    home = reading.home or ""
    if "," in home or "County" in home:
        return home.split(",")[0]
    published = COUNTY.search(reading.document.outlet or "")
    return published[0] if published else None


def outlet_party(reading: Reading) -> str | None:
    """The agency that publishes the text itself: a press release."""
    outlet = reading.document.outlet
    if outlet and any(pattern.search(outlet) for pattern in data()["reporters"]):
        return outlet
    name = agencies.canonical(outlet) if outlet else None
    if outlet and name is None and side(outlet) == "custody" and not is_outlet(outlet) and PUBLIC_BODY.search(outlet):
        return re.sub(r"\s*\(.*\)$", "", outlet)
    return name if name and side(name) in {"federal", "custody"} else None


def federal_party(reading: Reading, before: int | None = None) -> str:
    """The federal side of the text, ICE where none is named."""
    return main_party(reading, "federal", before) or ICE


def court_party(reading: Reading, before: int | None = None) -> str | None:
    """The court of the text: "the court system" is the Trial Court that it named."""
    spoke = [q.speaker for q in reading.quotes if q.speaker and q.speaker[:1].isupper() and side(q.speaker) == "court"]
    return main_party(reading, "court", before) or (spoke[0] if spoke else None)
