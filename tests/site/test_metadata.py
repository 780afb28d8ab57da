"""metadata.yml says what every published table and column is, and all that it names is there."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import yaml
from datasette.app import Datasette

from db.claims.schema import SEARCH_TABLES, tables
from publish.serve import METADATA
from tests.site.test_queries import scans

WRITTEN: dict[str, Any] = yaml.safe_load(METADATA.read_text(encoding="utf-8"))["databases"]["claims"]
QUERIES = WRITTEN["queries"]
RELIED_ON = ("claims", "figures", "disputes", "dispute_figures", "articles", "article_versions", "captures")


@pytest.mark.parametrize("name", tables())
def test_every_table_and_column_is_described(datasette: Datasette, name: str) -> None:
    shown = datasette.metadata("databases")["claims"]["tables"][name]
    assert shown["title"] and shown["description"]
    assert set(tables()[name].names) <= {column for column, about in shown["columns"].items() if about}


@pytest.mark.parametrize("name", RELIED_ON)
def test_numbers_that_others_rely_on_name_their_unit(datasette: Datasette, name: str) -> None:
    shown = datasette.metadata("databases")["claims"]["tables"][name]["columns"]
    for column in tables()[name].columns:
        if column.name in ("value", "value_start", "value_end", "start", "end", "mark_start", "mark_end", "confidence",
                           "stories", "claims", "size", "warc_offset", "warc_length", "characters",
                           "lowest", "highest"):  # fmt: skip
            assert "unit - " in shown[column.name], f"{name}.{column.name}"


def test_nothing_is_described_that_is_not_there() -> None:
    known = tables()
    search_tables = {f"{table}{end}" for table in SEARCH_TABLES
                     for end in ("", "_data", "_idx", "_docsize", "_config", "_content")}  # fmt: skip
    assert set(WRITTEN["tables"]) - search_tables <= set(known)
    for name, written in WRITTEN["tables"].items():
        if name in known:
            named = [*written.get("columns", {}), *written.get("facets", []), *written.get("sortable_columns", [])]
            named += [written[key] for key in ("sort", "sort_desc", "label_column", "fts_pk") if key in written]
            assert set(named) <= set(known[name].names), name


def test_search_tables_are_hidden_and_no_other(claims_path: Path) -> None:
    with closing(sqlite3.connect(claims_path)) as connection:
        there = {row[0] for row in connection.execute("select name from sqlite_master where type = 'table'")}
    hidden = {name for name, written in WRITTEN["tables"].items() if written.get("hidden")}
    assert {name for name in there if name.startswith(SEARCH_TABLES)} <= hidden
    assert not hidden & set(tables())


async def test_every_table_can_be_opened(get: Any) -> None:
    for name in tables():
        response = await get(f"/claims/{name}")
        assert response.status_code == 200, name


@pytest.mark.parametrize("name", QUERIES)
async def test_every_ready_made_question_answers(get: Any, name: str) -> None:
    examples = {"place": "Boston, MA", "year": "2024", "dispute": "d-boston", "name": "Ed Flynn"}
    asked = {parameter: examples[parameter] for parameter in QUERIES[name].get("params", [])}
    response = await get(f"/claims/{name}.json", params=asked | {"_shape": "array"})
    assert response.status_code == 200 and response.json()
    assert (await get(f"/claims/{name}", params=asked)).status_code == 200


@pytest.mark.parametrize("name", QUERIES)
def test_every_ready_made_question_searches(claims_path: Path, name: str) -> None:
    sql = QUERIES[name]["sql"]
    with closing(sqlite3.connect(claims_path)) as connection:
        assert not scans(connection, sql, dict.fromkeys(re.findall(r":(\w+)", sql), ""))


async def test_a_place_and_year_question_finds_both_sides(get: Any) -> None:
    rows = (await get("/claims/place_and_year.json?place=Boston,+MA&year=2024&_shape=array")).json()
    assert {15, 198} <= {row["value"] for row in rows}


async def test_issued_stands_against_received(get: Any) -> None:
    rows = (await get("/claims/issued_against_received.json?place=Boston,+MA&_shape=array")).json()
    assert [(row["issued"], row["received"], row["gap"]) for row in rows if row["issued"] == 198] == [(198, 15, 183)]
