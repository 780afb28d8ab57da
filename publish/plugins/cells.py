"""Cells of Datasette's own tables: ids lead to the site's pages, addresses are links only where they are safe."""

from __future__ import annotations

from functools import cache
from typing import Any

from datasette import hookimpl
from datasette.utils import tilde_encode
from markupsafe import Markup, escape

from db.claims.schema import tables
from publish import highlight, links
from publish.database import NAME

PAGES = {
    "claims": "claim",
    "figures": "figure",
    "disputes": "dispute",
    "articles": "article",
    "captures": "capture",
    "agencies": "agency",
    "officials": "person",
    "jurisdictions": "place",
    "statutes": "law",
}
"""Tables with pages of their own."""


@hookimpl
def render_cell(row: Any, value: Any, column: str, table: str | None, database: str, datasette: Any) -> Markup | None:
    """HTML for a cell, or None to leave it to Datasette."""
    if database != NAME or not value:
        return None
    if isinstance(value, dict):  # a foreign key, expanded
        page = PAGES.get(_references().get((table or "", column), ""))
        return _link(datasette, page, value["value"], value["label"]) if page else None
    if not isinstance(value, str):
        return None
    if column == "id" and table in PAGES:
        return _link(datasette, PAGES[table], value, value)
    if column == "url" or value.startswith(("http://", "https://", "javascript:", "data:")):
        return _address(value)
    if table == "claims" and column == "sentence":
        return _marked(row, value)
    return None


@cache
def _references() -> dict[tuple[str, str], str]:
    """The table that each foreign key points to, by table and column."""
    return {(t.name, c.name): c.references for t in tables().values() for c in t.columns if c.references}


def _link(datasette: Any, page: str, key: str, label: Any) -> Markup:
    return Markup('<a href="{}">{}</a>').format(datasette.urls.path(f"/-/{page}/{tilde_encode(key)}"), label)


def _address(value: str) -> Markup:
    safe = links.outside(value)
    if safe is None:
        return Markup(escape(value))
    return Markup('<a href="{}" rel="nofollow noopener noreferrer">{}</a>').format(safe, value)


def _marked(row: Any, sentence: str) -> Markup | None:
    names = row.keys()
    if "mark_start" not in names or row["mark_start"] is None or row["mark_end"] is None:
        return None
    return highlight.mark(sentence, [(row["mark_start"], row["mark_end"])])
