"""Which numbers of a text are none: dates, citations, money, ages, votes and the rest of protected.yml."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from extract import vocabulary
from extract.firsts import begun
from extract.model import Count, DateMention, Statute
from extract.needles import Sought

SHAPE: list[dict[str, Any]] = [{"reason": str, "pattern": re.Pattern}]


_APART = "\n\n"
"""What parts paragraphs: a table's last cell goes with no word of the next one ("2014 611", then "Fewer than ...")."""


@cache
def patterns() -> list[tuple[str, Sought]]:
    """Each reason with a shape of what it keeps out."""
    entries = vocabulary.load_file(Path(__file__).with_name("protected.yml"), SHAPE)
    return [(entry["reason"], Sought(entry["pattern"])) for entry in entries]


@cache
def _small() -> list[re.Pattern[str] | None]:
    """Each shape that is read without case as one of small letters alone, which is the quicker to look for in a text of
    small letters; None where case counts."""
    return [_in_small(shape.pattern.pattern) for _, shape in patterns()]


def _in_small(shape: str) -> re.Pattern[str] | None:
    head = re.match(r"\(\?i(\w*)\)", shape)
    if head is None:
        return None
    lower = r"\\.|\(\?P[<=]\w+|[A-Z]"  # what is escaped and the names of groups stay as they are
    small = re.sub(lower, lambda found: found[0] if len(found[0]) > 1 else found[0].lower(), shape[head.end() :])
    return begun(re.compile(f"(?{head[1]}){small}" if head[1] else small))


class Protected:
    """Spans of characters with the reason why their numbers count nothing."""

    def __init__(self, text: str, dates: Iterable[DateMention] = (), statutes: Iterable[Statute] = ()) -> None:
        spans = [(d.start, d.end, "date") for d in dates] + [(s.start, s.end, "law") for s in statutes]
        lower = text.lower()
        even = len(lower) == len(text)  # a few letters are longer when small
        for (reason, shape), small in zip(patterns(), _small(), strict=True):
            if not shape.may_match(text):
                continue
            found = small.finditer(lower) if small is not None and even else shape.finditer(text)
            spans += [(m.start(), m.end(), reason) for m in found if _APART not in m[0]]
        self._spans = sorted(spans)
        self._starts = [start for start, _, _ in self._spans]
        self._longest = max((end - start for start, end, _ in self._spans), default=0)

    def why(self, count: Count) -> str | None:
        """The reason why a number is none, or None."""
        i = bisect_right(self._starts, count.end - 1) - 1
        while i >= 0 and self._starts[i] >= count.start - self._longest:
            start, end, reason = self._spans[i]
            if start < count.end and count.start < end and not (reason == "date" and count.start < start):
                return reason
            i -= 1
        return None
