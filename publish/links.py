"""Links that are safe to follow: addresses from the web are only ever http or https."""

from __future__ import annotations

from urllib.parse import urlsplit


def outside(url: str | None) -> str | None:
    """The address if it is one of the web (http, https, with a host), else None: nothing else becomes a link."""
    if not url:
        return None
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return None
    return url.strip() if parts.scheme.lower() in ("http", "https") and parts.netloc else None


def host(url: str | None) -> str:
    """The host of an address, without `www.`; empty where there is none."""
    try:
        return (urlsplit(url or "").hostname or "").removeprefix("www.")
    except ValueError:
        return ""
