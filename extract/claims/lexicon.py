"""The words of the dispute (lexicon.yml): which verb or noun counts what."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

from extract import vocabulary

FILE = Path(__file__).with_name("lexicon.yml")
SHAPE: dict[str, Any] = {
    "verbs": {str: {"strong": [str], "weak": [str]}},
    "counts_its_subject": [str], "turns_over": [str], "implying": [str], "delaying": [str], "stays": [str],
    "nouns": {str: [str]},
    "nominals": {str: [str]}, "counted": {str: [str]},
    "topic": [str],
    "messages": [str], "lists": [str], "other_requests": [str], "active": [str], "foreign": [str], "spun": [str],
    "unanswered": [str], "portraying": [str], "portraits": [str],
}  # fmt: skip


@dataclass(frozen=True)
class Entry:
    """One verb or phrase: `rest` are the words that must follow the verb."""

    action: str
    weak: bool
    rest: tuple[str, ...]


@cache
def data() -> dict[str, Any]:
    return vocabulary.load_file(FILE, SHAPE)


@cache
def verbs() -> dict[str, list[Entry]]:
    """Entries by the lemma of their verb, longest phrase first; "go in|into bin" is two."""
    out: dict[str, list[Entry]] = {}
    for action, lists in data()["verbs"].items():
        for strength, phrases in lists.items():
            for phrase in phrases:
                for verb, *rest in product(*(word.split("|") for word in phrase.split())):
                    out.setdefault(verb, []).append(Entry(action, strength == "weak", tuple(rest)))
    for entries in out.values():
        entries.sort(key=lambda entry: (-len(entry.rest), entry.weak))
    return out


@cache
def words(section: str) -> frozenset[str]:
    """A flat section as a set."""
    return frozenset(data()[section])


@cache
def noun_measures() -> dict[str, str]:
    """Measure by noun, for the nouns that name one."""
    return {noun: measure for measure, nouns in data()["nouns"].items() for noun in nouns}


@cache
def nominals() -> dict[str, str]:
    """Measure by noun, for the nouns of what is done with the requests that they govern."""
    return {noun: measure for measure, nouns in data()["nominals"].items() for noun in nouns}


@cache
def kinds() -> dict[str, str]:
    """Kind of counted thing by noun lemma."""
    return {noun: kind for kind, nouns in data()["counted"].items() for noun in nouns}
