"""Arithmetic on the numbers of one article."""

from __future__ import annotations

from typing import Any

import pytest

from db.comparing.checks import check_article
from tests.db.examples import BPD, claim


def read(text: str, *numbers: tuple[Any, ...]) -> list[dict[str, Any]]:
    """(number as written, measure[, value][, fields]) -> claims of one side."""
    out = []
    for number, measure, *rest in numbers:
        value = next((item for item in rest if isinstance(item, int)), None)
        more = next((item for item in rest if isinstance(item, dict)), {})
        row = claim(text, number, measure, value, claimant=BPD, **more)
        out.append(row | {"id": f"{measure} {number}", "article": "a", "sentence": row["quote"]})
    return out


PERCENT = {"unit": "percent"}
CASES = [
    ("Police got 44, honored 12 and declined 32.",
     [("44", "detainers_received"), ("12", "detainers_honored"), ("32", "detainers_declined")], ("share", 32, 1)),
    ("Police got 44, honored 12 and declined 34.",
     [("44", "detainers_received"), ("12", "detainers_honored"), ("34", "detainers_declined")], ("share", 32, 0)),
    ("Police got 44, honored 12 and declined 20.",
     [("44", "detainers_received"), ("12", "detainers_honored"), ("20", "detainers_declined")], ("share", 32, None)),
    ("Police got 15, honored none and rejected all.",
     [("15", "detainers_received"), ("none", "detainers_honored", 0), ("all", "detainers_declined", 15)],
     ("complement", 15, 1)),
    ("The state counts 207 in prisons and 94 in jails, 301 in total.",
     [("207", "detainers_active"), ("94", "detainers_active"), ("301", "detainers_active")], ("total", 301, 1)),
    ("The state counts 207 in prisons and 94 in jails, 310 in total.",
     [("207", "detainers_active"), ("94", "detainers_active"), ("310", "detainers_active")], ("total", 301, 0)),
    ("Of 57 requests, 16 came by fax, or 28 percent.",
     [("57", "detainers_received"), ("16", "other"), ("28", "rate", PERCENT)], ("percent", 28.1, 1)),
    ("Of 57 requests, 26 came by fax, or 28 percent.",
     [("57", "detainers_received"), ("26", "other"), ("28", "rate", PERCENT)], ("percent", 45.6, 0)),
    ("The jail got 40 detainers. It honored 30. That is 75 percent.",
     [("40", "detainers_received"), ("30", "detainers_honored"), ("75", "rate", PERCENT)], ("percent", 75, 1)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "numbers", "expected"), CASES, ids=[case[0] for case in CASES])
def test_what_a_text_adds_up_to(text: str, numbers: list[Any], expected: tuple[str, float, int | None]) -> None:
    [row] = check_article(read(text, *numbers))
    assert (row["kind"], row["expected"], row["holds"]) == expected


NOTHING_TO_RECKON = [
    ("Police got 44 and honored 12.", [("44", "detainers_received"), ("12", "detainers_honored")]),
    ("Police got 44, honored about 12 and declined 34.",
     [("44", "detainers_received"), ("12", "detainers_honored", {"comparator": "~"}), ("34", "detainers_declined")]),
    ("Police got 44 in 2024, honored 12 in 2023 and declined 40.",
     [("44", "detainers_received"), ("12", "detainers_honored", {"period": ("2023-01-01", "2023-12-31")}),
      ("40", "detainers_declined")]),
    ("Of 57 requests this year, 26 came by fax, and 66 percent named no crime.",
     [("57", "detainers_received"), ("26", "other"), ("66", "rate", PERCENT)]),
    ("Releases were 9, 14 and 30 in three months.", [("9", "releases"), ("14", "releases"), ("30", "releases")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "numbers"), NOTHING_TO_RECKON, ids=[case[0] for case in NOTHING_TO_RECKON])
def test_numbers_that_need_not_add_up(text: str, numbers: list[Any]) -> None:
    assert check_article(read(text, *numbers)) == []
