"""Departments of states, counties and cities, and the offices of their heads, by their shape."""

from __future__ import annotations

import re

from extract.agencies import keepers
from extract.agencies.names import known
from extract.places import NAMES, STATES, Setting, abbreviation, strip_lead
from extract.places.names import STATE

Built = tuple[str, str | None]
"""Official name and the agency's own place."""
_STATE_PRISONS = re.compile(
    rf"\b(?:{STATE}|[Ss]tate)(?:[’']s)?\s+(?:[Pp]risons?|[Cc]orrections|Department\s+of\s+Correction)\b"
)


def state_prisons(text: str) -> bool:
    """Whether a text speaks of the state's prisons or of who runs them, and not only of a county's corrections."""
    return bool(_STATE_PRISONS.search(text))


_COUNTYS = re.compile(
    r"\b[Cc]ounty(?:[’']s)?\s+(?:[Dd]epartment\s+of\s+[Cc]orrection|[Cc]orrections)|\b[Ww]arden\b"
    r"|\b[Dd]irector\s+of\s+[Cc]orrections|\b[Cc]orrections\s+[Dd]irector"
    r"|\bDepartment\s+of\s+Corrections?\s+(?:not\s+to\s+(?:hold|honor)|(?:had\s+|has\s+)?(?:received|logged|got|honored"
    r"|declined|complied|turned\s+down|kept|took\s+in))\b"
)
_OF_CORRECTION = re.compile(r"\bDepartment\s+of\s+Correction")
_CITYS = re.compile(
    r"\b[Cc]ity[’']s\s+(?:[^.\n]{0,40}\bits\s+)?(?:own\s+)?"
    r"(?:[Dd]epartment\s+of\s+[Cc]orrection|[Cc]orrections?\s+[Dd]epartment)"
)
"""A city's own: "the city's police and its Department of Correction"."""
_SHERIFF_OF_IT = re.compile(r"\b[Ss]heriff\b")


def _by_sheriff(text: str) -> bool:
    """Whether a county's jail is its sheriff's, so that a department of corrections is the state's."""
    often = len(_OF_CORRECTION.findall(text))
    return len(_SHERIFF_OF_IT.findall(text)) > max(1, often) and not _COUNTYS.search(text)


def department(match: re.Match[str], where: Setting, county: str | None) -> Built | None:
    what = title_of(match["dept"])
    whose = {name for name in ("state", "city", "place", "county") if match.groupdict().get(name)}
    own = county or where.county
    by_county = (
        where.level == "county"
        and what.startswith("Correction")
        and not (state_prisons(match.string) or (not where.leads and _by_sheriff(match.string)))
    )
    if own and (whose == {"county"} or (not whose and by_county)):
        return _of_county(own, what, where), where.place(own)
    if not whose and where.level == "city" and where.city:
        of_it = f"{where.city} Department of {what}" if _citys(match.string, what) else None
        if of_city := _city_department(where.city, what) or of_it:
            return of_city, where.place(where.city)
    state = state_of(match, where)
    local = own if where.level == "county" else where.city if where.level == "city" else None
    if not whose and local and _is_no_states(what, state):
        return f"{local} Department of {what}", where.place(local)
    if match.groupdict().get("city") or (match.groupdict().get("place") and not match.groupdict().get("state")):
        name = strip_lead(match["place"]) if match.groupdict().get("place") else where.city
        official = _city_department(name, what) or f"{name} Department of {what}"
        return (official, where.place(name)) if name else None
    if state and what.startswith("Correction") and state in keepers.prisons():
        return state_corrections(state), state
    return (f"{state} Department of {what}", state) if state else None


def _citys(text: str, what: str) -> bool:
    """Whether a text speaks of a city's own department of correction."""
    return what.startswith("Correction") and _CITYS.search(text) is not None


def _is_no_states(what: str, state: str | None) -> bool:
    """Whether a department is called otherwise than its state's own: a "Department of Correction" in California, whose
    prisons are run by a Department of Corrections and Rehabilitation, is a county's or a city's."""
    states = keepers.prisons().get(state or "")
    return what == "Correction" and states is not None and re.search(r"\bCorrection\b", states) is None


def _city_department(city: str | None, what: str) -> str | None:
    """The department of a city that is known to have one of its own ("the Department of Correction", in New York)."""
    bare = (city or "").removesuffix(" City")
    return known(f"{bare} City Department of {what}") or known(f"{bare} Department of {what}")


def county_department(match: re.Match[str], where: Setting, county: str | None) -> Built | None:
    name = strip_lead(match["place"])
    return (_of_county(f"{name} County", match["dept"], where), where.place(f"{name} County")) if name else None


def _of_county(county: str, what: str, where: Setting) -> str:
    """A county's department; one of corrections by the name of who is known to keep that county's jail."""
    kept = keepers.of_jail(where.place(county)) if what.startswith(_KEEPS) else None
    return kept or f"{county} Department of {what}"


_KEEPS = ("Correction", "Detention", "Adult and Juvenile Detention", "Justice Services", "Community Corrections")


def county_corrections(match: re.Match[str], where: Setting, county: str | None) -> Built | None:
    """ "Orange County Corrections": a county's department by its short name."""
    name = strip_lead(match["place"])
    return (_of_county(f"{name} County", "Corrections", where), where.place(f"{name} County")) if name else None


def attorney_general(match: re.Match[str], where: Setting, county: str | None) -> Built | None:
    state = state_of(match, where)
    return (f"{state} Attorney General's Office", state) if state else None


def governor(match: re.Match[str], where: Setting, county: str | None) -> Built | None:
    state = state_of(match, where)
    return (f"Office of the Governor of {state}", state) if state else None


def mayor(match: re.Match[str], where: Setting, county: str | None) -> Built | None:
    return (f"City of {where.city}", where.place(where.city)) if where.city else None


def prison_system(match: re.Match[str], where: Setting, county: str | None) -> Built | None:
    city = where.place(where.city) if where.city and where.level == "city" else None
    kept = keepers.of_jail(city)
    if not match.groupdict().get("state") and kept and kept.endswith("Prisons"):
        return kept, city
    state = state_of(match, where)
    return (state_corrections(state, match.string), state) if state else None


def state_corrections(state: str, text: str = "") -> str:
    """The official name of who runs a state's prisons; of one that nobody knows by the text's own words."""
    singular = state not in STATES and _CORRECTION.search(text)
    return keepers.prisons().get(state, f"{state} Department of Correction{'' if singular else 's'}")


_CORRECTION = re.compile(r"\b(?:Department\s+of\s+Correction|Correction\s+(?:Commissioner|Director|Department))\b")


def corrections(match: re.Match[str], where: Setting, county: str | None) -> Built | None:
    """ "The corrections department": the county's that the text speaks of, else the state's; in a text on a state, that
    of a county which its paragraph names."""
    whose = (match["whose"] or "").lower()
    own = county or where.county or (where.sheriffs if re.search(r"\b[Cc]ounty\b", match.string) else None)
    here = where.level != "state" or where.county_here(match.start()) == own
    if whose == "county" or (not whose and own and here and not state_prisons(match.string)):
        kept = keepers.of_jail(where.place(own), match.string) if own else None
        if not kept and match[0].endswith(("records", "data", "figures")) and not _COUNTYS.search(match.string):
            return None
        return (kept or f"{own} Department of Corrections", where.place(own)) if own else None
    if whose in {"city", "metro"} and where.city:
        kept = keepers.of_jail(where.place(where.city))
        return kept or f"{where.city} Department of Corrections", where.place(where.city)
    if whose in {"city", "metro"}:
        return None
    return prison_system(match, where, county)


def parole(match: re.Match[str], where: Setting, county: str | None) -> Built | None:
    """ "The parole commission": the state's."""
    state = state_of(match, where)
    return (f"{state} {title_of(match['body'])}", state) if state else None


def state_of(match: re.Match[str], where: Setting) -> str | None:
    groups = match.groupdict()
    state = groups.get("state") or groups.get("state2")
    if state and state[0].isupper() and not state.lower().endswith("state"):
        return NAMES.get(abbreviation(state), state)
    return where.state_at(match.start())


def title_of(words: str) -> str:
    small = {"of", "and", "the", "for"}
    return " ".join(word if word in small else word[:1].upper() + word[1:] for word in words.split())
