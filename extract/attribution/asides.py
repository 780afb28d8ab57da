"""Cues between commas that the parse lost: "Forty were held, records show.", "..., Ruiz said after it, the city will".

A last resort by place alone: a word that reports, right after a short noun phrase that a comma opens, and right before
the end of the clause. What stands before it in the sentence, and after it if the sentence goes on, is what is said.
"""

from __future__ import annotations

from collections.abc import Iterator

from extract.attribution.beside import Cue
from extract.attribution.parse import Parse
from extract.attribution.vocabulary import Vocabulary

_ENDS = frozenset([".", "!", "?", ";"])
_ANOTHER = frozenset(["and", "but", "while", "though", "although", "yet", "which", "who"])
_NOMINAL = ("NOUN", "PROPN", "PRON")
_REACH = 12


def find(parse: Parse, vocabulary: Vocabulary, taken: set[int], inside: bytearray) -> Iterator[tuple[Cue, int, int]]:
    """Each cue that is not `taken` yet, with the first and last token of what is said."""
    for token in range(2, len(parse)):
        percent = vocabulary.percent("verb", parse.lemma[token], "before")
        if percent is None or percent < 55 or token in taken or inside[token]:
            continue
        comma = _opening(parse, token)
        if comma is None or inside[comma]:
            continue
        source = _head(parse, comma + 1, token)
        close = _closing(parse, token)
        if source is None or close is None or source in taken:
            continue
        start, end = _sentence(parse, comma, close)
        if any(parse.pos[t] in ("VERB", "AUX") for t in (*range(start, comma), *range(close + 1, end + 1))):
            goes_on = parse.lower[close + 1 : close + 2]
            final = close >= end or parse.lower[close] in _ENDS or goes_on[0] in _ANOTHER
            yield Cue(token, token, source), start, (comma - 1 if final else end)


def _opening(parse: Parse, token: int) -> int | None:
    """The comma before the source; nothing but a noun phrase may stand between it and the cue."""
    for at in range(token - 1, max(-1, token - _REACH), -1):
        if parse.line[at] != parse.line[token] or parse.lower[at] in _ENDS:
            return None
        if parse.lower[at] == ",":
            return at if at < token - 1 else None
        if parse.pos[at] in ("VERB", "SCONJ", "CCONJ") and not (parse.tag[at] == "VBN" and parse.dep[at] == "acl"):
            return None
    return None


def _closing(parse: Parse, token: int) -> int | None:
    """The comma or full stop that ends the cue's own clause; only adverbials may stand between."""
    for at in range(token + 1, min(len(parse), token + 8)):
        if parse.line[at] != parse.line[token] or parse.pos[at] == "SPACE":
            return at - 1
        if parse.lower[at] == "," or parse.lower[at] in _ENDS:
            return at
        if parse.pos[at] in ("VERB", "AUX", "SCONJ") or (at == token + 1 and parse.pos[at] in ("NOUN", "DET", "PRON")):
            return None
    return len(parse) - 1 if token + 8 >= len(parse) else None


def _head(parse: Parse, first: int, stop: int) -> int | None:
    """The last noun of the first noun phrase."""
    for token in range(first, stop):
        if parse.pos[token] in _NOMINAL and (
            token + 1 == stop or parse.pos[token + 1] not in (*_NOMINAL, "PART", "PUNCT")
        ):
            return token
    return None


def _sentence(parse: Parse, comma: int, close: int) -> tuple[int, int]:
    """First and last token of the sentence around, by its punctuation."""
    start, end = comma, close
    while start and parse.line[start - 1] == parse.line[comma] and parse.lower[start - 1] not in _ENDS:
        start -= 1
    while end + 1 < len(parse) and parse.line[end + 1] == parse.line[comma] and parse.lower[end] not in _ENDS:
        end += 1
    return start, end
