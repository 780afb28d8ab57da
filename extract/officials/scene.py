"""What finding an official's agency looks at."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property

from extract.model import Mention
from extract.placed import Placed
from extract.places import Setting


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

    def within(self, start: int, end: int) -> list[Mention]:
        return self._placed.over(start, end)

    @cached_property
    def _placed(self) -> Placed[Mention]:
        return Placed(self.mentions)
