"""What a number counts and which side's count it is, by a small network that reads the words around it in order.

The signs beside it (signs.py) see which words are there; the network sees how they stand to one another. Both are
fitted on the same annotated documents and asked together. The network is fitted by tests/bench/_net.py and kept as
data (net.npz): tables of what each word, part of speech, role, distance, place and mark adds to a token, two
convolutions over three tokens each, four ways to look over the result, and two layers above for each head.

Most of the first convolution is the same from whichever number one looks: it is done once for a text (`draw`).
"""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy
from spacy.tokens import Token

from common.errors import Failure
from extract.claims.weighing.context import Text, Window
from extract.claims.weighing.words import WIDTH

FILE = Path(__file__).with_name("net.npz")
TABLES = ("word", "pos", "dep", "distance", "place", "mark")
"""What a token is looked up by, beside the vector of its word, in the order in which the first layer takes them."""
STANDING = ("word", "pos", "dep", "mark")
"""What of it is the same from whichever number one looks."""
LAST = ("before", "whose")
"""What the claim before is looked up by: its measure, and the side of its claimant."""
HEADS = ("measure", "side")
"""What the network says of a number: its measure or none; the side of its claimant."""
UNKNOWN = 0
"""The row of what no table holds."""


class NetError(Failure):
    """The network cannot be used: the message names the file and the remedy."""


@dataclass(frozen=True)
class Net:
    """`tables[name]` is (row of each entry, rows), for what a token is looked up by already as its share in the first
    layer; `layers` are the matrices and biases by their names."""

    classes: dict[str, tuple[str, ...]]
    tables: dict[str, tuple[dict[str, int], Any]]
    layers: dict[str, Any]


def draw(net: Net, vectors: Any, known: dict[str, list[str]]) -> Any:
    """What the tokens of a text add to the first layer from wherever one looks, a row a token: to the token behind
    them, to themselves, to the one before, side by side. `vectors` are those of their words."""
    layers = net.layers
    share = (units(vectors) @ layers["vector"] + layers["vector_base"]) @ layers["vector_first"]
    for name in STANDING:
        share = share + _rows(net, name, known[name])
    return share


def draw_text(text: Text) -> Any:
    """`draw` for a whole document, by the network as it is kept."""
    return draw(load(), vectors_of(text.tokens), text.known)


def vectors_of(tokens: Sequence[Token]) -> Any:
    """The vectors of words, a row a word, taken from the model's table at once; nothing where the model has none."""
    known = tokens[0].vocab.vectors if tokens else None
    if known is None or not known.size:
        return numpy.zeros((len(tokens), 0), dtype="float32")
    row_of = known.key2row
    rows = numpy.array([row_of.get(token.orth, -1) for token in tokens])
    return numpy.where((rows < 0)[:, None], numpy.float32(0), known.data[rows])


def judge(drawn: Any, window: Window, before: str, whose: str) -> dict[str, dict[str, float]]:
    """What each head makes of a number by what stands around it in its text (`drawn`); `before` is the measure of the
    claim before, `whose` the side of its claimant, `no` where there is none."""
    return odds(load(), drawn[window.first : window.last], window, {"before": before, "whose": whose})


def odds(net: Net, drawn: Any, window: Window, last: dict[str, str]) -> dict[str, dict[str, float]]:
    """The same by any network, from the rows of a window alone."""
    layers = net.layers
    share = drawn + _rows(net, "distance", list(map(str, window.distances))) + _rows(net, "place", window.sentences)
    to_next, own, to_former = numpy.split(share, 3, axis=1)
    total = own + layers["first_base"]
    total[1:] += to_next[:-1]
    total[:-1] += to_former[1:]
    first = numpy.maximum(total, 0)
    second = first + numpy.maximum(_beside(first) @ layers["second"] + layers["second_base"], 0)
    looks = _softmax(second @ layers["look"] + layers["look_base"])
    here = numpy.array(window.distances) == 0
    at = second[here].mean(axis=0) if here.any() else numpy.zeros(second.shape[1], dtype="float32")
    known = numpy.concatenate([(looks.T @ second).ravel(), at, *(_rows(net, name, [last[name]])[0] for name in LAST)])
    out = {}
    for head in HEADS:
        above = numpy.maximum(known @ layers[f"{head}_above"] + layers[f"{head}_above_base"], 0)
        likely = _softmax(above @ layers[f"{head}_last"] + layers[f"{head}_last_base"])
        out[head] = dict(zip(net.classes[head], map(float, likely), strict=True))
    return out


def _rows(net: Net, name: str, entries: list[str]) -> Any:
    rows, table = net.tables[name]
    return table[[rows.get(entry, UNKNOWN) for entry in entries]]


def units(vectors: Any) -> Any:
    """The vectors of words at length one, a row a word; nothing where the model has none."""
    if vectors.ndim < 2 or vectors.shape[1] != WIDTH:  # a configured model may come without vectors
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
    whole = {name: arrays[name].astype("float32") for name in arrays if arrays[name].dtype.kind == "f"}
    names = ["vector", "second", "look", *(f"{head}_{layer}" for head in HEADS for layer in ("above", "last"))]
    layers = {f"{name}{end}": whole[f"{name}{end}"] for name in names for end in ("", "_base")}
    layers["first_base"] = whole["first_base"]
    # The first layer takes the token before, the token itself and the one behind, each with all that it is known by.
    wide = [whole["vector"].shape[1], *(whole[f"{name}_table"].shape[1] for name in TABLES)]
    parts = [numpy.split(tap, numpy.cumsum(wide)[:-1]) for tap in numpy.split(whole["first"], 3)]
    into = [numpy.concatenate(part, axis=1) for part in zip(*parts, strict=True)]
    layers["vector_first"] = into[0]
    tables = {}
    for name in (*TABLES, *LAST):
        entries = {str(value): row for row, value in enumerate(arrays[f"{name}_entries"]) if row != UNKNOWN}
        table = whole[f"{name}_table"]
        tables[name] = (entries, table @ into[1 + TABLES.index(name)] if name in TABLES else table)
    return Net({head: tuple(map(str, arrays[f"{head}_classes"])) for head in HEADS}, tables, layers)
