"""What a match of a pattern can begin with, read from the pattern itself.

To try a pattern at a character is far dearer than to see that no match begins with that character. `begun` puts the
characters that one can begin with before the pattern; it finds what the pattern finds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from re import _constants as ops  # type: ignore[attr-defined]  # what `re` itself reads patterns with; no public way
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

CLASSES = {ops.CATEGORY_DIGIT: r"\d", ops.CATEGORY_SPACE: r"\s", ops.CATEGORY_WORD: r"\w"}
WIDE = frozenset({r"\w", r"\s", "a-z"})
"""What most characters are: to look for it first saves nothing."""
WIDTHLESS = frozenset({ops.AT, ops.ASSERT, ops.ASSERT_NOT})
REPEATS = frozenset({ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT})
PARTNERS = {"k": "\u212a", "s": "\u017f", "i": "\u0130\u0131"}
"""Letters that are read as those without case, beside the capital ("K" of kelvin, the long "s", the Turkish two)."""

First = set[str] | None
"""What stands in a character class: letters, ranges, `\\d`; None where nothing is known."""


def begun(pattern: re.Pattern[str]) -> re.Pattern[str]:
    """The pattern with what it can begin with before it; itself where that is not known or most characters."""
    if pattern.flags & re.VERBOSE:
        return pattern
    first, empty = _of_row(parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG), pattern.flags)
    if not first or empty or first & WIDE:
        return pattern
    body = re.sub(r"^(?:\(\?[a-zA-Z]+\))+", "", pattern.pattern)
    return re.compile(f"(?=[{''.join(sorted(first))}])(?:{body})", pattern.flags)


def _of_row(items: Iterable[Any], flags: int) -> tuple[First, bool]:
    """What a row of items begins with, and whether it may be empty."""
    out: set[str] = set()
    for op, value in items:
        first, empty = _of_item(op, value, flags)
        if first is None:
            return None, False
        out |= first
        if not empty:
            return out, False
    return out, True


def _of_item(op: Any, value: Any, flags: int) -> tuple[First, bool]:
    if op in WIDTHLESS:
        return set(), True
    if op is ops.LITERAL:
        return _letters(chr(value), flags), False
    if op is ops.IN:
        return _of_class(value, flags), False
    if op is ops.SUBPATTERN:
        _, more, less, items = value
        return _of_row(items, (flags | more) & ~less)
    if op is ops.ATOMIC_GROUP:
        return _of_row(value, flags)
    if op is ops.BRANCH:
        ways = [_of_row(way, flags) for way in value[1]]
        if any(first is None for first, _ in ways):
            return None, False
        return {one for first, _ in ways for one in first or ()}, any(empty for _, empty in ways)
    if op in REPEATS:
        first, empty = _of_row(value[2], flags)
        return first, empty or value[0] == 0
    return None, False


def _of_class(members: Iterable[Any], flags: int) -> First:
    out: set[str] = set()
    for kind, value in members:
        if kind is ops.LITERAL:
            letters = _letters(chr(value), flags)
            if letters is None:
                return None
            out |= letters
        elif kind is ops.RANGE:
            low, high = map(chr, value)
            if flags & re.IGNORECASE and not (low + high).isdigit():
                return None
            out.add(f"{re.escape(low)}-{re.escape(high)}")
        elif kind is ops.CATEGORY and value in CLASSES:
            out.add(CLASSES[value])
        else:
            return None
    return out


def _letters(letter: str, flags: int) -> First:
    """A letter, with what it is without case where that does not count."""
    if not flags & re.IGNORECASE:
        return {re.escape(letter)}
    if letter.isalpha() and not letter.isascii():
        return None  # letters that are alike in more than two ways
    alike = {letter, letter.lower(), letter.upper(), *PARTNERS.get(letter.lower(), "")}
    return {re.escape(one) for one in alike if len(one) == 1}
