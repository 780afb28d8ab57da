"""How two periods lie to each other: the same, one within the other, overlapping, apart; and by how many days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from common.days import day_of
from db.comparing.rules import rules


@dataclass(frozen=True)
class Span:
    """Days counted, both ends included.

    `open` says that the end is only the day on which it was told; `begun` that it is known since when is counted.
    """

    start: date
    end: date
    open: bool = False
    begun: bool = True

    @property
    def days(self) -> int:
        return (self.end - self.start).days + 1


@lru_cache(maxsize=262144)
def span(start: str | None, end: str | None, told: str | None) -> Span | None:
    """The days of a period; one that is open at its end runs to the day it was told. None where nothing is stated.

    A period that only has an end ("by Friday") is taken as a point in time that has not `begun`: the text does not say
    since when.
    """
    first, last, day = day_of(start), day_of(end), day_of(told)
    if first and last:
        return Span(min(first, last), max(first, last))
    if first and day:
        return Span(first, max(first, day), open=True)
    if first:
        return None
    return Span(last, last, begun=False) if last else None


@dataclass(frozen=True)
class Relation:
    """`kind`: `same`, `grown` (same start, open ends), `within` (one lies in the other), `overlap`, `apart`."""

    kind: str
    shared: int = 0
    """Days that both count."""
    share: float = 0.0
    """How much of the longer one those are."""


APART = Relation("apart")


def relate(a: Span, b: Span) -> Relation:
    """How two periods lie to each other, whichever comes first."""
    shared = (min(a.end, b.end) - max(a.start, b.start)).days + 1
    if shared <= 0:
        near = a.days == b.days == 1 and abs((a.start - b.start).days) <= rules().point_days
        return Relation("same", 1, 1.0) if near else APART
    share = shared / max(a.days, b.days)
    if (a.start, a.end) == (b.start, b.end):
        return Relation("same", shared, share)
    if (a.open or b.open) and a.start == b.start:
        return Relation("grown", shared, share)
    return Relation("within" if shared == min(a.days, b.days) else "overlap", shared, share)
