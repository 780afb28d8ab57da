"""The speeches around a place, of those that are speeches of a known source."""

from __future__ import annotations

import re

from extract.claims.cues import acts, hears
from extract.claims.parties import is_outlet, outlet_party, side
from extract.claims.reading import Reading
from extract.claims.voices import expert, party_of_speaker
from extract.model import Quote

FIGURES = re.compile(
    r"\s*(?:[\d,]+|none|no|all|zero|one|two|three|four|five|six|seven|eight|nine|ten)\s\w+[^.!?]{0,60}$", re.M
)
"""What stands behind a row's colon: a count first, and no sentence."""
KINDS = frozenset({"person", "agency", "organization", "document", "outlet"})
OTHER_SIDE = 40
"""Characters behind a place in which a cue is its own."""


def speech(reading: Reading, position: int) -> list[Quote]:
    """The speeches around a place, the innermost first; what does something to requests is none ("declined 40")."""
    held = reading.over(reading.quotes, position, position + 1)
    around = [q for q in held if _known(reading, q) and not acts(reading, q) and not hears(reading, q)]
    around = [q for q in around if not _row(reading, q)]
    around = [q for q in around if not _apart(reading, q, position, around)]
    around = [q for q in around if not any(_crosses(q, other, position) for other in around)]
    return sorted(around, key=lambda q: q.end - q.start)


def _row(reading: Reading, quote: Quote) -> bool:
    """Whether a colon sets a row's figures behind whom they are about, in a list or table that the federal side
    publishes ("Harbor County Jail: 92 lodged, 11 honored"): nobody there speaks."""
    if quote.cue != ":" or quote.speaker_kind == "person" or side(outlet_party(reading)) != "federal":
        return False
    return FIGURES.match(reading.text, quote.cue_end or quote.start) is not None


def _known(reading: Reading, quote: Quote) -> bool:
    if quote.speaker_kind in KINDS or is_outlet(quote.speaker):
        return True
    return party_of_speaker(reading, quote)[0] is not None or expert(reading, quote) is not None


def _apart(reading: Reading, quote: Quote, position: int, around: list[Quote]) -> bool:
    """Whether a semicolon sets a cue and a place apart, and what stands beside the place is laid to another: "823,
    according to the jail; 861, according to ICE", "Jail revises its count to 93; ICE still says 160"."""
    if quote.direct or quote.cue_start is None or quote.cue_end is None:
        return False
    first, last = sorted((position, quote.cue_start))
    mark = reading.text.find(";", first, last)
    if mark < 0:
        return False
    if position < mark:
        unit = reading.unit_at(position)
        behind = reading.text[quote.cue_end : unit.end] if unit is not None else ""
        return any(letter.isdigit() for letter in behind) or _laid(around, quote, first, mark)
    return _laid(around, quote, mark, position + OTHER_SIDE)


def _laid(around: list[Quote], quote: Quote, start: int, end: int) -> bool:
    """Whether a stretch holds the cue of another speech."""
    return any(q is not quote and q.cue_start is not None and start <= q.cue_start < end for q in around)


def _crosses(quote: Quote, other: Quote, position: int) -> bool:
    """Of two speeches that hold each other's cue, the one whose cue stands behind the number ("19, not ICE's 198")."""
    if quote.cue_start is None or other.cue_start is None or quote is other:
        return False
    each = quote.start <= other.cue_start < quote.end and other.start <= quote.cue_start < other.end
    return each and quote.cue_start > position >= other.cue_start
