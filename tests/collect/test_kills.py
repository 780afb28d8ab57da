"""Killed at random moments and started again: nothing lost, nothing twice, nothing that a reader of WARC rejects.

Three kills of a small crawl; `python -m tests.bench.crawl` does thirty of a large one.
"""

from __future__ import annotations

import os
from pathlib import Path

from db.archive import Archive, Batch, Capture, Exchange, now
from db.archive.warc import WarcStore, last_complete_record
from tests.bench.crawl import killed, read_warcs


def test_killed_and_started_again() -> None:
    found = killed(kills=3, pages=40, seed=7, wait=0.1)
    faults = {name: count for name, count in found.items() if name not in ("kills", "at", "kept")}
    assert found["kept"] == 40
    assert not any(faults.values()), found


def exchange(number: int, body: bytes = b"<p>page") -> Exchange:
    return Exchange(f"https://paper.example/page/{number}", now(), 200, [("Content-Type", "text/html")], body)


def kept(archive: Archive, *numbers: int) -> list[int]:
    return archive.write(Batch([Capture(exchange(number), "paper") for number in numbers]))


def test_what_was_written_but_not_committed_is_cut_off_and_written_again(tmp_path: Path) -> None:
    with Archive(tmp_path / "archive.db") as archive:
        archive.add_source("paper", name="Paper", kind="feed")
        kept(archive, 1, 2)
        (path,) = (tmp_path / "warc").iterdir()
        archive.warc.append([exchange(3)])  # on the disk, but the row never came
    with path.open("ab") as file:
        file.write(b"\x1f\x8b\x08half a record")
    with Archive(tmp_path / "archive.db") as archive:
        ids = kept(archive, 3)
        assert archive.body(ids[0]) == b"<p>page"
    assert read_warcs(tmp_path / "warc") == {"rejected": 0, "wrong": 0, "double": 0}


def test_files_are_rolled_by_size_and_a_torn_end_is_found(tmp_path: Path) -> None:
    with Archive(tmp_path / "archive.db", warc_size=2000) as archive:
        archive.add_source("paper", name="Paper", kind="feed")
        ids = kept(archive, *range(12))
        names = sorted(path.name for path in (tmp_path / "warc").iterdir())
        assert len(names) > 3
        assert all(archive.body(capture) == b"<p>page" for capture in ids)
    path = tmp_path / "warc" / names[0]
    whole = path.stat().st_size
    with path.open("r+b") as file:
        file.truncate(whole - 10)
        assert last_complete_record(file) < whole - 10


def test_a_file_in_another_hand_is_left_alone(tmp_path: Path) -> None:
    one, two = WarcStore(tmp_path), WarcStore(tmp_path)
    one.open({})
    (place,) = one.append([exchange(1)])
    two.open({place.warc: place.offset + place.length})
    (other,) = two.append([exchange(2)])
    one.close()
    two.close()
    assert place.warc != other.warc
    assert read_warcs(tmp_path)["rejected"] == 0


def test_a_file_that_the_archive_does_not_know_is_not_touched(tmp_path: Path) -> None:
    foreign = tmp_path / "warc" / "detainer-watch-000007.warc.gz"
    foreign.parent.mkdir()
    foreign.write_bytes(os.urandom(100))
    before = foreign.read_bytes()
    with Archive(tmp_path / "archive.db") as archive:
        archive.add_source("paper", name="Paper", kind="feed")
        kept(archive, 1)
    assert foreign.read_bytes() == before
    assert sorted(path.name for path in foreign.parent.iterdir())[-1] == "detainer-watch-000008.warc.gz"
