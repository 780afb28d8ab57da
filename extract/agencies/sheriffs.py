"""Sheriffs, jails and prisons by their shape, and what a county's are called."""

from __future__ import annotations

import re

from extract.agencies import keepers
from extract.agencies.departments import Built
from extract.agencies.names import known
from extract.places import Setting, strip_lead
from extract.places.names import COUNTY_ENDS, WORD, bare_county, is_region, lies_in, seat_of
from extract.places.placelike import no_place


def sheriff_name(county: str, what: str | None = None, state: str | None = None) -> str:
    """ "Dunmore County" as "Dunmore County Sheriff's Office"; a department where the text or the state's usage has
    one. A county that there is not, called by its seat ("the Nashville sheriff"), is that of the seat."""
    bare = bare_county(county)
    if county.endswith(COUNTY_ENDS) and not lies_in(bare, state) and (seat := seat_of(bare, state) if state else None):
        county = f"{seat} {'Parish' if state == 'LA' else 'County'}"
    if not what and state and (other := keepers.acting_sheriff(f"{county}, {state}")):
        return other
    kind = "Department" if (what or "").lower().startswith("dep") else "Office"
    if not what and state == "CA":
        kind = "Department"
    return known(f"{county} Sheriff's {kind}") or f"{county} Sheriff's {kind}"


def jail_name(county: str, text: str, state: str | None = None) -> str:
    """Who keeps a county's jail: who is known to, else the sheriff where the text speaks of one (a parish has one
    anyway), else the jail by its own name, as not every county's is a sheriff's."""
    if state and (other := keepers.of_jail(f"{county}, {state}", text)):
        return other
    if county.endswith(" Parish") or keepers.speaks_of_sheriff(text):
        return sheriff_name(county, None, state)
    return keepers.house(county, state)


def sheriff(match: re.Match[str], where: Setting, county: str | None) -> Built | None:
    place = match.groupdict().get("place")
    if not place:
        county = seat_county(match.string, *match.span(), where.state) or county
    else:
        name = strip_lead(place)
        if not name:
            return _sheriff_of(county, match, where)
        county = (
            name
            if match.groupdict().get("nocounty") is not None
            else f"{name} {match.groupdict().get('unit') or 'County'}"
        )
    return _sheriff_of(county, match, where)


_IN_CITY = re.compile(
    rf"(?:^|[.!?][”\"’)]?\s+|[—–-] )(?:Over |Back |Down |Up )?In (?P<name>{WORD}(?: {WORD}){{0,2}}),"
    r"(?![^\n]*[.!?]\s+In [A-Z])"
)
_JAIL_IN = re.compile(
    rf"(?:[’']s (?:own )?(?:jail|office|deputies|department))? in (?P<name>{WORD}(?: {WORD}){{0,2}})\b"
)


def seat_county(text: str, start: int, end: int, state: str | None) -> str | None:
    """The county of another name whose seat a paragraph turns to before its sheriff or jail: "In Madison, Sheriff Lou
    Trent ...", "Sheriff Lou Trent's jail in Madison"."""
    told = text[text.rfind("\n", 0, start) + 1 : start]
    match = _JAIL_IN.match(text, end) or _IN_CITY.search(told)
    if match is None or state is None or text.startswith(" here", end) or any(word in told for word in COUNTY_ENDS):
        return None
    if keepers.independent(f"{match['name']} County, {state}"):
        return f"{match['name']} County"
    seat = seat_of(match["name"], state)
    return f"{seat} {'Parish' if state == 'LA' else 'County'}" if seat else None


def _sheriff_of(county: str | None, match: re.Match[str], where: Setting) -> Built | None:
    county = county or _of_seat(where)
    if county is None:
        return None
    state = where.state_of(county)
    told = state is None or _OF_SHERIFF.search(match[0])
    kept = None if told else keepers.of_jail(f"{county}, {state}", match.string)
    city = keepers.independent(f"{county}, {state}")
    name = kept or sheriff_name(county, None if city else match.groupdict().get("what"), state)
    return name, where.place(city or county)


_OF_SHERIFF = re.compile(r"(?i)sheriff|deputies")


def _of_seat(where: Setting) -> str | None:
    """The county of another name in which the article's city is known to lie: "NEW ORLEANS - The sheriff's office"."""
    return where.sheriffs if where.city and not where.leads and seat_of(where.city, where.state) else None


def city_sheriff(match: re.Match[str], where: Setting, county: str | None) -> Built | None:
    """ "Denver Sheriff Department": a sheriff without a county in the name."""
    name = strip_lead(match["place"])
    if not name or name.endswith(COUNTY_ENDS):
        return None
    return known(match[0]) or f"{name} Sheriff's {match['what'].replace('Dept.', 'Department')}", where.place(name)


def citys_jail(match: re.Match[str], where: Setting, county: str | None) -> Built | None:
    """ "The city's jail", of a city that is known to keep one: its department's."""
    city = where.place(where.city) if where.city else None
    kept = keepers.of_jail(city)
    return (kept, city) if kept else None


def prison(match: re.Match[str], where: Setting, county: str | None) -> Built | None:
    """A county's prison goes by its own name; a parish's is its sheriff's."""
    if match.groupdict().get("unit") == "Parish" and (parish := strip_lead(match["place"])):
        return sheriff_name(f"{parish} Parish"), where.place(f"{parish} Parish")
    name = f"{strip_lead(match['place'])} County" if match.groupdict().get("place") else county
    return (f"{name} Prison", where.place(name)) if name else None


DIRECTED = frozenset({"Western", "Eastern", "Northern", "Southern", "Central", "Southwest", "Northwest", "Middle"})
"""Words that begin the names of regional jails, and are no place."""


def facility(match: re.Match[str], where: Setting, county: str | None) -> Built | None:
    """ "The Staunton Fork Regional Jail": a jail of several places, or of a city, goes by its own name."""
    name = strip_lead(match["place"])
    regional = match["what"].startswith("Regional")
    if not name or name.endswith(COUNTY_ENDS):
        return None
    if no_place(name.split()[0]) and not (regional and name.split()[0] in DIRECTED):
        return None
    # What a regional jail is called is no place: it is the county's that the text is about.
    own = county or (where.city if is_region(name) else None) if regional else None
    return f"{name} {match['what']}", where.place(own or name)
