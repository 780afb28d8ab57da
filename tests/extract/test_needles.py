"""What a pattern needs is read from it: it finds what it would find anyway, and is not tried where it cannot."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from extract import citations
from extract.agencies import local
from extract.claims import absences, protect
from extract.dates import shapes as date_shapes
from extract.needles import Sought, needs, sought
from extract.statutes import shapes as laws
from extract.statutes import vague
from tests.corpus.load import documents

CORPUS = Path(__file__).parents[1] / "corpus"


@pytest.mark.parametrize(
    ("pattern", "needed"),
    [
        (r"\bdetainers?\b", "detainer"),
        (r"\b[Hh]ouse\s+Bill\s+\d+", ("all", [("any", ["House", "house"]), "Bill"])),
        (r"vot(?:e|ed|ing)\b.{0,9}\d", ("any", ["vote", "voting"])),
        (r"(?:a|one)\s+day\s+(?:or|and)\s+more", ("all", ["more", "day", ("any", ["or", "and"])])),
        (r"(?i)Form I-\d+|DETAINER", ("any", ["form i-", "detainer"])),
        (r"(?:§|Section)\s*\d", ("any", ["§", "Section"])),
        (r"(?:up\s+)?to", "to"),
        (r"\d+\s?%?", None),
        (r"(?:\d+|all) held", " held"),
        (r"(?:foo|\w+)", None),
        (r"(?<!no )(?=x)hold(?!s)", "hold"),
    ],
)
def test_what_a_pattern_needs_is_read_from_it(pattern: str, needed: object) -> None:
    assert needs(re.compile(pattern)) == needed


@pytest.mark.parametrize(
    ("pattern", "text", "tried"),
    [
        (r"\bHouse\s+Bill\s+\d+", "The house took up Bill 12.", False),
        (r"\bHouse\s+Bill\s+\d+", "The House took up a Bill.", True),
        (r"(?i)detainer", "DETAINERS", True),
        (r"(?i:Detainer)s", "detainers", True),
        (r"(?i)straße", "STRASSE", True),
    ],
)
def test_a_pattern_is_tried_where_it_may_match(pattern: str, text: str, tried: bool) -> None:
    assert sought(pattern).may_match(text) is tried


def _all() -> Iterator[Sought]:
    yield from (shape for _, shape in protect.patterns())
    yield from (shape for shape, _ in local.SHAPES)
    yield from (sought(pattern) for _, pattern in date_shapes.SHAPES)
    yield from (shape for _, shape in absences.patterns())
    for module in (laws, vague, citations):
        yield from (shape for shape in vars(module).values() if isinstance(shape, Sought))


def test_it_finds_what_the_pattern_finds() -> None:
    texts = [document.text for _, document, _ in documents(CORPUS)]
    found = 0
    for shape in _all():
        for text in texts:
            whole = [match.span() for match in shape.pattern.finditer(text)]
            assert [match.span() for match in shape.finditer(text)] == whole, shape.pattern.pattern
            found += len(whole)
    assert found > 1000
