"""Local governments that a text calls by what they are or by who heads them: "the county", "city officials"."""

from __future__ import annotations

import re
from collections import Counter

from extract.claims.reading import Reading
from extract.places import STATES

GOVERNMENT = re.compile(
    r"(?:(?:the\s)?(?:lawyers|attorneys|officials|counsel)\sfor\s)?(?:(?:the|a)\s)?(?P<what>county|city|town|parish)(?:[’']s)?"
    r"(?:\s(?:officials?|government|administrators?|leaders|spokes\w+|lawyers?|attorneys?|counsel|solicitors?|aides|staff))?$"
)
EXECUTIVE = re.compile(
    r"(?:the\s)?(?:(?P<what>county|city|town|parish)(?:[’']s)?\s)?"
    r"(?:executive|manager|administrator|mayor|commissioners|council)[’']s?\s(?:office|staff|aides?|spokes\w+)"
)
"""Who runs a place, by what heads it ("the county executive's office")."""


def civil_party(reading: Reading, words: str, at: int | None = None) -> str | None:
    """The local government that "the county", "city officials" stand for, by the name of the article's place, or of
    the part of a round-up."""
    match = GOVERNMENT.match(words.lower())
    if match is None and (head := EXECUTIVE.fullmatch(words.lower())) is not None:
        county = (reading.home or "").split(",")[0].endswith(("County", "Parish"))
        return civil_party(reading, head["what"] or ("county" if county else "city"), at)
    part = reading.where.lead_at(at) if match is not None and at is not None else None
    if match is not None and part is not None and part[1] not in STATES:
        unit = match["what"].title()
        return part[1] if part[1].endswith(unit) else f"{unit} of {part[1]}" if unit in {"City", "Town"} else None
    if match is None or not reading.home:
        return None
    if match["what"] in {"county", "parish"}:
        unit = match["what"].title()
        counties = [p.name.split(",")[0] for p in reading.places if p.name.split(",")[0].endswith(unit)]
        home = reading.home.split(",")[0]
        if home.endswith(unit):
            return home
        return Counter(counties).most_common(1)[0][0] if counties else None
    place = reading.home.split(",")[0]
    return f"{match['what'].title()} of {place}" if "," in reading.home and not place.endswith("County") else None
