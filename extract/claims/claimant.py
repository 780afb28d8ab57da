"""Whose count a number is, who utters it, and who passes it on."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from extract.claims.frames import Frame
from extract.claims.measure import Reading as Measure
from extract.claims.parties import (
    ICE,
    agent,
    data,
    federal_party,
    main_party,
    owner_side,
    party_of,
    side,
    side_of_token,
)
from extract.claims.reading import Reading
from extract.model import Quote


@dataclass(frozen=True)
class Source:
    """Claimant with its type, the human who utters the number, and the third parties in between."""

    claimant: str | None
    kind: str | None
    speaker: str | None = None
    via: list[str] = field(default_factory=list)
    rule: str = ""
    direct: bool = False
    spoken: bool = False
    """Whether speech in the text carries it, so that later sentences may continue it."""


def speech(reading: Reading, position: int) -> list[Quote]:
    """The speeches around a place, the innermost first."""
    around = [q for q in reading.quotes if q.start <= position < q.end]
    return sorted(around, key=lambda q: q.end - q.start)


def read(reading: Reading, frame: Frame, measure: str, because: Measure, before: Source | None) -> Source:
    """The source of one number; `before` is the source of the claim before it in the same paragraph or list."""
    around = speech(reading, frame.count.start)
    doer = agent(because.trigger) if because.trigger is not None else None
    acting = party_of(reading, doer)
    speaker = next((q.speaker for q in around if q.speaker_kind == "person"), None)
    via = _via(around)
    direct = any(q.direct for q in around[:1])
    if around:
        said = _said(reading, around, frame, measure, acting, doer)
        if said:
            return Source(said[0], said[1], speaker, [v for v in via if v != said[0]], said[2], direct, True)
    if acting is not None and side(acting) in {"federal", "custody", "civil"} and _fits(acting, measure, because):
        return Source(acting, "agency", speaker, via, "agent", direct, bool(around))
    return _unspoken(reading, frame, measure, doer, speaker, via, before, direct)


def _said(reading: Reading, around: list[Quote], frame: Frame, measure: str, acting: str | None, doer: object) -> tuple[str, str, str] | None:
    inner = around[0]
    party, kind = party_of_speaker(reading, inner)
    where = side(party)
    if where in {"federal", "custody"} and party:
        return party, "agency", "speech"
    if kind == "document":
        if acting is not None and side(acting) in {"federal", "custody"} and (party is None or where == "other"):
            return acting, "agency", "document on agent"
        if party is not None:
            return party, "agency" if where != "other" else "organization", "document of owner"
        return (inner.speaker, "document", "document") if inner.speaker else None
    if kind == "organization" and inner.speaker:
        return inner.speaker, "organization", "organization"
    if acting is not None and side(acting) in {"federal", "custody", "civil"}:
        return acting, "agency", "agent in speech"
    if kind == "agency" and party and where in {"civil", "court"} and owner_side(measure) != "federal" and doer is not None:
        return party, "agency", "speech"
    if kind == "person" and party is None and inner.speaker and inner.cue and re.sub(r"(?:ted|d|s)$", "", inner.cue.lower()) in data()["own_count"]:
        return inner.speaker, "person", "own count"
    for outer in around[1:]:
        party, kind = party_of_speaker(reading, outer)
        if party and side(party) in {"federal", "custody"}:
            return party, "agency", "outer speech"
    return None


def party_of_speaker(reading: Reading, quote: Quote) -> tuple[str | None, str | None]:
    """The agency behind a speech, and what kind of source speaks."""
    kind = quote.speaker_kind
    if quote.speaker_agency:
        return quote.speaker_agency, kind
    if kind in {"agency", "organization"}:
        return quote.speaker, kind
    if kind == "person" or kind is None:
        official = next((o for o in reading.officials if o.name == quote.speaker), None)
        if official is not None and official.agency:
            return official.agency, "person"
    if kind == "document" and quote.speaker_start is not None and quote.speaker_end is not None:
        owner = [m for m in reading.agencies if m.start < quote.speaker_end and m.end > quote.speaker_start]
        if owner:
            return owner[-1].name, kind
    return None, kind


def _via(around: list[Quote]) -> list[str]:
    """Documents and outlets around a number, and the people between it and the innermost speaker."""
    out = []
    for i, quote in enumerate(around):
        if quote.speaker and (quote.speaker_kind in {"document", "outlet"} or (i > 0 and quote.speaker_kind == "person")):
            out.append(quote.speaker)
    return list(dict.fromkeys(out))


def _fits(acting: str, measure: str, because: Measure) -> bool:
    """Whether who acts may be whose count it is: "ICE picked up 29" may be anyone's, "the jail received 52" is the jail's."""
    where, owner = side(acting), owner_side(measure)
    return owner == "either" or where == owner or (where == "civil" and owner == "custody") or because.rule.startswith("patient")


def _unspoken(
    reading: Reading, frame: Frame, measure: str, doer: object, speaker: str | None, via: list[str], before: Source | None, direct: bool
) -> Source:
    wanted = owner_side(measure)
    named = side_of_token(doer) if doer is not None else None  # type: ignore[arg-type]
    if before is not None and before.claimant and (named is None or named == side(before.claimant)):
        if wanted == "either" or side(before.claimant) == wanted or before.spoken:
            return Source(before.claimant, before.kind, speaker or before.speaker, via, "carried", direct, before.spoken)
    if named:
        wanted = named
    if wanted == "federal":
        return Source(federal_party(reading, frame.count.start), "agency", speaker, via, "side", direct)
    party = main_party(reading, "custody", frame.count.start) or main_party(reading, "civil", frame.count.start)
    if party is None:
        return Source(ICE if wanted == "either" else None, "agency" if wanted == "either" else None, speaker, via, "side", direct)
    return Source(party, "agency", speaker, via, "side", direct)
