"""Two figures, and what they come to: the rules of comparing, one pair a rule."""

from __future__ import annotations

from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from common.errors import BadInput
from db.comparing.figures import Figure, figure_id, new_figure
from db.comparing.pairs import compare
from db.comparing.rules import FILE, basis_in, rules
from tests.db.examples import BPD, ICE

CITY = "Boston, MA"
NUMBERS = count(100)


def figure(value: float, measure: str = "detainers_issued", claimant: str | None = ICE, **more: Any) -> Figure:
    """A figure for Boston in 2024 unless told otherwise; each stands in an article of its own."""
    start, end = more.pop("period", ("2024-01-01", "2024-12-31"))
    articles, part = more.pop("articles", {next(NUMBERS)}), more.pop("part", False)
    confidence = more.pop("confidence", 0.9)
    row = {
        "value": value, "measure": measure, "claimant": claimant, "comparator": "=", "unit": "count",
        "counted": None, "period_start": start, "period_end": end, "jurisdiction": CITY, **more,
    }  # fmt: skip
    row["place"] = row["jurisdiction"]
    key = figure_id(claimant or "", measure, row["unit"], row["counted"], row["comparator"], value,
                    row.get("value_max"), start, end, row["place"], False)  # fmt: skip
    made = new_figure(row, claimant or "", claimant or "", key)
    made.told, made.articles = more.get("told", "2025-01-10"), articles
    made.confidence = confidence
    made.part_in = set(articles) if part else set()
    return made


RECEIVED = figure(15, "detainers_received", BPD)
Y2023 = ("2023-01-01", "2023-12-31")
OPEN = ("2025-01-20", None)

PAIRS: list[tuple[str, Figure, Figure, str, str]] = [
    ("the seed case", RECEIVED, figure(198), "dispute", "rivals"),
    ("about 200 and 198", figure(200, comparator="~"), figure(198), "agrees", "value"),
    ("at least 150 and 198", figure(150, comparator=">="), figure(198), "agrees", "value"),
    ("more than 198 and 198", figure(198, claimant=BPD, comparator=">"), figure(198), "agrees", "value"),
    ("more than 250 and 198", figure(250, claimant=BPD, comparator=">"), figure(198), "dispute", "rivals"),
    ("fewer than 20 and 15", RECEIVED, figure(20, comparator="<"), "agrees", "value"),
    ("10 to 12 and 15", RECEIVED, figure(10, value_max=12.0, comparator="range"), "dispute", "rivals"),
    ("a round thousand", figure(33179), figure(33000, claimant=BPD), "agrees", "value"),
    ("a round hundred below a thousand", figure(198), figure(200, claimant=BPD), "dispute", "rivals"),
    ("another year", RECEIVED, figure(198, period=Y2023), "not comparable", "period"),
    ("a fiscal year", RECEIVED, figure(15, "detainers_received", BPD, period=("2023-07-01", "2024-06-30")),
     "not comparable", "period"),
    ("no period", RECEIVED, figure(198, period=(None, None)), "not comparable", "period"),
    ("another city", RECEIVED, figure(198, jurisdiction="Worcester, MA"), "not comparable", "place"),
    ("no place", RECEIVED, figure(198, jurisdiction=None), "not comparable", "place"),
    ("another measure", RECEIVED, figure(40, "arrests"), "not comparable", "measure"),
    ("a percentage", RECEIVED, figure(28, "rate", BPD, unit="percent"), "not comparable", "unit"),
    ("a forecast", RECEIVED, figure(30, "detainers_received", BPD, status="projection"), "not comparable",
     "projection"),
    ("requests of two kinds", RECEIVED, figure(198, counted="notification requests"), "not comparable", "basis"),
    ("withdrawn", RECEIVED, figure(198, status="withdrawn"), "superseded", "withdrawn"),
    ("nobody's numbers", figure(15, claimant=None), figure(198, claimant=None), "not comparable", "claimant"),
    ("more declined than requested", RECEIVED, figure(198, "detainers_declined"), "dispute", "part above whole"),
    ("fewer declined than requested", figure(12, "detainers_declined", BPD), figure(198), "not comparable", "measure"),
    ("read with little confidence", RECEIVED, figure(198, confidence=0.3), "not comparable", "confidence"),
    ("one side's week above its quarter", figure(2825, period=("2024-02-08", "2024-02-14")),
     figure(1012, period=("2024-01-01", "2024-03-31")), "not comparable", "period"),
    ("the same two people", figure(2, "detainers_declined"), figure(2, "transfers", BPD), "dispute",
     "opposite outcome"),
    ("one article, one side", figure(6, "detainers_declined", articles={1}),
     figure(18, "detainers_declined", articles={1}), "not comparable", "part"),
    ("a part against the other side's total", figure(6, "detainers_received", BPD, part=True), figure(198),
     "not comparable", "part"),
    ("one side twice", figure(266, "transfers", BPD), figure(519, "transfers", BPD, told="2025-08-01"), "dispute",
     "self"),
    ("one side that tells what it got and what was sent", figure(15, "detainers_received", BPD),
     figure(40, "detainers_issued", BPD, told="2025-08-01"), "not comparable", "measure"),
    ("one side's data, drawn again", figure(273982, told="2013-09-17"), figure(276181, told="2018-03-14"),
     "not comparable", "vintage"),
    ("one side's operations", figure(31, "arrests"), figure(614, "arrests"), "not comparable", "part"),
    ("most of the year", RECEIVED, figure(198, period=("2024-01-01", "2024-12-11")), "dispute", "rivals"),
    ("most of the year, a few more", RECEIVED, figure(13, period=("2024-01-01", "2024-12-11")), "not comparable",
     "period"),
    ("half a year within it, fewer", figure(198), figure(90, period=("2024-01-01", "2024-06-30")), "not comparable",
     "period"),
    ("half a year within it, more", RECEIVED, figure(90, period=("2024-01-01", "2024-06-30")), "dispute", "rivals"),
    ("a running count, later", figure(119, period=OPEN, told="2025-06-01"),
     figure(150, period=OPEN, told="2025-07-01"), "not comparable", "period"),
    ("a running count that shrinks", figure(150, period=OPEN, told="2025-06-01"),
     figure(119, period=OPEN, told="2025-07-01"), "dispute", "self"),
    ("city and state", figure(6947, "releases"), figure(6947, "releases", jurisdiction="Massachusetts"), "drift",
     "place"),
    ("a small number in city and state", RECEIVED, figure(15, "detainers_received", BPD, jurisdiction="Massachusetts"),
     "not comparable", "place"),
    ("calendar and fiscal", figure(1526), figure(1526, period=("2023-10-01", "2024-09-30")), "drift", "period"),
    ("released and ignored", figure(1768, "releases"), figure(1768, "detainers_declined"), "drift", "measure"),
    ("lodged and none honored", figure(1768), figure(1768, "detainers_declined"), "not comparable", "measure"),
    ("people and requests", figure(207, "detainers_active"), figure(207, "detainers_active", counted="non-citizens"),
     "drift", "basis"),
    ("two stocks a month apart", figure(94, "detainers_active", BPD, period=(None, None), told="2025-01-10"),
     figure(380, "detainers_active", period=(None, None), told="2025-02-20"), "not comparable", "period"),
    ("two stocks of one week", figure(94, "detainers_active", BPD, period=(None, None), told="2025-01-10"),
     figure(380, "detainers_active", period=(None, None), told="2025-01-12"), "dispute", "rivals"),
    ("rates of one thing", figure(98, "rate", BPD, unit="percent", counted="first offenders"),
     figure(30, "rate", unit="percent", counted="the first offenders"), "dispute", "rivals"),
    ("rates of two things", figure(98, "rate", BPD, unit="percent", counted="first offenders"),
     figure(30, "rate", unit="percent", counted="requests by fax"), "not comparable", "basis"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "a", "b", "verdict", "kind"), PAIRS, ids=[pair[0] for pair in PAIRS])
def test_a_pair_comes_to_its_verdict_both_ways(name: str, a: Figure, b: Figure, verdict: str, kind: str) -> None:
    for found in (compare(a, b), compare(b, a)):
        assert (found.verdict, found.kind) == (verdict, kind), found.reason
        assert found.reason


DAYS = st.sampled_from([None, "2023-10-01", "2024-01-01", "2024-06-30", "2024-12-31", "2025-01-20"])
ANY_FIGURE = st.builds(
    lambda value, measure, claimant, comparator, start, end, where, told, shared, confidence: figure(
        value, measure, claimant, comparator=comparator, period=(start, end), jurisdiction=where, told=told,
        articles={shared}, confidence=confidence,
    ),
    st.sampled_from([0, 2, 15, 198, 200, 1768, 6947, 33000, 33179]), st.sampled_from(sorted(rules().family_of)),
    st.sampled_from([ICE, BPD, None]), st.sampled_from(["=", "~", ">", ">=", "<", "<="]), DAYS, DAYS,
    st.sampled_from([CITY, "Worcester, MA", "Massachusetts", "United States", None]),
    st.sampled_from(["2024-07-01", "2025-01-10", "2025-03-01"]), st.integers(1, 3), st.sampled_from([0.3, 0.9]),
)  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(ANY_FIGURE, ANY_FIGURE)
def test_which_figure_comes_first_is_no_matter(a: Figure, b: Figure) -> None:
    one, other = compare(a, b), compare(b, a)
    assert (one.verdict, one.kind) == (other.verdict, other.kind)


@settings(max_examples=200, deadline=None)
@given(ANY_FIGURE)
def test_no_figure_is_in_dispute_with_itself(a: Figure) -> None:
    assert compare(a, a).verdict in ("agrees", "not comparable")


def test_enough_requests_leave_room_for_both_outcomes() -> None:
    declined, handed_over = figure(2, "detainers_declined"), figure(2, "transfers", BPD)
    assert compare(declined, handed_over, requests=4).verdict == "not comparable"


AROUND = [
    ("ICE sent two detainers a day in 2024.", "two", "averages"),
    ("An average of 12 reached the jail.", "12", "averages"),
    ("ICE placed detainers on 834 U.S. citizens, records show.", "834", "only citizens"),
    ("It lodged 17 detainers against American citizens.", "17", "only citizens"),
    ("There were 28,489 people with green cards among them.", "28,489", "only permanent residents"),
    ("Forty detainers named people with no criminal convictions.", "Forty", "only without a record"),
    ("The jail held nine juveniles for ICE.", "nine", "only juveniles"),
    ("They hold 60 non-U.S. citizens.", "60", ""),
    ("ICE arrested 312 criminal aliens.", "312", ""),
    ("Of 52 detainers, two were for juveniles.", "52", ""),
    ("Police received 15 detainers in 2024. U.S. citizens are not concerned.", "15", ""),
]


@pytest.mark.parametrize(("text", "number", "basis"), AROUND)
def test_the_words_after_a_number_may_make_it_another_count(text: str, number: str, basis: str) -> None:
    start = text.index(number)
    assert basis_in(text, start, start + len(number)) == basis


def test_a_wrong_expression_is_named(tmp_path: Path) -> None:
    path = tmp_path / "rules.yml"
    path.write_text(FILE.read_text().replace("- on average|", "- (on average|"))
    with pytest.raises(BadInput, match=r"rules\.yml:\d+: .* is no expression"):
        rules(path)


def test_a_wrong_rule_is_named(tmp_path: Path) -> None:
    path = tmp_path / "disputes.yml"
    path.write_text(FILE.read_text().replace("- [releases, transfers]", "- [release, transfers]"))
    with pytest.raises(BadInput, match=r"disputes\.yml:\d+: no such measure 'release'"):
        rules(path)
