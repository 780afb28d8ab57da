"""How signs and network read a word: its lemma, or the kind of what it names, so that nothing learned knows a name."""

from __future__ import annotations

from spacy.tokens import Token

WIDTH = 300
"""Length of a word's vector in the medium and large models."""
NAMED = {"GPE": "<place>", "LOC": "<place>", "FAC": "<place>", "PERSON": "<person>", "DATE": "<date>", "TIME": "<date>"}


def word(token: Token) -> str:
    """A token's lemma, or the kind of what it names."""
    if token.like_num or token.text[:1].isdigit():
        return "#"
    if token.ent_type_ == "ORG":
        return "<ice>" if token.lower_ in {"ice", "dhs"} else "<org>"
    return NAMED.get(token.ent_type_) or token.lemma_.lower()
