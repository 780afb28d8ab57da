"""Trying sources: each is asked what it has, no page is fetched, nothing is kept."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from db.archive import Archive
from spiders.collect import CollectReport, collect
from spiders.sources import Source

EXAMPLES = 3


@dataclass(frozen=True)
class Checked:
    """What one source answered: how many pages it names, a few of them, or why it is of no use."""

    source: str
    ok: bool
    status: str
    found: int
    message: str
    examples: list[str] = field(default_factory=list)


def check(
    sources: Sequence[Source], *, allow_private_hosts: bool = False, only: Sequence[str] | None = None
) -> list[Checked]:
    """Tries each source, disabled ones too where they are named, and says what it found."""
    with tempfile.TemporaryDirectory(prefix="detainer-watch-check-") as scratch:
        archive = Path(scratch) / "archive.db"
        report = collect(
            sources, archive, Path(scratch) / "warc", allow_private_hosts=allow_private_hosts, revisit="none",
            only=only, only_look=True,
        )  # fmt: skip
        return _read(report, archive)


def _read(report: CollectReport, path: Path) -> list[Checked]:
    out = []
    with Archive(path) as archive:
        for row in report.sources:
            links = archive.db.query(
                "SELECT coalesce(title, url) AS text FROM url_memory WHERE source = ? AND role = 'page' LIMIT ?",
                [row.source, EXAMPLES],
            )
            off = row.found - _count(archive, row.source)
            skipped = f", {off} of them off the topic or twice" if off > 0 else ""
            message = row.message if row.message and not row.ok else f"names {row.found} pages{skipped}"
            out.append(Checked(row.source, row.ok, row.status, row.found, message, [str(x["text"]) for x in links]))
    return out


def _count(archive: Archive, source: str) -> int:
    sql = "SELECT count(*) FROM url_memory WHERE source = ? AND role = 'page'"
    return int(archive.db.conn.execute(sql, [source]).fetchone()[0])
