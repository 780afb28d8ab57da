"""The text of a parse, joined once."""

from __future__ import annotations

from spacy.tokens import Doc

KEY = "text"


def text_of(doc: Doc) -> str:
    """`doc.text`, as `keep` left it where it did: a Doc puts its tokens together anew each time it is asked."""
    kept = doc.user_data.get(KEY)
    return kept if isinstance(kept, str) else doc.text


def keep(doc: Doc) -> str:
    """Joins the text and leaves it with the parse for whoever reads it next."""
    doc.user_data[KEY] = text = doc.text
    return text
