"""Reads annotated documents: JSON as it is scored, or the written form, compiled as it is read.

`training/` is what weights are fitted on; nothing is measured there. From `wording/` only what a number counts is
learned: rules were mended on some of its documents, so that they are right there too often, and the others hold no more
than a sentence or two. `unseen/` was scored before anybody looked at it; of the weights only those of confidence are
fitted on it. Which of its documents have been read since, so that their figures are stale, the README tells; none of
`ya_` to `yc_`, `ka_` to `kd_` has. What a head calls `fictional` is invented, even where it names a real agency,
person or place.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from extract.model import Document
from tests.corpus.compile import compile_file

TRAINING, WORDING, UNSEEN = (Path(__file__).parent / name for name in ("training", "wording", "unseen"))


def documents(folder: Path) -> Iterator[tuple[str, Document, dict[str, Any]]]:
    """The name, the text and the annotations of each document of a folder, in the order of names."""
    for file in sorted([*folder.glob("*.json"), *folder.glob("*.txt")]):
        gold = json.loads(file.read_text(encoding="utf-8")) if file.suffix == ".json" else compile_file(file)
        published = date.fromisoformat(gold["published"]) if gold.get("published") else None
        title = gold.get("headline") or gold.get("title")
        yield file.name, Document(gold["text"], gold.get("url"), title, gold.get("outlet"), published), gold
