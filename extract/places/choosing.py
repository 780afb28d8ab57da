"""Which of the places of a text it is about: the signs of each are weighed.

The weights are those of a logistic choice among the places, fitted on annotated documents by tests/bench/_homes.py and
kept as data (homes.tsv: `sign<TAB>weight`).
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from common.errors import Failure
from extract.places.candidates import Candidate, signs

FILE = Path(__file__).with_name("homes.tsv")


class WeightsError(Failure):
    """The weights cannot be used: the message names the file, the line and the remedy."""


def ranked(text: str, candidates: list[Candidate]) -> list[Candidate]:
    """The candidates, the likeliest first."""
    known = weights()
    found = zip(candidates, signs(text, candidates), strict=True)
    worth = {id(one): sum(known.get(sign, 0.0) for sign in of_it) for one, of_it in found}
    return sorted(candidates, key=lambda one: -worth[id(one)])


def weights() -> dict[str, float]:
    return read_weights(FILE, "tests/bench/_homes.py")


@cache
def read_weights(file: Path, fitted_by: str) -> dict[str, float]:
    """The weights of a file of `sign<TAB>weight` lines; raises WeightsError."""
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise WeightsError(f"{file}: cannot be read ({error.strerror}); is the installation complete?") from None
    out = {}
    for number, line in enumerate(lines, 1):
        sign, _, weight = line.partition("\t")
        try:
            out[sign] = float(weight)
        except ValueError:
            raise WeightsError(f"{file}, line {number}: no weight; fit it anew ({fitted_by})") from None
    return out
