"""Figures: the same assertion wherever it is repeated, and what carries it.

A figure is made by claimant, measure, value, period and place. It is backed by stories, not by articles: forty copies
of one report are one story.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from db.comparing.rules import AVERAGES, basis, family
from db.ids import short_id

_FILLER = re.compile(r"^(?:the|of|those|these|its|their|his|her|all|about|such|a|an)\b\s*")


@dataclass(slots=True)
class Figure:
    """One assertion. `claimant_id` is the record of an agency or official, or the name where there is no record."""

    id: str
    claimant_id: str
    claimant: str | None
    claimant_type: str | None
    side: str
    """Whose side the claimant is on: one agency, or one town, county or state, whatever its parts are called."""
    agency: str | None
    official: str | None
    measure: str
    family: str
    basis: str
    counted: str | None
    value: float
    value_max: float | None
    comparator: str
    unit: str
    period_start: str | None
    period_end: str | None
    place: str | None
    jurisdiction: str | None
    status: str = "asserted"
    told: str | None = None
    """Day of the first article that carries it: where an open period ends."""
    claims: int = 0
    direct: int = 0
    articles: set[int] = field(default_factory=set)
    """Numbers of the articles that carry it."""
    best: tuple[Any, ...] = ()
    """(rank, id) of the claim that shows it best."""
    official_rows: int = 0
    confidence: float = 1.0
    """The highest of its claims; 1 for official data and what a person has confirmed."""
    part_in: set[int] = field(default_factory=set)
    """Numbers of those articles in which its own side gives a larger number of the same: there it is a part."""
    answers: set[str] = field(default_factory=set)
    """Figures that its own side gave in one article as another answer to the same question."""
    days: object = False
    """The span of its period once it has been compared (see amounts.days); False until then."""

    @property
    def is_part(self) -> bool:
        """Whether it never stands without the larger number that it is a part of."""
        return bool(self.articles) and self.articles == self.part_in


def counted_key(measure: str, unit: str, counted: str | None) -> str:
    """What tells two rates, two counts without a measure of their own, or two bases apart; "" for all else."""
    if measure not in ("rate", "other") and unit != "percent":
        return basis(counted, measure).replace("same", "")
    return plain_noun(counted or "")


@lru_cache(maxsize=65536)
def plain_noun(counted: str) -> str:
    """A noun as compared: lower case, no articles in front, singular."""
    words = re.sub(r"[^a-z0-9 -]", " ", counted.lower())
    while (shorter := _FILLER.sub("", words.strip())) != words:
        words = shorter
    return " ".join(word[:-1] if word.endswith("s") and not word.endswith("ss") else word for word in words.split())


def figure_id(
    claimant_id: str, measure: str, unit: str, counted: str | None, comparator: str, value: float,
    value_max: float | None, period_start: str | None, period_end: str | None, place: str | None, projection: bool,
    told_as: str = "",
) -> str:  # fmt: skip
    """The figure's id: of all that makes it, and of nothing else. `told_as`: see `basis_in` in db.comparing.rules."""
    number = f"{comparator}{value:.10g}" + ("" if value_max is None else f"-{value_max:.10g}")
    return short_id(
        "figure", claimant_id, measure, unit, counted_key(measure, unit, counted), number, period_start, period_end,
        place, ("projection" if projection else "") + ("average" if told_as == AVERAGES else told_as),
    )  # fmt: skip


def new_figure(row: dict[str, Any], claimant_id: str, side: str, figure: str) -> Figure:
    """A figure as its first claim (or row of official data) states it."""
    measure, counted = row["measure"], row.get("counted")
    return Figure(
        figure, claimant_id, row.get("claimant"), row.get("claimant_type"), side, row.get("claimant_agency"),
        row.get("claimant_official"), measure, family(measure),
        row.get("told_as") or basis(counted, measure), counted, row["value"],
        row.get("value_max"), row.get("comparator") or "=", row.get("unit") or "count", row.get("period_start"),
        row.get("period_end"), row.get("place"), row.get("jurisdiction"), row.get("status") or "asserted",
    )  # fmt: skip


def number_text(value: float, value_max: float | None, comparator: str, unit: str) -> str:
    """The value as it is shown: "198", "about 200", "more than 60", "10 to 12", "28 percent"."""
    words = {"~": "about ", ">": "more than ", ">=": "at least ", "<": "fewer than ", "<=": "at most "}
    shown = _plain_number(value)
    if value_max is not None:
        shown = f"{shown} to {_plain_number(value_max)}"
    return words.get(comparator, "") + shown + (" percent" if unit == "percent" else "")


def _plain_number(value: float) -> str:
    return f"{int(value):,}" if float(value).is_integer() else f"{value:,g}"


_MEASURE_WORDS = {
    "detainers_issued": "detainers issued", "detainers_received": "detainers received",
    "detainers_honored": "detainers honored", "detainers_declined": "detainers declined",
    "detainers_active": "active detainers", "notifications": "notifications", "transfers": "transfers",
    "releases": "releases", "arrests": "arrests", "removals": "removals", "rate": "rate",
    "requests": "detainer requests",
    "honored": "detainers honored", "declined": "detainers declined", "active": "active detainers",
}  # fmt: skip


def measure_text(measure: str, counted: str | None = None) -> str:
    if measure in ("other", "rate") and counted:
        return counted
    return _MEASURE_WORDS.get(measure, measure.replace("_", " "))


def period_text(start: str | None, end: str | None) -> str:
    """"2024", "Oct 2018 to Sep 2019" as plain ISO days: "2018-10-01 to 2019-09-30", "since 2023-10-01", "period not
    stated"."""
    if start and end:
        if start == end:
            return start
        if start.endswith("-01-01") and end == f"{start[:4]}-12-31":
            return start[:4]
        return f"{start} to {end}"
    if start:
        return f"since {start}"
    return f"to {end}" if end else "period not stated"


def title(figure: Figure) -> str:
    """The figure in one line."""
    number = number_text(figure.value, figure.value_max, figure.comparator, figure.unit)
    return (
        f"{figure.claimant or 'Claimant not stated'}: {number} {measure_text(figure.measure, figure.counted)}, "
        f"{figure.jurisdiction or 'place not stated'}, {period_text(figure.period_start, figure.period_end)}"
    )
