"""Arithmetic that a text invites: parts and totals, shares, complements, percentages, worked out from its own numbers.

Only exact counts of one side, place and period are reckoned with. A sum that stays below its total is left open (some
may be pending), one that exceeds it fails.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from typing import Any

from db.comparing.rules import family
from db.ids import short_id

Row = dict[str, Any]
_TOTAL = re.compile(r"\b(total|combined|altogether|in all|together|sum)\b", re.IGNORECASE)
_OTHER_WAY = re.compile(r"(?:[(,;–—-]\s*(?:or\s+)?|\bor\s+)(?:about |nearly |some |roughly |just over |just under )?$")
ROUNDING = 0.5
"""Percentage points that rounding may take or give; for a rate told as "about", 3."""


def check_article(claims: list[Row]) -> list[Row]:
    """The checks that the claims of one article allow, each with its outcome."""
    exact = [c for c in claims if c["comparator"] == "=" and c["value_max"] is None and c["unit"] == "count"]
    rows = [*_outcomes(exact), *_totals(exact), *_percentages(claims, exact)]
    return list({row["id"]: row for row in rows}.values())


def _outcomes(claims: list[Row]) -> Iterator[Row]:
    """Honored and declined against what was requested: 12 of 44 leaves 32; none honored leaves all."""
    for group in _groups(claims):
        whole, honored, declined = (_only(group, name) for name in ("requests", "honored", "declined"))
        if not (whole and honored and declined):
            continue
        expected = whole["value"] - honored["value"]
        kind = "complement" if honored["value"] == 0 else "share"
        told = f"{whole['value']:g} requested less {honored['value']:g} honored is {expected:g}"
        if declined["value"] == expected:
            yield _row(kind, declined, [whole, honored], expected, 1, f"{told}, as many as declined")
        elif declined["value"] < expected:
            open_ones = expected - declined["value"]
            told += f"; {declined['value']:g} declined leaves {open_ones:g} open"
            yield _row(kind, declined, [whole, honored], expected, None, told)
        else:
            yield _row(kind, declined, [whole, honored], expected, 0, f"{told}, not {declined['value']:g}")


def _totals(claims: list[Row]) -> Iterator[Row]:
    """Numbers of one measure in one sentence, the largest being the sum of the rest."""
    by_sentence: dict[tuple[Any, ...], dict[float, Row]] = defaultdict(dict)
    for claim in claims:
        by_sentence[claim["start"], claim["measure"], claim["claimant"]].setdefault(claim["value"], claim)
    for group in by_sentence.values():
        values = sorted(group)
        if len(values) < 3 or values[0] <= 0:
            continue
        total, parts = group[values[-1]], [group[value] for value in values[:-1]]
        expected = sum(values[:-1])
        told = f"{' and '.join(f'{value:g}' for value in values[:-1])} make {expected:g}"
        if expected == values[-1]:
            yield _row("total", total, parts, expected, 1, told)
        elif _TOTAL.search(total["sentence"]):
            yield _row("total", total, parts, expected, 0, f"{told}, not {values[-1]:g}")


def _percentages(claims: list[Row], exact: list[Row]) -> Iterator[Row]:
    """A rate against counts: those of its own sentence decide, others of the same account can only bear it out."""
    for rate in claims:
        if rate["unit"] != "percent" or rate["value_max"] is not None or rate["comparator"] not in ("=", "~"):
            continue
        room = 3.0 if rate["comparator"] == "~" else ROUNDING
        near = [c for c in exact if c["start"] == rate["start"] and c["value"] > 0]
        far = [c for group in _groups(exact) if _key(rate) == _key(group[0]) for c in group if c["value"] > 0]
        pairs = [pair for pair in [*_shares(near), *_shares(far)] if _comes_out(_percent(*pair), rate["value"], room)]
        if pairs:
            yield _rate_row(rate, *pairs[0], 1)
        elif _restates(rate) and len({c["value"] for c in near}) == 2 and (pair := next(iter(_shares(near)), None)):
            yield _rate_row(rate, *pair, 0)


def _restates(rate: Row) -> bool:
    """Whether the rate is told as another way to say the counts before it: "16 of 57, or 28 percent"."""
    return bool(_OTHER_WAY.search(rate["sentence"][: rate["value_start"] - rate["start"]]))


def _comes_out(percent: float, told: float, room: float) -> bool:
    """Whether a share is the rate that is told, or the rest of it is."""
    return abs(percent - told) <= room or abs(100 - percent - told) <= room


def _shares(claims: list[Row]) -> Iterator[tuple[Row, Row]]:
    """Pairs of a part and its whole: the smaller number is the part, the whole is what was requested or held."""
    for one, other in combinations(claims, 2):
        part, whole = sorted((one, other), key=lambda claim: claim["value"])
        if part["value"] < whole["value"] and (family(whole["measure"]) in ("requests", "active")):
            yield part, whole


def _percent(part: Row, whole: Row) -> float:
    return float(100 * part["value"] / whole["value"])


def _rate_row(rate: Row, part: Row, whole: Row, holds: int) -> Row:
    expected = round(_percent(part, whole), 1)
    if holds and abs(expected - rate["value"]) > abs(100 - expected - rate["value"]):
        expected = round(100 - expected, 1)
        told = f"all but {part['value']:g} of {whole['value']:g} is {expected:g} percent"
        return _row("percent", rate, [part, whole], expected, holds, told)
    told = f"{part['value']:g} of {whole['value']:g} is {expected:g} percent"
    return _row("percent", rate, [part, whole], expected, holds, told if holds else f"{told}, not {rate['value']:g}")


def _groups(claims: list[Row]) -> list[list[Row]]:
    groups: dict[tuple[Any, ...], list[Row]] = defaultdict(list)
    for claim in claims:
        groups[_key(claim)].append(claim)
    return list(groups.values())


def _key(claim: Row) -> tuple[Any, ...]:
    return claim["claimant"], claim["jurisdiction"], claim["period_start"], claim["period_end"]


def _only(group: list[Row], name: str) -> Row | None:
    """The one number of a family; None where there are several, since the larger ones may hold the smaller ones."""
    found = {claim["value"]: claim for claim in group if family(claim["measure"]) == name}
    return next(iter(found.values())) if len(found) == 1 else None


def _row(kind: str, claim: Row, against: list[Row], expected: float, holds: int | None, reason: str) -> Row:
    ids = " ".join(other["id"] for other in against)
    return {
        "id": short_id("check", kind, claim["id"], ids), "kind": kind, "article": claim["article"],
        "claim": claim["id"], "against": ids, "expected": expected, "found": claim["value"], "holds": holds,
        "reason": reason,
    }  # fmt: skip
