"""What the last build published: ids to carry over, and what disappeared since, with the reason."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from db.build.anchors import Known
from db.claims.schema import SCHEMA_VERSION
from db.comparing.disputes import KnownDispute

Row = dict[str, Any]


@dataclass(frozen=True)
class LedgerRows:
    """What the archive's ledger of published ids holds (see db/archive/ledger.py)."""

    retired: list[Row]
    kept: dict[str, list[tuple[str, str, str]]]


class Published:
    """The claims database as it stands, read-only; empty where there is none or it has another schema."""

    def __init__(self, path: Path, ledger: LedgerRows) -> None:
        self._ledger = ledger
        self._gone: dict[str, list[Known]] = {}
        self._db: sqlite3.Connection | None = None
        if path.exists():
            db = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
            try:
                if db.execute("PRAGMA user_version").fetchone()[0] == SCHEMA_VERSION:
                    self._db = db
            except sqlite3.DatabaseError:
                db.close()
        self.built_on: str | None = self._value("SELECT value FROM about WHERE key = 'built_at'")
        self._gather_gone()

    def claims(self, article: str) -> Iterator[Known]:
        """The claims published for an article."""
        sql = "SELECT id, anchor, measure, value, claimant, period_start FROM claims WHERE article = ?"
        for row in self._rows(sql, [article]):
            yield Known(*row)
        yield from self._gone.get(article, ())

    def disputes(self) -> Iterator[KnownDispute]:
        figures: dict[str, set[str]] = {}
        for dispute, figure in self._rows("SELECT dispute, figure FROM dispute_figures"):
            figures.setdefault(dispute, set()).add(figure)
        for dispute, members in figures.items():
            yield KnownDispute(dispute, frozenset(members))

    def has(self, table: str, record: str) -> bool:
        return self._value(f'SELECT 1 FROM "{table}" WHERE id = ?', [record]) is not None

    def ids(self, table: str, label: str) -> Iterator[tuple[str, str | None]]:
        """Ids of a table with the words that tell what each was."""
        yield from self._rows(f'SELECT id, "{label}" FROM "{table}"')

    def articles(self) -> Iterator[str]:
        for (article,) in self._rows("SELECT id FROM articles"):
            yield article

    def _gather_gone(self) -> None:
        """Claims that are not published now and may be found again, by article."""
        for article, entries in self._ledger.kept.items():
            published = set(self.claims_in(article))
            for claim, anchor, measure in entries:
                if claim not in published:
                    self._gone.setdefault(article, []).append(_gone(claim, anchor, measure))
        for row in self.retired():
            if row["kind"] == "claim" and row["article"] and row.get("anchor"):
                self._gone.setdefault(row["article"], []).append(_gone(row["id"], row["anchor"], row["measure"]))

    def retired(self) -> Iterator[Row]:
        """What had been retired before: by the ledger, or by the published file where that is newer."""
        here = {row["id"]: row for row in self._retired_here()}
        for row in self._ledger.retired:
            if row["id"] not in here:
                yield row
        yield from here.values()

    def _retired_here(self) -> Iterator[Row]:
        names = ("id", "kind", "title", "reason", "replaced_by", "article", "first_published", "retired_at", "anchor",
                 "measure")  # fmt: skip
        for row in self._rows(f"SELECT {', '.join(names)} FROM retired"):
            yield dict(zip(names, row, strict=True))

    def claim(self, claim: str) -> Row | None:
        """A claim as it was published, as far as a retired one tells of it."""
        names = ("id", "claimant", "value_text", "measure", "sentence", "captured_at", "anchor", "article")
        row = next(self._rows(f"SELECT {', '.join(names)} FROM claims WHERE id = ?", [claim]), None)
        return dict(zip(names, row, strict=True)) if row else None

    def claims_of(self, figure: str) -> list[str]:
        return [claim for (claim,) in self._rows("SELECT id FROM claims WHERE figure = ?", [figure])]

    def claims_in(self, article: str) -> list[str]:
        return [claim for (claim,) in self._rows("SELECT id FROM claims WHERE article = ?", [article])]

    def figures_of(self, dispute: str) -> list[str]:
        return [figure for (figure,) in self._rows("SELECT figure FROM dispute_figures WHERE dispute = ?", [dispute])]

    def close(self) -> None:
        if self._db is not None:
            self._db.close()

    def _rows(self, sql: str, params: list[Any] | None = None) -> Iterator[tuple[Any, ...]]:
        if self._db is not None:
            yield from self._db.execute(sql, params or [])

    def _value(self, sql: str, params: list[Any] | None = None) -> Any:
        row = next(self._rows(sql, params), None)
        return row[0] if row else None


def _gone(claim: str, anchor: str, measure: str) -> Known:
    return Known(claim, anchor, measure, None, None, None, retired=True)


def today() -> str:
    return datetime.now(UTC).date().isoformat()
