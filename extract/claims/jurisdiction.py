"""Whose territory a number is about: the sentence's place, the parties', the list line's, the article's.

`where` reads the places of the text around a number; here they are weighed, nearest evidence first.
"""

from __future__ import annotations

import re

from spacy.tokens import Token

from extract.claims import acting_places, in_rows, nearby, regions, where
from extract.claims.acts import Reading as Measure
from extract.claims.agents import doer
from extract.claims.frames import Frame
from extract.claims.parties import mention_at, side
from extract.claims.reading import Reading, Unit
from extract.claims.where import NATION, state_of
from extract.model import Claim, Mention
from extract.places import STATES

__all__ = ["NATION", "read", "state_of"]

STATEWIDE = re.compile(
    r"\b(?:statewide|(?<!most )(?:across|around|throughout|in|within|of) (?:all of )?(?:the|this|our)"
    r" (?:whole |entire )?state(?!['’]s|\s+(?:law|court|prison|police|attorney|supreme))"
    r"|for (?:all of )?the (?:whole|entire) state"
    r"|state(?:'s|’s) (?:jails|sheriffs|counties|lockups))\b",
    re.I,
)
_OF_STATE = re.compile(
    r"\b(?:sent|lodged|filed|issued|gave|served|placed|with|asked) (?:(?:its|the) )?state (?:(?:judicial )?marshals"
    r"|troopers|prisons|prison system|court officers|corrections? (?:department|officers|officials))\b"
)
"""Custodians that are a state's, whom a number reaches: "ICE sent state marshals 140"."""
TOGETHER = re.compile(
    r"\b(?:between them|(?:the|these|those|all|its) (?:same )?(?:\w+ )?(?:jails|counties|sheriffs|lockups"
    r"|prisons)\b(?! of)|the area\b|the region\b)",
    re.I,
)
"""Many custodians at once, named before: the number is about all of them."""
STRONG = re.compile(
    r"\b(?:between them|same|other|local|\d+ jails|the area|the region|these|those|all|counties|sheriffs|prisons)\b",
    re.I,
)
"""What tells that "the jails" are those of several places, and not the two of one county."""
THERE = re.compile(r"\bthere\b(?!\s+(?:is|are|was|were|has|have|had|would|will|may|might|been|being))", re.I)
MANY = frozenset(
    {"jails", "sheriffs", "agencies", "departments", "counties", "prisons", "lockups", "facilities", "jurisdictions"}
)
PLURAL = re.compile(r"\b(?:jails|sheriffs|counties|departments|prisons|agencies|lockups)\b", re.I)
ORDERS = re.compile(
    r"[’']s?\s+(?:[\w-]+\s+){0,2}(?:directive|opinion|order|ruling|policy|law|lawsuit|suit|guidance|guidelines|budget|bill|veto)\b"
)
"""What a body gave out, which is no sign that the count is of its place."""
NATION_SIZED = 10_000
"""A federal count that no single county's jail reaches: it is the nation's where the sentence names no place."""
FEW = 500
"""A count under which a regional office, asked about one jail, gives that of this jail."""
STATE_SIZED = 60_000
"""A count that no single state reaches."""
_ALONE = re.compile(r"[^.;]{0,20}\b(?:in|at|from|to|by) (?:[A-Z][\w’'-]+ ){1,4}alone\b")
"""What makes a count that of one place out of many: "165, were in Dunmore County alone"."""
_ANY = re.compile(r"\b[Aa]n? (?:\w+ )?\w{0,3}$")
"""What makes a custodian any one: "people whom a jail had released"."""
AGGREGATES = ("list place", "several places")
IN_A_ROW = ("place beside", "place behind", "place by order")
"""Places of one number out of a row, which do not hold behind its sentence."""


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
    lead = lead or in_rows.of_row(reading, unit) or in_rows.of_holder(reading, unit)
    if lead:
        return where.proper(reading, lead, unit.start), "list place"
    found, rule = _read(reading, unit, frame, because, claimant, before)
    return where.proper(reading, found, frame.count.start), rule


def _read(
    reading: Reading, unit: Unit, frame: Frame, because: Measure, claimant: str | None, before: Claim | None
) -> tuple[str | None, str]:
    text = reading.text[unit.start : unit.end]
    home = where.home(reading, unit.start)
    who = doer(frame, because.trigger)
    if (own := in_rows.of_own(reading, unit, frame)) is not None:
        return own, "place beside"
    if (own := in_rows.behind(reading, unit, frame)) is not None:
        return own, "place behind"
    if who is not None and (own := acting_places.named_by(reading, who)) is not None:
        return own, "doer's place"
    told = home and "," in home and before is not None and before.jurisdiction == home
    if (region := regions.of_office(text)) and not where.custodian(unit) and not (told and frame.count.value < FEW):
        return region, "region of an office"
    if (listed := in_rows.by_order(reading, unit, frame)) is not None:
        return listed, "place by order"
    if (whole := _whole(reading, unit, frame, home, before)) is not None:
        return whole, "whole of its parts"
    near = nearby.nearest(reading, unit, frame, home)
    if near is not None and _outside(near, _party_place(reading, unit, who, claimant), reading):
        near = None
    if near is not None and (row := nearby.row_of_states(reading, near)):
        return regions.opening(reading.text) or row, "region of its states"
    national = nearby.national(reading, unit, frame)
    many = STATEWIDE.search(text) or TOGETHER.search(text)
    if near is not None and many and unit.start + many.start() < frame.count.start < near.start:
        near = None
    if near is not None and not (national and near.name != NATION and abs(near.start - frame.count.start) > 60):
        return near.name, "several places" if " counties" in near.name else "place in sentence"
    if national:
        return NATION, "nationwide"
    if regions.SEVERAL_STATES.search(text) and (region := regions.several(reading.text, unit.start)):
        return region, "region of its states"
    if region := regions.named(text):
        return region, "region in sentence"
    if (PLURAL.search(text) or not where.custodian(unit)) and (region := regions.land(text)):
        own_party = _party_place(reading, unit, who, claimant)
        if own_party is None or own_party == home:
            return region, "region in sentence"
    if shared := _shared(reading, unit, who, home, claimant, before):
        return shared
    if (found := THERE.search(text)) and before is not None and before.jurisdiction:
        held = found.start() > 0 and where.custodian(unit)  # "402 lodged at the jail and 66 taken there"
        there = (None if held else where.turned_to(reading, before.end, unit.start)) or before.jurisdiction
        return (home if where.part_of(reading, unit.start) else there), "there"
    of_one = home is not None and _told_of_one(reading, unit, claimant, before, home)
    if (party := _sentence_party(reading, unit, who)) and not (of_one and party[0] == state_of(home)):
        return party
    if (
        before is not None
        and before.start == unit.start
        and before.jurisdiction
        and not any(rule in before.rule for rule in AGGREGATES)
    ):
        return before.jurisdiction, "carried place"
    own = where.of_agency(reading, claimant) if side(claimant) not in {"federal", "group"} else None
    if part := where.part_of(reading, unit.start):
        whole = where.proper(reading, own, unit.start) if own else None
        if not own and before is not None and (last := _last_in_part(reading, unit, before, part)):
            return last, "carried place"
        inside = whole and part in (state_of(whole), f"{part.rpartition(', ')[0]}, {whole}")
        return (own, "claimant's place") if inside else (part, "part of a round-up")
    if own and not (home and own == state_of(home) and (of_one or (who is not None and _the_local(who)))):
        return own, "claimant's place"
    if (
        side(claimant) in {"federal", "group", "other"}
        and frame.count.value >= (NATION_SIZED if home and "," in home else STATE_SIZED)
        and home
        and not where.custodian(unit)
    ):
        return NATION, "too many for one place"
    if (
        before is not None
        and before.jurisdiction
        and before.claimant == claimant
        and _carries(reading, unit, before, home)
    ):
        return before.jurisdiction, "carried place"
    if home and "," not in home and side(claimant) != "federal" and (body := where.local_body(text, reading.text)):
        return body, "local body"
    if home:
        return home, "article"
    if side(claimant) == "federal":
        return NATION, "federal without place"
    return None, "no place"


def _whole(reading: Reading, unit: Unit, frame: Frame, home: str | None, before: Claim | None) -> str | None:
    """The place around those of the parts of a count, where one of them is the text's own or they are several: the
    one before, where it is that wide, else the state ("nine, six of them in Tarn County", in a text on that county)."""
    parts = nearby.parted(reading, unit, frame)
    if not parts or (len(parts) == 1 and home not in parts) or where.custodian(unit):
        return None
    if before is not None and before.jurisdiction in (NATION, *STATES):
        return before.jurisdiction
    return state_of(home)


_ABOVE_ALL = re.compile(r"\b(?:Attorney General|Governor|Auditor|Comptroller|Inspector General)\b")


def _told_of_one(reading: Reading, unit: Unit, claimant: str | None, before: Claim | None, home: str) -> bool:
    """Whether a state's attorney general or auditor counts what one county did, of which the text told before: "she has
    reports of 17 more holds"."""
    if not _ABOVE_ALL.search(claimant or "") or "," not in home or before is None or before.jurisdiction != home:
        return False
    return PLURAL.search(reading.text, unit.start, unit.end) is None


def _last_in_part(reading: Reading, unit: Unit, before: Claim, part: str) -> str | None:
    """Of a part of a round-up that a state heads, the county or city that the number before was of."""
    same = reading.where.lead_at(before.start) == reading.where.lead_at(unit.start)
    local = before.jurisdiction != part and state_of(before.jurisdiction) == part
    return before.jurisdiction if same and local else None


_MANY_IN = re.compile(
    r"\b(?:jails|sheriffs|counties|prisons|agencies|departments|lockups) (?:across|in|around|throughout|of)"
    r" (?:all of )?$",
    re.I,
)
"""Before a state whose custodians are meant: "regional jails across Virginia"."""


def _outside(near: Mention, local: str | None, reading: Reading) -> bool:
    """Whether a state is only where the sentence's own custodian lies, not whose count it is."""
    if local is None or local == near.name or state_of(local) != near.name:
        return False
    if _MANY_IN.search(reading.text, max(0, near.start - 40), near.start):
        return False
    return not re.match(
        r"(?:['’]s)?\s+(?:\w+\s+)?(?:jails|sheriffs|counties|prisons|agencies|police departments|lockups)\b",
        reading.text[near.end : near.end + 50],
    )


def _shared(
    reading: Reading, unit: Unit, who: Token | None, home: str | None, claimant: str | None, before: Claim | None
) -> tuple[str, str] | None:
    """The state's or region's place, where many custodians act at once."""
    text = reading.text[unit.start : unit.end]
    state = state_of(home) or where.state_at(reading, unit.start)
    if (STATEWIDE.search(text) or (_OF_STATE.search(text) and not where.custodian(unit))) and state:
        return (where.state_at(reading, unit.start) or state) if state == NATION else state, "statewide"
    plural = who is not None and who.lower_ in MANY and mention_at(reading, who) is None and who.tag_ == "NNS"
    if plural and who is not None and _of_one(who):
        return None
    if not plural and not TOGETHER.search(text):
        return None
    if where.custodian(unit) and not plural:
        return None
    own = where.of_agency(reading, claimant) if side(claimant) == "custody" else None
    if state == NATION and own in STATES:
        state = own
    if home and "," in home and not STRONG.search(text) and (where.one_county(reading) or own == home):
        return None
    follows = before is not None and before.jurisdiction == NATION and before.end <= unit.start
    if plural and follows and before is not None and "\n\n" not in reading.text[before.end : unit.start]:
        return NATION, "nationwide before"
    region = regions.before(reading.text, unit.start)
    if region:
        return region, "region before"
    local = who is not None and any(c.lower_ in {"local", "city", "county", "these", "those"} for c in who.children)
    return (state, "statewide") if state and not (plural and local and side(claimant) == "federal") else None


def _of_one(custodians: Token) -> bool:
    """Whether several jails are those of one place: "the city's prisons", "its three jails"."""
    return any(
        c.dep_ == "poss" and c.lower_ in {"city", "county", "parish", "town", "sheriff", "its", "his", "her"}
        for c in custodians.children
    )


def _carries(reading: Reading, unit: Unit, before: Claim, home: str | None) -> bool:
    """Whether the place of the number before still holds: no list row's, nor the nation's where "the jail" is meant."""
    in_a_row = before.end <= unit.start and any(rule in before.rule for rule in IN_A_ROW)
    if in_a_row or any(rule in before.rule for rule in AGGREGATES) or (
        before.rule.startswith("table") and unit.kind not in {"list", "table"}
    ):
        return False
    far = reading.text.count("\n\n", before.end, unit.start) if before.end < unit.start else 0
    if before.jurisdiction == home:
        return True
    if far and _ALONE.match(reading.text[before.value_end or before.end : before.end]):
        return False
    if where.custodian(unit) and before.jurisdiction in {NATION, state_of(before.jurisdiction)}:
        return False
    return far <= 1 and where.part_of(reading, before.start) == where.part_of(reading, unit.start)


def _sentence_party(reading: Reading, unit: Unit, who: Token | None) -> tuple[str, str] | None:
    """The place of whom the sentence names around the count."""
    mention = mention_at(reading, who) if who is not None else None
    single = mention is not None and side(mention.name) != "federal" and not PLURAL.search(mention.text)
    if mention is not None and single and (place := mention.jurisdiction or where.of_name(mention.name)):
        return place, "agent's place"
    named = [
        m
        for m in reading.within(reading.agencies, unit.start, unit.end)
        if m.jurisdiction
        and side(m.name) not in {"federal", "group"}
        and not PLURAL.search(m.text)
        and not ORDERS.match(reading.text, m.end)
        and not _ANY.search(reading.text[max(0, m.start - 12) : m.start + 3])
    ]
    holding = [m for m in named if side(m.name) == "custody"] or ([] if who is not None and _the_local(who) else named)
    return (holding[-1].jurisdiction or "", "party's place") if holding else None


def _the_local(who: Token) -> bool:
    """Whether the doer is a custodian that is known by where the text plays, whoever else is named: "filings with the
    state's bureau show that the county received 48"."""
    return who.lower_ in {"county", "city", "jail", "sheriff", "town"} and any(c.lower_ == "the" for c in who.lefts)


def _party_place(reading: Reading, unit: Unit, who: Token | None, claimant: str | None) -> str | None:
    """The place of the custodian that a sentence is about."""
    if found := _sentence_party(reading, unit, who):
        return found[0]
    return where.of_agency(reading, claimant) if side(claimant) == "custody" else None
