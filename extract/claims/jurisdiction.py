"""Whose territory a number is about: the sentence's place, the parties', the list line's, the article's."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.claims.frames import Frame
from extract.claims.measure import Reading as Measure
from extract.claims.parties import agent, mention_at, side
from extract.claims.reading import Reading, Unit
from extract.model import Claim, Mention

NATION = "United States"
NATIONAL = re.compile(
    r"\b(?:nationwide|nationally|national|across the (?:country|nation)|around the (?:country|nation)|throughout the (?:country|nation)"
    r"|in the (?:country|nation)|countrywide|coast to coast|all over the country)\b", re.I,
)  # fmt: skip
STATEWIDE = re.compile(r"\b(?:statewide|across the state|around the state|throughout the state|in the state)\b", re.I)
LOOSE = frozenset({"in", "to", "at", "across", "throughout", "around", "within", "with", "of", "for", "from", "near"})


def read(reading: Reading, unit: Unit, frame: Frame, because: Measure, claimant: str | None, before: Claim | None, lead: str | None) -> tuple[str | None, str]:
    """The place of one number and the rule that gave it. `lead` is the place of a list's line or heading."""
    text = reading.text[unit.start : unit.end]
    if lead:
        return lead, "list place"
    places = _places(reading, unit, frame)
    near = _nearest(reading, places, frame)
    if near is not None and not (NATIONAL.search(text) and near.name != NATION and abs(near.start - frame.count.start) > 60):
        return near.name, "place in sentence"
    if NATIONAL.search(text):
        return NATION, "nationwide"
    state = state_of(reading.home)
    if STATEWIDE.search(text) and state:
        return state, "statewide"
    if found := _party_place(reading, unit, because, claimant):
        return found
    if before is not None and before.jurisdiction and before.claimant == claimant:
        return before.jurisdiction, "carried place"
    if reading.home:
        return reading.home, "article"
    if claimant and side(claimant) == "federal":
        return NATION, "federal without place"
    return None, "no place"


def _places(reading: Reading, unit: Unit, frame: Frame) -> list[Mention]:
    """Places of the sentence that a count can be about: not part of a federal office's name, not a person's home."""
    out = []
    for place in reading.within(reading.places, unit.start, unit.end):
        office = next((m for m in reading.agencies if m.start <= place.start < m.end), None)
        if office is not None and side(office.name) == "federal":
            continue
        after = reading.text[place.end : place.end + 24].lower()
        if re.match(r"(?:'s|’s)?\s+(?:field\s+)?office\b|-based\b|(?:'s|’s)\s+(?:\w+\s+)?(?:act|law|ordinance)\b", after):
            continue
        if any(s.start <= place.start < s.end for s in reading.statutes):
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

    return min(places, key=distance)


def _party_place(reading: Reading, unit: Unit, because: Measure, claimant: str | None) -> tuple[str, str] | None:
    """The place of whom the sentence names around the count, else of the claimant."""
    named = [m for m in reading.within(reading.agencies, unit.start, unit.end) if m.jurisdiction and side(m.name) != "federal"]
    doer = mention_at(reading, token) if because.trigger is not None and (token := agent(because.trigger)) is not None else None
    if doer is not None and doer.jurisdiction and side(doer.name) != "federal":
        return doer.jurisdiction, "agent's place"
    if named:
        return named[-1].jurisdiction or "", "party's place"
    own = next((m.jurisdiction for m in reading.agencies if m.name == claimant and m.jurisdiction), None)
    if own and side(claimant) != "federal":
        return own, "claimant's place"
    return None


def state_of(place: str | None) -> str | None:
    """The state of "Boston, MA" by its full name; a state itself."""
    if not place:
        return None
    import us

    tail = place.rsplit(",", 1)[-1].strip()
    state = us.states.lookup(tail)
    return str(state.name) if state else (place if "," not in place else None)
