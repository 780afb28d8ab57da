"""Addresses that are not asked, and answers that would never end: refused, with the reason in the run's record."""

from __future__ import annotations

import gzip
import socket
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from db.archive import Archive
from spiders.collect import CollectReport, collect
from spiders.urls import Refused, check, forbidden, identity, literal
from tests.collect.web import Answer, Request, Web, article, rss, source


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("http://127.0.0.1/feed", "private address 127.0.0.1"),
        ("http://10.1.2.3/", "private address 10.1.2.3"),
        ("http://192.168.0.1:8080/", "private address"),
        ("http://100.64.0.1/", "private address"),
        ("http://2130706433/", "private address 127.0.0.1"),
        ("http://0x7f.1/", "private address 127.0.0.1"),
        ("http://0177.0.0.1/", "private address 127.0.0.1"),
        ("http://[::1]/", "private address"),
        ("http://[::ffff:10.0.0.1]/", "private address"),
        ("http://[fe80::1]/", "link-local address"),
        ("http://[64:ff9b::7f00:1]/", "private address"),
        ("http://169.254.169.254/latest/meta-data", "link-local address"),
        ("http://localhost./", "private host"),
        ("http://printer.local/", "private host"),
        ("file:///etc/passwd", "scheme 'file'"),
        ("ftp://example.org/x", "scheme 'ftp'"),
        ("gopher://example.org/", "scheme 'gopher'"),
        ("http:///nohost", "no host"),
    ],
)
def test_addresses_that_are_not_asked(url: str, reason: str) -> None:
    with pytest.raises(Refused, match=reason):
        check(url, allow_private=False)


@pytest.mark.parametrize("url", ["https://www.example.org/a", "http://93.184.215.14/", "https://[2606:2800:21f::1]/"])
def test_addresses_of_the_open_web(url: str) -> None:
    check(url, allow_private=False)


def test_loopback_may_be_allowed_and_link_local_never() -> None:
    check("http://127.0.0.1/", allow_private=True)
    assert forbidden("169.254.169.254", allow_private=True) == "link-local"


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("HTTP://Example.COM:80/a?utm_source=rss&id=3&fbclid=x#top", "http://example.com/a?id=3"),
        ("https://example.com", "https://example.com/"),
        ("https://example.com:8443/a?b=&c=%20d", "https://example.com:8443/a?b=&c=%20d"),
    ],
)
def test_one_name_for_one_page(url: str, name: str) -> None:
    assert identity(url) == name
    assert literal("example.com") is None


def endless(request: Request) -> Answer:
    """A body of drops that never ends: twenty a second, while the client listens."""
    handler = request.handler
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.end_headers()
    handler.close_connection = True
    try:
        while True:
            handler.wfile.write(b"<p>drop</p>")
            time.sleep(0.05)
    except OSError:
        return Answer(b"", status=200)


def slow(request: Request) -> Answer:
    time.sleep(0.4)
    return Answer(article("Slow").encode())


def pages_of(u: str) -> dict[str, object]:
    hostile = {
        "/loop": Answer(status=302, headers={"Location": f"{u}/loop?again"}),
        "/to-file": Answer(status=302, headers={"Location": "file:///etc/passwd"}),
        "/to-metadata": Answer(status=302, headers={"Location": "http://169.254.169.254/latest/meta-data"}),
        "/large": Answer(b"x" * 300_000),
        "/bomb": Answer(gzip.compress(b"0" * 5_000_000), headers={"Content-Encoding": "gzip"}),
        "/endless": endless,
        "/private/secret": article("Secret"),
        "/good": article("Good"),
    }
    back_and_forth = {"/loop?again": Answer(status=302, headers={"Location": f"{u}/loop?{'x'}"})}
    feeds = {
        "/hostile": rss(*((f"{u}{path}", path) for path in hostile), ("http://169.254.0.1/", "metadata")),
        "/slow-feed": rss(*((f"{u}/slow/{n}", "slow") for n in range(100))),
        "/good-feed": rss((f"{u}/good/2", "good")),
        "/good/2": article("Good, too"),
        "/robots.txt": Answer(b"User-agent: *\nDisallow: /private/\n", "text/plain"),
    }
    chain = {f"/loop?{n}": Answer(status=302, headers={"Location": f"{u}/loop?{n + 1}"}) for n in range(20)}
    hostile["/loop"] = Answer(status=302, headers={"Location": f"{u}/loop?0"})
    return hostile | back_and_forth | feeds | chain | {f"/slow/{n}": slow for n in range(100)}


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Archive, CollectReport, float]]:
    folder = tmp_path_factory.mktemp("safety")
    with Web() as web:
        web.pages = pages_of(web.url)  # type: ignore[assignment]
        sources = [
            source("feed", f"{web.url}/hostile", "hostile", timeout=2.0, max_bytes=200_000, concurrency=8),
            source("feed", f"{web.url}/slow-feed", "slow", time_limit=5.0, concurrency=1),
            source("feed", f"{web.url}/good-feed", "good"),
        ]
        begun = time.monotonic()
        report = collect(sources, folder / "archive.db", folder / "warc", allow_private_hosts=True)
        with Archive(folder / "archive.db", folder / "warc") as archive:
            yield archive, report, time.monotonic() - begun


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/loop", "endless redirects"),
        ("/to-file", "redirect to scheme 'file'"),
        ("/to-metadata", "link-local address 169.254.169.254"),
        ("/large", "too large"),
        ("/bomb", "too large"),
        ("/endless", "timeout"),
        ("/private/secret", "forbidden by robots.txt"),
        ("http://169.254.0.1/", "link-local address 169.254.0.1"),
    ],
)
def test_refused_with_the_reason(run: tuple[Archive, CollectReport, float], path: str, reason: str) -> None:
    archive, report, _ = run
    reasons = {row["url"].split("/", 3)[3]: row["reason"] for row in archive.problems(report.run)}
    assert reasons.get(path.lstrip("/"), reasons.get("")) == reason


def test_the_good_page_of_a_hostile_source_is_kept(run: tuple[Archive, CollectReport, float]) -> None:
    archive, _, _ = run
    kept = archive.db.conn.execute(
        "SELECT url FROM captures WHERE source = 'hostile' AND outcome = 'new' AND role = 'page'"
    )
    assert [url.rsplit("/", 1)[-1] for (url,) in kept] == ["good"]


def test_a_slow_source_ends_in_time_and_the_rest_waits_for_the_next_run(
    run: tuple[Archive, CollectReport, float],
) -> None:
    archive, report, _ = run
    by_id = {source.source: source for source in report.sources}
    assert by_id["slow"].status == "time limit"
    assert by_id["slow"].seconds < 5.0 + 10
    waiting = archive.db.conn.execute("SELECT count(*) FROM url_memory WHERE source = 'slow' AND due_at IS NOT NULL")
    assert waiting.fetchone()[0] > 80
    assert by_id["good"].ok


def test_without_leave_nothing_on_this_machine_is_asked(tmp_path: Path) -> None:
    with Web({"/feed": rss()}) as web:
        names = [f"127.0.0.1:{web.port}", f"localhost:{web.port}", f"2130706433:{web.port}", f"[::1]:{web.port}"]
        if socket.gethostbyname(socket.gethostname()).startswith("127."):
            names.append(f"{socket.gethostname()}:{web.port}")  # a name that leads here: told only once it is resolved
        sources = [source("feed", f"http://{name}/feed", f"s{n}") for n, name in enumerate(names)]
        report = collect(sources, tmp_path / "archive.db", tmp_path / "warc")
        assert web.asked == []
        assert [row.status for row in report.sources] == ["failed"] * len(names)
        assert all("private" in str(row.message) for row in report.sources), report.sources
