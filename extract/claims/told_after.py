"""Periods that the sentence behind a number gives it: "The figure covers 2024.", "Those are her numbers for 2025."."""

from __future__ import annotations

import re

from extract.claims import abreast, period
from extract.claims.dating import is_short
from extract.claims.frames import Frame
from extract.claims.memory import Memory
from extract.claims.parted import parted_ranges
from extract.claims.period import NOTHING, Period
from extract.claims.reading import Unit

_OF_THE_NUMBER = re.compile(
    r"(?:That|This|It|They|Those|These|(?:The|Its|Their) (?:period|figures?|numbers?|counts?|totals?|tally|data"
    r"|statistics?|subject|question|reports?|records?|lists?|logs?|documents?|complaint|lawsuit|suit|inquiry|investigation|audit|review|study|survey|memo|spreadsheet|release|statement"
    r"|releases|requests|detainers|holds|arrests|transfers|handovers|handoffs|notices|notifications|removals|deportations"
    r"|refusals|denials|cases|bookings))\b(?!\s+(?:past\s+|last\s+|fiscal\s+|calendar\s+)?(?:year|month|week|quarter|spring"
    r"|summer|fall|winter)\b)"
)
_THE_NUMBERS = re.compile(
    r"(?:[A-Z]+: )?(?:Those|These|All (?:of )?(?:those|these)|The (?:numbers|figures)) (?:are|were)\s+"
    r"(?:(?:his|her|its|their|the|all)\s+)?(?:\w+[’']s\s+)?(?:numbers|figures|counts|totals|statistics)?\s*(?:for|from)\b"
)
"""A sentence that says what all the numbers before it are for."""
_OF_ONE = re.compile(r"(?:That|This|It|They|Those|These)(?:[’']s)?\b")
"""How a sentence goes on about the number of the one before it: "That's how often it has, since last May"."""
_COVERING = re.compile(
    r"(?:That|This|It)[’']s (?:(?:all |only |just )?(?:for|from|since)|how many|the number|the total)\b"
    r"|(?:\S+\s+){0,2}\S+?(?:,[^,;.]{1,80},)?\s+(?:covers?|covered|spans?|spanned|runs?|ran|took place|came|occurred"
    r"|happened|arrived|date(?: back)?|dated|fell|were (?:all )?(?:made|lodged|issued|sent|received|filed|from)"
    r"|(?:is|are|was|were) (?:for|from|how many|the number|the total))\b"
)


def of_one(memory: Memory, unit: Unit, frame: Frame) -> Period:
    """The period that the next sentence gives a number: "The figure covers 2024.", "That was between July and May.";
    "The records cover 2024 and 2025" gives each of a number's two sides its own ("from 37 to 188")."""
    text = memory.reading.text[unit.start : unit.end]
    if not _OF_THE_NUMBER.match(text):
        return NOTHING
    covers = bool(_COVERING.match(text))
    opening = not any(start or end for start, end in memory.spans) and not memory.contexts
    if not covers and not opening and memory.reading.within(memory.reading.counts, unit.start, unit.end):
        return NOTHING
    dates = sorted(
        [*period.usable(memory.reading, unit), *parted_ranges(memory.reading, unit)], key=lambda d: (d.start, -d.end)
    )
    of_number = opening and bool(_OF_ONE.match(text))
    later = [d for d in dates if d.kind == "range" or ((covers or of_number) and not is_short(d) and d.period_start)]
    if len(later) == 2 and covers and re.fullmatch(r",?\s+and\s+", memory.reading.text[later[0].end : later[1].start]):
        first, second = abreast.sides(memory, frame)
        spans = [(d.period_start, d.period_end) for d in later]
        if first or second:
            return Period(*spans[0 if first else 1], None, "next sentence")
        both = period.union(spans)
        return Period(both.start, both.end, None, "next sentence")
    return Period(later[0].period_start, later[0].period_end, later[0].text, "next sentence") if later else NOTHING


def of_all(memory: Memory, after: list[Unit]) -> Period:
    """ "Received, 113. Called in, 113. Picked up, 48." Then: "Those are her numbers for 2025." """
    for unit in after:
        named = _THE_NUMBERS.match(memory.reading.text[unit.start : unit.end])
        dates = [d for d in period.usable(memory.reading, unit) if not is_short(d)] if named is not None else []
        if dates:
            return Period(dates[0].period_start, dates[0].period_end, dates[0].text, "next sentence")
    return NOTHING
