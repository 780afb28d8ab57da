"""The published tables as files: CSV, JSON Lines, Parquet, with a Frictionless data package that says what each holds.

`datapackage.json` carries the data dictionary (every table and column described, with its type, its keys and where they
lead), the hash and size of each file; claims also go out as schema.org JSON-LD (see db/claims/jsonld.py.py). Rows are
written in batches: a million claims need no more memory than a thousand.
"""

from __future__ import annotations

import csv
import hashlib
import json
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as parquet

from common.errors import BadInput, Failure
from db.claims.jsonld import write_jsonld
from db.claims.opening import open_claims
from db.claims.schema import Table, tables

BATCH = 20_000
_ARROW = {"text": pa.string(), "integer": pa.int64(), "real": pa.float64()}
_FRICTIONLESS = {"text": "string", "integer": "integer", "real": "number"}
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
LICENSE_NOTE = (
    "Sentences are quoted from the articles that they link to, whose rights stay with their publishers. In CSV files a "
    "text that a spreadsheet would take for a formula has an apostrophe in front."
)


def export(
    claims_path: Path,
    folder: Path,
    *,
    formats: Sequence[str] = ("csv", "jsonl", "parquet", "jsonld"),
    only: Sequence[str] | None = None,
    base_url: str = "https://detainer-watch.example/",
) -> list[Path]:
    """Writes the published tables (or those named in `only`) to a folder; returns the files, the package last.

    `base_url` is where the site stands: JSON-LD names its records by it. BadInput names a format or table that is
    unknown, or a database that is missing; Failure a folder that cannot be written.
    """
    writers: dict[str, Callable[[sqlite3.Connection, Table, Path], None]] = {
        "csv": _csv, "jsonl": _jsonl, "parquet": _parquet,
    }  # fmt: skip
    for form in formats:
        if form not in (*writers, "jsonld"):
            raise BadInput(f"export: no format '{form}'; use one of: {', '.join((*writers, 'jsonld'))}")
    chosen = [_table(name) for name in only] if only else list(tables().values())
    db = open_claims(claims_path)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        files: list[tuple[Path, Table | None]] = []
        for table in chosen:
            for form in formats:
                if form in writers:
                    path = folder / f"{table.name}.{form}"
                    writers[form](db, table, path)
                    files.append((path, table))
        if "jsonld" in formats:
            path = folder / "claims.jsonld"
            write_jsonld(db, path, base_url)
            files.append((path, None))
        package = folder / "datapackage.json"
        package.write_text(json.dumps(_package(db, files), indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    except OSError as error:
        raise Failure(f"export: {folder} cannot be written ({error.strerror or error}); give another folder") from error
    finally:
        db.close()
    return [path for path, _ in files] + [package]


def _table(name: str) -> Table:
    if name not in tables():
        raise BadInput(f"export: no table '{name}'; use one of: {', '.join(tables())}")
    return tables()[name]


def _rows(db: sqlite3.Connection, table: Table) -> Iterator[list[tuple[Any, ...]]]:
    names = ", ".join(f'"{name}"' for name in table.names)
    order = "n" if "n" in table.names else f'"{table.key}"'
    cursor = db.execute(f'SELECT {names} FROM "{table.name}" ORDER BY {order}')
    while batch := cursor.fetchmany(BATCH):
        yield batch


def _csv(db: sqlite3.Connection, table: Table, path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(table.names)
        for batch in _rows(db, table):
            out.writerows([[_harmless(value) for value in row] for row in batch])


def _harmless(value: Any) -> Any:
    """A text that a spreadsheet would run as a formula is made a text."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def _jsonl(db: sqlite3.Connection, table: Table, path: Path) -> None:
    with path.open("w", encoding="utf-8") as file:
        for batch in _rows(db, table):
            for row in batch:
                file.write(json.dumps(dict(zip(table.names, row, strict=True)), ensure_ascii=False) + "\n")


def _parquet(db: sqlite3.Connection, table: Table, path: Path) -> None:
    schema = pa.schema([pa.field(c.name, _ARROW[c.type], metadata={"about": c.about}) for c in table.columns])
    with parquet.ParquetWriter(path, schema, compression="zstd") as out:
        for batch in _rows(db, table):
            columns = zip(*batch, strict=True)
            arrays = [pa.array(list(v), type=f.type) for v, f in zip(columns, schema, strict=True)]
            out.write_batch(pa.record_batch(arrays, schema=schema))


def _package(db: sqlite3.Connection, files: list[tuple[Path, Table | None]]) -> dict[str, Any]:
    """A data package in the form of frictionlessdata.io (specification version 1)."""
    about = dict(db.execute("SELECT key, value FROM about").fetchall())
    return {
        "profile": "data-package", "name": "detainer-watch",
        "title": "Detainer Watch: claims about immigration detainers",
        "description": "Who said which number about what, for which period and place, and in which words. "
                       + LICENSE_NOTE,
        "created": about.get("built_at"),
        "resources": [_resource(path, table) for path, table in files],
    }  # fmt: skip


def _resource(path: Path, table: Table | None) -> dict[str, Any]:
    form = path.suffix[1:]
    media = {"csv": "text/csv", "jsonl": "application/jsonl", "parquet": "application/vnd.apache.parquet",
             "jsonld": "application/ld+json"}  # fmt: skip
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    resource: dict[str, Any] = {
        "name": f"{path.stem}-{form}".replace("_", "-").lower(), "path": path.name, "format": form,
        "mediatype": media[form], "bytes": path.stat().st_size, "hash": f"sha256:{digest}",
    }  # fmt: skip
    if table is None:
        return resource | {"title": "Claims as schema.org Claim, disputed ones with what a ClaimReview needs"}
    resource |= {"title": table.name.replace("_", " "), "description": table.about, "schema": schema(table, form)}
    if form == "csv":
        resource |= {"profile": "tabular-data-resource", "encoding": "utf-8"}
    return resource


def schema(table: Table, form: str = "csv") -> dict[str, Any]:
    """The data dictionary of a table, as a Frictionless table schema; its keys lead to files of the same form."""
    keys = {name: other.key for name, other in tables().items()}
    fields = []
    for column in table.columns:
        field: dict[str, Any] = {"name": column.name, "type": _FRICTIONLESS[column.type], "description": column.about}
        if column.name == table.key or column.required:
            field["constraints"] = {"required": True} | ({"unique": True} if column.name == table.key else {})
        fields.append(field)
    return {
        "fields": fields, "primaryKey": table.key, "missingValues": [""],
        "foreignKeys": [
            {"fields": column.name, "reference": {
                "resource": f"{column.references}-{form}".replace("_", "-"), "fields": keys[column.references],
            }}
            for column in table.columns if column.references
        ],
    }  # fmt: skip
