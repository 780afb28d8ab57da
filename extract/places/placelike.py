"""Whether a capitalised name is a place, and not a person, a body or another word."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from extract.places.names import (
    STATES,
    common_word,
    known_cities,
    not_names,
    strip_lead,
    title_case,
    words,
)


@lru_cache(maxsize=8)
def persons_of(text: str) -> frozenset[str]:
    """The last names of who speaks, who holds an office, who wrote."""
    found = [name for match in _PERSON.finditer(text) for name in match.groups() if name]
    for line in _BYLINE.finditer(text):
        found += [title_case(name) if name.isupper() else name for name in _LAST_NAMES.findall(line[1])]
    return frozenset(found)


_ROLE = r"(?:[Ss]heriff|Chief|Mayor|Gov\.|Governor|Commissioner|Director|Judge|President|Councilor|man|woman)"
_SPEAKS = (
    r"(?:said|says|told|wrote|writes|asked|added|argued|testified|called|recalled|acknowledged|declined to|contributed"
    r"|reported from|has covered|covers|(?:can|may) be reached)\b"
)
_PERSON = re.compile(
    rf"\b([A-Z][\w-]+),? {_SPEAKS}|\b(?:said|says|asked) (?:[A-Z]\w+ )?([A-Z][\w-]+)\b"
    rf"|{_ROLE} (?:[A-Z][\w.]+ )?([A-Z][\w-]+)\b(?! [Cc]ount)"
    rf"|\b{_ROLE}, [A-Z][\w.]+ (?:[A-Z]\. )?([A-Z][\w-]+),"
)
"""The last names of persons: who speaks, who holds an office."""
_BYLINE = re.compile(r"^(?:[Bb]y|BY|Words by|Story by) ([A-Z][^\n]{3,90})$", re.M)
_LAST_NAMES = re.compile(r"[A-Z][\w.-]+ (?:[A-Z][\w.-]+ )?([A-Z][\w-]+)")
_RANKS = r"(?:Mr|Ms|Mrs|Dr|Gov|Sgt|Lt|Capt|Rep|Sen|Col|Maj|Cpl)\."
_RANK = re.compile(_RANKS)
_BEFORE = re.compile(rf"(?:[A-Z][a-zé’'-]+|[A-Z]\.|{_RANKS}) $")


def _ends_no_place(parts: list[str]) -> bool:
    return parts[-1] in other_words() and not (parts[-1] == "City" and len(parts) > 1)


_OPENS = re.compile(r"[.!?:”\"*\n][\s*“\"‘(•-]*\Z")


def _opens(text: str, at: int) -> bool:
    """Whether a word is the first of its sentence."""
    return at == 0 or _OPENS.search(text[max(0, at - 5) : at]) is not None


def placelike(name: str, text: str, persons: frozenset[str]) -> bool:
    parts = name.split()
    if name in STATES or name in words()["regions"]:
        return False
    if name in other_words() or parts[0] in other_words() or _ends_no_place(parts):
        return False
    if name in known_cities():
        return not of_persons(name, text, persons)
    if len(parts) == 1 and common_word(name) and all(_opens(text, at) for at in places_of(name, text)):
        return False
    if parts[-1] in persons or (len(parts) == 1 and places_of(name.lower(), text)):
        return False
    # A name that somewhere stands behind another name or a title is a person's or a body's.
    for at in places_of(name, text):
        beside = _BEFORE.search(text[max(0, at - 24) : at])
        if beside and not text.startswith((" Count", " count"), at + len(name)):
            return not _RANK.match(beside[0]) and strip_lead(beside[0] + name) == name
    return True


def places_of(name: str, text: str) -> list[int]:
    """Where a name stands as a whole."""
    out, at = [], text.find(name)
    while at >= 0:
        end = at + len(name)
        if not (at and _joined(text[at - 1])) and not (end < len(text) and _joined(text[end])):
            out.append(at)
        at = text.find(name, end)
    return out


_PLACED = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Oo]f|[Tt]o|[Ff]rom|[Nn]ear|[Oo]utside|[Dd]owntown|[Aa]round|[Aa]cross|[Nn]earby|and|or)"
    r"(?: [a-z]+)? $"
)
_PLACE_AFTER = re.compile(
    r"(?:[’']s?)? (?:[Pp]olice|[Cc]ity|[Cc]ouncil|[Jj]ails?|[Cc]ount|[Mm]ayor|[Oo]ffic)|,? \(|, [A-Z]"
)


def of_persons(name: str, text: str, persons: frozenset[str]) -> bool:
    """Whether the name of a well-known city is a person's in a text: "By Fiona Houston", "Mayor Austin Reyes"."""
    if " " in name:
        return False
    found = places_of(name, text)
    return bool(found) and all(_of_person(name, at, text, persons) for at in found)


def _of_person(name: str, at: int, text: str, persons: frozenset[str]) -> bool:
    if _SURNAME.match(text, at + len(name)):
        return text[at + len(name) :].split(maxsplit=1)[0].rstrip(".,;:’'”\"") in persons
    first = _BEFORE.search(text[max(0, at - 24) : at])
    named = first is not None and strip_lead(first[0]) != ""
    return name in persons and (
        named or not (_PLACED.search(text[max(0, at - 24) : at]) or _PLACE_AFTER.match(text, at + len(name)))
    )


_SURNAME = re.compile(r" [A-Z][\w’'-]+")


def _joined(letter: str) -> bool:
    return letter.isalnum() or letter in "-_"


def no_place(word: str) -> bool:
    """Whether a capitalised word stands where a place could and is none ("Probation", "Tuesday")."""
    return word in other_words() or word in not_names()


@cache
def other_words() -> frozenset[str]:
    return frozenset(words()["not_places"])
