"""Why a number became a claim or did not."""

from __future__ import annotations

from datetime import date

import pytest

from extract.explain import explain
from extract.model import Document
from tests.extract.claim_cases import ICE, OPENING, PUBLISHED

TEXT = (
    "PELLBROOK, Ohio — Pellbrook police received 52 immigration detainers in 2024, Chief Omar Reyes said.\n\n"
    "The council voted 8 to 3 on the detainer policy after 90 minutes. The $48,000 upgrade has 14 parts.\n\n"
    "“If they send us 500 detainers, the law is the law,” Reyes said."
)


def reasons(text: str) -> dict[str, str]:
    found = explain(Document(text, published=date(2025, 6, 10)))
    return {c.count.text: "; ".join(claim.rule for claim in c.claims) or c.reason for c in found}


def test_every_number_has_a_claim_or_a_reason() -> None:
    found = reasons(TEXT)
    assert found["52"].startswith("patient of received; claimant: speech; period: sentence")
    assert found["8"] == found["3"] == "vote"
    assert found["90"] == "measure of time, size or distance"
    assert found["14"] == "counts something else (parts)"
    assert found["500"] == "a condition, not a count"


def test_candidates_come_in_the_order_of_the_text() -> None:
    starts = [c.count.start for c in explain(Document(TEXT))]
    assert starts == sorted(starts)


def test_an_unread_document_has_no_candidates() -> None:
    assert explain(Document("The council planted 40 trees.")) == []


DENIED = [
    # text, value, whose number is denied
    ("ICE says it lodged 198 detainers in 2024. “We never got 198,” Voll said.", 198, ICE),
    ("ICE says it lodged 138 detainers in 2024. Voll does not know where 138 comes from.", 138, ICE),
    ("Voll said the jail received 19 detainers in 2024, not the 198 that the paper printed.", 198, None),
]


@pytest.mark.parametrize(("text", "value", "whose"), DENIED, ids=[case[0][:50] for case in DENIED])
def test_what_is_denied_is_marked_with_whose_number_it_was(text: str, value: float, whose: str | None) -> None:
    document = Document(OPENING["county"] + text, published=date.fromisoformat(PUBLISHED))
    denied = [c.denied for c in explain(document) if c.denied is not None]
    assert [(claim.value, claim.status, claim.claimant) for claim in denied] == [(value, "denied", whose)]
    assert document.text[denied[0].value_start : denied[0].value_end] == denied[0].value_text
