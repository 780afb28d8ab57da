"""What the cue of a speech tells of it: a source that vouches for its own number, wishes, acts, or is only told."""

from __future__ import annotations

import re

from extract.claims import lexicon
from extract.claims.parties import data
from extract.claims.reading import Reading
from extract.model import Quote


def counts_for_himself(quote: Quote) -> bool:
    """Whether the cue is one by which a source vouches for a number of its own ("put", "estimated", "counted")."""
    return re.sub(r"(?:ted|d|s)$", "", (quote.cue or "").lower()) in {*data()["own_count"], "foun"}


def counts_or_shows(quote: Quote) -> bool:
    """Whether the cue is one of documents: "They show 498 transfers" goes on with the data, not with who spoke."""
    return (quote.cue or "").lower() in {"show", "shows", "showed", "indicate", "indicated", "list", "listed"}


def wishes(quote: Quote) -> bool:
    """Whether a speech tells what its speaker wants done, not what was: "directed the county to hand over"."""
    words = (quote.cue or "").lower().split()
    if not words or quote.direct:
        return False
    stems = {words[0], re.sub(r"(?:e?d|s)$", "", words[0]), re.sub(r"d$", "", words[0]), re.sub(r"ing$", "", words[0])}
    return bool(stems & set(data()["wishes"])) or re.match(r"(?:\S+ ){0,4}?to [a-z]+\b", quote.text) is not None


def acts(reading: Reading, quote: Quote) -> bool:
    words = (quote.cue or "").lower().split()
    if not words or quote.direct:
        return False
    stems = {
        words[0],
        re.sub(r"(?:ed|s)$", "", words[0]),
        re.sub(r"d$", "", words[0]),
        re.sub(r"ied$", "y", words[0]),
        re.sub(r"(.)\1ed$", r"\1", words[0]),
    }
    behind = reading.text[quote.cue_end : quote.cue_end + 20].lower().split() if quote.cue_end is not None else []
    entries = [
        e
        for stem in stems
        for e in lexicon.verbs().get(stem, ())
        if not e.rest or e.rest[0] in {"honor"} or behind[: len(e.rest)] == list(e.rest)
    ]
    return any(
        e.action not in {"counted", "notifications"} and not (e.weak and e.action != "honored") for e in entries
    ) or words[0] in {"asked", "ask", "let", "lets"}


def hears(reading: Reading, quote: Quote) -> bool:
    """ "94 detainers last year, board told": who is told stands before it where nobody stands behind."""
    end = quote.cue_end
    if end is None or (quote.cue or "").lower() != "told" or (quote.speaker_start or 0) > end:
        return False
    return re.match(r"\s*(?:[.;:,\n—–|]|$)", reading.text[end : end + 3]) is not None
