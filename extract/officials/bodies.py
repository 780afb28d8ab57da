"""Bodies that a text names and nobody's vocabulary knows: its jail, its prison board, its council or committee.

Heads of jails, and members and chairs of boards, belong to the one that the text names nearest before them; a body told
without its place ("the prison board", "the corrections department") takes that of the article.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from extract import vocabulary
from extract.agencies import keepers
from extract.model import Mention
from extract.needles import sought
from extract.officials.scene import Scene
from extract.places import COUNTY_ENDS, STATES, abbreviation, strip_lead
from extract.places.names import STATE

FILE = Path(__file__).with_name("bodies.yml")
SHAPE = {
    "county": {str: [str]},
    "councils": [str],
    "houses": {str: [str]},
    "lower_houses": {str: [str]},
}

_WORD = r"(?:St\.|Mt\.|Ft\.|[A-ZÑ][\w-]*(?:[’'](?!s\b)\w+)?)"
_NAME = rf"(?P<name>{_WORD}(?:[ ]{_WORD}){{0,4}}(?:[’']s)?)[ ]"
_HOUSE = (
    r"(?:Adult[ ]|Juvenile[ ]|Regional[ ]|Metro(?:politan)?[ ]|Central[ ]|Public[ ]Safety[ ])*(?:[Dd]etention[ ]"
    r"(?:[Cc]enter|[Ff]acility|Bureau|[Cc]omplex|Division)|[Cc]orrection(?:s|al)?[ ](?:[Cc]enter|[Ff]acility"
    r"|[Ii]nstitution|[Cc]omplex|Bureau)|[Jj]ail(?!er)|[Pp]rison|[Hh]ouse[ ]of[ ][Cc]orrections?"
    r"|Department[ ]of[ ](?:Adult[ ]and[ ]Juvenile[ ]Detention|Corrections?|Detention|Jails|Prisons)"
    r"|(?:Corrections?|Detention)[ ]Department)"
)
_FACILITY = re.compile(
    rf"\b{_NAME}(?P<house>{_HOUSE})(?!s\b|[ ](?:Board|Authority|Commission|Director|Superintendent))"
)
_BARE = re.compile(
    r"\b(?:[Tt]he|[Ii]ts|[Aa]|[Hh]is|[Hh]er|[Cc]ounty|county[’']s)[ ](?:county[ ])?(?P<house>detention[ ](?:center"
    r"|facility)|correctional[ ](?:center|facility)|prison|[Cc]orrections[ ][Dd]epartment)\b(?![ ]board)"
)
_METRO = re.compile(r"\bMetro[ ](?:Council|Corrections|Government|government|jail)\b")
_NOBODY = frozenset({"State", "Federal", "Immigration", "ICE", "City", "County", "The", *STATES})
"""What before "Detention Center" or "Prison" names no jail of a place: a kind of one, or a state."""


@cache
def words() -> dict[str, Any]:
    """bodies.yml."""
    return vocabulary.load_file(FILE, SHAPE)


@lru_cache(maxsize=8)
def _matches(pattern: re.Pattern[str], text: str) -> tuple[re.Match[str], ...]:
    """Where a pattern matches; kept, since every official of a document asks anew."""
    return tuple(pattern.finditer(text))


def facility(scene: Scene, offset: int, county: str | None) -> str | None:
    """The full name of the jail, prison or corrections department that is named nearest before `offset` (else after
    it); one called "the detention center" is that of `county`."""
    text = scene.text
    found = [(m.start(), name) for m in _matches(_FACILITY, text) if (name := _house(m, scene))]
    if county and any(name.startswith(county) for _, name in found):
        found = [(at, name) for at, name in found if name.startswith(county)]
    if county:
        own = strip_lead(county)
        found += [(m.start(), f"{own} {_titled(m['house'])}") for m in _matches(_BARE, text)]
    if part := scene.where.part_at(offset):
        found = [one for one in found if part[0] <= one[0] < part[1]]
    named = [one for one in sorted(found) if not one[1].endswith(" Jail")] or sorted(found)
    before = [name for at, name in named if at <= offset]
    return before[-1] if before else named[0][1] if named else None


def _house(match: re.Match[str], scene: Scene) -> str | None:
    whose = strip_lead(re.sub(r"[’']s$", "", match["name"]))
    whose = whose or (match["name"] if match["name"] in ("Metro", "Regional") else "")
    if not whose or whose in _NOBODY:
        return None
    house = _titled(match["house"])
    if house in ("Jail", "Prison") and not whose.endswith((*COUNTY_ENDS, "City", "Regional", "Metro")):
        whose = f"{whose} County" if f"{whose} County" in scene.text or scene.where.county == f"{whose} County" else ""
    return f"{whose} {house}" if whose else None


def _titled(house: str) -> str:
    """ "corrections department" as "Department of Corrections"."""
    if match := re.fullmatch(r"([Cc]orrections?|Detention) [Dd]epartment", house):
        return f"Department of {match[1].capitalize()}"
    return " ".join(word if word in ("of", "and") else word[:1].upper() + word[1:] for word in house.split())


def metro(scene: Scene) -> str | None:
    """The city whose government goes by "Metro" (one with its county), or None."""
    place = scene.where.city or scene.where.local
    return f"{place} Metro" if place and _METRO.search(scene.text) else None


_BODY = (
    r"(?:County[ ])?(?:Prison|Jail|Detention|Corrections|Criminal[ ]Justice)(?:[ ]Advisory)?[ ](?:Board|Authority"
    r"|Commission|Committee)|(?:County[ ])?(?:Legislature|Quorum[ ]Court|Fiscal[ ]Court|Board[ ]of[ ](?:[A-Z]\w+[ ])?"
    r"[A-Z]\w+)|(?:Parish|County|Common|City|Town|Township|Borough|Village|Metro|Tribal)[ ](?:Council|Board|Commission)"
    r"|Select[ ]?[Bb]oard|Board[ ]of[ ]\w+|(?:Oversight|Judiciary|Appropriations|Homeland[ ]Security|Public[ ]Safety)"
    r"[ ]Committee|Village[ ]Board|Police[ ]Jury"
)
_NAMED_BODY = re.compile(rf"(?:\b{_NAME})?(?<!\w)(?P<body>{_BODY})\b")
_LOWER_BODY = re.compile(
    r"\b(?P<of>[Cc]ounty|[Cc]ity|[Tt]own|[Tt]ownship|[Bb]orough|[Vv]illage|[Pp]arish|[Pp]rison(?:[ ]advisory)?|[Jj]ail"
    r"|[Tt]he)[ ](?P<what>legislature|board(?:[ ]of[ ](?:supervisors|commissioners|selectmen|aldermen|education))?"
    r"|commission|council|select[ ]board|quorum[ ]court|fiscal[ ]court|authority)\b(?![ ]of[ ])"
)


def governing(scene: Scene, offset: int, county: str | None, fits: str = "") -> str | None:
    """The board, council, commission, legislature or committee that is named nearest before `offset` (else after it),
    its name holding one of the words of the pattern `fits`."""
    text = scene.text
    found = [(m.start(), name) for m in _matches(_NAMED_BODY, text) if (name := _body(m, scene, county))]
    found += [(m.start(), name) for m in _matches(_LOWER_BODY, text) if (name := _lower(m, scene, county))]
    fitting = sorted((at, name) for at, name in found if re.search(fits, name))
    before = [name for at, name in fitting if at <= offset]
    return before[-1] if before else fitting[0][1] if fitting else None


def _body(match: re.Match[str], scene: Scene, county: str | None) -> str | None:
    body = match["body"]
    whose = strip_lead(re.sub(r"[’']s$", "", match["name"] or ""))
    if "Committee" in body:
        house = whose if whose in ("House", "Senate", "Assembly") else _chamber(scene)
        return f"{house} {body}" if house else None
    if whose:
        return f"{whose} {body}"
    own = _owner_of(body, scene, county)
    return f"{own} {re.sub('^(?:County|City) ', '', body) if own == county else body}" if own else None


def _chamber(scene: Scene) -> str | None:
    found = re.search(r"\b(House|Senate)[ ](?:hearing|panel|committee|subcommittee|[A-Z]\w+[ ]Committee)", scene.text)
    return found[1] if found else None


def _owner_of(body: str, scene: Scene, county: str | None) -> str | None:
    of_county = re.match(
        r"County|Parish|Prison|Jail|Detention|Legislature|Quorum|Fiscal|Police Jury"
        r"|Board of (?:County )?(?:Commissioners|Supervisors|Freeholders|Chosen)",
        body,
    )
    return county if of_county else scene.where.city or scene.where.local


def _lower(match: re.Match[str], scene: Scene, county: str | None) -> str | None:
    of, what = match["of"].lower(), match["what"]
    name = " ".join(word if word == "of" else word.capitalize() for word in what.split())
    if of.startswith(("prison", "jail")):
        house = facility(scene, match.start(), county) if of == "jail" else None
        if house and not house.endswith("Jail"):
            house = re.sub(rf" {_HOUSE}$", "", house) + " Jail"
        own = house or (f"{county} {' '.join(word.capitalize() for word in of.split())}" if county else None)
        return f"{own} {name}" if own else None
    if of in ("county", "parish") or what in ("legislature", "quorum court", "fiscal court"):
        return f"{county} {name}" if county else None
    if of == "the":
        return None
    city = scene.where.city_at(match.start()) or scene.where.local
    kind = f"{of.capitalize()} {name}" if what in ("board", "council", "commission") else name
    return f"{city} {kind}" if city else None


_WORD_OF_BODY = r"(?!(?:City|County|Parish|State)\b)[A-Z][\w-]+"
_OF_STATE = sought(
    rf"\b(?P<state>{STATE})\s+(?P<body>(?:(?:Office|Division|Bureau|Commission|Board)\s+(?:of|on|for)\s+(?:the\s+)?"
    rf"{_WORD_OF_BODY}(?:\s+(?:(?:and|of|the)\s+)?{_WORD_OF_BODY}){{0,4}}|(?:{_WORD_OF_BODY}\s+){{1,3}}(?:Commission|Authority)"
    r"|Judicial\s+(?:Branch|Department)|Trial\s+Court|Judiciary))\b"
)


_KIND_OF_BODY = re.compile(r"Office|Division|Bureau|Commission|Board|Authority")


def of_state(text: str) -> list[Mention]:
    """Bodies of a state as they are written, whose heads have no other agency ("the Oregon Criminal Justice
    Commission"), and what later calls the only one of its kind ("the commission")."""
    found = [
        Mention(m[0], *m.span(), "agency", re.sub(r"\s+", " ", m[0]), m["state"]) for m in _OF_STATE.finditer(text)
    ]
    kinds: dict[str, Mention] = {}
    for mention in found:
        if word := _KIND_OF_BODY.search(mention.name):
            kinds.setdefault(word[0], mention)
    for kind, mention in kinds.items():
        if all(mention.name == other.name for other in found if kind in other.name):
            later = re.compile(rf"\b[Tt]he\s+(?:{kind.lower()}|{kind}(?!\s+(?:of|on|for)\b))\b").finditer(
                text, mention.end
            )
            found += [replace(mention, text=m[0], start=m.start(), end=m.end()) for m in later]
    return found


def of_county(state: str | None) -> str | None:
    """What the governing body of a county of the state is called."""
    return next((name for name, states in words()["county"].items() if state in states), None)


def house_of(state: str | None) -> str | None:
    """What a county's jail is called in the state, where others than the sheriff run it."""
    own = keepers.usual_house(state)
    return own or next((name for name, states in words()["houses"].items() if state in states), None)


def lower_house(state: str | None) -> str:
    """What the lower house of the state's legislature is called."""
    found = (name for name, states in words()["lower_houses"].items() if abbreviation(state or "") in states)
    return next(found, "House of Representatives")
