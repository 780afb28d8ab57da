"""The archive's tables, as numbered steps: each runs once, inside a transaction, when an archive is opened.

A step is never edited after release; a change is a new step. Times are UTC, `YYYY-MM-DDTHH:MM:SS[.ffffff]Z`.
"""

from __future__ import annotations

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

migrations = Migrations("archive")


def _run(db: Database, script: str) -> None:
    for statement in script.split(";"):
        if statement.strip():
            db.conn.execute(statement)


@migrations()
def m001_collection(db: Database) -> None:
    """What is watched, what each run did, and every download with its place in the WARC files."""
    _run(
        db,
        """
        CREATE TABLE sources (
            id TEXT PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, url TEXT, jurisdiction TEXT, outlet TEXT,
            first_seen TEXT NOT NULL, last_seen TEXT NOT NULL, settings TEXT NOT NULL DEFAULT '{}'
        );
        CREATE TABLE runs (
            id INTEGER PRIMARY KEY, kind TEXT NOT NULL, started_at TEXT NOT NULL, ended_at TEXT,
            status TEXT NOT NULL DEFAULT 'running', pid INTEGER, detail TEXT NOT NULL DEFAULT '{}'
        );
        CREATE TABLE run_sources (
            run INTEGER NOT NULL REFERENCES runs(id), source TEXT NOT NULL REFERENCES sources(id),
            started_at TEXT, ended_at TEXT, status TEXT NOT NULL, cause TEXT,
            found INTEGER NOT NULL DEFAULT 0, tried INTEGER NOT NULL DEFAULT 0, new INTEGER NOT NULL DEFAULT 0,
            changed INTEGER NOT NULL DEFAULT 0, unchanged INTEGER NOT NULL DEFAULT 0, failed INTEGER NOT NULL DEFAULT 0,
            refused INTEGER NOT NULL DEFAULT 0, blocked INTEGER NOT NULL DEFAULT 0, no_text INTEGER NOT NULL DEFAULT 0,
            bytes INTEGER NOT NULL DEFAULT 0, seconds REAL, reasons TEXT NOT NULL DEFAULT '{}',
            kinds TEXT NOT NULL DEFAULT '{}', fields TEXT NOT NULL DEFAULT '{}',
            PRIMARY KEY (run, source)
        );
        CREATE TABLE warc_files (name TEXT PRIMARY KEY, committed INTEGER NOT NULL DEFAULT 0);
        CREATE TABLE captures (
            id INTEGER PRIMARY KEY, run INTEGER REFERENCES runs(id), source TEXT REFERENCES sources(id),
            url TEXT NOT NULL, fetched_at TEXT NOT NULL, status INTEGER NOT NULL, headers TEXT NOT NULL DEFAULT '[]',
            mime TEXT, digest TEXT, size INTEGER NOT NULL DEFAULT 0, warc TEXT, warc_offset INTEGER,
            warc_length INTEGER, revisit_of INTEGER REFERENCES captures(id), role TEXT NOT NULL DEFAULT 'page',
            outcome TEXT NOT NULL, cleaned_at TEXT, page_kind TEXT, feed_date TEXT, found_url TEXT
        );
        CREATE INDEX captures_url ON captures(url, id);
        CREATE INDEX captures_run ON captures(run, source);
        CREATE INDEX captures_to_clean ON captures(id)
            WHERE cleaned_at IS NULL AND role = 'page' AND outcome IN ('new', 'changed', 'challenge', 'consent');
        CREATE INDEX captures_revisits ON captures(revisit_of) WHERE revisit_of IS NOT NULL;
        CREATE TABLE problems (
            id INTEGER PRIMARY KEY, run INTEGER NOT NULL REFERENCES runs(id), source TEXT, url TEXT, at TEXT NOT NULL,
            reason TEXT NOT NULL, detail TEXT
        );
        CREATE INDEX problems_run ON problems(run, source);
        CREATE TABLE url_memory (
            url TEXT PRIMARY KEY, source TEXT NOT NULL, role TEXT NOT NULL DEFAULT 'page', found_at TEXT NOT NULL,
            title TEXT, feed_date TEXT, lastmod TEXT, etag TEXT, last_modified TEXT, capture INTEGER,
            first_fetched TEXT, last_fetched TEXT, last_full TEXT, visits INTEGER NOT NULL DEFAULT 0,
            status INTEGER, outcome TEXT, failures INTEGER NOT NULL DEFAULT 0, due_at TEXT, relevant INTEGER
        ) WITHOUT ROWID;
        CREATE INDEX url_memory_due ON url_memory(source, due_at) WHERE due_at IS NOT NULL;
        """,
    )


@migrations()
def m002_articles(db: Database) -> None:
    """Coverage by canonical URL, each distinct text of it, and what was read from each text."""
    _run(
        db,
        """
        CREATE TABLE articles (
            pk INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, url TEXT NOT NULL UNIQUE, title TEXT, byline TEXT,
            outlet TEXT, published TEXT, date_source TEXT, dates TEXT NOT NULL DEFAULT '{}', date_flag TEXT,
            language TEXT, page_kind TEXT NOT NULL DEFAULT 'article', source TEXT REFERENCES sources(id),
            first_seen TEXT NOT NULL, last_seen TEXT NOT NULL, story TEXT, copy_kind TEXT, jurisdiction TEXT
        );
        CREATE INDEX articles_story ON articles(story);
        CREATE INDEX articles_source ON articles(source, first_seen);
        CREATE TABLE article_urls (url TEXT PRIMARY KEY, article TEXT NOT NULL REFERENCES articles(id)) WITHOUT ROWID;
        CREATE INDEX article_urls_article ON article_urls(article);
        CREATE TABLE article_versions (
            pk INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, article TEXT NOT NULL REFERENCES articles(id),
            digest TEXT NOT NULL, text TEXT NOT NULL, title TEXT, first_seen TEXT NOT NULL, last_seen TEXT NOT NULL,
            capture INTEGER NOT NULL REFERENCES captures(id), cleaner TEXT, UNIQUE (article, digest)
        );
        CREATE INDEX article_versions_capture ON article_versions(capture);
        CREATE TABLE version_captures (
            version TEXT NOT NULL REFERENCES article_versions(id), capture INTEGER NOT NULL REFERENCES captures(id),
            PRIMARY KEY (version, capture)
        ) WITHOUT ROWID;
        CREATE INDEX version_captures_capture ON version_captures(capture);
        CREATE TABLE analyses (
            id INTEGER PRIMARY KEY, version TEXT NOT NULL REFERENCES article_versions(id), extractor TEXT NOT NULL,
            analysis TEXT NOT NULL, read_at TEXT NOT NULL, UNIQUE (version, extractor)
        );
        """,
    )


@migrations()
def m_stories(db: Database) -> None:
    """Articles that are one piece of reporting: which text of each was compared, what it is looked up by, and how it is
    related to others. Keys are 64-bit hashes."""
    _run(
        db,
        """
        CREATE TABLE stories (
            pk INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, original TEXT NOT NULL REFERENCES articles(id),
            articles INTEGER NOT NULL
        );
        CREATE TABLE story_texts (
            pk INTEGER PRIMARY KEY, article TEXT NOT NULL UNIQUE REFERENCES articles(id),
            version TEXT NOT NULL REFERENCES article_versions(id)
        );
        CREATE TABLE story_bands (key INTEGER NOT NULL, text INTEGER NOT NULL, PRIMARY KEY (key, text)) WITHOUT ROWID;
        CREATE TABLE story_marks (key INTEGER NOT NULL, text INTEGER NOT NULL, PRIMARY KEY (key, text)) WITHOUT ROWID;
        CREATE TABLE story_links (
            text INTEGER NOT NULL, other INTEGER NOT NULL, relation TEXT NOT NULL, PRIMARY KEY (text, other)
        ) WITHOUT ROWID;
        """,
    )


@migrations()
def m_ledger(db: Database) -> None:
    """Published ids that no text gives again: retired records, and claims that kept an older id."""
    _run(
        db,
        """
        CREATE TABLE retired_records (id TEXT PRIMARY KEY, record TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE kept_ids (
            id TEXT PRIMARY KEY, article TEXT NOT NULL REFERENCES articles(id), anchor TEXT NOT NULL,
            measure TEXT NOT NULL
        ) WITHOUT ROWID;
        """,
    )


@migrations()
def m_collection_indexes(db: Database) -> None:
    """What a night asks of a large archive is found, not searched for: a source's known pages, its days with news."""
    _run(
        db,
        """
        CREATE INDEX url_memory_known ON url_memory(source, first_fetched) WHERE first_fetched IS NOT NULL;
        CREATE INDEX captures_news ON captures(source, fetched_at) WHERE role = 'page' AND outcome = 'new';
        """,
    )
