"""Searches that lead to other people's pages: Google News RSS, GDELT DOC 2.0, Media Cloud.

Formats as documented by each: news.google.com/rss/search; blog.gdeltproject.org (DOC 2.0 API); search.mediacloud.org.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from urllib.parse import urlencode

from scrapy import Request
from scrapy.http import Response

from spiders.answers import answer, listed
from spiders.base import FormatError, Found, SourceSpider
from spiders.feeds import FeedSpider

DEFAULT_DAYS = 7


class GoogleNewsSpider(FeedSpider):
    """Google News as RSS: one request a query. Links lead through Google; those that carry the address are unpacked."""

    endpoint = "https://news.google.com/rss/search"

    def find(self) -> Iterator[Request]:
        for query in self.source.query:
            words = f"{query} when:{self.source.days or DEFAULT_DAYS}d"
            asked = urlencode({"q": words, "hl": "en-US", "gl": "US", "ceid": "US:en"})
            yield self.ask(f"{self.source.endpoint or self.endpoint}?{asked}", self.parse_feed)

    def parse_feed(self, response: Response) -> Iterator[Found]:
        for item in super().parse_feed(response):
            yield replace(item, url=unpacked(item.url))


def unpacked(url: str) -> str:
    """The publisher's address inside a Google News link of the older kind; the link itself where it holds none."""
    token = re.search(r"/(?:articles|read)/([\w-]{20,})", url)
    if token is None:
        return url
    data = base64.urlsafe_b64decode(token[1] + "=" * (-len(token[1]) % 4))
    inner = re.search(rb"https?://[\x21-\x7e]+", data)
    return inner[0].decode("ascii") if inner else url


class GdeltSpider(SourceSpider):
    """GDELT's DOC 2.0 API: one request a query, 5 seconds apart. Its errors are plain text with status 200."""

    endpoint = "https://api.gdeltproject.org/api/v2/doc/doc"

    def find(self) -> Iterator[Request]:
        for query in self.source.query:
            asked = urlencode({
                "query": query, "mode": "artlist", "format": "json", "maxrecords": 250, "sort": "datedesc",
                "timespan": f"{self.source.days or DEFAULT_DAYS}d",
            })  # fmt: skip
            url = f"{self.source.endpoint or self.endpoint}?{asked}"
            yield self.ask(url, self.parse_articles, autothrottle_dont_adjust_delay=True)

    def parse_articles(self, response: Response) -> Iterator[Found]:
        # `seendate` is when GDELT saw the page, not when it was published: it is not passed on as a date.
        for article in listed(response, "articles"):
            if isinstance(article, dict) and article.get("url"):
                yield Found(str(article["url"]), article.get("title"))


class MediaCloudSpider(SourceSpider):
    """Media Cloud's search (v4): stories by query and collection, page after page; needs a token."""

    endpoint = "https://search.mediacloud.org/api/search/story-list"
    us_national = 34412234

    def find(self) -> Iterator[Request]:
        if not self.source.token:
            self.give_up(self.endpoint, "no token", f"set the environment variable {self.source.token_env}")
            return
        for query in self.source.query:
            yield self._page_of(query, None, 1)

    def _page_of(self, query: str, token: str | None, page: int) -> Request:
        start = date.today() - timedelta(days=self.source.days or DEFAULT_DAYS)
        asked = {
            "q": query, "start": start.isoformat(), "end": date.today().isoformat(),
            "platform": "onlinenews-mediacloud",
            "cs": ",".join(map(str, self.source.collections or (self.us_national,))), "page_size": "100",
        }  # fmt: skip
        if token:
            asked["pagination_token"] = token
        url = f"{self.source.endpoint or self.endpoint}?{urlencode(asked)}"
        headers = {"Authorization": f"Token {self.source.token}"}
        return self.ask(url, self.parse_stories, headers=headers, query=query, page=page)

    def parse_stories(self, response: Response) -> Iterator[Found | Request]:
        data = answer(response)
        stories, page = data.get("stories"), response.meta["page"]
        if not isinstance(stories, list):
            raise FormatError(f"no stories: {str(data)[:200]}")
        for story in stories:
            if isinstance(story, dict) and story.get("url"):
                published = str(story.get("publish_date") or "")[:10] or None
                yield Found(str(story["url"]), story.get("title"), date=published)
        if stories and data.get("pagination_token") and page < (self.source.pages or 3):
            yield self._page_of(response.meta["query"], data["pagination_token"], page + 1)
