"""The published file is whole at every moment, and one build at a time works on it."""

from __future__ import annotations

import fcntl
from pathlib import Path

import pytest

from common.errors import BadInput, Failure
from db.build import build
from db.build.new_file import inspect_path, new_database, only_builder
from tests.bench.build import killed_builds


def test_a_build_killed_at_any_moment_leaves_the_old_file_whole(tmp_path: Path) -> None:
    assert killed_builds(tmp_path, articles=60, kills=20) == 20
    build(tmp_path / "archive.db", tmp_path / "claims.db")
    assert {path.name for path in tmp_path.glob(".claims.db.new*")} == set()


def test_an_error_in_a_build_leaves_everything_as_it_was(tmp_path: Path) -> None:
    site = tmp_path / "claims.db"
    with new_database(site) as db:
        db.execute("CREATE TABLE kept (x)")
    before = site.read_bytes(), inspect_path(site).read_bytes()
    with pytest.raises(ZeroDivisionError), new_database(site) as db:
        db.execute("CREATE TABLE other (x)")
        raise ZeroDivisionError
    assert (site.read_bytes(), inspect_path(site).read_bytes()) == before
    assert [path.name for path in tmp_path.iterdir() if "new" in path.name] == []


def test_the_published_file_leaves_no_journal(tmp_path: Path) -> None:
    with new_database(tmp_path / "claims.db") as db:
        db.execute("CREATE TABLE kept (x)")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["claims-inspect.json", "claims.db"]
    assert (tmp_path / "claims.db").read_bytes()[18:20] == b"\x01\x01"  # 2 would be a WAL database


def test_a_second_builder_is_kept_out(tmp_path: Path) -> None:
    with only_builder(tmp_path / "claims.db"), (tmp_path / ".claims.db.lock").open("w") as other:
        with pytest.raises(OSError):
            fcntl.flock(other, fcntl.LOCK_EX | fcntl.LOCK_NB)
        with pytest.raises(Failure, match="another build is at work"), only_builder(tmp_path / "claims.db"):
            pass


def test_no_archive_is_said_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="there is no archive yet; run `detainer-watch collect` first"):
        build(tmp_path / "archive.db", tmp_path / "claims.db")


def test_a_file_that_is_no_archive_is_named(tmp_path: Path) -> None:
    (tmp_path / "archive.db").write_bytes(b"not a database at all, but long enough to be read as one" * 30)
    with pytest.raises(Failure, match=r"claims\.db: not built .*archive\.db.*the published file is as it was"):
        build(tmp_path / "archive.db", tmp_path / "claims.db")
    assert not (tmp_path / "claims.db").exists()
