"""Counts laid to their owner by a possessive: "by ICE's ledger", "the sheriff's books say 57", "hers is 182"."""

from __future__ import annotations

import re

from spacy.tokens import Token

from extract.claims import bodies, subjects
from extract.claims.described import by_description
from extract.claims.parties import main_party, person_agency_of, side, type_of
from extract.claims.reading import Reading, Unit

KEPT = (
    r"(?:count|tally|tallies|ledgers?|reckoning|books?|logs?|records?|figures?|numbers?|accounting|data|total|version"
    r"|paperwork|arithmetic|math|estimate|telling|spreadsheet|database|statistics|stats|report|dashboard|guess|own"
    r"|coding|codes|tabulation|bookkeeping|accounts?|calculations?|slides?|charts?|counting|docket|roster|notes|memory)"
)
OWNER = r"(?P<who>(?:(?:the|The|a|its)\s)?[\w.’' -]{1,50}?[’'](?:s\b)?)"
BY = re.compile(
    rf"\b[Bb]y\s(?:(?P<pronoun>his|her|its|their)|{OWNER})(?P<what>(?:\s[\w-]+){{0,2}}?\s{KEPT}\b(?:\s{KEPT}\b)?|(?=,|\s*[.;—]|$))"
)
SAYS = re.compile(
    rf"(?:(?P<pronoun>[Hh]is|[Hh]er|[Ii]ts|[Tt]heir)|{OWNER})(?:\sown)?\s{KEPT}(?:,[^,;.]{{1,40}},)?\s"
    r"(?:says?|said|shows?|showed|is|was|has|had|puts?|lists|stands?|stood|came|comes|runs?|ran|gives?|gave|holds?|held|had)\b"
)
ALONE = re.compile(
    r"\b(?P<pronoun>[Hh]is|[Hh]ers|[Tt]heirs|[Ii]ts)(?:\sown)?\s(?:is|was|are|were|says|came|stood|stands)\b"
)
HEADED = re.compile(
    rf"(?:^|[,—–]\s|\band\s)(?:(?P<pronoun>[Hh]is|[Hh]er|[Ii]ts|[Tt]heir)|{OWNER})(?:\s[\w-]+){{0,2}}?\s{KEPT}"
    r"(?:\s(?:for|of|in|since)\s[\w ]{1,30})?:\s$"
)
"""What a number is laid to before a colon: "His count: 432 detainers lodged"."""
FROM = re.compile(
    r"\b(?:came|comes|coming|supplied|provided|issued|put out|released)\s(?:directly\s|straight\s)?(?:from|by)\s"
)
FIGURE = re.compile(r"\b(?:figure|number|count|total|tally|estimate|statistic)s?\b")
"""What a number is laid to behind it: "The figure of 30 came from ICE"."""
POSSESSIVE = ("'s", "’s", "s'", "s’")
THEIRS = re.compile(r"\b(?:against|versus|vs\.?|with|to|than|and|beside|from|not)\s" + OWNER + r"\s$")
ENDS = re.compile(r"\s*(?:[.,;:)—–]|$|(?:and|but|for|in|over)\b)")
"""A number by itself behind its owner: "91 detainers, against ICE's 94"."""
NEAR = 400
"""Characters back to whom a pronoun may stand for."""
CLAUSE = re.compile(r"[;:]\s|\s[—–]\s|,\s(?:and|but|while|whereas)\s|\s(?:while|whereas)\s")


def owner_of_count(reading: Reading, unit: Unit, start: int, end: int) -> tuple[str, str] | None:
    """(claimant, type) of the number at [start, end) where a possessive in its clause says whose count it is."""
    begin, stop = _clause(reading.text, unit, start, end)
    before, behind = reading.text[begin:start], reading.text[end:stop]
    theirs = THEIRS.search(before) if before.rstrip().endswith(POSSESSIVE) and ENDS.match(behind) else None
    if theirs is not None and (found := _owner(reading, theirs, begin)):
        return found
    for pattern in (BY, SAYS, ALONE):
        for match in reversed(list(pattern.finditer(before))):
            if found := _owner(reading, match, begin):
                return found
    if (head := HEADED.search(reading.text[unit.start : begin])) and (found := _owner(reading, head, unit.start)):
        return found
    given = FROM.search(behind)
    if given and FIGURE.search(reading.text[max(begin, start - 40) : end + 20]):
        named = reading.within(reading.agencies, end + given.end(), end + given.end() + 8)
        if named:
            return named[0].name, type_of(named[0].name)
    after = BY.search(behind)
    return _owner(reading, after, end) if after else None


def _clause(text: str, unit: Unit, start: int, end: int) -> tuple[int, int]:
    """The part of the sentence between the marks that set off one side's number from the other's."""
    left = [unit.start + m.end() for m in CLAUSE.finditer(text[unit.start : start])]
    right = CLAUSE.search(text, end, unit.end)
    return (left[-1] if left else unit.start), (right.start() if right else unit.end)


def _owner(reading: Reading, match: re.Match[str], offset: int) -> tuple[str, str] | None:
    groups = match.groupdict()
    if pronoun := groups.get("pronoun"):
        unit = reading.unit_at(offset + match.start())
        ahead = reading.within(reading.agencies, offset + match.end(), unit.end) if unit is not None else []
        if pronoun in {"its", "their"} and match.re is BY and ahead and reading.text[offset + match.end() :][:1] == ",":
            return ahead[0].name, "agency"
        return whose(reading, pronoun.lower(), offset + match.start())
    start, end = offset + match.start("who"), offset + match.end("who")
    named = [m for m in reading.agencies if start <= m.start and m.end <= end + 1]
    if named:
        group = named[-1].kind == "organization" or side(named[-1].name) == "group"
        return named[-1].name, "organization" if group else "agency"
    words = re.sub(r"[’']s?$", "", match["who"]).strip()
    if party := by_description(reading, words, start):
        return party, "agency"
    if words.lower() in {"the department", "department", "the office", "the agency"}:
        return (party, "agency") if (party := main_party(reading, "custody", start)) else None
    party = person_agency_of(reading, words.split()[-1])
    return (party, "agency") if party else None


def _pronoun(token: Token, pronoun: str) -> Token:
    """The pronoun itself, where the place given is that of the phrase it stands in ("by its own count")."""
    near = token.doc[token.i : token.i + 3]
    return next((t for t in near if t.lower_ == pronoun), token)


def whose(reading: Reading, pronoun: str, position: int) -> tuple[str, str] | None:
    """Whom "hers", "his", "theirs" stand for: the last speaker or agency before."""
    if pronoun in {"his", "her", "hers"}:
        spoken = [q for q in reading.quotes if q.end <= position and q.speaker_kind == "person" and q.speaker_agency]
        if named := subjects.agency_of_person(reading, position):
            return named, "agency"
        return (spoken[-1].speaker_agency or "", "agency") if spoken else None
    token = reading.doc.char_span(position, position + 1, alignment_mode="expand")
    own = subjects.meant(reading, _pronoun(token[0], pronoun)) if token is not None else None
    if own is not None and side(own) in {"federal", "custody", "group", "civil"}:
        return own, type_of(own)
    unknown = bodies.named(reading, position - NEAR, position)
    known = reading.within(reading.agencies, position - NEAR, position)
    sided = [m for m in known if side(m.name) in {"federal", "custody", "group"}]
    sided = sorted([*sided, *unknown], key=lambda m: m.start)
    if not sided:
        return None
    return sided[-1].name, "organization" if sided[-1].kind == "organization" else "agency"
