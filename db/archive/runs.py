"""Sources, and what each run did for each of them: the history that the health report is read from."""

from __future__ import annotations

import json
import os
from typing import Any

from db.archive.base import Base, now


class Runs(Base):
    """The run history of an archive (a part of `db.archive.Archive`)."""

    def start_run(self, kind: str, detail: dict[str, Any] | None = None) -> int:
        """Opens a run (`collect`, `clean`, `extract`, `build`, `nightly`); one whose process is gone is closed."""
        for run, pid in self.db.conn.execute("SELECT id, pid FROM runs WHERE ended_at IS NULL").fetchall():
            if not _alive(pid):
                self.db.conn.execute("UPDATE runs SET ended_at = ?, status = 'interrupted' WHERE id = ?", [now(), run])
        cursor = self.db.conn.execute(
            "INSERT INTO runs (kind, started_at, pid, detail) VALUES (?, ?, ?, ?)",
            [kind, now(), os.getpid(), json.dumps(detail or {})],
        )
        return int(cursor.lastrowid or 0)

    def finish_run(self, run: int, status: str = "ok", detail: dict[str, Any] | None = None) -> None:
        """Closes a run: `ok`, `failed` or `interrupted`."""
        self.db.conn.execute("UPDATE runs SET ended_at = ?, status = ? WHERE id = ?", [now(), status, run])
        if detail is not None:
            self.db.conn.execute("UPDATE runs SET detail = ? WHERE id = ?", [json.dumps(detail), run])

    def add_source(
        self,
        source: str,
        *,
        name: str,
        kind: str,
        url: str | None = None,
        jurisdiction: str | None = None,
        outlet: str | None = None,
        settings: dict[str, Any] | None = None,
    ) -> None:
        """Writes down a source as configured now; captures and articles refer to it."""
        at = now()
        self.db.conn.execute(
            "INSERT INTO sources (id, name, kind, url, jurisdiction, outlet, first_seen, last_seen, settings) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET name = excluded.name, "
            "kind = excluded.kind, url = excluded.url, jurisdiction = excluded.jurisdiction, outlet = excluded.outlet, "
            "last_seen = excluded.last_seen, settings = excluded.settings",
            [source, name, kind, url, jurisdiction, outlet, at, at, json.dumps(settings or {})],
        )

    def add_source_result(self, run: int, source: str, **result: Any) -> None:
        """Keeps what a run did for a source: the columns of `run_sources`; dicts are stored as JSON."""
        columns = {k: json.dumps(v, sort_keys=True) if isinstance(v, dict) else v for k, v in result.items()}
        columns.setdefault("status", "ok")
        names = ["run", "source", *columns]
        marks = ", ".join("?" * len(names))
        updates = ", ".join(f"{name} = excluded.{name}" for name in columns)
        self.db.conn.execute(
            f"INSERT INTO run_sources ({', '.join(names)}) VALUES ({marks}) "
            f"ON CONFLICT (run, source) DO UPDATE SET {updates}",
            [run, source, *columns.values()],
        )

    def outcomes(self, run: int, source: str) -> dict[str, int]:
        """How the page requests of a run ended, counted by outcome."""
        return dict(
            self.db.conn.execute(
                "SELECT outcome, count(*) FROM captures WHERE run = ? AND source = ? AND role = 'page' "
                "GROUP BY outcome",
                [run, source],
            ).fetchall()
        )

    def bytes_of(self, run: int, source: str) -> int:
        """The bytes of all bodies that a run brought from a source, after decoding."""
        sql = "SELECT coalesce(sum(size), 0) FROM captures WHERE run = ? AND source = ?"
        return int(self.db.conn.execute(sql, [run, source]).fetchone()[0])

    def source_results(self, source: str, *, limit: int = 30) -> list[dict[str, Any]]:
        """The latest results of a source, newest first, JSON columns decoded."""
        rows = self.db.query("SELECT * FROM run_sources WHERE source = ? ORDER BY run DESC LIMIT ?", [source, limit])
        return [_decoded(row) for row in rows]

    def run_results(self, run: int) -> list[dict[str, Any]]:
        """What one run did, a row a source."""
        return [
            _decoded(row) for row in self.db.query("SELECT * FROM run_sources WHERE run = ? ORDER BY source", [run])
        ]

    def problems(self, run: int) -> list[dict[str, Any]]:
        """The requests of a run that gave no page, with their reasons."""
        return list(self.db.query("SELECT * FROM problems WHERE run = ? ORDER BY id", [run]))


def _decoded(row: dict[str, Any]) -> dict[str, Any]:
    decoded = {k: json.loads(v) if k in ("reasons", "kinds", "fields") else v for k, v in row.items()}
    return decoded | {"message": row["cause"]}


def _alive(pid: int | None) -> bool:
    if not pid:
        return False
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
