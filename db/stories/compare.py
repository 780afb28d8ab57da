"""Whether two texts are one piece of reporting, and what the later one is to the earlier.

`syndicated`: nearly the same words, perhaps cut or with a wire's name before them. `spun`: the same course, paragraph
for paragraph and figure for figure, in other words, quotations included (a synonym-spinning machine, or translation
there and back). `rewrite`: the same facts and the same quotations in words of its own. None: two reports, though they
be on one subject, cite the same law and share a background paragraph.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

from db.stories.text import Features, Paragraph, is_year

SYNDICATED, SPUN, REWRITE = "syndicated", "spun", "rewrite"
COPIED = 0.62
"""Share of the shorter text's shingles, above which its words are the other's."""
QUOTED, ALTERED = 97.0, 45.0
"""Likeness, of 100: above the first a quotation is the same words, between the two it is one that was tampered with."""


@dataclass(frozen=True)
class Likeness:
    """What two texts have in common, each from 0 to 1."""

    contained: float
    """Shingles of the shorter text that stand in the longer."""
    size: float
    """Length of the shorter by that of the longer."""
    quotes: float
    """Quotations of the text with fewer that are in the other word for word (of their words)."""
    altered: float
    """Quotations that stand in the same place with other words, of those of the text with fewer."""
    quoted_words: int
    """Words in the quotations that are the same."""
    quotes_compared: int
    """Quotations in the text with fewer."""
    figures: float
    """Telling figures of the text with fewer that are in the other."""
    shared_figures: int
    order: float
    """Figures in the same order, of the longer sequence."""
    kept: float
    """The same, of the shorter sequence."""
    numbers: int
    """Length of the shorter sequence of figures."""
    names: float
    course: float
    """Paragraphs that match one another in order, by structure and figures, of the text with more."""
    grain: float
    """Words in the same place within matched paragraphs: function words and what a spinner leaves."""
    vocabulary: float
    """Meaningful words in common, of all."""


def relation(a: Features, b: Features) -> str | None:
    """What the later of two texts is to the earlier, or None. Symmetric."""
    return decide(likeness(a, b))


def decide(like: Likeness) -> str | None:
    """The decision alone, on what was measured."""
    same_figures = like.numbers < 3 or like.order >= 0.5 or like.figures >= 0.6
    if _is_spun(like):
        return SPUN
    if like.contained >= COPIED and like.size >= 0.12 and same_figures:
        return SYNDICATED
    return REWRITE if _is_rewrite(like) else None


def _is_spun(like: Likeness) -> bool:
    """The course of the other text in other words: people who rewrite keep quotations, machines do not."""
    if like.course < 0.55 or like.grain < 0.3 or like.contained > 0.8:
        return False
    if like.quotes_compared and (like.quotes > 0.6 or like.altered < 0.4):
        return False
    if not like.quotes_compared and (like.contained > 0.5 or like.course < 0.75):
        return False
    if like.numbers < 3:  # nothing but the course to go by
        return like.course >= 0.8 and like.grain >= 0.45
    return like.order >= 0.55 or (like.order >= 0.4 and like.kept >= 0.8)


def _is_rewrite(like: Likeness) -> bool:
    if like.contained >= 0.35 and like.size >= 0.3 and like.figures >= 0.5 and like.shared_figures >= 2:
        return True
    if like.quoted_words >= 12 and like.quotes >= 0.5:
        if like.shared_figures >= 2 and like.figures >= 0.5 and like.names >= 0.35:
            return True
        if like.numbers < 3 and like.quoted_words >= 20 and like.names >= 0.6:
            return True
    return like.figures >= 0.75 and like.shared_figures >= 5 and like.names >= 0.5 and like.vocabulary >= 0.18


def likeness(a: Features, b: Features) -> Likeness:
    """Everything `decide` looks at."""
    short, long_ = sorted((a, b), key=lambda f: len(f.shingles))
    shared = len(short.shingles & long_.shingles)
    figures = a.figures & b.figures
    shorter, longer = sorted((len(a.numbers), len(b.numbers)))
    in_order = LCSseq.similarity(a.numbers, b.numbers)
    order = in_order / max(1, longer)
    course, grain = _course(a.paragraphs, b.paragraphs)
    if course < 0.75 and order >= 0.5:  # paragraphs may have been joined or cut
        course, grain = max((course, grain), _course(a.sentences, b.sentences))
    quotes = _quotes(a, b)
    return Likeness(
        contained=shared / max(1, len(short.shingles)),
        size=len(short.words) / max(1, len(long_.words)),
        quotes=quotes.same,
        altered=quotes.altered,
        quoted_words=quotes.words,
        quotes_compared=quotes.compared,
        figures=len(figures) / max(1, min(len(a.figures), len(b.figures))),
        shared_figures=len(figures),
        order=order,
        kept=in_order / max(1, shorter),
        numbers=shorter,
        names=len(a.names & b.names) / max(1, min(len(a.names), len(b.names))),
        course=course,
        grain=grain,
        vocabulary=len(a.content & b.content) / max(1, len(a.content | b.content)),
    )


@dataclass(frozen=True)
class _Quotes:
    same: float = 0.0
    altered: float = 0.0
    words: int = 0
    compared: int = 0


def _quotes(a: Features, b: Features) -> _Quotes:
    """Quotations of the text with fewer: which are the other's words, or a part of them, and which stand in for one."""
    fewer, more = sorted((a.quotes, b.quotes), key=len)
    if not fewer:
        return _Quotes()
    whole = [" ".join(q) for q in more]
    total = sum(len(q) for q in fewer)
    same = altered = 0
    for index, quote in enumerate(fewer):
        wording = " ".join(quote)
        if max(_same_words(wording, other) for other in whole) >= QUOTED:
            same += len(quote)
        elif _in_place(index, quote, fewer, more):
            altered += len(quote)
    return _Quotes(same / total, altered / total, same, len(fewer))


def _same_words(a: str, b: str) -> float:
    shorter, longer = sorted((len(a), len(b)))
    if shorter < 0.3 * longer and shorter < 25:
        return 0.0
    return max(fuzz.ratio(a, b), fuzz.partial_ratio(a, b) if shorter >= 25 else 0.0)


def _in_place(index: int, quote: Sequence[str], fewer: Sequence[Sequence[str]], more: Sequence[Sequence[str]]) -> bool:
    """Whether a quotation near the same place in the other text has the same build in other words."""
    slack = 1 + len(more) - len(fewer)
    for other in more[max(0, index - 1) : index + slack + 1]:
        size = min(len(quote), len(other)) / max(len(quote), len(other))
        if size >= 0.55 and 100 * _grain(quote, other) >= ALTERED:
            return True
    return False


def _course(a: Sequence[Paragraph], b: Sequence[Paragraph]) -> tuple[float, float]:
    """(matched in order, mean likeness in grain): a global alignment of paragraphs.

    One paragraph may answer to one other; gaps cost nothing but what is then missing from the share.
    """
    if not a or not b or len(a) * len(b) > 40000:
        return 0.0, 0.0
    scores = [[_answers(p, q) for q in b] for p in a]
    best = [[0.0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i in range(len(a) - 1, -1, -1):
        for j in range(len(b) - 1, -1, -1):
            best[i][j] = max(best[i + 1][j], best[i][j + 1], best[i + 1][j + 1] + scores[i][j])
    pairs: list[tuple[int, int]] = []
    i = j = 0
    while i < len(a) and j < len(b):
        if scores[i][j] > 0 and best[i][j] == best[i + 1][j + 1] + scores[i][j]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    if not pairs:
        return 0.0, 0.0
    sizes = [min(len(a[i].words), len(b[j].words)) for i, j in pairs]
    whole = max(sum(len(p.words) for p in a), sum(len(p.words) for p in b))
    grain = sum(_grain(a[i].words, b[j].words) * size for (i, j), size in zip(pairs, sizes, strict=True)) / sum(sizes)
    return min(1.0, sum(sizes) / whole), grain


def _answers(p: Paragraph, q: Paragraph) -> float:
    """How well one paragraph answers to another by shape: length, sentences, quotations, figures; 0 for not at all."""
    size = min(len(p.words), len(q.words)) / max(len(p.words), len(q.words))
    if size < 0.6 or abs(p.sentences - q.sentences) > 1 or abs(len(p.quotes) - len(q.quotes)) > 1:
        return 0.0
    if p.numbers != q.numbers:
        longer = max(len(p.numbers), len(q.numbers))
        if LCSseq.similarity(p.numbers, q.numbers) < 0.5 * longer:
            return 0.0
    grain = _grain(p.words, q.words)
    if grain < 0.25:
        return 0.0
    telling = sum(1.0 if not is_year(n) else 0.5 for n in p.numbers if n in q.numbers)
    return size + grain + min(telling, 3.0) + (0.5 if len(p.quotes) == len(q.quotes) > 0 else 0.0)


def _grain(a: Sequence[str], b: Sequence[str]) -> float:
    """Longest common subsequence of words, of the longer."""
    return LCSseq.similarity(a, b) / max(len(a), len(b))
