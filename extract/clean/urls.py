"""One address for one piece of coverage: mirrors, AMP, mobile and print versions and tracking parameters undone."""

from __future__ import annotations

import re
from functools import cache
from ipaddress import ip_address
from urllib.parse import parse_qsl, unquote, urlencode, urljoin, urlsplit, urlunsplit

from lxml.html import HtmlElement

from extract.clean.vocabulary import addresses

# A path segment that is an address in hexadecimal, as some proxies write it: "http" is 68747470.
_HEX_ADDRESS = re.compile(r"^(?:[\w]*-)?(68747470(?:73)?3a2f2f(?:[0-9a-f]{2})+)$", re.IGNORECASE)
_ARCHIVE_COPY = re.compile(r"^/web/\d{4,14}(?:[a-z]{2}_)?/(https?:/{1,2}.+)$")
_SECOND_LEVEL = frozenset({"ac", "co", "com", "edu", "gov", "govt", "net", "org", "or", "ne", "state", "k12"})


def canonical_url(url: str, html: HtmlElement | None = None) -> str:
    """The address that an article is known by.

    `html` is the parsed page: its rel=canonical, else its og:url, is taken where it stays on the same site (a copy's
    pointer to another outlet does not make the copy that outlet's article) and does not point to a front page.
    """
    own = _tidy(unwrap(url))
    for said in _said(html):
        there = _tidy(unwrap(urljoin(own, said.strip())))
        if _believable(there, own):
            return there
    return own


def unwrap(url: str) -> str:
    """The address inside a mirror's, cache's or archive's own address; the same address where there is none."""
    for _ in range(3):  # a cached copy of a mirrored page
        inner = _inner(url)
        if inner is None or inner == url:
            return url
        url = inner
    return url


def site(url: str) -> str:
    """The registrable domain ("news.example.co.uk" -> "example.co.uk"); host and port for a bare IP address."""
    parts = urlsplit(url)
    host = (parts.hostname or "").lower()
    try:
        ip_address(host)
    except ValueError:
        labels = host.split(".")
        keep = 3 if len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in _SECOND_LEVEL else 2
        return ".".join(labels[-keep:])
    return parts.netloc


def _inner(url: str) -> str | None:
    parts = urlsplit(url)
    host, path = (parts.hostname or "").lower(), parts.path
    segments = path.split("/")
    for index, segment in enumerate(segments):
        if match := _HEX_ADDRESS.match(segment):
            origin = bytes.fromhex(match[1]).decode("utf-8", "replace")
            rest = "/".join(segments[index + 1 :])
            joined = f"{origin.rstrip('/')}/{rest}" if rest else origin
            return joined + (f"?{parts.query}" if parts.query else "")
    if match := _ARCHIVE_COPY.match(path):
        inner = re.sub(r"^(https?):/+", r"\1://", match[1])
        return inner + (f"?{parts.query}" if parts.query else "")
    if host.endswith(".cdn.ampproject.org") or (host.startswith("www.google.") and path.startswith("/amp/")):
        match = re.match(r"^/(?:amp|[cvi](?:/s)?|amp/s)/(?:s/)?(.+)$", path)
        return f"https://{match[1]}" if match else None
    if host.endswith(".translate.goog"):
        # the translation proxy writes dots as single and hyphens as double hyphens
        origin = host.removesuffix(".translate.goog").replace("--", "\0").replace("-", ".").replace("\0", "-")
        query = urlencode([(k, v) for k, v in parse_qsl(parts.query) if not k.startswith("_x_tr")])
        return urlunsplit(("https", origin, path, query, ""))
    for name, value in parse_qsl(parts.query):
        if name.lower() in addresses().redirect_parameters and re.match(r"^https?://", unquote(value)):
            return unquote(value) if path.strip("/").lower() in addresses().redirect_paths else None
    return None


def _said(html: HtmlElement | None) -> list[str]:
    if html is None:
        return []
    found = html.xpath("//link[translate(@rel,'CANOIL','canoil')='canonical']/@href")
    found += html.xpath("//meta[@property='og:url' or @name='og:url']/@content")
    return [str(value) for value in found if str(value).strip()]


def _believable(there: str, own: str) -> bool:
    parts = urlsplit(there)
    if parts.scheme not in {"http", "https"} or site(there) != site(own):
        return False
    front = parts.path.strip("/") == "" and not parts.query
    return not front or urlsplit(own).path.strip("/") == ""


def _tidy(url: str) -> str:
    parts = urlsplit(url.strip())
    host = _desktop_host((parts.hostname or "").lower())
    port = parts.port if _has_port(parts.netloc) else None
    if port and (parts.scheme, port) not in {("http", 80), ("https", 443)}:
        host = f"{host}:{port}"
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    kept = [(k, v) for k, v in pairs if not _dropped(k, v)]
    query = parts.query if len(kept) == len(pairs) else urlencode(kept)
    return urlunsplit((parts.scheme.lower(), host, _plain_path(parts.path), query, ""))


def _has_port(netloc: str) -> bool:
    return re.search(r":\d{1,5}$", netloc) is not None


def _desktop_host(host: str) -> str:
    labels = host.split(".")
    if len(labels) > 2 and labels[0] in addresses().mobile_hosts:
        rest = ".".join(labels[1:])
        return f"www.{rest}" if site(f"//{rest}") == rest else rest
    if len(labels) > 3 and labels[1] == "m":  # en.m.example.org
        return ".".join([labels[0], *labels[2:]])
    return host


def _plain_path(path: str) -> str:
    for pattern in _version_paths():
        shorter = pattern.sub("", path)
        if shorter != path and shorter.strip("/"):
            path = shorter if shorter.startswith("/") else f"/{shorter}"
    return path or "/"


@cache
def _version_paths() -> list[re.Pattern[str]]:
    return [re.compile(pattern, re.IGNORECASE) for pattern in addresses().version_paths]


@cache
def _tracking() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in addresses().tracking_parameters), re.IGNORECASE)


def _dropped(name: str, value: str) -> bool:
    if _tracking().fullmatch(name):
        return True
    versions = addresses().version_parameters
    return value.lower() in versions.get(name.lower(), ())
