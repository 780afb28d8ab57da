"""Who keeps the jail, or has a sheriff's tasks, in places of which that is known."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from extract import vocabulary

FILE = Path(__file__).with_name("keepers.yml")
SHAPE = {"sheriffs": {str: str}, "houses": {str: [str]}, "jails": {str: str}}


@cache
def _known() -> dict[str, Any]:
    known: dict[str, Any] = vocabulary.load_file(FILE, SHAPE)
    return known


def acting_sheriff(place: str | None) -> str | None:
    """Whose head the sheriff is, for a place ("Las Vegas, NV") where that is no county's sheriff's office."""
    name: str | None = _known()["sheriffs"].get(place or "")
    return name


def of_jail(place: str | None) -> str | None:
    """Who keeps the jail of a county ("King County, WA") where that is not the sheriff."""
    name: str | None = _known()["jails"].get(place or "")
    return name


def house(county: str, state: str | None) -> str:
    """What a county's jail is called that no sheriff keeps."""
    return f"{county} {usual_house(state) or 'Jail'}"


def usual_house(state: str | None) -> str | None:
    """What the jails of a state's counties are called, where that is no "County Jail"."""
    return next((name for name, states in _known()["houses"].items() if state in states), None)


def of_county(county: str) -> list[str]:
    """Who keeps the jail of a county of that name, in whatever state that is known."""
    return [keeper for place, keeper in _known()["jails"].items() if place.startswith(f"{county}, ")]
