"""What tells where an article plays: its dateline, the counties and cities it names, and the states around them."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from extract.places import candidates, choosing, outlets
from extract.places.bare import Spans, bare_places, turned_to
from extract.places.candidates import Candidate, gather
from extract.places.mentioned import (
    CITY_OF,
    CITY_STATE,
    COUNTY,
    COUNTY_OF,
    STATE_NAME,
    cased,
    counties_of,
    find_dateline,
)
from extract.places.names import (
    CAPITALS,
    COUNTY_ENDS,
    STATE,
    STATES,
    WORD,
    abbreviation,
    bare_county,
    county_states,
    is_region,
    known_cities,
    seat_of,
    strip_lead,
    whole_city,
)
from extract.places.parts import Part, parts
from extract.places.setting import Setting
from extract.places.votes import OWN_STATE, THE_STATE_OF_WASHINGTON, city_votes, most, state_of


@lru_cache(maxsize=64)
def setting(text: str, fallback: str | None = None, title: str | None = None, outlet: str | None = None) -> Setting:
    """Where the text plays: what it names is weighed, the title included; a county or city that publishes it itself
    comes first ("City of Somerville"), the source's place last."""
    if title and title not in text:
        text = f"{text}\n\n{title}"
    if outlet and any(pattern.search(outlet) for pattern in (CITY_OF, COUNTY_OF, COUNTY, OWN_STATE)):
        text = f"{text}\n\n{outlet}"
    line, counties, own_state, cities = _evidence(text, outlets.state(outlet))
    leads = parts(text)
    counties = sorted([*counties, *(lead for lead in leads if lead[1].endswith(COUNTY_ENDS))], key=lambda c: c[0])
    state = own_state or _fallback_state(fallback) or outlets.state(outlet)
    city = most(cities)
    county = most(Counter(name for _, name, _ in counties))
    level, sheriffs = _level(leads) or "city", None
    bare: Spans = ()
    likely: Spans = ()
    cities_there: tuple[tuple[int, str], ...] = ()
    if leads:
        bare, likely = bare_places(text, gathered(text, title, outlet), state)
    else:
        order = choosing.ranked(text, gathered(text, title, outlet))
        if _ONE_OF.search(title or text, 0, OPENING):
            order.sort(key=lambda one: one.kind == candidates.STATE)
        order.sort(key=lambda one: "publisher" not in one.forms)
        order = _of_release(order, counties) if outlets.federal(outlet) else _by_its_jail(order)
        if line and (seat := _seat(text, line, counties)):
            order.sort(key=lambda one: one.name != seat)
        order = _not_beside(_at_home(order, state))
        if _of_state(order):
            order.sort(key=lambda one: one.kind != candidates.STATE)
        bare, likely = bare_places(text, order, state)
        cities_there = turned_to(text, order)
        named = {one.name for one in order if one.kind == candidates.CITY}
        city = city if city in named else None  # there a federal office has its seat
        if order and order[0].kind == candidates.CITY and "known" in order[0].forms:
            order.sort(key=lambda one: not (one.kind == candidates.CITY and one.forms >= _ITS_PAPER))
        best = _counted_county(order[0], bare, counties) if order else Candidate("", level)
        city = None if best.name == f"{city} County" and best not in order else city
        level = best.kind
        sheriffs = next((one.name for one in order if one.kind == candidates.COUNTY), None)
        county = next((one.name for one in order if one.kind == candidates.COUNTY and "county" in one.forms), None)
        if best.kind == candidates.COUNTY:
            county = best.name
        elif best.kind == candidates.CITY and best.name:
            city = whole_city(best.name)
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


def _counted_county(best: Candidate, bare: Spans, counties: list[tuple[int, str, str | None]]) -> Candidate:
    """The county that a bare name stands for, which the text calls neither city nor county: "the jail in Washtenaw"."""
    whole = next((name for _, _, name in bare if bare_county(name) == best.name != name), None)
    if best.kind != candidates.CITY or whole is None or any(name == whole for _, name, _ in counties):
        return best
    return Candidate(whole, candidates.COUNTY, {"county"}, best.at)


def _level(leads: tuple[Part, ...]) -> str | None:
    """Whose agencies a round-up is about on the whole: one state's, where its parts name no other, else the
    nation's."""
    if not leads:
        return None
    named = {abbreviation(state) if state else None for _, name, state in leads if name}
    return "state" if len(named) == 1 else "nation"


def _stated(text: str, leads: tuple[Part, ...], counties: list[tuple[int, str, str | None]]) -> dict[str, str]:
    """The state that a county or city has by its own mentions ("Lamont County, Tenn."), where they agree."""
    said: dict[str, set[str]] = {}
    named = [(name, state or _heading_state(leads, at)) for at, name, state in (*leads, *counties)]
    named += [(strip_lead(match["city"]), abbreviation(match["state"])) for match in CITY_STATE.finditer(text)]
    for name, state in named:
        if name and state and name not in STATES:
            said.setdefault(name, set()).add(state)
    return {name: states.pop() for name, states in said.items() if len(states) == 1}


def _heading_state(leads: tuple[Part, ...], at: int) -> str | None:
    """The state of the heading under which an offset lies in a round-up."""
    heading = next((lead for lead in reversed(leads) if lead[0] <= at), None)
    return abbreviation(heading[2]) if heading and heading[1] and heading[2] else None


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
_ONE_OF = re.compile(rf"\b(?:[Oo]ne|[Aa]) (?:{'|'.join(STATES)}) (?:county|city|town|sheriff|jail)\b(?! [a-z]*s\b)")
"""What makes a state only the one around: "In one Wisconsin county, two ledgers"."""
_THE_COUNTY = re.compile(r"\b(?:[Tt]he|[Ii]ts|[Oo]ur) county\b|\b[Cc]ounty (?:supervisors|commissioners)\b")


def _by_its_jail(order: list[Candidate]) -> list[Candidate]:
    """A county that only the dateline's city gives its name gives way to one after which the text calls a jail: in
    "HARKER — ..." the Cottonwood Fork jail is the county's."""
    if not order or order[0].kind != candidates.COUNTY or not order[0].forms <= _SEAT:
        return order
    jails = [one for one in order if one.kind == candidates.COUNTY and "custody" in one.forms]
    own = next((one for one in jails if not one.forms & {"town", "beside others", "known"}), None)
    return order if own is None else sorted(order, key=lambda one: one is not own)


def _not_beside(order: list[Candidate]) -> list[Candidate]:
    """A county that a text only sets beside others ("97 in neighboring Tarn County") gives way to one that it calls a
    county by itself."""
    if not order or "beside others" not in order[0].forms:
        return order
    own = next((one for one in order if "county" in one.forms and "beside others" not in one.forms), None)
    return order if own is None else sorted(order, key=lambda one: one is not own)


def _at_home(order: list[Candidate], state: str | None) -> list[Candidate]:
    """A county that is known to lie in other states only gives way to one that is known to lie in the text's own: "a
    federal court in Oregon ruled against Clackamas County", in an article on Boulder County."""
    if not order or order[0].kind != candidates.COUNTY or _known_in(order[0], state) is not False:
        return order
    own = next((one for one in order if one.kind == candidates.COUNTY and _known_in(one, state)), None)
    if own is None or "county" not in own.forms or len(own.at) < len(order[0].at):
        return order
    return sorted(order, key=lambda one: one is not own)


def _of_state(order: list[Candidate]) -> bool:
    """Whether a headline names the state and none of the counties, of which the text names several alike: "Detainers
    in Wisconsin", on two of its counties."""
    if not order or order[0].kind != candidates.COUNTY or "head" in order[0].forms:
        return False
    often = [len(one.at) for one in order if one.kind == candidates.COUNTY and "county" in one.forms]
    named = [one for one in order if "head" in one.forms and (one.kind != candidates.CITY or one.forms & _FIRM)]
    several = sum(2 * many > max(often) for many in often) > 1
    return several and {one.kind for one in named} == {candidates.STATE}


_FIRM = {"dateline", "publisher", "town", "body"}
"""Forms that make a city in a headline more than a word of it."""


def _known_in(county: Candidate, state: str | None) -> bool | None:
    """Whether a county is known to lie in a state; None where nothing is known of it."""
    known = county_states().get(county.name.removesuffix(" County"))
    return None if known is None else state in known


_ITS_PAPER = {"dateline", "outlet"}
"""Forms of the city where a text is written and whose paper prints it."""
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
    line, counties, own, cities = _evidence(text, outlets.state(outlet))
    local = outlets.local(outlet)
    if line and local and is_region(local):  # "The Maumee Valley Weekly" prints the county of its dateline
        local = None
    often = Counter(abbreviation(match["state"]) for match in STATE_NAME.finditer(text))
    if len(often) > 1 and not THE_STATE_OF_WASHINGTON.search(text):
        often.pop("WA", None)
    states = dict.fromkeys([*([own] if own else []), *(state for state, _ in often.most_common(3))])
    return gather(text, line, counties, cities, list(states), local, title, _publisher(outlet))


@lru_cache(maxsize=8)
def _evidence(
    text: str, published_in: str | None
) -> tuple[tuple[str, str | None, int] | None, list[tuple[int, str, str | None]], str | None, Counter[str]]:
    """The dateline, the counties, the state and the cities that a text names; its outlet's state speaks too."""
    line, counties = find_dateline(text), counties_of(text)
    return line, counties, state_of(text, line, counties, published_in), city_votes(text, line)


def _publisher(outlet: str | None) -> tuple[str, str] | None:
    """The county, city or state that publishes a text itself, with its kind ("Office of the Erie Bluffs County
    Executive", "Office of the State Auditor of Ohio")."""
    if not outlet or outlets.local(outlet):
        return None
    if match := _STATE_OFFICE.search(outlet):
        return match["state"] or match["of"], candidates.STATE
    if match := _STATE_FORCE.match(outlet):
        return match["state"], candidates.STATE
    counties = counties_of(outlet)
    if counties:
        return counties[0][1], candidates.COUNTY
    match = CITY_OF.search(outlet) or _CITY_OFFICE.match(outlet)
    return (cased(strip_lead(match["city"])), candidates.CITY) if match else None


_BODY = (
    r"(?:Office|Department|Governor|Attorney General|Auditor|Comptroller|Treasurer|Legislature|General Assembly"
    r"|Senate|House|Committee|Commission|Division)"
)
_STATE_OFFICE = re.compile(
    rf"^(?=.*\b{_BODY}\b)(?!.*\b(?:Count(?:y|ies)|Parish|City|Town|Police)\b).*?\b(?P<state>{STATE})\b"
    rf"|\b(?:State|Commonwealth|Senate|Legislature|Attorney General|Governor|Auditor) of (?P<of>{WORD})\s*(?:$|,)"
)
_STATE_FORCE = re.compile(rf"^(?:The )?(?P<state>{WORD}(?: {WORD})??) (?:State Police|State Patrol|Highway Patrol)$")
"""A state's own police, which publish a text: "Oregon State Police"."""
_CITY_OFFICE = re.compile(
    rf"(?P<city>{WORD}(?: {WORD}){{0,2}}?) (?:(?:City|Town|Common) (?:Council|Clerk|Hall|Manager|Attorney)"
    r"|Police Dep\w+)\b"
)


def _fallback_state(jurisdiction: str | None) -> str | None:
    return abbreviation(jurisdiction.rsplit(", ", 1)[-1]) if jurisdiction and jurisdiction != "United States" else None
