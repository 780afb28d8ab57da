"""The annotated documents say what stands in their texts, and are what `written/` compiles to."""

from __future__ import annotations

import json
import os
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.corpus import compile as written
from tests.corpus.load import TRAINING, UNSEEN, WORDING

HERE = Path(__file__).parent
SHARED = Path(os.environ.get("DETAINER_WATCH_SHARED", HERE.parents[2] / "shared"))
OWN = sorted(HERE.glob("*.json"))
GOLD = sorted((SHARED / "gold").glob("*.json"))
KINDS = {"statute", "ordinance", "regulation", "ruling", "policy", "executive order", "form", "constitution"}
TYPES = {"agency", "organization", "person", "document", "outlet"}


def faults(doc: dict[str, Any]) -> list[str]:
    """What is wrong with an annotated document: spans that hold other words, dates that are none, unknown terms."""
    text = doc["text"]
    return [
        *_claim_faults(doc["claims"], text),
        *[
            f"official {o['name']} is not in the text"
            for o in doc["officials"]
            if o["name"].casefold() not in text.casefold()
        ],
        *[f"statute {s['name']}: no kind {s['kind']}" for s in doc["statutes"] if s["kind"] not in KINDS],
        *[
            f"statute {s['name']} is not in the text"
            for s in doc["statutes"]
            if (s.get("text") or s["quote"]) not in text
        ],
        *[f"date {d['text']} is not in the text" for d in doc["dates"] if d["text"] not in text],
        *[f"date {d['text']}: {d['normalized']}" for d in doc["dates"] if not _normalized(d["normalized"])],
        *_quote_faults(doc["quotes"], text),
        *[f"not in the text: {passage}" for passage in doc["must_not_extract"] if passage not in text],
    ]


def _claim_faults(claims: list[dict[str, Any]], text: str) -> list[str]:
    out = []
    for c in claims:
        where = f"{c['value_text']} {c['measure']}"
        if text[c["value_start"] : c["value_end"]] != c["value_text"] or text[c["start"] : c["end"]] != c["quote"]:
            out.append(f"{where}: the spans hold other words")
        if not c["start"] <= c["value_start"] < c["value_end"] <= c["end"]:
            out.append(f"{where}: the value stands outside its sentence")
        if c["measure"] not in written.MEASURES.values() or c["comparator"] not in {
            "=",
            "~",
            ">",
            ">=",
            "<",
            "<=",
            "range",
        }:
            out.append(f"{where}: unknown measure or comparator")
        if (c["comparator"] == "range") != (c["value_max"] is not None) or c["claimant_type"] not in TYPES:
            out.append(f"{where}: half a range, or an unknown kind of claimant")
        ends = [date.fromisoformat(day) for day in (c["period_start"], c["period_end"]) if day]
        if ends != sorted(ends):
            out.append(f"{where}: the period ends before it starts")
        if c["speaker"] and not set(re.findall(r"\w+", c["speaker"].casefold())) & set(
            re.findall(r"\w+", text.casefold())
        ):
            out.append(f"{where}: the speaker is not in the text")
    return out


def _quote_faults(quotes: list[dict[str, Any]], text: str) -> list[str]:
    out = []
    for q in quotes:
        if q["text"] not in text or ("start" in q and text[q["start"] : q["end"]] != q["text"]):
            out.append(f"quote {q['text'][:40]}: the span holds other words")
        if q.get("speaker_start") is not None and not text[q["speaker_start"] : q["speaker_end"]].strip():
            out.append(f"quote {q['text'][:40]}: the source is empty")
    return out


def _normalized(value: str) -> bool:
    day = r"\d{4}(-\d\d(-\d\d)?)?"
    return bool(re.fullmatch(rf"{day}(/({day})?)?|/{day}", value))


@pytest.mark.parametrize("file", [*OWN, *GOLD], ids=lambda file: file.stem)
def test_annotations_hold_the_words_of_the_text(file: Path) -> None:
    assert faults(json.loads(file.read_text(encoding="utf-8"))) == []


WRITTEN_ONLY = [file for folder in (TRAINING, WORDING, UNSEEN) for file in sorted(folder.glob("*.txt"))]


@pytest.mark.parametrize("file", WRITTEN_ONLY, ids=lambda file: file.stem)
def test_written_annotations_hold_the_words_of_the_text(file: Path) -> None:
    assert faults(written.compile_file(file)) == []


@pytest.mark.parametrize("file", sorted((HERE / "written").glob("*.txt")), ids=lambda file: file.stem)
def test_the_json_is_what_was_written(file: Path) -> None:
    assert json.loads((HERE / f"{file.stem}.json").read_text(encoding="utf-8")) == written.compile_file(file)


def test_every_document_was_written() -> None:
    assert {file.stem for file in OWN} == {file.stem for file in (HERE / "written").glob("*.txt")}


@pytest.mark.parametrize(
    ("text", "value", "expected"),
    [
        ("One. The jail got 52 in Jan. 2024. It kept none.", "52", "The jail got 52 in Jan. 2024."),
        ("“We got 52,” he said. “None else.”\nNext", "52", "“We got 52,” he said."),
        ("A list:\n• Received: 20\n• Honored: 3", "20", "• Received: 20"),
    ],
)
def test_the_sentence_around_a_value(text: str, value: str, expected: str) -> None:
    at = text.index(value)
    low, high = written.sentence(text, at, at + len(value))
    assert text[low:high] == expected


@pytest.mark.parametrize(
    ("part", "message"),
    [
        ("x\n---\nIt got {52|a}.\n---\n", "3"),
        ("who: {S: Jail}\n---\nIt got {52|a}.\n---\nb: received S 2024\n", "marks nothing"),
        ("who: {S: Jail}\n---\nIt got {52|a}.\n---\nN: 53\n", "not in the text"),
        ("who: {S: Jail}\n---\nIt got {52|a} and <q1>more.\n---\na: received S 2024\n", "never closed: q1"),
        ("who: {S: Jail}\n---\nIt got {a lot|a}.\n---\na: received S 2024\n", "say value="),
        ("who: {S: Jail}\n---\nIt got {52|a}.\n---\n", "marked but not described: a"),
    ],
)
def test_a_slip_of_the_pen_is_named(tmp_path: Path, part: str, message: str) -> None:
    file = tmp_path / "slip.txt"
    file.write_text(part if message != "3" else part.replace("---\n", "", 1), encoding="utf-8")
    with pytest.raises(written.WrittenError, match=message if message != "3" else "2 parts"):
        written.compile_file(file)
