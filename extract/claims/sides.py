"""What the sides make of a number: who acts, who is sent requests, whose count carries on."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from extract.claims import cues, lexicon, surrounding, voices, weighing
from extract.claims.acts import Reading as Measure
from extract.claims.agents import agent, doer
from extract.claims.claimant import Source
from extract.claims.frames import Frame
from extract.claims.memory import Found, Memory
from extract.claims.nouns import kind_of
from extract.claims.parties import FAMILY, custody_party, federal_party, party_of, recipient, side, side_of_token
from extract.claims.reading import Unit
from extract.claims.timeless import LISTED

OUTCOMES = frozenset({"transfers", "arrests", "removals"})
COLUMN = "column"
"""What a cell's measure rests on where other columns of its row hold the other side's counts: whose they are."""
FEDERAL_WORDS = frozenset({"ice", "immigration", "deportation", "deportations", "federal"})
"""Words by which arrests and removals are those of the federal side."""


def carry(memory: Memory, unit: Unit, previous: Found | None) -> Source | None:
    if (
        memory.lead is not None
        and unit.start > memory.lead[0]
        and LISTED.match(memory.reading.text[unit.start : unit.end])
        and (previous is None or previous.claim.start < memory.lead[0])
    ):
        return memory.lead[1]
    if previous is None:
        return None
    if previous.line == memory.index:
        return previous.source
    if (said := spoke_since(memory, unit, previous)) is not None:
        return said
    if side(previous.source.claimant) != "federal" and _of_another_part(memory, unit, previous):
        return None
    if unit.paragraph - memory.paragraph > 2 and unit.kind not in {"list", "table"}:
        return None
    return replace(previous.source, speaker=None, direct=False)


def _of_another_part(memory: Memory, unit: Unit, previous: Found) -> bool:
    """Whether the last claim stands in another part of a round-up: its sheriff is none of this one's."""
    part = memory.reading.where.part_at(unit.start)
    return part is not None and previous.claim.start < part[0]


def spoke_since(memory: Memory, unit: Unit, previous: Found) -> Source | None:
    """Who has spoken in the paragraph after the last claim: what follows goes on with him."""
    for quote in reversed(memory.reading.within(memory.reading.quotes, previous.claim.end, unit.start)):
        if not quote.start < quote.end <= unit.start or quote.speaker is None or cues.wishes(quote):
            continue
        there = memory.reading.unit_at(quote.start)
        if there is None or there.paragraph != unit.paragraph:
            continue
        party, kind = voices.party_of_speaker(memory.reading, quote)
        if side(party) not in {"federal", "custody"} or kind == "document":
            return None
        return Source(party, "agency", rule="speech", spoken=True)
    return None


def acts(memory: Memory, because: Measure, wanted: str) -> bool:
    who = agent(because.trigger) if because.trigger is not None else None
    party = party_of(memory.reading, who)
    return wanted in {side(party) if party else None, side_of_token(who)}


def sent_or_received(memory: Memory, source: Source, because: Measure, frame: Frame) -> str:
    """Which of the two it is where the words do not tell: by the side of who acts, else of whose count it is."""
    who = None if because.rule == "noun of whole" and _fetched(frame) else doer(frame, because.trigger)
    party = party_of(memory.reading, who)
    where = side(party) if party else side_of_token(who) or side(source.claimant)
    if where != "federal" and _issues_itself(memory, source):
        return "detainers_issued"
    return "detainers_issued" if where == "federal" else "detainers_received"


def _fetched(frame: Frame) -> bool:
    """ "ICE collected 34 of 57 people on detainers", a jailer said: who comes for people is not who counts them."""
    return any(role == "patient" and trigger.action in OUTCOMES for trigger, role in frame.links)


def _issues_itself(memory: Memory, source: Source) -> bool:
    """Whether who holds people placed the requests counted last: deputies do under an agreement with ICE."""
    for found in reversed([f for f in memory.near if f.claim.measure in FAMILY]):
        if found.claim.measure != "detainers_issued" or found.claim.claimant != source.claimant:
            return False
        if any(t.action == "issued" and _keeps_jail(memory, agent(t)) for t, _ in found.frame.links):
            return side(source.claimant) == "custody"
    return False


def _keeps_jail(memory: Memory, who: Token | None) -> bool:
    party = party_of(memory.reading, who)
    return (side(party) if party else side_of_token(who)) == "custody"


def topical(memory: Memory, frame: Frame, because: Measure, unit: Unit, previous: Found | None) -> bool:
    words = {t.lower_ for t in unit.span}
    if because.measure in {"arrests", "removals"}:
        who = agent(because.trigger) if because.trigger is not None else None
        party = party_of(memory.reading, who)
        around = surrounding.speech(memory.reading, frame.count.start)
        spoken = side(voices.party_of_speaker(memory.reading, around[0])[0]) if around else None
        if "federal" in {side(party) if party else None, spoken, side_of_token(who)} or words & FEDERAL_WORDS:
            return True
        named = previous is not None and (because.rule == "subject names it" or unit.kind == "list")
        if named and previous is not None and side(previous.claim.claimant) == "federal":
            return True
        if who is not None and who.lower_ in {"they", "it", "officers", "agents"}:
            before = [m for m in memory.reading.agencies if unit.start - 400 <= m.start < unit.start]
            if before and side(before[-1].name) == "federal":
                return True
        return previous is not None and (
            previous.line == memory.index
            or frame.definite
            or frame.kind == "anaphor"
            or frame.whole is not None
            or "again" in words
        )
    if words & lexicon.words("topic") or any(kind_of(t) == "detainer" for t in unit.span):
        return True
    if previous is not None:
        return True
    if because.measure.startswith("detainers_") and because.rule.startswith("subject"):
        return True
    near = [
        u
        for u in memory.reading.units
        if unit.start - 600 <= u.start < unit.start and u.paragraph >= unit.paragraph - 1
    ]
    return any(t.lower_ in lexicon.words("topic") or kind_of(t) == "detainer" for u in near for t in u.span)


def settle(memory: Memory, frame: Frame, because: Measure, what: str, source: Source) -> tuple[str, Source]:
    """Which side's measure of requests it is, once the claimant is known: what ICE sent, a jail received.

    "The verb decides" (sent: issued; received: received), unless who counts is who was sent them.
    """
    if because.rule == weighing.RULE:
        return what, source
    if because.needs == COLUMN:
        return what, _of_column(memory, what, source)
    if what == "side":
        return sent_or_received(memory, source, because, frame), source
    spoken = source.rule in {"speech", "outer speech", "own count"}
    if what in FAMILY and because.rule.split(" after ")[0] == "ellipsis" and (spoken or source.rule == "agent"):
        return {"federal": "detainers_issued", "custody": "detainers_received"}.get(side(source.claimant), what), source
    if what != "detainers_issued":
        return what, source
    if sent_to := recipient(memory.reading, because.trigger):
        unsaid = source.rule in {"agent", "agent in speech", "side", "carried"} or source.kind == "document"
        if unsaid and side(sent_to) == "custody":
            source = replace(source, claimant=sent_to, kind="agency", rule="agent")
        return "detainers_received", source
    if because.trigger is not None and because.trigger.weak and acts(memory, because, "custody"):
        verb = because.trigger.token.lemma_.lower()
        return what if verb in {"place", "file", "put"} else "detainers_received", source
    if side(source.claimant) == "custody" and spoken and not acts(memory, because, "custody"):
        return "detainers_received", source
    return what, source


def _of_column(memory: Memory, what: str, source: Source) -> Source:
    """Whose count a column is that stands beside the other side's ("Jail log | ICE data")."""
    told = next((f.source for f in reversed(memory.found) if f.claim.measure == what and f.line != memory.index), None)
    if told is not None:
        return replace(told, speaker=None, direct=False)
    party = federal_party(memory.reading) if what == "detainers_issued" else custody_party(memory.reading)
    return source if party is None else replace(source, claimant=party, kind="agency", rule="side", speaker=None)
