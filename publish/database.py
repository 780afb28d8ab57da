"""How pages ask the claims database: rows as plain dicts, by the queries of `publish.queries`."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from datasette.app import Datasette

NAME = "claims"
"""The name of the database on the site, whatever the file is called."""

Row = dict[str, Any]


class Claims:
    """The claims database of one site."""

    def __init__(self, datasette: Datasette) -> None:
        self._db = datasette.get_database(NAME)

    async def all(self, sql: str, **parameters: Any) -> list[Row]:
        """All rows of a query."""
        result = await self._db.execute(sql, parameters)
        return [dict(row) for row in result.rows]

    async def one(self, sql: str, **parameters: Any) -> Row | None:
        """The first row of a query, or None."""
        rows = await self.all(sql, **parameters)
        return rows[0] if rows else None

    async def of(self, sql: str, ids: Iterable[Any], **parameters: Any) -> list[Row]:
        """All rows of a query that takes a list of ids (`json_each(:ids)`)."""
        wanted = list(ids)
        return await self.all(sql, ids=json.dumps(wanted), **parameters) if wanted else []


def grouped(rows: Iterable[Row], key: str) -> dict[Any, list[Row]]:
    """Rows by one of their columns, each group in the order of the rows."""
    groups: dict[Any, list[Row]] = {}
    for row in rows:
        groups.setdefault(row[key], []).append(row)
    return groups
