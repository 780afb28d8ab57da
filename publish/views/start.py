"""The first page, the list of disputes, the state of the sources, and how all this is made."""

from __future__ import annotations

from typing import Any

from datasette.app import Datasette
from datasette.utils.asgi import Request, Response

from publish import queries, wording
from publish.database import Claims, Row, grouped
from publish.views.common import limited, render
from publish.views.disputed import with_figures

ON_FIRST_PAGE = 9
A_PAGE = 25


async def first_page(request: Request, datasette: Datasette) -> Response:
    """Leads with the dispute that most stories carry; then the others, what is new, and how much there is."""
    claims = Claims(datasette)
    found = await with_figures(claims, await claims.all(queries.DISPUTES, after=-1, limit=ON_FIRST_PAGE))
    lead = found[0] if found else None
    if lead:
        await _quote_sides(claims, lead)
    newest = varied(await claims.all(queries.NEWEST_CLAIMS, before=2**62, limit=60))[:6]
    return await render(
        datasette, request, "first.html",
        lead=lead, others=found[1:], newest=newest, drifted=await claims.all(queries.DRIFTED, limit=3),
        built=await _built(claims),
    )  # fmt: skip


async def disputes(request: Request, datasette: Datasette) -> Response:
    """All disputes, those carried by most stories first."""
    claims = Claims(datasette)
    after = limited(request, "after", -1, 2**62)
    rows = await claims.all(queries.DISPUTES, after=after, limit=A_PAGE + 1)
    more = rows[A_PAGE - 1]["n"] if len(rows) > A_PAGE else None
    found = await with_figures(claims, rows[:A_PAGE])
    return await render(datasette, request, "disputes.html", disputes=found, more=more, after=after)


async def drift(request: Request, datasette: Datasette) -> Response:
    """What changed on the way: the same number with another place, period or measure; corrections; sums that fail."""
    claims = Claims(datasette)
    return await render(
        datasette, request, "drift.html",
        drifted=await claims.all(queries.DRIFTED, limit=100),
        corrections=await claims.all(queries.CORRECTED, limit=100),
        sums=await claims.all(queries.WRONG_SUMS, limit=100),
    )  # fmt: skip


async def sources(request: Request, datasette: Datasette) -> Response:
    """What is watched and how it fares, and what the last runs did."""
    claims = Claims(datasette)
    runs = await claims.all(queries.RUNS)
    did = grouped(await claims.of(queries.RUN_SOURCES, [run["id"] for run in runs]), "run")
    watched = await claims.all(queries.SOURCES)
    return await render(datasette, request, "sources.html", sources=watched, runs=runs, did=did)


async def about(request: Request, datasette: Datasette) -> Response:
    """The method, the measures, the measured precision, and what this database was built from."""
    claims = Claims(datasette)
    return await render(
        datasette, request, "about.html",
        measures=[(name, wording.MEASURES[name], text) for name, text in wording.MEASURE_HELP.items()],
        precision=await claims.all(queries.PRECISION), built=await _built(claims),
    )  # fmt: skip


def varied(rows: list[Row], most: int = 2) -> list[Row]:
    """Claims in their order, of each article no more than so many: one long report is not all the news."""
    return [row for index, row in enumerate(rows)
            if sum(other["article"] == row["article"] for other in rows[:index]) < most]  # fmt: skip


async def _quote_sides(claims: Claims, dispute: Row) -> None:
    shown = {row["id"]: row for row in await claims.of(
        queries.CLAIMS_BY_ID, [side["claim"] for side in dispute["sides"] if side["claim"]]
    )}  # fmt: skip
    for side in dispute["sides"]:
        side["shown"] = shown.get(side["claim"])


async def _built(claims: Claims) -> dict[str, Any]:
    return {row["key"]: row["value"] for row in await claims.all(queries.ABOUT)}
