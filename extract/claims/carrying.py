"""Periods that reach over sentences: what earlier claims hand on, and what a sentence has set since."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.claims.clauses import verb_of
from extract.claims.dating import length
from extract.claims.extent import NOTHING, Period
from extract.claims.frames import Frame
from extract.joined import text_of
from extract.model import Claim

VAGUE = re.compile(
    r"\b(?:over|in|during|for|across)\s+(?:the|its|his|her|their)\s+(?:(?:past|last|first|whole|previous"
    r"|next)\s+)*(?:\w+\s+)?(?:years|months|weeks|terms?|tenure)\b"
    r"|\b(?:in|over|during)\s+(?:its|his|her|their|[A-Z][\w.]*[’']s)\s+(?:first|last|final|best|worst|busiest)\s+(?:full\s+)?"
    r"(?:year|month|week|term)\b(?!,)"
    r"|\b(?:in|over|during)\s+(?:(?:a\s+)?(?:little|bit|slightly|just)\s+)?(?:more|less)\s+than\s+(?:a|an|\w+)\s+(?:year|month|week)s?\b"
    r"|\b(?:in|over|during)\s+(?:all\s+)?(?:his|her|their|its|my|our)\s+(?:(?:whole|entire|own)\s+)?(?:time|tenure|career|terms?|days)\s+(?:as|in|at|on)\b"
    r"|\b(?:in|over|during)\s+the\s+(?:\w+[’']s|rule[’']s)\s+(?:first|last|final|early|opening)\s+(?:[\w-]+\s+)?(?:days|weeks|months|years?)\b"
    r"|\bsince\s+(?:then|that\s+(?:day|time)|(?:it|he|she|they|the\s+\w+)\s+(?:took|began|changed|went|was|came|started|ended)\b)",
    re.I,
)
"""A period that the sentence names and no date resolves: nothing else may stand in for it."""


_COMPARING = re.compile(
    r"\b(?:down|up|rose|fell|dropped|climbed)\b[^.;]{0,20}\bfrom\b|\bcompared (?:with|to)\b|\bversus\b|\bagainst\b"
    r"|;\s+(?:it|that|they|there)\s+(?:was|were|had been)\b"
    r"|\b(?:triple|double|twice|half|times) (?:the|its|that)\b|\b(?:more|fewer|less) than (?:the|in)\b",
    re.I,
)
_A_MONTH = re.compile(
    r"(?:\s+(?!(?:with)?in\b|for\b|after\b|under\b|over\b|than\b|before\b|about\b|nearly\b)[\w’'-]+){0,4}"
    r"\s+(?:a|per|each|every)\s+(?:day|week|month|year)\b(?!\s+(?:ago|earlier|before|later))"
)
REACH, NEIGHBOURS = 60, 12
"""Claims back from which a period may be handed on, and those to each side that may share a claim's sentence."""
_LISTED = re.compile(r"\s*(?:[-•*·–]|\(?[a-z0-9]{1,2}[.)]|[^.:]{3,60}:)\s")
"""A line of a list or a label."""
PART, APART = 92, 3.0
"""Days up to which a part of a longer time is a month or quarter of it, and how little that reaches a paragraph on."""
_NUMBER = re.compile(r"\d\s*$|\w\s*$")
_DATED = re.compile(
    r"\b(?:FY\s?)?(?:19|20)\d\d\b|\b(?:last|previous|prior) year\b|\byear (?:before|earlier)\b", re.I
)
RAIDS = frozenset({"arrests", "removals"})
"""What the federal side does by itself: the days of a sweep date no detainers."""
SWEEP = 62
"""Days under which the time of arrests is that of a sweep."""


def carried(
    claims: Sequence[Claim],
    contexts: Sequence[tuple[int, Period]],
    frame: Frame,
    measure: str,
    claimant: str | None,
    position: int,
) -> Period:
    """The period of earlier claims on the same count, the nearest in kind first; points in time do not carry.

    What a sentence without counts has set since the last dated claim goes before all of them.
    """
    if measure == "detainers_active" or VAGUE.search(frame.sentence.text) or present(frame) or on_average(frame):
        return NOTHING
    if (setting := _set_since(claims, contexts, position, perfect(frame))) is not None:
        return Period(setting.start, setting.end, None, "context")
    text = text_of(frame.sentence.doc)
    whole = named_whole(frame) if frame.of_number is False else None
    listed = in_list(frame)
    best, score, age = NOTHING, 0.0, -1
    for at in range(len(claims) - 1, max(-1, len(claims) - 1 - REACH), -1):
        claim = claims[at]
        if "compared" in claim.rule or "period: before" in claim.rule or "period: after" in claim.rule:
            continue
        if claim.measure == "detainers_active" and not (claim.period_start and claim.period_end):
            continue
        if claim.period_start == claim.period_end or set_against(claims, at, text, position):
            continue
        if whole is not None and claim.value_text.lower() == whole:
            return Period(claim.period_start, claim.period_end, None, "carried from its whole")
        if in_brackets(claim, text) or (not listed and of_older_list(claims, at)):
            continue
        age += 1
        kin = 3 - (2.0 if frame.kind == "anaphor" else 0.4) * age
        kin += 0.8 * (claim.measure == measure) + 1.0 * (claim.claimant == claimant) + 1.0 * (claim.value != 0)
        if claim.measure in RAIDS and measure not in RAIDS | {"transfers"}:
            kin -= 7 if (length(claim.period_start, claim.period_end) or 365) < SWEEP else 1
        parted = text.count("\n\n", claim.end, position)
        kin += 1.5 * (parted == 0) - 0.5 * min(6, parted)
        kin -= APART * (parted > 0 and part_only(claims, at))
        if kin > score:
            best, score = Period(claim.period_start, claim.period_end, None, "carried"), kin
    return best


def _set_since(
    claims: Sequence[Claim], contexts: Sequence[tuple[int, Period]], position: int, lasting: bool
) -> Period | None:
    """What the last sentence that set a period set, where no dated claim has come since; "since" only for what has
    gone on."""
    last = next(
        (
            (start, period)
            for start, period in reversed(contexts)
            if start < position and (lasting or period.rule != "since")
        ),
        None,
    )
    if last is None:
        return None
    start, period = last
    for claim in reversed(claims):
        if claim.start <= start:
            break
        if claim.period_start and claim.period_start != claim.period_end:
            return None
    return period


def perfect(frame: Frame) -> bool:
    """ "Fifteen forms have come": what has gone on until now."""
    verb = verb_of(frame.node)
    return verb is not None and any(
        c.dep_ == "aux" and c.lower_ in {"have", "has", "’ve", "'ve"} for c in verb.children
    )


def in_list(frame: Frame) -> bool:
    """Whether a number stands in a line of a list, or behind a label."""
    return bool(_LISTED.match(frame.sentence.text))


def named_whole(frame: Frame) -> str | None:
    """The count that a sentence says it speaks of, in small letters: "eight" of "Of the eight, it honored one"."""
    match = re.search(r"\b[Oo]f (?:the|those|these)(?: same)? (?P<n>[\w,-]*\w)", frame.sentence.text)
    return match["n"].lower() if match is not None else None


def set_against(claims: Sequence[Claim], at: int, text: str, position: int) -> bool:
    """Whether a number only stands for comparison: "than in the 12 months before, when it was 54", "By comparison".

    An earlier time that is told with one number is compared with: at once where it shares the sentence of the later
    time, and for the paragraphs that follow. Where a sentence or more tells of it, it is what the text is about.
    """
    claim = claims[at]
    if re.match(
        r"(?:By comparison|In contrast|By contrast|Compare that|(?:That|This|It) (?:compares|compared) (?:with|to))\b",
        claim.quote,
    ):
        return True
    period = (claim.period_start, claim.period_end)
    parted = "\n\n" in text[claim.end : position]
    told = _told_before(claims, at)
    if (
        told is not None
        and (told.period_start or "") > (claim.period_start or "")
        and (parted or told.start == claim.start)
    ):
        return True
    sentence = claims[max(0, at - NEIGHBOURS) : at + NEIGHBOURS]
    others = [c for c in sentence if c.start == claim.start and (c.period_start, c.period_end) != period]
    back = bool(re.search(r"\b(?:before|earlier|prior|previous|preceding|same)\b", claim.period_text or "", re.I))
    if back and (others or parted):
        return True
    first = min((c.value_start for c in others), default=claim.value_start)
    return first < claim.value_start and bool(_COMPARING.search(text[first : claim.value_start]))


def in_brackets(claim: Claim, text: str) -> bool:
    """ "Detainers received: 74 (FY 2022: 51)": what brackets set beside a count is not what the text goes on about."""
    before = text[max(claim.start, claim.value_start - 60) : claim.value_start]
    bracket = before.rfind("(")
    return bracket > before.rfind(")") and bool(_NUMBER.search(before, 0, bracket) and _DATED.search(before, bracket))


def of_older_list(claims: Sequence[Claim], at: int) -> bool:
    """Whether a number stands in the second of two lists, that of an earlier year: the prose behind it goes on about
    the later year."""
    claim = claims[at]
    if "period: lead-in" not in claim.rule or not claim.period_start:
        return False
    around = claims[max(0, at - NEIGHBOURS) : at]
    return any("period: lead-in" in c.rule and (c.period_start or "") > claim.period_start for c in around)


def part_only(claims: Sequence[Claim], at: int) -> bool:
    """Whether a number's weeks or months are but a part of the time that several numbers before it are of."""
    claim = claims[at]
    days = length(claim.period_start, claim.period_end)
    if days is None or days > PART or not claim.period_start:
        return False
    whole = [
        c for c in claims[max(0, at - 2 * NEIGHBOURS) : at]
        if c.period_start and c.period_start <= claim.period_start and (c.period_end or "9") >= (claim.period_end or "")
        and (length(c.period_start, c.period_end) or 2 * PART) >= 2 * PART
    ]  # fmt: skip
    return len({c.value_start for c in whole}) > 1


def _told_before(claims: Sequence[Claim], at: int) -> Claim | None:
    """The claim of another time that stands before a number, where the number is the only one of its own time."""
    claim = claims[at]
    period = (claim.period_start, claim.period_end)
    around = [c for c in claims[max(0, at - NEIGHBOURS) : at + 2] if c.value_start != claim.value_start]
    before = [c for c in around if c.value_start < claim.value_start and c.period_start != c.period_end]
    after = [c for c in around if c.value_start > claim.value_start]
    if not before or period in {(c.period_start, c.period_end) for c in (before[-1], *after)}:
        return None
    return before[-1]


def on_average(frame: Frame) -> bool:
    """ "About 60 detainers a month": what holds at any time."""
    sentence = frame.sentence
    return bool(_A_MONTH.match(sentence.text, frame.count.end - sentence.start_char))


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
