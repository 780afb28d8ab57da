"""Dates and periods as written, with what they mean at the publication date."""

from __future__ import annotations

from spacy.tokens import Doc

from extract.model import DateMention, Document


def find(text: str, document: Document, doc: Doc | None = None) -> list[DateMention]:
    """Every date of the text, the longest wording of each place, in order."""
    return []
