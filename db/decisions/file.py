"""What people decided: claims confirmed, rejected or corrected, records joined or parted. A file for version control.

    decisions:
      - action: confirm                 # or reject
        claim: dkpbmeajfhclno
        by: A. Editor
        date: 2025-02-01
        note: read against the letter
      - action: correct
        claim: gnfkcamoehbijd
        set: {value: 16, period_start: "2024-01-01"}
      - action: join                    # or part
        kind: official                  # agency, official, jurisdiction, statute
        records: [clbmihakdpeofj, oajpfndkbglehc]

The whole file is checked before anything is applied: a record that never existed, or two decisions that contradict each
other, are named by file and line, and nothing is built.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from math import isfinite
from pathlib import Path
from typing import Any

import yaml

from common.checked_yaml import Key, Located, Shape, read
from common.errors import BadInput
from db.comparing.rules import rules
from db.identities import Ruling
from db.identities.registry import KINDS, Registry
from db.ids import short_id

REVIEWS = ("confirm", "reject", "correct")
MERGES = ("join", "part")
NUMBER, TEXT = (int, float, type(None)), (str, type(None))


def _no_count(value: float | None) -> str | None:
    """What is wrong with a number as a count."""
    if value is None or (isfinite(value) and value >= 0):
        return None
    return f"{value} is no count; write a number from 0 on"


CORRECTABLE: dict[str, Key] = {
    "value": Key((int, float), check=_no_count), "value_max": Key(NUMBER, check=_no_count),
    "counted": Key(TEXT), "claimant": Key(TEXT),
    "speaker": Key(TEXT), "jurisdiction": Key(TEXT), "period_start": Key((str, date, type(None))),
    "period_end": Key((str, date, type(None))), "unit": Key(choices=("count", "percent")),
    "comparator": Key(choices=("=", "~", ">", ">=", "<", "<=", "range")),
    "claimant_type": Key(choices=("agency", "organization", "person", "document", "outlet")),
    "measure": Key(choices=tuple(rules().family_of)), "status": Key(choices=("asserted", "projection")),
}  # fmt: skip
_COMMON = {
    "action": Key(required=True, choices=REVIEWS + MERGES), "by": Key(), "date": Key((str, date)), "note": Key(),
}  # fmt: skip
_REVIEW = Shape(_COMMON | {"claim": Key(required=True), "set": Key(dict), "extractor": Key()}, name="a review")
_MERGE = Shape(
    _COMMON | {"kind": Key(required=True, choices=KINDS), "records": Key(list, required=True)}, name="a join or part"
)


@dataclass(frozen=True)
class Decision:
    """One entry of the file. `subject` and `other` are ids, or names as the file gives them until they are resolved."""

    action: str
    kind: str
    subject: str
    other: str | None
    changes: dict[str, Any]
    by: str | None
    on: str | None
    note: str | None
    extractor: str | None
    where: str
    """File and line, for messages."""

    @property
    def id(self) -> str:
        return short_id("decision", self.action, self.kind, self.subject, self.other, json.dumps(self.changes))


@dataclass
class Decisions:
    """All decisions of a file, checked against each other."""

    entries: list[Decision] = field(default_factory=list)

    @property
    def reviews(self) -> dict[str, Decision]:
        """Reviews by claim."""
        return {entry.subject: entry for entry in self.entries if entry.action in REVIEWS}

    @property
    def merges(self) -> list[Decision]:
        return [entry for entry in self.entries if entry.action in MERGES]

    def rulings(self, registry: Registry) -> list[Ruling]:
        """Joins and parts by record id. BadInput names a record that does not exist, or a contradiction among them."""
        found = []
        for entry in self.merges:
            one = _record(registry, entry, entry.subject)
            other = _record(registry, entry, entry.other or "")
            if one == other:
                raise BadInput(f"{entry.where}: both records of this {entry.action} are one already; take it out")
            found.append(Ruling(entry.action, entry.kind, one, other, entry.note or "", entry.id))
        self._check_merges(found)
        return found

    def check_claims(self, known: Iterable[str]) -> None:
        """BadInput where a review names a claim that was never published."""
        known = set(known)
        for entry in self.entries:
            if entry.action in REVIEWS and entry.subject not in known:
                raise BadInput(f"{entry.where}: there is no claim '{entry.subject}'; take its id from the claim's page")

    def _check_merges(self, rulings: list[Ruling]) -> None:
        """Joins make groups; a part within a group contradicts them."""
        where = {entry.id: entry.where for entry in self.merges}
        group: dict[str, str] = {}

        def root(record: str) -> str:
            while group.setdefault(record, record) != record:
                record = group[record]
            return record

        for ruling in rulings:
            if ruling.action == "join":
                group[root(ruling.one)] = root(ruling.other)
        for ruling in rulings:
            if ruling.action == "part" and root(ruling.one) == root(ruling.other):
                raise BadInput(
                    f"{where[ruling.decision]}: these two are parted here and joined by another decision; keep one"
                )


def load(path: Path) -> Decisions:
    """The decisions of a file. BadInput names file, line and what is wrong."""
    data = read(path)
    if data is None:
        return Decisions()
    Shape({"decisions": Key((list, type(None)), required=True)}, name="the file of decisions").check(data, path)
    entries = [_entry(item, path) for item in data["decisions"] or []]
    _check_reviews(entries)
    return Decisions(list({entry.id: entry for entry in entries}.values()))


def _entry(item: Any, path: Path) -> Decision:
    action = item.get("action") if isinstance(item, Located) else None
    checked = (_MERGE if action in MERGES else _REVIEW).check(item, path)
    where = f"{path}:{checked.line}"
    day = checked.get("date")
    shared: dict[str, Any] = {
        "by": checked.get("by"), "on": str(day) if day else None, "note": checked.get("note"),
        "extractor": checked.get("extractor"), "where": where,
    }  # fmt: skip
    if action in MERGES:
        records = checked["records"]
        if len(records) != 2 or not all(isinstance(record, str) for record in records):
            raise BadInput(f"{path}:{checked.line_of('records')}: 'records' must hold two ids or names")
        return Decision(checked["action"], checked["kind"], records[0], records[1], {}, **shared)
    changes = _changes(checked, path, where)
    return Decision(checked["action"], "claim", checked["claim"], None, changes, **shared)


def _changes(item: Located, path: Path, where: str) -> dict[str, Any]:
    if item["action"] != "correct":
        if "set" in item:
            raise BadInput(f"{where}: 'set' belongs to action 'correct', not to '{item['action']}'")
        return {}
    if not item.get("set"):
        raise BadInput(f"{where}: a correction lacks 'set'; say which fields are to be what")
    fields = Shape(CORRECTABLE, name="set").check(item["set"], path)
    out = {}
    for key, value in fields.items():
        out[key] = value.isoformat() if isinstance(value, date) else value
        if key.startswith("period_") and out[key]:
            try:
                date.fromisoformat(out[key])
            except ValueError:
                at = f"{path}:{fields.line_of(key)}"
                raise BadInput(f"{at}: '{key}' is {value!r}; write a day as YYYY-MM-DD, or null") from None
    return out


def _check_reviews(entries: list[Decision]) -> None:
    seen: dict[str, Decision] = {}
    for entry in entries:
        if entry.action not in REVIEWS:
            continue
        first = seen.setdefault(entry.subject, entry)
        if (first.action, first.changes) != (entry.action, entry.changes):
            raise BadInput(
                f"{entry.where}: claim '{entry.subject}' is to be '{entry.action}' here and '{first.action}' at "
                f"{first.where}; keep one of the two"
            )


def _record(registry: Registry, entry: Decision, name: str) -> str:
    """A record's own id, given by id or by its exact name."""
    bases = registry.bases[entry.kind]
    if name in bases:
        return name
    named = [base.id for base in bases.values() if base.name == name or name in base.names]
    if len(named) == 1:
        return named[0]
    if named:
        raise BadInput(f"{entry.where}: '{name}' is the name of {len(named)} records; give the id of the one you mean")
    raise BadInput(f"{entry.where}: there is no {entry.kind} '{name}'; take its id or exact name from its page")


def add(path: Path, entry: dict[str, Any]) -> Decision:
    """Adds one decision to a file (made where there is none), in the file's own form, after checking the whole.

    BadInput names what is wrong; the file is left as it was then.
    """
    before = path.read_text(encoding="utf-8") if path.exists() else "decisions:\n"
    if not before.strip() or before.strip() == "decisions: []":
        before = "decisions:\n"
    text = yaml.safe_dump([entry], sort_keys=False, allow_unicode=True, default_flow_style=False, width=100)
    after = before.rstrip("\n") + "\n" + "".join(f"  {line}\n" for line in text.splitlines())
    draft = path.with_name(f".{path.name}.new")
    draft.parent.mkdir(parents=True, exist_ok=True)
    draft.write_text(after, encoding="utf-8")
    try:
        decisions = load(draft)
    except BadInput as error:
        draft.unlink()
        raise BadInput(str(error).replace(str(draft), str(path))) from None
    draft.replace(path)
    return decisions.entries[-1]
