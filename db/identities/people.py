"""When two names at one agency are one person. Precision first: a false join makes a false dispute.

Names are compared only at the same agency (or an agency and its part). Two full names that stand side by side in one
article are two people, however alike.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from nameparser import HumanName
from nameparser.config import CONSTANTS
from rapidfuzz.distance import JaroWinkler, Levenshtein

from db.identities.vocabulary import role_family, vocabulary

SHORT_NAME = 5
"""Names of fewer letters differ by a letter too easily (John, Joan)."""
LIKE_FIRST = 0.8
"""Jaro-Winkler likeness of first names that copying may blur (Mariellen, Marylene)."""


# Two plain words are first name and surname; only other shapes are worth a parser.
_WORD = re.compile(r"[A-Z][A-Za-z'-]+")
_KNOWN = {*CONSTANTS.titles, *CONSTANTS.suffix_acronyms, *CONSTANTS.suffix_not_acronyms, *CONSTANTS.prefixes}


@dataclass(frozen=True)
class Person:
    """A name as compared: lower case, no accents, no titles."""

    first: str
    middle: str
    last: str

    @property
    def bare(self) -> bool:
        return not self.first


@lru_cache(maxsize=65536)
def person(name: str) -> Person:
    """A name in its parts; a single word is a surname."""
    words = _plain(name).split()
    if len(words) == 2 and all(_WORD.fullmatch(word) for word in words) and not _KNOWN & {w.lower() for w in words}:
        return Person(_letters(words[0]), "", _letters(words[1]))
    parsed = HumanName(_plain(name))
    first, middle, last = (_letters(part) for part in (parsed.first, parsed.middle, parsed.last))
    if not last:
        first, last = "", first or _letters(name)
    return Person(first, middle, last)


def _plain(name: str) -> str:
    decomposed = unicodedata.normalize("NFKD", name)
    return "".join(char for char in decomposed if not unicodedata.combining(char)).replace("’", "'")


def _letters(text: str) -> str:
    return re.sub(r"[^a-z ]", "", text.lower()).strip()


def person_key(name: str) -> str:
    """One spelling for a name that differs in capitals, accents and punctuation only."""
    parts = person(name)
    return " ".join(part for part in (parts.first, parts.middle, parts.last) if part)


@dataclass(frozen=True)
class Likeness:
    """Whether two names are one person, with the reason, and how alike they are (0 to 100)."""

    same: bool
    reason: str
    score: float


def compare(a: str, a_role: str | None, b: str, b_role: str | None) -> Likeness | None:
    """Two names at one agency; None where they are not alike at all."""
    one, two = person(a), person(b)
    score = round(100 * Levenshtein.normalized_similarity(person_key(a), person_key(b)), 1)
    if one.bare or two.bare:
        return None
    if one.last == two.last:
        return _same_surname(one, two, a_role, b_role, score)
    if one.first == two.first:
        return _same_first(one, two, a_role, b_role, score)
    return None


def _same_surname(one: Person, two: Person, a_role: str | None, b_role: str | None, score: float) -> Likeness | None:
    if one.first == two.first:
        if one.middle and two.middle and one.middle[0] != two.middle[0]:
            return Likeness(False, "the middle names differ", score)
        return Likeness(True, "the same name, with and without its middle part", score)
    initials = {len(one.first), len(two.first)} & {1}
    if initials and one.first[0] == two.first[0]:
        return _by_role(a_role, b_role, "an initial for the first name", score)
    formal = vocabulary().formal
    if formal.get(one.first, {one.first}) & formal.get(two.first, {two.first}):
        return Likeness(True, "a short form of the first name", score)
    shorter = min(len(one.first), len(two.first))
    likeness = JaroWinkler.similarity(one.first, two.first)
    if likeness < LIKE_FIRST:
        return None
    if shorter < SHORT_NAME:
        return Likeness(False, "first names too short to be told from another person's", score)
    return _by_role(a_role, b_role, "the same surname, a first name that copying blurred", score)


def _same_first(one: Person, two: Person, a_role: str | None, b_role: str | None, score: float) -> Likeness | None:
    shorter = min(len(one.last), len(two.last))
    distance = Levenshtein.distance(one.last, two.last)
    if distance > (2 if shorter >= 8 else 1):
        return None
    if shorter < SHORT_NAME:
        return Likeness(False, "surnames too short to be told from another person's", score)
    return _by_role(a_role, b_role, "the same first name, a surname that copying blurred", score)


def _by_role(a_role: str | None, b_role: str | None, reason: str, score: float) -> Likeness:
    one, two = role_family(a_role), role_family(b_role)
    if one and two and one == two:
        return Likeness(True, f"{reason}, and the same role ({one})", score)
    told = f"{a_role or 'none given'} and {b_role or 'none given'}"
    return Likeness(False, f"alike ({reason}), but the roles do not tell that they are one: {told}", score)
