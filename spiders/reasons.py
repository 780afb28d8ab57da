"""Why a request gave no answer, in few words: what Scrapy and Twisted raise, as a person would say it."""

from __future__ import annotations

from scrapy.exceptions import IgnoreRequest
from twisted.internet.error import (
    ConnectError,
    ConnectionRefusedError,
    DNSLookupError,
    TCPTimedOutError,
    TimeoutError,
)

FORBIDDEN = "forbidden by robots.txt"


def reason_of(error: BaseException | None) -> tuple[str, str, bool]:
    """A failed request's reason in few words, its detail, and whether asking again is pointless."""
    text = str(error)
    if isinstance(error, IgnoreRequest):
        if "robots.txt" in text:
            return FORBIDDEN, "", True
        if "max redirections" in text:
            return "endless redirects", text, True
        if "decompression" in text:
            return "too large", text, True
        if text.startswith("refused: "):
            return text.removeprefix("refused: "), "", True
        return text or "stopped", "", False
    name = type(error).__name__
    if "certificate verify failed" in text:
        return "certificate not trusted", "nobody known vouches for it, or it is out of date", False
    if "Cancelled" in name:
        return "too large", text, True
    if "DataLoss" in name:
        return "truncated body", text, False
    if "Timeout" in name or isinstance(error, (TimeoutError, TCPTimedOutError)):
        return "timeout", text, False
    if isinstance(error, DNSLookupError) or "Resolve" in name or "DNS" in name:
        return "no such host", text, False
    if isinstance(error, (ConnectError, ConnectionRefusedError)) or "Connection" in name:
        return "no connection", text, False
    return f"{name}", text, False
