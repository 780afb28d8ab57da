"""How numbers are written, in digits, words and dozens, and what their words are worth."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from extract import vocabulary

WORDS = Path(__file__).with_name("counts.yml")
SHAPE: dict[str, Any] = {
    "units": {str: int}, "tens": {str: int}, "scales": {str: int}, "fractions": {str: str},
    "before": {str: [str]}, "behind": {str: [str]}, "particles": {str: [str]},
    "none": {"alone": [str], "people": [str], "with_not": [str], "single": [str]}, "all": [str], "vague": [str],
}  # fmt: skip


def number(text: str) -> float:
    """The value of a number in digits or words: "two hundred and forty" is 240, "33 thousand" 33000, "two dozen" 24."""
    words = re.findall(r"\d[\d,]*(?:\.\d+)?|[a-z]+", text.lower().replace("-", " "))
    if "half" in words and words[-1] == "dozen":
        return 6.0
    total, current, digits_before = 0.0, 0.0, False
    for word in words:
        if word[0].isdigit():
            value = float(word.replace(",", ""))
            current, digits_before = (
                (current + value if current >= 1000 else value) if not digits_before else value,
                True,
            )
        elif word == "couple":
            current = 2
        elif word in words_of("scales"):
            scale = words_of("scales")[word]
            if scale == 100:
                current = max(current, 1) * 100
            else:
                total, current = total + max(current, 1) * scale, 0
        elif word == "dozen":
            current = max(current, 1) * 12
        else:
            current += words_of("units").get(word, words_of("tens").get(word, 0))
    return total + current


@cache
def _vocabulary() -> dict[str, Any]:
    data: dict[str, Any] = vocabulary.load_file(WORDS, SHAPE)
    return data


def words_of(kind: str) -> Any:
    """One section of the number vocabulary (counts.yml)."""
    return _vocabulary()[kind]


def either(words: Iterable[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True))


@cache
def grammar() -> re.Pattern[str]:
    small = either([*words_of("units"), *words_of("tens")])
    word = rf"(?:(?:{either(words_of('tens'))})[-‑\s](?:{either(words_of('units'))})|{small})"
    scale = either(words_of("scales"))
    words = (
        rf"(?:(?:a|{word})\s+(?:{scale})(?:\s+(?:thousand"
        rf"|million))?(?:\s+(?:and\s+)?{word}(?:\s+(?:{scale}))?)*(?:\s+\d+)?|{word})"
    )
    dozen = (
        rf"(?:half\s+a\s+dozen|(?:a\s+)?half-dozen|(?:a\s+)?couple\s+(?:of\s+)?(?:dozen|hundred)"
        rf"|(?:a|{word})[\s-]dozen)"
    )
    few = [word for word, value in words_of("units").items() if 1 <= value <= 12 and word != "twice"]
    odds = (
        rf"(?P<odds>(?P<part>[1-9]|{either(few)})(?:\s+(?!in\b|out\b)[a-z]+)?\s+(?:in(?:\s+every)?"
        rf"|(?:out\s+)?of\s+every|out\s+of(?=\s+(?:ten|10|100)\b)"
        rf"|of(?=\s+(?:ten|10)\s+(?:was|were|are|had|have|went|go|end|ended|got|get|come|came)\b)"
        rf"|out\s+of(?=\s+(?:three|four|five)\b(?!\s+(?:[a-z]+s|people)\b)))\s+"
        rf"(?P<of>(?<=\b1\sin\s)\d\d|(?<=\bone\sin\s)\d\d|[2-9]|{either([*few[1:], '10', '20', '50', '100'])})"
        rf"(?!\s+(?:minutes|hours|days|weeks|months|years|decades)))"
    )
    digits = r"\d{1,3}(?:,\d{3})+(?!\d)|\d+(?:\.\d+)?(?:\s+(?:thousand|million)\b)?"
    share = (
        rf"(?:an?\s+)?(?P<share>(?:{either(words_of('fractions'))}))(?=\s+(?:of|the|all)\s+(?!size|number|what"
        rf"|level|amount)|(?:(?<=\ba\sthird)|(?<=\ba\sfifth)|(?<=\ba\stenth)|(?<=\ba\squarter)|(?<=\bhalf)|(?<=-thirds)|(?<=-quarters)"
        rf"|(?<=-third))\s+(?:was|were|went|ended|led|resulted|wound|walked)\b)"
    )
    percent = r"(?P<percent>[ \t\u00a0]?%|\s+percent\b|\s+per\s+cent\b|\s+percentage\s+points?\b)?"
    forms = f"{odds}|{dozen}|{share}|{words}|{digits}"
    return re.compile(rf"(?<![\w$§,])(?P<sign>[-−])?(?P<number>\b(?:{forms})(?![\w]|,\d)){percent}", re.I)
