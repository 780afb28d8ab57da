"""Serving: what it says when it cannot, and how it goes over to a new claims database."""

from __future__ import annotations

import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import httpx
import pytest

from common.errors import Failure
from publish.reload import ReloadingSite
from publish.serve import inspect, serve, site
from tests.site import newsroom
from tests.site.serving import SERVE, serving, wait_until


def test_a_port_in_use_is_named_with_the_remedy(claims_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(Failure, match=rf"^port {port} on 127\.0\.0\.1 is in use; .* --port$") as failure:
            serve(claims_path, port=port)
    assert failure.value.exit_status == 1


@pytest.mark.parametrize(
    ("host", "port", "said"),
    [("127.0.0.1", 70000, "port 70000 is no port"), ("192.0.2.1", 0, "cannot listen on 192.0.2.1"),
     ("no.such.host.invalid", 8001, "cannot listen on no.such.host.invalid")],
)  # fmt: skip
def test_an_address_that_cannot_be_had_is_named(claims_path: Path, host: str, port: int, said: str) -> None:
    with pytest.raises(Failure) as failure:
        serve(claims_path, host, port)
    assert str(failure.value).startswith(said) and "\n" not in str(failure.value)


def test_what_is_no_claims_database_is_named(tmp_path: Path) -> None:
    text, other, nothing = tmp_path / "text.db", tmp_path / "other.db", tmp_path / "nothing.db"
    text.write_text("these are no tables " * 100)
    sqlite3.connect(other).executescript("create table t(x); vacuum;")
    older = newsroom.make_empty(tmp_path / "older.db")
    sqlite3.connect(older).executescript("alter table claims drop column rule; vacuum;")
    for path in (text, other, nothing, older, tmp_path):
        with pytest.raises(Failure, match="detainer-watch build") as failure:
            site(path)
        assert str(path) in str(failure.value) and "\n" not in str(failure.value)


def test_the_database_is_called_claims_whatever_the_file_is_called(claims_path: Path) -> None:
    assert claims_path.name == "published.db"
    assert list(site(claims_path).databases) == ["_internal", "claims"]
    assert not site(claims_path).get_database("claims").is_mutable


def test_counts_are_of_the_file_as_it_is(tmp_path: Path) -> None:
    counts = {name: inspect(newsroom.make(tmp_path / f"{name}.db", extra))["tables"]["disputes"]["count"]
              for name, extra in (("a", 0), ("b", 3))}  # fmt: skip
    assert counts == {"a": 2, "b": 5}


async def test_a_replaced_database_is_taken_up(tmp_path: Path) -> None:
    path = newsroom.make(tmp_path / "claims.db")
    app = ReloadingSite(path, site)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url="http://site") as client:
        assert (await client.get("/-/dispute/d-place000")).status_code == 404
        assert not await app.look()
        newsroom.make(tmp_path / "new.db", extra_disputes=1).replace(path)
        assert await app.look()
        assert (await client.get("/-/dispute/d-place000")).status_code == 200
        assert "<dd>3</dd>" in (await client.get("/")).text  # counts are new too
        assert not await app.look()


async def test_a_broken_database_is_not_taken_up(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = newsroom.make(tmp_path / "claims.db")
    app = ReloadingSite(path, site)
    broken = tmp_path / "broken.db"
    broken.write_bytes(b"half a file")
    broken.replace(path)
    assert not await app.look()
    assert "still serving the database before" in capsys.readouterr().err
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url="http://site") as client:
        assert (await client.get("/-/dispute/d-boston")).status_code == 200
    assert not await app.look() and capsys.readouterr().err == ""  # said once


def test_no_request_is_lost_while_databases_are_replaced(tmp_path: Path) -> None:
    """A served site under steady asking, its database replaced three times."""
    path = newsroom.make(tmp_path / "claims.db")
    new = [newsroom.make(tmp_path / f"{count}.db", extra_disputes=count) for count in (1, 2, 3)]
    statuses: list[int] = []
    done = threading.Event()
    with serving(path) as served, httpx.Client(base_url=served.address) as client:

        def ask() -> None:
            with httpx.Client(base_url=served.address) as mine:
                while not done.wait(0.02):
                    statuses.append(mine.get("/-/dispute/d-boston").status_code)

        asking = threading.Thread(target=ask)
        asking.start()
        for count, replacement in enumerate(new):
            shutil.move(replacement, path)
            wait_until(lambda count=count: client.get(f"/-/dispute/d-place{count:03}").status_code == 200)
        done.set()
        asking.join()
    assert len(statuses) > 20 and set(statuses) == {200}


def test_an_interrupt_ends_it_without_a_trace(claims_path: Path) -> None:
    command = [sys.executable, "-c", SERVE, str(claims_path), "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline().startswith("serving http://127.0.0.1:")
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=15)
    assert process.returncode == 0 and errors == ""
