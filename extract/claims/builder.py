"""Reads the claims of a document line by line: each number through measure, status, source, period and place."""

from __future__ import annotations

from dataclasses import replace

from extract.claims import (
    claimant,
    confidence,
    excepted,
    guards,
    jurisdiction,
    leaning,
    lists,
    measure,
    period,
    quantities,
    questions,
    sides,
    status,
    timing,
    weighing,
)
from extract.claims.candidates import Candidate, Line, lines
from extract.claims.claimant import Source
from extract.claims.frames import Frame
from extract.claims.measure import Reading as Measure
from extract.claims.memory import Found, Memory
from extract.claims.parties import federal_party, side
from extract.claims.period import NOTHING, Period
from extract.claims.reading import Reading, Unit
from extract.claims.triggers import Trigger
from extract.claims.triggers import find as find_triggers
from extract.claims.weighing import signs
from extract.model import Claim

ABOVE = 40
"""Units above a line that its numbers may look back to."""
FIRM = frozenset(
    ["table", "understood", "happened", "told ICE", "entries", "in parentheses", "answer", excepted.RULE,
     quantities.NO_ACTION]
)  # fmt: skip
"""Rules whose shape leaves nothing to be weighed."""
ADRIFT = 0.2  # How likely no claim may be where nothing near a bare number is of the dispute.


class Builder:
    """One pass over a document. `run` gives every number with what was made of it."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.memory = Memory(reading)
        self._known_marks: dict[int, dict[int, Trigger]] = {}
        self._opinions: dict[int, weighing.Opinion] = {}

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
            self._line(line, body[max(0, i - ABOVE) : i], body[i + 1 : i + 2])
            if not any(c.claims for c in line.candidates):
                self._context(unit)
        body_claims = list(self.memory.found)
        for unit in self.reading.units:
            if unit.kind == "headline" and unit.start in by_start:
                self.memory.index += 1
                self._line(by_start[unit.start], [], [], body_claims)
        return out + [candidate for line in kept for candidate in line.candidates]

    def _context(self, unit: Unit) -> None:
        set_by = period.context(self.reading, unit)
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
        cells = dict(zip((id(c) for c in numbers), row, strict=True)) if row and len(row) == len(numbers) else {}
        for candidate in line.candidates:
            if candidate.frame is None:
                candidate.reason = "no words around it"
                continue
            if excepted.leaves_out(self.reading.text, candidate.frame):
                found = excepted.read(self.memory, candidate.frame)
                candidate.reason = "" if found else 'what an "all but" leaves out'
            elif guards.other(candidate.frame):
                found, candidate.reason = [], "none of the dispute's by its shape"
            else:
                found = self._measures(line, candidate, before, cells.get(id(candidate)), plausible)
                found = self._weighed(line, candidate, found, plausible)
            if found:
                plausible.append((candidate, found))
        series = [c.frame for c, _ in plausible if c.frame is not None]
        for candidate, found in plausible:
            assert candidate.frame is not None
            self._candidate(line, candidate, candidate.frame, found, series, after, body)

    def _marks(self, unit: Unit) -> dict[int, Trigger]:
        """The triggers of a unit, looked for once: each number of a long sentence asks for those of the one before."""
        if unit.start not in self._known_marks:
            self._known_marks[unit.start] = find_triggers(unit.span)
        return self._known_marks[unit.start]

    def _measures(
        self,
        line: Line,
        candidate: Candidate,
        before: list[Unit],
        cell: str | None,
        earlier: list[tuple[Candidate, list[Measure]]],
    ) -> list[Measure]:
        frame = candidate.frame
        assert frame is not None
        previous = before[-1] if before else None
        tag = lists.label(
            self.reading,
            line.unit,
            previous,
            frame.count.start,
            line.triggers,
            self._marks(previous) if previous else {},
        )
        if cell is not None and tag is None:
            return [
                Measure(
                    "rate" if frame.count.unit == "percent" else cell, "table", None, "side" if cell == "side" else None
                )
            ]
        if (
            tag is not None
            and frame.kind in {"bare", "anaphor", "unknown", "foreign"}
            and not any(
                r == "patient" and t.action != "counted" and (tag.measure or t.token.idx > frame.count.start)
                for t, r in frame.links
            )
        ):
            if tag.measure is None:
                if frame.kind in {"unknown", "foreign", "bare"} or frame.partitive:
                    candidate.reason = f"counts something else ({tag.counted.strip()})"
                    candidate.other = tag.other
                    return []
            else:
                return [
                    Measure(
                        tag.measure, "label", tag.trigger, tag.measure if tag.measure in {"side", "context"} else None
                    )
                ]
        if frame.count.form == "none" and earlier and period.compares(self.reading, frame) and frame.kind == "bare":
            return [Measure(m.measure, f"ellipsis after {m.rule}", m.trigger, m.needs) for m in earlier[-1][1][:1]]
        number = frame.count.text.lower() == "zero" and any(t.action == "counted" for t, _ in frame.links)
        if frame.count.form in {"all", "any", "none"} and not number:
            return quantities.read(self.memory, candidate, frame, earlier)
        alike = [found for found in earlier if found[0].count.unit == frame.count.unit]
        if alike and leaning.continues(self.memory, frame, alike[-1][0]):
            lean = alike[-1][1][:1]
            return [Measure(m.measure, f"ellipsis after {m.rule}", m.trigger, m.needs) for m in lean]
        if frame.kind == "bare" and guards.ordinal(frame):
            candidate.reason = "a span of time"
            return []
        found = [] if quantities.of_none(line, frame, earlier) else measure.read(frame)
        if not found:
            candidate.reason = guards.why_not(frame)
        return found

    def _weighed(
        self, line: Line, candidate: Candidate, found: list[Measure], earlier: list[tuple[Candidate, list[Measure]]]
    ) -> list[Measure]:
        """What the rules found, else what the signs tell."""
        frame = candidate.frame
        if found or line.unit.kind == "table" or frame is None or quantities.unweighed(line, candidate, frame, earlier):
            return found
        last = earlier[-1][1][0].measure if earlier else None
        self._opinions[candidate.count.start] = weighing.weigh(
            self.memory, line, candidate, last, signs.by_rules("nothing")
        )
        if leaning.adrift(self.memory, line, frame) and self._opinions[candidate.count.start].none > ADRIFT:
            return []
        return self._by_signs(candidate)

    def _reconsider(self, line: Line, candidate: Candidate, found: list[Measure]) -> None:
        """Weighs what the rules made of a number together with the signs: their word is one sign among the others."""
        firm = found[0].rule in FIRM or found[0].rule == weighing.RULE
        if firm or line.unit.kind == "table" or candidate.count.form == "all":
            return
        said = "+".join(sorted({claim.measure for claim in candidate.claims})) or "nothing"
        mine = self._take_back(candidate)
        same = self.memory.of_line(self.memory.index)
        last = same[-1].claim.measure if same else None
        told = signs.by_rules(said, found[0].rule)
        self._opinions[candidate.count.start] = weighing.weigh(self.memory, line, candidate, last, told)
        self.memory.found += mine

    def _take_back(self, candidate: Candidate) -> list[Found]:
        """Takes the claims of a number out of the memory."""
        start = len(self.memory.found) - len(candidate.claims)
        mine = self.memory.found[start:]
        del self.memory.found[start:]
        return mine

    def _by_signs(self, candidate: Candidate) -> list[Measure]:
        opinion = self._opinions.get(candidate.count.start)
        if opinion is None or not opinion.speaks or candidate.count.form == "any":
            return []
        return [Measure(what, weighing.RULE) for what in opinion.best]

    def _rather(self, candidate: Candidate, found: list[Measure]) -> list[Measure]:
        """What the signs would have instead of what was made of a number: nothing yet, or another measure."""
        if found[0].rule == weighing.RULE or (found[0].rule == "noun of whole" and candidate.claims):
            return []
        opinion = self._opinions.get(candidate.count.start)
        if not candidate.claims:
            return self._by_signs(candidate)
        said = {claim.measure for claim in candidate.claims}
        if opinion is None or said == set(opinion.best) or not opinion.rather_than(said):
            return []
        if found[0].rule in weighing.NAMED:
            return []
        return self._by_signs(candidate)

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
            if state == "retracted" and found[0].measure not in {"context", "side"}:
                self.memory.asked = (self.memory.index, found[0])
                was = period.own(self.reading, unit, frame, series, found[0].measure, NOTHING)
                if was.known:
                    self.memory.contexts.append((unit.start, was))
            return
        if body is None and self._repeats(frame, found):
            candidate.reason = "refers back to a number already counted"
            return
        if body is None and leaning.strays(self.memory, line, frame, found[0]):
            candidate.reason = "counts what the number before it counts"
            return
        self._claims(line, candidate, frame, found, series, after, state, body)
        self._reconsider(line, candidate, found)
        opinion = self._opinions.get(candidate.count.start)
        if opinion is not None and opinion.against:
            self._take_back(candidate)
            candidate.claims.clear()
            candidate.reason = f"weighs as no count of the dispute ({opinion.none:.2f})"
            return
        if rather := self._rather(candidate, found):
            self._take_back(candidate)
            candidate.claims.clear()
            self._claims(line, candidate, frame, rather, series, after, state, body)

    def _signs_of(self, frame: Frame, what: str) -> list[str]:
        """Whether the signs around a number speak for what it is taken to count."""
        opinion = self._opinions.get(frame.count.start)
        if opinion is None:
            return []
        for_it = sum(odds for name, odds in opinion.likely.items() if what in name.split("+"))
        return ["signs for it"] if for_it > 0.8 else ["signs against it"] if for_it < 0.4 else []

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
            if f.claim.value == frame.count.value and f.claim.comparator == frame.count.comparator
        ]
        if not same:
            return False
        return frame.of_number or any(found[0].measure in {f.claim.measure, "context", "side"} for f in same)

    def _claim(
        self, line: Line, frame: Frame, because: Measure, series: list[Frame], after: list[Unit], state: str,
        body: list[Found] | None,
    ) -> Found | str:  # fmt: skip
        reading, unit, memory = self.reading, line.unit, self.memory
        previous = memory.previous
        twin = leaning.twin(frame, because, body) if body is not None else None
        what = leaning.what(memory, frame, because, previous, line, twin)
        if what is None:
            return "nothing of the dispute is counted"
        topical = because.needs != "topic" or sides.topical(memory, frame, because, unit, previous, body is not None)
        if not topical:
            return "no sign of the dispute near it"
        source = self._source(unit, frame, because, what, previous, twin)
        what, source = sides.settle(memory, frame, because, what, source)
        when = timing.when(memory, line, frame, series, what, source, after, twin, because)
        what, when = timing.stock(memory, line, frame, series, what, source, after, twin, because, when)
        value, comparator = leaning.whole(memory, frame, what, memory.near)
        if value is None:
            return "what it is the whole of is not known"
        lead = lists.place_of_line(reading, unit) or lists.heading_place(reading, unit, line.before)
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
        traits += self._signs_of(frame, what)
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
        return Claim(
            value, count.text, count.start, count.end, what, self.reading.text[unit.start : unit.end], unit.start,
            unit.end, comparator, count.value_max, count.unit, frame.counted, source.claimant, source.kind,
            source.speaker, source.via, when.start, when.end, when.text, where, sure, rule, state, source.direct,
        )  # fmt: skip
