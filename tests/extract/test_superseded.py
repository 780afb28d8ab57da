"""Figures that a text puts right or takes back are no claims, wherever they stand in it."""

from __future__ import annotations

from datetime import date

import pytest

from extract import reader
from extract.model import Document

CASES = [
    (
        "County revises detainer count again: 31 requests, not 13",
        "The Alder County jail received 31 detainers in 2024, Ann Voll said. In January she had put the total at 13.",
        [31],
    ),
    (
        "Update: prison handed 73 to ICE, not 173",
        "The department now says it handed 73 people over to ICE. A slide on Tuesday, a typo in it, had it as 173.",
        [73, 73],
    ),
    (
        "A letter about detainers",
        "The agency wrote that the jail declined 45 detainers in 2024. It withdrew the figure of 45 and said the "
        "correct number declined is 18.",
        [18],
    ),
    (
        "Sheriff: ICE numbers on detainers are wrong",
        "The Alder County jail received 91 detainers in 2024, Ann Voll said. Her office had reported 91 in January.",
        [91, 91],
    ),
    (
        "Sheriff says jail got 84 ICE detainers, not 140",
        "The Alder County jail received 84 detainers in 2024, Sheriff Ann Voll said. ICE said that it sent 140.",
        [84, 140],
    ),
    (
        "A letter about detainers",
        "The agency withdrew its figure of 45 detainers declined in 2024; the correct number is 18, it said. The Alder "
        "County jail received 45 detainers in 2022, Sheriff Ann Voll said.",
        [18, 45],
    ),
    (
        "Alder County revises its detainer count",
        "The sheriff's office said it received 212 detainers in 2024. It had reported 121 in January. A clerk's note "
        "listed 121 received.",
        [212],
    ),
    (
        "Recount finds more ICE holds at Alder County jail",
        "Sheriff Ann Voll had told the Rotary Club that her jail held 60 people for ICE in 2024. It was not 60, Voll "
        "said Thursday. It was 89.",
        [89],
    ),
]


@pytest.mark.parametrize(("title", "text", "values"), CASES)
def test_superseded(title: str, text: str, values: list[int]) -> None:
    document = Document(f"{title}\n\n{text}", title=title, published=date(2025, 3, 10))
    found = [claim.value for claim in reader.read(document).claims if claim.value_start > len(title)]
    assert sorted(set(found)) == sorted({float(value) for value in values})
