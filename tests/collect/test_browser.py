"""A page that is nothing without its scripts, for a source that asks for a browser."""

from __future__ import annotations

from pathlib import Path

import pytest

from db.archive import Archive
from spiders.browser import lacking, leads_astray
from spiders.collect import collect
from tests.collect.web import Web, rss, source

SCRIPTED = """<html><body><div id=x></div><script>
fetch('/data').then(r => r.text()).then(t => { document.getElementById('x').innerHTML = '<p>' + t + '</p>' })
</script></body></html>"""


@pytest.mark.browser
@pytest.mark.skipif(lacking() is not None, reason=str(lacking()))
def test_a_scripted_page_is_kept_as_it_stands_after_its_scripts(tmp_path: Path) -> None:
    with Web() as web:
        web.pages = {"/p": SCRIPTED, "/data": "The jail received nine requests.", "/rss": rss((f"{web.url}/p", "P"))}
        watched = source("feed", f"{web.url}/rss", javascript=True)
        report = collect([watched], tmp_path / "archive.db", tmp_path / "warc", allow_private_hosts=True)
        assert report.ok, report
        with Archive(tmp_path / "archive.db", tmp_path / "warc") as archive:
            (row,) = archive.captures_to_clean()
            assert b"<p>The jail received nine requests.</p>" in archive.body(row["id"])
            headers = archive.db.conn.execute("SELECT headers FROM captures WHERE id = ?", [row["id"]]).fetchone()[0]
        assert "X-Archive-Rendered" in headers
        assert web.asked[0].path == "/robots.txt"
        assert {request.headers["user-agent"] for request in web.asked if request.path in ("/p", "/rss")} == {
            "DetainerWatch/0.1 (news monitor; contact: desk@example.org)"
        }


@pytest.mark.parametrize(
    ("url", "astray"),
    [
        ("http://127.0.0.1:9/x", True),
        ("http://169.254.169.254/", True),
        ("http://localhost:9/", True),
        ("file:///etc/passwd", True),
        ("data:image/png;base64,AA", False),
        ("http://93.184.215.14/", False),
    ],
)
def test_what_a_page_asks_for_by_itself_is_checked_too(url: str, astray: bool) -> None:
    assert leads_astray(url, allow_private=False) is astray


def test_without_a_browser_the_remedy_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("DETAINER_WATCH_BROWSER", raising=False)
    assert "needs" in str(lacking())
