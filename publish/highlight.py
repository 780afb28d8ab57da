"""Safe highlighting: the text is escaped as a whole, the marks are put in afterwards.

Random sentinels stand for the marks while the text is escaped, so that nothing in a text from the web can become markup
and nothing in it can pose as a mark.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable

from markupsafe import Markup, escape

SEARCH_LEFT, SEARCH_RIGHT = secrets.token_hex(16), secrets.token_hex(16)
"""What FTS5's snippet() and highlight() put around a hit, for one life of the process."""


Span = tuple[int, int]


def mark(text: str | None, spans: Iterable[Span], hits: Iterable[Span] = ()) -> Markup:
    """The text, escaped, with `<mark>` around each number and each hit (offsets in characters of `text`).

    Spans that lie outside the text, and those that overlap one before, are left out.
    """
    text = text or ""
    pieces, done = [], 0
    marks = {css: (secrets.token_hex(16), secrets.token_hex(16)) for css in ("number", "hit")}
    wanted = sorted([(*span, "number") for span in spans] + [(*span, "hit") for span in hits], key=lambda m: m[:2])
    for start, end, css in wanted:
        if done <= start < end <= len(text):
            left, right = marks[css]
            pieces += [text[done:start], left, text[start:end], right]
            done = end
    escaped = str(escape("".join([*pieces, text[done:]])))
    for css, (left, right) in marks.items():
        escaped = escaped.replace(left, f'<mark class="{css}">').replace(right, "</mark>")
    return Markup(escaped)


def found(marked: str) -> list[Span]:
    """Where the hits of a search stand, from a text marked by FTS5's highlight() with the two sentinels."""
    spans, at = [], 0
    for count, piece in enumerate(marked.split(SEARCH_LEFT)):
        hit, closed, rest = piece.partition(SEARCH_RIGHT)
        if count and closed:
            spans.append((at, at + len(hit)))
        at += len(hit) + len(rest)
    return spans
