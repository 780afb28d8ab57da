"""Coming back: what is unchanged costs a 304, what changed is caught, and what was cut off is taken up."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from db.archive import Archive
from spiders.collect import CollectReport, collect
from tests.collect.web import Answer, Request, Web, article, rss, sitemap, source


def crawl(folder: Path, *sources: object, revisit: str = "due") -> CollectReport:
    return collect(sources, folder / "archive.db", folder / "warc", allow_private_hosts=True, revisit=revisit)  # type: ignore[arg-type]


def opened(folder: Path) -> Archive:
    return Archive(folder / "archive.db", folder / "warc")


def earlier(days: float) -> str:
    return (datetime.now(UTC) - timedelta(days=days)).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def counts(report: CollectReport) -> tuple[int, int, int]:
    row = report.sources[0]
    return row.new, row.changed, row.unchanged


def test_a_second_look_at_unchanged_pages_is_304s_only(tmp_path: Path) -> None:
    with Web() as web:
        paths = [f"/p/{n}" for n in range(20)]
        web.pages = {path: article(f"Page {path}", "word " * 500) for path in paths}
        web.pages["/map"] = sitemap(*((f"{web.url}{path}", "2025-01-15") for path in paths))
        watched = source("sitemap", f"{web.url}/map")
        assert counts(crawl(tmp_path, watched)) == (20, 0, 0)
        size = sum(path.stat().st_size for path in (tmp_path / "warc").iterdir())
        before = len(web.asked)
        assert counts(crawl(tmp_path, watched, revisit="all")) == (0, 0, 20)
        assert {r.status for r in web.asked[before:] if r.path != "/robots.txt"} == {304}
        with opened(tmp_path) as archive:
            again = list(archive.db.query("SELECT * FROM captures WHERE run = 2 AND role != 'robots'"))
            assert sum(row["size"] for row in again) == 0
            assert all(row["revisit_of"] for row in again)
            assert len(list(archive.captures_to_clean())) == 20  # those of the first run only
            assert archive.body(again[-1]["id"]) == archive.body(again[-1]["revisit_of"])
        assert sum(path.stat().st_size for path in (tmp_path / "warc").iterdir()) - size < 22 * 1200


def test_the_same_bytes_without_a_tag_become_a_revisit_record(tmp_path: Path) -> None:
    with Web() as web:
        web.pages = {"/p": Answer(article("Page").encode(), etag=False)}
        web.pages["/rss"] = rss((f"{web.url}/p", "Page"))
        watched = source("feed", f"{web.url}/rss")
        crawl(tmp_path, watched)
        assert counts(crawl(tmp_path, watched, revisit="all")) == (0, 0, 1)
        assert [r.status for r in web.asked if r.path == "/p"] == [200, 200]
        web.pages["/p"] = Answer(article("Page, corrected").encode(), etag=False)
        assert counts(crawl(tmp_path, watched, revisit="all")) == (0, 1, 0)


def test_a_new_day_in_the_sitemap_makes_a_page_due(tmp_path: Path) -> None:
    with Web() as web:
        watched = source("sitemap", f"{web.url}/map")
        web.pages = {"/p": article("Page"), "/q": article("Other")}
        web.pages["/map"] = sitemap((f"{web.url}/p", "2025-01-15"), (f"{web.url}/q", None))
        assert counts(crawl(tmp_path, watched)) == (2, 0, 0)
        web.pages["/p"] = article("Page, corrected")
        web.pages["/map"] = sitemap((f"{web.url}/p", "2099-01-16"), (f"{web.url}/q", None))
        assert counts(crawl(tmp_path, watched)) == (0, 1, 0)


def test_relevant_articles_are_visited_again_on_a_falling_schedule(tmp_path: Path) -> None:
    with Web() as web:
        web.pages = {"/p": article("Detainers"), "/q": article("Ferry")}
        web.pages["/rss"] = rss((f"{web.url}/p", "Detainers"), (f"{web.url}/q", "Ferry"))
        watched = source("feed", f"{web.url}/rss")
        crawl(tmp_path, watched)
        with opened(tmp_path) as archive:
            for row in archive.captures_to_clean():
                title = "Detainers" if row["url"].endswith("/p") else "Ferry"
                page = {"kind": "article", "text": f"On {title}.", "canonical_url": row["url"], "title": title}
                version = archive.store_page(row["id"], page)
                assert version
                archive.add_analysis(version, "test", {"unread": None if title == "Detainers" else "off topic"})
            first = datetime.strptime(archive.remember(f"{web.url}/p")["first_fetched"], "%Y-%m-%dT%H:%M:%S.%fZ")  # type: ignore[index]
            due = datetime.strptime(archive.remember(f"{web.url}/p")["due_at"], "%Y-%m-%dT%H:%M:%S.%fZ")  # type: ignore[index]
            assert due - first == timedelta(hours=1)
            assert archive.remember(f"{web.url}/q")["due_at"] is None  # type: ignore[index]
            archive.db.conn.execute(
                "UPDATE url_memory SET first_fetched = ?, due_at = ? WHERE url LIKE '%/p'",
                [earlier(0.1), earlier(0.01)],
            )
        assert counts(crawl(tmp_path, watched, revisit="none")) == (0, 0, 0)
        assert counts(crawl(tmp_path, watched)) == (0, 0, 1)
        with opened(tmp_path) as archive:  # 2.4 hours after the first fetch: next at 6 hours
            assert archive.remember(f"{web.url}/p")["due_at"] > earlier(-0.1)  # type: ignore[index]
        assert counts(crawl(tmp_path, watched, revisit="all")) == (0, 0, 1)
        assert (web.times("/p"), web.times("/q")) == (3, 1)


def test_an_unchanged_tag_is_not_believed_for_longer_than_a_week(tmp_path: Path) -> None:
    def stubborn(request: Request) -> Answer:
        """A server that answers 304 to whoever has any tag, though its page changed."""
        asked.append(dict(request.headers))
        if "if-none-match" in request.headers:
            return Answer(b"", status=304)
        return Answer(article(f"Version {len(asked)}").encode(), headers={"ETag": '"same"'}, etag=False)

    asked: list[dict[str, str]] = []
    with Web() as web:
        web.pages = {"/p": stubborn, "/rss": rss((f"{web.url}/p", "P"))}
        watched = source("feed", f"{web.url}/rss")
        crawl(tmp_path, watched)
        assert counts(crawl(tmp_path, watched, revisit="all")) == (0, 0, 1)
        with opened(tmp_path) as archive:
            archive.db.conn.execute("UPDATE url_memory SET last_full = ?", [earlier(8)])
        assert counts(crawl(tmp_path, watched, revisit="all")) == (0, 1, 0)
        assert ["if-none-match" in headers for headers in asked] == [False, True, False]


def test_an_update_that_a_feed_tells_of_makes_a_page_due(tmp_path: Path) -> None:
    def atom(updated: str) -> Answer:
        entry = f"<entry><title>P</title><link href='{web.url}/p'/><published>2025-01-13T08:00:00Z</published>"
        body = f"<feed xmlns='http://www.w3.org/2005/Atom'>{entry}<updated>{updated}</updated></entry></feed>"
        return Answer(body.encode(), "application/atom+xml")

    with Web() as web:
        watched = source("feed", f"{web.url}/atom")
        web.pages = {"/p": article("Fifteen requests"), "/atom": atom("2025-01-13T08:00:00Z")}
        assert counts(crawl(tmp_path, watched)) == (1, 0, 0)
        web.pages = {"/p": article("Sixteen requests"), "/atom": atom("2025-01-13T12:00:00-05:00")}
        assert counts(crawl(tmp_path, watched)) == (0, 1, 0)


def test_an_index_that_never_changes_does_not_hide_its_sitemaps(tmp_path: Path) -> None:
    with Web() as web:
        web.pages = {"/p/1": article("One"), "/p/2": article("Two")}
        web.pages["/index"] = Answer(
            f"<sitemapindex><sitemap><loc>{web.url}/map</loc></sitemap></sitemapindex>".encode(), "application/xml"
        )
        web.pages["/map"] = sitemap((f"{web.url}/p/1", None))
        watched = source("sitemap", f"{web.url}/index")
        assert counts(crawl(tmp_path, watched)) == (1, 0, 0)
        web.pages["/map"] = sitemap((f"{web.url}/p/1", None), (f"{web.url}/p/2", None))
        assert counts(crawl(tmp_path, watched)) == (1, 0, 0)
        assert [r.status for r in web.asked if r.path == "/map"] == [200, 200]
