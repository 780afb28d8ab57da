"""What kind of page a capture holds, told before anything is read from it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from extract.clean.blocks import Block, count_words, plain
from extract.clean.structured import Structured, types
from extract.clean.vocabulary import pattern

_VIDEO_TYPES = frozenset({"VideoObject", "Clip"})
_LIST_TYPES = frozenset({"CollectionPage", "ItemList", "SearchResultsPage"})
_CLOCK = re.compile(
    r"^(?:updated |posted )?(?:\d{1,2}[:.]\d{2}\s*(?:[ap]\.?m\.?)?|\d{1,2}\s*[ap]\.?m\.?)(?:\s+[A-Z]{2,4})?\b",
    re.IGNORECASE,
)
_HIDDEN = frozenset({"script", "style", "noscript", "template", "svg", "head", "iframe"})
# In words of text.
_STUB, THIN, _VIDEO, _CHALLENGE, _TOGETHER = 300, 25, 150, 400, 60
_INLINE = 20
"""Elements inside one paragraph, at most."""


@dataclass(frozen=True)
class Seen:
    """What the decision looks at: the page before extraction, and what extraction found in it."""

    url: str
    source: str
    tree: HtmlElement
    structured: Structured
    blocks: list[Block]

    @cached_property
    def words(self) -> int:
        """Words of prose that extraction found."""
        return sum(b.words for b in self.blocks)

    @cached_property
    def visible(self) -> str:
        """All text that a reader would see, its first 60,000 characters."""
        parts: list[str] = []
        body = self.tree.find("body")
        _collect(body if body is not None else self.tree, parts)
        return " ".join(parts)[:60000]

    @cached_property
    def visible_words(self) -> int:
        """Words of `visible`."""
        return len(self.visible.split())

    @cached_property
    def heading(self) -> str:
        """The document's title and first headings."""
        return " ".join(" ".join(e.itertext()) for e in self.tree.xpath("(//title|//h1|//h2)[position() < 4]"))


def _collect(element: HtmlElement, parts: list[str]) -> None:
    stack = [iter([element])]
    while stack:  # a stack of its own: pages nest deeper than Python likes to
        child = next(stack[-1], None)
        if child is None:
            stack.pop()
            continue
        if child.tag not in _HIDDEN and isinstance(child.tag, str):
            if child.text and child.text.strip():
                parts.append(child.text)
            stack.append(iter(child))
        if child.tail and child.tail.strip() and child is not element:
            parts.append(child.tail)


def kind(seen: Seen) -> str:
    """One of `page.KINDS`, without the PDF ones."""
    for name, test in (
        ("challenge", _is_challenge),
        ("consent", _is_consent),
        ("live blog", _is_live_blog),
        ("index", _is_index),
        ("video", _is_video),
        ("paywall stub", _is_paywall_stub),
        ("javascript only", _is_javascript_only),
        ("empty", _is_empty),
    ):
        if test(seen):
            return name
    return "article"


def _found(key: str, text: str) -> int:
    return len({m[0].lower() for m in pattern("markers", key).finditer(text)})


def _is_challenge(seen: Seen) -> bool:
    if seen.words > _CHALLENGE or seen.structured.article or seen.visible_words > _CHALLENGE:
        return False
    said = _found("challenge_text", f"{seen.heading} {seen.visible}")
    if _found("challenge_markup", seen.source):
        return said >= 1
    return seen.words < 2 * THIN and (said >= 2 or _found("challenge_text", seen.heading) > 0)


def _is_consent(seen: Seen) -> bool:
    host = urlsplit(seen.url).hostname or ""
    if pattern("markers", "consent_hosts").search(host):
        return True
    text = " ".join(b.text for b in seen.blocks) or seen.visible
    if seen.structured.article and seen.words > 120:
        return False
    said = _found("consent_text", text)
    return said >= 3 and said * 60 >= len(text.split()) and len(text.split()) < 1200


def _is_live_blog(seen: Seen) -> bool:
    if "LiveBlogPosting" in seen.structured.types:
        return True
    if re.search(r"itemprop=.?liveBlogUpdate|itemtype=.?[^\s>]*LiveBlog", seen.source):
        return True
    if not pattern("markers", "live_words").search(f"{seen.heading} {urlsplit(seen.url).path}"):
        return False
    clocks = sum(bool(_CLOCK.match(b.text)) for b in seen.blocks)
    entries = seen.tree.xpath("//*[contains(@class, 'live-blog') or contains(@class, 'liveblog')]")
    updates = seen.tree.xpath("//*[contains(@class, 'live-update')]")
    return clocks >= 4 or len(entries) + len(updates) >= 4


def _is_index(seen: Seen) -> bool:
    """Many links that read like headlines, and hardly a sentence of its own."""
    if seen.structured.article:
        return False
    path = urlsplit(seen.url).path
    listed = bool(seen.structured.types & _LIST_TYPES)
    website = (seen.structured.first_meta("og:type") or "").lower() == "website"
    by_path = pattern("markers", "index_paths").search(path) is not None
    links = [" ".join(" ".join(a.itertext()).split()) for a in seen.tree.iter("a")]
    headlines = [link for link in links if 4 <= len(link.split()) <= 30]
    own = [b for b in seen.blocks if b.is_prose and b.words >= 12 and not _is_made_of(b.text, headlines)]
    if len(headlines) >= 2 and not own and sum(map(len, links)) > 0.4 * len(seen.visible):
        return True
    if not (listed or by_path or website) or len(headlines) < 4 or _has_running_text(seen):
        return False
    teasers = len(seen.tree.xpath("//article"))
    paragraphs = [b for b in own if b.words >= 20]
    if path == "/" and len(paragraphs) < 12:
        return len(headlines) >= 8 or teasers >= 4
    sparse = len(headlines) >= 10 and len(headlines) > 2 * len(paragraphs)
    return sparse and (listed or by_path or len(paragraphs) < 3) and (teasers != 1 or by_path)


def _has_running_text(seen: Seen) -> bool:
    """Whether paragraphs stand together somewhere, as an article's do; a listing's teasers have a place each."""
    blocks = {block.text for block in seen.blocks if block.is_prose and block.words >= 12}
    together: Counter[HtmlElement] = Counter()
    for element in seen.tree.iter("p", "div", "section", "td"):
        own = [element.text or "", *(child.tail or "" for child in element)]
        if count_words(" ".join(own)) >= _TOGETHER:
            return True  # paragraphs that line breaks divide
        if len(element) <= _INLINE and plain("".join(element.itertext())) in blocks:
            together[element.getparent()] += count_words("".join(own))
    return max(together.values(), default=0) >= _TOGETHER


def _is_made_of(text: str, headlines: list[str]) -> bool:
    """Whether a block is headlines run together."""
    return sum(len(headline) for headline in headlines if headline in text) > 0.5 * len(text)


def _is_video(seen: Seen) -> bool:
    if seen.words > _VIDEO:
        return False
    named = (seen.structured.first_meta("og:type") or "").lower().startswith("video")
    main = [t for node in seen.structured.nodes for t in types(node)]
    own = bool(_VIDEO_TYPES & set(main)) and seen.structured.article is None
    path = re.search(r"/(?:videos?|watch|clip)(?:/|$)", urlsplit(seen.url).path)
    return named or own or (path is not None and bool(_VIDEO_TYPES & set(main) or seen.tree.xpath("//video")))


def _is_paywall_stub(seen: Seen) -> bool:
    if seen.words > _STUB:
        return False
    article = seen.structured.article or {}
    closed = str(article.get("isAccessibleForFree", "")).lower() == "false"
    tail = " ".join(b.text for b in seen.blocks[-4:])
    said = _found("paywall_text", seen.visible[-20000:])
    marked = _found("paywall_markup", seen.source) > 0
    cut = tail.rstrip().endswith(("...", "…"))
    return (
        (closed and (said > 0 or seen.words < _STUB / 2))
        or (said > 0 and (marked or cut))
        or (said >= 2 and seen.words < _STUB / 2)
    )


def _is_javascript_only(seen: Seen) -> bool:
    if seen.words >= THIN * 2 or seen.visible_words > 120:
        return False
    scripts = len(seen.tree.xpath("//script"))
    asked = pattern("markers", "javascript_text").search(
        " ".join(seen.tree.xpath("//noscript//text()")) + " " + seen.visible
    )
    mount = seen.tree.xpath(
        "//body//*[@id='root' or @id='app' or @id='__next' or @id='__nuxt' or @id='main-app'][not(normalize-space())]"
    )
    return scripts > 0 and (asked is not None or bool(mount))


def _is_empty(seen: Seen) -> bool:
    return seen.words < THIN
