"""The way of an article, step by step: each function carries things from one room to the next.

collect: sources -> captures.  clean: captures -> article versions, grouped to stories.  extract: unread versions ->
analyses.  build: the archive -> the claims database. Each step does what is new since it last ran, and may be run again
at any time.
"""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass, field
from datetime import date
from itertools import islice
from multiprocessing import get_context
from typing import Any

from db import stories
from db.archive import Archive
from db.build import BuildReport
from db.build import build as build_claims
from extract import reader
from extract.clean import Page
from extract.clean import clean as clean_page
from extract.model import Document
from spiders.collect import CollectReport
from spiders.collect import collect as collect_sources
from spiders.health import SourceHealth
from spiders.health import report as health_report
from spiders.sources import Source
from watch.output import Output
from watch.settings import Settings

# Below this many pages a second process costs more to start than it saves.
WORTH_A_POOL = 64


@dataclass
class CleanReport:
    """What became of the captures: versions stored, and pages by kind."""

    captures: int = 0
    versions: int = 0
    stories: int = 0
    kinds: dict[str, int] = field(default_factory=dict)


@dataclass
class ExtractReport:
    """What was read: versions, claims, and why texts were left unread."""

    versions: int = 0
    claims: int = 0
    unread: dict[str, int] = field(default_factory=dict)


def collect(settings: Settings, sources: list[Source], *, only: list[str], revisit: str) -> CollectReport:
    """Fetch what is new into the archive."""
    return collect_sources(
        sources,
        settings.archive,
        settings.warc,
        allow_private_hosts=settings.allow_private_hosts,
        revisit=revisit,
        only=only or None,
    )


def clean(settings: Settings, output: Output) -> CleanReport:
    """Read text out of every capture that was not yet cleaned, and group what is new to stories."""
    report = CleanReport()
    with Archive(settings.archive) as archive:
        waiting = list(archive.captures_to_clean())
        versions = []
        pages = _pages(archive, waiting, settings.processes, output)
        for capture, page in output.progress(pages, "cleaning", len(waiting)):
            report.captures += 1
            report.kinds[page.kind] = report.kinds.get(page.kind, 0) + 1
            if version := archive.store_page(capture, asdict(page)):
                versions.append(version)
        report.versions = len(versions)
        report.stories = stories.assign(archive, versions)
    return report


def _pages(
    archive: Archive, captures: list[dict[str, Any]], processes: int, output: Output
) -> Iterator[tuple[int, Page]]:
    """Each capture's id and page; one whose record cannot be read is named and left for another time."""
    jobs = _jobs(archive, captures, output)
    if processes < 2 or len(captures) < WORTH_A_POOL:
        yield from map(_clean_one, jobs)
        return
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        # Bodies are handed over a window at a time: a pool's own map would first read them all into memory.
        while window := list(islice(jobs, 16 * processes)):
            yield from pool.map(_clean_one, window, chunksize=8)


def _jobs(archive: Archive, captures: list[dict[str, Any]], output: Output) -> Iterator[tuple[dict[str, Any], bytes]]:
    for capture in captures:
        try:
            yield capture, archive.body(capture["id"])
        except (ValueError, OSError) as error:
            output.say(f"capture {capture['id']} of {capture['url']} is left out: {error}")


def _clean_one(job: tuple[dict[str, Any], bytes]) -> tuple[int, Page]:
    capture, body = job
    feed_date = date.fromisoformat(capture["feed_date"][:10]) if capture["feed_date"] else None
    return capture["id"], clean_page(body, capture["url"], content_type=capture["mime"], feed_date=feed_date)


def health(settings: Settings, run: int) -> list[SourceHealth]:
    """How each source of a collection fared against what is usual for it, once its pages have been cleaned."""
    with Archive(settings.archive) as archive:
        return health_report(archive, run)


def extract(settings: Settings, output: Output) -> ExtractReport:
    """Read every version that this extractor has not read."""
    report = ExtractReport()
    with Archive(settings.archive) as archive:
        waiting = list(archive.unread_versions(reader.VERSION))
        run = archive.start_run("extract")
        processes = settings.processes if len(waiting) >= WORTH_A_POOL else 1
        analyses = reader.read_many((_document(row) for row in waiting), processes=processes)
        for row, analysis in output.progress(zip(waiting, analyses, strict=True), "reading", len(waiting)):
            archive.add_analysis(row["version"], reader.VERSION, analysis.to_dict())
            report.versions += 1
            report.claims += len(analysis.claims)
            if analysis.unread:
                report.unread[analysis.unread] = report.unread.get(analysis.unread, 0) + 1
        archive.finish_run(run, detail=asdict(report))
    return report


def _document(row: dict[str, Any]) -> Document:
    published = date.fromisoformat(row["published"][:10]) if row.get("published") else None
    return Document(row["text"], row["url"], row.get("title"), row.get("outlet"), published, row.get("jurisdiction"))


def build(settings: Settings) -> BuildReport:
    """A new claims database in place of the old one."""
    return build_claims(
        settings.archive,
        settings.claims,
        decisions=settings.decisions,
        reference=[settings.reference] if settings.reference else [],
    )
