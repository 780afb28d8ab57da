"""Fits extract/claims/confidence.yml: how much each trait of a claim says about its being right.

usage: python -m tests.bench._confidence FOLDER...     (annotated documents; writes the weights)

Name documents that no rule and no other weight was made with: on others a claim looks surer than it is. A claim is
right when an annotated one has its value at its place, its measure, claimant and period. Weights are those of a
logistic regression, drawn towards zero so that rare traits say little.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict
from math import exp, log
from pathlib import Path
from typing import Any

from extract import reader
from extract.claims import builder, confidence
from extract.model import Claim
from extract.scoring.matching import alike_any, same_period
from tests.corpus.load import documents

STEPS, RATE, PULL = 600, 0.5, 0.02


def main() -> int:
    samples = [sample for folder in sys.argv[1:] for sample in _samples(Path(folder))]
    if not samples:
        print("confidence: no annotated claims there; name a folder of annotated documents")
        return 2
    base, weights = _fit(samples)
    counts = Counter(trait for traits, _ in samples for trait in traits)
    head = "# How sure a claim is: the base and what each trait adds (log-odds), fitted by tests/bench/_confidence.py."
    lines = [head, f'base: "{base:.2f}"', "traits:"]
    lines += [f'  {trait}: "{weights[trait]:.2f}"' for trait in sorted(weights) if counts[trait] >= 3]
    confidence.FILE.write_text("\n".join(lines) + "\n", encoding="utf-8")
    scores = [(_sure(base, weights, traits), right) for traits, right in samples]
    right = sum(right for _, right in scores)
    print(f"{len(scores)} claims, {right} right; log loss {_loss(scores):.3f}; area {_area(scores):.3f}")
    return 0


def _samples(folder: Path) -> Iterable[tuple[list[str], bool]]:
    """Each claim's traits, and whether it is right."""
    seen: list[list[str]] = []
    plain = confidence.of

    def place_of(traits: Iterable[str]) -> float:
        """Each claim carries the place of its traits instead of how sure it is: not every one that is read is kept."""
        seen.append(list(traits))
        return len(seen) - 1.0

    builder.confidence.of = place_of
    try:
        for _, document, gold in documents(folder):
            explained = reader.claims.explain(reader.prepare(document, reader.pipeline.parse(document.text)))
            for claim in (claim for candidate in explained for claim in candidate.claims):
                yield seen[int(claim.confidence)], _right(claim, gold)
    finally:
        builder.confidence.of = plain


def _right(claim: Claim, gold: dict[str, Any]) -> bool:
    made = asdict(claim)
    for item in gold["claims"]:
        there = item["value_start"] < claim.value_end and claim.value_start < item["value_end"]
        measures = [item["measure"], *item.get("measure_alternatives", [])]
        same = there and claim.value == item["value"] and claim.measure in measures
        if same and alike_any(claim.claimant, item, "claimant") and same_period(made, item, gold.get("published")):
            return True
    return False


def _sure(base: float, weights: dict[str, float], traits: Iterable[str]) -> float:
    return 1 / (1 + exp(-(base + sum(weights.get(trait, 0.0) for trait in traits))))


def _fit(samples: list[tuple[list[str], bool]]) -> tuple[float, dict[str, float]]:
    base, weights = 0.0, dict.fromkeys({trait for traits, _ in samples for trait in traits}, 0.0)
    for _ in range(STEPS):
        slope: Counter[str] = Counter()
        whole = 0.0
        for traits, right in samples:
            error = right - _sure(base, weights, traits)
            whole += error
            for trait in traits:
                slope[trait] += error  # type: ignore[assignment]
        base += RATE * whole / len(samples)
        for trait in weights:
            weights[trait] += RATE * (slope[trait] / len(samples) - PULL / len(samples) * 40 * weights[trait])
    return base, weights


def _loss(scores: list[tuple[float, bool]]) -> float:
    return -sum(log(max(1e-9, sure if right else 1 - sure)) for sure, right in scores) / len(scores)


def _area(scores: list[tuple[float, bool]]) -> float:
    """How often a right claim is surer than a wrong one."""
    good = [sure for sure, right in scores if right]
    bad = [sure for sure, right in scores if not right]
    wins = sum((g > b) + 0.5 * (g == b) for g in good for b in bad)
    return wins / max(1, len(good) * len(bad))


if __name__ == "__main__":
    sys.exit(main())
