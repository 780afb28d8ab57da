"""The sides of the dispute: who is federal, who holds people, who is neither."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

from spacy.tokens import Token

from extract import vocabulary
from extract.claims.reading import Reading
from extract.claims.triggers import Trigger
from extract.model import Mention

ICE = "U.S. Immigration and Customs Enforcement"
SHAPE: dict[str, Any] = {
    "sides": {str: [re.Pattern]}, "nouns": {str: [str]}, "owners": {str: str}, "documents": [str], "own_count": [str],
}  # fmt: skip


@cache
def data() -> dict[str, Any]:
    return vocabulary.load_file(Path(__file__).with_name("parties.yml"), SHAPE)


@cache
def side(name: str | None) -> str:
    """`federal`, `custody`, `civil`, `court` or `other`."""
    for key, patterns in data()["sides"].items():
        if name and any(pattern.search(name) for pattern in patterns):
            return str(key)
    return "other"


def owner_side(measure: str) -> str:
    """Whose count a measure is where nobody speaks: `federal`, `custody` or `either`."""
    return str(data()["owners"].get(measure, "either"))


def mention_at(reading: Reading, token: Token) -> Mention | None:
    """The agency mention that covers a token; the longest."""
    start, end = token.idx, token.idx + len(token)
    found = [m for m in reading.agencies if m.start < end and start < m.end]
    return max(found, key=lambda m: m.end - m.start, default=None)


def agent(trigger: Trigger) -> Token | None:
    """Who does what the trigger says: its subject, or what follows "by"."""
    verb = trigger.token
    for _ in range(5):
        for child in verb.children:
            if child.dep_ == "agent":
                return next((t for t in child.children if t.dep_ == "pobj"), None)
        for child in verb.children:
            if child.dep_ == "nsubj" and not (trigger.passive and verb.i == trigger.token.i):
                return _real(child)
        if verb.dep_ in {"conj", "xcomp", "aux", "pcomp", "advcl"} and not (trigger.passive and verb.i == trigger.token.i):
            verb = verb.head
            continue
        break
    return None


def _real(token: Token) -> Token:
    """What a relative pronoun stands for."""
    if token.lower_ in {"which", "that", "who"} and token.head.dep_ == "relcl":
        return token.head.head
    return token


def party_of(reading: Reading, token: Token | None) -> str | None:
    """The canonical agency that a noun names, where the text tells."""
    if token is None:
        return None
    mention = mention_at(reading, token)
    if mention is None and token.dep_ != "poss":
        possessor = next((c for c in token.children if c.dep_ == "poss"), None)
        mention = mention_at(reading, possessor) if possessor is not None else None
        if mention is None:
            inner = [m for t in token.lefts if t.dep_ in {"compound", "nmod", "amod"} and (m := mention_at(reading, t))]
            mention = inner[-1] if inner else None
    if mention is not None:
        return mention.name
    return None


def side_of_token(token: Token | None) -> str | None:
    """A side named by a bare noun ("deputies", "the feds")."""
    if token is None:
        return None
    for key, nouns in data()["nouns"].items():
        if token.lower_ in nouns:
            return str(key)
    return None


def main_party(reading: Reading, wanted: str, before: int | None = None) -> str | None:
    """The agency of a side that the text is about: the last one named before a place in it, else the commonest."""
    named = [m for m in reading.agencies if side(m.name) == wanted]
    if not named:
        return None
    tally = Counter(m.name for m in named)
    if before is not None:
        near = [m for m in named if before - 700 <= m.start < before]
        if near and tally[near[-1].name] * 3 >= max(tally.values()):
            return near[-1].name
    return tally.most_common(1)[0][0]


def federal_party(reading: Reading, before: int | None = None) -> str:
    """The federal side of the text, ICE where none is named."""
    return main_party(reading, "federal", before) or ICE
