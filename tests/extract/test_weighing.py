"""The weights: what signs make of a number where no rule speaks, and what a broken file of weights says."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from extract import explain, reader
from extract.claims import weighing
from extract.claims.candidates import Candidate
from extract.claims.weighing import NONE, Opinion, signs
from extract.model import Document
from extract.weights import WeightsError

OPENING = (
    "PELLBROOK, Ohio — Immigration detainers are in dispute in Tarn County, where Sheriff Edna Voll of the Tarn County "
    "Sheriff's Office runs the jail.\n\n"
)


def candidates(text: str) -> dict[str, Candidate]:
    found = explain.explain(Document(OPENING + text, published=date(2025, 6, 10)))
    return {candidate.count.text: candidate for candidate in found}


@pytest.mark.parametrize(
    ("likely", "speaks", "against", "changes", "best"),
    [
        ({NONE: 0.05, "detainers_received": 0.9, "transfers": 0.05}, True, False, True, ["detainers_received"]),
        ({NONE: 0.9, "detainers_received": 0.06, "transfers": 0.04}, False, True, False, ["detainers_received"]),
        ({NONE: 0.2, "detainers_declined+detainers_received": 0.4, "transfers": 0.4}, True, False, False,
         ["detainers_declined", "detainers_received"]),
    ],
)  # fmt: skip
def test_an_opinion(likely: dict[str, float], speaks: bool, against: bool, changes: bool, best: list[str]) -> None:
    """`changes`: whether a rule that says transfers would be overruled."""
    opinion = Opinion(likely)
    assert (opinion.speaks, opinion.against, opinion.best) == (speaks, against, best)
    assert opinion.rather_than({"transfers"}) is changes


def test_what_the_rules_say_is_a_sign() -> None:
    assert signs.by_rules("nothing") == ["says=nothing"]
    assert signs.by_rules("transfers", "patient of transfers") == [
        "says=transfers", "says=transfers/patient", "rule=patient_of_transfers",
    ]  # fmt: skip


def test_a_percentage_is_a_rate_and_nothing_else_is() -> None:
    opinion = Opinion({NONE: 0.5, "rate": 0.1, "releases": 0.4})
    assert opinion.only(percent=True).best == ["rate"]
    assert opinion.only(percent=False).best == ["releases"]
    assert sum(opinion.only(percent=True).likely.values()) == pytest.approx(1)


def test_a_claim_that_the_signs_made_says_so() -> None:
    texts = [
        "Agents were waiting at the door for 41 inmates whom the jail let go to them in 2024, Voll said.",
        "Voll said that in 2024 paperwork from ICE came through the jail's machine for 73 inmates.",
        "On 29 occasions in 2024, Voll said, her staff telephoned ICE before an inmate walked out.",
    ]
    rules = [claim.rule for text in texts for c in candidates(text).values() for claim in c.claims]
    assert len(rules) >= 2
    assert any(rule.startswith(weighing.RULE) for rule in rules)


def test_what_counts_nothing_of_the_dispute_stays_out() -> None:
    text = "The new wing, which opened in 2024, has 212 beds, two kitchens and a roof that leaks, Voll said."
    assert all(not candidate.claims for candidate in candidates(text).values())


def test_the_weights_know_no_name() -> None:
    names = {"boston", "travis", "mecklenburg", "mcfadden", "trump", "denver", "houston"}
    known = weighing.weights().row_of
    assert known
    assert not [sign for sign in known if names & set(sign.lower().replace("/", "=").split("="))]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (None, "cannot be read"),
        ("sign\tnone\nbase\t0.1\t0.2\n", "line 2: not one weight"),
        ("sign\tnone\nbase\tmuch\n", "line 2: not one weight"),
        ("sign\tnone\tother\nbase\t0.1\t0.2\n", "incomplete"),
    ],
)
def test_weights_that_cannot_be_used_are_named(
    content: str | None, says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "measures.tsv"
    if content is not None:
        file.write_text(content, encoding="utf-8")
    monkeypatch.setattr(weighing, "FILE", file)
    weighing.weights.cache_clear()
    try:
        with pytest.raises(WeightsError, match=says) as told:
            reader.read(Document(OPENING + "The jail received 52 detainers in 2024.", published=date(2025, 6, 10)))
        assert str(file) in str(told.value)
    finally:
        weighing.weights.cache_clear()
