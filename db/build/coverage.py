"""What the archive holds of each article, as the build reads it: article, texts, downloads, readings."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from common.errors import BadInput
from db.ids import short_id


@dataclass
class Text:
    """One version of an article, with the reading of it; `analysis` is empty where nobody has read it yet."""

    id: str
    digest: str
    text: str
    title: str | None = None
    first_seen: str | None = None
    last_seen: str | None = None
    cleaner: str | None = None
    capture: dict[str, Any] = field(default_factory=dict)
    """`id`, `url`, `source`, `run`, `fetched_at`, `status`, `mime`, `digest`, `size`, `warc`, `warc_offset`,
    `warc_length`: the first download that gave this text."""
    analysis: dict[str, Any] = field(default_factory=dict)
    extractor: str | None = None
    read_at: str | None = None


@dataclass
class Coverage:
    """One article: its row in the archive and its texts, oldest first; the last one counts."""

    article: dict[str, Any]
    texts: list[Text]


_ARTICLE = (
    "id", "url", "title", "byline", "outlet", "published", "date_source", "date_flag", "language", "page_kind",
    "source", "jurisdiction", "first_seen", "last_seen", "story", "copy_kind",
)  # fmt: skip
_CAPTURE = (
    "id", "url", "source", "run", "fetched_at", "status", "mime", "digest", "size", "warc", "warc_offset",
    "warc_length",
)  # fmt: skip
_TEXTS = f"""
    SELECT v.id, v.digest, v.text, v.title, v.first_seen, v.last_seen, v.cleaner, n.analysis, n.extractor, n.read_at,
           {", ".join("c." + name for name in _CAPTURE)}
    FROM article_versions v
    JOIN captures c ON c.id = v.capture
    LEFT JOIN analyses n ON n.id = (SELECT max(id) FROM analyses WHERE version = v.id)
    WHERE v.article = ? ORDER BY v.last_seen, v.pk
"""


def open_archive(path: Path) -> sqlite3.Connection:
    """The archive, read-only. BadInput where there is none."""
    if not path.exists():
        raise BadInput(f"{path}: there is no archive yet; run `detainer-watch collect` first")
    db = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    db.execute("PRAGMA query_only = on")
    db.execute("BEGIN")  # one state of the archive, whatever is collected meanwhile
    return db


def read(db: sqlite3.Connection) -> Iterator[Coverage]:
    """Every article, oldest first, so that the newest gets the highest running number."""
    names = ", ".join(_ARTICLE)
    rows = db.execute(f"SELECT {names} FROM articles ORDER BY coalesce(published, first_seen), first_seen, id")
    for row in rows:
        article = dict(zip(_ARTICLE, row, strict=True))
        yield Coverage(article, [_text(item, db) for item in db.execute(_TEXTS, [article["id"]]).fetchall()])


def originals(db: sqlite3.Connection) -> dict[str, str]:
    """The article taken as the original of each story."""
    if not db.execute("SELECT 1 FROM sqlite_master WHERE name = 'stories'").fetchone():
        return {}
    return dict(db.execute("SELECT id, original FROM stories").fetchall())


def failed(analysis: dict[str, Any]) -> bool:
    """Whether a reading only says that the reader failed on the text."""
    return str(analysis.get("unread") or "").startswith("could not be read")


def _text(row: tuple[Any, ...], db: sqlite3.Connection) -> Text:
    analysis = json.loads(row[7]) if row[7] else {}
    if failed(analysis):  # an older reader may have read it
        earlier = "SELECT analysis, extractor, read_at FROM analyses WHERE version = ? ORDER BY id DESC"
        for found, extractor, read_at in db.execute(earlier, [row[0]]).fetchall():
            if not failed(json.loads(found)):
                analysis, row = json.loads(found), (*row[:8], extractor, read_at, *row[10:])
                break
    capture = dict(zip(_CAPTURE, row[10:], strict=True))
    capture["id"] = short_id("capture", capture["url"], capture["fetched_at"], capture["digest"])
    return Text(row[0], row[1], row[2], row[3], row[4], row[5], row[6], capture, analysis, row[8], row[9])
