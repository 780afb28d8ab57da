"""Articles by canonical URL, versions by text, readings by extractor."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import urlsplit

from db.archive.base import now
from db.archive.memory import Memory

ARTICLE_KINDS = ("article", "live blog", "pdf", "paywall stub")
"""Page kinds whose text is coverage; every other kind is only counted."""


def short_hash(*parts: str) -> str:
    """The public id of a row: 16 hexadecimal digits of what makes the row itself."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]


class Pages(Memory):
    """The articles of an archive (a part of `db.archive.Archive`)."""

    def store_page(self, capture_id: int, page: dict[str, Any]) -> str | None:
        """Keeps what cleaning made of a capture; the fields are those of `extract.clean.Page`.

        A page of a kind that holds coverage and has text becomes an article and a version, whose id is returned; of any
        other only the kind is written down. The same page again changes nothing but `last_seen`.
        """
        capture = self.db.conn.execute(
            "SELECT c.url, c.fetched_at, c.source, c.found_url, s.jurisdiction, s.outlet, s.url FROM captures c "
            "LEFT JOIN sources s ON s.id = c.source WHERE c.id = ?",
            [capture_id],
        ).fetchone()
        if capture is None:
            raise ValueError(f"{self.path}: there is no capture {capture_id}")
        url, at, source, found_url, jurisdiction, outlet, watched = capture
        kind, text = page.get("kind") or "article", page.get("text") or ""
        with self.db.atomic():
            self.db.conn.execute(
                "UPDATE captures SET cleaned_at = ?, page_kind = ? WHERE id = ?", [at, kind, capture_id]
            )
            if kind not in ARTICLE_KINDS or not text.strip():
                return None
            canonical = page.get("canonical_url") or page.get("url") or url
            row = _article_row(page) | {
                "page_kind": kind,
                "outlet": page.get("outlet") or _outlet(canonical, outlet, watched),
                "jurisdiction": jurisdiction,
                "source": source,
            }
            article = self._store_article(canonical, [canonical, url, found_url], row, at)
            return self._store_version(article, text, page, capture_id, at)

    def unread_versions(self, extractor: str, *, limit: int | None = None) -> Iterator[dict[str, Any]]:
        """Versions that this extractor has not read: `version`, `text`, `url`, `title`, `outlet`, `published`,
        `jurisdiction`, `page_kind`. Read in pages, so that the caller may write meanwhile."""
        sql = """
            SELECT v.pk, v.id AS version, v.text, a.url, coalesce(v.title, a.title) AS title, a.outlet, a.published,
                   a.jurisdiction, a.page_kind, a.id AS article
            FROM article_versions v JOIN articles a ON a.id = v.article
            WHERE v.pk > ? AND NOT EXISTS (SELECT 1 FROM analyses n WHERE n.version = v.id AND n.extractor = ?)
            ORDER BY v.pk LIMIT ?"""
        return self._paged(sql, "pk", limit, extractor)

    def add_analysis(self, version: str, extractor: str, analysis: dict[str, Any]) -> None:
        """Keeps a reading; a second one by the same extractor replaces the first. The text itself stays with the
        version. An article that was read at all (its `unread` is empty) is followed up from now on."""
        self.add_analyses([(version, extractor, analysis)])

    def add_analyses(self, readings: Iterable[tuple[str, str, dict[str, Any]]]) -> None:
        """Keeps several readings (version, extractor, analysis) in one transaction."""
        with self.db.atomic():
            for version, extractor, analysis in readings:
                kept = {key: value for key, value in analysis.items() if key != "text"}
                self.db.conn.execute(
                    "INSERT INTO analyses (version, extractor, analysis, read_at) VALUES (?, ?, ?, ?) "
                    "ON CONFLICT (version, extractor) DO UPDATE SET analysis = excluded.analysis, "
                    "read_at = excluded.read_at",
                    [version, extractor, json.dumps(kept, ensure_ascii=False), now()],
                )
                row = self.db.conn.execute("SELECT article FROM article_versions WHERE id = ?", [version]).fetchone()
                if row is not None:
                    self.mark_relevant(row[0], not analysis.get("unread"))

    def analyses(self, extractor: str | None = None) -> Iterator[dict[str, Any]]:
        """Each version's reading (by this extractor, or its newest): `version`, `article`, `extractor`, `read_at`,
        `analysis` (decoded, with the text put back)."""
        newest = "n.id = (SELECT max(id) FROM analyses WHERE version = v.id) AND ? IS NULL"
        chosen = "n.extractor = ?" if extractor else newest
        sql = f"""
            SELECT v.pk, n.version, v.article, v.text, n.extractor, n.read_at, n.analysis
            FROM article_versions v JOIN analyses n ON n.version = v.id
            WHERE v.pk > ? AND {chosen} ORDER BY v.pk LIMIT ?"""
        for row in self._paged(sql, "pk", None, extractor):
            analysis = json.loads(row["analysis"])
            analysis["text"] = row.pop("text")
            yield row | {"analysis": analysis}

    def _store_article(self, canonical: str, urls: list[str | None], row: dict[str, Any], at: str) -> str:
        known = [url for url in dict.fromkeys(urls) if url]
        marks = ", ".join("?" * len(known))
        rows = self.db.conn.execute(f"SELECT url, article FROM article_urls WHERE url IN ({marks})", known)
        found = dict(rows.fetchall())
        article = next((found[url] for url in known if url in found), None)
        if article is None:
            article = short_hash(canonical)
            names = ["id", "url", "first_seen", "last_seen", *row]
            self.db.conn.execute(
                f"INSERT INTO articles ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})",
                [article, canonical, at, at, *row.values()],
            )
        else:  # what a later page does not say, an earlier one still does
            sets = ", ".join(f"{name} = coalesce(?, {name})" for name in row if name not in ("source", "jurisdiction"))
            values = [value for name, value in row.items() if name not in ("source", "jurisdiction")]
            self.db.conn.execute(
                f"UPDATE articles SET {sets}, last_seen = max(last_seen, ?) WHERE id = ?", [*values, at, article]
            )
        self.db.conn.executemany(
            "INSERT OR IGNORE INTO article_urls (url, article) VALUES (?, ?)", [[url, article] for url in known]
        )
        return article

    def _store_version(self, article: str, text: str, page: dict[str, Any], capture: int, at: str) -> str:
        digest = hashlib.sha256(text.encode()).hexdigest()
        version = short_hash(article, digest)
        self.db.conn.execute(
            "INSERT INTO article_versions (id, article, digest, text, title, first_seen, last_seen, capture, cleaner) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) "
            "ON CONFLICT (article, digest) DO UPDATE SET last_seen = max(last_seen, excluded.last_seen)",
            [version, article, digest, text, page.get("title"), at, at, capture, page.get("cleaner")],
        )
        self.db.conn.execute(
            "INSERT OR IGNORE INTO version_captures (version, capture) "
            "SELECT ?, id FROM captures WHERE id = ? OR revisit_of = ?",
            [version, capture, capture],
        )
        return version

    def _seen_again(self, capture: int, original: int, at: str) -> None:
        """A page that has not changed: its version was on show at this later time too."""
        versions = self.db.conn.execute("SELECT version FROM version_captures WHERE capture = ?", [original]).fetchall()
        for (version,) in versions:
            self.db.conn.execute("INSERT OR IGNORE INTO version_captures VALUES (?, ?)", [version, capture])
            self.db.conn.execute(
                "UPDATE article_versions SET last_seen = max(last_seen, ?) WHERE id = ?", [at, version]
            )
            self.db.conn.execute(
                "UPDATE articles SET last_seen = max(last_seen, ?) "
                "WHERE id = (SELECT article FROM article_versions WHERE id = ?)",
                [at, version],
            )


def _outlet(url: str, outlet: str | None, watched: str | None) -> str:
    """The source's own outlet for a page of its own site; a search's or an aggregator's find goes by its host."""
    host = (urlsplit(url).hostname or "").removeprefix("www.")
    home = (urlsplit(watched or "").hostname or "").removeprefix("www.")
    related = host == home or host.endswith(f".{home}") or home.endswith(f".{host}")
    return outlet if outlet and (related or not host) else host


def _article_row(page: dict[str, Any]) -> dict[str, Any]:
    published = page.get("published")
    return {
        "title": page.get("title"), "byline": page.get("byline"),
        "published": str(published) if published else None, "date_source": page.get("date_source"),
        "dates": json.dumps(page.get("dates") or {}, default=str), "date_flag": page.get("date_flag"),
        "language": page.get("language"),
    }  # fmt: skip
