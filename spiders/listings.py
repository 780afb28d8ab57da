"""Pages that list other pages: an outlet's section, an agency's press room, with what follows on page two."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from parsel import Selector, SelectorList
from scrapy import Request
from scrapy.http import Response, TextResponse

from spiders.base import FormatError, Found, SourceSpider

DEFAULT_PAGES = 3
FURNITURE = "ancestor::nav or ancestor::footer or ancestor::header[not(ancestor::article)] or ancestor::aside"
NEXT_WORDS = re.compile(r"^\W*(next|older( posts| stories| entries)?|next page|more)\W*$", re.IGNORECASE)
NEWSROOM_PATH = re.compile(r"/(news|press|media|releases?|statements?|newsroom|announcements?)[-_/]", re.IGNORECASE)


class ListingSpider(SourceSpider):
    """A listing: `links` and `next` are CSS selectors; without them, what looks like an article and a next page."""

    def find(self) -> Iterator[Request]:
        assert self.source.url is not None
        yield self.ask(self.source.url, self.parse_listing, page=1)

    def parse_listing(self, response: Response) -> Iterator[Found | Request]:
        if not isinstance(response, TextResponse):
            raise FormatError(f"no listing: {(response.headers.get('Content-Type') or b'?').decode('latin-1')}")
        found = [item for item in self.links(response) if item.url != response.url]
        if not found:
            raise FormatError("no link to an article on the page; the page has changed, or 'links' must be set anew")
        fresh = [item for item in found if self.session.reader.remember(item.url) is None]
        page = response.meta["page"]
        # Where all is known already, what stands on later pages is known too.
        if fresh and page < (self.source.pages or DEFAULT_PAGES) and (following := self.next_page(response)):
            yield self.ask(following, self.parse_listing, page=page + 1)
        yield from found

    def links(self, response: TextResponse) -> list[Found]:
        """The articles of the listing, in its order, each once."""
        if self.source.links:
            nodes = [
                node if node.root.tag == "a" else inner
                for node in response.css(self.source.links)
                for inner in ([node] if node.root.tag == "a" else node.css("a[href]"))
            ]
        else:
            nodes = [node for node in response.xpath(f"//a[@href][not({FURNITURE})]") if self.is_item(response, node)]
        out: dict[str, Found] = {}
        for node in nodes:
            url, title = response.urljoin(node.attrib.get("href", "").strip()), _text(node)
            if url.startswith("http") and (url not in out or not out[url].title):
                out[url] = Found(url, title or None, _text(node.xpath("ancestor::*[self::li or self::article][1]")[:1]))
        return list(out.values())

    def is_item(self, response: TextResponse, node: Selector) -> bool:
        """Whether a link looks like an article: of this site, deeper than the listing, with a name made of words."""
        parts, here = urlsplit(response.urljoin(node.attrib["href"])), urlsplit(response.url)
        if parts.hostname != here.hostname or parts.path.rstrip("/") == here.path.rstrip("/"):
            return False
        slug = parts.path.rstrip("/").rsplit("/", 1)[-1]
        wordy = len(re.findall(r"[a-z]{2,}", slug.lower())) >= 3
        dated = re.search(r"/(19|20)\d\d/\d\d?/", parts.path) is not None
        return wordy or (dated and len(_text(node).split()) >= 4)

    def next_page(self, response: TextResponse) -> str | None:
        """The address of the page after this one, or None."""
        if self.source.next:
            node = response.css(self.source.next)
            href = node.attrib.get("href") if node else None
        else:
            href = response.css("link[rel=next]::attr(href), a[rel~=next]::attr(href)").get() or next(
                (a.attrib["href"] for a in response.css("a[href]") if NEXT_WORDS.match(_text(a))), None
            )
        following = response.urljoin(href) if href else None
        return following if following and following != response.url else None


class NewsroomSpider(ListingSpider):
    """An agency's releases: as a listing, but documents count too, and so do names that hold a number only."""

    def is_item(self, response: TextResponse, node: Selector) -> bool:
        path = urlsplit(response.urljoin(node.attrib["href"])).path
        if path.lower().endswith(".pdf"):
            return True
        named = len(_text(node).split()) >= 4 and NEWSROOM_PATH.search(path) is not None
        return super().is_item(response, node) or (named and path.startswith(urlsplit(response.url).path.rstrip("/")))


def _text(node: Selector | SelectorList[Selector]) -> str:
    nodes = node if isinstance(node, SelectorList) else [node]
    return " ".join(" ".join(part.xpath(".//text()").getall()) for part in nodes).strip()[:500]
