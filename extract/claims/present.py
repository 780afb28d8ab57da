"""Who is present where a number stands, whoever speaks: the parties of its sentence, heading, places and text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from itertools import islice

from extract.claims import bodies, offices, papers
from extract.claims.case import SIDED, Case, Party
from extract.claims.papers import STATES
from extract.claims.parties import custody_party, federal_party, is_outlet, outlet_party, side, type_of
from extract.claims.reading import CELLS, Reading, Unit
from extract.model import Mention
from extract.needles import sought
from extract.places import NAMES
from extract.places.names import COUNTY_ENDS

OURS = re.compile(r"\b(?:we|our|us)\b", re.IGNORECASE)
POLICE = re.compile(r"\b(?:[Pp]olice|[Oo]fficers|[Cc]hief)\b")
SHERIFF = sought(
    r"sheriff|\bdeput(?:y|ies)\b(?! (?:director|chief of staff|secretary|mayor|commissioner|field))", re.IGNORECASE
)
"""Words by which a text speaks of a sheriff."""
OFFICE = re.compile(
    r" (?:City )?(?:Police|Sheriff|Jail|Prison|Department|Detention|Correctional|Regional|Public Safety)\b.*$"
)
"""What the name of who holds people is called behind its place."""
HERE = ("acts", "counts", "besides", "it", "named", "inner", "outer", "possessive", "label", "says", "beside", "goes")
"""Kinds of sources by which the sentence itself speaks for a party."""
REACH = 700
"""Characters before a number in which an agency is near."""
HEADING = 1200
"""Characters above a row in which its heading stands."""
MANY_SPEECHES = 3
"""Speeches of one party by which it may be the one that the text mostly hears."""
FINDINGS = re.compile(
    r"\b(?:findings|results|records|data|figures|numbers|highlights)\b[^.!?]{0,60}:\s*$", re.IGNORECASE
)
"""A line above rows that lays them to what was looked at ("Among the findings:")."""
LINES = frozenset({"publisher", "main federal", "main custody", "before told", "before untold", "before same line"})
"""Sources that weigh differently in a headline, a list, a table."""


def present(case: Case, reading: Reading, unit: Unit, position: int) -> None:
    """The parties of the text, by where they are named, and who publishes it."""
    case.add(outlet_party(reading), "agency", "publisher")
    outlet = reading.document.outlet
    if outlet and not is_outlet(outlet) and (side(outlet) == "group" or bodies.is_group(outlet)):
        ours = OURS.search(reading.text, unit.start, unit.end)
        case.add(outlet, "organization", "group publishes", *(["group speaks of itself"] if ours else []))
    case.add(federal_party(reading, position), "agency", "main federal")
    case.add(custody_party(reading, position), "agency", "main custody")
    for mention in reading.within(reading.agencies, unit.start, unit.end):
        order = "before" if mention.start < position else "behind"
        subject = ["named as subject"] if _is_subject(reading, mention) else []
        case.add(mention.name, type_of(mention.name), f"named {order}", *subject)
    last = {side(m.name): m for m in reading.within(reading.agencies, position - REACH, unit.start)}
    for where in (*SIDED, "group"):
        there = reading.unit_at(last[where].start) if where in last else None
        if there is not None and there.paragraph == unit.paragraph:
            case.add(last[where].name, type_of(last[where].name), f"last {where}")
    for name, sort in offices.of_home(reading):
        case.add(name, "agency", f"home {sort}")
    case.add(offices.of_last_county(reading, position), "agency", "county before")
    for name, sort in offices.of_counties(reading):
        case.add(name, "agency", f"county {sort}")
    _bodies(case, reading, unit, position)
    _heading(case, reading, unit)
    if unit.kind in {"list", "table", "headline"}:
        for party in case.parties.values():
            party.sources += [f"{source} in a {unit.kind}" for source in party.sources if source in LINES]


def throughout(case: Case, reading: Reading) -> None:
    """What the whole text says of each party: whether it is named most of its side, in the title, speaks most."""
    named = Counter(mention.name for mention in reading.agencies)
    spoke = Counter(quote.speaker_agency or quote.speaker for quote in reading.quotes)
    title = reading.document.title or ""
    for name, party in case.parties.items():
        most = max((n for other, n in named.items() if side(other) == side(name)), default=0)
        if named[name] and named[name] == most:
            party.sources.append("throughout most")
        if spoke[name] >= MANY_SPEECHES and 2 * spoke[name] >= sum(spoke.values()):
            party.sources.append("throughout speaks")
        if "Sheriff" in name and not SHERIFF.search(reading.text):
            party.sources.append("throughout no sheriff")
        if title and name.split(" Sheriff")[0].split(" Police")[0] in title:
            party.sources.append("throughout title")


def _is_subject(reading: Reading, mention: Mention) -> bool:
    """Whether what is named is the subject of a verb."""
    span = reading.doc.char_span(mention.start, mention.end, alignment_mode="expand")
    return span is not None and span.root.dep_ in {"nsubj", "nsubjpass"}


def _bodies(case: Case, reading: Reading, unit: Unit, position: int) -> None:
    """Bodies that no vocabulary knows: in the sentence, and the last one before it."""
    for body in bodies.named(reading, unit.start, unit.end):
        subject = _is_subject(reading, body)
        if subject or bodies.counts(reading, body):
            case.add(body.name, body.kind, "body as subject" if subject else "body here")
    if case.settled:
        return
    near = [b for b in bodies.named(reading, position - REACH, unit.start) if bodies.counts(reading, b)]
    there = reading.unit_at(near[-1].start) if near else None
    if there is not None:
        same = there.paragraph == unit.paragraph
        case.add(near[-1].name, near[-1].kind, f"body {'in this paragraph' if same else 'before'}")


def _heading(case: Case, reading: Reading, unit: Unit) -> None:
    """Who is named in what stands above the rows of a table or list."""
    if unit.kind not in {"list", "table"} and not CELLS.match(reading.text[unit.start : unit.end]):
        return
    first, last = (bisect_left(reading.units, at, key=lambda u: u.start) for at in (unit.start - HEADING, unit.start))
    prose = (
        u
        for u in reversed(reading.units[first:last])
        if u.kind != "list" and not CELLS.match(reading.text[u.start : u.end])
    )
    for line in islice(prose, 2):
        if FINDINGS.search(reading.text, line.start, line.end):
            found = papers.brought_up(reading, line.end)
            if side(found) in {"federal", "group"}:  # who holds people may be many, each with logs of its own
                case.add(found, type_of(found), "heads", "paper before", "paper itself")
                return
        for mention in reading.within(reading.agencies, line.start, line.end)[:1]:
            case.add(mention.name, type_of(mention.name), "heads")


def places(case: Case, reading: Reading, unit: Unit) -> None:
    """Whether the sentence is about another place than a local party's own: the place that acts, else any it names."""
    words = reading.text[unit.start : unit.end]
    local = [case.acts_at] if case.acts_at else _local(reading, unit.start, unit.end)
    speaker = _of_speaker(case) if not local else None
    first = bisect_left(reading.units, unit.paragraph, key=lambda u: u.paragraph)
    last = next(iter(_local(reading, reading.units[first].start, unit.start)[::-1]), None)
    here = _called(reading, unit)
    by_police = bool(here) and all("Police" in name for name in here)  # "Cobb County police got four": no sheriff
    for place in dict.fromkeys(local):
        if by_police and place.endswith(COUNTY_ENDS):
            continue
        if place.endswith(COUNTY_ENDS):
            case.add(offices.name_of(place, "sheriff"), "agency", "place of a county")
        elif POLICE.search(words):
            case.add(offices.name_of(place, "police"), "agency", "place with police")
    named = {m.name for m in reading.within(reading.agencies, unit.start, unit.end) if not m.text.islower()}
    named.add(outlet_party(reading) or "")
    for party in case.parties.values():
        if any(source.startswith("paper") for source in party.sources):
            continue  # whose document it is that tells of a place need not be of it
        if side(party.name) == "custody" and not (party.name in here and party.name.startswith(STATES)):
            if not local and here:
                spoken = any(source.startswith("inner") for source in party.sources)
                party.sources += [] if spoken or party.name in here else ["elsewhere"]
                continue
            other = by_police and "Police" not in party.name and not any(s.startswith("inner") for s in party.sources)
            if local and (other or not any(name in party.name for name in local)):
                party.sources += ["elsewhere", "elsewhere acts"] if case.acts_at else ["elsewhere"]
            if speaker and not party.name.startswith(speaker):
                party.sources += ["elsewhere"] if _untold(party) else []
                continue
            if not local and not speaker and last and last not in party.name and party.name not in named:
                party.sources.append("elsewhere before")


def _of_speaker(case: Case) -> str | None:
    """The place of who speaks for holders of people ("Tipton's chief said his department had gotten three"): who spoke
    before him is of another place, wherever the sentence names none."""
    spoke = (name for name, party in case.parties.items() if "inner person custody" in party.sources)
    return next((OFFICE.sub("", name) for name in spoke if not name.startswith(STATES)), None)


def _untold(party: Party) -> bool:
    """Whether nothing in the sentence speaks for a party: it is of what stands before, or of the whole text."""
    return not any(source.startswith(HERE) for source in party.sources)


def _called(reading: Reading, unit: Unit) -> set[str]:
    """Who holds people and is called by its place in a sentence ("In Westering, where the police lockup ...")."""
    named = (m.name for m in reading.within(reading.agencies, unit.start, unit.end) if side(m.name) == "custody")
    words = reading.text[unit.start : unit.end]
    return {name for name in named if name.split()[0] in words}


def _local(reading: Reading, start: int, end: int) -> list[str]:
    """The cities and counties named between two places."""
    named = [place.name.split(",")[0] for place in reading.within(reading.places, start, end)]
    return [name for name in named if name not in NAMES.values() and name != "United States"]
