"""Where a number stands, told by the words around it: what keeps a claim's permanent link alive.

Offsets move when an article is edited further up, sentences when a better reader splits them otherwise; the words right
before and after a number stay. The anchor of a claim is its article, its number as written, three words on each side,
and which one it is where the same words stand twice. Its slot leaves the number out: what an editor changed in place.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from db.ids import short_id

_WORDS = re.compile(r"[^\W_]+")
_REACH = 64
"""Characters looked at on each side: three words and then some."""
_SIDE = 3


@dataclass(frozen=True)
class Anchor:
    """Two short hashes: the place with its number, and without."""

    id: str
    slot: str


def anchors(article: str, text: str, places: Iterable[tuple[int, int]]) -> dict[tuple[int, int], Anchor]:
    """The anchor of each number of one text, by its offsets."""
    seen: Counter[str] = Counter()
    seen_slots: Counter[str] = Counter()
    out = {}
    for start, end in sorted(set(places)):
        before = " ".join(_WORDS.findall(text[max(0, start - _REACH) : start])[-_SIDE:]).lower()
        after = " ".join(_WORDS.findall(text[end : end + _REACH])[:_SIDE]).lower()
        number = text[start:end].lower()
        key, slot = f"{before}|{number}|{after}", f"{before}|{after}"
        out[start, end] = Anchor(
            short_id("anchor", article, key, seen[key]), short_id("slot", article, slot, seen_slots[slot])
        )
        seen[key] += 1
        seen_slots[slot] += 1
    return out


def claim_id(anchor: str, measure: str, nth: int = 0) -> str:
    """The id of a claim that was never published before."""
    return short_id("claim", anchor, measure, nth)


@dataclass(frozen=True)
class Known:
    """A claim as it was last published: what a new reading is matched with."""

    id: str
    anchor: str
    measure: str
    value: float | None
    claimant: str | None
    period_start: str | None
    retired: bool = False
    """Published once, and not in the last build: it may come back."""


def carry_ids(claims: list[dict[str, Any]], known: Iterable[Known]) -> list[Known]:
    """Gives each claim of one article its published id where it had one; returns the published claims that went.

    First by the same anchor and measure, then by the anchor alone (a better reader found another measure there), then
    by value, measure, period and claimant, where both sides have just one such claim (the words around it changed).
    """
    left = {item.id: item for item in known}
    if not left:
        return []
    open_claims = []
    for claim in claims:
        if claim["id"] in left:
            del left[claim["id"]]
        else:
            open_claims.append(claim)
    open_claims = _match(
        open_claims, left, lambda c: (c["anchor"], c["measure"]), lambda k: (k.anchor, k.measure), unique=False
    )
    open_claims = _match(open_claims, left, lambda c: c["anchor"], lambda k: k.anchor, unique=False)
    _match(
        open_claims, left,
        lambda c: (c["value"], c["measure"], c["period_start"], c["claimant"]),
        lambda k: (k.value, k.measure, k.period_start, k.claimant),
        unique=True,
    )  # fmt: skip
    return [item for item in left.values() if not item.retired]


def _match(
    claims: list[dict[str, Any]], left: dict[str, Known], of_claim: Any, of_known: Any, unique: bool
) -> list[dict[str, Any]]:
    """Carries ids over between claims and known ones of one key; returns the claims still without one."""
    by_key: dict[Any, list[Known]] = {}
    for item in left.values():
        by_key.setdefault(of_known(item), []).append(item)
    wanted = Counter(of_claim(claim) for claim in claims)
    still = []
    for claim in claims:
        key = of_claim(claim)
        found = by_key.get(key)
        if not found or (unique and (len(found) > 1 or wanted[key] > 1)):
            still.append(claim)
            continue
        item = found.pop(0)
        claim["id"] = item.id
        del left[item.id]
        if not found:
            del by_key[key]
    return still
