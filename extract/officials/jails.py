"""The agencies of those who run jails and prisons: wardens, jailers, directors, superintendents."""

from __future__ import annotations

import re

from extract.agencies import keepers, names, sheriff_name
from extract.agencies.departments import state_corrections, state_prisons
from extract.officials import bodies, local_offices
from extract.officials.found import Found
from extract.officials.scene import Scene
from extract.places import strip_lead

_JAIL = re.compile(r"\b(?:[Jj]ail|[Pp]rison|[Dd]etention|[Cc]orrection)")


_COUNTY = re.compile(r"((?:[A-Z][\w’'-]+\s+){1,3}County)\s+Corrections?\b")
"""Whose a role says that it is: "Coolidge County Corrections Superintendent"."""


def corrections(found: Found, scene: Scene) -> str | None:
    named = re.match(r"((?:[A-Z]\w+\s+){1,2})[Pp]risons?\s", found.role.text)
    if named and (owner := strip_lead(named[1])):
        return f"{owner} Department of Prisons"
    if (of_county := _COUNTY.match(found.role.text)) and (owner := strip_lead(of_county[1])):
        return _department(owner, scene)
    county = scene.where.county_at(found.role.start)
    if re.match(r"jail|detention", found.role.head):
        return head(found, scene)
    if scene.where.level == "city" and (own := _of_city(scene)):
        return own
    if found.role.head == "chief of corrections" and re.search(r"\b[Ss]heriff", scene.text):
        return local_offices.sheriff(found, scene)
    if not county and (place := bodies.metro(scene)):
        return f"{place} Department of Corrections"
    if not county and re.search(r"\b[Cc]ounty\s+(?:[Ee]xecutive|[Cc]ouncil)", scene.text):
        guess = scene.where.sheriffs
        if guess and not state_prisons(scene.text):
            return _department(guess, scene)
    elif county and not _states(found, scene) and (scene.where.level == "county" or _of_county(found, scene)):
        return _department(county, scene)
    if before := scene.before(found.role.start, "Correction"):
        return before
    state = scene.where.state_at(found.role.start)
    return state_corrections(state, scene.text) if state else None


_COUNTY_JAIL = re.compile(r"\b[Cc]ounty(?:[’']s)? (?:jail|detention center|lockup|corrections)\b")


def _states(found: Found, scene: Scene) -> bool:
    """Whether a text speaks of the state's prisons; of one on a county's jail only if it has before the role."""
    told = scene.text[: found.role.start] if _COUNTY_JAIL.search(scene.text) else scene.text
    return state_prisons(told)


def _department(county: str, scene: Scene) -> str:
    """A county's department of corrections, by the name of who is known to keep its jail."""
    return keepers.of_jail(scene.where.place(county), scene.text) or f"{county} Department of Corrections"


def of_them(found: Found, scene: Scene) -> str | None:
    """Whose "their director" is, said of jails or prisons: the county's that is spoken of, else the state's."""
    local = scene.where.level == "county" or scene.where.county_here(found.role.start)
    return head(found, scene) if local else corrections(found, scene)


_OF_STATE = re.compile(r"\b(?:[Ss]tate|[Ss]tatewide|[Pp]risons?|Department of Corrections?|[Ll]egislat\w+|lawmakers)\b")


def _of_city(scene: Scene) -> str | None:
    """A city's own department of correction or prisons, where it is known to have one."""
    city = (scene.where.city or "").removesuffix(" City")
    kinds = (f"{city} City Department of Correction", f"{city} Department of Prisons")
    kept = keepers.of_jail(scene.where.place(scene.where.city), scene.text) if scene.where.city else None
    return kept or next((own for kind in kinds if (own := names.known(kind))), None)


def _of_county(found: Found, scene: Scene) -> bool:
    """Whether a corrections director is a county's: "its corrections director", one with a title before the name beside
    the county, or one of whom a paragraph tells that names a county and nothing of the state."""
    start = scene.text.rfind("\n", 0, found.role.start) + 1
    owned = re.search(r"\b(?:its|the\s+county[’']s)\s+$", scene.text[max(0, found.role.start - 14) : found.role.start])
    titled = found.how == "title" and found.role.head.endswith(("director", "superintendent", "chief"))
    if (owned or titled) and scene.where.county_here(found.role.start) is not None:
        return True
    local = owned or not _OF_STATE.search(scene.text, start, found.role.start)
    return bool(local) and any(start <= at < found.role.start for at, _ in scene.where.counties)


def head(found: Found, scene: Scene) -> str | None:
    """Whose a jail's director, superintendent or chief is: the facility's that the text names, or a metro government's,
    or a county's department in states that have them."""
    county = local_offices.county_of(found, scene)
    if not scene.where.county and (place := bodies.metro(scene)):
        return f"{place} Department of Corrections"
    if county and keepers.in_departments(scene.where.state):
        return f"{county} Department of Corrections"
    named = _house(found, scene, county)
    if kept := _kept(named, county, scene):
        return kept
    if county and (not named or named == f"{county} Jail") and (usual := bodies.house_of(scene.where.state_of(county))):
        return f"{county} {usual}"
    if named or not county:
        return named or scene.before(found.role.start, "Correction")
    return f"{county} {'Detention Center' if found.role.head.startswith('detention') else 'Jail'}"


def _house(found: Found, scene: Scene, county: str | None) -> str | None:
    """The jail that the text names, none of another county than the one that stands beside the role."""
    house = bodies.facility(scene, found.role.start, county)
    beside = local_offices.county_beside(found, scene)
    other = beside and house and "County" in house and not house.startswith(beside)
    return None if other else house


def _kept(named: str | None, county: str | None, scene: Scene) -> str | None:
    """Who is known to keep the jail of a county, where no other place's is named."""
    own = county is not None and (named is None or named.startswith(county))
    return keepers.of_jail(scene.where.place(county), scene.text) if own and county else None


def keeper(found: Found, scene: Scene) -> str | None:
    """Whose a jail's chief or manager is: the regional jail's that the text names, else the sheriff's."""
    county = local_offices.county_of(found, scene)
    house = bodies.facility(scene, found.role.start, county)
    kept = _kept(house, county, scene)
    return kept or (house if house and "Regional" in house else local_offices.sheriff(found, scene))


def director(found: Found, scene: Scene) -> str | None:
    """Whose "Director Lou Trent" is where a county's jail is told of: the facility's by its name, else the county's
    department of corrections."""
    own, county = head(found, scene), local_offices.county_of(found, scene)
    return f"{county} Department of Corrections" if county and (own is None or own.endswith(" Jail")) else own


def prison(found: Found, scene: Scene) -> str | None:
    if (match := re.match(r"((?:[A-Z]\w+\s+){1,2})[Pp]risons?\s", found.role.text)) and (place := strip_lead(match[1])):
        return f"{place} Department of Prisons"
    if re.match(r"(?i)prisons\b", found.role.text) and (own := _of_city(scene)):
        return own
    county = local_offices.county_of(found, scene)
    if county and county.endswith(" Parish"):
        return sheriff_name(county, None, scene.where.state)
    house = _house(found, scene, county)
    if kept := _kept(house, county, scene):
        return kept
    usual = bodies.house_of(scene.where.state_of(county)) if county else None
    if usual and (not house or (house == f"{county} Jail" and not usual.startswith("Department"))):
        return f"{county} {usual}"
    part = scene.where.part_at(found.role.start)
    told = scene.text[slice(*part)] if part else scene.text
    if not house and not (part and county) and not local_offices.county_beside(found, scene):
        house = scene.before(found.role.start, "Prison|Detention|Correction|Jail|Sheriff")
    if house or not county:
        return house
    return f"{county} Prison" if re.search(r"\b[Pp]rison\b", told) else sheriff_name(county, None, scene.where.state)


def superintendent(found: Found, scene: Scene) -> str | None:
    """A jail's or a police department's, whichever the text names nearest before."""
    if keepers.in_departments(scene.where.state) and local_offices.county_of(found, scene):
        return head(found, scene)
    named = scene.before(found.role.start, "Police|Sheriff|Prison|Jail|Correction", after=False)
    if named and "Police" in named:
        return named
    own = head(found, scene) if _JAIL.search(scene.text) else None
    return own if own and not (named and own.endswith(" Jail")) else named or own


_POLICE = re.compile(r"\b[Pp]olice\b")


def told_of(found: Found, scene: Scene) -> bool:
    """Whether the paragraph of a bare "Director Lou Trent", or the one before, tells of a jail or a department."""
    start = max(0, scene.text.rfind("\n\n", 0, max(0, scene.text.rfind("\n\n", 0, found.role.start))))
    return re.search(r"\b(?:jail|department|detention center)\b", scene.text[start : found.role.start]) is not None


def about(found: Found, scene: Scene) -> bool:
    """Whether the sentence of "Chief Lou Trent" and those before it in the paragraph are about a jail, not police."""
    start = scene.text.rfind("\n", 0, found.role.start) + 1
    police = _POLICE.search(scene.text, start, found.near[1])
    return not police and _JAIL.search(scene.text, start, found.role.start) is not None
