"""Who a number may belong to: every party that its sentence, what stands before it and the text offer."""

from __future__ import annotations

import re
from functools import cache

from spacy.tokens import Token

from extract.agencies import keepers
from extract.claims import bodies, documents, doing, offices, surveys
from extract.claims.acts import Reading as Measure
from extract.claims.agents import doer, is_share
from extract.claims.case import SIDED, Case, sort_of
from extract.claims.cues import counts_for_himself, wishes
from extract.claims.described import REPORTERS, keeper, reviewer
from extract.claims.frames import Frame
from extract.claims.ledgers import owner_of_count
from extract.claims.parties import FAMILY, data, outlet_party, owner_side, party_of, side, side_of_token, type_of
from extract.claims.present import REACH, places, present, throughout
from extract.claims.reading import Reading, Unit
from extract.claims.source import Source
from extract.claims.surrounding import speech
from extract.claims.unquoted import beside, contrasted, counter, label, says
from extract.claims.voices import expert, kind_of_party, party_of_speaker
from extract.claims.where import of_name
from extract.model import Quote

NATION = re.compile(
    r"\b(?:nation(?:ally|wide)|(?:across|around) the (?:country|nation|U\.S)|countrywide)\b", re.IGNORECASE
)
VERBLESS = ("noun", "ellipsis", "subject")
"""Rules by which no verb tells whether requests were sent or received."""
THEIRS = frozenset({"acts by him", "counts by him", "acts as author", "counts as author"})
"""Sources by which a pronoun tells who acts ("Her officers took 203")."""
DOES = ("acts", "counts by")
"""Sources by which a party does what a number counts."""
GIVEN = re.compile(
    r"\b(?:given|provided|supplied|shared|sent|released|handed|turned over|made available|disclosed|furnished|emailed)"
    r" (?:to|with)\b"
)
PAPERS = frozenset({"paper it", "paper itself"})
"""Sources by which a document tells by the tree."""
CLOSE = 30
"""Characters behind a document in which it is told that it was given to somebody."""
SPOKEN = 1500
"""Characters back to the last speech."""
DEEP = 3
"""Speeches in one another that are asked."""
LAID = ("possessive", "label", "says", "contrast", "paper", "holds", "owns", "before told")
"""Sources by which a text that another publishes lays a number to a party."""


def gather(
    reading: Reading, unit: Unit, frame: Frame, measure: str, because: Measure, before: Source | None, same_line: bool
) -> Case:
    """Every party that may be the claimant of one number; `before` is the source of the claim before it."""
    around = speech(reading, frame.count.start)
    owner = "either" if measure in FAMILY and because.rule.startswith(VERBLESS) else owner_side(measure)
    case = Case(owner, around, nationwide=bool(NATION.search(reading.text, unit.start, unit.end)))
    _written(case, reading, unit, frame)
    _speakers(case, reading)
    part = is_share(frame)
    who = None if part else doer(frame, because.trigger)
    if not part:
        doing.gather(case, reading, frame, because, who)
    _given(case, reading)
    leans = because.rule.startswith("ellipsis") or frame.kind == "anaphor" or frame.definite
    if before is not None and before.claimant:
        _counted_before(case, reading, who, before, same_line, leans)
    _spoke_before(case, reading, unit)
    if before is not None and leans and (who is None or not (party_of(reading, who) or side_of_token(who))):
        _of_paper_before(case, before)
    present(case, reading, unit, frame.count.start)
    subject = offices.of_subject(reading, unit, frame.count.start)
    for name, sort in subject:
        case.add(name, "agency", f"subject {sort}")
    turns = (not case.around and not part) or offices.begins_with_place(reading, unit, frame.count.start)
    if len(subject) == 1 and subject[0][1] == "sheriff" and turns:
        case.acts_at = case.acts_at or subject[0][0].partition(" Sheriff")[0]
    case.join({mention.name for mention in reading.agencies})
    places(case, reading, unit)
    throughout(case, reading)
    if not case.around and side(outlet_party(reading)) == "federal" and not _answered(reading, frame.count.start):
        _only_its_own(case)
    return case


def _answered(reading: Reading, position: int) -> bool:
    """Whether somebody local speaks near a place."""
    near = reading.within(reading.quotes, position - REACH, position + REACH)
    return any(side(quote.speaker_agency) in {"custody", "civil"} for quote in near)


def _only_its_own(case: Case) -> None:
    """What the federal side publishes of others ("Harbor County: 318 detainers, 7 honored") is its count, not theirs,
    wherever the text lays it to nobody."""
    for name, party in list(case.parties.items()):
        if side(name) == "custody" and not any(source.startswith(LAID) for source in party.sources):
            del case.parties[name]


def _written(case: Case, reading: Reading, unit: Unit, frame: Frame) -> None:
    """What the sentence itself says of whose count it is."""
    surveys.gathered(case, reading, unit.start, frame.count.start)
    if kept := owner_of_count(reading, unit, frame.count.start, frame.count.end):
        case.add(*kept, "possessive")
    if not (case.around and _on_a_side(reading, case.around[0])) and (third := counter(reading, frame)):
        case.add(*third, "says", "counts by itself")
    titled = label(reading, unit, frame.count.start)
    case.add(titled, type_of(titled), "label")
    if case.around:
        case.add(contrasted(reading, frame, case.around[0].cue_start, case.around[0].end), "agency", "contrast")
    else:
        named = {"says": says(reading, frame)}
        if unit.kind != "table":  # a row's head is whom it is about
            named["beside"] = beside(reading, unit.start, frame)
        for name, party in named.items():
            case.add(party, type_of(party), name)
    for where, paper in (
        ("before", documents.before(reading, unit, frame)),
        ("behind", documents.behind(reading, unit, frame)),
    ):
        if paper is not None and paper[1] == "document":
            _titled(case, reading, paper[0], where, frame.count.start)
        elif paper is not None:
            case.add(paper[0], paper[1], f"paper {where}", f"paper {paper[2]}")
    if _examiners().search(reading.text, unit.start, unit.end):
        body = reviewer(reading, frame.count.start)
        case.add(body, type_of(body), "examines")
    for party in documents.owners(reading, unit):
        case.add(party, type_of(party), "owns")


def _on_a_side(reading: Reading, quote: Quote) -> bool:
    """Whether somebody of the two sides speaks, and no private person ("Roe said the project knows of seven")."""
    return quote.speaker_kind != "person" or side(party_of_speaker(reading, quote)[0]) not in {"other", "group"}


@cache
def _examiners() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(data()['examiners'])})\b", re.IGNORECASE)


def _speakers(case: Case, reading: Reading) -> None:
    """Who speaks around the number: the innermost, and the outer ones."""
    for depth, quote in enumerate(case.around[:DEEP]):
        level = "outer" if depth else "inner"
        party, kind = party_of_speaker(reading, quote)
        where = sort_of(party or quote.speaker)
        if not depth:
            case.heard = "document" if kind == "document" else where
        itself = [f"{level} counting"] if counts_for_himself(quote) else []
        case.add(expert(reading, quote), "person", f"{level} expert")
        if kind == "person" and quote.speaker and not (party and _is_official(reading, quote)):
            case.add(bodies.of_person(reading, quote.speaker), "organization", f"speaks for {level}")
        if party:
            reports = [f"{level} reporter"] if REPORTERS.search(party) else []
            third = ["body as subject"] if not depth and kind == "organization" and where in {"group", "other"} else []
            case.add(party, kind_of_party(party, kind), f"{level} {kind} {where}", *itself, *reports, *third)
        elif kind == "organization" or (kind == "person" and where != "other"):
            case.add(quote.speaker, type_of(quote.speaker), f"{level} body {where}", *itself)
        elif kind == "person":
            case.add(quote.speaker, "person", f"alone {level}", *itself)
            case.add(keeper(reading, quote.speaker or "", quote.start), "agency", f"{level} keeper")
        elif kind == "document":
            _titled(case, reading, documents.titled(quote.speaker or ""), level, quote.start)
        if kind == "person" and party and where in {"civil", "council", "group"}:
            case.add(quote.speaker, "person", f"himself {level}", *(["himself counting"] if itself else []))


def _is_official(reading: Reading, quote: Quote) -> bool:
    """Whether the speaker is a known official."""
    return any(o.name == quote.speaker for o in reading.officials)


def _titled(case: Case, reading: Reading, title: str | None, where: str, at: int) -> None:
    """A document without a named owner: itself, and whose it is by its words."""
    if title is None:
        return
    held = documents.holder(reading, title, at)
    sort = "held" if held else "named" if any(word[:1].isupper() for word in title.split()) else "bare"
    case.add(title, "document", f"title {where}", f"title {sort}")
    case.add(held, type_of(held), f"holds {where}")


def _given(case: Case, reading: Reading) -> None:
    """Figures that nobody is said to have given ("according to figures given to the Gazette") are of who did what they
    count."""
    paper = case.around[0] if case.around else None
    if paper is None or paper.speaker_kind != "document" or party_of_speaker(reading, paper)[0]:
        return
    start = paper.speaker_start or paper.start
    if GIVEN.search(reading.text, start, (paper.speaker_end or start) + CLOSE) is None:
        return
    doers = [p for p in case.parties.values() if side(p.name) in SIDED and any(s.startswith(DOES) for s in p.sources)]
    for party in doers:
        party.sources.append(f"inner document {sort_of(party.name)}")
    if doers:
        for name in [p.name for p in case.parties.values() if all(s.startswith("title") for s in p.sources)]:
            del case.parties[name]


def _counted_before(
    case: Case, reading: Reading, who: Token | None, before: Source, same_line: bool, leans: bool
) -> None:
    """Whose the claim before is: it goes on, unless another acts or has begun to speak."""
    acting = party_of(reading, who) or next((name for name, p in case.parties.items() if THEIRS & set(p.sources)), None)
    named = side(acting) if side(acting) in SIDED else side_of_token(who)
    if named is None and any(s.endswith(" on its own") for p in case.parties.values() for s in p.sources):
        named = "civil"  # "the city logged 83", after what its county's prison received
    speaks = case.parties.get(before.claimant or "")
    if speaks is not None and any(source.startswith("inner") for source in speaks.sources):
        same = case.around[0].direct or named in {None, side(before.claimant)}
        case.add(before.claimant, before.kind, "goes on speaking" if same else "goes on, the other acts")
        return
    goes_on = same_line or not case.around or before.speaker == case.around[0].speaker
    told = "told" if before.spoken and goes_on else "untold"
    same = named == side(before.claimant) and not _of_another_place(acting, before.claimant)
    others = (party.sources for name, party in case.parties.items() if name != before.claimant)
    if named is None and any(not PAPERS.isdisjoint(sources) for sources in others):
        same, named = False, "document"  # "The website disagrees. It lists 212"
    acts = "no other acts" if named is None else "acts too" if same else "the other acts"
    case.add(
        before.claimant, before.kind, f"before {told}", f"before {'same line' if same_line else 'earlier'}",
        f"before {told}, {acts}", f"before by {before.origin or before.rule}", *(["before leaning"] if leans else []),
    )  # fmt: skip


def _of_paper_before(case: Case, before: Source) -> None:
    """A document goes on telling of parts of what it counted: "It lists 71, 22 of them declined", "Newton accounted for
    40 of them"."""
    party = case.parties.get(before.claimant or "")
    told = party is not None and ((before.origin or before.rule) == "document" or "spoke document" in party.sources)
    laid = any(source.startswith(LAID) for other in case.parties.values() for source in other.sources)
    if told and not laid and not case.around:
        case.add(before.claimant, before.kind, "paper before")


def _of_another_place(acting: str | None, claimant: str | None) -> bool:
    """Whether who acts is of another place than who the claim before is of ("Police in Newton got nine"): the text has
    turned to somebody else of the same side; so it has from a county's sheriff to its police."""
    if not acting or not claimant:
        return False
    if side(claimant) == "custody" and ("Police" in acting) != ("Police" in claimant):
        return True
    if _keeps_for(acting, claimant) or _keeps_for(claimant, acting):
        return True
    one, other = of_name(acting), of_name(claimant)
    return one != other if one and other else acting.split()[0] != claimant.split()[0]


def _keeps_for(keeper: str, sheriff: str) -> bool:
    """Whether one is known to keep the jail of the county whose sheriff's office the other is."""
    county, office, _ = sheriff.partition(" Sheriff")
    return bool(office) and keeper in keepers.of_county(county)


def _spoke_before(case: Case, reading: Reading, unit: Unit) -> None:
    """Who spoke last before this sentence, in its paragraph or the one above."""
    for quote in reversed(reading.within(reading.quotes, unit.start - SPOKEN, unit.start)):
        if quote.end > unit.start or quote.speaker is None or wishes(quote):
            continue
        there = reading.unit_at(quote.start)
        if there is None or unit.paragraph - there.paragraph > 1:
            return
        party, kind = party_of_speaker(reading, quote)
        if party:
            where = "this paragraph" if unit.paragraph == there.paragraph else "the paragraph before"
            case.add(party, kind_of_party(party, kind), f"spoke in {where}", f"spoke {kind}")
        return
