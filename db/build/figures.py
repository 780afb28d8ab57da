"""The rows of figures, pairs and disputes."""

from __future__ import annotations

from collections import Counter
from typing import Any

from db.build.writer import Writer
from db.comparing.book import Book
from db.comparing.disputes import Dispute, Pair, compare_all
from db.comparing.figures import Figure
from db.comparing.pairs import DISPUTE
from db.ids import short_id

Row = dict[str, Any]


class FigureRows:
    """Compares the figures of a book and writes what it comes to."""

    def __init__(self, book: Book, writer: Writer) -> None:
        self.book, self.writer = book, writer
        self.verdicts: Counter[str] = Counter()
        """Pairs by verdict."""

    def compare(self) -> list[Pair]:
        """Compares all figures; pairs are written as they come, and those in dispute are returned."""
        disputed = []
        for pair in compare_all(self.book.figures.values()):
            self.verdicts[pair.verdict.verdict] += 1
            if pair.verdict.verdict == DISPUTE:
                disputed.append(pair)
            else:
                self._write_pair(pair)
        return disputed

    def _write_pair(self, pair: Pair) -> None:
        self.writer.add("pairs", {
            "id": pair.id, "figure_a": pair.a.id, "figure_b": pair.b.id, "verdict": pair.verdict.verdict,
            "kind": pair.verdict.kind, "reason": pair.verdict.reason, "dispute": pair.dispute,
        })  # fmt: skip

    def write(self, disputes: list[Dispute]) -> None:
        disputed = Counter(figure.id for dispute in disputes for figure in dispute.figures)
        for n, figure in enumerate(self.book.in_order(), 1):
            self.writer.add("figures", self.book.row(figure) | {"n": n, "disputes": disputed[figure.id]})
        dispute_rows = [self._dispute(dispute) for dispute in disputes]
        dispute_rows.sort(key=lambda row: (-row["stories"], row["first_seen"] or "9999", row["id"]))
        for n, row in enumerate(dispute_rows, 1):
            self.writer.add("disputes", row | {"n": n})
        for dispute in disputes:
            for pair in dispute.pairs:
                self._write_pair(pair)
            for rank, figure in enumerate(dispute.figures, 1):
                row_id = short_id("dispute figure", dispute.id, figure.id)
                self.writer.add(
                    "dispute_figures", {"id": row_id, "dispute": dispute.id, "figure": figure.id, "rank": rank}
                )

    def _dispute(self, dispute: Dispute) -> Row:
        start, end = dispute.period_days
        both = [max(self._seen(pair.a), self._seen(pair.b)) for pair in dispute.pairs]
        return {
            "id": dispute.id, "title": dispute.title, "kind": dispute.kind, "measure_family": dispute.family,
            "jurisdiction": dispute.lowest.jurisdiction, "place": dispute.lowest.place, "unit": dispute.lowest.unit,
            "period_start": start, "period_end": end, "lowest": dispute.lowest.value,
            "highest": dispute.highest.value_max or dispute.highest.value, "lowest_figure": dispute.lowest.id,
            "highest_figure": dispute.highest.id, "figures": len(dispute.figures),
            "claimants": len({figure.claimant_id for figure in dispute.figures}),
            "stories": self.book.stories(dispute.figures), "first_seen": min(both, default=None),
            "last_seen": max((self.book.last_seen(figure) or "" for figure in dispute.figures), default=None),
            "reason": dispute.reason,
        }  # fmt: skip

    def _seen(self, figure: Figure) -> str:
        return self.book.first_seen(figure) or ""
