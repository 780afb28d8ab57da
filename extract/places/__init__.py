"""Places: cities, counties and states of the text, and the article's own.

A place is named "City, ST", "County, ST", by its state's name, or "United States"; where nothing tells the state, by
the bare name. A state that no list knows is kept as the dateline writes it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc

from extract.joined import text_of
from extract.model import Document, Mention
from extract.places.evidence import setting
from extract.places.mentioned import CITY_STATE, COUNTY, DATELINE, STATE_NAME, find_dateline, names_county
from extract.places.names import (
    AP,
    COUNTY_ENDS,
    LANDFORM,
    NAMES,
    STATE,
    STATES,
    abbreviation,
    county_states,
    known_cities,
    strip_lead,
    title_case,
    words,
)
from extract.places.placelike import of_persons, persons_of
from extract.places.setting import Setting
from extract.places.votes import THE_STATE_OF_WASHINGTON

__all__ = [
    "AP",
    "COUNTY_ENDS",
    "DATELINE",
    "NAMES",
    "STATES",
    "Setting",
    "abbreviation",
    "dateline",
    "find",
    "home",
    "led_state",
    "setting",
    "strip_lead",
    "words",
]


def dateline(text: str) -> str | None:
    """The place of the dateline: "CALDERA SPRINGS, Colo. —" is "Caldera Springs, CO"; without a state, the city
    alone."""
    found = find_dateline(text)
    if not found:
        return None
    city, state, _ = found
    return f"{city}, {state}" if state else city


def home(document: Document, doc: Doc | None = None) -> str | None:
    """The article's own jurisdiction; the source's, where the text tells nothing."""
    return setting(document.text, document.jurisdiction, document.title, document.outlet).home or document.jurisdiction


def find(doc: Doc, document: Document) -> list[Mention]:
    """Every place mention of the text, in order; counties and cities with the state that the text gives them."""
    text = text_of(doc)
    where = setting(document.text, document.jurisdiction, document.title, document.outlet)
    found: dict[int, Mention] = {}

    def add(start: int, end: int, name: str) -> None:
        if start not in found or found[start].end < end:
            found[start] = Mention(text[start:end], start, end, "place", name, name)

    for match in COUNTY.finditer(text):
        if not match["lower"] or match["lower"] == "counties":
            plural = match["plural"] == "ies" or match["lower"] == "counties"
            bare = strip_lead(match["names"])
            if plural and bare in (*STATES, where.state_name):
                continue
            start = match.start() + match["names"].find(bare) if bare else match.start()
            state = abbreviation(match["state"]) if match["state"] else led_state(text, start) or _one_state(bare)
            if bare and (plural or names_county(bare, plural)):
                add(start, match.end(), f"{bare} counties" if plural else where.place(f"{bare} County", state))
    for match in CITY_STATE.finditer(text):
        name = strip_lead(match["city"])
        if name and name not in STATES and not _OF_A_COUNTY.search(name) and name.split()[-1] not in words()["houses"]:
            add(
                match.start() + match["city"].find(name),
                match.end(),
                f"{title_case(name) if name.isupper() else name}, {abbreviation(match['state'])}",
            )
    for match in STATE_NAME.finditer(text):
        if _OF_A_NAME.match(text, match.end()) or (match["state"] == "Washington" and _is_seat(text, match, where)):
            continue
        add(match.start(), match.end(), NAMES[abbreviation(match["state"])])
    for match in re.finditer(
        r"\b(?:[Nn]ationwide|[Nn]ationally|the\s+United\s+States|across\s+the\s+(?:country|nation)"
        r"|around\s+the\s+country)\b",
        text,
    ):
        add(match.start(), match.end(), "United States")
    for start, end, name in _bare_cities(text, where):
        add(start, end, name)
    for start, end, name in where.bare:
        if start < len(text) and (start not in found or (name.endswith(COUNTY_ENDS) and found[start].end == end)):
            found[start] = Mention(text[start:end], start, end, "place", whole := where.place(name), whole)
    spans = sorted(found.values(), key=lambda m: (m.start, -m.end))
    out: list[Mention] = []
    for mention in spans:
        if not out or mention.start >= out[-1].end:
            out.append(mention)
    return out


def _is_seat(text: str, match: re.Match[str], where: Setting) -> bool:
    """Whether "Washington" is the seat of government: "the county demanded that Washington pay"."""
    if where.state == "WA" or THE_STATE_OF_WASHINGTON.search(text):
        return False
    beside = _AMONG_STATES.search(text, max(0, match.start() - 25), match.start())
    return beside is None and _OF_STATE.match(text, match.end()) is None


_AMONG_STATES = re.compile(rf"\b(?:{STATE})(?:,|,? and|,? or) $|\b(?:[Ii]n|across|throughout|around) $")
_OF_STATE = re.compile(
    rf"(?:,|,? and|,? or) (?:{STATE})\b"
    r"|(?:[’']s)? (?:count(?:y|ies)|jails?|sheriffs?|cities|police|prisons?|troopers|law\b)"
)
"""What tells the state of Washington where nothing else does."""
_OF_A_NAME = re.compile(
    rf" (?:(?:River|Creek|Street|Avenue|Turnpike|Highway|Road)\b|{LANDFORM}(?![\w’'-]|[ ][A-Z])"
    r"|(?:license )?plates?\b|driver[’']s licen[cs]es?\b|IDs?\b|birth certificates?\b)"
)
"""What makes a state's name that of something else: "the Missouri Valley", "a van with an Arkansas plate"."""
_OF_A_COUNTY = re.compile(r"\b(?:County|Parish)\b")


def _one_state(county: str) -> str | None:
    known = county_states().get(county, ())
    return known[0] if len(known) == 1 else None


_LED = re.compile(
    r"(?:^|[.!?:;]\s+|\n\s*)(?:(?:And|But)\s+)?(?:[Ii]n|[Oo]ver\s+in|[Aa]cross|[Dd]own\s+in|[Uu]p\s+in)\s+"
    rf"(?P<state>{STATE}),\s[^.!?;\n]*$"
)


def led_state(text: str, at: int) -> str | None:
    """The state with which the sentence of an offset begins: "In Nevada, the Clark County jail"."""
    led = _LED.search(text, max(0, at - 150), at)
    return abbreviation(led["state"]) if led else None


_CAPITALS = re.compile(r"(?<![\w’'])(?:St\. )?[A-ZÑ][\w]+(?: [A-Z]\w+){0,2}")


_LONGER = re.compile(
    r"\s+County|,\s+[A-Z]"
    r"|[ ](?:Bay|Falls|Heights|Springs|Beach|Hills|Ridge|Creek|Point|Junction|Grove|River|Valley|Lake)\b"
)
"""What makes a known city's name a part of another: "Duluth Bay"."""


def _is_there(city: str, state: str | None, text: str) -> bool:
    """Whether a city is in that state, by what is known of it or by the text ("Springfield, Ore.", a dateline)."""
    if known_cities().get(city) == state:
        return True
    line = find_dateline(text)
    told = [abbreviation(m["state"]) for m in CITY_STATE.finditer(text) if strip_lead(m["city"]) == city]
    return state in told or bool(line and line[0] == city)


def _bare_cities(text: str, where: Setting) -> Iterator[tuple[int, int, str]]:
    """Mentions of the article's city, and of cities known without their state."""
    known, persons = known_cities(), persons_of(text)
    people = {city for city in known if city in text and of_persons(city, text, persons)}
    own = where.city
    for match in _CAPITALS.finditer(text):
        words = match[0].split(" ")
        for first in range(len(words)):
            start = match.start() + sum(len(word) + 1 for word in words[:first])
            name = next(
                (
                    name
                    for n in range(len(words), first, -1)
                    if (name := " ".join(words[first:n])) == own or (known.get(name) and name not in people)
                ),
                None,
            )
            if name:
                if not _LONGER.match(text, start + len(name)):
                    here = name == own and (not known.get(name) or _is_there(name, where.state, text))
                    yield start, start + len(name), where.place(name) if here else f"{name}, {known[name]}"
                break
