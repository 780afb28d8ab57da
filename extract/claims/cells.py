"""Rows whose cells are spelled out: "Orrin Jail — 203 lodged, 187 declined", "2023: requests 390, transfers 102"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from extract.claims import lexicon
from extract.claims.parties import FAMILY
from extract.claims.reading import Unit
from extract.claims.tables import column
from extract.model import Count

WORDS = r"[A-Za-z][a-z]+(?:-[a-z]+)?(?:\s(?!and\b)[A-Za-z][A-Za-z]*){0,3}?"
BEHIND = re.compile(rf"\s+(?P<words>{WORDS})\s*(?=[,;.)(—–|]|and\s|$)")
"""What a number counts where its word follows, up to the end of its cell."""
AHEAD = re.compile(rf"(?:^|[:—–,;(•|]\s*|\band\s+|\s-\s+)(?P<words>{WORDS}),?\s+$")
"""What it counts where its word stands before it."""
OPENS = re.compile(r"(?:^|[:—–,;(•|“\"]|\s-)\s*$")
"""What stands before the first number of a row whose words follow: a label or nothing, no verb."""
JOINED = re.compile(
    r"\s*(?:[,;—–|]\s*(?:and\s+|with\s+|but\s+)?|and\s+)(?:only\s+|just\s+|about\s+|all\s+(?:of\s+)?(?:the\s+)?)?"
)
CLOSES = re.compile(r"\s*(?:[,;.)|]|and\s|$)")
LABEL = 40
"""Characters before a number in which its own word stands."""


def spelled(text: str, unit: Unit, counts: Sequence[Count]) -> dict[int, str]:
    """The measures of a line's numbers, by where each begins, where every one stands beside its own word.

    One number beside a word is a sentence like others; two in a row of nothing else are cells.
    """
    if len(counts) < 2 or any(count.text.lower() == "both" for count in counts):
        return {}
    counts = [
        c for c, after in zip_longest(counts, counts[1:]) if not (after and c.form == "all" and _leads(text, c, after))
    ]
    return _behind(text, unit.start, unit.end, counts) or _ahead(text, unit.start, unit.end, counts)


def _leads(text: str, whole: Count, after: Count) -> bool:
    """ "9 lodged, all nine released": the cell's number is the one that the word for all is of."""
    return re.fullmatch(r"\s+(?:of\s+(?:the\s+|those\s+)?)?", text[whole.end : after.start]) is not None


def _behind(text: str, start: int, end: int, counts: Sequence[Count]) -> dict[int, str]:
    """ "203 lodged, 187 declined"."""

    def cells() -> Iterator[tuple[Count, str, bool]]:
        stop = start
        for count in counts:
            found = BEHIND.match(text, count.end, end)
            opens = OPENS.search(text[max(start, count.start - LABEL) : count.start]) is not None
            joined = stop > start and JOINED.fullmatch(text, stop, count.start) is not None
            named = _named(found["words"]) if found is not None and (joined or opens) else None
            stop = found.end("words") if found is not None and named else start
            yield count, named or "", joined

    return _rows(cells())


def _ahead(text: str, start: int, end: int, counts: Sequence[Count]) -> dict[int, str]:
    """ "requests 390, transfers 102"."""

    def cells() -> Iterator[tuple[Count, str, bool]]:
        stop = start
        for count in counts:
            found = AHEAD.search(text[max(start, stop, count.start - LABEL) : count.start])
            closed = CLOSES.match(text, count.end, end) is not None
            gap = text[stop : count.start - len(found["words"])] if found is not None else "."
            joined = stop > start and not re.search(r"[.\d]", gap) and len(gap.split()) < 3
            named = _named(found["words"]) if found is not None and closed else None
            stop = count.end if named else start
            yield count, named or "", joined

    return _rows(cells())


def _named(words: str) -> str | None:
    """What a cell's words count; "four emails" are papers, whatever the verb would mean."""
    last = words.split()[-1].lower().removesuffix("s")
    return None if last in lexicon.words("messages") else column(words)


def _rows(cells: Iterator[tuple[Count, str, bool]]) -> dict[int, str]:
    """The runs of two cells and more in which one at least says what became of requests or people."""
    out: dict[int, str] = {}
    run: list[tuple[int, str]] = []
    for count, measure, joined in [*cells, (None, "", False)]:
        if not joined or not measure:
            if _is_row([name for _, name in run]):
                out.update(run)
            run = []
        if measure and count is not None and count.unit == "count":
            run.append((count.start, measure))
    return out


def _is_row(names: list[str]) -> bool:
    return len(set(names)) > 1 and any(name in FAMILY or name == "side" or "detainers" in name for name in names)
