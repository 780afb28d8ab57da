"""Role phrases: "acting ICE field office director", "BPD spokesperson", "City Councilor" and where they stand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from extract import vocabulary
from extract.agencies import names

SHAPE = {"heads": {str: [str]}, "modifiers": [str], "status": {str: [str]}, "private": [str]}


@cache
def words() -> dict:
    """vocabulary/roles.yml."""
    return vocabulary.load("roles", SHAPE)


class Token(NamedTuple):
    """A word of the text; a tuple, since there is one for each."""

    start: int
    end: int
    text: str
    lower: str
    """Lower case, straight quotes, an abbreviation's full stop kept."""


@dataclass(frozen=True)
class Role:
    """A role phrase: `text[start:end]`; `head` is its noun as the vocabulary has it, `kind` how its agency is found."""

    start: int
    end: int
    text: str
    head: str
    kind: str
    status: str | None
    first: int
    last: int
    """Indices of its first and last token."""


_TOKEN = re.compile(
    r"(?:[Tt]hen|[Ee]x)(?=-[A-Z])|U\.S\.|(?:Govs?|Sgt|Lt|Capt|Sens?|Reps?|Maj|Col|Cmdr|Cpl|Del|Rev|Dr|St|Mr|Ms|Mrs"
    r"|Atty|Det|REP|SEN|GOV|LT|SGT|CAPT|CMDR|DEL)\.(?:\s(?:Gov|Col)\.)?|[^\W\d_]+(?:[’'-][^\W\d_]+)*[’']?"
)


def tokens(text: str) -> list[Token]:
    """The words of the text; "U.S." and titles keep their full stop."""
    return [Token(m.start(), m.end(), m[0], m[0].lower().replace("’", "'")) for m in _TOKEN.finditer(text)]


@cache
def _heads() -> dict[str, str]:
    return {head: kind for kind, heads in words()["heads"].items() for head in heads}


@cache
def _last_words() -> frozenset[str]:
    last = {head.split()[-1] for head in _heads()} | {head for head in _heads() if head.count(".") > 1}
    return frozenset(last | {word + "s" for word in last} | _PLURAL.keys())


@cache
def _modifiers() -> frozenset[str]:
    return frozenset(words()["modifiers"])


@cache
def _agency_words() -> frozenset[str]:
    return frozenset(alias for alias, _ in names.aliases() if " " not in alias)


@cache
def _status() -> dict[str, str]:
    return {word: status for status, wordlist in words()["status"].items() for word in wordlist}


def find(text: str, tokens: list[Token]) -> list[Role]:
    """Every role phrase of the text, the longest at each place."""
    out: list[Role] = []
    for i, token in enumerate(tokens):
        if token.lower not in _last_words():
            continue
        found = _head(text, tokens, i)
        if not found:
            continue
        first, head, kind = found
        first = _widen(text, tokens, first)
        phrase = text[tokens[first].start : token.end]
        if out and out[-1].last >= first:
            if out[-1].last == i - 1 or out[-1].first >= first:
                out.pop()
            else:
                continue
        out.append(Role(tokens[first].start, token.end, phrase, head, kind, status(text, tokens, first, i), first, i))
    return out


def _head(text: str, tokens: list[Token], i: int) -> tuple[int, str, str] | None:
    """The longest head that ends with token `i`: (its first token, head, kind)."""
    for length in (8, 7, 6, 5, 4, 3, 2, 1):
        first = i - length + 1
        if first < 0 or not _adjacent(text, tokens, first, i):
            continue
        phrase = " ".join(token.lower for token in tokens[first : i + 1])
        if tokens[first].text == "under" and tokens[i].text[0].isupper():
            continue  # "the year before, under Sheriff Dale Kirsch": no undersheriff
        if kind := _heads().get(phrase):
            return first, phrase, kind
        for other in (phrase.replace("-elect", ""), _singular(phrase), phrase.replace("'s ", " ")):
            if kind := _heads().get(other):
                return first, other, kind
    return None


_PLURAL = {
    "aldermen": "alderman",
    "alderwomen": "alderwoman",
    "councilmen": "councilman",
    "spokesmen": "spokesman",
    "spokespeople": "spokesperson",
    "reps.": "rep.",
    "sens.": "sen.",
    "govs.": "gov.",
}


def _singular(phrase: str) -> str:
    """ "Councilors" as "councilor", "City Councilors" as "city councilor"; only a plural title before several names
    is used."""
    before, _, last = phrase.rpartition(" ")
    last = _PLURAL.get(last) or (last[:-1] if last.endswith("s") else last)
    return f"{before} {last}".strip()


def _adjacent(text: str, tokens: list[Token], first: int, last: int) -> bool:
    return all(
        text[a.end : b.start] in (" ", "-", "\u00a0")
        for a, b in zip(tokens[first:last], tokens[first + 1 : last + 1], strict=True)
    )


def _widen(text: str, tokens: list[Token], first: int) -> int:
    """The first token of the phrase with its modifiers: known ones, agencies ("ICE", "BPD"), and the place of a police
    department, city or county ("Boston Police Commissioner")."""
    while first > 0 and _adjacent(text, tokens, first - 1, first):
        before, here = tokens[first - 1], tokens[first]
        bare = re.sub(r"'s$", "", before.lower)
        if (
            (
                before.lower in _modifiers()
                or before.text.rstrip("’'") in _agency_words()
                or re.sub(r"[’']s$", "", before.text) in _agency_words()
                or bare in ("ice", "dhs")
            )
            or (re.fullmatch(r"[A-Z]{3,6}", before.text) and before.text not in _NOT_SHORT)
            or (
                here.lower == "district"
                and tokens[first + 1 : first + 2]
                and tokens[first + 1].lower == "attorney"
                and _placelike(before)
            )
            or (
                here.lower
                in (
                    "police",
                    "city",
                    "county",
                    "mayor",
                    "sheriff",
                    "council",
                    "fire",
                    "town",
                    "state",
                    "prisons",
                    "corrections",
                    "field",
                )
                and _placelike(before)
            )
            or (
                here.text[0].isupper()
                and tokens[first + 1 : first + 2]
                and _placelike(before)
                and _placelike(here)
                and tokens[first + 1].lower in ("police", "city", "county", "mayor", "field")
            )
        ):
            first -= 1
        else:
            break
    return first


_NOT_SHORT = frozenset({"THE", "AND", "FOR", "WITH", "FROM", "SAYS", "SAID"})


def _placelike(token: Token) -> bool:
    from extract.places import words as place_words

    return (
        token.text[0].isupper()
        and not token.text.isupper()
        and token.text not in place_words()["not_names"]
        and "'" not in token.lower
    )


def status(text: str, tokens: list[Token], first: int, last: int) -> str | None:
    """`acting`, `interim`, `former`, `incoming`, by the words of the phrase and the one before it."""
    for token in tokens[max(0, first - 1) : last + 1]:
        for part in re.split(r"[-]", token.lower):
            if part in _status() and (token.lower != "late" or token.start >= tokens[first].start):
                return _status()[part]
    return None


@cache
def private() -> re.Pattern[str]:
    """Roles of people who hold no public office."""
    return re.compile(r"\b(?:" + "|".join(re.escape(word) for word in words()["private"]) + r")(?!\w)", re.I)
