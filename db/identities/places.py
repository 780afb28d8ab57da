"""Places as records: one spelling for "Boston, Mass." and "Boston, MA", their level, and which lies in which."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

import us

from db.identities.vocabulary import vocabulary

COUNTRY = "United States"
_COUNTY = re.compile(r"\b(County|Parish|Borough)$")


@dataclass(frozen=True)
class Place:
    """`name` is "City, ST", "County, ST", a state, "United States", or the wording itself where it is none of these."""

    name: str
    level: str | None
    """`city`, `county`, `state`, `country`, or None."""
    state: str | None


@lru_cache(maxsize=65536)
def place(name: str) -> Place:
    """The record that a place name stands for."""
    plain = " ".join(name.split())
    plain = vocabulary().places.get(plain.lower(), plain)
    if plain == COUNTRY:
        return Place(COUNTRY, "country", None)
    head, comma, tail = plain.rpartition(",")
    if comma and (found := _state(tail.strip())):
        level = "county" if _COUNTY.search(head) else "city"
        return Place(f"{head.strip()}, {found.abbr}", level, found.abbr)
    if found := _state(plain):
        return Place(found.name, "state", found.abbr)
    return Place(plain, None, None)


@lru_cache(maxsize=1024)
def _state(text: str) -> us.states.State | None:
    plain = text.replace(".", "").strip().lower()
    for state in [*us.states.STATES, us.states.DC, *us.states.TERRITORIES]:
        ap = (state.ap_abbr or "").replace(".", "").lower()
        if plain in (state.name.lower(), state.abbr.lower(), ap):
            return state
    return None


def within(inner: Place, outer: Place) -> bool:
    """Whether one place lies in another, as far as the names tell: a city in its state, everything in the country."""
    if inner.name == outer.name:
        return False
    if outer.level == "country":
        return inner.level is not None
    return outer.level == "state" and inner.level in ("city", "county") and inner.state == outer.state
