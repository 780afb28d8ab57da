"""Places: cities, counties and states of the text, and the article's own.

A place is named "City, ST", "County, ST", by its state's name, or "United States"; where nothing tells the state, by
the
bare name. A state that no list knows is kept as the dateline writes it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

import us
from spacy.tokens import Doc

from extract import vocabulary
from extract.model import Document, Mention

SHAPE = {
    "cities": {str: [str]},
    "counties": {str: [str]},
    "field_offices": {str: [str]},
    "signs": {str: [str]},
    "not_names": [str],
}
STATES = {state.name: state.abbr for state in [*us.states.STATES, us.states.DC]}
AP = {state.ap_abbr: state.abbr for state in us.states.STATES if state.ap_abbr} | {"D.C.": "DC", "Ala.": "AL"}
NAMES = {abbr: name for name, abbr in STATES.items()}


@cache
def words() -> dict:
    """The places vocabulary (vocabulary/places.yml)."""
    return vocabulary.load("places", SHAPE)


@dataclass(frozen=True)
class Setting:
    """Where an article plays: names without their state, the state as abbreviation (or as written)."""

    city: str | None
    county: str | None
    state: str | None
    counties: tuple[tuple[int, str], ...] = ()
    """(offset, "Dunmore County") of each mention, in order."""
    leads: tuple[tuple[int, str, str | None], ...] = ()
    """(offset, name, state) of the places that head a part of a round-up ("-- GLENMOOR, N.J."), where there are
    several."""
    paragraphs: tuple[int, ...] = ()
    """Offsets at which paragraphs begin."""
    source: str | None = None
    """The source's configured place, where the text itself tells no state."""
    local: str | None = None
    """The place in the outlet's name ("Santa Marta Sun"): better than nothing."""
    level: str = "city"
    """`city`, `county` or `state`: whose agencies the article is mostly about."""

    @property
    def state_name(self) -> str | None:
        return NAMES.get(self.state or "", self.state)

    def place(self, name: str, state: str | None = None) -> str:
        state = state or self.state
        return f"{name}, {state}" if state else name

    def county_at(self, offset: int) -> str | None:
        """The county spoken of at an offset: the last one named before it in its paragraph or round-up part; else the
        article's own where most mentions are of it; else the last one named."""
        part = self.lead_at(offset)
        start = (
            part[0] if part else self.paragraphs[bisect_right(self.paragraphs, offset) - 1] if self.paragraphs else 0
        )
        here = [name for at, name in self.counties if start <= at <= offset]
        if here:
            return here[-1]
        if part and part[1].endswith(("County", "Parish")):
            return part[1]
        before = [name for at, name in self.counties if at <= offset]
        own = sum(name == self.county for _, name in self.counties)
        return self.county if not before or 2 * own >= len(self.counties) else before[-1]

    def lead_at(self, offset: int) -> tuple[int, str, str | None] | None:
        """The heading of the round-up part in which an offset lies."""
        before = [lead for lead in self.leads if lead[0] <= offset]
        return before[-1] if before else None

    def city_at(self, offset: int) -> str | None:
        """The city spoken of at an offset: that of its round-up part, else the article's own."""
        part = self.lead_at(offset)
        return part[1] if part and not part[1].endswith(("County", "Parish")) else self.city

    def state_at(self, offset: int) -> str | None:
        """The state's name at an offset."""
        part = self.lead_at(offset)
        if part and (part[1] in NAMES.values() or part[2] == part[1]):
            return part[1]
        return NAMES.get(part[2], part[2]) if part and part[2] else self.state_name

    @property
    def home(self) -> str | None:
        if self.source and not self.city and not self.county:
            return self.source
        if self.level == "state" and self.state:
            return self.state_name
        if self.level == "nation":
            return "United States"
        if self.level.startswith("local") and self.local:
            county = self.level == "local county" and not self.local.endswith("County")
            return self.place(f"{self.local} County" if county else self.local)
        own = self.county if self.level == "county" and self.county else self.city or self.county
        return self.place(own) if own else self.state_name


_COUNTY_ENDS = ("County", "Parish")
_WORD = r"(?:St\.|Ste\.|Mt\.|Ft\.|[A-ZÑ][\w’'-]*[\w])"
_STATE = "|".join(sorted(map(re.escape, [*STATES, *AP, *NAMES]), key=len, reverse=True))
DATELINE = re.compile(
    r"^[ \t]*(?P<city>[A-Z][A-Z.’'\- ]{2,30}[A-Z])(?:,[ \t]+(?P<state>[A-Z][\w.]*(?:[ \t][A-Z][\w.]*)?))?[ \t]*"
    r"(?:\([^)\n]{2,30}\)[ \t]*)?[-–—]+[ \t]",
    re.M,
)
_COUNTY = re.compile(
    rf"(?P<names>{_WORD}(?:[ ](?:{_WORD}|du|la|del?)){{0,3}}(?:(?:, {_WORD}(?:[ ]{_WORD})?)*,? and {_WORD}"
    rf"(?:[ ]{_WORD})?)?)\s+"
    r"(?:Count(?P<plural>y|ies)|(?P<lower>count(?:y|ies))|Parish)\b(?:,\s+(?P<state>" + _STATE + r")(?![\w]))?"
)
_CITY_STATE = re.compile(rf"\b(?P<city>{_WORD}(?:[ ]{_WORD}){{0,2}}),\s+(?P<state>{_STATE})(?!\w)")
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
_LEAD = re.compile(
    r"^[ \t]*(?:[-•*–—■▪]{1,3}[ \t]*)?(?P<name>(?:STATE OF )?[A-Z][A-Z.’'\-]+(?: [A-Z][A-Z.’'\-]+){0,3}?)(?:,[ \t]+"
    r"(?P<state>[A-Z][\w.]*(?:[ \t][A-Z][\w.]*)?))?(?:[ \t]*\([^)\n]{2,30}\))?(?:[.:]|[ \t]*[-–—]+)[ \t]+"
    r"(?=[A-Z“\"\d])",
    re.M,
)
_STATE_NAME = re.compile(
    rf"(?<![\w.])(?P<state>{'|'.join(sorted(map(re.escape, STATES), key=len, reverse=True))}|N\.C\.|N\.J\.|N\.M\.)"
    rf"(?!\w|\s+County|\s+vs?\.)(?<!v\. California)"
)
_OFFICE = re.compile(
    r"\b(?:ERO|ICE(?:’s|'s)?|agency(?:’s|'s)?|field\s+office\s+in)\s+(?P<office>[A-Z]\w+(?:\.?[ ][A-Z]\w+){0,2})"
)
_COUNTY_WORDS = re.compile(r"\b(?:sheriff|undersheriff|deput(?:y|ies)|jail|county|prison|warden)(?:’s|'s|s)?\b", re.I)
_CITY_WORDS = re.compile(
    r"\b(?:city|police|mayor|councilors?|council|aldermen|alderman|alderwoman|precincts?)(?:’s|'s)?\b", re.I
)
_STATE_WORDS = re.compile(
    r"\b(?:state\s+prisons?|Department\s+of\s+Corrections?|statewide|state’s\s+prisons?|across\s+the\s+state"
    r"|corrections\s+commissioner)\b",
    re.I,
)


def dateline(text: str) -> str | None:
    """The place of the dateline: "CALDERA SPRINGS, Colo. —" is "Caldera Springs, CO"; without a state, the city
    alone."""
    found = _dateline(text)
    if not found:
        return None
    city, state, _ = found
    return f"{city}, {state}" if state else city


def _dateline(text: str) -> tuple[str, str | None, int] | None:
    match = DATELINE.search(text, 0, 3000)
    if not match:
        return None
    city = _title_case(match["city"])
    state = abbreviation(match["state"]) if match["state"] else _city_state(city)
    return city, state, match.start()


def abbreviation(state: str) -> str:
    """`Colo.`, `Colorado`, `CO` as `CO`; what is no state as it is."""
    return AP.get(state) or STATES.get(state) or state


def home(document: Document, doc: Doc | None = None) -> str | None:
    """The article's own jurisdiction; the source's, where the text tells nothing."""
    return setting(document.text, document.jurisdiction, document.title, document.outlet).home or document.jurisdiction


@lru_cache(maxsize=64)
def setting(text: str, fallback: str | None = None, title: str | None = None, outlet: str | None = None) -> Setting:
    """Where the text plays, from its dateline, the counties and cities it names, and the states around them; the
    title and
    an outlet that is a city's own help ("City of Somerville"), and last the source's place."""
    if title and title not in text:
        text = f"{text}\n\n{title}"
    if outlet and (_CITY_OF.search(outlet) or _COUNTY_OF.search(outlet) or _OWN_STATE.search(outlet)):
        text = f"{text}\n\n{outlet}"
    line = _dateline(text)
    leads = _leads(text)
    counties = sorted(
        [*_counties(text), *(lead for lead in leads if lead[1].endswith(_COUNTY_ENDS))], key=lambda c: c[0]
    )
    own_state = _state(text, line, counties)
    state = own_state or _fallback_state(fallback)
    county = _main(Counter(name for _, name, _ in counties))
    city = _city(text, line)
    level = _level(text, city, county, state, line, leads, _local(outlet))
    paragraphs = (0, *(match.end() for match in re.finditer(r"\n\s*", text)))
    return Setting(
        city,
        county,
        state,
        tuple((at, name) for at, name, _ in counties),
        leads,
        paragraphs,
        None if own_state else fallback,
        _local(outlet),
        level,
    )


_PAPER = re.compile(
    rf"^(?:The )?(?P<place>{_WORD}(?: {_WORD}){{0,2}}?) (?:Daily )?(?:Sun|Herald|Globe|Times|Post|News|Gazette"
    rf"|Tribune|Journal|Ledger|Courier|Chronicle|Beacon|Star|Sentinel|Transcript|Record|Register"
    r"|Press|Dispatch|Observer|Independent|Examiner|Telegraph|Patriot|Item|Bee|Mirror|Eagle|Enterprise|Call|Banner"
    r"|Argus|Reporter|Review|Monitor|Advocate|Standard|Citizen|Union|Leader|Patch|Voice)\b"
)


def _level(
    text: str,
    city: str | None,
    county: str | None,
    state: str | None,
    line: tuple[str, str | None, int] | None,
    leads: tuple,
    local: str | None,
) -> str:
    """Whose agencies the article is mostly about: `city`, `county`, `state` or `nation`."""
    top = text[:700]
    name = re.escape(NAMES.get(state or "", state or "-"))
    if len(leads) >= 3:
        return "nation"
    wide = re.search(
        rf"\b(?:across|around|throughout)\s+(?:the\s+state|{name})|[Ss]tatewide"
        rf"|[Jj]ails\s+and\s+prisons\s+in\s+{name}|{name}[’']s\s+(?:prison|Department\s+of\s+Corr)",
        top,
    )
    own_county = county and (text.count(county) > 1 or county in top)
    own_city = city and any(strip_lead(m["city"]) == city for m in _CITY_BODY.finditer(text))
    lede = text[line[2] + 20 if line else 0 :][:350]
    of_state = re.search(
        rf"(?:\b{name}\b|\b[Tt]he\s+state\s+(?:Department|[Pp]rison|[Cc]orrections))(?!,|’s\s+highest)", lede
    )
    of_chief = re.search(r"\b[Ss]heriff\s+[A-Z]|\b[Cc]hief\s+[A-Z]", lede)
    if of_state and not of_chief and state and not own_city and not own_county and not (city and city in lede):
        return "state"
    if state and (
        (wide and not _COUNTY.search(top) and not own_city)
        or (len(_STATE_WORDS.findall(text)) >= 2 and not own_city and not own_county)
    ):
        return "state"
    if not city and not county and local:
        return "local county" if len(_COUNTY_WORDS.findall(text)) > len(_CITY_WORDS.findall(text)) else "local"
    if (not city and not county) or (line and line[0] == "Washington" and not own_city and not own_county):
        far = (line and line[0] == "Washington") or re.search(
            r"\b[Nn]ation(?:wide|ally)\b|around\s+the\s+country|across\s+the\s+(?:country|nation)|government\s+"
            r"(?:records|data)",
            text,
        )
        return "nation" if far and not county and not own_city else "state" if state else "city"
    county_words, city_words = len(_COUNTY_WORDS.findall(text)), len(_CITY_WORDS.findall(text))
    return "county" if county and (county_words > city_words or not city) else "city"


def _local(outlet: str | None) -> str | None:
    match = _PAPER.match(outlet or "")
    return (
        match["place"]
        if match and match["place"] not in STATES and match["place"].split()[0] not in _not_names()
        else None
    )


def _leads(text: str) -> tuple[tuple[int, str, str | None], ...]:
    """The places that head the parts of a round-up; none where there are fewer than three such heads after the
    dateline's."""
    found = []
    for match in _LEAD.finditer(text):
        name = _title_case(match["name"])
        state = abbreviation(match["state"]) if match["state"] else None
        if name.startswith("State Of "):
            name = state = name.removeprefix("State Of ")
        if match["state"] or name.endswith(("County", "Parish")) or name == state:
            found.append((match.start(), name, state))
    return tuple(found) if len(found) >= 3 else ()


def _counties(text: str) -> list[tuple[int, str, str | None]]:
    """(offset, "Dunmore County", state or None) of each county mention; "Orrin and Little Basin counties" gives two."""
    out = []
    for match in _COUNTY.finditer(text):
        state = abbreviation(match["state"]) if match["state"] else None
        names = (
            re.split(r",\s+(?:and\s+)?|\s+and\s+", match["names"])
            if (match["plural"] == "ies" or match["lower"] == "counties")
            else [match["names"].split(" and ")[-1].split(", ")[-1]]
        )
        if match["lower"] == "county":
            continue
        for name in names:
            bare = strip_lead(name)
            if bare and bare not in STATES and not bare.isdigit():
                kind = "Parish" if "parish" in match[0].lower() else "County"
                out.append((match.start(), f"{_title_case(bare) if bare.isupper() else bare} {kind}", state))
    named = [(match.start(), f"{match['name']} County", None) for match in _COUNTY_OF.finditer(text)]
    return sorted([*out, *named, *_hyphenated(text)], key=lambda county: county[0])


_COUNTY_OF = re.compile(rf"\b(?:County|COUNTY)\s+of\s+(?P<name>{_WORD}(?: {_WORD}){{0,2}})")


def _hyphenated(text: str) -> list[tuple[int, str, str | None]]:
    """Counties with a hyphen in their name are called by it alone ("Miami-Dade")."""
    names = [name for county in _county_states() if "-" in (name := county)]
    return [
        (m.start(), f"{name} County", None)
        for name in names
        if name in text
        for m in re.finditer(re.escape(name) + r"(?!\s+County)", text)
    ]


def strip_lead(name: str) -> str:
    """A place's name without the words of the sentence before it ("The Quill" -> "Quill", "Sheriff’s Dunmore" ->
    "Dunmore")."""
    parts = name.split()
    while parts and (parts[0] in _not_names() or (len(parts) > 1 and _owner(parts[0]))):
        parts.pop(0)
    return re.sub(r"[’']s$", "", " ".join(parts)) if parts else ""


def _owner(word: str) -> bool:
    """Whether the word is a state's, a city's, an agency's possessive ("Oregon’s", "ICE’s") and no name like "Prince
    George’s"."""
    bare = re.sub(r"[’']s?$", "", word)
    return bare != word and (bare in STATES or bare in _known_cities() or bare.isupper() or bare in _not_names())


@cache
def _not_names() -> frozenset[str]:
    return frozenset(words()["not_names"])


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
            known = _county_states().get(name.removesuffix(" County"), ())
            for one in known:
                votes[one] += 1.0 / len(known)  # type: ignore[assignment]
    for match in _CITY_STATE.finditer(text):
        votes[abbreviation(match["state"])] += 3
    if own := _OWN_STATE.search(text):
        votes[abbreviation(own["state"])] += 2
    for alias, place in _agency_places().items():
        if alias in text and _word(alias).search(text):
            votes[abbreviation(place.rsplit(", ", 1)[-1])] += 2
    for sign, abbr in _signs().items():
        if sign in text:
            votes[abbr] += 2
    for i, match in enumerate(_STATE_NAME.finditer(text)):
        votes[abbreviation(match["state"])] += 3 if i < 2 else 1
    for match in _STATE_OF.finditer(text):
        if match["state"].lower() not in ("emergency", "the", "affairs"):
            votes[abbreviation(_title_case(match["state"]))] += 2
    for match in _CITY_BODY.finditer(text):
        if state := _city_state(strip_lead(match["city"])):
            votes[state] += 2
    for match in _OFFICE.finditer(text):
        for state in words()["field_offices"].get(match["office"], [])[:1]:
            votes[state] += 1
    for city, count in _mentioned(text).items():
        if state := _known_cities()[city]:
            votes[state] += min(3, count)
    return votes.most_common(1)[0][0] if votes else (line[1] if line else None)


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


def _fallback_state(jurisdiction: str | None) -> str | None:
    return abbreviation(jurisdiction.rsplit(", ", 1)[-1]) if jurisdiction and jurisdiction != "United States" else None


@cache
def _known_cities() -> dict[str, str | None]:
    """City to state; None where two states have one."""
    out: dict[str, str | None] = {}
    for state, cities in words()["cities"].items():
        for city in cities:
            out[city] = None if city in out else state
    out["Washington"] = None
    return out


@cache
def _county_states() -> dict[str, tuple[str, ...]]:
    out: dict[str, tuple[str, ...]] = {}
    for state, counties in words()["counties"].items():
        for county in counties:
            out[county] = (*out.get(county, ()), state)
    return out


def _city_state(city: str) -> str | None:
    return _known_cities().get(city)


def _city(text: str, line: tuple[str, str | None, int] | None) -> str | None:
    votes: Counter[str] = Counter()
    if line and line[0] != "Washington":
        votes[line[0]] += 3
    for pattern in (_CITY_BODY, _CITY_OF, _CITY_STATE, _POLICE_IN):
        for match in pattern.finditer(text):
            name = strip_lead(match["city"])
            if pattern is _CITY_BODY and name not in _known_cities():
                name = re.sub(r"\s+(?:City|Town)$", "", name)
            if (
                name
                and not name.upper().endswith(("COUNTY", "STATE", "UNIVERSITY", "DEPARTMENT", "OFFICE"))
                and name not in STATES
                and name.split()[0] not in ("Department", "Public")
            ):
                votes[_title_case(name) if name.isupper() and len(name) > 4 else name] += 2
    for city in _mentioned(text):
        if city not in STATES:
            votes[city] += 1
    for alias, place in _agency_places().items():
        if place.count(",") and alias in text:
            votes[place.split(",")[0]] += 2
    return _main(votes)


_OWN_STATE = re.compile(r"\b(?:Attorney\s+General|Governor|Commonwealth|Legislature)\s+of\s+(?P<state>[A-Z]\w+)")


@cache
def _word(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){re.escape(name)}(?![\w-])")


def _mentioned(text: str) -> Counter[str]:
    """The known cities that the text names, with how often; of "New York City" the whole name alone."""
    found = Counter(
        {city: count for city in _known_cities() if city in text and (count := len(_word(city).findall(text)))}
    )
    for city in list(found):
        longer = [other for other in found if other != city and city in other]
        found[city] -= sum(found[other] for other in longer)
    return +found


def _main(votes: Counter[str]) -> str | None:
    return votes.most_common(1)[0][0] if votes else None


def _title_case(name: str) -> str:
    return re.sub(r"[A-Z]+", lambda m: m[0].capitalize(), name.strip()).replace("’S", "’s").replace("'S", "'s")


def find(doc: Doc, document: Document) -> list[Mention]:
    """Every place mention of the text, in order; counties and cities with the state that the text gives them."""
    text = doc.text
    where = setting(document.text, document.jurisdiction, document.title, document.outlet)
    found: dict[int, Mention] = {}

    def add(start: int, end: int, name: str) -> None:
        if start not in found or found[start].end < end:
            found[start] = Mention(text[start:end], start, end, "place", name, name)

    for match in _COUNTY.finditer(text):
        if not match["lower"] or match["lower"] == "counties":
            plural = match["plural"] == "ies" or match["lower"] == "counties"
            bare = strip_lead(match["names"])
            start = match.start() + match["names"].find(bare) if bare else match.start()
            state = abbreviation(match["state"]) if match["state"] else _one_state(bare)
            if bare:
                add(start, match.end(), f"{bare} counties" if plural else where.place(f"{bare} County", state))
    for match in _CITY_STATE.finditer(text):
        name = strip_lead(match["city"])
        if name and not name.endswith("County"):
            add(
                match.start() + match["city"].find(name),
                match.end(),
                f"{_title_case(name) if name.isupper() else name}, {abbreviation(match['state'])}",
            )
    for match in _STATE_NAME.finditer(text):
        add(match.start(), match.end(), NAMES[abbreviation(match["state"])])
    for match in re.finditer(
        r"\b(?:[Nn]ationwide|[Nn]ationally|the\s+United\s+States|across\s+the\s+(?:country|nation)"
        r"|around\s+the\s+country)\b",
        text,
    ):
        add(match.start(), match.end(), "United States")
    for start, end, name in _bare_cities(text, where):
        add(start, end, name)
    spans = sorted(found.values(), key=lambda m: (m.start, -m.end))
    out: list[Mention] = []
    for mention in spans:
        if not out or mention.start >= out[-1].end:
            out.append(mention)
    return out


def _one_state(county: str) -> str | None:
    known = _county_states().get(county, ())
    return known[0] if len(known) == 1 else None


_CAPITALS = re.compile(r"(?<![\w’'])(?:St\. )?[A-ZÑ][\w]+(?: [A-Z]\w+){0,2}")


def _bare_cities(text: str, where: Setting) -> Iterator[tuple[int, int, str]]:
    """Mentions of the article's city, and of cities known without their state."""
    known = _known_cities()
    own = where.city
    for match in _CAPITALS.finditer(text):
        words = match[0].split(" ")
        for first in range(len(words)):
            start = match.start() + sum(len(word) + 1 for word in words[:first])
            name = next(
                (
                    name
                    for n in range(len(words), first, -1)
                    if (name := " ".join(words[first:n])) == own or known.get(name)
                ),
                None,
            )
            if name:
                if not re.match(r"\s+County|,\s+[A-Z]", text[start + len(name) : start + len(name) + 9]):
                    yield start, start + len(name), where.place(name) if name == own else f"{name}, {known[name]}"
                break
