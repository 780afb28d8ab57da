"""Pages to clean, built in a line: fictional outlets, every part of a page that may be there or not."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from extract.clean import Page, clean

URL = "https://www.harbor-ledger.test/news/keswick-detainers"
TODAY = date(2025, 6, 1)
PARAGRAPHS = [
    "Keswick Bay police received 22 immigration detainers in 2024 and honored none of them, the chief told councilors.",
    "Federal officers counted differently. They lodged 61 detainers with the department in the same year, an agency "
    "spokesman said in a statement on Tuesday afternoon.",
    "“We log what reaches our desks,” Chief Ruth Okafor said. “What is faxed to a closed station does not.”",
    "The council will take the matter up at its next meeting, and both sides have been asked to bring their records.",
]


def html(
    *,
    paragraphs: list[str] | None = None,
    title: str = "Keswick Bay and ICE count detainers differently",
    heading: str | None = None,
    head: str = "",
    ld: dict[str, Any] | list[Any] | str | None = None,
    above: str = "",
    middle: str = "",
    below: str = "",
    lang: str = "en-US",
    site: str = "Harbor Ledger",
) -> str:
    """A news page. `middle` stands after the second paragraph; `ld` is JSON-LD, or its source as a string."""
    body = [f"<p>{p}</p>" for p in (PARAGRAPHS if paragraphs is None else paragraphs)]
    script = ld if isinstance(ld, str) or ld is None else json.dumps(ld)
    return f"""<!doctype html><html lang="{lang}"><head><title>{title} - {site}</title>{head}
        {f'<script type="application/ld+json">{script}</script>' if script else ""}</head><body>
        <header><nav><a href="/">Home</a> <a href="/news">News</a> <a href="/sports">Sports</a></nav></header>
        <main><article><h1>{heading or title}</h1>{above}
        {"".join(body[:2])}{middle}{"".join(body[2:])}{below}</article></main>
        <footer><p>© 2025 Harbor Ledger. All rights reserved.</p></footer></body></html>"""


def cleaned(source: str | bytes, url: str = URL, **options: Any) -> Page:
    """The page as on a fixed day."""
    body = source.encode() if isinstance(source, str) else source
    return clean(body, url, **({"today": TODAY} | options))


def body(page: Page) -> list[str]:
    """The paragraphs below the title."""
    return page.body.split("\n\n")
