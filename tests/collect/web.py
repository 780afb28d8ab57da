"""A small web for tests: a real HTTP server on loopback addresses, with pages given as data or as functions."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any, Self

from spiders.sources import Source

HTML = "text/html; charset=utf-8"


@dataclass
class Answer:
    """What a path answers. `cut` sends only so many bytes of the body that was announced."""

    body: bytes = b""
    mime: str = HTML
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    etag: bool = True
    cut: int | None = None


Page = Answer | bytes | str | Callable[["Request"], Answer]


@dataclass(frozen=True)
class Request:
    """What was asked, as the server saw it."""

    method: str
    path: str
    headers: dict[str, str]
    status: int = 0
    handler: Any = None


class Web:
    """`with Web({"/feed": ...}) as web: web.url`; `pages` may be changed at any time, `asked` lists the requests."""

    def __init__(self, pages: Mapping[str, Page] | None = None, host: str = "127.0.0.1") -> None:
        self.pages: dict[str, Page] = dict(pages or {})
        self.asked: list[Request] = []
        web = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                web.answer(self)

            def log_message(self, format: str, *args: Any) -> None:
                pass

        self.server = ThreadingHTTPServer((host, 0), Handler)
        self.server.daemon_threads = True
        self.server.handle_error = lambda *args: None  # type: ignore[method-assign]
        self.port = self.server.server_port
        self.url = f"http://{host}:{self.port}"

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        headers = {name.lower(): value for name, value in handler.headers.items()}
        request = Request(handler.command, handler.path, headers, handler=handler)
        page = self.pages.get(handler.path) or self.pages.get(handler.path.split("?")[0])
        if callable(page):
            page = page(request)
        if page is None:
            page = Answer(b"<h1>Not found</h1>", status=404)
        if not isinstance(page, Answer):
            page = Answer(page.encode() if isinstance(page, str) else page)
        tag = f'"{hashlib.sha1(page.body).hexdigest()[:12]}"'
        status = 304 if page.etag and page.status == 200 and headers.get("if-none-match") == tag else page.status
        self.asked.append(Request(handler.command, handler.path, headers, status))
        handler.send_response(status)
        if page.etag and page.status == 200:
            handler.send_header("ETag", tag)
        if status == 304:
            handler.end_headers()
            return
        for name, value in page.headers.items():
            handler.send_header(name, value)
        handler.send_header("Content-Type", page.mime)
        handler.send_header("Content-Length", str(len(page.body)))
        handler.end_headers()
        handler.wfile.write(page.body[: page.cut])
        if page.cut is not None:
            handler.close_connection = True

    def times(self, path: str) -> int:
        """How often a path was asked for."""
        return sum(request.path == path for request in self.asked)

    def __enter__(self) -> Self:
        Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.server.shutdown()
        self.server.server_close()


def article(title: str, text: str = "") -> str:
    """A plain page."""
    return f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1><p>{text or title}</p></article>"


def rss(*items: tuple[str, str], extra: str = "") -> Answer:
    """An RSS feed of (address, title) items."""
    entries = "".join(
        f"<item><link>{url}</link><title>{title}</title><pubDate>Wed, 15 Jan 2025 22:30 -0500</pubDate>{extra}</item>"
        for url, title in items
    )
    body = f'<?xml version="1.0"?><rss version="2.0"><channel><title>Feed</title>{entries}</channel></rss>'
    return Answer(body.encode(), "application/rss+xml")


def sitemap(*pages: tuple[str, str | None]) -> Answer:
    """A sitemap of (address, lastmod) pages."""
    entries = "".join(
        f"<url><loc>{url}</loc>{f'<lastmod>{when}</lastmod>' if when else ''}</url>" for url, when in pages
    )
    body = f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{entries}</urlset>'
    return Answer(body.encode(), "application/xml")


def source(kind: str, url: str | None = None, id: str | None = None, **values: Any) -> Source:
    """A source that asks as fast as it can, as loopback servers allow."""
    values.setdefault("contact", "desk@example.org")
    return Source(id=id or kind, name=id or kind, kind=kind, url=url, **values)
