"""What a text must hold for a pattern to match anywhere in it, read from the pattern itself.

Most patterns of the vocabularies match nothing in most articles. To look for a fixed string is far cheaper than to try
a pattern at every character, so `Sought` tries its pattern only where the strings without which it cannot match are
there. It finds what the pattern finds.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from itertools import product
from re import _constants as ops  # type: ignore[attr-defined]  # what `re` itself reads patterns with; no public way
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

from extract.firsts import WIDTHLESS, begun

MOST = 8
"""Spellings of one string that are followed up ("[Cc]ity", "[’']s"): beyond them it is cut there."""

Needs = str | tuple[str, list["Needs"]] | None
"""A string; ("all" or "any", what is needed); None for nothing that is known."""


class Sought:
    """A pattern that is tried only on a text that can match."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self.pattern = pattern
        self._needs = needs(pattern)
        self._folded = bool(pattern.flags & re.IGNORECASE) or "(?i:" in pattern.pattern
        self._article: str | None = None
        self._in_article = False

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        return self._tried.finditer(text) if self.may_match(text) else iter(())

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        return self._tried.search(text, start, end) if self.may_match(text) else None

    def count(self, text: str) -> int:
        """How often it is found."""
        return sum(1 for _ in self.finditer(text))

    @cached_property
    def _tried(self) -> re.Pattern[str]:
        return begun(self.pattern)

    def may_match(self, text: str) -> bool:
        return _there(self._needs, folded(text) if self._folded else text)

    def may_match_in(self, article: str) -> bool:
        """`may_match`, kept for the article that was asked about last: its sentences ask one after the other."""
        if self._article is not article:
            self._article, self._in_article = article, self.may_match(article)
        return self._in_article


def sought(pattern: str, flags: int = 0) -> Sought:
    """A pattern, compiled, as `Sought`."""
    return Sought(re.compile(pattern, flags))


@lru_cache(maxsize=4)
def folded(text: str) -> str:
    """The text without case; kept, as each pattern asks for the same."""
    return text.casefold()


def needs(pattern: re.Pattern[str]) -> Needs:
    """What every match of the pattern holds; without case where a part of it is read without."""
    found = _of_sequence(parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG))
    fold = pattern.flags & re.IGNORECASE or "(?i:" in pattern.pattern
    return _folded(found) if fold else found


def _there(wanted: Needs, text: str) -> bool:
    if wanted is None:
        return True
    if isinstance(wanted, str):
        return wanted in text
    how, parts = wanted
    sufficient = how == "any"
    for part in parts:  # a plain loop: this is asked more often than anything else
        if (part in text if part.__class__ is str else _there(part, text)) is sufficient:
            return sufficient
    return not sufficient


def _folded(found: Needs) -> Needs:
    if isinstance(found, tuple):
        return found[0], _flat(found[0], list(map(_folded, found[1])))
    return found.casefold() if found is not None else None


def _of_sequence(items: Iterable[Any]) -> Needs:
    """What a row of items holds: all of what its parts do, the longest strings first, as they are the rarest."""
    found: list[Needs] = []
    run: list[str] = [""]
    """The spellings of the string that is being put together."""

    def cut() -> None:
        if all(len(one) > 1 or (one and not one.isalnum() and not one.isspace()) for one in run):
            found.append(_any(list(run)))
        run[:] = [""]

    for op, value in items:
        ways = _spellings(op, value)
        if ways and len(run) * len(ways) <= MOST:
            run[:] = ["".join(pair) for pair in product(run, ways)]
        elif op not in WIDTHLESS:
            cut()
            found.append(_of_item(op, value))
    cut()
    parts = _flat("all", [part for part in found if part is not None])
    parts.sort(key=_shortest, reverse=True)
    return None if not parts else parts[0] if len(parts) == 1 else ("all", parts)


def _spellings(op: Any, value: Any) -> list[str]:
    """The strings that an item stands for, where it is one of a few."""
    if op is ops.LITERAL:
        return [chr(value)]
    if op is ops.IN and len(value) <= MOST and all(kind is ops.LITERAL for kind, _ in value):
        return [chr(code) for _, code in value]
    if op is ops.SUBPATTERN:
        return _row(value[3])
    if op is ops.BRANCH:
        rows = [_row(way) for way in value[1]]
        return _few([one for row in rows for one in row]) if all(rows) else []
    if op is ops.MAX_REPEAT and value[:2] == (0, 1):
        return _few(["", *ways]) if (ways := _row(value[2])) else []
    return []


def _row(items: Iterable[Any]) -> list[str]:
    """The strings that a row of items stands for, where it is one of a few."""
    out = [""]
    for op, value in items:
        out = _few(["".join(pair) for pair in product(out, _spellings(op, value))])
    return out


def _few(ways: list[str]) -> list[str]:
    return ways if len(ways) <= MOST else []


def _of_item(op: Any, value: Any) -> Needs:
    if op is ops.SUBPATTERN:
        return _of_sequence(value[3])
    if op is ops.ATOMIC_GROUP:
        return _of_sequence(value)
    if op in (ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT):
        return _of_sequence(value[2]) if value[0] else None
    if op is ops.BRANCH:
        return _any([_of_sequence(way) for way in value[1]])
    return None


def _any(ways: list[Needs]) -> Needs:
    if any(way is None for way in ways):
        return None
    parts = _flat("any", ways)
    return parts[0] if len(parts) == 1 else ("any", parts)


def _flat(how: str, parts: list[Needs]) -> list[Needs]:
    """The parts with those of parts of the same kind in their place, and no string that another makes needless:
    of any the shorter do ("hour" for "hours"), of all the longer."""
    inner: list[list[Needs]] = []
    for part in parts:
        inner.append(part[1] if isinstance(part, tuple) and part[0] == how else [part])
    flat = [part for row in inner for part in row]
    strings: list[str] = []
    for one in sorted((part for part in flat if isinstance(part, str)), key=len, reverse=how == "all"):
        if not any(one in kept if how == "all" else kept in one for kept in strings):
            strings.append(one)
    return [*strings, *(part for part in flat if isinstance(part, tuple))]


def _shortest(wanted: Needs) -> int:
    if wanted is None or isinstance(wanted, str):
        return len(wanted or "")
    return (min if wanted[0] == "any" else max)(map(_shortest, wanted[1]))
