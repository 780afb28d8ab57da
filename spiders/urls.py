"""Addresses: one name for one page at fetch time, and which addresses are never asked."""

from __future__ import annotations

import ipaddress
import re
import socket
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

SCHEMES = ("http", "https")

TRACKING = re.compile(
    r"^(utm_\w+|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_[ce]id|_hs(enc|mi)|mkt_tok|cmpid|smid|ftag|taid|"
    r"share(id)?|ncid|ocid|guce_\w+|at_(medium|campaign|custom\d)|xtor|__twitter_impression)$",
    re.IGNORECASE,
)
"""Query parameters that say where a reader came from, not what is read."""


class Refused(ValueError):
    """An address that is not asked, with the reason as its text."""


def identity(url: str) -> str:
    """The name under which a page is remembered: without fragment, tracking parameters, default port, upper-case host.

    ValueError where it is no absolute http or https address.
    """
    parts = urlsplit(url.strip())
    scheme, host = parts.scheme.lower(), (parts.hostname or "").rstrip(".")
    if scheme not in SCHEMES or not host:
        raise ValueError(f"no http address: {url[:200]}")
    port = parts.port
    if ":" in host:
        host = f"[{host}]"
    netloc = host if port in (None, 80 if scheme == "http" else 443) else f"{host}:{port}"
    query = parts.query
    if query and any(TRACKING.match(name) for name, _ in parse_qsl(query, keep_blank_values=True)):
        pairs = parse_qsl(query, keep_blank_values=True)
        query = urlencode([(name, value) for name, value in pairs if not TRACKING.match(name)])
    return urlunsplit((scheme, netloc, parts.path or "/", query, ""))


def host_of(url: str) -> str:
    """The host name, lower-case; empty where there is none."""
    return (urlsplit(url).hostname or "").lower()


def forbidden(address: str, *, allow_private: bool) -> str | None:
    """Why an IP address (as text) is not asked: `link-local`, `multicast`, `unspecified`, `private`; None where it is.

    Private and loopback addresses may be allowed; link-local ones, where machines in a cloud keep their secrets, never.
    """
    ip = _plain(ipaddress.ip_address(address.split("%", 1)[0]))
    for kind in ("link_local", "multicast", "unspecified"):
        if getattr(ip, f"is_{kind}"):
            return kind.replace("_", "-")
    return None if ip.is_global or allow_private else "private"


def _plain(ip: ipaddress.IPv4Address | ipaddress.IPv6Address) -> ipaddress.IPv4Address | ipaddress.IPv6Address:
    """The IPv4 address that an IPv6 one wraps (mapped, 6to4, Teredo, NAT64), or the address itself."""
    if isinstance(ip, ipaddress.IPv4Address):
        return ip
    return ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None) or _nat64(ip) or ip


def is_loopback(host: str) -> bool:
    """Whether a host, as written, is this machine."""
    address = literal(host)
    return host == "localhost" or (address is not None and ipaddress.ip_address(address).is_loopback)


def literal(host: str) -> str | None:
    """The IP address that a host name spells: dotted, IPv6, but also `2130706433`, `0x7f.1`, `0177.0.0.1`."""
    bare = host.strip("[]").split("%", 1)[0]
    try:
        return str(ipaddress.ip_address(bare))
    except ValueError:
        pass
    if re.fullmatch(r"(0x[0-9a-f]+|\d+)(\.(0x[0-9a-f]+|\d+)){0,3}\.?", bare, re.IGNORECASE):
        try:
            return socket.inet_ntoa(socket.inet_aton(bare.rstrip(".")))
        except OSError:
            return None
    return None


def check(url: str, *, allow_private: bool) -> None:
    """Raises Refused for an address that is not asked: another scheme, credentials, a private host as written.

    What a host *name* resolves to is checked by `spiders.safety` at the moment of connecting.
    """
    parts = urlsplit(url)
    if parts.scheme.lower() not in SCHEMES:
        raise Refused(f"refused: scheme {parts.scheme or '(none)'!r} is not http or https")
    host = (parts.hostname or "").lower().rstrip(".")
    if not host:
        raise Refused("refused: no host")
    address = literal(host)
    if address is not None and (kind := forbidden(address, allow_private=allow_private)):
        raise Refused(f"refused: {kind} address {address}")
    if allow_private:
        return
    if host == "localhost" or host.endswith((".localhost", ".local", ".internal", ".home.arpa")):
        raise Refused(f"refused: private host {host}")


def _nat64(ip: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    if ip in ipaddress.ip_network("64:ff9b::/96"):
        return ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
    return None
