"""The names of states, cities and counties, and a place's name out of the words around it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import us

from extract import vocabulary

SHAPE = {
    "cities": {str: [str]},
    "regions": {str: [str]},
    "counties": {str: [str]},
    "boroughs": {str: [str]},
    "field_offices": {str: [str]},
    "seats": {str: {str: str}},
    "signs": {str: [str]},
    "houses": [str],
    "not_names": [str],
    "outlets": {str: [str]},
    "not_places": [str],
}


STATES = {state.name: state.abbr for state in [*us.states.STATES, us.states.DC]}


AP = {state.ap_abbr: state.abbr for state in us.states.STATES if state.ap_abbr} | {"D.C.": "DC", "Ala.": "AL"}


CAPITALS = frozenset((state.capital or "").replace("Saint ", "St. ") for state in us.states.STATES)


NAMES = {abbr: name for name, abbr in STATES.items()}


def _either(names: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, names), key=len, reverse=True))


STATE = _either(STATES)
"""A state's name, as a regular expression."""
STATE_FORM = _either([*STATES, *AP, *NAMES])
"""A state's name, its abbreviation in print or that of its mail."""
WORD = r"(?:St\.|Ste\.|Mt\.|Ft\.|[A-ZÑ][\w’'-]*[\w])"
"""A word of a place's name, as a regular expression."""
LANDFORM = (
    r"(?:Valley|Basin|Neck|Peninsula|Panhandle|Delta|Coast|Shore|Plains?|Prairies?|Highlands?|Lakes|Lowcountry|Upstate"
    r"|Midlands|Piedmont|Tidewater|Corridor|Triangle|Triad|Empire|Belt|Plateau|Foothills|Gorge|Ozarks|Berkshires|Cape"
    r"|Hill Country|Low Country|North Country|Lake Country|Black Hills|Front Range|Western Slope|Iron Range|Bay Area)"
)
"""What a stretch of land is called that is no county and no state, as a regular expression."""
OWNERS = re.compile(r"\b(?:Prince George|Queen Anne|St\. Mary)[’']s$")
"""Counties that are called by whose they are."""
COUNTY_ENDS = ("County", "Parish")


def bare_county(name: str) -> str:
    """ "Delacroix County" as "Delacroix"."""
    return name.removesuffix(" County").removesuffix(" Parish")


def is_region(name: str) -> bool:
    """Whether a name is that of a stretch of land or of several states: "Bay Area", "New England", "Midwestern"."""
    regions = words()["regions"]
    known = name in regions or name.removesuffix("ern") in {region.removesuffix("ern") for region in regions}
    return known or re.search(rf"\b{LANDFORM}$", name) is not None


@cache
def words() -> dict:
    """The places vocabulary (vocabulary/places.yml)."""
    return vocabulary.load("places", SHAPE)


@cache
def abbreviation(state: str) -> str:
    """`Colo.`, `COLO.`, `Colo`, `Colorado`, `CO` as `CO`; what is no state as it is."""
    if state in NAMES:
        return state
    for written in (state, title_case(state)):
        if found := AP.get(written) or STATES.get(written) or AP.get(f"{written}."):
            return found
    return state


def strip_lead(name: str) -> str:
    """A place's name without the words of the sentence before it ("The Quill" -> "Quill", "Sheriff’s Dunmore" ->
    "Dunmore")."""
    parts = _OF_STATE.sub("", name).split()
    shouted = name.isupper() and len(parts) > 1  # "OF SABLE HARBOR"
    while parts and (
        (parts[0].capitalize() if shouted else parts[0]) in not_names() or (len(parts) > 1 and _owner(parts[0]))
    ):
        parts.pop(0)
    whole = " ".join(parts)
    return whole if OWNERS.search(whole) else re.sub(r"[’']s$", "", whole)


_OF_STATE = re.compile(rf"^(?:{STATE})[’']s\s(?=[A-Z])")
"""The state whose a place is: "New York's Columbia County"."""


def _owner(word: str) -> bool:
    """Whether the word is a state's, a city's, an agency's possessive ("Oregon’s", "ICE’s") and no name like "Prince
    George’s"."""
    bare = re.sub(r"[’']s?$", "", word)
    return bare != word and (bare in STATES or bare in known_cities() or bare.isupper() or bare in not_names())


@cache
def _common_words() -> frozenset[str]:
    return frozenset(_lines_of("common_words.txt"))


def _lines_of(list_name: str) -> list[str]:
    """The lines of a list beside the vocabulary."""
    file = Path(vocabulary.__file__).with_name(list_name)
    try:
        return file.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise vocabulary.VocabularyError(
            f"{file}: cannot be read ({error.strerror}); is the installation complete?"
        ) from None


def common_word(word: str) -> bool:
    """Whether a word is an everyday one ("Numbers"): where a sentence opens, its capital then says little."""
    bare = word.lower()
    return bool({bare, bare.removesuffix("s"), f"{bare}s"} & _common_words())


@cache
def not_names() -> frozenset[str]:
    return frozenset(words()["not_names"])


@cache
def known_cities() -> dict[str, str | None]:
    """City to state; None where two states have one."""
    out: dict[str, str | None] = {}
    for state, cities in words()["cities"].items():
        for city in cities:
            out[city] = None if city in out else state
    out["Washington"] = None
    return out


@cache
def county_states() -> dict[str, tuple[str, ...]]:
    out: dict[str, tuple[str, ...]] = {}
    for state, counties in words()["counties"].items():
        for county in counties:
            out[county] = (*out.get(county, ()), state)
    return out


@cache
def _counties() -> dict[str, frozenset[str]]:
    """Every county and parish of each state (vocabulary/counties.txt, by the Census Bureau's list of 2020)."""
    lines = _lines_of("counties.txt")
    return {line[:2]: frozenset(line[4:].split(", ")) for line in lines}


def lies_in(county: str, state: str | None) -> bool:
    """Whether a state has a county of that name ("Wayne" in New York), whatever the mark in "Prince George's"."""
    return county.replace("’", "'") in _counties().get(state or "", ())


def seat_of(city: str, state: str | None) -> str | None:
    """The county of another name in which a large city lies ("Portland" in Oregon: "Multnomah")."""
    county = words()["seats"].get(state or known_cities().get(city) or "", {}).get(city)
    return str(county) if county else None


@cache
def _boroughs() -> dict[str, str]:
    return {borough: city for city, boroughs in words()["boroughs"].items() for borough in boroughs}


def whole_city(name: str) -> str:
    """The city of a borough that has no jail and no police of its own: "Queens" is New York."""
    return _boroughs().get(name, name)


def city_state(city: str) -> str | None:
    return known_cities().get(city)


@cache
def whole_word(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){re.escape(name)}(?![\w-])")


def title_case(name: str) -> str:
    return re.sub(r"[A-Z]+", lambda m: m[0].capitalize(), name.strip()).replace("’S", "’s").replace("'S", "'s")
