"""Whose territory a number is about: the sentence's place, the parties', the list line's, the article's."""

from __future__ import annotations

import re
from collections.abc import Sequence

import us
from spacy.tokens import Token

from extract.claims.frames import Frame
from extract.claims.measure import Reading as Measure
from extract.claims.parties import doer, mention_at, side
from extract.claims.reading import Reading, Unit
from extract.model import Claim, Mention

NATION = "United States"
NATIONAL = re.compile(
    r"\b(?:nationwide|nationally|national|across the (?:country|nation)|around the (?:country|nation)|throughout the (?:country|nation)"
    r"|in the (?:country|nation)|countrywide|coast to coast|all over the country)\b", re.I,
)  # fmt: skip
STATEWIDE = re.compile(r"\b(?:statewide|across the state|around the state|throughout the state|in the state)\b", re.I)
REGION = re.compile(r"\bin the (?P<name>(?:[A-Z][\w’'-]+\s){1,3})(?:area|region|valley|metro)\b")
THERE = re.compile(r"\bthere\b(?!\s+(?:is|are|was|were|has|have|had|would|will|may|might))")
OTHER_NAME = re.compile(
    r"(?:'s|’s)?\s+(?:field\s+)?(?:office|State\b|University|College|Supreme|law\b|laws\b|act\b|ordinance|lawmakers|legislature|residents?)"
    r"|-based\b|(?:'s|’s)\s+(?:\w+\s+){0,2}(?:Act|Law|Directive|Ordinance|act|law|ordinance)\b"
)  # fmt: skip
MANY = frozenset({"jails", "sheriffs", "agencies", "departments", "counties", "prisons"})
PLURAL = re.compile(r"\b(?:jails|sheriffs|counties|departments|prisons|agencies|lockups)\b", re.I)
FAR = 90
"""Characters behind the number after which a place belongs to something else, where the article has a place of its own."""


def read(
    reading: Reading,
    unit: Unit,
    frame: Frame,
    because: Measure,
    claimant: str | None,
    before: Claim | None,
    lead: str | None,
) -> tuple[str | None, str]:
    """The place of one number and the rule that gave it. `lead` is the place of a list's line or heading."""
    text = reading.text[unit.start : unit.end]
    if lead:
        return lead, "list place"
    who = doer(frame, because.trigger)
    if who is not None and (own := _at(reading, who)) is not None:
        return own.name, "doer's place"
    places = _places(reading, unit)
    near = _nearest(reading, places, frame)
    local = _place_of(reading, claimant) if side(claimant) == "custody" else None
    if near is not None and local is not None and state_of(local) == near.name and local != near.name:
        near = None
    if near is not None and not (
        NATIONAL.search(text) and near.name != NATION and abs(near.start - frame.count.start) > 60
    ):
        return near.name, "place in sentence"
    if NATIONAL.search(text):
        return NATION, "nationwide"
    if region := REGION.search(text):
        return region["name"].strip(), "region in sentence"
    state = state_of(reading.home)
    if state and (
        STATEWIDE.search(text) or (who is not None and who.lower_ in MANY and mention_at(reading, who) is None)
    ):
        return state, "statewide"
    if THERE.search(text) and before is not None and before.jurisdiction:
        return before.jurisdiction, "there"
    if found := _party_place(reading, unit, who, claimant):
        return found
    if before is not None and before.jurisdiction and before.claimant == claimant:
        return before.jurisdiction, "carried place"
    if reading.home:
        return reading.home, "article"
    if side(claimant) == "federal":
        return NATION, "federal without place"
    return None, "no place"


def _at(reading: Reading, token: Token) -> Mention | None:
    """The place that a noun itself names ("Port Harlan declined 1,015")."""
    return next((p for p in reading.places if p.start <= token.idx < p.end), None) if token.pos_ == "PROPN" else None


def _places(reading: Reading, unit: Unit) -> list[Mention]:
    """Places of the sentence that a count can be about: not part of an office's or a law's name, not in a side remark."""
    out = []
    text = reading.text
    for place in reading.within(reading.places, unit.start, unit.end):
        office = next(
            (m for m in reading.agencies if m.start <= place.start < m.end or 0 <= place.start - m.end <= 1), None
        )
        if office is not None and side(office.name) == "federal":
            continue
        if OTHER_NAME.match(text[place.end : place.end + 40]):
            continue
        if any(x.start <= place.start < x.end for x in (*reading.statutes, *reading.dates)):
            continue
        if re.search(r"\boffice in\s$", text[max(0, place.start - 12) : place.start]):
            continue
        out.append(place)
    return out


def _nearest(reading: Reading, places: Sequence[Mention], frame: Frame) -> Mention | None:
    if not places:
        return None
    at = frame.count.start

    def distance(place: Mention) -> float:
        gap = place.start - frame.count.end if place.start >= at else at - place.end
        between = reading.text[min(at, place.start) : max(at, place.end)]
        return gap + 40 * (";" in between) + 15 * (place.start > at and bool(re.search(r"\b(?:and|but)\b", between)))

    best = min(places, key=distance)
    return None if best.start > at and distance(best) > FAR and reading.home else best


def _place_of(reading: Reading, name: str | None) -> str | None:
    """The jurisdiction that an agency carries wherever it is mentioned."""
    return next((m.jurisdiction for m in reading.agencies if m.name == name and m.jurisdiction), None)


def _party_place(reading: Reading, unit: Unit, who: Token | None, claimant: str | None) -> tuple[str, str] | None:
    """The place of whom the sentence names around the count, else of the claimant."""
    mention = mention_at(reading, who) if who is not None else None
    if (
        mention is not None
        and mention.jurisdiction
        and side(mention.name) != "federal"
        and not PLURAL.search(mention.text)
    ):
        return mention.jurisdiction, "agent's place"
    named = [
        m for m in reading.within(reading.agencies, unit.start, unit.end)
        if m.jurisdiction and side(m.name) not in {"federal", "group"} and not PLURAL.search(m.text)
    ]  # fmt: skip
    if named:
        return named[-1].jurisdiction or "", "party's place"
    own = _place_of(reading, claimant)
    if own and side(claimant) != "federal":
        return own, "claimant's place"
    return None


def state_of(place: str | None) -> str | None:
    """The state of "Boston, MA" by its full name; a state itself."""
    if not place:
        return None
    tail = place.rsplit(",", 1)[-1].strip()
    state = us.states.lookup(tail)
    return str(state.name) if state else (place if "," not in place else None)
