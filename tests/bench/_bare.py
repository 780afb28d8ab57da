"""The yardstick of the crawl benchmark: a bare Scrapy spider that stores nothing: `python -m tests.bench._bare URL`"""

from __future__ import annotations

import re
import sys
from collections.abc import AsyncIterator, Iterator

from scrapy import Request, Spider
from scrapy.crawler import CrawlerProcess
from scrapy.http import Response


class Bare(Spider):
    """Reads the sitemaps it is given and asks for every page in them; does nothing with the answers."""

    name = "bare"

    async def start(self) -> AsyncIterator[Request]:
        for url in sys.argv[1:]:
            yield Request(url, callback=self.parse_map)

    def parse_map(self, response: Response) -> Iterator[Request]:
        for url in re.findall(r"<loc>(.*?)</loc>", response.text):
            yield Request(url, callback=self.parse_page)

    def parse_page(self, response: Response) -> None:
        """Nothing."""


if __name__ == "__main__":
    process = CrawlerProcess({
        "CONCURRENT_REQUESTS": 64, "CONCURRENT_REQUESTS_PER_DOMAIN": 8, "ROBOTSTXT_OBEY": False, "LOG_LEVEL": "ERROR",
        "TELNETCONSOLE_ENABLED": False, "REMOTE_CONTROL_ENABLED": False,
        "TWISTED_REACTOR": "twisted.internet.asyncioreactor.AsyncioSelectorReactor",
    })  # fmt: skip
    process.crawl(Bare)
    process.start()
