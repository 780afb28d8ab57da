"""Named public officials: person, role, agency."""

from __future__ import annotations

from spacy.tokens import Doc

from extract.model import Document, Mention, Official


def find(doc: Doc, document: Document, mentions: list[Mention]) -> list[Official]:
    """The officials of the text, one for each person."""
    return []
