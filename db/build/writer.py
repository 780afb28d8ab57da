"""Rows into the new database: one prepared statement a table, batches of rows, lists in the order of the columns."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import Any

from db.claims.schema import tables

Row = dict[str, Any]
BATCH = 2000


class Writer:
    """Collects rows a table and hands them to SQLite in batches; what a row does not say is NULL."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self.db = db
        self.counts: dict[str, int] = dict.fromkeys(tables(), 0)
        self._waiting: dict[str, list[list[Any]]] = {name: [] for name in tables()}
        self._sql = {
            name: table.insert_sql().replace("INSERT", "INSERT OR IGNORE", 1) for name, table in tables().items()
        }
        self._names = {name: table.names for name, table in tables().items()}

    def add(self, table: str, row: Row) -> None:
        """One row; a second one of the same id is left out."""
        waiting = self._waiting[table]
        get = row.get
        waiting.append([get(name) for name in self._names[table]])
        if len(waiting) >= BATCH:
            self._flush(table)

    def add_all(self, table: str, rows: Iterable[Row]) -> None:
        for row in rows:
            self.add(table, row)

    def finish(self) -> None:
        for table in self._waiting:
            self._flush(table)

    def _flush(self, table: str) -> None:
        waiting = self._waiting[table]
        if waiting:
            before = self.db.total_changes
            self.db.executemany(self._sql[table], waiting)
            self.counts[table] += self.db.total_changes - before
            waiting.clear()
