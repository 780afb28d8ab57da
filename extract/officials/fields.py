"""Offices that a text calls by their field alone: "Court Services Director Lou Trent", "the county's probation
department. Its director, Lou Trent"."""

from __future__ import annotations

import re

from extract.officials import local_offices
from extract.officials.found import Found
from extract.officials.scene import Scene
from extract.places.placelike import no_place

_FIELD = r"(?:Services|Affairs|Programs|Supervision|Probation|Parole|Works|Records|Resources|Relations|Safety|Rights)"
_BEFORE = re.compile(rf"(?P<field>(?:(?:[A-Z][a-z]+|and|&)\s+){{0,3}}{_FIELD})\s+$")
_HEADS = frozenset({"director", "deputy director", "administrator", "manager", "chief", "commissioner"})
_UNIT = re.compile(
    r"\b(?:[Tt]he|[Ii]ts)\s+(?P<whose>county|city)?(?:[’']s)?\s*"
    r"(?P<field>(?:adult |juvenile |community )?(?:probation(?: and parole)?|public defender[’']s|pretrial services"
    r"|health|parole|law|human services|court services))\s+(?P<unit>department|office|division|agency)\b"
)
ITS = re.compile(r"\b[Ii]ts\s+(?:\w+\s+)?$")
"""Before the role of somebody who is of what was named before: "its director"."""


def office(found: Found, scene: Scene) -> str | None:
    """The county's or city's office of a field; None where the role tells none."""
    text, start = scene.text, found.role.start
    if found.role.head.endswith("public defender"):
        return scene.before(start, "Public Defender") or _of_government("Public Defender's Office", found, scene)
    match = _BEFORE.search(text, max(0, start - 60), start) if found.role.head in _HEADS else None
    if match and found.how == "title":
        field = match["field"].split()
        while field and no_place(field[0]) and field[0] not in ("Court", "Community"):
            field.pop(0)
        return _of_government(" ".join(field), found, scene) if len(field) > 1 else None
    if ITS.search(text, max(0, start - 24), start) and (unit := _unit_before(text, start)):
        return _of_government(unit, found, scene)
    return None


def _unit_before(text: str, start: int) -> str | None:
    """The office that the paragraph names last by its field: "the probation department" as "Probation Department"."""
    found = list(_UNIT.finditer(text, text.rfind("\n", 0, start) + 1, start))
    if not found:
        return None
    return " ".join(w if w == "and" else w.capitalize() for w in f"{found[-1]['field']} {found[-1]['unit']}".split())


def _of_government(what: str, found: Found, scene: Scene) -> str | None:
    city = scene.where.city if scene.where.level == "city" else None
    owner = city or local_offices.county_of(found, scene)
    return f"{owner} {what}" if owner else None
