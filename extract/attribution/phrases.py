"""Attribution by phrase: "according to the letter, ...", "... by the sheriff's count", "per DHS"."""

from __future__ import annotations

from collections.abc import Iterator

from extract.attribution.beside import Cue
from extract.attribution.parse import Parse
from extract.attribution.vocabulary import Vocabulary

_VERBAL = ("VERB", "AUX")


def find(parse: Parse, vocabulary: Vocabulary) -> Iterator[tuple[Cue, int, int]]:
    """Each phrase with its source, and the first and last token of its host clause."""
    openings: dict[str, list[list[str]]] = {}
    for phrase in vocabulary.words["phrases"]:
        words = phrase.split()
        openings.setdefault(words[0], []).append(words)
    counts = vocabulary.words["counts"]
    for token, word in enumerate(parse.lower):
        for words in openings.get(word, ()):
            last = token + len(words) - 1
            if parse.lower[token : last + 1] == words:
                source = _object(parse, token, last)
                if source is not None:
                    yield Cue(token, last, source), *_host(parse, token, source)
        if word in ("show", "shows") and _misread(parse, token, vocabulary):
            yield Cue(token, token, token - 1), token + 1, _sentence_end(parse, token)
        if word in ("by", "in") and parse.dep[token] in ("prep", "agent"):
            noun = parse.child(token, "pobj")
            bare = noun is not None and word == "by" and parse.child(noun, "case") is not None
            if noun is not None and bare and _opens(parse, token):  # "By the department's, 12 were held"
                yield Cue(token, token, noun), *_host(parse, token, noun)
            elif noun is not None and parse.lemma[noun] in counts:
                owner = parse.child(noun, "poss") or _keeper(parse, noun, vocabulary)
                if owner is not None and noun - token <= 8:
                    yield Cue(noun, noun, owner), *_host(parse, token, noun)


def _keeper(parse: Parse, noun: int, vocabulary: Vocabulary) -> int | None:
    """Whose a count is by what stands behind it: "by the count of Sheriff Roe", "in the tally kept by the League"."""
    for kid in parse.kids[noun]:
        kept = parse.child(kid, "agent", "prep") if kid > noun and parse.dep[kid] == "acl" else None
        behind = kept if kept is not None else kid
        if behind < noun or parse.lower[behind] not in ("of", "by", "from", "at"):
            continue
        owner = parse.child(behind, "pobj")
        if owner is not None and _somebody(parse, owner, vocabulary):
            return owner
    return None


def _somebody(parse: Parse, noun: int, vocabulary: Vocabulary) -> bool:
    """Whether a noun is a person's or a body's: "the number of detainers" is nobody's."""
    words = vocabulary.words
    known = parse.lemma[noun] in words["persons"] | words["bodies"] | words["groups"]
    return known or (parse.pos[noun] == "PROPN" and parse.ent[noun] in ("ORG", "PERSON"))


def _object(parse: Parse, first: int, last: int) -> int | None:
    for token in range(last, first - 1, -1):
        noun = parse.child(token, "pobj", "dobj")
        if noun is not None and noun > last:
            return noun
    if last + 1 < len(parse):
        for token in range(last + 1, min(last + 6, len(parse))):
            if parse.pos[token] in ("NOUN", "PROPN", "PRON"):
                return token
    return None


def _misread(parse: Parse, token: int, vocabulary: Vocabulary) -> bool:
    """Whether "show" after plural documents was taken for a noun: "ICE data show 31 were ignored"."""
    before = parse.lower[token - 1] if token else ""
    documents = before in vocabulary.words["documents"] and before.endswith(("s", "data"))
    more = token + 1 < len(parse) and parse.pos[token + 1] not in ("PUNCT", "SPACE")
    return documents and parse.pos[token] == "NOUN" and more


def _opens(parse: Parse, token: int) -> bool:
    """Whether a phrase opens its sentence."""
    return token == 0 or parse.sentence[token - 1] != parse.sentence[token]


def _sentence_end(parse: Parse, token: int) -> int:
    last = token
    while last + 1 < len(parse) and parse.sentence[last + 1] == parse.sentence[token]:
        last += 1
    return last


def _host(parse: Parse, phrase: int, source: int) -> tuple[int, int]:
    """The clause that the phrase qualifies, cut at the phrase where it stands at an end."""
    top = parse.head[phrase]
    while parse.head[top] != top and parse.pos[top] not in _VERBAL:
        top = parse.head[top]
    if parse.pos[top] not in _VERBAL and parse.lower[phrase] not in ("according", "per"):
        top = parse.head[phrase]
    if parse.dep[top] in ("xcomp", "conj", "aux", "auxpass") and parse.pos[parse.head[top]] in _VERBAL:
        top = parse.head[top]
    first, last = parse.left[top], parse.right[top]
    end = max(parse.right[phrase], parse.right[source])
    start = min(phrase, parse.left[phrase])
    if end >= last - 1:
        return first, max(first, start - 1)
    if start <= first + 1:
        return min(end + 1, last), last
    if phrase - first > last - end and last - end < 4:
        return first, max(first, start - 1)
    return first, last
