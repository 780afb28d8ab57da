"""Where a place is called by its bare name."""

from __future__ import annotations

import re

from extract.places import candidates, placelike
from extract.places.candidates import Candidate
from extract.places.names import bare_county, strip_lead

Spans = tuple[tuple[int, int, str], ...]


def bare_places(text: str, order: list[Candidate]) -> tuple[Spans, Spans]:
    """(start, end, name) where a place is called by its bare name: "Delacroix" for a county that the text elsewhere
    calls one, or whose jail or sheriff it names; apart from them those of which nothing says so."""
    out: list[tuple[int, int, str]] = []
    likely: list[tuple[int, int, str]] = []
    seen: set[str] = set()
    county = next((one for one in order if one.kind == candidates.COUNTY), None)
    of_counties = len(_COUNTIES.findall(text)) >= len(_TOWNS.findall(text))
    for one in order:
        if one.kind not in (candidates.COUNTY, candidates.CITY):
            continue
        name = bare_county(one.name)
        called = any(other.name == f"{name} County" and "county" in other.forms for other in order)
        if name in seen or (called and one.kind == candidates.CITY):
            continue
        seen.add(name)
        if "known" in one.forms and one.kind == candidates.CITY:
            continue
        seat = county is not None and "county" in county.forms and bool(one.forms & {"dateline", "outlet"})
        sure = called or ("custody" in one.forms and not seat)
        city = not sure and f"olice in {name}" in text
        whole = (
            name
            if city
            else one.name
            if sure or not of_counties
            else candidates.county_name(name, one.name.endswith(" Parish"))
        )
        (out if sure else likely).extend(
            (at, at + len(name), whole)
            for at in placelike.places_of(name, text)
            if not _LONGER.match(text, at + len(name)) and not _OF_A_PERSON.search(text[max(0, at - 6) : at])
        )
    return tuple(sorted(out)), tuple(sorted(likely))


def turned_to(text: str, order: list[Candidate]) -> tuple[tuple[int, str], ...]:
    """(offset, name) of the cities to which a sentence turns: "In nearby Glen Falls, ...", "Kettle City's mayor"."""
    known = {one.name for one in order if one.kind == candidates.CITY}
    called = {one.name for one in order if one.kind == candidates.COUNTY and "county" in one.forms}
    found = []
    for match in _TURNS.finditer(text):
        name = strip_lead(match["there"] or match["whose"])
        if name in known and f"{name} County" not in called:
            found.append((match.start(), name))
    return tuple(found)


_NEARBY = r"(?:(?:nearby|neighboring|adjacent|the (?:nearby|neighboring) (?:city|town|borough) of) )?"
_NAME = rf"{candidates.PLAIN}(?: {candidates.PLAIN}){{0,2}}"
_TURNS = re.compile(
    rf"\b(?:[Ii]n|[Aa]t|[Oo]ver in) {_NEARBY}(?P<there>{_NAME})(?=,)"
    rf"|(?P<whose>{_NAME})[’']s? (?=(?:mayor|police|chief|council|city|town)\b)"
)
_COUNTIES = re.compile(r"\b(?:count(?:y|ies)|sheriffs?|parish(?:es)?)\b", re.I)
_TOWNS = re.compile(r"\b(?:cit(?:y|ies)|police|mayors?|towns?)\b", re.I)
_LONGER = re.compile(r"\s+(?:Count(?:y|ies)|Parish|counties|[A-Z])|,\s+[A-Z]|-")
"""What makes a name a part of a longer one."""
_OF_A_PERSON = re.compile(r"(?:\b(?:[A-Z]|[A-Z][a-z]{1,3})\.|’)\s?$")
"""An initial or a title before a name."""
