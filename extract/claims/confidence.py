"""How sure a claim is, from what it was read by: additive weights kept as data (confidence.yml)."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from math import exp
from pathlib import Path
from typing import Any

from extract import vocabulary

FILE = Path(__file__).with_name("confidence.yml")
SHAPE: dict[str, Any] = {"base": str, "traits": {str: str}}


@cache
def weights() -> tuple[float, dict[str, float]]:
    """The base and the weight of each trait, in log-odds."""
    data = vocabulary.load_file(FILE, SHAPE)
    return float(data["base"]), {name: float(weight) for name, weight in data["traits"].items()}


def of(traits: Iterable[str]) -> float:
    """The probability that a claim with these traits is right in value, measure, claimant and period."""
    base, weight = weights()
    return round(1 / (1 + exp(-(base + sum(weight.get(trait, 0.0) for trait in traits)))), 3)
