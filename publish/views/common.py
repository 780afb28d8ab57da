"""What the views share: rendering, records that are gone, and figures dressed with their claims."""

from __future__ import annotations

from typing import Any

from datasette.app import Datasette
from datasette.utils import tilde_decode
from datasette.utils.asgi import NotFound, Request, Response

from publish import queries, wording
from publish.database import Claims, Row
from publish.plugins.errors import Gone

PAGES = {
    "claim": "claim",
    "figure": "figure",
    "dispute": "dispute",
    "agency": "agency",
    "official": "person",
    "jurisdiction": "place",
    "statute": "law",
}
"""The page of each kind of record that can be retired."""


async def render(datasette: Datasette, request: Request, template: str, **context: Any) -> Response:
    """One of the site's pages."""
    html = await datasette.render_template(template, context, request=request, view_name=template.removesuffix(".html"))
    return Response.html(html)


async def record(datasette: Datasette, request: Request, sql: str, what: str) -> Row:
    """The row that the address names. Gone where it was published once, NotFound where it never was."""
    claims = Claims(datasette)
    key = tilde_decode(request.url_vars["id"])
    row = await claims.one(sql, id=key)
    if row is not None:
        return row
    retired = await claims.one(queries.RETIRED, id=key)
    if retired is None:
        raise NotFound(f"No {what} here has the id “{key}”.")
    said = f" It said: “{retired['title']}”." if retired["title"] else ""
    reason = retired["reason"] or "no reason was kept"
    when = f" on {wording.day(retired['retired_at'])}" if retired["retired_at"] else ""
    replaced = retired["replaced_by"]
    successor = f"/-/{PAGES[retired['kind']]}/{replaced}" if replaced and retired["kind"] in PAGES else None
    raise Gone(
        f"This {what} was retired{when}: {reason.rstrip('.')}.{said}",
        datasette.urls.path(successor) if successor else None,
        datasette.urls.path(f"/-/article/{retired['article']}") if retired["article"] else None,
    )


def limited(request: Request, name: str, default: int, most: int) -> int:
    """A whole number from the address, within bounds; the default where it is none."""
    text = request.args.get(name) or ""
    return max(0, min(int(text), most)) if text.isascii() and text.isdigit() and len(text) < 16 else default
