"""Manners and memory: pauses, robots.txt, limits, each page once, and an archive that is lost or cannot be written."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.collect.test_again import counts, crawl, earlier, opened
from tests.collect.web import Answer, Request, Web, article, rss, sitemap, source


def test_what_failed_is_tried_again_by_a_later_run_and_what_is_over_the_limit_waits(tmp_path: Path) -> None:
    with Web() as web:
        paths = [f"/p/{n}" for n in range(5)]
        web.pages = {path: article(path) for path in paths} | {"/p/0": Answer(b"broken", status=500)}
        web.pages["/rss"] = rss(*((f"{web.url}{path}", path) for path in paths))
        watched = source("feed", f"{web.url}/rss", limit=3)
        first = crawl(tmp_path, watched).sources[0]
        assert (first.tried, first.new, first.failed, first.message) == (3, 2, 1, "1 x HTTP 500")
        second = crawl(tmp_path, watched).sources[0]  # the feed itself is unchanged
        assert (second.tried, second.new) == (2, 2)
        web.pages["/p/0"] = article("mended")
        with opened(tmp_path) as archive:
            assert archive.remember(f"{web.url}/p/0")["failures"] == 1  # type: ignore[index]
            archive.db.conn.execute("UPDATE url_memory SET due_at = ? WHERE due_at IS NOT NULL", [earlier(0.01)])
        assert counts(crawl(tmp_path, watched)) == (1, 0, 0)


def test_two_sources_and_a_redirect_to_one_page_fetch_it_once(tmp_path: Path) -> None:
    with Web() as web:
        web.pages = {"/p": article("Page"), "/go": Answer(status=302, headers={"Location": "/p?utm_source=x"})}
        web.pages["/p?utm_source=x"] = article("Page")
        web.pages["/one"] = rss((f"{web.url}/p", "Page"))
        web.pages["/two"] = rss((f"{web.url}/p?utm_campaign=y", "Page"), (f"{web.url}/go", "Page"))
        report = crawl(tmp_path, source("feed", f"{web.url}/one", "one"), source("feed", f"{web.url}/two", "two"))
        assert report.ok
        with opened(tmp_path) as archive:
            sql = "SELECT count(*) FROM captures WHERE role = 'page' AND status = 200"
            assert archive.db.conn.execute(sql).fetchone()[0] == 1


def test_a_pause_that_the_server_asks_for_is_made_and_the_page_then_had(tmp_path: Path) -> None:
    def busy(request: Request) -> Answer:
        asked.append(datetime.now(UTC))
        return Answer(b"", status=429, headers={"Retry-After": "1"}) if len(asked) == 1 else Answer(b"<p>now</p>")

    asked: list[datetime] = []
    with Web() as web:
        web.pages = {"/p": busy, "/rss": rss((f"{web.url}/p", "P"))}
        assert counts(crawl(tmp_path, source("feed", f"{web.url}/rss"))) == (1, 0, 0)
    assert asked[1] - asked[0] >= timedelta(seconds=0.95)


def test_a_robots_file_that_cannot_be_had_forbids_the_host(tmp_path: Path) -> None:
    with Web() as web:
        web.pages = {"/robots.txt": Answer(b"oops", status=503), "/rss": rss((f"{web.url}/p", "P")), "/p": article("P")}
        report = crawl(tmp_path, source("feed", f"{web.url}/rss"))
        assert (report.sources[0].status, report.sources[0].message) == ("failed", "forbidden by robots.txt")
        assert web.times("/rss") == 0


def test_crawl_delay_is_kept(tmp_path: Path) -> None:
    with Web() as web:
        paths = [f"/p/{n}" for n in range(4)]
        web.pages = {path: article(path) for path in paths}
        web.pages["/robots.txt"] = Answer(b"User-agent: *\nCrawl-delay: 0.4\n", "text/plain")
        web.pages["/rss"] = rss(*((f"{web.url}{path}", path) for path in paths))
        report = crawl(tmp_path, source("feed", f"{web.url}/rss"))
        assert report.sources[0].new == 4
        assert report.sources[0].seconds > 4 * 0.4


def test_an_archive_lost_is_rebuilt_from_its_warc_files(tmp_path: Path) -> None:
    with Web() as web:
        web.pages = {"/p": article("Page"), "/rss": rss((f"{web.url}/p", "Page"))}
        crawl(tmp_path, source("feed", f"{web.url}/rss"))
    for path in tmp_path.glob("archive.db*"):
        path.unlink()
    reread = source("warc", path=str(tmp_path / "warc" / "*.warc.gz"), match=("page",))
    assert crawl(tmp_path, reread).sources[0].new == 1
    with opened(tmp_path) as archive:
        (row,) = archive.captures_to_clean()
        assert b"<h1>Page</h1>" in archive.body(row["id"])
    assert crawl(tmp_path, reread).sources[0].tried == 0


def test_todays_news_comes_before_what_was_left_over(tmp_path: Path) -> None:
    with Web() as web:
        web.pages = {f"/p/{n}": article(f"Page {n}") for n in range(9)}
        web.pages["/map"] = sitemap(*((f"{web.url}/p/{n}", f"2025-01-1{n}") for n in range(6)))
        watched = source("sitemap", f"{web.url}/map", limit=2, concurrency=1)
        crawl(tmp_path, watched)
        assert [r.path for r in web.asked if "/p/" in r.path] == ["/p/5", "/p/4"]
        web.pages["/map"] = sitemap(*((f"{web.url}/p/{n}", f"2025-01-1{n}") for n in range(7)))
        crawl(tmp_path, watched)
        assert [r.path for r in web.asked if "/p/" in r.path][2:] == ["/p/6", "/p/3"]


def test_an_archive_that_cannot_be_written_is_named_by_every_source(tmp_path: Path) -> None:
    (tmp_path / "warc").write_text("a file where the folder should be")
    with Web() as web:
        web.pages = {"/p": article("Page"), "/rss": rss((f"{web.url}/p", "Page"))}
        report = crawl(tmp_path, source("feed", f"{web.url}/rss"))
        assert not report.ok
        assert "File exists" in str(report.sources[0].message)
