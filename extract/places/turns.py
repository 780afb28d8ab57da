"""The places to which the paragraphs of a text turn: names that stand where a place stands, and what heads its parts.

"Down the river in Garrow Mills, ... Chief Tess Roy" says whose chief she is.
"""

from __future__ import annotations

import re

from extract.places.candidates import bare_names
from extract.places.names import AP, COUNTY_ENDS, STATES, bare_county, common_word, county_states, known_cities
from extract.places.placelike import no_place
from extract.places.setting import Setting

_WORD = r"(?:St\.|Mt\.|Ft\.|[A-ZÑ][\w’'-]*)"
_MORE = re.compile(
    rf"\b(?:road|river|valley|lake|coast|highway|interstate|north|south|east|west|door|line|end)\s+(?:is|lies|sits)\s+"
    rf"(?P<name>{_WORD}(?: {_WORD}){{0,2}})(?=[.,])"
    rf"|^(?P<opens>{_WORD}(?: {_WORD}){{0,2}}), (?:pop(?:ulation|\.) \d|a )",
    re.M,
)
_CUSTODY = re.compile(r"\b(?:jail|sheriff|county|parish|deput|detention|warden|lockup|inmates?)", re.I)


class Turns:
    """The places that the paragraphs of a text name."""

    def __init__(self, text: str, where: Setting, bodies: list[tuple[int, int]]) -> None:
        """`bodies` are the spans of organizations, whose names hold no place."""
        self._text, self._where, self._bodies = text, where, bodies
        named = {at: one.name for one in bare_names(text).values() for at in one.at}
        named |= {m.start("name") if m["name"] else m.start(): m["name"] or m["opens"] for m in _MORE.finditer(text)}
        named |= {at: bare_county(name) for at, _, name in (*where.bare, *where.likely)}
        named |= dict(where.cities)
        self._places = sorted((at, name) for at, name in named.items() if self._is_place(at, name))

    def city(self, offset: int) -> tuple[int, str] | None:
        """The city, and where it stands, that the paragraph of an offset named last, or that heads its part."""
        if named := [one for one in self._before(offset) if not one[1].endswith(COUNTY_ENDS)]:
            return named[-1]
        part = self._where.lead_at(offset)
        return part[:2] if part and not part[1].endswith(COUNTY_ENDS) and part[1] not in STATES else None

    def county(self, offset: int) -> str | None:
        """The county that heads the part of an offset, or that its paragraph calls by its bare name."""
        where = self._where
        here = [at for at, _ in where.counties if self._paragraph(offset) <= at < offset]
        if (part := where.lead_at(offset)) and part[1].endswith(COUNTY_ENDS):
            return None if [at for at in here if at > part[0]] else part[1]
        named = [(at, name) for at, name in self._before(offset) if name != where.city and self._may_be_county(name)]
        if not named or (here and here[-1] > named[-1][0]) or where.county == f"{named[-1][1]} County":
            return None
        at, name = named[-1]
        several = len({county for _, county in where.counties}) != 1  # beside one county a name is its town's
        called = (*where.bare, *where.likely) if several else where.bare
        told = any(start == at and county.endswith(" County") for start, _, county in called)
        held = self._text[max(0, at - 4) : at].endswith(("in ", "at "))  # "spoke in Garrow. Sheriff Park"
        beside = re.fullmatch(r"[:,]?\s*" if held else r"[.:,]?\s*", self._text[at + len(name) : offset])
        return f"{name} County" if told or beside or _CUSTODY.search(self._text, at, offset) else None

    def _paragraph(self, offset: int) -> int:
        return self._text.rfind("\n", 0, offset) + 1

    def _before(self, offset: int) -> list[tuple[int, str]]:
        """The places of the paragraph before an offset."""
        start = self._paragraph(offset)
        return [(at, name) for at, name in self._places if start <= at < offset]

    def _is_place(self, at: int, name: str) -> bool:
        text = self._text
        return (
            name not in STATES
            and name != self._where.state
            and f"{name}." not in AP
            and not no_place(name.split()[0])
            and not (" " not in name and common_word(name))
            and not any(start <= at < end for start, end in self._bodies)
            and not re.search(
                r"\b[Tt]he $|\bof the $|House of $|\bv\. $|\b(?:courts?|judges?|panel|jury|hearing|rally|trial) in $"
                r"|(?:north|south|east|west) of $|\b(?:miles|minutes|hours?|drive) (?:of|from|outside) $",
                text[max(0, at - 20) : at],
            )
            and not re.match(
                r"[’']?s? (?:field |regional |sub-?)?(?:[Oo]ffice|[Dd]ivision)\b", text[at + len(name) :][:20]
            )
        )

    def _may_be_county(self, name: str) -> bool:
        return name not in known_cities() or name in county_states()
