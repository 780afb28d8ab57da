"""Title, byline and outlet, and the vocabularies' own checks."""

from __future__ import annotations

import pytest

from common.errors import BadInput
from extract.clean.vocabulary import Furniture, check, furniture
from tests.clean.pages import PARAGRAPHS, cleaned, html


@pytest.mark.parametrize(
    ("page", "title"),
    [
        (html(), "Keswick Bay and ICE count detainers differently"),
        (html(title="Two counts, one jail", heading="Local"), "Two counts, one jail"),
        (
            html(ld={"@type": "NewsArticle", "headline": "15 &amp; 198: two counts of one thing"}, heading="News"),
            "15 & 198: two counts of one thing",
        ),
        (
            html(head='<meta property="og:title" content="Two counts of one jail | Harbor Ledger">', heading="News"),
            "Two counts of one jail",
        ),
        (
            html(title="Sheriff says 9-3 vote was a mistake", site="Harbor Ledger | Local News"),
            "Sheriff says 9-3 vote was a mistake",
        ),
    ],
)
def test_title(page: str, title: str) -> None:
    assert cleaned(page).title == title


LD = {"@type": "NewsArticle", "headline": "x"}


@pytest.mark.parametrize(
    ("page", "byline"),
    [
        (html(), None),
        (html(ld=LD | {"author": {"@type": "Person", "name": "Ana Ruiz"}}), "Ana Ruiz"),
        (
            html(ld=LD | {"author": [{"name": "Ana Ruiz"}, {"name": "Tom Lee"}]}),
            "Ana Ruiz, Tom Lee",
        ),
        (html(head='<meta name="author" content="By Ana Ruiz">'), "Ana Ruiz"),
        (html(head='<meta name="author" content="http://x.test">', above="<p class='byline'>By T. Lee</p>"), "T. Lee"),
        (html(above="<span rel='author'>Ana Ruiz</span>"), "Ana Ruiz"),
        (html(paragraphs=["By Ana Ruiz and Tom Lee", *PARAGRAPHS]), "Ana Ruiz and Tom Lee"),
        (html(head='<meta name="author" content="admin">'), None),
    ],
)  # fmt: skip
def test_byline(page: str, byline: str | None) -> None:
    assert cleaned(page).byline == byline


@pytest.mark.parametrize(
    ("page", "outlet"),
    [
        (html(head='<meta property="og:site_name" content="Harbor Ledger">'), "Harbor Ledger"),
        (html(ld=LD | {"publisher": {"name": "Harbor Ledger"}}), "Harbor Ledger"),
        (html(), None),
    ],
)
def test_outlet_is_what_the_page_says(page: str, outlet: str | None) -> None:
    assert cleaned(page).outlet == outlet


def test_vocabularies_are_whole() -> None:
    assert furniture().related_headings


LINES = "\n".join(f"{key}: []" for key in Furniture.__dataclass_fields__ if key != "protected_email")


@pytest.mark.parametrize(
    ("source", "message"),
    [
        (f"{LINES}\nprotected_email: x\nprotected: y", "furniture.yml:8: unknown key 'protected'"),
        (LINES, "furniture.yml:1: the vocabulary lacks 'protected_email'"),
        (LINES.replace("credits: []", "credits:\n  - '('") + "\nprotected_email: x", "is no regular expression"),
        (LINES.replace("credits: []", "credits:\n  - on") + "\nprotected_email: x", "credits takes text, not True"),
        ("a: [", "furniture.yml:"),
    ],
)
def test_a_wrong_vocabulary_names_file_and_line(source: str, message: str) -> None:
    with pytest.raises(BadInput, match=r"furniture\.yml:\d+") as error:
        check(source, "furniture.yml", Furniture)
    assert message in str(error.value)
