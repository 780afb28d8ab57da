"""Where the lines of a list play: "Marbury County: 402 detainers lodged", a county's name alone above its rows."""

from __future__ import annotations

import re

from extract.claims.reading import Reading, Unit
from extract.places.mentioned import cased

PLACE = re.compile(
    r"\s*(?:[-•*–—]\s*)?(?P<place>(?:[A-Z][\w.’'-]+\s){1,4}(?:County|Parish|city|City|Borough|Township"
    r"|counties)?)(?:,\s[A-Z][a-z.]+)?\s*[:–—-]\s"
)
BULLET_OR_YEAR = re.compile(r"\s*(?:[-•*–—▪]\s*\S|(?:FY ?)?\d{4}\b[^:\n]{0,30}:\s)")
_COUNTY_ALONE = re.compile(r"(?P<county>(?:[A-Z][\w.’'-]+ ){1,3}(?i:County|Parish)):?")


def place_of_line(reading: Reading, unit: Unit) -> str | None:
    """The place that a list line is about: "Marbury County: 402 detainers lodged"."""
    named = reading.within(reading.places, unit.start, unit.start + 12)
    match = PLACE.match(reading.text[unit.start : unit.end])
    if match is None:
        return None
    if named and named[0].end <= unit.start + match.end():
        return named[0].name
    place = match["place"].strip()
    if place.lower().endswith(("county", "parish", "city", "borough", "township", "counties")):
        return place
    return None


def heading_place(reading: Reading, unit: Unit, before: list[Unit]) -> str | None:
    """The place of the short line that heads a block of labels ("Blue Fork Justice Center" above "Released: 603")."""
    if not re.match(r"[^:.]{3,60}:\s*[-−]?\d", reading.text[unit.start : unit.end]):
        return _county_above(reading, unit, before)
    for line in reversed(before[-8:]):
        text = reading.text[line.start : line.end]
        if re.match(r"[^:.]{3,60}:\s*[-−]?\d", text):
            continue
        if len(text.split()) > 9 or text.rstrip().endswith((".", ":", "”")):
            return None
        named = [m for m in reading.within(reading.agencies, line.start, line.end) if m.jurisdiction]
        places = reading.within(reading.places, line.start, line.end)
        return named[0].jurisdiction if named else places[0].name if places else _county_alone(text)
    return None


def _county_above(reading: Reading, unit: Unit, before: list[Unit]) -> str | None:
    """The county whose name alone is the line above bullets ("Dunmore County" above "• 74 detainers lodged") or above
    rows of years ("2023: 41 received")."""
    if not BULLET_OR_YEAR.match(reading.text, unit.start):
        return None
    head = next((line for line in reversed(before[-12:]) if not BULLET_OR_YEAR.match(reading.text, line.start)), None)
    return _county_alone(reading.text[head.start : head.end]) if head is not None else None


def _county_alone(line: str) -> str | None:
    """ "DUNMORE COUNTY" as "Dunmore County"."""
    match = _COUNTY_ALONE.fullmatch(line.strip())
    return cased(match["county"]) if match else None
