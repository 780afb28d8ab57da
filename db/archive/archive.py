"""The archive: the working database of everything collected, and the one door for writing to it.

`archive.db` (SQLite, WAL) holds captures, articles, versions and readings; the bytes lie in WARC files beside it. A
batch of captures reaches the disk as WARC records first and as rows after, in one transaction, so that a process killed
at any moment leaves a database whose every row can be read back.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlite_utils import Database

from common.errors import Failure
from db.archive.base import now
from db.archive.health import Health
from db.archive.ledger import Ledger
from db.archive.memory import Link, Visit
from db.archive.migrations import migrations
from db.archive.pages import Pages
from db.archive.runs import Runs
from db.archive.warc import Exchange, Place, WarcStore, digest

CLEANABLE = ("new", "changed", "challenge", "consent")
"""Outcomes whose bodies are worth cleaning; a challenge may turn out to be an article after all."""


class ArchiveError(Failure):
    """The archive cannot be used; the message names the file and what to do."""


@dataclass(frozen=True)
class Capture:
    """One download to keep. `outcome` is `new` for a usable 200 (the archive tells whether it is `changed` or
    `unchanged` against the last one of the same URL), else what `spiders.outcomes` called it."""

    exchange: Exchange
    source: str
    run: int | None = None
    role: str = "page"
    """`page`, `finding` (a feed, sitemap, listing, search answer) or `robots`."""
    outcome: str = "new"
    mime: str | None = None
    feed_date: str | None = None
    found_url: str | None = None
    """The URL under which it was found, where redirects led elsewhere."""
    visit: Visit | None = None
    """What to remember of the URL, in the same transaction."""
    place: Place | None = None
    """Where the record already lies, for a WARC file that is read again: nothing is written then."""


@dataclass(frozen=True)
class Problem:
    """A request that gave no page, with the reason."""

    source: str
    url: str
    reason: str
    detail: str = ""


@dataclass
class Batch:
    """What is written in one transaction: captures, then links, visits and problems."""

    captures: list[Capture] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    visits: list[Visit] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    run: int | None = None

    def __bool__(self) -> bool:
        return bool(self.captures or self.links or self.visits or self.problems)

    def clear(self) -> None:
        for items in (self.captures, self.links, self.visits, self.problems):
            items.clear()


class Archive(Runs, Pages, Ledger, Health):
    """An open archive; migrated on opening. Use as a context manager, from one thread at a time.

    `warc_dir` is `warc/` beside the database unless given. Nothing is written to WARC files until the first capture.
    """

    def __init__(self, path: Path | str, warc_dir: Path | str | None = None, *, warc_size: int | None = None) -> None:
        self.path = Path(path)
        self.warc_dir = Path(warc_dir) if warc_dir is not None else self.path.parent / "warc"
        self.db = _open(self.path)
        self.warc = WarcStore(self.warc_dir, on_begin=self._begin_warc)
        if warc_size is not None:
            self.warc.max_size = warc_size
        self._writing = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        self.warc.close()
        self.db.close()

    def write(self, batch: Batch) -> list[int]:
        """Keeps a batch: WARC records on the disk first, then all rows in one transaction. Returns the capture ids."""
        prepared = self._prepare(batch.captures)
        places = self._write_records(prepared)
        with self.db.atomic():
            ids = [self._insert(item, place) for item, place in zip(prepared, places, strict=True)]
            ends = {place.warc: place.offset + place.length for place in places if place is not None}
            for name, end in ends.items():
                self.db.conn.execute("UPDATE warc_files SET committed = max(committed, ?) WHERE name = ?", [end, name])
            self._link(batch.links)
            self._visit(batch.visits)
            self._note(batch.run, batch.problems)
        return ids

    def add_capture(self, capture: Capture) -> int:
        """Keeps one capture at once; returns its id."""
        return self.write(Batch(captures=[capture], run=capture.run))[0]

    def has_capture(self, *urls_and_date: str) -> bool:
        """Whether a capture of one of these URLs at this moment (the last argument) is kept already."""
        *urls, date = urls_and_date
        sql = f"SELECT 1 FROM captures WHERE url IN ({', '.join('?' * len(urls))}) AND fetched_at = ? LIMIT 1"
        return self.db.conn.execute(sql, [*urls, date]).fetchone() is not None

    def captures_to_clean(self, *, limit: int | None = None) -> Iterator[dict[str, Any]]:
        """Captures whose pages have not been cleaned, oldest first: `id`, `url`, `mime`, `feed_date`, `source`,
        `fetched_at`, `outlet`, `jurisdiction`, `status`. Read in pages, so that the caller may write meanwhile."""
        sql = f"""
            SELECT c.id, c.url, c.mime, c.feed_date, c.source, c.fetched_at, c.status, s.outlet, s.jurisdiction
            FROM captures c LEFT JOIN sources s ON s.id = c.source
            WHERE c.id > ? AND c.cleaned_at IS NULL AND c.role = 'page' AND c.outcome IN {CLEANABLE}
              AND c.status = 200 AND c.warc IS NOT NULL
            ORDER BY c.id LIMIT ?"""
        return self._paged(sql, "id", limit)

    def body(self, capture_id: int) -> bytes:
        """The archived bytes of a capture; those of the capture it repeats where it is a revisit.

        ValueError names the capture where it is unknown or its record cannot be read.
        """
        for _ in range(3):
            row = self.db.conn.execute(
                "SELECT warc, warc_offset, warc_length, revisit_of FROM captures WHERE id = ?", [capture_id]
            ).fetchone()
            if row is None:
                raise ValueError(f"{self.path}: there is no capture {capture_id}")
            warc, offset, length, revisit_of = row
            if revisit_of is None:
                return self.warc.body(Place(warc, offset, length)) if warc else b""
            capture_id = revisit_of
        raise ValueError(f"{self.path}: capture {capture_id} repeats a repetition")

    def _prepare(self, captures: Sequence[Capture]) -> list[_Prepared]:
        seen: dict[str, _Prepared] = {}
        out = []
        for capture in captures:
            earlier = self._earlier(capture, seen)
            item = _Prepared(capture, *earlier)
            if item.revisit_of is None and capture.exchange.status == 200 and capture.exchange.url not in seen:
                seen[capture.exchange.url] = item
            out.append(item)
        return out

    def _earlier(self, capture: Capture, seen: dict[str, _Prepared]) -> tuple[str, str, int | None, str | None]:
        """Digest, outcome, and the capture of the same URL with this same body (id and date), where there is one."""
        exchange = capture.exchange
        own = digest(exchange.body)
        if exchange.status not in (200, 304) or (capture.place is not None):
            return own, capture.outcome, None, None
        row = self.db.conn.execute(
            "SELECT id, fetched_at, digest FROM captures WHERE url = ? AND status = 200 AND revisit_of IS NULL "
            "ORDER BY id DESC LIMIT 1",
            [exchange.url],
        ).fetchone()
        if row is None:
            return own, capture.outcome, None, None
        if exchange.status == 304:
            return row[2], "not modified", row[0], row[1]
        if row[2] == own:
            return own, "unchanged" if capture.outcome == "new" else capture.outcome, row[0], row[1]
        return own, "changed" if capture.outcome == "new" else capture.outcome, None, None

    def _write_records(self, prepared: Sequence[_Prepared]) -> list[Place | None]:
        todo = [item for item in prepared if item.capture.place is None]
        if todo and not self._writing:
            rows = self.db.conn.execute("SELECT name, committed FROM warc_files").fetchall()
            self.warc.open(dict(rows))
            self._writing = True
        written = iter(self.warc.append([item.exchange() for item in todo]))
        return [item.capture.place or next(written) for item in prepared]

    def _insert(self, item: _Prepared, place: Place | None) -> int:
        capture, exchange = item.capture, item.capture.exchange
        warc, offset, length = (place.warc, place.offset, place.length) if place is not None else (None, None, None)
        cursor = self.db.conn.execute(
            "INSERT INTO captures (run, source, url, fetched_at, status, headers, mime, digest, size, warc, "
            "warc_offset, warc_length, revisit_of, role, outcome, feed_date, found_url, cleaned_at) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                capture.run, capture.source, exchange.url, exchange.date, exchange.status,
                json.dumps(list(exchange.headers), ensure_ascii=False), capture.mime, item.digest, len(exchange.body),
                warc, offset, length,
                item.revisit_of, capture.role, item.outcome, capture.feed_date, capture.found_url,
                exchange.date if item.revisit_of is not None else None,
            ],
        )  # fmt: skip
        capture_id = int(cursor.lastrowid or 0)
        if item.revisit_of is not None and capture.role == "page":
            self._seen_again(capture_id, item.revisit_of, exchange.date)
        if capture.visit is not None:
            self._visit([capture.visit], capture_id if exchange.status == 200 else None)
        return capture_id

    def _note(self, run: int | None, problems: Sequence[Problem]) -> None:
        if problems and run is not None:
            at = now()
            self.db.conn.executemany(
                "INSERT INTO problems (run, source, url, at, reason, detail) VALUES (?, ?, ?, ?, ?, ?)",
                [[run, p.source, p.url[:2000], at, p.reason, p.detail[:500]] for p in problems],
            )

    def _begin_warc(self, name: str) -> None:
        self.db.conn.execute("INSERT OR IGNORE INTO warc_files (name, committed) VALUES (?, 0)", [name])


@dataclass(frozen=True)
class _Prepared:
    capture: Capture
    digest: str
    outcome: str
    revisit_of: int | None
    revisit_date: str | None

    def exchange(self) -> Exchange:
        """The exchange as it is written: without the body where an earlier capture holds it."""
        exchange = self.capture.exchange
        if self.revisit_of is None or self.revisit_date is None:
            return exchange
        return Exchange(
            exchange.url, exchange.date, exchange.status, exchange.headers, exchange.body, exchange.request_headers,
            exchange.method, exchange.ip, refers_to=(exchange.url, self.revisit_date),
        )  # fmt: skip


def _open(path: Path) -> Database:
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        # Transactions are explicit (`db.atomic()`); other threads never share the connection at the same time.
        connection = sqlite3.connect(os.fspath(path), timeout=60, isolation_level=None, check_same_thread=False)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA cache_size = -32000")
        db = Database(connection)
        migrations.apply(db)
    except sqlite3.DatabaseError as error:
        message = f"{path}: not usable as an archive ({error}); move it away or name another --data"
        raise ArchiveError(message) from error
    return db
