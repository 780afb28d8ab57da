"""The text of a parse, joined once, and of its spans."""

from __future__ import annotations

from spacy.tokens import Doc, Span

KEY = "text"


def text_of(doc: Doc) -> str:
    """`doc.text`, as `keep` left it where it did: a Doc puts its tokens together anew each time it is asked."""
    kept = doc.user_data.get(KEY)
    return kept if isinstance(kept, str) else doc.text


def keep(doc: Doc, text: str | None = None) -> str:
    """Leaves the text with the parse for whoever reads it next; `text` is that of `doc` where the caller has it."""
    doc.user_data[KEY] = text = text_of(doc) if text is None else text
    return text


def said(span: Span) -> str:
    """`span.text`, cut out of the text of the parse: a Span puts its tokens together anew each time it is asked."""
    return text_of(span.doc)[span.start_char : span.end_char]
