"""Who holds people: agencies that each count their own, so that two in one place do not contradict each other."""

from __future__ import annotations

from functools import lru_cache

from db.comparing.figures import Figure
from db.comparing.rules import rules

Holder = tuple[str, str]
"""Kind of agency (`jails`, `police`, `courts`), and whose it is."""


def holder(figure: Figure) -> Holder | None:
    """The agency that a figure's people are held by, or whose counter the requests come to; None where it is no count
    of an agency's own: those of the federal side, of overseers and of observers."""
    if figure.claimant_type not in ("agency", "organization") or figure.family not in rules().held_families:
        return None
    if not figure.claimant:
        return None
    kind = _kind(figure.claimant)
    return (kind, figure.side or figure.claimant_id) if kind else None


def different_holders(a: Figure, b: Figure) -> bool:
    """Whether two agencies tell of what came to each of them: the county's jail and the city's police."""
    one, other = holder(a), holder(b)
    return bool(one and other) and one != other


@lru_cache(maxsize=4096)
def _kind(name: str) -> str | None:
    if rules().federal.search(name) or rules().observers.search(name):
        return None
    return next((kind for kind, words in rules().holders if words.search(name)), None)
