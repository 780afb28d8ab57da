"""How well pages are cleaned, dated and grouped: on public benchmarks where they are at hand, and on generated stories.

DETAINER_WATCH_BENCH_ARTICLES: a checkout of scrapinghub/article-extraction-benchmark (181 pages, F1 of shingles).
DETAINER_WATCH_BENCH_DATES: the `tests` folder of a checkout of adbar/htmldate (800 pages, a day each).
Without them their part is left out. Nothing of either is part of this project.
"""

from __future__ import annotations

import gzip
import json
import os
import re
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from statistics import mean

from htmldate import find_date
from trafilatura import extract

from db.stories.compare import relation
from db.stories.text import Features
from extract.clean import clean
from tests.stories.generate import pairs

Counts = tuple[float, float, float]


def main() -> None:
    """Print each table."""
    for variable, table in (("DETAINER_WATCH_BENCH_ARTICLES", articles), ("DETAINER_WATCH_BENCH_DATES", dates)):
        folder = os.environ.get(variable)
        if folder:
            table(Path(folder))
        else:
            print(f"{variable} is not set: left out")
    stories()


def articles(folder: Path) -> None:
    """Precision, recall and F1 of the main text, by the benchmark's own measure."""
    truth = json.loads((folder / "ground-truth.json").read_text(encoding="utf-8"))
    pages = {key: gzip.decompress((folder / f"html/{key}.html.gz").read_bytes()) for key in truth}
    ways: dict[str, Callable[[bytes, str], str]] = {
        "this project": lambda body, url: clean(body, url).body,
        "this project, title included": lambda body, url: clean(body, url).text,
        "trafilatura, favor_precision": lambda body, url: _extracted(body, precise=True),
        "trafilatura": lambda body, url: _extracted(body, precise=False),
    }
    for name, way in ways.items():
        matches = [_match(entry.get("articleBody", ""), way(pages[key], entry["url"])) for key, entry in truth.items()]
        precision = mean(tp / (tp + fp) if tp else 0.0 for tp, fp, _ in matches)
        recall = mean(tp / (tp + fn) if tp else 0.0 for tp, _, fn in matches)
        f1 = 2 * precision * recall / (precision + recall)
        print(f"{name:32} F1 {f1:.4f}  precision {precision:.4f}  recall {recall:.4f}  ({len(truth)} pages)")


def _extracted(body: bytes, *, precise: bool) -> str:
    return extract(body, include_comments=False, favor_precision=precise) or ""


def _match(true: str, found: str) -> Counts:
    a, b = _shingles(true), _shingles(found)
    shared = sum((a & b).values())
    return float(shared), float(sum(b.values()) - shared), float(sum(a.values()) - shared)


def _shingles(text: str, length: int = 4) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text)
    return Counter(tuple(words[i : i + length]) for i in range(max(1, len(words) - length + 1)) if words)


def dates(folder: Path) -> None:
    """Share of pages whose day is right; F1 counts a wrong day as found in error."""
    pages = json.loads((folder / "eval_default.json").read_text(encoding="utf-8"))
    ways: dict[str, Callable[[str, str], str | None]] = {
        "this project": lambda source, url: _day(clean(source.encode(), "https://unknown.invalid/").published),
        "this project, address known": lambda source, url: _day(clean(source.encode(), url).published),
        "htmldate": lambda source, url: find_date(source, original_date=True, extensive_search=True),
    }
    sources = {url: _source(folder, entry["file"]) for url, entry in pages.items()}
    for name, way in ways.items():
        found = [(way(sources[url], url), entry["date"]) for url, entry in pages.items()]
        right = sum(day == true for day, true in found)
        wrong = sum(day is not None and day != true for day, true in found)
        missing = sum(day is None for day, _ in found)
        f1 = 2 * right / (2 * right + wrong + missing)
        scores = f"accuracy {right / len(found):.4f}  F1 {f1:.4f}  wrong {wrong}  none {missing}"
        print(f"{name:32} {scores}  ({len(found)} pages)")


def _source(folder: Path, name: str) -> str:
    file = next(folder / kind / name for kind in ("test_set", "cache", "eval") if (folder / kind / name).is_file())
    return file.read_text(encoding="utf-8", errors="replace")


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def stories(seeds: Iterable[int] = (11, 12, 13)) -> None:
    """Precision and recall of each kind of copy, on 240 related and 200 unrelated generated pairs a seed."""
    decided = [
        (pair, relation(Features(pair.first), Features(pair.second))) for seed in seeds for pair in pairs(seed=seed)
    ]
    for kind in ("syndicated", "rewrite", "spun"):
        right = sum(pair.kind == kind == found for pair, found in decided)
        said, there = sum(found == kind for _, found in decided), sum(pair.kind == kind for pair, _ in decided)
        print(f"{kind:32} precision {right / said:.3f}  recall {right / there:.3f}  ({there} pairs)")
    apart = [found is None for pair, found in decided if pair.kind is None]
    print(f"{'unrelated, one topic':32} kept apart {sum(apart)} of {len(apart)}")
