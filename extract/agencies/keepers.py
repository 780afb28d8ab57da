"""Who keeps the jail, or has a sheriff's tasks, in places of which that is known."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from extract import vocabulary
from extract.places.names import NAMES

FILE = Path(__file__).with_name("keepers.yml")
SHAPE = {
    "sheriffs": {str: str},
    "houses": {str: [str]},
    "jails": {str: str},
    "unified": [str],
    "departments": [str],
    "police": [str],
    "independent": {str: [str]},
}


@cache
def _known() -> dict[str, Any]:
    known: dict[str, Any] = vocabulary.load_file(FILE, SHAPE)
    return known


def acting_sheriff(place: str | None) -> str | None:
    """Whose head the sheriff is, for a place ("Las Vegas, NV") where that is no county's sheriff's office."""
    name: str | None = _known()["sheriffs"].get(place or "")
    city = independent(place) if name is None else None
    return f"{city} Sheriff's Office" if city else name


def independent(place: str | None) -> str | None:
    """The city with a sheriff of its own that is meant by "Norfolk, VA", or by the "Norfolk County, VA" that there is
    not."""
    name, _, state = (place or "").rpartition(", ")
    city = name.removesuffix(" County")
    cities = _known()["independent"].get(state, ())
    return city if city in cities else None


@lru_cache(maxsize=4)
def speaks_of_sheriff(text: str) -> bool:
    """Whether a text speaks of a sheriff or of deputies."""
    return re.search(r"sheriff|\bdeputies\b", text, re.I) is not None


@cache
def prisons() -> dict[str, str]:
    """Who runs a state's prisons, where it is not simply the state's "Department of Corrections"."""
    known: dict[str, str] = vocabulary.load_file(FILE.with_name("prisons.yml"), {str: str})
    return known


def of_jail(place: str | None, text: str = "") -> str | None:
    """Who keeps the jail of a county or city ("King County, WA") where that is not the sheriff; of a state without
    local jails its prisons', unless a text speaks of a sheriff there; where counties have departments, theirs."""
    name: str | None = _known()["jails"].get(place or "")
    county, _, state = (place or "").rpartition(", ")
    if name is None and in_departments(state) and county.endswith(" County"):
        return f"{county} Department of Corrections"
    if name is None and state in _known()["unified"] and not speaks_of_sheriff(text):
        return prisons().get(NAMES[state], f"{NAMES[state]} Department of Corrections")
    return name


def in_departments(state: str | None) -> bool:
    """Whether the jails of a state's counties are each run by a department of the county, and by no sheriff."""
    return state in _known()["departments"]


@cache
def places() -> dict[str, str]:
    """Keepers of jails to their places; those of several places and states' are left out."""
    jails = _known()["jails"]
    kept = [*jails.values(), *prisons().values()]
    return {name: place for place, name in jails.items() if kept.count(name) == 1}


def has_police(place: str) -> bool:
    """Whether a county has police of its own beside a sheriff."""
    return place in _known()["police"]


def house(county: str, state: str | None) -> str:
    """What a county's jail is called that no sheriff keeps."""
    return f"{county} {usual_house(state) or 'Jail'}"


def usual_house(state: str | None) -> str | None:
    """What the jails of a state's counties are called, where that is no "County Jail"."""
    return next((name for name, states in _known()["houses"].items() if state in states), None)


def of_county(county: str) -> list[str]:
    """Who keeps the jail of a county of that name, in whatever state that is known."""
    return [keeper for place, keeper in _known()["jails"].items() if place.startswith(f"{county}, ")]
