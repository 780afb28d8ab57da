"""The gate: what is not worth reading, and what always is."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from extract import gate
from tests.paths import SHARED

ROADS = (
    "The council voted on Tuesday to repave the road by the school, and the mayor said that it was about time for it. "
)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "empty"),
        (" \n\t—", "empty"),
        ("\x00\x01\x02 detainers" * 9, "unreadable"),
        (ROADS * 20, "off topic"),
        (f"{ROADS} The rink's ice is thin.", "off topic"),
        (
            "El concejo votó el martes y la policía dijo que ICE había pedido quince detenciones durante el año "
            "pasado.",
            "not English",
        ),
        (
            "La police a reçu quinze demandes de la part des services d'immigration, selon le rapport publié mardi.",
            "not English",
        ),
        (f"{ROADS} Police logged nine detainers.", None),
        (f"{ROADS} ICE asked for nine people.", None),
        (f"{ROADS} The county left the 287(g) program.", None),
        ("2012 276,181\n2013 209,208\nICE detainers", None),
    ],
)
def test_reasons(text: str, reason: str | None) -> None:
    assert gate.reason_unread(text) == reason


def test_the_title_may_carry_the_sign() -> None:
    assert gate.reason_unread(ROADS * 3, "Nine detainers refused") is None


@pytest.mark.skipif(not (SHARED / "gold").is_dir(), reason="the shared gold documents are not here")
def test_no_annotated_document_with_a_claim_is_dropped() -> None:
    for file in sorted((SHARED / "gold").glob("*.json")):
        gold = json.loads(file.read_text())
        assert not gold["claims"] or gate.reason_unread(gold["text"], gold.get("headline")) is None, file.name


def test_no_document_of_our_own_with_a_claim_is_dropped() -> None:
    for file in sorted((Path(__file__).parents[1] / "corpus").glob("*.json")):
        gold = json.loads(file.read_text())
        assert not gold["claims"] or gate.reason_unread(gold["text"], gold.get("headline")) is None, file.name


def test_a_long_text_is_not_searched_to_its_end() -> None:
    started = time.process_time()
    assert gate.reason_unread("the road is long and the school is near " * 30_000) == "off topic"
    assert time.process_time() - started < 2
