"""The place of whom a sentence lets act: "Port Harlan declined 1,015", "Ohio jails", "Officials in Cook County"."""

from __future__ import annotations

import re

from spacy.tokens import Token

from extract import places
from extract.claims import regions
from extract.claims.mentioned import federal_office, heads
from extract.claims.parties import mention_at, side
from extract.claims.period_words import words
from extract.claims.reading import Reading
from extract.claims.where import NAME, NATION
from extract.places.names import lies_in

_KINDS = frozenset({"Town", "City", "Village", "Borough", "Township"})
_KIND_OF = re.compile(rf"\w+ of (?P<place>{NAME})")
"""A city whose kind heads its name: "The Town of Ophir Gulch"."""


def named_by(reading: Reading, token: Token) -> str | None:
    """The place that a noun names ("Port Harlan declined 1,015"), or that stands before it ("Ohio jails")."""
    inside = mention_at(reading, token)
    if inside is None and token.lower_ in _LOCALS and (place := _of_locals(reading, token)):
        return place
    if place := (_beside(reading, token) if inside is None else None) or _of_speaker(reading, token):
        return place
    if inside is None and token.tag_ == "NNS":
        before = [
            t
            for t in token.lefts
            if t.dep_ in {"compound", "nmod", "poss"} and t.pos_ == "PROPN" and t.i == token.i - 1
        ]
        return _named(reading, before[0]) if before and mention_at(reading, before[0]) is None else None
    return _named(reading, token) if inside is None or side(inside.name) != "federal" else None


_LOCALS = frozenset({"officials", "authorities", "deputies", "jailers", "officers", "leaders"})


def _of_locals(reading: Reading, token: Token) -> str | None:
    """The place whose people act: "Officials in Cook County declined 611"."""
    inside = next((c for c in token.rights if c.dep_ == "prep" and c.lower_ in {"in", "of"}), None)
    where = next((c for c in inside.rights if c.dep_ == "pobj"), None) if inside is not None else None
    found = [p for p in reading.places if where is not None and p.start <= where.idx < p.end]
    return found[0].name if found and found[0].name != NATION else None


_KIND_BEFORE = re.compile(
    r"(?:^|[.!?;”\"\n]\s*|,\s|\band\s|\bbut\s)(?:the|its|another|a)\s(?:[\w’'-]+\s){0,3}"
    r"(?P<kind>county|city|town|parish|borough|suburb|village)(?:\s(?:over|next\sdoor|away|to\sthe\s\w+))?,\s$",
    re.I,
)


def _beside(reading: Reading, token: Token) -> str | None:
    """The name behind a kind of place: "The next county over, Prince William, honored 31"."""
    if token.pos_ == "NOUN":
        token = next((c for c in token.rights if c.dep_ == "appos"), token)
    if token.pos_ != "PROPN" or mention_at(reading, token) is not None:
        return None
    name = _spelled(token)
    start = token.idx + len(token) - len(name)
    match = _KIND_BEFORE.search(reading.text, max(0, start - 60), start)
    if match is None or reading.text[token.idx + len(token) : token.idx + len(token) + 1] != ",":
        return None
    kind = match["kind"].capitalize()
    return f"{name} {kind}" if kind in places.COUNTY_ENDS and not name.endswith(places.COUNTY_ENDS) else name


def _of_speaker(reading: Reading, token: Token) -> str | None:
    """The place that speaks of a custodian as its own: "Port Kessler said that its lockup had received two"."""
    if not any(c.dep_ == "poss" and c.lower_ == "its" for c in token.children):
        return None
    says = next((t for t in token.ancestors if t.pos_ == "VERB" and any(c.dep_ == "ccomp" for c in t.children)), None)
    speaker = next((c for c in says.lefts if c.dep_ == "nsubj"), None) if says is not None else None
    if speaker is not None and speaker.lower_ in {"city", "town", "village", "borough"}:
        of_it = next((c for c in speaker.rights if c.dep_ == "prep" and c.lower_ == "of"), None)
        speaker = next((c for c in of_it.rights if c.dep_ == "pobj"), None) if of_it is not None else None
        return _spelled(speaker) if speaker is not None and speaker.pos_ == "PROPN" else None
    return _named(reading, speaker) if speaker is not None and mention_at(reading, speaker) is None else None


def _named(reading: Reading, token: Token) -> str | None:
    if token.pos_ != "PROPN" or token.is_upper or federal_office(reading, token.idx):
        return None
    if token.text in _KINDS and (whole := _KIND_OF.match(reading.text, token.idx)):
        return whole["place"]
    found = next((p for p in reading.places if p.start <= token.idx < p.end), None)
    if found is not None:
        return None if heads(reading.text, found) or federal_office(reading, found.start) else found.name
    if mention_at(reading, token) is not None:
        return None
    if county := _known_county(reading, token):
        return county
    name = _spelled(token)
    if federal_office(reading, token.idx + len(token) - len(name)):
        return None
    if token.ent_type_ == "GPE" or name in {region for _, region in regions.of_text(reading.text)}:
        return name
    return (
        name
        if len(name.split()) > 1
        and {name.split()[0], name.split()[-1]} & words("place_words")
        and not any(o.name.endswith(name) for o in reading.officials)
        else None
    )


def _known_county(reading: Reading, token: Token) -> str | None:
    """A county that is known to lie in the text's state, called by its bare name: "Nassau received 68"."""
    setting = reading.where
    name = next((name for start, end, name in setting.likely if start <= token.idx < end), None)
    bare = (name or "").removesuffix(" County")
    return name if bare != name and lies_in(bare, setting.state) else None


def _spelled(token: Token) -> str:
    """A proper name as written, up to its last word."""
    left = token.i
    while (
        left > token.sent.start
        and token.doc[left - 1].pos_ == "PROPN"
        and token.doc[left - 1].ent_type_ == token.ent_type_
    ):
        left -= 1
    while left > token.sent.start and token.doc[left - 1].text == "-" and left - 2 >= token.sent.start:
        left -= 2
    return token.doc[left : token.i + 1].text
