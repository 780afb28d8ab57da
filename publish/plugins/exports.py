"""What leaves the site as a file or feed: CSV that no spreadsheet runs, feeds that may be empty, absolute links."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, MutableMapping
from datetime import UTC, datetime
from typing import Any

from datasette import hookimpl
from datasette.utils.asgi import Response
from datasette_atom import can_render_atom, render_atom
from datasette_copyable import render_copyable
from feedgen.feed import FeedGenerator

Message = MutableMapping[str, Any]

# A spreadsheet takes a cell that begins so for a formula. A tab or return before the sign does not help it.
_FORMULA = re.compile(r"[\t\r ]*[=+\-@]")
_PLAIN_NUMBER = re.compile(r"[+-]?(\d[\d,]*(\.\d*)?|\.\d+)(e[+-]?\d+)?%?", re.IGNORECASE)


def harmless(cell: str) -> str:
    """A cell that a spreadsheet shows as text: an apostrophe before what it would take for a formula."""
    if _FORMULA.match(cell) and not _PLAIN_NUMBER.fullmatch(cell):
        return "'" + cell
    return cell


class CsvGuard:
    """Makes the cells of a CSV stream harmless as it passes, row by row."""

    def __init__(self) -> None:
        self._rest = ""
        self._quotes = 0

    def feed(self, text: str) -> str:
        """What can be sent after this piece: all rows that are whole."""
        self._rest += text
        whole = self._last_row_end()
        rows, self._rest = self._rest[:whole], self._rest[whole:]
        return self._guarded(rows)

    def end(self) -> str:
        """What is left at the end of the stream."""
        rows, self._rest = self._rest, ""
        return self._guarded(rows)

    def _last_row_end(self) -> int:
        # A line ends a row where the quotes before it are paired.
        position, end, quotes = 0, 0, 0
        while (line_end := self._rest.find("\n", position)) != -1:
            quotes += self._rest.count('"', position, line_end)
            position = line_end + 1
            if quotes % 2 == 0:
                end = position
        return end

    @staticmethod
    def _guarded(rows: str) -> str:
        if not rows:
            return ""
        out = io.StringIO()
        writer = csv.writer(out)
        for row in csv.reader(io.StringIO(rows, newline="")):
            writer.writerow([harmless(cell) for cell in row])
        return out.getvalue()


@hookimpl
def asgi_wrapper(datasette: Any) -> Callable[[Any], Any]:
    """Sends every CSV of the site through a `CsvGuard`."""

    def wrap(app: Any) -> Any:
        async def guarded(scope: Message, receive: Any, send: Any) -> None:
            if scope["type"] != "http" or not scope["path"].endswith(".csv"):
                await app(scope, receive, send)
                return
            guard, is_csv = CsvGuard(), False

            async def send_guarded(message: Message) -> None:
                nonlocal is_csv
                if message["type"] == "http.response.start":
                    kind = dict(message.get("headers", [])).get(b"content-type", b"")
                    is_csv = message["status"] == 200 and kind.startswith((b"text/csv", b"text/plain"))
                elif is_csv:
                    body = guard.feed(bytes(message.get("body", b"")).decode("utf-8"))
                    if not message.get("more_body"):
                        body += guard.end()
                    message = {**message, "body": body.encode("utf-8")}
                await send(message)

            await app(scope, receive, send_guarded)

        return guarded

    return wrap


@hookimpl(trylast=True)
def register_output_renderer(datasette: Any) -> list[dict[str, Any]]:
    """Feeds and copied text, each by its library, with what the library lacks; last, so as to stand in its place."""
    return [
        {"extension": "atom", "render": feed, "can_render": can_render_atom},
        {"extension": "copyable", "render": copyable},
    ]


def feed(datasette: Any, request: Any, sql: str, columns: list[str], rows: list[Any], database: str, table: str,
         query_name: str, view_name: str, data: dict[str, Any]) -> Response:  # fmt: skip
    """The rows as an Atom feed; an empty one where there are none yet (the library fails on that)."""
    if rows or not can_render_atom(columns):
        return render_atom(datasette, request, sql, columns, rows, database, table, query_name, view_name, data)
    empty = FeedGenerator()
    empty.id(request.url)
    empty.title(query_name or table or "Detainer Watch")
    empty.link(href=request.url, rel="self")
    empty.updated(datetime.fromtimestamp(0, UTC))
    return Response(empty.atom_str(pretty=True), content_type="application/xml; charset=utf-8")


async def copyable(datasette: Any, request: Any, rows: list[Any], columns: list[str], database: str, table: str,
                   query_name: str) -> Any:  # fmt: skip
    """The rows as text to paste into a sheet, with the same guard as the CSV."""
    safe = [[harmless(cell) if isinstance(cell, str) else cell for cell in row] for row in rows]
    return await render_copyable(safe, columns, request, datasette, database, table, query_name)


@hookimpl
def register_magic_parameters(datasette: Any) -> list[tuple[str, Callable[[str, Any], str]]]:
    """`:_site_address` in a canned query: the address of this site without its last slash, for links in feeds."""

    def site(key: str, request: Any) -> str:
        if key != "address":
            raise KeyError(key)
        return datasette.absolute_url(request, datasette.urls.instance()).rstrip("/")

    return [("site", site)]
