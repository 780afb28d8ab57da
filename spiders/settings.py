"""Scrapy's settings for one source: polite values are set here, since the library's own defaults are not polite.

Components that a collector of single pages has no use for (cookies, console, feeds of items, referrers) are switched
off; `start_requests`, gone since Scrapy 2.13, is nowhere used.
"""

from __future__ import annotations

from typing import Any

from spiders import browser
from spiders.sources import Source

VERSION = "0.1"
ROBOTS_NAME = "DetainerWatch"


def user_agent(contact: str) -> str:
    """Who asks, and whom to write to."""
    return f"{ROBOTS_NAME}/{VERSION} (news monitor; contact: {contact})"


def settings(source: Source, *, allow_private: bool = False) -> dict[str, Any]:
    """The settings of a crawl of this source."""
    middlewares: dict[str, Any] = {
        "spiders.middlewares.Guard": 90,
        "spiders.middlewares.Robots": 100,
        "spiders.middlewares.Manners": 550,
        "scrapy.downloadermiddlewares.redirect.RedirectMiddleware": 600,
        "spiders.middlewares.Keep": 605,
        "scrapy.downloadermiddlewares.httpcompression.HttpCompressionMiddleware": 610,
    }
    unused = ("offsite.Offsite", "httpauth.HttpAuth", "cookies.Cookies", "httpproxy.HttpProxy", "redirect.MetaRefresh",
              "httpcache.HttpCache", "stats.Downloader", "robotstxt.RobotsTxt",
              "retry.Retry")  # fmt: skip
    for name in unused:
        ending = "Stats" if name == "stats.Downloader" else "Middleware"
        middlewares[f"scrapy.downloadermiddlewares.{name}{ending}"] = None
    out: dict[str, Any] = {
        "USER_AGENT": user_agent(source.contact),
        "ROBOTSTXT_OBEY": True,
        "ROBOTSTXT_USER_AGENT": ROBOTS_NAME,
        "DOWNLOAD_DELAY": source.polite_delay,
        "AUTOTHROTTLE_ENABLED": source.autothrottle and source.polite_delay > 0,
        "AUTOTHROTTLE_START_DELAY": source.polite_delay,
        "AUTOTHROTTLE_TARGET_CONCURRENCY": 1.0,
        "AUTOTHROTTLE_MAX_DELAY": 30.0,
        # Without a delay Scrapy 2.19 may start a whole burst at a host before it counts the first: the total bounds it.
        "CONCURRENT_REQUESTS": max(8, source.concurrency) if source.polite_delay else source.concurrency,
        # So many tasks are made for what each callback gives, which is one list of requests at most.
        "CONCURRENT_ITEMS": 1,
        "CONCURRENT_REQUESTS_PER_DOMAIN": source.concurrency,
        "DOWNLOAD_TIMEOUT": source.timeout,
        "DOWNLOAD_MAXSIZE": source.max_bytes,
        "DOWNLOAD_WARNSIZE": 0,
        "DOWNLOAD_FAIL_ON_DATALOSS": True,
        # Scrapy's default believes any certificate; what is quoted as a publisher's words must be the publisher's.
        "DOWNLOAD_VERIFY_CERTIFICATES": True,
        "RETRY_TIMES": 2,
        "REDIRECT_MAX_TIMES": 8,
        "DEFAULT_REQUEST_HEADERS": {
            "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
            "Accept-Language": "en-US,en;q=0.8",
        },
        "DOWNLOADER_MIDDLEWARES": middlewares,
        "SPIDER_MIDDLEWARES": {
            f"scrapy.spidermiddlewares.{name}": None
            for name in (
                "httperror.HttpErrorMiddleware", "referer.RefererMiddleware", "depth.DepthMiddleware",
                "urllength.UrlLengthMiddleware",
            )
        },
        "EXTENSIONS": {
            f"scrapy.extensions.{name}": None
            for name in (
                "telnet.TelnetConsole", "remote_control.RemoteControl", "feedexport.FeedExporter", "logcount.LogCount",
                "logstats.LogStats", "memusage.MemoryUsage", "memdebug.MemoryDebugger", "spiderstate.SpiderState",
                "closespider.CloseSpider",
            )
        },
        # The remote control listens on a port and runs what it is sent.
        "REMOTE_CONTROL_ENABLED": False,
        "TELNETCONSOLE_ENABLED": False,
        "COOKIES_ENABLED": False,
        "HTTPPROXY_ENABLED": False,
        "TWISTED_REACTOR": "twisted.internet.asyncioreactor.AsyncioSelectorReactor",
        # First come, first served: what a sitemap names first is the newest.
        "SCHEDULER_MEMORY_QUEUE": "scrapy.squeues.FifoMemoryQueue",
        "STATS_DUMP": False,
        "WARN_ON_GENERATOR_RETURN_VALUE": False,
        "LOG_LEVEL": "INFO",
    }  # fmt: skip
    if source.kind == "gdelt" and not source.endpoint:
        out["DOWNLOAD_SLOTS"] = {"api.gdeltproject.org": {"delay": 6.0, "concurrency": 1, "jitter": 0.1}}
    if source.javascript:
        out |= browser.settings(source.timeout, allow_private=allow_private)
    return out
