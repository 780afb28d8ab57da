"""A published file that is never half-written: built beside its place, then moved into it in one step.

The database is written without a journal of its own (no WAL is left behind, which Datasette's immutable mode would
ignore), brought to the disk, and renamed over the old one. The counts file for Datasette is taken away before and put
back after: counts of another build are worse than none.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from common.errors import Failure

CACHE_KIB = 128 * 1024


def inspect_path(path: Path) -> Path:
    """Where the counts of a published database lie (`datasette --inspect-file`): claims.db -> claims-inspect.json."""
    return path.with_name(f"{path.stem}-inspect.json")


@contextmanager
def only_builder(path: Path) -> Iterator[None]:
    """Keeps a second build of the same file out; clears away what a killed build left."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with _lock_path(path).open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise Failure(f"{path}: another build is at work on it; wait until it has ended") from None
        for left in path.parent.glob(f".{path.name}.new*"):
            left.unlink()
        yield


def _lock_path(path: Path) -> Path:
    return path.with_name(f".{path.name}.lock")


@contextmanager
def new_database(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection to an empty database that takes the place of `path` when the block ends without an error."""
    new = path.with_name(f".{path.name}.new")
    db = sqlite3.connect(new, isolation_level=None)
    try:
        db.execute("PRAGMA page_size = 8192")
        db.execute("PRAGMA journal_mode = OFF")
        db.execute("PRAGMA synchronous = OFF")
        db.execute("PRAGMA locking_mode = EXCLUSIVE")
        db.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
        db.execute("PRAGMA temp_store = FILE")
        db.execute("BEGIN")
        yield db
        db.execute("COMMIT")
        db.execute("PRAGMA optimize")
        counts = _counts(db)
        db.close()
        _move_into_place(new, path, counts)
    except BaseException:
        db.close()
        with suppress(FileNotFoundError):
            new.unlink()
        raise


def _move_into_place(new: Path, path: Path, counts: dict[str, int]) -> None:
    with new.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
        os.fsync(file.fileno())
    inspect = {
        path.stem: {
            "hash": digest, "size": new.stat().st_size, "file": path.name,
            "tables": {name: {"count": count} for name, count in counts.items()},
        }
    }  # fmt: skip
    new_inspect = new.with_name(f"{new.name}-inspect")
    with new_inspect.open("w", encoding="utf-8") as out:
        json.dump(inspect, out)
        out.flush()
        os.fsync(out.fileno())
    with suppress(FileNotFoundError):
        inspect_path(path).unlink()
    new.replace(path)
    new_inspect.replace(inspect_path(path))
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _counts(db: sqlite3.Connection) -> dict[str, int]:
    """Rows of each table. Search tables are not counted: counting a contentless one is an error."""
    tables = db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'").fetchall()
    counts = {}
    for name, sql in tables:
        virtual = (sql or "").upper().startswith("CREATE VIRTUAL")
        counts[name] = 0 if virtual else db.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]
    return counts
