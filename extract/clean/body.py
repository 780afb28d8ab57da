"""The main text of a page as blocks: trafilatura, and what it is known to miss.

trafilatura's `favor_precision` is the base. Around it: popups of links inside a sentence are taken out beforehand; a
thin result is compared with the standard setting and with JSON-LD's `articleBody`; paragraphs that stand in containers
of the same make as those found (an article cut in chunks by its template) and a summary between headline and text are
put back where they stood.
"""

from __future__ import annotations

import re
from collections import Counter
from html import unescape

from lxml.html import HtmlElement, fromstring
from trafilatura import bare_extraction

from extract.clean.blocks import Block, of_tree, plain
from extract.clean.structured import Structured

_THIN = 120
"""Words below which another look at the page is worth its time."""
_LETTERS = re.compile(r"[\W_]+")
_APART = re.compile(
    r"related|recommend|promo|newsletter|comment|sidebar|teaser|caption|footer|cookie|subscri|social|share|author-?bio|"
    r"\bbio\b|advert|sponsor|most-?(?:read|popular)|trending|disclaimer|copyright|paywall|modal|popup|gallery|widget",
    re.IGNORECASE,
)
_APART_TAGS = frozenset(
    {"aside", "nav", "footer", "form", "figure", "figcaption", "table", "li", "header", "noscript", "dialog"}
)
_SUMMARY = re.compile(
    r"(?:^|[\s_-])(?:summary|lead|lede|standfirst|dek|deck|subtitle|sub-?head(?:line)?|excerpt|intro)(?:$|[\s_-])",
    re.IGNORECASE,
)


def main_blocks(tree: HtmlElement, structured: Structured, url: str) -> list[Block]:
    """Blocks of the article on a page, furniture among them still."""
    _drop_popups(tree)
    _open_posts(tree)
    blocks = _extracted(tree, url, precise=True)
    if _words(blocks) < _THIN:
        blocks = max(
            blocks,
            _extracted(tree, url, precise=False),
            key=lambda found: (_words(found) > 1.5 * _words(blocks), found is blocks),
        )
    told = _article_body(structured)
    if _words(told) > 1.6 * _words(blocks) and _mostly_in(blocks, told):
        return told
    return _with_summary(tree, _with_missing(tree, blocks))


def _extracted(tree: HtmlElement, url: str, *, precise: bool) -> list[Block]:
    document = bare_extraction(tree, url=url, favor_precision=precise, include_comments=False)
    return of_tree(document.body) if document is not None and not isinstance(document, dict) else []


def _words(blocks: list[Block]) -> int:
    return sum(block.words for block in blocks)


def _key(text: str) -> str:
    return _LETTERS.sub("", text.lower())[:70]


def _drop_popups(tree: HtmlElement) -> None:
    """Lists of links in a span inside a sentence: what a person's name shows when it is pointed at."""
    lists = [
        span
        for span in tree.iter("span")
        if len(span.findall("a")) > 2 and next(span.iterancestors("p"), None) is not None
    ]
    for span in lists:
        linked = sum(len("".join(a.itertext())) for a in span.iter("a"))
        if linked < 0.9 * len("".join(span.itertext()).strip() or "-"):
            continue
        while span.getparent().tag == "span" and len(span.getparent()) == 1:
            span = span.getparent()
        span.drop_tree()


def _open_posts(tree: HtmlElement) -> None:
    """Posts of networks that an article quotes, as paragraphs: extraction takes their wrapping for widgets."""
    for post in tree.xpath("//blockquote[contains(@class, 'twitter-tweet') or contains(@class, 'bluesky-embed')]"):
        text = plain(" ".join(post.itertext()))
        place = post
        while (parent := place.getparent()) is not None and parent.tag == "div":
            if any(child is not place and child.tag != "script" for child in parent):
                break
            place = parent
        if text and place.getparent() is not None:
            paragraph = place.makeelement("p")
            paragraph.text = text
            place.addprevious(paragraph)
            place.drop_tree()


def _article_body(structured: Structured) -> list[Block]:
    body = next((n["articleBody"] for n in structured.nodes if isinstance(n.get("articleBody"), str)), "")
    if "<" in body and re.search(r"</?(?:p|br|div)\b", body):
        body = re.sub(r"<(?:/p|br ?/?|/div|/li|/h\d)>", "\n", body)
        body = "".join(fromstring(f"<div>{body}</div>").itertext())
    lines = [plain(line) for line in re.split(r"\n+", unescape(body))]
    return [Block(line) for line in lines if line]


def _mostly_in(blocks: list[Block], told: list[Block]) -> bool:
    """Whether the longer text is the same article: what was found stands in it."""
    whole = _LETTERS.sub("", " ".join(b.text for b in told).lower())
    return sum(_key(b.text) in whole for b in blocks) >= 0.6 * len(blocks)


def _with_missing(tree: HtmlElement, blocks: list[Block]) -> list[Block]:
    """Paragraphs in containers of the same tag and class as those that gave the text, put back in their order."""
    places = {_key(block.text): index for index, block in enumerate(blocks) if block.words >= 6}
    paragraphs = [p for p in tree.iter("p") if _LETTERS.sub("", "".join(p.itertext()))]
    keyed = [(p, plain("".join(p.itertext()))) for p in paragraphs]
    makes = Counter(_make(p) for p, text in keyed if _key(text) in places)
    homes = {p.getparent() for p, text in keyed if _key(text) in places}
    usual = {make for make, count in makes.items() if count >= 2 and make[1]}
    if not usual:
        return blocks
    added: dict[int, list[Block]] = {}
    after = -1
    for p, text in keyed:
        key = _key(text)
        if key in places:
            after = places[key]
        elif _make(p) in usual and p.getparent() not in homes and _belongs(p, text):
            added.setdefault(after, []).append(Block(text))
            places[key] = after
    out = added.get(-1, [])
    for index, block in enumerate(blocks):
        out += [block, *added.get(index, [])]
    return out


def _make(p: HtmlElement) -> tuple[str, str]:
    parent = p.getparent()
    return (str(parent.tag), parent.get("class") or "") if parent is not None else ("", "")


def _belongs(p: HtmlElement, text: str) -> bool:
    block = Block(text)
    if not block.is_prose or block.words < 12:
        return False
    linked = sum(len("".join(a.itertext())) for a in p.iter("a"))
    return linked < 0.4 * len(text) and not _is_apart(p)


def _is_apart(element: HtmlElement) -> bool:
    for ancestor in (element, *element.iterancestors()):
        if ancestor.tag in _APART_TAGS or ancestor.tag == "body":
            return ancestor.tag != "body"
        if _APART.search(f"{ancestor.get('class') or ''} {ancestor.get('id') or ''}"):
            return True
    return False


def _with_summary(tree: HtmlElement, blocks: list[Block]) -> list[Block]:
    """The summary that some templates set apart between headline and text: a full sentence of the article's own."""
    if not blocks:
        return blocks
    there = _LETTERS.sub("", " ".join(b.text for b in blocks[:4]).lower())
    for heading in tree.xpath("(//h1)[1]"):
        for element in heading.xpath(
            "following::*[@class or @itemprop][self::div or self::p or self::h2 or self::span][position() < 30]"
        ):
            if not _SUMMARY.search(element.get("class") or "") or element.find(".//script") is not None:
                continue
            text = plain("".join(element.itertext()))
            if _key(text)[:40] in there:
                return blocks
            if Block(text).is_prose and 12 <= len(text.split()) <= 90 and not _is_apart(element):
                return [Block(text), *blocks]
    return blocks
