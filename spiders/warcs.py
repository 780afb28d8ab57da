"""WARC files on disk: Common Crawl's CC-NEWS, or our own archive read again after its database was lost.

Records of a file elsewhere are copied into the archive, with the time of their own capture; records of our own WARC
directory are taken up where they lie.
"""

from __future__ import annotations

import asyncio
import glob
import re
from collections.abc import AsyncIterator, Iterator
from itertools import islice
from pathlib import Path

from scrapy import Request
from warcio.recordloader import ArcWarcRecord

from db.archive import Capture, Exchange, Visit, now
from db.archive.warc import Place, records
from spiders import urls
from spiders.base import SourceSpider
from spiders.outcomes import outcome

AT_ONCE = 50
MIMES = ("text/html", "application/xhtml+xml", "application/pdf")
Response = tuple[ArcWarcRecord, bytes, Place]


class WarcSpider(SourceSpider):
    """The files that `path` names (wildcards allowed); pages that hold a `match` word, all where there is none."""

    async def start(self) -> AsyncIterator[Request]:
        paths = sorted(Path(name) for name in glob.glob(self.source.path or "", recursive=True))  # noqa: PTH207
        if not paths:
            self.give_up(self.source.path or "?", "no such file", f"no file matches {self.source.path}")
        for path in paths:
            await self._file(path)
        for request in self.find():
            yield request

    def find(self) -> Iterator[Request]:
        """Nothing is asked over HTTP."""
        return iter(())

    async def _file(self, path: Path) -> None:
        stat = await asyncio.to_thread(path.stat)
        name, mark = path.resolve().as_uri(), f"{stat.st_size}-{stat.st_mtime_ns}"
        memory = self.session.reader.remember(name)
        if memory is not None and memory["etag"] == mark:
            self.tally.answered += 1
            self.tally.unmodified += 1
            return
        own = path.resolve().parent == self.session.reader.warc_dir.resolve()
        reading = (item for item in records(path, self.source.max_bytes) if _is_page(item[0]))
        # In a thread, a block at a time: a file of Common Crawl is a gigabyte.
        while block := await asyncio.to_thread(lambda: list(islice(reading, AT_ONCE))):
            for record, body, place in block:
                await self._take(record, body, place if own else None)
            if self.over or self.session.only_look:
                return
        self.tally.answered += 1
        self.session.visit(Visit(name, self.source.id, now(), "good", 200, "finding", mark, None, "finding"))

    async def _take(self, record: ArcWarcRecord, body: bytes, place: Place | None) -> None:
        self.tally.found += 1
        url, date = record.rec_headers.get_header("WARC-Target-URI"), record.rec_headers.get_header("WARC-Date")
        try:
            known = self.session.reader.has_capture(urls.identity(url), url, date := _precise(date))
        except (ValueError, AttributeError):
            self.session.problem(self.source.id, str(url), "no address", "a record without address or date")
            return
        if known or not self._speaks_of_it(url, body):
            self.tally.skipped += 1
            return
        headers = [(name, value) for name, value in record.http_headers.headers]
        low = {name.lower(): value for name, value in headers}
        exchange = Exchange(url, date, 200, headers, body)
        await self.session.recorder.room()
        self.tally.tried += 1
        self.session.recorder.capture(
            Capture(
                exchange, self.source.id, self.session.run, "page", outcome(200, low, body), low.get("content-type"),
                place=place,
            )
        )  # fmt: skip

    def _speaks_of_it(self, url: str, body: bytes) -> bool:
        text = f"{re.sub(r'[-_/.]+', ' ', url)} {body.decode('utf-8', 'ignore')}"
        return not self.words or any(word.search(text) for word in self.words)


def _is_page(record: ArcWarcRecord) -> bool:
    if record.rec_type != "response" or record.http_headers is None:
        return False
    mime = (record.http_headers.get_header("Content-Type") or "").split(";")[0].strip().lower()
    return record.http_headers.get_statuscode() == "200" and mime in MIMES


def _precise(date: str) -> str:
    """A WARC date to the microsecond, as the archive writes its times."""
    return date if "." in date else date.removesuffix("Z") + ".000000Z"
