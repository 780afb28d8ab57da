"""A number whose sentence names no period, with what was told before it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from extract.claims import timeless
from extract.claims.acts import Reading as Measure
from extract.claims.clauses import verb_of
from extract.claims.dating import Span
from extract.claims.extent import Period
from extract.claims.frames import Frame
from extract.claims.parties import side
from extract.claims.source import Source
from extract.claims.standing import Standing
from extract.joined import said
from extract.model import Claim, DateMention

_GOES_ON = re.compile(
    r"[\"“‘']?(?:It|That|This|They|These|Those|Their|Its)\b|The\s+(?:correct|right|real|true|actual|new|revised|other"
    r"|others|rest|remaining|same)\b"
)
"""How a sentence begins that goes on about the one before it."""
_ENDS = re.compile(r"[.!?][”\"’']?\s+[\"“‘A-Z]")
_RIVAL = re.compile(
    r"\b(?:counts?|counted|tells?|sees?|puts?|reckons?|remembers?|reports?|keeps?)\s+(?:it\s+|them\s+|things\s+)?(?:differently"
    r"|otherwise)\b|\b(?:differs?|differed|disagrees?|disagreed|disput(?:es?|ed|ing)|contests?|contested|challenge[sd]?"
    r"|contradict(?:s|ed)?|clash(?:es|ed)?|at odds|conflict(?:s|ed)? with)\b"
    r"|\b(?:do|does|did)(?:\s+not|n[’']t)\s+(?:match|agree|square|line\s+up|tally|jibe)\b"
    r"|\b(?:another|an?\s+(?:very\s+|much\s+|slightly\s+|somewhat\s+)?(?:different|higher|lower|larger|smaller|bigger|conflicting"
    r"|competing|rival)|(?:its|his|her|their)\s+own)\s+(?:set\s+of\s+)?(?:numbers?|figures?|counts?|totals?|tally|tallies|list"
    r"|version|story|account|records|data)\b",
    re.I,
)
"""What says that someone else counts the same otherwise: "ICE's list differs", "has a different total"."""
_RIVAL_REACH = 250
"""Characters before a sentence in which that may stand."""


@dataclass
class Asked:
    """One number whose sentence names no period, with what was told before it."""

    text: str
    claims: Sequence[Claim]
    """The last claims, those only compared with marked as such."""
    contexts: Sequence[tuple[int, Period]]
    frame: Frame
    measure: str
    source: Source
    because: Measure
    position: int
    """Where its sentence begins."""
    dates: Sequence[DateMention]
    """The dates of its sentence: they date something else."""
    listed: bool
    _standing: dict[int, Standing] = field(default_factory=dict)

    @cached_property
    def known(self) -> list[Claim]:
        """The claims before it that have a period, the last first."""
        return [c for c in reversed(self.claims) if c.period_start or c.period_end]

    @cached_property
    def spans(self) -> dict[Span, list[Claim]]:
        """Each period with its claims, the last told first."""
        out: dict[Span, list[Claim]] = {}
        for claim in self.known:
            out.setdefault(span_of(claim), []).append(claim)
        return out

    @cached_property
    def lasts(self) -> list[tuple[str, Claim]]:
        """The last dated claim of the same measure, claimant, side, both and speaker, by what each is last of."""
        return list(self._lasts())

    def _lasts(self) -> Iterator[tuple[str, Claim]]:
        claimant, speaker = self.source.claimant, self.source.speaker
        same = {
            "measure": lambda c: c.measure == self.measure,
            "claimant": lambda c: c.claimant == claimant,
            "both": lambda c: c.claimant == claimant and c.measure == self.measure,
            "side": lambda c: side(c.claimant) == self.side,
            "speaker": lambda c: speaker is not None and c.speaker == speaker,
        }
        for name, alike in same.items():
            if (last := next(filter(alike, self.known), None)) is not None:
                yield name, last

    @cached_property
    def side(self) -> str:
        return side(self.source.claimant)

    @cached_property
    def old(self) -> bool:
        """Whether its claimant has counted before."""
        return any(c.claimant == self.source.claimant for c in self.claims)

    @cached_property
    def tag(self) -> str:
        """The form of its verb."""
        verb = verb_of(self.frame.node)
        return verb.tag_ if verb is not None else "no verb"

    @cached_property
    def perfect(self) -> bool:
        return timeless.perfect(self.frame)

    @cached_property
    def vague(self) -> bool:
        return self.undated or timeless.VAGUE.search(said(self.frame.sentence)) is not None

    @cached_property
    def undated(self) -> bool:
        return timeless.UNDATED.search(said(self.frame.sentence)) is not None

    @cached_property
    def present(self) -> bool:
        return timeless.present(self.frame)

    @cached_property
    def on_average(self) -> bool:
        return timeless.on_average(self.frame)

    def standing(self, at: int) -> Standing:
        """What the claim at a place among those before it stands there for; the rules and the signs both ask."""
        if at not in self._standing:
            self._standing[at] = Standing(self.claims, at, self.text, self.position)
        return self._standing[at]

    @cached_property
    def rival(self) -> bool:
        """Whether it is told as another party's count of what was counted just before, of a known time."""
        if not self.known or self.claims[-1] is not self.known[0]:
            return False
        start = max(self.known[0].end, self.position - _RIVAL_REACH)
        return _RIVAL.search(self.text, start, self.frame.count.start) is not None

    def beside(self, end: int) -> str | None:
        """How a sentence that ended at a place stands right before its own: in one line of a list, or so that it is
        gone on about ("It shows 2,655 for the whole state", "The right number is 64")."""
        between = self.text[end : self.position]
        if between.strip():
            return None
        if self.listed and "\n" not in between:
            return "same line"
        return "goes on" if self.pronoun else None

    def follows(self, start: int) -> bool:
        """Whether its sentence comes right after the one that begins at a place."""
        return _ENDS.search(self.text, start, max(start, len(self.text[: self.position].rstrip()) - 2)) is None

    @cached_property
    def pronoun(self) -> bool:
        """Whether its sentence begins with what stands for something told just before."""
        return _GOES_ON.match(said(self.frame.sentence)) is not None

    def breaks(self, since: int) -> int:
        """How many paragraphs end between a place and its sentence."""
        return self.text.count("\n\n", since, self.position)

    @cached_property
    def set_by(self) -> dict[Span, tuple[int, int, Period]]:
        """Each period that a sentence without counts has set: how many have set one since, where it stands, and it."""
        out: dict[Span, tuple[int, int, Period]] = {}
        for back, (start, period) in enumerate(reversed(self.contexts)):
            if start < self.position:
                out.setdefault((period.start, period.end), (back, start, period))
        return out


def span_of(claim: Claim) -> Span:
    return claim.period_start, claim.period_end
