"""Search: words, phrases, facets; newest first; feeds and files."""

from __future__ import annotations

import io
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from publish.serve import site
from publish.views.search import match_expression
from tests.site.conftest import Page

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.mark.parametrize(
    ("typed", "expression"),
    [
        ("detainer requests", '"detainer" "requests"'),
        ('"custody of 198" ICE', '"custody of 198" "ICE"'),
        ("8 U.S.C. 1373", '"8" "U.S.C." "1373"'),
        ('unclosed "quote', '"unclosed" "quote"'),
        ("NOT near( * ^ col:x", '"NOT" "near(" "col:x"'),
        ("", None), ("  ", None), ('"', None), ("* ( )", None),
    ],
)  # fmt: skip
def test_what_is_typed_is_taken_as_words(typed: str, expression: str | None) -> None:
    assert match_expression(typed) == expression


@pytest.mark.parametrize("typed", ['"', '""', "*", "(", "a AND", "NEAR(x", "-", "x:y", "'", "'; drop table", "\\", "%"])
async def test_nothing_typed_is_an_error(get: Any, typed: str) -> None:
    assert (await get("/-/search", params={"q": typed})).status_code == 200


def claims_on(found: Page) -> list[str]:
    return [link.get("href").rpartition("/")[2] for link in found.all(".claim-line .amount a")]


async def test_words_are_found_in_sentences_newest_first_and_marked(page: Any) -> None:
    found = await page("/-/search?q=requests")
    assert claims_on(found) == ["c200", "c15b", "c198copy", "c15", "c198"]
    assert set(found.texts("mark.hit")) == {"requests", "requested"}  # words are found by their stems


async def test_the_number_is_marked_beside_the_words(page: Any) -> None:
    sentence = (await page("/-/search?q=faxed")).all(".said")[0]
    assert [(m.get("class"), m.text) for m in sentence.cssselect("mark")] == [("number", "15"), ("hit", "faxed")]


async def test_a_phrase_has_to_stand_together(page: Any) -> None:
    assert claims_on(await page('/-/search?q="custody of 198"')) == ["c198copy", "c15", "c198"]
    assert claims_on(await page('/-/search?q="198 custody"')) == []


async def test_speakers_and_claimants_are_found_too(page: Any) -> None:
    assert claims_on(await page("/-/search?q=Delmar")) == ["cd1"]


async def test_articles_are_found_by_words_of_their_text_that_is_not_shown(page: Any) -> None:
    found = await page("/-/search?q=fentanyl+bay")
    assert claims_on(found) == []
    assert "/-/article/a3" in found.links()
    assert "A text about detainers" not in found.text


async def test_facets_count_and_narrow_and_can_be_left_out(page: Any) -> None:
    found: Page = await page("/-/search")
    assert found.texts(".facets h2") == ["What is counted", "Whose count", "Place", "Outlet", "Year counted"]
    [boston] = [a for a in found.all(".facets a") if a.text_content() == "Boston, MA"]
    assert boston.getnext().text_content() == "6"
    narrowed: Page = await page(boston.get("href"))
    assert claims_on(narrowed) == ["cgap", "c200", "c15b", "c198copy", "c15", "c198"]
    [chosen] = narrowed.all(".facets a[aria-current]")
    assert claims_on(await page(chosen.get("href"))) == claims_on(found)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("measure=detainers_issued", ["c200", "c198copy", "c198"]),
        ("claimant=Boston+Police+Department&year=2024", ["c15b", "c15"]),
        ("place=dunmore-county", ["cd2", "cd1"]),
        ("outlet=Metro+Mirror", ["c198copy"]),
        ("q=requests&outlet=Harbor+Ledger", ["c15", "c198"]),
        ("year=1999", []),
    ],
)
async def test_facets_from_the_address(page: Any, asked: str, expected: list[str]) -> None:
    assert claims_on(await page(f"/-/search?{asked}")) == expected


async def test_tables_can_be_searched_too(get: Any) -> None:
    for table, words, expected in (("claims", "faxed", ["c15b"]), ("articles", "fentanyl bay", ["a3"])):
        response = await get(f"/claims/{table}.json", params={"_search": words, "_shape": "array"})
        assert [row["id"] for row in response.json()] == expected


@pytest.mark.parametrize(("name", "link"), [("new_disputes", "/-/dispute/"), ("new_claims", "/-/claim/")])
async def test_feeds_have_absolute_links_to_the_sites_pages(get: Any, name: str, link: str) -> None:
    response = await get(f"/claims/{name}.atom")
    feed = ElementTree.fromstring(response.text)
    links = [entry.find(f"{ATOM}link").get("href") for entry in feed.iter(f"{ATOM}entry")]  # type: ignore[union-attr]
    assert links and all(href.startswith("http://localhost" + link) for href in links)
    assert (await get(links[0].removeprefix("http://localhost"))).status_code == 200


@pytest.mark.parametrize("name", ["new_disputes", "new_claims"])
async def test_a_feed_with_nothing_in_it_is_a_feed(empty_path: Path, name: str) -> None:
    response = await site(empty_path).client.get(f"/claims/{name}.atom")
    assert response.status_code == 200
    assert not list(ElementTree.fromstring(response.text).iter(f"{ATOM}entry"))


async def test_a_disputes_evidence_leaves_as_a_workbook(get: Any) -> None:
    response = await get("/claims/dispute_evidence.xlsx?dispute=d-boston")
    sheet = openpyxl.load_workbook(io.BytesIO(response.content)).worksheets[0]
    head, *rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert [row[head.index("value")] for row in rows] == [15, 15, 198, 198]
    assert {row[head.index("warc_offset")] for row in rows} == {7310}


async def test_a_search_in_a_large_table_is_not_counted(get: Any, page: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    counted: Page = await page("/claims/claims?_search=requests")
    assert "5 rows" in counted.text and counted.all(".facet-row")
    monkeypatch.setattr("publish.plugins.large.LARGE", 5)
    large: Page = await page("/claims/claims?_search=requests")
    assert "Many rows" in large.text and not large.all(".facet-row")
    assert len(large.all("table.rows tbody tr")) == 5
    assert (await page("/claims/claims?_search=requests&_facet=outlet")).all(".facet-row")  # asked for by name
    assert "10 rows" in (await page("/claims/claims")).text
