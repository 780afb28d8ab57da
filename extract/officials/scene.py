"""What finding an official's agency looks at."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property

from extract.model import Mention
from extract.officials import people
from extract.officials.found import Found
from extract.placed import Placed
from extract.places import Setting
from extract.places.turns import Turns


@dataclass(frozen=True)
class Scene:
    """What agency resolution looks at: the text, its agency mentions in order, and where it plays."""

    text: str
    mentions: list[Mention]
    where: Setting
    others: list[tuple[int, str]]
    """(offset, name) of organizations that are no agencies."""
    bosses: dict[str, str] = field(default_factory=dict)
    """Last names of officials whose agency is known, in lower case, with it: whose spokesman another one is."""
    publisher: str | None = None
    """The public body that publishes the text itself."""
    _fitting: dict[str, list[Mention]] = field(default_factory=dict, repr=False, init=False)
    """For each pattern asked for, the agencies whose name fits it."""

    def before(self, offset: int, fits: str, after: bool = True) -> str | None:
        """The last agency before `offset` whose name fits the pattern, else the first one after it."""
        if fits not in self._fitting:
            self._fitting[fits] = [m for m in self.mentions if m.kind == "agency" and re.search(fits, m.name)]
        fitting = self._fitting[fits]
        earlier = [m for m in fitting if m.start <= offset]
        if earlier:
            return earlier[-1].name
        return fitting[0].name if fitting and after else None

    def turned_county(self, found: Found) -> str | None:
        """The county to which the text turns with an official: "Down the road is Tern Bay. Sheriff Rolf Ames ..."."""
        known = not self.where.lead_at(found.role.start) and self._named_before(found)
        turned = None if known else self.turns.county(found.role.start)
        return None if turned == f"{found.name} County" else turned

    def turned_city(self, found: Found, fits: str) -> str | None:
        """The city, not the article's own, to which the text turns with an official; None where an agency whose name
        `fits` is named after it."""
        turned = self.turns.city(found.role.start)
        if not turned or turned[1] in (self.where.city, self.where.local) or self._named_before(found):
            return None
        between = self.within(turned[0] + len(turned[1]), found.role.start)
        named = any(re.search(fits, m.name) and m.name.split()[0] in m.text for m in between)
        return None if named else turned[1]

    def _named_before(self, found: Found) -> bool:
        """Whether an earlier paragraph names the person: no place since then need be theirs."""
        last, before = people.parsed(found.name)[1], self.text[: self.text.rfind("\n", 0, found.start) + 1]
        return last.lower() in before.lower() and bool(re.search(rf"(?i)\b{re.escape(last)}\b", before))

    def within(self, start: int, end: int) -> list[Mention]:
        return self._placed.over(start, end)

    @cached_property
    def turns(self) -> Turns:
        """The places that the text turns to."""
        spans = [(at, at + len(name)) for at, name in self.others if len(name.split()) > 2]
        spans += [(m.start, m.end) for m in self.mentions if m.kind == "organization"]
        return Turns(self.text, self.where, spans)

    @cached_property
    def _placed(self) -> Placed[Mention]:
        return Placed(self.mentions)
