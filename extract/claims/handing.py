"""Which of the periods told so far a number takes whose sentence names none: additive weights of signs (handing.yml).

The weights are those of a log-linear model fitted on annotated documents by tests/bench/_periods.py. That a number
told before is of the time it was first told of, that a text goes back to its main time after an aside, that what has
gone on until now is of no year gone by: each is a sign among the others. What the rules of `carrying` choose is one
too, and stands unless the others speak against it. Nothing is fitted or learnt while texts are read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from extract import vocabulary
from extract.claims import carrying
from extract.claims.asked import Asked, span_of
from extract.claims.dating import Span, length
from extract.claims.extent import NOTHING, Period
from extract.claims.parties import side
from extract.model import Claim

FILE = Path(__file__).with_name("handing.yml")
NONE: Span = (None, None)
RANKS, FEW, PARTS = (0, 1, 2, 3), (0, 1), (0, 1, 2, 4)
"""Steps by which a count of periods, of breaks of paragraphs, is told apart."""
LARGE = 20
"""A number over this is hardly told twice by chance."""
LENGTHS = ((1, "day"), (32, "weeks"), (150, "months"), (320, "half"), (370, "year"))
"""Days up to which a period is called so; longer ones are `years`."""
LONG = frozenset({"since", "range", "through", "fiscal_year"})
"""Kinds of dates that dates of counts mostly are."""


@cache
def weights() -> dict[str, float]:
    """The weight of each sign, in log-odds."""
    return vocabulary.load_weights(FILE)


def handed(asked: Asked) -> Period:
    """The period that the signs most speak for; where the rules know of which count a number is a part, that one's."""
    by_rules = carrying.carried(asked)
    if asked.measure == "detainers_active" or by_rules.rule not in {"carried", "context", "none"}:
        return by_rules
    known = weights()
    scores = [(span, sum(known.get(sign, 0.0) for sign in signs)) for span, signs in candidates(asked, by_rules)]
    best = max(scores, key=lambda one: one[1])[0]
    if best == (by_rules.start, by_rules.end):
        return by_rules
    return NOTHING if best == NONE else Period(*best, None, "carried" if best in asked.spans else "context")


def candidates(asked: Asked, by_rules: Period) -> list[tuple[Span, list[str]]]:
    """Every period told so far, and none, with the signs that speak for and against each."""
    out = [(NONE, list(_of_none(asked)))]
    for rank, span in enumerate(asked.spans):
        out.append((span, [*_of_claims(asked, span, rank), *_of_span(asked, span)]))
    out += [(span, list(_of_span(asked, span))) for span in asked.set_by if span not in asked.spans and span != NONE]
    for span, signs in out:
        if span == (by_rules.start, by_rules.end):
            signs += ["by rules", f"by rules, {by_rules.rule}"]
    return [(span, list(dict.fromkeys(signs))) for span, signs in out]


def _of_none(asked: Asked) -> Iterator[str]:
    """What speaks for a number's being of no time that was told."""
    yield from ("none", f"none, {asked.side}", f"none, {asked.frame.kind}", f"none, verb {asked.tag}")
    if asked.present:
        yield "none, present"
    if asked.on_average:
        yield "none, average"
    if asked.vague:
        yield "none, vague"
    if asked.rival:
        yield "none, rival"
    if asked.undated:
        yield "none, undated"
    if asked.perfect:
        yield "none, perfect"
    if asked.source.direct:
        yield "none, direct"
    if asked.because.rule == "weighed":
        yield "none, weighed"
    yield from _told_undated(asked)
    if not asked.old:
        yield from ("none, new claimant", f"none, new claimant {asked.side}")
    if not any(c.measure == asked.measure for c in asked.claims):
        yield "none, new measure"
    if asked.source.kind in {"person", "organization"}:
        yield f"none, of {asked.source.kind}"
    if asked.dates:
        yield "none, dates here" if any(d.kind in LONG for d in asked.dates) else "none, a date here"
    yield f"none, parted {_step(asked.breaks(max((c.end for c in asked.claims), default=0)), PARTS)}"


def _told_undated(asked: Asked) -> Iterator[str]:
    """What claims without a period say: the number goes on about them."""
    undated = [(back, c) for back, c in enumerate(reversed(asked.claims)) if not (c.period_start or c.period_end)]
    if not undated:
        return
    yield f"none, before {_step(undated[0][0], PARTS)}"
    if any(c.claimant == asked.source.claimant and c.measure == asked.measure for _, c in undated):
        yield "none, told so by kin"
    if any(c.value == asked.frame.count.value > 1 for _, c in undated):
        yield "none, same number"


def _of_claims(asked: Asked, span: Span, rank: int) -> Iterator[str]:
    """What the claims of a period say: how far back they are, whose they are and what they count."""
    claims, size = asked.spans[span], _size(span)
    last, near = claims[0], _step(rank, FEW)
    parted = asked.breaks(last.end)
    yield from (f"rank {_step(rank, RANKS)}", f"length {size}, rank {near}", f"parted {_step(parted, PARTS)}")
    yield f"rank {_step(rank, RANKS)}, {'anaphor' if asked.frame.kind == 'anaphor' else 'else'}"
    yield f"parted {_step(parted, PARTS)}, rank {near}"
    if last.end <= asked.position and (beside := asked.beside(last.end)):
        yield from (beside, f"{beside}, rank {near}")
    if asked.listed:
        yield from (f"rank {_step(rank, RANKS)}, listed", f"parted {_step(parted, PARTS)}, listed")
    yield from _kin(asked, claims)
    yield from _same_number(asked, claims)
    yield from _standing(asked, span, last, parted > 0)
    told = {c.value_start for c in claims}
    yield f"share {_step(len(told) / len({c.value_start for c in asked.known}), (0.15, 0.35, 0.6, 0.99))}"
    if len(told) == 1:
        yield "told once"
    if claims[-1] is asked.known[-1]:
        yield "told first" if asked.old else "told first, new claimant"
    since = {c.start for c in asked.known[: asked.known.index(last)]}
    yield f"sentences back {_step(len(since), (0, 1, 2, 4, 8))}"


def _kin(asked: Asked, claims: Sequence[Claim]) -> Iterator[str]:
    """Whether a period's claims count the same, and by whom."""
    claimant, measure = asked.source.claimant, asked.measure
    if any(c.measure == measure for c in claims):
        yield "same measure"
    if any(c.claimant == claimant for c in claims):
        yield "same claimant"
    if any(c.claimant == claimant and c.measure == measure for c in claims):
        yield "same measure and claimant"
    if claims[0].measure == measure:
        yield "the last counts the same"
    if claims[0].claimant == claimant:
        yield "the last is by the same"
    if any(side(c.claimant) == asked.side for c in claims):
        yield "same side"
    if asked.source.speaker and any(c.speaker == asked.source.speaker for c in claims):
        yield "same speaker"
    for name, last in asked.lasts:
        if any(last is c for c in claims):
            yield f"last of the {name}"
            if name == "claimant":
                yield f"last of the claimant, {asked.side}"


def _same_number(asked: Asked, claims: Sequence[Claim]) -> Iterator[str]:
    """Whether the number itself was told of a period, and whether it exceeds all that was."""
    count = asked.frame.count
    if not count.value > 1:
        return
    again = [c for c in claims if c.value == count.value and c.unit == count.unit]
    if again:
        yield "same number"
        if any(c.measure == asked.measure for c in again):
            yield "same number and measure"
        if count.value > LARGE:
            yield "same large number"
    if count.unit == "count" and not any(c.value >= count.value and c.unit == "count" for c in claims):
        yield "larger than all"


def _standing(asked: Asked, span: Span, last: Claim, parted: bool) -> Iterator[str]:
    """What a period's last claim stands there for: a comparison, an aside, a part of a longer time."""
    at = next(i for i in range(len(asked.claims) - 1, -1, -1) if asked.claims[i] is last)
    apart = "parted" if parted else "near"
    if "compared" in last.rule:
        yield "compared"
    if "period: before" in last.rule or "period: after" in last.rule:
        yield "half open"
    if all(c.measure == "detainers_active" for c in asked.spans[span]):
        yield "stock only"
    standing = asked.standing(at)
    if standing.set_against:
        yield from ("set against", f"set against, {apart}")
    if standing.in_brackets:
        yield "in brackets"
    if standing.of_older_list:
        yield "older list"
    if standing.part_only:
        yield from ("part only", f"part only, {apart}")
    if last.measure in carrying.RAIDS and asked.measure not in carrying.RAIDS | {"transfers"}:
        yield f"raids, {'short' if (length(*span) or 365) < carrying.SWEEP else 'long'}"
    before = next((c for c in asked.known if c.value_start < last.value_start and span_of(c) != span), None)
    if before is not None and (before.period_start or "") > (span[0] or ""):
        yield from ("earlier than before it", f"earlier than before it, {apart}")
    if before is not None and _holds(span_of(before), span):
        yield "part of what was before it"


def _of_span(asked: Asked, span: Span) -> Iterator[str]:
    """What a period says by itself, beside the others told, and by what set it."""
    size = _size(span)
    tense = ", perfect" if asked.perfect else ""
    yield from (f"length {size}", f"length {size}{tense or ', other'}", f"{size}, {asked.tag}{tense}")
    yield f"a {asked.measure}, {size}"
    if size in {"day", "weeks", "no start"}:
        yield f"{size}, {asked.side}"
    if any(d.kind == "since" for d in asked.dates):
        yield f"since here, {size}"
    if asked.spans and not any((other[0] or "") > (span[0] or "") for other in asked.spans):
        yield "latest"
    if any(other != span and _holds(other, span) for other in asked.spans):
        yield from ("part of another", f"part of another, {size}")
        yield f"part of another, {'listed' if asked.listed else 'prose'}"
    if any(other != span and _holds(span, other) for other in asked.spans):
        yield "holds another"
    if span in asked.set_by:
        yield from _of_setting(asked, span)


def _of_setting(asked: Asked, span: Span) -> Iterator[str]:
    """What the sentence says that has set a period: whether a dated claim has come since, and how far back it is."""
    back, start, period = asked.set_by[span]
    dated = any(c.start > start and c.period_start and c.period_start != c.period_end for c in asked.claims)
    name = "set before" if dated else "set"
    yield from (name, f"{name} by {period.rule}", f"{name} back {_step(back, (0, 1, 2))}")
    yield f"{name}, parted {_step(asked.breaks(start), PARTS)}"
    if _size((period.start, period.end)) not in {"day", "weeks"} and asked.pronoun and asked.follows(start):
        yield f"{name}, goes on"
    if period.rule == "since":
        yield f"{name} since, {'perfect' if asked.perfect else 'other'}"
    if span not in asked.spans:
        yield f"{name} only"


def _holds(whole: Span, part: Span) -> bool:
    """Whether a period lies within another."""
    return bool(part[0]) and (whole[0] or "9") <= (part[0] or "") and (part[1] or "9") <= (whole[1] or "9")


def _step(number: float, steps: Sequence[float]) -> str:
    """The first step that a number does not exceed."""
    return next((str(step) for step in steps if number <= step), "more")


def _size(span: Span) -> str:
    if span[0] is None:
        return "no start"
    days = length(*span)
    return "open" if days is None else next((name for most, name in LENGTHS if days <= most), "years")
