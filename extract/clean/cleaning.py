"""One page from bytes to text, step by step."""

from __future__ import annotations

import logging
from datetime import date
from urllib.parse import urlsplit

import py3langid
from lxml.html import HtmlElement
from trafilatura import load_html

from extract import pdf
from extract.clean import dates, heading, kinds, plain
from extract.clean.blocks import Block, join
from extract.clean.body import main_blocks
from extract.clean.decoding import decode
from extract.clean.furniture import strip
from extract.clean.page import READABLE, Page
from extract.clean.structured import Structured
from extract.clean.urls import canonical_url

_WORDS_FOR_LANGUAGE = 20

for _noisy in ("trafilatura", "htmldate", "charset_normalizer"):
    logging.getLogger(_noisy).setLevel(logging.CRITICAL)


def clean(
    body: bytes,
    url: str,
    *,
    content_type: str | None = None,
    feed_date: date | None = None,
    today: date | None = None,
) -> Page:
    """Read one captured body. Never raises on bad input: what is wrong is the page's `kind` or in its `notes`.

    `url` is where it was fetched from, `content_type` the HTTP header, `feed_date` the day that the feed or sitemap
    which led here gives, `today` the day against which a date is in the future (default: today).
    """
    today = today or date.today()
    if pdf.is_pdf(body, content_type):
        return _pdf_page(body, url, feed_date, today)
    source, notes = decode(body, content_type)
    if not source.strip():
        return Page("empty", url, canonical_url(url), notes=[*notes, "the body is empty"])
    tree = load_html(source) if plain.has_markup(source) else None
    if tree is None:
        return _plain_page(source, url, feed_date, today, notes)
    return _html_page(source, tree, url, feed_date, today, notes)


def _html_page(source: str, tree: HtmlElement, url: str, feed_date: date | None, today: date, notes: list[str]) -> Page:
    structured = Structured(tree)
    address = canonical_url(url, tree)
    title = heading.title(tree, structured)
    raw = main_blocks(tree, structured, address)
    blocks = strip(raw, title)
    kind = kinds.kind(kinds.Seen(url, source, tree, structured, blocks))
    found = _dates_of(tree, structured, raw, (address, url), feed_date, today)
    return _page(kind, url, address, title, heading.byline(tree, structured) or heading.plain_byline(raw),
                 heading.outlet(structured), found, today, blocks, notes)  # fmt: skip


def _plain_page(source: str, url: str, feed_date: date | None, today: date, notes: list[str]) -> Page:
    raw = plain.blocks_of(source)
    title = heading.plain_title(raw)
    blocks = strip(raw, title)
    address = canonical_url(url)
    kind = "article" if sum(b.words for b in blocks) >= kinds.THIN else "empty"
    line, modified = dates.of_lines(b.text for b in raw[:6])
    found = {
        "url": dates.of_url(address) or dates.of_url(url),
        "dateline": line,
        "feed": feed_date,
        "modified": modified,
    }
    return _page(kind, url, address, title, heading.plain_byline(raw), None, found, today, blocks, notes)


def _pdf_page(body: bytes, url: str, feed_date: date | None, today: date) -> Page:
    paper = pdf.read(body)
    address = canonical_url(url)
    blocks = [Block(paragraph) for paragraph in paper.paragraphs]
    title = paper.title or heading.plain_title(blocks)
    found = {
        "url": dates.of_url(address),
        "dateline": paper.dated,
        "metadata": paper.created,
        "feed": feed_date,
        "modified": None,
    }
    kind = "pdf" if blocks else "scanned pdf" if paper.scanned else "empty"
    blocks = [b for b in blocks if b.text != title]
    return _page(kind, url, address, title, paper.author, None, found, today, blocks, paper.notes)


def _dates_of(
    tree: HtmlElement,
    structured: Structured,
    raw: list[Block],
    addresses: tuple[str, str],
    feed_date: date | None,
    today: date,
) -> dict[str, date | None]:
    line, line_modified = dates.of_lines(dates.head_lines(tree, raw), day_first=dates.is_day_first(tree))
    json_ld, json_modified = dates.of_json_ld(structured)
    meta, meta_modified = dates.of_metadata(structured)
    if line not in (json_ld, meta) and dates.turned(line) in (json_ld or line, meta or line):
        line = dates.turned(line)
    found = {
        "url": dates.of_url(urlsplit(addresses[0]).path) or dates.of_url(urlsplit(addresses[1]).path),
        "dateline": line,
        "json-ld": json_ld,
        "metadata": meta,
        "htmldate": None,
        "feed": feed_date,
        "text search": None,
        "modified": json_modified or meta_modified or line_modified,
    }
    # The slower searches only where nothing better answered.
    if not any(found[source] for source in ("url", "dateline", "json-ld", "metadata")):
        found["htmldate"] = dates.of_markup(tree, today=today, search=False)
        if not found["htmldate"] and not feed_date:
            guess = dates.of_markup(tree, today=today, search=True)
            # The first of a month is what a bare year or month becomes.
            if guess and guess.day > 1 and guess not in dates.told_in(raw):
                found["text search"] = guess
    return found


def _page(
    kind: str, url: str, address: str, title: str | None, byline: str | None, outlet: str | None,
    found: dict[str, date | None], today: date, blocks: list[Block], notes: list[str],
) -> Page:  # fmt: skip
    published, date_source, flag = dates.choose(found, today)
    body = join(blocks) if kind in READABLE else ""
    text = f"{title}\n\n{body}" if title and body else body
    return Page(
        kind, url, address, title, byline, outlet, published, date_source,
        {source: day.isoformat() if day else None for source, day in found.items()}, flag, _language(body), text, notes,
    )  # fmt: skip


def _language(body: str) -> str | None:
    if len(body.split()) < _WORDS_FOR_LANGUAGE:
        return None
    return str(py3langid.classify(body[:1500])[0])
