"""A threaded HTTP server for the demo newsroom: real requests, real headers, on the loopback address only."""

from __future__ import annotations

from email.utils import format_datetime, parsedate_to_datetime
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from types import TracebackType
from typing import Any
from urllib.parse import urlsplit

from watch.newsroom import content
from watch.newsroom.content import Response


def sources(base: str) -> str:
    """The text of a `sources.yml` that watches the newsroom served at `base` (without a trailing slash)."""
    template = (Path(__file__).parent / "sources.yml").read_text(encoding="utf-8")
    return template.replace("{base}", base)


class Newsroom:
    """The newsroom as a server, for `with Newsroom() as room: ... room.url`.

    `day` is the day that is served: 1, or 2 when one publisher has changed a figure; `set_day` changes it later.
    `port` 0 takes any free one. Raises OSError when the port is taken.
    """

    def __init__(self, day: int = 1, port: int = 0, host: str = "127.0.0.1") -> None:
        self._server = _Server((host, port), _Handler)
        self.url = f"http://{host}:{self._server.server_port}"
        self.set_day(day)
        self._thread = Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)

    @property
    def requests(self) -> list[tuple[str, str, int]]:
        """What was asked so far: method, path, status."""
        return list(self._server.log)

    def set_day(self, day: int) -> None:
        self.day = day
        self._server.site = content.build(self.url, day)

    def start(self) -> Newsroom:
        self._thread.start()
        return self

    def stop(self) -> None:
        if self._thread.is_alive():
            self._server.shutdown()
            self._thread.join()
        self._server.server_close()

    def __enter__(self) -> Newsroom:
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, address: tuple[str, int], handler: type[BaseHTTPRequestHandler]) -> None:
        super().__init__(address, handler)
        self.site: dict[str, Response] = {}
        self.log: list[tuple[str, str, int]] = []

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that hangs up is no news."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "newsroom"
    sys_version = ""
    server: _Server

    def do_GET(self) -> None:
        self._answer(with_body=True)

    def do_HEAD(self) -> None:
        self._answer(with_body=False)

    def log_message(self, format: str, *args: Any) -> None:
        """Quiet: `Newsroom.requests` holds what was asked."""

    def _answer(self, with_body: bool) -> None:
        path = urlsplit(self.path).path
        response = self.server.site.get(path) or Response(b"<h1>Not found</h1>", status=HTTPStatus.NOT_FOUND)
        held = response.status == HTTPStatus.OK and self._has(response)
        status = HTTPStatus.NOT_MODIFIED if held else HTTPStatus(response.status)
        self.server.log.append((self.command, self.path, int(status)))
        self.send_response(status)
        if response.location:
            self.send_header("Location", response.location)
        if response.status == HTTPStatus.OK:
            self.send_header("ETag", response.etag)
            if response.modified:
                self.send_header("Last-Modified", format_datetime(response.modified, usegmt=True))
        if status is HTTPStatus.NOT_MODIFIED:
            self.end_headers()
            return
        self.send_header("Content-Type", response.content_type)
        self.send_header("Content-Length", str(len(response.body)))
        self.end_headers()
        if with_body:
            self.wfile.write(response.body[: response.cut_at])
        if response.cut_at is not None:
            self.close_connection = True

    def _has(self, response: Response) -> bool:
        """Whether the client says that it already holds this very body; the tag decides where both are given."""
        if tags := self.headers.get("If-None-Match"):
            return response.etag in [tag.strip().removeprefix("W/") for tag in tags.split(",")]
        if (since := self.headers.get("If-Modified-Since")) and response.modified:
            try:
                return response.modified.replace(microsecond=0) <= parsedate_to_datetime(since)
            except (TypeError, ValueError):
                return False
        return False
