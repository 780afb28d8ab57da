"""Errors as a reader should meet them: what is wrong, what to do next, and nothing of the machine's insides."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Awaitable, Callable, Generator
from http import HTTPStatus
from typing import Any

from datasette import hookimpl
from datasette.database import QueryInterrupted
from datasette.utils.asgi import Base400, Response
from datasette.views.base import DatasetteError

SLOW = "The question took longer than a second to answer. Ask for less: a rarer word, a place, a shorter list."
BROKEN = "Something broke while this page was made. It has been written to the log of the server."


class Gone(Base400):
    """A record that was published once and is no more."""

    status = 410

    def __init__(self, message: str, replaced_by: str | None = None, stood_in: str | None = None) -> None:
        super().__init__(message)
        self.links = {"What took its place": replaced_by, "The article it stood in": stood_in}


@hookimpl(hookwrapper=True)
def handle_exception(datasette: Any, request: Any, exception: Exception) -> Generator[None, Any, None]:
    """Takes the place of Datasette's own handler, which prints local variables and shows what Python said."""
    outcome = yield
    outcome.force_result([lambda: answer(datasette, request, exception)])


@hookimpl(tryfirst=True)
def forbidden(datasette: Any, request: Any, message: str) -> Callable[[], Awaitable[Response]]:
    """A page that is not for everyone."""

    async def inner() -> Response:
        return await _page(datasette, request, 403, "This page is not open to readers.")

    return inner


async def answer(datasette: Any, request: Any, exception: Exception) -> Response:
    """The response for an exception: JSON where JSON was asked for, else a page."""
    status, message = _explained(exception, request)
    if request.path.endswith(".json"):
        return Response.json({"ok": False, "error": message, "status": status}, status=status)
    return await _page(datasette, request, status, message, getattr(exception, "links", {}))


def _explained(exception: Exception, request: Any) -> tuple[int, str]:
    if isinstance(exception, QueryInterrupted):
        return 503, SLOW
    if isinstance(exception, DatasetteError):
        if exception.title == "SQL Interrupted":
            return 503, SLOW
        return exception.status or 500, str(exception.message)
    if isinstance(exception, Base400):
        message = str(exception.args[0]) if exception.args else ""
        return exception.status, "" if message == str(exception.status) else message
    print(f"error while answering {request.path}", file=sys.stderr)
    traceback.print_exception(exception)
    return 500, BROKEN


async def _page(
    datasette: Any, request: Any, status: int, message: str, links: dict[str, str | None] | None = None
) -> Response:
    context = {
        "status": status,
        "heading": _heading(status),
        "message": message,
        "links": {label: href for label, href in (links or {}).items() if href},
    }
    return Response.html(await datasette.render_template("error.html", context, request=request), status=status)


def _heading(status: int) -> str:
    known = {
        404: "There is no such page",
        410: "This record was retired",
        403: "Not open to readers",
        400: "That cannot be answered as asked",
        503: "That takes too long",
        500: "This page could not be made",
    }
    return known.get(status) or HTTPStatus(status).phrase
