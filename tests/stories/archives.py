"""A real archive with articles in it, made the way collection makes them."""

from __future__ import annotations

from pathlib import Path

from db.archive import Archive, Capture, Exchange


def opened(path: Path) -> Archive:
    """An empty archive with one source."""
    archive = Archive(path / "archive.db")
    archive.db.conn.execute(
        "INSERT INTO sources (id, name, kind, url, first_seen, last_seen) "
        "VALUES ('wire', 'Wire', 'feed', 'http://x.test/', '', '')"
    )
    return archive


def add(
    archive: Archive,
    url: str,
    text: str,
    *,
    published: str | None = "2025-01-13",
    outlet: str | None = None,
    seen: str = "2025-01-20T08:00:00Z",
) -> str:
    """Captures a page and stores its text as cleaned; the article's version id."""
    exchange = Exchange(url, seen, 200, [("content-type", "text/html")], text.encode())
    capture = archive.add_capture(Capture(exchange, "wire", mime="text/html"))
    page = {
        "kind": "article", "canonical_url": url, "title": text.split("\n")[0], "text": text,
        "published": published, "outlet": outlet or url.split("/")[2],
    }  # fmt: skip
    version = archive.store_page(capture, page)
    assert version is not None
    return version


def placed(archive: Archive) -> dict[str, tuple[str, str]]:
    """URL -> (story, copy kind)."""
    rows = archive.db.conn.execute("SELECT url, story, copy_kind FROM articles ORDER BY pk").fetchall()
    return {url: (story, kind) for url, story, kind in rows}


def kinds(archive: Archive) -> dict[str, str]:
    """Host -> copy kind."""
    return {url.split("/")[2]: kind for url, (_, kind) in placed(archive).items()}
