"""Police by their shape: of cities, counties, states and schools."""

from __future__ import annotations

import re

from extract.agencies import keepers
from extract.agencies.departments import Built, state_of
from extract.agencies.names import police_name
from extract.needles import sought
from extract.places import NAMES, STATES, Setting, strip_lead
from extract.places.names import city_state
from extract.places.placelike import no_place

OF_CITY = {
    "New York": ("New York City Police Department", "New York, NY"),
    "Washington": ("Metropolitan Police Department", "Washington, DC"),
    "D.C.": ("Metropolitan Police Department", "Washington, DC"),
    "District of Columbia": ("Metropolitan Police Department", "Washington, DC"),
}
"""Whose "New York police" are where a state has a city's name: the city's, as the state's are "State Police"."""


def _of_namesake(name: str | None, words: str, where: Setting) -> Built | None:
    """The police of the city with a state's name, where nothing says that they are the state's."""
    in_state = name == "Washington" and where.state == "WA"
    elsewhere = name == "New York" and where.state == "NY" and where.city not in {None, "New York"}
    return None if "State" in words or in_state or elsewhere else OF_CITY.get(name or "")


def police(match: re.Match[str], where: Setting, county: str | None) -> Built | None:
    place = match.groupdict().get("place")
    if place and place.isupper() and "\n" in match[0]:  # a letterhead's "BAY CITY, TEXAS", "Police Department"
        place = None
    name = strip_lead(place) if place else where.city_at(match.start())
    if match[0].lower().startswith("in ") and name and no_place(name.split()[0]):  # "In April, police said"
        return None
    if not name or name.endswith("County") or name in ("State", "Metro", "Capitol", "Campus", "Military", "Transit"):
        return None
    if city := _of_namesake(name, match[0], where):
        return city
    if name in STATES or name in NAMES:
        return f"{name} State Police", name
    if name.endswith(" State") and "State Police" in match[0]:
        return f"{name} Police", name.removesuffix(" State")
    return police_at(name, where), where.place(_with_police(name, where) or name)


def police_at(name: str, where: Setting) -> str:
    """The police that go by a bare name: a city's, or those of a county that has some ("Cobb police")."""
    county = _with_police(name, where)
    return f"{county} Police Department" if county else police_name(name)


COUNTY_ONLY = frozenset({"Arlington"})
"""What is called a city and is none: a county of the name has its police."""


def _with_police(name: str, where: Setting) -> str | None:
    """The county of a bare name that has police of its own, where the name is no well-known city's of the state."""
    state = where.state_of(name) or where.state
    own = (city_state(name) != state or name in COUNTY_ONLY) and keepers.has_police(f"{name} County, {state}")
    return f"{name} County" if own else None


def police_of(match: re.Match[str], where: Setting, county: str | None) -> Built | None:
    """ "The Kenmar Division of Police": a force that is called by its own kind of body."""
    place = match["place"]
    name = strip_lead(place) if place else where.city_at(match.start())
    if not name or name in STATES or name.endswith("County"):
        return None
    return f"{name} {match['what']} of Police", where.place(name)


def state_police(match: re.Match[str], where: Setting, county: str | None) -> Built | None:
    if "\n\n" in match[0]:  # a heading's "LAMONT, Vermont", then "Police in this city"
        return None
    if city := _of_namesake(match["state"], match[0], where):
        return city
    state = state_of(match, where)
    return (f"{state} State Police", state) if state else None


def county_police(match: re.Match[str], where: Setting, county: str | None) -> Built | None:
    name = strip_lead(match["place"])
    return (f"{name} County Police Department", where.place(f"{name} County")) if name else None


def own_police(match: re.Match[str], where: Setting, county: str | None) -> Built | None:
    """ "His police", said of a mayor: those of the city that the text speaks of there."""
    name = where.city_at(match.start())
    return (f"{name} Police Department", where.place(name)) if name else None


_SCHOOL = sought(
    r"\b(?:[A-Z][\w’'-]+\s+){1,4}(?:University|College)\b|\b(?:University|College)\s+of\s+[A-Z]\w+(?:\s+[A-Z]\w+)?"
)


def campus_police(text: str, offset: int) -> str | None:
    """The police of the university or college that is named nearest before `offset`, else of the first one."""
    named = [(m.start(), name) for m in _SCHOOL.finditer(text) if len((name := strip_lead(m[0])).split()) > 1]
    before = [name for at, name in named if at <= offset]
    school = before[-1] if before else named[0][1] if named else None
    return f"{school} Police Department" if school else None


def campus_police_at(match: re.Match[str], where: Setting, county: str | None) -> Built | None:
    """ "Campus police", "the university police department": those of the school that the text names."""
    name = campus_police(match.string, match.start())
    return (name, where.place(where.city) if where.city else None) if name else None
