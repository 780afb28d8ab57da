"""To whom a document goes: "a report to the City Council" is not the council's."""

from __future__ import annotations

import re

ADDRESSED = re.compile(
    r"\b(?:to|before)\s(?:(?:the|an?|its|his|her|their|our)\s)?(?:(?!(?:by|from|of)\b)[\w.’'-]+\s){0,2}$", re.IGNORECASE
)
"""What stands before whom a document is given to."""


def addressed(text: str, start: int, name: int) -> bool:
    """Whether the name at a place is whom the document that begins at `start` goes to: "a report to the City Council",
    "a memo sent to county commissioners"."""
    return ADDRESSED.search(text[start:name]) is not None
