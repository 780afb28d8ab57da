"""Which of the parties that a number may belong to it most likely does: additive weights of signs (ranking.yml).

The weights are those of a log-linear model fitted on annotated documents by tests/bench/_claimants.py; a sign that
they do not hold says nothing. Nothing is fitted or learnt while texts are read.
"""

from __future__ import annotations

from functools import cache
from math import exp, log
from pathlib import Path

from extract import vocabulary
from extract.claims.case import Case, Party
from extract.claims.parties import side_of

FILE = Path(__file__).with_name("ranking.yml")
RULES = {
    "possessive": "possessive", "label": "speech", "says": "speech", "beside": "speech", "contrast": "speech",
    "inner": "speech", "alone": "own count", "himself": "own count", "outer": "outer speech",
    "paper": "document", "title": "document", "owns": "document of owner",
    "acts": "agent", "counts": "agent", "besides": "agent", "it": "agent", "before": "carried", "spoke": "carried",
    "goes": "speech",
    "publisher": "publisher", "group": "publisher", "main": "side", "last": "side", "named": "side",
    "heads": "lead-in", "body": "side", "place": "side",
    "home": "side", "subject": "side", "county": "side", "speaks": "speech", "holds": "document",
    "examines": "document",
}  # fmt: skip
"""What a claim calls the kind of source that decided."""


SIDED, UNLIKELY = 0.7, 0.04
"""How much the words around a number count beside the signs, and what the least likely side still has."""


@cache
def weights() -> dict[str, float]:
    """The weight of each sign, in log-odds."""
    return vocabulary.load_weights(FILE)


def score(case: Case, party: Party) -> float:
    """How much speaks for a party."""
    known = weights()
    return sum(known.get(sign, 0.0) for sign in case.signs(party)) + by_side(case, party)


def by_side(case: Case, party: Party) -> float:
    """What the words around the number say for the side of a party, where the sentence does not say itself whose."""
    if not case.sided or case.settled:
        return 0.0
    likely = case.sided.get(side_of(party.name, party.kind), 0.0)
    if any(source.endswith(" on its own") for source in party.sources):
        likely = max(likely, case.sided.get("custody", 0.0))  # "the city complied with two": it holds people itself
    if any(source.startswith("paper") for source in party.sources):
        likely = max(case.sided.values())  # what its document tells of is done by others
    return SIDED * log(likely + UNLIKELY)


def best(case: Case) -> tuple[Party, float] | None:
    """The party that most speaks for and how likely it is the claimant among all, 0 to 1; the first of equals, None
    where there is none."""
    scores = [(party, score(case, party)) for party in case.parties.values()]
    if not scores:
        return None
    party, most = max(scores, key=lambda one: one[1])
    return party, 1 / sum(exp(other - most) for _, other in scores)


def rule(case: Case, party: Party) -> str:
    """The kind of source that speaks most for a party."""
    by_rule: dict[str, float] = {}
    for source in party.sources:
        name = RULES.get(source.split()[0])
        if name is not None:
            alone = score(case, Party(party.name, party.kind, [source]))
            by_rule[name] = max(by_rule.get(name, alone), alone)
    return max(by_rule, key=lambda name: by_rule[name], default="side")
