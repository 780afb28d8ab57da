"""Which party the speaker of a speech stands for."""

from __future__ import annotations

import re

from extract import places
from extract.agencies import ICE
from extract.claims import bodies, offices, papers, subjects
from extract.claims.cues import acts, counts_for_himself, counts_or_shows
from extract.claims.described import KEEPERS, by_description, head_of, of_administration, office_of
from extract.claims.frames import SUBJECTS
from extract.claims.governments import EXECUTIVE, civil_party
from extract.claims.owners import owner, owner_of_paper
from extract.claims.parties import (
    federal_party,
    is_outlet,
    main_party,
    person_agency_of,
    side,
    type_of,
)
from extract.claims.reading import Reading
from extract.model import Quote

PRONOUNS = frozenset({"it", "they"})
SPOKESMAN = re.compile(
    r"(?:a |the |an? (?:agency|department) )?"
    r"(?:spokes(?:man|woman|person|people)|officials?|representatives?|public information officer)(?: there)?"
)
"""Who speaks for somebody without a name: a spokesman of whom the sentence is about."""
SUING = re.compile(
    r"(?:the |a |an? \w+ for the )?(?:(?:lawyers?|attorneys?|counsel) for the |\w+ )?plaintiffs\b", re.IGNORECASE
)
"""Who goes to court together, under no name of their own."""
ALONE = re.compile(r" (?:alone|itself|too|also)$")
"""What may stand behind a name that speaks ("Dell County alone reported 31")."""
FIELD_OFFICE = re.compile(r"\b[Ff]ield [Oo]ffice\b")
CITY_OFFICE = re.compile(r"(?:[Tt]he |[Ii]ts )?(?P<city>(?:[A-Z][\w.-]+ ){0,2}[A-Z][\w.-]+) office")
"""An office by its city alone ("the Newark office"): a field office of the federal side."""
HIS_OFFICE = re.compile(
    r"(?:[\w.’'-]+ ){0,4}?(?P<surname>[A-Z][\w-]+)[’']s? (?:office|department|staff|agency|deputies|lawyers?|aides)"
    r"|(?:[Tt]he )?(?:office|department|staff|deputies|lawyers?|aides) (?:of|to|for) (?:[\w.’'-]+ ){0,4}?"
    r"(?P<head>[A-Z][\w-]+)"
)
"""An office by the name of who heads it."""
"""What stands before the first words of a report ("TACOMA, Wash. — City officials")."""
BEGINS = re.compile(
    r"(?:The|Its|Their|His|Her|Local|City|County|State|Federal|Police|Jail|Prison|Sheriff[’']s|Deputies|Officials|Officers"
    r"|Jailers|Corrections?|Immigration|Government)"
)
"""Words that are no name where they begin a sentence."""
NAMED_AFTER = re.compile(r",\s(?:[A-Z][a-z]{1,5}\.\s)?$")
"""What may stand between "a spokesman" and his name."""


def party_of_speaker(reading: Reading, quote: Quote) -> tuple[str | None, str | None]:
    """The agency behind a speech, and what kind of source speaks; worked out once a speech."""
    at = quote.start, quote.end
    if at not in reading.speakers:
        reading.speakers[at] = _party_of_speaker(reading, quote)
    return reading.speakers[at]


def _party_of_speaker(reading: Reading, quote: Quote) -> tuple[str | None, str | None]:
    party, kind = _stands_for(reading, quote)
    if side(party) == "custody" and (there := _of_its_place(reading, quote, party or "")):
        return there, kind
    return party, kind


def _of_its_place(reading: Reading, quote: Quote, party: str) -> str | None:
    """Who holds people in the place that a sentence begins with, where its speaker goes by no name of another: "In
    Nassau, the jail held 60, a county spokesman said", "In Boulder County, none was held, Sheriff Roe said"."""
    led = offices.at_lead(reading, quote.start)
    unit = reading.unit_at(quote.start)
    if not led or unit is None or any(name == party for name, _ in led):
        return None
    if party.split()[0] in reading.text[unit.start : unit.end] or (quote.speaker_start or unit.start) > unit.end:
        return None
    police = "police" in words_of(reading, quote).lower() or party.endswith("Police Department")
    return next((name for name, sort in led if police == (sort == "police")), None)


def _stands_for(reading: Reading, quote: Quote) -> tuple[str | None, str | None]:
    """The agency that a speaker's words and the text around tell."""
    kind = quote.speaker_kind
    if kind != "person" and is_outlet(quote.speaker):
        return (quote.speaker, "outlet") if counts_for_himself(quote) else (None, "outlet")
    if kind == "document":
        return owner(reading, quote), kind
    if group := bodies.of_trade(reading, words_of(reading, quote)):
        return group, "organization"
    if kind == "person" and (theirs := _whose(reading, quote)):
        return (theirs, "organization") if side(theirs) == "group" else (theirs, kind)
    said = words_of(reading, quote)
    if kind is None and SUING.match(said):
        return "plaintiffs", "organization"
    if kind != "person" and (government := of_administration(reading, said, quote.start)):
        return government, "agency"
    if EXECUTIVE.fullmatch(said.lower()) and (civil := civil_party(reading, said, quote.start)):
        return civil, "agency"
    if named := _named_after(reading, quote):
        return named, "person"
    if kind in {"agency", "organization"} and (better := _reconsidered(reading, quote)):
        return better, "agency"
    official = next((o for o in reading.officials if kind == "person" and o.name == quote.speaker), None)
    if official is not None and official.agency and (office := office_of(official)) != official.agency:
        return office, kind
    if quote.speaker_agency:
        return quote.speaker_agency, kind
    if kind in {"agency", "organization"} and quote.speaker and _is_name(quote.speaker):
        if theirs := _office_of_somebody(reading, quote.speaker) or offices.of_people(quote.speaker):
            return theirs, "agency"
        return offices.placed(reading, ALONE.sub("", quote.speaker)), kind
    if kind == "person" or kind is None:
        official = next((o for o in reading.officials if o.name == quote.speaker), None)
        if official is not None and official.agency:
            return office_of(official), "person"
    if quote.speaker_start is not None and quote.speaker_end is not None:
        inside = reading.within(reading.agencies, quote.speaker_start, quote.speaker_end)
        if inside and not is_outlet(inside[-1].name):
            return inside[-1].name, "agency"  # "the San Francisco Field Office of ICE"
    if kind == "person":
        return head_of(reading, quote.speaker or ""), kind
    words = words_of(reading, quote)
    if words.lower() in PRONOUNS and (body := _body_before(reading, quote)):
        return body, "agency"
    described = by_description(reading, words, quote.start) or bodies.full_name(reading, words, quote.start)
    return described, "agency" if described else kind


def _is_name(words: str) -> bool:
    """Whether a source is called by a name: "Police in the city of 9,000" only begins its sentence."""
    first, *others = words.split() or [""]
    return not words.islower() and (not BEGINS.fullmatch(first) or any(word[:1].isupper() for word in others))


def _office_of_somebody(reading: Reading, words: str) -> str | None:
    """The agency of an office that goes by its head or place: "Sheriff Ann Roe's office", "the Omaha field office"."""
    if FIELD_OFFICE.search(words):
        return federal_party(reading)
    if (city := CITY_OFFICE.fullmatch(words)) and not _is_anybody(reading, city["city"]):
        return federal_party(reading)
    match = HIS_OFFICE.fullmatch(words)
    return person_agency_of(reading, match["surname"] or match["head"]) if match is not None else None


def _is_anybody(reading: Reading, name: str) -> bool:
    """Whether a name is somebody's in the text, no city's."""
    last = name.split()[-1]
    return person_agency_of(reading, last) is not None or any(
        person.label_ == "PERSON" and person.text.split()[-1] == last for person in reading.doc.ents
    )


def kind_of_party(party: str, kind: str | None) -> str:
    """The type of claimant that the party of a speaker of some kind is."""
    if kind == "outlet":
        return kind
    return "organization" if kind == "organization" else type_of(party)


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
    return places.DATELINE.sub("", reading.text[quote.speaker_start : quote.speaker_end])


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
        people = len(words.split()) > 2 and KEEPERS.search(words)
        of_jail = people and side(quote.speaker) == "custody" and side(own) != "custody"
        return None if of_jail else own  # "its jail chief" is no county's, but its jail's
    if words.split()[:1] in (["his"], ["her"]) and (theirs := _of_person(reading, quote)):
        return theirs
    if (words in PRONOUNS or SPOKESMAN.fullmatch(words)) and (itself := _of_itself(reading, quote)):
        return itself
    if words in PRONOUNS and (made := _of_paper_before(reading, quote)):
        return made
    if words in PRONOUNS and (body := _body_before(reading, quote)):
        return body
    if words in PRONOUNS and not counts_or_shows(quote) and (earlier := _speaker_before(reading, quote)):
        return earlier
    if quote.speaker_kind == "organization" and (named := _named_beside(reading, quote)):
        return named
    if group := bodies.later_group(reading, words, quote.start, quote.speaker):
        return group
    if re.fullmatch(r"(?:the|a|its) (?:\w+ )?department(?:[’']s)?(?: \w+)?", words) and quote.speaker == ICE:
        return main_party(reading, "custody", quote.start)
    if re.fullmatch(r"(?:the|an|its) agency(?:[’']s)?(?: \w+)?", words) and side(quote.speaker) != "federal":
        near = [m for m in reading.agencies if quote.start - 200 <= m.start < quote.end and side(m.name) == "federal"]
        return near[-1].name if near else None
    return None


def _whose(reading: Reading, quote: Quote) -> str | None:
    """The group whose "its lobbyist, former Sheriff Pale" speaks: he has been a sheriff, but says what it counts; and
    who holds people whose "their director, Ann Roe" the text gives to the other side, named nearer to him."""
    if words_of(reading, quote).split()[:1] not in (["Its"], ["Their"], ["its"], ["their"]):
        return None
    party = _owns(reading, quote)
    other = side(quote.speaker_agency) == "federal" and side(party) == "custody"
    return party if other or side(party) == "group" else None


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


def _of_itself(reading: Reading, quote: Quote) -> str | None:
    """ "ICE lodged 240 with the jail, it said", "Deputies held none, a spokesman said": behind what is said, who has no
    name is whom that is about first."""
    if quote.direct or quote.speaker_start is None or quote.speaker_start < quote.end - 2:
        return None
    if party := _said_of(reading, quote):
        return party
    if words_of(reading, quote).lower() not in PRONOUNS or _speaker_before(reading, quote) is not None:
        return None
    inside = (str(m.name) for m in reading.within(reading.agencies, quote.start, quote.end))
    return next((name for name in inside if side(name) in {"federal", "custody"}), None)


def _said_of(reading: Reading, quote: Quote) -> str | None:
    """Whom the subject of what is said names: "the jails handed over 92", "His office logged 40"."""
    span = reading.doc.char_span(quote.start, quote.end, alignment_mode="expand")
    if span is None:
        return None
    roots = (t for t in span if t.pos_ in {"VERB", "AUX"} and (t.dep_ == "ROOT" or t.head not in span))
    subject = next((c for root in roots for c in root.lefts if c.dep_ in SUBJECTS), None)
    if subject is None:
        return None
    if any(c.dep_ == "poss" and c.lower_ in {"his", "her"} for c in subject.children):
        party = subjects.agency_of_person(reading, subject.idx)
    else:
        party = subjects.party_of_subject(reading, subject)
    return party if side(party) in {"federal", "custody"} else None


def _of_paper_before(reading: Reading, quote: Quote) -> str | None:
    """Whose the document is that "it" goes on with: "The audit comforts both. Of those held, it found, 90"."""
    start, end = quote.speaker_start or 0, quote.speaker_end or 0
    span = reading.doc.char_span(start, end, alignment_mode="expand")
    noun = papers.subject_before(span[0]) if span is not None else None
    return owner_of_paper(reading, noun) if noun is not None else None


def _body_before(reading: Reading, quote: Quote) -> str | None:
    """The body that "it" goes on with where no list knows it: "The Crime Commission put out a tally. It says"."""
    span = reading.doc.char_span(quote.speaker_start or 0, quote.speaker_end or 0, alignment_mode="expand")
    first = span[0].sent.start if span is not None and len(span) else 0
    if not first:
        return None
    before = reading.doc[first - 1].sent
    subject = next((c for c in before.root.children if c.dep_ == "nsubj"), None)
    if subject is None or subject.pos_ == "PRON":
        return None
    if any(c.dep_ == "poss" and c.lower_ in {"his", "her"} for c in subject.children):
        return subjects.agency_of_person(reading, subject.idx)  # "Her staff counts 310. In 12 cases, it said, ..."
    words = reading.doc[subject.left_edge.i : subject.right_edge.i + 1]
    there = bodies.named(reading, words.start_char, subject.idx + len(subject) + 1)
    if there:
        return there[-1].name
    return offices.titled(reading, words.text) or subjects.party_of_subject(reading, subject)


def _speaker_before(reading: Reading, quote: Quote) -> str | None:
    """ "it said" goes on with the agency that spoke last."""
    earlier = [
        q
        for q in reading.quotes
        if q.end <= quote.start and q.speaker_kind == "agency" and q.speaker and not acts(reading, q)
    ]
    near = [q for q in earlier if quote.start - q.end < 200]
    return (party_of_speaker(reading, near[-1])[0] or near[-1].speaker) if near else None


def _named_beside(reading: Reading, quote: Quote) -> str | None:
    """The agency between a dateline taken for the speaker and its cue ("FORT X (INW) — The Department said")."""
    if quote.cue_start is None or quote.speaker_start is None or not (quote.speaker or "").isupper():
        return None
    between = [m for m in reading.agencies if quote.speaker_start < m.start and m.end <= quote.cue_start]
    return between[-1].name if between else None
