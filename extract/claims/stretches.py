"""How a sentence names a length of time that what was told before gives its days: the words, and reading them off.

`backward` and `spoken` share them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date as Date

from extract.claims.dating import Span, length
from extract.claims.reading import Reading, Unit
from extract.dates import spans
from extract.dates.shapes import NUMBERS
from extract.needles import Sought

COUNTED = (
    r"(?P<n>\d{1,3}|"
    + "|".join(sorted((w for w in NUMBERS if w not in {"a", "an", "zero"}), key=len, reverse=True))
    + ")"
)
UNIT = r"(?P<unit>day|week|month|quarter|year)s?"
DAYS = {"day": 1.0, "week": 7.0, "month": 30.44, "quarter": 91.3, "year": 365.25}

Reader = tuple[Sought, Callable[[re.Match[str]], Span | None]]
"""A wording, and what days a match of it means."""


def read(
    reading: Reading, unit: Unit, readers: Iterable[Reader], taken: Iterable[tuple[int, int]] = ()
) -> Iterator[tuple[Sought, re.Match[str], Span]]:
    """The wordings of a sentence that mean days, with them: the first reader has a place before those after it.

    `taken` are the places of the text that have been read already. Matches are of the sentence, not of the text.
    """
    text = reading.text[unit.start : unit.end]
    held = list(taken)
    for pattern, resolve in readers:
        if not pattern.may_match_in(reading.text):
            continue
        for match in pattern.finditer(text):
            start, end = unit.start + match.start(), unit.start + match.end()
            if any(first < end and start < last for first, last in held):
                continue
            found = resolve(match)
            if found is not None and any(found):
                held.append((start, end))
                yield pattern, match, found


def as_long(days: int | None, size: float) -> bool:
    """Whether so many days are about `size` of them; None, of what is open, are not."""
    return days is not None and abs(days - size) <= 0.07 * size + 1


def day_moved(day: str, by: int) -> str:
    """The ISO day so many days after another, before it where `by` is negative."""
    return Date.fromordinal(Date.fromisoformat(day).toordinal() + by).isoformat()


def years_moved(period: tuple[str, str], years: int) -> Span | None:
    """The same days so many years after, before where `years` is negative."""
    first, last = map(Date.fromisoformat, period)
    moved = spans.shift_years(spans.Span(first, last), years)
    return (moved.start.isoformat(), moved.end.isoformat()) if moved.start and moved.end else None


def reckoned(day: str, count: float, unit: str, before: bool = False) -> Span | None:
    """So many days, weeks, months, quarters or years that begin with a day, or that end on the day before it."""
    first = Date.fromisoformat(day_moved(day, -1) if before else day)
    span = (spans.ending if before else spans.starting)(first, count, unit)
    return (span.start.isoformat(), span.end.isoformat()) if span.start and span.end else None


def together(known: Sequence[Span], size: float) -> Span | None:
    """Periods that follow one another, as one, where together they are that long: the rows of "the four years"."""
    pieces = sorted(
        {(start, end) for start, end in known[-40:] if start and end and (length(start, end) or size) < size}
    )
    whole = [
        (first, last)
        for i, (first, _) in enumerate(pieces)
        for _, last in pieces[i + 1 :]
        if as_long(length(first, last), size)
    ]
    return min(reversed(whole), key=lambda span: abs((length(*span) or 0) - size) // 4, default=None)
