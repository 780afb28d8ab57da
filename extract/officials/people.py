"""Names of people by their shape, and which of them are one person."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from nameparser import HumanName

from extract import vocabulary

_PART = r"(?:[A-ZÀ-Þ](?:\.(?:[A-Z]\.)*|[’'][A-Z][\w]+|[\wÀ-ÿ]*[a-zà-ÿ][\wÀ-ÿ]*(?:-[A-Z][\wÀ-ÿ]+)*|[A-Z]\b(?!\w)))"
_PARTICLE = r"(?:de\s+la|de\s+los|de|del|della|van\s+der|van\s+den|van|von|der|bin|al|el|la|da|dos|di|St\.)"
_NICK = r"(?:[“\"‘'(][A-Z][\w.]+[”\"’')])"
NAME = (
    rf"(?:{_PARTICLE}\s+)?{_PART}(?:\s+(?:{_NICK}\s+)?(?:{_PARTICLE}\s+)?{_PART}){{0,3}}(?:,?\s+(?:Jr|Sr)\."
    rf"|\s+I{{2,3}}\b|\s+IV\b)?"
)
_NAME_AT = re.compile(NAME)
_NAME_BEFORE = re.compile(rf"(?<![\w’'])({NAME})$")
_POSSESSIVE = re.compile(r"[’']s?$")


@cache
def _words() -> dict[str, frozenset[str]]:
    """vocabulary/names.yml: what no name holds, and what only begins one."""
    loaded = vocabulary.load("names", {"no_names": [str], "first_names": [str], "short_names": [str]})
    return {key: frozenset(words) for key, words in loaded.items()}


def _no_names() -> frozenset[str]:
    return _words()["no_names"]


def name_at(text: str, at: int) -> tuple[int, int] | None:
    """The span of a name that begins at `at`, or None."""
    match = _NAME_AT.match(text, at)
    if not match:
        return None
    line = text.find("\n", at, match.end())
    return _trimmed(text, at, line if line > at else match.end())


def is_no_name(words: str) -> bool:
    """Whether words that stand like a name are none ("County")."""
    return words in _no_names()


def name_before(text: str, end: int) -> tuple[int, int] | None:
    """The span of a name that ends at `end`."""
    match = _NAME_BEFORE.search(text, max(0, end - 60, text.rfind("\n", 0, end) + 1), end)
    return _trimmed(text, *match.span(1)) if match else None


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The span without a line break's far side, words that are no names, and a possessive."""
    words = list(re.finditer(r"\S+", text[start:end]))
    if "\n" in text[start:end]:
        return None
    while (
        words
        and words[0][0].strip("“\"‘'") in _no_names()
        and not (words[0][0] in _words()["first_names"] and len(words) > 1)
    ):
        words.pop(0)
    kept: list[re.Match[str]] = []
    for word in words:
        if kept and _POSSESSIVE.sub("", word[0].strip(",")) in _no_names():
            break
        kept.append(word)
        if word[0].endswith(("’s", "'s")):
            break
    if not kept:
        return None
    first, last = start + kept[0].start(), start + kept[-1].end()
    last -= len(text[first:last]) - len(_POSSESSIVE.sub("", text[first:last].rstrip(",")))
    name = text[first:last]
    if (len(name) < 3 and name not in _words()["short_names"]) or name in _no_names():
        return None
    if not any(c.islower() for c in name):
        return None
    if name.endswith(".") and not re.search(r"(?:Jr|Sr)\.$", name) and not re.search(r"\b[A-Z]\.$", name):
        last -= 1
    return first, last


@lru_cache(maxsize=4096)
def parsed(name: str) -> tuple[str, str]:
    """(first, last) of a bare name; a single word is a last name."""
    if len(name.split()) == 1:
        return "", name.lower()
    human = HumanName(name)
    last = human.last or human.first
    return (human.first if human.last else "").lower().rstrip("."), last.lower()


def same(a: str, b: str) -> bool:
    """Whether two names of one article are one person: the same last name, and first names that do not differ."""
    (first_a, last_a), (first_b, last_b) = parsed(a), parsed(b)
    if (
        last_a != last_b
        and not (not first_b and last_a.endswith(last_b))
        and not (not first_a and last_b.endswith(last_a))
    ):
        return False
    return (
        not first_a
        or not first_b
        or first_a == first_b
        or (first_a[0] == first_b[0] and min(len(first_a), len(first_b)) == 1)
    )
