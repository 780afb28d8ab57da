"""Accuracy against annotated documents: read each gold text, score the reading, show what changed since a kept one."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from common.errors import BadInput
from extract.model import Document
from extract.reader import read_many
from extract.scoring import Score, score_document


@dataclass(frozen=True)
class Evaluation:
    """The score and, for comparison with another run, each hit and miss as a line."""

    score: Score
    documents: int


def evaluate(gold_dir: Path, *, keep: Path | None = None, processes: int = 1) -> Evaluation:
    """Read every `*.json` of `gold_dir` and score it; `keep` also writes the analyses there."""
    golds = list(load_gold(gold_dir))
    analyses = read_many([document_of(gold, file) for file, gold in golds], processes=processes)
    score = Score()
    if keep:
        keep.mkdir(parents=True, exist_ok=True)
    for (file, gold), analysis in zip(golds, analyses, strict=True):
        pred = analysis.to_dict()
        score_document(score, file.stem, gold, pred)
        if keep:
            (keep / file.name).write_text(json.dumps(pred, ensure_ascii=False, indent=1), encoding="utf-8")
    return Evaluation(score, len(golds))


def rescore(gold_dir: Path, pred_dir: Path) -> Evaluation:
    """Score analyses that were kept earlier."""
    score, golds = Score(), list(load_gold(gold_dir))
    for file, gold in golds:
        kept = pred_dir / file.name
        score_document(score, file.stem, gold, load_json(kept) if kept.exists() else {})
    return Evaluation(score, len(golds))


def changes(old: Score, new: Score) -> list[str]:
    """Lines "+ gained" and "- lost" between two runs over the same gold."""
    before, after = set(old.hits), set(new.hits)
    return [f"+ {line}" for line in sorted(after - before)] + [f"- {line}" for line in sorted(before - after)]


def load_gold(gold_dir: Path) -> Iterator[tuple[Path, dict[str, Any]]]:
    """Each annotated document of the folder, by file name."""
    files = sorted(gold_dir.glob("*.json"))
    if not files:
        raise BadInput(f"{gold_dir}: no annotated documents (*.json) there; name a folder that holds some")
    for file in files:
        gold = load_json(file)
        if not isinstance(gold, dict) or not isinstance(gold.get("text"), str):
            raise BadInput(f"{file}: no annotated document: it lacks 'text'; see the analysis format in the README")
        missing = [kind for kind in ("claims", "officials", "statutes", "dates", "quotes") if kind not in gold]
        if missing:
            raise BadInput(f"{file}: lacks the lists {', '.join(missing)}; add them, empty where there is nothing")
        yield file, gold


def load_json(file: Path) -> Any:
    """The file's data; BadInput where it cannot be had."""
    try:
        return json.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise BadInput(f"{file}: cannot be read ({error.strerror}); name a readable file") from None
    except ValueError as error:
        raise BadInput(f"{file}: no valid JSON ({error}); mend the file") from None


def document_of(data: dict[str, Any], where: Path) -> Document:
    """The document that {"text", "url", "published", "outlet", "title" or "headline"} describes; `where` it stood."""
    published = data.get("published")
    try:
        day = date.fromisoformat(published[:10]) if published else None
    except (TypeError, ValueError):
        raise BadInput(f"{where}: 'published' is {published!r}; give an ISO date such as 2025-01-13, or null") from None
    return Document(
        text=data["text"],
        url=data.get("url"),
        title=data.get("title") or data.get("headline"),
        outlet=data.get("outlet"),
        published=day,
    )
