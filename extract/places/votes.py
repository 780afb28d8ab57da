"""The state and the cities for which most of what a text names speaks."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from extract.places import own_state, placelike
from extract.places.mentioned import (
    CITY_BODY,
    CITY_OF,
    CITY_STATE,
    POLICE_IN,
    SCHOOL,
    STATE_NAME,
    known_cities_of,
)
from extract.places.names import (
    STATE,
    STATES,
    abbreviation,
    city_state,
    county_states,
    known_cities,
    strip_lead,
    title_case,
    whole_word,
    words,
)

_OFFICE = re.compile(
    r"\b(?:ERO|ICE(?:’s|'s)?|agency(?:’s|'s)?|field\s+office\s+in)\s+(?P<office>[A-Z]\w+(?:\.?[ ][A-Z]\w+){0,2})"
)
_THE_SEAT = re.compile(r"\b(?:from|to|out of|officials in|politicians in|people in) Washington\b(?! County)")
"""The seat of government, which alone tells no state: "nothing he'd heard from Washington"."""
_LETTERHEAD = re.compile(rf"[A-Z],\s+(?P<state>{STATE.upper()})\s*$", re.M)
"""A city and its state in a letter's head: "TOWN OF ALDER MILLS, VERMONT"."""
_STATE_OF = re.compile(r"\b(?:[Ss]tate|STATE)\s+of\s+(?P<state>[A-Z]\w+)(?!\s+\w+\s+(?:Department|Office))")
OWN_STATE = re.compile(r"\b(?:Attorney\s+General|Governor|Commonwealth|Legislature)\s+of\s+(?P<state>[A-Z]\w+)")
THE_STATE_OF_WASHINGTON = re.compile(
    r"Washington(?:[’']s)? [Ss]tate|[Ss]tate of Washington|Wash\.|[a-z], Washington\b(?! [a-z])|RCW"
)
"""What tells the state from the seat of government."""


def state_of(
    text: str,
    line: tuple[str, str | None, int] | None,
    counties: list[tuple[int, str, str | None]],
    published_in: str | None = None,
) -> str | None:
    if line and line[1] and line[1] != "DC":
        return line[1]
    votes: Counter[str] = Counter({published_in: 3} if published_in else {})
    for _, name, state in counties:
        if name.endswith("Parish"):
            votes["LA"] += 2
        if state:
            votes[state] += 4
        else:
            known = county_states().get(name.removesuffix(" County"), ())
            for one in known:
                votes[one] += 1.0 / len(known)  # type: ignore[assignment]
    for match in CITY_STATE.finditer(text):
        votes[abbreviation(match["state"])] += 3
    for match in _LETTERHEAD.finditer(text, 0, 600):
        votes[abbreviation(match["state"])] += 3
    if own := OWN_STATE.search(text):
        votes[abbreviation(own["state"])] += 2
    for alias, place in _agency_places().items():
        if alias in text and whole_word(alias).search(text):
            votes[abbreviation(place.rsplit(", ", 1)[-1])] += 2
    for sign, abbr in _signs().items():
        if sign in text:
            votes[abbr] += 2
    seat = not THE_STATE_OF_WASHINGTON.search(text)
    named = [match["state"] for match in STATE_NAME.finditer(text) if not SCHOOL.match(text, match.end())]
    for i, name in enumerate(name for name in named if name != "Washington" or not seat):
        votes[abbreviation(name)] += 3 if i < 2 else 1
    if seat and "Washington" in named and (votes or not _THE_SEAT.search(text)):
        votes["WA"] += 0.5  # type: ignore[assignment]
    for match in _STATE_OF.finditer(text):
        if match["state"].lower() not in ("emergency", "the", "affairs"):
            votes[abbreviation(title_case(match["state"]))] += 2
    for match in CITY_BODY.finditer(text):
        if state := city_state(strip_lead(match["city"])):
            votes[state] += 2
    for match in _OFFICE.finditer(text):
        states = words()["field_offices"].get(match["office"], [])
        for state in states if len(states) == 1 else votes.keys() & set(states):  # that of several states names none
            votes[state] += 1
    for city, count in known_cities_of(text).items():
        here = count - _as_office(city, text)
        if (state := known_cities()[city]) and here > 0:
            votes[state] += min(3, here)
    return votes.most_common(1)[0][0] if votes else (line[1] if line else None) or own_state.named(text)


def city_votes(text: str, line: tuple[str, str | None, int] | None) -> Counter[str]:
    votes: Counter[str] = Counter()
    if line and line[0] != "Washington":
        votes[line[0]] += 3
    for pattern in (CITY_BODY, CITY_OF, CITY_STATE, POLICE_IN):
        for match in pattern.finditer(text):
            name = strip_lead(match["city"])
            if pattern is CITY_BODY and name not in known_cities():
                name = re.sub(r"\s+(?:City|Town)$", "", name)
            if (
                name
                and not name.upper().endswith(("COUNTY", "STATE", "UNIVERSITY", "DEPARTMENT", "OFFICE"))
                and name not in STATES
                and not placelike.no_place(name.split()[0])
            ):
                votes[title_case(name) if name.isupper() and len(name) > 4 else name] += 2
    for city in known_cities_of(text):
        if city not in STATES:
            votes[city] += 1
    for alias, place in _agency_places().items():
        if place.count(",") and alias in text:
            votes[place.split(",")[0]] += 2
    return votes


@cache
def _signs() -> dict[str, str]:
    return {sign: abbr for abbr, signs in words()["signs"].items() for sign in signs}


@cache
def _agency_places() -> dict[str, str]:
    """Abbreviations of local agencies that tell where an article plays ("NYPD"), with their place."""
    from extract.agencies import names  # the agencies are themselves built on places

    return {
        alias: entry["jurisdiction"]
        for entry in names.entries()
        if "County" not in entry.get("jurisdiction", "County")
        for alias in entry["aliases"]
        if alias.isupper() and len(alias) > 2
    }


def _as_office(city: str, text: str) -> int:
    """How often a city is named only as the seat of an ICE office of several states."""
    if len(words()["field_offices"].get(city, ())) < 2:
        return 0
    behind = len(re.findall(rf"\b{re.escape(city)} (?:field|regional) office\b", text))
    return behind + sum(match["office"] == city for match in _OFFICE.finditer(text))


def most(votes: Counter[str]) -> str | None:
    return votes.most_common(1)[0][0] if votes else None
