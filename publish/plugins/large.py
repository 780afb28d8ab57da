"""Large tables: a search in them is answered without counting all it finds.

Counting the hits of a common word among a million rows, once for the total and once for each facet, takes seconds of
the one thread that all readers share; the newest hits themselves take none. The site's own search page counts among
the newest only; this does the like for Datasette's table pages. A reader who asks for a facet by name still gets it.
"""

from __future__ import annotations

from collections.abc import Callable, MutableMapping
from typing import Any
from urllib.parse import parse_qsl

from datasette import hookimpl

from publish.database import NAME

LARGE = 200_000
"""Rows from which on a table is large."""


@hookimpl
def asgi_wrapper(datasette: Any) -> Callable[[Any], Any]:
    """Asks Datasette not to count where someone searches in a large table."""

    def wrap(app: Any) -> Any:
        async def guarded(scope: MutableMapping[str, Any], receive: Any, send: Any) -> None:
            if scope["type"] == "http" and _counts_for_long(datasette, scope["path"], scope.get("query_string", b"")):
                scope = {**scope, "query_string": scope["query_string"] + b"&_nocount=1&_nofacet=1"}
            await app(scope, receive, send)

        return guarded

    return wrap


def _counts_for_long(datasette: Any, path: str, query: bytes) -> bool:
    prefix = datasette.urls.database(NAME) + "/"
    counts = datasette.get_database(NAME).cached_table_counts or {}
    asked = {name for name, _ in parse_qsl(query.decode("latin-1"))}
    return (
        path.startswith(prefix)
        and (counts.get(path.removeprefix(prefix)) or 0) >= LARGE
        and any(name.startswith("_search") for name in asked)
        and not asked & {"_facet", "_nocount", "_nofacet"}
    )
