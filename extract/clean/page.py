"""What cleaning makes of one captured body."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

VERSION = "3"
"""Goes up with every change that gives other texts; the archive keeps it with each version."""
KINDS = (
    "article", "live blog", "index", "video", "pdf", "scanned pdf", "paywall stub", "challenge", "consent",
    "javascript only", "empty",
)  # fmt: skip
READABLE = frozenset({"article", "live blog", "video", "pdf", "paywall stub"})
"""Kinds whose text is coverage and may be read; the rest are counted outcomes of a capture."""


@dataclass(frozen=True)
class Page:
    """One page, cleaned.

    `text` is the title, a blank line, then the body's paragraphs, a blank line between each; the title is not repeated
    below it, and where the page has none the text is the body alone. Items of a list begin with `- ` or their number,
    rows of a table have their cells divided by ` | `; rows and items of one list or table stand on lines of their own
    without blank lines between. Pages that hold no coverage (`challenge`, `consent`, `index`, `empty`,
    `javascript only`, `scanned pdf`) have an empty text.
    """

    kind: str
    """One of `KINDS`."""
    url: str
    canonical_url: str
    title: str | None = None
    byline: str | None = None
    outlet: str | None = None
    published: date | None = None
    date_source: str | None = None
    """Which entry of `dates` gave `published`."""
    dates: dict[str, str | None] = field(default_factory=dict)
    """ISO dates as each source gives them, in the order of trust: `extract.clean.dates.SOURCES`, then `modified`."""
    date_flag: str | None = None
    """What looks wrong about the dates ("in the future: 2031-01-01"), or None."""
    language: str | None = None
    """ISO 639-1, of the text itself; None below some twenty words."""
    text: str = ""
    notes: list[str] = field(default_factory=list)
    cleaner: str = VERSION
    """Which cleaning made this text."""

    @property
    def readable(self) -> bool:
        """Whether there is coverage here to read."""
        return self.kind in READABLE and bool(self.text)

    @property
    def body(self) -> str:
        """The text without the title before it."""
        return self.text.removeprefix(f"{self.title}\n\n") if self.title else self.text
