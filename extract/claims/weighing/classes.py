"""Classes of words (classes.yml): what a verb or noun means in the dispute, whichever word it is."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from spacy.tokens import Doc, Span, Token

from extract import vocabulary
from extract.claims import spelled
from extract.claims.nouns import NOUNS
from extract.claims.triggers import lemma

FILE = Path(__file__).with_name("classes.yml")
SECTIONS = ("verbs", "nouns", "sides", "adjectives")
SHAPE: dict[str, Any] = {section: {str: [str]} for section in SECTIONS}
KEPT = 16
"""Sentences whose words are kept for their next number."""
REACH = 5
"""Words within which the rest of a phrase follows its verb ("picked 40 of them up")."""
CACHE = "classes of words"


@cache
def _verbs() -> dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]]:
    """By the lemma of a verb: the words that follow and the classes that they make, most words first."""
    phrases: dict[tuple[str, ...], list[str]] = {}
    for name, entries in vocabulary.load_file(FILE, SHAPE)["verbs"].items():
        for entry in entries:
            phrases.setdefault(tuple(entry.split()), []).append(name)
    out: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
    for (verb, *rest), names in phrases.items():
        out.setdefault(verb, []).append((tuple(rest), tuple(dict.fromkeys(names))))
    for known in out.values():
        known.sort(key=lambda entry: -len(entry[0]))
    return out


@cache
def _nouns() -> dict[str, tuple[str, ...]]:
    return _by_word("nouns")


@cache
def adjectives() -> dict[str, tuple[str, ...]]:
    """What an adjective or adverb says of the thing that is counted."""
    return _by_word("adjectives")


@cache
def sides() -> dict[str, tuple[str, ...]]:
    """Whose side a noun names behind a preposition ("to agents", "into the community")."""
    return _by_word("sides")


def _by_word(section: str) -> dict[str, tuple[str, ...]]:
    out: dict[str, list[str]] = {}
    for name, words in vocabulary.load_file(FILE, SHAPE)[section].items():
        for word in words:
            out.setdefault(word, []).append(name)
    return {word: tuple(dict.fromkeys(names)) for word, names in out.items()}


def of(token: Token) -> tuple[str, ...]:
    """The classes of a word, verb or noun; none for a word of no class. Looked up once a document."""
    known = _kept(token.doc)
    found = known.get(token.i)
    if found is None:
        found = known[token.i] = _classes(token)
    return found


def _kept(doc: Doc) -> dict[int, tuple[str, ...]]:
    known: dict[int, tuple[str, ...]] = doc.user_data.setdefault(CACHE, {})
    return known


def _classes(token: Token) -> tuple[str, ...]:
    if is_verb(token):
        for rest, names in _verbs().get(lemma(token), ()):
            if not rest or _follow(token, rest):
                return names
        return ()
    if token.tag_ in NOUNS:
        return _nouns().get(lemma(token)) or _nouns().get(token.lower_) or ()
    return ()


def is_verb(token: Token) -> bool:
    """Whether a token is a verb of its own, or a participle that the tagger took for an adjective."""
    return token.tag_[:2] == "VB" and token.dep_ not in {"aux", "auxpass"}


def _follow(token: Token, rest: tuple[str, ...]) -> bool:
    if not spelled.near(token.doc, token.i + 1, token.i + 1 + REACH, rest[0]):
        return False
    ahead = iter(token.doc[token.i + 1 : token.i + 1 + REACH])
    for word in rest:
        for other in ahead:
            if other.lower_ == word or other.lemma_.lower() == word:
                break
            if other.text in {".", ";", ":", ","}:
                return False
        else:
            return False
    return True


@lru_cache(maxsize=KEPT)
def within(span: Span) -> tuple[tuple[Token, tuple[str, ...]], ...]:
    """The words of a span that are of any class; each number of a sentence asks again."""
    return tuple((token, names) for token in span if (names := of(token)))
