"""Search: the words of claims' sentences and of whole articles, newest first, narrowed by facets."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from datasette.app import Datasette
from datasette.utils.asgi import Request, Response

from publish import highlight, queries, wording
from publish.database import Claims, Row
from publish.views.common import limited, render

A_PAGE = 25
COUNTED = 1000
"""Facets are counted among this many newest hits: counting a million at each request takes longer than a second."""
SHOWN = 8
"""Values shown of each facet."""
FILTERS = ("measure", "claimant", "place", "outlet", "year")
TITLES = {
    "measure": "What is counted",
    "claimant": "Whose count",
    "place": "Place",
    "outlet": "Outlet",
    "year": "Year counted",
}

_TERM = re.compile(r'"([^"]*)"|(\S+)')


@dataclass(frozen=True)
class Choice:
    """One value of a facet: what it is called, how many hits have it, and the address that takes it or leaves it."""

    label: str
    count: int
    href: str
    chosen: bool


async def search(request: Request, datasette: Datasette) -> Response:
    """Claims by words (`q`) and facets (`measure`, `claimant`, `place`, `outlet`, `year`), 25 a page."""
    claims = Claims(datasette)
    asked = {name: (request.args.get(name) or "").strip() for name in ("q", *FILTERS)}
    match = match_expression(asked["q"])
    chosen = {name: asked[name] for name in FILTERS if asked[name]}
    nothing = bool(asked["q"]) and match is None
    hits = [] if nothing else await claims.all(_statement(match, chosen), **_parameters(match, chosen))
    page = max(1, limited(request, "page", 1, COUNTED // A_PAGE))
    shown = hits[(page - 1) * A_PAGE : page * A_PAGE]
    path = datasette.urls.path("/-/search")
    return await render(
        datasette, request, "search.html",
        q=asked["q"], chosen=chosen, names=_names(chosen, hits), hits=len(hits), most=COUNTED,
        rows=await _dressed(claims, shown, match),
        facets={TITLES[name]: _choices(name, hits, asked, path) for name in FILTERS},
        articles=await _articles(claims, match) if match and page == 1 and not chosen else [],
        earlier=f"{path}?{_query(asked, page=str(page - 1))}" if page > 1 else None,
        later=f"{path}?{_query(asked, page=str(page + 1))}" if len(hits) > page * A_PAGE else None,
        clear=f"{path}?{urlencode({'q': asked['q']})}",
    )  # fmt: skip


def match_expression(text: str) -> str | None:
    """What a person typed as an FTS5 expression: every word or "quoted phrase" has to occur. None without any word."""
    terms = [quoted or word.replace('"', "") for quoted, word in _TERM.findall(text)]
    terms = [term for term in terms if re.search(r"\w", term)]
    return " ".join(f'"{term}"' for term in terms[:20]) or None


def _statement(match: str | None, chosen: dict[str, str]) -> str:
    conditions = [queries.SEARCH_FILTERS[name] for name in chosen]
    where = (" where " + " and ".join(conditions)) if conditions else ""
    if match:
        source = queries.SEARCH_WORDS
    elif any(name != "year" for name in chosen):
        source = queries.SEARCH_ALL
    else:
        source = queries.SEARCH_NEWEST
    return source + where + queries.SEARCH_ORDER


def _parameters(match: str | None, chosen: dict[str, str]) -> dict[str, Any]:
    found: dict[str, Any] = {"limit": COUNTED, **chosen}
    if match:
        found["match"] = match
    if "year" in chosen:
        found["year"] = chosen["year"][:4]
    return found


async def _dressed(claims: Claims, shown: list[Row], match: str | None) -> list[Row]:
    """The claims of one page in full, in their order, with the words that were looked for marked."""
    full = {row["id"]: row for row in await claims.of(queries.CLAIMS_BY_ID, [row["id"] for row in shown])}
    rows = [full[row["id"]] for row in shown if row["id"] in full]
    if match and rows:
        marked = await claims.of(
            queries.SEARCH_MARKED, [row["n"] for row in rows],
            match=match, left=highlight.SEARCH_LEFT, right=highlight.SEARCH_RIGHT,
        )  # fmt: skip
        by_number = {row["n"]: row["marked"] for row in marked}
        for row in rows:
            row["marked"] = by_number.get(row["n"])
    return rows


async def _articles(claims: Claims, match: str) -> list[Row]:
    return await claims.all(queries.SEARCH_ARTICLES, match=match, limit=10)


def _choices(name: str, hits: list[Row], asked: dict[str, str], path: str) -> list[Choice]:
    counts = Counter(hit[name] for hit in hits if hit[name])
    labels = {hit["place"]: hit["jurisdiction"] for hit in hits} if name == "place" else {}
    choices = []
    for found, count in counts.most_common(SHOWN):
        chosen = asked[name] == found
        href = f"{path}?{_query({**asked, name: '' if chosen else found})}"
        choices.append(Choice(label(name, found, labels), count, href, chosen))
    return choices


def label(name: str, found: str, labels: dict[str, str]) -> str:
    """How a facet's value is called."""
    if name == "measure":
        return wording.measure(found)
    return labels.get(found, found) or found


def _names(chosen: dict[str, str], hits: list[Row]) -> dict[str, str]:
    labels = {hit["place"]: hit["jurisdiction"] for hit in hits if hit["place"]}
    return {TITLES[name]: label(name, found, labels) for name, found in chosen.items()}


def _query(asked: dict[str, str], **more: str) -> str:
    return urlencode({name: text for name, text in {**asked, **more}.items() if text})
