"""One collection at a time, none that nobody waits for, and none of a source that there is not."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from common.errors import BadInput
from spiders import worker
from spiders.collect import collect
from tests.bench.crawl import site
from tests.collect.web import source


def test_a_second_collection_into_an_archive_waits_and_then_gives_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker, "PATIENCE", 0.3)
    assert worker.take_lock(tmp_path / "archive.db")
    assert not worker.take_lock(tmp_path / "archive.db")
    worker._held[0].close()
    assert worker.take_lock(tmp_path / "archive.db")


def test_the_crawl_ends_with_the_process_that_asked_for_it(tmp_path: Path) -> None:
    with site(1, 200, 1000, wait=0.5) as maps:
        process = subprocess.Popen([sys.executable, "-m", "tests.bench.crawl", "crawl", str(tmp_path), *maps])
        while not (crawler := children(process.pid)):
            assert process.poll() is None
            time.sleep(0.05)
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        until = time.monotonic() + 20
        while any(alive(pid) for pid in crawler):
            assert time.monotonic() < until, "the crawling process lives on"
            time.sleep(0.05)


def children(parent: int) -> list[int]:
    path = Path(f"/proc/{parent}/task/{parent}/children")
    return [int(pid) for pid in path.read_text().split()] if path.exists() else []


def alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


def test_a_source_that_there_is_not(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="there is no source 'herold'; known are: herald"):
        collect([source("feed", "https://h.example/", "herald")], tmp_path / "a.db", tmp_path / "w", only=["herold"])


def test_a_way_of_revisiting_that_there_is_not(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="revisit is 'maybe'; use one of: due, all, none"):
        collect([], tmp_path / "a.db", tmp_path / "w", revisit="maybe")


def test_nothing_to_collect_is_done_at_once(tmp_path: Path) -> None:
    watched = source("feed", "https://h.example/", "herald", enabled=False)
    assert collect([watched], tmp_path / "a.db", tmp_path / "w").sources == []
