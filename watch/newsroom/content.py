"""The newsroom's content: outlets, articles and templates become the responses of a web site.

`build(base, day)` gives every path its `Response`. Articles are YAML files in `articles/`, one a piece; what is wrong
in one is an error that names the file. Day 2 differs from day 1 in the articles that have a `day2` part: a publisher
went back to a page and changed its figure.
"""

from __future__ import annotations

import hashlib
import html
import re
from dataclasses import dataclass
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any

import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined

ROOT = Path(__file__).parent
KEYS = {
    "outlet", "path", "title", "body", "published", "updated", "byline", "section", "summary", "show", "canonical",
    "feed", "copy_of", "day2",
}  # fmt: skip
SHOWN = {"json-ld", "meta", "time"}
"""Where a page shows its date: each article names those it has; one that names none shows no date at all."""


class ContentError(ValueError):
    """An article or outlet file that cannot be served: names the file and the key."""


@dataclass(frozen=True)
class Response:
    """What the server sends for one path."""

    body: bytes
    content_type: str = "text/html; charset=utf-8"
    status: int = 200
    location: str | None = None
    modified: datetime | None = None
    cut_at: int | None = None
    """Send only so many bytes of a body that was announced whole: a connection that broke."""

    @property
    def etag(self) -> str:
        return f'"{hashlib.sha256(self.body).hexdigest()[:20]}"'


@dataclass(frozen=True)
class Article:
    """One piece as its publisher has it on one day."""

    outlet: dict[str, Any]
    slug: str
    path: str
    title: str
    body: str
    published: datetime
    updated: datetime
    byline: str | None = None
    section: str = "Local News"
    summary: str = ""
    show: frozenset[str] = frozenset()
    canonical: bool = True
    feed: bool = True


def build(base: str, day: int = 1) -> dict[str, Response]:
    """Every path of the site on that day; `base` is the address it is served at, without a trailing slash."""
    outlets = _outlets()
    articles = load_articles(outlets, day)
    jinja = _environment()
    site: dict[str, Response] = {}
    for article in articles:
        others = [a for a in articles if a.outlet is article.outlet and a is not article]
        page = jinja.get_template(article.outlet["template"]).render(
            base=base, article=article, outlet=article.outlet, others=others[:4], blocks=blocks(article.body)
        )
        encoding = article.outlet.get("encoding", "utf-8")
        site[article.path] = Response(
            page.encode(encoding, "xmlcharrefreplace"), f"text/html; charset={encoding}", modified=article.updated
        )
    for outlet in outlets.values():
        own = sorted((a for a in articles if a.outlet is outlet and a.feed), key=lambda a: a.published, reverse=True)
        site |= _index(jinja, base, outlet, own)
    return site | _root(jinja, base, outlets) | _accidents(base, site)


def load_articles(outlets: dict[str, dict[str, Any]], day: int = 1) -> list[Article]:
    """The articles of `articles/`, oldest first, as they stand on that day; raises ContentError."""
    files = sorted((ROOT / "articles").glob("*.yml"))
    written = {file.stem: _read(file, day) for file in files}
    for file in files:
        if original := written[file.stem].get("copy_of"):
            if original not in written:
                raise ContentError(f"{file.name}: copy_of {original!r}, which is no article")
            written[file.stem]["body"] = f"{written[original]['body']}\n\n{written[file.stem]['body']}"
    found = [_article(file, written[file.stem], outlets) for file in files]
    return sorted(found, key=lambda a: (a.published, a.path))


def blocks(body: str) -> list[dict[str, str]]:
    """The blank-line separated parts of a body: `::kind text` is page furniture, `- ` lines a list, the rest prose."""
    out = []
    for part in re.split(r"\n\s*\n", body.strip()):
        text = " ".join(line.strip() for line in part.splitlines())
        if kind := re.match(r"::([a-z-]+)\s*", text):
            out.append({"kind": kind[1], "text": text[kind.end() :]})
        elif part.startswith("- "):
            out.append({"kind": "list", "text": "\n".join(re.split(r"(?:^|\n)- ", part)[1:])})
        else:
            out.append({"kind": "p", "text": text})
    return out


def _read(file: Path, day: int) -> dict[str, Any]:
    """An article file as it stands on that day, its keys checked."""
    data: dict[str, Any] = yaml.safe_load(file.read_text(encoding="utf-8"))
    if unknown := set(data) - KEYS:
        raise ContentError(f"{file.name}: unknown key {sorted(unknown)[0]!r}: known are {', '.join(sorted(KEYS))}")
    for key in ("outlet", "path", "title", "body", "published"):
        if not data.get(key):
            raise ContentError(f"{file.name}: {key!r} is missing")
    if strange := set(data.get("show", ())) - SHOWN:
        known = ", ".join(sorted(SHOWN))
        raise ContentError(f"{file.name}: unknown date place {sorted(strange)[0]!r}: known are {known}")
    change = data.pop("day2", None) or {}
    return data | change if day >= 2 else data


def _article(file: Path, data: dict[str, Any], outlets: dict[str, dict[str, Any]]) -> Article:
    if data["outlet"] not in outlets:
        raise ContentError(f"{file.name}: no outlet {data['outlet']!r} in outlets.yml")
    outlet = outlets[data["outlet"]]
    published = _moment(data["published"])
    return Article(
        outlet=outlet,
        slug=file.stem,
        path=f"/{outlet['id']}{data['path']}",
        title=data["title"],
        body=data["body"],
        published=published,
        updated=_moment(data.get("updated") or data["published"]),
        byline=data.get("byline"),
        section=data.get("section", "Local News"),
        summary=data.get("summary", ""),
        show=frozenset(data.get("show", ())),
        canonical=data.get("canonical", True),
        feed=data.get("feed", True),
    )


def _moment(value: Any) -> datetime:
    if isinstance(value, datetime):
        return value if value.tzinfo else value.replace(tzinfo=UTC)
    return datetime.combine(value, time(11, 30), UTC)


def _outlets() -> dict[str, dict[str, Any]]:
    listed = yaml.safe_load((ROOT / "outlets.yml").read_text(encoding="utf-8"))
    return {outlet["id"]: outlet for outlet in listed["outlets"]}


def _environment() -> Environment:
    jinja = Environment(loader=FileSystemLoader(ROOT / "templates"), autoescape=True, undefined=StrictUndefined)
    jinja.globals["email"] = _protected_email()
    return jinja


def _protected_email() -> str:
    """What is left of an address behind a mail-protection script: words in brackets, held by a no-break space."""
    return "[email\N{NO-BREAK SPACE}protected]"


def _index(jinja: Environment, base: str, outlet: dict[str, Any], articles: list[Article]) -> dict[str, Response]:
    """The outlet's front page and its feed or news sitemap."""
    latest = max((a.updated for a in articles), default=None)
    context = {"base": base, "outlet": outlet, "articles": articles, "latest": latest}
    front = jinja.get_template("front.html").render(context)
    machine = jinja.get_template(f"{outlet['feed']}.xml").render(context)
    types = {"rss": "application/rss+xml", "atom": "application/atom+xml", "news-sitemap": "application/xml"}
    return {
        f"/{outlet['id']}/": Response(front.encode(), modified=latest),
        outlet["feed_path"]: Response(machine.encode(), f"{types[outlet['feed']]}; charset=utf-8", modified=latest),
    }


def _root(jinja: Environment, base: str, outlets: dict[str, dict[str, Any]]) -> dict[str, Response]:
    robots = (ROOT / "robots.txt").read_text(encoding="utf-8").replace("{base}", base)
    front = jinja.get_template("root.html").render(base=base, outlets=list(outlets.values()))
    return {"/robots.txt": Response(robots.encode(), "text/plain; charset=utf-8"), "/": Response(front.encode())}


def _accidents(base: str, site: dict[str, Response]) -> dict[str, Response]:
    """What goes wrong on real sites, by `accidents.yml`: moved pages, missing ones, broken servers and connections."""
    listed = yaml.safe_load((ROOT / "accidents.yml").read_text(encoding="utf-8"))
    out: dict[str, Response] = {}
    for path, target in listed["moved"].items():
        if target not in site:
            raise ContentError(f"accidents.yml: {path} moved to {target}, which is no page")
        out[path] = Response(b"", status=301, location=base + target)
    for path, status in listed["failing"].items():
        out[path] = Response(f"<h1>{status}</h1>".encode(), status=status)
    for path, text in listed["forbidden"].items():
        out[path] = Response(f"<html><body><article><p>{html.escape(text)}</p></article></body></html>".encode())
    for path, share in listed["broken"].items():
        if path not in site:
            raise ContentError(f"accidents.yml: {path} is to break off, but is no page")
        out[path] = Response(site[path].body, site[path].content_type, cut_at=int(len(site[path].body) * share))
    return out
