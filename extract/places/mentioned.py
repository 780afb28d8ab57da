"""The places that a text names: its dateline, its counties, the cities that are well known."""

from __future__ import annotations

import re
from collections import Counter

from extract.places.names import (
    COUNTY_ENDS,
    STATE,
    STATE_FORM,
    STATES,
    WORD,
    abbreviation,
    city_state,
    county_states,
    known_cities,
    strip_lead,
    title_case,
    whole_word,
    words,
)
from extract.places.placelike import of_persons, persons_of

DATELINE = re.compile(
    r"^[ \t]*(?P<city>[A-Z][A-Z.’'\- ]{2,30}[A-Z])(?:,[ \t]+(?P<state>[A-Z][\w.]*(?:[ \t][A-Z][\w.]*)?))?"
    r"(?:,?[ \t]+(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?[ \t]+\d{1,2}(?:,[ \t]+\d{4})?)?[ \t]*"
    r"(?:\([^)\n]{2,30}\)[ \t]*)?[-–—]+[ \t]",
    re.M,
)
COUNTY = re.compile(
    rf"(?P<names>{WORD}(?:[ ](?:{WORD}|du|la|del?)){{0,3}}(?:(?:, {WORD}(?:[ ]{WORD})?)*,? and {WORD}"
    rf"(?:[ ]{WORD})?)?)[^\S\n]+"
    r"(?:Count(?P<plural>y|ies)|(?P<lower>count(?:y|ies))|Parish)\b"
    rf"(?:(?:[ ](?:{WORD}|of|and|for)){{0,5}},\s+(?P<state>{STATE_FORM})(?![\w]))?"
)
CITY_STATE = re.compile(rf"\b(?P<city>{WORD}(?:[ ]{WORD}){{0,2}}),\s+(?P<state>{STATE_FORM})(?!\w)")
CITY_OF = re.compile(
    rf"\b(?:(?:[Cc]ity|[Tt]own|[Vv]illage|[Bb]orough)\s+of|(?:CITY|TOWN|VILLAGE|BOROUGH) OF)\s+(?P<city>{WORD}"
    rf"(?:[ ]{WORD}){{0,2}})"
)
CITY_BODY = re.compile(
    rf"\b(?P<city>{WORD}(?:[ ]{WORD}){{0,2}})(?:’s|'s)?[ ](?:[Pp]olice|(?:[Cc]ity|[Tt]own)[ ](?:officials"
    rf"|[Mm]anager|[Aa]ttorney|[Cc]ouncilor|[Cc]ouncilors|[Cc]ouncilman)|City\s+(?:Council|Hall|Clerk)|[Cc]ouncil\b"
    rf"|Board\s+of\s+Aldermen|Town\s+(?:Council|Meeting)|Select\s+Board)\b"
)
POLICE_IN = re.compile(
    rf"\b(?:[Pp]olice|[Oo]fficers|[Oo]fficials|[Mm]ayor|[Cc]ouncil)\s+(?:in|of)\s+(?P<city>{WORD}"
    rf"(?:[ ]{WORD}){{0,2}})(?!\s+County)"
)
STATE_NAME = re.compile(
    rf"(?<![\w.])(?P<state>{STATE}|N\.C\.|N\.J\.|N\.M\.)"
    rf"(?!\w|\s+County|\s+vs?\.)(?<!v\. California)"
)
COUNTY_OF = re.compile(rf"\b(?:County\s+of|COUNTY\s+OF)[ ](?P<name>{WORD}(?: {WORD}){{0,2}})")
_THEIR_JAILS = re.compile(r" (?:jails|sheriffs|lockups|boards|commissions)\b")
"""Behind counties in small letters: "the Benning and Tolliver county jails"."""
_TRIED_IN = re.compile(r"\s+(?:case|lawsuit|ruling|verdict|decision)\b")
"""What makes a county the one of a trial: "a federal ruling in a Clackamas County case"."""
SCHOOL = re.compile(r" (?:State )?(?:University|College|Law School)\b")
_OF_OTHER = re.compile(rf"{SCHOOL.pattern}| (?:County|Parish)\b")
"""What makes of a city's name another's: "Lowell County" is no Lowell."""


def find_dateline(text: str) -> tuple[str, str | None, int] | None:
    match = DATELINE.search(text, 0, 3000)
    if not match:
        return None
    city = title_case(match["city"])
    state = abbreviation(match["state"]) if match["state"] else city_state(city)
    return city, state, match.start()


def counties_of(text: str) -> list[tuple[int, str, str | None]]:
    """(offset, "Dunmore County", state or None) of each county mention; "Orrin and Little Basin counties" gives two."""
    out: list[tuple[int, str, str | None]] = []
    for match in COUNTY.finditer(text):
        state = abbreviation(match["state"]) if match["state"] else None
        names = (
            re.split(r",\s+(?:and\s+)?|\s+and\s+", match["names"])
            if (match["plural"] == "ies" or match["lower"] == "counties")
            else [match["names"].split(" and ")[-1].split(", ")[-1]]
        )
        if _TRIED_IN.match(text, match.end()):
            continue
        jails = match["lower"] == "county" and " and " in match["names"] and _THEIR_JAILS.match(text, match.end())
        if jails:
            names = re.split(r",\s+(?:and\s+)?|\s+and\s+", match["names"])
        elif match["lower"] == "county" or (match["lower"] and len(names) == 1):
            continue  # "Jefferson counties" are those of a state or region
        for name in names:
            bare = strip_lead(name)
            if bare and names_county(bare, bool(match["plural"] == "ies" or match["lower"])):
                kind = "Parish" if "parish" in match[0].lower() else "County"
                out.append((match.start(), f"{title_case(bare) if bare.isupper() else bare} {kind}", state))
    out += [(match.start(), f"{cased(match['name'])} County", None) for match in COUNTY_OF.finditer(text)]
    if (line := find_dateline(text)) and line[0].endswith(COUNTY_ENDS):
        out.append((line[2], line[0], line[1]))
    return sorted([*out, *_hyphenated(text)], key=lambda county: county[0])


def names_county(name: str, plural: bool) -> bool:
    """Whether a name before "County" is one: "Union County", "Delaware County", but no "Minnesota counties", no
    "Department County"."""
    called = title_case(name) if name.isupper() else name
    if called in county_states() and not (plural and called in STATES):
        return True
    return called not in STATES and not name.isdigit() and called.split()[-1] not in words()["not_places"]


def cased(name: str) -> str:
    return title_case(name) if name.isupper() else name


def _hyphenated(text: str) -> list[tuple[int, str, str | None]]:
    """Counties with a hyphen in their name are called by it alone ("Miami-Dade")."""
    names = [name for county in county_states() if "-" in (name := county)]
    return [
        (m.start(), f"{name} County", None)
        for name in names
        if name in text
        for m in re.finditer(re.escape(name) + r"(?!\s+County)", text)
    ]


def known_cities_of(text: str) -> Counter[str]:
    """The known cities that the text names, with how often; of "New York City" the whole name alone."""
    found = Counter(
        {
            city: count
            for city in known_cities()
            if city in text
            and (count := sum(not _OF_OTHER.match(text, match.end()) for match in whole_word(city).finditer(text)))
        }
    )
    persons = persons_of(text) if found else frozenset()
    for city in [city for city in found if of_persons(city, text, persons)]:
        del found[city]
    for city in list(found):
        longer = [other for other in found if other != city and city in other]
        found[city] -= sum(found[other] for other in longer)
    return +found
