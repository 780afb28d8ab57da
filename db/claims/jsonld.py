"""Claims as schema.org JSON-LD: what a fact-check needs to say what it reviews.

Each figure is a `Claim`: what it says, whose it is, where it appears (every article that carries it). A figure in
dispute has beside it what a `ClaimReview` needs but for the verdict, which is a person's: `itemReviewed` and
`claimReviewed`.
"""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from typing import Any

MOST_APPEARANCES = 50
_FIGURE = """
    SELECT f.id, f.title, f.claimant, f.claimant_type, f.disputes, f.first_published, f.jurisdiction, f.period_start,
           f.period_end, c.sentence, c.speaker
    FROM figures f LEFT JOIN claims c ON c.id = f.claim
"""
_APPEARANCES = """
    SELECT DISTINCT a.url, a.title, a.outlet, a.published FROM claims c JOIN articles a ON a.id = c.article
    WHERE c.figure = ? ORDER BY a.published IS NULL, a.published, a.url LIMIT ?
"""
_TYPES = {"person": "Person", "outlet": "NewsMediaOrganization", "agency": "GovernmentOrganization"}


def write_jsonld(db: sqlite3.Connection, path: Path, base_url: str) -> None:
    """One document, one `Claim` a figure; written as it goes, so that its size is no matter."""
    base = base_url.rstrip("/")
    with path.open("w", encoding="utf-8") as file:
        file.write('{"@context": "https://schema.org", "@graph": [\n')
        separator = ""
        for row in db.execute(_FIGURE + " ORDER BY f.n"):
            for node in _nodes(db, row, base):
                file.write(separator + json.dumps(node, ensure_ascii=False))
                separator = ",\n"
        file.write("\n]}\n")


def figure_jsonld(db: sqlite3.Connection, figure: str, base_url: str) -> dict[str, Any] | None:
    """The document of one figure; None where there is none of that id."""
    row = db.execute(_FIGURE + " WHERE f.id = ?", [figure]).fetchone()
    return {"@context": "https://schema.org", "@graph": _nodes(db, tuple(row), base_url.rstrip("/"))} if row else None


def _nodes(db: sqlite3.Connection, row: tuple[Any, ...], base: str) -> list[dict[str, Any]]:
    figure, title, claimant, kind, disputes, published, place, start, end, sentence, speaker = row
    works = [_work(item) for item in db.execute(_APPEARANCES, [figure, MOST_APPEARANCES])]
    claim = _without_gaps({
        "@type": "Claim", "@id": f"{base}/-/figure/{figure}", "name": title, "text": sentence,
        "datePublished": published, "claimInterpreter": _thing("Person", speaker),
        "author": _thing(_TYPES.get(kind or "", "Organization"), claimant), "spatialCoverage": _thing("Place", place),
        "temporalCoverage": f"{start or '..'}/{end or '..'}" if start or end else None,
        "firstAppearance": works[0] if works else None, "appearance": works,
    })  # fmt: skip
    if not disputes:
        return [claim]
    review = {
        "@type": "ClaimReview", "@id": f"{base}/-/figure/{figure}#review", "url": f"{base}/-/figure/{figure}",
        "claimReviewed": title, "itemReviewed": {"@id": claim["@id"]},
    }  # fmt: skip
    return [claim, review]


def _work(item: tuple[Any, ...]) -> dict[str, Any]:
    url, title, outlet, published = item
    return _without_gaps({
        "@type": "NewsArticle", "url": url, "headline": title, "datePublished": published,
        "publisher": _thing("NewsMediaOrganization", outlet),
    })  # fmt: skip


def _thing(kind: str, name: str | None) -> dict[str, str] | None:
    return {"@type": kind, "name": name} if name else None


def _without_gaps(node: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in node.items() if value not in (None, "", [])}
