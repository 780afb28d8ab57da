"""Reads the claims of a document line by line: each number through measure, status, source, period and place."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from math import isnan

from extract.claims import claimant, confidence, frames, jurisdiction, lexicon, lists, measure, period, status
from extract.claims.candidates import Candidate, Line, lines
from extract.claims.claimant import Source
from extract.claims.frames import Frame, kind_of
from extract.claims.measure import Reading as Measure
from extract.claims.parties import agent, data, doer, federal_party, party_of, side, side_of_token
from extract.claims.period import NOTHING, Period
from extract.claims.reading import Reading, Unit
from extract.claims.triggers import NEGATIONS
from extract.claims.triggers import find as find_triggers
from extract.model import Claim, Count

DECISIVE = frozenset({"detainers_honored", "detainers_declined", "transfers", "releases", "notifications", "arrests", "removals"})
FAMILY = frozenset({"detainers_issued", "detainers_received"})
LISTED = re.compile(r"\s*(?:[-•*·–]|\(?[a-z0-9]{1,2}[.)]|[^.:]{3,60}:)\s")
LIST_REACH = 2000
"""Characters over which a lead-in's period holds for its list."""
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


class Builder:
    """One pass over a document. `run` gives every number with what was made of it."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.found: list[Found] = []
        self.contexts: list[tuple[int, Period]] = []
        self.asked: tuple[int, Measure] | None = None
        """The last question that a sentence put ("asked how many inmates had detainers"), and before which line."""
        self.answering = False
        """Whether the number at hand answers the last question."""
        self.lead: tuple[int, Source] | None = None
        """Who a list's lead-in names ("ICE gave these figures:"), and where the lead-in ends."""
        self.index = 0
        self.paragraph = 0

    def run(self) -> list[Candidate]:
        kept, out = lines(self.reading)
        by_start = {line.unit.start: line for line in kept}
        body = [u for u in self.reading.units if u.kind != "headline"]
        for i, unit in enumerate(body):
            line = by_start.get(unit.start)
            if line is None or not line.candidates:
                self._context(unit)
                continue
            self.index += 1
            self._line(line, body[:i], body[i + 1 : i + 2])
            if not any(c.claims for c in line.candidates):
                self._context(unit)
        body_claims = list(self.found)
        for unit in self.reading.units:
            if unit.kind == "headline" and unit.start in by_start:
                self.index += 1
                self._line(by_start[unit.start], [], [], body_claims)
        return out + [candidate for line in kept for candidate in line.candidates]

    def _context(self, unit: Unit) -> None:
        set_by = period.context(self.reading, unit)
        if set_by.known:
            self.contexts.append((unit.start, set_by))
        named = self.reading.within(self.reading.agencies, unit.start, unit.end)
        if named and self.reading.text[unit.start : unit.end].rstrip().endswith(":"):
            self.lead = (unit.end, Source(named[0].name, "agency", rule="lead-in", spoken=True))
        question = re.search(r"\bhow\s+(many)\b", self.reading.text[unit.start : unit.end], re.I)
        if question:
            start = unit.start + question.start(1)
            marks = find_triggers(unit.span)
            frame = frames.build(Count(1.0, start, start + 4, "many"), self.reading.doc, unit.span, marks)
            found = measure.asked(frame, marks) if frame is not None else None
            if found is not None:
                self.asked = (self.index, found)
            dates = [d for d in period.usable(self.reading, unit) if not period.is_day(d)]
            if found is not None and dates:
                self.contexts.append((unit.start, Period(dates[0].period_start, dates[0].period_end, dates[0].text, "question")))

    # -- one line ---------------------------------------------------------------------------------------------------

    def _line(self, line: Line, before: list[Unit], after: list[Unit], body: list[Found] | None = None) -> None:
        line.before = before
        row = lists.row_measures(self.reading, line.unit, before) if line.unit.kind in {"table", "list", "body"} else None
        plausible: list[tuple[Candidate, list[Measure]]] = []
        for i, candidate in enumerate(line.candidates):
            if candidate.frame is None:
                candidate.reason = "no words around it"
                continue
            found = self._measures(line, candidate, before, row[i] if row and i < len(row) and len(row) == len(line.candidates) else None, plausible)
            if found:
                plausible.append((candidate, found))
        series = [c.frame for c, _ in plausible if c.frame is not None]
        for candidate, found in plausible:
            assert candidate.frame is not None
            self._candidate(line, candidate, candidate.frame, found, series, after, body)

    def _marks(self, units: list[Unit]) -> dict[int, dict]:
        return {u.start: find_triggers(u.span) for u in units[-6:]}

    def _measures(
        self, line: Line, candidate: Candidate, before: list[Unit], cell: str | None, earlier: list[tuple[Candidate, list[Measure]]]
    ) -> list[Measure]:
        frame = candidate.frame
        assert frame is not None
        previous = before[-1] if before else None
        tag = lists.label(self.reading, line.unit, previous, frame.count.start, line.triggers, self._marks([previous])[previous.start] if previous else {})
        if cell is not None and tag is None:
            return [Measure("rate" if frame.count.unit == "percent" else cell, "table", None, "side" if cell == "side" else None)]
        if tag is not None and frame.kind in {"bare", "anaphor", "unknown", "foreign"} and not any(r == "patient" for _, r in frame.links):
            if tag.measure is None:
                if frame.kind in {"unknown", "foreign", "bare"}:
                    candidate.reason = f"counts something else ({tag.counted.strip()})"
                    return []
            else:
                return [Measure(tag.measure, "label", tag.trigger, tag.measure if tag.measure in {"side", "context"} else None)]
        if frame.count.form in {"all", "any", "none"}:
            return self._quantity(line, candidate, frame)
        if earlier and self._continues(frame, earlier[-1][0], line):
            lean = earlier[-1][1][:1]
            return [Measure(m.measure, f"ellipsis after {m.rule}", m.trigger, m.needs) for m in lean]
        found = measure.read(frame)
        if not found:
            candidate.reason = _why_not(frame)
        return found

    def _continues(self, frame: Frame, earlier: Candidate, line: Line) -> bool:
        """Whether a bare number goes on with the series of the number before it ("compared with 56 in 2015 and only 18 in 2014")."""
        if frame.kind not in {"bare", "anaphor"} or measure.listed(frame):
            return False
        if any(t.action == "counted" and role == "patient" and t.token.idx > earlier.count.end for t, role in frame.links):
            return False
        text = self.reading.text
        gap = text[earlier.count.end : frame.count.start]
        if frame.count.unit != earlier.count.unit or len(gap) > 160:
            return False
        if re.match(r"\s+(?:more|others?|another)\b", text[frame.count.end : frame.count.end + 10]):
            return True
        if period.compares(self.reading, frame) or re.search(r"\bto\s+(?:\w+\s+){0,2}$", gap):
            return True
        if any(t.action != "counted" and role in {"patient"} for t, role in frame.links) and not self._same_governor(frame, earlier):
            return False
        after = text[frame.count.end : frame.count.end + 30]
        dated = bool(re.match(r"[^.;]{0,4}\s*(?:in|during|last|the year|the previous|the same|so far|for|this)\b", after))
        return dated and len(gap) < 120

    def _same_governor(self, frame: Frame, earlier: Candidate) -> bool:
        """Whether both numbers hang on one verb ("received 133 in 2016 and 519 in 2017")."""
        first = {t.token.i for t, role in (earlier.frame.links if earlier.frame else []) if role == "patient"}
        return bool(first & {t.token.i for t, role in frame.links if role == "patient"})

    def _quantity(self, line: Line, candidate: Candidate, frame: Frame) -> list[Measure]:
        """None, any, all: claims only with a verb that decides over what came before."""
        count, form = frame.count, frame.count.form
        if frame.kind in {"foreign", "unknown"} or (count.text.lower() == "no" and frame.kind == "bare"):
            candidate.reason = "counts something else"
            return []
        direct = [(t, r) for t, r in frame.links if t.action != "counted" and self._governs(frame, t, r)]
        if form == "all" and re.match(r"\s+(?:of\s+)?(?:the\s+|those\s+|these\s+)?(?:\d|but\b)", self.reading.text[count.end : count.end + 16]):
            candidate.reason = "the number itself follows"
            return []
        if re.match(r"(?:no one|nobody)", count.text, re.I):
            direct = [(t, r) for t, r in direct if t.passive]
        if self._of_some(direct):
            candidate.reason = "of some of them only"
            return []
        for trigger, role in direct:
            action = measure.MEASURE.get(trigger.action, trigger.action)
            if action not in DECISIVE or not _past(trigger) or (trigger.weak and trigger.action not in {"honored", "transfers"}):
                continue
            negated = trigger.negated or (form == "any" and self._negated_before(frame, line))
            if form == "any" and not negated:
                continue
            if form == "none" and role in {"modifier"} and frame.noun is None:
                continue
            if form == "all" and trigger.negated:
                action = {"detainers_honored": "detainers_declined"}.get(action, action)
            if frame.kind == "detainer" and trigger.weak and trigger.action == "honored":
                continue
            if form == "any" and trigger.token.i > frame.root.i:
                continue
            return [Measure(action, f"{role} of {trigger.action}", trigger, "topic")]
        if form == "none" and self.asked is not None and self.index - self.asked[0] <= 1 and len(frame.sentence) <= 6 and self.asked[1].measure in DECISIVE:
            return [Measure(self.asked[1].measure, "answer", self.asked[1].trigger)]
        candidate.reason = "no verb decides over it"
        return []

    def _of_some(self, direct: list[tuple[Trigger, str]]) -> bool:
        """ "Seven counties honored all": of theirs, not of all that were counted."""
        who = agent(direct[0][0]) if direct else None
        return who is not None and any(t.pos_ == "NUM" for t in who.lefts)

    def _governs(self, frame: Frame, trigger: Trigger, role: str) -> bool:
        """Whether the word for nothing or all is itself what the verb decides over, not a remark beside it."""
        doc = frame.sentence.doc
        if role == "near" and trigger.token.i == frame.root.i + 1 and frame.root.i > frame.sentence.start and doc[frame.root.i - 1].text in {",", "and", "—", "–", ";"}:
            return True
        if role == "near":
            return trigger.token.i > frame.root.i and trigger.token.i - frame.root.i <= 3 and frame.sentence.end - trigger.token.i <= 2
        if role not in {"patient", "shared"}:
            return False
        node = frame.node
        if node.dep_ in {"advmod", "preconj", "cc"} and frame.count.form == "none" and trigger.token.i == frame.root.i - 1:
            return True
        if node.dep_ == "advmod" or (node.dep_ == "pobj" and node.head.lower_ in {"in", "at", "after", "above"}):
            return False
        head = node.head
        while head.dep_ in {"prep", "conj"} and head.i != trigger.token.i and head.pos_ != "VERB":
            head = head.head
        return head.i == trigger.token.i or role == "shared" or head.dep_ == "prep"

    def _negated_before(self, frame: Frame, line: Line) -> bool:
        doc = frame.sentence.doc
        return any(doc[i].lower_ in NEGATIONS or doc[i].lower_ in {"without", "nor", "neither"} for i in range(max(frame.sentence.start, frame.root.i - 7), frame.root.i))

    # -- one number -------------------------------------------------------------------------------------------------

    def _candidate(
        self, line: Line, candidate: Candidate, frame: Frame, found: list[Measure], series: list[Frame], after: list[Unit], body: list[Found] | None
    ) -> None:
        unit, count = line.unit, candidate.count
        state, why = status.read(self.reading, unit, frame, found[0])
        if state in {"question", "hypothetical", "denied", "retracted"}:
            candidate.reason = why
            if state == "retracted" and found[0].measure not in {"context", "side"}:
                self.asked = (self.index, found[0])
                was = period.own(self.reading, unit, frame, series, found[0].measure, NOTHING)
                if was.known:
                    self.contexts.append((unit.start, was))
            return
        if body is None and self._repeats(frame, found):
            candidate.reason = "refers back to a number already counted"
            return
        for because in found:
            claim = self._claim(line, frame, because, series, after, state, body)
            if isinstance(claim, str):
                candidate.reason = claim
                continue
            candidate.claims.append(claim.claim)
            self.found.append(claim)
            self.paragraph = unit.paragraph

    def _repeats(self, frame: Frame, found: list[Measure]) -> bool:
        """ "the 63", "all 32", "of those 1,106" after 63, 32, 1,106 were counted."""
        same = [f for f in self.found if f.claim.value == frame.count.value and f.claim.comparator == frame.count.comparator]
        if not same or not frame.definite:
            return False
        return frame.of_number or any(found[0].measure in {f.claim.measure, "context", "side"} for f in same)

    def _claim(
        self, line: Line, frame: Frame, because: Measure, series: list[Frame], after: list[Unit], state: str, body: list[Found] | None
    ) -> Found | str:
        reading, unit, count = self.reading, line.unit, frame.count
        near = [f for f in self.found if self.index - f.line <= NEAR_LINES]
        previous = next((f for f in reversed(near) if f.frame.count.form not in {"all", "any", "none"}), near[-1] if near else None)
        twin = self._twin(frame, because, body) if body is not None else None
        what = self._what(frame, because, previous, line, twin)
        if what is None:
            return "nothing of the dispute is counted"
        if because.needs == "topic" and not self._topical(frame, because, unit, previous, body is not None):
            return "no sign of the dispute near it"
        carry = self._carry(unit, previous)
        source = claimant.read(reading, unit, frame, what if what != "side" else "other", because, carry, previous is not None and previous.line == self.index)
        if twin is not None and twin.source.claimant and (source.rule in {"side", "carried"} or twin.claim.measure == what):
            source = replace(source, claimant=twin.source.claimant, kind=twin.source.kind, rule="body")
        if what == "side":
            what = self._by_side(source, because, frame)
        elif what in FAMILY and because.rule == "ellipsis" and source.rule in {"speech", "agent", "outer speech"} and side(source.claimant) in {"federal", "custody"}:
            what = "detainers_issued" if side(source.claimant) == "federal" else "detainers_received"
        elif what == "detainers_issued" and (receiver := self._receiver(because)):
            what = "detainers_received"
            if source.rule in {"agent", "agent in speech", "side", "carried"} and side(receiver) == "custody":
                source = replace(source, claimant=receiver, kind="agency", rule="agent")
        elif what == "detainers_issued" and because.trigger is not None and because.trigger.weak and self._acts(because, "custody"):
            if because.trigger.token.lemma_.lower() not in {"place", "file", "put"}:
                what = "detainers_received"
        elif what == "detainers_issued" and side(source.claimant) == "custody" and source.rule in {"speech", "outer speech"} and not self._acts(because, "custody"):
            what = "detainers_received"
        when = self._when(line, frame, series, what, source, after, twin, because)
        if what == "detainers_active" and because.rule.startswith("people"):
            if not when.known and because.rule == "people had detainers":
                when = self._when(line, frame, series, "detainers_received", source, after, twin, because)
            if when.start and when.end and when.start != when.end:
                what = "detainers_received"
        value, comparator = self._value(frame, what, near)
        if value is None:
            return "what it is the whole of is not known"
        last = previous.claim if previous is not None else None
        lead = lists.place_of_line(reading, unit) or lists.heading_place(reading, unit, line.before)
        where, place_rule = jurisdiction.read(reading, unit, frame, because, source.claimant, last, lead)
        if where == jurisdiction.NATION and side(source.claimant) == "custody" and source.rule in {"speech", "carried", "side"}:
            source = replace(source, claimant=federal_party(reading, frame.count.start), kind="agency", rule="nationwide")
        if twin is not None and place_rule in {"article", "carried place", "no place"}:
            where = twin.claim.jurisdiction or where
        traits = _traits(because, source, when, frame, twin is None and body is not None, state)
        rule = "; ".join([*(["forecast"] if state == "projection" else []), because.rule, f"claimant: {source.rule}", f"period: {when.rule}", f"place: {place_rule}"])
        claim = Claim(
            value, count.text, count.start, count.end, what, reading.text[unit.start : unit.end], unit.start, unit.end, comparator,
            count.value_max, count.unit, frame.counted, source.claimant, source.kind, source.speaker, source.via,
            when.start, when.end, when.text, where, confidence.of(traits), rule, state, source.direct,
        )  # fmt: skip
        return Found(claim, frame, source, when, self.index, period.compares(reading, frame))

    def _what(self, frame: Frame, because: Measure, previous: Found | None, line: Line, twin: Found | None) -> str | None:
        """The measure, with `context` resolved from the claim before; `side` stays for the claimant to decide."""
        if because.measure.startswith("not "):
            return None
        if because.measure == "rate" and because.needs == "context":
            near = previous is not None and (previous.line == self.index or (frame.kind == "anaphor" and frame.partitive and self.index - previous.line <= 1))
            return "rate" if near or twin is not None else None
        self.answering = because.rule == "answer"
        if because.measure != "context":
            return because.measure
        if twin is not None:
            return twin.claim.measure
        if not self._leans(frame, because):
            return None
        if self.asked is not None and self.index - self.asked[0] <= 2 and (previous is None or previous.line <= self.asked[0] or frame.definite):
            self.answering = True
            return self.asked[1].measure
        if previous is None:
            return "side" if self._requests_before(line.unit) and because.rule == "ellipsis" else None
        base = previous.claim.measure
        if base in FAMILY and because.trigger is not None:
            party = party_of(self.reading, agent(because.trigger))
            where = side(party) if party else side_of_token(agent(because.trigger))
            if where in {"federal", "custody"}:
                return "detainers_issued" if where == "federal" else "detainers_received"
        if (self._exists(because) or self._logs(because)) and base in {"detainers_declined", "detainers_honored"}:
            return "side"
        return base if base != "rate" else None

    def _exists(self, because: Measure) -> bool:
        """ "There were only 19": it is the requests that there are, whatever became of those counted before."""
        verb = because.trigger.token if because.trigger is not None else None
        return verb is not None and verb.lemma_ == "be" and any(c.dep_ == "expl" for c in verb.children)

    def _logs(self, because: Measure) -> bool:
        """ "The jail logged 61": a log holds what came in."""
        verb = because.trigger.token if because.trigger is not None else None
        return verb is not None and verb.lemma_ in {"log", "record", "document", "register", "track"}

    def _requests_before(self, unit: Unit) -> bool:
        """Whether the sentences just before are about requests, so that a bare number can only count those."""
        before = [u for u in self.reading.units if unit.start - 400 <= u.start < unit.start and unit.paragraph - u.paragraph <= 1]
        return any(kind_of(t) == "detainer" for u in before for t in u.span)

    def _leans(self, frame: Frame, because: Measure) -> bool:
        """Whether a bare number's sentence says that it counts what was counted before: "It was 9", "the department logged 21"."""
        if frame.kind not in {"bare", "anaphor"} or frame.count.form == "share":
            return False
        if because.rule == "remainder":
            return True
        if because.trigger is None:
            if because.rule == "label":
                return True
            if self.asked is not None and self.index - self.asked[0] <= 1 and len(frame.sentence) <= 16 and frame.kind == "bare":
                return True
            return frame.kind == "anaphor" and frame.partitive and frame.root.i - frame.sentence.start <= 1 and frame.count.form in {"digits", "words"}
        verb = because.trigger.token
        subject = next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass", "expl"}), None)
        if verb.tag_ == "NNS":
            subject = agent(because.trigger)
        if subject is None:
            return verb.lemma_.lower() in {"add", "include"} and frame.definite
        if subject.lower_ in {"it", "there", "that", "this", "number", "answer", "total", "figure", "count", "tally", "sum", "one", "hers", "his"}:
            return True
        if subject.lemma_.lower() in data()["documents"]:
            return True
        if party_of(self.reading, subject) or side_of_token(subject):
            return frame.node.dep_ in {"dobj", "attr", "pobj", "nummod", "npadvmod"} and verb.lemma_.lower() not in {"be", "say", "tell", "give"}
        return False

    def _twin(self, frame: Frame, because: Measure, body: list[Found]) -> Found | None:
        """The body's claim that a headline's number repeats."""
        same = [f for f in body if f.claim.value == frame.count.value]
        best = [f for f in same if f.claim.measure == because.measure]
        return (best or same or [None])[0]  # type: ignore[list-item]

    def _topical(self, frame: Frame, because: Measure, unit: Unit, previous: Found | None, headline: bool) -> bool:
        words = {t.lower_ for t in unit.span}
        if because.measure in {"arrests", "removals"}:
            who = agent(because.trigger) if because.trigger is not None else None
            party = party_of(self.reading, who)
            around = claimant.speech(self.reading, frame.count.start)
            spoken = side(claimant.party_of_speaker(self.reading, around[0])[0]) if around else None
            if "federal" in {side(party) if party else None, spoken, side_of_token(who)} or words & {"ice", "immigration", "deportation", "federal"}:
                return True
            return previous is not None and (frame.definite or frame.kind == "anaphor" or frame.whole is not None or "again" in words)
        if words & lexicon.words("topic") or any(kind_of(t) == "detainer" for t in unit.span):
            return True
        if previous is not None:
            return True
        if because.measure.startswith("detainers_") and because.rule.startswith("subject"):
            return True
        near = [u for u in self.reading.units if unit.start - 600 <= u.start < unit.start and u.paragraph >= unit.paragraph - 1]
        return any(t.lower_ in lexicon.words("topic") or kind_of(t) == "detainer" for u in near for t in u.span)

    def _carry(self, unit: Unit, previous: Found | None) -> Source | None:
        if self.lead is not None and unit.start > self.lead[0] and LISTED.match(self.reading.text[unit.start : unit.end]):
            if previous is None or previous.claim.start < self.lead[0]:
                return self.lead[1]
        if previous is None:
            return None
        if previous.line == self.index:
            return previous.source
        if unit.paragraph - self.paragraph > 2 and unit.kind not in {"list", "table"}:
            return None
        return replace(previous.source, speaker=None, direct=False)

    def _acts(self, because: Measure, wanted: str) -> bool:
        who = agent(because.trigger) if because.trigger is not None else None
        party = party_of(self.reading, who)
        return wanted in {side(party) if party else None, side_of_token(who)}

    def _receiver(self, because: Measure) -> str | None:
        """ "the department was sent two": who stands as subject of a passive verb with an object of its own."""
        verb = because.trigger.token if because.trigger is not None else None
        if verb is None or not any(c.dep_ in {"dobj", "attr", "oprd"} for c in verb.children):
            return None
        subject = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
        if subject is None or kind_of(subject) == "detainer":
            return None
        return party_of(self.reading, subject) or "who was sent them"

    def _by_side(self, source: Source, because: Measure, frame: Frame) -> str:
        who = doer(frame, because.trigger)
        party = party_of(self.reading, who)
        where = side(party) if party else side_of_token(who) or side(source.claimant)
        return "detainers_issued" if where == "federal" else "detainers_received"

    def _when(self, line: Line, frame: Frame, near: list[Frame], what: str, source: Source, after: list[Unit], twin: Found | None, because: Measure) -> Period:
        if self.answering and self.contexts and self.contexts[-1][1].rule == "question":
            return self.contexts[-1][1]
        if self.contexts and self.contexts[-1][1].rule == "lead-in" and LISTED.match(self.reading.text[line.unit.start : line.unit.end]):
            if 0 < line.unit.start - self.contexts[-1][0] < LIST_REACH and not period.usable(self.reading, line.unit):
                return replace(self.contexts[-1][1], text=None)
        last = next((f.period for f in reversed(self.found) if f.period.known and not f.compared), NOTHING)
        spans = [(f.period.start, f.period.end) for f in self.found if not f.compared]
        when = period.own(self.reading, line.unit, frame, near, what, last, spans)
        if when.known:
            return when
        if because.rule == "table" and (row := self._row_period(line.unit)).known:
            return row
        if twin is not None and twin.period.known:
            return replace(twin.period, text=None, rule="body")
        same = [f for f in self.found if f.line == self.index and not f.compared]
        if same and not same[-1].period.known and frame.kind in {"anaphor", "bare"}:
            return NOTHING
        claims = [replace(f.claim, rule=f.claim.rule + (" compared" if f.compared else "")) for f in self.found]
        series = [f for f in self.found if f.line == self.index - 1]
        if frame.kind == "anaphor" and len({(f.claim.period_start, f.claim.period_end) for f in series}) > 1 and not any(f.compared for f in series):
            return period.union([(f.claim.period_start, f.claim.period_end) for f in series])
        if after and re.match(r"(?:That|This|It|Those|The (?:period|figures?|numbers?))\b", self.reading.text[after[0].start : after[0].end]):
            later = [d for d in period.usable(self.reading, after[0]) if d.kind == "range"]
            if later and not self.reading.within(self.reading.counts, after[0].start, after[0].end):
                return Period(later[0].period_start, later[0].period_end, later[0].text, "next sentence")
        return period.carried(claims, self.contexts, frame, what, source.claimant, line.unit.start)

    def _row_period(self, unit: Unit) -> Period:
        """The quarter of a row, in the year last named; for a total, from the first row to the last."""
        text = self.reading.text[unit.start : unit.end]
        years = [d for d in self.reading.dates if d.end <= unit.start and d.period_start and d.period_start[5:] == "01-01"]
        if years and (span := lists.quarter(text, int((years[-1].period_start or "0")[:4]))):
            return Period(*span, None, "row")
        rows = [f for f in self.found if "table" in f.claim.rule and f.period.known and self.index - f.line <= 13]
        if re.match(r"\W*(?:total|all|sum|overall)\b", text, re.I) and rows:
            return period.union([(f.period.start, f.period.end) for f in rows])
        return NOTHING

    def _value(self, frame: Frame, what: str, near: list[Found]) -> tuple[float | None, str]:
        """The number itself; for "all" that of the requests or people it is all of."""
        count = frame.count
        if not isnan(count.value):
            return count.value, count.comparator
        counts = [f for f in near if f.claim.unit == "count" and f.claim.value > 0 and f.frame.count.form != "all"]
        base = next((f for f in reversed(counts) if f.claim.measure != what), None)
        if base is None or self.index - base.line > 1 or (counts[-1].line == self.index and counts[-1].claim.measure == what and base.line != self.index):
            return None, "="
        return base.claim.value, base.claim.comparator


def _past(trigger: Trigger) -> bool:
    """Whether a verb tells what happened, not what a law allows."""
    verb = trigger.token
    if verb.tag_ in {"VBD", "VBN", "NN", "JJ"}:
        return True
    return any(c.dep_ == "aux" and c.lower_ in {"did", "have", "has", "had", "was", "were"} for c in verb.children)


def _why_not(frame: Frame) -> str:
    if any(role == "agent" for _, role in frame.links[:1]):
        return "does the counting, is not counted"
    if frame.kind in {"foreign", "unknown"} and frame.counted:
        return f"counts something else ({frame.counted})"
    return "no verb or noun of the dispute governs it"


def _traits(because: Measure, source: Source, when: Period, frame: Frame, alone: bool, state: str) -> list[str]:
    how = because.rule.split()[0]
    traits = [f"measure {how}", f"claimant {source.rule.split()[0] if source.claimant else 'none'}", f"period {when.rule if when.known else 'none'}"]
    if alone:
        traits.append("headline alone")
    if because.trigger is not None and because.trigger.weak:
        traits.append("weak verb")
    if state == "projection":
        traits.append("projection")
    if frame.count.form != "digits":
        traits.append("words")
    return traits
