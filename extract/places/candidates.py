"""The places that an article may be about, each with the signs that speak for it or against it."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from functools import lru_cache

from extract.needles import sought
from extract.places.names import (
    COUNTY_ENDS,
    NAMES,
    OWNERS,
    bare_county,
    is_region,
    known_cities,
    lies_in,
    seat_of,
    strip_lead,
)
from extract.places.placelike import other_words, persons_of, placelike, places_of

COUNTY, CITY, STATE, NATION = "county", "city", "state", "nation"

_FRONT = r"(?:(?:St|Mt|Ft)\. |(?:El|La|Los|Las|San|Santa|New|Fort|Port|Lake|Mount|Saint) )"
PLAIN = rf"(?:{OWNERS.pattern[:-1]}|{_FRONT}?(?:Mc|De|Du|La|O[’'])?[A-ZÑ][a-zñ]+(?:-[A-Z][a-z]+)*)"
_BARE = rf"(?P<name>{PLAIN}(?: {PLAIN})?(?: {PLAIN})?)"
_CUSTODY = (
    r"(?:jail(?:s|ers?)?|facility|sheriff|deputies|lockup|undersheriff|inmates"
    r"|(?:(?:Regional|Metro|Metropolitan|Municipal|City|Central|Adult) )*(?:Jail|Detention (?:Center|Facility|Bureau)"
    r"|Correctional (?:Center|Facility)|Correction(?:s|al) (?:Center|Department)|Prison|House of Corrections?))\b"
)
_TOWN = r"(?:police|city|officers|mayor|council|councilors?|cops)\b"
DOES = (
    r"(?:(?:has|had|have|is|was|were|will|would|can|could|did|does|took|got|held|kept|let|sent|gave|made|began|became"
    r"|put|says|said|turned|stopped|never|now|no longer|alone|itself|also|first)\b|[a-z]+ed\b)"
)
_INSIDE = "[Ii]n|[Aa]t|[Tt]o|[Ff]rom|[Oo]f|[Nn]ear|[Oo]utside|[Ii]nside"
MORE = (
    r", (?:(?:with|on|where|which|whose|home|in|near|to|just|farther|further|next|across)\b"
    r"|(?:the|an?) (?:[\w’'-]+ ){0,3}(?:city|town|borough|village|suburb|seat|neighbor)\b)"
)
_HAS = r"(?:with|ha[ds]|got|took in|received|at|for|held|reported)"
_NOT_FROM = r"(?<![Ff]rom )(?<![Ii]n )(?<![Oo]f )"
_CONTEXTS = (
    ("within", sought(rf"\b(?:{_INSIDE}) (?:nearby |neighboring |adjacent )?{_BARE}(?![\w’'-]| [A-Z])")),
    ("owns", sought(rf"(?<![\w.] ){_BARE}[’']s? (?P<after>\w+)")),
    ("body", sought(rf"(?<![A-Z]\w )(?<![a-z] [A-Z]\w)\b{_BARE} (?={_CUSTODY}|{_TOWN})")),
    ("counts", sought(rf"{_NOT_FROM}\b{_BARE},? {_HAS} (?=\d)(?!\d+ years\b)")),
    ("custody", sought(rf"\b{_BARE}(?=, whose (?:\w+ )?{_CUSTODY})")),
    ("does", sought(rf"(?:^|(?<=[.!?”\"] )|(?<=, )|(?<=; )){_BARE}(?={MORE}| {DOES})", re.M)),
)
_NOT_HERE = re.compile(
    r"(?:[’']s)? (?:field |regional |ERO )?[Oo]ffice|(?:[’']s)? (?:Act|Law|University|College|Times|Institute|Ordinance"
    r"|Directive|case|decision|ruling|law\b|administration|policy)|-based| v\. "
    r"| (?:de(?: la| los| las)?|del|du|for) [A-ZÁÉÍÓÚ]| \d{1,2}\b(?! (?:of|people|inmates|requests|detainers|times)\b)"
    r"|[’']s (?:order|bill|letter|office"
    r"|lawyers?|spokes\w+|predecessor|attorney|announcement|campaign|deputy|boss|term|family|mother|father|parents|wife|husband"
    r"|widow|sister|brother|son|daughter|killing|killer|murder|death|slaying|arrest|trial|remarks|testimony)\b"
)
_BODY_OF = re.compile(
    r"\b(?:Department|Office|Board|Bureau|Division|Institute|Union|University|Bank|Court)\s+of\s+(?:the\s+)?$"
)
_BRANCH = re.compile(
    r"\b(?:ERO|(?:ICE|HSI|DHS|[Aa]gency|[Gg]overnment|[Bb]ureau|[Dd]epartment)(?:[’']s)?"
    r"|(?:office|agents|officers|officials|spokes\w+|director|supervisor|headquarters)(?: for (?:the )?\w+)? in"
    r"|(?:agents?|officers?|officials?|man|woman|spokes\w+|lawyers?|lawmakers?|senators?|professors?) (?:from|out of)"
    r"|(?:researchers?|scholars?|analysts?|professors?|institute|think tank|nonprofit|university|law firm) (?:in|at)"
    r"|(?:north|south)?(?:east|west|north|south) of|(?:miles?|minutes?|hours?|drive|ride|far) (?:\w+ )?(?:of|from)"
    r"|(?:hearing|rally|conference|trial|judge|court|courthouse|phone|vote|forum|speaking|sitting|testifying)"
    r" (?:in|from))"
    r"(?: (?:nearby|regional|downtown))?\s+$"
)
_BRANCH_AFTER = re.compile(
    r"(?:[’']s)? (?:(?:regional|district|local|ICE|ERO|immigration|federal) )*(?:field |area )?(?:sub-?)?"
    r"(?:office|bureau)\b",
    re.I,
)
"""A federal office of a place: the article need not be about it."""
_BESIDES = re.compile(
    r"\b(?:neighboring|nearby|unlike|elsewhere in|next door,?(?: in)?|as in|compared with|like|such as|including)\s*$"
)
_SIZES = ((1, "1"), (2, "2"), (4, "3"), (99, "5"))


@dataclass
class Candidate:
    """A place by its name without the state, and what the text has about it."""

    name: str
    kind: str
    forms: set[str] = field(default_factory=set)
    """How it is named: `county`, `dateline`, `within`, `owns`, `body`, `does`, `outlet`, `head`, ..."""
    at: list[int] = field(default_factory=list)


def bare_names(text: str) -> dict[str, Candidate]:
    """Proper names that stand where a place stands ("in Delacroix", "Vallecito's jail"), persons left out."""
    found: dict[str, Candidate] = {}
    for name, start, forms in _standing(text):
        one = found.setdefault(name, Candidate(name, CITY))
        one.forms.update(forms)
        one.at.append(start)
    return found


@lru_cache(maxsize=4)
def _standing(text: str) -> tuple[tuple[str, int, tuple[str, ...]], ...]:
    """Each of them with where it stands and its forms there; kept, as more than one reader of a text asks."""
    found = []
    persons = persons_of(text)
    for form, pattern in _CONTEXTS:
        for match in pattern.finditer(text):
            name = strip_lead(match["name"])
            start = match.start("name") + match["name"].find(name) if name else -1
            if not name or _TITLED.search(match["name"].removesuffix(name)) or not placelike(name, text, persons):
                continue
            if _NOT_HERE.match(text, start + len(name)) or _BODY_OF.search(text[max(0, start - 40) : start]):
                continue
            if form in _NO_ARTICLE and _ARTICLE.search(text, max(0, start - 4), start):
                continue
            if form == "body" and _SEVERAL.search(text[max(0, start - 12) : start]) and _JAILS.match(text, match.end()):
                continue
            after = text[start + len(name) : start + len(name) + 30] if form in {"owns", "body"} else ""
            runs = [kind for kind, shape in _RUNS if shape.match(after)]
            found.append((name, start, (form, *runs)))
    return tuple(found)


_RUNS = (
    ("custody", re.compile(rf"[’']?s? (?:county |\w+ )?{_CUSTODY}")),
    ("town", re.compile(rf"[’']?s? {_TOWN}")),
)
"""What a place has whose name owns it or stands before it."""
_NO_ARTICLE = frozenset({"owns", "counts", "does"})
"""Forms in which no article stands before a place: "the Gazette reported", "the Observer's request" are papers."""
_ARTICLE = re.compile(r"\b[Tt]he $")
_SEVERAL = re.compile(r"\b(?:two|three|four|five|six|seven|eight|nine|ten|several|many|most|all) $", re.I)
_JAILS = re.compile(r"(?:jails|sheriffs|lockups)\b")
"""Those of a region: "four Midlands jails"."""
_TITLED = re.compile(
    r"(?:[Ss]heriff|Chief|Mayor|Gov\.|Governor|Commissioner|Director|Warden|Judge|Justice|Superintendent|Supervisor"
    r"|Captain|Capt\.|Lt\.|Sgt\.|Major|Deputy|Attorney|Secretary|President|Councilor|Officer|Executive|[a-z]*man"
    r"|[a-z]*woman|Member|Clerk|Inspector|Administrator|Chairman|Chairwoman)\s+$"
)
"""A role before a name: it is its bearer's."""


def county_name(name: str, parish: bool) -> str:
    return name if name.endswith((*COUNTY_ENDS, " Borough")) else f"{name} {'Parish' if parish else 'County'}"


def gather(
    text: str,
    line: tuple[str, str | None, int] | None,
    counties: list[tuple[int, str, str | None]],
    cities: dict[str, int],
    states: list[str],
    outlet: str | None,
    title: str | None,
    publisher: tuple[str, str] | None = None,
) -> list[Candidate]:
    """Every place that the text may be about: counties and cities by what names them, states, the nation."""
    found: dict[tuple[str, str], Candidate] = {}

    def add(name: str, kind: str, form: str, at: list[int]) -> Candidate:
        one = found.setdefault((name, kind), Candidate(name, kind))
        one.forms.add(form)
        one.at += at
        return one

    parish = states[:1] == ["LA"] or bool(re.search(r"\b[Pp]arish\b", text))
    spans: defaultdict[str, list[int]] = defaultdict(list)
    for at, name, _ in counties:
        spans[name].append(at)
    for name, places in spans.items():
        add(name, COUNTY, "county", places)
    if publisher:
        add(*publisher, "publisher", places_of(publisher[0], text))
    bare = bare_names(text)
    if line and line[0] != "Washington":
        bare.setdefault(line[0], Candidate(line[0], CITY)).forms.add("dateline")
    if outlet:
        bare.setdefault(outlet, Candidate(outlet, CITY)).forms.add("outlet")
    for name in cities:
        if name.split()[0] in other_words():
            continue
        bare.setdefault(name, Candidate(name, CITY)).forms.add("city")
    own = {state for state in states if state not in NAMES}
    own |= {whose[1] for county in spans if (whose := _WHOSE.match(county))}
    for name, one in bare.items():
        if name in own or (f"{name} Regional" in text and is_region(name) and not one.forms & _FIRM):
            continue  # "the Virginia Peninsula Regional Jail"
        kinds = (COUNTY,) if name.endswith(COUNTY_ENDS) else (CITY, COUNTY)
        for kind in kinds:
            seat = seat_of(name, states[0] if states else None) if kind == COUNTY else None
            whole = county_name(seat or name, parish) if kind == COUNTY else name
            for form in sorted(one.forms):
                add(whole, kind, form, [])
            found[whole, kind].at += places_of(name, text)
            if name in known_cities():
                found[whole, kind].forms.add("known")
    for rank, state in enumerate(states):
        name = NAMES.get(state, state)
        add(name, STATE, f"rank{min(rank, 2)}", places_of(name, text))
    if found or _WORDS["nation"].search(text):
        add("United States", NATION, "nation", [])
    for one in found.values():
        one.at = sorted(set(one.at))
        if title and places_of(bare_county(one.name), title):
            one.forms.add("head")
        if one.at and all(_BESIDES.search(text[max(0, at - 30) : at]) for at in one.at):
            one.forms.add("beside others")
        if one.kind in (COUNTY, CITY) and one.at and _is_branch(one, text):
            one.forms.add("branch")
    kept = [one for one in found.values() if "branch" not in one.forms or one.forms & _FIRM]
    return _that_exist(kept, states[0] if states else None)


_WHOSE = re.compile(r"(.+?)[’']s (?!County)")
"""Whose a county's name says that it is: "Widow's Creek County" is no place called Widow."""


def _that_exist(found: list[Candidate], state: str | None) -> list[Candidate]:
    """Without counties that only a bare name would make ("the Lew Sterrett jail"), where the text names a real county
    of its state and the state has none of theirs; without those of a stretch of land."""

    def exists(one: Candidate) -> bool:
        return lies_in(bare_county(one.name), state)

    real = any(one.kind == COUNTY and "county" in one.forms and exists(one) for one in found)
    return [
        one for one in found
        if one.kind != COUNTY or one.forms & _FIRM or exists(one) or not (real or is_region(bare_county(one.name)))
    ]  # fmt: skip


_FIRM = {"county", "dateline", "publisher", "outlet"}
"""Forms by which a place is more than where a federal office stands."""


def _is_branch(one: Candidate, text: str) -> bool:
    name = bare_county(one.name)
    return all(_BRANCH.search(text[max(0, at - 40) : at]) or _BRANCH_AFTER.match(text, at + len(name)) for at in one.at)


_WORDS = {
    "custody": sought(
        r"\b(?:sheriff|undersheriff|deput(?:y|ies)|jail(?:er)?|lockup|county|parish|warden)(?:[’']s|s)?\b", re.I),
    "town": sought(r"\b(?:city|police|mayor|councilors?|council\w*|alder\w+|precincts?|town)(?:[’']s)?\b", re.I),
    "state": sought(
        r"\b(?:state\s+prisons?|Department\s+of\s+Corrections?|statewide|state[’']s|the\s+state|governor|Gov\."
        r"|legislat\w+|lawmakers|attorney\s+general|counties|sheriffs)\b", re.I),
    "many": sought(r"\b(?:jails|sheriffs|counties|departments|prisons|parishes|agencies|lockups|cities)\b"),
    "one": sought(
        r"\b(?:[Tt]he|[Hh]is|[Hh]er|its|our) (?:\w+ )?(?:jail|sheriff|county|parish|department|city|police|lockup)\b"),
    "nation": sought(
        r"\b(?:nationwide|nationally|the\s+(?:country|nation)|Congress\w*|Senate|Washington|TRAC|Transactional"
        r"|researchers?|jurisdictions|states|White House|Americans?)\b"),
    "seat": sought(r"^WASHINGTON\b(?!,? (?:COUNTY|Wash))|^WASHINGTON \(", re.M),
    "watchdog": sought(
        r"\b(?:Government\s+Accountability\s+Office|GAO|[Ii]nspector\s+[Gg]eneral|OIG|[Ff]act[- ][Cc]heck"
        r"|[Tt]hink\s+tank|annual\s+report|year-end\s+report|fiscal\s+years?)\b"),
}  # fmt: skip
_PARENT = sought(r"\b(?:Under)?[Ss]heriff [A-Z]|\b[Tt]he sheriff\b")


def signs(text: str, candidates: list[Candidate]) -> list[list[str]]:
    """What speaks for each candidate, as names of signs."""
    counted = {name: pattern.count(text) for name, pattern in _WORDS.items()}
    top = {name: pattern.search(text[:400]) is not None for name, pattern in _WORDS.items()}
    most = {kind: max((len(c.at) for c in candidates if c.kind == kind), default=0) for kind in (COUNTY, CITY, STATE)}
    first = {kind: min((c.at[0] for c in candidates if c.kind == kind and c.at), default=None) for kind in most}
    explicit = any("county" in c.forms for c in candidates)
    has_line = any("dateline" in c.forms for c in candidates)
    local = any(c.forms - {"outlet"} for c in candidates if c.kind in (COUNTY, CITY))
    out = []
    for c in candidates:
        k = c.kind
        mine = [k]
        mine += [f"{k} {form}" for form in sorted(c.forms)]
        if k == COUNTY and "county" not in c.forms:
            mine.append("derived county" + (" beside named" if explicit else ""))
            if has_line and "dateline" not in c.forms:
                mine.append("derived county, no dateline")
        if k in (COUNTY, CITY) and c.forms <= {"within", "known", "city", "does"}:
            mine.append(f"{k} weakly named" + (" early" if c.at and c.at[0] < 120 else ""))
        if c.at:
            mine += [f"{k} in the first sentence"] * (c.at[0] < 120)
            mine.append(f"{k} {next(size for most_of, size in _SIZES if len(c.at) <= most_of)} times")
            mine += [f"{k} top"] * (c.at[0] < 300) + [f"{k} first"] * (c.at[0] == first.get(k))
            mine += [f"{k} late"] * (c.at[0] > 800)
        mine += [f"{k} most"] * (bool(c.at) and len(c.at) == most.get(k))
        for name, many in counted.items():
            mine.append(f"{k} | {name} {'0' if not many else '1' if many < 2 else '2' if many < 5 else '5'}")
            mine += [f"{k} | top {name}"] * top[name]
        more = "custody" if counted["custody"] > counted["town"] else "town" if counted["town"] else "neither"
        mine.append(f"{k} | {more} words")
        mine += [f"{k} | a sheriff"] * bool(_PARENT.search(text))
        if has_line and "dateline" not in c.forms:
            mine.append(f"{k} beside a dateline")
        if k in (STATE, NATION):
            mine.append(f"{k} | local place" if local else f"{k} | none local")
            mine += [f"{k} | named county"] * explicit
        out.append(mine)
    return out
