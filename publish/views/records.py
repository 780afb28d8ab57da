"""Agencies, people, places and laws: a page for each, and a list of each kind."""

from __future__ import annotations

from urllib.parse import urlencode

from datasette.app import Datasette
from datasette.utils.asgi import Request, Response

from publish import queries
from publish.database import Claims, grouped
from publish.views.common import record, render
from publish.views.disputed import with_figures

A_LIST = 200
KINDS = {
    "agencies": ("agency", "Agencies and organizations", "Whose counts are claimed, or who is named in the coverage."),
    "people": ("person", "People", "Named public officials and spokespeople, with the role last seen."),
    "places": ("place", "Places", "Cities, counties and states whose counts are claimed."),
    "laws": ("law", "Laws", "Laws, rulings, policies and forms that the coverage names or cites."),
}


async def agency(request: Request, datasette: Datasette) -> Response:
    """An agency: the disputes it is a party to, the figures it gave, and who speaks for it."""
    row = await record(datasette, request, queries.AGENCY, "agency")
    claims, key = Claims(datasette), row["id"]
    return await render(
        datasette, request, "agency.html",
        agency=row,
        disputes=await with_figures(claims, await claims.all(queries.DISPUTES_OF_AGENCY, id=key)),
        figures=await claims.all(queries.FIGURES_OF_AGENCY, id=key, limit=100),
        officials=await claims.all(queries.OFFICIALS_OF_AGENCY, id=key),
        aliases=await claims.all(queries.ALIASES["agency"], id=key),
        joins=await claims.all(queries.JOINS, id=key),
    )  # fmt: skip


async def person(request: Request, datasette: Datasette) -> Response:
    """An official: roles over time, the numbers they uttered, their words."""
    row = await record(datasette, request, queries.OFFICIAL, "person")
    claims, key = Claims(datasette), row["id"]
    return await render(
        datasette, request, "person.html",
        person=row,
        roles=await claims.all(queries.ROLES_OF_OFFICIAL, id=key),
        claims=await claims.all(queries.CLAIMS_OF_OFFICIAL, id=key, limit=50),
        quotes=await claims.all(queries.QUOTES_OF_OFFICIAL, id=key, limit=30),
        aliases=await claims.all(queries.ALIASES["person"], id=key),
        joins=await claims.all(queries.JOINS, id=key),
    )  # fmt: skip


async def place(request: Request, datasette: Datasette) -> Response:
    """A place: its disputes and its figures by period."""
    row = await record(datasette, request, queries.PLACE, "place")
    claims, key = Claims(datasette), row["id"]
    figures = await claims.all(queries.FIGURES_OF_PLACE, id=key, limit=200)
    return await render(
        datasette, request, "place.html",
        place=row,
        disputes=await with_figures(claims, await claims.all(queries.DISPUTES_OF_PLACE, id=key)),
        absences=await claims.all(queries.ABSENCES_OF_PLACE, id=key),
        years=grouped([{**f, "year": (f["period_start"] or f["period_end"] or "")[:4]} for f in figures], "year"),
        aliases=await claims.all(queries.ALIASES["place"], id=key),
        joins=await claims.all(queries.JOINS, id=key),
    )  # fmt: skip


async def law(request: Request, datasette: Datasette) -> Response:
    """A law, ruling, policy or form: its wordings and the articles that name it."""
    row = await record(datasette, request, queries.STATUTE, "law")
    claims, key = Claims(datasette), row["id"]
    return await render(
        datasette, request, "law.html",
        law=row,
        articles=await claims.all(queries.ARTICLES_OF_STATUTE, id=key, limit=100),
        aliases=await claims.all(queries.ALIASES["law"], id=key),
        joins=await claims.all(queries.JOINS, id=key),
    )  # fmt: skip


async def listing(request: Request, datasette: Datasette) -> Response:
    """All records of one kind, by name; two of one name are two records."""
    kind, title, intro = KINDS[request.url_vars["kind"]]
    after, key = request.args.get("after") or "", request.args.get("id") or ""
    rows = await Claims(datasette).all(queries.LISTS[kind], after=after, id=key, limit=A_LIST + 1)
    more = urlencode({"after": rows[A_LIST - 1]["name"], "id": rows[A_LIST - 1]["id"]}) if rows[A_LIST:] else None
    return await render(
        datasette, request, "listing.html",
        kind=kind, path=request.url_vars["kind"], title=title, intro=intro, rows=rows[:A_LIST], more=more, after=after,
    )  # fmt: skip
