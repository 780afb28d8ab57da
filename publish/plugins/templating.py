"""What templates can say: links to the site's pages, figures in words, safe marks; one description for every column."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from typing import Any

from datasette import hookimpl
from datasette.utils import tilde_encode
from jinja2 import Environment

from db.claims.schema import tables
from publish import charts, highlight, links, wording
from publish.database import NAME
from publish.plugins import cells

STATIC = Path(__file__).parents[1] / "static"


@hookimpl
def prepare_jinja2_environment(env: Environment, datasette: Any) -> None:
    """Filters and globals of the site's templates."""

    def page(kind: str, key: str | None = None) -> str:
        """The path of one of the site's pages: page("claim", id) or page("search")."""
        return datasette.urls.path(f"/-/{kind}" + (f"/{tilde_encode(key)}" if key else ""))

    def table(name: str, key: str | None = None, format: str | None = None) -> str:
        """The path of a table of the database, or of one row of it."""
        if key is None:
            return datasette.urls.table(NAME, name, format=format)
        return datasette.urls.row(NAME, name, tilde_encode(key), format=format)

    def static(name: str) -> str:
        return datasette.urls.path(f"/static/{name}?{_stamp(name)}")

    env.globals.update(page=page, table=table, static=static, bars=charts.bars, span=charts.span, w=wording,
                       record_pages=cells.PAGES)  # fmt: skip
    env.filters.update(
        value=lambda row: wording.value(row["value"], row["comparator"], row.get("value_max"), row["unit"]),
        numeral=lambda row: wording.short_value(row["value"], row["comparator"], row.get("value_max"), row["unit"]),
        period=lambda row: wording.period(row["period_start"], row["period_end"]),
        counted=wording.counted,
        day=wording.day,
        moment=wording.moment,
        number=wording.number,
        measure=wording.measure,
        spelled=wording.spelled,
        unquoted=wording.unquoted,
        outside=links.outside,
        host=links.host,
        evidence=lambda claim: highlight.mark(claim["sentence"], _number_in(claim)),
        found=lambda claim: highlight.mark(claim["sentence"], _number_in(claim), highlight.found(claim["marked"])),
    )


@hookimpl
def extra_template_vars(datasette: Any) -> dict[str, Any]:
    """What every page has: the site's title and whether anything is published yet."""
    counts = datasette.get_database(NAME).cached_table_counts or {}
    return {"site_title": datasette.metadata("title") or "Detainer Watch", "counts": counts}


@hookimpl
def get_metadata(datasette: Any, key: str, database: str, table: str) -> dict[str, Any]:
    """Descriptions of every table and column from the schema; metadata.yml says more, or says it better."""
    return described()


@cache
def _schema_words() -> dict[str, tuple[str, dict[str, str]]]:
    return {t.name: (t.about, {column.name: column.about for column in t.columns}) for t in tables().values()}


def described() -> dict[str, Any]:
    """Metadata with the words of the published schema."""
    words = _schema_words()
    # Built anew at each call: Datasette merges other metadata into what it is given.
    return {
        "databases": {
            NAME: {"tables": {t: {"description": about, "columns": dict(of)} for t, (about, of) in words.items()}}
        }
    }


@cache
def _stamp(name: str) -> str:
    return hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:8]


def _number_in(claim: Any) -> list[tuple[int, int]]:
    start, end = claim["mark_start"], claim["mark_end"]
    if start is None or end is None:
        return []
    return [(start, end)]
