"""Pages told apart before anything is read from them."""

from __future__ import annotations

import pytest

from tests.clean.pages import PARAGRAPHS, cleaned, html

ENTRIES = "".join(
    f"<div class='live-update'><time>{hour}:{minute:02d} p.m.</time><p>{hour}:{minute:02d} p.m. The council heard from "
    f"speaker number {hour * 10 + minute}, who asked about the forms and where they had gone.</p></div>"
    for hour in (1, 2, 3) for minute in (5, 30, 45)
)  # fmt: skip
LINKS = "".join(
    f"<div class='teaser'><h2><a href='/news/{n}'>Council number {n} votes on budget after long debate</a></h2>"
    f"<p>Members argued for {n} hours.</p></div>"
    for n in range(2, 26)
)
OPENING = ["Police in Keswick Bay counted 22 detainers last year, and the federal side counted many more than that…"]
WALL = "<div class='paywall'><p>Subscribe to continue reading.</p><p>Already a subscriber? Log in.</p></div>"

PAGES = {
    "an article": (html(), "article"),
    "an article with JSON-LD": (html(ld={"@type": "NewsArticle", "headline": "x"}), "article"),
    "a short article": (html(paragraphs=PARAGRAPHS[:2]), "article"),
    "live blog by its JSON-LD": (
        html(ld={"@context": "https://schema.org", "@graph": [{"@type": "LiveBlogPosting", "headline": "Hearing"}]}),
        "live blog",
    ),
    "live blog by its shape": (
        html(paragraphs=[], title="Live updates: council hearing on detainers", middle=ENTRIES),
        "live blog",
    ),
    "an article about a live hearing": (html(title="Hearing will be shown live on channel 8"), "article"),
    "front page": (
        f"<html><head><title>A</title><meta property='og:type' content='website'></head><body>{LINKS}</body></html>",
        "index",
    ),
    "section of an outlet": (
        f"<html><head><title>Local news</title></head><body><h1>Local</h1>{LINKS}</body></html>",
        "index",
    ),
    "a few headlines and nothing else": (
        "<html><head><title>Ledger</title></head><body><ul><li><a href='/a'>Council votes to open all ledgers</a>"
        "<li><a href='/b'>Ferry adds twelve winter runs to Keswick</a></ul></body></html>",
        "index",
    ),
    "an article with many links beside it": (
        html(ld={"@type": "NewsArticle", "headline": "x"}, below=f"<aside>{LINKS}</aside>"),
        "article",
    ),
    "an article on a short path with many links beside it": (html(below=f"<div>{LINKS}</div>"), "article"),
    "video page": (
        html(
            paragraphs=["Watch the chief answer the council on the 22 detainers that her department counted in 2024."],
            head='<meta property="og:type" content="video.other">',
            middle="<video src='/v.mp4'></video>",
        ),
        "video",
    ),
    "an article with a video in it": (
        html(ld=[{"@type": "NewsArticle", "headline": "x"}, {"@type": "VideoObject", "name": "y"}], middle="<video/>"),
        "article",
    ),
    "paywall stub": (html(paragraphs=OPENING, below=WALL), "paywall stub"),
    "paywall stub by its JSON-LD": (
        html(paragraphs=PARAGRAPHS[:1], ld={"@type": "NewsArticle", "headline": "x", "isAccessibleForFree": "False"}),
        "paywall stub",
    ),
    "an open article that asks for subscriptions": (
        html(paragraphs=PARAGRAPHS * 4, below="<p>Subscribe now for unlimited access to the Ledger.</p>"),
        "article",
    ),
    "Cloudflare challenge": (
        "<html><head><title>Just a moment...</title></head><body><div id='cf-wrapper'>Checking your browser before "
        "accessing the site.<script src='/cdn-cgi/challenge-platform/x.js'></script> Ray ID: 8f2</div></body></html>",
        "challenge",
    ),
    "press and hold": (
        "<html><head><title>Access to this page has been denied</title></head><body><h1>Press and hold to confirm you "
        "are a human</h1><div id='px-captcha'></div><p>Reference ID 99</p></body></html>",
        "challenge",
    ),
    "Akamai denial": (
        "<html><head><title>Access Denied</title></head><body><h1>Access Denied</h1>You don't have permission to "
        "access this page on this server.<p>Reference #18.2f&#46;1736</p></body></html>",
        "challenge",
    ),
    "an article about human verification": (
        html(title="Why every site asks you to verify you are human"),
        "article",
    ),
    "consent wall": (
        "<html><head><title>Before you continue</title></head><body><h1>Your privacy is important</h1><p>We and our "
        "842 partners store and/or access information on a device, such as cookies, and process your data. With your "
        "permission we and our partners may use precise data. Manage options or reject all at any time; some vendors "
        "rely on legitimate interest.</p><button>Accept all</button><button>Reject all</button></body></html>",
        "consent",
    ),
    "javascript only": (
        "<html><head><title>App</title><script src='/main.js'></script></head><body><noscript>You need to enable "
        "JavaScript to run this app.</noscript><div id='root'></div></body></html>",
        "javascript only",
    ),
    "nothing to read": ("<html><head><title>Hm</title></head><body><p>Coming soon</p></body></html>", "empty"),
    "plain text without an article": ("OK\n", "empty"),
}


@pytest.mark.parametrize("name", PAGES)
def test_kind(name: str) -> None:
    source, kind = PAGES[name]
    url = "https://www.harbor-ledger.test/" + (
        "local" if "section" in name or "short path" in name else "news/2-keswick-bay-counts-detainers"
    )
    assert cleaned(source, url).kind == kind


@pytest.mark.parametrize(
    "name", [n for n, (_, kind) in PAGES.items() if kind in ("index", "challenge", "consent", "empty")]
)
def test_pages_that_are_no_coverage_give_no_text(name: str) -> None:
    page = cleaned(PAGES[name][0])
    assert page.text == ""
    assert not page.readable


def test_a_consent_host_is_a_consent_page() -> None:
    assert cleaned(html(), "https://consent.portal.test/collect?next=/news").kind == "consent"


@pytest.mark.parametrize("content_type", ["application/pdf", "application/octet-stream", None])
def test_a_pdf_is_known_by_its_first_bytes(content_type: str | None) -> None:
    page = cleaned(b"%PDF-1.7\n%%EOF", content_type=content_type)
    assert page.kind == "empty"
    assert "PDF" in page.notes[0]
