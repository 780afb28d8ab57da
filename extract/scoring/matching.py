"""When two items of two analyses mean the same: names, places in the text, values, periods, dates.

Items are plain dicts in the analysis format. Places are (start, end) in characters of the document's text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import Any

Item = dict[str, Any]
Place = tuple[int, int]

# Words that carry no identity in a name, and short forms that stand for longer ones.
EMPTY_WORDS = frozenset({"the", "of", "and", "s", "us", "u", "a", "an", "for", "in"})
SAME_WORDS = {
    "dept": "department",
    "gov": "governor",
    "sheriffs": "sheriff",
    "ice": "immigration customs enforcement",
    "dhs": "homeland security department",
    "bpd": "boston police department",
    "nypd": "new york city police department",
    "spokeswoman": "spokesperson",
    "spokesman": "spokesperson",
    "councilor": "councillor",
    "councilman": "councillor",
}


def name_words(text: str | None) -> set[str]:
    """The words of a name that tell it from others: lower case, short forms written out."""
    plain = unicodedata.normalize("NFKD", text or "").lower()
    plain = plain.replace("’", "'").replace("'s", "").replace(".", "")
    spelled = (SAME_WORDS.get(word, word) for word in re.findall(r"[a-z0-9]+", plain))
    return {word for group in spelled for word in group.split()} - EMPTY_WORDS


def alike(a: str | None, b: str | None, least: float = 0.6) -> bool:
    """Whether two names go by the same words: one within the other, or sharing `least` of all their words."""
    x, y = name_words(a), name_words(b)
    if not x or not y:
        return x == y
    return x <= y or y <= x or len(x & y) / len(x | y) >= least


def alike_any(name: str | None, gold: Item, key: str) -> bool:
    """`alike` against the gold value or one of its accepted alternatives."""
    return any(alike(name, other) for other in (gold.get(key), *gold.get(f"{key}_alternatives", ())))


def place_of(item: Item, text: str) -> Place | None:
    """Where an item stands: its value, else its span, else the first place of its wording."""
    for start, end in (("value_start", "value_end"), ("start", "end")):
        if isinstance(item.get(start), int) and isinstance(item.get(end), int):
            return item[start], item[end]
    wording = item.get("quote") or item.get("text") or item.get("sentence")
    at = text.find(wording) if wording else -1
    return (at, at + len(wording)) if wording and at >= 0 else None


def shared_length(a: Place | None, b: Place | None) -> int:
    """Characters that two places share; 0 where one is unknown."""
    return max(0, min(a[1], b[1]) - max(a[0], b[0])) if a and b else 0


def same_value(pred: Item, gold: Item) -> bool:
    """Equal value and equal upper end of a range."""

    def number(value: Any) -> float | None:
        return None if value is None else round(float(value), 4)

    return all(number(pred.get(key)) == number(gold.get(key)) for key in ("value", "value_max"))


def same_period(pred: Item, gold: Item, published: str | None) -> bool:
    """Equal start and end; an end on the day of publication is the same as an open one."""

    def ends(start: Any, end: Any) -> tuple[Any, Any]:
        return start or None, (None if end in (None, "", published) else end)

    accepted = [(gold.get("period_start"), gold.get("period_end")), *gold.get("period_alternatives", [])]
    return ends(pred.get("period_start"), pred.get("period_end")) in [ends(*pair) for pair in accepted]


def same_wording(pred: Item, gold: Item) -> bool:
    """One wording within the other, whatever the case."""
    a, b = (pred.get("text") or "").lower(), (gold.get("text") or "").lower()
    return bool(a and b) and (a in b or b in a)


def same_date(pred: Item, gold: Item) -> bool:
    """A start or an end in common, at the coarser of the two grains."""
    return any(x.startswith(y) or y.startswith(x) for x in _date_ends(pred) for y in _date_ends(gold))


def _date_ends(item: Item) -> set[str]:
    text = str(item.get("normalized") or "")
    if fiscal := re.fullmatch(r"FY ?(\d{4})", text):
        year = int(fiscal[1])
        return {f"{year - 1}-10", f"{year}-09", f"{year - 1}-07", f"{year}-06", text}
    return {part for part in text.split("/") if part}


def pair_up(
    preds: list[Item], golds: list[Item], degree: Callable[[Item, Item], float]
) -> tuple[list[tuple[Item, Item]], list[Item], list[Item]]:
    """One to one: (pairs of prediction and gold, gold missed, predictions left over); 0 means no match."""
    left, pairs, missed = list(preds), [], []
    for gold in golds:
        best = max(left, key=lambda pred: degree(pred, gold), default=None)
        if best is None or not degree(best, gold):
            missed.append(gold)
            continue
        left.remove(best)
        pairs.append((best, gold))
    return pairs, missed, left
