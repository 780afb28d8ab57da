"""The places that a text turns to: the headings of its parts, and names that stand where a place stands.

"MINNOW COUNTY, Ore." over a part says whose sheriff is told of in it; "Down the river in Garrow Mills, ... Chief Tess
Roy" says whose chief she is.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from extract.places import AP, NAMES, STATES, Setting, abbreviation
from extract.places.candidates import bare_names, no_place
from extract.places.names import common_word, county_states, known_cities, strip_lead, title_case

_STATE = "|".join(sorted(map(re.escape, [*STATES, *AP, *NAMES]), key=len, reverse=True))
_WORD = r"(?:St\.|Mt\.|Ft\.|[A-ZÑ][\w’'-]*)"
_MARK = r"[ \t]*(?:[#*_>–—•■▪-]{1,3}[ \t]*|\d{1,2}[.)][ \t]+)?"
_LINE = re.compile(
    rf"^{_MARK}(?P<name>{_WORD}(?:[ ](?:{_WORD}|of|and)){{0,4}})(?:,[ \t]+(?P<state>{_STATE}))?[.:]?\**[ \t]*$", re.M
)
_RUN_IN = re.compile(
    rf"^{_MARK}(?P<name>(?:{_WORD}[ ]){{1,4}}(?:County|COUNTY|Parish|PARISH)|{_STATE})(?:,[ \t]+(?P<state>{_STATE}))?"
    r"(?:[.:]\**|\**[.:])[ \t]+(?=[A-Z“\"\d])",
    re.M,
)
_DASHED = re.compile(
    r"^(?P<name>[A-Z][A-Z.’']+(?: [A-Z][A-Z.’']+){0,3})(?P<state>)[ \t]*[-–—]+[ \t]+(?=[A-Z“\"\d])", re.M
)
_END = re.compile(r"^[ \t]*(?:[_*=—–-][ \t]*){3,}$|^[ \t]*[A-Z][A-Z’' ]{3,50}[?!]?[ \t]*$", re.M)
"""A rule across the page, or a heading in capitals: the part before it is over."""
_MORE = re.compile(
    rf"\b(?:road|river|valley|lake|coast|highway|interstate|north|south|east|west|door|line|end)\s+(?:is|lies|sits)\s+"
    rf"(?P<name>{_WORD}(?: {_WORD}){{0,2}})(?=[.,])"
    rf"|^(?P<opens>{_WORD}(?: {_WORD}){{0,2}}), (?:pop(?:ulation|\.) \d|a )",
    re.M,
)
_CUSTODY = re.compile(r"\b(?:jail|sheriff|county|parish|deput|detention|warden|lockup|inmates?)", re.I)


@dataclass(frozen=True)
class Part:
    """A part of a text from `start`, with the place that heads it ("Minnow County", "Garrow Mills"); None where its
    heading is no place."""

    start: int
    name: str | None
    state: str | None = None

    @property
    def is_state(self) -> bool:
        """Whether a state heads it."""
        return self.name in STATES


class Turns:
    """The parts of a text and the places named in it."""

    def __init__(self, text: str, where: Setting, bodies: list[tuple[int, int]]) -> None:
        """`bodies` are the spans of organizations, whose names hold no place."""
        self._text, self._where, self._bodies = text, where, bodies
        named = {at: one.name for one in bare_names(text).values() for at in one.at}
        named |= {m.start("name") if m["name"] else m.start(): m["name"] or m["opens"] for m in _MORE.finditer(text)}
        named |= {at: re.sub(r" (?:County|Parish)$", "", name) for at, _, name in (*where.bare, *where.likely)}
        named |= dict(where.cities)
        self._places = sorted((at, name) for at, name in named.items() if self._is_place(at, name))
        self._parts = self._read_parts()
        self._starts = [part.start for part in self._parts]

    def part_at(self, offset: int) -> Part | None:
        """The part in which an offset lies, where a place heads it."""
        at = bisect_right(self._starts, offset) - 1
        return self._parts[at] if at >= 0 and self._parts[at].name else None

    def city(self, offset: int) -> tuple[int, str] | None:
        """The city, and where it stands, that the paragraph of an offset named last, or that heads its part."""
        named = [one for one in self._before(offset) if not one[1].endswith((" County", " Parish"))]
        if named:
            return named[-1]
        part = self.part_at(offset)
        return (part.start, part.name) if part and part.name and not _county(part.name) and not part.is_state else None

    def county(self, offset: int) -> str | None:
        """The county that heads the part of an offset, or that its paragraph calls by its bare name."""
        where = self._where
        here = [at for at, _ in where.counties if self._paragraph(offset) <= at < offset]
        if (part := self.part_at(offset)) and part.name and _county(part.name):
            return None if here else part.name
        named = [(at, name) for at, name in self._before(offset) if name != where.city and self._may_be_county(name)]
        if not named or (here and here[-1] > named[-1][0]) or where.county == f"{named[-1][1]} County":
            return None
        at, name = named[-1]
        told = any(start == at and county.endswith(" County") for start, _, county in (*where.bare, *where.likely))
        beside = re.fullmatch(r"[.:,]?\s*", self._text[at + len(name) : offset])
        return f"{name} County" if told or beside or _CUSTODY.search(self._text, at, offset) else None

    def state(self, offset: int) -> str | None:
        """The name of the state of the part in which an offset lies."""
        part = self.part_at(offset)
        return NAMES.get(part.state, part.state) if part and part.state else None

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
            and not re.search(r"\b[Tt]he $|\bof the $|House of $", text[max(0, at - 9) : at])
            and not re.match(
                r"[’']?s? (?:field |regional |sub-?)?(?:[Oo]ffice|[Dd]ivision)\b", text[at + len(name) :][:20]
            )
        )

    def _may_be_county(self, name: str) -> bool:
        return name not in known_cities() or name in county_states()

    def _read_parts(self) -> list[Part]:
        """The parts, where at least two places head one; after each the headings that are no place's."""
        text = self._text
        names = {name for _, name in self._places}
        heads: dict[int, Part] = {}
        dashed = list(_DASHED.finditer(text))
        names |= {title_case(match["name"]) for match in dashed} if len(dashed) > 2 else set()
        for match in (*_LINE.finditer(text), *_RUN_IN.finditer(text), *dashed):
            if part := _headed(match, names):
                heads[part.start] = part
        if len({part.name for part in heads.values()}) < 2:
            return []
        ends = [Part(match.start(), None) for match in _END.finditer(text) if match.start() not in heads]
        return sorted((*heads.values(), *ends), key=lambda part: part.start)


def _headed(match: re.Match[str], names: set[str]) -> Part | None:
    """The part that a line heads, if the line is a place: a county, a state, a place with its state, or one of the
    `names` of the text."""
    name = title_case(match["name"]) if match["name"].isupper() else strip_lead(match["name"])
    state = abbreviation(match["state"]) if match["state"] else None
    if not state and name in STATES and match.re is not _DASHED:
        return Part(match.start(), name, STATES[name])
    if name and (state or name.endswith((" County", " Parish")) or name in names):
        return Part(match.start(), name, state)
    return None


def _county(name: str) -> bool:
    return name.endswith((" County", " Parish"))
