"""A fast local site for crawl benchmarks, in a process of its own: `python -m tests.bench._site HOSTS PAGES SIZE WAIT`

Serves `/sitemap.xml` and `/page/N.html` on 127.0.0.1 to 127.0.0.HOSTS, all on one port, which it prints; a page of
about SIZE bytes comes after WAIT seconds. Pages bear an ETag; a request that names it gets a 304.
"""

from __future__ import annotations

import asyncio
import random
import sys
from email.utils import formatdate
from typing import ClassVar

WORDS = """
sheriff office county jail council hearing budget road school library river bridge market garden weather ferry station
museum theater clinic harbor village report figure letter request answer number officer clerk mayor judge court record
morning evening winter summer said asked told found built opened closed moved read wrote kept made
""".split()  # noqa: SIM905


class Site(asyncio.Protocol):
    """HTTP/1.1 with kept connections, as little as a client needs."""

    pages = 0
    size = 0
    wait = 0.0
    made: ClassVar[dict[str, bytes]] = {}

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = transport
        self.data = b""

    def data_received(self, data: bytes) -> None:
        self.data += data
        while b"\r\n\r\n" in self.data:
            head, self.data = self.data.split(b"\r\n\r\n", 1)
            lines = head.decode("latin-1").split("\r\n")
            headers = {k.lower(): v for k, _, v in (line.partition(": ") for line in lines[1:])}
            answer = self.answer(lines[0].split(" ")[1], headers)
            if self.wait:
                asyncio.get_running_loop().call_later(self.wait, self.transport.write, answer)  # type: ignore[attr-defined]
            else:
                self.transport.write(answer)  # type: ignore[attr-defined]

    def answer(self, path: str, headers: dict[str, str]) -> bytes:
        host = headers.get("host", "")
        if path == "/sitemap.xml":
            body = "".join(f"<url><loc>http://{host}/page/{n}.html</loc></url>" for n in range(self.pages))
            return self.respond(f"<urlset>{body}</urlset>".encode(), "application/xml", '"map"')
        if path.startswith("/page/"):
            tag = f'"{path}"'
            if headers.get("if-none-match") == tag:
                return f"HTTP/1.1 304 Not Modified\r\nETag: {tag}\r\nDate: {formatdate(usegmt=True)}\r\n\r\n".encode()
            body = self.made.get(host + path) or self.made.setdefault(host + path, page(host, path, self.size))
            return self.respond(body, "text/html; charset=utf-8", tag)
        return b"HTTP/1.1 404 Not Found\r\nContent-Type: text/plain\r\nContent-Length: 0\r\n\r\n"

    def respond(self, body: bytes, mime: str, tag: str) -> bytes:
        head = f"HTTP/1.1 200 OK\r\nContent-Type: {mime}\r\nContent-Length: {len(body)}\r\nETag: {tag}\r\n"
        return f"{head}Date: {formatdate(usegmt=True)}\r\n\r\n".encode() + body


def page(host: str, path: str, size: int) -> bytes:
    """A page of about `size` bytes whose words are its own: two pages share no sentence."""
    rng = random.Random(f"{host}{path}")
    text = ""
    while len(text) < size:
        text += "<p>" + " ".join(rng.choices(WORDS, k=60)).capitalize() + ".</p>\n"
    return (
        f"<html><head><title>Report {path}</title></head><body><nav><a href=/>Home</a></nav><article>"
        f"<h1>Report {path}</h1>{text}</article></body></html>"
    ).encode()


async def serve(hosts: int) -> None:
    loop = asyncio.get_running_loop()
    first = await loop.create_server(Site, "127.0.0.1", 0)
    port = first.sockets[0].getsockname()[1]
    for n in range(2, hosts + 1):
        await loop.create_server(Site, f"127.0.0.{n}", port)
    print(port, flush=True)
    await loop.run_in_executor(None, sys.stdin.read)


if __name__ == "__main__":
    Site.pages = int(sys.argv[2])
    Site.size, Site.wait = int(sys.argv[3]), float(sys.argv[4])
    asyncio.run(serve(int(sys.argv[1])))
