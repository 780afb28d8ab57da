"""A dispute as pages show it: its figures, the two that are set against each other, and the question they raise."""

from __future__ import annotations

from publish import queries, wording
from publish.database import Claims, Row, grouped


async def with_figures(claims: Claims, rows: list[Row]) -> list[Row]:
    """Disputes, each with its figures from the lowest to the highest, its sides, and its headline."""
    ids = [row["id"] for row in rows]
    figures = grouped(await claims.of(queries.FIGURES_OF_DISPUTES, ids), "dispute")
    rivals = grouped(await claims.of(queries.RIVALS, ids), "dispute")
    for row in rows:
        row["all"] = figures.get(row["id"], [])
        row["sides"] = sides(row["all"], rivals.get(row["id"], []))
        row["headline"] = headline(row)
        row["dek"] = wording.against(*row["sides"]) if len(row["sides"]) == 2 else row["reason"] or row["title"]
    return rows


def sides(figures: list[Row], rivals: list[Row]) -> list[Row]:
    """The two figures to set against each other, the lower first: of the pairs that dispute each other the best backed.

    The lowest and the highest of a large dispute are often a misreading or a rounding; what most stories carry is what
    the dispute is about. Without judged pairs the lowest and the highest stand in.
    """
    by_id = {figure["id"]: figure for figure in figures}
    pairs = [[by_id[pair["figure_a"]], by_id[pair["figure_b"]]] for pair in rivals
             if pair["figure_a"] in by_id and pair["figure_b"] in by_id]  # fmt: skip
    if not pairs:
        return [figures[0], figures[-1]] if len(figures) > 1 else figures[:1]
    best = max(pairs, key=_backing)
    return sorted(best, key=lambda figure: figure["value"] or 0)


def _backing(pair: list[Row]) -> tuple[float, ...]:
    a, b = pair
    stories = (a["stories"] or 0, b["stories"] or 0)
    exact = (a["comparator"] == "=") + (b["comparator"] == "=")
    apart = abs((a["value"] or 0) - (b["value"] or 0))
    return min(stories), sum(stories), a["claimant"] != b["claimant"], exact, apart


def headline(dispute: Row) -> str:
    """The dispute in a question: "Boston, 2024: 15 or 198 detainer requests?"."""
    place = short_place(dispute["jurisdiction"])
    when = wording.period(dispute["period_start"], dispute["period_end"])
    unit = "%" if dispute["unit"] == "percent" else ""
    values = [wording.value(side["value"], side["comparator"], side["value_max"], side["unit"])
              for side in dispute["sides"]]  # fmt: skip
    low, high = wording.number(dispute["lowest"]), wording.number(dispute["highest"])
    numbers = " or ".join(values) or f"{low}{unit} or {high}{unit}"
    return f"{place}, {when}: {numbers}?" if when != "period not stated" else f"{place}: {numbers}?"


def short_place(name: str | None) -> str:
    """A place as a headline has it: "Boston, MA" is Boston; counties and states stay as they are."""
    if not name:
        return "Place not stated"
    city, comma, state = name.rpartition(", ")
    return city if comma and len(state) == 2 else name
