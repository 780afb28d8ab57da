"""RSS, Atom and JSON feeds."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import UTC
from typing import Any

import feedparser
from dateutil.parser import parse as parse_date
from scrapy import Request
from scrapy.http import Response

from spiders.base import FormatError, Found, SourceSpider

TAGS = re.compile(r"<[^>]+>")


class FeedSpider(SourceSpider):
    """A feed: every item is a page."""

    def find(self) -> Iterator[Request]:
        assert self.source.url is not None
        yield self.ask(self.source.url, self.parse_feed)

    def parse_feed(self, response: Response) -> Iterator[Found]:
        content_type = (response.headers.get("Content-Type") or b"").decode("latin-1")
        notes: list[str] = []
        yield from items(response.body, response.url, content_type, notes)
        for note in notes:
            self.session.problem(self.source.id, response.url, "malformed feed, read all the same", note)


def items(body: bytes, url: str, content_type: str = "", notes: list[str] | None = None) -> list[Found]:
    """The items of a feed, in its order; what is wrong with a feed that can be read all the same goes to `notes`.

    FormatError where the body is no feed that can be read.
    """
    refuse_entities(body)
    if body.lstrip()[:1] == b"{":
        return _json_items(body)
    feed = feedparser.parse(
        body, response_headers={"content-type": content_type or "application/xml", "content-location": url},
        sanitize_html=False,
    )  # fmt: skip
    found = [item for entry in feed.entries if (item := _item(entry)) is not None]
    broken = feed.get("bozo_exception") if feed.get("bozo") else None
    if not found and (broken or not feed.get("version")):
        raise FormatError(f"no feed: {broken or 'an HTML page or other text'}"[:300])
    if broken and notes is not None:
        notes.append(str(broken)[:300])
    return found


def refuse_entities(body: bytes) -> None:
    """FormatError for XML that declares entities: no feed or sitemap needs them, and they can grow without end."""
    if b"<!ENTITY" in body[:100_000].replace(b"\0", b""):
        raise FormatError("the XML declares entities, which could grow without end; refused")


def written_date(text: str | None) -> str | None:
    """The day of a date as it is written, in its own time zone: an ISO date, or None where there is none."""
    if not text:
        return None
    try:
        return parse_date(text, ignoretz=True).date().isoformat()
    except (ValueError, OverflowError):
        return None


def utc_time(text: str | None) -> str | None:
    """A time in one form, so that two can be compared as text: a day as it stands, or a UTC time."""
    if not text:
        return None
    try:
        when = parse_date(text, tzinfos=lambda name, offset: UTC if offset is None else offset)
    except (ValueError, OverflowError):
        return None
    if len(text) <= 10:
        return when.date().isoformat()
    return (when.astimezone(UTC) if when.tzinfo else when.replace(tzinfo=UTC)).strftime("%Y-%m-%dT%H:%M:%SZ")


def _item(entry: Any) -> Found | None:
    links = [link.get("href") for link in entry.get("links", []) if link.get("rel", "alternate") == "alternate"]
    address = next((link for link in [*links, entry.get("link")] if link), None)
    identifier = entry.get("id") or ""
    if address is None and identifier.startswith(("http://", "https://")):
        address = identifier
    if address is None:
        return None
    summary = TAGS.sub(" ", entry.get("summary") or "")[:2000]
    words = " ".join(tag.get("term") or "" for tag in entry.get("tags", []))
    # Only an update that the feed itself writes: feedparser would give the date of publication in its place.
    updated = dict.get(entry, "updated")
    published = entry.get("published") or updated or entry.get("created")
    return Found(address, entry.get("title"), f"{summary} {words}", written_date(published), utc_time(updated))


def _json_items(body: bytes) -> list[Found]:
    """JSON Feed 1.x (jsonfeed.org): `items` with `url`, `title`, `summary`, `date_published`."""
    try:
        data = json.loads(body)
    except ValueError as error:
        raise FormatError(f"no JSON: {error}") from None
    if not isinstance(data, dict) or not isinstance(data.get("items"), list):
        raise FormatError(f"JSON without a list of items: {str(data)[:200]}")
    out = []
    for item in data["items"]:
        if isinstance(item, dict) and (url := item.get("url") or item.get("external_url")):
            summary = item.get("summary") or item.get("content_text") or TAGS.sub(" ", item.get("content_html") or "")
            out.append(Found(str(url), item.get("title"), summary[:2000], written_date(item.get("date_published"))))
    return out
