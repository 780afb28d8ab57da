"""What was published once and is no more: kept with the reason, so that its permanent link still answers."""

from __future__ import annotations

import sqlite3
from typing import Any

from db.build.published import Published, today
from db.identities import Identities

Row = dict[str, Any]
_RECORDS = (
    ("figures", "figure", "title"), ("disputes", "dispute", "title"), ("agencies", "agency", "name"),
    ("officials", "official", "name"), ("jurisdictions", "jurisdiction", "name"), ("statutes", "statute", "name"),
)  # fmt: skip


class Retirement:
    """Gathers what goes during a build; the day of retiring stays that of the build in which it went."""

    def __init__(self, published: Published) -> None:
        self._published = published
        self._rows: dict[str, Row] = {row["id"]: row for row in published.retired()}
        self._today = today()

    @property
    def reasons(self) -> dict[str, str]:
        return {record: row["reason"] for record, row in self._rows.items()}

    def claim_went(self, claim: str, text: str, extractor: str | None) -> None:
        """A claim that the reading of its article's latest text does not have."""
        row = self._published.claim(claim)
        if row is None:
            return
        if row["sentence"] not in text:
            reason = "the article's latest text does not say it any more"
        else:
            reason = f"version {extractor} of the reader finds no claim there"
        self._add_claim(row, reason)

    def claim_rejected(self, claim: Row, reason: str) -> None:
        row = claim | {"captured_at": claim["captured_at"]}
        known = self._rows.get(claim["id"])
        if known is None or known["reason"] != reason:
            self._add_claim(row, reason)

    def article_went(self, article: str) -> None:
        for claim in self._published.claims_in(article):
            row = self._published.claim(claim)
            if row:
                self._add_claim(row, "the archive does not hold its article any more")

    def finish(self, db: sqlite3.Connection, identities: Identities) -> list[Row]:
        """All retired records of the new database, once its rows are written."""
        for article in self._published.articles():
            if not _has(db, "articles", article):
                self.article_went(article)
        for table, kind, label in _RECORDS:
            for record, title in self._published.ids(table, label):
                if record not in self._rows and not _has(db, table, record):
                    reason, heir = self._why(db, identities, kind, record)
                    self._add(record, kind, title, reason, heir, self._published.built_on)
        kinds = {kind: table for table, kind, _ in _RECORDS} | {"claim": "claims"}
        for record, row in list(self._rows.items()):
            if _has(db, kinds[row["kind"]], record):
                del self._rows[record]
            elif row["article"] and not _has(db, "articles", row["article"]):
                row["article"] = None
        return list(self._rows.values())

    def _why(
        self, db: sqlite3.Connection, identities: Identities, kind: str, record: str
    ) -> tuple[str, str | None]:
        if kind == "figure":
            heirs = [_figure_of(db, claim) for claim in self._published.claims_of(record)]
            heir = next((figure for figure in heirs if figure), None)
            if heir:
                return "what it said is read otherwise now", heir
            return "no text states it any more", None
        if kind == "dispute":
            left = [figure for figure in self._published.figures_of(record) if _has(db, "figures", figure)]
            if len(left) < 2:
                return "one of its sides is not stated any more", _dispute_of(db, left)
            return "its figures are not held to contradict each other any more", _dispute_of(db, left)
        heir = identities.final(record)
        if heir != record:
            return "joined with another record", heir
        return "no text names it any more", None

    def _add_claim(self, row: Row, reason: str) -> None:
        title = f"{row['claimant'] or 'Claimant not stated'}: {row['value_text']} {row['measure'].replace('_', ' ')}"
        self._add(row["id"], "claim", f"{title} ({row['sentence']})", reason, None, row["captured_at"], row)

    def _add(
        self, record: str, kind: str, title: str | None, reason: str, heir: str | None, since: str | None,
        claim: Row | None = None,
    ) -> None:  # fmt: skip
        of_claim = {name: claim[name] for name in ("article", "anchor", "measure")} if claim else {"article": None}
        self._rows[record] = {
            "id": record, "kind": kind, "title": title, "reason": reason, "replaced_by": heir,
            "first_published": since, "retired_at": self._today, **of_claim,
        }  # fmt: skip


def _has(db: sqlite3.Connection, table: str, record: str) -> bool:
    return db.execute(f'SELECT 1 FROM "{table}" WHERE id = ?', [record]).fetchone() is not None


def _figure_of(db: sqlite3.Connection, claim: str) -> str | None:
    row = db.execute("SELECT figure FROM claims WHERE id = ?", [claim]).fetchone()
    return row[0] if row else None


def _dispute_of(db: sqlite3.Connection, figures: list[str]) -> str | None:
    for figure in figures:
        row = db.execute("SELECT dispute FROM dispute_figures WHERE figure = ? ORDER BY id", [figure]).fetchone()
        if row:
            return str(row[0])
    return None
