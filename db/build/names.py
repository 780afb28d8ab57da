"""Names in readings: entered into the registry in the first pass, turned into records in the second."""

from __future__ import annotations

import re
from typing import Any

from db.identities import Identities
from db.identities.people import person, person_key
from db.identities.places import place
from db.identities.registry import Registry, official_id
from db.ids import short_id

Row = dict[str, Any]
_STANDS_FOR = re.compile(r"(?:[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Tt]hat|[Tt]his) [a-z'’ ]+$")
"""A wording that only stands for a name in its place ("the department"): no alias."""

ORGANIZATIONS = ("agency", "organization", "document", "outlet")


def enter_names(registry: Registry, article: Row, claims: list[Row], analysis: Row) -> None:
    """Enters every agency, official, place and law that one article names."""
    registry.start_article()
    at = article.get("published") or article.get("first_seen") or ""
    where = article["id"]
    for claim in claims:
        if claim["claimant"] and claim["claimant_type"] in ORGANIZATIONS:
            registry.agency(claim["claimant"], claim["claimant_type"], where, at)
        if claim["jurisdiction"]:
            registry.jurisdiction(claim["jurisdiction"], where, at)
    for item in analysis.get("absences", ()):
        if item["who"]:
            registry.agency(item["who"], "agency", where, at)
        if item["jurisdiction"]:
            registry.jurisdiction(item["jurisdiction"], where, at)
    for item in analysis.get("officials", ()):
        if item.get("agency"):
            registry.agency(item["agency"], "agency", where, at)
        registry.official(item["name"], item.get("agency"), item.get("role"), item.get("status"), where, at)
    for item in analysis.get("statutes", ()):
        registry.statute(item, where, at)
    for item in analysis.get("mentions", ()):
        if item["kind"] in ORGANIZATIONS:
            record = registry.agency(item["name"], item["kind"], where, at, item.get("jurisdiction"))
            if item["text"] != item["name"] and not _STANDS_FOR.match(item["text"]):
                registry.bases["agency"][record].alias(item["text"], where, item["start"], item["end"])
        elif item["kind"] == "place":
            record = registry.jurisdiction(item["name"], where, at)
            if item["text"] != item["name"]:
                registry.bases["jurisdiction"][record].alias(item["text"], where, item["start"], item["end"])


class Resolver:
    """Names of one build -> ids of the records that stay."""

    def __init__(self, identities: Identities) -> None:
        self._identities = identities
        self._registry = identities.registry
        self._names: dict[str, str] = {}
        self._agencies: dict[str, str | None] = {}
        self._places: dict[str, str] = {}

    def agency(self, name: str | None) -> str | None:
        if not name:
            return None
        if name not in self._agencies:
            base = self._registry.agency_id(name)
            known = base in self._registry.bases["agency"]
            self._agencies[name] = self._identities.final(base) if known else None
        return self._agencies[name]

    def name(self, record: str) -> str:
        if record not in self._names:
            self._names[record] = self._identities.name(record)
        return self._names[record]

    def place(self, name: str | None) -> str | None:
        if not name:
            return None
        if name not in self._places:
            self._places[name] = self._identities.final(short_id("place", place(name).name))
        return self._places[name]

    def statute(self, item: Row) -> str:
        name, where = item.get("canonical") or item["name"], item.get("jurisdiction") or ""
        return self._identities.final(short_id("statute", name.lower(), where.lower()))

    def officials(self, analysis: Row) -> dict[str, str]:
        """The people of one article by name and, where it is one person's only, by surname."""
        found: dict[str, str] = {}
        surnames: dict[str, set[str]] = {}
        for item in analysis.get("officials", ()):
            agency = self._registry.agency_id(item["agency"]) if item.get("agency") else ""
            record = self._identities.final(official_id(item["name"], agency))
            found.setdefault(person_key(item["name"]), record)
            surnames.setdefault(person(item["name"]).last, set()).add(record)
        for surname, records in surnames.items():
            if len(records) == 1:
                found.setdefault(surname, next(iter(records)))
        return found

    def claim(self, claim: Row, people: dict[str, str], employer: dict[str, str]) -> None:
        """Fills in the records of a claim's claimant, speaker and place; `employer` maps officials to agencies."""
        claimant, kind = claim["claimant"], claim["claimant_type"]
        claim["claimant_agency"] = self.agency(claimant) if kind in ORGANIZATIONS else None
        claim["claimant_official"] = people.get(person_key(claimant)) if claimant and kind == "person" else None
        record = claim["claimant_agency"] or claim["claimant_official"]
        if record:
            claim["claimant"] = self.name(record)
        claim["speaks_for"] = employer.get(claim["claimant_official"] or "")
        claim["speaker_official"] = people.get(person_key(claim["speaker"])) if claim["speaker"] else None
        claim["place"] = self.place(claim["jurisdiction"])
        if claim["place"]:
            claim["jurisdiction"] = self.name(claim["place"])
