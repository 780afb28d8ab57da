"""An archive that the first version of the project made opens in this one, with nothing lost."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from db.archive import Archive
from db.build import build
from tests.db.examples import rows

FIRST = Path(__file__).with_name("first_archive.sql")
KEPT = ("sources", "runs", "run_sources", "warc_files", "captures", "articles", "article_urls", "article_versions",
        "version_captures", "analyses")  # fmt: skip


@pytest.fixture
def old(tmp_path: Path) -> Path:
    db = sqlite3.connect(tmp_path / "archive.db")
    db.executescript(FIRST.read_text(encoding="utf-8"))
    db.close()
    return tmp_path / "archive.db"


def test_every_row_of_the_first_archive_is_kept(old: Path) -> None:
    before = {table: rows(old, f"SELECT * FROM {table}") for table in KEPT}
    assert len(before["article_versions"]) == 4
    Archive(old).close()
    for table, was in before.items():
        now = rows(old, f"SELECT {', '.join(was[0])} FROM {table}")
        assert now == was, table
    assert rows(old, "PRAGMA foreign_key_check") == []
    Archive(old).close()


def test_the_first_archive_is_published(old: Path) -> None:
    report = build(old, old.with_name("claims.db"))
    assert (report.articles, report.claims, report.disputes) == (3, 9, 1)
    [edit] = rows(old.with_name("claims.db"), "SELECT value, new_value FROM corrections WHERE new_value IS NOT NULL")
    assert edit == {"value": 15, "new_value": 57}
