"""Reads the claims of a document line by line: each number through measure, status, source, period and place."""

from __future__ import annotations

import re
from dataclasses import replace

from extract.claims import (
    cells,
    claimant,
    confidence,
    confirmed,
    excepted,
    jurisdiction,
    leaning,
    lists,
    others,
    pairs,
    period,
    placed_lines,
    questions,
    remainders,
    retold,
    sides,
    status,
    straying,
    timing,
    weighing,
    wholes,
)
from extract.claims.acts import MEASURE
from extract.claims.acts import Reading as Measure
from extract.claims.candidates import Candidate, Line, lines
from extract.claims.claimant import Source
from extract.claims.counted import Counted
from extract.claims.frames import Frame
from extract.claims.memory import Found, Memory
from extract.claims.opinions import Opinions
from extract.claims.parties import FAMILY, federal_party, side
from extract.claims.period import NOTHING, Period
from extract.claims.reading import Reading, Unit
from extract.model import Claim

WHOLE = 30
"""Characters within which the number follows that "every one" is of."""
ABOVE = 40
"""Units above a line that its numbers may look back to."""


BELOW = 6
"""Units below a line that may say what its numbers are of."""


class Builder:
    """One pass over a document. `run` gives every number with what was made of it."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.memory = Memory(reading)
        self.counted = Counted(self.memory)
        self.opinions = Opinions(self.memory)

    def run(self) -> list[Candidate]:
        kept, out = lines(self.reading)
        by_start = {line.unit.start: line for line in kept}
        body = [u for u in self.reading.units if u.kind != "headline"]
        for unit in self.reading.units:
            if unit.kind == "headline" and (titled := period.context(self.reading, unit)).known:
                self.memory.contexts.append((unit.start, titled))
        for i, unit in enumerate(body):
            line = by_start.get(unit.start)
            if line is None or not line.candidates:
                self._context(unit)
                continue
            self.memory.index += 1
            self._line(line, body[max(0, i - ABOVE) : i], body[i + 1 : i + 1 + BELOW])
            if not any(c.claims for c in line.candidates):
                self._context(unit)
        retold.settle(self.memory, kept)
        body_claims = list(self.memory.found)
        for unit in self.reading.units:
            if unit.kind == "headline" and unit.start in by_start:
                self.memory.index += 1
                self._line(by_start[unit.start], [], [], body_claims)
        return out + [candidate for line in kept for candidate in line.candidates]

    def _context(self, unit: Unit) -> None:
        set_by = period.of_told(period.context(self.reading, unit), self.memory.spans, self.memory.contexts)
        if set_by.known:
            self.memory.contexts.append((unit.start, set_by))
        named = self.reading.within(self.reading.agencies, unit.start, unit.end)
        if named and self.reading.text[unit.start : unit.end].rstrip().endswith(":"):
            self.memory.lead = (unit.end, Source(named[0].name, "agency", rule="lead-in", spoken=True))
        questions.ask(self.memory, unit)

    def _line(self, line: Line, before: list[Unit], after: list[Unit], body: list[Found] | None = None) -> None:
        line.before = before
        row = (
            lists.row_measures(self.reading, line.unit, before) if line.unit.kind in {"table", "list", "body"} else None
        )
        if row is None and line.unit.kind == "table" and self.memory.asked is not None:
            row = lists.answers(self.reading, line.unit, before, self.memory.asked[1].measure)
        plausible: list[tuple[Candidate, list[Measure]]] = []
        numbers = [c for c in line.candidates if c.count.form not in {"all", "any"}]
        under = dict(zip((id(c) for c in numbers), row, strict=True)) if row and len(row) == len(numbers) else {}
        parted = set(under.values()) >= FAMILY
        spelled = {} if under else cells.spelled(self.reading.text, line.unit, [c.count for c in line.candidates])
        for candidate in line.candidates:
            if candidate.frame is None:
                candidate.reason = "no words around it"
                continue
            if excepted.leaves_out(self.reading.text, candidate.frame):
                found = excepted.read(self.memory, candidate.frame, line.triggers)
                candidate.reason = "" if found else 'what an "all but" leaves out'
            elif others.other(candidate.frame):
                found, candidate.reason = [], "none of the dispute's by its shape"
            elif told := confirmed.read(self.memory, candidate.frame):
                found = told
            elif (word := spelled.get(candidate.count.start)) is not None:
                found = [Measure(word, "table", None, "side" if word == "side" else None)]
            else:
                found = self.counted.read(line, candidate, before, under.get(id(candidate)), plausible)
                found = found or self.opinions.untold(line, candidate, plausible)
                if parted and under.get(id(candidate)) in FAMILY:
                    found = [replace(m, needs=sides.COLUMN) for m in found]
            if found:
                plausible.append((candidate, found))
        series = [c.frame for c, _ in plausible if c.frame is not None]
        for candidate, found in plausible:
            assert candidate.frame is not None
            self._candidate(line, candidate, candidate.frame, found, series, after, body)

    def _candidate(
        self,
        line: Line,
        candidate: Candidate,
        frame: Frame,
        found: list[Measure],
        series: list[Frame],
        after: list[Unit],
        body: list[Found] | None,
    ) -> None:
        unit = line.unit
        state, why = status.read(self.reading, unit, frame, found[0])
        if state in {"question", "hypothetical", "denied", "retracted"}:
            candidate.reason = why
            if state == "denied":
                self._deny(line, candidate, found[0])
            if state in {"denied", "retracted"} and found[0].measure not in {"context", "side"}:
                if state == "retracted":
                    self.memory.asked = (self.memory.index, found[0])
                was = period.own(self.reading, unit, frame, series, found[0].measure, NOTHING)
                if was.known and (state == "retracted" or not was.short):
                    self.memory.contexts.append((unit.start, was))
            return
        if body is None and self._repeats(frame, found):
            again = period.own(self.reading, unit, frame, series, found[0].measure, NOTHING)
            self.memory.again.append((frame.count, again))
            candidate.reason = "refers back to a number already counted"
            return
        if body is None and straying.strays(self.memory, line, frame, found[0]):
            candidate.reason = "counts what the number before it counts"
            return
        found = remainders.rather(self.memory, frame, found) if body is None else found
        self._claims(line, candidate, frame, found, series, after, state, body)
        if self.memory.settled and candidate.claims:
            return
        self.opinions.reconsider(line, candidate, found)
        opinion = self.opinions.of(frame)
        if opinion is not None and opinion.against:
            self.memory.take_back(len(candidate.claims))
            candidate.claims.clear()
            candidate.reason = f"weighs as no count of the dispute ({opinion.none:.2f})"
            return
        if rather := self.opinions.instead(candidate, found):
            self.memory.take_back(len(candidate.claims))
            candidate.claims.clear()
            self._claims(line, candidate, frame, rather, series, after, state, body)

    def _deny(self, line: Line, candidate: Candidate, because: Measure) -> None:
        """Marks the claim that is denied: the one that gave the number before, else nobody's."""
        same = [f for f in self.memory.found if f.claim.value == candidate.count.value]
        frame = candidate.frame
        if frame is None:
            return
        measure = because.measure.replace("side", "detainers_issued")
        if same:
            was, count = same[-1].claim, frame.count
            candidate.denied = replace(
                was, value_text=count.text, value_start=count.start, value_end=count.end, start=line.unit.start,
                end=line.unit.end, quote=self.reading.text[line.unit.start : line.unit.end], status="denied",
            )  # fmt: skip
            candidate.reason = f"denied: the number of {was.claimant or 'nobody named'}"
            told = was.measure if because.measure in {"context", "side"} else because.measure.removeprefix("not ")
            told = MEASURE.get(told, told)
            self.memory.asked = (self.memory.index, Measure(told, "denied"))  # "It isn't 41. It's 52."
        elif measure != "context" and not measure.startswith("not "):
            none = Source(None, None, rule="denied")
            candidate.denied = self._as_claim(
                line.unit, frame, frame.count.value, frame.count.comparator, measure, none, NOTHING, None, 0.5,
                because.rule, "denied",
            )  # fmt: skip

    def _claims(
        self, line: Line, candidate: Candidate, frame: Frame, found: list[Measure], series: list[Frame],
        after: list[Unit], state: str, body: list[Found] | None,
    ) -> None:  # fmt: skip
        for because in found:
            claim = self._claim(line, frame, because, series, after, state, body)
            if isinstance(claim, str):
                candidate.reason = claim
                continue
            candidate.claims.append(claim.claim)
            self.memory.found.append(claim)
            self.memory.paragraph = line.unit.paragraph

    def _repeats(self, frame: Frame, found: list[Measure]) -> bool:
        """ "the 63", "all 32", "of those 1,106" after 63, 32, 1,106 were counted."""
        if not frame.definite:
            return False
        same = [
            f
            for f in self.memory.found
            if f.claim.value == frame.count.value
            and f.claim.comparator == frame.count.comparator
            and not (f.frame.count.form == "all" and 0 < frame.count.start - f.frame.count.end < WHOLE)
        ]
        if not same or (frame.of_number and self._all_of_them(frame, same[-1])) or confirmed.confirms(frame):
            return False
        return frame.of_number or any(found[0].measure in {f.claim.measure, "context", "side"} for f in same)

    def _all_of_them(self, frame: Frame, before: Found) -> bool:
        """ "declined 34 of the 34 detainers that came in": the second one is the whole, and told here first."""
        text = self.reading.text[before.claim.value_end : frame.count.start]
        return re.fullmatch(r"\s+(?:out\s+)?of\s+(?:the|its|his|her|those)\s+", text) is not None

    def _claim(
        self, line: Line, frame: Frame, because: Measure, series: list[Frame], after: list[Unit], state: str,
        body: list[Found] | None,
    ) -> Found | str:  # fmt: skip
        reading, unit, memory = self.reading, line.unit, self.memory
        previous = memory.previous
        twin = wholes.twin(frame, because, body) if body is not None else None
        what = leaning.what(memory, frame, because, previous, line, twin)
        if what is None:
            return "nothing of the dispute is counted"
        topical = because.needs != "topic" or sides.topical(memory, frame, because, unit, previous)
        if not topical:
            return "no sign of the dispute near it"
        source = self._source(unit, frame, because, what, previous, twin)
        what, source = sides.settle(memory, frame, because, what, source)
        when = timing.when(memory, line, frame, series, what, source, after, twin, because)
        what, when = timing.stock(memory, line, frame, series, what, source, after, twin, because, when)
        value, comparator = wholes.whole(memory, frame, what, memory.near, when)
        if value is None:
            return "what it is the whole of is not known"
        lead = placed_lines.place_of_line(reading, unit) or placed_lines.heading_place(reading, unit, line.before)
        last = previous.claim if previous is not None else None
        where, place_rule = jurisdiction.read(reading, unit, frame, because, source.claimant, last, lead)
        if (
            where == jurisdiction.NATION
            and side(source.claimant) == "custody"
            and source.rule in {"speech", "carried", "side"}
        ):
            source = replace(
                source, claimant=federal_party(reading, frame.count.start), kind="agency", rule="nationwide"
            )
        if twin is not None and place_rule in {"article", "carried place", "no place"}:
            where = twin.claim.jurisdiction or where
        traits = confidence.traits(because, source, when, frame, twin is None and body is not None, state)
        traits += self.opinions.traits(frame, what)
        rules = [because.rule, f"claimant: {source.rule}", f"period: {when.rule}", f"place: {place_rule}"]
        rule = "; ".join(["forecast", *rules] if state == "projection" else rules)
        claim = self._as_claim(
            unit, frame, value, comparator, what, source, when, where, confidence.of(traits), rule, state
        )
        return Found(claim, frame, source, when, memory.index, period.compares(reading, frame))

    def _source(
        self, unit: Unit, frame: Frame, because: Measure, what: str, previous: Found | None, twin: Found | None
    ) -> Source:
        carry = sides.carry(self.memory, unit, previous)
        same_line = previous is not None and previous.line == self.memory.index
        source = claimant.read(
            self.reading, unit, frame, what if what != "side" else "other", because, carry, same_line,
            weighing.looked(self.memory, frame)["side"],
        )  # fmt: skip
        if (
            twin is not None
            and twin.source.claimant
            and (source.rule in {"side", "carried"} or twin.claim.measure == what)
        ):
            return replace(source, claimant=twin.source.claimant, kind=twin.source.kind, rule="body")
        return source

    def _as_claim(
        self, unit: Unit, frame: Frame, value: float, comparator: str, what: str, source: Source, when: Period,
        where: str | None, sure: float, rule: str, state: str,
    ) -> Claim:  # fmt: skip
        count = frame.count
        start = frame.wholly if frame.wholly is not None and rule.startswith(pairs.ALL) else count.start
        return Claim(
            value, self.reading.text[start : count.end], start, count.end, what,
            self.reading.text[unit.start : unit.end], unit.start, unit.end, comparator, count.value_max, count.unit,
            frame.counted, source.claimant, source.kind, source.speaker, source.via, when.start, when.end, when.text,
            where, sure, rule, state, source.direct,
        )  # fmt: skip
