"""Things found by their place: as a look at all of them would, in the order in which they came."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from extract.placed import Placed

SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 8)).map(lambda pair: slice(pair[0], sum(pair))))


class Item:
    def __init__(self, span: slice) -> None:
        self.start, self.end = span.start, span.stop


@given(SPANS, st.integers(0, 30), st.integers(0, 10))
def test_what_begins_or_lies_in_a_stretch(spans: list[slice], start: int, length: int) -> None:
    items, end = [Item(span) for span in spans], start + length
    placed = Placed(items)
    assert placed.within(start, end) == [i for i in items if start <= i.start < end]
    assert placed.over(start, end) == [i for i in items if i.start < end and start < i.end]
