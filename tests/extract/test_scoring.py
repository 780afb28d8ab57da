"""The in-house scorer, by examples and against the reference scorer on the same output."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from extract.scoring import Score, score_document
from extract.scoring.matching import alike, same_date, same_period
from tests.paths import SHARED


def gold_claim(text: str, wording: str, **changes: Any) -> dict[str, Any]:
    at = text.index(wording)
    return {
        "value": float(wording), "value_text": wording, "value_start": at, "value_end": at + len(wording),
        "comparator": "=", "value_max": None, "measure": "detainers_received", "claimant": "Alder Police Department",
        "period_start": "2024-01-01", "period_end": "2024-12-31", "jurisdiction": "Alder, MA",
        "quote": text, "start": 0, "end": len(text),
    } | changes  # fmt: skip


def document(text: str, **lists: list[dict[str, Any]]) -> dict[str, Any]:
    empty: dict[str, Any] = {"claims": [], "officials": [], "statutes": [], "dates": [], "quotes": []}
    return {"text": text, "published": "2025-01-10"} | empty | lists


def scored(gold: dict[str, Any], pred: dict[str, Any]) -> Score:
    score = Score()
    score_document(score, "doc", gold, pred)
    return score


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("ICE", "U.S. Immigration and Customs Enforcement", True),
        ("Boston Police Department", "BPD", True),
        ("spokeswoman", "spokesman", True),
        ("Boston Police Department", "Houston Fire Department", False),
        (None, "Boston", False),
        (None, None, True),
    ],
)
def test_names_are_alike_by_their_words(a: str | None, b: str | None, same: bool) -> None:
    assert alike(a, b) is same


@pytest.mark.parametrize(
    ("pred", "gold", "same"),
    [
        ("2024", "2024-12", True),
        ("2023-10-01/2024-09-30", "FY2024", True),
        ("2025", "2024", False),
        (None, "2024", False),
    ],
)
def test_dates_agree_at_the_coarser_grain(pred: str | None, gold: str, same: bool) -> None:
    assert same_date({"normalized": pred}, {"normalized": gold}) is same


def test_a_period_that_ends_on_the_day_of_publication_is_open() -> None:
    gold = {"period_start": "2025-01-01", "period_end": None}
    assert same_period({"period_start": "2025-01-01", "period_end": "2025-01-10"}, gold, "2025-01-10")


def test_value_and_place_make_a_figure_and_measure_claimant_period_make_a_claim() -> None:
    text = "Alder police got 15 requests in 2024."
    gold = document(text, claims=[gold_claim(text, "15")])
    right = scored(gold, document(text, claims=[gold_claim(text, "15")]))
    assert (right.tallies["figure"].f1, right.tallies["claim"].f1) == (100.0, 100.0)
    wrong = scored(gold, document(text, claims=[gold_claim(text, "15", measure="detainers_issued")]))
    assert (wrong.tallies["figure"].f1, wrong.tallies["claim"].f1) == (100.0, 0.0)
    assert "wrong ['measure']" in wrong.misses[0]


def test_an_optional_claim_costs_nothing_and_an_invented_one_does() -> None:
    text = "Alder police got 15 requests in 2024, 3 of them twice."
    gold = document(text, claims=[gold_claim(text, "15"), gold_claim(text, "3", optional=True)])
    assert scored(gold, document(text, claims=[gold_claim(text, "15")])).tallies["figure"].f1 == 100.0
    invented = scored(document(text), document(text, claims=[gold_claim(text, "3")]))
    assert invented.tallies["figure"].extra == 1


@pytest.mark.skipif(not (SHARED / "score" / "score.py").exists(), reason=f"no reference scorer at {SHARED}")
def test_the_same_numbers_as_the_reference_scorer(tmp_path: Path) -> None:
    # A prediction with faults of every kind: each gold document lacks its second claim, has every fourth measure
    # changed, one official renamed, and the quotations of the document before it.
    golds = sorted((SHARED / "gold").glob("*.json"))
    ours, quotes = Score(), []
    for file in golds:
        gold = json.loads(file.read_text())
        pred = json.loads(file.read_text())
        del pred["claims"][1:2]
        for claim in pred["claims"][::4]:
            claim["measure"], claim["period_end"] = "other", "2030-01-01"
        for official in pred["officials"][:1]:
            official["name"] = "Nemo Nobody"
        pred["quotes"], quotes = pred["quotes"][::2] + quotes, pred["quotes"]
        (tmp_path / file.name).write_text(json.dumps(pred))
        score_document(ours, file.stem, gold, pred)
    command = [sys.executable, str(SHARED / "score" / "score.py"), str(SHARED / "gold"), str(tmp_path)]
    reference = json.loads(subprocess.run([*command, "--json"], check=True, capture_output=True).stdout)
    for kind, row in ours.to_dict().items():
        for name, figure in row.items():
            assert figure == (pytest.approx(reference[kind][name])), (kind, name)
    assert ours.to_dict().keys() == reference.keys()
    assert ours.table() == subprocess.run(command, check=True, capture_output=True, text=True).stdout.rstrip("\n")
