"""Fits extract/claims/ranking.yml: how much each sign of a party says for its being the claimant of a number.

usage: python -m tests.bench._claimants FOLDER...                  (annotated documents; writes the weights)
       python -m tests.bench._claimants FOLDER... --test FOLDER... (fits on the first, tries the others, writes nothing)
       python -m tests.bench._claimants FOLDER... --fold 10        (cross-validates over documents, writes nothing)

The model is log-linear: of the parties of one number the likelihood goes to those that the annotation accepts. Weights
are drawn towards PRIORS, which say what the conventions say, so that a sign seen in few documents moves little. What
the words around a number say of its side counts while fitting as it does while reading, so that no sign says it again.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Any

import numpy
from scipy import sparse  # type: ignore[import-untyped]
from scipy.optimize import minimize  # type: ignore[import-untyped]

from extract import gate, reader
from extract.claims import builder, evidence, find, ranking
from extract.model import Document
from extract.scoring.matching import alike_any, same_value
from tests.corpus.load import documents
from tests.extract import claim_cases, test_claims_claimant, test_claims_papers

PRIORS = {
    "possessive": 6, "contrast": 4, "label": 3, "says": 3, "beside": 3,
    "inner": 3, "inner counting": 1, "inner person civil": -1, "inner reporter": 1.5, "outer": 0.5, "alone": 0.5,
    "himself": -0.5,
    "paper": 2.5, "title": 1.5, "counts": 2.5, "counts behind the cue": 1, "counts behind a counting cue": 4,
    "acts": 1, "acts behind the cue": 1, "acts by him": 2, "acts as writer": 3, "counts as writer": 3,
    "elsewhere acts": -2, "before same line in a table": 1,
    "besides counted": 2, "it": 0.5, "body": 0.3, "body as subject": 0.5, "heads": 0.5, "heads, fits": 0.5,
    "publisher": 2, "spoke": 0.3, "goes on, the other acts": -1,
    "before": 0.7, "before by lead-in": 2, "before told, no other acts": 1, "before told, the other acts": -1,
    "before untold, the other acts": -1, "federal, nationwide": 1.5, "custody, nationwide": -1.5,
    "untold, settled": -3, "elsewhere before": -0.5, "subject": 0.3, "speaks": 0.5, "holds": 1, "title bare": -0.5,
}  # fmt: skip
"""What a sign says before any document is seen: who is said to count before who acts, who acts before the rest."""
PULL, DETAIL = 2.0, 3.0
"""How strongly weights are drawn to their prior, and how much more those of signs of more than a word."""
FEW = 2
"""Signs on fewer numbers than this are left out."""
OPTIONAL = 0.3
"""What a number that the annotations mark optional counts for."""
TOLD = 3
"""How many numbers of a document a pair is worth, whose conventions it says."""
ROUNDS = 2
"""How often the documents are read: a claim before is whose the weights of the last round say."""
SMALL = 0.005


@dataclass
class Number:
    """One annotated number: the signs of each party, and which parties are right."""

    document: str
    signs: list[list[str]]
    by_side: list[float]
    """What speaks for each party beside its signs, in log-odds."""
    right: list[bool]
    optional: bool
    times: int = 1
    """How many numbers of a document it is worth."""


def main() -> int:
    arguments = sys.argv[1:]
    marks = [i for i, word in enumerate(arguments) if word in {"--test", "--fold"}]
    cut = marks[0] if marks else len(arguments)
    folders = [Path(folder) for folder in arguments[:cut]]
    train = _numbers(folders, chain(cases(), pairs())) if folders else []
    if not train:
        print("claimants: no annotated claims there; name a folder of annotated documents")
        return 2
    if marks and arguments[cut] == "--fold":
        return _cross(train, int(arguments[cut + 1]))
    if marks:
        _use(fit(train))
        _tell(_numbers(Path(folder) for folder in arguments[cut + 1 :]))
        return 0
    for _ in range(ROUNDS):
        weights = fit(train)
        _use(weights)
        train = _numbers(folders, chain(cases(), pairs()))
    head = "# How much each sign says for a party as the claimant (log-odds), fitted by tests/bench/_claimants.py."
    lines = [f'"{sign}": "{weight:.2f}"' for sign, weight in sorted(weights.items()) if abs(weight) >= SMALL]
    ranking.FILE.write_text("\n".join([head, *lines]) + "\n", encoding="utf-8")
    _tell(train)
    return 0


def fit(
    numbers: list[Number], priors: Mapping[str, float] = PRIORS, detail: float = DETAIL, few: int = FEW
) -> dict[str, float]:
    """The weight of each sign."""
    seen: Counter[str] = Counter()
    for number in numbers:
        seen.update(dict.fromkeys({sign for signs in number.signs for sign in signs}, number.times))
    signs = sorted({sign for sign, times in seen.items() if times >= few} | set(priors))
    column = {sign: i for i, sign in enumerate(signs)}
    prior = numpy.array([priors.get(sign, 0.0) for sign in signs])
    pull = numpy.array([PULL * (detail if " " in sign else 1.0) for sign in signs])
    usable = [number for number in numbers if any(number.right) and not all(number.right)]
    rows = [
        (i, party)
        for i, number in enumerate(usable)
        for party in zip(number.signs, number.right, number.by_side, strict=True)
    ]
    of = numpy.array([i for i, _ in rows])
    right = numpy.array([party[1] for _, party in rows])
    by_side = numpy.array([party[2] for _, party in rows])
    cells = [(r, column[sign]) for r, (_, party) in enumerate(rows) for sign in party[0] if sign in column]
    table = sparse.csr_matrix(([1.0] * len(cells), tuple(zip(*cells, strict=True))), shape=(len(rows), len(signs)))
    heft = numpy.array([number.times * (OPTIONAL if number.optional else 1.0) for number in usable])

    def loss(weights: Any) -> tuple[float, Any]:
        score = table @ weights + by_side
        top = numpy.full(len(usable), -numpy.inf)
        numpy.maximum.at(top, of, score)
        odds = numpy.exp(score - top[of])
        whole = numpy.bincount(of, odds, len(usable))
        good = numpy.maximum(numpy.bincount(of, odds * right, len(usable)), 1e-300)
        slope = heft[of] * (odds / whole[of] - odds * right / good[of])
        away = weights - prior
        value = -(heft * numpy.log(good / whole)).sum() + 0.5 * (pull * away * away).sum()
        return float(value), table.T @ slope + pull * away

    found = minimize(loss, prior.copy(), jac=True, method="L-BFGS-B", options={"maxiter": 300})
    return dict(zip(signs, map(float, found.x), strict=True))


def _use(weights: dict[str, float]) -> None:
    ranking.weights = lambda: weights  # type: ignore[assignment]


def _right(number: Number) -> bool:
    known = ranking.weights()
    scores = [
        sum(known.get(sign, 0.0) for sign in signs) + more
        for signs, more in zip(number.signs, number.by_side, strict=True)
    ]
    return bool(scores) and number.right[scores.index(max(scores))]


def _cross(numbers: list[Number], folds: int) -> int:
    """Each document by weights fitted without it and those of its fold."""
    names = sorted({number.document for number in numbers})
    tried: list[Number] = []
    hits = 0
    for fold in range(folds):
        out = set(names[fold::folds])
        _use(fit([number for number in numbers if number.document not in out]))
        inside = [number for number in numbers if number.document in out and not number.optional]
        tried += inside
        hits += sum(_right(number) for number in inside)
    print(f"{len(tried)} numbers, claimant right of {100 * hits / len(tried):.1f}% by weights of other documents")
    return 0


def _tell(numbers: list[Number]) -> None:
    asked = [number for number in numbers if not number.optional]
    right, possible = sum(_right(n) for n in asked), sum(any(n.right) for n in asked)
    print(f"{len(asked)} numbers, claimant right of {right}, among the parties of {possible}")


def _numbers(folders: Iterable[Path], more: Iterable[tuple[str, Document, dict[str, Any]]] = ()) -> list[Number]:
    """The annotated numbers of every document that the reading makes a claim of."""
    last: Any = None
    gather, make = evidence.gather, builder.Builder._as_claim
    made: dict[int, Any] = {}

    def gathered(*arguments: Any) -> Any:
        nonlocal last
        last = gather(*arguments)
        return last

    def as_claim(self: Any, *arguments: Any) -> Any:
        claim = make(self, *arguments)
        made[id(claim)] = last
        return claim

    patched: Any = builder.Builder
    vars(evidence)["gather"], patched._as_claim = gathered, as_claim
    try:
        return [
            number
            for name, document, gold in chain(*map(documents, folders), more)
            for number in _of(name, document, gold, made)
        ]
    finally:
        vars(evidence)["gather"], patched._as_claim = gather, make


def cases() -> Iterable[tuple[str, Document, dict[str, Any]]]:
    """The short cases of tests/extract as annotated documents; each claim may stand anywhere in its text."""
    written = [("county", *case) for case in claim_cases.COUNTY] + [("city", *case) for case in claim_cases.CITY]
    for where, text, lines in written:
        opening = claim_cases.OPENING[where]
        document = Document(opening + text, published=date.fromisoformat(claim_cases.PUBLISHED))
        place = {"value_start": len(opening), "value_end": len(document.text)}
        yield text, document, {"claims": [{**claim_cases.expected(line, where)._asdict(), **place} for line in lines]}


def pairs() -> Iterable[tuple[str, Document, dict[str, Any]]]:
    """The pairs of tests/extract that say whose a number is, as annotated documents of one claim."""
    told = [test_claims_claimant.SPOKEN, test_claims_papers.PAIRS]
    rows = [(None, opening + text, number, expected) for row in told for opening, text, number, expected in row]
    for outlet, text, number, expected in [*rows, *test_claims_claimant.PUBLISHED]:
        claimant = test_claims_claimant.NAMES.get(short := expected.split(" / ")[0], short)
        start = text.rfind(number)
        if claimant is None or start < 0:
            continue
        document = Document(text, outlet=outlet, published=date.fromisoformat(claim_cases.PUBLISHED))
        item = {"claimant": claimant, "measure": "", "value_start": start, "value_end": start + len(number)}
        yield text, document, {"claims": [item], "times": TOLD}


def _of(name: str, document: Document, gold: dict[str, Any], made: dict[int, Any]) -> Iterable[Number]:
    if gate.reason_unread(document.text, document.title) is not None:
        return
    made.clear()
    claims = find(reader.prepare(document, parse(document.text)))
    left = list(gold["claims"])
    for claim in claims:
        case = made.get(id(claim))
        near = [
            item
            for item in left
            if item["value_start"] < claim.value_end
            and claim.value_start < item["value_end"]
            and ("value" not in item or same_value(claim.__dict__, item))
        ]
        item = next((item for item in near if item["measure"] == claim.measure), near[0] if near else None)
        if case is None or item is None:
            continue
        left.remove(item)
        parties = list(case.parties.values())
        right = [alike_any(party.name, item, "claimant") for party in parties]
        by_side = [ranking.by_side(case, party) for party in parties]
        signs = [case.signs(party) for party in parties]
        yield Number(name, signs, by_side, right, bool(item.get("optional")), gold.get("times", 1))


def parse(text: str) -> Any:
    """The parse of a text."""
    return reader.pipeline.parse(text)


if __name__ == "__main__":
    sys.exit(main())
