"""Pages that are nothing without their scripts: a browser, only for sources that say `javascript: true`.

The browser is the system's Chromium, driven by scrapy-playwright (the extra `browser`). It is kept from private
addresses like everything else, also for what a page asks for by itself.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import socket
from importlib.util import find_spec
from typing import Any

from spiders import urls

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
HANDLER = "scrapy_playwright.handler.ScrapyPlaywrightDownloadHandler"


def lacking() -> str | None:
    """What is not there that `javascript: true` needs, with the remedy; None where all is."""
    if find_spec("scrapy_playwright") is None:
        return "javascript: true needs the browser extra; install detainer-watch[browser]"
    if executable() is None:
        return f"javascript: true needs a browser; install one of: {', '.join(NAMES)}"
    return None


def executable() -> str | None:
    """The path of the browser: `DETAINER_WATCH_BROWSER`, or the first known name that is installed."""
    return os.environ.get("DETAINER_WATCH_BROWSER") or next(
        (path for name in NAMES if (path := shutil.which(name))), None
    )


def settings(timeout: float, *, allow_private: bool) -> dict[str, Any]:
    """Scrapy's settings for a source whose pages need a browser; `timeout` in seconds."""

    async def refused(request: Any) -> bool:
        return await asyncio.to_thread(leads_astray, request.url, allow_private)

    return {
        "DOWNLOAD_HANDLERS": {"http": HANDLER, "https": HANDLER},
        "PLAYWRIGHT_BROWSER_TYPE": "chromium",
        "PLAYWRIGHT_LAUNCH_OPTIONS": {
            "executable_path": executable(),
            # Chromium refuses its sandbox to root; any other user has it.
            "args": ["--no-sandbox"] if os.geteuid() == 0 else [],
        },
        "PLAYWRIGHT_MAX_PAGES_PER_CONTEXT": 2,
        "PLAYWRIGHT_DEFAULT_NAVIGATION_TIMEOUT": timeout * 1000,
        "PLAYWRIGHT_ABORT_REQUEST": refused,
    }


def leads_astray(url: str, allow_private: bool) -> bool:
    """Whether a request of the browser is kept from going out: by its address, or by what its host name resolves to."""
    if url.startswith(("data:", "blob:", "about:")):
        return False
    try:
        urls.check(url, allow_private=allow_private)
        found = socket.getaddrinfo(urls.host_of(url), None, type=socket.SOCK_STREAM)
    except (urls.Refused, OSError):
        return True
    return any(urls.forbidden(str(address[4][0]), allow_private=allow_private) for address in found)
