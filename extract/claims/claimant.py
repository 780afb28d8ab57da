"""Whose count a number is, who utters it, and who passes it on."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from spacy.tokens import Token

from extract.claims import lexicon
from extract.claims.frames import Frame
from extract.claims.ledgers import owner_of_count
from extract.claims.measure import Reading as Measure
from extract.claims.parties import (
    agent,
    custody_party,
    data,
    doer,
    federal_party,
    is_outlet,
    outlet_party,
    owner_side,
    party_of,
    side,
    side_of_token,
)
from extract.claims.reading import Reading, Unit
from extract.claims.unquoted import contrasted, unquoted
from extract.claims.voices import REPORTERS, counts_for_himself, expert, keeper, party_of_speaker, speech
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


DOCUMENT = re.compile(
    r"(?P<doc>[A-Z“\"][^.;]*?)\s(?:shows?|showed|indicates?|indicated|reveals?|revealed|lists?|listed|suggests?|suggested|puts?|count(?:s|ed)?)\b"
)
OBTAINED = re.compile(
    r"(?:that\s+)?(?:the\s+)?(?P<who>(?:[A-Z][\w.’'-]+\s?){2,6})(?:,[^,]*,)?\s(?:has\s+)?(?:obtained|compiled|collected|gathered|analyzed|reviewed)\b"
)


def read(
    reading: Reading, unit: Unit, frame: Frame, measure: str, because: Measure, before: Source | None, same_line: bool
) -> Source:
    """The source of one number; `before` is the source of the claim before it, where it may carry on."""
    around = speech(reading, frame.count.start)
    who = doer(frame, because.trigger)
    acting = party_of(reading, who)
    speaker = next((q.speaker for q in around if q.speaker_kind == "person"), None)
    via = _via(around)
    direct = any(q.direct for q in around[:1])
    if (kept := owner_of_count(reading, unit, frame.count.start, frame.count.end)) and not direct:
        return Source(kept[0], kept[1], speaker, [v for v in via if v != kept[0]], "possessive", direct, True)
    if not around and (tells := unquoted(reading, unit, frame)):
        return Source(tells[0], tells[1], speaker, [v for v in via if v != tells[0]], "speech", direct, True)
    other = contrasted(reading, frame, around[0].cue_start, around[0].end) if around and not direct else None
    if other is not None:
        return Source(other, "agency", None, via, "speech", direct, True)
    if not around and (publisher := outlet_party(reading)) and side(publisher) != side(acting):
        return Source(publisher, "agency", speaker, via, "publisher", direct)
    if acting is not None and side(acting) == "group" and not around and _counts(frame, who):
        return Source(acting, "organization", speaker, via, "own count", direct, True)
    written = _document(reading, unit, frame) if not around or around[0].speaker_kind == "document" else None
    if written is None and not around:
        written = _behind(reading, unit, frame)
    if written is not None:
        if (
            acting is not None
            and _counts_itself(acting, measure)
            and side(written[0]) not in {"federal", "custody"}
            and acting != written[0]
        ):
            return Source(acting, "agency", speaker, [*via, written[0]], "document on agent", direct, True)
        return Source(written[0], written[1], speaker, [v for v in via if v != written[0]], "document", direct, True)
    if (
        around
        and acting is not None
        and side(acting) in {"federal", "custody"}
        and _his_own(reading, around[0], because, acting)
    ):
        return Source(acting, "agency", speaker, via, "agent", direct, True)
    if around and (said := _said(reading, around, measure, acting, who, before if same_line else None)):
        return Source(said[0], said[1], speaker, [v for v in via if v != said[0]], said[2], direct, True)
    told = before is not None and before.spoken and side(before.claimant) == "custody"
    if before is not None and told and measure == "transfers" and not around and side(acting) == "federal":
        return Source(before.claimant, before.kind, speaker or before.speaker, via, "carried", direct, True)
    if acting is not None and side(acting) in {"federal", "custody", "civil"} and _fits(acting, measure, because):
        says = who is not None and who.head.lemma_.lower() in data()["speaks"]
        return Source(acting, "agency", speaker, via, "agent", direct, bool(around) or says)
    return _unspoken(reading, frame, measure, who, acting, speaker, via, _still(before, around, same_line), direct)


def _counts(frame: Frame, who: Token | None) -> bool:
    return any(t.action == "counted" and agent(t) == who for t, _ in frame.links)


def _his_own(reading: Reading, quote: Quote, because: Measure, acting: str) -> bool:
    """Whether who acts speaks for itself: "ICE lodged 240, it said", "the jail counted 29 and ICE counted 33"."""
    words = reading.text[quote.speaker_start : quote.speaker_end] if quote.speaker_start is not None else ""
    agency = words.islower() and re.search(r"\bagency\b", words) is not None
    if agency and side(acting) == "federal" and quote.cue_start is not None:
        return because.trigger is not None and quote.cue_start > because.trigger.token.idx
    if quote.speaker_start is not None and words.lower() in {"it", "they"}:
        return quote.speaker_start > quote.end - 2 or quote.speaker_start > (
            because.trigger.token.idx if because.trigger else 0
        )
    cue = quote.cue_start
    trigger = because.trigger
    if cue is None or trigger is None or trigger.action != "counted" or trigger.token.idx <= cue:
        return False
    return any(
        e.action == "counted" for e in lexicon.verbs().get(re.sub(r"(?:ed|s)$", "", (quote.cue or "").lower()), ())
    )


def _still(before: Source | None, around: list[Quote], same_line: bool) -> Source | None:
    """The source before, unless someone else has begun to speak: then only his side's numbers go on."""
    if before is None or same_line or not around or before.speaker == around[0].speaker:
        return before
    return replace(before, spoken=False)


def _counts_itself(acting: str, measure: str) -> bool:
    """Whether a number is the count of who acts: "the jail received", "ICE lodged", not "ICE came for"."""
    return side(acting) == owner_side(measure)


DELIBERATES = re.compile(r"\b(?:Senate|House|Legislature|Assembly|Council|Board|Commission(?:ers)?|Aldermen)\b")
"""Bodies whose members speak for themselves when they count."""


def _document(reading: Reading, unit: Unit, frame: Frame) -> tuple[str, str] | None:
    """ "Records that the Archive obtained show ...": a document as the subject of its sentence, with its owner."""
    head = reading.text[unit.start : frame.count.start]
    match = DOCUMENT.match(head)
    if match is None:
        return None
    words = re.findall(r"[a-z]+", match["doc"].lower())
    if words[:1] and words[0] in {"the", "that", "this", "its", "his", "her", "their"} and len(words) == 2:
        return None
    named = next((word for word in words[:4] if word in data()["documents"]), None)
    if named is None:
        return None
    end = unit.start + match.end("doc")
    owners = [
        m for m in reading.agencies if unit.start <= m.start < end and side(m.name) in {"federal", "custody", "civil"}
    ]
    if owners:
        return owners[0].name, "agency"
    if got := OBTAINED.search(match["doc"]):
        return got["who"].strip(), "organization"
    if set(words) & {"prison", "jail", "sheriff", "police"} and (holder := custody_party(reading)):
        return holder, "agency"
    people = [m for m in reading.agencies if unit.start <= m.start < end]
    if people:
        return people[0].name, "organization"
    return re.split(r"\s(?:obtained|released|provided|that|the|from|kept|reviewed|given)\b", match["doc"])[
        0
    ].strip(), "document"


SHOW = re.compile(
    r",\s(?:according to\s)?(?P<doc>[^,.;]{0,90}?\b(?:records?|data|reports?|figures|numbers|documents|logs?|audit"
    r"|statistics|files|emails|ledger|memo)\b[^.;]{0,90}?)"
    r"\s(?:shows?|showed|indicates?|indicated|reveals?|revealed|says?|suggests?)\s*[.,;]?\s*$"
)  # fmt: skip


def _behind(reading: Reading, unit: Unit, frame: Frame) -> tuple[str, str] | None:
    """ "..., a report released by the attorney general shows.": the document at the end of its sentence."""
    match = SHOW.search(reading.text[frame.count.end : unit.end])
    if match is None:
        return None
    start, end = frame.count.end + match.start("doc"), frame.count.end + match.end("doc")
    owners = [m for m in reading.agencies if start <= m.start < end]
    if owners:
        return owners[-1].name, "agency" if side(owners[-1].name) != "group" else "organization"
    return re.sub(r"^(?:a|an|the|new|newly released)\s", "", match["doc"].strip()), "document"


def _said(
    reading: Reading, around: list[Quote], measure: str, acting: str | None, who: Token | None, before: Source | None
) -> tuple[str, str, str] | None:
    inner = around[0]
    if counted_by := expert(reading, inner):
        return counted_by, "person", "own count"
    party, kind = party_of_speaker(reading, inner)
    where = side(party)
    if where in {"federal", "custody"} and party:
        return party, "agency", "speech"
    if kind == "person" and side(inner.speaker) == "group":
        return inner.speaker or "", "organization", "organization"
    if party and any(pattern.search(party) for pattern in data()["reporters"]):
        return party, "agency", "public report"
    if kind == "document":
        own = acting is not None and (_counts_itself(acting, measure) or measure == "rate")
        if acting is not None and own and (party is None or where in {"other", "group"}):
            return acting, "agency", "document on agent"
        if party is not None:
            return party, "agency" if where != "other" else "organization", "document of owner"
        kept = re.search(r"\b(?:prison|jail|sheriff|police)\b", inner.speaker or "", re.I)
        if kept and (holder := custody_party(reading)):
            return holder, "agency", "document of owner"
        if before is not None and before.claimant and before.rule != "side":
            return before.claimant, before.kind or "agency", "carried"
        for outer in around[1:]:
            if (reporter := party_of_speaker(reading, outer)[0]) and REPORTERS.search(reporter):
                return reporter, "agency", "public report"
        return _paper(inner.speaker or "")
    if kind == "outlet" and party:
        return party, "outlet", "own count"
    if kind == "organization" and inner.speaker:
        return party or inner.speaker, "organization", "organization"
    if kind == "agency" and party and where == "court":
        return party, "agency", "speech"
    if kind == "person" and where == "civil" and DELIBERATES.search(party or "") and counts_for_himself(inner):
        return inner.speaker or "", "person", "own count"
    if acting is not None and side(acting) in {"federal", "custody", "civil"}:
        return acting, "agency", "agent in speech"
    if (
        kind == "agency"
        and party
        and where in {"civil", "court"}
        and owner_side(measure) != "federal"
        and who is not None
    ):
        return party, "agency", "speech"
    if kind == "person" and party is None and inner.speaker:
        if custody := keeper(reading, inner.speaker):
            return custody, "agency", "speech"
        if inner.cue and re.sub(r"(?:ted|d|s)$", "", inner.cue.lower()) in data()["own_count"]:
            return inner.speaker, "person", "own count"
    for outer in around[1:]:
        party, kind = party_of_speaker(reading, outer)
        if party and side(party) in {"federal", "custody"}:
            return party, "agency", "outer speech"
    return None


def _paper(words: str) -> tuple[str, str, str] | None:
    """A document that no owner is named for; what an outlet obtained is nobody's own, so that who acts may be asked."""
    name = re.split(r",\s", words)[-1].strip()
    got = re.search(r"\bobtained (?:by|through)\s+(?:the\s+)?(?P<who>.+)$", name)
    if not name or (got and (is_outlet(got["who"]) or len(got["who"].split()) == 1)):
        return None
    return name, "document", "document"


def _via(around: list[Quote]) -> list[str]:
    """Documents and outlets around a number, and the people between it and the innermost speaker."""
    out = []
    for i, quote in enumerate(around):
        if quote.speaker and (
            quote.speaker_kind in {"document", "outlet"}
            or is_outlet(quote.speaker)
            or (i > 0 and quote.speaker_kind == "person")
        ):
            out.append(quote.speaker)
    return list(dict.fromkeys(out))


def _fits(acting: str, measure: str, because: Measure) -> bool:
    """Whether who acts may be whose count it is: "ICE picked up 29" is anyone's, "the jail got 52" the jail's."""
    where, owner = side(acting), owner_side(measure)
    return (
        owner == "either"
        or where == owner
        or (where == "civil" and owner == "custody")
        or because.rule.startswith("patient")
    )


def _unspoken(
    reading: Reading, frame: Frame, measure: str, who: Token | None, acting: str | None, speaker: str | None,
    via: list[str], before: Source | None, direct: bool,
) -> Source:  # fmt: skip
    wanted = owner_side(measure)
    if measure == "detainers_issued" and acting is None and side_of_token(who) == "custody":
        wanted = "custody"
    named = side(acting) if acting is not None and side(acting) in {"federal", "custody"} else side_of_token(who)
    if before is not None and before.claimant and named in {None, side(before.claimant)}:
        local = (
            who is not None
            and who.tag_ == "NN"
            and who.lower_ in data()["locals"]
            and side(before.claimant) == "federal"
        )
        same = not local and (wanted in {"either", side(before.claimant)} or before.spoken)
        if same:
            return Source(
                before.claimant, before.kind, speaker or before.speaker, via, "carried", direct, before.spoken
            )
    if publisher := outlet_party(reading):
        return Source(publisher, "agency", speaker, via, "publisher", direct)
    if wanted == "either" or (wanted == "custody" and named == "custody"):
        wanted = named or wanted
    if wanted == "federal":
        return Source(federal_party(reading, frame.count.start), "agency", speaker, via, "side", direct)
    party = custody_party(reading, frame.count.start)
    if party is None and wanted == "either":
        party = federal_party(reading, frame.count.start)
    return Source(party, "agency" if party else None, speaker, via, "side", direct)
