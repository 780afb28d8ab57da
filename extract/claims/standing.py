"""What a claim told before stands there for: a comparison, an aside in brackets, an older list, part of a longer time.

The rules of `carrying` and the signs of `handing` ask the same of the same claims: each is answered once.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from extract.claims.dating import length
from extract.model import Claim

NEIGHBOURS = 12
"""Claims to each side that may share a claim's sentence."""
PART = 92
"""Days up to which a part of a longer time is a month or quarter of it."""
_COMPARING = re.compile(
    r"\b(?:down|up|rose|fell|dropped|climbed)\b[^.;]{0,20}\bfrom\b|\bcompared (?:with|to)\b|\bversus\b|\bagainst\b"
    r"|;\s+(?:it|that|they|there)\s+(?:was|were|had been)\b"
    r"|\b(?:triple|double|twice|half|times) (?:the|its|that)\b|\b(?:more|fewer|less) than (?:the|in)\b",
    re.I,
)
_OPENS = re.compile(
    r"(?:By comparison|In contrast|By contrast|Compare that|(?:That|This|It) (?:compares|compared) (?:with|to))\b"
)
"""How a sentence begins that only sets a number beside another."""
_NUMBER = re.compile(r"\d\s*$|\w\s*$")
_DATED = re.compile(r"\b(?:FY\s?)?(?:19|20)\d\d\b|\b(?:last|previous|prior) year\b|\byear (?:before|earlier)\b", re.I)


@dataclass
class Standing:
    """The claim at a place among those told before a number."""

    claims: Sequence[Claim]
    at: int
    text: str
    position: int
    """Where the number's sentence begins."""

    @cached_property
    def claim(self) -> Claim:
        return self.claims[self.at]

    @cached_property
    def set_against(self) -> bool:
        """Whether a number only stands for comparison: "than in the 12 months before, when it was 54", "By comparison".

        An earlier time that is told with one number is compared with: at once where it shares the sentence of the
        later time, and for the paragraphs that follow. Where a sentence or more tells of it, the text is about it.
        """
        claim = self.claim
        if _OPENS.match(claim.quote):
            return True
        period = (claim.period_start, claim.period_end)
        parted = "\n\n" in self.text[claim.end : self.position]
        told = self._told_before
        if (
            told is not None
            and (told.period_start or "") > (claim.period_start or "")
            and (parted or told.start == claim.start)
        ):
            return True
        sentence = self.claims[max(0, self.at - NEIGHBOURS) : self.at + NEIGHBOURS]
        others = [c for c in sentence if c.start == claim.start and (c.period_start, c.period_end) != period]
        back = bool(re.search(r"\b(?:before|earlier|prior|previous|preceding|same)\b", claim.period_text or "", re.I))
        if back and (others or parted):
            return True
        first = min((c.value_start for c in others), default=claim.value_start)
        return first < claim.value_start and bool(_COMPARING.search(self.text[first : claim.value_start]))

    @cached_property
    def in_brackets(self) -> bool:
        """ "Detainers received: 74 (FY 2022: 51)": what brackets set beside a count the text does not go on about."""
        before = self.text[max(self.claim.start, self.claim.value_start - 60) : self.claim.value_start]
        bracket = before.rfind("(")
        return bracket > before.rfind(")") and bool(
            _NUMBER.search(before, 0, bracket) and _DATED.search(before, bracket)
        )

    @cached_property
    def of_older_list(self) -> bool:
        """Whether a number stands in the second of two lists, that of an earlier year: the prose behind it goes on
        about the later year."""
        start = self.claim.period_start
        if "period: lead-in" not in self.claim.rule or not start:
            return False
        around = self.claims[max(0, self.at - NEIGHBOURS) : self.at]
        return any("period: lead-in" in c.rule and (c.period_start or "") > start for c in around)

    @cached_property
    def part_only(self) -> bool:
        """Whether a number's weeks or months are but a part of the time that several numbers before it are of."""
        start, end = self.claim.period_start, self.claim.period_end
        days = length(start, end)
        if days is None or days > PART or not start:
            return False
        whole = [
            c for c in self.claims[max(0, self.at - 2 * NEIGHBOURS) : self.at]
            if c.period_start and c.period_start <= start and (c.period_end or "9") >= (end or "")
            and (length(c.period_start, c.period_end) or 2 * PART) >= 2 * PART
        ]  # fmt: skip
        return len({c.value_start for c in whole}) > 1

    @cached_property
    def _told_before(self) -> Claim | None:
        """The claim of another time that stands before a number, where the number is the only one of its own time."""
        claim = self.claim
        period = (claim.period_start, claim.period_end)
        around = [
            c for c in self.claims[max(0, self.at - NEIGHBOURS) : self.at + 2] if c.value_start != claim.value_start
        ]
        before = [c for c in around if c.value_start < claim.value_start and c.period_start != c.period_end]
        after = [c for c in around if c.value_start > claim.value_start]
        if not before or period in {(c.period_start, c.period_end) for c in (before[-1], *after)}:
            return None
        return before[-1]
