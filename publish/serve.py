"""Builds the site over a claims database and serves it.

`site` gives a Datasette whose `.client` answers as the served site would; `serve` listens on a port and goes over to a
new claims database when one is put in the place of the old.
"""

from __future__ import annotations

import asyncio
import errno
import hashlib
import socket
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from importlib import import_module
from pathlib import Path
from typing import Any

import uvicorn
import yaml
from datasette.app import Datasette
from datasette.database import Database
from datasette.inspect import inspect_tables
from datasette.plugins import pm

from common.errors import Failure
from db.claims.schema import tables as published
from publish.database import NAME
from publish.reload import ReloadingSite

HERE = Path(__file__).parent
METADATA = HERE.parent / "metadata.yml"
PLUGINS = ("security", "pages", "templating", "cells", "exports", "errors", "large")
SETTINGS: dict[str, Any] = {
    "suggest_facets": False,  # two seconds a page at a million rows
    "num_sql_threads": 1,  # more threads under one interpreter lock only make each query slower
    "sql_time_limit_ms": 1000,
    "facet_time_limit_ms": 250,
    "default_page_size": 50,
    "max_returned_rows": 1000,
    "allow_csv_stream": True,
    "allow_download": False,  # the file's search index holds the words of whole articles, which are their publishers'
    "template_debug": False,
    "truncate_cells_html": 600,
}


def site(claims_path: Path, *, secret: str | None = None) -> Datasette:
    """The site over one claims database, opened as immutable.

    Failure where the file is missing or is no claims database.
    """
    claims_path = Path(claims_path)
    metadata = yaml.safe_load(METADATA.read_text(encoding="utf-8"))
    inspected = inspect(claims_path, metadata)
    _register_plugins()
    datasette = Datasette(
        inspect_data={NAME: inspected},
        metadata=metadata,
        template_dir=str(HERE / "templates"),
        static_mounts=[("static", str(HERE / "static"))],
        settings=SETTINGS,
        secret=secret,
    )
    datasette.remove_database("_memory")
    datasette.add_database(Database(datasette, str(claims_path), is_mutable=False), name=NAME)
    return datasette


def inspect(claims_path: Path, metadata: dict[str, Any] | None = None) -> dict[str, Any]:
    """Row counts and columns of every table, in the form of Datasette's inspect file, so that no page counts rows.

    Counted anew from the file at each start: an old inspect file would give wrong counts without a word.
    """
    if not claims_path.is_file():
        raise Failure(f"{claims_path}: no claims database there; make it with 'detainer-watch build'")
    try:
        with closing(sqlite3.connect(f"file:{claims_path}?immutable=1", uri=True)) as connection:
            connection.row_factory = sqlite3.Row
            tables = inspect_tables(connection, (metadata or {}).get("databases", {}).get(NAME, {}))
    except sqlite3.DatabaseError as error:
        raise Failure(f"{claims_path}: no claims database ({error}); make it with 'detainer-watch build'") from None
    missing = [
        f"{table.name}.{column}"
        for table in published().values()
        for column in table.names
        if column not in tables.get(table.name, {"columns": []})["columns"]
    ]
    if missing:
        raise Failure(f"{claims_path}: has no {missing[0]}: of another version; use 'detainer-watch build'")
    state = claims_path.stat()
    # Hashing a gigabyte takes seconds and nothing reads more from this than whether it is the same file.
    name = hashlib.sha256(f"{state.st_ino}/{state.st_size}/{state.st_mtime_ns}".encode()).hexdigest()
    return {"hash": name, "size": state.st_size, "file": str(claims_path), "tables": tables}


def serve(
    claims_path: Path,
    host: str = "127.0.0.1",
    port: int = 8001,
    *,
    listening: Callable[[str], None] | None = None,
) -> None:
    """Serves until interrupted; `listening` is told the address once the port is open (by default it is printed).

    A claims database that is put in place of this one is taken up within a second or two, without dropping a request.
    Failure, in one line with the remedy, where it cannot start: the port is in use, or there is no claims database.
    """
    with suppress(KeyboardInterrupt), closing(_listen(host, port)) as listener:
        app = ReloadingSite(Path(claims_path), site)
        address = f"http://{_printable(host)}:{listener.getsockname()[1]}/"
        (listening or _announce)(address)
        config = uvicorn.Config(app, log_level="warning", access_log=False, lifespan="on", server_header=False)
        # Closed, so that an interrupt before the loop has begun leaves no coroutine that nobody waited for.
        with closing(uvicorn.Server(config).serve(sockets=[listener])) as answering:
            asyncio.run(answering)


def _announce(address: str) -> None:
    print(f"serving {address} (Ctrl-C ends it)", flush=True)


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # asyncio sends small packets at once (TCP_NODELAY) only where the protocol is named: 40 ms a page.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen(128)
    except OSError as error:
        listener.close()
        raise Failure(_why_not(host, port, error)) from None
    except OverflowError:
        listener.close()
        raise Failure(f"port {port} is no port; give one from 1 to 65535 with --port") from None
    return listener


def _why_not(host: str, port: int, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"port {port} on {host} is in use; end what listens there, or give another with --port"
    if error.errno == errno.EACCES:
        return f"port {port} on {host} may not be opened by this user; give one above 1023 with --port"
    return f"cannot listen on {host} port {port} ({error.strerror or error}); give another with --host or --port"


def _printable(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _register_plugins() -> None:
    for name in PLUGINS:
        module = import_module(f"publish.plugins.{name}")
        if not pm.is_registered(module):
            pm.register(module, f"detainer-watch-{name}")
