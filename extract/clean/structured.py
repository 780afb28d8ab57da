"""What a page says of itself: JSON-LD and meta tags, however badly written."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from typing import Any

from lxml.html import HtmlElement

_ARTICLE_TYPE = re.compile(r"(?:Article|BlogPosting|Report|Posting)$")
_NOT_ARTICLE = frozenset({"JobPosting"})
_DAMAGE = (
    (re.compile(r"^\s*(?://\s*)?<!\[CDATA\[|(?://\s*)?\]\]>\s*$|^\s*<!--|-->\s*$"), ""),
    (re.compile(r",(\s*[}\]])"), r"\1"),
)
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True)
class Structured:
    """One parsed page's own data. Everything is looked up once, on demand."""

    tree: HtmlElement

    @cached_property
    def nodes(self) -> list[dict[str, Any]]:
        """Every JSON-LD object that has a type, outermost first."""
        found: list[dict[str, Any]] = []
        for script in self.tree.iterfind('.//script[@type="application/ld+json"]'):
            found.extend(_typed(_parse(script.text or "")))
        return found

    @cached_property
    def types(self) -> set[str]:
        """All JSON-LD types on the page."""
        return {name for node in self.nodes for name in types(node)}

    @cached_property
    def article(self) -> dict[str, Any] | None:
        """The JSON-LD object of the page's own article: the first that has a headline or a date, else any."""
        articles = [n for n in self.nodes if any(_ARTICLE_TYPE.search(t) and t not in _NOT_ARTICLE for t in types(n))]
        dated = [n for n in articles if n.get("datePublished") or n.get("headline")]
        return next(iter(dated or articles), None)

    @cached_property
    def meta(self) -> dict[str, str]:
        """Content of meta tags by lower-case name, property or itemprop; the first of each."""
        out: dict[str, str] = {}
        for element in self.tree.iter("meta"):
            content = element.get("content")
            if not content or not content.strip():
                continue
            for attribute in ("property", "name", "itemprop", "http-equiv"):
                if key := element.get(attribute):
                    out.setdefault(key.strip().lower(), text(content))
        return out

    def first_meta(self, *names: str) -> str | None:
        """The first of these meta tags that is there."""
        return next((self.meta[name] for name in names if name in self.meta), None)


def types(node: dict[str, Any]) -> list[str]:
    """The types of a JSON-LD object, without their namespace."""
    value = node.get("@type")
    names = value if isinstance(value, list) else [value]
    return [name.rsplit("/", 1)[-1] for name in names if isinstance(name, str)]


def text(value: Any) -> str:
    """Text of a JSON-LD or meta value: entities resolved, blanks folded; an object by its `name`."""
    if isinstance(value, dict):
        value = value.get("name") or value.get("@value") or ""
    if isinstance(value, list):
        return ", ".join(part for part in map(text, value) if part)
    return _SPACE.sub(" ", unescape(unescape(str(value)))).strip() if value is not None else ""


def _parse(source: str) -> Any:
    for mend in (0, 1):
        candidate = source
        if mend:
            for damaged, whole in _DAMAGE:
                candidate = damaged.sub(whole, candidate)
        try:
            return json.loads(candidate, strict=False)
        except (ValueError, RecursionError):
            continue
    return _salvage(source)


def _salvage(source: str) -> dict[str, Any] | None:
    """The few plain string fields that matter, from an object that no parser reads."""
    fields = re.findall(r'"(@type|datePublished|dateModified|headline)"\s*:\s*"((?:[^"\\]|\\.)*)"', source)
    out: dict[str, Any] = {}
    for key, value in fields:
        out.setdefault(key, value.replace('\\"', '"').replace("\\/", "/"))
    return out if "@type" in out else None


def _typed(data: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    if depth > 6:
        return
    if isinstance(data, list):
        for item in data:
            yield from _typed(item, depth + 1)
    elif isinstance(data, dict):
        if "@type" in data:
            yield data
        for key, value in data.items():
            if isinstance(value, list | dict) and key in {
                "@graph",
                "mainEntity",
                "mainEntityOfPage",
                "hasPart",
                "liveBlogUpdate",
            }:
                yield from _typed(value, depth + 1)
