"""Figures that were withdrawn, corrected or denied: found in the book and marked, so that they make no new dispute."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from db.comparing.book import Book
from db.comparing.figures import Figure
from db.comparing.rules import family

Row = dict[str, Any]
WITHDRAWN = {"retracted": "withdrawn", "corrected": "corrected"}


@dataclass(frozen=True)
class Denial:
    """A figure that another side says is not so, without giving one of its own."""

    figure: Figure
    article: str
    sentence: str


def apply_corrections(corrections: list[Row], book: Book) -> list[Denial]:
    """Links each correction with the figure that it concerns, where one is published, and marks that figure."""
    by_value: dict[tuple[str, float], list[Figure]] = defaultdict(list)
    for figure in book.figures.values():
        by_value[figure.family, figure.value].append(figure)
    numbers = {carrier.id: number for number, carrier in enumerate(book.articles)}
    denials = []
    for row in corrections:
        told = numbers.get(row["article"])
        concerned = [f for f in by_value[family(row["measure"]), row["value"]] if _concerns(row, f, told)]
        if not concerned:
            continue
        best = max(concerned, key=lambda figure: (figure.claims, figure.id))
        row["figure"] = best.id
        for figure in concerned:
            if row["kind"] in WITHDRAWN:
                figure.status = WITHDRAWN[row["kind"]]
            elif row["kind"] == "edited" and row["new_value"] is not None and _only_carried_by(figure, row, book):
                figure.status = "corrected"
        if row["kind"] == "denied":
            denials.append(Denial(best, row["article"], row["sentence"]))
    return denials


def _concerns(row: Row, figure: Figure, told: int | None) -> bool:
    """The same assertion, as far as both say whose, where and when; `told` is the number of the correction's article.

    Who denies a number repeats it in words of his own: in one article it is the same one wherever and whenever he has
    it ("not a single one of the 51 came to us").
    """
    if row["kind"] == "denied" and told in figure.articles:
        return (row["unit"] or "count") == figure.unit
    claimant = row.get("claimant_agency") or row.get("claimant_official")
    same_claimant = not claimant or not figure.claimant_id or claimant == figure.claimant_id
    if row["kind"] == "denied":  # the one who denies may be read as the claimant
        same_claimant = True
    same_place = not row.get("place") or not figure.place or row["place"] == figure.place
    period = (row["period_start"], row["period_end"])
    same_period = period == (None, None) or period == (figure.period_start, figure.period_end)
    return same_claimant and same_place and same_period and (row["unit"] or "count") == figure.unit


def _only_carried_by(figure: Figure, row: Row, book: Book) -> bool:
    """Whether just the copies of the article that changed it still carry a figure."""
    own = next((carrier.story for carrier in book.articles if carrier.id == row["article"]), None)
    return {book.articles[number].story for number in figure.articles} == {own}
