"""Days as they stand in the databases: ISO dates, and times of which the day is wanted."""

from __future__ import annotations

from datetime import date


def day_of(text: str | None) -> date | None:
    """The day of an ISO date or time; None where nothing stands, or no date."""
    if not text:
        return None
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None
