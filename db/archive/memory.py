"""What the archive remembers of URLs: when each was found, what its server said of it, and when it is due again.

A link is written down the moment it is found, so a crawl that was killed goes on where it stood: whatever is due and
not yet fetched is fetched by the next run, even where the feed itself answers "not modified".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from db.archive.base import Base

FOLLOW_UPS = tuple(timedelta(hours=h) for h in (1, 6, 24, 72, 168, 720))
"""After how long, from the first fetch, a relevant article is asked for again: a changed figure is caught so."""

FORCED_AFTER = timedelta(days=7)
"""Some servers answer an unchanged ETag for a changed page: after this long it is fetched in full and compared."""

MAX_FAILURES = 5
"""A link that failed this often is given up until its source names it again with a newer date."""

FORBIDDEN_FOR = timedelta(days=30)

_FORMAT = "%Y-%m-%dT%H:%M:%S.%fZ"


@dataclass(frozen=True)
class Link:
    """A page that a source named. `lastmod` is what a sitemap says; `feed_date` when the feed says it was published."""

    url: str
    source: str
    found_at: str
    title: str | None = None
    feed_date: str | None = None
    lastmod: str | None = None


@dataclass(frozen=True)
class Visit:
    """One request for a remembered URL and how it ended: `good`, `failed` (to be tried again), `forbidden` (by a
    robots.txt, which may change its mind) or `gone`."""

    url: str
    source: str
    at: str
    result: str
    status: int | None = None
    outcome: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    role: str = "page"


class Memory(Base):
    """The URL memory of an archive (a part of `db.archive.Archive`)."""

    def remember(self, url: str) -> dict[str, Any] | None:
        """What is remembered of a URL: the columns of `url_memory`, or None."""
        return next(iter(self.db.query("SELECT * FROM url_memory WHERE url = ?", [url])), None)

    def known(self, urls: Iterable[str]) -> dict[str, dict[str, Any]]:
        """The memories of several URLs, by URL."""
        return {url: row for url in urls if (row := self.remember(url)) is not None}

    def due(self, source: str, at: str, revisit: str = "due") -> Iterator[dict[str, Any]]:
        """The pages of a source to ask for now: never-fetched ones, newest first, then the longest waiting.

        `revisit` is `due` (follow-ups whose time has come), `all` (every known page that is not known to be off topic)
        or `none` (only what was never fetched). Retries of failed links are due in each case.
        """
        wanted = {
            "none": "due_at <= :at AND first_fetched IS NULL",
            "due": "due_at <= :at",
            "all": "(due_at <= :at OR (first_fetched IS NOT NULL AND coalesce(relevant, 1) = 1))",
        }[revisit]
        sql = f"""SELECT * FROM url_memory WHERE source = :source AND role = 'page' AND {wanted}
                  ORDER BY first_fetched IS NOT NULL,
                      CASE WHEN first_fetched IS NULL THEN coalesce(lastmod, feed_date, found_at) END DESC,
                      due_at IS NULL, due_at, url"""
        return iter(list(self.db.query(sql, {"source": source, "at": at})))

    def mark_relevant(self, article: str, relevant: bool) -> None:
        """Notes that an article is on the topic (or not), and sets the follow-up visits of its URLs accordingly."""
        rows = self.db.conn.execute(
            "SELECT m.url, m.first_fetched, m.last_fetched, m.due_at FROM url_memory m "
            "JOIN article_urls u ON u.url = m.url WHERE u.article = ?",
            [article],
        ).fetchall()
        for url, first, last, due_at in rows:
            following = next_visit(first, last) if relevant and first else None
            self.db.conn.execute(
                "UPDATE url_memory SET relevant = ?, due_at = ? WHERE url = ?",
                [int(relevant), following or due_at, url],
            )

    def _link(self, links: Sequence[Link]) -> None:
        # A link found by a second source goes over to it while nobody has fetched it (the first may be dead); a newer
        # date in a sitemap makes a fetched page due again.
        self.db.conn.executemany(
            """
            INSERT INTO url_memory (url, source, found_at, title, feed_date, lastmod, due_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (url) DO UPDATE SET
                source = CASE WHEN first_fetched IS NULL THEN excluded.source ELSE source END,
                title = coalesce(title, excluded.title),
                feed_date = coalesce(feed_date, excluded.feed_date),
                due_at = CASE WHEN excluded.lastmod > coalesce(lastmod, substr(last_fetched, 1, 10), '')
                    THEN excluded.due_at ELSE due_at END,
                failures = CASE WHEN excluded.lastmod > coalesce(lastmod, '') THEN 0 ELSE failures END,
                lastmod = coalesce(max(excluded.lastmod, coalesce(lastmod, excluded.lastmod)), lastmod)
            """,
            [[x.url, x.source, x.found_at, x.title, x.feed_date, x.lastmod, x.found_at] for x in links],
        )

    def _visit(self, visits: Sequence[Visit], capture: int | None = None) -> None:
        for visit in visits:
            row = self.db.conn.execute(
                "SELECT first_fetched, failures, relevant FROM url_memory WHERE url = ?", [visit.url]
            ).fetchone()
            first, failures, relevant = row or (None, 0, None)
            good = visit.result == "good"
            if good:
                first, failures = first or visit.at, 0
                due_at = next_visit(first, visit.at) if relevant else None
            else:
                failures += 1
                due_at = _later(visit, failures)
            self.db.conn.execute(
                """
                INSERT INTO url_memory (url, source, role, found_at, etag, last_modified, capture, first_fetched,
                    last_fetched, last_full, visits, status, outcome, failures, due_at)
                VALUES (:url, :source, :role, :at, :etag, :last_modified, :capture, :first, :last, :full, 1, :status,
                    :outcome, :failures, :due_at)
                ON CONFLICT (url) DO UPDATE SET
                    etag = CASE WHEN :changed THEN :etag ELSE etag END,
                    last_modified = CASE WHEN :changed THEN :last_modified ELSE last_modified END,
                    capture = coalesce(:capture, capture), first_fetched = :first,
                    last_fetched = coalesce(:last, last_fetched), last_full = coalesce(:full, last_full),
                    visits = visits + 1, status = :status, outcome = :outcome, failures = :failures, due_at = :due_at
                """,
                {
                    "url": visit.url, "source": visit.source, "role": visit.role, "at": visit.at, "etag": visit.etag,
                    "last_modified": visit.last_modified, "capture": capture, "first": first,
                    "last": visit.at if good else None, "full": visit.at if good and visit.status == 200 else None,
                    "status": visit.status, "outcome": visit.outcome, "failures": failures, "due_at": due_at,
                    "changed": good and visit.status == 200,
                },
            )  # fmt: skip


def next_visit(first: str, last: str | None) -> str | None:
    """When an article first fetched at `first` and last at `last` is to be asked for again; None after the last."""
    begun = datetime.strptime(first, _FORMAT)
    after = datetime.strptime(last or first, _FORMAT)
    for wait in FOLLOW_UPS:
        if begun + wait > after:
            return (begun + wait).strftime(_FORMAT)
    return None


def _later(visit: Visit, failures: int) -> str | None:
    """A failed link is tried again after 1, 2, 4, 8 hours, a forbidden one after a month; then each is given up."""
    if visit.result == "gone" or failures >= MAX_FAILURES:
        return None
    wait = FORBIDDEN_FOR if visit.result == "forbidden" else timedelta(hours=2 ** (failures - 1))
    return (datetime.strptime(visit.at, _FORMAT) + wait).strftime(_FORMAT)
