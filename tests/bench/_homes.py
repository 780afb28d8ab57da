"""Fits extract/places/homes.tsv: how much each sign of a place speaks for its being what an article is about.

usage: python -m tests.bench._homes FOLDER... [--test FOLDER...]     (annotated documents, as load.py reads them)

An article is about the place that most of its annotated claims have; the pairs of tests/extract are learned from beside
the documents. The weights are those of a logistic choice among the places that the text names, drawn towards zero; a
sign seen in fewer than three documents is left out. With `--test` nothing is written: the weights are fitted on the
first folders and tried on the others.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy
from scipy.optimize import minimize

from extract.places import NAMES, choosing
from extract.places.candidates import CITY, COUNTY, NATION, STATE, signs
from extract.places.evidence import gathered
from tests.corpus import load
from tests.extract import test_places

PULL = 1.0
"""How strongly weights are drawn towards zero."""
FEW = 3
TOLD = 3
"""How many articles a pair is worth, whose place the conventions settle."""


@dataclass
class Choice:
    """The signs of each place among which is chosen, and which of them is right."""

    signs: list[list[str]]
    right: int


def main() -> int:
    arguments = sys.argv[1:]
    cut = arguments.index("--test") if "--test" in arguments else len(arguments)
    train = [choice for folder in arguments[:cut] for choice in articles(Path(folder))]
    if not train:
        print("homes: no annotated documents with a place there; name a folder of annotated documents")
        return 2
    weights = fit([*train, *pairs()])
    if cut < len(arguments):
        tried = [choice for folder in arguments[cut + 1 :] for choice in articles(Path(folder))]
        print(f"{sum(best(choice, weights) == choice.right for choice in tried)} of {len(tried)} right")
        return 0
    print(f"{len(train)} documents, {write(choosing.FILE, weights)} signs")
    return 0


def write(file: Path, weights: dict[str, float]) -> int:
    lines = [f"{sign}\t{weight:.2f}" for sign, weight in sorted(weights.items()) if abs(weight) >= 0.01]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return len(lines)


def articles(folder: Path) -> Iterable[Choice]:
    """The annotated documents whose place is among those that their text names."""
    for _, document, gold in load.documents(folder):
        places = Counter(claim["jurisdiction"] for claim in gold["claims"] if claim["jurisdiction"])
        if not places:
            continue
        (name, _), *_ = places.most_common(1)
        title, text = document.title, document.text
        text = text if not title or title in text else f"{text}\n\n{title}"
        if choice := _choice(text, title, document.outlet, name):
            yield choice


def pairs() -> Iterable[Choice]:
    """The pairs of tests/extract that say where a text plays."""
    tests: list[Any] = [
        test_places.test_home, test_places.test_who_publishes_a_text, test_places.test_home_by_what_is_there
    ]  # fmt: skip
    for mark in (mark for test in tests for mark in test.pytestmark):
        for text, *outlet, home in mark.args[1]:
            if home and (choice := _choice(text, None, outlet[0] if outlet else None, home)):
                yield from [choice] * TOLD
    by_headline: Any = test_places.test_home_by_the_headline_where_counties_are_named_alike
    for mark in by_headline.pytestmark:
        for title, home in mark.args[1]:
            if choice := _choice(f"{title}\n\n{test_places.COUNTIES_ALIKE}", title, None, home):
                yield from [choice] * TOLD


def _choice(text: str, title: str | None, outlet: str | None, name: str) -> Choice | None:
    found = gathered(text, title, outlet)
    right = [i for i, one in enumerate(found) if (one.name, one.kind) == (name.split(",")[0], kind(name))]
    return Choice(signs(text, found), right[0]) if right else None


def kind(name: str) -> str:
    if name == "United States":
        return NATION
    if re.search(r" (?:County|Parish)\b", name):
        return COUNTY
    return STATE if name in NAMES.values() else CITY


def fit(train: list[Choice]) -> dict[str, float]:
    often = Counter(sign for choice in train for sign in {sign for one in choice.signs for sign in one})
    rows = {sign: i for i, sign in enumerate(sorted(sign for sign, many in often.items() if many >= FEW))}
    seen = [(_matrix(choice, rows), choice.right) for choice in train]

    def loss(weights: Any) -> tuple[float, Any]:
        error, slope = 0.5 * PULL * (weights @ weights), PULL * weights
        for matrix, right in seen:
            odds = numpy.exp(matrix @ weights - (matrix @ weights).max())
            odds /= odds.sum()
            error -= numpy.log(odds[right] + 1e-12)
            odds[right] -= 1
            slope = slope + matrix.T @ odds
        return float(error), slope

    found = minimize(loss, numpy.zeros(len(rows)), jac=True, method="L-BFGS-B", options={"maxiter": 200})
    return dict(zip(rows, map(float, found.x), strict=True))


def _matrix(choice: Choice, rows: dict[str, int]) -> Any:
    matrix = numpy.zeros((len(choice.signs), len(rows)))
    for i, found in enumerate(choice.signs):
        for sign in found:
            if sign in rows:
                matrix[i, rows[sign]] = 1
    return matrix


def best(choice: Choice, weights: dict[str, float]) -> int:
    worth = [sum(weights.get(sign, 0.0) for sign in found) for found in choice.signs]
    return worth.index(max(worth))


if __name__ == "__main__":
    sys.exit(main())
