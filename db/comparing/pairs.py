"""Two figures held against each other: in dispute, agreeing, drifted, superseded or not comparable, and why.

Comparable are figures about one place, periods that are the same or share most of their days, and one family of
measures. They agree when both can hold at once ("about 200" and 198), else they are in dispute; where the periods
differ, only when the days that are not shared cannot explain it. A number that turns up unchanged under another place,
period, measure or unit has drifted from report to report: that is told as such, and is no dispute.
"""

from __future__ import annotations

from dataclasses import dataclass

from common.days import day_of
from db.comparing.amounts import both_hold, bounds, covered, days, exceeds, lie, nearly_equal
from db.comparing.figures import Figure, measure_text, number_text, period_text, plain_noun
from db.comparing.holders import different_holders
from db.comparing.periods import Relation
from db.comparing.rules import rules
from db.identities.places import place, within

DISPUTE, AGREES, DRIFT, SUPERSEDED, APART = "dispute", "agrees", "drift", "superseded", "not comparable"


@dataclass(frozen=True)
class Verdict:
    """`verdict` is one of the five words; `kind` is the rule that decided; `reason` says it in words."""

    verdict: str
    kind: str
    reason: str


def compare(a: Figure, b: Figure, requests: float | None = None) -> Verdict:
    """The verdict on two figures.

    `requests` is the highest count of requests that anyone gives for their place and period, where one is known: it
    tells whether people declined and people handed over can be different people.
    """
    for figure in (a, b):
        if figure.status in ("withdrawn", "corrected"):
            return Verdict(SUPERSEDED, figure.status, f"{_short(figure)} was {figure.status} by its own side")
    return (
        _unit(a, b) or _place(a, b) or _holders(a, b) or _measure(a, b, requests) or _projection(a, b)
        or _period_stated(a, b) or _basis(a, b) or _values(a, b)
    )  # fmt: skip


def same_side(a: Figure, b: Figure) -> bool:
    return bool(a.claimant_id) and (a.claimant_id == b.claimant_id or (a.side == b.side != ""))


def distinctive(figure: Figure) -> bool:
    """A number that is not met twice by chance: large enough, and not round."""
    value = figure.value
    return figure.comparator in ("=", "~") and value >= rules().distinctive and value % 50 != 0


def _same_number(a: Figure, b: Figure) -> bool:
    return a.value == b.value and a.value_max == b.value_max and distinctive(a) and distinctive(b)


def _could_drift(a: Figure, b: Figure) -> bool:
    """The same number, from the same side, a side that is not stated, or too peculiar to be another's."""
    known = a.claimant_id and b.claimant_id
    return _same_number(a, b) and (not known or same_side(a, b) or a.value >= 10 * rules().distinctive)


def _drifts(a: Figure, b: Figure) -> bool:
    """Told of days that touch, in different articles: one article that gives both knows them apart."""
    return _could_drift(a, b) and _periods_touch(a, b) and not a.articles & b.articles


def _unit(a: Figure, b: Figure) -> Verdict | None:
    if a.unit == b.unit:
        return None
    return Verdict(APART, "unit", "one is a percentage, the other a count")


def _place(a: Figure, b: Figure) -> Verdict | None:
    if not a.jurisdiction or not b.jurisdiction:
        return Verdict(APART, "place", "the place of one is not stated")
    one, other = place(a.jurisdiction), place(b.jurisdiction)
    if one.name == other.name:
        return None
    told = f"one is about {one.name}, the other about {other.name}"
    related = within(one, other) or within(other, one)
    if related and _drifts(a, b) and (a.family == b.family or (same_side(a, b) and _same_days(a, b))):
        return Verdict(DRIFT, "place", f"the same {_number(a)}, but {told}")
    return Verdict(APART, "place", told)


def _holders(a: Figure, b: Figure) -> Verdict | None:
    if not different_holders(a, b):
        return None
    return Verdict(APART, "holder", f"each counts its own: {a.claimant} and {b.claimant}")


def _measure(a: Figure, b: Figure, requests: float | None) -> Verdict | None:
    if a.family == b.family:
        return None
    told = _measures(a, b)
    mistaken = frozenset((a.measure, b.measure)) in rules().mistaken
    if mistaken and _drifts(a, b):
        return Verdict(DRIFT, "measure", f"the same {_number(a)}, but {told}")
    return _part_of(a, b) or _opposite(a, b, requests) or Verdict(APART, "measure", told)


def _measures(a: Figure, b: Figure) -> str:
    return f"one counts {measure_text(a.measure, a.counted)}, the other {measure_text(b.measure, b.counted)}"


def _part_of(a: Figure, b: Figure) -> Verdict | None:
    """More declined by one side's count than were ever requested by the other's."""
    for part, whole in ((a, b), (b, a)):
        if rules().parts_of.get(part.family) != whole.family or not _rivals(a, b) or _since_unknown(a, b):
            continue
        comparable = not whole.is_part and part.basis == whole.basis and part.status != "projection"
        if comparable and exceeds(part, whole):
            return _dispute(a, b, "part above whole", f"{_short(part)}, more than {_short(whole)}")
    return None


def _opposite(a: Figure, b: Figure, requests: float | None) -> Verdict | None:
    """The same few people: declined by one side's count, handed over by the other's."""
    if frozenset((a.family, b.family)) not in rules().opposites or not _rivals(a, b) or not _same_days(a, b):
        return None
    if _unnamed_document(a) or _unnamed_document(b) or a.value != b.value or a.value == 0:
        return None
    if a.comparator != "=" or b.comparator != "=":
        return None
    if requests is not None and requests >= a.value + b.value:
        return None
    return _dispute(a, b, "opposite outcome", f"{_short(a)}, {_short(b)}: the same {_number(a)} cannot be both")


def _projection(a: Figure, b: Figure) -> Verdict | None:
    if (a.status == "projection") == (b.status == "projection"):
        return None
    return Verdict(APART, "projection", "one is a forecast, the other a count")


def _period_stated(a: Figure, b: Figure) -> Verdict | None:
    if days(a) and days(b):
        return None
    return Verdict(APART, "period", "the period of one is not stated")


def _basis(a: Figure, b: Figure) -> Verdict | None:
    if a.measure in ("rate", "other") or a.unit == "percent":
        from_a, from_b = _noun(a), _noun(b)
        if a.measure == b.measure and from_a == from_b and from_a:
            return None
        return Verdict(APART, "basis", f"one is about {a.counted or 'something not named'}, "
                       f"the other about {b.counted or 'something not named'}")  # fmt: skip
    if a.basis == b.basis:
        return None
    told = f"one counts {a.counted or 'detainers'}, the other {b.counted or 'detainers'}"
    if a.value == b.value and a.value >= 50 and _periods_touch(a, b) and not a.articles & b.articles:
        return Verdict(DRIFT, "basis", f"the same {_number(a)}, but {told}")
    return Verdict(APART, "basis", told)


def _one_account(a: Figure, b: Figure) -> Verdict | None:
    """One side's two numbers in one article are parts of one account, unless they are one number said twice."""
    if b.id in a.answers:
        return None
    together = bool(a.articles & b.articles)
    if together and _unnamed_document(a) and _unnamed_document(b) and not both_hold(a, b):
        return Verdict(APART, "part", "one account gives both numbers, from papers that it does not name")
    if not a.claimant_id and not b.claimant_id and not both_hold(a, b):
        return Verdict(APART, "claimant", "neither text says whose count it is")
    if together and (same_side(a, b) or not (a.claimant_id and b.claimant_id)) and not both_hold(a, b):
        return Verdict(APART, "part", "one account gives both numbers")
    for figure in (a, b):
        if figure.is_part and not both_hold(a, b):
            return Verdict(APART, "part", f"{_short(figure)} is part of a larger number that its article gives")
    return None


def _values(a: Figure, b: Figure) -> Verdict:
    relation = lie(a, b)
    assert relation
    told = f"one period is {_period(a)}, the other {_period(b)}"
    if relation.kind == "apart":
        return Verdict(APART, "period", told)
    if verdict := _one_account(a, b) or _since_unknown(a, b):
        return verdict
    if relation.kind == "same":
        return _same_period(a, b)
    near = relation.share >= rules().near_period
    if not near and _could_drift(a, b) and not a.articles & b.articles:
        return Verdict(DRIFT, "period", f"the same {_number(a)}, but {told}")
    if a.family == "active" or a.unit == "percent":
        return Verdict(APART, "period", told)
    if both_hold(a, b):
        return Verdict(AGREES, "value", "both can hold") if near else Verdict(APART, "period", told)
    more, fewer = (a, b) if bounds(a)[0] > bounds(b)[1] else (b, a)
    return _other_days(more, fewer, relation, told)


def _other_days(more: Figure, fewer: Figure, relation: Relation, told: str) -> Verdict:
    """Two numbers that differ, of days that are not the same and overlap."""
    inside = covered(more, fewer) == 1
    near = relation.share >= rules().near_period
    if same_side(more, fewer) and not (inside and (near or relation.kind == "grown")):
        return Verdict(APART, "period", f"one side's own counts; {told}")
    if not exceeds(more, fewer):
        return Verdict(APART, "period", told)
    if inside:
        return _contradiction(more, fewer, f"{_short(more)} within the period of {_short(fewer)}")
    days_alone = "nearly the same days" if near else "days that are mostly the same"
    return _contradiction(more, fewer, f"{_short(more)}, {_short(fewer)}, for {days_alone}; {told}")


def _since_unknown(a: Figure, b: Figure) -> Verdict | None:
    """"By Friday" says since when only to those who read the article: elsewhere it is no period."""
    unknown = any(figure.family != "active" and (span := days(figure)) and not span.begun for figure in (a, b))
    if not unknown or a.articles & b.articles:
        return None
    return Verdict(APART, "period", "since when one of them counts is not stated")


def _same_period(a: Figure, b: Figure) -> Verdict:
    if both_hold(a, b):
        same = "the same number" if a.value == b.value else f"{_number(a)} and {_number(b)} can both hold"
        return Verdict(AGREES, "value", same)
    if same_side(a, b) and _vintage(a, b):
        return Verdict(APART, "vintage", "one side's own count at two dates, as its data stood then")
    if a.family not in rules().self_families and same_side(a, b):
        return Verdict(APART, "part", "one side's own numbers, which may be of different operations")
    return _contradiction(a, b, f"{_short(a)}, {_short(b)}")


def _contradiction(a: Figure, b: Figure, told: str) -> Verdict:
    if same_side(a, b) and a.measure != b.measure:  # who sent and who got are two counts, whoever has both
        return Verdict(APART, "measure", f"one side's own counts; {_measures(a, b)}")
    if a.claimant_id and a.claimant_id == b.claimant_id and not _unnamed_document(a):
        return _dispute(a, b, "self", f"one side against itself: {told}")
    return _dispute(a, b, "rivals", told)


def _dispute(a: Figure, b: Figure, kind: str, reason: str) -> Verdict:
    for figure in (a, b):
        if figure.confidence < rules().least_confidence:
            return Verdict(APART, "confidence", f"{_short(figure)} was read with too little confidence")
    return Verdict(DISPUTE, kind, reason)


def _unnamed_document(figure: Figure) -> bool:
    """"Records" of one article are not those of another."""
    return figure.claimant_type == "document" and (figure.claimant or "")[:1].islower()


def _vintage(a: Figure, b: Figure) -> bool:
    """One side's later count of the same, a few percent off: the data were drawn again."""
    first, second = day_of(a.told), day_of(b.told)
    if a.comparator != "=" or b.comparator != "=" or not first or not second:
        return False
    apart = abs((first - second).days)
    return nearly_equal(a, b) and apart >= rules().vintage_days


def _rivals(a: Figure, b: Figure) -> bool:
    return bool(a.claimant_id and b.claimant_id) and not same_side(a, b)


def _same_days(a: Figure, b: Figure) -> bool:
    relation = lie(a, b)
    return relation is not None and (relation.kind == "same" or relation.share >= rules().near_period)


def _periods_touch(a: Figure, b: Figure) -> bool:
    """For drift: periods that share days, or one that is not stated."""
    relation = lie(a, b)
    return not relation or relation.kind != "apart"


def _noun(figure: Figure) -> str:
    return plain_noun(figure.counted or "")


def _number(figure: Figure) -> str:
    return number_text(figure.value, figure.value_max, figure.comparator, figure.unit)


def _period(figure: Figure) -> str:
    return period_text(figure.period_start, figure.period_end)


def _short(figure: Figure) -> str:
    """"Boston Police Department: 15 detainers received"."""
    return f"{figure.claimant or 'unnamed claimant'}: {_number(figure)} {measure_text(figure.measure, figure.counted)}"
