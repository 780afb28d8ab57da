"""Numbers in a row: "received 133 in 2016 and 519 in 2017" goes on with what was counted first."""

from __future__ import annotations

import re

from extract.claims import period
from extract.claims.candidates import Candidate
from extract.claims.frames import Frame
from extract.claims.leftovers import listed
from extract.claims.memory import Memory
from extract.claims.nouns import kind_of


def continues(memory: Memory, frame: Frame, earlier: Candidate) -> bool:
    """Whether a bare number goes on with the series before it ("compared with 56 in 2015 and only 18 in 2014")."""
    if frame.kind not in {"bare", "anaphor"} or listed(frame):
        return False
    if frame.subject is not None and kind_of(frame.subject) == "noun" and not period.compares(memory.reading, frame):
        return False
    text = memory.reading.text
    gap = text[earlier.count.end : frame.count.start]
    if frame.count.unit != earlier.count.unit or len(gap) > 160:
        return False
    if re.match(r"\s+(?:more|others?|another)\b", text[frame.count.end : frame.count.end + 10]):
        return True
    if period.compares(memory.reading, frame) or _up_to(frame, gap):
        return True
    if any(t.action == "counted" and role == "patient" and t.token.idx > earlier.count.end for t, role in frame.links):
        return False
    if any(t.action != "counted" and role in {"patient"} for t, role in frame.links) and not _same_governor(
        frame, earlier
    ):
        return False
    ends = re.match(r"\s+[a-z]", text[frame.count.end : frame.count.end + 2]) is None
    if ends and len(gap) < 120 and re.search(r"\band\b[^.;]*,\s+$", gap):
        start = earlier.count.end + gap.rfind(" and")
        if memory.reading.within(memory.reading.dates, start, frame.count.start):
            return True
    if _parallel(text, earlier.count.start, frame.count.start, frame.count.end):
        return True
    after = text[frame.count.end : frame.count.end + 30]
    dated = bool(
        re.match(r"[^.;]{0,4}\s*(?:of the|in|during|last|the year|the previous|the same|so far|for|this)\b", after)
    )
    return dated and len(gap) < 120


def _up_to(frame: Frame, gap: str) -> bool:
    """ "From 88 to just 12": where it ends; no "failed to pick up 43"."""
    if re.search(r"\bto\s+(?:\w+\s+){0,2}$", gap) is None:
        return False
    to = next((t for t in reversed(frame.before[-3:]) if t.lower_ == "to"), None)
    return to is None or to.dep_ != "aux" or to.head.pos_ != "VERB"


def _parallel(text: str, first: int, second: int, end: int) -> bool:
    """ "Williamson County with four refusals and Bastrop County with three": one word leads both."""
    lead = [re.search(r"\b(with|at|had|got|has|sent|in)\s+$", text[max(0, at - 8) : at]) for at in (first, second)]
    if not (lead[0] and lead[1] and lead[0][1] == lead[1][1]):
        return False
    return re.match(r"\s*(?:[.,;)]|and\b|$)", text[end : end + 5]) is not None and second - first < 90


def _same_governor(frame: Frame, earlier: Candidate) -> bool:
    """Whether both numbers hang on one verb ("received 133 in 2016 and 519 in 2017")."""
    first = {t.token.i for t, role in (earlier.frame.links if earlier.frame else []) if role == "patient"}
    return bool(first & {t.token.i for t, role in frame.links if role == "patient"})
