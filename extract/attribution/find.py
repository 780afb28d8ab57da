"""Quotes of one text: what is said, by whom, under which cue, and which speech stands in which."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from extract.attribution import direct, frames, marks, phrases, transcript
from extract.attribution.direct import Cue, Spoken, tokens_of
from extract.attribution.frames import Frame
from extract.attribution.parse import Parse
from extract.attribution.speakers import Cast, Speaker
from extract.attribution.vocabulary import Vocabulary, vocabulary
from extract.attribution.weigh import odds
from extract.model import Document, Mention, Official, Quote

_PERSON = frozenset("i we you me us my our your".split())
_TRIM = " \t\n\xa0,;:"


@dataclass(frozen=True)
class _Found:
    """An attribution before its speaker is resolved; content in characters, cue and source in tokens."""

    start: int
    end: int
    cue: Cue | None
    direct: bool
    weight: float = 0.0


def find(doc: Doc, document: Document, officials: list[Official], mentions: list[Mention]) -> list[Quote]:
    """Who says what in `doc`: direct, indirect and nested speech in order of place, speakers resolved through the text."""
    parse, words = Parse(doc), vocabulary()
    quotations = marks.find(parse.text)
    every = list(frames.read(parse))
    reader = direct.Reader(parse, quotations, every, words)
    spoken = reader.read()
    found = _indirect(parse, every, spoken, reader.inside, words)
    found = sorted([*found, *_direct(parse, spoken, found)], key=lambda f: (f.start, -f.end))
    found = _unnested(parse, _distinct(found), reader.inside)
    cast = Cast(parse, officials, mentions, words)
    return _parents([_quote(parse, f, cast) for f in found])


def _direct(parse: Parse, spoken: list[Spoken], indirect: list[_Found]) -> list[_Found]:
    """The quoted words; where they make up most of an indirect content, that content itself becomes the direct one."""
    out = []
    for one in spoken:
        start, end = one.quotation.start, one.quotation.end
        out.append(_Found(start, end, one.cue, True, 9.0))
    return out


def _indirect(parse: Parse, every: list[Frame], spoken: list[Spoken], inside: bytearray, words: Vocabulary) -> list[_Found]:
    """Contents in clauses and phrases, the likeliest frame of each cue."""
    best: dict[int, tuple[float, Frame]] = {}
    for frame in every:
        quoted = bool(inside[frame.first] or inside[frame.last] or any(inside[frame.first : frame.last + 1]))
        weight = odds(parse, frame, words, quoted)
        if weight is None or weight < words.weights["least"]:
            continue
        if frame.cue not in best or weight > best[frame.cue][0]:
            best[frame.cue] = weight, frame
    found = []
    for weight, frame in best.values():
        cue = Cue(frame.cue, frame.cue, frame.source)
        found.append(_Found(parse.start[frame.first], parse.end[frame.last], cue, False, weight))
    for cue, first, last in [*phrases.find(parse, words), *transcript.find(parse)]:
        found.append(_Found(parse.start[first], parse.end[last], cue, False, 2.0))
    return found


def _distinct(found: list[_Found]) -> list[_Found]:
    """One attribution a cue and content: quoted words swallow the clause that is mostly them."""
    quoted = [f for f in found if f.direct]
    kept: list[_Found] = []
    grown: dict[int, _Found] = {}
    for one in found:
        if one.direct:
            continue
        parts = [q for q in quoted if q.start < one.end and one.start < q.end]
        mine = [q for q in parts if q.cue is not None and one.cue is not None and q.cue.first == one.cue.first]
        covered = sum(min(q.end, one.end) - max(q.start, one.start) for q in parts)
        if mine and covered >= 0.5 * (one.end - one.start):
            if len(parts) == 1 and parts[0].start >= one.start and parts[0].end <= one.end + 2:
                grown[id(parts[0])] = replace(parts[0], start=one.start, end=max(one.end, parts[0].end))
            continue
        if parts and covered >= 0.5 * (one.end - one.start) and one.cue is not None and not mine:
            continue
        kept.append(one)
    return sorted(kept + [grown.get(id(q), q) for q in quoted], key=lambda f: (f.start, -f.end))


def _unnested(parse: Parse, found: list[_Found], inside: bytearray) -> list[_Found]:
    """Speech in speech is kept where it may own a figure: its content holds a number and its source is a third party."""
    kept = []
    for one in found:
        if one.cue is None or one.direct:
            kept.append(one)
            continue
        at = parse.start[one.cue.first]
        nested = bool(inside[one.cue.first]) or any(o is not one and o.start <= at < o.end and _outer(o, one) for o in found)
        if nested and not _owns_figure(parse, one):
            continue
        kept.append(one)
    return kept


def _outer(outer: _Found, inner: _Found) -> bool:
    return not (inner.start <= outer.start and outer.end <= inner.end)


def _owns_figure(parse: Parse, one: _Found) -> bool:
    first, last = tokens_of(parse, one.start, one.end)
    source = one.cue.source if one.cue else None
    if source is None or parse.lower[source] in _PERSON:
        return False
    return one.weight > 0 and any(parse.pos[t] == "NUM" or parse.lower[t] in ("none", "dozen", "zero", "half") for t in range(first, last + 1))


def _quote(parse: Parse, found: _Found, cast: Cast) -> Quote:
    start, end = found.start, found.end
    if not found.direct:
        while end > start and parse.text[end - 1] in _TRIM:
            end -= 1
        while start < end and parse.text[start] in _TRIM:
            start += 1
    cue = found.cue
    speaker, source = Speaker(None, None), None
    if cue is not None and cue.source is not None:
        source = source_span(parse, cue.source, cue)
        speaker = cast.resolve(cue.source, *source)
        clause = parse.words(*_sentence(parse, cue.first))
        cast.note(parse.start[cue.first], clause, speaker)
    return Quote(
        text=parse.text[start:end],
        start=start,
        end=end,
        speaker=speaker.name,
        speaker_start=parse.start[source[0]] if source else None,
        speaker_end=parse.end[source[1]] if source else None,
        cue=parse.words(cue.first, cue.last) if cue else None,
        direct=found.direct,
        speaker_kind=speaker.kind,
        speaker_agency=speaker.agency,
        cue_start=parse.start[cue.first] if cue else None,
        cue_end=parse.end[cue.last] if cue else None,
    )


def source_span(parse: Parse, head: int, cue: Cue) -> tuple[int, int]:
    """The noun phrase of a source without its relative clauses, and never over its own cue."""
    first, last = parse.left[head], parse.right[head]
    for kid in parse.kids[head]:
        if kid > head and (parse.dep[kid] in ("relcl", "acl", "advcl", "punct", "conj", "cc") or (parse.dep[kid] == "appos" and parse.ent[head] == "PERSON")):
            last = min(last, parse.left[kid] - 1)
    if first <= cue.first <= last:
        first, last = (first, cue.first - 1) if head < cue.first else (cue.last + 1, last)
    while last > head and parse.pos[last] in ("PUNCT", "SPACE"):
        last -= 1
    return min(first, head), max(last, head)


def _sentence(parse: Parse, token: int) -> tuple[int, int]:
    first = last = token
    while first > 0 and parse.sentence[first - 1] == parse.sentence[token]:
        first -= 1
    while last + 1 < len(parse) and parse.sentence[last + 1] == parse.sentence[token]:
        last += 1
    return first, last


def _parents(quotes: list[Quote]) -> list[Quote]:
    """Each quote with the index of the smallest other one whose content holds its cue and content."""
    out = []
    for index, quote in enumerate(quotes):
        best: int | None = None
        for other, outer in enumerate(quotes):
            if other == index or not _holds(outer, quote):
                continue
            if best is None or outer.end - outer.start < quotes[best].end - quotes[best].start:
                best = other
        out.append(replace(quote, parent=best))
    return out


def _holds(outer: Quote, inner: Quote) -> bool:
    if not (outer.start <= inner.start and inner.end <= outer.end) or (outer.start, outer.end) == (inner.start, inner.end):
        return False
    if inner.cue_start is None or outer.cue_start == inner.cue_start:
        return outer.cue_start == inner.cue_start or inner.cue_start is None
    return outer.start <= inner.cue_start < outer.end


def at(quotes: list[Quote], start: int, end: int) -> Quote | None:
    """The innermost quote whose content holds the characters `start`..`end`: the nearest governing cue owns them."""
    holding = [q for q in quotes if q.start <= start and end <= q.end]
    return min(holding, key=lambda q: (q.end - q.start, q.start), default=None)


def chain(quotes: list[Quote], quote: Quote) -> list[Quote]:
    """The speech that `quote` stands in, from the nearest outward; `quote` itself is not in it."""
    out: list[Quote] = []
    index = quote.parent
    while index is not None and len(out) < len(quotes):
        out.append(quotes[index])
        index = quotes[index].parent
    return out


def speakers(quotes: Iterable[Quote]) -> list[str]:
    """The names that speak, each once, in order."""
    return list(dict.fromkeys(q.speaker for q in quotes if q.speaker))
