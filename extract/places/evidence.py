"""What tells where an article plays: its dateline, the counties and cities it names, and the states around them."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache

from extract.places import candidates, choosing, outlets, own_state
from extract.places.bare import Spans, bare_places, turned_to
from extract.places.candidates import Candidate, gather
from extract.places.names import (
    AP,
    CAPITALS,
    NAMES,
    STATES,
    abbreviation,
    city_state,
    county_states,
    known_cities,
    seat_of,
    strip_lead,
    title_case,
    whole_word,
    words,
)
from extract.places.parts import Part, parts
from extract.places.setting import COUNTY_ENDS, Setting

_WORD = r"(?:St\.|Ste\.|Mt\.|Ft\.|[A-ZÑ][\w’'-]*[\w])"


_STATE = "|".join(sorted(map(re.escape, [*STATES, *AP, *NAMES]), key=len, reverse=True))


DATELINE = re.compile(
    r"^[ \t]*(?P<city>[A-Z][A-Z.’'\- ]{2,30}[A-Z])(?:,[ \t]+(?P<state>[A-Z][\w.]*(?:[ \t][A-Z][\w.]*)?))?[ \t]*"
    r"(?:\([^)\n]{2,30}\)[ \t]*)?[-–—]+[ \t]",
    re.M,
)


COUNTY = re.compile(
    rf"(?P<names>{_WORD}(?:[ ](?:{_WORD}|du|la|del?)){{0,3}}(?:(?:, {_WORD}(?:[ ]{_WORD})?)*,? and {_WORD}"
    rf"(?:[ ]{_WORD})?)?)[^\S\n]+"
    r"(?:Count(?P<plural>y|ies)|(?P<lower>count(?:y|ies))|Parish)\b"
    rf"(?:(?:[ ](?:{_WORD}|of|and|for)){{0,5}},\s+(?P<state>{_STATE})(?![\w]))?"
)


CITY_STATE = re.compile(rf"\b(?P<city>{_WORD}(?:[ ]{_WORD}){{0,2}}),\s+(?P<state>{_STATE})(?!\w)")


_CITY_OF = re.compile(rf"\b(?:[Cc]ity|[Tt]own|[Vv]illage|[Bb]orough)\s+of\s+(?P<city>{_WORD}(?:[ ]{_WORD}){{0,2}})")


_POLICE_IN = re.compile(
    rf"\b(?:[Pp]olice|[Oo]fficers|[Oo]fficials|[Mm]ayor|[Cc]ouncil)\s+(?:in|of)\s+(?P<city>{_WORD}"
    rf"(?:[ ]{_WORD}){{0,2}})(?!\s+County)"
)


_CITY_BODY = re.compile(
    rf"\b(?P<city>{_WORD}(?:[ ]{_WORD}){{0,2}})(?:’s|'s)?[ ](?:[Pp]olice|(?:[Cc]ity|[Tt]own)[ ](?:officials"
    rf"|[Mm]anager|[Aa]ttorney|[Cc]ouncilor|[Cc]ouncilors|[Cc]ouncilman)|City\s+(?:Council|Hall|Clerk)|[Cc]ouncil\b"
    rf"|Board\s+of\s+Aldermen|Town\s+(?:Council|Meeting)|Select\s+Board)\b"
)


STATE_NAME = re.compile(
    rf"(?<![\w.])(?P<state>{'|'.join(sorted(map(re.escape, STATES), key=len, reverse=True))}|N\.C\.|N\.J\.|N\.M\.)"
    rf"(?!\w|\s+County|\s+vs?\.)(?<!v\. California)"
)


_OFFICE = re.compile(
    r"\b(?:ERO|ICE(?:’s|'s)?|agency(?:’s|'s)?|field\s+office\s+in)\s+(?P<office>[A-Z]\w+(?:\.?[ ][A-Z]\w+){0,2})"
)


_COUNTY_WORDS = re.compile(r"\b(?:sheriff|undersheriff|deput(?:y|ies)|jail|county|prison|warden)(?:’s|'s|s)?\b", re.I)


def find_dateline(text: str) -> tuple[str, str | None, int] | None:
    match = DATELINE.search(text, 0, 3000)
    if not match:
        return None
    city = title_case(match["city"])
    state = abbreviation(match["state"]) if match["state"] else city_state(city)
    return city, state, match.start()


@lru_cache(maxsize=64)
def setting(text: str, fallback: str | None = None, title: str | None = None, outlet: str | None = None) -> Setting:
    """Where the text plays: what it names is weighed, the title included; a county or city that publishes it itself
    comes first ("City of Somerville"), the source's place last."""
    if title and title not in text:
        text = f"{text}\n\n{title}"
    if outlet and any(pattern.search(outlet) for pattern in (_CITY_OF, _COUNTY_OF, COUNTY, _OWN_STATE)):
        text = f"{text}\n\n{outlet}"
    line, counties, own_state, cities = _evidence(text)
    leads = parts(text)
    counties = sorted([*counties, *(lead for lead in leads if lead[1].endswith(COUNTY_ENDS))], key=lambda c: c[0])
    state = own_state or _fallback_state(fallback) or outlets.state(outlet)
    city = _main(cities)
    county = _main(Counter(name for _, name, _ in counties))
    level, sheriffs = _level(leads) or "city", None
    bare: Spans = ()
    likely: Spans = ()
    cities_there: tuple[tuple[int, str], ...] = ()
    if leads:
        bare, likely = bare_places(text, gathered(text, title, outlet))
    else:
        order = choosing.ranked(text, gathered(text, title, outlet))
        order.sort(key=lambda one: "publisher" not in one.forms)
        order = _of_release(order, counties) if outlets.federal(outlet) else _by_its_jail(order)
        if line and (seat := _seat(text, line, counties)):
            order.sort(key=lambda one: one.name != seat)
        bare, likely = bare_places(text, order)
        cities_there = turned_to(text, order)
        named = {one.name for one in order if one.kind == candidates.CITY}
        city = city if city in named else None  # there a federal office has its seat
        best = order[0] if order else Candidate("", level)
        level = best.kind
        sheriffs = next((one.name for one in order if one.kind == candidates.COUNTY), None)
        county = next((one.name for one in order if one.kind == candidates.COUNTY and "county" in one.forms), None)
        if best.kind == candidates.COUNTY:
            county = best.name
        elif best.kind == candidates.CITY and best.name:
            city = best.name
            own_state = _of_city(city, own_state, text) if not (line and line[1]) else own_state
            state = own_state or state
        elif best.kind == candidates.STATE:
            state = own_state = abbreviation(best.name)
    paragraphs = (0, *(match.end() for match in re.finditer(r"\n\s*", text)))
    return Setting(
        city,
        county,
        state,
        tuple(sorted({(at, name) for at, name, _ in counties} | {(at, name) for at, _, name in bare if _county(name)})),
        leads,
        paragraphs,
        None if own_state else fallback,
        outlets.local(outlet),
        level,
        sheriffs,
        bare,
        likely,
        cities_there,
        _stated(text, leads, counties),
    )


def _level(leads: tuple[Part, ...]) -> str | None:
    """Whose agencies a round-up is about on the whole: one state's, where its parts name no other, else the
    nation's."""
    if not leads:
        return None
    named = {state for _, name, state in leads if name}
    return "state" if len(named) == 1 else "nation"


def _stated(text: str, leads: tuple[Part, ...], counties: list[tuple[int, str, str | None]]) -> dict[str, str]:
    """The state that a county or city has by its own mentions ("Lamont County, Tenn."), where they agree."""
    said: dict[str, set[str]] = {}
    named = [(name, state) for _, name, state in (*leads, *counties)]
    named += [(strip_lead(match["city"]), abbreviation(match["state"])) for match in CITY_STATE.finditer(text)]
    for name, state in named:
        if name and state and name not in STATES:
            said.setdefault(name, set()).add(state)
    return {name: states.pop() for name, states in said.items() if len(states) == 1}


def _seat(text: str, line: tuple[str, str | None, int], counties: list[tuple[int, str, str | None]]) -> str | None:
    """The county of a large city that is no capital, where a text opens with "the county" before it names any:
    "ALBUQUERQUE - The county jail"."""
    county = seat_of(line[0], line[1])
    if county is None or line[0] in CAPITALS:
        return None
    end = min([at for at, _, _ in counties if at > line[2]] + [line[2] + OPENING])
    return f"{county} County" if _THE_COUNTY.search(text, line[2], end) else None


OPENING = 400
"""Characters behind a dateline in which a text says whose county it is about."""
_THE_COUNTY = re.compile(r"\b(?:[Tt]he|[Ii]ts|[Oo]ur) county\b|\b[Cc]ounty (?:supervisors|commissioners)\b")


def _by_its_jail(order: list[Candidate]) -> list[Candidate]:
    """A county that only the dateline's city gives its name gives way to one after which the text calls a jail: in
    "HARKER — ..." the Cottonwood Fork jail is the county's."""
    if not order or order[0].kind != candidates.COUNTY or not order[0].forms <= _SEAT:
        return order
    jails = [one for one in order if one.kind == candidates.COUNTY and "custody" in one.forms]
    own = next((one for one in jails if not one.forms & {"town", "beside others", "known"}), None)
    return order if own is None else sorted(order, key=lambda one: one is not own)


_SEAT = {"dateline", "city", "within"}
"""Forms by which a city is named that may be no more than the seat of a county."""


def _of_release(order: list[Candidate], counties: list[tuple[int, str, str | None]]) -> list[Candidate]:
    """The places that a federal release may be about: not the city it is sent from; the state first, where it goes
    through several counties."""
    rest = [one for one in order if "dateline" not in one.forms or "county" in one.forms]
    named = Counter(name for _, name, _ in counties)
    several = len(named) >= MANY and 2 * max(named.values()) <= sum(named.values())
    if several and rest and rest[0].kind in (candidates.COUNTY, candidates.CITY):
        rest.sort(key=lambda one: one.kind != candidates.STATE)
    return rest


MANY = 3
"""How many counties make a federal release one on their state."""


def _county(name: str) -> bool:
    return name.endswith(COUNTY_ENDS)


def _of_city(city: str, state: str | None, text: str) -> str | None:
    """The state of the city that a text is about: that of the well-known one, unless the text names another in full."""
    known = known_cities().get(city)
    named = {abbreviation(match["state"]) for match in STATE_NAME.finditer(text)}
    return known if known and (known in named or state not in named) else state


def gathered(text: str, title: str | None, outlet: str | None) -> list[Candidate]:
    """The places that a text may be about."""
    line, counties, own, cities = _evidence(text)
    often = Counter(abbreviation(match["state"]) for match in STATE_NAME.finditer(text))
    if len(often) > 1 and not _THE_STATE_OF_WASHINGTON.search(text):
        often.pop("WA", None)
    states = dict.fromkeys([*([own] if own else []), *(state for state, _ in often.most_common(3))])
    return gather(text, line, counties, cities, list(states), outlets.local(outlet), title, _publisher(outlet))


@lru_cache(maxsize=8)
def _evidence(
    text: str,
) -> tuple[tuple[str, str | None, int] | None, list[tuple[int, str, str | None]], str | None, Counter[str]]:
    """The dateline, the counties, the state and the cities that a text names."""
    line, counties = find_dateline(text), _counties(text)
    return line, counties, _state(text, line, counties), _city_votes(text, line)


_THE_STATE_OF_WASHINGTON = re.compile(
    r"Washington(?:[’']s)? [Ss]tate|[Ss]tate of Washington|Wash\.|[a-z], Washington\b(?! [a-z])|RCW"
)
"""What tells the state from the seat of government."""


def _counties(text: str) -> list[tuple[int, str, str | None]]:
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
        if match["lower"] == "county" or (match["lower"] and len(names) == 1):
            continue  # "Jefferson counties" are those of a state or region
        for name in names:
            bare = strip_lead(name)
            if bare and bare not in STATES and not bare.isdigit() and bare.split()[-1] not in words()["not_places"]:
                kind = "Parish" if "parish" in match[0].lower() else "County"
                out.append((match.start(), f"{title_case(bare) if bare.isupper() else bare} {kind}", state))
    out += [(match.start(), f"{_cased(match['name'])} County", None) for match in _COUNTY_OF.finditer(text)]
    if (line := find_dateline(text)) and line[0].endswith(COUNTY_ENDS):
        out.append((line[2], line[0], line[1]))
    return sorted([*out, *_hyphenated(text)], key=lambda county: county[0])


_TRIED_IN = re.compile(r"\s+(?:case|lawsuit|ruling|verdict|decision)\b")
"""What makes a county the one of a trial: "a federal ruling in a Clackamas County case"."""
_COUNTY_OF = re.compile(rf"\b(?:County\s+of|COUNTY\s+OF)[ ](?P<name>{_WORD}(?: {_WORD}){{0,2}})")


def _cased(name: str) -> str:
    return title_case(name) if name.isupper() else name


def _publisher(outlet: str | None) -> tuple[str, str] | None:
    """The county or city that publishes a text itself, with its kind ("Office of the Erie Bluffs County Executive")."""
    if not outlet or outlets.local(outlet):
        return None
    counties = _counties(outlet)
    if counties:
        return counties[0][1], candidates.COUNTY
    match = _CITY_OF.search(outlet) or _CITY_OFFICE.match(outlet)
    return (_cased(strip_lead(match["city"])), candidates.CITY) if match else None


_CITY_OFFICE = re.compile(
    rf"(?P<city>{_WORD}(?: {_WORD}){{0,2}}?) (?:(?:City|Town|Common) (?:Council|Clerk|Hall|Manager|Attorney)"
    r"|Police Dep\w+)\b"
)


def _hyphenated(text: str) -> list[tuple[int, str, str | None]]:
    """Counties with a hyphen in their name are called by it alone ("Miami-Dade")."""
    names = [name for county in county_states() if "-" in (name := county)]
    return [
        (m.start(), f"{name} County", None)
        for name in names
        if name in text
        for m in re.finditer(re.escape(name) + r"(?!\s+County)", text)
    ]


_STATE_OF = re.compile(r"\b(?:[Ss]tate|STATE)\s+of\s+(?P<state>[A-Z]\w+)(?!\s+\w+\s+(?:Department|Office))")


def _state(
    text: str, line: tuple[str, str | None, int] | None, counties: list[tuple[int, str, str | None]]
) -> str | None:
    if line and line[1] and line[1] != "DC":
        return line[1]
    votes: Counter[str] = Counter()
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
    if own := _OWN_STATE.search(text):
        votes[abbreviation(own["state"])] += 2
    for alias, place in _agency_places().items():
        if alias in text and whole_word(alias).search(text):
            votes[abbreviation(place.rsplit(", ", 1)[-1])] += 2
    for sign, abbr in _signs().items():
        if sign in text:
            votes[abbr] += 2
    seat = not _THE_STATE_OF_WASHINGTON.search(text)
    named = [match["state"] for match in STATE_NAME.finditer(text) if not _SCHOOL.match(text, match.end())]
    for i, name in enumerate(name for name in named if name != "Washington" or not seat):
        votes[abbreviation(name)] += 3 if i < 2 else 1
    if seat and "Washington" in named:
        votes["WA"] += 0.5  # type: ignore[assignment]
    for match in _STATE_OF.finditer(text):
        if match["state"].lower() not in ("emergency", "the", "affairs"):
            votes[abbreviation(title_case(match["state"]))] += 2
    for match in _CITY_BODY.finditer(text):
        if state := city_state(strip_lead(match["city"])):
            votes[state] += 2
    for match in _OFFICE.finditer(text):
        states = words()["field_offices"].get(match["office"], [])
        for state in states if len(states) == 1 else votes.keys() & set(states):  # that of several states names none
            votes[state] += 1
    for city, count in _mentioned(text).items():
        here = count - _as_office(city, text)
        if (state := known_cities()[city]) and here > 0:
            votes[state] += min(3, here)
    return votes.most_common(1)[0][0] if votes else (line[1] if line else None) or own_state.named(text)


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


def _fallback_state(jurisdiction: str | None) -> str | None:
    return abbreviation(jurisdiction.rsplit(", ", 1)[-1]) if jurisdiction and jurisdiction != "United States" else None


def _city_votes(text: str, line: tuple[str, str | None, int] | None) -> Counter[str]:
    votes: Counter[str] = Counter()
    if line and line[0] != "Washington":
        votes[line[0]] += 3
    for pattern in (_CITY_BODY, _CITY_OF, CITY_STATE, _POLICE_IN):
        for match in pattern.finditer(text):
            name = strip_lead(match["city"])
            if pattern is _CITY_BODY and name not in known_cities():
                name = re.sub(r"\s+(?:City|Town)$", "", name)
            if (
                name
                and not name.upper().endswith(("COUNTY", "STATE", "UNIVERSITY", "DEPARTMENT", "OFFICE"))
                and name not in STATES
                and not candidates.no_place(name.split()[0])
            ):
                votes[title_case(name) if name.isupper() and len(name) > 4 else name] += 2
    for city in _mentioned(text):
        if city not in STATES:
            votes[city] += 1
    for alias, place in _agency_places().items():
        if place.count(",") and alias in text:
            votes[place.split(",")[0]] += 2
    return votes


_OWN_STATE = re.compile(r"\b(?:Attorney\s+General|Governor|Commonwealth|Legislature)\s+of\s+(?P<state>[A-Z]\w+)")


def _mentioned(text: str) -> Counter[str]:
    """The known cities that the text names, with how often; of "New York City" the whole name alone."""
    found = Counter(
        {
            city: count
            for city in known_cities()
            if city in text
            and (count := sum(not _SCHOOL.match(text, match.end()) for match in whole_word(city).finditer(text)))
        }
    )
    for city in list(found):
        longer = [other for other in found if other != city and city in other]
        found[city] -= sum(found[other] for other in longer)
    return +found


_SCHOOL = re.compile(r" (?:State )?(?:University|College|Law School)\b")


def _main(votes: Counter[str]) -> str | None:
    return votes.most_common(1)[0][0] if votes else None
