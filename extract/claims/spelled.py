"""The words of a parse in small letters, and their lemmas, as plain lists: a token asked for anew costs more than the
question whether a word stands near."""

from __future__ import annotations

from spacy.tokens import Doc

FORMS, LEMMAS = "forms", "lemmas"


def forms(doc: Doc) -> list[str]:
    """Each token in small letters."""
    kept = doc.user_data.get(FORMS)
    if not isinstance(kept, list):
        kept = doc.user_data[FORMS] = [token.lower_ for token in doc]
    return kept


def lemmas(doc: Doc) -> list[str]:
    """The lemma of each token, in small letters."""
    kept = doc.user_data.get(LEMMAS)
    if not isinstance(kept, list):
        kept = doc.user_data[LEMMAS] = [token.lemma_.lower() for token in doc]
    return kept


def near(doc: Doc, first: int, last: int, word: str) -> bool:
    """Whether a word stands among the tokens from `first` to before `last`, in any of its forms."""
    return word in forms(doc)[first:last] or word in lemmas(doc)[first:last]
