"""Where a crawl may go: the check on names as they are resolved, so that what is checked is what is connected to."""

from __future__ import annotations

from typing import Any

from scrapy.resolver import CachingThreadedResolver
from twisted.internet.base import ReactorBase
from twisted.internet.defer import Deferred
from twisted.internet.error import DNSLookupError

from spiders.urls import forbidden

refused_names: dict[str, str] = {}
"""Names that led to an address which is not asked, and which: the resolver's callers only hear that there is none."""


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
        if kind := forbidden(address, allow_private=self.allow_private):
            refused_names[name] = f"{kind} address {address}"
            raise DNSLookupError(f"{name} leads to the {refused_names[name]}")
        return address
