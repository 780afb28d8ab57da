"""Regions that are no county or state: "the Tri-Rivers area", "all of New England" of an office that handles it."""

from __future__ import annotations

import re
from functools import lru_cache

_NAME = r"(?:[A-Z][\w’'-]+\s){0,3}[A-Z][\w’'-]+"
_REGION = re.compile(
    rf"\b(?:in|across|around|throughout|of) (?:the|all of the|all of) (?P<name>{_NAME}) (?:area|region|valley"
    rf"|metro|corridor)\b"
)
_OFFICE_REGION = re.compile(
    rf"\b(?:[Oo]ffice|ERO \w+|[Rr]egion)\b[^.;]{{0,25}}?,?\s(?:which|that)\s(?:handles|covers|oversees|serves"
    rf"|spans|takes in)\s(?:all of\s|most of\s)?(?:the\s)?(?P<name>{_NAME})"
)


def named(text: str) -> str | None:
    """ "In the Tri-Rivers area"."""
    match = _REGION.search(text)
    return match["name"] if match else None


def of_office(text: str) -> str | None:
    """ "The agency's Boston office, which handles all of New England"."""
    match = _OFFICE_REGION.search(text)
    return match["name"] if match else None


def before(text: str, at: int) -> str | None:
    """The region that the text named last before an offset; in the headline, the first one."""
    found = [(start, name) for start, name in of_text(text) if start < at]
    return found[-1][1] if found else None


@lru_cache(maxsize=32)
def of_text(text: str) -> tuple[tuple[int, str], ...]:
    """Every region that a text names, with where."""
    found = [(m.start(), m["name"]) for pattern in (_REGION, _OFFICE_REGION) for m in pattern.finditer(text)]
    return tuple(sorted(found))
