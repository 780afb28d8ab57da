"""The words of period.yml: what a date may stand beside that it does not date a count by."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

from extract import vocabulary

FILE = Path(__file__).with_name("period.yml")
SECTIONS = (
    "speech",
    "telling",
    "remarks",
    "asides",
    "visits",
    "papers",
    "laws",
    "figures",
    "giving",
    "revising",
    "sources",
    "moving",
    "setting",
    "requests",
    "beginnings",
    "place_words",
    "reckoning",
)


@cache
def _data() -> dict[str, Any]:
    return vocabulary.load_file(FILE, {section: [str] for section in SECTIONS})


@cache
def words(section: str) -> frozenset[str]:
    """A section of period.yml as a set."""
    return frozenset(_data()[section])


def any_of(section: str) -> str:
    """The words of a section of period.yml as a regular expression."""
    return "(?:" + "|".join(re.escape(word) for word in _data()[section]) + ")"
