"""Who speaks around a number, and which party a speaker stands for."""

from __future__ import annotations

import re

from spacy.tokens import Token

from extract.claims import bodies, lexicon, offices, papers, subjects
from extract.claims.parties import (
    ICE,
    civil_party,
    court_party,
    custody_party,
    data,
    federal_party,
    is_outlet,
    main_party,
    side,
    type_of,
)
from extract.claims.reading import Reading
from extract.model import Official, Quote

KINDS = frozenset({"person", "agency", "organization", "document", "outlet"})
REPORTERS = re.compile(
    r"\b(?:Auditor|Comptroller|Controller|Inspector General|Ombudsman|Public Advocate|Accountability Office"
    r"|(?:Legislative|Legislature[’']s) (?:Audit|Analyst|Auditor|Research|Services)[\w’' ]*"
    r"|Audit (?:Bureau|Office|Division))\b",
    re.I,
)
"""Offices that count for themselves, whatever government they belong to."""
GROUPS = frozenset(
    {"association", "league", "institute", "union", "coalition", "nonprofit", "society", "alliance", "network"}
)
PRONOUNS = frozenset({"it", "they"})
KEEPERS = re.compile(
    r"\b(?:warden|jailer|sheriff|undersheriff|chief deputy|police chief|chief of police|jails?|prisons?|corrections?"
    r"|correctional|detention)\b",
    re.I,
)
PLACE = re.compile(r"(?:[A-Z][\w.’'-]+ ){1,3}(?:County|Parish)")
HELD = (
    ("Department of Corrections", re.compile(r"\bcorrections?\b", re.I)),
    ("Jail", re.compile(r"\b(?:jail|warden|detention)", re.I)),
)
"""What the office of somebody who holds people is called, where the text gives him to the county itself."""
KEEPERS_PAPER = re.compile(r"\b(?:jail|prison|sheriff|police|booking)\b[’']?s?\s", re.I)
"""Words before a document's noun that tell whose it is ("jail records")."""
NEAR = 300
"""Characters back to the body that "its" is of."""
INTRODUCED = 2500
"""Characters back to where a document may have come up."""
OTHER_SIDE = 40
"""Characters behind a place in which a cue is its own."""
NAMED_AFTER = re.compile(r",\s(?:[A-Z][a-z]{1,5}\.\s)?$")
"""What may stand between "a spokesman" and his name."""


def speech(reading: Reading, position: int) -> list[Quote]:
    """The speeches around a place, the innermost first; what does something to requests is none ("declined 40")."""
    held = reading.over(reading.quotes, position, position + 1)
    around = [q for q in held if _known(reading, q) and not _acts(reading, q) and not _hears(reading, q)]
    around = [q for q in around if not _apart(reading, q, position, around)]
    around = [q for q in around if not any(_crosses(q, other, position) for other in around)]
    return sorted(around, key=lambda q: q.end - q.start)


def _known(reading: Reading, quote: Quote) -> bool:
    if quote.speaker_kind in KINDS or is_outlet(quote.speaker):
        return True
    return party_of_speaker(reading, quote)[0] is not None or expert(reading, quote) is not None


def _apart(reading: Reading, quote: Quote, position: int, around: list[Quote]) -> bool:
    """Whether a semicolon sets a cue and a place apart, and what stands beside the place is laid to another: "823,
    according to the jail; 861, according to ICE", "Jail revises its count to 93; ICE still says 160"."""
    if quote.direct or quote.cue_start is None or quote.cue_end is None:
        return False
    first, last = sorted((position, quote.cue_start))
    mark = reading.text.find(";", first, last)
    if mark < 0:
        return False
    if position < mark:
        unit = reading.unit_at(position)
        behind = reading.text[quote.cue_end : unit.end] if unit is not None else ""
        return any(letter.isdigit() for letter in behind) or _laid(around, quote, first, mark)
    return _laid(around, quote, mark, position + OTHER_SIDE)


def _laid(around: list[Quote], quote: Quote, start: int, end: int) -> bool:
    """Whether a stretch holds the cue of another speech."""
    return any(q is not quote and q.cue_start is not None and start <= q.cue_start < end for q in around)


def _crosses(quote: Quote, other: Quote, position: int) -> bool:
    """Of two speeches that hold each other's cue, the one whose cue stands behind the number ("19, not ICE's 198")."""
    if quote.cue_start is None or other.cue_start is None or quote is other:
        return False
    each = quote.start <= other.cue_start < quote.end and other.start <= quote.cue_start < other.end
    return each and quote.cue_start > position >= other.cue_start


def _acts(reading: Reading, quote: Quote) -> bool:
    words = (quote.cue or "").lower().split()
    if not words or quote.direct:
        return False
    stems = {
        words[0],
        re.sub(r"(?:ed|s)$", "", words[0]),
        re.sub(r"d$", "", words[0]),
        re.sub(r"ied$", "y", words[0]),
        re.sub(r"(.)\1ed$", r"\1", words[0]),
    }
    behind = reading.text[quote.cue_end : quote.cue_end + 20].lower().split() if quote.cue_end is not None else []
    entries = [
        e
        for stem in stems
        for e in lexicon.verbs().get(stem, ())
        if not e.rest or e.rest[0] in {"honor"} or behind[: len(e.rest)] == list(e.rest)
    ]
    return any(
        e.action not in {"counted", "notifications"} and not (e.weak and e.action != "honored") for e in entries
    ) or words[0] in {"asked", "ask", "let", "lets"}


def _hears(reading: Reading, quote: Quote) -> bool:
    """ "94 detainers last year, board told": who is told stands before it where nobody stands behind."""
    end = quote.cue_end
    if end is None or (quote.cue or "").lower() != "told" or (quote.speaker_start or 0) > end:
        return False
    return re.match(r"\s*(?:[.;:,\n—–|]|$)", reading.text[end : end + 3]) is not None


def counts_for_himself(quote: Quote) -> bool:
    """Whether the cue is one by which a source vouches for a number of its own ("put", "estimated", "counted")."""
    return re.sub(r"(?:ted|d|s)$", "", (quote.cue or "").lower()) in {*data()["own_count"], "foun"}


def wishes(quote: Quote) -> bool:
    """Whether a speech tells what its speaker wants done, not what was: "directed the county to hand over"."""
    words = (quote.cue or "").lower().split()
    if not words or quote.direct:
        return False
    stems = {words[0], re.sub(r"(?:e?d|s)$", "", words[0]), re.sub(r"d$", "", words[0]), re.sub(r"ing$", "", words[0])}
    return bool(stems & set(data()["wishes"])) or re.match(r"(?:\S+ ){0,4}?to [a-z]+\b", quote.text) is not None


def keeper(reading: Reading, name: str) -> str | None:
    """The agency of a warden, sheriff or chief whose agency the text does not spell out."""
    role = next((o.role or "" for o in reading.officials if o.name == name), "")
    return custody_party(reading) if KEEPERS.search(role) else None


def party_of_speaker(reading: Reading, quote: Quote) -> tuple[str | None, str | None]:
    """The agency behind a speech, and what kind of source speaks."""
    kind = quote.speaker_kind
    if kind != "person" and is_outlet(quote.speaker):
        return (quote.speaker, "outlet") if counts_for_himself(quote) else (None, "outlet")
    if kind == "document":
        return owner(reading, quote), kind
    if named := _named_after(reading, quote):
        return named, "person"
    if kind in {"agency", "organization"} and (better := _reconsidered(reading, quote)):
        return better, "agency"
    official = next((o for o in reading.officials if kind == "person" and o.name == quote.speaker), None)
    if official is not None and official.agency and (office := office_of(official)) != official.agency:
        return office, kind
    if quote.speaker_agency:
        return quote.speaker_agency, kind
    if kind in {"agency", "organization"} and quote.speaker and not quote.speaker.islower():
        return offices.placed(reading, quote.speaker), kind
    if kind == "person" or kind is None:
        official = next((o for o in reading.officials if o.name == quote.speaker), None)
        if official is not None and official.agency:
            return office_of(official), "person"
    if quote.speaker_start is not None and quote.speaker_end is not None:
        inside = reading.within(reading.agencies, quote.speaker_start, quote.speaker_end)
        if inside and not is_outlet(inside[-1].name):
            return inside[-1].name, "agency"  # "the San Francisco Field Office of ICE"
    if kind == "person":
        return None, kind
    words = words_of(reading, quote)
    described = by_description(reading, words, quote.start) or bodies.full_name(reading, words, quote.start)
    return described, "agency" if described else kind


def kind_of_party(party: str, kind: str | None) -> str:
    """The type of claimant that the party of a speaker of some kind is."""
    if kind == "outlet":
        return kind
    return "organization" if kind == "organization" else type_of(party)


def office_of(official: Official) -> str:
    """The office of an official: an auditor's is its own ("Nebraska State Auditor"), and so is a jail's."""
    agency, role = official.agency or "", official.role or ""
    if PLACE.fullmatch(agency) and (kept := next((what for what, said in HELD if said.search(role)), None)):
        return f"{agency} {kept}"
    found = REPORTERS.search(role)
    if found is None or found[0].lower() in agency.lower():
        return agency
    place = re.sub(r"^(?:State|City|Town|County) of ", "", agency)
    shared = [word for word in place.split() if word in role.split()]
    return role if shared else f"{place} {role}"


def expert(reading: Reading, quote: Quote) -> str | None:
    """The person whose name follows what he is called, where he counts for himself ("Frye's expert, X, put")."""
    start, end = quote.speaker_end, quote.cue_start
    if quote.speaker_kind is not None or not counts_for_himself(quote) or start is None or end is None:
        return None
    between = [e for e in reading.doc.ents if e.label_ == "PERSON" and start <= e.start_char < end]
    return between[0].text if between else None


def words_of(reading: Reading, quote: Quote) -> str:
    """The source as it stands in the text."""
    if quote.speaker_start is None or quote.speaker_end is None:
        return ""
    return reading.text[quote.speaker_start : quote.speaker_end]


def by_description(reading: Reading, words: str, before: int) -> str | None:
    """The party that words without a name stand for: "police", "the county", "the court system"."""
    said = set(re.findall(r"[a-z]+", words.lower()))
    if (office := offices.titled(reading, words)) is not None and not (said & set(data()["nouns"]["custody"])):
        return office
    if any(word[:1].isupper() for word in words.split()[1:]):
        return None
    nouns = data()["nouns"]
    if said & set(data()["examiners"]) and (body := reviewer(reading, before)):
        return body
    if said & GROUPS:
        return bodies.full_name(reading, words, before)
    if said & set(nouns["federal"]):
        return federal_party(reading, before)
    if said & {"sheriffs", "jails", "prisons", "lockups"} or not said:
        return None
    if said & set(nouns["custody"]):
        return custody_party(reading, before)
    if said & {"court", "courts", "judiciary"}:
        return court_party(reading, before)
    return civil_party(reading, words, before)


def reviewer(reading: Reading, before: int) -> str | None:
    """The body that reviews others ("the auditors"): the last named before a place."""
    known = [m for m in reading.agencies if m.start < before and REPORTERS.search(m.name)]
    other = [b for b in bodies.named(reading, 0, before) if REPORTERS.search(b.name)]
    found = max([*known, *other], key=lambda m: m.start, default=None)
    if found is not None:
        return str(found.name)
    return next((office_of(o) for o in reading.officials if o.agency and REPORTERS.search(o.role or "")), None)


def _named_after(reading: Reading, quote: Quote) -> str | None:
    """The agency of the official whose name follows an office without one ("said a spokesman, Maj. Curt Delaney")."""
    if quote.speaker_end is None or not words_of(reading, quote).islower():
        return None
    for official in reading.officials:
        gap = reading.text[quote.speaker_end : official.start] if official.start >= quote.speaker_end else ""
        if official.agency and len(gap) < 12 and NAMED_AFTER.match(gap):
            return official.agency
    return None


def _reconsidered(reading: Reading, quote: Quote) -> str | None:
    """Another agency than the one taken for the speaker, where its words do not fit that one."""
    words = words_of(reading, quote).lower()
    if words.split()[:1] in (["its"], ["their"]) and (own := _owns(reading, quote)):
        return own
    if words.split()[:1] in (["his"], ["her"]) and (theirs := _of_person(reading, quote)):
        return theirs
    if words in PRONOUNS and (itself := _of_itself(reading, quote)):
        return itself
    if words in PRONOUNS and not counts_or_shows(quote) and (earlier := _speaker_before(reading, quote)):
        return earlier
    if quote.speaker_kind == "organization" and (named := _named_beside(reading, quote)):
        return named
    if re.fullmatch(r"(?:the|a|its) (?:\w+ )?department(?:[’']s)?(?: \w+)?", words) and quote.speaker == ICE:
        return main_party(reading, "custody", quote.start)
    if re.fullmatch(r"(?:the|an|its) agency(?:[’']s)?(?: \w+)?", words) and side(quote.speaker) != "federal":
        near = [m for m in reading.agencies if quote.start - 200 <= m.start < quote.end and side(m.name) == "federal"]
        return near[-1].name if near else None
    return None


def _of_person(reading: Reading, quote: Quote) -> str | None:
    """Whose office "his office says" and "by her office's count, she said" speak of."""
    for outer in reading.over(reading.quotes, quote.start, quote.end):
        if outer is not quote and outer.speaker_kind == "person" and outer.start <= quote.start:
            return party_of_speaker(reading, outer)[0]
    return subjects.agency_of_person(reading, quote.speaker_start or 0)


def _owns(reading: Reading, quote: Quote) -> str | None:
    """Whom "its" stands for in "..., its annual report shows", "by its own count"."""
    start = quote.speaker_start
    span = reading.doc.char_span(start, start + 2, alignment_mode="expand") if start is not None else None
    return subjects.meant(reading, span[0]) if span is not None else None


def counts_or_shows(quote: Quote) -> bool:
    """Whether the cue is one of documents: "They show 498 transfers" goes on with the data, not with who spoke."""
    return (quote.cue or "").lower() in {"show", "shows", "showed", "indicate", "indicated", "list", "listed"}


def owner(reading: Reading, quote: Quote) -> str | None:
    """Whose a document is: named in its words or just behind them, else where the text brought it up."""
    start, end = quote.speaker_start, quote.speaker_end
    if start is None or end is None:
        return None
    behind = re.match(r"[^.;,]{0,30}\b(?:that|by|from|of|which)\b[^.;,]{0,40}", reading.text[end : end + 80])
    reach = end + (behind.end() if behind else 0)
    if (noun := _paper(reading, start, end)) is not None and (party := papers.owner(reading, noun)):
        return party
    named = [m for m in reading.agencies if m.start < reach and m.end > start]
    if named:
        return named[-1].name
    words = reading.text[start:end]
    if KEEPERS_PAPER.search(words):
        return custody_party(reading, start)
    if re.search(r"\bagency\b", words) or re.match(r"(?:the |a )?federal\s", words, re.IGNORECASE):
        return federal_party(reading, start)
    if "audit" in words.lower() and (body := reviewer(reading, start)):
        return body
    its = re.match(r"(?:its|their)\s", words, re.IGNORECASE) is not None
    if its and (earlier := bodies.named(reading, start - NEAR, start)):
        return earlier[-1].name
    return introduced(reading, words, start) or bodies.full_name(reading, words, start)


def _paper(reading: Reading, start: int, end: int) -> Token | None:
    """The noun of a source that is a document."""
    span = reading.doc.char_span(start, end, alignment_mode="expand")
    if span is None:
        return None
    return span.root if papers.is_document(span.root) else next((t for t in span if papers.is_document(t)), None)


def introduced(reading: Reading, words: str, before: int) -> str | None:
    """The agency that a document was laid to when it came up ("DHS said in a fact sheet": "the fact sheet")."""
    match = re.match(r"(?:the|that|this|its|those|these)\s+(?P<noun>[a-z]+(?:\s[a-z]+)?)$", words.strip().lower())
    if match is None:
        return None
    noun = re.escape(match["noun"])
    pattern = re.compile(rf"\b{noun}\b", re.IGNORECASE)
    for found in reversed(list(pattern.finditer(reading.text, max(0, before - INTRODUCED), before))):
        unit = reading.unit_at(found.start())
        if unit is None:
            break
        if party := _owner_there(reading, unit.start, found.start(), found.end(), unit.end):
            return party
    return None


def _owner_there(reading: Reading, begin: int, start: int, end: int, stop: int) -> str | None:
    """Whose the document at [start, end) is by its sentence: "federal", whose name stands before it, or by whom."""
    if re.search(r"\bfederal\s(?:[\w-]+\s){0,2}$", reading.text[begin:start], re.I):
        return federal_party(reading, start)
    before = [m.name for m in reading.agencies if begin <= m.start < start and m.end <= start]
    if sided := [name for name in before if side(name) in {"federal", "custody", "civil"}]:
        return sided[0]
    behind = re.match(r"[^.;]{0,30}?\b(?:that|by|from|of|which|who)\b[^.;]{0,60}", reading.text[end:stop])
    if behind is None:
        return None
    reach = end + behind.end()
    for mention in reading.agencies:
        if end <= mention.start < reach and side(mention.name) in {"federal", "custody", "civil", "group"}:
            return mention.name
    return next((o.agency for o in reading.officials if end <= o.start < reach and o.agency), None)


def _of_itself(reading: Reading, quote: Quote) -> str | None:
    """ "ICE lodged 240 with the jail, it said": behind what is said, the pronoun is whom that is about first."""
    if quote.direct or quote.speaker_start is None or quote.speaker_start < quote.end - 2:
        return None
    inside = (str(m.name) for m in reading.within(reading.agencies, quote.start, quote.end))
    return next((name for name in inside if side(name) in {"federal", "custody"}), None)


def _speaker_before(reading: Reading, quote: Quote) -> str | None:
    """ "it said" goes on with the agency that spoke last."""
    earlier = [
        q
        for q in reading.quotes
        if q.end <= quote.start and q.speaker_kind == "agency" and q.speaker and not _acts(reading, q)
    ]
    near = [q for q in earlier if quote.start - q.end < 200]
    return near[-1].speaker if near else None


def _named_beside(reading: Reading, quote: Quote) -> str | None:
    """The agency between a dateline taken for the speaker and its cue ("FORT X (INW) — The Department said")."""
    if quote.cue_start is None or quote.speaker_start is None or not (quote.speaker or "").isupper():
        return None
    between = [m for m in reading.agencies if quote.speaker_start < m.start and m.end <= quote.cue_start]
    return between[-1].name if between else None
