"""What is watched and how it fared, and what the database was built from."""

from __future__ import annotations

import sqlite3
from collections import Counter
from datetime import UTC, datetime
from typing import Any

from db.build.writer import Writer
from db.claims.schema import SCHEMA_VERSION
from db.ids import short_id

Row = dict[str, Any]


def write_runs(archive: sqlite3.Connection, carried: Counter[tuple[str, str]], writer: Writer) -> None:
    """Writes sources, runs and what each run did; `carried` counts articles and claims by source."""
    archive.row_factory = sqlite3.Row
    latest: dict[str, Row] = {}
    for item in archive.execute("SELECT * FROM run_sources ORDER BY run"):
        row = dict(item)
        state = latest.setdefault(row["source"], {})
        state |= {"state": row["status"], "last_run": row["ended_at"] or row["started_at"]}
        if row["status"] == "ok":
            state["last_success"] = state["last_run"]
        row |= {"id": short_id("run source", row["run"], row["source"]), "run": short_id("run", row["run"])}
        writer.add("run_sources", row)
    for item in archive.execute("SELECT * FROM runs ORDER BY id"):
        downloads = archive.execute("SELECT count(*) FROM captures WHERE run = ?", [item["id"]]).fetchone()[0]
        row = dict(item) | {"id": short_id("run", item["id"]), "finished_at": item["ended_at"]}
        writer.add("runs", row | {"captures": downloads})
    for item in archive.execute("SELECT id, name, kind, url, jurisdiction FROM sources"):
        source = item["id"]
        counts = {name: carried[source, name] for name in ("articles", "claims")}
        writer.add("sources", dict(item) | counts | latest.get(source, {}))


def write_about(archive: sqlite3.Connection, writer: Writer) -> None:
    facts = {
        "built_at": datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"), "schema": str(SCHEMA_VERSION),
        "last_captured": archive.execute("SELECT max(fetched_at) FROM captures").fetchone()[0],
    }  # fmt: skip
    writer.add_all("about", [{"key": key, "value": value} for key, value in facts.items()])
