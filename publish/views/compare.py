"""Figures side by side: a dispute, a figure with all that backs it, and any two figures a reader picks."""

from __future__ import annotations

import json

from datasette.app import Datasette
from datasette.utils import tilde_decode
from datasette.utils.asgi import NotFound, Request, Response

from db.claims.jsonld import figure_jsonld
from publish import queries, wording
from publish.database import NAME, Claims, Row, grouped
from publish.views.common import record, render
from publish.views.disputed import with_figures

CLAIMS_A_FIGURE = 30
FIGURES_OF_A_PLACE = 200


async def dispute(request: Request, datasette: Datasette) -> Response:
    """One dispute: its figures, each with every sentence that carries it, and the verdict on each pair."""
    row = await record(datasette, request, queries.DISPUTE, "dispute")
    claims = Claims(datasette)
    [row] = await with_figures(claims, [row])
    row["others"] = [figure_row for figure_row in row["all"] if figure_row not in row["sides"]]
    for figure_row in row["all"]:
        await _back(claims, figure_row)
    ids = [figure_row["id"] for figure_row in row["all"]]
    return await render(
        datasette, request, "dispute.html",
        dispute=row,
        pairs=await claims.all(queries.PAIRS_OF_DISPUTE, id=row["id"]),
        nearby=await _nearby(claims, row),
        corrections=await claims.of(queries.CORRECTIONS_OF_FIGURES, ids),
    )  # fmt: skip


async def figure(request: Request, datasette: Datasette) -> Response:
    """One figure: the stories that carry it and what it was held against."""
    row = await record(datasette, request, queries.FIGURE, "figure")
    claims = Claims(datasette)
    await _back(claims, row)
    return await render(
        datasette, request, "figure.html",
        figure=row,
        disputes=await with_figures(claims, await claims.all(queries.DISPUTES_OF_FIGURE, id=row["id"])),
        pairs=await claims.all(queries.PAIRS_OF_FIGURE, id=row["id"]),
        corrections=await claims.of(queries.CORRECTIONS_OF_FIGURES, [row["id"]]),
    )  # fmt: skip


async def figure_as_jsonld(request: Request, datasette: Datasette) -> Response:
    """A figure as a schema.org Claim, for those who publish a ClaimReview of it."""
    key, base = tilde_decode(request.url_vars["id"]), datasette.absolute_url(request, datasette.urls.instance())
    found = await datasette.get_database(NAME).execute_fn(lambda connection: figure_jsonld(connection, key, base))
    if found is None:
        raise NotFound(f"No figure here has the id “{key}”.")
    body = json.dumps(found, ensure_ascii=False, indent=2)
    return Response(body, content_type="application/ld+json; charset=utf-8")


async def compare(request: Request, datasette: Datasette) -> Response:
    """Two figures by id (`a`, `b`), else the figures of a place (`place`) and year (`year`) to pick two from."""
    claims = Claims(datasette)
    wanted = [request.args.get(name) for name in ("a", "b")]
    chosen = {row["id"]: row for row in await claims.of(queries.FIGURES_BY_ID, [w for w in wanted if w])}
    picked = [chosen[w] for w in wanted if w in chosen]
    missing = [w for w in wanted if w and w not in chosen]
    pair = None
    if len(picked) == 2 and picked[0] is not picked[1]:
        for row in picked:
            await _back(claims, row)
        pair = await claims.one(queries.PAIR, a=picked[0]["id"], b=picked[1]["id"])
    place, others = await _place(claims, request)
    year = _year(request)
    candidates = await _candidates(claims, place["id"], year) if place else []
    return await render(
        datasette, request, "compare.html",
        picked=picked, missing=missing, pair=pair, differences=differences(*picked) if len(picked) == 2 else [],
        place=place, others=others, asked=(request.args.get("place") or "").strip(), year=year, candidates=candidates,
        marked=marked(picked, candidates),
        places=await claims.all(queries.PLACES),
    )  # fmt: skip


def marked(picked: list[Row], candidates: list[Row]) -> tuple[str | None, str | None]:
    """Which two are marked to begin with: those picked, else the best backed and its best backed rival."""
    ranked = sorted(candidates, key=lambda row: (not row["disputes"], -(row["stories"] or 0)))
    a = picked[0] if picked else next(iter(ranked), None)
    if a is None:
        return None, None
    if len(picked) == 2:
        return a["id"], picked[1]["id"]
    rivals = [row for row in ranked if row["family"] == a["family"] and row["claimant"] != a["claimant"]]
    b = next((row for row in [*rivals, *ranked] if row["id"] != a["id"]), None)
    return a["id"], b["id"] if b else None


def differences(a: Row, b: Row) -> list[tuple[str, str, str, bool]]:
    """What the two figures say, field by field: name, in the one, in the other, whether it is the same."""
    unstated = "not stated"
    fields = (
        ("Value", wording.value(a["value"], a["comparator"], a["value_max"], a["unit"]),
         wording.value(b["value"], b["comparator"], b["value_max"], b["unit"])),
        ("Whose count", a["claimant"] or unstated, b["claimant"] or unstated),
        ("What is counted", wording.counted(a), wording.counted(b)),
        ("Place", a["jurisdiction"] or unstated, b["jurisdiction"] or unstated),
        ("Period", wording.period(a["period_start"], a["period_end"]),
         wording.period(b["period_start"], b["period_end"])),
        ("Unit", a["unit"] or "count", b["unit"] or "count"),
        ("Backed by", _backing(a), _backing(b)),
    )  # fmt: skip
    return [(name, left, right, left == right) for name, left, right in fields]


def _backing(row: Row) -> str:
    said = wording.plural(row["stories"], "story", "stories")
    rows = wording.plural(row["official_rows"], "row") + " of official data"
    return rows if row["official_rows"] and not row["stories"] else said


async def _back(claims: Claims, figure_row: Row) -> None:
    """Adds the reports that carry the figure, each with its sentences, and apart from them the copies."""
    rows = await claims.all(queries.CLAIMS_OF_FIGURE, id=figure_row["id"], limit=CLAIMS_A_FIGURE)
    reports = [_best_first(group) for group in grouped(rows, "article").values()]
    figure_row["reports"] = [report for report in reports if not report[0]["copied"]]
    figure_row["copies_shown"] = [report for report in reports if report[0]["copied"]]
    if not figure_row["reports"]:  # the original was never captured: the first copy stands for it
        figure_row["reports"], figure_row["copies_shown"] = reports[:1], reports[1:]
    figure_row["references"] = await claims.of(queries.REFERENCES_OF_FIGURES, [figure_row["id"]])
    figure_row["not_shown"] = max((figure_row["claims"] or 0) - len(rows), 0)


def _best_first(group: list[Row]) -> list[Row]:
    """The sentences of one article, the one that shows most of who speaks first."""
    return sorted(group, key=lambda row: (-(row["direct"] or 0), not row["speaker"], -(row["confidence"] or 0)))


async def _nearby(claims: Claims, dispute_row: Row) -> list[Row]:
    """Figures that were held against one of the dispute's and are not in it: they agree, drifted, or do not compare."""
    inside = {figure_row["id"] for figure_row in dispute_row["all"]}
    found: dict[str, Row] = {}
    for side in dispute_row["sides"]:
        for row in await claims.all(queries.PAIRS_OF_FIGURE, id=side["id"]):
            if row["other"] not in inside and row["verdict"] != "dispute":
                row["against"] = side
                found.setdefault(row["other"], row)
    return list(found.values())[:20]


async def _place(claims: Claims, request: Request) -> tuple[Row | None, list[Row]]:
    """The place that was asked for, by id or by the beginning of its name, and others that the name fits."""
    asked = (request.args.get("place") or "").strip()
    if not asked:
        return None, []
    row = await claims.one(queries.PLACE, id=asked)
    if row:
        return row, []
    for name in (asked, _as_written(asked)):
        if named := await claims.all(queries.PLACES_BY_NAME, name=name):
            return named[0], named[1:]
    return None, []


def _as_written(name: str) -> str:
    """A place in the letters that its name has here: "boston, ma" -> "Boston, MA"."""
    city, comma, state = name.partition(",")
    return city.strip().title() + (f", {state.strip().upper()}" if comma else "")


def _year(request: Request) -> int | None:
    text = (request.args.get("year") or "").strip()
    return int(text) if len(text) == 4 and text.isascii() and text.isdigit() else None


async def _candidates(claims: Claims, place: str, year: int | None) -> list[Row]:
    if year is None:
        return await claims.all(queries.FIGURES_OF_PLACE, id=place, limit=FIGURES_OF_A_PLACE)
    return await claims.all(
        queries.FIGURES_OF_PLACE_IN, id=place, first=f"{year}-01-01", last=f"{year}-12-31", limit=FIGURES_OF_A_PLACE
    )
