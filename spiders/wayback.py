"""Back issues: the Wayback Machine's index of captures (CDX server), and the pages as they were archived there."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlencode, urlsplit

from scrapy import Request
from scrapy.http import Response

from spiders.answers import listed
from spiders.base import FormatError, Found, SourceSpider

PAGE = 1000
FIELDS = ("timestamp", "original", "mimetype", "statuscode")


class WaybackSpider(SourceSpider):
    """The pages under `url` that were archived between `since` and `until`, each in its first capture.

    `id_` after the timestamp asks for the bytes as they were archived, without the Wayback Machine's own additions.
    """

    archive = "https://web.archive.org"

    @property
    def base(self) -> str:
        return (self.source.endpoint or self.archive).rstrip("/")

    def find(self) -> Iterator[Request]:
        yield self._index(None, 1)

    def _index(self, resume: str | None, page: int) -> Request:
        assert self.source.url is not None
        asked = [
            ("url", self.source.url), ("matchType", "prefix"), ("output", "json"), ("fl", ",".join(FIELDS)),
            ("filter", "statuscode:200"), ("filter", "mimetype:(text/html|application/pdf)"), ("collapse", "urlkey"),
            ("limit", str(PAGE)), ("showResumeKey", "true"),
        ]  # fmt: skip
        for key, day in (("from", self.source.since), ("to", self.source.until)):
            if day:
                asked.append((key, day.replace("-", "")))
        if resume:
            asked.append(("resumeKey", resume))
        return self.ask(f"{self.base}/cdx/search/cdx?{urlencode(asked)}", self.parse_index, page=page)

    def parse_index(self, response: Response) -> Iterator[Found | Request]:
        rows = listed(response)
        if not rows:
            return
        if not all(isinstance(row, list) for row in rows):
            raise FormatError(f"no index of captures: {str(rows)[:200]}")
        header, resume = rows[0], None
        if [] in rows:  # an empty row stands before the key with which the index goes on
            at = rows.index([])
            resume, rows = (rows[at + 1][0] if len(rows) > at + 1 else None), rows[:at]
        for row in rows[1:]:
            entry = dict(zip(header, row, strict=False))
            if "timestamp" not in entry or "original" not in entry:
                raise FormatError(f"an index without timestamp and original: {header}")
            slug = urlsplit(entry["original"]).path.replace("-", " ")
            yield Found(f"{self.base}/web/{entry['timestamp']}id_/{entry['original']}", slug)
        if resume and response.meta["page"] < (self.source.pages or 3):
            yield self._index(resume, response.meta["page"] + 1)
