"""What an entry is marked as: "112 of the 318 are coded 'declined'", "the log lists 44 of them as refused"."""

from __future__ import annotations

import re

from extract.claims.acts import Reading
from extract.claims.frames import Frame
from extract.claims.tables import column
from extract.joined import text_of

MARKED = "marked"
COUNTABLE = frozenset({"detainer", "bare", "anaphor", "person", "entry", "paper"})
_STEM = "(?:mark|cod|list|classif|label|stamp|tag|flag|categori[sz]|designat|record|log|enter|annotat)"
_MARKING = rf"(?:{_STEM}(?:s|es|ed|d|ies|ied|ged|ging|ing|ying|y|e)?|not(?:es|ed|ing))"
_MARKED = rf"(?:{_STEM}|not)(?:ed|ied|ged)"
_WORDS = r"(?P<label>(?:not |un)?[A-Za-z-]+(?: [A-Za-z-]+){0,3})"
_BARE = r"(?P<bare>(?:not |un)?(?:[A-Z]{3,}(?: [A-Z]+){0,3}|[a-z]+(?:ed|en|eld|ent)|no action(?: taken)?)\b)"
"""A label that nothing sets off: "marked HELD", "listed declined"."""
_SET_OFF = r"(?:as (?:simply |only )?[“\"‘']?|[“\"‘'])"
_WHO = (
    r"(?:,? (?:people|persons|men|inmates|detainers?|requests?|holds?|names|entries|of \w+(?: [\w’'-]+){0,3}"
    r"|were|was|are|is|had been|have been|been))*"
)
_PASSIVE = re.compile(
    rf"{_WHO} {_MARKED} (?:down )?(?:(?:simply|only|with the words?) )*(?:{_SET_OFF}{_WORDS}|{_BARE})"
)
"""Behind a number: "are coded as 'not honored'", "were marked HELD"."""
_ACTIVE_BEFORE = re.compile(rf"\b{_MARKING} (?:(?:only|just|about|some|all|nearly) )*$")
_ACTIVE_BEHIND = re.compile(rf"{_WHO} {_SET_OFF}{_WORDS}")
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
    label = next(filter(None, match.groups()))
    of_requests = frame.kind != "person" and label.lower() in _OF_REQUESTS  # people "returned" were removed
    named = _OF_REQUESTS[label.lower()] if of_requests else column(label)
    return [Reading(named, MARKED, None, "topic")] if named not in {None, "side"} else []
