"""Every way of finding, end to end: the real collector against a local server that speaks the format."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import pytest
from fpdf import FPDF
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from db.archive import Archive
from spiders.collect import CollectReport, collect
from spiders.sources import Source
from tests.collect.web import Answer, Request, Web, article, rss, source


class Ways(NamedTuple):
    """One run over a source of each kind, good and bad."""

    web: Web
    archive: Archive
    report: CollectReport

    def urls(self, source: str) -> list[str]:
        """The paths of the pages that a source brought, in order of their addresses."""
        sql = "SELECT url FROM captures WHERE source = ? AND role = 'page' AND status = 200 ORDER BY url"
        rows = self.archive.db.conn.execute(sql, [source]).fetchall()
        return [url.replace(self.web.url, "") for (url,) in rows]

    def of(self, source: str) -> dict[str, object]:
        return {row["source"]: row for row in self.archive.run_results(self.report.run)}[source]


def pdf(text: str) -> bytes:
    page = FPDF()
    page.add_page()
    page.set_font("helvetica", size=12)
    page.multi_cell(0, 8, text)
    return bytes(page.output())


def warc(*pages: tuple[str, str]) -> bytes:
    out = BytesIO()
    writer = WARCWriter(out, gzip=True)
    for url, body in pages:
        head = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.0")
        dated = {"WARC-Date": "2025-01-16T04:00:00Z"}
        writer.write_record(
            writer.create_warc_record(
                url, "response", BytesIO(body.encode()), http_headers=head, warc_headers_dict=dated
            )
        )
    return out.getvalue()


def pages_of(web: Web) -> dict[str, object]:
    """What the local servers serve: a format each, as its publisher documents it."""
    u = web.url
    letter = pdf("The department received four requests in 2024.")
    out: dict[str, object] = {
        "/rss": rss(
            (f"{u}/r/1?utm_source=rss", "Sheriff on detainers"), (f"{u}/r/2", "ICE lodged 40"), (f"{u}/r/3", "Ferry")
        ),
        "/atom": Answer(
            b'<feed xmlns="http://www.w3.org/2005/Atom"><title>A</title><entry><id>tag:x,2025:1</id><title>One</title>'
            b'<link rel="alternate" href="/a/1"/><link rel="enclosure" href="/a/1.mp3"/>'
            b"<updated>2025-01-15T23:50:00-05:00</updated></entry></feed>",
            "application/atom+xml",
        ),
        "/feed.json": Answer(
            json.dumps({
                "version": "https://jsonfeed.org/version/1.1", "title": "J",
                "items": [{"id": "1", "url": f"{u}/j/1", "title": "One", "date_published": "2025-01-15T08:00:00Z"}],
            }).encode(), "application/feed+json",
        ),
        "/latin.xml": Answer(
            f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><item><link>{u}/l/1</link>'
            "<title>Señor Peña</title></item></channel></rss>".encode("latin-1"), "text/xml; charset=utf-8",
        ),
        "/index.xml": Answer(
            f'<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>{u}/news.xml.gz</loc>'
            "<lastmod>2025-01-16</lastmod></sitemap></sitemapindex>".encode(), "application/xml",
        ),
        "/news.xml.gz": Answer(gzip.compress(
            '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
            'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url>'
            f"<loc>{u}/s/old</loc><lastmod>2024-01-01</lastmod></url><url><loc>{u}/s/new</loc><news:news>"
            "<news:publication_date>2025-01-16T08:00:00-05:00</news:publication_date><news:title>New</news:title>"
            "</news:news></url></urlset>".encode()), "application/gzip"),
        "/list": '<nav><a href="/list-of-all-parts">x</a></nav><li><a href="/l/jail-turned-away-requests">Jail</a></li>'
        '<a href="/list?page=2">Next</a>',
        "/list?page=2": '<li><a href="/l/council-asks-for-numbers">Council</a></li><a href="/list?page=3">Next</a>',
        "/list?page=3": '<li><a href="/l/third-page-of-list">Third</a></li>',
        "/chosen": '<div class=hit><h2><a href="/c/1">One</a></h2></div><div><a href="/c/not-this-one">No</a></div>'
        '<a class=on href="/chosen2">weiter</a>',
        "/chosen2": '<div class=hit><h2><a href="/c/2">Two</a></h2></div>',
        "/news/releases": '<ul><li><a href="/news/releases/1234">ERO Boston arrests a man in Lynn</a></li>'
        '<li><a href="/docs/statement.pdf">Statement</a></li></ul>',
        "/docs/statement.pdf": Answer(letter, "application/pdf"),
        "/gn": rss((f"{u}/g/1", "Detainer story - Herald"), extra='<source url="https://herald.example">Herald</source>'),
        "/gdelt": lambda request: gdelt(u, request),
        "/mc": lambda request: mediacloud(u, request),
        "/v1/boston/matters": Answer(json.dumps([
            {"MatterId": 7, "MatterFile": "2025-0180", "MatterTitle": "Hearing order on immigration detainers",
             "MatterIntroDate": "2025-01-15T00:00:00"},
            {"MatterId": 8, "MatterFile": "2025-0181", "MatterTitle": "Order on playgrounds"},
        ]).encode(), "application/json"),
        "/v1/boston/matters/7/attachments": Answer(json.dumps([
            {"MatterAttachmentName": "Letter", "MatterAttachmentHyperlink": f"{u}/docs/letter.pdf"}]).encode(),
            "application/json"),
        "/v1/boston/matters/7": Answer(b'{"MatterId": 7}', "application/json"),
        "/v1/boston/events": Answer(json.dumps([
            {"EventBodyName": "City Council", "EventDate": "2025-01-15T00", "EventAgendaFile": f"{u}/docs/agenda.pdf"},
            {"EventBodyName": "Zoning", "EventAgendaFile": f"{u}/docs/zoning.pdf"}]).encode(), "application/json"),
        "/docs/letter.pdf": Answer(letter, "application/pdf"),
        "/docs/agenda.pdf": Answer(pdf("Agenda"), "application/pdf"),
        "/docs/cut.pdf": Answer(letter[: len(letter) // 2], "application/pdf"),
        "/reports": '<a href="/docs/annual-report.pdf">Report</a><a href="/about">About</a>',
        "/docs/annual-report.pdf": Answer(pdf("Report"), "application/pdf"),
        "/cdx/search/cdx": lambda request: Answer(json.dumps([
            ["timestamp", "original", "mimetype", "statuscode"],
            ["20250114120000", "https://paper.example/2025/01/14/detainers-in-court", "text/html", "200"],
            [], ["org,example)/ 2025"]] if "resumeKey=" not in request.path else [
            ["timestamp", "original", "mimetype", "statuscode"],
            ["20250115120000", "https://paper.example/2025/01/15/second-page", "text/html", "200"],
        ]).encode(), "application/json"),
        # bad answers
        "/broken": Answer(b"<rss><channel><item><link>http://x", "application/rss+xml"),
        "/html": article("Subscribe to our feed"),
        "/empty": rss(),
        "/bomb": Answer(b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss><channel>'
                        b"<item><link>&b;</link></item></channel></rss>", "application/rss+xml"),
        "/busy": Answer(b"slow down", "text/plain", 429, {"Retry-After": "3600"}),
        "/wall": Answer(b"<html><title>Just a moment...</title><script src=/cdn-cgi/challenge-platform/x></script>"),
        "/walled": rss((f"{u}/wall", "One behind a wall")),
        "/gdelt-error": Answer(b"Timespan is too short.", "text/html"),
        "/v1/broken/matters": Answer(b'{"Message": "An error has occurred."}', "application/json"),
        "/nolinks": "<p>We have moved.</p>",
    }  # fmt: skip
    for path in ("/r/1", "/r/2", "/r/3", "/a/1", "/j/1", "/l/1", "/s/old", "/s/new", "/l/jail-turned-away-requests",
                 "/l/council-asks-for-numbers", "/l/third-page-of-list", "/c/1", "/c/2", "/news/releases/1234", "/g/1",
                 "/d/1", "/m/1", "/m/2",
                 "/web/20250114120000id_/https://paper.example/2025/01/14/detainers-in-court",
                 "/web/20250115120000id_/https://paper.example/2025/01/15/second-page"):  # fmt: skip
        out[path] = article(f"Story {path}")
    return out


def gdelt(base: str, request: Request) -> Answer:
    assert "mode=artlist" in request.path and "maxrecords=250" in request.path
    found = {"articles": [{"url": f"{base}/d/1", "title": "Detainers", "seendate": "20250116T101500Z"}]}
    return Answer(json.dumps(found).encode(), "application/json")


def mediacloud(base: str, request: Request) -> Answer:
    if request.headers.get("authorization") != "Token sesame":
        return Answer(b'{"detail": "Invalid token."}', "application/json", 403)
    number = 2 if "pagination_token=next" in request.path else 1
    found = {"stories": [{"url": f"{base}/m/{number}", "title": "Detainers", "publish_date": "2025-01-15"}]}
    return Answer(
        json.dumps(found | {"pagination_token": None if number == 2 else "next"}).encode(), "application/json"
    )


def sources_of(web: Web, folder: Path) -> list[Source]:
    u = web.url
    return [
        source("feed", f"{u}/rss", "rss", match=("detainer", "detainers", "ICE")),
        source("feed", f"{u}/atom", "atom"),
        source("feed", f"{u}/feed.json", "json"),
        source("feed", f"{u}/latin.xml", "latin"),
        source("sitemap", f"{u}/index.xml", days=3650),
        source("listing", f"{u}/list", pages=2),
        source("listing", f"{u}/chosen", "chosen", links=".hit h2", next="a.on"),
        source("newsroom", f"{u}/news/releases"),
        source("google-news", query=("detainers",), endpoint=f"{u}/gn"),
        source("gdelt", query=("detainers boston",), endpoint=f"{u}/gdelt"),
        source("mediacloud", query=("detainers",), endpoint=f"{u}/mc", token_env="TEST_MEDIACLOUD"),
        source("legistar", client="boston", endpoint=f"{u}/v1", match=("detainers",), bodies=("City Council",)),
        source("documents", f"{u}/reports", urls=(f"{u}/docs/letter.pdf", f"{u}/docs/cut.pdf")),
        source("wayback", "https://paper.example/2025/", endpoint=u, since="2025-01-01", until="2025-02-01"),
        source("warc", path=str(folder / "CC-NEWS-*.warc.gz"), match=("detainers",)),
        source("feed", f"{u}/broken", "bad-xml"),
        source("feed", f"{u}/html", "bad-html"),
        source("feed", f"{u}/empty", "bad-empty"),
        source("feed", f"{u}/bomb", "bad-bomb"),
        source("feed", f"{u}/busy", "bad-busy"),
        source("feed", f"{u}/nothing-here", "bad-404"),
        source("feed", f"{u}/walled", "bad-wall"),
        source("feed", "http://127.0.0.1:1/feed", "bad-dead"),
        source("gdelt", None, "bad-gdelt", query=("x",), endpoint=f"{u}/gdelt-error"),
        source("legistar", None, "bad-legistar", client="broken", endpoint=f"{u}/v1"),
        source("mediacloud", None, "bad-token", query=("x",), endpoint=f"{u}/mc", token_env="TEST_UNSET"),
        source("listing", f"{u}/nolinks", "bad-listing"),
        source("warc", None, "bad-warc", path=str(folder / "none-*.warc.gz")),
        source("warc", None, "cut-warc", path=str(folder / "cut.warc.gz")),
    ]  # fmt: skip


@pytest.fixture(scope="module")
def ways(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ways]:
    folder = tmp_path_factory.mktemp("ways")
    news = warc(("https://one.example/a", article("On detainers")), ("https://two.example/b", article("On ferries")))
    (folder / "CC-NEWS-20250116-1.warc.gz").write_bytes(news)
    cut = warc(("https://three.example/c", article("On jails")), ("https://four.example/d", article("On courts")))
    (folder / "cut.warc.gz").write_bytes(cut[:-60])
    with pytest.MonkeyPatch.context() as patch, Web() as web:
        patch.setenv("TEST_MEDIACLOUD", "sesame")
        web.pages = pages_of(web)  # type: ignore[assignment]
        report = collect(sources_of(web, folder), folder / "archive.db", folder / "warc", allow_private_hosts=True)
        with Archive(folder / "archive.db", folder / "warc") as archive:
            yield Ways(web, archive, report)


@pytest.mark.parametrize(
    ("name", "paths"),
    [
        ("rss", ["/r/1", "/r/2"]),
        ("atom", ["/a/1"]),
        ("json", ["/j/1"]),
        ("latin", ["/l/1"]),
        ("sitemap", ["/s/new", "/s/old"]),
        ("listing", ["/l/council-asks-for-numbers", "/l/jail-turned-away-requests"]),
        ("chosen", ["/c/1", "/c/2"]),
        ("newsroom", ["/docs/statement.pdf", "/news/releases/1234"]),
        ("google-news", ["/g/1"]),
        ("gdelt", ["/d/1"]),
        ("mediacloud", ["/m/1", "/m/2"]),
        ("legistar", ["/docs/agenda.pdf", "/v1/boston/matters/7"]),
        ("documents", ["/docs/annual-report.pdf", "/docs/cut.pdf", "/docs/letter.pdf"]),
        ("wayback", ["/web/20250114120000id_/https://paper.example/2025/01/14/detainers-in-court",
                     "/web/20250115120000id_/https://paper.example/2025/01/15/second-page"]),
        ("warc", ["https://one.example/a"]),
        ("cut-warc", ["https://three.example/c"]),
    ],
)  # fmt: skip
def test_finds_and_keeps(ways: Ways, name: str, paths: list[str]) -> None:
    assert ways.of(name)["status"] == "ok", ways.of(name)
    if name == "legistar" and "/docs/letter.pdf" in ways.urls(
        name
    ):  # also named by `documents`: one of both fetches it
        paths = ["/docs/agenda.pdf", "/docs/letter.pdf", "/v1/boston/matters/7"]
    if name == "documents" and "/docs/letter.pdf" not in ways.urls(name):
        paths = ["/docs/annual-report.pdf", "/docs/cut.pdf"]
    assert ways.urls(name) == paths


@pytest.mark.parametrize(
    ("name", "status", "cause"),
    [
        ("bad-xml", "failed", "unreadable answer"),
        ("bad-html", "failed", "no feed"),
        ("bad-empty", "empty", "names no pages"),
        ("bad-bomb", "failed", "entities"),
        ("bad-busy", "failed", "HTTP 429"),
        ("bad-404", "failed", "HTTP 404"),
        ("bad-wall", "blocked", "challenge page"),
        ("bad-dead", "failed", "no connection"),
        ("bad-gdelt", "failed", "Timespan is too short."),
        ("bad-legistar", "failed", "An error has occurred."),
        ("bad-token", "failed", "TEST_UNSET"),
        ("bad-listing", "failed", "no link to an article"),
        ("bad-warc", "failed", "no file matches"),
    ],
)
def test_bad_answers_are_named(ways: Ways, name: str, status: str, cause: str) -> None:
    row = ways.of(name)
    assert row["status"] == status
    assert cause in str(row["cause"])


def test_one_bad_source_does_not_fail_the_others_but_the_run_says_so(ways: Ways) -> None:
    assert not ways.report.ok
    assert sum(source.ok for source in ways.report.sources) == 16


def test_a_truncated_pdf_is_kept_and_noted(ways: Ways) -> None:
    assert "PDF without its end" in ways.of("documents")["reasons"]


def test_a_long_pause_is_respected(ways: Ways) -> None:
    assert ways.web.times("/busy") == 1


def test_feed_dates_are_the_day_as_written(ways: Ways) -> None:
    sql = "SELECT source, feed_date FROM captures WHERE role = 'page' AND feed_date IS NOT NULL ORDER BY source"
    dates = dict(ways.archive.db.conn.execute(sql).fetchall())
    assert dates["rss"] == dates["atom"] == dates["json"] == "2025-01-15"
    assert dates["sitemap"] == "2025-01-16"


def test_every_answer_is_archived_with_who_asked(ways: Ways) -> None:
    for row in ways.archive.db.query("SELECT id, url, digest FROM captures WHERE status = 200"):
        assert isinstance(ways.archive.body(row["id"]), bytes)
    asked = [r.headers for r in ways.web.asked]
    assert {r["user-agent"] for r in asked} == {"DetainerWatch/0.1 (news monitor; contact: desk@example.org)"}
    assert ways.web.asked[0].path == "/robots.txt"


def test_a_token_stays_out_of_the_archive(ways: Ways) -> None:
    for path in ways.archive.warc_dir.glob("*.warc.gz"):
        text = gzip.decompress(path.read_bytes())
        assert b"(withheld)" in text
        assert b"sesame" not in text
