"""When a page was published: each source apart, the order of trust, and what looks wrong."""

from __future__ import annotations

from datetime import date

import pytest

from extract.clean import dates
from tests.clean.pages import PARAGRAPHS, cleaned, html


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://x.test/2025/01/13/story", "2025-01-13"),
        ("https://x.test/2025/1/3/story", "2025-01-03"),
        ("https://x.test/news/2025-01-13-story", "2025-01-13"),
        ("https://x.test/20250113/story", "2025-01-13"),
        ("https://x.test/2025/jan/13/story", "2025-01-13"),
        ("https://x.test/story-january-13-2025", "2025-01-13"),
        ("https://x.test/2025/01/story", None),
        ("https://x.test/2025/13/45/story", None),
        ("https://x.test/id/120250113999", None),
        ("https://x.test/287-g-and-1373", None),
    ],
)
def test_a_day_in_an_address(url: str, day: str | None) -> None:
    assert dates.of_url(url) == (date.fromisoformat(day) if day else None)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("January 13, 2025", "2025-01-13"),
        ("Published Jan. 13, 2025 at 5:02 p.m.", "2025-01-13"),
        ("By Ana Ruiz | January 13, 2025", "2025-01-13"),
        ("By Ana Ruiz, Staff Writer Jan 13, 2025 | Updated Jan 15, 2025", "2025-01-13"),
        ("Monday, January 13, 2025 5:02 PM EST", "2025-01-13"),
        ("Posted on 13 January 2025", "2025-01-13"),
        ("2025-01-13", "2025-01-13"),
        ("01/13/2025", "2025-01-13"),
        ("13.01.2025", "2025-01-13"),
        ("13 de enero de 2025", "2025-01-13"),
        ("KESWICK BAY, Jan. 13, 2025 — The chief told the council that it would take a year.", "2025-01-13"),
        ("KESWICK BAY (Wire) – January 13, 2025 – The chief told the council.", "2025-01-13"),
        ("FOR IMMEDIATE RELEASE January 13, 2025", "2025-01-13"),
        ("Updated January 13, 2025", None),
        ("The law took effect on January 13, 2025, and has been in court ever since that day.", None),
        ("The hearing is set for Jan. 13, 2025.", None),
        ("KESWICK BAY — The chief told the council.", None),
        ("No. 13, 2025", None),
    ],
)
def test_a_line_that_gives_a_date(line: str, day: str | None) -> None:
    assert dates.of_lines([line])[0] == (date.fromisoformat(day) if day else None)


LD = {"@type": "NewsArticle", "headline": "x", "datePublished": "2025-01-13T09:00:00-05:00"}
META = '<meta property="article:published_time" content="2025-01-13T14:00:00Z">'
TRAILING_COMMA = '{"@type": "NewsArticle", "datePublished": "2025-01-13", "headline": "broken",}'
STRAY_QUOTE = '{"@type":"NewsArticle","headline":"a"b", "datePublished":"2025-01-13T01:00:00Z"}'


@pytest.mark.parametrize(
    ("page", "url", "feed", "source"),
    [
        (html(ld=LD, head=META, above="<time>January 13, 2025</time>"), "/2025/01/13/a", None, "url"),
        (html(ld=LD, head=META, above="<p>By Ana Ruiz | January 13, 2025</p>"), "/a", None, "dateline"),
        (html(ld=LD, head=META), "/a", None, "json-ld"),
        (html(ld=[{"@type": "WebSite"}, {"@graph": [LD]}]), "/a", None, "json-ld"),
        (html(ld=TRAILING_COMMA), "/a", None, "json-ld"),
        (html(ld=STRAY_QUOTE), "/a", None, "json-ld"),
        (html(head=META), "/a", None, "metadata"),
        (html(head='<meta itemprop="datePublished" content="2025-01-13">'), "/a", None, "metadata"),
        (html(below="<p>Filed: <time datetime='2025-01-13'>a while ago</time></p>"), "/a", None, "htmldate"),
        (html(), "/a", date(2025, 1, 13), "feed"),
        (html(), "/a", None, None),
    ],
)
def test_the_order_of_trust(page: str, url: str, feed: date | None, source: str | None) -> None:
    found = cleaned(page, f"https://x.test{url}", feed_date=feed)
    assert (found.published, found.date_source) == (date(2025, 1, 13) if source else None, source)
    assert found.date_flag is None


def test_each_source_is_kept_apart() -> None:
    page = cleaned(
        html(ld=LD | {"dateModified": "2025-01-15"}, head=META),
        "https://x.test/2025/01/12/a",
        feed_date=date(2025, 1, 14),
    )
    assert page.dates == {
        "url": "2025-01-12", "dateline": None, "json-ld": "2025-01-13", "metadata": "2025-01-13", "htmldate": None,
        "feed": "2025-01-14", "text search": None, "modified": "2025-01-15",
    }  # fmt: skip
    assert page.date_flag is None  # a day or two apart is how pages are made


@pytest.mark.parametrize(
    ("page", "published", "flag"),
    [
        (html(ld=LD | {"datePublished": "2031-02-01"}), None, "json-ld is in the future: 2031-02-01"),
        (html(ld=LD | {"datePublished": "1987-02-01"}), None, "json-ld is before 1995: 1987-02-01"),
        (
            html(ld=LD | {"datePublished": "2020-05-01"}, above="<p>January 13, 2025</p>"),
            "2025-01-13",
            "dateline says 2025-01-13, json-ld says 2020-05-01",
        ),
        (
            html(ld=LD | {"datePublished": "2031-05-01"}, head=META),
            "2025-01-13",
            "json-ld is in the future: 2031-05-01",
        ),
    ],
)
def test_what_looks_wrong_is_said(page: str, published: str | None, flag: str) -> None:
    found = cleaned(page, "https://x.test/a")
    assert found.date_flag == flag
    assert found.published == (date.fromisoformat(published) if published else None)


def test_a_day_that_the_text_speaks_of_is_not_its_publication() -> None:
    """Half of all pages read for this project give no date; a letter's date in a sentence must not become theirs."""
    told = "The letter, dated January 6, 2025, was filed with the city clerk, and so was a copy of 03/04/2024."
    assert cleaned(html(paragraphs=[*PARAGRAPHS, told])).published is None


def test_dates_of_other_stories_are_not_the_pages() -> None:
    links = "<ul><li><a href='/2024/03/04/other-story'>Other story</a></li></ul><p>© 2019 Ledger</p>"
    assert cleaned(html(below=links)).published is None


def test_day_first_where_the_language_writes_so() -> None:
    above = "<p>Published 02/10/2020</p>"
    assert cleaned(html(above=above, lang="en-GB")).published == date(2020, 10, 2)
    assert cleaned(html(above=above, lang="en-US")).published == date(2020, 2, 10)


def test_json_ld_tells_day_from_month() -> None:
    page = html(above="<p>Published 04/03/2025</p>", ld=LD | {"datePublished": "2025-03-04"})
    assert cleaned(page).published == date(2025, 3, 4)


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2025-01-13T23:59:00-05:00", "2025-01-13"),
        ("20250113", "2025-01-13"),
        ("Jan. 13, 2025", "2025-01-13"),
        ("Mon, 13 Jan 2025 10:00:00 GMT", "2025-01-13"),
        ("2025-02-30", None),
        ("yesterday", None),
        ("", None),
        (None, None),
        (20250113, None),
    ],
)
def test_timestamps(value: object, day: str | None) -> None:
    assert dates.iso(value) == (date.fromisoformat(day) if day else None)
