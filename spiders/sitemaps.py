"""Sitemaps, indexes of sitemaps, and news sitemaps: newest first, by `lastmod`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from lxml import etree
from scrapy import Request
from scrapy.http import Response
from scrapy.utils.gz import gunzip, gzip_magic_number

from spiders.base import FormatError, Found, SourceSpider
from spiders.feeds import refuse_entities, utc_time, written_date

MAX_DEPTH = 3
DEFAULT_SITEMAPS = 20


class SitemapSpider(SourceSpider):
    """A sitemap; of an index, the newest `pages` sitemaps (20 unless set) are read."""

    def find(self) -> Iterator[Request]:
        assert self.source.url is not None
        yield self.ask(self.source.url, self.parse_sitemap, depth=0)

    def parse_sitemap(self, response: Response) -> Iterator[Found | Request]:
        pages, sitemaps = read(_unpacked(response, self.source.max_bytes))
        depth = response.meta["depth"] + 1
        recent = sorted(sitemaps, key=lambda item: item.lastmod or "", reverse=True)
        for item in recent[: self.source.pages or DEFAULT_SITEMAPS]:
            if depth < MAX_DEPTH and self._recent(item):
                yield self.ask(response.urljoin(item.url), self.parse_sitemap, depth=depth)
        yield from (item for item in sorted(pages, key=_when, reverse=True) if self._recent(item))

    def _recent(self, item: Found) -> bool:
        """Within the source's window, where it has one; what bears no date is always looked at."""
        if self.source.days is None or not _when(item):
            return True
        return _when(item)[:10] >= (date.today() - timedelta(days=self.source.days)).isoformat()


def read(body: bytes) -> tuple[list[Found], list[Found]]:
    """The pages of a sitemap and the sitemaps of an index. FormatError where the body is neither."""
    refuse_entities(body)
    if not body.lstrip().startswith((b"<", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        lines = [line.strip() for line in body.decode("utf-8", "replace").splitlines() if line.strip()]
        if lines and all(line.startswith(("http://", "https://")) for line in lines):
            return [Found(line) for line in lines], []
        raise FormatError(f"no sitemap: {body[:80]!r}")
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, huge_tree=False)
    root = etree.fromstring(body.lstrip(), parser)
    kind = etree.QName(root).localname if root is not None and isinstance(root.tag, str) else ""
    if kind not in ("urlset", "sitemapindex"):
        raise FormatError(f"no sitemap: its root is <{kind or '?'}>")
    found = [item for node in root if isinstance(node.tag, str) and (item := _entry(node)) is not None]
    if not found and parser.error_log:
        raise FormatError(f"malformed sitemap: {parser.error_log[0].message}")
    return (found, []) if kind == "urlset" else ([], found)


def _entry(node: etree._Element) -> Found | None:
    fields: dict[str, str] = {}
    for child in node.iter():
        if isinstance(child.tag, str) and child.text and child.text.strip():
            fields.setdefault(etree.QName(child).localname, child.text.strip())
    if "loc" not in fields:
        return None
    published = written_date(fields.get("publication_date"))
    return Found(fields["loc"], fields.get("title"), fields.get("keywords"), published, utc_time(fields.get("lastmod")))


def _when(item: Found) -> str:
    return item.lastmod or item.date or ""


def _unpacked(response: Response, max_bytes: int) -> bytes:
    if not gzip_magic_number(response):
        return response.body
    try:
        return gunzip(response.body, max_size=max_bytes)
    except Exception as error:  # Scrapy's own exception for a bomb is private
        raise FormatError(f"cannot be unpacked within {max_bytes} bytes ({type(error).__name__})") from None
