"""Offices that a text does not name in full: those of its own place, and of the place that a sentence is about."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from spacy.tokens import Token

from extract.agencies import canonical, keepers
from extract.claims.reading import Reading, Unit
from extract.places import NAMES
from extract.places.names import COUNTY_ENDS, city_state, lies_in, seat_of
from extract.places.placelike import no_place

DEPARTMENT = re.compile(
    r"(?<![Ss]tate )(?<![Ss]tate[’']s )\b(?P<what>(?:Department|Division|Bureau) of (?:[A-Z][a-z]+,? (?:and )?)*?"
    r"(?:Corrections?|Detentions?|Prisons|Jails|Probation)(?: and [A-Z][a-z]+)*)\b"
)
"""An office that holds people, by its own name."""
CORRECTIONS = re.compile(r"\b(?:[Cc]ounty|[Cc]ity|[Mm]etro)(?:[’']s)? [Cc]orrections\b")
WORDS = (
    ("sheriff", re.compile(r"\b(?:sheriff|deput(?:y|ies)|jail(?:s|er|ers)?)\b", re.IGNORECASE), "Sheriff's Office"),
    ("police", re.compile(r"\b(?:police|officers|chief)\b", re.IGNORECASE), "Police Department"),
    ("prison", re.compile(r"\bprisons?\b", re.IGNORECASE), "Prison"),
)
"""The sort of an office, the words by which a text speaks of it, and what it is called."""
TITLED = re.compile(
    r"\b(?:(?P<of>state|county|city|legislative|legislature)(?:[’']s)? )?"
    r"(?P<what>auditor|controller|comptroller|attorney general|public defender|inspector general)\b",
    re.IGNORECASE,
)
"""Offices that count for themselves, called by their title alone."""
PEOPLE_OF = re.compile(
    r"(?:[Tt]he |[Aa] )?"
    r"(?:(?P<police>(?:[Cc]ity )?[Pp]olice(?: officials| officers| spokes\w+| commanders)?)"
    r"|[Dd]eputies|[Jj]ailers|(?:[Cc]ounty )?[Jj]ail(?: officials| staff| administrators)?"
    r"|[Ss]heriff(?:[’']s (?:deputies|officials|spokes\w+))?)"
    r" (?:in|of|at|for|from) (?:the (?:city|town|village) of )?"
    r"(?P<place>[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,3})(?![\w-])"
)
"""People who hold others, with the place that they are of behind them."""
TURNED = re.compile(r"(?:the |its )?(?:state(?:[’']s)? )?(?P<what>[a-z]+(?: [a-z]+)?) department", re.IGNORECASE)
"""A department with what it is of before it."""
OF_STATE = frozenset({"Attorney General"})
JAIL = re.compile(r"\b(?:jail|lockup|detention center)\b", re.IGNORECASE)
NO_PLACE = re.compile(
    r"(?:Jan|Febr)uary|March|April|May|June|July|August|(?:Sept|Nov|Dec)ember|October|[A-Z][a-z]+day|FYE?|CY|[QH]\d|Year"
    r"|Spring|Summer|Fall|Autumn|Winter|Christmas|Thanksgiving|Washington|Congress|ICE|DHS|Form|Page|Figure|Table|Part"
)
"""What stands behind "in" and is no town ("in FY 2021", "July brought 16")."""
CLAUSE = re.compile(r";\s(?:(?:and|but)\s)?|,?\s(?:and|but|while|whereas)\s(?=[a-z]+\s(?:[a-z]+\s)?[A-Z])")
"""Where a clause may begin that turns to another place."""
COUNTY_PEOPLE = frozenset({"sheriff", "deputies", "jail", "jailers", "jails"})
"""Who holds people in a county."""
IN_PLACE = re.compile(
    r"(?:(?:And|But|Meanwhile|Elsewhere|To the (?:north|south|east|west)),? )?"
    r"(?:[Oo]ver |[Dd]own |[Uu]p |[Oo]ut )?(?:[Ii]n|[Aa]t|[Nn]ear|[Nn]ext door,? in|[Nn]ext door,?) "
    r"(?:(?:neighboring|nearby|adjoining|adjacent|suburban|rural|smaller|larger) )?"
    r"(?P<place>[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,3})"
    r"(?=,|:| (?:the|its|that|deputies|police|jails?|a|an|it|they|no|none)\b)"
)
"""The beginning of a sentence that turns to a place."""
CLAIMED = 500
"""Characters back to the last county that a text came to speak of."""


def of_home(reading: Reading) -> list[tuple[str, str]]:
    """(name, sort) of the offices that hold people in the place of the text or of who publishes it."""
    found = list(_of_place(reading.text, _own(reading)))
    kept = keepers.of_jail(reading.home, reading.text)
    return [(kept if kept and sort in {"sheriff", "jail"} else name, sort) for name, sort in found]


@lru_cache(maxsize=16)
def _of_place(text: str, place: str | None) -> tuple[tuple[str, str], ...]:
    if place is None:
        return ()
    out = [(f"{place} {found['what']}", "department") for found in DEPARTMENT.finditer(text)][:1]
    if not out and CORRECTIONS.search(text):
        out.append((f"{place} Department of Corrections", "department"))
    county = place.endswith(COUNTY_ENDS)
    for sort, words, _ in WORDS:
        if sort == "sheriff" and "sheriff" not in text.lower() and words.search(text) and county:
            out.append((name_of(place, sort), "jail"))
        elif sort == "sheriff" and not county and "sheriff" not in text.lower() and JAIL.search(text):
            out.append((f"{place} Jail", "jail"))
        elif words.search(text) and county == (sort != "police"):
            out.append((name_of(place, sort), sort))
    return tuple(out)


@lru_cache(maxsize=256)
def name_of(place: str, sort: str) -> str:
    """The full name of a place's sheriff's office, police department or prison."""
    title = next(title for named, _, title in WORDS if named == sort)
    return canonical(f"{place} {title}") or f"{place} {title}"


def _own(reading: Reading) -> str | None:
    home = (reading.home or "").split(",")[0]
    return home if home and home not in NAMES.values() and home != "United States" else None


def placed(reading: Reading, name: str) -> str:
    """A name that leaves its place to the reader ("county Corrections Department") with the place of the text."""
    own = _own(reading)
    return re.sub(r"^(?:the )?(?:county|city|parish)(?:[’']s)? (?=[A-Z])", f"{own} ", name) if own else name


def of_people(words: str) -> str | None:
    """The office of people called by their place: "police in Newton", "deputies in Harvey County"."""
    match = PEOPLE_OF.match(words)
    place = match["place"] if match is not None else None
    if match is None or place is None or place in NAMES.values() or place in NAMES:
        return None
    if match["police"]:
        return None if place.endswith(COUNTY_ENDS) else name_of(place, "police")
    return name_of(place, "sheriff") if place.endswith(COUNTY_ENDS) else None


def titled(reading: Reading, words: str) -> str | None:
    """The office of its own that a title without a place stands for: "the attorney general", "the county auditor"."""
    match = TITLED.search(words)
    if match is None:
        return None
    what = " ".join(word.capitalize() for word in match["what"].split())
    of = (match["of"] or "").lower()
    if of.startswith("legislat") and (state := state_of(reading)):
        return f"{state} Legislative {what}"
    known = [m.name for m in reading.agencies if what in m.name]
    if known:
        return str(known[-1])
    if of == "city" and (own := _own(reading)) is not None and not own.endswith(COUNTY_ENDS):
        return f"{own.removesuffix(' City')} City {what}"
    place = state_of(reading) if what in OF_STATE or of == "state" else _county(reading)
    return f"{place} {what}" if place else None


def department(reading: Reading, words: str) -> str | None:
    """The department of the text that words call the other way round ("the justice department": "the California
    Department of Justice")."""
    match = TURNED.fullmatch(words.strip())
    if match is None:
        return None
    what = match["what"].lower()
    pattern = re.compile(rf"\bDepartment of (?:Public )?{what}s?\b", re.IGNORECASE)
    fit = [m.name for m in reading.agencies if pattern.search(m.name)]
    return str(fit[-1]) if fit else None


def state_of(reading: Reading) -> str | None:
    named = (reading.home or "").split(", ")[-1]
    return NAMES.get(named) or (named if named in NAMES.values() else None)


def _county(reading: Reading) -> str | None:
    """The county of the text: its home, else the one that it names most."""
    own = _own(reading)
    if own is not None and own.endswith(COUNTY_ENDS):
        return own
    named = Counter(p.name.split(",")[0] for p in reading.places if p.name.split(",")[0].endswith(COUNTY_ENDS))
    return named.most_common(1)[0][0] if named else None


def of_subject(reading: Reading, unit: Unit, before: int | None = None) -> list[tuple[str, str]]:
    """(name, sort) of the offices of a place whose bare name begins a sentence ("Hartford reported four"), or the last
    clause before a place in it ("; in Marin County the jail declined 41")."""
    subject = _place_in_lead(reading, unit, before) or _first_subject(unit)
    if subject is None or subject in NAMES.values() or NO_PLACE.fullmatch(subject) or _is_party(reading, unit, subject):
        return []
    known = {p.name.split(",")[0] for p in reading.places}
    if subject.endswith(COUNTY_ENDS):
        return [(name_of(subject, "sheriff"), "sheriff")]
    whole = next((f"{subject} {unit_}" for unit_ in COUNTY_ENDS if f"{subject} {unit_}" in known), None)
    if whole:
        return [(name_of(whole, "sheriff"), "sheriff")]
    people = {o.name.split()[-1] for o in reading.officials}
    if subject.split()[-1] not in people and _county_here(reading, subject):
        return [(name_of(f"{subject} County", "sheriff"), "sheriff")]
    if subject not in known and (subject.split()[-1] in people or not _like_place(reading, subject)):
        return []
    out = [(name_of(subject, "police"), "police")] if WORDS[1][1].search(reading.text) else []
    if seat := _seat(reading, subject):
        out.append((name_of(f"{seat} County", "sheriff"), "sheriff"))
    elif any(name.endswith(COUNTY_ENDS) for name in known) or not out:
        out.append((name_of(f"{subject} County", "sheriff"), "sheriff"))
    return out


def _seat(reading: Reading, subject: str) -> str | None:
    """The county of another name in which a city lies: "In Madison, the jail logged nine" is Dane County's."""
    state = (reading.home or "").rpartition(", ")[2]
    return None if lies_in(subject, state) else seat_of(subject, state)


def begins_with_place(reading: Reading, unit: Unit, before: int | None = None) -> bool:
    """Whether a sentence, or its clause before a place, turns to a place at its beginning ("In Nassau, where ...")."""
    return _place_in_lead(reading, unit, before) is not None


def by_county(reading: Reading, token: Token) -> str | None:
    """The sheriff's office of a county of the text's state, called without its word ("the Middlesex sheriff", "DeKalb's
    sheriff") or by the city that is its seat ("New Orleans' jail")."""
    if token.lower_ not in COUNTY_PEOPLE:
        return None
    named = [child for child in token.lefts if child.dep_ in {"compound", "nmod", "poss"} and child.pos_ == "PROPN"]
    if not named:
        return None
    name = token.doc[named[0].left_edge.i : named[-1].i + 1].text
    state = (reading.home or "").rpartition(", ")[2]
    if lies_in(name, state):
        return name_of(f"{name} County", "sheriff")
    seat = seat_of(name, state) if state else None
    whole = f"{seat} {'Parish' if state == 'LA' else 'County'}" if seat else None
    return (keepers.of_jail(f"{whole}, {state}") or name_of(whole, "sheriff")) if whole else None


def at_lead(reading: Reading, position: int) -> list[tuple[str, str]]:
    """(name, sort) of the offices of the place with which the sentence at a place begins ("In Nassau, where ...")."""
    unit = reading.unit_at(position)
    return of_subject(reading, unit) if unit is not None and begins_with_place(reading, unit) else []


def _place_in_lead(reading: Reading, unit: Unit, before: int | None = None) -> str | None:
    """The place that a sentence or its last clause before a place begins with: "In Nassau, ...", "Over in neighboring
    Wake County, ...", "; in Marin County the jail"."""
    clauses = [m.end() for m in CLAUSE.finditer(reading.text, unit.start, before)] if before is not None else []
    found = (IN_PLACE.match(reading.text, start, unit.end) for start in (*reversed(clauses), unit.start))
    match = next((m for m in found if m is not None), None)
    if match is None:
        return None
    named = reading.within(reading.places, *match.span("place"))
    return named[0].name.split(",")[0] if named else match["place"]


def _first_subject(unit: Unit) -> str | None:
    """The name that is the first subject of a sentence: "Hartford reported four"."""
    first = next((token for token in unit.span if token.dep_ in {"nsubj", "nsubjpass"}), None)
    if first is None or first.pos_ != "PROPN":
        return None
    left = first.i
    while left > unit.span.start and first.doc[left - 1].pos_ == "PROPN":
        left -= 1
    return str(first.doc[left : first.i + 1].text)


def of_bare_county(reading: Reading, subject: Token) -> str | None:
    """The sheriff's office of a county that a subject names without its word ("Hennepin posts none; its sheriff")."""
    name = subject.text if subject.pos_ == "PROPN" else ""
    return name_of(f"{name} County", "sheriff") if name and _county_here(reading, name) else None


def _county_here(reading: Reading, subject: str) -> bool:
    """Whether a bare name is a county of the state of a text that is about a county ("Nassau received 68")."""
    home = reading.home or ""
    if not lies_in(subject, home.rpartition(", ")[2]):
        return False
    if home.split(",")[0].endswith(COUNTY_ENDS):
        return True
    on_counties = any(place.name.split(",")[0].endswith(COUNTY_ENDS) for place in reading.places)
    return on_counties and city_state(subject) is None


def _is_party(reading: Reading, unit: Unit, subject: str) -> bool:
    start = reading.text.find(subject, unit.start, unit.end)
    return bool(reading.over(reading.agencies, start, start + len(subject)))


def _like_place(reading: Reading, subject: str) -> bool:
    """Whether a name that no list knows stands where places stand elsewhere in the text, or heads its appositive."""
    if no_place(subject.split()[0]):
        return False
    name = re.escape(subject)
    pattern = (
        rf"\b(?:in|of|near|at|from) {name}\b(?! \d)"
        rf"|\b{name}, (?:a|the|an) (?:\w+ )?(?:city|town|county|suburb|borough)"
    )
    return re.search(pattern, reading.text) is not None


def of_counties(reading: Reading) -> list[tuple[str, str]]:
    """(sheriff's office, "most" or "first") of the county that the text names most and of the first that it names."""
    return list(_of_counties(tuple(p.name.split(",")[0] for p in reading.places)))


@lru_cache(maxsize=16)
def _of_counties(places: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    counties = [name for name in places if name.endswith(COUNTY_ENDS)]
    if not counties:
        return ()
    most = Counter(counties).most_common(1)[0][0]
    return ((name_of(most, "sheriff"), "most"), (name_of(counties[0], "sheriff"), "first"))


def of_last_county(reading: Reading, position: int) -> str | None:
    """The sheriff's office of the county that the text spoke of last before a place in it."""
    before = reading.within(reading.places, position - CLAIMED, position)
    counties = [p.name.split(",")[0] for p in before if p.name.split(",")[0].endswith(COUNTY_ENDS)]
    return name_of(counties[-1], "sheriff") if counties else None
