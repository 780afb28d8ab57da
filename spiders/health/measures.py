"""One source in one run, in numbers, with what is usual for it: everything that the monitors look at."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import pairwise
from statistics import median
from typing import Any

from db.archive import Archive

HISTORY = 14
"""So many earlier runs say what is usual."""


@dataclass(frozen=True)
class Usual:
    """Medians of the earlier runs that went well; None where there are none to tell."""

    runs: int = 0
    found: float | None = None
    no_text: float | None = None
    """Share of cleaned pages without text."""
    articles: float | None = None
    """Share of cleaned pages that are articles."""
    empty: dict[str, float] = field(default_factory=dict)
    """Share of texts that lack a field, by field."""
    gap_days: float | None = None
    """Days between two days with new articles."""


@dataclass(frozen=True)
class Measures:
    """What a run did for a source. Shares are between 0 and 1; None where there was nothing to count."""

    source: str
    status: str
    cause: str | None
    found: int
    tried: int
    new: int
    changed: int
    unchanged: int
    failed: int
    refused: int
    blocked: int
    reasons: dict[str, int]
    kinds: dict[str, int]
    no_text: int
    empty: dict[str, float]
    dates: dict[str, int]
    days_silent: int | None
    quiet_days: float | None
    usual: Usual

    @property
    def cleaned(self) -> int:
        return sum(self.kinds.values())

    @property
    def no_text_share(self) -> float | None:
        return self.no_text / self.cleaned if self.cleaned else None

    @property
    def article_share(self) -> float | None:
        return article_share(self.kinds)

    @property
    def block_rate(self) -> float | None:
        walls = self.blocked + sum(self.kinds.get(kind, 0) for kind in ("challenge", "consent"))
        return min(1.0, walls / self.tried) if self.tried else None


def measure(archive: Archive, run: int, source: str) -> Measures:
    """Measures a source in a run whose pages have been cleaned, and keeps kinds, gaps and fields with the run."""
    row = next(row for row in archive.run_results(run) if row["source"] == source)
    kinds, no_text = archive.page_kinds(run, source), archive.pages_without_text(run, source)
    empty = archive.empty_fields(run, source)
    archive.add_source_result(
        run, source, status=row["status"], kinds=kinds, no_text=no_text,
        fields={name: round(share, 3) for name, share in empty.items()},
    )  # fmt: skip
    days = archive.days_with_news(source)
    at = datetime.fromisoformat(row["ended_at"]).date() if row["ended_at"] else date.today()
    return Measures(
        source=source, status=row["status"], cause=row["cause"], found=row["found"], tried=row["tried"],
        new=row["new"], changed=row["changed"], unchanged=row["unchanged"], failed=row["failed"],
        refused=row["refused"], blocked=row["blocked"], reasons=row["reasons"], kinds=kinds, no_text=no_text,
        empty=empty, dates=archive.odd_dates(run, source),
        days_silent=(at - days[-1]).days if days else None,
        quiet_days=json.loads(archive.source_settings(source).get("settings") or "{}").get("quiet_days"),
        usual=usual(archive, run, source, days),
    )  # fmt: skip


def usual(archive: Archive, run: int, source: str, days: list[date]) -> Usual:
    """What earlier runs of a source did, where they went well."""
    earlier = [r for r in archive.source_results(source, limit=HISTORY + 1) if r["run"] < run and r["status"] == "ok"]
    cleaned = [r for r in earlier if r["kinds"]]
    gaps = [(b - a).days for a, b in pairwise(days)]
    fields = {name for r in cleaned for name in r["fields"]}
    return Usual(
        runs=len(earlier),
        found=_median([r["found"] for r in earlier if r["found"]]),
        no_text=_median([r["no_text"] / sum(r["kinds"].values()) for r in cleaned]),
        articles=_median([share for r in cleaned if (share := article_share(r["kinds"])) is not None]),
        empty={name: median(r["fields"].get(name, 0.0) for r in cleaned) for name in fields},
        gap_days=median(gaps) if len(gaps) >= 3 else None,
    )


def article_share(kinds: dict[str, int]) -> float | None:
    """The share of pages that hold coverage."""
    total = sum(kinds.values())
    return sum(kinds.get(kind, 0) for kind in ("article", "live blog", "pdf")) / total if total else None


def _median(values: list[Any]) -> float | None:
    return median(values) if values else None
