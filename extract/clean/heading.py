"""Title, byline and outlet of a page."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from extract.clean.blocks import Block, plain
from extract.clean.structured import Structured, text

_DIVIDER = re.compile(r"\s+[|–—·•:»-]\s+|\s*\|\s*")
_BY = re.compile(r"^\s*(?:by|written by|posted by|reported by|story by|author:?)\s*:?\s+", re.IGNORECASE)
_NOT_A_NAME = re.compile(
    r"https?:|www\.|@|\d{3}|\b(?:admin|editor|webmaster|unknown|none|null|staff writer)$", re.IGNORECASE
)
_BYLINE_CLASS = (
    "//*[@rel='author' or @itemprop='author' or contains(@class, 'byline') or contains(@class, 'author-name') "
    "or contains(@class, 'author_name') or @class='author' or contains(@class, 'article-author')]"
)
_PERSON = r"(?:[A-Z][\w.'’-]+\s+){1,3}[A-Z][\w.'’-]+"
_PLAIN_BYLINE = re.compile(rf"^(?i:by)\s+({_PERSON}(?:(?:\s*,\s*(?:and\s+)?|\s+and\s+){_PERSON})*)")
# A sentence's end, a form's label ("TO: …", "File #: …"), a letterhead, a line of dates.
_NO_TITLE = re.compile(
    r"[.;:,]['\"”’]*$|^(?:to|from|re|cc|date|subject|posted|published|updated|filed)\b\s*:|#"
    r"|^(?:city|town|county|state|office|department) of (?:\w+,? ?){1,4}$|\b\d{1,2}/\d{1,2}/\d{4}\b",
    re.IGNORECASE,
)
_DESK = re.compile(
    r"\b(?:staff|writer|reporter|editor|correspondent|news|service|press|times|bureau|desk)\b", re.IGNORECASE
)
_SPACED = re.compile(r"[\s\W_]+")


def title(tree: HtmlElement, structured: Structured) -> str | None:
    """The headline: the h1 that the page's own data or its title agrees with, else that data, else the document title.

    A site's name at the end or the beginning of the document title is left out.
    """
    headings = [t for t in (plain(" ".join(h.itertext())) for h in tree.iter("h1")) if 1 < len(t) < 300]
    said = [
        text((structured.article or {}).get("headline")),
        structured.first_meta("og:title", "twitter:title", "dc.title"),
    ]
    own = [_without_site(value, structured) for value in said if value]
    document = plain(" ".join(e.text or "" for e in tree.xpath("(//head/title|//title)[1]")))
    for heading in headings:
        if any(_alike(heading, other) for other in [*own, document] if other):
            return heading
    if own:
        return own[0]
    if len(headings) == 1 and len(headings[0].split()) >= 3:
        return headings[0]
    return _without_site(document, structured) or (headings[0] if headings else None)


def _alike(a: str, b: str) -> bool:
    a, b = _SPACED.sub("", a.lower()), _SPACED.sub("", b.lower())
    return len(a) > 8 and (a == b or (len(a) > 15 and a in b) or (len(b) > 15 and b in a))


def _without_site(value: str, structured: Structured) -> str:
    parts = _DIVIDER.split(value)
    if len(parts) < 2:
        return value
    name = (structured.first_meta("og:site_name") or "").lower()
    if name and name in value.lower():
        kept = [p for p in parts if p.lower() not in name and name not in p.lower()]
        if kept:
            end = value.find(kept[-1]) + len(kept[-1])
            return value[value.find(kept[0]) : end].strip()
    longest = max(parts, key=len)
    if "|" in value and len(longest.split()) >= 4:
        return re.split(r"\s*\|\s*", value)[0] if value.startswith(longest) else longest
    if (
        len(parts[-1].split()) <= 4
        and len(value[: value.rfind(parts[-1])].split()) >= 5
        and not re.search(r"\d", parts[-1])
    ):
        return re.sub(r"[\s|–—·•:»-]+$", "", value[: value.rfind(parts[-1])])
    return value


def byline(tree: HtmlElement, structured: Structured) -> str | None:
    """The authors' names, comma between them; a network's or an outlet's name where the page gives no person."""
    said = structured.first_meta("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl")
    for candidate in (text((structured.article or {}).get("author")), said):
        if name := _names(candidate):
            return name
    for element in tree.xpath(_BYLINE_CLASS)[:6]:
        if name := _names(element.get("content") or plain(" ".join(element.itertext()))):
            return name
    return None


def _names(value: str | None) -> str | None:
    if not value:
        return None
    value = _BY.sub("", re.split(r"\s+[|•·]\s+|\s{2,}|\n", value.strip())[0]).strip(" ,;|-")
    if not value or _NOT_A_NAME.search(value) or len(value) > 120 or len(value.split()) > 14:
        return None
    return value


def plain_title(blocks: list[Block]) -> str | None:
    """The headline of a text without markup: the first line, before any prose, that is long enough for one."""
    for block in blocks[:8]:
        if block.kind not in {"paragraph", "heading"}:
            return None
        if 4 <= block.words <= 30 and not _NO_TITLE.search(block.text) and not _BY.match(block.text):
            return block.text
        if block.is_prose:
            return None
    return None


def plain_byline(blocks: list[Block]) -> str | None:
    """The names in a line "By Jane Doe and John Roe" among the first lines of a text."""
    for block in blocks[:8]:
        if block.words <= 14 and (match := _PLAIN_BYLINE.match(block.text)):
            names = re.split(r"(\s*,\s*(?:and\s+)?|\s+and\s+)", match[1].strip(" ,"))
            while len(names) > 2 and _DESK.search(names[-1]):
                names = names[:-2]
            return "".join(names)
    return None


def outlet(structured: Structured) -> str | None:
    """The publication's name as the page gives it; None where it does not."""
    publisher = text((structured.article or {}).get("publisher"))
    named = structured.first_meta("og:site_name", "application-name", "dc.publisher", "publisher")
    for name in (named, publisher):
        if name and not name.startswith(("http", "@")) and len(name) < 80:
            return name
    return None
