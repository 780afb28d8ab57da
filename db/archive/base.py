"""What the parts of the archive share: the connection, its clock, and reading in pages."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlite_utils import Database


def now() -> str:
    """The present moment as the archive writes it: UTC, to the microsecond."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


class Base:
    """An open archive database."""

    db: Database
    path: Path

    def _paged(
        self, sql: str, key: str, limit: int | None = None, *params: Any, page: int = 200
    ) -> Iterator[dict[str, Any]]:
        """Rows of a query that takes the last key, `params` and a page size; the caller may write between pages."""
        last, given = 0, 0
        while limit is None or given < limit:
            size = page if limit is None else min(page, limit - given)
            cursor = self.db.conn.execute(sql, [last, *params, size])
            names = [column[0] for column in cursor.description]
            rows = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
            yield from rows
            if len(rows) < size:
                return
            last, given = rows[-1][key], given + len(rows)
