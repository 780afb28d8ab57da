"""Fits extract/claims/weighing/measures.tsv: how much each sign of a number speaks for each measure, or for no claim.

usage: python -m tests.bench._measures FOLDER... [--test FOLDER...]     (annotated documents)

The short cases of tests/extract are learned from beside the documents. What the rules say is learned from `training/`
alone: in the others, which rules were written against, they are right too often. With `--test` nothing is written: the
weights are fitted on the first folders and tried on the others, number by number.

A number leans on what was read before it, so it is read twice: first by the rules alone, then with the weights that the
other documents gave, as any new text is read; the signs of the second reading are fitted on. What the annotations mark
optional counts for less; a measure or a sign seen in fewer than three documents is left out. Weights are those of a
multinomial logistic regression, drawn towards zero.
"""

from __future__ import annotations

import sys
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import numpy
from scipy import sparse
from scipy.optimize import minimize

from extract import reader
from extract.claims import builder, weighing
from extract.claims.weighing import NONE, SCALE, VECTOR, Opinion, Weights, signs, words
from extract.model import Document
from tests.bench._alone import without_net
from tests.corpus.load import TRAINING, documents
from tests.extract import claim_cases, measure_cases

PULL = 8.0
"""How strongly weights are drawn towards zero."""
FEW = 3
OPTIONAL = 0.4
STEPS = 150
SMALL = 0.02
"""Weights all smaller than this are not kept."""
FOLDS = 3
"""Parts of the documents; each is read again with the weights that the others give."""
ALL = -1
Fitted = tuple[list[str], list[str], Any]
"""Classes, signs that are kept, and weights: vector rows first, then one a sign, then the base."""


@dataclass
class Number:
    """One number of an annotated document: its signs, what it is annotated as, and what the rules make of it."""

    document: str
    signs: list[str]
    vector: Any
    measure: str
    accepted: set[str]
    optional: bool


def main() -> int:
    arguments = sys.argv[1:]
    cut = arguments.index("--test") if "--test" in arguments else len(arguments)
    folders = [Path(folder) for folder in arguments[:cut]]
    first = _read(folders, {})
    if not first:
        print("measures: no annotated numbers there; name a folder of annotated documents")
        return 2
    apart = {fold: fit([n for n in first if _fold(n.document) != fold]) for fold in range(FOLDS)}
    train = _read(folders, {fold: _weights(fitted) for fold, fitted in apart.items()})
    classes, rows, weights = fit(train)
    if cut < len(arguments):
        known = {ALL: _weights(fit(first))}
        _try(classes, rows, weights, [n for folder in arguments[cut + 1 :] for n in numbers(Path(folder), known)])
        return 0
    _write(classes, rows, weights)
    documents = len({number.document for number in train})
    print(f"{len(train)} numbers of {documents} documents; {len(rows)} signs; {len(classes)} kinds")
    return 0


def _read(folders: list[Path], known: dict[int, Weights]) -> list[Number]:
    """The numbers of all folders, and of the short cases."""
    read = [n for folder in folders for n in numbers(folder, known, rules=folder.resolve() == TRAINING)]
    return [*read, *cases(known)] if read else []


def _fold(name: str) -> int:
    return zlib.crc32(name.encode()) % FOLDS


def _for(known: dict[int, Weights], name: str) -> Weights | None:
    """The weights to read a document with: those of the parts that it is not in; none to read by the rules alone."""
    return known.get(ALL) or known.get(_fold(name))


def numbers(folder: Path, known: dict[int, Weights], rules: bool = True) -> Iterable[Number]:
    """Every number of the annotated documents that is weighed; without `rules`, what they say is left out."""
    for name, document, gold in documents(folder):
        for candidate, found, vector in _seen(document, _for(known, name)):
            items = [c for c in gold["claims"] if c["value_start"] < candidate.end and candidate.start < c["value_end"]]
            kinds = sorted({c["measure"] for c in items})
            accepted = {m for c in items for m in (c["measure"], *c.get("measure_alternatives", []))}
            optional = bool(items) and all(c.get("optional") for c in items)
            found = found if rules else _without_rules(found)
            yield Number(name, found, vector, "+".join(kinds) or NONE, accepted, optional)


def cases(known: dict[int, Weights]) -> Iterable[Number]:
    """The numbers of the short cases."""
    for opening, text, items in told():
        document = Document(opening + text, published=date.fromisoformat(claim_cases.PUBLISHED))
        for candidate, found, vector in _seen(document, _for(known, text)):
            if candidate.start < len(opening):
                continue
            kinds = {measure for value, measure in items if value == candidate.value}
            yield Number(text, _without_rules(found), vector, "+".join(sorted(kinds)) or NONE, kinds, False)


def told() -> Iterable[tuple[str, str, list[tuple[float, str]]]]:
    """Each short case: what stands before it, its text, and its claims as value and measure."""
    written = [("county", *case) for case in claim_cases.COUNTY] + [("city", *case) for case in claim_cases.CITY]
    for where, text, lines in written:
        items = [claim_cases.expected(line, where) for line in lines]
        yield claim_cases.OPENING[where], text, [(item.value, item.measure) for item in items]
    for text, wanted in measure_cases.MEASURED:
        parts = [part.split() for part in wanted.split(", ") if part]
        pairs = [(float(value), claim_cases.SHORT.get(measure, measure)) for value, measure in parts]
        yield claim_cases.OPENING["county"], text, pairs
    for text in claim_cases.NOT_CLAIMS:
        yield claim_cases.OPENING["county"], text, []


def _seen(document: Document, known: Weights | None) -> list[tuple[Any, list[str], Any]]:
    """What is weighed while a document is read, with some weights or by the rules alone."""
    seen: list[tuple[Any, list[str], Any]] = []

    def note(memory: Any, line: Any, candidate: Any, earlier: str | None, told: list[str]) -> Opinion:
        found = [*signs.of(memory, line, candidate, earlier), *told]
        seen.append((candidate.count, found, signs.vector(candidate)))
        if known is None:
            return Opinion({NONE: 0.62, "other": 0.38})  # neither adds, drops nor changes anything
        return weighing.judge(found, seen[-1][2], known).only(candidate.count.unit == "percent")

    plain = weighing.weigh
    builder.weighing.weigh = note  # type: ignore[assignment]
    try:
        with without_net():
            reader.claims.explain(reader.prepare(document, _parsed(document.text)))
    finally:
        builder.weighing.weigh = plain
    return seen


@cache
def _parsed(text: str) -> Any:
    return reader.pipeline.parse(text)


def _without_rules(found: list[str]) -> list[str]:
    return [sign for sign in found if not sign.startswith((signs.SAYS, signs.RULE))]


def fit(numbers: list[Number]) -> Fitted:
    documents: defaultdict[str, set[str]] = defaultdict(set)
    for number in numbers:
        for sign in number.signs:
            documents[sign].add(number.document)
    rows = sorted(sign for sign, where in documents.items() if len(where) >= FEW)
    often = Counter(number.measure for number in numbers)
    classes = sorted(kind for kind, count in often.items() if count >= FEW)
    used = [number for number in numbers if number.measure in classes]
    seen = _matrix(used, rows)
    right = numpy.array([classes.index(number.measure) for number in used])
    worth = numpy.array([OPTIONAL if number.optional else 1.0 for number in used])
    many, wide = seen.shape
    target = numpy.zeros((many, len(classes)))
    target[numpy.arange(many), right] = 1

    def loss(flat: Any) -> tuple[float, Any]:
        weights = flat.reshape(wide, len(classes))
        odds = _odds(seen @ weights)
        pull = PULL * weights
        pull[-1] = 0
        slope = seen.T @ ((odds - target) * worth[:, None]) + pull
        error = -(worth * numpy.log(odds[numpy.arange(many), right] + 1e-12)).sum()
        return float(error + 0.5 * (pull * weights).sum()), slope.ravel()

    start = numpy.zeros(wide * len(classes))
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": STEPS})
    return classes, rows, found.x.reshape(wide, len(classes))


def _weights(fitted: Fitted) -> Weights:
    """Weights as a reading uses them."""
    classes, rows, weights = fitted
    wide = 3 * words.WIDTH
    return weighing.of_rows(classes, weights[-1], dict(zip(rows, weights[wide:-1], strict=True)), weights[:wide])


def _matrix(numbers: list[Number], rows: list[str]) -> Any:
    place = {sign: i for i, sign in enumerate(rows)}
    cells = [(i, place[sign]) for i, number in enumerate(numbers) for sign in number.signs if sign in place]
    across, down = zip(*cells, strict=True)
    shape = (len(numbers), len(rows))
    words = sparse.csr_matrix((numpy.ones(len(cells)), (across, down)), shape=shape)
    vectors = sparse.csr_matrix(numpy.array([number.vector for number in numbers]) * SCALE)
    return sparse.hstack([vectors, words, numpy.ones((len(numbers), 1))]).tocsr()


def _odds(total: Any) -> Any:
    odds = numpy.exp(total - total.max(axis=1, keepdims=True))
    return odds / odds.sum(axis=1, keepdims=True)


def _write(classes: list[str], rows: list[str], weights: Any) -> None:
    lines = ["\t".join(["sign", *classes]), _line("base", weights[-1])]
    wide = 3 * words.WIDTH
    lines += [
        _line(sign, row) for sign, row in zip(rows, weights[wide:-1], strict=True) if abs(row).max() >= SMALL
    ]  # fmt: skip
    lines += [_line(VECTOR, row) for row in weights[:wide]]
    weighing.FILE.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _line(name: str, row: Any) -> str:
    return "\t".join([name, *(f"{value:.2f}".replace("-0.00", "0") for value in row)])


def _try(classes: list[str], rows: list[str], weights: Any, numbers: list[Number]) -> None:
    odds = _odds(_matrix(numbers, rows) @ weights)
    best = [classes[i] for i in odds.argmax(axis=1)]
    claims = [(n, b) for n, b in zip(numbers, best, strict=True) if n.measure != NONE and not n.optional]
    found = sum(b != NONE for _, b in claims)
    right = sum(set(b.split("+")) <= n.accepted for n, b in claims)
    false = sum(n.measure == NONE and b != NONE for n, b in zip(numbers, best, strict=True))
    print(f"{len(numbers)} numbers, {len(claims)} claims: {found} found, {right} with the measure; {false} invented")


if __name__ == "__main__":
    sys.exit(main())
