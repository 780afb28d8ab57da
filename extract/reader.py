"""The whole reading of documents: gate, parse, and every finder in turn."""

from __future__ import annotations

import logging
import os
import signal
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from functools import partial
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.context import BaseContext

from spacy.tokens import Doc

from common.errors import Failure
from extract import (
    agencies,
    attribution,
    claims,
    counts,
    dates,
    gate,
    joined,
    officials,
    pipeline,
    places,
    sections,
    statutes,
)
from extract.claims import absences
from extract.claims.reading import Reading
from extract.model import Analysis, Document

log = logging.getLogger(__name__)
VERSION = "3"
"""Goes up with every change that can alter a reading: the archive reads old versions again."""
NO_DATE = "no publication date: relative dates are unresolved"
TOO_LONG = f"only the first {pipeline.MAX_CHARACTERS} characters were read"
BATCH = 16
BATCH_CHARACTERS = 16_000
"""What a batch of several documents holds at most: processes end together, and long texts are not in memory at once."""


def read(document: Document) -> Analysis:
    """Everything one document says; what the gate keeps back comes out with `unread` set and nothing read."""
    return next(read_many([document]))


def read_many(
    documents: Iterable[Document], processes: int = 1, batch_size: int = BATCH, *, by_hand: bool = False
) -> Iterator[Analysis]:
    """`read` for many documents, in their order; with more processes each reads batches of its own.

    What is given `by_hand` is read though it is off topic, for all but claims: somebody asked for it. It still says
    "off topic" in `unread`.
    """
    read_batch = partial(_read_batch, by_hand=by_hand)
    if processes <= 1:
        for batch in _batches(documents, batch_size):
            yield from read_batch(batch)
        return
    model = os.environ.get(pipeline.MODEL_VARIABLE, "")
    with _context().Pool(processes, initializer=_warm_up, initargs=(model,)) as pool:
        for analyses in pool.imap(read_batch, _batches(documents, batch_size)):
            yield from analyses


def _context() -> BaseContext:
    """Processes forked from one that has loaded the model; where the system knows no such thing, new ones."""
    if "forkserver" not in get_all_start_methods():
        return get_context("spawn")
    context = get_context("forkserver")
    context.set_forkserver_preload(["extract.preloaded"])
    return context


def _warm_up(model: str) -> None:
    """Loads the model that is configured now: what a process is forked from may have begun under another."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.environ[pipeline.MODEL_VARIABLE] = model
    # What keeps the model from loading is told by the first batch: a pool would start a failing worker for ever.
    with suppress(Failure):
        pipeline.load()


def _batches(documents: Iterable[Document], size: int) -> Iterator[list[Document]]:
    """The documents by `size`, or fewer long ones."""
    batch: list[Document] = []
    characters = 0
    for document in documents:
        characters += len(document.text)
        if batch and (len(batch) == size or characters > BATCH_CHARACTERS):
            yield batch
            batch, characters = [], len(document.text)
        batch.append(document)
    if batch:
        yield batch


def _read_batch(batch: list[Document], by_hand: bool = False) -> list[Analysis]:
    kept = [gate.reason_unread(document.text, document.title) for document in batch]
    looked_at = [reason is None or (by_hand and reason == "off topic") for reason in kept]
    wanted = [document for document, look in zip(batch, looked_at, strict=True) if look]
    read_ones = iter(_analyses(wanted))
    out = []
    for document, reason, look in zip(batch, kept, looked_at, strict=True):
        analysis = next(read_ones) if look else Analysis(document, unread=reason)
        out.append(analysis if reason is None else replace(analysis, claims=[], unread=analysis.unread or reason))
    return out


def _analyses(documents: list[Document]) -> list[Analysis]:
    """The readings of relevant documents, parsed together; where that fails, one by one, so that one loses no other."""
    try:
        docs = list(pipeline.parse_many([document.text for document in documents]))
    except Failure:
        raise
    except Exception:
        docs = []
    if len(docs) == len(documents):
        return [_safely(document, doc) for document, doc in zip(documents, docs, strict=True)]
    return [_safely(document, None) for document in documents]


def _safely(document: Document, doc: Doc | None) -> Analysis:
    """A reading, or an unread document with the reason: what is odd about one text must not cost a night's run."""
    try:
        return analyse(document, doc if doc is not None else pipeline.parse(document.text))
    except Failure:
        raise  # the set-up is wrong, not the text
    except Exception as error:
        log.exception("could not read %s", document.url or "a document without an address")
        return Analysis(document, unread=f"could not be read: {type(error).__name__}: {error}")


def analyse(document: Document, doc: Doc) -> Analysis:
    """The reading of a parsed document."""
    reading = prepare(document, doc)
    notes = [] if document.published else [NO_DATE]
    if len(reading.text) < len(document.text):
        notes.append(TOO_LONG)
    found = claims.find(reading)
    return Analysis(
        document, found, reading.officials, reading.statutes, reading.dates, reading.quotes,
        [*reading.mentions, *reading.places], None, notes, absences.find(reading, found),
    )  # fmt: skip


def prepare(document: Document, doc: Doc) -> Reading:
    """What the other finders found, gathered for the reading of claims; of a long text, what was parsed of it."""
    text = joined.keep(doc)
    reading = Reading(doc, replace(document, text=text), sections.prose(text, document.title))
    reading.mentions = agencies.find(doc, document)
    reading.officials = officials.find(doc, document, reading.mentions)
    reading.dates = dates.find(text, document, doc)
    reading.statutes = statutes.find(doc, document)
    reading.places = places.find(doc, document)
    reading.quotes = attribution.find(doc, document, reading.officials, reading.mentions)
    reading.counts = counts.read(text)
    reading.home = places.home(document, doc)
    return reading
