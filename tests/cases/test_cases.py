"""Each case goes through a real archive and a real build; what the published pairs and disputes say is compared."""

from __future__ import annotations

from pathlib import Path

import pytest

from db.build import build
from tests.cases.load import Case, Expected, cases
from tests.db.examples import fill, rows

ALL = [case for name in ("known", "lookalikes", "disputes") for case in cases(name)]
PAIRS = """SELECT p.verdict, p.kind, p.reason, p.figure_a, p.figure_b FROM pairs p"""
FIGURES = "SELECT c.figure, a.url, c.value_start FROM claims c JOIN articles a ON a.id = c.article"
ALONE = """SELECT d.kind, f.figure FROM disputes d JOIN dispute_figures f ON f.dispute = d.id WHERE d.figures = 1"""


def outcome(case: Case, folder: Path) -> dict[tuple[str, str | None], tuple[str, str]]:
    """Verdict and kind of every pair of the case's claims, by their keys; of one claim and None where it is alone."""
    built = folder / "claims.db"
    build(fill(folder / "archive.db", case.pieces), built)
    figure_at = {(row["url"], row["value_start"]): row["figure"] for row in rows(built, FIGURES)}
    keys: dict[str, list[str]] = {}
    for key, place in case.at.items():
        if place in figure_at:
            keys.setdefault(figure_at[place], []).append(key)
    found: dict[tuple[str, str | None], tuple[str, str]] = {}
    for pair in rows(built, PAIRS):
        for a in keys.get(pair["figure_a"], []):
            for b in keys.get(pair["figure_b"], []):
                found[a, b] = found[b, a] = (pair["verdict"], pair["kind"])
    for alone in rows(built, ALONE):
        found |= {(key, None): ("dispute", alone["kind"]) for key in keys.get(alone["figure"], [])}
    for same in keys.values():  # one figure told twice agrees with itself
        found |= {(a, b): ("agrees", "value") for a in same for b in same if a != b}
    return found


def wrong(expected: Expected, found: dict[tuple[str, str | None], tuple[str, str]]) -> str | None:
    verdict, kind = found.get((expected.a, expected.b), ("not comparable", ""))
    if verdict != expected.verdict or (expected.kind and kind and kind != expected.kind):
        return f"{expected.a} and {expected.b}: {verdict} ({kind}), not {expected.verdict} ({expected.kind})"
    return None


@pytest.mark.parametrize("case", ALL, ids=lambda case: case.id)
def test_what_comparing_finds(case: Case, tmp_path: Path) -> None:
    found = outcome(case, tmp_path)
    mistakes = [message for expected in case.expect if (message := wrong(expected, found))]
    asked = {frozenset((e.a, e.b)) for e in case.expect if e.verdict == "dispute"}
    disputed = {frozenset(pair) for pair, (verdict, _) in found.items() if verdict == "dispute" and None not in pair}
    disputed |= {frozenset(pair) for pair in found if None in pair}
    mistakes += [f"in dispute, and should not be: {sorted(map(str, pair))}" for pair in disputed - asked]
    assert mistakes == []


def test_there_are_enough_look_alikes() -> None:
    pairs = [e for case in cases("lookalikes") for e in case.expect if e.verdict != "dispute"]
    assert len(pairs) >= 40
