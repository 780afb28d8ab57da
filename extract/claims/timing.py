"""The period of a number from all that may give it: its sentence, its list, its row, its twin, what went before."""

from __future__ import annotations

import re
from dataclasses import replace

from extract.claims import abreast, columns, fiscal, handing, outstanding, period, tables, told_after, totals
from extract.claims.acts import Reading as Measure
from extract.claims.candidates import Line
from extract.claims.carrying import REACH
from extract.claims.claimant import Source
from extract.claims.clauses import verb_of
from extract.claims.dating import gives_figure, length
from extract.claims.frames import Frame
from extract.claims.memory import Found, Memory
from extract.claims.nouns import kind_of
from extract.claims.period import NOTHING, Period
from extract.claims.period_words import words
from extract.claims.reading import Unit
from extract.claims.stretches import day_moved, years_moved
from extract.claims.timeless import LISTED, SINCE_UNTOLD, UNDATED, VAGUE, in_list, perfect
from extract.counts import beside_year_before
from extract.joined import said

LIST_REACH = 2000
"""Characters over which a lead-in's period holds for its list."""

HANDED = frozenset({"context", "carried", "of its whole", "carried from its whole", "lead-in"})
"""Where a period comes from that its sentence does not name: the next number of the sentence has the same."""
YEAR, AGO, MONTHS = (365, 366), 800, 62
"""Days of a whole year, of an open time that may have gone on to an end that is named alone, and of some months."""
WEEK = 7
"""Days that are told as one time at which people sit in jail: "last week 71 inmates had detainers"."""
YEAR_BEFORE = "year before"
"""Where the period of a number comes from that stands in parentheses beside that of a year."""
ROWS_UP = 13
"""Rows over which a total may reach."""
_AS_OF = re.compile(r"as\s+of\b", re.I)
RUNNING = frozenset(
    {"detainers_received", "detainers_issued", "detainers_honored", "detainers_declined", "notifications"}
)
"""What adds up until the day as of which it is told."""
_IN_PARENTHESES = re.compile(r"%?\s+\(")
_TOTAL = re.compile(r"\W*(?:total|all|sum|overall)\b", re.I)


def when(
    memory: Memory,
    line: Line,
    frame: Frame,
    near: list[Frame],
    what: str,
    source: Source,
    after: list[Unit],
    twin: Found | None,
    because: Measure,
) -> Period:
    if beside_year_before(memory.reading.text, frame.count.start):
        return _year_before(memory)
    if (year := _year_of_pair(memory, line, frame)).known:
        return year
    asked = memory.answering and memory.contexts and memory.contexts[-1][1].rule == "question"
    if asked and all(period.is_short(d) for d in period.usable(memory.reading, line.unit)):
        return memory.contexts[-1][1]
    led = (
        memory.contexts
        and memory.contexts[-1][1].rule == "lead-in"
        and LISTED.match(memory.reading.text[line.unit.start : line.unit.end])
        and 0 < line.unit.start - memory.contexts[-1][0] < LIST_REACH
    )
    if led and not period.usable(memory.reading, line.unit):
        return replace(memory.contexts[-1][1], text=None)
    sentence = memory.reading.text[line.unit.start : line.unit.end]
    if (cell := columns.of_cell(memory.reading, line.unit, frame.count.start)).known:
        return fiscal.of_claimant(
            cell, source.claimant, what, sentence, memory.reading.text, memory.reading.document.outlet
        )
    last = memory.last_period(line.unit.start)
    when = fiscal.of_claimant(
        period.own(memory.reading, line.unit, frame, near, what, last, memory.spans),
        source.claimant,
        what,
        sentence,
        memory.reading.text,
        memory.reading.document.outlet,
        memory.spans,
        memory.reading.document.published,
    )
    if (not when.known or when.rule == "back") and (whole := totals.of_whole(memory, frame)) is not None:
        return Period(whole.claim.period_start, whole.claim.period_end, None, "of its whole")
    if when.rule == "before" and when.start is None:
        return _within(memory, frame, when, source.claimant)
    if when.start == when.end and when.text and what in RUNNING and _AS_OF.match(when.text) and not _of_people(frame):
        return _run_up_to(memory, when, source.claimant)
    if when.known:
        return _begun(memory, line.unit, when, source.claimant) if when.rule == "year to date" else when
    if because.rule == "table" and (row := _row_period(memory, line.unit)).known:
        return row
    if twin is not None and twin.period.known:
        return replace(twin.period, text=None, rule="body")
    same = [f for f in memory.of_line(memory.index) if not f.compared]
    if same and not same[-1].period.known and frame.kind in {"anaphor", "bare"}:
        return NOTHING
    leaning = frame.kind == "anaphor" and what != "detainers_active" and VAGUE.search(sentence)
    if leaning and same and same[-1].period.known and not same[-1].period.short:
        return replace(same[-1].period, text=None)
    if (side := abreast.from_to(memory, frame)).known:
        return side
    if what != "detainers_active" and (total := totals.of_sum(memory, frame)).known:
        return total
    if (side := abreast.beside(memory, line, frame, near)).known:
        return side
    if same and period.compares(memory.reading, frame) and len(period.usable(memory.reading, line.unit)) < 2:
        return NOTHING  # "318 last year, up from 140": of another time, which is not told
    if same and same[-1].period.rule in HANDED and what != "detainers_active":
        return replace(same[-1].period, text=None)
    series = [f for f in memory.of_line(memory.index - 1) if f.period.rule != YEAR_BEFORE]
    spans = [(f.claim.period_start, f.claim.period_end) for f in series]
    if len(set(spans)) > 1 and (
        (frame.kind == "anaphor" and not any(f.compared for f in series)) or totals.of_all(memory, frame, series)
    ):
        return period.union(spans)
    if (whole := totals.with_its_parts(series)) is not None and what != "detainers_active":
        return Period(whole.period.start, whole.period.end, None, "of its parts")
    if (revised := _revised(memory, frame, what)).known:
        return revised
    if UNDATED.search(sentence) is not None or (SINCE_UNTOLD.search(sentence) is not None and perfect(frame)):
        return NOTHING
    if after and what != "detainers_active" and (told := told_after.of_one(memory, after[0], frame)).known:
        return told
    if (told := told_after.of_all(memory, after)).known:
        return told
    handed = handing.handed(_asked(memory, line.unit, frame, what, source, because))
    return handed if handed.known or because.rule != "table" else period.above(memory.reading, line.unit)


def _revised(memory: Memory, frame: Frame, what: str) -> Period:
    """ "She has since raised the number to 26": of the time that the number was of."""
    verb, last = verb_of(frame.node), memory.previous
    if last is None or last.compared or last.claim.measure != what or verb is None:
        return NOTHING
    if verb.lemma_.lower() not in words("revising") or not gives_figure(verb):
        return NOTHING
    return replace(last.period, text=None, rule="revised")


def _year_before(memory: Memory) -> Period:
    """The year before that of the number beside which one stands in parentheses: "Detainers received: 186 (74)"."""
    beside = next(reversed(memory.of_line(memory.index)), None)
    if beside is None or beside.claim.period_start is None or beside.claim.period_end is None:
        return NOTHING
    moved = years_moved((beside.claim.period_start, beside.claim.period_end), -1)
    return Period(*moved, None, YEAR_BEFORE) if moved is not None else NOTHING


def _year_of_pair(memory: Memory, line: Line, frame: Frame) -> Period:
    """The latest year told, where that of the year before stands beside a number in parentheses: "Honored: 25 (8)"."""
    beside = _IN_PARENTHESES.match(memory.reading.text, frame.count.end)
    if beside is None or not beside_year_before(memory.reading.text, beside.end()):
        return NOTHING
    if period.usable(memory.reading, line.unit):
        return NOTHING
    told = [*memory.spans, *memory.set_spans]
    years = [(start, end) for start, end in told if start and length(start, end) in YEAR]
    return Period(*max(years), None, "context") if years else NOTHING


def _as_of(sentence: str, time: str) -> bool:
    """ "71 inmates had detainers as of last month": a point in time, however long it is."""
    point = re.sub(r"^as of\s+(?:the\s+)?", "", time, flags=re.I)
    return re.search(rf"\bas of (?:the )?{re.escape(point)}", sentence, re.I) is not None


def _within(memory: Memory, frame: Frame, when: Period, claimant: str | None) -> Period:
    """ "Before the law took effect on Oct. 1 it was 70", of 143 in the year: from where that year begins."""
    for f in reversed(memory.near):
        first, last, more = f.claim.period_start, f.claim.period_end, f.claim.value > frame.count.value
        if not f.compared and f.claim.claimant == claimant and more and length(first, last) in YEAR and when.end:
            return replace(when, start=first) if (first or "") < when.end < (last or "") else when
    return when


def _of_people(frame: Frame) -> bool:
    return frame.noun is not None and kind_of(frame.noun) == "person"


def _run_up_to(memory: Memory, when: Period, claimant: str | None) -> Period:
    """ "Since I was sworn in, 540. ... They asked? 688 as of this morning": what has run since then, up to that day."""
    told = [f for f in memory.near if not f.compared and f.period.start and not f.period.end]
    last = next((f for f in reversed(told) if f.claim.claimant == claimant), None)
    if last is None or (last.period.start or "") >= (when.start or ""):
        return when
    return replace(when, start=last.period.start)


def _begun(memory: Memory, unit: Unit, when: Period, claimant: str | None) -> Period:
    """ "Through August 31, 14 had come", of a fiscal year that began in July; "439 through May", of what was counted
    since September: from where the year, or the open time, begins that was spoken of, by the same party if any.
    """
    said = memory.reading.within(memory.reading.dates, unit.start, unit.end)
    end = when.end
    if end is None or any(d.period_start == when.start and d.kind != "through" for d in said):
        return when
    told = [f for f in reversed(memory.found[-REACH:]) if not f.compared and f.period.start]
    if same := next((f for f in told if f.period.end == end and (length(f.period.start, end) or 0) > MONTHS), None):
        return replace(when, start=same.period.start)
    for found in [*(f for f in told if f.claim.claimant == claimant), *told]:
        first, last = found.period.start or "", found.period.end
        if last is not None and length(first, last) in YEAR and last < end:
            first, last = day_moved(last, 1), (years_moved((first, last), 1) or (None, ""))[1]
        whole = last is None or (end <= last and length(first, last) in YEAR)
        if whole and first < end and (length(first, end) or 0) <= AGO:
            return replace(when, start=first)
    return when


def _asked(memory: Memory, unit: Unit, frame: Frame, what: str, source: Source, because: Measure) -> handing.Asked:
    """A number whose period those told before it may give."""
    reading = memory.reading
    dates = reading.within(reading.dates, unit.start, unit.end)
    listed = unit.kind in {"list", "table"} or in_list(frame)
    told = memory.told[-REACH:]
    return handing.Asked(reading.text, told, memory.contexts, frame, what, source, because, unit.start, dates, listed)




def _row_period(memory: Memory, unit: Unit) -> Period:
    """The quarter of a row, in the year last named; for a total, from the first row to the last."""
    text = memory.reading.text[unit.start : unit.end]
    if tables.QUARTER.match(text):
        above = [d.period_start for d in memory.reading.before(unit.start) if d.period_start]
        year = next((start[:4] for start in reversed(above) if start[5:] == "01-01"), None)
        if year and (span := tables.quarter(text, int(year))):
            return Period(*span, None, "row")
    if not _TOTAL.match(text):
        return NOTHING
    rows = [
        f
        for f in memory.found[-ROWS_UP * 3 :]
        if "table" in f.claim.rule and f.period.known and memory.index - f.line <= ROWS_UP
    ]
    return period.union([(f.period.start, f.period.end) for f in rows]) if rows else NOTHING


def stock(
    memory: Memory, line: Line, frame: Frame, near: list[Frame], what: str, source: Source, after: list[Unit],
    twin: Found | None, because: Measure, found: Period,
) -> tuple[str, Period]:  # fmt: skip
    """People who had detainers over a span were received, those who have them at a time are a stock."""
    if what != "detainers_active" or not because.rule.startswith("people"):
        return what, found
    if not found.known and because.rule == "people had detainers" and not outstanding.at_present(frame):
        found = when(memory, line, frame, near, "detainers_received", source, after, twin, because)
    if not found.known and because.rule == "people with detainers" and not outstanding.at_present(frame):
        # "They looked at everyone booked in 2011. They counted 897 people with holds": of that time, not at one
        asked = when(memory, line, frame, near, "detainers_received", source, after, twin, because)
        found = asked if asked.rule == "context" else found
    spans = (length(found.start, found.end) or 0) > WEEK
    if spans and found.text and _as_of(said(line.unit.span), found.text):
        spans = False
    if spans and outstanding.still_held(frame):
        return what, NOTHING
    return "detainers_received" if spans else what, found
