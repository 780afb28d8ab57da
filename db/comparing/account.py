"""The numbers of one article: parts of one account, shares of several holders, or two answers to one question."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from typing import Any

from db.comparing.amounts import both_hold, bounds, nearly_equal
from db.comparing.figures import Figure
from db.comparing.holders import different_holders, holder
from db.comparing.rules import rules

Row = dict[str, Any]
MOST_ADDENDS = 6
_Groups = dict[tuple[Any, ...], dict[str, tuple[Figure, Row]]]


def mark_account(figures: Mapping[str, Figure], claims: list[Row], number: int) -> None:
    """Marks what the claims of article `number` tell of their figures; every claim names its `figure`.

    A figure beside which its own side gives a larger number is a part there (`part_in`). What a side honored or
    declined is less than was requested of it: a smaller number of requests is a part too. Where the words say that one
    side answers in two ways, its two numbers contradict each other (`answers`) and neither is a part. Of several
    agencies that each hold people of one place, all but the one with the most are parts of that place's number, and so
    are numbers of several claimants that add up to another's.
    """
    _mark_shares({claim["figure"]: figures[claim["figure"]] for claim in claims}.values(), number)
    groups = _by_account(figures, claims)
    for (family, *whose), group in groups.items():
        if family in rules().self_families and _is_answered_twice(list(group.values())):
            one, other = (figure for figure, _ in group.values())
            one.answers.add(other.id)
            other.answers.add(one.id)
        outcomes = [outcome for part, whole in rules().parts_of.items() if whole == family
                    for outcome, _ in groups.get((part, *whose), {}).values()]  # fmt: skip
        largest = max([*(figure for figure, _ in group.values()), *outcomes], key=lambda figure: bounds(figure)[0])
        for figure, _ in group.values():
            if figure is not largest and largest.id not in figure.answers and not both_hold(figure, largest):
                figure.part_in.add(number)


def _by_account(figures: Mapping[str, Figure], claims: list[Row]) -> _Groups:
    """Figures with their first claim, by family and by whose account of what, where and when they are."""
    groups: _Groups = {}
    for claim in claims:
        figure = figures[claim["figure"]]
        if figure.claimant_id:
            key = (figure.family, figure.claimant_id, figure.unit, figure.place, figure.basis,
                   figure.period_start, figure.period_end)  # fmt: skip
            groups.setdefault(key, {}).setdefault(figure.id, (figure, claim))
    return groups


def _mark_shares(figures: Iterable[Figure], number: int) -> None:
    places: dict[tuple[Any, ...], list[Figure]] = {}
    for figure in figures:
        if figure.claimant_id and figure.place and figure.period_start:
            key = (figure.family, figure.unit, figure.place, figure.basis, figure.period_start)
            places.setdefault(key, []).append(figure)
    for group in places.values():
        if len(group) < 2:
            continue
        holding = [figure for figure in group if holder(figure)]
        largest = max(holding, key=lambda figure: bounds(figure)[0], default=None)
        shares = [figure for figure in holding if largest and different_holders(figure, largest)]
        for figure in [*shares, *_addends(group)]:
            figure.part_in.add(number)


def _addends(group: list[Figure]) -> Iterator[Figure]:
    """Exact numbers of several claimants that together make another claimant's."""
    for total in group:
        others = [
            figure for figure in group
            if figure.claimant_id != total.claimant_id and 0 < figure.value < total.value
            and figure.comparator == total.comparator == "=" and figure.period_end == total.period_end
        ][:MOST_ADDENDS]  # fmt: skip
        for size in range(2, len(others) + 1):
            for some in combinations(others, size):
                if len({f.claimant_id for f in some}) == size and sum(f.value for f in some) == total.value:
                    yield from some


def _is_answered_twice(group: list[tuple[Figure, Row]]) -> bool:
    """Whether one side gives just two numbers for one thing, and the words say that they are two answers."""
    figures = [figure for figure, _ in group]
    if len(figures) != 2 or figures[0].measure != figures[1].measure or not figures[0].period_start:
        return False
    if any(figure.comparator != "=" or figure.value_max is not None for figure in figures):
        return False
    if both_hold(*figures) or nearly_equal(*figures):
        return False
    words = " ".join(dict.fromkeys(claim["sentence"] for _, claim in group))
    return bool(rules().two_answers.search(words)) and not rules().of_a_part.search(words)
