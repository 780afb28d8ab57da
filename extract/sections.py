"""What of a text is prose, and what is the page around it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Section:
    """`text[start:end]` and what it is: headline, byline, dateline, body, caption, related, comments, boilerplate, list
    or table."""

    start: int
    end: int
    kind: str


READ = frozenset({"headline", "body", "list", "table"})
"""The kinds that claims and quotes are read from."""


def prose(text: str, title: str | None = None) -> list[Section]:
    """The sections of the text, in order, without gaps but for white space."""
    return [Section(0, len(text), "body")]
