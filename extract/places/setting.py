"""Where an article plays, and what is spoken of at a place in it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from extract.places.names import NAMES


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
    several."""
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

    @property
    def state_name(self) -> str | None:
        return NAMES.get(self.state or "", self.state)

    def place(self, name: str, state: str | None = None) -> str:
        state = state or self.state
        return f"{name}, {state}" if state else name

    def county_at(self, offset: int) -> str | None:
        """The county spoken of at an offset: the last one named before it in its paragraph or round-up part; else the
        article's own where most mentions are of it; else the last one named."""
        part = self.lead_at(offset)
        start = (
            part[0] if part else self.paragraphs[bisect_right(self.paragraphs, offset) - 1] if self.paragraphs else 0
        )
        here = [name for at, name in self.counties if start <= at <= offset]
        if here:
            return here[-1]
        if part and part[1].endswith(("County", "Parish")):
            return part[1]
        before = [name for at, name in self.counties if at <= offset]
        own = sum(name == self.county for _, name in self.counties)
        return self.county if not before or 2 * own >= len(self.counties) else before[-1]

    def lead_at(self, offset: int) -> tuple[int, str, str | None] | None:
        """The heading of the round-up part in which an offset lies."""
        before = [lead for lead in self.leads if lead[0] <= offset]
        return before[-1] if before else None

    def city_at(self, offset: int) -> str | None:
        """The city spoken of at an offset: the last that its paragraph turned to, that of its round-up part, else the
        article's own."""
        part = self.lead_at(offset)
        start = self.paragraphs[bisect_right(self.paragraphs, offset) - 1] if self.paragraphs else 0
        here = [name for at, name in self.cities if max(start, part[0] if part else 0) <= at <= offset]
        if here:
            return here[-1]
        return part[1] if part and not part[1].endswith(("County", "Parish")) else self.city

    def state_at(self, offset: int) -> str | None:
        """The state's name at an offset."""
        part = self.lead_at(offset)
        if part and (part[1] in NAMES.values() or part[2] == part[1]):
            return part[1]
        return NAMES.get(part[2], part[2]) if part and part[2] else self.state_name

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


COUNTY_ENDS = ("County", "Parish")
