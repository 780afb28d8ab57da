"""Disputed pairs by the whole way, reading and comparing, against those that the annotations of the same texts give.

    python -m tests.bench disputes         tests/corpus, and DETAINER_WATCH_BENCH_GOLD where it names a folder

What is told apart: pairs that both find; false ones, each with its reason, where only the reading finds a dispute; and
missed ones. A pair is two numbers, each by its text and its value there: annotations leave out what a text repeats.
Claims that the annotations call optional make pairs that may be found and need not be.
"""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from db.build import build
from extract.model import Document
from extract.reader import read_many
from tests.db.examples import Piece, fill, rows

CORPUS = Path(__file__).parent.parent / "corpus"
PAIRS = "SELECT figure_a AS a, figure_b AS b, kind, reason FROM pairs WHERE verdict = 'dispute'"
STANDS = "SELECT c.figure, a.url, c.value FROM claims c JOIN articles a ON a.id = c.article"

Stand = tuple[str, float]
"""A number: the URL of its text, and its value."""
Analysis = dict[str, Any]


@dataclass(frozen=True)
class Disputed:
    """A pair of figures in dispute: where the numbers of each stand."""

    a: frozenset[Stand]
    b: frozenset[Stand]
    kind: str
    reason: str

    def numbers(self) -> set[frozenset[Stand]]:
        return {frozenset((one, other)) for one in self.a for other in self.b}


def main() -> None:
    folders = [CORPUS, *(Path(name) for name in [os.environ.get("DETAINER_WATCH_BENCH_GOLD")] if name)]
    texts = list(documents(folders))
    right, false, missed = compared(*annotated(texts), disputed(texts, readings(texts)))
    for name, pairs in (("false", false), ("missed", missed)):
        for pair in pairs:
            print(f"{name:7} {pair.kind:18} {_urls(pair)}: {pair.reason}")
    found = len(right) + len(false)
    print(f"{len(texts)} texts: right {len(right)}, false {len(false)}, missed {len(missed)}; "
          f"precision {len(right) / max(found, 1):.2f}")  # fmt: skip


def documents(folders: Iterable[Path]) -> Iterator[Analysis]:
    """Annotated documents, each with a URL of its own."""
    for folder in folders:
        for file in sorted(folder.glob("*.json")):
            yield json.loads(file.read_text(encoding="utf-8")) | {"url": f"https://{folder.name}.example/{file.stem}"}


def annotated(texts: list[Analysis]) -> tuple[list[Disputed], list[Disputed]]:
    """The pairs that have to be found, and all that may be."""
    needed, allowed = ([annotation(text, optional=optional) for text in texts] for optional in (False, True))
    return disputed(texts, needed), disputed(texts, allowed)


def annotation(document: Analysis, *, optional: bool) -> Analysis:
    """What people noted of a document, in the shape of a reading."""
    claims = [{"status": "asserted", "value_max": None, "comparator": "=", **claim} for claim in document["claims"]]
    return {"claims": [claim for claim in claims if optional or not claim.get("optional")]}


def readings(texts: list[Analysis]) -> Iterator[Analysis]:
    """What the reader makes of the same texts."""
    for analysis in read_many(
        Document(text["text"], text["url"], text.get("title") or text.get("headline"), text.get("outlet"),
                 date.fromisoformat(text["published"]) if text.get("published") else None)
        for text in texts
    ):  # fmt: skip
        yield analysis.to_dict()


def disputed(texts: list[Analysis], analyses: Iterable[Analysis]) -> list[Disputed]:
    """The pairs in dispute that a build over these texts finds."""
    lists = ("claims", "officials", "statutes", "mentions", "quotes", "dates")
    pieces = [
        Piece(text["text"], url=text["url"], outlet=text.get("outlet") or text["url"], published=text.get("published"),
              title=text.get("title") or text.get("headline") or text["url"],
              **{name: analysis.get(name, []) for name in lists})
        for text, analysis in zip(texts, analyses, strict=True)
    ]  # fmt: skip
    with tempfile.TemporaryDirectory() as name:
        built = Path(name) / "claims.db"
        build(fill(Path(name) / "archive.db", pieces), built)
        stands: dict[str, set[Stand]] = {}
        for row in rows(built, STANDS):
            stands.setdefault(row["figure"], set()).add((row["url"], row["value"]))
        sides = {figure: frozenset(numbers) for figure, numbers in stands.items()}
        none: frozenset[Stand] = frozenset()
        return [
            Disputed(sides.get(row["a"], none), sides.get(row["b"], none), row["kind"], row["reason"])
            for row in rows(built, PAIRS)
        ]


def compared(
    needed: list[Disputed], allowed: list[Disputed], read: list[Disputed]
) -> tuple[list[Disputed], list[Disputed], list[Disputed]]:
    """(right, false, missed): a pair is right where two of its numbers are in dispute by the annotations too."""
    true = {numbers for pair in [*needed, *allowed] for numbers in pair.numbers()}
    found = {numbers for pair in read for numbers in pair.numbers()}
    right = [pair for pair in read if pair.numbers() & true]
    return right, [p for p in read if not p.numbers() & true], [p for p in needed if not p.numbers() & found]


def _urls(pair: Disputed) -> str:
    return " ".join(sorted({url.rsplit("/", 1)[-1] for url, _ in pair.a | pair.b}))
