"""What every request and answer passes: who may be asked, with which manners, and that each answer is kept.

Order, from the engine to the network: Guard, Robots, Manners (which also retries), redirects, Keep, decompression. Keep
stands below redirects and retries, so each single answer is archived, and above decompression, so its body is decoded.
"""

from __future__ import annotations

import asyncio
import time
from email.utils import parsedate_to_datetime
from typing import Any, Self

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.retry import RetryMiddleware
from scrapy.downloadermiddlewares.robotstxt import RobotsTxtMiddleware
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response
from scrapy.robotstxt import RobotParser

from db.archive import Capture, Exchange, Visit, now
from spiders import urls
from spiders.outcomes import outcome
from spiders.safety import refused_names
from spiders.session import Session

MAX_RETRY_AFTER = 120.0
"""A host that asks for a longer pause is left alone for the rest of the run."""
MAX_CRAWL_DELAY = 60.0


SAME_PAGE = "leads to a page that is asked for anyway"


class Stopped(IgnoreRequest):
    """The source's time or patience is over."""


class Part:
    """What the middlewares share: the crawler, and through it the session and the source."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)

    @property
    def spider(self) -> Any:
        return self.crawler.spider

    @property
    def session(self) -> Session:
        return self.spider.session


class Guard(Part):
    """Refuses addresses that are not asked, and everything once the source's time is over."""

    def process_request(self, request: Request) -> None:
        if self.session.recorder.failure is not None:
            raise Stopped("the archive cannot be written")
        if self.spider.over:
            raise Stopped(self.spider.over)
        try:
            urls.check(request.url, allow_private=self.session.allow_private)
        except urls.Refused as refused:
            raise IgnoreRequest(str(refused)) from None
        if request.meta.get("redirect_times") and request.meta.get("role") == "page":
            if request.meta.get("claimed") != request.url:
                if not self.session.claim(urls.identity(request.url)):
                    raise IgnoreRequest(SAME_PAGE)
                request.meta["claimed"] = request.url
            # Where a redirect leads is remembered by its own name, and asked with its own conditions.
            for name in ("If-None-Match", "If-Modified-Since"):
                request.headers.pop(name, None)
            for name, value in self.session.conditions(self.session.reader.remember(request.url)).items():
                request.headers[name] = value


class Robots(RobotsTxtMiddleware):
    """Scrapy's own, with RFC 9309's rule that a robots.txt which cannot be had (5xx, 429) forbids the whole host."""

    async def _parse_robots(self, response: Response, netloc: str, request: Request) -> None:
        if response.status >= 500 or response.status == 429:
            response = response.replace(body=b"User-agent: *\nDisallow: /\n")
        elif response.status >= 400:
            response = response.replace(body=b"")
        await super()._parse_robots(response, netloc, request)


class Manners(RetryMiddleware):
    """Retries with the pause that the server asks for (Retry-After), and Crawl-delay, which Scrapy does not act on."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler.settings)
        self.crawler = crawler
        self._paused: dict[str, float] = {}
        self._delayed: set[str] = set()
        crawler.signals.connect(self._robots, signals.robots_parsed)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)

    async def process_request(self, request: Request) -> None:
        host = urls.host_of(request.url)
        if host in self._delayed:
            request.meta["autothrottle_dont_adjust_delay"] = True
        until = self._paused.get(host)
        while until is not None and (wait := until - time.monotonic()) > 0:
            if wait > MAX_RETRY_AFTER:
                raise IgnoreRequest(f"host asked for a pause of {wait:.0f} s")
            await asyncio.sleep(min(wait, 1.0))
            if self.crawler.spider.over:  # type: ignore[union-attr]
                raise Stopped(self.crawler.spider.over)  # type: ignore[union-attr]
            until = self._paused.get(host)

    def process_response(self, request: Request, response: Response) -> Request | Response:  # type: ignore[override]
        if response.status in (429, 503):
            pause = retry_after(response.headers.get("Retry-After"))
            if pause is None and response.status == 429:
                pause = 2.0 ** (1 + request.meta.get("retry_times", 0))
            if pause:
                host = urls.host_of(request.url)
                self._paused[host] = max(self._paused.get(host, 0), time.monotonic() + pause)
                if pause > MAX_RETRY_AFTER:
                    return response
        return super().process_response(request, response)

    def process_exception(self, request: Request, exception: Exception) -> Request | Response | None:  # type: ignore[override]
        if urls.host_of(request.url) in refused_names:
            return None
        return super().process_exception(request, exception)

    def _robots(self, robotparser: RobotParser, request: Request) -> None:
        agent = self.crawler.settings["ROBOTSTXT_USER_AGENT"]
        delay = getattr(robotparser, "rp", None) and robotparser.rp.crawl_delay(agent)  # type: ignore[attr-defined]
        if not delay or (urls.is_loopback(urls.host_of(request.url)) and delay > 1):
            return
        host, delay = urls.host_of(request.url), min(float(delay), MAX_CRAWL_DELAY)
        downloader = self.crawler.engine.downloader
        downloader.per_slot_settings[host] = {"delay": delay, "concurrency": 1, "jitter": 0.0}
        if slot := downloader.slots.get(host):
            slot.delay, slot.concurrency = max(slot.delay, delay), 1
        self._delayed.add(host)


class Keep(Part):
    """Hands every answer to the recorder: pages with what is to be remembered of them, in the same transaction."""

    async def process_response(self, request: Request, response: Response) -> Response:
        # What the resolver let through came from where it said; a browser resolves names and follows redirects itself.
        if response.ip_address and (
            kind := urls.forbidden(str(response.ip_address), allow_private=self.session.allow_private)
        ):
            raise IgnoreRequest(f"refused: {kind} address {response.ip_address}")
        recorder = self.session.recorder
        await recorder.room()
        at, source = now(), self.spider.source.id
        headers = [(k.decode("latin-1"), v.decode("latin-1")) for k, vs in response.headers.items() for v in vs]
        low = {name.lower(): value for name, value in headers}
        if request.meta.get("playwright"):
            headers.append(("X-Archive-Rendered", "the page as it stood after its scripts had run"))
        role = request.meta.get("role") or ("robots" if request.url.endswith("/robots.txt") else "finding")
        kind = outcome(response.status, low, response.body, urls.host_of(request.url))
        found = request.meta.get("found_url")
        request.meta["outcome"] = kind
        visit = None
        if role == "page" and kind in ("new", "not modified"):
            visit = _visit(request.url, source, at, response.status, kind, low)
            if found and found != request.url:
                recorder.visit(_visit(found, source, at, response.status, kind, {}))
        recorder.capture(
            Capture(
                Exchange(
                    request.url, at, response.status, headers, response.body,
                    [(k.decode("latin-1"), _shown(k, v)) for k, vs in request.headers.items() for v in vs],
                    request.method, str(response.ip_address) if response.ip_address else None,
                ),
                source, self.session.run, role, kind, low.get("content-type"), request.meta.get("feed_date"),
                found if found != request.url else None, visit,
            )
        )  # fmt: skip
        return response


def _shown(name: bytes, value: bytes) -> str:
    """A request header as archived: access tokens stay out of the archive."""
    return "(withheld)" if name.lower() == b"authorization" else value.decode("latin-1")


def _visit(url: str, source: str, at: str, status: int, kind: str, low: dict[str, str]) -> Visit:
    return Visit(url, source, at, "good", status, kind, low.get("etag"), low.get("last-modified"))


def retry_after(header: bytes | None) -> float | None:
    """Seconds that a Retry-After header asks for (a number or a date); None where it says nothing usable."""
    text = (header or b"").decode("latin-1").strip()
    if text.isdigit():
        return float(text)
    try:
        return max(0.0, parsedate_to_datetime(text).timestamp() - time.time()) if text else None
    except (TypeError, ValueError):
        return None
