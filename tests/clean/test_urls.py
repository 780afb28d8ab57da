"""One address for one piece of coverage."""

from __future__ import annotations

import pytest
from lxml.html import document_fromstring

from extract.clean import canonical_url
from extract.clean.urls import site

PLAIN = "https://www.ledger.test/2025/01/13/council-hearing"


@pytest.mark.parametrize(
    "url",
    [
        PLAIN,
        f"{PLAIN}?utm_source=feed&utm_medium=rss",
        f"{PLAIN}?fbclid=abc123#comments",
        f"{PLAIN}?gclid=1&mc_cid=2&mc_eid=3",
        f"{PLAIN}?ref=home&smid=tw-share",
        f"{PLAIN}/amp/",
        f"{PLAIN}/amp",
        f"{PLAIN}?amp=1",
        f"{PLAIN}?outputType=amp",
        f"{PLAIN}?amp",
        f"{PLAIN}/print/",
        f"{PLAIN}?print=true",
        f"{PLAIN}?view=print",
        "https://m.ledger.test/2025/01/13/council-hearing",
        "https://mobile.ledger.test/2025/01/13/council-hearing",
        "https://amp.ledger.test/2025/01/13/council-hearing",
        "HTTPS://WWW.Ledger.Test:443/2025/01/13/council-hearing",
        "https://www-ledger-test.translate.goog/2025/01/13/council-hearing?_x_tr_sl=en&_x_tr_tl=es",
        "https://www-ledger-test.cdn.ampproject.org/c/s/www.ledger.test/2025/01/13/council-hearing",
        "https://www.google.com/amp/s/www.ledger.test/2025/01/13/council-hearing",
        "https://web.archive.org/web/20250114120000/https://www.ledger.test/2025/01/13/council-hearing",
        "https://web.archive.org/web/20250114120000id_/https:/www.ledger.test/2025/01/13/council-hearing",
        f"https://www.google.com/url?q={PLAIN}&sa=U",
        f"https://l.facebook.com/l.php?u={PLAIN}",
    ],
)
def test_versions_of_one_page_have_one_address(url: str) -> None:
    assert canonical_url(url) == PLAIN


def hexed(text: str) -> str:
    return text.encode().hex()


@pytest.mark.parametrize(
    "url",
    [
        f"https://mirror.test/url-{hexed('https://www.ledger.test')}/2025/01/13/council-hearing",
        f"https://mirror.test/url-{hexed(PLAIN)}",
        f"https://mirror.test/{hexed(PLAIN)}",
        f"https://mirror.test/proxy/url-{hexed('https://www.ledger.test/')}/2025/01/13/council-hearing?utm_source=x",
    ],
)
def test_a_mirror_that_hides_the_origin_in_hexadecimal(url: str) -> None:
    assert canonical_url(url) == PLAIN


@pytest.mark.parametrize(
    "url",
    [
        "https://www.ledger.test/story?id=42",
        "https://www.ledger.test/story?id=42&page=2",
        "http://127.0.0.1:8000/a/b.html",
        "https://www.ledger.test/amplify-your-voice",
        "https://www.ledger.test/news/printmaking-returns",
        "https://tracker.test/deadbeef68747470",
        "https://www.ledger.test/",
        "https://www.ledger.test/search?url=https://other.test/page",
    ],
)
def test_what_makes_a_page_stays(url: str) -> None:
    assert canonical_url(url) == url


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ('<link rel="canonical" href="https://www.ledger.test/real-address">', "https://www.ledger.test/real-address"),
        ('<link rel="Canonical" href="/real-address">', "https://www.ledger.test/real-address"),
        ('<meta property="og:url" content="https://ledger.test/real-address?utm_source=x">', "https://ledger.test/real-address"),
        ('<link rel="canonical" href="https://other-outlet.test/original">', PLAIN),
        ('<link rel="canonical" href="https://www.ledger.test/">', PLAIN),
        ('<link rel="canonical" href="">', PLAIN),
        ('<link rel="canonical" href="javascript:void(0)">', PLAIN),
        (
            '<link rel="canonical" href="https://other.test/x"><meta property="og:url" content="https://www.ledger.test/y">',
            "https://www.ledger.test/y",
        ),
    ],
)  # fmt: skip
def test_what_the_page_says_of_its_address(head: str, expected: str) -> None:
    tree = document_fromstring(f"<html><head>{head}</head><body></body></html>")
    assert canonical_url(f"{PLAIN}?utm_source=x", tree) == expected


@pytest.mark.parametrize(
    ("url", "domain"),
    [
        ("https://news.ledger.co.uk/a", "ledger.co.uk"),
        ("https://www.ledger.test/a", "ledger.test"),
        ("https://ledger.test", "ledger.test"),
        ("http://127.0.0.1:8000/a", "127.0.0.1:8000"),
    ],
)
def test_site(url: str, domain: str) -> None:
    assert site(url) == domain
