"""Which of the places of a text it is about: the signs of each are weighed.

The weights are those of a logistic choice among the places, fitted on annotated documents by tests/bench/_homes.py and
kept as data (homes.tsv: `sign<TAB>weight`).
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from extract.places.candidates import Candidate, signs
from extract.weights import read

FILE = Path(__file__).with_name("homes.tsv")
FITTED_BY = "tests/bench/_homes.py"


def ranked(text: str, candidates: list[Candidate]) -> list[Candidate]:
    """The candidates, the likeliest first."""
    known = weights()
    found = zip(candidates, signs(text, candidates), strict=True)
    worth = {id(one): sum(known.get(sign, 0.0) for sign in of_it) for one, of_it in found}
    return sorted(candidates, key=lambda one: -worth[id(one)])


@cache
def weights() -> dict[str, float]:
    """The weight of each sign; raises WeightsError."""
    return {sign: weight for sign, (weight,) in read(FILE, 1, FITTED_BY)}
