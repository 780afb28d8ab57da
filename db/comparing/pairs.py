"""Two figures held against each other: in dispute, agreeing, drifted, superseded or not comparable, and why.

Comparable are figures about one place, one period and one family of measures. They agree when both can hold at once
("about 200" and 198), else they are in dispute. A number that turns up unchanged under another place, period, measure
or unit has drifted from report to report: that is told as such, and is no dispute.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from db.comparing.figures import Figure, measure_text, number_text, period_text, plain_noun
from db.comparing.periods import Relation, Span, relate, span
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
        _unit(a, b) or _place(a, b) or _measure(a, b, requests) or _projection(a, b) or _period_stated(a, b)
        or _basis(a, b) or _values(a, b)
    )  # fmt: skip


def bounds(figure: Figure) -> tuple[float, float]:
    """The lowest and the highest number that a figure leaves room for."""
    value, top = figure.value, figure.value_max
    if top is not None:
        return min(value, top), max(value, top)
    if figure.comparator == "~":
        room = max(abs(value) * rules().about, 1 if value >= 10 else 0)
        return value - room, value + room
    # "More than 60" and 60 are told of one count: whoever rounds down says so.
    return {
        ">": (value, float("inf")), ">=": (value, float("inf")), "<": (0.0, value), "<=": (0.0, value),
    }.get(figure.comparator, (value, value))  # fmt: skip


def both_hold(a: Figure, b: Figure) -> bool:
    """Whether one number could be meant by both."""
    (low, high), (other_low, other_high) = bounds(a), bounds(b)
    return (low <= other_high and other_low <= high) or _rounded(a.value, b.value) or _rounded(b.value, a.value)


def _rounded(short: float, full: float) -> bool:
    """Whether one number is the other in round thousands or hundreds: 33,000 is told of 33,179."""
    digits = f"{short:.0f}"
    zeros = len(digits) - len(digits.rstrip("0"))
    return short >= 1000 and zeros >= 2 and short == round(full, -zeros)


def days(figure: Figure) -> Span | None:
    """The days that a figure is about; a stock without a date is that of the day on which it was told.

    Worked out once: figures are compared when all their claims have been entered.
    """
    if figure.days is False:
        figure.days = _days(figure)
    return figure.days  # type: ignore[return-value]


def _days(figure: Figure) -> Span | None:
    if figure.family == "active" and not figure.period_start:
        return span(None, figure.period_end or figure.told, None)
    return span(figure.period_start, figure.period_end, figure.told)


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


def _measure(a: Figure, b: Figure, requests: float | None) -> Verdict | None:
    if a.family == b.family:
        return None
    told = f"one counts {measure_text(a.measure, a.counted)}, the other {measure_text(b.measure, b.counted)}"
    mistaken = frozenset((a.measure, b.measure)) in rules().mistaken
    if mistaken and _drifts(a, b):
        return Verdict(DRIFT, "measure", f"the same {_number(a)}, but {told}")
    return _part_of(a, b) or _opposite(a, b, requests) or Verdict(APART, "measure", told)


def _part_of(a: Figure, b: Figure) -> Verdict | None:
    """More declined by one side's count than were ever requested by the other's."""
    for part, whole in ((a, b), (b, a)):
        if rules().parts_of.get(part.family) != whole.family or not _same_days(a, b) or not _rivals(a, b):
            continue
        comparable = not whole.is_part and part.basis == whole.basis and part.status != "projection"
        if comparable and bounds(part)[0] > bounds(whole)[1]:
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
    together = bool(a.articles & b.articles)
    if together and _unnamed_document(a) and _unnamed_document(b) and not both_hold(a, b):
        return Verdict(APART, "part", "one account gives both numbers, from papers that it does not name")
    if not a.claimant_id and not b.claimant_id and not both_hold(a, b):
        return Verdict(APART, "claimant", "neither text says whose count it is")
    if together and (same_side(a, b) or not (a.claimant_id and b.claimant_id)) and not both_hold(a, b):
        return Verdict(APART, "part", "one account gives both numbers")
    for figure in (a, b):
        if figure.is_part and not both_hold(a, b):
            return Verdict(APART, "part", f"{_short(figure)} is part of a larger number that the same side gives")
    return None


def _values(a: Figure, b: Figure) -> Verdict:
    first, second = days(a), days(b)
    assert first and second
    relation = relate(first, second)
    if relation.kind in ("same", "near", "grown", "inside") and (verdict := _one_account(a, b)):
        return verdict
    told = f"one is for {_period(a)}, the other for {_period(b)}"
    if relation.kind in ("apart", "overlap"):
        return _other_period(a, b, relation, told)
    if relation.kind == "same":
        return _same_period(a, b)
    inner, outer = (a, b) if relation.first_is_inner else (b, a)
    if a.family == "active":
        return Verdict(APART, "period", told)
    if a.unit == "percent":
        return Verdict(APART, "period", told)
    if bounds(inner)[0] > bounds(outer)[1] and not (relation.kind == "inside" and same_side(a, b)):
        return _contradiction(a, b, f"{_short(inner)} within the period of {_short(outer)}")
    if relation.kind == "inside" or (relation.kind == "grown" and relation.share < rules().near_period):
        if _could_drift(a, b) and not a.articles & b.articles:
            return Verdict(DRIFT, "period", f"the same {_number(a)}, but {told}")
        return Verdict(APART, "period", told)
    if both_hold(a, b):
        return Verdict(AGREES, "value", "both can hold")
    return _in_proportion(a, b, inner, outer, relation, told)


def _other_period(a: Figure, b: Figure, relation: Relation, told: str) -> Verdict:
    if relation.kind == "overlap" and _could_drift(a, b) and not a.articles & b.articles:
        return Verdict(DRIFT, "period", f"the same {_number(a)}, but {told}")
    return Verdict(APART, "period", told)


def _same_period(a: Figure, b: Figure) -> Verdict:
    if both_hold(a, b):
        same = "the same number" if a.value == b.value else f"{_number(a)} and {_number(b)} can both hold"
        return Verdict(AGREES, "value", same)
    if same_side(a, b) and _vintage(a, b):
        return Verdict(APART, "vintage", "one side's own count at two dates, as its data stood then")
    if a.family not in rules().self_families and same_side(a, b):
        return Verdict(APART, "part", "one side's own numbers, which may be of different operations")
    return _contradiction(a, b, f"{_short(a)}, {_short(b)}")


def _in_proportion(a: Figure, b: Figure, inner: Figure, outer: Figure, relation: Relation, told: str) -> Verdict:
    """Periods that are almost one: the longer one may hold a little more, not many times as much."""
    ratio = rules().growth / max(relation.share, 0.01)
    if bounds(outer)[0] <= bounds(inner)[1] * ratio + 5:
        return Verdict(APART, "period", told)
    if same_side(a, b) and relation.kind == "grown":
        return Verdict(APART, "period", f"one side's own running count; {told}")
    return _contradiction(a, b, f"{_short(a)}, {_short(b)}, for nearly the same days")


def _contradiction(a: Figure, b: Figure, told: str) -> Verdict:
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
    if a.comparator != "=" or b.comparator != "=" or not a.told or not b.told:
        return False
    apart = abs((_date(a.told) - _date(b.told)).days)
    larger = max(a.value, b.value)
    near = abs(a.value - b.value) <= rules().vintage_difference * larger
    return near and larger >= rules().distinctive and apart >= rules().vintage_days


def _date(text: str) -> date:
    return date.fromisoformat(text[:10])


def _rivals(a: Figure, b: Figure) -> bool:
    return bool(a.claimant_id and b.claimant_id) and not same_side(a, b)


def _same_days(a: Figure, b: Figure) -> bool:
    first, second = days(a), days(b)
    return bool(first and second) and relate(first, second).kind in ("same", "near")  # type: ignore[arg-type]


def _periods_touch(a: Figure, b: Figure) -> bool:
    """For drift: periods that share days, or one that is not stated."""
    first, second = days(a), days(b)
    return not first or not second or relate(first, second).kind != "apart"


def _noun(figure: Figure) -> str:
    return plain_noun(figure.counted or "")


def _number(figure: Figure) -> str:
    return number_text(figure.value, figure.value_max, figure.comparator, figure.unit)


def _period(figure: Figure) -> str:
    return period_text(figure.period_start, figure.period_end)


def _short(figure: Figure) -> str:
    """"Boston Police Department: 15 detainers received"."""
    return f"{figure.claimant or 'unnamed claimant'}: {_number(figure)} {measure_text(figure.measure, figure.counted)}"
