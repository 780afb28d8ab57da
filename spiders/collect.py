"""Collecting: all sources fetched in a process of its own, with what each of them did."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from common.errors import BadInput
from db.archive import Archive
from spiders.kinds import ELSEWHERE
from spiders.results import BAD
from spiders.sources import Source

MAX_LOG = 5_000_000
"""Bytes after which the collector's log is put aside, and the one before it dropped."""

REVISITS = ("due", "all", "none")


@dataclass(frozen=True)
class SourceReport:
    """What a run did for one source; counts are pages. `message` names the cause of what went wrong."""

    source: str
    status: str
    tried: int = 0
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    failed: int = 0
    found: int = 0
    refused: int = 0
    blocked: int = 0
    seconds: float = 0.0
    message: str | None = None
    reasons: dict[str, int] = field(default_factory=dict)

    @property
    def ok(self) -> bool:
        return self.status not in BAD


@dataclass(frozen=True)
class CollectReport:
    """What a run did; `ok` when no source failed, was blocked, came up empty or ran out of time."""

    run: int
    sources: list[SourceReport]

    @property
    def ok(self) -> bool:
        return all(source.ok for source in self.sources)


def collect(
    sources: Sequence[Source],
    archive_path: Path | str,
    warc_dir: Path | str,
    *,
    allow_private_hosts: bool = False,
    revisit: str = "due",
    only: Sequence[str] | None = None,
    told: Callable[[SourceReport], None] | None = None,
    only_look: bool = False,
) -> CollectReport:
    """Fetches what is new (and what is due for another look) into the archive.

    `only` names the ids of the sources to ask, all enabled ones where None; an unknown id is a BadInput. `revisit` is
    `due`, `all` or `none`. `told` hears of each source as it is finished. Whatever happens to the crawling process,
    what it had written stays, and the report says which sources were cut off. With `only_look` no pages are fetched.
    """
    chosen = _chosen(sources, only)
    if revisit not in REVISITS:
        raise BadInput(f"revisit is {revisit!r}; use one of: {', '.join(REVISITS)}")
    archive_path, warc_dir = Path(archive_path), Path(warc_dir)
    with Archive(archive_path, warc_dir) as archive:
        run = archive.start_run("collect", {"sources": [source.id for source in chosen], "revisit": revisit})
        for source in chosen:
            own_name = None if source.kind in ELSEWHERE else source.name
            archive.add_source(
                source.id, name=source.name, kind=source.kind, url=source.url, jurisdiction=source.jurisdiction,
                outlet=source.outlet or own_name, settings={"quiet_days": source.quiet_days},
            )  # fmt: skip
    job = {
        "archive": str(archive_path), "warc_dir": str(warc_dir), "run": run, "revisit": revisit,
        "private": allow_private_hosts, "only_look": only_look, "sources": [asdict(source) for source in chosen],
    }  # fmt: skip
    status, last_words = run_worker(job, archive_path.parent / "collect.log", told)
    with Archive(archive_path, warc_dir) as archive:
        rows = {row["source"]: row for row in archive.run_results(run)}
        for source in chosen:
            if source.id not in rows:
                cause = f"the collector ended before this source was done ({last_words or f'status {status}'})"
                archive.add_source_result(run, source.id, status="failed", cause=cause)
        rows = {row["source"]: row for row in archive.run_results(run)}
        report = CollectReport(run, [_report(rows[source.id]) for source in chosen])
        archive.finish_run(run, "ok" if report.ok else "failed")
    return report


def _chosen(sources: Sequence[Source], only: Sequence[str] | None) -> list[Source]:
    if only is None:
        return [source for source in sources if source.enabled]
    known = {source.id: source for source in sources}
    for name in only:
        if name not in known:
            raise BadInput(f"there is no source {name!r}; known are: {', '.join(known)}")
    return [known[name] for name in dict.fromkeys(only)]


def run_worker(job: dict[str, Any], log: Path, told: Callable[[SourceReport], None] | None) -> tuple[int, str]:
    """Runs the worker to its end; its exit status and the last line it logged."""
    if not job["sources"]:
        return 0, ""
    if log.exists() and log.stat().st_size > MAX_LOG:
        log.replace(log.with_suffix(".log.1"))
    with log.open("ab") as sink:
        before = sink.tell()
        worker = subprocess.Popen(
            [sys.executable, "-m", "spiders.worker"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=sink
        )
        assert worker.stdin is not None and worker.stdout is not None
        try:
            # Standard input stays open: its end tells the worker that nobody waits for it any more.
            worker.stdin.write(json.dumps(job).encode() + b"\n")
            worker.stdin.flush()
            for line in worker.stdout:
                if told is not None and (row := _line(line)) is not None:
                    told(_report(row))
            status = worker.wait()
        except BaseException:  # interrupted: the worker must not stay behind
            worker.kill()
            worker.wait()
            raise
    return status, _last_line(log, before)


def _line(line: bytes) -> dict[str, Any] | None:
    try:
        row = json.loads(line)
    except ValueError:
        return None
    return row if isinstance(row, dict) and "source" in row else None


def _last_line(log: Path, start: int) -> str:
    with log.open("rb") as file:
        file.seek(start)
        lines = file.read().decode("utf-8", "replace").strip().splitlines()
    return lines[-1][:300] if lines else ""


def _report(row: dict[str, Any]) -> SourceReport:
    names = ("source", "status", "tried", "new", "changed", "unchanged", "failed", "found", "refused", "blocked")
    return SourceReport(
        **{name: row[name] for name in names if name in row},
        seconds=row.get("seconds") or 0.0, message=row.get("cause"), reasons=row.get("reasons") or {},
    )  # fmt: skip
