"""One list out of what was found: doubles settled, speech in speech linked, and the ways to ask it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from extract.attribution.beside import Cue, tokens_of
from extract.attribution.parse import Parse
from extract.attribution.vocabulary import Vocabulary
from extract.model import Quote
from extract.placed import Placed

_SPEAKERS_HERE = frozenset(["i", "we", "you", "me", "us", "my", "our", "your"])
_NUMBER_WORDS = frozenset(["none", "dozen", "dozens", "zero", "half", "nobody"])


@dataclass(frozen=True)
class Found:
    """An attribution before its speaker is resolved: content `start`..`end` in characters, cue and source in tokens."""

    start: int
    end: int
    cue: Cue | None
    direct: bool
    weight: float
    """Log-odds that it is one."""


def settle(parse: Parse, found: list[Found], inside: bytearray, words: Vocabulary) -> list[Found]:
    """One attribution for each cue and content, in order of place."""
    return _unnested(parse, _distinct(parse, found), inside, words)


def _distinct(parse: Parse, found: list[Found]) -> list[Found]:
    """Quoted words swallow the clause that is mostly them, and take its whole content where there is only one part."""
    quoted = [one for one in found if one.direct]
    placed = Placed(quoted)
    kept: list[Found] = []
    grown: dict[int, Found] = {}
    for one in found:
        if one.direct:
            continue
        parts = placed.over(one.start, one.end)
        covered = sum(min(q.end, one.end) - max(q.start, one.start) for q in parts)
        within = one.cue is not None and any(q.start <= parse.start[one.cue.first] < q.end for q in parts)
        if one.cue is None or within or covered < 0.5 * (one.end - one.start):
            kept.append(one)
            continue
        mine = any(q.cue is not None and q.cue.first == one.cue.first for q in parts)
        part = parts[0]
        apart = (
            not one.start <= parse.start[one.cue.first] < one.end
        )  # "Pressed, he said, “I'd have to look.”" is not one
        if mine and apart and len(parts) == 1 and part.start >= one.start and part.end <= one.end + 2:
            grown[id(part)] = replace(part, start=one.start, end=max(one.end, part.end))
    return sorted([*kept, *(grown.get(id(q), q) for q in quoted)], key=lambda one: (one.start, -one.end))


def _unnested(parse: Parse, found: list[Found], inside: bytearray, words: Vocabulary) -> list[Found]:
    """Speech in speech stays where it is plain or may own a figure; the rest is the outer speaker's matter."""
    kept, placed = [], Placed(found)
    for one in found:
        if one.direct or one.cue is None:
            kept.append(one)
            continue
        at = parse.start[one.cue.first]
        quoted = bool(inside[one.cue.first])
        nested = any(o is not one and not _covers(one, o) for o in placed.over(at, at + 1))
        plain = not quoted and (not nested or one.weight >= words.weights["least nested"])
        if plain or _owns_figure(parse, one):
            kept.append(one)
    return kept


def _covers(outer: Found, inner: Found) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _owns_figure(parse: Parse, one: Found) -> bool:
    """Whether a third party is said to say a number: "the Herald reported that there were 198"."""
    source = one.cue.source if one.cue else None
    if source is None or parse.lower[source] in _SPEAKERS_HERE:
        return False
    first, last = tokens_of(parse, one.start, one.end)
    return any(parse.pos[t] == "NUM" or parse.lower[t] in _NUMBER_WORDS for t in range(first, last + 1))


def parents(quotes: list[Quote]) -> list[Quote]:
    """Each quote with the index of the smallest other one whose content holds its cue and content."""
    placed = Placed(quotes)
    index = {id(quote): at for at, quote in enumerate(quotes)}
    out = []
    for quote in quotes:
        around = [outer for outer in placed.over(quote.start, quote.start + 1) if _holds(outer, quote)]
        best = min(around, key=lambda outer: outer.end - outer.start, default=None)
        out.append(replace(quote, parent=index[id(best)] if best is not None else None))
    return out


def _holds(outer: Quote, inner: Quote) -> bool:
    if not (outer.start <= inner.start and inner.end <= outer.end):
        return False
    if outer.end - outer.start == inner.end - inner.start:
        return False
    if inner.cue_start is None or outer.cue_start == inner.cue_start:
        return True
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
