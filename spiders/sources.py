"""What is watched: `sources.yml`, checked key by key before anything runs.

A source is an entry with an id, a name, a kind and what that kind needs; everything else has a default. The table
`KINDS` below is the whole of it: which keys each kind knows and which it must have.
"""

from __future__ import annotations

import os
import socket
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from cssselect import HTMLTranslator, SelectorError

from common.checked_yaml import Key, Located, LocatedList, Shape, read
from common.errors import BadInput
from spiders.urls import SCHEMES, host_of, is_loopback


class SourcesError(BadInput):
    """`sources.yml` is wrong; the message names file, line, key and remedy."""


@dataclass(frozen=True)
class Source:
    """One place that is watched. Times in seconds, sizes in bytes; None where the kind's own default holds."""

    id: str
    name: str
    kind: str
    url: str | None = None
    urls: tuple[str, ...] = ()
    jurisdiction: str | None = None
    outlet: str | None = None
    match: tuple[str, ...] = ()
    """Words one of which a link's title, summary or address must hold to be followed; all are, where empty."""
    query: tuple[str, ...] = ()
    limit: int = 100
    """At most so many new pages a run; the rest waits for the next."""
    delay: float | None = None
    autothrottle: bool = True
    concurrency: int = 4
    time_limit: float = 600.0
    timeout: float = 30.0
    max_bytes: int = 20_000_000
    javascript: bool = False
    enabled: bool = True
    quiet_days: float | None = None
    """So many days without a new article are usual here; worked out from the history where not given."""
    links: str | None = None
    next: str | None = None
    pages: int | None = None
    """At most so many pages of a listing, or so many sitemaps of an index, or so many answers of a search."""
    days: int | None = None
    """How far back a search or a sitemap is read; a week for searches, everything for sitemaps where not given."""
    since: str | None = None
    until: str | None = None
    path: str | None = None
    endpoint: str | None = None
    """Another server that speaks the same interface (a mirror, or a test)."""
    client: str | None = None
    bodies: tuple[str, ...] = ()
    collections: tuple[int, ...] = ()
    token_env: str | None = None
    contact: str = ""

    @property
    def polite_delay(self) -> float:
        """Seconds between two requests to a host: one, unless set; none to this very machine."""
        if self.delay is not None:
            return self.delay
        asked = self.endpoint or self.url or next(iter(self.urls), None)
        return 0.0 if asked and is_loopback(host_of(asked)) else 1.0

    @property
    def token(self) -> str | None:
        """The access token, from the environment variable that `token_env` names: never from the file."""
        return os.environ.get(self.token_env) if self.token_env else None


def _is_address(value: Any) -> str | None:
    if isinstance(value, str) and value.split("://", 1)[0].lower() in SCHEMES and host_of(value):
        return None
    return f"{value!r} is no http or https address; give the whole one, https://..."


def _positive(value: Any) -> str | None:
    return None if value > 0 else f"{value} is not above zero; give a positive number"


def _not_negative(value: Any) -> str | None:
    return None if value >= 0 else f"{value} is below zero; give zero or more"


def _plain_id(value: str) -> str | None:
    plain = value and all(ch.isascii() and (ch.isalnum() or ch in "-_.") for ch in value)
    return None if plain else f"{value!r} may hold letters, digits, '-', '_' and '.' only; rename it"


def _texts(value: Any) -> str | None:
    good = isinstance(value, (str, bool)) or all(isinstance(item, str) for item in value)
    return None if good else "it must be a text or a list of texts; put quotes around each"


def _day(value: Any) -> str | None:
    try:
        date.fromisoformat(str(value))
    except ValueError:
        return f"{value!r} is no day; write it as 2025-01-31"
    return None


def _selector(value: str) -> str | None:
    try:
        HTMLTranslator().css_to_xpath(value)
    except SelectorError as error:
        return f"{value!r} is no CSS selector ({error}); mend it"
    return None


def _numbers(value: Any) -> str | None:
    return None if all(isinstance(item, int) for item in value) else "it must be a list of whole numbers"


def _addresses(value: Any) -> str | None:
    return next((wrong for item in value if (wrong := _is_address(item))), None) if value else "it is empty; list one"


NUMBER = (int, float)
DAY = Key((str, date), check=_day)
SELECTOR = Key(check=_selector)
COMMON: dict[str, Key] = {
    "id": Key(required=True, check=_plain_id),
    "name": Key(required=True),
    "kind": Key(required=True),
    "jurisdiction": Key(),
    "outlet": Key(),
    "match": Key((str, list, bool), check=_texts),
    "limit": Key(int, check=_positive),
    "delay": Key(NUMBER, check=_not_negative),
    "autothrottle": Key(bool),
    "concurrency": Key(int, check=_positive),
    "time_limit": Key(NUMBER, check=_positive),
    "timeout": Key(NUMBER, check=_positive),
    "max_bytes": Key(int, check=_positive),
    "javascript": Key(bool),
    "enabled": Key(bool),
    "quiet_days": Key(NUMBER, check=_positive),
}
URL = Key(required=True, check=_is_address)
ENDPOINT = Key(check=_is_address)
QUERY = Key((str, list), required=True, check=_texts)
PAGES = Key(int, check=_positive)
KINDS: dict[str, dict[str, Key]] = {
    "feed": {"url": URL},
    "sitemap": {"url": URL, "days": PAGES, "pages": PAGES},
    "listing": {"url": URL, "links": SELECTOR, "next": SELECTOR, "pages": PAGES},
    "newsroom": {"url": URL, "links": SELECTOR, "next": SELECTOR, "pages": PAGES},
    "google-news": {"query": QUERY, "endpoint": ENDPOINT, "days": PAGES},
    "gdelt": {"query": QUERY, "endpoint": ENDPOINT, "days": PAGES},
    "mediacloud": {
        "query": QUERY, "endpoint": ENDPOINT, "days": PAGES, "pages": PAGES,
        "token_env": Key(required=True), "collections": Key(list, check=_numbers),
    },
    "legistar": {
        "client": Key(required=True, check=_plain_id), "endpoint": ENDPOINT, "days": PAGES,
        "bodies": Key(list, check=_texts), "pages": PAGES,
    },
    "documents": {"url": ENDPOINT, "urls": Key(list, check=_addresses), "links": SELECTOR},
    "wayback": {"url": URL, "since": DAY, "until": DAY, "pages": PAGES, "endpoint": ENDPOINT},
    "warc": {"path": Key(required=True)},
}  # fmt: skip
_FILE = Shape(
    {"contact": Key(), "topic": Key(list, check=_texts), "sources": Key(list, required=True)}, "the sources file"
)


def load(path: Path | str) -> list[Source]:
    """The sources of a file, in its order. SourcesError (one line: file, line, key, remedy) where anything is wrong."""
    path = Path(path)
    try:
        data = _FILE.check(read(path), path)
        topic = tuple(data.get("topic") or topic_words())
        contact = os.environ.get("DETAINER_WATCH_CONTACT") or data.get("contact") or f"operator@{socket.getfqdn()}"
        entries: LocatedList = data["sources"]
        sources: list[Source] = []
        seen: dict[str, int] = {}
        for index, entry in enumerate(entries):
            source = _source(entry, path, entries.line_of(index), topic, contact)
            if source.id in seen:
                at = f"{path}:{entry.line_of('id')}"
                raise SourcesError(f"{at}: 'id' {source.id!r} stands already in line {seen[source.id]}; rename one")
            seen[source.id] = entry.line_of("id")
            sources.append(source)
    except SourcesError:
        raise
    except BadInput as error:
        raise SourcesError(str(error)) from None
    if not sources:
        raise SourcesError(f"{path}:{entries.line}: 'sources' is empty; add an entry with id, name, kind and url")
    return sources


def topic_words() -> list[str]:
    """The words of the topic as they come with the project."""
    path = Path(__file__).with_name("topic.yml")
    words: list[str] = Shape({"topic": Key(list, required=True, check=_texts)}, "the topic").check(read(path), path)[
        "topic"
    ]
    return words


def _source(entry: Any, path: Path, line: int, topic: tuple[str, ...], contact: str) -> Source:
    if not isinstance(entry, Located):
        raise SourcesError(f"{path}:{line}: each source must be a mapping with id, name and kind; indent its keys")
    kind = entry.get("kind")
    name = f"source {entry.get('id', '(no id)')!r}"
    if kind is not None and kind not in KINDS:
        at = f"{path}:{entry.line_of('kind')}"
        raise SourcesError(f"{at}: 'kind' in {name} is {kind!r}; use one of: {', '.join(KINDS)}")
    Shape({**COMMON, **(KINDS[kind] if kind else {})}, name).check(entry, path, line)
    if kind == "documents" and not (entry.get("url") or entry.get("urls")):
        raise SourcesError(f"{path}:{entry.line}: {name} lacks 'url' or 'urls'; give one")
    return Source(**_values(entry, topic), contact=contact)


def _values(entry: Mapping[str, Any], topic: tuple[str, ...]) -> dict[str, Any]:
    out: dict[str, Any] = dict(entry)
    match = out.pop("match", False)
    out["match"] = topic if match is True else () if match is False else _tuple(match)
    for key in ("since", "until"):
        if key in out:
            out[key] = str(out[key])
    for key in ("query", "urls", "bodies", "collections"):
        if key in out:
            out[key] = _tuple(out[key])
    return out


def _tuple(value: Any) -> tuple[Any, ...]:
    return (value,) if isinstance(value, str) else tuple(value)
