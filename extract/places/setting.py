"""Where an article plays, and what is spoken of at a place in it."""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field

from extract.places.names import COUNTY_ENDS, NAMES

ROW = 12
"""Characters between the counties of a row, "and the county of" among them."""


@dataclass(frozen=True)
class Setting:
    """Where an article plays: names without their state, the state as abbreviation (or as written)."""

    city: str | None
    county: str | None
    state: str | None
    counties: tuple[tuple[int, str], ...] = ()
    """(offset, "Dunmore County") of each mention, in order."""
    leads: tuple[tuple[int, str, str | None], ...] = ()
    """(offset, name, state) of the places that head a part of a round-up ("-- GLENMOOR, N.J."), where there are
    several; without a name where a part ends."""
    paragraphs: tuple[int, ...] = ()
    """Offsets at which paragraphs begin."""
    source: str | None = None
    """The source's configured place, where the text itself tells no state."""
    local: str | None = None
    """The place in the outlet's name ("Santa Marta Sun"): better than nothing."""
    level: str = "city"
    """`city`, `county`, `state` or `nation`: whose agencies the article is mostly about."""
    sheriffs: str | None = None
    """The county whose sheriff a bare "the sheriff" most likely is, though nothing calls it a county."""
    bare: tuple[tuple[int, int, str], ...] = ()
    """(start, end, name) of places called without "County" or their state."""
    likely: tuple[tuple[int, int, str], ...] = ()
    """The same of names that stand where places stand, though nothing says that they are any."""

    cities: tuple[tuple[int, str], ...] = ()
    """(offset, name) of cities that the text turns to ("In nearby Leominster Falls, police made seven")."""
    stated: Mapping[str, str] = field(default_factory=dict)
    """The states of places that the text names with theirs ("Lamont County, Tenn.")."""

    @property
    def state_name(self) -> str | None:
        return NAMES.get(self.state or "", self.state)

    def place(self, name: str, state: str | None = None) -> str:
        state = state or self.state_of(name)
        return f"{name}, {state}" if state else name

    def state_of(self, name: str) -> str | None:
        """The state of a county or city: what its own mention or heading says, else the article's."""
        return self.stated.get(name, self.state)

    def county_at(self, offset: int) -> str | None:
        """The county spoken of at an offset: the last one named before it in its paragraph, the one that heads its
        part of a round-up, the last one named there; elsewhere the article's own where most mentions are of it, else
        the last one named."""
        part = self.lead_at(offset)
        start = max(self._paragraph(offset), part[0] if part else 0)
        if here := self._named(self.counties, start, offset):
            return self.county if self.county and self._in_row(self.county, start, offset) else here[-1]
        if part:
            inside = self._named(self.counties, part[0], offset)
            if part[1].endswith(COUNTY_ENDS):
                return part[1]
            whole = f"{part[1]} County"
            return inside[-1] if inside else whole if any(name == whole for _, name in self.counties) else None
        before = self._named(self.counties, 0, offset)
        own = sum(name == self.county for _, name in self.counties)
        return self.county if not before or 2 * own >= len(self.counties) else before[-1]

    def _in_row(self, county: str, start: int, end: int) -> bool:
        """Whether a county stands in a row with the last one named: "it serves Tarn and Orrin counties"."""
        here = [(at, name) for at, name in self.counties if start <= at <= end]
        row = here[-1:]
        for at, name in reversed(here[:-1]):
            if row[0][0] - at - len(name) > ROW:
                break
            row.insert(0, (at, name))
        return len(row) > 1 and any(name == county for _, name in row)

    def county_here(self, offset: int) -> str | None:
        """The county that the paragraph of an offset has named last before it."""
        here = self._named(self.counties, self._paragraph(offset), offset)
        return here[-1] if here else None

    def _paragraph(self, offset: int) -> int:
        return self.paragraphs[bisect_right(self.paragraphs, offset) - 1] if self.paragraphs else 0

    @staticmethod
    def _named(spans: tuple[tuple[int, str], ...], start: int, end: int) -> list[str]:
        return [name for at, name in spans if start <= at <= end]

    def lead_at(self, offset: int) -> tuple[int, str, str | None] | None:
        """The heading of the round-up part in which an offset lies."""
        before = [lead for lead in self.leads if lead[0] <= offset]
        return before[-1] if before and before[-1][1] else None

    def part_at(self, offset: int) -> tuple[int, int] | None:
        """Where the round-up part in which an offset lies begins and ends."""
        part = self.lead_at(offset)
        if part is None:
            return None
        return part[0], next((at for at, _, _ in self.leads if at > part[0]), sys.maxsize)

    def city_at(self, offset: int) -> str | None:
        """The city spoken of at an offset: the last that its paragraph turned to, that of its round-up part, else the
        article's own."""
        part = self.lead_at(offset)
        if here := self._named(self.cities, max(self._paragraph(offset), part[0] if part else 0), offset):
            return here[-1]
        if part is None:
            return self.city
        if part[1] == part[2]:
            turned = self._named(self.cities, part[0], offset)
            return turned[-1] if turned else None
        return None if part[1].endswith(COUNTY_ENDS) or part[1] in NAMES.values() else part[1]

    def state_at(self, offset: int) -> str | None:
        """The state's name at an offset."""
        part = self.lead_at(offset)
        if part and (part[1] in NAMES.values() or part[2] == part[1]):
            return part[1]
        state = part and (part[2] or self.stated.get(part[1]))
        return NAMES.get(state, state) if state else self.state_name

    @property
    def home(self) -> str | None:
        if self.source and not self.city and not self.county:
            return self.source
        if self.level == "state" and self.state:
            return self.state_name
        if self.level == "nation":
            return "United States"
        own = self.county if self.level == "county" and self.county else self.city or self.county
        return self.place(own) if own else self.state_name
