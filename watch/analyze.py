"""Reading files given by hand: .txt, .html, .pdf or .json in, one analysis each out."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from common.errors import BadInput, Failure
from extract.clean import clean
from extract.explain import Candidate
from extract.explain import explain as explain_document
from extract.model import Analysis, Document
from extract.reader import read_many
from watch.evaluate import document_of, load_json
from watch.output import Output

PAGES = {".html": "text/html", ".htm": "text/html", ".pdf": "application/pdf"}
KINDS = (".txt", ".json", *PAGES)


def load_document(path: Path, published: date | None = None) -> Document:
    """The document in a file; `published` fills in where the file itself gives no date."""
    suffix = path.suffix.lower()
    if suffix not in KINDS:
        raise BadInput(f"{path}: cannot tell what this is; give one of {', '.join(KINDS)}")
    if suffix == ".json":
        data = load_json(path)
        if not isinstance(data, dict) or not isinstance(data.get("text"), str):
            raise BadInput(f"{path}: lacks 'text'; give text, url, published and outlet")
        document = document_of(data, path)
    elif suffix == ".txt":
        document = Document(_bytes(path).decode("utf-8", errors="replace"))
    else:
        page = clean(_bytes(path), path.resolve().as_uri(), content_type=PAGES[suffix])
        document = Document(page.text, page.canonical_url, page.title, page.outlet, page.published)
    return document if document.published else replace(document, published=published)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise Failure(f"{path}: no such file; name one that exists") from None
    except OSError as error:
        raise Failure(f"{path}: cannot be read ({error.strerror}); name a readable file") from None


def analyze(
    paths: Sequence[Path], folder: Path, *, published: date | None, processes: int, output: Output
) -> list[tuple[Path, Analysis]]:
    """Write one analysis a path into `folder` (same stem, .json); every file is checked before any is read."""
    stems = [path.stem for path in paths]
    if twice := {stem for stem in stems if stems.count(stem) > 1}:
        raise BadInput(f"two files are called {min(twice)}: their analyses would overwrite each other; rename one")
    documents = [load_document(path, published) for path in paths]
    folder.mkdir(parents=True, exist_ok=True)
    done = []
    analyses = read_many(documents, processes=processes if len(documents) > 8 else 1, by_hand=True)
    for path, analysis in zip(paths, output.progress(analyses, "reading", len(paths)), strict=True):
        target = folder / f"{path.stem}.json"
        target.write_text(json.dumps(analysis.to_dict(), ensure_ascii=False, indent=1), encoding="utf-8")
        output.say(f"{path} -> {target}: {_summary(analysis)}")
        done.append((target, analysis))
    return done


def explain(paths: Sequence[Path], published: date | None, output: Output) -> None:
    """Each candidate number of each file: its claims, or why it has none."""
    for path in paths:
        if len(paths) > 1:
            output.say(f"== {path}")
        rows = [row for candidate in explain_document(load_document(path, published)) for row in _rows(candidate)]
        output.table(str(path), ("number", "at", "verdict", "why"), rows)


def _rows(candidate: Candidate) -> list[tuple[str, int, str, str]]:
    count = candidate.count
    if not candidate.claims:
        return [(count.text, count.start, "no", candidate.reason)]
    return [
        (
            count.text,
            count.start,
            f"claim: {c.measure}, {c.claimant or 'claimant not stated'}, {c.confidence:.2f}",
            c.rule,
        )
        for c in candidate.claims
    ]


def _summary(analysis: Analysis) -> str:
    if analysis.unread and not analysis.quotes:
        return f"unread ({analysis.unread})"
    kinds = ("claims", "officials", "statutes", "dates", "quotes")
    return ", ".join(f"{len(getattr(analysis, kind))} {kind}" for kind in kinds)
