"""From a figure back to its bytes: the claim, the article and its versions, the capture and its archive record."""

from __future__ import annotations

from datasette.app import Datasette
from datasette.utils.asgi import Request, Response

from publish import queries
from publish.database import Claims
from publish.views.common import record, render
from publish.views.disputed import with_figures


async def claim(request: Request, datasette: Datasette) -> Response:
    """One claim, its permanent address: the words, who said them, and each step back to the archived bytes."""
    row = await record(datasette, request, queries.CLAIM, "claim")
    claims = Claims(datasette)
    return await render(
        datasette, request, "claim.html",
        claim=row,
        disputes=await with_figures(claims, await claims.all(queries.DISPUTES_OF_FIGURE, id=row["figure"])),
        checks=await claims.all(queries.CHECKS_OF_CLAIM, id=row["id"]),
        decisions=await claims.all(queries.DECISIONS_ON, id=row["id"]),
        corrections=await claims.of(queries.CORRECTIONS_OF_FIGURES, [row["figure"]]),
    )  # fmt: skip


async def article(request: Request, datasette: Datasette) -> Response:
    """One article: what was read from it, its texts over time, and the copies of the same reporting."""
    row = await record(datasette, request, queries.ARTICLE, "article")
    claims = Claims(datasette)
    key = row["id"]
    siblings = await claims.all(queries.SIBLINGS, story=row["story"]) if row["story"] else []
    return await render(
        datasette, request, "article.html",
        article=row,
        claims=await claims.all(queries.CLAIMS_OF_ARTICLE, id=key),
        versions=await claims.all(queries.VERSIONS_OF_ARTICLE, id=key),
        quotes=await claims.all(queries.QUOTES_OF_ARTICLE, id=key),
        officials=await claims.all(queries.OFFICIALS_OF_ARTICLE, id=key),
        statutes=await claims.all(queries.STATUTES_OF_ARTICLE, id=key),
        corrections=await claims.all(queries.CORRECTIONS_OF_ARTICLE, id=key),
        checks=await claims.all(queries.CHECKS_OF_ARTICLE, id=key),
        siblings=[other for other in siblings if other["id"] != key],
    )  # fmt: skip


async def capture(request: Request, datasette: Datasette) -> Response:
    """One download: what came back, where its bytes lie, and how anyone can check them."""
    row = await record(datasette, request, queries.CAPTURE, "capture")
    claims = Claims(datasette)
    return await render(
        datasette, request, "capture.html",
        capture=row,
        versions=await claims.all(queries.VERSIONS_OF_CAPTURE, id=row["id"]),
        claims=await claims.all(queries.CLAIMS_OF_CAPTURE, id=row["id"]),
    )  # fmt: skip
