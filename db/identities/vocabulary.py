"""The vocabulary of identities, checked on load: spellings, parts of agencies, titles, nicknames, names of places."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from common.checked_yaml import Key, Shape, read

FILE = Path(__file__).with_name("vocabulary.yml")
_LISTS = ("agency_words", "agency_parts", "role_families", "nicknames", "places")
_SHAPE = Shape(
    {name: Key(dict, required=True) for name in _LISTS} | {"local_agencies": Key(list, required=True)},
    name="the vocabulary of identities",
)


@dataclass(frozen=True)
class Vocabulary:
    """`formal` maps a lower-case nickname to the names it may stand for."""

    agency_words: dict[str, str]
    agency_parts: dict[str, str]
    local_agencies: list[str]
    role_families: dict[str, list[str]]
    formal: dict[str, set[str]]
    places: dict[str, str]


@cache
def vocabulary(path: Path = FILE) -> Vocabulary:
    """BadInput names file, line and key of what is wrong."""
    data = _SHAPE.check(read(path), path)
    for name in ("agency_words", "agency_parts", "places"):
        Shape({key: Key(str) for key in data[name]}, name=name).check(data[name], path)
    for name in ("role_families", "nicknames"):
        Shape({key: Key(list) for key in data[name]}, name=name).check(data[name], path)
    formal: dict[str, set[str]] = {}
    for full, short in data["nicknames"].items():
        for name in [full, *short]:
            formal.setdefault(name.lower(), set()).add(full.lower())
    places = {key.lower(): value for key, value in data["places"].items()}
    return Vocabulary(
        dict(data["agency_words"]), dict(data["agency_parts"]), list(data["local_agencies"]),
        dict(data["role_families"]), formal, places
    )


def role_family(role: str | None) -> str | None:
    """The title in its plainest form: spokeswoman and spokesman are one; None where no title is known."""
    if not role:
        return None
    lower = role.lower()
    for family, words in vocabulary().role_families.items():
        if any(word in lower for word in words):
            return family
    return lower
