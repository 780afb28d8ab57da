"""What the rules make of one number of a line: its cell or label, what it leans on, else what its words say."""

from __future__ import annotations

import re

from extract.claims import (
    acts,
    errands,
    lists,
    marked,
    measure,
    naming,
    others,
    outstanding,
    period,
    quantities,
    registers,
    relatives,
    series,
)
from extract.claims.acts import Reading as Measure
from extract.claims.candidates import Candidate, Line
from extract.claims.frames import Frame
from extract.claims.lists import Label
from extract.claims.memory import Memory
from extract.claims.parties import FAMILY, side_of_token
from extract.claims.reading import Unit
from extract.claims.triggers import Trigger
from extract.claims.triggers import find as find_triggers
from extract.counts import beside_year_before

FROM, TO = re.compile(r"\bfrom\s+(?:\w+\s+)?$"), re.compile(r"\bto\s+(?:just\s+|almost\s+)?$")
THEIRS = "the other side's"
"""The rule of a number behind its owner, beside the same of another."""
REACH = 60
"""Characters between the ends of a fall: "from 88 in 2019 to none"."""
NOTED = frozenset({"side", "context"})
"""Measures of labels that lean on what stands around them."""
LABELLED = frozenset({"bare", "anaphor", "unknown", "foreign"})
"""Kinds of what is counted that a label may say better."""


class Counted:
    """Reads the numbers of a text one by one, each with those before it in its line."""

    def __init__(self, memory: Memory) -> None:
        self.memory = memory
        self._known_marks: dict[int, dict[int, Trigger]] = {}

    def read(
        self, line: Line, candidate: Candidate, before: list[Unit], cell: str | None,
        earlier: list[tuple[Candidate, list[Measure]]],
    ) -> list[Measure]:  # fmt: skip
        """The measures of a number, none with its reason; `cell` is what its column counts, `before` the units above
        its line, `earlier` the numbers before it with what they count."""
        frame = candidate.frame
        assert frame is not None
        count, previous = frame.count, before[-1] if before else None
        marks = self._marks(previous) if previous else {}
        tag = lists.label(self.memory.reading, line.unit, previous, count.start, line.triggers, marks)
        if cell is not None and tag is None:
            what = "rate" if count.unit == "percent" else cell
            return [Measure(what, "table", None, "side" if cell == "side" else None)]
        unlabelled = not frame.of_number and (tag is None or tag.measure is None)
        if unlabelled and frame.kind in {"bare", "anaphor", "detainer"}:
            row = lists.under(self.memory.reading, line.unit, count.start, line.triggers)
            if row is not None and row.measure is not None:
                return [Measure(row.measure, lists.OUTCOME)]
        if tag is not None and self._is_labelled(candidate, tag):
            if tag.measure is not None:
                rule = lists.OUTCOME if tag.firm else "label"
                return [Measure(tag.measure, rule, tag.trigger, tag.measure if tag.measure in NOTED else None)]
            if frame.kind in LABELLED - {"anaphor"} or frame.partitive:
                candidate.reason = f"counts something else ({tag.counted.strip()})"
                candidate.other = tag.other
                return []
        if earlier and beside_year_before(self.memory.reading.text, count.start):
            return _as_before(earlier[-1][1])
        if count.form == "none" and earlier and period.compares(self.memory.reading, frame) and frame.kind == "bare":
            return _as_before(earlier[-1][1])
        if count.form == "none" and earlier and self._falls_to(earlier[-1][0], count.start):
            return _as_before(earlier[-1][1])
        if count.form == "all" and frame.kind in {"anaphor", "bare"} and errands.told(frame):
            return [Measure("notifications", acts.TOLD, None)]  # "told the release date on all of them"
        number = count.text.lower() == "zero" and any(t.action == "counted" for t, _ in frame.links)
        if count.form in {"all", "any", "none"} and not number:
            return quantities.read(self.memory, candidate, frame, earlier)
        if label := marked.read(frame):
            return label
        if (named := naming.set_at(frame)) is not None:
            return [named]
        alike = [found for found in earlier if found[0].count.unit == count.unit]
        if alike and alike[-1][1][0].measure in FAMILY | {"side"} and (theirs := _theirs(frame)):
            return [Measure(theirs, THEIRS)]
        own = relatives.of_its_own(frame) or outstanding.inside(frame)
        if alike and not own and series.continues(self.memory, frame, alike[-1][0]):
            return _as_before(alike[-1][1])
        if frame.kind == "bare" and others.ordinal(frame):
            candidate.reason = "a span of time"
            return []
        if registers.of_register(frame) and (written := registers.listed_in(self.memory, frame)) is not None:
            return [Measure(written, registers.RULE, naming.light(frame), "side" if written == "side" else None)]
        found = [] if quantities.of_none(line, frame, earlier) else measure.read(frame)
        found = found or self._of_those_told(line, frame)
        if not found:
            candidate.reason = others.why_not(frame)
        return found

    def _of_those_told(self, line: Line, frame: Frame) -> list[Measure]:
        """The 39 of "39 of the 88 replies came later", after 88 notices were counted: a part of those."""
        if not frame.partitive or frame.kind not in {"unknown", "paper", "foreign"} or frame.count.unit != "count":
            return []
        following = next((c for c in line.candidates if c.count.start > frame.count.start), None)
        if following is None or following.frame is None or not (following.frame.of_number and following.frame.definite):
            return []
        same = [f for f in self.memory.found if f.claim.value == following.count.value and f.claim.unit == "count"]
        return [Measure(same[-1].claim.measure, "part of those told", None)] if same else []

    def _falls_to(self, earlier: Candidate, start: int) -> bool:
        """Whether a word for none ends a fall: "went from 88 in 2019 to none last year"."""
        text, number = self.memory.reading.text, earlier.count
        begins = text[max(0, number.start - 12) : number.start].lower()
        fell = FROM.search(begins) is not None and TO.search(text, number.end, start) is not None
        return fell and start - number.end < REACH and "." not in text[number.end : start]

    def _marks(self, unit: Unit) -> dict[int, Trigger]:
        """The triggers of a unit, looked for once: each number of a long sentence asks for those of the one before."""
        if unit.start not in self._known_marks:
            self._known_marks[unit.start] = find_triggers(unit.span)
        return self._known_marks[unit.start]

    def _is_labelled(self, candidate: Candidate, tag: Label) -> bool:
        """Whether a label says what the number counts: no verb of its own sentence does."""
        frame = candidate.frame
        assert frame is not None
        return frame.kind in LABELLED and (tag.firm or not any(
            role == "patient" and t.action != "counted" and (tag.measure or t.token.idx > frame.count.start)
            for t, role in frame.links
        ))  # fmt: skip


def _theirs(frame: Frame) -> str | None:
    """ "91 detainers against ICE's 94": the other side's count of the same."""
    before = frame.before
    if frame.kind != "bare" or len(before) < 2 or before[-1].tag_ != "POS":
        return None
    return {"federal": "detainers_issued", "custody": "detainers_received"}.get(side_of_token(before[-2]) or "")


def _as_before(found: list[Measure]) -> list[Measure]:
    """What the number before counts, for one that leans on it."""
    return [Measure(m.measure, f"ellipsis after {m.rule}", m.trigger, m.needs) for m in found[:1]]
