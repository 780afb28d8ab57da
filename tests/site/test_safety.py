"""Texts come from anywhere: nothing in them becomes markup, a link to follow, a formula, or a way out of the page."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from publish.highlight import mark
from publish.links import outside
from publish.plugins.exports import CsvGuard, harmless
from publish.serve import site
from tests.site.newsroom import FORMULA, HOSTILE_SENTENCE, HOSTILE_URL, PATHS

HOSTILE_PAGES = (
    "/", "/-/claim/cx", "/-/claim/cy", "/-/article/a5", "/-/figure/fx", "/-/figure/fy", "/-/capture/cap-a5",
    "/-/search?q=alert", "/-/search?q=detainers", "/-/search?q=%3Cscript%3Ealert(1)%3C/script%3E",
    "/-/compare?place=%3Cscript%3Ealert(1)%3C/script%3E&a=%22%3E%3Cimg%20src=x%3E", "/-/compare?a=fx&b=fy",
    "/-/claim/%3Cscript%3Ealert(1)%3C/script%3E", "/claims/claims", "/claims/articles", "/claims/claims/cx",
    "/claims/captures", "/claims/claims?_search=%3Cscript%3E",
    "/claims?sql=select+%22%3Cscript%3Ealert(1)%3C/script%3E%22",
    "/claims/claims.copyable",
)  # fmt: skip


@pytest.mark.parametrize("path", HOSTILE_PAGES)
async def test_hostile_texts_stay_texts(page: Any, path: str) -> None:
    found = await page(path)
    assert not found.all("script, iframe, object, embed, style")
    assert not [element for element in found.tree.iter() for name in element.attrib if name.startswith("on")]
    assert not [link for link in found.links() if not link.startswith(("/", "#", "?", "http://", "https://"))]


async def test_a_hostile_sentence_is_shown_word_for_word(page: Any) -> None:
    assert HOSTILE_SENTENCE in (await page("/-/claim/cx")).text


async def test_an_address_that_is_none_of_the_web_is_said_to_be_so(page: Any) -> None:
    found = await page("/-/article/a5")
    assert "Original page (no address that can be opened)" in found.text
    assert HOSTILE_URL not in found.links()


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        ("https://example.org/a", True), ("http://example.org", True), ("HTTPS://example.org/", True),
        ("javascript:alert(1)", False), (" javascript:alert(1)", False), ("data:text/html,x", False),
        ("//example.org/x", False), ("file:///etc/passwd", False), ("https:example.org", False), ("", False),
        (None, False), ("http://[bad", False),
    ],
)  # fmt: skip
def test_only_addresses_of_the_web_are_links(url: str | None, safe: bool) -> None:
    assert (outside(url) is not None) == safe


@pytest.mark.parametrize("path", [*PATHS[:5], "/claims/claims", "/claims/claims.json", "/claims/claims.csv", "/nowhere",
                                  "/-/claim/none", "/static/site.css", "/claims?sql=selec", "/robots.txt"])  # fmt: skip
async def test_every_answer_forbids_scripts_frames_and_guessing(get: Any, path: str) -> None:
    headers = (await get(path)).headers
    assert headers["content-security-policy"].startswith("default-src 'none'; style-src 'self'")
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-frame-options"] == "DENY" and headers["x-content-type-options"] == "nosniff"


async def test_pages_need_no_script_and_nothing_from_elsewhere(page: Any) -> None:
    for path in (*PATHS, "/claims", "/claims/claims", "/claims/claims/c15", "/claims?sql=select+1"):
        found = await page(path)
        assert not found.all("script, style, [style]"), path
        loaded = [e.get("href") or e.get("src") for e in found.all("link[rel=stylesheet], link[rel=icon], img, source")]
        assert not [address for address in loaded if "://" in address]


@pytest.mark.parametrize(
    ("text", "spans", "expected"),
    [
        ("logged 15 of <b>", [(7, 9)], 'logged <mark class="number">15</mark> of &lt;b&gt;'),
        ("<15>", [(0, 4)], '<mark class="number">&lt;15&gt;</mark>'),
        ("15 & 198", [(0, 2), (5, 8)], '<mark class="number">15</mark> &amp; <mark class="number">198</mark>'),
        ("short", [(2, 99)], "short"), ("short", [(-1, 2)], "short"), ("short", [(3, 2)], "short"),
        ("overlap", [(0, 4), (2, 6)], '<mark class="number">over</mark>lap'),
        (None, [], ""), ("", [(0, 1)], ""),
    ],
)  # fmt: skip
def test_marks_are_put_in_after_the_text_was_escaped(text: str, spans: list[tuple[int, int]], expected: str) -> None:
    assert mark(text, spans) == expected


@given(st.text(), st.lists(st.tuples(st.integers(-5, 50), st.integers(-5, 50))))
def test_no_text_breaks_out_of_its_mark(text: str, spans: list[tuple[int, int]]) -> None:
    html = str(mark(text, spans))
    bare = html.replace('<mark class="number">', "").replace("</mark>", "")
    assert "<" not in bare and ">" not in bare
    assert html.count("<mark") == html.count("</mark>")


@pytest.mark.parametrize(
    ("cell", "safe"),
    [
        ("=1+1", "'=1+1"), ("+1-2", "'+1-2"), ("-2+3", "'-2+3"), ("@SUM(A1)", "'@SUM(A1)"), ("\t=1", "'\t=1"),
        (" =1", "' =1"), ("\r=1", "'\r=1"), ("- he said", "'- he said"),
        ("-5", "-5"), ("+3.5", "+3.5"), ("-1,024", "-1,024"), ("1e-5", "1e-5"), ("-1.5e-7", "-1.5e-7"), ("15", "15"),
        ("", ""), ("a=b", "a=b"), ("2024-01-01", "2024-01-01"),
    ],
)  # fmt: skip
def test_a_spreadsheet_is_given_no_formula(cell: str, safe: str) -> None:
    assert harmless(cell) == safe


@given(st.lists(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\x00")), min_size=1), max_size=5),
       st.integers(1, 7))  # fmt: skip
def test_a_csv_keeps_its_cells_however_it_is_cut(rows: list[list[str]], piece: int) -> None:
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    guard, text = CsvGuard(), out.getvalue()
    passed = "".join(guard.feed(text[i : i + piece]) for i in range(0, len(text), piece)) + guard.end()
    expected = [[harmless(cell) for cell in row] for row in csv.reader(io.StringIO(text, newline=""))]
    assert list(csv.reader(io.StringIO(passed, newline=""))) == expected


async def test_the_sites_csv_holds_no_formula(get: Any) -> None:
    response = await get("/claims/claims.csv?_stream=1&_size=max")
    rows = list(csv.DictReader(io.StringIO(response.text, newline="")))
    assert len(rows) == 10
    sentences = {row["id"]: row["sentence"] for row in rows}
    assert sentences["cy"] == "'" + FORMULA
    assert sentences["cx"] == HOSTILE_SENTENCE
    assert (await get("/claims/claims.copyable?_raw=1&_table_format=tsv")).text.count("'=HYPERLINK") == 1


async def test_the_sites_workbook_holds_no_formula(get: Any) -> None:
    book = openpyxl.load_workbook(io.BytesIO((await get("/claims/claims.xlsx")).content))
    cells = [cell for row in book.worksheets[0].iter_rows() for cell in row if cell.value == FORMULA]
    assert [cell.data_type for cell in cells] == ["s"]


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [
        ("/nowhere", 404, "There is no such page"),
        ("/-/claim/none", 404, "No claim here has the id “none”."),
        ("/-/dispute/none", 404, "No dispute here has the id"),
        ("/claims/nothing", 404, "There is no such page"),
        ("/-/patterns", 404, "There is no such page"),
        ("/-/databases", 404, "There is no such page"),
        ("/claims/articles_fts_data", 403, "Not open to readers"),
        ("/claims?sql=selec", 400, "That cannot be answered as asked"),
        ("/claims?sql=with+recursive+n(i)+as+(select+1+union+all+select+i%2B1+from+n)+select+max(i)+from+n", 503,
         "The question took longer than a second"),
    ],
)  # fmt: skip
async def test_errors_say_what_to_do(page: Any, capfd: pytest.CaptureFixture[str], path: str, status: int, said: str
                                     ) -> None:  # fmt: skip
    found = await page(path)
    assert found.status == status and said in found.text
    assert found.all('a[href="/-/search"]')
    assert "Traceback" not in capfd.readouterr().err


async def test_a_fault_of_our_own_shows_nothing_of_the_inside(
    claims_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    async def broken(*_: object, **__: object) -> None:
        raise RuntimeError("secret detail")

    monkeypatch.setattr("publish.views.start.with_figures", broken)
    response = await site(claims_path).client.get("/-/disputes")
    assert response.status_code == 500
    assert "This page could not be made" in response.text and "secret detail" not in response.text
    assert "secret detail" in capfd.readouterr().err  # the log has it


async def test_json_is_answered_with_json(get: Any) -> None:
    response = await get("/claims/nothing.json")
    assert response.status_code == 404 and response.json()["ok"] is False


async def test_the_file_with_its_index_of_whole_texts_is_not_handed_out(get: Any, page: Any, claims_path: Path) -> None:
    assert (await get("/claims.db")).status_code == 403
    assert "/claims.db" not in (await page("/claims")).links()
    assert (await get("/-/databases.json")).status_code == 404  # would tell where it lies


async def test_robots_are_asked_to_stay_away(get: Any) -> None:
    assert (await get("/robots.txt")).text == "User-agent: *\nDisallow: /"
