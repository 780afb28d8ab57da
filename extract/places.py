"""Places: cities, counties, states, and the article's own."""

from __future__ import annotations

from spacy.tokens import Doc

from extract.model import Document, Mention


def find(doc: Doc, document: Document) -> list[Mention]:
    """Every place mention, named "City, ST", "County, ST", a state, or "United States"."""
    return []


def dateline(text: str) -> str | None:
    """The place of the dateline ("CALDERA SPRINGS, Colo. —")."""
    return None


def home(document: Document, doc: Doc) -> str | None:
    """The article's own jurisdiction."""
    return document.jurisdiction
