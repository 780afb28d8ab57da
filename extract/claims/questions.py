"""What a sentence asks for, so that a bare number may answer it: "How many did it honor?", "This year?"."""

from __future__ import annotations

import re

from extract.claims import frames, lexicon, measure, period
from extract.claims.acts import MEASURE
from extract.claims.acts import Reading as Measure
from extract.claims.memory import Memory
from extract.claims.nouns import kind_of
from extract.claims.period import Period
from extract.claims.reading import Unit
from extract.claims.triggers import find as find_triggers
from extract.claims.triggers import follows
from extract.model import Count

HOW = re.compile(r"\bhow\s+(many|often)\b", re.I)
NUMBER = re.compile(
    r"\b(?:ask|press)\w*\b[^.?!]{0,30}\b(?:for|about)\s+(?:the\s+)?(?:\w+\s+)?(?:numbers?|figures?|counts?|totals?|tally)\b",
    re.I,
)
ANY = re.compile(r"\b(?:did|has|have|had|does|do)\b[^.?!]{0,80}\b(any)\b[^.?!]{0,40}\?[”\"’'\s]*$", re.I)
"""A question that asks whether there were any at all."""
NOW = re.compile(
    r"\bhow\s+many\b[^.?!]{0,80}\b(?:have|are|has|is|hold)\b[^.?!]{0,60}"
    r"\b(?:right now|now|today|currently|at the moment|at present|this morning)\b[^.?!]{0,20}\?", re.I
)
"""A question about those that there are as things stand: "How many holds do you have right now?"."""
SHORT = 7
"""Words of a question that asks the same of another time: "And last year?"."""


def ask(memory: Memory, unit: Unit) -> None:
    """Remembers what a sentence asks for, and the period it asks about."""
    found = _asked(memory, unit)
    if found is None:
        return
    memory.asked = (memory.index, found)
    dates = [d for d in period.usable(memory.reading, unit) if not period.is_day(d)]
    if dates:
        how = HOW.search(memory.reading.text, unit.start, unit.end)
        date = next((d for d in dates if how is not None and d.start > how.start()), dates[0])
        memory.contexts.append((unit.start, Period(date.period_start, date.period_end, date.text, "question")))


def _asked(memory: Memory, unit: Unit) -> Measure | None:
    text = memory.reading.text[unit.start : unit.end]
    last = memory.previous.claim.measure if memory.previous is not None else None
    if NOW.search(text) and any(kind_of(t) == "detainer" for t in unit.span):
        return Measure("detainers_active", "number asked for")
    if (how := HOW.search(text)) is not None:
        return _how_many(memory, unit, unit.start + how.start(1), how[1])
    if (some := ANY.search(text)) is not None:
        return _how_many(memory, unit, unit.start + some.start(1), some[1])
    if NUMBER.search(text):
        about = [kind_of(t) for t in unit.span if t.pos_ == "NOUN"]
        if last is None or "detainer" in about:
            return Measure("side", "number asked for", None, "side") if "detainer" in about else None
        return Measure(last, "number asked for")
    guessed = bool(memory.reading.within(memory.reading.counts, unit.start, unit.end))  # "Zero?" asks nothing new
    short = not guessed and text.rstrip('”"’ ').endswith("?") and len(text.split()) <= SHORT
    if short and last is not None and last != "rate":
        return Measure(last, "asked again")
    return None


def _did(unit: Unit, start: int) -> Measure | None:
    """What "did the jail honor" asks for, where the tagger takes the verb for a noun."""
    behind = [t for t in unit.span if t.idx > start]
    did = next((i for i, t in enumerate(behind) if t.lower_ in {"did", "does", "do"}), None)
    if did is None:
        return None
    for token in behind[did + 1 :]:
        for entry in lexicon.verbs().get(token.lower_, ()):
            fits = not entry.rest or follows(token, entry.rest, unit.span)
            if fits and not entry.weak and entry.action != "counted":
                return Measure(MEASURE.get(entry.action, entry.action), "asked")
    return None


def _how_many(memory: Memory, unit: Unit, start: int, word: str) -> Measure | None:
    marks = find_triggers(unit.span)
    count = Count(1.0, start, start + len(word), word.lower())
    frame = frames.build(count, memory.reading.doc, unit.span, marks)
    found = measure.asked(frame, marks) if frame is not None else None
    if (found is None or found.measure == "side") and (done := _did(unit, start)) is not None:
        return done
    if found is None and frame is not None and frame.kind in {"anaphor", "bare"}:
        if memory.previous is not None:
            return Measure(memory.previous.claim.measure, "asked of those before")
        near = memory.reading.units_before(unit.start, 400)
        if any(kind_of(t) == "detainer" for u in near for t in u.span):
            return Measure("side", "asked of the requests", None, "side")
    return found
