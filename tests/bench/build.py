"""Building the claims database at size: a million claims over 100,000 generated articles, and killed at random moments.

python -m tests.bench.build            the full size
python -m tests.bench.build 5000       fewer articles
"""

from __future__ import annotations

import hashlib
import json
import multiprocessing
import os
import random
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from db.archive import Archive
from db.build import build

ARTICLES = 100_000
CLAIMS_EACH = 10
KILLS = 20
MEASURES = ("detainers_issued", "detainers_received", "detainers_honored", "detainers_declined", "transfers",
            "releases", "arrests", "detainers_active")  # fmt: skip
STATES = ("MA", "CO", "NC", "TX", "CA", "OH", "MN", "WA", "GA", "IL")
FILLER = (
    "The council heard two hours of testimony before it turned to the budget for the coming year. Residents of the "
    "east side asked for more lighting along the river, and a motion to repave the old market was sent back. "
)


def main() -> None:
    articles = int(sys.argv[1]) if len(sys.argv) > 1 and sys.argv[1].isdigit() else ARTICLES
    with tempfile.TemporaryDirectory(dir=os.environ.get("DETAINER_WATCH_BENCH_DIR")) as name:
        folder = Path(name)
        started = time.monotonic()
        generate(folder / "archive.db", articles)
        print(f"archive of {articles:,} articles generated in {time.monotonic() - started:.0f} s, "
              f"{(folder / 'archive.db').stat().st_size / 1e6:,.0f} MB")  # fmt: skip
        _measured(folder, "build")
        generate(folder / "archive.db", 500, first=articles)
        _measured(folder, "build again with 500 articles more")
    with tempfile.TemporaryDirectory() as name:
        killed_builds(Path(name))


def _measured(folder: Path, what: str) -> None:
    """Builds in a process of its own, so that its peak memory can be told."""
    started = time.monotonic()
    code = "import sys; from tests.bench.build import build_and_tell; build_and_tell(sys.argv[1])"
    out = subprocess.run([sys.executable, "-c", code, str(folder)], check=True, capture_output=True, text=True).stdout
    print(f"{what}: {time.monotonic() - started:.0f} s; {out.strip()}; "
          f"claims.db {(folder / 'claims.db').stat().st_size / 1e6:,.0f} MB")  # fmt: skip


def build_and_tell(folder: str) -> None:
    steps: list[tuple[float, str]] = []
    report = build(Path(folder) / "archive.db", Path(folder) / "claims.db",
                   progress=lambda step: steps.append((time.process_time(), step)))  # fmt: skip
    ends = [at for at, _ in steps[1:]] + [time.process_time()]
    told = ", ".join(f"{step} {end - at:.0f} s" for (at, step), end in zip(steps, ends, strict=True))
    used = resource.getrusage(resource.RUSAGE_SELF)
    print(f"{report.claims:,} claims, {report.figures:,} figures, {report.disputes:,} disputes, peak "
          f"{used.ru_maxrss / 1024:,.0f} MB, {used.ru_utime + used.ru_stime:.0f} s of processor ({told})")  # fmt: skip


def killed_builds(folder: Path, articles: int = 400, kills: int = KILLS) -> int:
    """Kills a build at random moments; returns (and prints) how often the site's file was whole afterwards."""
    generate(folder / "archive.db", articles)
    build(folder / "archive.db", folder / "claims.db")
    started = time.monotonic()
    build(folder / "archive.db", folder / "claims.db")
    length = time.monotonic() - started
    whole, cut = 0, 0
    rng = random.Random(5)
    for _ in range(kills):
        process = multiprocessing.get_context("fork").Process(
            target=build, args=(folder / "archive.db", folder / "claims.db")
        )
        process.start()
        time.sleep(rng.random() * length)
        cut += process.is_alive()
        process.kill()
        process.join()
        whole += _is_whole(folder / "claims.db", articles)
    print(f"killed at {cut} of {kills} random moments of a build: the site's file whole {whole} of {kills} times")
    return whole


def _is_whole(path: Path, articles: int) -> bool:
    db = sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)
    try:
        sound = db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return sound and db.execute("SELECT count(*) FROM articles").fetchone() == (articles,)
    finally:
        db.close()


def generate(path: Path, articles: int, first: int = 0) -> None:
    """An archive of articles with readings, written in bulk; the same for the same numbers."""
    with Archive(path) as archive:
        archive.add_source("wire", name="The wire", kind="feed", url="https://wire.example/feed")
        run = archive.start_run("collect")
        archive.finish_run(run)
    db = sqlite3.connect(path)
    with db:
        for chunk in _chunks(articles, first, run):
            for table, columns, rows in chunk:
                marks = ", ".join("?" * len(columns.split(",")))
                db.executemany(f"INSERT INTO {table} ({columns}) VALUES ({marks})", rows)
    db.close()


def _chunks(articles: int, first: int, run: int) -> Iterator[list[tuple[str, str, list[Any]]]]:
    """Rows by table, a thousand articles at a time."""
    for start in range(first, first + articles, 1000):
        captures, items, versions, analyses = [], [], [], []
        for number in range(start, min(start + 1000, first + articles)):
            url = f"https://outlet{number % 300}.example/{number}"
            text, reading, published = _article(number)
            article = f"{number:016x}"
            digest = hashlib.sha256(text.encode()).hexdigest()
            at = f"{published}T06:00:00.{number % 1_000_000:06d}Z"
            captures.append((number + 1, run, "wire", url, at, 200, f"sha256:{digest}", len(text), "a.warc.gz",
                             number * 900, 900, "new"))  # fmt: skip
            items.append((article, url, f"Report {number}", f"Outlet {number % 300}", published, "url", "en",
                          "article", "wire", at, at, f"story{number // 3}",
                          "original" if number % 3 == 0 else "rewrite"))  # fmt: skip
            versions.append((f"v{article}", article, digest, text, f"Report {number}", at, at, number + 1))
            analyses.append((f"v{article}", "1", json.dumps(reading), at))
        yield [
            ("captures", "id, run, source, url, fetched_at, status, digest, size, warc, warc_offset, warc_length, "
             "outcome", captures),
            ("articles", "id, url, title, outlet, published, date_source, language, page_kind, source, first_seen, "
             "last_seen, story, copy_kind", items),
            ("article_versions", "id, article, digest, text, title, first_seen, last_seen, capture", versions),
            ("analyses", "version, extractor, analysis, read_at", analyses),
        ]  # fmt: skip


def _article(number: int) -> tuple[str, dict[str, Any], str]:
    """One report on a place and year out of 3,000 places and ten years: its text, its reading, its date."""
    rng = random.Random(number)
    county = f"{_name(rng.randrange(300))} County"
    state = STATES[rng.randrange(len(STATES))]
    place, sheriff, year = f"{county}, {state}", f"{county} Sheriff's Office", 2015 + rng.randrange(10)
    text, claims = "", []
    for _ in range(CLAIMS_EACH):
        measure = MEASURES[rng.randrange(len(MEASURES))]
        federal = measure in ("detainers_issued", "arrests", "releases")
        value = 3 + (len(place) * 7 + year * 3 + MEASURES.index(measure) * 11 + rng.randrange(2)) % 400
        who = "U.S. Immigration and Customs Enforcement" if federal else sheriff
        sentence = f"{who} put the number of {measure.replace('_', ' ')} in {county} in {year} at {value}."
        start = len(text)
        where = start + len(sentence) - 1 - len(str(value))
        text += sentence + " " + FILLER
        claims.append({
            "value": value, "value_text": str(value), "value_start": where, "value_end": where + len(str(value)),
            "measure": measure, "quote": sentence, "start": start, "end": start + len(sentence), "comparator": "=",
            "value_max": None, "unit": "count", "counted": "detainers", "claimant": who, "claimant_type": "agency",
            "speaker": None, "via": [], "period_start": f"{year}-01-01", "period_end": f"{year}-12-31",
            "period_text": str(year), "jurisdiction": place, "confidence": 0.7, "rule": "verb;year",
            "status": "asserted", "direct": False,
        })  # fmt: skip
    chief = f"{_name(rng.randrange(300)).title()} {_name(rng.randrange(1000)).title()}son"
    officials = [{"name": chief, "role": "Sheriff", "agency": sheriff, "start": 0, "end": 5, "status": None,
                  "text": chief}]  # fmt: skip
    dates = [{"text": str(year), "start": 40, "end": 44, "normalized": str(year), "kind": "point",
              "period_start": f"{year}-01-01", "period_end": f"{year}-12-31"}]  # fmt: skip
    quotes = [{"text": "the number", "start": 5, "end": 15, "speaker": chief, "speaker_start": 0, "speaker_end": 5,
               "cue": "said", "direct": False}]  # fmt: skip
    mentions = [{"text": county, "start": 60, "end": 70, "kind": "place", "name": place, "jurisdiction": None},
                {"text": "ICE", "start": 80, "end": 83, "kind": "agency", "jurisdiction": None,
                 "name": "U.S. Immigration and Customs Enforcement"}]  # fmt: skip
    published = f"{year + 1}-{1 + number % 12:02d}-{1 + number % 28:02d}"
    lists = {"officials": officials, "dates": dates, "quotes": quotes, "mentions": mentions, "statutes": []}
    return text, {"claims": claims, "unread": None, "notes": []} | lists, published


def _name(number: int) -> str:
    """A made-up name, the same for the same number."""
    heads, tails = ("Dun", "Lark", "Pen", "Sauk", "Harl", "Brim", "Ost", "Wick", "Tor", "Mel"), ("more", "field", "ham",
        "ford", "holm", "wick", "den", "mere", "ton", "ley")  # fmt: skip
    middles = ("a", "e", "i", "o", "u", "an", "en", "in", "on", "un")
    return heads[number % 10] + middles[number // 10 % 10] + tails[number // 100 % 10]


if __name__ == "__main__":
    main()
