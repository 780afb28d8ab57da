"""The book of figures: each claim is entered once, and each figure knows what carries it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from db.comparing.figures import Figure, figure_id, new_figure, title

Row = dict[str, Any]


@dataclass(slots=True)
class Carrier:
    """What the book has to know of an article."""

    id: str
    story: str
    outlet: str | None
    published: str | None
    first_seen: str
    last_seen: str
    copied: bool


class Book:
    """Figures by id. `side` tells whose side an agency is on (see Identities.side)."""

    def __init__(self, side: Callable[[str], str]) -> None:
        self.figures: dict[str, Figure] = {}
        self.articles: list[Carrier] = []
        self._side = side

    def open_article(self, article: Row) -> int:
        """The number under which the article's claims are entered."""
        seen = article.get("first_seen") or ""
        self.articles.append(
            Carrier(
                article["id"], article["story"], article.get("outlet"), article.get("published"), seen,
                article.get("last_seen") or seen, article["copy_kind"] != "original",
            )
        )  # fmt: skip
        return len(self.articles) - 1

    def enter(self, claim: Row, number: int) -> str:
        """Enters a claim whose names are resolved; returns its figure's id."""
        figure = self._figure(claim)
        told_sure = claim.get("confidence")
        sure = 1.0 if claim.get("review") or told_sure is None else told_sure
        figure.confidence = max(figure.confidence, sure) if figure.claims or figure.official_rows else sure
        figure.claims += 1
        figure.direct += claim["direct"]
        if figure.counted is None:
            figure.counted = claim.get("counted")
        figure.articles.add(number)
        carrier = self.articles[number]
        told = carrier.published or carrier.first_seen[:10] or None
        if told and (figure.told is None or told < figure.told):
            figure.told = told
        rank = (-claim["direct"], carrier.copied, -(claim.get("confidence") or 0.0), told or "9999", claim["id"])
        if not figure.best or rank < figure.best:
            figure.best = rank
        return figure.id

    def enter_official(self, row: Row) -> str:
        """Enters a row of official data; returns its figure's id."""
        figure = self._figure(row)
        figure.official_rows += 1
        figure.confidence = 1.0
        told = row.get("vintage") or row.get("period_end")
        figure.told = figure.told or told
        return figure.id

    def stories(self, figures: Iterable[Figure]) -> int:
        """Pieces of reporting that carry any of these figures."""
        return len({self.articles[number].story for figure in figures for number in figure.articles})

    def first_seen(self, figure: Figure) -> str | None:
        return min((self.articles[number].first_seen for number in figure.articles), default=None)

    def last_seen(self, figure: Figure) -> str | None:
        return max((self.articles[number].last_seen for number in figure.articles), default=None)

    def in_order(self) -> list[Figure]:
        """All figures, those of most stories first, then those told first."""
        ranked = [(-self.stories([f]), f.told or "9999", f.id, f) for f in self.figures.values()]
        return [item[-1] for item in sorted(ranked, key=lambda item: item[:3])]

    def row(self, figure: Figure) -> Row:
        """The figure as a row, but for its running number and its disputes."""
        carriers = [self.articles[number] for number in figure.articles]
        dates = [carrier.published for carrier in carriers if carrier.published]
        row = {name: getattr(figure, name) for name in _PLAIN}
        return row | {
            "title": title(figure), "articles": len(carriers), "stories": len({c.story for c in carriers}),
            "copies": sum(c.copied for c in carriers),
            "outlets": len({c.outlet for c in carriers if c.outlet}),
            "first_seen": self.first_seen(figure), "last_seen": self.last_seen(figure),
            "first_published": min(dates, default=None), "last_published": max(dates, default=None),
            "claim": figure.best[-1] if figure.best else None,
        }  # fmt: skip

    def _figure(self, row: Row) -> Figure:
        claimant_id = row.get("claimant_agency") or row.get("claimant_official") or _by_name(row.get("claimant"))
        projection = row.get("status") == "projection"
        key = figure_id(
            claimant_id, row["measure"], row.get("unit") or "count", row.get("counted"), row.get("comparator") or "=",
            row["value"], row.get("value_max"), row.get("period_start"), row.get("period_end"), row.get("place"),
            projection, row.get("told_as") or "",
        )  # fmt: skip
        figure = self.figures.get(key)
        if figure is None:
            agency = row.get("claimant_agency") or row.get("speaks_for")
            figure = self.figures[key] = new_figure(row, claimant_id, self._side(agency) if agency else "", key)
        return figure


def _by_name(name: str | None) -> str:
    return f"name:{name.lower()}" if name else ""


_PLAIN = (
    "id", "claimant", "claimant_type", "agency", "official", "measure", "family", "counted", "value", "value_max",
    "comparator", "unit", "period_start", "period_end", "jurisdiction", "place", "status", "claims", "direct",
    "official_rows",
)  # fmt: skip
