"""Opening a published database to read it: named where it is missing, or was built by another version."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from common.errors import BadInput
from db.claims.schema import tables


def open_claims(path: Path) -> sqlite3.Connection:
    """The claims database, read-only. BadInput where there is none, or one that lacks a table or column of today."""
    if not path.exists():
        raise BadInput(f"{path}: no such database; run `detainer-watch build` first")
    db = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        for table in tables().values():
            held = {row[1] for row in db.execute(f'PRAGMA table_info("{table.name}")')}
            if missing := [name for name in table.names if name not in held]:
                lacks = f"{table.name}.{missing[0]}"
                raise BadInput(f"{path}: has no {lacks}: of another version; run `detainer-watch build`")
    except sqlite3.DatabaseError as error:
        db.close()
        raise BadInput(f"{path}: is no claims database ({error}); run `detainer-watch build`") from error
    except BadInput:
        db.close()
        raise
    return db
