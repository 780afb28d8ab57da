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


def mark(text: str | None, spans: Iterable[tuple[int, int]], css: str = "number") -> Markup:
    """The text, escaped, with `<mark>` around each span (offsets in characters of `text`; bad spans are left out)."""
    text = text or ""
    left, right = secrets.token_hex(16), secrets.token_hex(16)
    pieces, done = [], 0
    for start, end in sorted(spans):
        if done <= start < end <= len(text):
            pieces += [text[done:start], left, text[start:end], right]
            done = end
    pieces.append(text[done:])
    return _swap("".join(pieces), left, right, css)


def hits(text: str | None) -> Markup:
    """A snippet of a search, made with `SEARCH_LEFT` and `SEARCH_RIGHT`, escaped and with its hits marked."""
    return _swap(text or "", SEARCH_LEFT, SEARCH_RIGHT, "hit")


def _swap(text: str, left: str, right: str, css: str) -> Markup:
    escaped = str(escape(text))
    return Markup(escaped.replace(left, f'<mark class="{css}">').replace(right, "</mark>"))
