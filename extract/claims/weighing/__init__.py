"""What a number most likely counts, weighed from the signs around it.

The rules of the other modules say what a sentence of a known shape counts; most sentences are of no known shape. The
weights say how much each sign speaks for each measure, or for no claim at all: those of a multinomial logistic
regression, fitted on annotated documents by tests/bench/_measures.py and kept as data (measures.tsv). What the
rules say is a sign among the others: it stands unless the others speak clearly against it; where no rule speaks, they
decide.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy

from extract import weights as stored
from extract.claims.candidates import Candidate, Line
from extract.claims.frames import Frame
from extract.claims.memory import Memory
from extract.claims.parties import side_of
from extract.claims.weighing import context, net, signs, words
from extract.weights import WeightsError

FILE = Path(__file__).with_name("measures.tsv")
FITTED_BY = "tests/bench/_measures.py"
NONE = "none"
RULE = "weighed"
"""The rule that a claim names where the signs decided."""
NAMED = frozenset({"subject names it", "noun names it", "people with detainers", "unanswered"})
"""Rules where a noun says itself what is counted: no sign makes another measure of it."""
VECTOR = "<vector>"
"""Rows of the weights that belong to the vectors of the words instead of a sign."""
SCALE = 3.0
"""How much the vectors count beside the signs, each of which counts one."""
ADDS, DROPS, CHANGES = 0.55, 0.7, 0.2
"""How sure the signs must be: to read a claim where no rule does, to drop a rule's claim; how much likelier another
measure must be than the rule's to take its place."""

UNTOLD, TOLD = 0.5, 0.33
"""How much the network counts beside the signs, where no rule speaks and where one does: only the signs know of it."""


Row = Sequence[float]
"""One weight a class."""


@dataclass(frozen=True)
class Opinion:
    """How likely each measure is; measures joined by `+` are two claims of one number."""

    likely: dict[str, float]

    def only(self, percent: bool) -> Opinion:
        """The same without what the unit rules out: a percentage is a rate, and nothing else is one."""
        fit = {name: p for name, p in self.likely.items() if name == NONE or (name == "rate") == percent}
        total = sum(fit.values())
        return Opinion({name: p / total for name, p in fit.items()})

    @property
    def none(self) -> float:
        return self.likely[NONE]

    @property
    def best(self) -> list[str]:
        """The likeliest measures, if it is a claim."""
        return max((n for n in self.likely if n != NONE), key=lambda n: self.likely[n]).split("+")

    @property
    def speaks(self) -> bool:
        """Whether the signs make a claim of what no rule does."""
        return 1 - self.none > ADDS

    @property
    def against(self) -> bool:
        """Whether the signs drop what a rule took for a claim."""
        return self.none > DROPS

    def rather_than(self, said: set[str]) -> bool:
        """Whether the signs change the measures that a rule gives."""
        return self.likely["+".join(self.best)] > self.likely.get("+".join(sorted(said)), 0.0) + CHANGES


@dataclass(frozen=True)
class Weights:
    """Matrices with one weight a class, in the order of `classes`: `rows[row_of[sign]]` of a sign, `vector` of the
    vectors' numbers; `base` is what each begins with."""

    classes: tuple[str, ...]
    base: Any
    row_of: dict[str, int]
    rows: Any
    vector: Any


def weigh(memory: Memory, line: Line, candidate: Candidate, earlier: str | None, told: list[str]) -> Opinion:
    """What the signs and the network say of one number; `earlier` is the measure of the number before it in its line.

    `told` is what the rules make of it, as signs.
    """
    assert candidate.frame is not None
    by_signs = judge([*signs.of(memory, line, candidate, earlier), *told], signs.vector(candidate))
    untold = told == signs.by_rules("nothing")
    if untold and (1 - UNTOLD) * by_signs.none > 1 - ADDS:
        return by_signs.only(candidate.count.unit == "percent")  # whatever the network says, it is no claim
    one, heft = by_signs.likely, UNTOLD if untold else TOLD
    other = looked(memory, candidate.frame, earlier)["measure"]
    both = {name: (1 - heft) * one.get(name, 0.0) + heft * other.get(name, 0.0) for name in {*one, *other}}
    return Opinion(both).only(candidate.count.unit == "percent")


def looked(memory: Memory, frame: Frame, earlier: str | None = None) -> dict[str, dict[str, float]]:
    """What the network makes of a number, by its heads; asked once."""
    start = frame.count.start
    if start not in memory.looked:
        if memory.sight is None:
            text = context.text_of(memory.reading)
            memory.sight = text, net.draw_text(text)
        text, drawn = memory.sight
        window = context.around(text, frame)
        memory.looked[start] = net.judge(drawn, window, before(memory, earlier), whose(memory))
    return memory.looked[start]


def before(memory: Memory, earlier: str | None) -> str:
    """The measure of the number before one: `earlier` in its line, else the last one of the text, `no` for none."""
    return earlier or (memory.previous.claim.measure if memory.previous is not None else "no")


def whose(memory: Memory) -> str:
    """The side of the claimant of the claim before, `no` for none."""
    if memory.previous is None:
        return "no"
    claim = memory.previous.claim
    return side_of(claim.claimant, claim.claimant_type)


def judge(found: list[str], vector: Any, known: Weights | None = None) -> Opinion:
    """The opinion that signs and vector give by some weights, else by the weights as they are kept."""
    known = known or weights()
    rows = [row for sign in found if (row := known.row_of.get(sign)) is not None]
    total = known.base + SCALE * (vector @ known.vector) + known.rows[rows].sum(axis=0)
    odds = numpy.exp(total - total.max())
    odds /= odds.sum()
    return Opinion(dict(zip(known.classes, map(float, odds), strict=True)))


@cache
def weights() -> Weights:
    """The weights of measures.tsv: a head line, then `sign<TAB>one weight a class`; raises WeightsError."""
    classes = tuple("".join(stored.lines(FILE)[:1]).split("\t")[1:])
    rows = stored.read(FILE, len(classes), FITTED_BY, head=1)
    signs_of = {sign: row for sign, row in rows if sign != VECTOR}
    vectors = [row for sign, row in rows if sign == VECTOR]
    if "base" not in signs_of or len(vectors) != 3 * words.WIDTH or NONE not in classes:
        raise WeightsError(f"{FILE}: incomplete; fit it anew ({FITTED_BY})")
    base = signs_of.pop("base")
    return of_rows(classes, base, signs_of, vectors)


def of_rows(classes: Sequence[str], base: Row, rows: Mapping[str, Row], vector: Sequence[Row]) -> Weights:
    """Weights of the rows of their signs."""
    whole, vectors = (numpy.array(table, dtype="float32") for table in (list(rows.values()), vector))
    return Weights(
        tuple(classes), numpy.array(base, dtype="float32"), {sign: i for i, sign in enumerate(rows)},
        whole.reshape(-1, len(classes)), vectors,
    )  # fmt: skip
