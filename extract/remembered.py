"""Parts of speech, morphology and lemmas from memory.

In the English models these follow from a token's word, tag and dependency alone, but for a few contractions; the
model's own
components work them out anew for every token, at a fifth of the whole pipeline's time. `Remembered` asks them once
for each
(word, tag, dependency) and keeps the answer; the result is the same, token for token.
"""

from __future__ import annotations

from typing import Any

import numpy
from spacy.language import Language
from spacy.pipeline import AttributeRuler, Lemmatizer
from spacy.tokens import Doc, Token
from spacy.vocab import Vocab

_AFTER_EXPLETIVE = frozenset({"is", "are", "was", "were", "'s", "'re"})
_WITH_BEFORE = frozenset({"na", "ta", "'s"})
_WITH_NEXT = frozenset({"ai", "gon", "c'm", "y", "y'"})
_PAIRED = frozenset(
    {"ai", "gon", "na", "got", "ta", "let", "'s", "c'm", "on", "y'", "y", "all", "expl", *_AFTER_EXPLETIVE}
)
"""Words (and the one dependency) of the models' patterns of two tokens: what stands beside these counts too."""
_MOST = 200_000
"""Answers kept, some 30 MB; beyond them the memory begins anew."""

Answer = tuple[int, int, int, int, int]
"""Part of speech, morphology, lemma, tag, dependency."""


class Remembered:
    """A component in the place of `attribute_ruler` and `lemmatizer`, built on both."""

    def __init__(self, vocab: Vocab, ruler: AttributeRuler, lemmatizer: Lemmatizer) -> None:
        self.vocab, self.ruler, self.lemmatizer = vocab, ruler, lemmatizer
        self.known: dict[tuple[int, ...], Answer] = {}
        self.special = frozenset(self._both_cases(_AFTER_EXPLETIVE | _WITH_BEFORE | _WITH_NEXT))

    def _both_cases(self, words: frozenset[str]) -> list[int]:
        return [
            self.vocab.strings.add(form)
            for word in words
            for form in (word, word.capitalize(), word.upper(), word.replace("'", "’"))
        ]

    def __call__(self, doc: Doc) -> Doc:
        if not len(doc):
            return doc
        rows = doc.to_array(["ORTH", "TAG", "DEP"]).tolist()
        out = numpy.zeros((len(rows), 3), dtype="uint64")
        for i, row in enumerate(rows):
            beside = self._beside(doc, i) if row[0] in self.special else ()
            key = (*row, *beside)
            answer = self.known.get(key)
            if answer is None:
                answer = self.known[key] = self._ask(doc[i], bool(beside))
            out[i] = answer[:3]
            if answer[3] != row[1] or answer[4] != row[2]:
                doc[i].tag, doc[i].dep = answer[3], answer[4]
        doc.from_array(["POS", "MORPH", "LEMMA"], out)  # type: ignore[arg-type]  # the stub knows no 64-bit arrays
        if len(self.known) > _MOST:
            self.known.clear()
        return doc

    def _beside(self, doc: Doc, i: int) -> tuple[int, ...]:
        """The neighbours of a word of which the patterns of two tokens take note."""
        before = doc[i - 1] if i else None
        after = doc[i + 1] if i + 1 < len(doc) else None
        told = (before.orth, before.tag, before.dep) if before is not None else (0, 0, 0)
        return (*told, after.orth if after is not None else 0)

    def _ask(self, token: Token, beside: bool) -> Answer:
        """What the model's own components make of the token, alone or between its neighbours."""
        first = max(0, token.i - beside)
        near = token.doc[first : token.i + 1 + beside]
        doc = Doc(self.vocab, words=[t.text for t in near], spaces=[bool(t.whitespace_) for t in near])
        for copy, t in zip(doc, near, strict=True):
            copy.tag, copy.dep = t.tag, t.dep
        asked = self.lemmatizer(self.ruler(doc))[token.i - first]
        return asked.pos, asked.morph.key, asked.lemma, asked.tag, asked.dep  # type: ignore[attr-defined]


def replace(nlp: Language) -> None:
    """Puts `Remembered` in the place of the model's own components, where their patterns are the known ones."""
    if not {"attribute_ruler", "lemmatizer"} <= set(nlp.pipe_names):
        return
    ruler, lemmatizer = nlp.get_pipe("attribute_ruler"), nlp.get_pipe("lemmatizer")
    if not isinstance(ruler, AttributeRuler) or not isinstance(lemmatizer, Lemmatizer) or not _as_known(ruler):
        return
    after = nlp.pipe_names[nlp.pipe_names.index("attribute_ruler") - 1]
    nlp.remove_pipe("lemmatizer")
    nlp.remove_pipe("attribute_ruler")
    Language.component("remembered", func=Remembered(nlp.vocab, ruler, lemmatizer))
    nlp.add_pipe("remembered", after=after)


def _as_known(ruler: AttributeRuler) -> bool:
    """Whether all patterns of several tokens are of the words that `_beside` minds."""
    for entry in ruler.patterns:
        patterns: list[list[dict[str, Any]]] = entry["patterns"]  # type: ignore[assignment]
        for pattern in patterns:
            if len(pattern) > 2 or (len(pattern) == 2 and not any(_words(token) & _PAIRED for token in pattern)):
                return False
    return True


def _words(token: dict[str, Any]) -> set[str]:
    lower = token.get("LOWER", token.get("DEP", ""))
    return set(lower.get("IN", [])) if isinstance(lower, dict) else {lower}
