"""Fits extract/claims/weighing/net.npz: the network that reads the words around a number.

usage: python -m tests.bench._net FOLDER... [--test FOLDER...]      (annotated documents; needs PyTorch to fit)

The short cases of tests/extract are learned from beside the documents. With `--test` nothing is written: the network is
fitted on the first folders and tried on the others, alone and beside the weights of the signs as they are kept. What
the annotations mark optional counts for less; a word seen in fewer than three documents is unknown, and words are left
out at random while it is fitted, so that it does not lean on one.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import numpy

from extract import reader
from extract.claims import builder, weighing
from extract.claims.parties import side_of
from extract.claims.weighing import NONE, Opinion, context, net, signs, words
from extract.claims.weighing.context import Window
from extract.model import Document
from tests.bench._alone import without_net
from tests.bench._measures import FEW, OPTIONAL, told
from tests.corpus.load import documents
from tests.extract import claim_cases

DRAWN, WORD, SMALL, WIDE, ABOVE, LOOKS = 64, 32, 12, 128, 64, 4
"""Widths: of a vector drawn together, a word, the other tables, the convolutions, the layer above; and its looks."""
ROUNDS, BATCH, PACE, DROPPED, FORGOT, SMOOTH = 50, 64, 2e-3, 0.4, 0.08, 0.05
UNSAID = -100
SEED = 2
NO_TORCH = "net: fitting needs PyTorch, which only this needs: pip install torch"


@dataclass
class Number:
    """One number: the window on its text, the claim before it, and what it is annotated as."""

    document: str
    vectors: Any
    known: dict[str, list[str]]
    """What the tokens of the window are known by, of the tables of `net.STANDING`."""
    window: Window
    last: dict[str, str]
    targets: dict[str, str]
    """What each head is to say of it; nothing where there is nothing to say."""
    accepted: set[str]
    optional: bool
    signs: dict[str, float]
    """What the signs say of it."""

    def entries(self, table: str) -> list[str]:
        """What the tokens are looked up by in a table."""
        moving = {"distance": list(map(str, self.window.distances)), "place": self.window.sentences}
        return moving[table] if table in moving else self.known[table]


def main() -> int:
    arguments = sys.argv[1:]
    cut = arguments.index("--test") if "--test" in arguments else len(arguments)
    train = [n for folder in arguments[:cut] for n in numbers(Path(folder))]
    if not train:
        print("net: no annotated numbers there; name a folder of annotated documents")
        return 2
    train += cases()
    try:
        import torch  # noqa: F401
    except ImportError:
        print(NO_TORCH)
        return 2
    fitted = fit(train)
    if cut == len(arguments):
        numpy.savez_compressed(net.FILE, **fitted)
        print(f"{len(train)} numbers; {len(fitted['word_entries'])} words; {net.FILE.stat().st_size} bytes")
        return 0
    made = net.of_arrays(fitted)
    tried = [(n, _judge(made, n)) for folder in arguments[cut + 1 :] for n in numbers(Path(folder))]
    _tell("network", [(n, said["measure"]) for n, said in tried])
    _tell("signs", [(n, n.signs) for n, _ in tried])
    _tell("both", [(n, _both(said["measure"], n.signs)) for n, said in tried])
    _tell_side(tried)
    return 0


def numbers(folder: Path) -> Iterator[Number]:
    """Every number of the annotated documents that is weighed."""
    for name, document, gold in documents(folder):
        for count, build in _seen(document):
            items = [c for c in gold["claims"] if c["value_start"] < count.end and count.start < c["value_end"]]
            accepted = {m for c in items for m in (c["measure"], *c.get("measure_alternatives", []))}
            kinds = sorted({c["measure"] for c in items})
            targets = {"measure": "+".join(kinds) or NONE}
            if items:
                targets["side"] = _side(items[0])
            yield build(name, targets, accepted, bool(items) and all(c.get("optional") for c in items))


def _side(item: dict[str, Any]) -> str:
    """The side of a claimant, or what it is where it is no agency."""
    return side_of(item["claimant"], item.get("claimant_type"))


def cases() -> Iterator[Number]:
    """The numbers of the short cases."""
    for opening, text, items in told():
        document = Document(opening + text, published=date.fromisoformat(claim_cases.PUBLISHED))
        for count, build in _seen(document):
            if count.start >= len(opening):
                kinds = {measure for value, measure in items if value == count.value}
                yield build(text, {"measure": "+".join(sorted(kinds)) or NONE}, kinds, False)


def _seen(document: Document) -> list[tuple[Any, Any]]:
    """The numbers that are weighed while the rules alone read a document, each with what makes a Number of it."""
    seen: list[tuple[Any, Any]] = []
    texts: list[context.Text] = []

    def note(memory: Any, line: Any, candidate: Any, earlier: str | None, said: list[str]) -> Opinion:
        text = texts[0] if texts else context.text_of(memory.reading)
        texts[:] = [text]
        window = context.around(text, candidate.frame)
        found = weighing.judge([*signs.of(memory, line, candidate, earlier), *said], signs.vector(candidate)).likely
        last = {"before": weighing.before(memory, earlier), "whose": weighing.whose(memory)}

        def build(name: str, targets: dict[str, str], accepted: set[str], optional: bool) -> Number:
            here = slice(window.first, window.last)
            known = {table: text.known[table][here] for table in net.STANDING}
            vectors = numpy.array([token.vector for token in text.tokens[here]], dtype="float32")
            return Number(name, vectors, known, window, last, targets, accepted, optional, found)

        seen.append((candidate.count, build))
        return Opinion({NONE: 0.62, "other": 0.38})  # neither adds, drops nor changes anything

    plain = weighing.weigh
    builder.weighing.weigh = note  # type: ignore[assignment]
    try:
        with without_net():
            reader.claims.explain(reader.prepare(document, reader.pipeline.parse(document.text)))
    finally:
        builder.weighing.weigh = plain
    return seen


def fit(numbers: list[Number]) -> dict[str, Any]:
    """The network's tables and layers, by the names that net.py reads."""
    import torch

    torch.manual_seed(SEED)
    random.seed(SEED)
    classes = {head: _classes(n.targets[head] for n in numbers if head in n.targets) for head in net.HEADS}
    used = [number for number in numbers if number.targets["measure"] in classes["measure"]]
    rows = {name: _entries((n.document, n.entries(name)) for n in used) for name in net.TABLES}
    rows |= {name: _entries((n.document, [n.last[name]]) for n in used) for name in net.LAST}
    model = _model(torch, {name: len(entries) for name, entries in rows.items()}, classes)
    ready = [_ready(torch, number, rows) for number in used]
    right = {head: torch.tensor([_place(n.targets.get(head), classes[head]) for n in used]) for head in net.HEADS}
    worth = torch.tensor([OPTIONAL if number.optional else 1.0 for number in used])
    steps = torch.optim.AdamW(model.parameters(), lr=PACE, weight_decay=0.02)
    model.train()
    for turn in range(ROUNDS):
        for group in steps.param_groups:
            group["lr"] = PACE * (1 - turn / ROUNDS) + PACE / 40
        order = list(range(len(used)))
        random.shuffle(order)
        for start in range(0, len(order), BATCH):
            some = order[start : start + BATCH]
            said = model(*_together(torch, [ready[i] for i in some]))
            error = sum(_error(torch, said[head], right[head][some], worth[some]) for head in net.HEADS)
            steps.zero_grad()
            error.backward()
            steps.step()
    named = {f"{head}_classes": numpy.array(names) for head, names in classes.items()}
    return {**named, **_kept(model, rows)}


def _classes(targets: Iterable[str]) -> list[str]:
    often = Counter(targets)
    return sorted(kind for kind, count in often.items() if count >= FEW)


def _place(target: str | None, classes: list[str]) -> int:
    return classes.index(target) if target in classes else UNSAID


def _error(torch: Any, said: Any, right: Any, worth: Any) -> Any:
    error = torch.nn.functional.cross_entropy(
        said, right, reduction="none", label_smoothing=SMOOTH, ignore_index=UNSAID
    )
    return (error * worth).sum() / len(right)


def _entries(seen: Iterable[tuple[str, list[str]]]) -> list[str]:
    """The entries of a table: what enough documents have, behind the row of what they do not."""
    often = Counter(entry for _, entry in {(document, entry) for document, some in seen for entry in some})
    return ["", *sorted(entry for entry, count in often.items() if count >= FEW)]


def _ready(torch: Any, number: Number, rows: dict[str, list[str]]) -> tuple[Any, Any, Any, list[int]]:
    places = {name: {entry: i for i, entry in enumerate(entries)} for name, entries in rows.items()}
    cells = [[places[name].get(entry, 0) for entry in number.entries(name)] for name in net.TABLES]
    last = [places[name].get(number.last[name], 0) for name in net.LAST]
    here = torch.tensor(number.window.distances) == 0
    return torch.tensor(net.units(number.vectors)), torch.tensor(cells).T, here, last


def _together(torch: Any, some: list[tuple[Any, Any, Any, list[int]]]) -> tuple[Any, ...]:
    """Numbers side by side, the shorter filled up; words left out at random."""
    pad = torch.nn.utils.rnn.pad_sequence
    vectors, cells = (pad([one[i] for one in some], batch_first=True) for i in (0, 1))
    here = pad([one[2] for one in some], batch_first=True)
    there = pad([torch.ones(len(one[2]), dtype=torch.bool) for one in some], batch_first=True)
    forgot = torch.rand(there.shape) < FORGOT
    vectors = vectors.masked_fill(forgot[..., None], 0)
    cells[..., 0][forgot] = 0
    return vectors, cells, here, there, torch.tensor([one[3] for one in some])


def _model(torch: Any, sizes: dict[str, int], classes: dict[str, list[str]]) -> Any:
    nn = torch.nn
    wide = {name: WORD if name == "word" else SMALL for name in net.TABLES}

    class Model(nn.Module):  # type: ignore[misc,name-defined]
        def __init__(self) -> None:
            super().__init__()
            self.tables = nn.ModuleDict({f"{n}_table": nn.Embedding(sizes[n], w) for n, w in wide.items()})
            self.vector = nn.Linear(words.WIDTH, DRAWN)
            self.first = nn.Conv1d(DRAWN + sum(wide.values()), WIDE, 3, padding=1)
            self.second = nn.Conv1d(WIDE, WIDE, 3, padding=1)
            self.look = nn.Linear(WIDE, LOOKS)
            self.before = nn.Embedding(sizes["before"], SMALL)
            self.whose = nn.Embedding(sizes["whose"], SMALL)
            self.above = nn.ModuleDict({n: nn.Linear(WIDE * (LOOKS + 1) + 2 * SMALL, ABOVE) for n in classes})
            self.heads = nn.ModuleDict({n: nn.Linear(ABOVE, len(names)) for n, names in classes.items()})
            self.drop = nn.Dropout(DROPPED)

        def forward(self, vectors: Any, cells: Any, here: Any, there: Any, last: Any) -> Any:
            parts = [self.tables[f"{name}_table"](cells[..., i]) for i, name in enumerate(net.TABLES)]
            tokens = self.drop(torch.cat([self.vector(vectors), *parts], -1)) * there[..., None]
            first = torch.relu(self.first(tokens.transpose(1, 2))) * there[:, None]
            second = first + torch.relu(self.second(self.drop(first)))
            second = second.transpose(1, 2)
            looks = self.look(second).masked_fill(~there[..., None], -1e9).softmax(1)
            over = torch.einsum("btk,btw->bkw", looks, second).flatten(1)
            own = (second * here[..., None]).sum(1) / here.sum(1, keepdim=True).clamp(min=1)
            known = self.drop(torch.cat([over, own, self.before(last[:, 0]), self.whose(last[:, 1])], 1))
            return {n: head(self.drop(torch.relu(self.above[n](known)))) for n, head in self.heads.items()}

    return Model()


def _kept(model: Any, rows: dict[str, list[str]]) -> dict[str, Any]:
    """The fitted model as arrays of half precision, matrices as they are multiplied from the right."""
    state = {name: value.detach().numpy() for name, value in model.state_dict().items()}
    out: dict[str, Any] = {f"{name}_entries": numpy.array(entries) for name, entries in rows.items()}
    out |= {f"{name}_table": state[f"tables.{name}_table.weight"] for name in net.TABLES}
    out |= {f"{name}_table": state[f"{name}.weight"] for name in ("before", "whose")}
    for head in net.HEADS:
        for place, layer in (("above", f"above.{head}"), ("last", f"heads.{head}")):
            out[f"{head}_{place}"], out[f"{head}_{place}_base"] = state[f"{layer}.weight"].T, state[f"{layer}.bias"]
    for name in ("vector", "look"):
        out[name], out[f"{name}_base"] = state[f"{name}.weight"].T, state[f"{name}.bias"]
    for name in ("first", "second"):
        weight = state[f"{name}.weight"]  # (out, in, 3)
        out[name] = weight.transpose(2, 1, 0).reshape(-1, weight.shape[0])
        out[f"{name}_base"] = state[f"{name}.bias"]
    return {name: value.astype("float16") if value.dtype.kind == "f" else value for name, value in out.items()}


def _judge(fitted: net.Net, number: Number) -> dict[str, dict[str, float]]:
    return net.odds(fitted, net.draw(fitted, number.vectors, number.known), number.window, number.last)


def _both(one: dict[str, float], other: dict[str, float]) -> dict[str, float]:
    return {name: one.get(name, 0.0) + other.get(name, 0.0) for name in {*one, *other}}


def _tell(what: str, tried: list[tuple[Number, dict[str, float]]]) -> None:
    best = [(n, max(odds, key=lambda name: odds[name])) for n, odds in tried]
    claims = [(n, b) for n, b in best if n.targets["measure"] != NONE and not n.optional]
    found = sum(b != NONE for _, b in claims)
    right = sum(set(b.split("+")) <= n.accepted for n, b in claims)
    false = sum(n.targets["measure"] == NONE and b != NONE for n, b in best)
    f1 = 200 * right / (len(claims) + found + false)
    print(f"{what:8s} {len(claims)} claims: {found} found, {right} with the measure; {false} invented; F1 {f1:.1f}")


def _tell_side(tried: list[tuple[Number, dict[str, dict[str, float]]]]) -> None:
    asked = [(n.targets["side"], said["side"]) for n, said in tried if "side" in n.targets and not n.optional]
    right = sum(max(odds, key=lambda name: odds[name]) == target for target, odds in asked)
    print(f"{'side':8s} right of {right} of {len(asked)}")


if __name__ == "__main__":
    sys.exit(main())
