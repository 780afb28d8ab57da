"""Periods that reach over sentences: what earlier claims hand on, and what a sentence has set since."""

from __future__ import annotations

from collections.abc import Sequence

from extract.claims.asked import Asked
from extract.claims.dating import length
from extract.claims.extent import NOTHING, Period
from extract.claims.timeless import in_list, named_whole
from extract.model import Claim

REACH = 60
"""Claims back from which a period may be handed on."""
APART = 3.0
"""How little the time of a mere part of a longer one reaches a paragraph on."""
RAIDS = frozenset({"arrests", "removals"})
"""What the federal side does by itself: the days of a sweep date no detainers."""
SWEEP = 62
"""Days under which the time of arrests is that of a sweep."""


def carried(asked: Asked) -> Period:
    """The period of earlier claims on the same count, the nearest in kind first; points in time do not carry.

    What a sentence without counts has set since the last dated claim goes before all of them.
    """
    frame, measure, claims = asked.frame, asked.measure, asked.claims
    if measure == "detainers_active" or asked.vague or asked.present or asked.on_average:
        return NOTHING
    if (setting := _set_since(claims, asked.contexts, asked.position, asked.perfect)) is not None:
        return Period(setting.start, setting.end, None, "context")
    whole = named_whole(frame) if frame.of_number is False else None
    listed = in_list(frame)
    best, score, age = NOTHING, 0.0, -1
    for at in range(len(claims) - 1, max(-1, len(claims) - 1 - REACH), -1):
        claim, standing = claims[at], asked.standing(at)
        if "compared" in claim.rule or "period: before" in claim.rule or "period: after" in claim.rule:
            continue
        if claim.measure == "detainers_active" and not (claim.period_start and claim.period_end):
            continue
        if claim.period_start == claim.period_end or standing.set_against:
            continue
        if whole is not None and claim.value_text.lower() == whole:
            return Period(claim.period_start, claim.period_end, None, "carried from its whole")
        if standing.in_brackets or (not listed and standing.of_older_list):
            continue
        age += 1
        kin = 3 - (2.0 if frame.kind == "anaphor" else 0.4) * age
        kin += (
            0.8 * (claim.measure == measure)
            + 1.0 * (claim.claimant == asked.source.claimant)
            + 1.0 * (claim.value != 0)
        )
        if claim.measure in RAIDS and measure not in RAIDS | {"transfers"}:
            kin -= 7 if (length(claim.period_start, claim.period_end) or 365) < SWEEP else 1
        parted = asked.breaks(claim.end)
        kin += 1.5 * (parted == 0) - 0.5 * min(6, parted)
        kin -= APART * (parted > 0 and standing.part_only)
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
