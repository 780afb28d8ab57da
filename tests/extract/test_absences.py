"""Where a text says that there is no number: who keeps none, of what."""

from __future__ import annotations

from datetime import date

import pytest

from extract import model, reader
from extract.model import Absence, Document
from tests.extract.claim_cases import ICE, JAIL, OPENING, PUBLISHED

CASES: list[tuple[str, str, str | None, str | None]] = [
    # text, kind, who, measure
    ("The sheriff's office does not track how many detainers it honors.", "not kept", JAIL, "detainers_honored"),
    ("ICE doesn't keep statistics on detainers that jails decline.", "not kept", ICE, "detainers_declined"),
    ("No records are kept of the requests, the jail said.", "not kept", JAIL, "detainers_received"),
    ("Voll said the county has no record of detainers before 2019.", "not kept", JAIL, "detainers_received"),
    ("“We don't track that,” she said of detainers.", "not kept", JAIL, "detainers_received"),
    ("ICE does not publish figures for each county.", "not published", ICE, None),
    ("ICE did not say how many of those were arrested.", "not disclosed", ICE, "arrests"),
    ("The sheriff declined to say how many people she handed over to ICE.", "not disclosed", JAIL, "transfers"),
    ("It is not known how many detainers the jail received.", "not known", None, "detainers_received"),
]
NONE = [
    "The jail does not keep people past their release.",
    "Police do not record anyone's immigration status.",
    "She said the jail does not count on ICE.",
    "He would not say who sent the detainers.",
    "The jail received no detainers in 2024.",
]


def absences(text: str) -> list[Absence]:
    return reader.read(Document(OPENING["county"] + text, published=date.fromisoformat(PUBLISHED))).absences


@pytest.mark.parametrize(("text", "kind", "who", "measure"), CASES, ids=[case[0][:50] for case in CASES])
def test_no_number_is_kept_or_given(text: str, kind: str, who: str | None, measure: str | None) -> None:
    found = absences(text)
    assert [(a.kind, a.who, a.measure) for a in found] == [(kind, who, measure)]
    whole = OPENING["county"] + text
    assert whole[found[0].text_start : found[0].text_end] == found[0].text
    assert whole[found[0].start : found[0].end] == found[0].quote


@pytest.mark.parametrize("text", NONE)
def test_other_negations(text: str) -> None:
    assert absences(text) == []


def test_absences_come_back_from_the_archive() -> None:
    analysis = reader.read(Document(OPENING["county"] + CASES[0][0]))
    assert model.from_dict(analysis.to_dict()).absences == analysis.absences
