"""Sections: what of a page's text is prose. Each case is a page in lines, `kind: text`, as it is to be told apart."""

from __future__ import annotations

from itertools import pairwise

import pytest

from extract import sections

PROSE = (
    "The jail got nine detainers last year and honored none of them, according to the sheriff, who said that "
    "he had read each one twice."
)

PAGES = {
    "a newspaper page": [
        ("headline", "Sheriff turned away nine of ten detainers"),
        ("byline", "By Sam Corliss, Staff Writer"),
        ("byline", "Published Feb. 14, 2025, 5:40 a.m."),
        ("dateline", "ELLERY BAY, Maine —"),
        ("body", PROSE),
        ("caption", "Sheriff Rolf Dahl, 61, listens. His office got nine detainers. (Jo Barr / Ellery Bay Ledger)"),
        ("body", "“I read each one,” Dahl said."),
        ("related", "RELATED: Chief to retire after 14 years | Office logs 212 overdose calls"),
        ("body", PROSE),
        ("boilerplate", "Get the Ledger’s Morning Five in your inbox. Sign up here."),
        ("byline", "Sam Corliss can be reached at scorliss@ledger.example."),
    ],
    "a scraper's copy": [
        ("headline", "Councilor calls for a hearing on detainers"),
        ("body", PROSE),
        ("related", "Related Articles"),
        ("related", "Local News |"),
        ("related", "5 people fall through thin ice while filming"),
        ("related", "Local News |"),
        ("related", "Man held on $1M bail, police say"),
        ("body", "Ada Cole, an ICE spokeswoman, said Sunday that she had not spoken with him about the 198 requests."),
        ("comments", "Leave a Reply"),
        ("comments", "Your email address will not be published."),
        ("related", "Previous post 14 exporters win awards"),
    ],
    "a television page": [
        ("headline", "ICE: Nearly 60 people walked out"),
        ("byline", "Posted: Jan 14, 2026 / 06:12 PM EST"),
        ("dateline", "ELLERY BAY, Maine (WEBX) —"),
        ("body", PROSE),
        ("related", "TRENDING: Two hurt in Route 9 rollover"),
        ("boilerplate", "[Download the WEBX app for breaking news]"),
        ("body", "Drummond: “We can’t hold someone on a piece of paper.”"),
        ("boilerplate", "Have a news tip? Call the tip line or text TIPS to 70707."),
        ("boilerplate", "Copyright 2026 WEBX. All rights reserved."),
        ("related", "MORE FROM WEBX"),
        ("related", "- Deputies seize 11 pounds of meth"),
        ("related", "- 3 charged after fight at game"),
        ("comments", "COMMENTS (2)"),
        ("comments", "TarheelTom58: 37? Try 370."),
    ],
    "a press release": [
        ("headline", "Jails refused 388 detainers, agency says"),
        ("boilerplate", "FOR IMMEDIATE RELEASE"),
        ("dateline", "ELLERY BAY —"),
        ("body", PROSE),
        ("body", "From Jan. 20 through Aug. 15, by county:"),
        ("list", "• Marbury County: 402 detainers lodged, 171 not honored"),
        ("list", "• Copperline County: 119 detainers lodged, none honored"),
        ("boilerplate", "# # #"),
        ("boilerplate", "About ICE"),
        ("boilerplate", "ICE is one of 22 components that were brought together in 2003."),
    ],
    "a release with others below": [
        ("body", PROSE),
        ("related", "Related Releases"),
        ("related", "ERO Harbor arrests 46 in worksite operation"),
    ],
    "a table": [
        ("body", PROSE),
        ("table", "Year Count"),
        ("table", "2012 276,181"),
        ("table", "2013 209,208"),
    ],
    "headlines in mid-body without a heading": [
        ("headline", "Council asks ICE and police for their figures"),
        ("body", PROSE),
        ("related", "Police say 12 detainers came by fax in the spring"),
        ("related", "Natick next up to vote on rules similar to other cities"),
        ("body", PROSE),
    ],
    "no more than prose": [
        ("body", PROSE),
        ("body", "By the department's count, the requests numbered 19 in 2023."),
        ("body", "“Nine,” he said."),
    ],
}


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("gap", ["\n\n", "\n\n\n"])
def test_pages(page: str, gap: str) -> None:
    text = ""
    for kind, words in PAGES[page]:
        text += words + (" " if kind == "dateline" else "\n" if kind == "table" else gap)
    found = [(s.kind, text[s.start : s.end].strip()) for s in sections.prose(text)]
    assert found == PAGES[page]


def test_the_title_tells_the_headline() -> None:
    text = f"Nine.\n\n{PROSE}"
    assert sections.prose(text, "Nine.")[0].kind == "headline"
    assert sections.prose(text)[0].kind == "body"


@pytest.mark.parametrize("text", ["", "\n\n \n", "x", "By", "\n" * 5000, "— " * 3000, "COMMENTS\n" * 50])
def test_odd_texts(text: str) -> None:
    assert all(0 <= s.start < s.end <= len(text) for s in sections.prose(text))


def test_sections_are_in_order_and_apart() -> None:
    text = "\n\n".join(words for _, words in PAGES["a newspaper page"])
    found = sections.prose(text)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert "".join(text[s.start : s.end] for s in found).replace(" ", "") == text.replace("\n", "").replace(" ", "")
