"""Regions that are no county or state: "the Tri-Rivers area", "all of New England" of an office that handles it."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from extract.places import STATES, words
from extract.places.names import LANDFORM
from extract.places.placelike import no_place

_NAME = r"(?:[A-Z][\w’'-]+\s(?:of\sthe\s)?){0,3}[A-Z][\w’'-]+"
_REGION = re.compile(
    rf"\b(?:in|across|around|throughout|of) (?:the|all of the|all of) (?P<name>{_NAME}) (?:area|region|valley"
    rf"|metro|corridor)\b"
)
_WITH_ARTICLE = (
    r"(?:Hills|Mountains?|Range|Bluffs|Bottoms|Flats|Uplands?|Barrens|Sandhills|Badlands|Islands|Keys|Cities|Forks|Woods"
    r"|Catskills|Poconos|Adirondacks|Rockies|Cascades|Thumb|Bootheel|Arrowhead|Sierra|Smokies)"
)
"""What names a stretch of land behind "the", and without it a city: "the Tamarack Hills"."""
_LAND = re.compile(
    rf"\b(?i:in|across|around|throughout|of|over) (?:all of |most of )?the (?P<name>(?:(?i:upper|lower|mid|greater) )?"
    rf"(?:[A-Z][\w’'-]+ ){{0,3}}(?:{LANDFORM}|{_WITH_ARTICLE}))(?![\w’'-]|[ ][A-Z])"
)
"""A stretch of land of several counties: "the Tidewater Neck", "the lower Missouri Valley", "the Panhandle"."""
_OFFICE_REGION = re.compile(
    rf"\b(?:[Oo]ffice|ERO \w+|[Rr]egion)\b[^.;]{{0,25}}?,?\s(?:which|that)\s(?:handles|covers|oversees|serves"
    rf"|spans|takes in)\s(?:all of\s|most of\s)?(?:the\s)?(?P<name>{_NAME})"
)


def named(text: str) -> str | None:
    """ "In the Tri-Rivers area"."""
    match = _REGION.search(text)
    return match["name"] if match else None


def land(text: str) -> str | None:
    """ "Local jails in the Chenoa Valley": a stretch of land, where its jails or its sheriffs are many."""
    match = _LAND.search(text)
    return match["name"][0].upper() + match["name"][1:] if match else None


def of_office(text: str) -> str | None:
    """ "The agency's Boston office, which handles all of New England"."""
    match = _OFFICE_REGION.search(text)
    return match["name"] if match else None


def before(text: str, at: int) -> str | None:
    """The region that the text named last before an offset; in the headline, the first one."""
    found = [(start, name) for start, name in of_text(text) if start < at]
    return found[-1][1] if found else None


@lru_cache(maxsize=32)
def of_text(text: str) -> tuple[tuple[int, str], ...]:
    """Every region that a text names, with where."""
    found = [(m.start(), m["name"]) for pattern in (_REGION, _OFFICE_REGION) for m in pattern.finditer(text)]
    return tuple(sorted(found))


OPENING = 900
"""Characters in which a text says of which region it is."""
_COUNTED = r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2})"
_SIDE = r"(?:(?:north|south)(?:east|west)?|east|west)ern|central|upstate|downstate|upper|lower|greater"
_SIDE_OF = re.compile(
    rf"\b(?:[Ii]n|[Aa]cross|[Aa]round|[Tt]hroughout) (?:all of )?(?:the )?(?P<name>(?i:{_SIDE}) (?!District|Division"
    rf"|Court|Hemisphere|House|Chamber){_NAME})(?! [Cc]ount| [Jj]ail)"
)
_MANY_OF = re.compile(rf"\b(?i:{_COUNTED}) (?P<name>{_NAME}) (?:counties|jails|sheriffs|lockups)\b")
SEVERAL_STATES = re.compile(
    rf"\b(?:the|these|those|all|in|of|from|across|around) (?:same )?{_COUNTED} (?:[A-Z]\w+ern )?states\b"
    r"|\b(?:in|across|around|throughout|from) the region\b(?! of)"
)
"""Several states at once: "agencies in five states", "jails in the three states"."""


@lru_cache(maxsize=32)
def opening(text: str) -> str | None:
    """The region that the headline or the first lines name as the whole that is spoken of: "in northern New England",
    "around the Great Lakes", "in seven Midwestern states", "three Caprock counties"."""
    head = text[:OPENING]
    if (match := _SIDE_OF.search(head)) is not None:
        return match["name"][0].upper() + match["name"][1:]
    if (match := _known().search(head)) is not None:
        return match["name"] or _adjectives()[match["adjective"]]
    match = next((m for m in _MANY_OF.finditer(head) if m["name"] not in STATES and not no_place(m["name"])), None)
    return match["name"] if match else named(head) or land(head)


def several(text: str, at: int) -> str | None:
    """What "the region" or "the three states" stands for: the region that a text is about, else the last one before."""
    if region := opening(text):
        return region
    found = list(_known().finditer(text, 0, at))
    return found[-1]["name"] or _adjectives()[found[-1]["adjective"]] if found else None


@cache
def _adjectives() -> dict[str, str]:
    """ "Midwestern" to "the Midwest"."""
    return {word: name for name, of_it in words()["regions"].items() for word in of_it}


@cache
def _known() -> re.Pattern[str]:
    names, of_it = "|".join(words()["regions"]), "|".join(_adjectives())
    return re.compile(
        rf"\b(?:[Ii]n|[Aa]cross|[Aa]round|[Tt]hroughout) (?:(?:the|all of|all of the) )?(?P<name>{names})(?! [A-Z])\b"
        rf"|\b(?i:{_COUNTED}) (?P<adjective>{of_it}) states\b"
    )
