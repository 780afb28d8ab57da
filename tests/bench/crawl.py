"""Crawl figures: throughput beside a bare Scrapy spider, memory, the price of a second look, and 30 kills.

`python -m tests.bench.crawl` prints them; nothing here asserts a time. Each part is a function, also run smaller by the
test suite where it has something to assert.
"""

from __future__ import annotations

import os
import random
import resource
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from warcio.archiveiterator import ArchiveIterator

from db.archive import Archive
from spiders.collect import CollectReport, collect
from spiders.sources import Source


@contextmanager
def site(hosts: int, pages: int, size: int = 20_000, wait: float = 0.0) -> Iterator[list[str]]:
    """A local site of `hosts` loopback addresses with `pages` pages each; gives the addresses of its sitemaps."""
    command = [sys.executable, "-m", "tests.bench._site", *map(str, (hosts, pages, size, wait))]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None and server.stdin is not None
        port = int(server.stdout.readline())
        try:
            yield [f"http://127.0.0.{n}:{port}/sitemap.xml" for n in range(1, hosts + 1)]
        finally:
            server.stdin.close()
            server.terminate()


def sources(maps: list[str], limit: int = 10_000) -> list[Source]:
    """A source a host, asking as fast as it is answered."""
    return [
        Source(id=f"host{n}", name=f"Host {n}", kind="sitemap", url=url, limit=limit, concurrency=8, delay=0.0)
        for n, url in enumerate(maps, 1)
    ]


def crawl(maps: list[str], folder: Path, revisit: str = "due") -> CollectReport:
    return collect(
        sources(maps), folder / "archive.db", folder / "warc", allow_private_hosts=True, revisit=revisit
    )  # fmt: skip


@dataclass(frozen=True)
class Cost:
    """Seconds by the clock and on the processor (with children)."""

    wall: float
    cpu: float


@contextmanager
def measured(into: list[Cost]) -> Iterator[None]:
    def cpu() -> float:
        used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
        return sum(u.ru_utime + u.ru_stime for u in used)

    wall, before = time.perf_counter(), cpu()
    yield
    into.append(Cost(time.perf_counter() - wall, cpu() - before))


def throughput(hosts: int = 8, pages: int = 250, rounds: int = 2) -> None:
    """Pages a minute of the collector and of a bare spider, by turns on the same site; memory on the way."""
    bare_costs: list[Cost] = []
    our_costs: list[Cost] = []
    samples: list[tuple[int, float]] = []
    with site(hosts, pages) as maps:
        for _ in range(rounds):
            with measured(bare_costs):
                subprocess.run([sys.executable, "-m", "tests.bench._bare", *maps], check=True)
            samples.clear()
            with tempfile.TemporaryDirectory() as name, measured(our_costs), watching(Path(name), samples):
                report = crawl(maps, Path(name))
    total = hosts * pages
    new = sum(source.new for source in report.sources)
    bare, ours = (60 * total * rounds / sum(cost.wall for cost in costs) for costs in (bare_costs, our_costs))
    bare_cpu, our_cpu = (sum(cost.cpu for cost in costs) / rounds for costs in (bare_costs, our_costs))
    print(f"crawl: {total} pages over {hosts} hosts, {new} kept, {rounds} rounds by turns")
    print(f"  bare Scrapy      {bare:8.0f} pages a minute ({bare_cpu:.1f} s of processor)")
    print(f"  Detainer Watch   {ours:8.0f} pages a minute ({our_cpu:.1f} s of processor): {ours / bare:.2f} of it")
    for at in (total // 4, total // 2, total):
        near = min(samples, key=lambda sample: abs(sample[0] - at), default=None)
        if near:
            print(f"  memory at page {near[0]:5d}: {near[1]:.0f} MB")


@contextmanager
def watching(folder: Path, samples: list[tuple[int, float]]) -> Iterator[None]:
    """Notes the worker's memory (MB) against the pages kept, ten times a second."""
    over = threading.Event()

    def watch() -> None:
        while not over.wait(0.1):
            worker, count = _worker(os.getpid()), _count(folder / "archive.db")
            if worker and count is not None:
                samples.append((count, worker))

    thread = threading.Thread(target=watch)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def _worker(parent: int) -> float | None:
    """Resident memory of the collecting process, in MB."""
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            if int(stat.read_text().rsplit(")", 1)[1].split()[1]) != parent:
                continue
            if b"spiders.worker" in (stat.parent / "cmdline").read_bytes():
                pages = int((stat.parent / "statm").read_text().split()[1])
                return pages * os.sysconf("SC_PAGE_SIZE") / 1e6
        except (OSError, IndexError):
            continue
    return None


def _count(path: Path) -> int | None:
    try:
        with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as db:
            return int(db.execute("SELECT count(*) FROM captures WHERE role = 'page'").fetchone()[0])
    except sqlite3.Error:
        return None


def second_look(pages: int = 500) -> None:
    """What a second run over unchanged pages costs beside the first: collected only, and with the cleaning."""
    from watch.output import Output
    from watch.pipeline import clean
    from watch.settings import Settings

    costs: list[Cost] = []
    with site(1, pages) as maps, tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        settings = Settings(data=folder)
        for revisit in ("due", "all", "due"):
            with measured(costs):
                report = crawl(maps, folder, revisit)
            with measured(costs):
                cleaned = clean(settings, Output(False))
            row = report.sources[0]
            print(f"  {row.new} new, {row.unchanged} unchanged, {cleaned.captures} cleaned")
        with Archive(folder / "archive.db") as archive:
            sql = "SELECT status, count(*), sum(size) FROM captures WHERE role = 'page' AND run > 1 GROUP BY status"
            print(f"  second and third run, by status (count, bytes): {archive.db.conn.execute(sql).fetchall()}")
    first, second, third = (Cost(a.wall + b.wall, a.cpu + b.cpu) for a, b in zip(costs[::2], costs[1::2], strict=True))
    print(f"second look at {pages} unchanged pages, processor seconds:")
    print(f"  first run   collect {costs[0].cpu:6.2f}, clean {costs[1].cpu:6.2f}, both {first.cpu:6.2f}")
    print(f"  second run  collect {costs[2].cpu:6.2f}, clean {costs[3].cpu:6.2f}, both {second.cpu:6.2f}", end="")
    print(f" ({second.cpu / first.cpu:.2f} of the first), every page asked (--revisit all)")
    print(f"  third run   both {third.cpu:6.2f} ({third.cpu / first.cpu:.2f} of the first), nothing due")


def killed(kills: int = 30, pages: int = 500, seed: int = 4, wait: float = 0.15) -> dict[str, object]:
    """Kills a crawl (SIGKILL, all its processes) at random moments, starts it again each time, lets the last one end.

    Returns what was found: `kills`, how many pages stood in the archive at each (`at`), `kept` pages, `lost`, `twice`,
    `unreadable` captures, `rejected` WARC files, `wrong` digests, `double` responses.
    """
    rng = random.Random(seed)
    with site(1, pages, 8_000, wait) as maps, tempfile.TemporaryDirectory() as name:
        folder, at = Path(name), []
        for _ in range(kills):
            before = _count(folder / "archive.db") or 0
            process = subprocess.Popen(
                [sys.executable, "-m", "tests.bench.crawl", "crawl", str(folder), *maps],
                start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            )  # fmt: skip
            # Two kills in three come after something was kept, so that the crawl gets on; the others at any moment.
            begun = rng.random() < 0.67
            while begun and process.poll() is None and (_count(folder / "archive.db") or 0) <= before:
                time.sleep(0.01)
            time.sleep(rng.random() * (0.7 if begun else 2.5))
            if process.poll() is not None:
                break
            at.append(_count(folder / "archive.db") or 0)
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        crawl(maps, folder)
        return {"kills": len(at), "at": at, **checked(folder, pages)}


def checked(folder: Path, pages: int) -> dict[str, int]:
    """What is wrong with an archive that should hold `pages` pages, each once; all zeros but `kept` when nothing is."""
    with Archive(folder / "archive.db", folder / "warc") as archive:
        rows = archive.db.conn.execute(
            "SELECT url, count(*) FROM captures WHERE role = 'page' AND status = 200 GROUP BY url"
        ).fetchall()
        unreadable = 0
        for (capture,) in archive.db.conn.execute("SELECT id FROM captures WHERE status = 200").fetchall():
            try:
                archive.body(capture)
            except ValueError:
                unreadable += 1
        due = archive.db.conn.execute("SELECT count(*) FROM url_memory WHERE due_at IS NOT NULL").fetchone()[0]
    return {
        "kept": len(rows), "lost": pages - len(rows), "twice": sum(count > 1 for _, count in rows),
        "unreadable": unreadable, "due": due, **read_warcs(folder / "warc"),
    }  # fmt: skip


def read_warcs(folder: Path) -> dict[str, int]:
    """Reads WARC files as any other reader would: `rejected` files, `wrong` digests, responses that stand `double`."""
    rejected = wrong = 0
    responses: list[str] = []
    for path in sorted(folder.glob("*.warc.gz")):
        try:
            with path.open("rb") as file:
                for record in ArchiveIterator(file, check_digests=True):
                    record.content_stream().read()
                    wrong += record.digest_checker.passed is False
                    if record.rec_type == "response" and "/page/" in record.rec_headers.get_header("WARC-Target-URI"):
                        responses.append(record.rec_headers.get_header("WARC-Target-URI"))
        except Exception as error:
            print(f"  {path}: {error}")
            rejected += 1
    return {"rejected": rejected, "wrong": wrong, "double": len(responses) - len(set(responses))}


def main() -> None:
    throughput()
    second_look()
    found = killed()
    print("killed:", ", ".join(f"{name} {count}" for name, count in found.items()))


if __name__ == "__main__":
    if sys.argv[1:2] == ["crawl"]:
        crawl(sys.argv[3:], Path(sys.argv[2]))
    else:
        main()
