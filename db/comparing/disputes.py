"""Disputes: which figures are held against each other, and which of them cannot all be true together.

Figures are compared within a place, where their days touch; a number that turns up again elsewhere is looked at too,
since it may have drifted. Figures that are in dispute with one another, directly or through a third, are one dispute.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cache

from db.comparing.amounts import bounds, days
from db.comparing.corrections import Denial
from db.comparing.figures import Figure, measure_text, number_text, period_text
from db.comparing.pairs import APART, DISPUTE, DRIFT, Verdict, compare, distinctive
from db.comparing.rules import rules
from db.identities.places import place
from db.ids import short_id

MOST_PAIRS = 200
"""Comparisons kept a figure: beyond that, a place and period holds more figures than anyone compares by eye."""
MOST_APART = 4
"""Pairs kept a figure that look alike and are not comparable."""
NEXT_YEAR = timedelta(days=400)
MOST_TWINS = 60
"""Figures of one peculiar number that are looked at for drift."""


@dataclass
class Pair:
    a: Figure
    b: Figure
    verdict: Verdict
    dispute: str | None = None

    @property
    def id(self) -> str:
        return short_id("pair", *sorted((self.a.id, self.b.id)))


@dataclass
class Dispute:
    """`figures` are sorted from the lowest value; `pairs` say why."""

    id: str
    family: str
    figures: list[Figure]
    pairs: list[Pair] = field(default_factory=list)
    denial: str | None = None

    @property
    def kind(self) -> str:
        kinds = {pair.verdict.kind for pair in self.pairs}
        if not kinds:
            return "denial"
        return "self" if kinds == {"self"} else "rivals"

    @property
    def lowest(self) -> Figure:
        return self._ends[0]

    @property
    def highest(self) -> Figure:
        return self._ends[-1]

    @property
    def _ends(self) -> list[Figure]:
        """The figures that were given exactly, where those differ: "nearly 200" only repeats the 198 of others."""
        exact = [figure for figure in self.figures if figure.comparator == "="]
        return exact if len({figure.value for figure in exact}) > 1 else self.figures

    @property
    def title(self) -> str:
        low, high = self.lowest, self.highest
        numbers = dict.fromkeys(number_text(f.value, f.value_max, f.comparator, f.unit) for f in (low, high))
        what = measure_text(self.family if low.measure not in ("other", "rate") else low.measure, low.counted)
        return f"{low.jurisdiction}, {self.period}: {' or '.join(numbers)} {what}"

    @property
    def reason(self) -> str:
        return "; ".join(dict.fromkeys(pair.verdict.reason for pair in self.pairs[:3])) or (self.denial or "")

    @property
    def period(self) -> str:
        start, end = self.period_days
        if self.family == "active" and not start and not end:
            return f"told {min(figure.told or '' for figure in self.figures)}".strip()
        return period_text(start, end)

    @property
    def period_days(self) -> tuple[str | None, str | None]:
        """The period that most of the figures give."""
        periods = [(figure.period_start, figure.period_end) for figure in self.figures]
        return max(periods, key=lambda period: (periods.count(period), period[1] is not None, str(period)))


def compare_all(figures: Iterable[Figure]) -> Iterator[Pair]:
    """Every pair worth telling, each once: disputes, agreements, drift, what was superseded, near look-alikes."""
    by_place: dict[tuple[str, int | None], list[Figure]] = defaultdict(list)
    by_number: dict[float, list[Figure]] = defaultdict(list)
    figures = list(figures)
    several = _names_of_several({figure.jurisdiction for figure in figures if figure.jurisdiction})
    for figure in figures:
        if figure.place:
            for article in sorted(figure.articles) if figure.jurisdiction in several else [None]:
                by_place[figure.place, article].append(figure)
            if distinctive(figure):
                by_number[figure.value].append(figure)
    done: set[str] = set()
    for (_, article), group in by_place.items():
        for pair in _within_place(group):
            if article is None or pair.id not in done:
                yield pair
            if article is not None:
                done.add(pair.id)
    for group in by_number.values():
        yield from _drifted(group[:MOST_TWINS])


def _names_of_several(names: Iterable[str]) -> set[str]:
    """Names without a state that towns or counties of several states have: what one article calls "Franklin County" may
    not be what another calls so."""
    states: dict[str, set[str | None]] = defaultdict(set)
    for name in names:
        found = place(name)
        if found.level in ("city", "county"):
            states[found.name.rpartition(",")[0]].add(found.state)
    return {name for name in names if len(states.get(name, ())) > 1}


def _within_place(group: list[Figure]) -> Iterator[Pair]:
    """Figures of one place whose days touch, and each figure's next ones in time."""
    dated = sorted(
        ((span, figure) for figure in group if (span := days(figure))), key=lambda item: (item[0].start, item[1].id)
    )
    comparable = _comparable_families()
    kept: dict[str, int] = defaultdict(int)
    apart: dict[str, int] = defaultdict(int)
    near = timedelta(days=rules().point_days)
    for i, (first_span, first) in enumerate(dated):
        touching, following = first_span.end + near, first_span.end + NEXT_YEAR
        for second_span, second in dated[i + 1 :]:
            later = second_span.start > touching
            if later and (second_span.start > following or apart[first.id] >= MOST_APART):
                break
            if first.family != second.family and first.value != second.value:
                if later or (first.family, second.family) not in comparable:
                    continue
            elif later and first.family != second.family:
                continue
            if kept[first.id] >= MOST_PAIRS:
                break
            verdict = compare(first, second, _most_requested(first, second, group))
            if verdict.verdict == APART:
                if first.family != second.family or max(apart[first.id], apart[second.id]) >= MOST_APART:
                    continue
                apart[first.id] += 1
                apart[second.id] += 1
            kept[first.id] += 1
            yield Pair(first, second, verdict)


@cache
def _comparable_families() -> frozenset[tuple[str, str]]:
    """Pairs of families that can be in dispute with different numbers: a part and its whole."""
    parts = rules().parts_of.items()
    return frozenset([*parts, *((whole, part) for part, whole in parts)])


def _most_requested(a: Figure, b: Figure, group: list[Figure]) -> float | None:
    """The highest count of requests for the place and period of a pair of outcomes; None where nobody gives one."""
    if frozenset((a.family, b.family)) not in rules().opposites:
        return None
    same = [f for f in group if f.family == "requests" and (f.period_start, f.period_end) in _periods(a, b)]
    return max((bounds(figure)[1] for figure in same), default=None)


def _periods(*figures: Figure) -> set[tuple[str | None, str | None]]:
    return {(figure.period_start, figure.period_end) for figure in figures}


def _drifted(group: list[Figure]) -> Iterator[Pair]:
    for i, first in enumerate(group):
        for second in group[i + 1 :]:
            if first.place == second.place and days(first) and days(second):
                continue  # those were compared within their place
            verdict = compare(first, second)
            if verdict.verdict == DRIFT:
                yield Pair(first, second, verdict)


@dataclass(frozen=True)
class KnownDispute:
    """A dispute as last published."""

    id: str
    figures: frozenset[str]


def find_disputes(
    pairs: list[Pair], known: Iterable[KnownDispute] = (), denials: Iterable[Denial] = ()
) -> list[Dispute]:
    """Pairs in dispute, joined where they share a figure; a known dispute with most figures in common gives the id."""
    groups: dict[str, list[Pair]] = defaultdict(list)
    parent: dict[tuple[str, str], tuple[str, str]] = {}

    def root(node: tuple[str, str]) -> tuple[str, str]:
        while parent.setdefault(node, node) != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    disputed = [pair for pair in pairs if pair.verdict.verdict == DISPUTE]
    for pair in disputed:
        kind = _cluster_family(pair)
        parent[root((kind, pair.a.id))] = root((kind, pair.b.id))
    for pair in disputed:
        groups["|".join(root((_cluster_family(pair), pair.a.id)))].append(pair)
    drafts = [_draft(group) for group in groups.values()]
    disputed_ids = {figure.id for draft in drafts for figure in draft.figures}
    for denial in denials:  # a figure that is only denied is in dispute too, if nothing else disputes it
        if denial.figure.id not in disputed_ids and denial.figure.place:
            disputed_ids.add(denial.figure.id)
            drafts.append(Dispute("", denial.figure.family, [denial.figure], denial=denial.sentence))
    return _with_ids(drafts, known)


def _cluster_family(pair: Pair) -> str:
    """"More declined than requested" belongs to the dispute about requests; opposite outcomes to what was declined."""
    if pair.a.family == pair.b.family:
        return pair.a.family
    parts = rules().parts_of
    if parts.get(pair.a.family) == pair.b.family or parts.get(pair.b.family) == pair.a.family:
        return pair.b.family if parts.get(pair.a.family) == pair.b.family else pair.a.family
    return min(pair.a.family, pair.b.family)


def _draft(pairs: list[Pair]) -> Dispute:
    figures = {figure.id: figure for pair in pairs for figure in (pair.a, pair.b)}
    ordered = sorted(figures.values(), key=lambda figure: (figure.value, figure.id))
    pairs.sort(key=lambda pair: (-(len(pair.a.articles) + len(pair.b.articles)), pair.id))
    return Dispute("", _cluster_family(pairs[0]), ordered, pairs)


def _with_ids(drafts: list[Dispute], known: Iterable[KnownDispute]) -> list[Dispute]:
    by_figure: dict[str, list[KnownDispute]] = defaultdict(list)
    for item in known:
        for figure in item.figures:
            by_figure[figure].append(item)
    taken: set[str] = set()
    for draft in sorted(drafts, key=lambda d: (-len(d.figures), d.figures[0].id)):
        own = {figure.id for figure in draft.figures}
        before = {item.id: len(item.figures & own) for figure in own for item in by_figure[figure]}
        best = [name for name in sorted(before, key=lambda name: (-before[name], name)) if name not in taken]
        draft.id = best[0] if best else _mint(draft, taken)
        taken.add(draft.id)
        for pair in draft.pairs:
            pair.dispute = draft.id
    return drafts


def _mint(draft: Dispute, taken: set[str]) -> str:
    """An id of place, family, unit and the period of the figure told first: what a dispute keeps while it grows."""
    first = min(draft.figures, key=lambda figure: (figure.told or "9999", figure.id))
    parts = ("dispute", first.place, draft.family, first.unit, first.period_start, first.period_end)
    minted = short_id(*parts)
    return minted if minted not in taken else short_id(*parts, draft.figures[0].id)
