"""What a number's sentence says of its time without a date: in general, on average, until now, of a time unresolved."""

from __future__ import annotations

import re

from extract.claims.clauses import verb_of
from extract.claims.frames import Frame
from extract.joined import said
from extract.needles import sought

VAGUE = re.compile(
    r"\b(?:over|in|during|for|across)\s+(?:the|its|his|her|their)\s+(?:(?:past|last|first|whole|previous"
    r"|next)\s+)*(?:\w+\s+)?(?:years|months|weeks|terms?|tenure)\b"
    r"|\b(?:in|over|during)\s+(?:its|his|her|their|[A-Z][\w.]*[’']s)\s+(?:first|last|final|best|worst|busiest)\s+(?:full\s+)?"
    r"(?:year|month|week|term)\b(?!,)"
    r"|\b(?:in|over|during)\s+(?:(?:a\s+)?(?:little|bit|slightly|just)\s+)?(?:more|less)\s+than\s+(?:a|an|\w+)\s+(?:year|month|week)s?\b"
    r"|\b(?:in|over|during)\s+(?:all\s+)?(?:his|her|their|its|my|our)\s+(?:(?:whole|entire|own)\s+)?(?:time|tenure|career|terms?|days)\s+(?:as|in|at|on)\b"
    r"|\b(?:in|over|during)\s+the\s+(?:\w+[’']s|rule[’']s)\s+(?:first|last|final|early|opening)\s+(?:[\w-]+\s+)?(?:days|weeks|months|years?)\b"
    r"|\bsince\s+(?:then|that\s+(?:day|time)|(?:it|he|she|they|the\s+\w+)\s+(?:took|began|changed|went|was|came|started|ended)\b)"
    r"|\bby\s+(?:then|that\s+(?:time|point))\b"
    r"|\bsince\s+(?-i:[A-Z][\w.’'-]*\s+){1,4}(?:\d+\s+)?(?:took|went|came|became|passed|began|changed|was|ended)\b",
    re.I,
)
"""A period that the sentence names and no date resolves: nothing else may stand in for it."""
SINCE_UNTOLD = sought(
    r"\bsince\s+(?:the|its|his|her|their|that)\s+(?:[\w’'-]+\s+){1,4}?(?:took|began|changed|went|was|were|came|started|ended|passed|closed"
    r"|opened|stopped|quit|left)\b",
    re.I,
)
"""A beginning that no date tells."""
UNDATED = sought(
    r"\bwithout\s+(?:any\s+|giving\s+(?:any\s+)?)?(?:dates?|a\s+(?:date|time\s?frame|period))\b"
    r"|\b(?:did\s?n[o’']t|did\s+not|would\s?n[o’']t|would\s+not|does\s?n[o’']t|does\s+not|could\s?n[o’']t|could\s+not|declined\s+to)\s+"
    r"(?:say|specify|give|state|provide|name|tell)\s+(?:(?:over|in|for|during)\s+)?(?:what|which|a|any|the)\s+(?:time\s+|reporting\s+)?"
    r"(?:dates?|period|span|years?|months?|time\s?frame)\b"
    r"|\b(?:for|over|in|during)\s+an?\s+(?:unspecified|unstated|undisclosed)\s+(?:period|time|span)\b"
    r"|\b(?:gave|giving|offered|with)\s+no\s+(?:dates?|time\s?frame|period|years?)\b"
    r"|\b(?:in|over|during|throughout)\s+(?:his|her|their|my|our)\s+(?:(?:whole|entire|own|long)\s+)?(?:[\w-]+\s+)?"
    r"(?:life|lifetime|lives|career)\b|\b(?:an\s+undated|not\s+dated|undated)\b",
    re.I,
)
"""What says that a figure came without its time: "gave no dates", "did not say over what period", "in his career"."""
_A_MONTH = re.compile(
    r"(?:\s+(?!(?:with)?in\b|for\b|after\b|under\b|over\b|than\b|before\b|about\b|nearly\b)[\w’'-]+){0,4}"
    r"\s+(?:a|per|each|every)\s+(?:day|week|month|year)\b(?!\s+(?:ago|earlier|before|later))"
)
_WHOLE = re.compile(
    r"\b[Oo]f (?:the \w+[’']s|the|those|these|its|his|her|their|[A-Z][\w.]*[’']s)(?: same)? (?P<n>[\w,-]*\w)"
)
LISTED = re.compile(r"\s*(?:[-•*·–]|\(?[a-z0-9]{1,2}[.)]|[^.:]{3,60}:)\s")
"""A line of a list or a label."""


def perfect(frame: Frame) -> bool:
    """ "Fifteen forms have come": what has gone on until now."""
    verb = verb_of(frame.node)
    return verb is not None and any(
        c.dep_ == "aux" and c.lower_ in {"have", "has", "’ve", "'ve"} for c in verb.children
    )


def present(frame: Frame) -> bool:
    """Whether the sentence speaks of what holds in general ("90% are ignored"): no earlier period is meant."""
    verb = verb_of(frame.node)
    if verb is None or (frame.sentence.root.i == verb.i and verb.tag_ not in {"VBZ", "VBP"}):
        return False
    if verb.tag_ in {"VBZ", "VBP"}:
        return verb.lemma_.lower() in {"remain", "ignore", "honor", "decline"}
    return any(c.dep_ == "auxpass" and c.tag_ in {"VBZ", "VBP"} for c in verb.children) and not any(
        c.dep_ == "aux" for c in verb.children
    )


def on_average(frame: Frame) -> bool:
    """ "About 60 detainers a month": what holds at any time."""
    sentence = frame.sentence
    return bool(_A_MONTH.match(said(sentence), frame.count.end - sentence.start_char))


def in_list(frame: Frame) -> bool:
    """Whether a number stands in a line of a list, or behind a label."""
    return bool(LISTED.match(said(frame.sentence)))


def named_whole(frame: Frame) -> str | None:
    """The count that a sentence says it speaks of, in small letters: "eight" of "Of the eight, it honored one"."""
    match = _WHOLE.search(said(frame.sentence))
    return match["n"].lower() if match is not None else None
