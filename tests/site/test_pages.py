"""What a reader finds on each page."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from publish.serve import site
from tests.site.conftest import Page
from tests.site.newsroom import BPD, ICE, PATHS


@pytest.mark.parametrize("path", PATHS)
async def test_every_page_answers_and_says_its_heading_once(page: Any, path: str) -> None:
    found = await page(path)
    assert found.status == 200
    assert len(found.all("h1")) == 1
    assert found.all("main") and found.all("nav[aria-label]")
    assert found.tree.get("lang") == "en"


@pytest.mark.parametrize("path", PATHS)
async def test_headings_go_down_one_step_at_a_time(page: Any, path: str) -> None:
    levels = [int(element.tag[1]) for element in (await page(path)).all("h1, h2, h3, h4, h5")]
    assert all(after - before <= 1 for before, after in pairwise(levels)), levels


@pytest.mark.parametrize("path", PATHS)
async def test_every_field_has_a_label_and_every_table_names_its_columns(page: Any, path: str) -> None:
    found = await page(path)
    labelled = {label.get("for") for label in found.all("label")}
    for field in found.all("input:not([type=hidden]), select, textarea"):
        assert field.get("aria-label") or field.get("id") in labelled
    assert all(table.cssselect("th[scope=col]") for table in found.all("table"))


async def test_the_first_page_leads_with_both_numbers_and_who_said_them(page: Any) -> None:
    found: Page = await page("/")
    assert found.texts(".lead .headline") == ["Boston, 2024: 15 or 198?"]
    sides = found.texts(".lead .side")
    assert len(sides) == 2
    assert "15" in sides[0] and BPD in sides[0] and "detainers received" in sides[0]
    assert "198" in sides[1] and ICE in sides[1] and "detainers issued" in sides[1]
    assert found.texts(".lead .side mark") == ["15", "198"]
    assert found.texts(".lead .scale .amount") == ["15", "198"]
    assert "/-/dispute/d-dunmore" in found.links()


async def test_a_copy_does_not_count_as_a_report(page: Any) -> None:
    ice = (await page("/-/dispute/d-boston")).texts(".side")[1]
    assert "1 story + 1 copy, not counted" in ice
    assert "Copies of these reports, not counted" in ice and "Metro Mirror" in ice
    assert ice.count("Archived record") == 1


async def test_a_dispute_shows_all_that_is_known_of_each_sentence(page: Any) -> None:
    found: Page = await page("/-/dispute/d-boston")
    proof = next(p for p in found.all(".proof") if p.get("id") == "claim-c198")
    text = " ".join(proof.text_content().split())
    assert [m.text for m in proof.cssselect("mark")] == ["198"]
    assert proof.cssselect(".evidence")[0].text_content().startswith("The councilor wrote")
    assert [c.text_content().strip() for c in proof.cssselect(".context")] == [
        "…A hearing has been called for.",
        "The department answered late on Friday.…",
    ]
    for said in ("Harbor Ledger", "Jan. 13, 2025", "from the address of the page", "Ed Flynn", "in direct quotation",
                 "Jan. 14, 2025, 03:00 UTC", "2025-01-14.warc.gz, offset 7310"):  # fmt: skip
        assert said in text
    links = [a.get("href") for a in proof.cssselect("a")]
    assert {"https://harborledger.example/a1", "/-/capture/cap-a1", "/-/claim/c198"} <= set(links)


async def test_a_doubtful_date_is_flagged(page: Any) -> None:
    flagged = (await page("/-/dispute/d-boston")).texts(".doubt")
    assert flagged == ["Date in doubt: the address says Jan. 11, the page says Feb. 2, 2020"]


async def test_a_dispute_shows_the_verdict_on_each_pair_and_what_agrees(page: Any) -> None:
    found: Page = await page("/-/dispute/d-boston")
    assert found.texts(".verdict") == ["In dispute", "Agrees", "Drifted"]
    assert "15 and 198 cannot both be true" in found.text
    assert "about 200 detainers issued" in found.text and "about 200 and 198 can both be true" in found.text
    assert "detainers.xlsx, 2024, row 812-1009" in found.text  # official data beside the quoted figure


async def test_a_claim_leads_step_by_step_to_its_bytes(page: Any) -> None:
    steps = (await page("/-/claim/c198")).texts(".chain li")
    assert [step.split()[0] for step in steps] == ["Number", "Text", "Article", "Capture", "Archive", "Bytes"]
    assert "detainer-watch trace c198" in (await page("/-/claim/c198")).text


async def test_a_claim_shows_why_it_was_read_so_and_what_a_person_decided(page: Any) -> None:
    found: Page = await page("/-/claim/c15")
    assert "verb issued;claimant subject" in found.text and "0.90" in found.text
    assert "confirm M. Ortiz, Feb. 1, 2025: checked against the letter" in found.text


async def test_what_a_text_does_not_say_is_said_to_be_not_stated(page: Any) -> None:
    found: Page = await page("/-/figure/fgap")
    assert "Claimant not stated" in found.text and "period not stated" in found.text
    assert "publication date not stated" in (await page("/-/article/a4")).text


async def test_an_article_shows_what_changed_between_its_texts(page: Any) -> None:
    found: Page = await page("/-/article/a1")
    assert "198 stands where 180 stood" in found.text
    assert "One story, 2 articles: counted once." in found.text
    assert "Boston Trust Act" in found.text and "Ed Flynn" in found.text


async def test_a_capture_tells_how_to_check_it(page: Any) -> None:
    found: Page = await page("/-/capture/cap-a1")
    assert "warcio extract --payload 2025-01-14.warc.gz 7310 | sha256sum" in found.text
    assert "20,480 bytes" in found.text


async def test_two_figures_of_the_readers_choice_stand_side_by_side(page: Any) -> None:
    found: Page = await page("/-/compare?a=f15&b=fd1")
    assert found.texts(".numeral [aria-hidden]") == ["15", "31"]
    differing = [row.cssselect("th")[0].text for row in found.all("tr.differs")]
    assert differing == ["Value", "Whose count", "What is counted", "Place", "Period", "Backed by"]
    assert "No rule held these two against each other" in found.text


async def test_a_pair_that_was_judged_shows_its_verdict(page: Any) -> None:
    for order in ("a=f15&b=f198", "a=f198&b=f15"):
        found = await page(f"/-/compare?{order}")
        assert "In dispute same place, same year" in found.text
        assert "/-/dispute/d-boston" in found.links()


async def test_figures_of_a_place_and_year_can_be_picked_from(page: Any) -> None:
    found: Page = await page("/-/compare?place=Boston&year=2024")
    # A figure whose period is not stated may be of that year: it is offered, and says so.
    assert {box.get("value") for box in found.all("input[name=a]")} == {"f15", "f198", "f200", "fgap", "f198c", "f201"}
    assert "Figures for Boston, MA, 2024" in (await page("/-/compare?place=boston,ma&year=2024")).text
    assert (await page("/-/compare?place=Nowhere")).text.count("No place here begins with “Nowhere”") == 1


async def test_a_place_tells_where_there_is_no_number(page: Any) -> None:
    found: Page = await page("/-/place/boston")
    assert "Where there is no number" in found.text
    assert "not kept Boston Police Department: people released despite a detainer" in " ".join(found.text.split())


async def test_a_figure_that_is_not_there_is_named(page: Any) -> None:
    assert "No figure here has the id “f0”." in (await page("/-/compare?a=f15&b=f0")).text


async def test_a_source_that_fails_is_shown_as_failing(page: Any) -> None:
    found: Page = await page("/-/sources")
    assert "failed" in found.texts(".state")
    assert "the sitemap is gone" in found.text


async def test_measured_precision_is_shown(page: Any) -> None:
    found: Page = await page("/-/about")
    [row] = [row for row in found.all("tbody tr") if "reader 1" in row.text_content()]
    assert [cell.text_content() for cell in row.cssselect("td")] == ["8", "4", "3", "0", "1", "75%"]


async def test_disputes_are_paged_without_missing_one(page: Any) -> None:
    seen: list[str] = []
    path: str | None = "/-/disputes"
    while path:
        found = await page(path)
        seen += [link for link in found.links() if link.startswith("/-/dispute/")]
        following = [link for link in found.links() if "after=" in link]
        path = following[-1] if following else None
    assert len(seen) == len(set(seen)) == 32


async def test_a_retired_record_says_why_and_what_took_its_place(page: Any) -> None:
    found: Page = await page("/-/claim/old-claim")
    assert found.status == 410
    assert "This claim was retired on Feb. 1, 2025: a better reading gave 15." in found.text
    assert {"/-/claim/c15", "/-/article/a1"} <= set(found.links())


async def test_every_link_within_the_site_leads_somewhere(page: Any, get: Any) -> None:
    inside = {link.partition("#")[0] for path in PATHS for link in (await page(path)).links() if link.startswith("/")}
    broken = [link for link in sorted(inside) if link and (await get(link, follow_redirects=True)).status_code != 200]
    assert not broken


@pytest.mark.parametrize("path", ["/", "/-/disputes", "/-/search", "/-/search?q=detainers", "/-/compare", "/-/people",
                                  "/-/sources", "/-/about", "/claims", "/claims/claims"])  # fmt: skip
async def test_before_anything_was_read_pages_say_so(empty_path: Path, path: str) -> None:
    response = await site(empty_path).client.get(path)
    assert response.status_code == 200
    if path == "/":
        assert "No figures are in dispute yet" in response.text


async def test_the_best_backed_rivals_are_marked_to_begin_with(page: Any) -> None:
    found: Page = await page("/-/compare?place=boston&year=2024")
    assert {box.get("name"): box.get("value") for box in found.all("input[checked]")} == {"a": "f15", "b": "f198"}
    found = await page("/-/compare?place=boston&a=f198")
    assert {box.get("name"): box.get("value") for box in found.all("input[checked]")} == {"a": "f198", "b": "f15"}


async def test_what_drifted_was_corrected_or_does_not_add_up_stands_on_one_page(page: Any) -> None:
    found: Page = await page("/-/drift")
    assert "The same 198, but one counts detainers and the other transfers." in found.text
    assert "/-/compare?a=f198&b=f198c" in found.links()
    assert "180 detainers issued became 198" in found.text
    assert "8 and 5 are 13, not 12" in found.text and "all 15 were rejected" not in found.text
    assert "The same 198, but one counts detainers" in (await page("/")).text


async def test_a_list_by_name_loses_no_one_of_the_same_name(page: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("publish.views.records.A_LIST", 1)
    seen, path = [], "/-/people"
    while path:
        found = await page(path)
        seen += [link for link in found.links() if link.startswith("/-/person/")]
        path = next((link for link in found.links() if "after=" in link), "")
    assert seen == ["/-/person/flynn", "/-/person/delmar2", "/-/person/sheriff"]


async def test_tables_lead_to_the_sites_pages(page: Any) -> None:
    links = (await page("/claims/claims")).links()
    assert {"/-/figure/f198", "/-/article/a1", "/-/agency/ice", "/-/place/boston", "/-/capture/cap-a1",
            "/-/person/flynn"} <= set(links)  # fmt: skip
    assert "https://harborledger.example/a1" in (await page("/claims/articles")).links()
    assert "/-/claim/c198" in (await page("/claims/claims/c198")).links()


async def test_official_data_stand_beside_what_was_said(page: Any) -> None:
    found: Page = await page("/-/compare?a=f15&b=f201")
    assert found.texts(".backing")[1] == "1 row of official data"
    assert "No article states it; official data do." in found.text and "report.csv, row 4" in found.text


async def test_a_figure_can_be_had_as_a_schema_org_claim(get: Any) -> None:
    response = await get("/-/figure/f198.jsonld")
    claim, review = response.json()["@graph"]
    assert claim["@id"] == review["itemReviewed"]["@id"] == "http://localhost/-/figure/f198"
    assert claim["author"]["name"] == ICE and len(claim["appearance"]) == 2
    assert (await get("/-/figure/none.jsonld")).status_code == 404


async def test_the_newest_claims_are_no_copies_and_of_several_articles(page: Any) -> None:
    shown = [link.rpartition("/")[2] for link in (await page("/")).links() if link.startswith("/-/claim/")]
    assert [claim for claim in shown if claim not in ("c15", "c198")] == ["cy", "cx", "cd2", "cd1", "cgap", "c200"]
