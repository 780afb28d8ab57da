"""The rows of the identity tables: records, roles, aliases, joins."""

from __future__ import annotations

from typing import Any

from db.identities.places import place
from db.identities.records import Identities, Join
from db.identities.registry import Base
from db.ids import short_id

Row = dict[str, Any]
_KIND_COLUMN = {"agency": "agency", "official": "official", "jurisdiction": "jurisdiction", "statute": "statute"}


def agency_rows(identities: Identities) -> list[Row]:
    rows = []
    for record in identities.records("agency"):
        members = identities.members(record)
        kinds = sum((member.kinds for member in members[1:]), members[0].kinds.copy())
        rows.append({
            "id": record, "name": identities.name(record), "kind": kinds.most_common(1)[0][0],
            "jurisdiction": next((m.place for m in members if m.place), None),
            "articles": _articles(members), "first_seen": _seen(members[0].first_seen),
        })  # fmt: skip
    return rows


def official_rows(identities: Identities) -> list[Row]:
    rows = []
    for record in identities.records("official"):
        members = identities.members(record)
        latest = max(members, key=lambda m: (m.last_seen, m.id))
        home = latest.agency or next((m.agency for m in members if m.agency), "")
        rows.append({
            "id": record, "name": identities.name(record),
            "role": latest.role or next((m.role for m in members if m.role), None),
            "agency": identities.final(home) if home else None, "articles": _articles(members),
            "first_seen": members[0].first_seen, "last_seen": max(m.last_seen for m in members),
        })  # fmt: skip
    return rows


def role_rows(identities: Identities) -> list[Row]:
    rows: dict[str, Row] = {}
    for record in identities.records("official"):
        for member in identities.members(record):
            agency = identities.final(member.agency) if member.agency else None
            for (role, status), (times, article, first, last) in member.roles.items():
                row_id = short_id("role", record, role, agency, status)
                known = rows.get(row_id)
                if known:
                    known["times"] += times
                    known["first_seen"] = min(known["first_seen"], first)
                    known["last_seen"] = max(known["last_seen"], last)
                    continue
                rows[row_id] = {
                    "id": row_id, "official": record, "role": role, "agency": agency,
                    "agency_text": identities.name(agency) if agency else None, "status": status,
                    "article": article, "times": times, "first_seen": first, "last_seen": last,
                }  # fmt: skip
    return list(rows.values())


def jurisdiction_rows(identities: Identities) -> list[Row]:
    rows = []
    for record in identities.records("jurisdiction"):
        known = place(identities.members(record)[0].name)
        rows.append({"id": record, "name": identities.name(record), "level": known.level, "state": known.state})
    return rows


def statute_rows(identities: Identities) -> list[Row]:
    rows = []
    for record in identities.records("statute"):
        members = identities.members(record)
        kinds = sum((m.kinds for m in members[1:]), members[0].kinds.copy())
        citations = sum((m.citations for m in members[1:]), members[0].citations.copy())
        rows.append({
            "id": record, "name": identities.name(record), "kind": kinds.most_common(1)[0][0],
            "citation": citations.most_common(1)[0][0] if citations else None,
            "jurisdiction": next((m.place for m in members if m.place), None),
            "articles": _articles(members), "first_seen": members[0].first_seen,
        })  # fmt: skip
    return rows


def alias_rows(identities: Identities) -> list[Row]:
    """Every wording but the record's own name, with the place where it was first seen."""
    rows: dict[str, Row] = {}
    for kind, column in _KIND_COLUMN.items():
        for record in identities.records(kind):
            own = identities.name(record)
            for member in identities.members(record):
                for alias, times, article, start, end in _wordings(member, own):
                    row_id = short_id("alias", record, alias)
                    if row_id in rows:
                        rows[row_id]["times"] += times
                    else:
                        rows[row_id] = {
                            "id": row_id, "kind": kind, column: record, "alias": alias, "times": times,
                            "article": article, "start": start, "end": end,
                        }  # fmt: skip
    return list(rows.values())


def _wordings(member: Base, own: str) -> list[tuple[str, int, str | None, int | None, int | None]]:
    found = [(text, s.times, s.article, s.start, s.end) for text, s in member.aliases.items() if text != own]
    names = [
        (name, times, member.first_article.get(name), None, None) for name, times in member.names.items() if name != own
    ]
    return [*found, *[entry for entry in names if entry[0] not in member.aliases]]


def join_rows(identities: Identities) -> list[Row]:
    rows: dict[str, Row] = {}
    for join in identities.joins:
        row = {name: getattr(join, name) for name in Join.__dataclass_fields__}
        row["record"] = identities.final(join.record)
        row["id"] = short_id("join", join.kind, join.action, *sorted((join.record, join.other)))
        rows.setdefault(row["id"], row)
    for base in identities.registry.bases["agency"].values():
        first, *others = base.names
        for other in others:  # one record from the start, since the names are one but for their spelling
            row_id = short_id("join", "agency", "spelling", base.id, other)
            rows[row_id] = {
                "id": row_id, "kind": "agency", "action": "joined", "record": identities.final(base.id),
                "name": first, "other": base.id, "other_name": other, "reason": "one name in two spellings",
                "by": "rule",
            }  # fmt: skip
    return list(rows.values())


def _seen(at: str) -> str | None:
    """None for a record that only official data name."""
    return at if at != "9999" else None


def _articles(members: list[Base]) -> int:
    return len(set().union(*(member.articles for member in members)))
