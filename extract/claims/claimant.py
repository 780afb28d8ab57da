"""Whose count a number is, who utters it, and who passes it on.

Every party that the text offers is a candidate (`evidence`); the one that most speaks for is the claimant (`ranking`).
"""

from __future__ import annotations

from extract.claims import evidence, ranking
from extract.claims.acts import Reading as Measure
from extract.claims.case import Case
from extract.claims.frames import Frame
from extract.claims.parties import is_outlet
from extract.claims.reading import Reading, Unit
from extract.claims.source import Source
from extract.model import Quote

__all__ = ["Source", "read"]
UNTOLD = frozenset({"side", "publisher"})
"""Rules by which nobody in the text has said the number: later sentences lean on it less."""


def read(
    reading: Reading, unit: Unit, frame: Frame, measure: str, because: Measure, before: Source | None, same_line: bool,
    sided: dict[str, float],
) -> Source:  # fmt: skip
    """The source of one number; `before` is the source of the claim before it, where it may carry on; `sided` says how
    likely each side is by the words around."""
    case = evidence.gather(reading, unit, frame, measure, because, before, same_line)
    case.sided = sided
    speaker = next((quote.speaker for quote in case.around if quote.speaker_kind == "person"), None)
    direct = any(quote.direct for quote in case.around[:1])
    found = ranking.best(case)
    if found is None:
        return Source(None, None, speaker, _via(case.around), "side", direct)
    party, share = found
    rule = ranking.rule(case, party)
    via = [name for name in [*_via(case.around), *_holders(case)] if name != party.name]
    if before is None or rule != "carried":
        spoken = bool(case.around) or _told(rule, because)
        return Source(party.name, party.kind, speaker, via, rule, direct, spoken, share=share)
    spoken, origin = bool(case.around) or before.spoken, before.origin or before.rule
    return Source(party.name, party.kind, speaker or before.speaker, via, rule, direct, spoken, origin, share)


def _told(rule: str, because: Measure) -> bool:
    """Whether the text lays the number to somebody, so that later sentences may continue it."""
    if rule == "agent":
        return because.trigger is not None and because.trigger.action == "counted"
    return rule not in UNTOLD


def _holders(case: Case) -> list[str]:
    """Organizations that hold the document a number is laid to: they pass it on where it is another's."""
    papers = (p for p in case.parties.values() if any(source.startswith("paper") for source in p.sources))
    return [party.name for party in papers if party.kind == "organization"]


def _via(around: list[Quote]) -> list[str]:
    """Documents and outlets around a number, and the people between it and the innermost speaker."""
    out = []
    for i, quote in enumerate(around):
        passes = quote.speaker_kind in {"document", "outlet"} or is_outlet(quote.speaker)
        if quote.speaker and (passes or (i > 0 and quote.speaker_kind == "person")):
            out.append(quote.speaker)
    return list(dict.fromkeys(out))
