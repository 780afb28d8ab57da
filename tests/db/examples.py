"""Builders for the tests of the claims database: articles with hand-annotated claims, put through a real archive."""

from __future__ import annotations

import re
import sqlite3
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from db.archive import Archive, Capture, Exchange

ICE = "U.S. Immigration and Customs Enforcement"
BPD = "Boston Police Department"
BOSTON = "Boston, MA"
LISTS = ("claims", "officials", "statutes", "mentions", "quotes", "dates", "absences")
Y2024 = ("2024-01-01", "2024-12-31")


def claim(
    text: str,
    number: str,
    measure: str,
    value: float | None = None,
    *,
    claimant: str | None = ICE,
    period: tuple[str | None, str | None] = Y2024,
    place: str | None = BOSTON,
    nth: int = 0,
    **more: Any,
) -> dict[str, Any]:
    """A claim on the nth `number` of a text, its sentence found by the full stops around it."""
    start = [match.start() for match in re.finditer(re.escape(number), text)][nth]
    first = max(text.rfind(stop, 0, start) for stop in (". ", "\n")) + 1
    first += text[first] == " "
    last = min((i for i in (text.find(". ", start), text.find(".\n", start)) if i >= 0), default=len(text) - 1) + 1
    return {
        "value": float(number.replace(",", "")) if value is None else value, "value_max": None, "value_text": number,
        "value_start": start, "value_end": start + len(number), "measure": measure, "quote": text[first:last],
        "start": first, "end": last, "comparator": "=", "unit": "count", "counted": "detainers",
        "claimant": claimant, "claimant_type": "agency" if claimant else None, "speaker": None, "via": [],
        "period_start": period[0], "period_end": period[1], "period_text": None, "jurisdiction": place,
        "confidence": 0.8, "rule": "test", "status": "asserted", "direct": False, **more,
    }  # fmt: skip


@dataclass
class Piece:
    """An article: its text, what was read from it, and where it stood."""

    text: str
    claims: list[dict[str, Any]] = field(default_factory=list)
    url: str = ""
    outlet: str = "Harbor Post"
    published: str | None = "2025-01-10"
    title: str = "Detainers"
    officials: list[dict[str, Any]] = field(default_factory=list)
    statutes: list[dict[str, Any]] = field(default_factory=list)
    mentions: list[dict[str, Any]] = field(default_factory=list)
    quotes: list[dict[str, Any]] = field(default_factory=list)
    dates: list[dict[str, Any]] = field(default_factory=list)
    absences: list[dict[str, Any]] = field(default_factory=list)
    at: str = "2025-01-11T06:00:00.000000Z"
    extractor: str = "1"
    story: str | None = None
    copy_kind: str | None = None
    read: bool = True


def official(text: str, name: str, role: str | None, agency: str | None) -> dict[str, Any]:
    start = text.index(name)
    return {"name": name, "role": role, "agency": agency, "start": start, "end": start + len(name), "status": None,
            "text": name}  # fmt: skip


def fill(path: Path, pieces: list[Piece]) -> Path:
    """An archive at `path` with these articles captured, stored and read; can be called again to add more."""
    with Archive(path) as archive:
        archive.add_source("wire", name="The wire", kind="feed", url="https://wire.example/feed")
        run = archive.start_run("collect")
        for number, piece in enumerate(pieces):
            url = piece.url or f"https://news.example/{number}"
            body = f"<html><title>{piece.title}</title><p>{piece.text}</p></html>".encode()
            exchange = Exchange(url, piece.at, 200, [("Content-Type", "text/html")], body)
            capture = archive.add_capture(Capture(exchange, "wire", run=run, mime="text/html"))
            version = archive.store_page(capture, {
                "kind": "article", "url": url, "canonical_url": url, "title": piece.title, "outlet": piece.outlet,
                "published": piece.published, "date_source": "url", "text": piece.text, "language": "en",
            })  # fmt: skip
            assert version
            if piece.read:
                lists = {kind: getattr(piece, kind) for kind in LISTS}
                archive.add_analysis(version, piece.extractor, {"url": url, "text": piece.text, **lists})
            if piece.story:
                archive.db.execute(
                    "UPDATE articles SET story = ?, copy_kind = ? WHERE url = ?",
                    [piece.story, piece.copy_kind or "original", url],
                )
        archive.add_source_result(run, "wire", status="ok", found=len(pieces), tried=len(pieces), new=len(pieces))
        archive.finish_run(run)
    return path


def rows(path: Path, sql: str, *params: Any) -> list[dict[str, Any]]:
    """Rows of a query as dicts."""
    db = sqlite3.connect(path)
    db.row_factory = sqlite3.Row
    try:
        return [dict(row) for row in db.execute(sql, params)]
    finally:
        db.close()


def boston() -> list[Piece]:
    """The seed case: 15 by one side, 198 by the other; a copy of the first report; a later one."""
    first = (
        "Boston police received and rejected 15 civil immigration detainers in 2024. "
        "ICE said it had lodged 198 detainers with the department in 2024. None were honored, ICE said."
    )
    later = "The police department got 15 requests in 2024, the commissioner wrote. The agency puts the number at 198."
    claims = [
        claim(first, "15", "detainers_received", claimant=BPD),
        claim(first, "15", "detainers_declined", claimant=BPD),
        claim(first, "198", "detainers_issued", direct=True),
        claim(first, "None", "detainers_honored", 0),
    ]
    return [
        Piece(first, claims, url="https://post.example/a", story="s1", published="2025-01-09"),
        Piece(first, claims, url="https://copy.example/a", outlet="Copycat", story="s1", copy_kind="syndicated"),
        Piece(
            later,
            [
                claim(later, "15", "detainers_received", claimant=BPD),
                claim(later, "198", "detainers_issued", comparator="~"),
            ],
            url="https://globe.example/b", outlet="Bay Globe", story="s2", published="2025-01-11",
        ),
    ]  # fmt: skip
