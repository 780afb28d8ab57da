"""Agencies, officials, places and laws as records: gathered from all readings, joined by reasons, parted by people.

A record's own id is a hash of its plainest name (for officials with the agency), so it is the same in every build.
Where names are joined, the record seen first gives the id and the wording seen most gives the name; each join keeps its
reason. Decisions of people come before every rule: what they part is never joined, what they join is joined unasked.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from db.identities.people import Likeness, compare, person
from db.identities.places import place
from db.identities.registry import Base, Registry, agency_record
from db.identities.vocabulary import vocabulary
from db.ids import short_id


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


class Identities:
    """The records after joining. `final` maps each record's own id to the id of the record that stays."""

    def __init__(self, registry: Registry, rulings: Iterable[Ruling] = ()) -> None:
        self.registry = registry
        self.joins: list[Join] = []
        self._parent: dict[str, str] = {}
        self._sides: dict[str, str] = {}
        self._apart: set[frozenset[str]] = set()
        self._members: dict[str, set[str]] = {}
        self._parts = {agency_record(part): agency_record(whole) for part, whole in vocabulary().agency_parts.items()}
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
