"""The lists of an analysis, each compared with gold by its own convention.

Claims match on value and place; officials on name; laws on name or citation; dates on wording; direct quotations on
half of their longer length. What the gold marks optional costs nothing either way.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from extract.scoring.matching import (
    Item,
    alike,
    alike_any,
    pair_up,
    place_of,
    same_date,
    same_period,
    same_value,
    same_wording,
    shared_length,
)
from extract.scoring.tally import Score


def score_document(score: Score, name: str, gold: Item, pred: Item) -> None:
    """Add one document's agreement to `score`; `name` marks its lines in the lists of hits and misses."""
    _claims(score, name, gold, pred)
    _officials(score, name, gold, pred)
    _statutes(score, name, gold, pred)
    _dates(score, name, gold, pred)
    if gold.get("quotes_complete", True):
        _direct_quotes(score, name, gold, pred)


def _claims(score: Score, name: str, gold: Item, pred: Item) -> None:
    text, published = gold["text"], gold.get("published")

    def degree(p: Item, g: Item) -> int:
        other = g.get("equivalent") or {}
        equal = same_value(p, g) or (p.get("measure") == other.get("measure") and same_value(p, other))
        if not equal or not shared_length(place_of(p, text), place_of(g, text)):
            return 0
        return 1 + (p.get("measure") == g["measure"]) + alike_any(p.get("claimant"), g, "claimant")

    pairs, missed, extra = pair_up(pred.get("claims", []), gold["claims"], degree)
    pairs = [(p, g) for p, g in pairs if not g.get("optional")]
    missed = [g for g in missed if not g.get("optional")]
    score.tallies["figure"].add(len(pairs), len(missed), len(extra))
    whole = sum(_judge_claim(score, name, p, g, published) for p, g in pairs)
    score.tallies["claim"].add(whole, len(missed) + len(pairs) - whole, len(extra) + len(pairs) - whole)
    score.misses += [f"{name}: missed {g['value_text']!r} {g['measure']} in: {g['quote'][:110]}" for g in missed]
    score.misses += [
        f"{name}: not a claim {p.get('value')} {p.get('measure')} in: {(p.get('quote') or '')[:110]}" for p in extra
    ]


def _judge_claim(score: Score, name: str, p: Item, g: Item, published: str | None) -> bool:
    measures = [g["measure"], *g.get("measure_alternatives", []), (g.get("equivalent") or {}).get("measure")]
    own_place, gold_place = ((x.get("jurisdiction") or "").split(",")[0] for x in (p, g))
    verdicts = {
        "measure": p.get("measure") in measures,
        "claimant": alike_any(p.get("claimant"), g, "claimant"),
        "period": same_period(p, g, published),
        "comparator": p.get("comparator", "=") == g["comparator"],
        "jurisdiction": alike(own_place, gold_place),
    }
    for what, yes in verdicts.items():
        score.judge(what, yes)
    line = f"{g['value_text']!r} {g['measure']} / {g['claimant']} / {g['period_start']}..{g['period_end']}"
    if all(verdicts[what] for what in ("measure", "claimant", "period")):
        score.hits.append(f"{name}: claim {g.get('value_start', g['start'])} {line}")
        return True
    score.misses.append(
        f"{name}: wrong {[what for what, yes in verdicts.items() if not yes]}: {line}  got {p.get('measure')} /"
        f" {p.get('claimant')} / {p.get('period_start')}..{p.get('period_end')}"
    )
    return False


def _officials(score: Score, name: str, gold: Item, pred: Item) -> None:
    def degree(p: Item, g: Item) -> int:
        return alike(p.get("name"), g["name"], 0.99) * (1 + alike(p.get("role"), g["role"], 0.4))

    def key(p: Item) -> tuple[Any, Any]:
        return p.get("name"), p.get("role")

    for p, g in _named(score, name, "official", pred.get("officials", []), gold["officials"], degree, key):
        score.judge("official role", alike(p.get("role"), g["role"], 0.4))
        score.judge("official agency", alike(p.get("agency"), g["agency"]))


def _statutes(score: Score, name: str, gold: Item, pred: Item) -> None:
    def degree(p: Item, g: Item) -> bool:
        names = (p.get("name"), p.get("text"), p.get("citation"))
        citation = g.get("citation")
        return any(n and (alike(n, g["name"]) or (citation and alike(n, citation))) for n in names)

    _named(score, name, "statute", pred.get("statutes", []), gold["statutes"], degree, lambda p: p.get("name"))


def _named(
    score: Score,
    name: str,
    kind: str,
    preds: list[Item],
    golds: list[Item],
    degree: Callable[[Item, Item], float],
    key: Callable[[Item], object],
) -> list[tuple[Item, Item]]:
    """Records that are named once: a second mention of a matched one is no invention."""
    once: dict[object, Item] = {}
    for p in preds:
        once.setdefault(key(p), p)
    pairs, missed, extra = pair_up(list(once.values()), golds, degree)
    extra = [p for p in extra if not any(degree(p, g) for _, g in pairs)]
    score.tallies[kind].add(len(pairs), len(missed), len(extra))
    score.hits += [f"{name}: {kind} {g['name']}" for _, g in pairs]
    score.misses += [f"{name}: missed {kind} {g['name']}" for g in missed]
    score.misses += [f"{name}: no {kind} {p.get('name')}" for p in extra]
    return pairs


def _dates(score: Score, name: str, gold: Item, pred: Item) -> None:
    # The gold lists need not be complete: only a wrong reading of a listed wording counts against precision.
    golds = [g for g in gold["dates"] if g.get("normalized")]
    preds = pred.get("dates", [])

    def right(p: Item, g: Item) -> bool:
        return same_wording(p, g) and same_date(p, g)

    found = [g for g in golds if any(right(p, g) for p in preds)]
    wrong = [p for p in preds if any(same_wording(p, g) for g in golds) and not any(right(p, g) for g in golds)]
    score.tallies["date"].add(len(found), len(golds) - len(found), len(wrong))
    score.hits += [f"{name}: date {g['text']}" for g in found]
    score.misses += [f"{name}: missed date {g['text']!r} = {g['normalized']}" for g in golds if g not in found]
    score.misses += [f"{name}: wrong date {p['text']!r} read {p.get('normalized')}" for p in wrong]


def _direct_quotes(score: Score, name: str, gold: Item, pred: Item) -> None:
    text = gold["text"]

    def degree(p: Item, g: Item) -> int:
        a, b = place_of(p, text), place_of(g, text)
        shared = shared_length(a, b)
        if not (a and b and shared):
            return 0
        return shared if shared / max(a[1] - a[0], b[1] - b[0]) >= 0.5 else 0

    preds = [q for q in pred.get("quotes", []) if q.get("direct")]
    golds = [q for q in gold["quotes"] if q.get("direct")]
    pairs, missed, extra = pair_up(preds, golds, degree)
    score.tallies["direct quote"].add(len(pairs), len(missed), len(extra))
    for p, g in pairs:
        if score.judge("quote speaker", alike(p.get("speaker"), g["speaker"], 0.5)):
            score.hits.append(f"{name}: quote {g['text'][:60]}")
        else:
            score.misses.append(f"{name}: speaker {g['speaker']} got {p.get('speaker')}: {g['text'][:60]}")
    score.misses += [f"{name}: missed quote {g['text'][:80]}" for g in missed]
    score.misses += [f"{name}: no quote {p['text'][:80]}" for p in extra]
