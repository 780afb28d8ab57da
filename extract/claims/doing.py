"""Who does something to what a number counts, as a source of its claimant."""

from __future__ import annotations

import re

from spacy.tokens import Token

from extract.claims import bodies, lexicon, offices, surveys
from extract.claims.acts import Reading as Measure
from extract.claims.agents import agent
from extract.claims.case import Case
from extract.claims.described import KEEPERS, reviewer
from extract.claims.frames import Frame
from extract.claims.governments import civil_party
from extract.claims.parties import (
    COUNTY,
    custody_party,
    data,
    federal_party,
    is_outlet,
    outlet_party,
    party_of,
    side,
    side_of_token,
    type_of,
)
from extract.claims.reading import Reading
from extract.claims.subjects import agency_of_person, meant
from extract.claims.triggers import Trigger
from extract.claims.voices import kind_of_party, party_of_speaker

CITY = re.compile(r"(?:City|Town) of (?P<name>.+)")
OFFICES = frozenset(
    {"department", "office", "division", "unit", "clerks", "jailers", "detention", "lockup", "facility"}
)
SPEAKER = frozenset({"we", "our", "i", "my", "he", "his", "she", "her"})
FROM = re.compile(r"^[ \t]*(?:FROM|From)\s*:[^\n]+", re.MULTILINE)
HEAD = 1200
"""Characters in which the head of a memo stands."""
BEGINS = 5
"""Characters of what is said before its subject ("that it")."""
AUTHOR = frozenset({"we", "our", "i", "my"})


def gather(case: Case, reading: Reading, frame: Frame, because: Measure, who: Token | None) -> None:
    """Adds who does what decided the measure (`acts`, `counts`), and who does what else governs it (`besides`)."""
    position = frame.count.start
    if who is not None:
        links = [t for t, _ in frame.links if not _under(t, because.trigger)]
        counts = any(t.action == "counted" and agent(t) == who for t in links)
        sort = "counts" if counts else "acts"
        _does(case, reading, who, position, sort, because.rule.split()[0])
        cue = case.around[0].cue_start if case.around and not case.around[0].direct else None
        acting = party_of(reading, who)
        if acting and cue is not None and because.trigger is not None and because.trigger.token.idx != cue:
            order = "before" if because.trigger.token.idx < cue else "behind"
            counting = "a counting" if counts and _counts(case.around[0].cue or "") else "the"
            case.add(acting, type_of(acting), f"{sort} {order} {counting} cue")
    for trigger, _ in frame.links:
        other = agent(trigger)
        if other is not None and other != who and trigger is not because.trigger:
            how = "counted" if trigger.action == "counted" else "acting"
            _does(case, reading, other, position, "besides", how)


def _speaks_of_itself(case: Case, reading: Reading, pronoun: Token) -> str | None:
    """Who is told to have said what begins with a pronoun: "The field office said it took 44"."""
    said = case.around[0] if case.around else None
    if said is None or said.direct or said.speaker_kind not in {"agency", "organization"}:
        return None
    begins = said.cue_start is not None and said.cue_start < pronoun.idx <= said.start + BEGINS
    return party_of_speaker(reading, said)[0] if begins else None


def _under(trigger: Trigger, decided: Trigger | None) -> bool:
    """Whether a verb stands under the one that decided, and counts nothing itself: the "go" of "let 90 people go"."""
    return decided is not None and trigger.token != decided.token and trigger.token.head == decided.token


def _counts(cue: str) -> bool:
    """Whether a cue counts itself: "the jail counted 29 and ICE counted 33" is no speech of the jail's on ICE's."""
    stem = re.sub(r"(?:ed|s)$", "", cue.lower())
    return any(entry.action == "counted" for entry in lexicon.verbs().get(stem, ()))


def _does(case: Case, reading: Reading, who: Token, position: int, sort: str, how: str) -> None:
    word = who.lower_
    owner = next((c.lower_ for c in who.children if c.dep_ == "poss"), word)
    if party := party_of(reading, who):
        theirs = owner in SPEAKER and bool(case.around)  # "his ICE officers had sent 104", he said
        case.add(party, type_of(party), f"{sort} by {how}", *([f"{sort} as speaker"] if theirs else []))
    elif word in surveys.MANY:
        surveys.add(case, reading)
    elif noun := side_of_token(who):
        found = federal_party(reading, position) if noun == "federal" else custody_party(reading, position)
        case.add(found, "agency", f"{sort} by noun", *_trained(reading, noun, sort))
        if noun == "custody" and side(found) != "custody":
            for name, kept in offices.of_home(reading):
                if (word == "police") == (kept == "police"):
                    case.add(name, "agency", f"{sort} by noun")
        if noun == "custody":
            case.add(offices.of_last_county(reading, position), "agency", f"{sort} there")
            if owner in SPEAKER and who.lower_ != owner:  # "her jail booked 12"
                _himself(case, reading, who, owner, sort)
    elif owner in SPEAKER:
        _himself(case, reading, who, owner, sort)
    elif owner in {"it", "its", "they", "their"}:
        party = _speaks_of_itself(case, reading, who) or meant(reading, who)
        case.add(party, type_of(party), f"it {sort}")
    elif word in data()["examiners"] and (body := reviewer(reading, who.idx)):
        case.add(body, "agency", f"{sort} by examiner")
    elif office := offices.titled(reading, who.doc[who.left_edge.i : who.i + 1].text):
        case.add(office, "agency", f"{sort} by examiner")
    elif word not in OFFICES and (body := bodies.full_name(reading, word, who.idx)):
        case.add(body, "organization" if bodies.is_group(body) else "agency", f"{sort} by body")
    elif word == "agency":
        case.add(federal_party(reading, position), "agency", f"{sort} by noun")
    elif word in OFFICES:
        case.add(custody_party(reading, position), "agency", f"{sort} by noun", *_trained(reading, "custody", sort))
    elif who.pos_ == "PROPN" and (county := COUNTY.search(reading.text, max(0, who.idx - 40), who.idx + len(who))):
        case.add(f"{county[0]} Sheriff's Office", "agency", f"{sort} by place")
        if sort != "besides":
            case.acts_at = county[0]
    elif who.pos_ == "PROPN" and _keeps(reading, who.text):
        case.add(custody_party(reading, position), "agency", f"{sort} by noun")
    elif local := civil_party(reading, word, position):
        held_by = custody_party(reading, position)
        if held_by is not None and _keeps_for(reading, local, held_by):
            case.add(local, "agency", f"{sort} by noun")
            case.add(held_by, "agency", f"{sort} for it")
        else:
            case.add(local, "agency", f"{sort} by noun", f"{sort} on its own")


def _keeps_for(reading: Reading, local: str, kept: str) -> bool:
    """Whether who holds people may act where a government is said to: a city's own police, no county's prison, and
    nobody whom the text does not name."""
    city = CITY.match(local)
    if city is None:
        return True
    return kept.startswith(city["name"]) and any(m.name == kept for m in reading.agencies)


def _trained(reading: Reading, noun: str, sort: str) -> list[str]:
    """Deputies who place detainers themselves, as those under a 287(g) agreement do."""
    return [f"{sort} under 287(g)"] if noun == "custody" and "287(g)" in reading.text else []


def _keeps(reading: Reading, surname: str) -> bool:
    """Whether a last name is a warden's, sheriff's or jailer's."""
    return any(o.name.split()[-1] == surname and KEEPERS.search(o.role or "") for o in reading.officials)


def _writer(reading: Reading) -> str | None:
    """The agency of who writes a memo or letter by its head ("From: Joan Park, Chief of Police")."""
    line = FROM.search(reading.text, 0, HEAD)
    if line is None:
        return None
    return next((o.agency for o in reading.officials if line.start() <= o.start < line.end() and o.agency), None)


def _himself(case: Case, reading: Reading, who: Token, pronoun: str, sort: str) -> None:
    """ "We", "his department": the speaker's side; where nobody speaks, who wrote the text or was named last."""
    position = who.idx
    if not case.around:
        if pronoun in AUTHOR:
            writer = outlet_party(reading) or _writer(reading)
            party = writer or custody_party(reading, position)
            if writer is None and sort == "counts" and is_outlet(reading.document.outlet):
                return  # "We counted 19": the paper did
            case.add(party, type_of(party), f"{sort} as author", *([f"{sort} as writer"] if writer else []))
        elif sort != "besides":
            theirs = agency_of_person(reading, position)
            case.add(theirs, type_of(theirs), f"{sort} by him")
        return
    speaker, kind = party_of_speaker(reading, case.around[0])
    if speaker:
        case.add(speaker, kind_of_party(speaker, kind), f"{sort} as speaker")
    elif case.around[0].speaker_kind == "person":
        case.add(custody_party(reading, position), "agency", f"{sort} for a speaker")
