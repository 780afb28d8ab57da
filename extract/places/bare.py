"""Where a place is called by its bare name."""

from __future__ import annotations

import re

from extract.needles import sought
from extract.places import candidates, placelike
from extract.places.candidates import Candidate
from extract.places.names import bare_county, known_cities, lies_in, seat_of, strip_lead

Spans = tuple[tuple[int, int, str], ...]


def bare_places(text: str, order: list[Candidate], state: str | None) -> tuple[Spans, Spans]:
    """(start, end, name) where a place is called by its bare name: "Delacroix" for a county that the text elsewhere
    calls one, or whose jail or sheriff it names; apart from them those of which nothing says so."""
    out: list[tuple[int, int, str]] = []
    likely: list[tuple[int, int, str]] = []
    seen: set[str] = set()
    county = next((one for one in order if one.kind == candidates.COUNTY), None)
    called_so = {one.name: one for one in order if one.kind == candidates.CITY}
    cities = {name for name, one in called_so.items() if one.forms & _NO_COUNTY}
    of_towns = _TOWNS.count(text)
    of_counties = _COUNTIES.count(text) >= of_towns
    of_holders = _HOLDERS.count(text) > of_towns
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
        city = f"olice in {name}" in text
        known = of_holders and not city and _known_county(name, called_so.get(name), state, text)
        sure = called or known or ("custody" in one.forms and not seat)
        city = city and not sure
        whole = (
            name
            if city
            else one.name
            if (sure and not known) or not of_counties
            else candidates.county_name(name, one.name.endswith(" Parish"))
        )
        (out if sure else likely).extend(
            (at, at + len(name), whole)
            for at in placelike.places_of(name, text)
            if not _LONGER.match(text, at + len(name)) and not _is_named(text, at)
        )
    if of_holders:
        out += _in_rows(text, state, {at for at, _, _ in out}, cities)
        out += _of_seats(text, state)
        likely = [one for one in likely if one[0] not in {at for at, _, _ in out}]
    return tuple(sorted(out)), tuple(sorted(likely))


_CLAUSE = (
    r"(?:(?:^|[.;:,(—–\n-]\s|[”\"]\s?)(?:[Tt]hen\s|[Nn]ext\s)?"
    r"|\b(?:and|but|or|while|whereas|than|then|with|at|by|for|from|to|in|over|of|against|[Nn]eighboring|[Nn]earby|nor|both"
    r"|[Aa]s|[Ii]n|[Aa]t|[Nn]ear|[Ii]nside|[Oo]utside|[Ll]ike|[Uu]nlike)\s)"
)
_GOES_ON = r"(?=[’']s?(?![\w’'])|[’']s\s|,?\s(?:[a-z]|\d)|[,.;:)]\s|[.]?$)"
_COUNTY = re.compile(rf"{_CLAUSE}(?P<name>{candidates.PLAIN}(?: {candidates.PLAIN})??){_GOES_ON}", re.M)
"""A name where a county's may stand in a row or open a clause: "and Kenosha 39", "while Chester declined 34"."""


def _in_rows(text: str, state: str | None, seen: set[int], cities: set[str]) -> list[tuple[int, int, str]]:
    """Counties of the text's state by their bare names, where its sentences let them act or set them in a row."""
    names = {strip_lead(match["name"]) for match in _COUNTY.finditer(text)}
    persons = placelike.persons_of(text)
    return [
        (at, at + len(name), candidates.county_name(name, state == "LA"))
        for name in sorted(names)
        if name and name not in cities and _known_county(name, None, state, text)
        if placelike.placelike(name, text, persons)
        for at in placelike.places_of(name, text)
        if at not in seen and not _LONGER.match(text, at + len(name)) and not _is_named(text, at)
    ]


_SEATS_SHERIFF = re.compile(rf"(?P<city>{candidates.PLAIN}(?: {candidates.PLAIN})??)[’']s (?:sheriff|deputies)\b")


def _of_seats(text: str, state: str | None) -> list[tuple[int, int, str]]:
    """The county of a large city whose sheriff is spoken of, its own name being another: "Charlotte’s sheriff"."""
    found = [(match, strip_lead(match["city"])) for match in _SEATS_SHERIFF.finditer(text)]
    return [
        (at, at + len(city), candidates.county_name(county, state == "LA"))
        for match, city in found
        if city and (county := seat_of(city, state)) and (at := text.find(city, match.start())) >= 0
    ]


def _is_named(text: str, at: int) -> bool:
    """Whether a name is a person's, by an initial or a title before it, or part of a longer one ("New Orleans")."""
    before = text[max(0, at - 24) : at]
    first = _FIRST.search(before)
    return _OF_A_PERSON.search(before[-6:]) is not None or (first is not None and strip_lead(first[0]) != "")


_FIRST = re.compile(r"\b(?:St\.|Mt\.|Ft\.|[A-Z][a-z]+) $")


_NO_COUNTY = frozenset({"dateline", "outlet", "publisher", "town", "city"})
"""Forms by which a text names a city."""


def _known_county(name: str, city: Candidate | None, state: str | None, text: str) -> bool:
    """Whether a bare name is that of a county of the text's state, which the text calls no city: "Across the river in
    Ramsey, deputies counted 118", "Wayne’s sheriff"."""
    if not lies_in(name, state) or (city and city.forms & _NO_COUNTY) or name in known_cities():
        return False
    return any(_holds(text, at, at + len(name)) for at in placelike.places_of(name, text))


_HELD_BY = r"(?:jail|sheriff|deput|detention|lockup|county|Sheriff|Undersheriff|Jailer|Warden)"
_ASIDE = r"(?:,\s[^,.;:]{2,70}(?=,))?"
_AFTER_IN = re.compile(
    rf"{_ASIDE},?\s(?:(?:where|whose|and|the|its|a|an)\s)?(?:[\w’'-]+\s){{0,2}}?{_HELD_BY}"
    r"|,\s(?:it|there|they|the\s(?:count|figure|number|total|tally))\s"
)
_OF_JAIL = re.compile(r"\b(?:jail(?:s|ers?)?|sheriff|deputies|lockup|detention center)\s(?:in|of|at|for)\s$")
_INSIDE = re.compile(r"\b(?:in|at|from|of|to|near|for|by|inside|outside|around)\s(?:nearby\s|neighboring\s)?$", re.I)
_ACTS = re.compile(
    rf"(?:(?:,|,?\sand)\s{candidates.PLAIN}){{0,2}}(?:[’']s?\s(?:[\w’'-]+\s){{0,2}}?{_HELD_BY}"
    rf"|\s(?:[a-z]+\s)?{_HELD_BY}|[’']s\s(?:[A-Z\d]|{candidates.DOES})|,?\s(?:(?:with|all|just|only|some|about|nearly)\s){{0,2}}(?:\d|none\b)"
    rf"|{candidates.MORE}|{_ASIDE},?\s{candidates.DOES})"
)


def _holds(text: str, at: int, end: int) -> bool:
    """Whether a name is that of who holds people there: its jail, its sheriff, what it does or counts; not a town in
    which somebody is met ("a trial in Lafayette")."""
    before = text[max(0, at - 40) : at]
    if _OF_JAIL.search(before):
        return True
    return (_AFTER_IN if _INSIDE.search(before) else _ACTS).match(text, end) is not None


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
_COUNTIES = sought(r"\b(?:count(?:y|ies)|sheriffs?|parish(?:es)?)\b", re.I)
_HOLDERS = sought(r"\b(?:count(?:y|ies)|sheriffs?|parish(?:es)?|jail(?:s|ers?)?|deput(?:y|ies))\b", re.I)
_TOWNS = sought(r"\b(?:cit(?:y|ies)|police|mayors?|towns?)\b", re.I)
_LONGER = re.compile(
    r"\s+(?:Count(?:y|ies)|Parish|counties|[A-Z])|-"
    r"|,\s+(?!(?:Under)?[Ss]heriff|Chief|Jailer|Warden|Director|Superintendent|Commissioner|Administrator|Executive|Judge"
    r"|Capt|Lt|Sgt|Col|Maj|Deput|ICE|DHS)[A-Z]"
)
"""What makes a name a part of a longer one."""
_OF_A_PERSON = re.compile(r"(?:\b(?:[A-Z]|[A-Z][a-z]{1,3})\.|’)\s?$")
"""An initial or a title before a name."""
