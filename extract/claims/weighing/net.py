"""What a number counts and which side's count it is, by a small network that reads the words around it in order.

The signs beside it (signs.py) see which words are there; the network sees how they stand to one another. Both are
fitted on the same annotated documents and asked together. The network is fitted by tests/bench/_net.py and kept as
data (net.npz): tables of what each word, part of speech, role, distance, place and mark adds to a token, two
convolutions over three tokens each, four ways to look over the result, and two layers above for each head.
"""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy

from common.errors import Failure
from extract.claims.weighing.context import Seen

FILE = Path(__file__).with_name("net.npz")
LAST = ("before", "whose")
"""What the claim before is looked up by: its measure, and the side of its claimant."""
HEADS = ("measure", "side")
"""What the network says of a number: its measure or none; the side of its claimant."""
APART = frozenset({"person", "document"})
"""Types of claimants that are on no side."""
ENTRIES: dict[str, Callable[[Seen], str]] = {
    "word": lambda one: one.word,
    "pos": lambda one: one.token.pos_,
    "dep": lambda one: one.token.dep_,
    "distance": lambda one: str(one.distance),
    "place": lambda one: one.place,
    "mark": lambda one: one.mark,
}
"""What a token is looked up by, beside the vector of its word."""
WIDTH = 300
"""Length of a word's vector in the medium and large models."""
UNKNOWN = 0
"""The row of what no table holds."""


class NetError(Failure):
    """The network cannot be used: the message names the file and the remedy."""


@dataclass(frozen=True)
class Net:
    """`tables[name]` is (row of each entry, rows); `layers` the matrices and biases by their names."""

    classes: dict[str, tuple[str, ...]]
    tables: dict[str, tuple[dict[str, int], Any]]
    layers: dict[str, Any]


def judge(
    seen: list[Seen], before: str, whose: str, drawn: dict[int, Any] | None = None
) -> dict[str, dict[str, float]]:
    """What each head makes of a number by what stands around it; `before` is the measure of the claim before, `whose`
    the side of its claimant, `no` where there is none. `drawn` keeps the vectors of a document from number to number,
    drawn together, by the places of their tokens."""
    vectors = _drawn(seen, {} if drawn is None else drawn)
    entries = {name: [known(one) for one in seen] for name, known in ENTRIES.items()}
    here = numpy.array([one.distance == 0 for one in seen])
    return odds(load(), vectors, entries, here, {"before": before, "whose": whose})


def _drawn(seen: list[Seen], kept: dict[int, Any]) -> Any:
    new = [one.token for one in seen if one.token.i not in kept]
    if new:
        kept.update(zip((token.i for token in new), draw(load(), numpy.array([t.vector for t in new])), strict=True))
    return numpy.array([kept[one.token.i] for one in seen])


def draw(net: Net, vectors: Any) -> Any:
    """The vectors of words, a row a word, at length one and drawn together."""
    return units(vectors) @ net.layers["vector"] + net.layers["vector_base"]


def odds(
    net: Net, vectors: Any, entries: dict[str, list[str]], here: Any, last: dict[str, str]
) -> dict[str, dict[str, float]]:
    """The same from one row a token: vectors as drawn, what each table knows them by, and which are the number."""
    layers = net.layers
    parts = [vectors]
    parts += [_rows(net, name, entries[name]) for name in ENTRIES]
    first = numpy.maximum(_beside(numpy.concatenate(parts, axis=1)) @ layers["first"] + layers["first_base"], 0)
    second = first + numpy.maximum(_beside(first) @ layers["second"] + layers["second_base"], 0)
    looks = _softmax(second @ layers["look"] + layers["look_base"])
    own = second[here].mean(axis=0) if here.any() else numpy.zeros(second.shape[1], dtype="float32")
    lasts = [_rows(net, name, [last[name]])[0] for name in LAST]
    known = numpy.concatenate([(looks.T @ second).ravel(), own, *lasts])
    out = {}
    for head in HEADS:
        above = numpy.maximum(known @ layers[f"{head}_above"] + layers[f"{head}_above_base"], 0)
        likely = _softmax(above @ layers[f"{head}_last"] + layers[f"{head}_last_base"])
        out[head] = dict(zip(net.classes[head], map(float, likely), strict=True))
    return out


def _rows(net: Net, name: str, entries: list[str]) -> Any:
    rows, table = net.tables[name]
    return table[[rows.get(known, UNKNOWN) for known in entries]]


def units(vectors: Any) -> Any:
    """The vectors of words at length one, a row a word; nothing where the model has none."""
    if vectors.shape[1] != WIDTH:  # a configured model may come without vectors
        return numpy.zeros((len(vectors), WIDTH), dtype="float32")
    lengths = numpy.sqrt((vectors * vectors).sum(axis=1, keepdims=True))
    return vectors / numpy.where(lengths == 0, 1, lengths)


def _beside(rows: Any) -> Any:
    """Each row between the one before and the one after it."""
    edge = numpy.zeros((1, rows.shape[1]), dtype=rows.dtype)
    return numpy.concatenate([numpy.vstack([edge, rows[:-1]]), rows, numpy.vstack([rows[1:], edge])], axis=1)


def _softmax(total: Any) -> Any:
    odds = numpy.exp(total - total.max(axis=0))
    return odds / odds.sum(axis=0)


@cache
def load() -> Net:
    """The network of net.npz; raises NetError."""
    try:
        with numpy.load(FILE, allow_pickle=False) as kept:
            return of_arrays({name: kept[name] for name in kept.files})
    except (OSError, ValueError, EOFError, zipfile.BadZipFile) as error:
        raise NetError(f"{FILE}: cannot be read ({error}); is the installation complete?") from None
    except KeyError as error:
        raise NetError(f"{FILE}: {error} is missing; fit it anew (tests/bench/_net.py)") from None


def of_arrays(arrays: dict[str, Any]) -> Net:
    """A network of the arrays that make it; raises KeyError where one is missing."""
    tables = {}
    for name in (*ENTRIES, *LAST):
        entries = {str(value): row for row, value in enumerate(arrays[f"{name}_entries"]) if row != UNKNOWN}
        tables[name] = (entries, arrays[f"{name}_table"].astype("float32"))
    names = ["vector", "first", "second", "look", *(f"{head}_{layer}" for head in HEADS for layer in ("above", "last"))]
    layers = {f"{n}{end}": arrays[f"{n}{end}"].astype("float32") for n in names for end in ("", "_base")}
    return Net({head: tuple(map(str, arrays[f"{head}_classes"])) for head in HEADS}, tables, layers)
