"""How two periods lie to each other: the same, nearly the same, one within the other, overlapping, apart."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from common.days import day_of
from db.comparing.rules import rules


@dataclass(frozen=True)
class Span:
    """Days counted, both ends included. `open` says that the end is only the day on which it was told."""

    start: date
    end: date
    open: bool = False

    @property
    def days(self) -> int:
        return (self.end - self.start).days + 1


@lru_cache(maxsize=262144)
def span(start: str | None, end: str | None, told: str | None) -> Span | None:
    """The days of a period; one that is open at its end runs to the day it was told. None where nothing is stated.

    A period that only has an end ("by Friday") is taken as a point in time: the text does not say since when.
    """
    first, last, day = day_of(start), day_of(end), day_of(told)
    if first and last:
        return Span(min(first, last), max(first, last))
    if first and day:
        return Span(first, max(first, day), open=True)
    if first:
        return None
    return Span(last, last) if last else None


@dataclass(frozen=True)
class Relation:
    """`kind`: `same`, `grown` (same start, open ends), `near` and `inside` (one within the other), `overlap`, `apart`.

    For `grown`, `near` and `inside`, `first_is_inner` tells which is the shorter one.
    """

    kind: str
    first_is_inner: bool = False
    share: float = 0.0
    """How much of the longer one the shorter one covers."""


def relate(a: Span, b: Span) -> Relation:
    shared = (min(a.end, b.end) - max(a.start, b.start)).days + 1
    if shared <= 0:
        near = a.days == b.days == 1 and abs((a.start - b.start).days) <= rules().point_days
        return Relation("same", share=1.0) if near else Relation("apart")
    longer, shorter = max(a.days, b.days), min(a.days, b.days)
    share = shared / longer
    first_inner = a.days <= b.days
    if (a.open or b.open) and a.start == b.start and a.end != b.end:
        return Relation("grown", first_inner, share)
    if share >= rules().same_period and ((a.start == b.start and a.end == b.end) or shared < shorter):
        return Relation("same", share=share)
    if a == b or (a.start == b.start and a.end == b.end):
        return Relation("same", share=1.0)
    if shared == shorter:
        return Relation("near" if share >= rules().near_period else "inside", first_inner, share)
    return Relation("overlap", first_inner, share)
