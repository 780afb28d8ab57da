"""Agencies: named ones from the vocabulary, local ones by their shape."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Doc

from extract import vocabulary
from extract.model import Document, Mention

SHAPE = [{"name": str, "level": vocabulary.one_of("federal", "state", "county", "city", "court"), "aliases": [str], "jurisdiction?": str}]


@cache
def entries() -> list[dict]:
    return vocabulary.load("agencies", SHAPE)


def aliases() -> list[tuple[str, str]]:
    """(alias, canonical name) of every agency."""
    return [(alias, entry["name"]) for entry in entries() for alias in entry["aliases"]]


def canonical(text: str, jurisdiction: str | None = None) -> str | None:
    """The full official name of what is written, or None."""
    return dict(aliases()).get(text.strip())


def find(doc: Doc, document: Document) -> list[Mention]:
    """Every agency mention with its canonical name."""
    return [Mention(e.text, e.start_char, e.end_char, "agency", e.ent_id_) for e in doc.ents if e.ent_id_]
