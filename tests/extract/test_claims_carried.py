"""Periods that a claim takes from elsewhere: a report, a lead-in, the sentences around it, what it is set against.

Written as in test_claims_period: "2024" is the year, "a..b" a span, "a.." open, "?" unknown.
"""

from __future__ import annotations

from datetime import date

import pytest

from extract import reader
from extract.model import Claim, Document
from tests.extract.test_claims_period import OPENING, PUBLISHED, written

WEEK = "2025-01-28..2025-02-03"

# What a report, a list or a log covers, said once, be it a week.
COVERED = [
    (
        "The first of the weekly reports covers Jan. 28 through Feb. 3. ICE issued 83 detainers to the jail. "
        "It declined 31.",
        f"83 {WEEK}, 31 {WEEK}",
    ),
    (
        "The list runs from Jan. 28 to Feb. 3. ICE reported that 83 detainers went to the jail. The jail declined 31.",
        f"83 {WEEK}, 31 {WEEK}",
    ),
    (
        "Jails in the county declined 31 detainers in a single week, ICE reported.\n\nThe report, which an "
        "order calls for "
        "every week, covers Jan. 28 through Feb. 3. ICE issued 83 detainers.",
        f"31 {WEEK}, 83 {WEEK}",
    ),
    (
        "The jail declined 31 detainers, a federal list says. The list spans Jan. 28 through Feb. 3.",
        f"31 {WEEK}",
    ),
    (
        "The jail received 52 detainers, according to the audit. The audit covers July 2023 through June 2024.",
        "52 2023-07-01..2024-06-30",
    ),
    (
        "Under the ordinance I submit the following for the period January 1 through December 31, 2024.\n\nDetainers "
        "received: 52\nDetainers honored: 9",
        "52 2024, 9 2024",
    ),
    (
        "The numbers for July 1, 2023, to June 30, 2024, are as follows.\n\nDetainers received: 52\nDetainers "
        "honored: 9",
        "52 2023-07-01..2024-06-30, 9 2023-07-01..2024-06-30",
    ),
    (
        "From January through March the jail was asked to hold everyone whom ICE wanted. Deputies turned nine "
        "people over "
        "to ICE.",
        "nine 2025-01-01..2025-03-31",
    ),
    (
        "The jail received 52 detainers in 2024. Voll counts them under the sanctuary law of 2021. She honored nine.",
        "52 2024, nine 2024",
    ),
]

# An earlier time told with one number is compared with: what follows in other paragraphs goes on with the later time.
SET_AGAINST = [
    (
        "Since March 1, the jail has sent ICE 96 notices of releases. In all of 2024 it sent 11.\n\nVoll gave "
        "the numbers "
        "on Tuesday. ICE took 61 people into custody at the jail.",
        "96 2025-03-01.., 11 2024, 61 2025-03-01..",
    ),
    (
        "The jail received 52 detainers in 2024. In 2023, before the change, the jail received 40.\n\nVoll "
        "honored nine.",
        "52 2024, 40 2023, nine 2024",
    ),
    (
        "ICE lodged 177 detainers with the jail in fiscal 2024. A year earlier it was 142.\n\nThe jail honored nine.",
        "177 2023-10-01..2024-09-30, 142 2022-10-01..2023-09-30, nine 2023-10-01..2024-09-30",
    ),
    (
        "In 2024 the jail received 52 detainers. In 2023 the jail received 40. It honored three.",
        "52 2024, 40 2023, three 2023",
    ),
    (
        "In 2024 the jail received 52 detainers. In 2023 it received 40 and honored three.\n\nThe jail "
        "notified ICE of two "
        "releases.",
        "52 2024, 40 2023, three 2023, two 2023",
    ),
    (
        "In 2023 the jail received 40 detainers. In 2024 the jail received 52.\n\nThe jail honored nine.",
        "40 2023, 52 2024, nine 2024",
    ),
]

# Arrests by the federal side date detainers where they are told for a year, not where they are those of a sweep.
ARRESTS = [
    (
        "ICE officers made 310 arrests in Ohio in fiscal 2024. They issued 1,220 detainers.",
        "310 2023-10-01..2024-09-30, 1,220 2023-10-01..2024-09-30",
    ),
    (
        "ICE arrested 63 people in the county from May 5 through May 9. The jail has declined 19 detainers, it said.",
        "63 2025-05-05..2025-05-09, 19 ?",
    ),
]

CASES = COVERED + SET_AGAINST + ARRESTS


@pytest.fixture(scope="module")
def readings() -> dict[str, list[Claim]]:
    documents = [Document(OPENING + text, published=date.fromisoformat(PUBLISHED)) for text, _ in CASES]
    return {text: read.claims for (text, _), read in zip(CASES, reader.read_many(documents), strict=True)}


@pytest.mark.parametrize(("text", "wanted"), CASES, ids=[text[-70:] for text, _ in CASES])
def test_carried(readings: dict[str, list[Claim]], text: str, wanted: str) -> None:
    assert ", ".join(dict.fromkeys(map(written, readings[text]))) == wanted
