"""Why each number of a document became a claim or did not."""

from __future__ import annotations

from extract import claims, gate, pipeline, reader
from extract.claims.candidates import Candidate
from extract.model import Document

__all__ = ["Candidate", "explain"]


def explain(document: Document) -> list[Candidate]:
    """Every candidate number in the order of the text, each with its claims or the reason why it has none.

    A document that the gate keeps back has no candidates.
    """
    if gate.reason_unread(document.text, document.title):
        return []
    return claims.explain(reader.prepare(document, pipeline.parse(document.text)))
