"""What the reading of a document remembers from line to line, for numbers that lean on those before them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import takewhile
from typing import Any

from extract.claims.acts import Reading as Measure
from extract.claims.claimant import Source
from extract.claims.dating import Span
from extract.claims.frames import Frame
from extract.claims.period import NOTHING, Period
from extract.claims.reading import Reading
from extract.model import Claim, Count

NEAR_LINES = 4
"""How many counting lines back an ellipsis may reach."""


@dataclass(frozen=True)
class Found:
    """A claim with what later numbers may lean on."""

    claim: Claim
    frame: Frame
    source: Source
    period: Period
    line: int
    compared: bool = False
    """Whether it is what another number is measured against ("up from 17 in 2023"): its period is not carried on."""

    @cached_property
    def told(self) -> Claim:
        """The claim, with a rule that says so where it is compared."""
        return replace(self.claim, rule=self.claim.rule + " compared") if self.compared else self.claim


@dataclass
class Memory:
    """The claims so far and what the text has set up for the next ones; `index` counts the lines that hold numbers."""

    reading: Reading
    found: list[Found] = field(default_factory=list)
    contexts: list[tuple[int, Period]] = field(default_factory=list)
    """Periods set by sentences without counts, with where they stand."""
    asked: tuple[int, Measure] | None = None
    """The last question that a sentence put ("asked how many inmates had detainers"), and at which line."""
    answering: bool = False
    """Whether the number at hand answers that question."""
    settled: bool = False
    """Whether its place says what it counts, so that no sign is asked: an answer, one of two figures in order."""
    lead: tuple[int, Source] | None = None
    """Who a list's lead-in names ("ICE gave these figures:"), and where the lead-in ends."""
    index: int = 0
    paragraph: int = 0
    """The paragraph of the last claim."""
    again: list[tuple[Count, Period]] = field(default_factory=list)
    """The numbers that a sentence only tells again ("those 63"), with the period that it tells of them."""
    sight: tuple[Any, Any] | None = None
    """The text as the network sees it, and what its tokens add from wherever one looks; made for the first number."""
    looked: dict[int, dict[str, dict[str, float]]] = field(default_factory=dict)
    """What the network makes of the numbers so far, by where they begin."""
    _dated: list[Found] = field(default_factory=list)
    _spans: list[Span] = field(default_factory=list)
    _told: list[Claim] = field(default_factory=list)
    _seen: int = 0

    @property
    def near(self) -> list[Found]:
        """The claims of the last few lines."""
        last = list(takewhile(lambda f: self.index - f.line <= NEAR_LINES, reversed(self.found)))
        return last[::-1]

    @property
    def previous(self) -> Found | None:
        """The last claim with a number of its own; "none" and "all" are leant on by nothing."""
        near = self.near
        own = (f for f in reversed(near) if f.frame.count.form not in {"all", "any", "none"})
        return next(own, near[-1] if near else None)

    def of_line(self, line: int) -> list[Found]:
        """The claims of a counting line, of the last ones."""
        last = takewhile(lambda f: f.line >= line, reversed(self.found))
        return [f for f in last if f.line == line][::-1]

    @property
    def spans(self) -> list[Span]:
        """The periods of all claims but those only compared with, in order."""
        self._learn()
        return self._spans

    @property
    def set_spans(self) -> list[Span]:
        """The periods that sentences have set, in order."""
        return [(when.start, when.end) for _, when in self.contexts]

    @property
    def told(self) -> list[Claim]:
        """The claims, those only compared with marked as such."""
        self._learn()
        return self._told

    def last_period(self, before: int) -> Period:
        """The period of the last claim that has one and stands before a position."""
        self._learn()
        dated = self._dated
        earlier = next((f for f in reversed(dated) if f.claim.start < before), None)
        return earlier.period if earlier is not None else NOTHING

    def put(self, at: int, found: Found) -> None:
        """Sets another claim in the place of one."""
        self.found[at] = found
        self._forget(at)

    def take_back(self, count: int) -> list[Found]:
        """Takes the last so many claims out of the memory, as if they had not been made."""
        start = len(self.found) - count
        taken = self.found[start:]
        del self.found[start:]
        self._forget(start)
        return taken

    def _forget(self, start: int) -> None:
        """Lets the claims be learnt anew where one of those that were is another, or none, from a place on."""
        if self._seen > start:
            self._seen = 0
            for known in (self._dated, self._spans, self._told):
                known.clear()

    def _learn(self) -> None:
        """Takes in the claims that were found since it was last asked: each is looked at once."""
        for f in self.found[self._seen :]:
            self._told.append(f.told)
            if not f.compared:
                self._spans.append((f.period.start, f.period.end))
                if f.period.known:
                    self._dated.append(f)
        self._seen = len(self.found)
