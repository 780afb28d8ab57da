"""Who keeps the jail, or has a sheriff's tasks, in places of which that is known."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from extract import vocabulary

FILE = Path(__file__).with_name("keepers.yml")
SHAPE = {"sheriffs": {str: str}, "jails": {str: str}}


@cache
def _known() -> dict[str, dict[str, str]]:
    known: dict[str, dict[str, str]] = vocabulary.load_file(FILE, SHAPE)
    return known


def acting_sheriff(place: str | None) -> str | None:
    """Whose head the sheriff is, for a place ("Las Vegas, NV") where that is no county's sheriff's office."""
    return _known()["sheriffs"].get(place or "")


def of_jail(place: str | None) -> str | None:
    """Who keeps the jail of a county ("King County, WA") where that is not the sheriff."""
    return _known()["jails"].get(place or "")


def of_county(county: str) -> list[str]:
    """Who keeps the jail of a county of that name, in whatever state that is known."""
    return [keeper for place, keeper in _known()["jails"].items() if place.startswith(f"{county}, ")]
