"""Laws, rulings, policies and forms, named or cited."""

from __future__ import annotations

from spacy.tokens import Doc

from extract.model import Document, Statute


def find(doc: Doc | str, document: Document) -> list[Statute]:
    """Every distinct law of the text, at its fullest mention."""
    return []
