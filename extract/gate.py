"""The gate ahead of the model: why a text is not worth reading, in well under a millisecond."""

from __future__ import annotations


def reason_unread(text: str, title: str | None = None) -> str | None:
    """`empty`, `not English`, `off topic`, or None where the text is to be read."""
    return None if text.strip() else "empty"
