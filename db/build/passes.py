"""archive.db -> claims.db: the published database, built whole, moved into place in one step.

Two passes. The first reads every article once: its texts become search entries, its claims rows with names as read, and
every name goes into the registry. Then names become records, and the second pass writes the rows with their records and
enters each claim in the book of figures. Figures are compared last. Memory holds figures and names, never all claims.
"""

from __future__ import annotations

import gc
import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from common.errors import Failure
from db.archive import Archive, ArchiveError
from db.build.coverage import open_archive, originals, read
from db.build.figures import FigureRows
from db.build.identities import write_identities
from db.build.names import enter_names
from db.build.new_file import new_database, only_builder
from db.build.published import LedgerRows, Published
from db.build.retired import Retirement
from db.build.rows import ArticleRows
from db.build.runs import write_about, write_runs
from db.build.spool import Spool
from db.build.staging import stage
from db.build.writer import Writer
from db.claims.schema import create_indexes, create_tables
from db.comparing.corrections import apply_corrections
from db.comparing.disputes import find_disputes
from db.decisions import Decisions
from db.decisions import load as load_decisions
from db.decisions.apply import Reviews
from db.identities import Identities, Ruling
from db.identities.registry import Registry
from db.reference import load as load_reference
from db.reference.model import OfficialFigure

Row = dict[str, Any]
LISTS = ("officials", "statutes", "mentions", "quotes", "dates", "absences")
"""What goes from a reading into the second pass, beside its claims."""
Progress = Callable[[str], None]


@dataclass
class BuildReport:
    """What a build made: rows a table, and what a person should hear of."""

    path: str
    articles: int = 0
    claims: int = 0
    figures: int = 0
    disputes: int = 0
    pairs: dict[str, int] = field(default_factory=dict)
    """Pairs of figures by verdict."""
    stories: int = 0
    officials: int = 0
    retired: int = 0
    decisions: int = 0
    reference_figures: int = 0
    warnings: list[str] = field(default_factory=list)
    seconds: float = 0.0


def build(
    archive_path: Path,
    claims_path: Path,
    *,
    decisions: Path | None = None,
    reference: Sequence[Path] = (),
    progress: Progress | None = None,
) -> BuildReport:
    """Builds the claims database from the archive; the file at `claims_path` is whole at every moment.

    `decisions` is a file of people's decisions, `reference` files that describe official tables. BadInput names what is
    wrong with them or with the archive; the published file stays as it was then.
    """
    started = time.monotonic()
    decided = load_decisions(decisions) if decisions else Decisions()
    official = load_reference(reference)
    archive_path, claims_path = Path(archive_path), Path(claims_path)
    archive = open_archive(archive_path)
    try:
        with only_builder(claims_path), _no_garbage():
            report = _build(archive, archive_path, claims_path, decided, official, progress or (lambda _: None))
    except (sqlite3.Error, ArchiveError) as error:
        raise Failure(f"{claims_path}: not built ({error}); the published file is as it was") from error
    finally:
        archive.close()
    report.path, report.seconds = str(claims_path), round(time.monotonic() - started, 2)
    return report


def _build(
    archive: sqlite3.Connection, archive_path: Path, claims_path: Path, decisions: Decisions,
    official: list[OfficialFigure], progress: Progress,
) -> BuildReport:  # fmt: skip
    with Archive(archive_path) as ledger:
        known = LedgerRows(list(ledger.retired()), ledger.kept_ids())
    published = Published(claims_path, known)
    try:
        with new_database(claims_path) as db:
            work = _Build(archive, db, published, decisions, official, progress)
            report = work.run()
    finally:
        published.close()
    with Archive(archive_path) as ledger:
        ledger.write_ledger(work.retired, work.kept_ids)
    return report


class _Build:
    """One build, step by step."""

    def __init__(
        self, archive: sqlite3.Connection, db: sqlite3.Connection, published: Published, decisions: Decisions,
        official: list[OfficialFigure], progress: Progress,
    ) -> None:  # fmt: skip
        self.official = official
        self.archive, self.db, self.published, self.progress = archive, db, published, progress
        self.decisions, self.reviews, self.retirement = decisions, Reviews(decisions), Retirement(published)
        self.registry = Registry()
        self.writer = Writer(db)
        self.retired: list[Row] = []
        self.kept_ids: list[tuple[str, str, str, str]] = []

    def run(self) -> BuildReport:
        create_tables(self.db)
        with Spool() as spool:
            self.progress("reading the archive")
            self._first_pass(spool)
            self.progress("joining names")
            rulings = self._check_decisions()
            identities = Identities(self.registry, rulings)
            self.progress("writing claims")
            articles = ArticleRows(identities, self.writer, originals(self.archive))
            for staged in spool:
                articles.add(*staged)
        articles.add_official_data(self.official)
        articles.finish()
        self.progress("comparing figures")
        figures = FigureRows(articles.book, self.writer)
        denials = apply_corrections(articles.corrections, articles.book)
        self.writer.add_all("corrections", articles.corrections)
        disputes = find_disputes(figures.compare(), self.published.disputes(), denials)
        figures.write(disputes)
        write_identities(identities, articles.book, articles.tallies, disputes, self.writer)
        write_runs(self.archive, articles.sources, self.writer)
        write_about(self.archive, self.writer)
        self._write_decisions(rulings)
        self.writer.finish()
        self.retired = self.retirement.finish(self.db, identities)
        self.writer.add_all("retired", self.retired)
        self.writer.finish()
        self.progress("indexing")
        create_indexes(self.db)
        counts = self.writer.counts
        return BuildReport(
            "", counts["articles"], counts["claims"], counts["figures"], counts["disputes"], dict(figures.verdicts),
            counts["stories"], counts["officials"], counts["retired"], counts["decisions"],
            counts["reference_figures"],
        )  # fmt: skip

    # First pass: articles, texts, names ----------------------------------------------------------------------------

    def _first_pass(self, spool: Spool) -> None:
        search: list[tuple[int, str | None, str]] = []
        for number, coverage in enumerate(read(self.archive), 1):
            staged = stage(coverage, self.published.claims)
            article, analysis = staged.article, staged.analysis
            if not staged.versions:
                continue
            article["n"] = number
            latest = next(version for version in staged.versions if version["latest"])
            for known in staged.gone:
                self.retirement.claim_went(known.id, staged.text, latest["extractor"])
            self.kept_ids += [
                (article["id"], claim["id"], claim["anchor"], claim["measure"])
                for claim in staged.claims if claim["id"] != claim["minted"]
            ]  # fmt: skip
            staged.claims, rejected = self.reviews.apply(staged.claims)
            for claim, reason in rejected:
                self.retirement.claim_rejected(claim, reason)
            article["claims"] = len(staged.claims)
            enter_names(self.registry, article, staged.claims + staged.corrections, analysis)
            search.append((number, article["title"], staged.text))
            if len(search) >= 500:
                self._index_texts(search)
            lists = {name: analysis.get(name, []) for name in LISTS}
            spool.add((article, staged.versions, staged.captures, staged.claims, staged.corrections, lists))
        self._index_texts(search)
        for item in self.official:
            self.registry.official_table(item.claimant, item.jurisdiction)

    def _check_decisions(self) -> list[Ruling]:
        """Every decision against the records that there are; nothing has been published by now."""
        retired = self.retirement.reasons
        self.decisions.check_claims(self.reviews.met | set(retired))
        self.reviews.settle_retired(retired)
        return self.decisions.rulings(self.registry)

    def _index_texts(self, search: list[tuple[int, str | None, str]]) -> None:
        self.db.executemany("INSERT INTO articles_fts(rowid, title, text) VALUES (?, ?, ?)", search)
        search.clear()

    def _write_decisions(self, rulings: list[Ruling]) -> None:
        subjects = {ruling.decision: (ruling.one, ruling.other) for ruling in rulings}
        self.writer.add_all("decisions", self.reviews.decision_rows(subjects))
        self.writer.add_all("extractor_precision", self.reviews.precision_rows())

@contextmanager
def _no_garbage() -> Iterator[None]:
    """Rows are made and dropped by the million and hold no cycles: looking for cycles among them is time lost."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
