"""Documents that a sentence lays a number to, and who their owner is."""

from __future__ import annotations

import re
from functools import cache

from extract.claims import ledgers, papers
from extract.claims.frames import Frame
from extract.claims.parties import custody_party, data, federal_party, is_outlet, side, type_of
from extract.claims.reading import Reading, Unit
from extract.letters import addressed

SUBJECT = re.compile(
    r"(?P<doc>[A-Z“\"][^.;]*?)\s(?:shows?|showed|indicates?|indicated|reveals?|revealed|lists?|listed|suggests?"
    r"|suggested|says?|said|credits?|credited|claims?|claimed|accuses?|accused|puts?|count(?:s|ed)?|contain(?:s|ed)?|includes?|included|describes?|described|finds?|found|tells?|told)\b"
)
OBTAINED = re.compile(
    r"(?:that\s+)?(?:the\s+)?(?P<who>(?:[A-Z][\w.’'-]+\s?){2,6})(?:,[^,]*,)?"
    r"\s(?:has\s+)?(?:obtained|compiled|collected|gathered|analyzed|reviewed)\b"
)
SHOW = re.compile(
    r",\s(?:according to\s)?(?P<doc>[^,.;]{0,90}?\b(?:records?|data|reports?|figures|numbers|documents|logs?|audit"
    r"|statistics|files|emails|ledger|memo)\b[^.;]{0,90}?)"
    r"\s(?:shows?|showed|indicates?|indicated|reveals?|revealed|says?|suggests?)\s*[.,;]?\s*$"
)  # fmt: skip

DATELINE = re.compile(r"^[A-Z][^—]{0,60}?(?:\([^)]*\)\s*)?\s(?:—|–|--)\s")
LEAD = re.compile(
    r"^(?:(?:But|And|Yet|So|Still|Now|Then|Meanwhile),?\s)?"
    r"(?:[Aa]n?|[Tt]he|[Ii]ts|[Tt]heir|new|newly released|[Tt]hose|[Tt]hese)\s"
)
ASIDE = re.compile(
    r"(?:In|On|At|With|From|After|Before|During|Under|By|Asked|Citing|Pressed|Responding|Pointing|Speaking|Told|Shown)\s"
)
"""No document speaks: what stands before who does ("In a letter to the board, the office said")."""
SAYING = re.compile(r"^(?:it|they|he|she|we|i|that|which|who)\b", re.IGNORECASE)
"""No document: a sentence of its own ("It reports 65")."""
END = re.compile(
    r"\s(?:obtained|released|provided|that|which|from|for|by|in|on|kept|presented|submitted|sent|delivered|reviewed|given|filed|under|last|this)\b"
)
"""Where the name of a document ends."""


@cache
def owned() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What follows the owner of a document ("'s new list"), and what precedes him ("a report by")."""
    nouns = "|".join(data()["documents"])
    behind = rf"(?:[’']s?)?\s(?:own\s)?(?:[\w-]+\s){{0,2}}?(?:{nouns})\b"
    before = rf"\b(?:{nouns}),?\s(?:[\w-]+\s){{0,3}}?(?:by|from|of)\s(?:the\s)?$"
    return re.compile(behind, re.IGNORECASE), re.compile(before, re.IGNORECASE)


def before(reading: Reading, unit: Unit, frame: Frame) -> tuple[str, str, str] | None:
    """ "Records that the Archive obtained show ...": (owner or title, type, how it is known) of a document that is the
    subject of its sentence."""
    found = papers.subject(frame.root, unit.span.start)
    if found is not None:
        noun, how = found
        if party := papers.owner(reading, noun):
            return party, type_of(party), how
    named = _by_words(reading, unit, frame)
    return (*named, "by its words") if named is not None else None


def _by_words(reading: Reading, unit: Unit, frame: Frame) -> tuple[str, str] | None:
    head = reading.text[unit.start : frame.count.start]
    dateline = DATELINE.match(head)
    head = head[dateline.end() :] if dateline else head
    match = SUBJECT.match(head)
    if match is None:
        return None
    words = re.findall(r"[a-z]+", match["doc"].lower())
    if words[:1] and words[0] in {"the", "that", "this"} and len(words) == 2:
        return None
    named = next((word for word in words[:4] if word in data()["documents"]), None)
    if named is None or ASIDE.match(match["doc"]):
        return None
    if words[0] in {"its", "his", "her", "their"}:
        return ledgers.whose(reading, words[0], unit.start)
    end = frame.count.start - len(head) + match.end("doc")
    people = [
        m
        for m in reading.agencies
        if unit.start <= m.start < end and not addressed(reading.text, unit.start, m.start)
    ]
    owners = [m for m in people if side(m.name) in {"federal", "custody", "civil"}]
    if owners:
        return owners[0].name, "agency"
    if got := OBTAINED.search(match["doc"]):
        return got["who"].strip(), "organization"
    if set(words) & {"prison", "jail", "sheriff", "police"} and (holder := custody_party(reading)):
        return holder, "agency"
    if people:
        return people[0].name, "organization"
    title = titled(match["doc"])
    return (title, "document") if title else None


def behind(reading: Reading, unit: Unit, frame: Frame) -> tuple[str, str, str] | None:
    """ "..., a report released by the attorney general shows.": the document at the end of its sentence."""
    match = SHOW.search(reading.text[frame.count.end : unit.end])
    if match is None:
        return None
    start, end = frame.count.end + match.start("doc"), frame.count.end + match.end("doc")
    span = reading.doc.char_span(start, end, alignment_mode="contract")
    noun = next((token for token in span or () if papers.is_document(token)), None)
    if noun is not None and (party := papers.owner(reading, noun)):
        return party, type_of(party), "itself"
    owners = [
        m for m in reading.agencies if start <= m.start < end and not addressed(reading.text, start, m.start)
    ]
    if owners:
        return owners[-1].name, "agency" if side(owners[-1].name) != "group" else "organization", "by its words"
    title = titled(match["doc"])
    return (title, "document", "by its words") if title else None


def titled(words: str) -> str | None:
    """What a document that has no owner is called; None where the words name none, or an outlet got hold of it."""
    got = re.search(r"\bobtained (?:by|through)\s+(?:the\s+)?(?P<who>.+)$", words)
    if got and (is_outlet(got["who"]) or len(got["who"].split()) == 1):
        return None
    if SAYING.match(words):
        return None
    for piece in re.split(r",\s", words):
        name = LEAD.sub("", END.split(piece.strip())[0])
        if any(word in data()["documents"] for word in re.findall(r"[a-z]+", name.lower())):
            return name.strip()
    return None


def holder(reading: Reading, words: str, at: int) -> str | None:
    """Whose a document without a named owner is by its words: "agency data", "department records", "federal list"."""
    if any(word[:1].isupper() for word in words.split()[1:]):
        return None
    said = set(re.findall(r"[a-z]+", words.lower()))
    if said & papers.words("federal"):
        return federal_party(reading, at)
    return custody_party(reading, at) if said & papers.words("keepers") else None


def owners(reading: Reading, unit: Unit) -> list[str]:
    """Who has a document that the sentence names: "ICE's new list", "a report by the auditor"."""
    behind, before = owned()
    out = []
    for mention in reading.within(reading.agencies, unit.start, unit.end):
        match = behind.match(reading.text, mention.end, unit.end)
        noun = reading.doc.char_span(match.end() - 1, match.end(), alignment_mode="expand") if match else None
        by = before.search(reading.text[max(unit.start, mention.start - 60) : mention.start])
        if by or (noun is not None and noun[0].pos_ == "NOUN"):
            out.append(mention.name)
    return out
