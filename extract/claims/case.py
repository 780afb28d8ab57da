"""One number with the parties it may belong to, and the signs that speak for and against each.

A source is a few words ("inner person", "acts by patient", "main custody") whose first is its kind. A sign is a
source in full, its kind, its kind with whether the measure is that side's to count, and its kind with whether anybody
speaks around the number: what is rare in full is weighed by its kind.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache

from extract.agencies import keepers
from extract.claims.parties import side
from extract.model import Quote

SIDED = ("federal", "custody", "civil", "court")
DELIBERATES = re.compile(
    r"\b(?:Council|Commission(?:ers)?|Board|Aldermen|Selectmen|Legislature|Assembly|Senate|(?<!White )House|Committee"
    r"|Commissioners Court|Supervisors|Congress|Freeholders|Trustees)\b"
)
"""Bodies that deliberate on what others count."""
TOLD = ("possessive", "label", "says", "beside", "contrast", "inner agency", "inner person")
"""Sources by which one of the two sides itself says whose count it is."""
OFFICE, DEPARTMENT = "Sheriff's Office", "Sheriff's Department"
CLOSER = frozenset({"acts", "counts", "main", "it", "before", "subject"})
"""Kinds of sources that weigh differently by who speaks."""


@cache
def sort_of(name: str | None) -> str:
    """The side of a party, with bodies that deliberate (`council`) apart from those that run a place (`civil`)."""
    where = side(name)
    return "council" if where in {"civil", "court"} and name and DELIBERATES.search(name) else where


@dataclass
class Party:
    """One candidate: its name and type, and the sources that offer it."""

    name: str
    kind: str
    sources: list[str] = field(default_factory=list)


@dataclass
class Case:
    """One number with all its candidates."""

    owner: str
    """The side whose count the measure is: `federal`, `custody`, or `either`, also where no verb tells."""
    around: list[Quote]
    """The speeches around it, the innermost first."""
    heard: str = "nobody"
    """The side of the innermost speaker."""
    nationwide: bool = False
    """Whether the sentence speaks of the whole country."""
    acts_at: str | None = None
    """The place that the subject names ("Monmouth County's received 85"), where only that acts."""
    sided: dict[str, float] = field(default_factory=dict)
    """How likely each side is by the words around the number, and that it is a person's or a document's."""
    parties: dict[str, Party] = field(default_factory=dict)

    def add(self, name: str | None, kind: str | None, *sources: str) -> None:
        """One more source for a party; none where there is no name."""
        if name:
            self.parties.setdefault(name, Party(name, kind or "agency")).sources.extend(sources)

    def join(self, called: set[str]) -> None:
        """One party of a sheriff's office and a sheriff's department of one place, by the name that the text uses, and
        of a sheriff's office and who is known to keep that county's jail."""
        for office in [name for name in self.parties if name.endswith((OFFICE, DEPARTMENT))]:
            known = keepers.of_county(office.partition(" Sheriff")[0])
            if keeper := next((name for name in known if name in self.parties), None):
                if office in called and keeper in called:
                    continue  # a text that tells the two apart
                self.parties[keeper].sources += self.parties.pop(office).sources
        for office in [name for name in self.parties if name.endswith(OFFICE)]:
            department = office.removesuffix(OFFICE) + DEPARTMENT
            if department not in self.parties:
                continue
            kept, other = (department, office) if department in called else (office, department)
            self.parties[kept].sources += self.parties.pop(other).sources

    @property
    def voice(self) -> str:
        """Who speaks around it: `nobody`, `words` (quoted ones), or the kind of the speaker."""
        if not self.around:
            return "nobody"
        return "words" if self.around[0].direct else self.around[0].speaker_kind or "agency"

    @cached_property
    def settled(self) -> bool:
        """Whether one of the two sides itself says whose count it is: who else the text names matters no more."""
        sided = (p for p in self.parties.values() if side(p.name) in {"federal", "custody"})
        return any(_told(source) for party in sided for source in party.sources)

    def signs(self, party: Party) -> list[str]:
        """What speaks for or against a party, each sign once."""
        where, fit = sort_of(party.name), self._fit(party)
        silence = "spoken" if self.around else "silent"
        out = [f"{where} for {self.owner}", f"{where}, {silence}", f"a {party.kind}"]
        if self.nationwide:
            out.append(f"{where}, nationwide")
        if self.settled and not any(map(_told, party.sources)):
            out.append("untold, settled")
        voice = self.voice
        for source in party.sources:
            out += _of_source(source, fit, silence, voice, where, self.heard)
        return list(dict.fromkeys(out))

    def _fit(self, party: Party) -> str:
        """Whether the measure is its side's count; `apart` for who is on no side."""
        where = side(party.name)
        if self.owner == "either":
            return "either"
        return "fits" if where == self.owner else "against" if where in SIDED else "apart"


@lru_cache(maxsize=10_000)
def _of_source(source: str, fit: str, silence: str, voice: str, where: str, heard: str) -> tuple[str, ...]:
    """The signs of one source."""
    kind = source.split()[0]
    out = [source, kind, f"{kind}, {fit}", f"{kind}, {silence}"]
    if kind in CLOSER:
        out += [f"{kind}, {fit}, {voice}", f"{kind}, {where}, {heard} speaks"]
    return (*out, f"{source}, {fit}") if kind == "before" else tuple(out)


def _told(source: str) -> bool:
    """Whether a source is one of TOLD, whole words alike: "besides by acting" is not "beside"."""
    return source.startswith(TOLD) and any(source == told or source.startswith(f"{told} ") for told in TOLD)
