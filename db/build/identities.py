"""The rows of identities, with how often each is met in the book of figures."""

from __future__ import annotations

from collections import Counter

from db.build.writer import Writer
from db.comparing.book import Book
from db.comparing.disputes import Dispute
from db.identities import Identities
from db.identities.rows import (
    agency_rows,
    alias_rows,
    join_rows,
    jurisdiction_rows,
    official_rows,
    role_rows,
    statute_rows,
)  # fmt: skip


def write_identities(
    identities: Identities, book: Book, tallies: dict[str, Counter[str]], disputes: list[Dispute], writer: Writer
) -> None:
    """Writes agencies, officials, places, laws, their aliases and joins; `tallies` counts claims by record."""
    figures = Counter(figure.agency for figure in book.figures.values())
    places = Counter(figure.place for figure in book.figures.values())
    disputed = Counter(dispute.lowest.place for dispute in disputes)
    for row in agency_rows(identities):
        record = row["id"]
        counts = {"claims": tallies["agencies"][record], "figures": figures[record]}
        writer.add("agencies", row | counts)
    for row in official_rows(identities):
        writer.add("officials", row | {"claims": tallies["officials"][row["id"]]})
    for row in jurisdiction_rows(identities):
        record = row["id"]
        counts = {
            "claims": tallies["places"][record], "figures": places[record], "disputes": disputed[record],
        }  # fmt: skip
        writer.add("jurisdictions", row | counts)
    writer.add_all("official_roles", role_rows(identities))
    writer.add_all("statutes", statute_rows(identities))
    writer.add_all("aliases", alias_rows(identities))
    writer.add_all("identity_joins", join_rows(identities))
