"""Claims from short texts: every case of the table, and what is none."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from extract import reader
from extract.model import Claim, Document
from tests.extract.claim_cases import CITY, COUNTY, NOT_CLAIMS, OPENING, PUBLISHED, Expected, expected
from tests.extract.figure_cases import FIGURES
from tests.extract.measure_cases import MEASURED

CASES = [("county", text, claims) for text, claims in COUNTY] + [("city", text, claims) for text, claims in CITY]


@pytest.fixture(scope="module")
def readings() -> dict[str, list[Claim]]:
    """The claims of every case, by its text: read in one go."""
    texts = [(text, OPENING[where] + text) for where, text, _ in CASES] + [
        (text, OPENING["county"] + text) for text in [*NOT_CLAIMS, *(text for text, _ in [*MEASURED, *FIGURES])]
    ]
    documents = [Document(whole, published=date.fromisoformat(PUBLISHED)) for _, whole in texts]
    return {text: analysis.claims for (text, _), analysis in zip(texts, reader.read_many(documents), strict=True)}


def seen(claim: Claim) -> Expected:
    return Expected(
        claim.value, claim.comparator, claim.measure, claim.claimant, (claim.period_start, claim.period_end),
        claim.jurisdiction, claim.value_max,
    )  # fmt: skip


def ordered(claims: Iterator[Expected]) -> list[Expected]:
    return sorted(claims, key=repr)


@pytest.mark.parametrize(("where", "text", "wanted"), CASES, ids=[text[:60] for _, text, _ in CASES])
def test_claims(readings: dict[str, list[Claim]], where: str, text: str, wanted: list[str]) -> None:
    assert ordered(seen(claim) for claim in readings[text]) == ordered(expected(line, where) for line in wanted)


@pytest.mark.parametrize("text", NOT_CLAIMS, ids=[text[:60] for text in NOT_CLAIMS])
def test_no_claim(readings: dict[str, list[Claim]], text: str) -> None:
    assert [claim.value_text for claim in readings[text]] == []


@pytest.mark.parametrize(("text", "wanted"), [*MEASURED, *FIGURES], ids=[t[:60] for t, _ in [*MEASURED, *FIGURES]])
def test_measures(readings: dict[str, list[Claim]], text: str, wanted: str) -> None:
    """What each number counts, whoever counts it."""
    found = sorted(f"{claim.value:g} {claim.measure.removeprefix('detainers_')}" for claim in readings[text])
    assert found == sorted(part for part in wanted.split(", ") if part)


def test_a_claim_points_at_its_words(readings: dict[str, list[Claim]]) -> None:
    for where, text, _ in CASES:
        whole = OPENING[where] + text
        for claim in readings[text]:
            assert whole[claim.value_start : claim.value_end] == claim.value_text
            assert whole[claim.start : claim.end] == claim.quote
            assert claim.start <= claim.value_start < claim.value_end <= claim.end
            assert 0 < claim.confidence < 1
            assert claim.rule
