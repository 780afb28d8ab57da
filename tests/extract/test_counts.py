"""Numbers as written: value, how exact, and what is none by its form."""

from __future__ import annotations

from math import isnan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.counts import read
from extract.numerals import number

READ = [
    ("52 detainers", [(52, None, "=", "count")]),
    ("2,916 requests", [(2916, None, "=", "count")]),
    ("Fifty-two came", [(52, None, "=", "count")]),
    ("two hundred and forty times", [(240, None, "=", "count")]),
    ("a dozen requests", [(12, None, "=", "count")]),
    ("two dozen people", [(24, None, "=", "count")]),
    ("half a dozen people", [(6, None, "~", "count")]),
    ("a half-dozen people", [(6, None, "~", "count")]),
    ("a couple dozen people", [(24, None, "~", "count")]),
    ("a couple of dozen detainers", [(24, None, "~", "count")]),
    ("a couple hundred requests", [(200, None, "~", "count")]),
    ("33 thousand people", [(33000, None, "=", "count")]),
    ("one thousand 360 detainers", [(1360, None, "=", "count")]),
    ("1.2 million people", [(1200000, None, "=", "count")]),
    ("a hundred people", [(100, None, "=", "count")]),
    ("(15 detainers)", [(15, None, "=", "count")]),
    ("a count of 2,008", [(2008, None, "=", "count")]),
    ("“perhaps 300 more.”", [(300, None, "~", "count")]),
    # How exact.
    ("more than 1,360", [(1360, None, ">", "count")]),
    ("over 370 detainers", [(370, None, ">", "count")]),
    ("better than 200 people", [(200, None, ">", "count")]),
    ("upward of 250", [(250, None, ">", "count")]),
    ("at least 30 people", [(30, None, ">=", "count")]),
    ("no fewer than 34", [(34, None, ">=", "count")]),
    ("60-plus people", [(60, None, ">=", "count")]),
    ("100+ detainers", [(100, None, ">=", "count")]),
    ("fewer than 10", [(10, None, "<", "count")]),
    ("just under 80", [(80, None, "<", "count")]),
    ("up to 40 people", [(40, None, "<=", "count")]),
    ("no more than 5", [(5, None, "<=", "count")]),
    ("nearly 400", [(400, None, "~", "count")]),
    ("roughly 130 detainers", [(130, None, "~", "count")]),
    ("closer to 50", [(50, None, "~", "count")]),
    ("110 or so detainers", [(110, None, "~", "count")]),
    ("some 40 people", [(40, None, "~", "count")]),
    ("exactly four", [(4, None, "=", "count")]),
    ("only 18", [(18, None, "=", "count")]),
    # Words that belong to the verb before them.
    ("handed over 40 people", [(40, None, "=", "count")]),
    ("turned over 12 inmates", [(12, None, "=", "count")]),
    ("told ICE about 12 releases", [(12, None, "=", "count")]),
    # Two ends, and two numbers.
    ("70 or 80 detainers", [(70, 80, "range", "count")]),
    ("between 180 and 195 people", [(180, 195, "range", "count")]),
    ("40 to 50 people", [(40, 50, "range", "count")]),
    ("40 to\n50 people", [(40, 50, "range", "count")]),
    ("40 -\n50 people", [(40, None, "=", "count"), (50, None, "=", "count")]),
    ("180-195 people", [(180, 195, "range", "count")]),
    ("60, maybe 70", [(60, 70, "range", "count")]),
    ("four, perhaps five", [(4, 5, "range", "count")]),
    ("5 or 20 honored", [(5, None, "=", "count"), (20, None, "=", "count")]),
    ("from 56 to 18", [(56, None, "=", "count"), (18, None, "=", "count")]),
    ("from 12 to 24", [(12, None, "=", "count"), (24, None, "=", "count")]),
    # Shares.
    ("69 percent of requests", [(69, None, "=", "percent")]),
    ("roughly 38% of them", [(38, None, "~", "percent")]),
    ("more than 90% of detainers", [(90, None, ">", "percent")]),
    ("nearly half of the detainers", [(50, None, "~", "percent")]),
    ("two-thirds of the requests", [(66.7, None, "=", "percent")]),
    ("1 in 12 of them", [(8.3, None, "=", "percent")]),
    ("fewer than one in five of them", [(20, None, "<", "percent")]),
    ("four out of every five cases", [(80, None, "=", "percent")]),
    ("nine times out of ten", [(90, None, "=", "percent")]),
    ("about one request in three", [(33.3, None, "~", "percent")]),
    ("1 in 8 requests", [(12.5, None, "=", "percent")]),
    ("one in five years", [(1, None, "=", "count"), (5, None, "=", "count")]),
    ("two in 2024", [(2, None, "=", "count")]),
    ("change -48.4%", [(-48.4, None, "=", "percent")]),
    # Nothing.
    ("It granted none.", [(0, None, "=", "count")]),
    ("Not one was honored.", [(0, None, "=", "count")]),
    ("zero notices", [(0, None, "=", "count")]),
]  # fmt: skip

NONE = [
    "I-247A", "HB19-1124", "a 90-minute session", "a 340-bed jail", "a 41-year-old roofer", "$1,000 a day",
    "in 2024", "2025",
    "since 2017", "6:12 PM", "5 p.m.", "the 3rd Circuit", "Jan. 20th", "hundreds of requests", "555-0142",
    "8.5.2", "fiscal 2019",
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), READ, ids=[text for text, _ in READ])
def test_read(text: str, wanted: list[tuple[float, float | None, str, str]]) -> None:
    assert [(c.value, c.value_max, c.comparator, c.unit) for c in read(text)] == wanted


@pytest.mark.parametrize("text", NONE)
def test_no_number(text: str) -> None:
    assert read(text) == []


WHOLES = ["all of them", "each of the requests", "every one", "every single one", "every last one"]


@pytest.mark.parametrize("text", WHOLES)
def test_the_whole_has_no_value_of_its_own(text: str) -> None:
    (count,) = read(text)
    assert count.form == "all"
    assert isnan(count.value)


def test_both_is_two_of_those_before() -> None:
    assert [(c.value, c.form) for c in read("both men were released, both New York and ICE say")] == [(2, "all")]


def test_any_is_marked_so_that_only_a_negation_makes_it_nothing() -> None:
    assert [(c.value, c.form) for c in read("did not act on any of them")] == [(0, "any")]


def test_protected_spans_hold_no_number() -> None:
    text = "8 C.F.R. § 287.7 and 52 detainers"
    assert [c.text for c in read(text, [(0, 16)])] == ["52"]


@given(st.integers(min_value=0, max_value=999_999))
def test_digits_with_and_without_commas_are_the_same(value: int) -> None:
    assert number(f"{value:,}") == number(str(value)) == value


@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    for count in read(text):
        assert text[count.start : count.end] == count.text
