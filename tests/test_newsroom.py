"""The demo newsroom over real HTTP: pages, feeds, and everything that goes wrong on real sites."""

from __future__ import annotations

import http.client
import urllib.error
import urllib.request
from collections.abc import Iterator
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser
from xml.etree import ElementTree

import feedparser
import pytest
import yaml

from watch.newsroom import content
from watch.newsroom.server import Newsroom, sources

COUNTS = "/bay-courier/2025/01/09/ice-and-boston-police-counts-of-detainers-differ/"
COPY = "/newsdrift/2025/01/boston-police-counted-15-immigration-detainers-last-year.html"
CHANGING = "/channel6/news/local/union-ferry-county-jail-detainers-first-quarter/"
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@pytest.fixture(scope="module")
def room() -> Iterator[Newsroom]:
    with Newsroom() as served:
        yield served


def get(room: Newsroom, path: str, **headers: str) -> http.client.HTTPResponse:
    """One request, redirects not followed, the answer not yet read."""
    connection = http.client.HTTPConnection(urlsplit(room.url).netloc, timeout=5)
    connection.request("GET", path, headers={key.replace("_", "-"): value for key, value in headers.items()})
    return connection.getresponse()


def text(room: Newsroom, path: str) -> str:
    answer = get(room, path)
    assert answer.status == 200, path
    return answer.read().decode(answer.headers.get_content_charset() or "utf-8")


def test_every_source_announces_articles_that_are_there(room: Newsroom) -> None:
    strays = {"/bay-courier/subscribers/detainer-letter-in-full", "/bay-courier/2025/01/10/flynn-hearing",
              "/wxhb/2025/01/08/statehouse-preview", "/channel6/news/traffic-this-week"}  # fmt: skip
    announced = []
    for source in yaml.safe_load(sources(room.url))["sources"]:
        body = text(room, urlsplit(source["url"]).path)
        if source["kind"] == "sitemap":
            found = [loc.text for loc in ElementTree.fromstring(body).iter(f"{SITEMAP}loc")]
        else:
            feed = feedparser.parse(body)
            assert not feed.bozo, source["id"]
            found = [entry.link for entry in feed.entries]
        assert found, source["id"]
        announced += [urlsplit(url).path for url in found if url]
    articles = set(announced) - strays
    assert len(articles) >= 18
    broken = "/newsdrift/2025/02/lottery-winner-buys-lighthouse.html"
    assert all(get(room, path).status == 200 for path in articles - {broken})


def test_between_them_an_rss_feed_an_atom_feed_and_a_news_sitemap(room: Newsroom) -> None:
    assert feedparser.parse(text(room, "/bay-courier/feed/")).version == "rss20"
    assert feedparser.parse(text(room, "/wxhb/atom.xml")).version == "atom10"
    sitemap = ElementTree.fromstring(text(room, "/chesapeake-record/news-sitemap.xml"))
    assert str(next(sitemap.iter(f"{NEWS}publication_date")).text).startswith("2017-09")


@pytest.mark.parametrize(
    ("path", "words"),
    [
        (COUNTS, ["received 15 requests", "lodged 198", "Related Articles", "Leave a Reply", "[email\xa0protected]"]),
        (COPY, ["received 15 requests", "first published by the Bay Courier", "close", "Monthly Dividend"]),
        ("/wxhb/explainers/what-the-trust-act-does", ["nearly 200", "8 C.F.R. § 287.7"]),
    ],
)  # fmt: skip
def test_pages_are_as_untidy_as_real_ones(room: Newsroom, path: str, words: list[str]) -> None:
    page = text(room, path)
    assert [word for word in words if word not in page] == []


def test_some_pages_show_no_date_at_all(room: Newsroom) -> None:
    page = text(room, "/wxhb/explainers/what-the-trust-act-does")
    assert "ld+json" not in page
    assert 'class="story-date"' not in page
    assert "2025" not in page.split('class="rail"')[0]


def test_the_copy_carries_the_whole_body_of_the_original() -> None:
    by_slug = {article.slug: article for article in content.load_articles(content._outlets())}
    original, copy = by_slug["bay-courier-counts-differ"], by_slug["newsdrift-copy"]
    assert copy.body.startswith(original.body)


def test_one_article_changes_its_figure_on_the_second_day() -> None:
    with Newsroom(day=1) as room:
        before, old = text(room, CHANGING), text(room, COUNTS)
        room.set_day(2)
        assert "received 84 immigration detainers" in before
        assert "received 61 immigration detainers" in text(room, CHANGING)
        assert text(room, COUNTS) == old


def test_a_client_that_holds_the_page_is_told_so(room: Newsroom) -> None:
    first = get(room, COUNTS)
    first.read()
    assert get(room, COUNTS, If_None_Match=first.headers["ETag"]).status == 304
    assert get(room, COUNTS, If_Modified_Since=first.headers["Last-Modified"]).status == 304
    assert get(room, COUNTS, If_None_Match='"other"').status == 200
    assert get(room, COUNTS, If_Modified_Since="Wed, 01 Jan 2025 00:00:00 GMT").status == 200


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/wxhb/2025/01/08/statehouse-preview", 404),
        ("/nowhere", 404),
        ("/channel6/news/traffic-this-week", 500),
        ("/bay-courier/2025/01/10/flynn-hearing", 301),
    ],
)
def test_what_goes_wrong(room: Newsroom, path: str, status: int) -> None:
    assert get(room, path).status == status


def test_the_moved_page_is_reached(room: Newsroom) -> None:
    with urllib.request.urlopen(room.url + "/bay-courier/2025/01/10/flynn-hearing") as answer:
        assert answer.url.endswith("/flynn-asks-for-hearing-on-detainer-counts/")


def test_a_body_breaks_off(room: Newsroom) -> None:
    answer = get(room, "/newsdrift/2025/02/lottery-winner-buys-lighthouse.html")
    with pytest.raises(http.client.IncompleteRead):
        answer.read()


def test_robots_forbid_what_is_announced_for_subscribers(room: Newsroom) -> None:
    robots = RobotFileParser(room.url + "/robots.txt")
    robots.read()
    assert robots.can_fetch("detainer-watch", room.url + COUNTS)
    assert not robots.can_fetch("detainer-watch", room.url + "/bay-courier/subscribers/detainer-letter-in-full")


def test_a_taken_port_is_an_error_of_the_system(room: Newsroom) -> None:
    with pytest.raises(OSError):
        Newsroom(port=int(room.url.rsplit(":", 1)[1]))


def test_television_is_served_in_its_old_encoding(room: Newsroom) -> None:
    answer = get(room, CHANGING)
    assert answer.headers.get_content_charset() == "windows-1252"
    assert "“We are a 210-bed jail,”" in answer.read().decode("windows-1252")
