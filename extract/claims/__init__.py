"""Claims: which numbers count something of the dispute, what, whose, when and where.

`find` reads the claims of a document; `explain` gives every number with its claims or the reason why it is none.
The body is read in order, so that a sentence can lean on those before it; headlines come last and take what they do not
say from the body's claim with the same number.
"""

from __future__ import annotations

from extract.claims.builder import Builder
from extract.claims.candidates import Candidate
from extract.claims.reading import Reading
from extract.model import Claim

OUT = frozenset({"asserted", "projection"})
"""The statuses that go out as claims."""


def find(reading: Reading) -> list[Claim]:
    """The claims of a document in the order of its text."""
    claims = [claim for candidate in explain(reading) for claim in candidate.claims if claim.status in OUT]
    return sorted(claims, key=lambda claim: (claim.value_start, claim.measure))


def explain(reading: Reading) -> list[Candidate]:
    """Every number of the document, in order, with its claims or the reason why it has none."""
    return sorted(Builder(reading).run(), key=lambda candidate: candidate.count.start)
