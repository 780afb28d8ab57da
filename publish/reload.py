"""Serves the newest claims database: when the file is replaced, later requests go to a site opened on the new one.

An immutable database is read through connections that hold the old file open, so that requests under way finish on
what they began with. The old site is closed once its last request has ended.
"""

from __future__ import annotations

import asyncio
import secrets
import sys
from collections.abc import Awaitable, Callable, MutableMapping
from pathlib import Path
from typing import Any, Protocol

from datasette.app import Datasette
from datasette.database import connections

from common.errors import Failure
from publish.database import NAME

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]


class MakeSite(Protocol):
    """Opens a site on a claims database."""

    def __call__(self, claims_path: Path, *, secret: str | None = None) -> Datasette: ...


class _Opened:
    """One site, and how many requests are under way in it."""

    def __init__(self, datasette: Datasette) -> None:
        self.datasette = datasette
        self.app = datasette.app()
        self.requests = 0
        self.retired = False
        self._hold()

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        self.requests += 1
        try:
            await self.app(scope, receive, send)
        finally:
            self.requests -= 1
            self.close_if_done()

    def _hold(self) -> None:
        """Opens the database now, as Datasette would at the first query: by then another file may have its path."""
        database = self.datasette.get_database(NAME)

        def hold() -> None:
            connection = database.connect()
            self.datasette._prepare_connection(connection, NAME)
            connection.execute("select 1 from sqlite_master limit 1").fetchone()
            setattr(connections, NAME, connection)

        self.datasette.executor.submit(hold).result()  # it has one thread, and each thread its connection

    def close_if_done(self) -> None:
        if self.retired and not self.requests:
            self.datasette.executor.shutdown(wait=False)
            for database in self.datasette.databases.values():
                database.close()


class ReloadingSite:
    """An ASGI application over the claims database at `claims_path`, whichever file stands there.

    `every` is how often the path is looked at, in seconds. A file that is no claims database is reported once on
    standard error and the site stays on the one before.
    """

    def __init__(self, claims_path: Path, make: MakeSite, every: float = 1.0) -> None:
        self.claims_path = claims_path
        self.every = every
        self._make = make
        self._secret = secrets.token_hex(32)
        self._seen = _signature(claims_path)
        self._current = _Opened(make(claims_path, secret=self._secret))
        self._watching: asyncio.Task[None] | None = None

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._lifespan(receive, send)
        else:
            await self._current(scope, receive, send)

    async def look(self) -> bool:
        """Takes up a replaced file; True where the site now stands on a new one."""
        signature = _signature(self.claims_path)
        if signature is None or signature == self._seen:
            return False
        self._seen = signature
        try:
            datasette = await asyncio.to_thread(self._make, self.claims_path, secret=self._secret)
            opened = _Opened(datasette)
            # The first page is asked for before anyone else can: a database that breaks it is not taken up.
            response = await datasette.client.get("/")
            if response.status_code != 200:
                raise Failure(f"{self.claims_path}: its first page answers {response.status_code}; build it anew")
        except Exception as error:  # whatever is wrong with the new one, the one before is whole
            print(f"still serving the database before: {error}", file=sys.stderr, flush=True)
            return False
        before, self._current = self._current, opened
        before.retired = True
        before.close_if_done()
        print(f"Serving the new {self.claims_path}", flush=True)
        return True

    async def _lifespan(self, receive: Receive, send: Send) -> None:
        while True:
            message = await receive()
            if message["type"] == "lifespan.startup":
                self._watching = asyncio.create_task(self._watch())
                await send({"type": "lifespan.startup.complete"})
            elif message["type"] == "lifespan.shutdown":
                if self._watching:
                    self._watching.cancel()
                await send({"type": "lifespan.shutdown.complete"})
                return

    async def _watch(self) -> None:
        while True:
            await asyncio.sleep(self.every)
            await self.look()


def _signature(path: Path) -> tuple[int, int, int] | None:
    """What tells one published file from another; None while there is none."""
    try:
        state = path.stat()
    except OSError:
        return None
    return state.st_ino, state.st_size, state.st_mtime_ns
