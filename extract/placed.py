"""Things with a place in the text, found by their place without looking at all of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from operator import itemgetter
from typing import Generic, Protocol, TypeVar


class HasPlace(Protocol):
    """What stands at characters `start` to `end`."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


T = TypeVar("T", bound=HasPlace)


class Placed(Generic[T]):
    """Items as they came, which may overlap; every answer is in that order."""

    def __init__(self, items: Iterable[T]) -> None:
        numbered = sorted(enumerate(items), key=lambda pair: pair[1].start)
        self._items = numbered
        self._starts = [item.start for _, item in numbered]
        self._ordered = all(at == number for at, (number, _) in enumerate(numbered))
        self._longest = max((item.end - item.start for _, item in numbered), default=0)

    def within(self, start: int, end: int) -> list[T]:
        """The items that begin in a stretch of characters."""
        return self._in_order(bisect_left(self._starts, start), bisect_left(self._starts, end))

    def over(self, start: int, end: int) -> list[T]:
        """The items that share characters with a stretch of them."""
        first, last = bisect_right(self._starts, start - self._longest), bisect_left(self._starts, end)
        return [item for item in self._in_order(first, last) if item.end > start]

    def _in_order(self, first: int, last: int) -> list[T]:
        some = self._items[first:last]
        if not self._ordered:
            some.sort(key=itemgetter(0))
        return [item for _, item in some]
