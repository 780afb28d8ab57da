"""What the signs and the network make of the numbers of a text, beside what the rules do.

A number is weighed once: before its claims are made where no rule speaks, after them where one does, whose word is
then a sign among the others.
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.claims import (
    acts,
    confirmed,
    counted,
    errands,
    excepted,
    lists,
    marked,
    measure,
    naming,
    outstanding,
    pairs,
    quantities,
    registers,
    relatives,
    remainders,
    straying,
    weighing,
)
from extract.claims.acts import Reading as Measure
from extract.claims.candidates import Candidate, Line
from extract.claims.frames import Frame
from extract.claims.memory import Memory
from extract.claims.weighing import Opinion, signs

FIRM = frozenset(
    ["table", "understood", "happened", measure.SUCH, "told ICE", registers.RULE, "in parentheses", "answer",
     excepted.RULE, quantities.NO_ACTION, *acts.FIRM, outstanding.STILL, naming.KEPT_ON, naming.THEIR_NOTICES,
     naming.UPON, pairs.ALL, remainders.RULE, counted.THEIRS, marked.MARKED, confirmed.RULE, relatives.OF_WHOM,
     relatives.ALL_OF_WHOM, relatives.WITH_WHO, lists.OUTCOME, errands.ASKED]
)  # fmt: skip
"""Rules whose shape leaves nothing to be weighed."""
ADRIFT = 0.2
"""How likely no claim may be where nothing near a bare number is of the dispute."""
FOR, AGAINST = 0.8, 0.4
"""How likely what a number is taken to count must be for the signs to speak for it; below the second, against it."""


class Opinions:
    """The opinions of one text, by where their numbers begin."""

    def __init__(self, memory: Memory) -> None:
        self.memory = memory
        self._held: dict[int, Opinion] = {}

    def of(self, frame: Frame) -> Opinion | None:
        """What was made of a number; None where it was not weighed."""
        return self._held.get(frame.count.start)

    def untold(
        self, line: Line, candidate: Candidate, earlier: Sequence[tuple[Candidate, list[Measure]]]
    ) -> list[Measure]:
        """What a number counts of which no rule makes a claim; `earlier` are those before it in its line."""
        frame = candidate.frame
        if line.unit.kind == "table" or frame is None or quantities.unweighed(line, candidate, frame, earlier):
            return []
        last = earlier[-1][1][0].measure if earlier else None
        opinion = weighing.weigh(self.memory, line, candidate, last, signs.by_rules("nothing"))
        self._held[candidate.count.start] = opinion
        if straying.adrift(self.memory, line, frame) and opinion.none > ADRIFT:
            return []
        return self._measures(candidate)

    def reconsider(self, line: Line, candidate: Candidate, found: list[Measure]) -> None:
        """Weighs what the rules made of a number, whose claims are the last of the memory."""
        waits = found[0].rule == "label" and found[0].measure == "detainers_active"
        firm = waits or found[0].rule in FIRM or found[0].rule == weighing.RULE
        if firm or line.unit.kind == "table" or candidate.count.form == "all":
            return
        said = "+".join(sorted({claim.measure for claim in candidate.claims})) or "nothing"
        mine = self.memory.take_back(len(candidate.claims))
        same = self.memory.of_line(self.memory.index)
        last = same[-1].claim.measure if same else None
        told = signs.by_rules(said, found[0].rule)
        self._held[candidate.count.start] = weighing.weigh(self.memory, line, candidate, last, told)
        self.memory.found += mine

    def instead(self, candidate: Candidate, found: list[Measure]) -> list[Measure]:
        """What the signs would have instead of what was made of a number: nothing yet, or another measure."""
        if found[0].rule == weighing.RULE or (found[0].rule == "noun of whole" and candidate.claims):
            return []
        opinion = self._held.get(candidate.count.start)
        if not candidate.claims:
            return self._measures(candidate)
        said = {claim.measure for claim in candidate.claims}
        if opinion is None or said == set(opinion.best) or not opinion.rather_than(said):
            return []
        return [] if found[0].rule in weighing.NAMED else self._measures(candidate)

    def traits(self, frame: Frame, what: str) -> list[str]:
        """Whether the signs speak for what a number is taken to count, as traits of confidence."""
        opinion = self.of(frame)
        if opinion is None:
            return []
        for_it = sum(odds for name, odds in opinion.likely.items() if what in name.split("+"))
        return ["signs for it"] if for_it > FOR else ["signs against it"] if for_it < AGAINST else []

    def _measures(self, candidate: Candidate) -> list[Measure]:
        opinion = self._held.get(candidate.count.start)
        if opinion is None or not opinion.speaks or candidate.count.form == "any":
            return []
        return [Measure(what, weighing.RULE) for what in opinion.best]
