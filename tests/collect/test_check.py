"""Trying sources: what each names, without fetching a page or keeping anything."""

from __future__ import annotations

from spiders.check import check
from tests.collect.web import Web, article, rss, source


def test_each_source_says_what_it_found() -> None:
    with Web() as web:
        web.pages = {
            "/p": article("P"),
            "/rss": rss((f"{web.url}/p", "On detainers"), (f"{web.url}/q", "On ferries")),
        }
        good, bad = check(
            [
                source("feed", f"{web.url}/rss", "good", match=("detainers",)),
                source("feed", f"{web.url}/gone", "bad", enabled=False),
            ],
            allow_private_hosts=True,
            only=["good", "bad"],
        )
        assert (good.ok, good.found, good.examples) == (True, 2, ["On detainers"])
        assert good.message == "names 2 pages, 1 of them off the topic or twice"
        assert (bad.ok, bad.message) == (False, "HTTP 404")
        assert web.times("/p") == 0
