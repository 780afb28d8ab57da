"""Counts of what was found, missed and invented, and of what was right about the found."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field


@dataclass
class Tally:
    """How often a kind of item was found, missed, or read where there is none."""

    hit: int = 0
    missed: int = 0
    extra: int = 0

    def add(self, hit: int, missed: int, extra: int) -> None:
        self.hit += hit
        self.missed += missed
        self.extra += extra

    @property
    def precision(self) -> float:
        return 100 * self.hit / (self.hit + self.extra) if self.hit + self.extra else 0.0

    @property
    def recall(self) -> float:
        return 100 * self.hit / (self.hit + self.missed) if self.hit + self.missed else 0.0

    @property
    def f1(self) -> float:
        p, r = self.precision, self.recall
        return 2 * p * r / (p + r) if p + r else 0.0

    @property
    def gold(self) -> int:
        return self.hit + self.missed


@dataclass
class Score:
    """The figures over any number of documents; percentages are 0 to 100."""

    tallies: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    right: Counter[str] = field(default_factory=Counter)
    of: Counter[str] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)
    """One line for each item that is wrong, missed or invented."""
    hits: list[str] = field(default_factory=list)
    """One line for each item that is right: what a comparison of two runs lists as gained or lost."""

    def judge(self, name: str, yes: bool) -> bool:
        """Count one judgement about a matched item."""
        self.right[name] += yes
        self.of[name] += 1
        return yes

    def to_dict(self) -> dict[str, dict[str, object]]:
        """Rows by kind, and under `accuracy` the share of matched items that are right."""
        rows: dict[str, dict[str, object]] = {
            kind: {"precision": t.precision, "recall": t.recall, "f1": t.f1, "gold": t.gold}
            for kind, t in self.tallies.items()
        }
        rows["accuracy"] = {
            name: {"percent": 100 * self.right[name] / of if of else 0.0, "of": of} for name, of in self.of.items()
        }
        return rows

    def table(self) -> str:
        """The table that people read."""
        lines = [f"{'':14}  precision  recall     F1   gold"]
        lines += [
            f"{kind:14}  {t.precision:9.1f}  {t.recall:6.1f}  {t.f1:5.1f}  {t.gold:5d}"
            for kind, t in self.tallies.items()
        ]
        shares = (f"{name} {100 * self.right[name] / of if of else 0:.0f}% of {of}" for name, of in self.of.items())
        return "\n".join([*lines, "of the matched: " + ", ".join(shares)])
