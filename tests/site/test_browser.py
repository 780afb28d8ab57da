"""What a person sees: the served site in headless Chromium."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.site.newsroom import BPD, HOSTILE_SENTENCE, ICE, PATHS
from tests.site.serving import chromium, serving

pytestmark = pytest.mark.browser

PHONE = {"width": 390, "height": 844}
DESK = {"width": 1280, "height": 900}


@pytest.fixture(scope="module")
def address(claims_path: Path) -> Iterator[str]:
    with serving(claims_path) as served:
        yield served.address


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as launched:
        yield launched


class Reader:
    """A browser window that notes whatever goes wrong in it."""

    def __init__(self, browser: Any, address: str, **options: Any) -> None:
        self.context = browser.new_context(base_url=address, **options)
        self.page = self.context.new_page()
        self.wrong: list[str] = []
        self.page.on("console", lambda m: self.wrong.append(m.text) if m.type in ("error", "warning") else None)
        self.page.on("pageerror", lambda error: self.wrong.append(str(error)))
        self.page.on("dialog", lambda dialog: (self.wrong.append("a dialog opened"), dialog.dismiss()))
        self.page.on("requestfailed", self._failed)
        self.page.on("request", lambda request: None if request.url.startswith(address) else
                     self.wrong.append(f"from elsewhere: {request.url}"))  # fmt: skip

    def _failed(self, request: Any) -> None:
        if request.failure != "net::ERR_ABORTED":  # the next page was asked for before this came
            self.wrong.append(f"failed: {request.url} {request.failure}")

    def open(self, path: str) -> Any:
        """The page at that path."""
        self.page.goto(path)
        return self.page


@pytest.fixture
def read(browser: Any, address: str) -> Iterator[Any]:
    """Opens windows; at the end nothing may have gone wrong in any."""
    windows: list[Reader] = []

    def window(**options: Any) -> Reader:
        windows.append(Reader(browser, address, **options))
        return windows[-1]

    yield window
    wrong = [message for opened in windows for message in opened.wrong]
    for opened in windows:
        opened.context.close()
    assert not wrong


def test_both_numbers_stand_side_by_side_above_the_fold(read: Any) -> None:
    page = read(viewport=DESK).open("/")
    numerals = page.locator(".lead .numeral")
    assert [text.strip() for text in page.locator(".lead .numeral [aria-hidden]").all_text_contents()] == ["15", "198"]
    boxes = [numerals.nth(i).bounding_box() for i in (0, 1)]
    assert abs(boxes[0]["y"] - boxes[1]["y"]) < 2  # on one line
    assert boxes[1]["x"] >= boxes[0]["x"] + boxes[0]["width"]  # beside each other
    assert all(box["y"] + box["height"] < DESK["height"] and box["height"] > 60 for box in boxes)
    for claimant in (BPD, ICE):
        assert page.locator(".lead .who", has_text=claimant).is_visible()


def test_the_evidence_is_highlighted_in_its_context(read: Any) -> None:
    page = read(viewport=DESK).open("/-/dispute/d-boston")
    proof = page.locator("#claim-c198")
    colours = {
        part: proof.locator(part).first.evaluate("element => getComputedStyle(element).backgroundColor")
        for part in (".context", ".evidence", "mark")
    }
    assert len(set(colours.values())) == 3  # context, sentence and number each look different
    assert proof.locator("mark").text_content() == "198"


def test_from_the_first_page_to_the_archived_record_by_clicking(read: Any) -> None:
    page = read(viewport=DESK).open("/")
    page.get_by_role("link", name="All sentences, side by side").click()
    assert page.url.endswith("/-/dispute/d-boston")
    page.locator("#claim-c198").get_by_role("link", name="Permanent link to this claim").click()
    assert page.get_by_role("heading", level=1).text_content().startswith("198 detainers issued")
    page.locator(".chain").get_by_role("link", name="Jan. 14, 2025, 03:00 UTC").click()
    assert page.url.endswith("/-/capture/cap-a1")
    assert page.get_by_text("2025-01-14.warc.gz", exact=True).is_visible()
    assert page.get_by_text("byte 7310").is_visible()


def test_two_figures_picked_by_hand_are_put_side_by_side(read: Any) -> None:
    page = read(viewport=DESK, java_script_enabled=False).open("/-/compare")
    page.get_by_label("Place", exact=True).fill("Boston, MA")
    page.get_by_label("Year").fill("2024")
    page.get_by_role("button", name="Find figures").click()
    page.get_by_role("radio", name="A: 15 detainers received").check()
    page.get_by_role("radio", name="B: about 200 detainers issued").check()
    page.get_by_role("button", name="Put A and B side by side").click()
    assert page.get_by_role("heading", level=1).text_content() == "15 against about 200"


def test_a_search_by_keyboard_alone(read: Any) -> None:
    page = read(viewport=DESK, java_script_enabled=False).open("/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.type("faxed")
    page.keyboard.press("Enter")
    page.wait_for_url("**/-/search?q=faxed")
    assert page.locator("mark.hit").all_text_contents() == ["faxed"]
    page.get_by_role("link", name="15 detainers received: this claim").focus()
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline != "none"


@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
def test_no_page_is_wider_than_the_window(read: Any, viewport: dict[str, int]) -> None:
    window = read(viewport=viewport)
    data = ("/claims", "/claims/claims", "/claims/claims/cx", "/claims/place_and_year?place=x&year=2024")
    wide = []
    for path in (*PATHS, *data) if viewport is PHONE else (*PATHS[::6], *data):
        page = window.open(path)
        if page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
            wide.append(path)
    assert not wide


def test_on_a_phone_the_figures_stand_below_each_other(read: Any) -> None:
    page = read(viewport=PHONE).open("/")
    boxes = [page.locator(".lead .numeral").nth(i).bounding_box() for i in (0, 1)]
    assert boxes[1]["y"] > boxes[0]["y"] + boxes[0]["height"]
    assert all(box["x"] >= 0 and box["x"] + box["width"] <= PHONE["width"] for box in boxes)


def test_hostile_texts_run_nothing(read: Any) -> None:
    window = read(viewport=DESK)
    injected = "%3Cimg+src%3Dx+onerror%3Dalert(1)%3E"
    for path in ("/-/claim/cx", "/-/article/a5", "/-/search?q=alert", "/", f"/-/search?q={injected}"):
        window.open(path)
    assert window.open("/-/claim/cx").locator(".record .evidence").text_content() == HOSTILE_SENTENCE


# Relative luminance after WCAG 2.1; the background is the nearest one that is painted.
CONTRAST = """() => {
  const light = colour => {
    const linear = v => (v /= 255) <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
    const [r, g, b] = colour.match(/[0-9.]+/g).map(Number).map(linear);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = element => {
    for (; element; element = element.parentElement) {
      const colour = getComputedStyle(element).backgroundColor;
      if (!/, 0\\)$/.test(colour)) return colour;
    }
    return 'rgb(255, 255, 255)';
  };
  const poor = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || element.closest('.unseen, option, datalist')) continue;
    const [a, b] = [light(getComputedStyle(element).color), light(behind(element))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 4.5) poor.push([ratio.toFixed(2), walker.currentNode.data.trim().slice(0, 40)]);
  }
  return poor;
}"""


def test_all_text_stands_out_from_its_ground(read: Any) -> None:
    window = read(viewport=DESK)
    for path in ("/", "/-/dispute/d-boston", "/-/claim/c15", "/-/search?q=requests", "/-/compare?a=f15&b=f198",
                 "/-/sources"):  # fmt: skip
        assert window.open(path).evaluate(CONTRAST) == [], path


def test_on_paper_the_evidence_stays_and_the_forms_go(read: Any) -> None:
    page = read(viewport=DESK).open("/-/dispute/d-boston")
    page.emulate_media(media="print")
    assert page.locator("#claim-c198 mark").is_visible()
    assert not page.locator(".find").is_visible() and not page.locator(".sections").is_visible()
