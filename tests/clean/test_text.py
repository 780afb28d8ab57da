"""What comes out as the text of a page, and what of the page around it does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.clean.pages import PARAGRAPHS, URL, body, cleaned, html
from tests.paths import SHARED

SHARES = "<ul><li><a href='#'>Share</a></li><li><a href='#'>Tweet</a></li><li><a href='#'>Email</a></li></ul>"
COMMENT_FORM = """<div><h3>Leave a Reply</h3>
    <p>Your email address will not be published. Required fields are marked *</p>
    <form><label>Name *</label><input><label>Email *</label><input><button>Post Comment</button></form></div>"""
CLOUDFLARE = """<p>Ana Ruiz can be reached at
    <a class="__cf_email__" data-cfemail="ab">[email\u00a0protected]</a>. Follow her @aruiz.</p>"""

FURNITURE = {
    "related headlines in mid-body": {
        "middle": "<h3>Related Articles</h3><p>Local News |</p><p>Man held on $1M bail in Keswick Bay robbery case</p>"
        "<p>Local News |</p><p>7 people rescued from ice at Alder Pond: ‘We got lucky’</p>"
    },
    "a list of links": {
        "middle": "<div><h4>Read more:</h4><ul><li><a href='/a'>Council passes $40M budget after long night</a></li>"
        "<li><a href='/b'>Ferry adds 12 winter runs</a></li></ul></div>"
    },
    "one headline with a cue": {"middle": "<p>RELATED: Sheriff in Dunmore County counts 300 jail beds</p>"},
    "a trending headline": {"middle": "<p>TRENDING: Car into creek near Route 49, 2 hurt</p>"},
    "share buttons": {"above": SHARES, "below": SHARES},
    "share line": {"below": "<p>Share this: Facebook Twitter LinkedIn Email</p>"},
    "comment form": {"below": COMMENT_FORM},
    "readers' comments": {
        "below": "<h3>3 Comments</h3><p>These people should be ashamed, I counted 500 of them myself last week.</p>"
        "<p>Typical. They will have 900 by summer and nobody will say a word about it.</p>"
    },
    "newsletter prompt": {
        "middle": "<p>Sign up for our free morning newsletter and get 5 stories in your inbox every day.</p>"
    },
    "advertisement": {"middle": "<p>Advertisement</p><p>Story continues below advertisement</p>"},
    "neighbour posts": {"below": "<p>Previous post 10 best ferries of 2024</p><p>Next post 3 banks cut 400 jobs</p>"},
    "hidden address": {"below": CLOUDFLARE},
    "close close": {"above": "<p>close</p><p>close</p>"},
    "reading time": {"above": "<p>4 min read</p>"},
    "tags": {"below": "<p>Tags: immigration, police, 48 hours</p>"},
    "copyright": {"below": "<p>Copyright 2025 The Wire. All rights reserved. May not be republished.</p>"},
    "app": {"middle": "<p>Download our app for 24 hour coverage of local news.</p>"},
    "donation": {"middle": "<p>Your tax-deductible donation helps our newsroom; 41,000 members already give.</p>"},
    "popup of links in a sentence": {
        "middle": "<p>Mayor Dana Brandt<span class='roll'>Dana Brandt<span><a href='/1'>Brandt wins 9 wards</a> "
        "<a href='/2'>Brandt vetoes 3 bills</a> <a href='/3'>All of Brandt</a></span></span> has not said which count "
        "she believes, and her office did not answer questions about it this week.</p>"
    },
}


@pytest.mark.parametrize("name", FURNITURE)
def test_furniture_goes_and_the_article_stays(name: str) -> None:
    page = cleaned(html(**FURNITURE[name]))
    kept = body(page)
    if name.startswith("popup"):
        sentence = "Mayor Dana Brandt has not said which count she believes, and her office did not answer questions "
        assert kept.pop(2) == f"{sentence}about it this week."
    assert kept == PARAGRAPHS
    assert page.kind == "article"


def test_the_text_is_title_blank_line_paragraphs() -> None:
    page = cleaned(html())
    assert page.title == "Keswick Bay and ICE count detainers differently"
    assert page.text == "\n\n".join([page.title, *PARAGRAPHS])


def test_the_title_is_not_said_twice() -> None:
    title = "Keswick Bay and ICE count detainers differently"
    page = cleaned(html(above=f"<p>{title}</p><p>{title}</p>"))
    assert page.text.count(title) == 1


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        (
            "<p>The chief’s list, year by year, reads:</p><ul><li>2022: 14 detainers received</li>"
            "<li>2023: 19 detainers received</li></ul>",
            "The chief’s list, year by year, reads:\n\n- 2022: 14 detainers received\n- 2023: 19 detainers received",
        ),
        (
            "<table><tr><th>Year</th><th>Received</th></tr><tr><td>2023</td><td>19</td></tr></table>",
            "Year | Received\n2023 | 19",
        ),
        (
            "<blockquote><p>The department received 22 forms in 2024 and expects more.</p></blockquote>",
            "The department received 22 forms in 2024 and expects more.",
        ),
        (
            "<h2>How many were honored?</h2><p>None, the chief said in her letter.</p>",
            "How many were honored?\n\nNone, the",
        ),
    ],
)
def test_lists_tables_quotations_and_subheads_stay(markup: str, text: str) -> None:
    assert text in cleaned(html(middle=markup)).text


def test_figures_in_loose_lines_are_data_not_headlines() -> None:
    lines = ["Keswick Bay received 22 detainers", "Port Ansel received 31 detainers", "Merrin received 9 detainers"]
    page = cleaned(html(middle="".join(f"<p>{line}</p>" for line in lines)))
    assert [line for line in lines if line in page.text] == lines


def test_an_article_cut_in_chunks_comes_out_whole() -> None:
    """Templates that put every few paragraphs in a container of their own, with promotion between."""
    chunks = [
        f"<div class='chunk body-text'><p>Part {n}: the council asked for the records of station {n} in vain.</p>"
        f"<p>Station {n} told the council that it had logged every form that came by fax that year.</p></div>"
        f"<aside class='promo'><p>Subscribe for 4 weeks at $1 to read more of this.</p></aside>"
        for n in range(1, 7)
    ]
    page = cleaned(html(paragraphs=[], middle=f"<div class='chunks'>{''.join(chunks)}</div>"))
    assert [n for n in range(1, 7) if f"Station {n} told" in page.text] == [1, 2, 3, 4, 5, 6]
    assert "Subscribe" not in page.text


def test_a_summary_set_apart_from_the_text_is_part_of_it() -> None:
    summary = "Three counts, none alike: what the city, the county and the federal side say about the same 12 months."
    page = cleaned(html(above=f"<div class='article__summary'>{summary}</div>"))
    assert body(page) == [summary, *PARAGRAPHS]


def test_a_table_that_only_places_text_is_no_table() -> None:
    cells = "".join(f"<p>{p}</p>" for p in PARAGRAPHS)
    table = f"<table><tr><td><a href='/'>Home</a></td><td>{cells}</td></tr></table>"
    page = cleaned(f"<html><head><title>Two counts of one jail</title></head><body>{table}</body></html>")
    assert body(page) == PARAGRAPHS


def test_a_quoted_post_stands_where_the_article_quotes_it() -> None:
    post = """<div class="social-embed"><blockquote class="twitter-tweet"><p>Our count is 61.<br>Theirs is 22.</p>
        — Field Office (@field) <a href="https://x.test/1">January 9, 2025</a></blockquote><script></script></div>"""
    paragraphs = body(cleaned(html(middle=post)))
    assert paragraphs[2] == "Our count is 61. Theirs is 22. — Field Office (@field) January 9, 2025"
    assert [p for p in paragraphs if p in PARAGRAPHS] == PARAGRAPHS


def test_a_popup_does_not_take_its_paragraph_along() -> None:
    """The paragraph itself may stand in a span that holds more links than words."""
    links = "".join(f"<a href='/{n}'>Brandt and the long debate on budget number {n}</a> " for n in range(5))
    popup = f"<span><a href='/b'>Dana Brandt</a><span><span><a href='/b'>Dana Brandt</a>{links}</span></span></span>"
    sentence = f"<p><span style='font-weight:400'>Mayor {popup} received 22 forms, her office said.</span></p>"
    page = cleaned(html(middle=sentence))
    assert body(page)[2] == "Mayor Dana Brandt received 22 forms, her office said."


def test_json_ld_has_the_text_where_the_page_has_a_part_of_it() -> None:
    whole = "\n".join(PARAGRAPHS * 2)
    ld = {"@type": "NewsArticle", "headline": "x", "articleBody": whole}
    assert len(body(cleaned(html(paragraphs=PARAGRAPHS[:2], ld=ld)))) == 8


SEED_FURNITURE = (
    "close\n", "Related", "Local News", "$1M", "5 people", "Leave a Reply", "Previous post", "Next post", "protected",
    "@cotter",
)  # fmt: skip
SEEDS = sorted((SHARED / "seeds").glob("*.txt"))


@pytest.mark.skipif(not SEEDS, reason="../shared/seeds is not there")
@pytest.mark.parametrize("content_type", ["text/html", "text/plain; charset=utf-8", None])
@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.stem)
def test_seeds_come_out_whole_and_bare(seed: Path, content_type: str | None) -> None:
    source = seed.read_text(encoding="utf-8")
    page = cleaned(source, f"http://127.0.0.1:8000/{seed.name}", content_type=content_type)
    long_lines = [line for line in source.splitlines() if len(line.split()) > 25 or line.rstrip().endswith((".”", "."))]
    expected = [line for line in long_lines if "email" not in line.split("@")[0].lower()[-40:]]
    missing = [line for line in expected if line not in page.text]
    assert [line for line in missing if "published" not in line and "protected" not in line] == []
    assert [line for line in SEED_FURNITURE if line in page.text] == []
    assert page.title == next(line for line in source.splitlines() if len(line.split()) > 3)
    assert page.text.startswith(f"{page.title}\n\n")
    assert page.language == "en"


PLAIN = """NEWS RELEASE

Sheriff answers on detainers

By Ana Ruiz and Tom Lee

The office took in 31 immigration detainers last year, which is
nine more than in the year before, and it held no one past the
time at which a judge had set them free, the sheriff wrote in a
letter to county commissioners.

Of those:
- 12 came by fax
- 19 came by mail
"""


LABELLED = """City of Port Ansel, Oregon

TO: Public Safety Committee

Annual report on detainers for the calendar year

By Ana Ruiz, Ledger Staff Writer

The department was sent 31 civil immigration detainers in the year, and it kept nobody on the strength of one.

1. Detainers received: 31
2. Detainers honored: 0

Ruth Kaminsky

Chief of Police
"""


def test_a_plain_letter_keeps_its_place_its_numbers_and_its_signature() -> None:
    page = cleaned(LABELLED, "https://city.test/letter.txt", content_type="text/plain")
    assert page.title == "Annual report on detainers for the calendar year"
    assert page.byline == "Ana Ruiz"
    assert "City of Port Ansel, Oregon" in page.text
    assert page.text.endswith("1. Detainers received: 31\n2. Detainers honored: 0\n\nRuth Kaminsky\n\nChief of Police")


def test_hard_wrapped_plain_text_is_unwrapped() -> None:
    page = cleaned(PLAIN, "https://sheriff.test/release.txt", content_type="text/plain")
    assert page.title == "Sheriff answers on detainers"
    assert page.byline == "Ana Ruiz and Tom Lee"
    assert "last year, which is nine more than in the year before, and it held no one" in page.text
    assert page.text.endswith("Of those:\n\n- 12 came by fax\n- 19 came by mail")


TWICE = html().encode().decode("cp1252", "replace").replace("\ufffd", "\u009d")


@pytest.mark.parametrize(
    ("source", "content_type", "note"),
    [
        (html(), "text/html; charset=utf-8", None),
        (html(), "text/html; charset=iso-8859-1", "said to be cp1252, is UTF-8"),
        (html().encode("cp1252"), "text/html; charset=iso-8859-1", None),
        (html(head='<meta charset="windows-1252">').encode("cp1252"), "text/html", None),
        (html().encode("utf-16"), "text/html", None),
        (b"\xef\xbb\xbf" + html().encode(), "text/html", None),
        (TWICE, "text/html", "mended text that was encoded twice"),
        (html().encode("cp1252"), "text/html; charset=none-such", "no usable encoding was declared; read as cp1252"),
    ],
    ids=["utf-8", "utf-8 called latin-1", "cp1252", "meta", "utf-16", "bom", "twice", "unknown"],
)  # fmt: skip
def test_wrong_charsets_are_read_right(source: str | bytes, content_type: str, note: str | None) -> None:
    page = cleaned(source, content_type=content_type)
    assert PARAGRAPHS[2] in page.text
    assert page.notes == ([note] if note else []) or (note and note[:20] in page.notes[0])


def test_a_body_cut_off_in_a_character_is_read_to_there() -> None:
    source = html().encode()
    cut = source[: source.index("“We log".encode()) + 2]
    assert body(cleaned(cut)) == PARAGRAPHS[:2]


SPANISH = """La policía de la ciudad recibió veintidós solicitudes de detención el año pasado y no cumplió ninguna de
    ellas, según informó el jefe ante el concejo municipal durante la sesión pública del martes por la tarde."""


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (PARAGRAPHS, "en"),
        ([SPANISH], "es"),
    ],
)  # fmt: skip
def test_language_is_the_texts_own(text: list[str], language: str) -> None:
    assert cleaned(html(paragraphs=text)).language == language


BROKEN = [
    b"", b" ", b"\x00\x01\x02", b"<", b"<html>", b"<p>" * 3000, b"\xff\xfe\xfd", b"%PDF-1.4 nothing", b"{}",
    b"<!doctype html><title>x", b"<html><body><script>var a=1", b"&#0;&#xD800;<p>x",
]  # fmt: skip


def test_nothing_that_arrives_makes_it_fail() -> None:
    for source in BROKEN:
        page = cleaned(source, URL)
        assert page.kind in {"empty", "javascript only"}
        assert page.text == ""
