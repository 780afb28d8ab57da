"""The published tables: what `claims.db` holds, column by column.

Tables and columns are data (`schema.yml`): the same words make the tables, the site's column descriptions and
the data dictionary of the exports. Each table's first column is its primary key, a short hash as text. `claims.n` and
`articles.n` are what the search tables go by (Datasette: `fts_pk: n`): rowids may change when a file is vacuumed.

- `claims_fts(sentence, claimant, speaker, counted)` reads its words from `claims` (external content, rowid is
  `claims.n`).
- `articles_fts(title, text)` is contentless: it finds full texts without holding them (rowid is `articles.n`). Counting
  or selecting its columns is an error; join on the rowid.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

SCHEMA_VERSION = 1
SCHEMA_FILE = Path(__file__).with_name("schema.yml")
TYPES = {"text": "TEXT", "integer": "INTEGER", "real": "REAL"}

CLAIMS_FTS = ("sentence", "claimant", "speaker", "counted")
SEARCH_TABLES = ("claims_fts", "articles_fts")

# Orders and pages that no foreign key index serves.
EXTRA_INDEXES = (
    ("claims", ("measure", "n")),
    ("claims", ("published",)),
    ("claims", ("confidence",)),
    ("claims", ("outlet", "n")),
    ("claims", ("place", "n")),
    ("claims", ("claimant", "n")),
    ("figures", ("jurisdiction", "family", "period_start")),
    ("figures", ("value",)),
    ("dispute_figures", ("dispute", "rank")),
    ("article_versions", ("article", "number")),
    ("articles", ("digest",)),
    ("runs", ("started_at",)),
    ("disputes", ("first_seen",)),
)
UNIQUE_INDEXES = (("claims", "n"), ("articles", "n"), ("figures", "n"), ("disputes", "n"))


class SchemaError(ValueError):
    """The schema file says something that cannot be built."""


@dataclass(frozen=True)
class Column:
    """One column: SQLite type, what it says, and the table whose primary key it names."""

    name: str
    type: str
    about: str
    references: str | None = None
    required: bool = False
    indexed: bool = False


@dataclass(frozen=True)
class Table:
    """One published table; `columns[0]` is the primary key."""

    name: str
    about: str
    columns: tuple[Column, ...]

    @property
    def key(self) -> str:
        return self.columns[0].name

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns)

    def create_sql(self, keys: dict[str, str]) -> str:
        """CREATE TABLE, with foreign keys to the primary keys in `keys` (table -> column)."""
        lines = []
        for column in self.columns:
            line = f'"{column.name}" {TYPES[column.type]}'
            line += " PRIMARY KEY NOT NULL" if column.name == self.key else ""
            line += " NOT NULL" if column.required else ""
            lines.append(line)
        lines += [
            f'FOREIGN KEY ("{column.name}") REFERENCES "{column.references}"("{keys[column.references]}")'
            for column in self.columns
            if column.references
        ]
        return f'CREATE TABLE "{self.name}" (\n  ' + ",\n  ".join(lines) + "\n)"

    def insert_sql(self) -> str:
        """INSERT with one named placeholder a column."""
        names = ", ".join(f'"{name}"' for name in self.names)
        return f'INSERT INTO "{self.name}" ({names}) VALUES ({", ".join("?" * len(self.names))})'


@cache
def tables() -> dict[str, Table]:
    """All published tables by name, in the order of the schema file."""
    return read_schema(SCHEMA_FILE)


def read_schema(path: Path) -> dict[str, Table]:
    """Tables of a schema file; `SchemaError` names the table and column that is wrong."""
    data: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    found = {}
    for name, body in data.items():
        columns = tuple(_column(f"{path.name}: {name}.{key}", key, text) for key, text in body["columns"].items())
        found[name] = Table(name, body["about"], columns)
    for table in found.values():
        for column in table.columns:
            if column.references and column.references not in found:
                raise SchemaError(f"{path.name}: {table.name}.{column.name} points to no table {column.references!r}")
    return found


def _column(where: str, name: str, text: str) -> Column:
    left, bar, about = text.partition("|")
    words = left.split()
    if not bar or not words or words[0] not in TYPES:
        raise SchemaError(f"{where}: expected 'TYPE [-> TABLE] [required] [indexed] | description', got {text!r}")
    references = words[words.index("->") + 1] if "->" in words else None
    return Column(name, words[0], about.strip(), references, "required" in words, "indexed" in words)


def create_tables(db: sqlite3.Connection) -> None:
    """All tables, empty and without indexes: rows are loaded first, indexes come after."""
    keys = {table.name: table.key for table in tables().values()}
    for table in tables().values():
        db.execute(table.create_sql(keys))
    db.execute(
        f"CREATE VIRTUAL TABLE claims_fts USING fts5({', '.join(CLAIMS_FTS)}, content='claims', content_rowid='n',"
        " tokenize='porter unicode61 remove_diacritics 2')"
    )
    db.execute(
        "CREATE VIRTUAL TABLE articles_fts USING fts5(title, text, content='',"
        " tokenize='porter unicode61 remove_diacritics 2')"
    )
    db.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")


def create_indexes(db: sqlite3.Connection) -> None:
    """Foreign keys, columns marked `indexed` and the orders that pages use; then the claims' search index."""
    for table in tables().values():
        for column in table.columns:
            if column.indexed or column.references:
                _index(db, table.name, (column.name,))
    for name, columns in EXTRA_INDEXES:
        _index(db, name, columns)
    for name, column_name in UNIQUE_INDEXES:
        _index(db, name, (column_name,), unique=True)
    db.execute("INSERT INTO claims_fts(claims_fts) VALUES ('rebuild')")


def _index(db: sqlite3.Connection, table: str, columns: tuple[str, ...], unique: bool = False) -> None:
    names = ", ".join(f'"{column}"' for column in columns)
    kind = "UNIQUE INDEX" if unique else "INDEX"
    db.execute(f'CREATE {kind} IF NOT EXISTS "idx_{table}_{"_".join(columns)}" ON "{table}" ({names})')
