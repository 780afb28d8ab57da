"""What a match can begin with is read from its pattern: it finds with that before it what it finds without."""

from __future__ import annotations

import re

import pytest

from extract.firsts import begun


@pytest.mark.parametrize(
    ("pattern", "text", "first"),
    [
        (r"\b(?:kept|held)\s+\d+", "It kept 5, held 6 and withheld 7.", "[hk]"),
        (r"\b(?:the\s+)?[Ff]irst\b", "the first, First, xfirst", "[Fft]"),
        (r"(?i)\bheld\b", "HELD, held, upheld", "[Hh]"),
        (r"(?i:s)ent", "Sent, sent, \u017fent", "[Ss\u017f]"),
        (r"[-–]\d", "a-5 –6", r"[\-–]"),
        (r"(?<!a)\d{2}|b\]c", "12 a34 b]c", r"[\db]"),
        (r"(?i)(?m)^held", "no\nHeld", "[Hh]"),
        (r"[\]^-]x", "^x ]x -x \\x", r"[\-\]\^]"),
    ],
)
def test_a_pattern_is_tried_where_it_can_begin(pattern: str, text: str, first: str) -> None:
    plain = re.compile(pattern)
    guarded = begun(plain)
    assert guarded.pattern.startswith(f"(?={first})")
    found = [match.span() for match in plain.finditer(text)]
    assert found
    assert [match.span() for match in guarded.finditer(text)] == found


@pytest.mark.parametrize(
    "pattern",
    [
        r"\w+ held",
        r"(?:not\s+)?",
        r"[^a]b",
        r".held",
        r"[a-z]+ed",
        r"(?im)^\W*x",
        r"(?i)[Z-a]x",
        r"(?x)held # kept",
        r"(?i:µ)g",
    ],
)
def test_a_pattern_that_may_begin_anywhere_is_left(pattern: str) -> None:
    plain = re.compile(pattern)
    assert begun(plain) is plain
