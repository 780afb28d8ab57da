"""The site at size: pages over a million claims of 100,000 articles, asked one by one and eight at a time.

python -m tests.bench.site              the full size
python -m tests.bench.site 100000       fewer claims
python -m tests.bench.site claims.db    on a database that is there already
"""

from __future__ import annotations

import random
import sqlite3
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import median, quantiles
from typing import Any

import httpx

from db.claims.schema import create_indexes, create_tables, tables
from tests.site.serving import serving

CLAIMS = 1_000_000
CLAIMS_AN_ARTICLE = 10
CLAIMS_A_FIGURE = 4
PLACES = 2_000
FIGURES_A_DISPUTE = 3
TIMES = 15
MEASURES = ("detainers_issued", "detainers_received", "detainers_honored", "detainers_declined", "transfers")


def main() -> None:
    asked = sys.argv[1] if len(sys.argv) > 1 else ""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(asked)
        if not path.is_file():
            path = Path(folder) / "claims.db"
            started = time.monotonic()
            generate(path, int(asked) if asked.isdigit() else CLAIMS)
            print(f"generated in {time.monotonic() - started:.0f} s, {path.stat().st_size / 1e6:,.0f} MB")
        measure(path)


def generate(path: Path, claims: int) -> None:
    """A claims database of that many claims, filled directly."""
    db = sqlite3.connect(path)
    db.executescript("pragma journal_mode = off; pragma synchronous = off")
    create_tables(db)
    articles, figures = claims // CLAIMS_AN_ARTICLE, claims // CLAIMS_A_FIGURE
    _fill(db, "jurisdictions", ({"id": f"p{i}", "name": f"Sample {i}, OH", "figures": 10} for i in range(PLACES)))
    _fill(db, "agencies", ({"id": f"g{i}", "name": f"Police Department {i}", "kind": "agency"} for i in range(PLACES)))
    _fill(
        db,
        "captures",
        (
            {
                "id": f"x{i}",
                "url": f"https://example.org/{i}",
                "fetched_at": "2025-01-14T03:00:05Z",
                "digest": "ab" * 32,
                "warc": "1.warc.gz",
                "warc_offset": i,
            }
            for i in range(articles)
        ),
    )
    _fill(db, "stories", ({"id": f"s{i}", "title": f"Story {i}", "articles": 2} for i in range(articles // 2)))
    _fill(db, "articles", _articles(articles))
    _fill(
        db,
        "article_versions",
        (
            {"id": f"v{i}", "article": f"a{i}", "number": 1, "latest": 1, "digest": "ab" * 32, "capture": f"x{i}"}
            for i in range(articles)
        ),
    )
    _fill(db, "figures", _figures(figures))
    _fill(db, "claims", _claims(claims, articles, figures))
    disputes = figures // 20
    _fill(db, "disputes", _disputes(disputes))
    _fill(db, "dispute_figures", (
        {"id": f"d{i}-{rank}", "dispute": f"d{i}", "figure": f"f{i * FIGURES_A_DISPUTE + rank}", "rank": rank}
        for i in range(disputes) for rank in range(FIGURES_A_DISPUTE)
    ))  # fmt: skip
    _fill(db, "pairs", (
        {"id": f"q{i}-{rank}", "figure_a": f"f{i * FIGURES_A_DISPUTE}", "figure_b": f"f{i * FIGURES_A_DISPUTE + rank}",
         "verdict": "dispute", "dispute": f"d{i}", "reason": "cannot both be true"}
        for i in range(disputes) for rank in range(1, FIGURES_A_DISPUTE)
    ))  # fmt: skip
    db.executemany("insert into articles_fts(rowid, title, text) values (?, ?, ?)",
                   ((i + 1, f"Report {i}", f"detainers and jail word{i % 5000}") for i in range(articles)))  # fmt: skip
    create_indexes(db)
    db.commit()
    db.close()


def _fill(db: sqlite3.Connection, table: str, rows: Iterator[dict[str, Any]]) -> None:
    names = tables()[table].names
    db.executemany(tables()[table].insert_sql(), ([row.get(name) for name in names] for row in rows))


def _articles(count: int) -> Iterator[dict[str, Any]]:
    for i in range(count):
        yield {"id": f"a{i}", "n": i + 1, "url": f"https://example.org/{i}", "title": f"Report {i} on detainers",
               "outlet": f"Outlet {i % 200}", "published": f"20{10 + i % 16}-03-01", "date_source": "url",
               "copy_kind": "original", "story": f"s{i // 2}", "version": f"v{i}", "capture": f"x{i}"}  # fmt: skip


def _figures(count: int) -> Iterator[dict[str, Any]]:
    for i in range(count):
        place = _place(i)
        yield {"id": f"f{i}", "n": i + 1, "title": f"figure {i}", "claimant": f"Police Department {place}",
               "agency": f"g{place}", "measure": MEASURES[i % 5], "family": "requests", "value": i % 900,
               "comparator": "=", "unit": "count", "period_start": f"20{10 + i % 16}-01-01",
               "period_end": f"20{10 + i % 16}-12-31", "jurisdiction": f"Sample {place}, OH", "place": f"p{place}",
               "stories": 2, "claims": CLAIMS_A_FIGURE, "disputes": 1}  # fmt: skip


def _place(i: int) -> int:
    """Every tenth figure is about one place: some places are in the news all the time."""
    return 0 if i % 10 == 0 else i % PLACES


def _claims(count: int, articles: int, figures: int) -> Iterator[dict[str, Any]]:
    for i in range(count):
        article, figure = i * articles // count, i % figures
        place = _place(figure)
        sentence = f"The department received {figure % 900} detainers that year, word{i % 5000} said."
        yield {"id": f"c{i}", "n": i + 1, "figure": f"f{figure}", "article": f"a{article}", "version": f"v{article}",
               "value": figure % 900, "comparator": "=", "unit": "count", "measure": MEASURES[figure % 5],
               "claimant": f"Police Department {place}", "claimant_agency": f"g{place}", "place": f"p{place}",
               "jurisdiction": f"Sample {place}, OH", "period_start": f"20{10 + figure % 16}-01-01",
               "sentence": sentence, "mark_start": 24, "mark_end": 25, "confidence": 0.8, "extractor": "1",
               "outlet": f"Outlet {article % 200}", "published": f"20{10 + article % 16}-03-01",
               "capture": f"x{article}", "story": f"s{article // 2}", "copied": article % 2}  # fmt: skip


def _disputes(count: int) -> Iterator[dict[str, Any]]:
    for i in range(count):
        place = _place(i)
        yield {"id": f"d{i}", "n": i + 1, "title": f"dispute {i}", "kind": "rivals", "place": f"p{place}",
               "jurisdiction": f"Sample {place}, OH", "measure_family": "requests", "unit": "count", "lowest": 1,
               "highest": 90, "figures": FIGURES_A_DISPUTE, "stories": 2, "first_seen": "2025-01-14"}  # fmt: skip


def measure(path: Path) -> None:
    """Prints what each page costs, then what eight readers at once get."""
    started = time.monotonic()
    with serving(path) as served, httpx.Client(base_url=served.address, timeout=60) as client:
        print(f"start: {time.monotonic() - started:.1f} s")
        for what, paths in _asked(path).items():
            times, statuses = zip(*(_timed(client, random.choice(paths)) for _ in range(TIMES)), strict=True)
            bad = sum(status != 200 for status in statuses)
            print(f"{what:34} median {median(times) * 1000:6.0f} ms, worst {max(times) * 1000:6.0f} ms"
                  + (f", {bad} of {TIMES} not answered" if bad else ""))  # fmt: skip
        _crowd(client, [path for paths in _asked(path).values() for path in paths])


def _crowd(client: httpx.Client, paths: list[str]) -> None:
    with ThreadPoolExecutor(8) as pool:
        started = time.monotonic()
        answers = list(pool.map(lambda path: _timed(client, path), random.choices(paths, k=200)))
    spent, failed = time.monotonic() - started, sum(status != 200 for _, status in answers)
    slow = quantiles([seconds for seconds, _ in answers], n=20)[-1]
    print(f"eight readers at once: {200 / spent:.0f} pages a second, 95 % under {slow * 1000:.0f} ms, {failed} failed")


def _timed(client: httpx.Client, path: str) -> tuple[float, int]:
    started = time.monotonic()
    status = client.get(path).status_code
    return time.monotonic() - started, status


def _asked(path: Path) -> dict[str, list[str]]:
    """Pages to ask for, by what they are, with ids that are there."""
    with sqlite3.connect(path) as db:

        def ids(table: str) -> list[str]:
            return [row[0] for row in db.execute(f"select id from {table} limit 2000")][::100]

        [(busy,)] = db.execute("select place from claims where place is not null group by place order by count(*) desc"
                               " limit 1")  # fmt: skip
        return {
            "first page": ["/"],
            "disputes": ["/-/disputes", "/-/disputes?after=500"],
            **{kind: [f"/-/{kind}/{key}" for key in ids(table)] for kind, table in (
                ("dispute", "disputes"), ("figure", "figures"), ("claim", "claims"), ("article", "articles"),
                ("capture", "captures"), ("agency", "agencies"), ("place", "jurisdictions"))},
            "the place most in the news": [f"/-/place/{busy}"],
            "compare: its figures": [f"/-/compare?place={busy}"],
            "search: everything": ["/-/search"],
            "search: a common word": ["/-/search?q=detainers"],
            "search: a rare word": ["/-/search?q=word77"],
            "search: common word, facet": [f"/-/search?q=detainers&place={busy}", "/-/search?q=detainers&year=2024"],
            "search: facet alone": [f"/-/search?place={busy}", "/-/search?measure=detainers_issued",
                                    "/-/search?year=2024"],
            "table of claims": ["/claims/claims"],
            "table of claims, common word": ["/claims/claims?_search=detainers"],
            "row of a claim": [f"/claims/claims/{key}" for key in ids("claims")],
        }  # fmt: skip


if __name__ == "__main__":
    main()
