"""Whose a state's document is: "the state's list", "a state tracker", "the statewide database"."""

from __future__ import annotations

import re

from spacy.tokens import Token

from extract.claims import bodies, offices
from extract.claims.parties import side
from extract.claims.reading import Reading

STATEWIDE = frozenset({"state", "statewide", "commonwealth"})
"""Words by which a document is a state's."""
OF_STATE = re.compile(r"\b(?:[Ss]tate|[Cc]ommonwealth)(?:[’']s)? $")
"""Before a body that a text lays to its state without its name: "the state's Division of Criminal Records"."""
NO_KEEPER = re.compile(
    r"\b(?:Police|University|College|Senate|House|Assembly|Legislature|Court|Association|State of)\b"
)
"""Bodies of a state that keep no lists of what jails do."""


def is_one(noun: Token) -> bool:
    """Whether a document is laid to a state and to nobody else."""
    return any(child.lower_ in STATEWIDE for child in noun.lefts if child.dep_ in {"poss", "compound", "nmod", "amod"})


def owner(reading: Reading, at: int) -> str | None:
    """The one agency of the state that a text speaks of; of several, none."""
    called = [
        body.name
        for body in bodies.named(reading, 0, len(reading.text))
        if body.kind == "agency" and OF_STATE.search(reading.text[max(0, body.start - 16) : body.start])
    ]
    state = offices.state_of(reading)
    if not called and state is not None:
        named = (str(m.name) for m in reading.agencies if m.name.startswith(f"{state} "))
        called = [name for name in named if not NO_KEEPER.search(name) and side(name) in {"civil", "custody"}]
    return called[-1] if len(set(called)) == 1 else None
