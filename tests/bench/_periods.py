"""Fits extract/claims/handing.yml: how much each sign says for a number's taking a period that was told before it.

usage: python -m tests.bench._periods FOLDER...                  (annotated documents; writes the weights)
       python -m tests.bench._periods FOLDER... --test FOLDER... (fits on the first, tries the others, writes nothing)
       python -m tests.bench._periods FOLDER... --fold 10        (cross-validates over documents, writes nothing)

The model is that of _claimants.py: of the periods that a number may take the likelihood goes to those that the
annotation accepts.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from extract import gate, reader
from extract.claims import find, handing
from extract.scoring.matching import same_period
from tests.bench._claimants import Number, fit
from tests.corpus.load import documents

PRIORS = {
    "none": -1, "rank 0": 1, "none, stock": 3, "none, vague": 3, "none, average": 3, "none, present": 2, "set": 2,
    "same number and measure": 1, "compared": -1, "half open": -2, "set against": -1.5, "in brackets": -2,
    "older list": -2, "length day": -1.5, "raids, short": -5, "same claimant": 0.5, "same measure": 0.4,
}  # fmt: skip
"""What a sign says before any document is seen."""
DETAIL, FEW, SMALL = 2.0, 3, 0.005
"""How much more signs of several words are drawn to their prior; what is left out: signs on fewer numbers, weights
less than this."""


def main() -> int:
    arguments = sys.argv[1:]
    marks = [i for i, word in enumerate(arguments) if word in {"--test", "--fold"}]
    cut = marks[0] if marks else len(arguments)
    train = list(numbers(map(Path, arguments[:cut])))
    if not train:
        print("periods: no annotated claims there; name a folder of annotated documents")
        return 2
    if marks and arguments[cut] == "--fold":
        folds = int(arguments[cut + 1])
        names = sorted({number.document for number in train})
        for fold in range(folds):
            out = set(names[fold::folds])
            known = weighed([number for number in train if number.document not in out])
            tell([number for number in train if number.document in out], known)
        return 0
    known = weighed(train)
    if marks:
        tell(numbers(map(Path, arguments[cut + 1 :])), known)
        return 0
    head = "# How much each sign says for a period told before (log-odds), fitted by tests/bench/_periods.py."
    lines = [f'"{sign}": "{weight:.2f}"' for sign, weight in sorted(known.items()) if abs(weight) >= SMALL]
    handing.FILE.write_text("\n".join([head, *lines]) + "\n", encoding="utf-8")
    tell(train, known)
    return 0


def weighed(train: list[Number]) -> dict[str, float]:
    """The weight of each sign."""
    return fit(train, PRIORS, DETAIL, FEW)


def tell(tried: Iterable[Number], known: dict[str, float]) -> None:
    """How many numbers take the period that they have, and how many could."""
    asked = [number for number in tried if not number.optional]
    scores = [[sum(known.get(sign, 0.0) for sign in signs) for signs in number.signs] for number in asked]
    right = sum(number.right[score.index(max(score))] for number, score in zip(asked, scores, strict=True))
    rules = sum(ok for n in asked for signs, ok in zip(n.signs, n.right, strict=True) if "by rules" in signs)
    possible = sum(any(number.right) for number in asked)
    print(f"{len(asked)} numbers, period right of {right}, of {rules} by the rules alone, told before of {possible}")


def numbers(folders: Iterable[Path]) -> Iterable[Number]:
    """The annotated numbers of every document whose period hangs on those told before."""
    seen: dict[tuple[int, str], list[tuple[handing.Span, list[str]]]] = {}
    plain = handing.candidates

    def candidates(asked: handing.Asked, by_rules: Any) -> Any:
        found = plain(asked, by_rules)
        seen[asked.frame.count.start, asked.measure] = found
        return found

    vars(handing)["candidates"] = candidates
    try:
        for folder in folders:
            for name, document, gold in documents(folder):
                if gate.reason_unread(document.text, document.title) is not None:
                    continue
                seen.clear()
                made = {c.value_start for c in find(reader.prepare(document, reader.pipeline.parse(document.text)))}
                asked = {key: found for key, found in seen.items() if key[0] in made}
                yield from _of(f"{folder}/{name}", asked, gold)
    finally:
        vars(handing)["candidates"] = plain


def _of(
    name: str, asked: dict[tuple[int, str], list[tuple[handing.Span, list[str]]]], gold: dict[str, Any]
) -> Iterable[Number]:
    for (start, measure), found in asked.items():
        there = [c for c in gold["claims"] if c["value_start"] <= start < c["value_end"]]
        if not there:
            continue
        item = next((c for c in there if c["measure"] == measure), there[0])
        spans = [{"period_start": first, "period_end": last} for (first, last), _ in found]
        right = [same_period(span, item, gold.get("published")) for span in spans]
        signs = [signs for _, signs in found]
        yield Number(name, signs, [0.0] * len(found), right, bool(item.get("optional")))


if __name__ == "__main__":
    sys.exit(main())
