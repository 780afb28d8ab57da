"""The places around a number: those its sentence names, those that agencies and offices carry in their names."""

from __future__ import annotations

import re
from functools import lru_cache

import us
from spacy.tokens import Token

from extract import places
from extract.agencies import names
from extract.claims import bodies, regions
from extract.claims.mentioned import federal_office, heads
from extract.claims.parties import mention_at, side
from extract.claims.period_words import words
from extract.claims.reading import Reading, Unit
from extract.model import Mention
from extract.places import outlets
from extract.places.names import county_states
from extract.places.placelike import no_place

NATION = "United States"
_NAME = r"(?:[A-Z][\w’'-]+\s){0,3}[A-Z][\w’'-]+"
_CUSTODIANS = frozenset(
    {
        *("jail", "sheriff", "department", "prison", "deputies", "police", "warden", "chief", "county", "city", "town"),
        *("suburb", "village", "borough", "parish", "lockup"),
    }
)
_BODY = (
    r"(?:Police|Sheriff|Jail|Department|Prison|Detention|Correction|Corrections|Adult|Office|Public|House"
    r"|Regional|Justice|Law|Metropolitan|Division|Bureau|City|Probation|Prosecutor|Commission(?:ers)?|Board|Auditor"
    r"|Inspector|District|Attorney)"
)
_OWN_NAME = re.compile(
    rf"^(?:The )?(?:City of |Town of )?(?P<place>{_NAME.replace('{0,3}', '{0,3}?')})(?:['’]s?)? {_BODY}\b"
)
_OF_NAME = re.compile(
    rf"\b(?:Attorney General|Auditor|Department of \w+|Sheriff’s Department|Police Department|Police"
    rf"|Jail) of (?:the State of )?(?P<place>{_NAME})\b(?! County)"
)
_BODY_OF = re.compile(
    rf"\b(?:[Ss]heriff['’]s [Dd]epartment|[Ss]heriff['’]s [Oo]ffice|[Pp]olice [Dd]epartment|[Pp]olice|[Jj]ail"
    rf"|[Cc]ouncil) (?:of|in) (?P<place>{_NAME})"
)
_CITY_BODY = re.compile(
    r"(?<![\w.] )\b(?!The |An? |State |U\.S|ICE |Federal |Local |County |City |Local |Their |His |Her |In )"
    r"(?P<place>[A-Z][a-z]+(?: [A-Z][a-z]+){0,2})(?:['’]s)? (?:police|city|town) (?=[a-z])"
)


def part_of(reading: Reading, at: int) -> str | None:
    """The place that heads the part of a round-up in which an offset lies."""
    setting = reading.where
    part = setting.lead_at(at)
    if part is None:
        return None
    return part[1] if part[2] == part[1] else setting.place(part[1], part[2])


def home(reading: Reading, at: int) -> str | None:
    """The place that the text is about at an offset: its part's, else the article's."""
    if part := part_of(reading, at):
        return part
    whole = regions.opening(reading.text) if outlets.federal(reading.document.outlet) else None
    return whole or reading.home or _body_of(reading.text)


@lru_cache(maxsize=32)
def _body_of(text: str) -> str | None:
    """ "The sheriff's department of Franklin Heights", where nothing else tells the place."""
    match = _BODY_OF.search(text)
    return match["place"] if match else None


def local_body(sentence: str, text: str) -> str | None:
    """The city whose police or officials a sentence names, else the first that the text does."""
    match = _CITY_BODY.search(sentence) or _CITY_BODY.search(text)
    return match["place"] if match else None


def state_at(reading: Reading, at: int) -> str | None:
    """The state's name at an offset."""
    return reading.where.state_at(at)


def likely(reading: Reading, unit: Unit) -> list[Mention]:
    """Names that stand where places stand, of no agency and no person."""
    setting = reading.where
    return [
        Mention(reading.text[start:end], start, end, "place", whole := _in_its_part(setting, name, start), whole)
        for start, end, name in setting.likely
        if unit.start <= start < unit.end and not reading.over(reading.mentions, start, end)
    ]


def _in_its_part(setting: places.Setting, name: str, at: int) -> str:
    """A place with its state: that of the heading under which it stands, where a round-up goes by states."""
    part = setting.lead_at(at)
    return setting.place(name, places.STATES.get(part[1]) if part and name not in setting.stated else None)


def named_by(reading: Reading, token: Token) -> str | None:
    """The place that a noun names ("Port Harlan declined 1,015"), or that stands before it ("Ohio jails")."""
    inside = mention_at(reading, token)
    if inside is None and token.lower_ in _LOCALS and (place := _of_locals(reading, token)):
        return place
    if place := (_beside(reading, token) if inside is None else None) or _of_speaker(reading, token):
        return place
    if inside is None and token.tag_ == "NNS":
        before = [
            t
            for t in token.lefts
            if t.dep_ in {"compound", "nmod", "poss"} and t.pos_ == "PROPN" and t.i == token.i - 1
        ]
        return _named(reading, before[0]) if before and mention_at(reading, before[0]) is None else None
    return _named(reading, token) if inside is None or side(inside.name) != "federal" else None


_LOCALS = frozenset({"officials", "authorities", "deputies", "jailers", "officers", "leaders"})


def _of_locals(reading: Reading, token: Token) -> str | None:
    """The place whose people act: "Officials in Cook County declined 611"."""
    inside = next((c for c in token.rights if c.dep_ == "prep" and c.lower_ in {"in", "of"}), None)
    where = next((c for c in inside.rights if c.dep_ == "pobj"), None) if inside is not None else None
    found = [p for p in reading.places if where is not None and p.start <= where.idx < p.end]
    return found[0].name if found and found[0].name != NATION else None


_KIND_BEFORE = re.compile(
    r"(?:^|[.!?;”\"\n]\s*|,\s|\band\s|\bbut\s)(?:the|its|another|a)\s(?:[\w’'-]+\s){0,3}"
    r"(?P<kind>county|city|town|parish|borough|suburb|village)(?:\s(?:over|next\sdoor|away|to\sthe\s\w+))?,\s$",
    re.I,
)


def _beside(reading: Reading, token: Token) -> str | None:
    """The name behind a kind of place: "The next county over, Prince William, honored 31"."""
    if token.pos_ == "NOUN":
        token = next((c for c in token.rights if c.dep_ == "appos"), token)
    if token.pos_ != "PROPN" or mention_at(reading, token) is not None:
        return None
    name = _spelled(token)
    start = token.idx + len(token) - len(name)
    match = _KIND_BEFORE.search(reading.text, max(0, start - 60), start)
    if match is None or reading.text[token.idx + len(token) : token.idx + len(token) + 1] != ",":
        return None
    kind = match["kind"].capitalize()
    return f"{name} {kind}" if kind in places.COUNTY_ENDS and not name.endswith(places.COUNTY_ENDS) else name


def _of_speaker(reading: Reading, token: Token) -> str | None:
    """The place that speaks of a custodian as its own: "Port Kessler said that its lockup had received two"."""
    if not any(c.dep_ == "poss" and c.lower_ == "its" for c in token.children):
        return None
    says = next((t for t in token.ancestors if t.pos_ == "VERB" and any(c.dep_ == "ccomp" for c in t.children)), None)
    speaker = next((c for c in says.lefts if c.dep_ == "nsubj"), None) if says is not None else None
    if speaker is not None and speaker.lower_ in {"city", "town", "village", "borough"}:
        of_it = next((c for c in speaker.rights if c.dep_ == "prep" and c.lower_ == "of"), None)
        speaker = next((c for c in of_it.rights if c.dep_ == "pobj"), None) if of_it is not None else None
        return _spelled(speaker) if speaker is not None and speaker.pos_ == "PROPN" else None
    return _named(reading, speaker) if speaker is not None and mention_at(reading, speaker) is None else None


def _named(reading: Reading, token: Token) -> str | None:
    if token.pos_ != "PROPN" or token.is_upper or federal_office(reading, token.idx):
        return None
    if token.text in _KINDS and (whole := _KIND_OF.match(reading.text, token.idx)):
        return whole["place"]
    found = next((p for p in reading.places if p.start <= token.idx < p.end), None)
    if found is not None:
        return None if heads(reading.text, found) or federal_office(reading, found.start) else found.name
    if mention_at(reading, token) is not None:
        return None
    if county := _known_county(reading, token):
        return county
    name = _spelled(token)
    if federal_office(reading, token.idx + len(token) - len(name)):
        return None
    if token.ent_type_ == "GPE" or name in {region for _, region in regions.of_text(reading.text)}:
        return name
    return (
        name
        if len(name.split()) > 1
        and {name.split()[0], name.split()[-1]} & words("place_words")
        and not any(o.name.endswith(name) for o in reading.officials)
        else None
    )


def _known_county(reading: Reading, token: Token) -> str | None:
    """A county that is known to lie in the text's state, called by its bare name: "Nassau received 68"."""
    setting = reading.where
    name = next((name for start, end, name in setting.likely if start <= token.idx < end), None)
    bare = (name or "").removesuffix(" County")
    return name if bare != name and setting.state in county_states().get(bare, ()) else None


def turned_to(reading: Reading, since: int, at: int) -> str | None:
    """The county or city to which the text turned between two offsets: "Then comes Vine County. There, ..." """
    start = max(since, reading.text.rfind("\n", 0, at) + 1)
    named = [p for p in reading.within(reading.places, start, at) if p.name not in places.STATES and p.name != NATION]
    return named[-1].name if named and not named[-1].name.endswith(" counties") else None


_KINDS = frozenset({"Town", "City", "Village", "Borough", "Township"})
_KIND_OF = re.compile(rf"\w+ of (?P<place>{_NAME})")
"""A city whose kind heads its name: "The Town of Ophir Gulch"."""


def _spelled(token: Token) -> str:
    """A proper name as written, up to its last word."""
    left = token.i
    while (
        left > token.sent.start
        and token.doc[left - 1].pos_ == "PROPN"
        and token.doc[left - 1].ent_type_ == token.ent_type_
    ):
        left -= 1
    while left > token.sent.start and token.doc[left - 1].text == "-" and left - 2 >= token.sent.start:
        left -= 2
    return token.doc[left : token.i + 1].text


def custodian(unit: Unit) -> bool:
    """Whether a sentence speaks of one custodian as known ("the jail", "her department")."""
    return any(
        t.lower_ in _CUSTODIANS
        and t.pos_ in {"NOUN", "PROPN"}
        and any(c.lower_ in {"the", "his", "her", "their", "its", "our", "my"} for c in t.lefts)
        for t in unit.span
    )


def of_agency(reading: Reading, name: str | None) -> str | None:
    """The jurisdiction that an agency carries wherever it is mentioned, else the one in its name."""
    carried = next((m.jurisdiction for m in reading.agencies if m.name == name and m.jurisdiction), None)
    county = name if name and re.fullmatch(_A_COUNTY, name) else None
    known = names.jurisdictions().get(name or "")
    return carried or county or (known if known != "United States" else None) or of_name(name)


_A_COUNTY = rf"{_NAME} (?:County|Parish)"
"""A county that counts for itself: "Durham County"."""


def of_name(name: str | None) -> str | None:
    """The place in an agency's name: "Wickford Police Department", "Attorney General of Penrose"."""
    if not name or side(name) in {"federal", "group"} or (bodies.is_group(name) and side(name) != "custody"):
        return None
    match = _OF_NAME.search(name) or _OWN_NAME.match(name)
    if match is None:
        return None
    first, *rest = match["place"].split()
    if no_place(first) or first in {"State", "National", "U.S", "Federal", "Metropolitan", "Office"}:
        return None
    if rest and no_place(rest[-1]):  # "Oregon Criminal Justice Commission"
        return next((state for state in places.STATES if match["place"].startswith(f"{state} ")), match["place"])
    return re.sub(r"['’]s$", "", match["place"])


def proper(reading: Reading, place: str | None, at: int) -> str | None:
    """A place in full: "Wickford" in an article about Rhode Island is "Wickford, RI"; "the state" by its name."""
    if place is None:
        return None
    setting = reading.where
    if place == f"{(whole := regions.opening(reading.text))} counties":
        return whole
    if re.fullmatch(r"(?:the )?state", place, re.I):
        return setting.state_at(at) or state_of(reading.home)
    if (part := setting.lead_at(at)) is not None and part[1] in {
        f"{place.split(',')[0]} {kind}" for kind in places.COUNTY_ENDS
    }:
        return setting.place(part[1])
    place = re.sub(r"\bNew York City\b", "New York", place)
    if (
        (bare := re.match(r"(?P<name>.+) County\b", place))
        and f"{bare['name']} Parish" in reading.text
        and f"{bare['name']} County" not in reading.text
    ):
        place = place.replace(" County", " Parish", 1)
    if any(state == place for _, _, state in setting.leads):
        return place
    if "-" in place and any(name == f"{place} County" for _, name in setting.counties):
        place = f"{place} County"
    if "," in place or place == NATION or state_of(place) in places.STATES or place.endswith(" counties"):
        return place
    if place == whole and place not in (setting.city, setting.county):
        return place
    if place.endswith(places.COUNTY_ENDS) or any(p.name.startswith(f"{place}, ") for p in reading.places):
        return next((p.name for p in reading.places if p.name.startswith(f"{place}, ")), None) or _in_its_part(
            setting, place, at
        )
    return _in_its_part(setting, place, at) if _is_city(reading, place, setting) else place


def one_county(reading: Reading) -> bool:
    """Whether the text names no more than one county."""
    setting = reading.where
    return len({name for _, name in setting.counties}) <= 1


def _is_city(reading: Reading, place: str, setting: places.Setting) -> bool:
    """Whether a bare name is a city's: its police, its council; a region's or a made-up state's stays bare."""
    return (
        place != setting.state
        and place not in {regions.opening(reading.text), *(name for _, name in regions.of_text(reading.text))}
        and bool(
            re.search(
                rf"{re.escape(place)}(?:['’]s)?\s+(?:[Pp]olice|[Cc]ity|[Mm]ayor|[Cc]ouncil|[Ss]heriff|[Jj]ail"
                rf"|[Dd]epartment)|\b{re.escape(place)}, (?:the|an?) (?:[\w’'-]+ ){{0,3}}(?:city|town|borough|village"
                rf"|suburb|seat)\b"
                rf"|\b(?:[Cc]ity|[Tt]own|[Vv]illage|[Bb]orough) of {re.escape(place)}|, {re.escape(place)}\b|\b(?:in|to"
                rf"|at) {re.escape(place)}\b",
                reading.text,
            )
        )
    )


@lru_cache(maxsize=2048)
def state_of(place: str | None) -> str | None:
    """The state of "Boston, MA" by its full name; a state itself."""
    if not place:
        return None
    tail = place.rsplit(",", 1)[-1].strip()
    if tail.endswith((*places.COUNTY_ENDS, " counties")):
        return None
    state = us.states.lookup(tail)
    return str(state.name) if state else (place if "," not in place else None)
