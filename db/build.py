"""archive.db -> claims.db: the published database, built whole, moved into place in one step.

Two passes. The first reads every article once: its texts become search entries, its claims rows with names as read, and
every name goes into the registry. Then names become records, and the second pass writes the rows with their records and
enters each claim in the book of figures. Figures are compared last. Memory holds figures and names, never all claims.
"""

from __future__ import annotations

import gc
import marshal
import sqlite3
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any

from db.archive import Archive
from db.build_names import ORGANIZATIONS, Resolver, enter_names
from db.build_published import LedgerRows, Published
from db.build_retired import Retirement
from db.build_writer import Writer
from db.checks import check_article
from db.claims_schema import SCHEMA_VERSION, create_indexes, create_tables
from db.corrections import apply_corrections
from db.coverage import open_archive, read
from db.decisions import Decisions
from db.decisions import load as load_decisions
from db.decisions_apply import Reviews
from db.disputes import Dispute, Pair, compare_all, find_disputes
from db.disputes_compare import DISPUTE
from db.figures import Figure
from db.figures_book import Book
from db.identities import Identities, Registry, Ruling
from db.identities_people import person_key
from db.identity_rows import (
    agency_rows,
    alias_rows,
    join_rows,
    jurisdiction_rows,
    official_rows,
    role_rows,
    statute_rows,
)  # fmt: skip
from db.ids import short_id
from db.new_file import new_database, only_builder
from db.reference import load as load_reference
from db.reference_model import OfficialFigure
from db.staging import stage

Row = dict[str, Any]
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
    archive = open_archive(Path(archive_path))
    try:
        with only_builder(Path(claims_path)), _no_garbage():
            with Archive(archive_path) as ledger:
                known = LedgerRows(list(ledger.retired()), ledger.kept_ids())
            published = Published(Path(claims_path), known)
            try:
                with new_database(Path(claims_path)) as db:
                    work = _Build(archive, db, published, decided, official, progress or (lambda _: None))
                    report = work.run()
            finally:
                published.close()
            with Archive(archive_path) as ledger:
                ledger.write_ledger(work.retired, work.kept_ids)
    finally:
        archive.close()
    report.path, report.seconds = str(claims_path), round(time.monotonic() - started, 2)
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
        self.stories: dict[str, Row] = {}
        self.corrections: list[Row] = []
        self.verdicts: Counter[str] = Counter()
        self.retired: list[Row] = []
        self.kept_ids: list[tuple[str, str, str, str]] = []
        self.tallies: dict[str, Counter[str]] = {"agencies": Counter(), "officials": Counter(), "places": Counter()}
        self.sources: Counter[tuple[str, str]] = Counter()

    def run(self) -> BuildReport:
        create_tables(self.db)
        with tempfile.TemporaryFile() as spool:
            self.progress("reading the archive")
            self._first_pass(spool)
            for item in self.official:
                self.registry.official_table(item.claimant, item.jurisdiction)
            self.progress("joining names")
            rulings = self._check_decisions()
            self.identities = Identities(self.registry, rulings)
            self.resolver = Resolver(self.identities)
            self.book = Book(self.identities.house)
            self.progress("writing claims")
            self._second_pass(spool)
        self._enter_official_data()
        self.progress("comparing figures")
        denials = apply_corrections(self.corrections, self.book)
        self.writer.add_all("corrections", self.corrections)
        disputes = find_disputes(self._compare(), self.published.disputes(), denials)
        self._write_figures(disputes)
        self._write_identities(disputes)
        self._write_runs()
        self._write_about()
        self._write_decisions(rulings)
        self.writer.finish()
        self.retired = self.retirement.finish(self.db, self.identities)
        self.writer.add_all("retired", self.retired)
        self.writer.finish()
        self.progress("indexing")
        create_indexes(self.db)
        counts = self.writer.counts
        return BuildReport(
            "", counts["articles"], counts["claims"], counts["figures"], counts["disputes"],
            dict(self.verdicts), counts["stories"], counts["officials"],
            counts["retired"], counts["decisions"], counts["reference_figures"],
        )  # fmt: skip

    # First pass: articles, texts, names ----------------------------------------------------------------------------

    def _first_pass(self, spool: IO[bytes]) -> None:
        search: list[tuple[int, str | None, str]] = []
        for number, coverage in enumerate(read(self.archive), 1):
            staged = stage(coverage, self.published.claims)
            article, analysis = staged.article, staged.analysis
            if not staged.versions:
                continue
            article["n"] = number
            latest = staged.versions[-1]
            for known in staged.gone:
                self.retirement.claim_went(known.id, latest["id"], latest["extractor"])
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
            lists = {name: analysis.get(name, []) for name in ("officials", "statutes", "mentions", "quotes", "dates")}
            _dump(spool, (article, staged.versions, staged.captures, staged.claims, staged.corrections, lists))
        self._index_texts(search)

    def _check_decisions(self) -> list[Ruling]:
        """Every decision against the records that there are; nothing has been published by now."""
        retired = self.retirement.reasons
        self.decisions.check_claims(self.reviews.met | set(retired))
        self.reviews.settle_retired(retired)
        return self.decisions.rulings(self.registry)

    def _index_texts(self, search: list[tuple[int, str | None, str]]) -> None:
        self.db.executemany("INSERT INTO articles_fts(rowid, title, text) VALUES (?, ?, ?)", search)
        search.clear()

    # Second pass: rows with their records --------------------------------------------------------------------------

    def _second_pass(self, spool: IO[bytes]) -> None:
        self._employers = {
            row["id"]: row["agency"] for row in official_rows(self.identities) if row["agency"]
        }
        self._n = 0
        for article, versions, captures, claims, corrections, lists in _load_all(spool):
            self._write_article(article, versions, captures)
            people = self.resolver.officials(lists)
            number = self.book.open_article(article)
            for claim in claims:
                self._write_claim(claim, number, people)
            for correction in corrections:
                correction["speaker"] = None
                self.resolver.claim(correction, people, self._employers)
                self.corrections.append(correction)
            self.book.mark_parts((claim["figure"] for claim in claims), number)
            self.writer.add_all("checks", check_article(claims))
            self._write_mentions(article["id"], lists, people)

    def _write_article(self, article: Row, versions: list[Row], captures: list[Row]) -> None:
        self.writer.add("articles", article)
        self.writer.add_all("article_versions", versions)
        for capture in captures:
            run = capture["run"]
            self.writer.add("captures", capture | {"run": short_id("run", run) if run is not None else None})
        story = self.stories.setdefault(
            article["story"],
            {"id": article["story"], "title": article["title"], "original": article["id"], "articles": 0,
             "claims": 0, "names": set(), "original_known": False, "first_published": article["published"],
             "first_seen": article["first_seen"], "last_seen": article["last_seen"]},
        )  # fmt: skip
        story["articles"] += 1
        story["claims"] += article["claims"]
        story["names"].add(article["outlet"] or article["url"])
        if article["copy_kind"] == "original" and not story["original_known"]:
            story |= {"title": article["title"], "original": article["id"], "original_known": True}
        if article["published"]:
            story["first_published"] = min(story["first_published"] or "9999", article["published"])
        story["first_seen"] = min(story["first_seen"], article["first_seen"])
        story["last_seen"] = max(story["last_seen"], article["last_seen"])
        if article["source"]:
            self.sources[article["source"], "articles"] += 1
            self.sources[article["source"], "claims"] += article["claims"]

    def _write_claim(self, claim: Row, number: int, people: dict[str, str]) -> None:
        self.resolver.claim(claim, people, self._employers)
        self._n += 1
        claim["n"] = self._n
        claim["figure"] = self.book.enter(claim, number)
        for tally, name in (("agencies", "claimant_agency"), ("officials", "speaker_official"), ("places", "place")):
            if claim[name]:
                self.tallies[tally][claim[name]] += 1
        self.writer.add("claims", claim)

    def _write_mentions(self, article: str, lists: dict[str, list[Row]], people: dict[str, str]) -> None:
        add = self.writer.add
        for item in lists["mentions"]:
            add("mentions", self._mention(article, item))
        for item in lists["officials"]:
            record = people.get(person_key(item["name"]))
            add("mentions", _place_of(article, item, "person") | {"name": item["name"], "official": record})
        for item in lists["statutes"]:
            name = item.get("canonical") or item["name"]
            record = self.resolver.statute(item)
            add("mentions", _place_of(article, item, "statute") | {"name": name, "statute": record})
        for item in lists["quotes"]:
            speaker = people.get(person_key(item["speaker"])) if item.get("speaker") else None
            row = {**item, "id": short_id("quote", article, item["start"], item["end"]), "article": article}
            add("quotes", row | {"official": speaker, "direct": int(bool(item["direct"]))})
        for item in lists["dates"]:
            add("dates", {**item, "id": short_id("date", article, item["start"], item["end"]), "article": article})

    def _mention(self, article: str, item: Row) -> Row:
        row = _place_of(article, item, item["kind"]) | {"name": item["name"]}
        if item["kind"] in ORGANIZATIONS:
            row["agency"] = self.resolver.agency(item["name"])
        elif item["kind"] == "place":
            row["place"] = self.resolver.place(item["name"])
        return row

    def _enter_official_data(self) -> None:
        for item in self.official:
            row = item.as_row() | {"status": "asserted", "speaker": None}
            self.resolver.claim(row, {}, self._employers)
            row["figure"] = self.book.enter_official(row)
            row["id"] = short_id("official data", row["dataset"], row["file"], row["sheet"], row["row"], row["figure"])
            self.writer.add("reference_figures", row)

    # Figures, disputes, identities ---------------------------------------------------------------------------------

    def _compare(self) -> list[Pair]:
        """Compares all figures; pairs are written as they come, and those in dispute are returned."""
        disputed = []
        for pair in compare_all(self.book.figures.values()):
            self.verdicts[pair.verdict.verdict] += 1
            if pair.verdict.verdict == DISPUTE:
                disputed.append(pair)
            else:
                self._write_pair(pair)
        return disputed

    def _write_pair(self, pair: Pair) -> None:
        self.writer.add("pairs", {
            "id": pair.id, "figure_a": pair.a.id, "figure_b": pair.b.id, "verdict": pair.verdict.verdict,
            "kind": pair.verdict.kind, "reason": pair.verdict.reason, "dispute": pair.dispute,
        })  # fmt: skip

    def _write_figures(self, disputes: list[Dispute]) -> None:
        disputed = Counter(figure.id for dispute in disputes for figure in dispute.figures)
        for n, figure in enumerate(self.book.in_order(), 1):
            self.writer.add("figures", self.book.row(figure) | {"n": n, "disputes": disputed[figure.id]})
        dispute_rows = [self._dispute(dispute) for dispute in disputes]
        dispute_rows.sort(key=lambda row: (-row["stories"], row["first_seen"] or "9999", row["id"]))
        for n, row in enumerate(dispute_rows, 1):
            self.writer.add("disputes", row | {"n": n})
        for dispute in disputes:
            for pair in dispute.pairs:
                self._write_pair(pair)
            for rank, figure in enumerate(dispute.figures, 1):
                row_id = short_id("dispute figure", dispute.id, figure.id)
                self.writer.add(
                    "dispute_figures", {"id": row_id, "dispute": dispute.id, "figure": figure.id, "rank": rank}
                )

    def _dispute(self, dispute: Dispute) -> Row:
        start, end = dispute.period_days
        both = [max(self._seen(pair.a), self._seen(pair.b)) for pair in dispute.pairs]
        return {
            "id": dispute.id, "title": dispute.title, "kind": dispute.kind, "measure_family": dispute.family,
            "jurisdiction": dispute.lowest.jurisdiction, "place": dispute.lowest.place, "unit": dispute.lowest.unit,
            "period_start": start, "period_end": end, "lowest": dispute.lowest.value,
            "highest": dispute.highest.value_max or dispute.highest.value, "lowest_figure": dispute.lowest.id,
            "highest_figure": dispute.highest.id, "figures": len(dispute.figures),
            "claimants": len({figure.claimant_id for figure in dispute.figures}),
            "stories": self.book.stories(dispute.figures), "first_seen": min(both, default=None),
            "last_seen": max((self.book.last_seen(figure) or "" for figure in dispute.figures), default=None),
            "reason": dispute.reason,
        }  # fmt: skip

    def _seen(self, figure: Figure) -> str:
        return self.book.first_seen(figure) or ""

    def _write_identities(self, disputes: list[Dispute]) -> None:
        figures = Counter(figure.agency for figure in self.book.figures.values())
        places = Counter(figure.place for figure in self.book.figures.values())
        disputed = Counter(dispute.lowest.place for dispute in disputes)
        for row in agency_rows(self.identities):
            record = row["id"]
            counts = {"claims": self.tallies["agencies"][record], "figures": figures[record]}
            self.writer.add("agencies", row | counts)
        for row in official_rows(self.identities):
            self.writer.add("officials", row | {"claims": self.tallies["officials"][row["id"]]})
        for row in jurisdiction_rows(self.identities):
            record = row["id"]
            counts = {
                "claims": self.tallies["places"][record], "figures": places[record], "disputes": disputed[record],
            }  # fmt: skip
            self.writer.add("jurisdictions", row | counts)
        self.writer.add_all("official_roles", role_rows(self.identities))
        self.writer.add_all("statutes", statute_rows(self.identities))
        self.writer.add_all("aliases", alias_rows(self.identities))
        self.writer.add_all("identity_joins", join_rows(self.identities))
        for story in self.stories.values():
            self.writer.add("stories", story | {"outlets": len(story["names"])})

    def _write_runs(self) -> None:
        self.archive.row_factory = sqlite3.Row
        latest: dict[str, Row] = {}
        for item in self.archive.execute("SELECT * FROM run_sources ORDER BY run"):
            row = dict(item)
            state = latest.setdefault(row["source"], {})
            state |= {"state": row["status"], "last_run": row["ended_at"] or row["started_at"]}
            if row["status"] == "ok":
                state["last_success"] = state["last_run"]
            row |= {"id": short_id("run source", row["run"], row["source"]), "run": short_id("run", row["run"])}
            self.writer.add("run_sources", row)
        for item in self.archive.execute("SELECT * FROM runs ORDER BY id"):
            downloads = self.archive.execute("SELECT count(*) FROM captures WHERE run = ?", [item["id"]]).fetchone()[0]
            row = dict(item) | {"id": short_id("run", item["id"]), "finished_at": item["ended_at"]}
            self.writer.add("runs", row | {"captures": downloads})
        for item in self.archive.execute("SELECT id, name, kind, url, jurisdiction FROM sources"):
            source = item["id"]
            counts = {name: self.sources[source, name] for name in ("articles", "claims")}
            self.writer.add("sources", dict(item) | counts | latest.get(source, {}))

    def _write_decisions(self, rulings: list[Ruling]) -> None:
        subjects = {ruling.decision: (ruling.one, ruling.other) for ruling in rulings}
        self.writer.add_all("decisions", self.reviews.decision_rows(subjects))
        self.writer.add_all("extractor_precision", self.reviews.precision_rows())

    def _write_about(self) -> None:
        facts = {
            "built_at": datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"), "schema": str(SCHEMA_VERSION),
            "last_captured": self.archive.execute("SELECT max(fetched_at) FROM captures").fetchone()[0],
        }  # fmt: skip
        self.writer.add_all("about", [{"key": key, "value": value} for key, value in facts.items()])


def _dump(spool: IO[bytes], item: Any) -> None:
    data = marshal.dumps(item)
    spool.write(len(data).to_bytes(8))
    spool.write(data)


def _load_all(spool: IO[bytes]) -> Iterator[Any]:
    spool.seek(0)
    while size := spool.read(8):
        yield marshal.loads(spool.read(int.from_bytes(size)))


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


def _place_of(article: str, item: Row, kind: str) -> Row:
    return {
        "id": short_id("mention", article, item["start"], item["end"], kind, item.get("name")), "article": article,
        "start": item["start"], "end": item["end"], "text": item.get("text") or item["name"], "kind": kind,
    }  # fmt: skip

