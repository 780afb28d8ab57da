"""How sure a claim is, from what it was read by: additive weights kept as data (confidence.yml)."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from math import exp
from pathlib import Path
from typing import Any

from extract import vocabulary
from extract.claims.acts import Reading as Measure
from extract.claims.frames import Frame
from extract.claims.period import Period
from extract.claims.source import Source

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


def traits(because: Measure, source: Source, when: Period, frame: Frame, alone: bool, state: str) -> list[str]:
    """What a claim was read by, in words that the weights know; `alone` is a headline's claim that the body lacks."""
    how = because.rule.split()[0]
    found = [
        f"measure {how}",
        f"claimant {source.rule.split()[0] if source.claimant else 'none'}",
        f"period {when.rule if when.known else 'none'}",
    ]
    found.append(f"claimant {'clear' if source.share > 0.8 else 'likely' if source.share > 0.5 else 'open'}")
    if alone:
        found.append("headline alone")
    if because.trigger is not None and because.trigger.weak:
        found.append("weak verb")
    if state == "projection":
        found.append("projection")
    if frame.count.form != "digits":
        found.append("words")
    return found
