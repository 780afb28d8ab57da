"""Figures in words."""

from __future__ import annotations

import pytest

from publish import wording
from publish.charts import bars, span
from publish.views.disputed import headline, short_place, sides


@pytest.mark.parametrize(
    ("value", "comparator", "value_max", "unit", "said", "set_large"),
    [
        (15.0, "=", None, "count", "15", "15"),
        (6947.0, "~", None, "count", "about 6,947", "~6,947"),
        (60.0, ">", None, "count", "more than 60", ">60"),
        (150.0, ">=", None, "count", "at least 150", "≥150"),
        (80.0, "<", None, "count", "fewer than 80", "<80"),
        (1.0, "<=", None, "count", "at most 1", "≤1"),
        (20.0, "range", 30.0, "count", "20–30", "20–30"),
        (8.5, "=", None, "percent", "8.5%", "8.5%"),
        (0.0, "=", None, "count", "0", "0"),
        (None, "=", None, None, "not stated", "—"),
        (5.0, None, None, None, "5", "5"),
    ],
)  # fmt: skip
def test_values(value: float | None, comparator: str | None, value_max: float | None, unit: str | None, said: str,
                set_large: str) -> None:  # fmt: skip
    assert wording.value(value, comparator, value_max, unit) == said
    assert wording.short_value(value, comparator, value_max, unit) == set_large


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        ("2024-01-01", "2024-12-31", "2024"),
        ("2022-01-01", "2024-12-31", "2022–2024"),
        ("2025-01-01", "2025-01-31", "Jan. 2025"),
        ("2024-02-01", "2024-02-29", "Feb. 2024"),
        ("2023-10-01", "2024-09-30", "fiscal year 2024 (Oct. 2023 – Sept. 2024)"),
        ("2023-07-01", "2024-06-30", "fiscal year 2024 (July 2023 – June 2024)"),
        ("2024-01-01", "2024-03-31", "Jan. – March 2024"),
        ("2022-10-01", "2024-12-31", "Oct. 2022 – Dec. 2024"),
        ("2025-01-20", None, "since Jan. 20, 2025"),
        (None, "2024-12-11", "through Dec. 11, 2024"),
        ("2025-01-13", "2025-01-13", "Jan. 13, 2025"),
        ("2025-01-20", "2025-03-04", "Jan. 20 – March 4, 2025"),
        ("2024-12-20", "2025-03-04", "Dec. 20, 2024 – March 4, 2025"),
        (None, None, "period not stated"),
        ("not a date", None, "period not stated"),
    ],
)  # fmt: skip
def test_periods(start: str | None, end: str | None, said: str) -> None:
    assert wording.period(start, end) == said


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [(15, 198, "13 times apart"), (10, 25, "2.5 times apart"), (100, 110, None), (0, 12, None), (None, 3, None)],
)
def test_how_far_apart(low: float | None, high: float | None, said: str | None) -> None:
    assert wording.times_apart(low, high) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2025-01-14T03:00:05+00:00", "Jan. 14, 2025, 03:00 UTC"), ("2025-01-14T03:00:05Z", "Jan. 14, 2025, 03:00 UTC"),
        ("2025-01-13T22:00:05-05:00", "Jan. 14, 2025, 03:00 UTC"), ("2025-01-14", "Jan. 14, 2025"), ("", ""),
        (None, ""), ("soon", "soon"),
    ],
)  # fmt: skip
def test_moments_are_told_in_utc(text: str | None, said: str) -> None:
    assert wording.moment(text) == said


@pytest.mark.parametrize(
    ("name", "short"),
    [("Boston, MA", "Boston"), ("Dunmore County, PA", "Dunmore County"), ("Illinois", "Illinois"),
     ("United States", "United States"), (None, "Place not stated")],
)  # fmt: skip
def test_places_in_headlines(name: str | None, short: str) -> None:
    assert short_place(name) == short


def dispute(**columns: object) -> dict[str, object]:
    side = {"comparator": "=", "value_max": None, "unit": "count"}
    return {"jurisdiction": "Boston, MA", "period_start": "2024-01-01", "period_end": "2024-12-31", "unit": "count",
            "lowest": 15, "highest": 198, "sides": [{"value": 15, **side}, {"value": 198, **side}],
            **columns}  # fmt: skip


def test_headlines_ask_the_question() -> None:
    assert headline(dispute()) == "Boston, 2024: 15 or 198?"
    assert headline(dispute(period_start=None, period_end=None)) == "Boston: 15 or 198?"
    assert headline(dispute(sides=[], unit="percent", lowest=30, highest=98)) == "Boston, 2024: 30% or 98%?"


def test_a_dispute_in_a_sentence_takes_no_side() -> None:
    year = {"period_start": "2024-01-01", "period_end": "2024-12-31", "comparator": "=", "unit": "count"}
    low = {"claimant": "report", "value": 40, "measure": "detainers_received", **year, "comparator": ">="}
    high = {"claimant": None, "value": 1980, "measure": "detainers_issued", **year, "period_start": None}
    assert wording.against(low, high) == (
        "Report counts at least 40 detainers received. A party that is not named counts 1,980 detainers issued. "
        "Both are about the same place and overlapping periods, and both cannot be true."
    )
    assert wording.against(low, low).endswith("Both are about the same place and period, and both cannot be true.")


def figure(value: float, stories: int = 1, claimant: str = "A", **columns: object) -> dict[str, object]:
    return {"id": f"{claimant}{value:g}", "value": value, "stories": stories, "claimant": claimant, "comparator": "=",
            **columns}  # fmt: skip


def pair(a: dict[str, object], b: dict[str, object]) -> dict[str, object]:
    return {"figure_a": a["id"], "figure_b": b["id"]}


def test_the_sides_of_a_dispute_are_the_best_backed_pair_and_not_the_ends() -> None:
    stray, low, high = figure(1, claimant="B"), figure(15, stories=3), figure(198, stories=2, claimant="B")
    rounded = figure(200, claimant="B", comparator="~")
    ends = [stray, low, high, rounded]
    assert sides(ends, [pair(stray, low), pair(high, low), pair(low, rounded)]) == [low, high]
    assert sides(ends, []) == [stray, rounded]
    assert sides([low], []) == [low]
    assert sides([], []) == []


def test_of_equally_backed_pairs_two_parties_and_exact_counts_come_first() -> None:
    own, other, rounded = figure(15), figure(60, claimant="B"), figure(90, claimant="B", comparator="~")
    revised = figure(16)
    pairs = [pair(own, revised), pair(own, rounded), pair(own, other)]
    assert sides([own, revised, other, rounded], pairs) == [own, other]


def test_bars_are_drawn_to_one_scale() -> None:
    low, high = bars([{"value": 50, "comparator": "=", "value_max": None},
                      {"value": 100, "comparator": "=", "value_max": 200}])  # fmt: skip
    assert 'width="250"' in low and 'width="500"' in high
    assert bars([]) == []
    assert "style=" not in low + span(15, 198, 198)
    assert span(None, 3, 3) == ""


@pytest.mark.parametrize(
    ("text", "said"),
    [("“We are a 210-bed jail,”", "We are a 210-bed jail,"), ('"Not one "fax" came."', 'Not one "fax" came.'),
     ("he isn't sure", "he isn't sure"), ("", ""), (None, "")],
)  # fmt: skip
def test_quotes_lose_their_own_marks(text: str | None, said: str) -> None:
    assert wording.unquoted(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [('{"404": 3, "robots_txt": 1}', "404: 3, robots txt: 1"), ('["a", "b"]', "a; b"), ("plain words", "plain words"),
     (None, ""), ('{"empty": 0}', "")],
)  # fmt: skip
def test_small_json_in_words(text: str | None, said: str) -> None:
    assert wording.spelled(text) == said
