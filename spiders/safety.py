"""Where a crawl may go: the check on names as they are resolved, so that what is checked is what is connected to."""

from __future__ import annotations

from typing import Any

from scrapy.resolver import CachingThreadedResolver
from twisted.internet.base import ReactorBase
from twisted.internet.defer import Deferred
from twisted.internet.error import DNSLookupError

from spiders.urls import is_private


class PrivateAddress(DNSLookupError):
    """A public-looking name that leads to a private, loopback or link-local address."""


class GuardedResolver(CachingThreadedResolver):
    """Scrapy's own resolver (IPv4), which fails for names that lead to this machine or its neighbours.

    The connection is made to the very address that was checked: a name that changes its answer gains nothing.
    """

    def __init__(self, reactor: ReactorBase, *, allow_private: bool, timeout: float = 15.0) -> None:
        super().__init__(reactor, 10_000, timeout)
        self.allow_private = allow_private

    def getHostByName(self, name: str, timeout: Any = ()) -> Deferred[str]:
        return super().getHostByName(name, timeout).addCallback(self._guard, name)

    def _guard(self, address: str, name: str) -> str:
        if not self.allow_private and is_private(address):
            raise PrivateAddress(f"{name} leads to the private address {address}")
        return address
