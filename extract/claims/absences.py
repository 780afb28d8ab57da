"""Where a text says that there is no number: a count that is not kept, not published, not disclosed or not known.

"The sheriff's office does not track how many detainers it honors" is no claim, and worth a record: who keeps or gives
no count, of what, where. The wordings are data (absences.yml).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from spacy.tokens import Span, Token

from extract import vocabulary
from extract.claims import lexicon, surrounding, voices
from extract.claims.acts import MEASURE
from extract.claims.nouns import kind_of
from extract.claims.parties import custody_party, federal_party, mention_at, party_of, side, side_of_token
from extract.claims.reading import Reading, Unit
from extract.claims.triggers import find as find_triggers
from extract.claims.triggers import lemma
from extract.model import Absence, Claim
from extract.needles import Sought, sought

FILE = Path(__file__).with_name("absences.yml")
SHAPE: dict[str, Any] = {"count": str, "what": str, "kinds": {str: [str]}}
NEAR = 500
"""Characters back in which something of the dispute must stand where the sentence itself names nothing of it."""


@cache
def patterns() -> list[tuple[str, Sought]]:
    """Each wording with its kind: `not kept`, `not published`, `not disclosed`, `not known`."""
    data = vocabulary.load_file(FILE, SHAPE)
    return [
        (kind, sought(wording.replace("<count>", data["count"]).replace("<what>", data["what"]), re.I))
        for kind, wordings in data["kinds"].items()
        for wording in wordings
    ]


def find(reading: Reading, claims: Sequence[Claim] = ()) -> list[Absence]:
    """The absences of a document in the order of its text; `claims` are its claims, which a sentence may lean on."""
    out = []
    possible = [(kind, pattern) for kind, pattern in patterns() if pattern.may_match(reading.text)]
    for unit in reading.units:
        text = reading.text[unit.start : unit.end]
        found = next(((kind, m) for kind, pattern in possible if (m := pattern.search(text))), None)
        if found is not None and (absence := _absence(reading, unit, claims, *found)) is not None:
            out.append(absence)
    return out


def _absence(reading: Reading, unit: Unit, claims: Sequence[Claim], kind: str, match: re.Match[str]) -> Absence | None:
    start, end = unit.start + match.start(), unit.start + match.end()
    last = _before(claims, unit)
    if not _topical(reading, unit, last):
        return None
    span = reading.doc.char_span(start, end, alignment_mode="expand")
    if span is None:
        return None
    who, place = _who(reading, span, start)
    around = surrounding.speech(reading, start)
    speaker = next((q.speaker for q in around if q.speaker_kind == "person"), None)
    measure = _measure(unit, end, who) or (last.measure if last is not None else None)
    return Absence(
        kind, who, measure, place or reading.home, speaker, match[0], start, end,
        reading.text[unit.start : unit.end], unit.start, unit.end,
    )  # fmt: skip


def _before(claims: Sequence[Claim], unit: Unit) -> Claim | None:
    at = bisect_right(claims, unit.start, key=lambda claim: claim.start) - 1
    return claims[at] if at >= 0 and unit.start - claims[at].end < NEAR else None


def _topical(reading: Reading, unit: Unit, last: Claim | None) -> bool:
    """Whether requests are spoken of: in the sentence, in one just before, or counted there."""
    if last is not None or any(kind_of(t) == "detainer" and t.pos_ == "NOUN" for t in unit.span):
        return True
    near = reading.units_before(unit.start, NEAR)
    return any(t.lower_ in {"detainer", "detainers"} for u in near for t in u.span)


def _who(reading: Reading, span: Span, position: int) -> tuple[str | None, str | None]:
    """Who keeps or gives no count, and the place of that agency."""
    verb = span.root
    while verb.pos_ not in {"VERB", "AUX"} and verb.head.i != verb.i:
        verb = verb.head
    subject = _subject(verb)
    party = party_of(reading, subject)
    if party is None and (where := side_of_token(subject)) in {"custody", "federal"}:
        find_party = custody_party if where == "custody" else federal_party
        party = find_party(reading, position)
    if party is None and (around := surrounding.speech(reading, position)):
        party = voices.party_of_speaker(reading, around[0])[0]
    mention = mention_at(reading, subject) if subject is not None else None
    return party, mention.jurisdiction if mention is not None else None


def _subject(verb: Token) -> Token | None:
    for _ in range(4):
        found = next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"} and c.lower_ != "it"), None)
        if found is not None or verb.dep_ not in {"conj", "xcomp"}:
            return found
        verb = verb.head
    return None


def _measure(unit: Unit, end: int, who: str | None) -> str | None:
    """What is not counted: the first act behind the wording, else a noun that names one, else the side's requests."""
    marks = find_triggers(unit.span)
    behind = [t for t in unit.span if t.idx + len(t) >= end - 20]
    for token in behind:
        trigger = marks.get(token.i)
        if trigger is not None and trigger.action != "counted" and token.idx >= end:
            action = {"honored": "declined"}.get(trigger.action, trigger.action) if trigger.negated else trigger.action
            return MEASURE.get(action, action)
        if kind_of(token) == "noun" and token.pos_ == "NOUN":
            return lexicon.noun_measures()[lemma(token)]
    if any(kind_of(t) == "detainer" and t.pos_ == "NOUN" for t in behind):
        return {"federal": "detainers_issued", "custody": "detainers_received"}.get(side(who))
    return None
