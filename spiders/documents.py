"""Letters and reports: PDF files known by address, and pages that link to them."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.http import Response, TextResponse

from db.archive import Link, now
from spiders import urls
from spiders.base import FormatError, Found, SourceSpider

DOCUMENTS = (".pdf",)


class DocumentsSpider(SourceSpider):
    """`urls` are asked at each run, conditionally; of the page `url`, all PDF files (or what `links` selects)."""

    def find(self) -> Iterator[Request]:
        for address in self.source.urls:
            url = urls.identity(address)
            self.tally.found += 1
            self.session.link(Link(url, self.source.id, now()))
            yield from self.page(url, self.session.reader.remember(url), date=None)
        if self.source.url:
            yield self.ask(self.source.url, self.parse_links)

    def parse_links(self, response: Response) -> Iterator[Found]:
        if not isinstance(response, TextResponse):
            raise FormatError(f"no page of links: {(response.headers.get('Content-Type') or b'?').decode('latin-1')}")
        found = []
        for node in response.css(self.source.links or "a[href]"):
            url = response.urljoin((node.attrib.get("href") or "").strip())
            if self.source.links or urlsplit(url).path.lower().endswith(DOCUMENTS):
                found.append(Found(url, " ".join(node.xpath(".//text()").getall()).strip() or None))
        if not found:
            raise FormatError("no link to a document on the page")
        yield from {item.url: item for item in found}.values()
