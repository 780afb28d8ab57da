"""The places that stand in rows with their numbers: a table's line, "Orrin had 572 and Teller 435", "41 in Garnet"."""

from __future__ import annotations

import re

from extract.claims.frames import Frame
from extract.claims.mentioned import mentions
from extract.claims.reading import Reading, Unit
from extract.claims.where import likely
from extract.places.names import COUNTY_ENDS
from extract.places.placelike import no_place

_ROW = re.compile(r"\|?\s*(?P<name>[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3})\s*(?:\||\t|\s{2,})\s*[\d-]")

_HEAD = re.compile(r"^\|?\s*(?P<kind>County|Parish|City|Town|Jurisdiction|Place)\s*(?:\||\t|\s{2,})", re.M | re.I)


def of_row(reading: Reading, unit: Unit) -> str | None:
    """The county or city that a table's row is about ("Abbot | 17 | 0" under "County | Received | Complied with")."""
    row = _ROW.match(reading.text[unit.start : unit.end])
    if row is None:
        return None
    head = next((m for m in reversed(list(_HEAD.finditer(reading.text, max(0, unit.start - 2500), unit.start)))), None)
    if head is None or re.match(r"(?:All|Total|Other|Sum|Statewide)\b", row["name"]):
        return None
    kind = head["kind"].title()
    return f"{row['name']} {kind}" if kind in COUNTY_ENDS and kind not in row["name"] else row["name"]


_HOLDER = re.compile(
    r"\s*(?:[-•*–—]\s*)?(?P<place>[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+){0,3}?)\s"
    r"(?:(?P<court>(?:District|Municipal|City|Town|Trial|Police)\s(?:Court|Department)|Police)|(?:Adult\s|Regional\s|Public\s)?"
    r"(?:Jail|Prison|Lockup|House\sof\sCorrections?|(?:Justice|Law\sEnforcement|Public\sSafety|Corrections?|Correctional"
    r"|Detention|Intake|Booking|Judicial)\s(?:Center|Facility|Complex|Building|Department)|Sheriff[’']s\s(?:Office|Department)"
    r"|Department\sof\sCorrections?))(?:\s\([^)\n]{2,20}\))?\s*[:–—]\s+(?=\d|[a-z]+\s(?:lodged|received|declined|honored))"
)


def of_holder(reading: Reading, unit: Unit) -> str | None:
    """The county or city whose custodian heads a row ("Shepherd County Justice Center: 58 lodged", "Brayton District
    Court: 288")."""
    head = _HOLDER.match(reading.text, unit.start, unit.end)
    if head is None or no_place(head["place"].split()[0]):
        return None
    if head["place"].endswith(COUNTY_ENDS):
        return head["place"]
    return reading.where.place(head["place"]) if head["court"] else None


_BESIDE = re.compile(
    r"(?:['’]s?)?(?:,\s+(?![^,]*\d)[a-z][^,;:.]{3,45})?,?\s+(?:(?:with|for|at|had|has|got|took|took in"
    r"|received|reported|held|sent|honored|declined|refused|was"
    r"|responsible|to|in|alone|accounted|counted|logged|about|roughly|nearly|another|it)\s+){0,4}$"
)
"""What may stand between a place and its own number in a row of them: "Orrin had 572 and Teller 435, Pruitt with 9"."""


def of_own(reading: Reading, unit: Unit, frame: Frame) -> str | None:
    """The place right before a number, in a sentence that gives others their own: "Orrin had 572 and Teller 435"."""
    text, at = reading.text, frame.count.start
    named = [*mentions(reading, unit), *likely(reading, unit)]
    paired = []
    for count in reading.within(reading.counts, unit.start, unit.end):
        ahead = max((p for p in named if p.end <= count.start), key=lambda p: p.end, default=None)
        if ahead is not None and _BESIDE.fullmatch(text, ahead.end, count.start):
            paired.append((count.start, ahead))
    own = next((place for start, place in paired if start == at), None)
    others = {place.name for _, place in paired}
    return own.name if own is not None and len(others) > 1 else None


_BEHIND = re.compile(
    r"\s+(?:(?:[a-z]+\s+){0,2})(?:in|at|from|to|for|with|by)\s+(?:the\s+jails?\s+(?:in|of)\s+)?$", re.I
)


def behind(reading: Reading, unit: Unit, frame: Frame) -> str | None:
    """The place right behind a number, in a row of them: "41 in Garnet, 102 in Marl and 61 in Oxbow"."""
    text, at = reading.text, frame.count.start
    named = [*mentions(reading, unit), *likely(reading, unit)]
    paired = {}
    for count in reading.within(reading.counts, unit.start, unit.end):
        next_one = min((p for p in named if p.start >= count.end), key=lambda p: p.start, default=None)
        if next_one is not None and _BEHIND.fullmatch(text, count.end, next_one.start):
            paired[count.start] = next_one.name
    return paired.get(at) if len(set(paired.values())) > 1 else None


def by_order(reading: Reading, unit: Unit, frame: Frame) -> str | None:
    """ "210, 77 and 15 with the jails of Kettle, Doane and Pruitt counties": the first number has the first name."""
    row = _row(reading, unit, frame)
    if len(row) < 2:
        return None
    for place in reading.within(reading.places, row[-1][1], unit.end):
        names = re.split(r",\s+(?:and\s+)?|\s+and\s+", place.name.removesuffix(" counties"))
        if place.name.endswith(" counties") and len(names) == len(row):
            return f"{names[[start for start, _ in row].index(frame.count.start)]} County"
    return None


def _row(reading: Reading, unit: Unit, frame: Frame) -> list[tuple[int, int]]:
    """The numbers that stand in a row with this one ("210, 77 and 15")."""
    spans = [(c.start, c.end) for c in reading.within(reading.counts, unit.start, unit.end)]
    at = next((i for i, (start, _) in enumerate(spans) if start == frame.count.start), None)
    if at is None:
        return []
    first = last = at
    while first and re.fullmatch(r",\s+(?:and\s+)?|\s+and\s+", reading.text[spans[first - 1][1] : spans[first][0]]):
        first -= 1
    while last + 1 < len(spans) and re.fullmatch(
        r",\s+(?:and\s+)?|\s+and\s+", reading.text[spans[last][1] : spans[last + 1][0]]
    ):
        last += 1
    return spans[first : last + 1]
