"""What an entry is marked as: "112 of the 318 are coded 'declined'", "the log lists 44 of them as refused"."""

from __future__ import annotations

import re

from extract.claims.acts import Reading
from extract.claims.frames import Frame
from extract.claims.tables import column
from extract.joined import text_of

MARKED = "marked"
COUNTABLE = frozenset({"detainer", "bare", "anaphor", "person", "entry", "paper"})
_MARKING = r"(?:mark|cod|list|classif|label|stamp|tag|flag|categori[sz]|designat|record|log|enter|annotat|not)"
_WORDS = r"(?P<label>(?:not |un)?[A-Za-z-]+(?: [A-Za-z-]+){0,3})"
_WHO = (
    r"(?:,? (?:people|persons|men|inmates|detainers?|requests?|holds?|names|entries|of \w+(?: [\w’'-]+){0,3}"
    r"|were|was|are|is|had been|have been|been))*"
)
_PASSIVE = re.compile(
    rf"{_WHO} {_MARKING}(?:ed|d|ied|ged) (?:down )?(?:(?:as|simply|only|with the word) )*"
    rf"(?:(?:as )[“\"‘']?|[“\"‘'])?{_WORDS}"
)
"""Behind a number: "are coded as 'not honored'", "were marked HELD"."""
_ACTIVE_BEFORE = re.compile(
    rf"\b{_MARKING}(?:s|es|ed|d|ies|ied|ged|ging|ing|y)? (?:(?:only|just|about|some|all|nearly) )*$"
)
_ACTIVE_BEHIND = re.compile(rf"{_WHO} as [“\"‘']?{_WORDS}")
"""Around a number: "lists 44 of the county's detainers as refused"."""
_OF_REQUESTS = {
    "returned": "detainers_declined", "sent back": "detainers_declined", "returned to sender": "detainers_declined",
    "no action": "detainers_declined", "no action taken": "detainers_declined", "not acted on": "detainers_declined",
    "lifted": None, "withdrawn": None, "canceled": None, "cancelled": None, "expired": None, "served": None,
}  # fmt: skip
"""Marks that say of requests something else than of people."""
REACH = 90


def read(frame: Frame) -> list[Reading]:
    """The measure that a mark names, or nothing."""
    if frame.kind not in COUNTABLE or frame.count.form not in {"digits", "words"}:
        return []
    text, end = text_of(frame.sentence.doc), frame.count.end
    stop = min(frame.sentence.end_char, end + REACH)
    match = _PASSIVE.match(text, end, stop)
    before = text[max(frame.sentence.start_char, frame.count.start - 30) : frame.count.start]
    if match is None and _ACTIVE_BEFORE.search(before):
        match = _ACTIVE_BEHIND.match(text, end, stop)
    if match is None:
        return []
    named = _OF_REQUESTS[match["label"].lower()] if match["label"].lower() in _OF_REQUESTS else column(match["label"])
    return [Reading(named, MARKED, None, "topic")] if named not in {None, "side"} else []
