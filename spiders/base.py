"""The spider that every kind of source is: asks a place what is new, remembers what it named, fetches those pages.

A kind is a subclass with one method, `find`, that yields requests made by `ask`, and callbacks that turn an answer into
`Found` links. Nothing is extracted here: a page's bytes are kept by the middlewares and read in a later, repeatable
step.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

from scrapy import Request, Spider
from scrapy.http import Response
from twisted.python.failure import Failure

from db.archive import Link, Visit, now
from spiders import urls
from spiders.middlewares import SAME_PAGE, Stopped
from spiders.outcomes import BLOCKED
from spiders.reasons import FORBIDDEN, reason_of
from spiders.safety import refused_names
from spiders.session import Session
from spiders.sources import Source


class FormatError(ValueError):
    """An answer that is not what it should be; the text says what it is instead."""


@dataclass(frozen=True)
class Found:
    """A page that a source names: address, and what the source says of it."""

    url: str
    title: str | None = None
    summary: str | None = None
    date: str | None = None
    """When it was published, as the source says: an ISO date."""
    lastmod: str | None = None


Parse = Callable[[Response], Iterable[Found | Request]]


class SourceSpider(Spider):
    """One source in one run."""

    name = "source"

    def __init__(self, source: Source, session: Session, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.source = source
        self.session = session
        self.tally = session.tally(source.id)
        self.over: str = ""
        """Why nothing more is asked, once that is so."""
        self._left = source.limit
        self._asking = 0
        self.words = [_word(word) for word in source.match]

    async def start(self) -> AsyncIterator[Request]:
        """What the source names now, then what is left from earlier runs, then follow-up visits."""
        known = list(self.session.reader.due(self.source.id, now(), self.session.revisit))
        for request in self.find():
            yield request
        # News first: what is left over gets what today's links leave of the limit.
        while self._asking and not self.over:
            await asyncio.sleep(0.02)
        for request in self._known(row for row in known if not row["first_fetched"]):
            yield request
        for request in self._known(row for row in known if row["first_fetched"]):
            yield request

    def find(self) -> Iterator[Request]:
        """The requests that ask the source what there is."""
        raise NotImplementedError

    def ask(self, url: str, parse: Parse, *, headers: dict[str, str] | None = None, **meta: Any) -> Request:
        """A request whose answer names pages; asked conditionally where it answered before."""
        self._asking += 1
        memory = self.session.reader.remember(url)
        conditions = self.session.conditions(memory)
        return Request(
            url,
            callback=self._answered,
            errback=self._failed,
            headers={**conditions, **(headers or {})},
            cb_kwargs={"parse": parse},
            meta={"role": "finding", "asked": url, **meta},
            priority=20,
            dont_filter=True,
        )

    def follow(self, found: Iterable[Found], base: str) -> Iterator[Request]:
        """Remembers the links that matter, and asks for those that are new, up to the source's limit."""
        for item in found:
            try:
                url = urls.identity(urljoin(base, item.url.strip()))
            except ValueError:
                self.session.problem(self.source.id, item.url, "no address", "the source names no http address")
                continue
            self.tally.found += 1
            if not self.matches(item, url):
                self.tally.skipped += 1
                continue
            memory = self.session.reader.remember(url)
            self.session.link(Link(url, self.source.id, now(), item.title, item.date, item.lastmod))
            if memory is None or _newer(item.lastmod, memory):
                yield from self.page(url, memory, date=item.date)

    def page_meta(self) -> dict[str, Any]:
        """Extra meta of page requests; sources whose pages need a browser say so here."""
        if not self.source.javascript:
            return {}
        return {"playwright": True, "playwright_page_goto_kwargs": {"wait_until": "networkidle"}}

    def _known(self, rows: Iterable[dict[str, Any]]) -> Iterator[Request]:
        for row in rows:
            yield from self.page(row["url"], row, date=row["feed_date"])

    def page(self, url: str, memory: dict[str, Any] | None, *, date: str | None) -> Iterator[Request]:
        """The request for a page, unless the run has asked for it already or the source's limit is reached."""
        fresh = memory is None or not memory["first_fetched"]
        if (fresh and self._left <= 0) or (self.session.only_look and url not in self.source.urls):
            return
        if not self.session.claim(url):
            return
        self._left -= fresh
        self.tally.tried += 1
        yield Request(
            url,
            callback=self._kept,
            errback=self._failed,
            # A browser asks in its own way; whether its page has changed is told by the digest.
            headers={} if self.source.javascript else self.session.conditions(memory),
            meta={"role": "page", "found_url": url, "feed_date": date, **self.page_meta()},
            priority=10 if fresh else 0,
            dont_filter=True,
        )

    def _answered(self, response: Response, parse: Parse) -> Iterator[Request]:
        try:
            yield from self._read(response, parse)
        finally:
            self._asking -= 1

    def _read(self, response: Response, parse: Parse) -> Iterator[Request]:
        asked = response.meta["asked"]
        if response.status == 304:
            self.tally.answered += 1
            self.tally.unmodified += 1
            self._remember(response, asked)
            return
        if response.status != 200 or response.meta.get("outcome") in ("challenge", "consent"):
            pause = response.headers.get("Retry-After")
            self.give_up(asked, _status_reason(response), f"Retry-After: {pause.decode('latin-1')}" if pause else "")
            return
        links: list[Found] = []
        final = True
        try:
            for item in parse(response):
                if isinstance(item, Request):
                    final = False
                    yield item
                else:
                    links.append(item)
        except FormatError as error:
            final = False
            self.give_up(asked, "unreadable answer", str(error))
        else:
            self.tally.answered += 1
        yield from self.follow(links, response.url)
        # After the links: an answer may only be "not modified" once what it named is written down. One that leads to
        # others (an index, a first page) is asked for in full each time: they may change when it does not.
        if final:
            self._remember(response, asked)

    def _remember(self, response: Response, asked: str) -> None:
        etag, modified = response.headers.get("ETag"), response.headers.get("Last-Modified")
        self.session.visit(
            Visit(
                asked, self.source.id, now(), "good", response.status, "finding",
                etag.decode("latin-1") if etag else None, modified.decode("latin-1") if modified else None, "finding",
            )
        )  # fmt: skip

    def _kept(self, response: Response) -> None:
        """A page: its bytes are kept already; here only what was wrong with it is noted."""
        kind = response.meta["outcome"]
        if kind in ("new", "not modified"):
            if response.body[:5] == b"%PDF-" and b"%%EOF" not in response.body[-2048:]:
                self.session.problem(self.source.id, response.url, "PDF without its end", "kept as it came")
            return
        url = response.meta["found_url"]
        self.tally.failed += 1
        self.tally.blocked += kind in BLOCKED
        self.session.problem(self.source.id, url, _status_reason(response), response.url if response.url != url else "")
        result = "gone" if kind == "gone" else "failed"
        self.session.visit(Visit(url, self.source.id, now(), result, response.status, kind))

    def _failed(self, failure: Failure) -> None:
        request: Request = failure.request  # type: ignore[attr-defined]
        self._asking -= request.meta.get("role") == "finding"
        if failure.check(Stopped):
            self.tally.reasons[str(failure.value)] += 1
            self.tally.tried -= request.meta.get("role") == "page"
            return
        reason, detail, final = reason_of(failure.value)
        if reason == "no such host" and (refused := refused_names.get(urls.host_of(request.url))):
            reason, detail, final = refused, "", True
        if request.meta.get("role") == "finding":
            self.give_up(request.meta["asked"], reason, detail)
            return
        url = request.meta["found_url"]
        if reason == SAME_PAGE:
            self.session.visit(Visit(url, self.source.id, now(), "good", None, "same page"))
            self.tally.tried -= 1
            return
        self.tally.failed += 1
        self.tally.refused += final
        self.session.problem(self.source.id, url, reason, detail)
        result = "forbidden" if reason == FORBIDDEN else "gone" if final else "failed"
        self.session.visit(Visit(url, self.source.id, now(), result, None, reason))

    def give_up(self, asked: str, reason: str, detail: str) -> None:
        """Notes that an answer which names pages could not be had or read."""
        self.tally.finding_failure = f"{reason}: {detail}" if detail else reason
        self.session.problem(self.source.id, asked, reason, detail)

    def matches(self, item: Found, url: str) -> bool:
        """Whether what the source says of a page holds one of its `match` words; all do, where it has none."""
        if not self.words:
            return True
        slug = re.sub(r"[-_/.+]+", " ", unquote(urlsplit(url).path))
        if item.title or item.summary:
            text = f"{item.title or ''} {item.summary or ''}"
            return any(word.search(text) for word in self.words) or any(word.search(slug) for word in self.words)
        # Without a title only an address that is made of words can say that a page is off the topic.
        return len(re.findall(r"[a-z]{3,}", slug)) < 3 or any(
            re.search(word.pattern, slug, re.IGNORECASE) for word in self.words
        )


def _status_reason(response: Response) -> str:
    kind = response.meta.get("outcome")
    if kind == "redirect":
        return f"redirect to scheme {urlsplit((response.headers.get('Location') or b'?').decode('latin-1')).scheme!r}"
    if kind in ("challenge", "consent", "empty"):
        return {"challenge": "challenge page", "consent": "consent page", "empty": "empty body"}[kind]
    return f"HTTP {response.status}"


def _newer(lastmod: str | None, memory: dict[str, Any]) -> bool:
    """Whether a sitemap's date says that a page known from earlier has changed since."""
    if not lastmod or not memory["first_fetched"]:
        return not memory["first_fetched"] and memory["due_at"] is not None
    return lastmod > (memory["lastmod"] or memory["last_fetched"][:10])


def _word(word: str) -> re.Pattern[str]:
    """A keyword as whole word; one in capitals ("ICE") is meant in capitals only."""
    return re.compile(rf"(?<!\w){re.escape(word)}(?!\w)", 0 if word.isupper() else re.IGNORECASE)
