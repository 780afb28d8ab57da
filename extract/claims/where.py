"""The places around a number: those its sentence names, those that agencies and offices carry in their names."""

from __future__ import annotations

import re
from functools import lru_cache

import us

from extract import places
from extract.agencies import names
from extract.claims import bodies, regions
from extract.claims.parties import side
from extract.claims.reading import Reading, Unit
from extract.model import Mention
from extract.places import outlets
from extract.places.placelike import no_place

NATION = "United States"
NAME = r"(?:[A-Z][\w’'-]+\s){0,3}[A-Z][\w’'-]+"
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
    rf"^(?:The )?(?:City of |Town of )?(?P<place>{NAME.replace('{0,3}', '{0,3}?')})(?:['’]s?)? {_BODY}\b"
)
_OF_NAME = re.compile(
    rf"\b(?:Attorney General|Auditor|Department of \w+|Sheriff’s Department|Police Department|Police"
    rf"|Jail) of (?:the State of )?(?P<place>{NAME})\b(?! County)"
)
_BODY_OF = re.compile(
    rf"\b(?:[Ss]heriff['’]s [Dd]epartment|[Ss]heriff['’]s [Oo]ffice|[Pp]olice [Dd]epartment|[Pp]olice|[Jj]ail"
    rf"|[Cc]ouncil) (?:of|in) (?P<place>{NAME})"
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


def turned_to(reading: Reading, since: int, at: int) -> str | None:
    """The county or city to which the text turned between two offsets: "Then comes Vine County. There, ..." """
    start = max(since, reading.text.rfind("\n", 0, at) + 1)
    named = [p for p in reading.within(reading.places, start, at) if p.name not in places.STATES and p.name != NATION]
    return named[-1].name if named and not named[-1].name.endswith(" counties") else None


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


_A_COUNTY = rf"{NAME} (?:County|Parish)"
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
