"""Numbers whose period the text tells where it tells them again: "They say they sent 48." Then: "48 since Jan. 20"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from extract.claims import timeless
from extract.claims.candidates import Line
from extract.claims.dating import Span
from extract.claims.memory import Found, Memory
from extract.claims.period import Period
from extract.model import Claim

Number = tuple[float, str]
"""A number's value and unit."""
Kin = tuple[str, str | None]
"""What is counted, and by whom."""
OWN = frozenset(
    {"sentence", "back", "range", "both", "union", "since then", "year to date", "question", "lead-in", "next sentence"}
)
"""Where a period comes from that is surely that of its number."""
LARGE = 20
"""A number over this is hardly told twice by chance; a smaller one is the same where the same party counts the same."""
RULE = "told again"
NEXT = 1
"""Lines over which numbers of no time go on from one whose period was found."""


def settle(memory: Memory, lines: Iterable[Line]) -> None:
    """Gives each number of no time the one period of which the same number is told elsewhere, and those beside it."""
    dated = _dated(memory)
    if not dated:
        return
    settled: dict[int, Claim] = {}
    last: tuple[int, Span] | None = None
    for at, f in enumerate(memory.found):
        if f.period.known:
            last = None
        if f.period.known or _apart(f) or timeless.on_average(f.frame):
            continue
        span = _told(f, dated.get((f.claim.value, f.claim.unit), []))
        if span is None and last is not None and f.line - last[0] <= NEXT:
            span = last[1]
        if span is None:
            continue
        last = f.line, span
        rule = f.claim.rule.replace(f"period: {f.period.rule}", f"period: {RULE}")
        claim = replace(f.claim, period_start=span[0], period_end=span[1], rule=rule)
        settled[id(f.claim)] = claim
        memory.put(at, replace(f, claim=claim, period=Period(*span, None, RULE)))
    if settled:
        for candidate in (c for line in lines for c in line.candidates):
            candidate.claims = [settled.get(id(claim), claim) for claim in candidate.claims]


def _dated(memory: Memory) -> dict[Number, list[tuple[Kin | None, Span]]]:
    """The periods told of each number in its own sentence, with who counts what; of one only told again, nobody."""
    out: dict[Number, list[tuple[Kin | None, Span]]] = {}
    for f in memory.found:
        if f.period.rule in OWN and f.period.start and not _apart(f):
            told = (_kin(f.claim), (f.period.start, f.period.end))
            out.setdefault((f.claim.value, f.claim.unit), []).append(told)
    for count, when in memory.again:
        if when.rule in OWN and when.start and not when.short:
            out.setdefault((count.value, count.unit), []).append((None, (when.start, when.end)))
    return out


def _kin(claim: Claim) -> Kin:
    return claim.measure, claim.claimant


def _apart(f: Found) -> bool:
    """Whether a number is of a time of its own: of a day, or that with which another is compared."""
    return f.compared or f.claim.measure == "detainers_active" or f.period.short


def _told(f: Found, again: list[tuple[Kin | None, Span]]) -> Span | None:
    """The one period of which the same number is told elsewhere; of a small one, as counted by the same party."""
    if f.claim.value <= 1:
        return None
    spans = {span for kin, span in again if f.claim.value > LARGE or kin in (None, _kin(f.claim))}
    return spans.pop() if len(spans) == 1 else None
