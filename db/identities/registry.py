"""Names as readings give them, gathered by record before anything is joined."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from db.identities.people import person_key
from db.identities.places import place
from db.identities.vocabulary import vocabulary
from db.ids import short_id

KINDS = ("agency", "official", "jurisdiction", "statute")


@dataclass
class Seen:
    """A wording, and where it was first seen."""

    times: int = 0
    article: str | None = None
    start: int | None = None
    end: int | None = None


@dataclass
class Base:
    """A record before any joining."""

    id: str
    kind: str
    name: str
    key: str
    agency: str = ""
    """For officials: the id of the agency's record, or "" where the text names none."""
    place: str = ""
    names: Counter[str] = field(default_factory=Counter)
    first_article: dict[str, str] = field(default_factory=dict)
    aliases: dict[str, Seen] = field(default_factory=dict)
    kinds: Counter[str] = field(default_factory=Counter)
    articles: set[int] = field(default_factory=set)
    roles: dict[tuple[str | None, str | None], list[Any]] = field(default_factory=dict)
    """(role, status) -> [times, first article, first seen, last seen]."""
    citations: Counter[str] = field(default_factory=Counter)
    first_seen: str = "9999"
    last_seen: str = ""

    def see(self, name: str, article: str, number: int, at: str) -> None:
        self.names[name] += 1
        self.first_article.setdefault(name, article)
        self.articles.add(number)
        self.first_seen, self.last_seen = min(self.first_seen, at), max(self.last_seen, at)

    def alias(self, text: str, article: str, start: int | None, end: int | None) -> None:
        seen = self.aliases.setdefault(text, Seen(0, article, start, end))
        seen.times += 1

    @property
    def role(self) -> str | None:
        """The role seen last."""
        known = [(entry[3], role) for (role, _), entry in self.roles.items() if role]
        return max(known)[1] if known else None


def agency_key(name: str) -> str:
    """The plainest spelling of an agency's name: lower case, no punctuation, usual words for usual abbreviations."""
    text = re.sub(r"[^a-z0-9 ]+", " ", name.lower().replace("'", "").replace("’", "").replace(".", " "))
    text = re.sub(r"^\s*the ", "", " ".join(text.split()))
    for written, plain in vocabulary().agency_words.items():
        text = re.sub(rf"\b{written}\b", plain, text)
    return text


def agency_record(name: str) -> str:
    return short_id("agency", agency_key(name))


def official_id(name: str, agency_id: str) -> str:
    return short_id("official", person_key(name), agency_id)


class Registry:
    """Every name of every reading, by kind, before joining."""

    def __init__(self) -> None:
        self.bases: dict[str, dict[str, Base]] = {kind: {} for kind in KINDS}
        self._agency_ids: dict[str, str] = {}
        self._number = 0

    def start_article(self) -> int:
        self._number += 1
        return self._number

    def agency(self, name: str, kind: str | None, article: str, at: str, where: str | None = None) -> str:
        base_id = self.agency_id(name)
        base = self.bases["agency"].get(base_id)
        if base is None:
            base = self.bases["agency"][base_id] = Base(base_id, "agency", name, agency_key(name))
        base.see(name, article, self._number, at)
        base.kinds[kind or "agency"] += 1
        base.place = base.place or where or ""
        return base_id

    def official_table(self, claimant: str | None, where: str) -> None:
        """Enters the names of a row of official data: records that no article need name."""
        if claimant:
            base_id = self.agency_id(claimant)
            base = Base(base_id, "agency", claimant, agency_key(claimant), kinds=Counter({"agency": 1}))
            self.bases["agency"].setdefault(base_id, base).names[claimant] += 0
        name = place(where).name
        base_id = short_id("place", name)
        self.bases["jurisdiction"].setdefault(base_id, Base(base_id, "jurisdiction", name, name)).names[name] += 0

    def agency_id(self, name: str) -> str:
        found = self._agency_ids.get(name)
        if found is None:
            found = self._agency_ids[name] = agency_record(name)
        return found

    def official(
        self, name: str, agency: str | None, role: str | None, status: str | None, article: str, at: str
    ) -> str:
        agency_id = self.agency_id(agency) if agency else ""
        base_id = official_id(name, agency_id)
        base = self.bases["official"].get(base_id)
        if base is None:
            base = self.bases["official"][base_id] = Base(base_id, "official", name, person_key(name), agency_id)
        base.see(name, article, self._number, at)
        entry = base.roles.setdefault((role, status), [0, article, at, at])
        entry[0] += 1
        entry[2], entry[3] = min(entry[2], at), max(entry[3], at)
        return base_id

    def jurisdiction(self, name: str, article: str, at: str) -> str:
        record = place(name)
        base_id = short_id("place", record.name)
        base = self.bases["jurisdiction"].get(base_id)
        if base is None:
            base = self.bases["jurisdiction"][base_id] = Base(base_id, "jurisdiction", record.name, record.name)
        base.see(record.name, article, self._number, at)
        if name != record.name:
            base.alias(name, article, None, None)
        return base_id

    def statute(self, item: dict[str, Any], article: str, at: str) -> str:
        name, where = item.get("canonical") or item["name"], item.get("jurisdiction") or ""
        base_id = short_id("statute", name.lower(), where.lower())
        base = self.bases["statute"].get(base_id)
        if base is None:
            base = self.bases["statute"][base_id] = Base(base_id, "statute", name, name.lower(), place=where)
        base.see(name, article, self._number, at)
        base.kinds[item.get("kind") or "statute"] += 1
        if item.get("citation"):
            base.citations[item["citation"]] += 1
        if item.get("text") and item["text"] != name:
            base.alias(item["text"], article, item.get("start"), item.get("end"))
        return base_id
