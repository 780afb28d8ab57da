"""The agencies of local officials: sheriffs, councils, mayors, counties, prosecutors, jails."""

from __future__ import annotations

import re

from extract.agencies import keepers, sheriff_name
from extract.agencies.sheriffs import seat_county
from extract.officials import bodies
from extract.officials.found import Found
from extract.officials.scene import Scene
from extract.places import strip_lead
from extract.places.names import COUNTY_ENDS, WORD, county_states, known_cities, lies_in
from extract.places.placelike import persons_of


def sheriff(found: Found, scene: Scene) -> str | None:
    if found.role.head == "jail administrator" and not SHERIFF.search(scene.text):
        house = bodies.facility(scene, found.role.start, county_of(found, scene))
        if house and not house.endswith(" Jail"):
            return house
    own = _sheriff(found, scene)
    place = (own or "").split(" Sheriff")[0] or scene.where.city or ""
    return keepers.acting_sheriff(scene.where.place(place)) or own


SHERIFF = re.compile(r"\b[Ss]heriff|SHERIFF")


def _sheriff(found: Found, scene: Scene) -> str | None:
    if beside := county_beside(found, scene):
        return sheriff_name(beside, None, scene.where.state)
    if seat := seat_county(scene.text, found.role.start, found.end, scene.where.state):
        return sheriff_name(seat, None, scene.where.state)
    if bare := _of_bare(found, scene):
        return sheriff_name(bare, None, scene.where.state_of(bare))
    if (
        (owner := _owner(found, scene))
        and f"{owner} County" != scene.where.county
        and not re.search(r"County|Parish", owner)
        and owner != scene.where.city
    ):
        return sheriff_name(f"{owner} County", None, scene.where.state)
    if turned := scene.turned_county(found):
        return sheriff_name(turned, None, scene.where.state)
    county = scene.where.county_at(found.role.start) or _county_of_part(found, scene)
    named = scene.before(found.role.start, "Sheriff", after=False)
    if county and (not named or named.split(" Sheriff")[0].endswith(COUNTY_ENDS) or _speaks_of(county, found, scene)):
        return (
            named if named and named.split(" Sheriff")[0] == county else sheriff_name(county, None, scene.where.state)
        )
    if named or (later := scene.before(found.role.start, "Sheriff")):
        return named or later
    guess = scene.where.sheriffs
    return sheriff_name(guess, None, scene.where.state) if guess else None


def _county_of_part(found: Found, scene: Scene) -> str | None:
    """The county that goes by the name of the city which heads the part of a round-up, or the first one that the part
    names: "LAMONT, Vermont", "Sheriff Lou Trent ...", "Lamont County"."""
    part = scene.where.part_at(found.role.start)
    if not part:
        return None
    own = f"{scene.where.city_at(part[0])} County"
    if any(name == own for _, name in scene.where.counties):
        return own
    return next((name for at, name in scene.where.counties if part[0] <= at < part[1]), None)


def _speaks_of(county: str, found: Found, scene: Scene) -> bool:
    """Whether the county is named in the paragraph up to the role, or is what most of the article is about."""
    start = scene.text.rfind("\n", 0, found.role.start) + 1
    if any(name == county for at, name in scene.where.counties if start <= at <= found.role.start):
        return True
    mentions = [name for _, name in scene.where.counties]
    return mentions.count(county) >= 3 and 2 * mentions.count(county) >= len(mentions)


_OF_BARE = re.compile(rf"[Ss]heriff (?:[A-Z][\w.’'-]+ ){{1,3}}of (?P<name>{WORD}(?: {WORD}){{0,2}})")
_BARE_SHERIFF = re.compile(rf"(?P<name>{WORD}(?: {WORD}){{0,2}}?) [Ss]heriff\b")
_IN_BARE = re.compile(rf"\b[Ii]n (?P<name>{WORD}(?: {WORD}){{0,2}}), (?:where )?$")
_BEFORE_BARE = re.compile(rf"(?P<name>{WORD}(?: {WORD}){{0,2}}) $")


def _of_bare(found: Found, scene: Scene) -> str | None:
    """The county that a sheriff is of by its bare name: "Sheriff Jo Park of Tarn", "Tarn Sheriff Jo Park"."""
    at = found.role.start
    match = (
        _OF_BARE.match(scene.text, at)
        or _BARE_SHERIFF.match(scene.text, at)
        or _BEFORE_BARE.search(scene.text, max(0, at - 50), at)
    )
    inside = _IN_BARE.search(scene.text, max(0, at - 60), at)
    if inside and lies_in(inside["name"], scene.where.state):
        return f"{inside['name']} County"
    name = f"{strip_lead(match['name'])} County" if match else None
    return name if any(name == county for _, county in scene.where.counties) else None


def _owner(found: Found, scene: Scene) -> str | None:
    """Whose the role is by a possessive before it: "Harnett Fork’s jail administrator"."""
    match = re.search(
        r"((?:[A-Z][\w-]+ ){0,2}[A-Z][\w-]+)[’']s?\s+(?:\w+\s+){0,2}$",
        scene.text[max(0, found.role.start - 60) : found.role.start],
    )
    name = strip_lead(match[1]) if match else None
    return None if name in persons_of(scene.text) else name


def city_of(scene: Scene) -> str | None:
    """The city that an article is about."""
    return scene.where.city or scene.where.local


def council(found: Found, scene: Scene) -> str | None:
    part = scene.where.part_at(found.role.start)
    told = scene.text[slice(*part)] if part else scene.text
    county = scene.where.county_at(found.role.start) if part else scene.where.county
    if part and not county and (city := scene.where.city_at(found.role.start)):
        return (
            bodies.governing(scene, found.role.start, None, f"^{re.escape(city)} .*Council") or f"{city} City Council"
        )
    of_city = re.search(r"\b[Cc]ity\s+[Cc]ouncil", told) or re.match(r"[Cc]ity|[Tt]own", found.role.text)
    if county and (
        re.match(r"[Cc]ounty", found.role.text)
        or (not of_city and (part or _by_council(scene) or re.search(r"\b[Cc]ounty\s+[Cc]ouncil", told)))
    ):
        return f"{county} Council"
    if not of_city and not county and scene.where.sheriffs and re.search(r"\b[Cc]ounty\s+[Ee]xecutive", scene.text):
        return f"{scene.where.sheriffs} Council"
    if not of_city and (metro := bodies.metro(scene)):
        return f"{metro} Council"
    if not of_city and (named := bodies.governing(scene, found.role.start, county, r"(?:Common|Borough|Village) \w+$")):
        return named
    if match := re.match(r"((?:[A-Z][\w’-]+\s+){1,3})(?:City|Town)?\s*Counci", found.role.text):
        place = re.sub(r"\s*\b(?:City|Town)$", "", strip_lead(match[1])).strip()
        if place.endswith("Parish"):
            owner = place if place != "Parish" else county
            return f"{owner} Council" if owner else None
        if place and place not in ("City", "Town", "Former"):
            return f"{place} City Council"
    return scene.before(found.role.start, r"(?:City|Town|Common) Council") or (
        f"{city_of(scene)} City Council" if city_of(scene) else None
    )


def legislature(found: Found, scene: Scene) -> str | None:
    county = scene.where.county_at(found.role.start) or scene.where.county
    return f"{county} Legislature" if county else None


def board(found: Found, scene: Scene) -> str | None:
    """Whose member or chair a person is: the board's, committee's, council's that the text names nearest before."""
    county = scene.where.county_at(found.role.start) or scene.where.county
    if county and (own := _OWN_BOARD.search(scene.text, max(0, found.role.start - 40), found.role.end)):
        return f"{county} {' '.join(own[0].split()[:-1])}"
    if named := bodies.governing(scene, found.role.start, county, _SITS_ON.get(found.role.head.split()[0], "")):
        return named
    if found.role.kind != "board" or found.role.head.startswith(("justice", "committee")):
        return None
    return f"{county} {_governing(scene, 'Board of Commissioners', 'Board')}" if county else None


_OWN_BOARD = re.compile(
    r"\b(?:Jail|Prison|Detention|Corrections|Criminal Justice|Public Safety)(?:\s+[A-Z]\w+){0,2}?\s+"
    r"(?:Board|Commission|Authority|Committee)\s+(?:[Mm]ember|[Cc]hair\w*|[Pp]resident)$"
)
"""The county's own board in the words of a role: "Jail Oversight Board member Lou Trent"."""
_SITS_ON = {"board": "Board|Authority|Court", "committee": "Committee|Council", "justice": "Quorum Court"}


def _by_council(scene: Scene) -> bool:
    """Whether the article is about a county, in a state where councils govern counties."""
    return scene.where.level == "county" and scene.where.state in bodies.words()["councils"]


def aldermen(found: Found, scene: Scene) -> str | None:
    if board := scene.before(found.role.start, "Aldermen|Alders"):
        return board
    if council := scene.before(found.role.start, "City Council"):
        return council
    city = scene.where.city
    if not city:
        return None
    large = city in known_cities() or re.search(r"[Cc]ouncil", scene.text)
    return f"{city} {'City Council' if large else 'Board of Aldermen'}"


_VILLAGES = {"village": "Village", "borough": "Borough", "township": "Township"}


def mayor(found: Found, scene: Scene) -> str | None:
    if "vice mayor" in found.role.head or "pro tem" in found.role.head:
        return council(found, scene)
    if _OF_COUNTY.match(found.role_text):
        return county_of(found, scene)
    owned = re.search(r"((?:[A-Z][\w-]+ ){0,2}[A-Z][\w-]+)[’']s\s+mayor$", scene.text[: found.role.end])
    if owned and (place := strip_lead(owned[1])):
        return f"City of {place}"
    if match := re.match(
        r"(?:(?:Former|Acting|Interim)\s+)?((?:[A-Z][\w’-]+\s+){1,3})(?:[Dd]eputy\s+)?[Mm]ayor", found.role.text
    ):
        place = strip_lead(match[1])
        if "-" in place and place in county_states():  # "Miami-Dade" is a county by its bare name
            return f"{place} County"
        if place:
            return f"City of {place}"
    if found.role.head.startswith("select") and (board := bodies.governing(scene, found.start, None, "(?i)select")):
        return board
    kind = "Town" if found.role.head.startswith(("town", "select", "first select")) else "City"
    kind = _VILLAGES.get(found.role.text.lower().split()[0], kind)
    turned = scene.turned_city(found, "City of|Town of|Council")
    if city := turned or scene.where.city_at(found.role.start) or (None if scene.where.county else scene.where.local):
        if f"{city} County" == scene.where.county and city not in known_cities():
            return scene.where.county
        metro = bodies.metro(scene) if city == scene.where.city else None
        return f"{metro} Government" if metro else f"{kind} of {city}"
    police = scene.before(found.role.start, "Police Department")
    if not police and scene.where.county:
        return scene.where.county
    return (
        f"{kind} of {police.removesuffix(' Police Department').replace('New York City', 'New York')}"
        if police
        else None
    )


def commissioner(found: Found, scene: Scene) -> str | None:
    county = county_of(found, scene)
    if "chair" in found.role.head or "president" in found.role.head:
        return scene.before(found.role.start, "County Commission$") or (
            f"{county} {_governing(scene, 'Commission', 'Com')}" if county else None
        )
    body = _governing(scene, "Board of Commissioners", "Com|^Board$|Court")
    if county and body in ("Commissioners Court", "Commission"):
        return f"{county} {body}"
    return scene.before(found.role.start, "County (?:Board of Commissioners|Commission)") or (
        f"{county} {body}" if county else None
    )


def supervisor(found: Found, scene: Scene) -> str | None:
    county = county_of(found, scene)
    return scene.before(found.role.start, "Board of (?:Supervisors|Commissioners)") or (
        f"{county} {_governing(scene, 'Board of Supervisors', 'Board')}" if county else None
    )


_OF_COUNTY = re.compile(r"(?i)(?:the\s+)?county(?:[’']s)?\s")
"""Before a lawyer or clerk who elsewhere is a city's: "the county's corporation counsel"."""
_BODIES = (
    (re.compile(r"\bCommissioners[’']? Court\b", re.I), "Commissioners Court"),
    (re.compile(r"\b(?:freeholders?|Chosen Freeholders)\b", re.I), "Board of Chosen Freeholders"),
    (re.compile(r"\bBoard of Supervisors\b|\bcounty supervisors\b", re.I), "Board of Supervisors"),
    (re.compile(r"\b(?:Board of (?:County )?Commissioners|board of commissioners)\b"), "Board of Commissioners"),
    (re.compile(r"\b[Cc]ounty [Cc]ommission\b"), "Commission"),
    (re.compile(r"\bCounty(?:[’']s)? Board\b(?! of)"), "Board"),
)


def _governing(scene: Scene, otherwise: str, fits: str) -> str:
    """What the body that governs the county is called: by the text's own words, by its state's usage where that fits
    the office, else as usual."""
    named = next((body for pattern, body in _BODIES if pattern.search(scene.text)), None)
    usual = bodies.of_county(scene.where.state) or ""
    return named or (usual if re.search(fits, usual) else "") or otherwise


def probation(found: Found, scene: Scene) -> str | None:
    county = county_of(found, scene)
    return scene.before(found.role.start, "Probation") or (f"{county} Probation Department" if county else None)


def county_beside(found: Found, scene: Scene) -> str | None:
    """The county that a role is told with, or that stands right behind it in its sentence."""
    end = found.near[1]
    behind = re.split(r"[.!?]\s|\n", scene.text[end : end + 30])[0]
    match = re.search(r"((?:[A-Z][\w’'-]+[  ]+){1,3})County\b", scene.text[found.near[0] : end] + behind)
    name = strip_lead(match[1]) if match else None
    return f"{name} County" if name else None


def county_of(found: Found, scene: Scene) -> str | None:
    named = county_beside(found, scene) or scene.turned_county(found)
    return named or scene.where.county_at(found.role.start) or scene.where.sheriffs


def prosecutor(found: Found, scene: Scene) -> str | None:
    office = next(
        (name for head, name in _PROSECUTORS.items() if head in found.role.head), "District Attorney's Office"
    )
    if (match := re.match(r"((?:[A-Z][\w-]+\s+){1,3}?)(?:District|State)", found.role.text)) and (
        place := strip_lead(match[1])
    ):
        return f"{place} {office}"
    county = county_of(found, scene)
    return scene.before(found.role.start, office) or (f"{county} {office}" if county else None)


_PROSECUTORS = {
    "state attorney": "State Attorney's Office",
    "prosecuting attorney": "Prosecuting Attorney's Office",
    "prosecutor": "Prosecutor's Office",
    "state's attorney": "State's Attorney's Office",
    "commonwealth's attorney": "Commonwealth's Attorney's Office",
}
