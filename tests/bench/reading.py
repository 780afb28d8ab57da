"""What a reading costs: words a second beside the bare model, the gate, two cores, memory."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import time
import warnings
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

import spacy

from extract import gate, pipeline, reader
from extract.model import Document

HERE = Path(__file__).parent
FOLDERS = [
    Path(os.environ.get("DETAINER_WATCH_SHARED") or HERE.parents[1].parent / "shared") / "gold",
    HERE.parent / "corpus",
]
OFF_TOPIC = (
    "The city council approved a new budget on Tuesday after two hours of debate about parks and snow removal. "
    "Members voted 7 to 2 for the plan, which adds 12 positions and sets aside $4 million for roads. "
) * 12
REPEAT = 1
TURNS = 3


def main() -> None:
    documents = _documents()
    words = sum(len(document.text.split()) for document in documents)
    print(f"reading: {len(documents)} relevant documents, {words} words, one thread, warm")
    bare, full = _speeds(documents, words)
    print(f"  bare model (tagger, parser, ner): {bare:,.0f} words/s")
    print(f"  whole reading: {full:,.0f} words/s, {full / bare:.2f} of the bare model")
    print(f"  gate: {_gate_ms():.3f} ms an off-topic article of {len(OFF_TOPIC.split())} words")
    print(f"  two cores: {_two_cores(documents):.2f} times one core")
    print(f"  peak memory: {_peak_mb():,.0f} MB")


def _documents() -> list[Document]:
    out = []
    for folder in FOLDERS:
        for file in sorted(folder.glob("*.json")):
            data = json.loads(file.read_text(encoding="utf-8"))
            published = date.fromisoformat(data["published"]) if data.get("published") else None
            out.append(Document(data["text"], data.get("url"), data.get("headline"), data.get("outlet"), published))
    return [d for d in out if gate.reason_unread(d.text, d.title) is None] * REPEAT


def _speeds(documents: list[Document], words: int) -> tuple[float, float]:
    """Words a second of the processor's time, for the bare model and the whole reading.

    The two take turns with every batch, and of each batch the best of some rounds counts: what else the machine does
    meanwhile slows now one and now the other.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        nlp = spacy.load(pipeline.DEFAULT_MODEL)
    batches = [documents[at : at + reader.BATCH] for at in range(0, len(documents), reader.BATCH)]
    ways: list[Callable[[list[Document]], Iterable[object]]] = [
        lambda batch: nlp.pipe([document.text for document in batch], batch_size=reader.BATCH),
        lambda batch: reader.read_many(batch),
    ]
    best = {(way, at): float("inf") for way in range(len(ways)) for at in range(len(batches))}
    for turn in range(1 + TURNS):
        for at, batch in enumerate(batches):
            for way, read in enumerate(ways):
                start = time.process_time()
                for _ in read(batch):
                    pass
                if turn:  # the first warms up
                    best[way, at] = min(best[way, at], time.process_time() - start)
    bare, full = (words / sum(best[way, at] for at in range(len(batches))) for way in range(len(ways)))
    return bare, full


def _gate_ms() -> float:
    gate.reason_unread(OFF_TOPIC, None)
    start = time.process_time()
    for _ in range(200):
        gate.reason_unread(OFF_TOPIC, None)
    return (time.process_time() - start) / 200 * 1000


def _two_cores(documents: list[Document]) -> float:
    """How much faster two processes read than one, each at its best of two turns; the first time through is left out:
    a nightly run starts its processes once, and by then all of them are at work."""
    best = {1: float("inf"), 2: float("inf")}
    for processes in (1, 2, 1, 2):
        analyses = reader.read_many(documents * 3, processes=processes)
        for _ in documents:
            next(analyses)
        start = time.perf_counter()
        for _analysis in analyses:
            pass
        best[processes] = min(best[processes], time.perf_counter() - start)
    return best[1] / best[2]


def _peak_mb() -> float:
    """Peak memory of a process of its own that reads everything once."""
    code = "from tests.bench import reading as r; list(r.reader.read_many(r._documents())); print(r._own_peak())"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=HERE.parents[1])
    return float(done.stdout.strip().splitlines()[-1])


def _own_peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
