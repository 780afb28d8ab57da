"""Agencies, officials, places and laws as records: gathered from all readings, joined by reasons, parted by people.

A record's own id is a hash of its plainest name (for officials with the agency), so it is the same in every build.
Where names are joined, the record seen first gives the id and the wording seen most gives the name; each join keeps its
reason. Decisions of people come before every rule: what they part is never joined, what they join is joined unasked.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from db.identities_people import Likeness, compare, person, person_key
from db.identities_vocabulary import vocabulary
from db.ids import short_id
from db.places import place

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


@dataclass(frozen=True)
class Join:
    """Two records that were taken for one, or kept apart although they are alike."""

    kind: str
    action: str
    record: str
    name: str
    other: str
    other_name: str
    reason: str
    score: float | None = None
    by: str = "rule"
    decision: str | None = None


@dataclass(frozen=True)
class Ruling:
    """A person's decision on two records, by their own ids: `join` or `part`."""

    action: str
    kind: str
    one: str
    other: str
    note: str
    decision: str


def agency_key(name: str) -> str:
    """The plainest spelling of an agency's name: lower case, no punctuation, usual words for usual abbreviations."""
    text = re.sub(r"[^a-z0-9 ]+", " ", name.lower().replace("'", "").replace("’", "").replace(".", " "))
    text = re.sub(r"^\s*the ", "", " ".join(text.split()))
    for written, plain in vocabulary().agency_words.items():
        text = re.sub(rf"\b{written}\b", plain, text)
    return text


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
            found = self._agency_ids[name] = _agency_id(name)
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


_SHERIFF = re.compile(r"(.+) sheriffs office")


def _state(base: Base) -> str | None:
    return place(base.place).state


def local_side(key: str) -> str:
    """"boston police department", "city of boston" and "boston" -> "boston"; "bayard county" -> "bayard"."""
    for ending in sorted(vocabulary().local_agencies, key=len, reverse=True):
        if key.endswith(f" {ending}"):
            key = key.removesuffix(f" {ending}")
            break
    key = re.sub(r"^(?:city|county|town|village|state) of ", "", key)
    return re.sub(r" (?:county|parish|city)$", "", key)


def _agency_id(name: str) -> str:
    return short_id("agency", agency_key(name))


def official_id(name: str, agency_id: str) -> str:
    return short_id("official", person_key(name), agency_id)


class Identities:
    """The records after joining. `final` maps each record's own id to the id of the record that stays."""

    def __init__(self, registry: Registry, rulings: Iterable[Ruling] = ()) -> None:
        self.registry = registry
        self.joins: list[Join] = []
        self._parent: dict[str, str] = {}
        self._sides: dict[str, str] = {}
        self._apart: set[frozenset[str]] = set()
        self._members: dict[str, set[str]] = {}
        self._parts = {_agency_id(part): _agency_id(whole) for part, whole in vocabulary().agency_parts.items()}
        self._bases = {base.id: base for bases in registry.bases.values() for base in bases.values()}
        rulings = list(rulings)
        for ruling in rulings:
            if ruling.action == "part":
                self._part(ruling)
        for ruling in rulings:
            if ruling.action == "join":
                self._join(ruling.one, ruling.other, ruling.note or "a person decided so", None, ruling.decision)
        self._join_sheriffs()
        self._join_people()

    def final(self, base_id: str) -> str:
        """The id of the record that a name's own record went into (itself, where it was not joined)."""
        while (up := self._parent.get(base_id, base_id)) != base_id:
            base_id = up
        return base_id

    def name(self, record_id: str) -> str:
        """The wording seen most often; of two equally frequent ones the longer, then the first in the alphabet."""
        names: Counter[str] = Counter()
        for member in self.members(record_id):
            names.update(member.names)
        return min(names, key=lambda name: (-names[name], -len(name), name))

    def members(self, record_id: str) -> list[Base]:
        ids = self._members.get(record_id, {record_id})
        return sorted((self._bases[i] for i in ids), key=lambda base: (base.first_seen, base.id))

    def records(self, kind: str) -> list[str]:
        """Ids of the records that stay, in the order in which they were first seen."""
        bases = self.registry.bases[kind].values()
        return [base.id for base in sorted(bases, key=lambda b: (b.first_seen, b.id)) if self.final(base.id) == base.id]

    def _part(self, ruling: Ruling) -> None:
        self._apart.add(frozenset((ruling.one, ruling.other)))
        one, other = self._bases[ruling.one], self._bases[ruling.other]
        reason = ruling.note or "a person decided so"
        self.joins.append(
            Join(ruling.kind, "parted", one.id, one.name, other.id, other.name, reason, None, "decision",
                 ruling.decision)
        )  # fmt: skip

    def _join(self, one: str, other: str, reason: str, score: float | None, decision: str | None = None) -> bool:
        """Joins two records unless someone keeps any of their members apart; the one seen first stays."""
        a, b = self.final(one), self.final(other)
        if a == b:
            return False
        members = self._members.get(a, {a}), self._members.get(b, {b})
        if any(frozenset((x, y)) in self._apart for x in members[0] for y in members[1]):
            return False
        keep, lose = sorted((a, b), key=lambda i: (self._bases[i].first_seen, i))
        self._parent[lose] = keep
        self._members[keep] = members[0] | members[1]
        self._members.pop(lose, None)
        first, second = (one, other) if self._bases[one].first_seen <= self._bases[other].first_seen else (other, one)
        self.joins.append(
            Join(self._bases[keep].kind, "joined", keep, self._bases[first].name, second, self._bases[second].name,
                 reason, score, "decision" if decision else "rule", decision)
        )  # fmt: skip
        return True

    def _keep_apart(self, one: Base, other: Base, reason: str, score: float | None) -> None:
        self._apart.add(frozenset((one.id, other.id)))
        self.joins.append(
            Join("official", "parted", self.final(one.id), one.name, other.id, other.name, reason, score)
        )

    def _join_sheriffs(self) -> None:
        """"San Diego Sheriff's Office" is that of San Diego County: there is one sheriff a county."""
        agencies = self.registry.bases["agency"]
        for base in list(agencies.values()):
            town = _SHERIFF.fullmatch(base.key)
            if town and not town[1].endswith("county"):
                county = agencies.get(short_id("agency", f"{town[1]} county sheriffs office"))
                if county and (not county.place or not base.place or _state(county) == _state(base)):
                    self._join(county.id, base.id, "one sheriff a county", None)

    # People ---------------------------------------------------------------------------------------------------------

    def _join_people(self) -> None:
        officials = list(self.registry.bases["official"].values())
        by_agency: dict[str, list[Base]] = {}
        for base in officials:
            by_agency.setdefault(self.house(base.agency), []).append(base)
        for house, people in by_agency.items():
            if house:
                self._join_alike(people)
                self._join_surnames(people)
        self._join_without_agency(by_agency.get("", []), officials)
        self._note_namesakes(officials)

    def house(self, agency_id: str) -> str:
        """The agency at the top of what an agency is part of: people of ICE and of its field office are compared."""
        if not agency_id:
            return ""
        seen = self.final(agency_id)
        while seen in self._parts:
            seen = self._parts[seen]
        return seen

    def side(self, agency_id: str) -> str:
        """Whose side an agency is on: that of the agency it is part of, or of its town, county or state.

        A county and its sheriff do not contradict each other within one account: it gives parts of one count.
        """
        if agency_id not in self._sides:
            house = self.house(agency_id)
            base = self._bases.get(house)
            self._sides[agency_id] = local_side(base.key) if base else house
        return self._sides[agency_id]

    def _join_alike(self, people: list[Base]) -> None:
        blocks: dict[str, list[Base]] = {}
        for base in people:
            parts = person(base.name)
            for key in {f"last {parts.last}", f"first {parts.first}"}:
                blocks.setdefault(key, []).append(base)
        done: set[frozenset[str]] = set()
        for block in blocks.values():
            for i, one in enumerate(block):
                for other in block[i + 1 :]:
                    pair = frozenset((one.id, other.id))
                    if pair not in done and pair not in self._apart:
                        done.add(pair)
                        self._judge(one, other)

    def _judge(self, one: Base, other: Base) -> None:
        if one.key == other.key:
            self._join(one.id, other.id, "the same name at an agency and at its part", 100.0)
            return
        alike: Likeness | None = compare(one.name, one.role, other.name, other.role)
        if alike is None:
            return
        if alike.same and one.articles & other.articles and not _shortened(one.key, other.key):
            self._keep_apart(one, other, "both names stand in one article", alike.score)
        elif alike.same:
            self._join(one.id, other.id, alike.reason, alike.score)
        else:
            self._keep_apart(one, other, alike.reason, alike.score)

    def _join_surnames(self, people: list[Base]) -> None:
        """A bare surname is the one person of that surname at the agency; where there are two, it is nobody's."""
        for base in people:
            if not person(base.name).bare:
                continue
            last = person(base.name).last
            full = {self.final(p.id) for p in people if not person(p.name).bare and person(p.name).last == last}
            if len(full) == 1:
                self._join(full.pop(), base.id, "the only person of that surname at the agency", None)

    def _join_without_agency(self, homeless: list[Base], officials: list[Base]) -> None:
        """A name without an agency joins its namesake only where both stand in one article."""
        for base in homeless:
            same = [o for o in officials if o.agency and o.key == base.key and o.articles & base.articles]
            if len({self.final(o.id) for o in same}) == 1:
                self._join(same[0].id, base.id, "the same name in the same article, once without the agency", 100.0)

    def _note_namesakes(self, officials: list[Base]) -> None:
        by_key: dict[str, list[Base]] = {}
        for base in officials:
            by_key.setdefault(base.key, []).append(base)
        for people in by_key.values():
            records = list(dict.fromkeys(self.final(base.id) for base in people))
            for other in records[1:]:
                if frozenset((records[0], other)) not in self._apart:
                    self._keep_apart(self._bases[records[0]], self._bases[other], "one name at two agencies", 100.0)


def _shortened(one: str, other: str) -> bool:
    """"maria lopez" and "maria c lopez": one article may well use both for one person."""
    a, b = one.split(), other.split()
    return set(a) <= set(b) or set(b) <= set(a)
