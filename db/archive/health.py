"""What the archive's rows say of a source's health: kinds of pages, empty fields, dates, rhythm."""

from __future__ import annotations

from datetime import date
from typing import Any

from db.archive.base import Base

FIELDS = ("title", "byline", "published", "language")
EARLIEST = "1995-01-01"
"""A page dated before there was a web is dated wrongly."""

_ARTICLES = """
    FROM captures c JOIN article_versions v ON v.capture = c.id JOIN articles a ON a.id = v.article
    WHERE c.run = ? AND c.source = ? AND c.role = 'page'
"""


class Health(Base):
    """Measurements of sources (a part of `db.archive.Archive`)."""

    def page_kinds(self, run: int, source: str) -> dict[str, int]:
        """The pages of a run that were cleaned, counted by kind."""
        sql = (
            "SELECT page_kind, count(*) FROM captures WHERE run = ? AND source = ? AND role = 'page' "
            "AND page_kind IS NOT NULL GROUP BY page_kind"
        )
        return dict(self.db.conn.execute(sql, [run, source]).fetchall())

    def pages_without_text(self, run: int, source: str) -> int:
        """The pages of a run that were cleaned and gave no version of an article."""
        sql = (
            "SELECT count(*) FROM captures c WHERE run = ? AND source = ? AND role = 'page' AND page_kind IS NOT NULL "
            "AND NOT EXISTS (SELECT 1 FROM version_captures v WHERE v.capture = c.id)"
        )
        return int(self.db.conn.execute(sql, [run, source]).fetchone()[0])

    def empty_fields(self, run: int, source: str) -> dict[str, float]:
        """The share of a run's new texts whose article lacks a field; empty where there are none."""
        asked = ", ".join(f"avg(coalesce(a.{name}, '') = '')" for name in FIELDS)
        row = self.db.conn.execute(f"SELECT count(*), {asked} {_ARTICLES}", [run, source]).fetchone()
        return dict(zip(FIELDS, row[1:], strict=True)) if row[0] else {}

    def odd_dates(self, run: int, source: str) -> dict[str, int]:
        """The articles of a run (`articles`) and how many bear a date that cannot be right (`odd`) or is flagged."""
        sql = f"""
            SELECT count(*), coalesce(sum(a.published > date(c.fetched_at, '+1 day') OR a.published < ?), 0),
                   coalesce(sum(a.date_flag IS NOT NULL), 0) {_ARTICLES}"""
        articles, odd, flagged = self.db.conn.execute(sql, [EARLIEST, run, source]).fetchone()
        return {"articles": articles, "odd": odd, "flagged": flagged}

    def days_with_news(self, source: str) -> list[date]:
        """The days on which a source brought a page that was not known, in order."""
        sql = (
            "SELECT DISTINCT substr(fetched_at, 1, 10) AS day FROM captures "
            "WHERE source = ? AND role = 'page' AND outcome = 'new' ORDER BY day"
        )
        return [date.fromisoformat(day) for (day,) in self.db.conn.execute(sql, [source]).fetchall()]

    def source_settings(self, source: str) -> dict[str, Any]:
        """A source's row with its settings."""
        return next(iter(self.db.query("SELECT * FROM sources WHERE id = ?", [source])), {})
