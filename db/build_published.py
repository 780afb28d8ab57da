"""What the last build published: ids to carry over, and what disappeared since, with the reason."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from db.anchors import Known
from db.claims_schema import SCHEMA_VERSION
from db.disputes import KnownDispute

Row = dict[str, Any]


class Published:
    """The claims database as it stands, read-only; empty where there is none or it has another schema."""

    def __init__(self, path: Path) -> None:
        self._db: sqlite3.Connection | None = None
        if path.exists():
            db = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
            try:
                if db.execute("PRAGMA user_version").fetchone()[0] == SCHEMA_VERSION:
                    self._db = db
            except sqlite3.DatabaseError:
                db.close()
        self.built_on: str | None = self._value("SELECT value FROM about WHERE key = 'built_at'")

    def claims(self, article: str) -> Iterator[Known]:
        """The claims published for an article."""
        sql = "SELECT id, anchor, measure, value, claimant, period_start FROM claims WHERE article = ?"
        for row in self._rows(sql, [article]):
            yield Known(*row)
        sql = "SELECT id, anchor, measure FROM retired WHERE article = ? AND kind = 'claim'"
        for claim, anchor, measure in self._rows(sql, [article]):
            yield Known(claim, anchor, measure, None, None, None, retired=True)

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

    def retired(self) -> Iterator[Row]:
        """What had been retired before."""
        names = ("id", "kind", "title", "reason", "replaced_by", "article", "first_published", "retired_at", "anchor",
                 "measure")  # fmt: skip
        for row in self._rows(f"SELECT {', '.join(names)} FROM retired"):
            yield dict(zip(names, row, strict=True))

    def claim(self, claim: str) -> Row | None:
        """A claim as it was published, as far as a retired one tells of it."""
        names = ("id", "claimant", "value_text", "measure", "sentence", "captured_at", "anchor", "article", "version")
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


def today() -> str:
    return datetime.now(UTC).date().isoformat()
