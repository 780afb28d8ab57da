"""The site over a small claims database, asked through Datasette's own client."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import httpx
import pytest
from datasette.app import Datasette
from lxml import html

from publish.serve import site
from tests.site import newsroom

Get = Callable[..., Awaitable[httpx.Response]]


@pytest.fixture(scope="session")
def claims_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A claims database with the Boston dispute, others, and texts that mean harm."""
    return newsroom.make(tmp_path_factory.mktemp("site") / "published.db", extra_disputes=30)


@pytest.fixture(scope="session")
def empty_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A claims database before anything was read."""
    return newsroom.make_empty(tmp_path_factory.mktemp("site") / "empty.db")


@pytest.fixture(scope="session")
def datasette(claims_path: Path) -> Datasette:
    """The site."""
    return site(claims_path)


@pytest.fixture
def get(datasette: Datasette) -> Get:
    """Asks the site for a path."""
    return datasette.client.get


class Page:
    """A page as a reader takes it in: its text without line breaks, its links, its parts by CSS selector."""

    def __init__(self, response: httpx.Response) -> None:
        self.status = response.status_code
        self.source = response.text
        self.tree = html.fromstring(response.text)

    @property
    def text(self) -> str:
        """What stands on the page, spaces run together."""
        return " ".join(self.tree.text_content().split())

    def all(self, selector: str) -> list[Any]:
        """Elements by CSS selector."""
        return list(self.tree.cssselect(selector))

    def texts(self, selector: str) -> list[str]:
        """What stands in each of them."""
        return [" ".join(element.text_content().split()) for element in self.all(selector)]

    def links(self) -> list[str]:
        """Where its links lead."""
        return [element.get("href") for element in self.all("a[href]")]


@pytest.fixture
def page(get: Get) -> Callable[[str], Awaitable[Page]]:
    """Asks the site for a page."""

    async def ask(path: str) -> Page:
        return Page(await get(path, follow_redirects=True))

    return ask
