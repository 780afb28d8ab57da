"""Which spider serves which kind of source. A new kind is a line here, a row in `sources.KINDS`, and a small class."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spiders.base import SourceSpider

SPIDERS = {
    "feed": "spiders.feeds:FeedSpider",
    "sitemap": "spiders.sitemaps:SitemapSpider",
    "listing": "spiders.listings:ListingSpider",
    "newsroom": "spiders.listings:NewsroomSpider",
    "google-news": "spiders.searches:GoogleNewsSpider",
    "gdelt": "spiders.searches:GdeltSpider",
    "mediacloud": "spiders.searches:MediaCloudSpider",
    "legistar": "spiders.legistar:LegistarSpider",
    "documents": "spiders.documents:DocumentsSpider",
    "wayback": "spiders.wayback:WaybackSpider",
    "warc": "spiders.warcs:WarcSpider",
}

SEARCHES = ("google-news", "gdelt", "mediacloud", "wayback")
"""Kinds that lead to other people's sites: they come last, so that a site's own source fetches its pages first."""

ELSEWHERE = (*SEARCHES, "warc")
"""Kinds whose pages are other outlets' than the source itself."""

MAY_BE_EMPTY = (*SEARCHES, "legistar")
"""Kinds for which "nothing found" is an answer; for any other it means that something broke."""


def spider_of(kind: str) -> type[SourceSpider]:
    """The spider class of a kind, imported only when it is needed."""
    module, name = SPIDERS[kind].split(":")
    return getattr(import_module(module), name)
