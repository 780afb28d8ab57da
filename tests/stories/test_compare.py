"""Two texts at a time: what the later one is to the earlier, measured on generated pairs and shown on small ones."""

from __future__ import annotations

from collections import Counter

import pytest

from db.stories.compare import likeness, relation
from db.stories.text import Features, numbers, slips
from tests.stories.generate import Pair, pairs

KINDS = ("syndicated", "rewrite", "spun")


@pytest.fixture(scope="module")
def decided() -> list[tuple[Pair, str | None]]:
    """60 pairs of each kind (spun by synonyms and by translation, 60 each) and 200 unrelated ones, on a fresh seed."""
    return [(pair, relation(Features(pair.first), Features(pair.second))) for pair in pairs(seed=2025)]


def table(decided: list[tuple[Pair, str | None]]) -> dict[str, tuple[float, float]]:
    """Kind -> (precision, recall)."""
    out = {}
    for kind in KINDS:
        right = sum(pair.kind == kind == found for pair, found in decided)
        out[kind] = right / sum(found == kind for _, found in decided), right / sum(p.kind == kind for p, _ in decided)
    return out


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_is_found_and_hardly_ever_mistaken(decided: list[tuple[Pair, str | None]], kind: str) -> None:
    precision, recall = table(decided)[kind]
    assert precision >= 0.95
    assert recall >= 0.9


def test_two_hundred_reports_on_one_topic_stay_apart(decided: list[tuple[Pair, str | None]]) -> None:
    unrelated = Counter(found for pair, found in decided if pair.kind is None)
    assert sum(unrelated.values()) == 200
    assert unrelated[None] >= 198


def test_the_relation_is_the_same_both_ways(decided: list[tuple[Pair, str | None]]) -> None:
    for pair, found in decided[::10]:
        assert relation(Features(pair.second), Features(pair.first)) == found


NOTICE = """Sheriff's office answers on detainers

The Tolland County sheriff's office took in 31 immigration detainers in 2023 and kept nobody past release, Undersheriff Ana Ruiz said Monday.

“Our deputies follow the statute to the letter, and a court has looked at how we do it,” Ruiz said.

Federal officials put the number at 44 and said 13 people had left the jail without a call to them."""  # noqa: E501

TWIN = """Sheriff's workplace solutions on retainers

The Tolland County sheriff's workplace absorbed 31 migration retainers in 2023 and stored no person past launch, Undersheriff Ana Ruiz mentioned Monday.

“Our delegates pursue the law to the note, and a courtroom has appeared at the way we do it,” Ruiz mentioned.

National functionaries position the quantity at 44 and mentioned 13 individuals had departed the prison with out a telephone to them."""  # noqa: E501

OTHER_PAPER = """Jail and ICE disagree again

There is a new quarrel over who told whom. Federal officers count 44 detainers sent to the Tolland County jail during 2023; the jail has a record of 31.

“Our deputies follow the statute to the letter, and a court has looked at how we do it,” said Undersheriff Ana Ruiz, who runs the place.

Of those who walked out, 13 were never announced, the agency complains."""  # noqa: E501

FORM_LETTER = NOTICE.replace("Tolland", "Bexley").replace("31", "7").replace("44", "9").replace("13", "2")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (NOTICE, "syndicated"),
        (NOTICE.replace("Monday", "on Monday"), "syndicated"),
        (TWIN, "spun"),
        (OTHER_PAPER, "rewrite"),
        ("\n\n".join(OTHER_PAPER.split("\n\n")[:1]), None),
    ],
)
def test_a_notice_and_what_becomes_of_it(text: str, kind: str | None) -> None:
    assert relation(Features(NOTICE), Features(text)) == kind


def test_a_form_with_other_figures_is_not_a_copy() -> None:
    """Releases from one template share their words; what they report differs in every figure."""
    assert relation(Features(NOTICE), Features(FORM_LETTER)) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1,526 detainers in 2017, twenty-one honored", (1526, 2017, 21)),
        ("two dozen of fifteen on Form I-247A under 8 U.S.C. 1373", (2, 12, 15, 8, 1373)),
        ("no figures in the 24th hour of the A4", ()),
    ],
)
def test_figures_are_read_in_digits_and_words(text: str, found: tuple[float, ...]) -> None:
    assert numbers(text) == found


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("An hour after a union vote, a one-time officer and an heir spoke to a European and an ICE agent.", 0),
        ("A usual day at a university; an honest, a unanimous, a uniform answer to an FBI man in a U.S. office.", 0),
        ("He filed a order and an motion, a unlawful plea and an hasty remark in a old court.", 5),
    ],
)
def test_slips_of_a_machine(text: str, count: int) -> None:
    assert slips(text) == count


def test_likeness_of_a_text_to_itself_is_whole() -> None:
    like = likeness(Features(NOTICE), Features(NOTICE))
    assert (like.contained, like.size, like.quotes, like.figures, like.order, like.course) == (1, 1, 1, 1, 1, 1)
    assert like.altered == 0


def test_empty_and_tiny_texts_compare_to_nothing() -> None:
    assert relation(Features(""), Features(NOTICE)) is None
    assert relation(Features(""), Features("")) is None
