"""Reading what sources answer, a pair each: the body, and what is found in it."""

from __future__ import annotations

import base64
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from scrapy.http import HtmlResponse, TextResponse

from spiders import answers, feeds, sitemaps
from spiders.base import FormatError, Found
from spiders.middlewares import retry_after
from spiders.outcomes import outcome
from spiders.searches import unpacked
from tests.collect.web import source


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (b'<rss version="2.0"><channel><item><guid>https://x.example/1</guid><title>T</title></item></channel></rss>',
         [("https://x.example/1", "T", None)]),
        (b'<rss version="2.0"><channel><item><title>Unnamed</title></item><item>'
         b"<link>https://x.example/2</link></item></channel></rss>", [("https://x.example/2", None, None)]),
        ('\ufeff<?xml version="1.0" encoding="utf-8"?><rss><channel><item><title>Peña &amp; Söhne</title>'
         "<link> https://x.example/3 </link><pubDate>Tue, 14 Jan 2025 23:59:00 EST</pubDate></item></channel>"
         "</rss>".encode(),
         [("https://x.example/3", "Peña & Söhne", "2025-01-14")]),
        (b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" '
         b'xmlns:dc="http://purl.org/dc/elements/1.1/"><item rdf:about="https://x.example/4"><title>Old</title>'
         b"<link>https://x.example/4</link><dc:date>2025-01-13T10:00:00Z</dc:date></item></rdf:RDF>",
         [("https://x.example/4", "Old", "2025-01-13")]),
        (b'{"version": "https://jsonfeed.org/version/1", "items": [{"external_url": "https://x.example/5"}, 7]}',
         [("https://x.example/5", None, None)]),
        (b'<rss version="2.0"><channel><item><title>Cut</title><link>https://x.example/6</link></item><item><ti',
         [("https://x.example/6", "Cut", None)]),
    ],
)  # fmt: skip
def test_feeds(body: bytes, found: list[tuple[str, str | None, str | None]]) -> None:
    items = feeds.items(body, "https://x.example/feed")
    assert [(item.url, item.title, item.date) for item in items] == found


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (b"<html><body>Subscribe</body></html>", "no feed"),
        (b"", "no feed"),
        (b"not a feed at all", "no feed"),
        (b'{"error": "rate limited"}', "JSON without a list of items: {'error': 'rate limited'}"),
        (b'{"items": [', "no JSON"),
        (b'<!DOCTYPE r [<!ENTITY a "b">]><rss/>', "entities"),
        ('<!DOCTYPE r [<!ENTITY a "b">]><rss/>'.encode("utf-16"), "entities"),
    ],
)
def test_what_is_no_feed(body: bytes, told: str) -> None:
    with pytest.raises(FormatError, match=told):
        feeds.items(body, "https://x.example/feed")


def test_a_feed_that_is_cut_off_is_read_and_noted() -> None:
    notes: list[str] = []
    feeds.items(b"<rss><channel><item><link>https://x.example/1</link></item><item>", "https://x.example/", "", notes)
    assert len(notes) == 1


NS = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


@pytest.mark.parametrize(
    ("body", "pages"),
    [
        (f"<urlset {NS}><url><loc>https://x.example/1</loc><lastmod>2025-01-15</lastmod></url></urlset>",
         [("https://x.example/1", "2025-01-15")]),
        ("<urlset><url><loc> https://x.example/2 </loc><lastmod>2025-01-15T20:00:00-05:00</lastmod></url></urlset>",
         [("https://x.example/2", "2025-01-16T01:00:00Z")]),
        ("<urlset><url><loc>https://x.example/3</loc><lastmod>soon</lastmod></url></urlset>",
         [("https://x.example/3", None)]),
        ("https://x.example/4\nhttps://x.example/5\n", [("https://x.example/4", None), ("https://x.example/5", None)]),
        (f"<urlset {NS}><url><loc>https://x.example/6</loc></url><url><loc>https://x.exa",
         [("https://x.example/6", None), ("https://x.exa", None)]),
        (f"\n <urlset {NS}></urlset>", []),
    ],
)  # fmt: skip
def test_sitemaps(body: str, pages: list[tuple[str, str | None]]) -> None:
    found, indexed = sitemaps.read(body.encode())
    assert [(item.url, item.lastmod) for item in found] == pages
    assert indexed == []


@pytest.mark.parametrize(
    "body", [b"<html></html>", b"<rss/>", b"Not found", b"<urlset", b'<!DOCTYPE x [<!ENTITY a "b">]>']
)
def test_what_is_no_sitemap(body: bytes) -> None:
    with pytest.raises(FormatError):
        sitemaps.read(body)


@pytest.mark.parametrize(
    ("status", "headers", "body", "name"),
    [
        (200, {}, b"<p>Text</p>", "new"),
        (200, {}, b"  ", "empty"),
        (304, {}, b"", "not modified"),
        (301, {}, b"", "redirect"),
        (404, {}, b"", "gone"),
        (410, {}, b"", "gone"),
        (403, {}, b"<h1>Forbidden</h1>", "forbidden"),
        (451, {}, b"", "forbidden"),
        (429, {}, b"", "throttled"),
        (500, {}, b"", "error"),
        (200, {}, b"<html><title>Just a moment...</title>", "challenge"),
        (403, {}, b"<html><title>Attention Required! | Shield</title>", "challenge"),
        (503, {}, b"<html><script src='/cdn-cgi/challenge-platform/h'></script>", "challenge"),
        (200, {"cf-mitigated": "challenge"}, b"x", "challenge"),
        (200, {}, b"<html><title>Before you continue</title><form>", "consent"),
        (200, {}, b"<html><script>g-recaptcha</script>" + b"<p>Paragraph of an article.</p>" * 9, "new"),
        (200, {}, b"%PDF-1.7 datadome", "new"),
    ],
)
def test_how_a_request_ended(status: int, headers: dict[str, str], body: bytes, name: str) -> None:
    assert outcome(status, headers, body) == name


def test_a_consent_host_is_no_page() -> None:
    assert outcome(200, {}, b"<p>Yes?</p>", "consent.example.com") == "consent"


@pytest.mark.parametrize(
    ("header", "seconds"), [(b"120", 120.0), (b"", None), (None, None), (b"soon", None), (b"-3", None)]
)
def test_retry_after(header: bytes | None, seconds: float | None) -> None:
    assert retry_after(header) == seconds


def test_retry_after_as_a_date() -> None:
    at = format_datetime(datetime.now(UTC) + timedelta(seconds=90), usegmt=True).encode()
    assert 85 < (retry_after(at) or 0) <= 90


def test_google_news_links_of_the_older_kind_hold_the_address() -> None:
    inner = b"\x08\x13\x22\x20https://herald.example/2025/01/13/a\xd2\x01\x00"
    token = base64.urlsafe_b64encode(inner).decode().rstrip("=")
    link = f"https://news.google.com/rss/articles/{token}?oc=5"
    assert unpacked(link) == "https://herald.example/2025/01/13/a"
    newer = "https://news.google.com/rss/articles/" + base64.urlsafe_b64encode(b"AU_yqLNothingToSeeHereAtAll").decode()
    assert unpacked(newer) == newer
    assert unpacked("https://herald.example/") == "https://herald.example/"


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (b'{"Message": "An error"}', 'a list was due, not \'{"Message": "An error"}\''),
        (b"Please limit requests to one every 5 seconds", "no JSON: 'Please limit requests"),
        (b"", "no JSON"),
        (b'"text"', "a list was due"),
    ],
)
def test_an_error_where_a_list_was_due(body: bytes, told: str) -> None:
    with pytest.raises(FormatError) as error:
        answers.listed(TextResponse("https://api.example/", body=body, encoding="utf-8"))
    assert told in str(error.value)


@pytest.mark.parametrize(
    ("body", "title"),
    [
        (b'{"articles": [{"title": "A \\d detainer"}]}', "A \\d detainer"),
        (b'{"articles": [{"title": "Line\tbreak \x01"}]}', "Line\tbreak \x01"),
        (b'\xef\xbb\xbf{"articles": [{"title": "Marked"}]}', "Marked"),
        (b'{"articles": [{"title": "Quoted \\"so\\" and \\\\ kept"}]}', 'Quoted "so" and \\ kept'),
    ],
)
def test_json_as_servers_write_it(body: bytes, title: str) -> None:
    response = TextResponse("https://api.example/", body=body, encoding="utf-8")
    assert answers.listed(response, "articles") == [{"title": title}]


def test_an_empty_answer_of_a_search_is_an_empty_list() -> None:
    assert answers.listed(TextResponse("https://api.example/", body=b"{}", encoding="utf-8"), "articles") == []


@pytest.mark.parametrize(
    ("words", "found", "url", "follows"),
    [
        (("detainer",), Found("x", "A Detainer case"), "https://x.example/a", True),
        (("detainer",), Found("x", "Detained overnight"), "https://x.example/a", False),
        (("ICE",), Found("x", "ICE agents"), "https://x.example/a", True),
        (("ICE",), Found("x", "Ice on the harbor"), "https://x.example/a", False),
        (("ICE",), Found("x", "Agents", "for ICE said"), "https://x.example/a", True),
        (("detainer",), Found("x", "Council"), "https://x.example/2025/council-detainer-vote", True),
        (("detainer",), Found("x"), "https://x.example/2025/council-budget-vote", False),
        (("detainer",), Found("x"), "https://x.example/story/88123", True),
        (("ICE",), Found("x"), "https://x.example/police-ignored-ice-requests", True),
        ((), Found("x", "Anything"), "https://x.example/a", True),
    ],
)
def test_which_links_are_followed(words: tuple[str, ...], found: Found, url: str, follows: bool) -> None:
    from spiders.feeds import FeedSpider
    from spiders.session import Session

    session = Session(run=1, recorder=None, reader=None)  # type: ignore[arg-type]
    assert FeedSpider(source("feed", "https://x.example/", match=words), session).matches(found, url) is follows


def test_a_listing_without_selectors() -> None:
    from spiders.listings import NewsroomSpider
    from spiders.session import Session

    body = """
        <header><a href="/the-best-stories-here">Logo</a></header>
        <nav><a href="/news/releases/all-the-topics">Topics</a></nav>
        <main><ul>
          <li><a href="/news/releases/ero-boston-arrests-man">ERO Boston arrests man</a> January 14, 2025</li>
          <li><a href="/news/releases/ero-boston-arrests-man"><img></a></li>
          <li><a href="/news/releases/4711">ICE lodges detainers with county jail</a></li>
          <li><a href="/files/2025-letter.pdf">Letter</a></li>
          <li><a href="https://elsewhere.example/some-other-site-here">Elsewhere</a></li>
          <li><a href="/contact">Contact</a></li>
        </ul><a rel="next" href="?page=1">Next</a></main>
        <footer><a href="/privacy-policy-of-site">Privacy</a></footer>"""
    response = HtmlResponse("https://agency.example/news/releases", body=body.encode(), encoding="utf-8")
    session = Session(run=1, recorder=None, reader=None)  # type: ignore[arg-type]
    spider = NewsroomSpider(source("newsroom", response.url), session)
    assert [(item.url.removeprefix("https://agency.example"), item.title) for item in spider.links(response)] == [
        ("/news/releases/ero-boston-arrests-man", "ERO Boston arrests man"),
        ("/news/releases/4711", "ICE lodges detainers with county jail"),
        ("/files/2025-letter.pdf", "Letter"),
    ]
    assert spider.next_page(response) == "https://agency.example/news/releases?page=1"
