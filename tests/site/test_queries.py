"""Pages cost the same at a million claims as here: every query goes by an index."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from datasette.database import Database

from publish import queries
from publish.serve import site
from tests.site.newsroom import PATHS

# A subquery's rows are read one after the other, as they should be; its own tables are in the plan too.
SUBQUERIES = {"hits", "held"}


def scans(connection: sqlite3.Connection, sql: str, parameters: Any = None) -> list[str]:
    """The lines of the plan that read a whole table."""
    plan = [row[3] for row in connection.execute("explain query plan " + sql, parameters or {})]
    return [line for line in plan if (m := re.match(r"SCAN (\S+)", line)) and m[1] not in SUBQUERIES
            and "VIRTUAL TABLE" not in line and "CONSTANT ROW" not in line]  # fmt: skip


@pytest.fixture
def connection(claims_path: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(claims_path)) as opened:
        yield opened


def named_queries() -> list[Any]:
    """Each query of `publish.queries` that stands by itself."""
    found = {name: value for name, value in vars(queries).items() if name.isupper() and isinstance(value, str)}
    found |= {f"{name}[{key}]": sql for name in ("ALIASES", "LISTS") for key, sql in getattr(queries, name).items()}
    return [pytest.param(sql, id=name) for name, sql in found.items() if not name.startswith(("_", "SEARCH_ORDER"))]


@pytest.mark.parametrize("sql", named_queries())
def test_every_query_searches(connection: sqlite3.Connection, sql: str) -> None:
    if sql == queries.SEARCH_ALL:  # never runs without a facet: those are tried below
        sql += " where " + queries.SEARCH_FILTERS["place"]
    values = dict.fromkeys(re.findall(r":(\w+)", sql), 1)
    assert not scans(connection, sql, values)


@pytest.mark.parametrize("facet", ["measure", "claimant", "place", "outlet"])
def test_every_facet_alone_searches(connection: sqlite3.Connection, facet: str) -> None:
    sql = queries.SEARCH_ALL + " where " + queries.SEARCH_FILTERS[facet] + queries.SEARCH_ORDER
    assert not scans(connection, sql, {facet: "x", "limit": 10})


async def test_what_pages_run_is_what_was_tried(
    claims_path: Path, connection: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No page runs a query that scans, whatever it is put together from."""
    ran: list[tuple[str, Any]] = []
    execute = Database.execute

    async def recorded(self: Database, sql: str, params: Any = None, **more: Any) -> Any:
        if self.name == "claims":
            ran.append((sql, params))
        return await execute(self, sql, params, **more)

    monkeypatch.setattr(Database, "execute", recorded)
    served = site(claims_path)
    await served.client.get("/-/about")  # Datasette looks at the schema once
    ran.clear()
    for path in PATHS:
        assert (await served.client.get(path)).status_code == 200
    assert len(ran) > 100
    assert not {line for sql, parameters in ran for line in scans(connection, sql, parameters)}


async def test_no_page_counts_rows(claims_path: Path) -> None:
    """Counts come from the inspection at the start."""
    served = site(claims_path)
    counts = served.get_database("claims").cached_table_counts
    with closing(sqlite3.connect(claims_path)) as opened:
        for table in ("claims", "figures", "disputes", "articles", "sources"):
            assert counts[table] == opened.execute(f"select count(*) from {table}").fetchone()[0]
