"""Whose official a person is: the agency named in or beside the role, else by the kind of role and where the article
plays."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from extract import vocabulary
from extract.agencies import level, names, sheriff_name
from extract.agencies.forces import campus_police
from extract.officials import by_words, jails, local_offices, police, publishers, wider_offices
from extract.officials.by_words import FIELD_OFFICE
from extract.officials.found import Found
from extract.officials.scene import Scene
from extract.places import strip_lead


def agency(found: Found, scene: Scene) -> str | None:
    """The full official name of the agency, or None where the person seems to hold no public office."""
    role = found.role
    national = _national().get(found.name)
    if national and not _EARLIER.search(role.text) and (role.kind == "legislator" or national not in _CONGRESS):
        return national
    if role.kind == "contact" or (
        scene.publisher and role.kind in ("any", "aide") and publishers.speaks_for(found, scene.text)
    ):
        return scene.publisher
    if boss := _boss(found, scene):
        return boss
    if state_office := _spokesman_for(found, scene):
        return state_office
    paragraph = scene.text.rfind("\n", 0, found.start) + 1
    if role.kind in ("any", "aide") and _OF_SCHOOL.search(scene.text, max(0, role.start - 14), role.end):
        return campus_police(scene.text, role.start) if _CAMPUS_POLICE.search(scene.text) else None
    if _SECTOR.search(scene.text, found.near[0] - 20, found.role.end):
        return names.CBP
    if _SUB_OFFICE.search(scene.text, found.near[0] - 20, found.role.end):
        return wider_offices.ice(found, scene)
    of_office = found.role_text.endswith("of office") or _SAYS_OF_OFFICE.match(scene.text, found.end)
    if of_office and FIELD_OFFICE.search(scene.text, paragraph, found.start):
        return wider_offices.ice(found, scene)
    explicit = _named(found, scene)
    if explicit and (
        role.kind in ("any", "aide", "rank", "president", "prison", "judge") or _agrees(role.kind, explicit)
    ):
        return explicit
    chosen = _BY_KIND[role.kind](found, scene)
    return chosen or explicit or (scene.publisher if role.kind == "aide" else None)


_OF_SCHOOL = re.compile(r"\b(?:[Cc]ampus|[Uu]niversity|[Cc]ollege)\s+\w+$")
_CAMPUS_POLICE = re.compile(r"\b(?:[Cc]ampus|[Uu]niversity|[Cc]ollege)\s+[Pp]olice\b")
_SECTOR = re.compile(r"\b(?:[Ss]ector|Border\s+Patrol)(?:[’']s)?\s+(?:\w+\s+){0,2}\w+$|\b[Pp]atrol\s+[Aa]gent\b")
"""What makes a chief or spokesman the Border Patrol's: "Its Houlton Sector chief"."""
_SUB_OFFICE = re.compile(r"\b(?:[Ss]ub-?\s?office|[Ff]ield\s+[Oo]ffice)(?:[’']s)?\s+(?:\w+\s+){0,2}\w+$")
"""What makes a supervisor or official ICE's: "Charlotte sub-office supervisor Dana Whit"."""
_SAYS_OF_OFFICE = re.compile(
    r",?\s+(?:said|says|wrote|told\s+[^,.;]{3,30}?)(?:\s+that)?\s+(?:the|his|her)\s+office\b(?!\s+of)"
)
"""After a spokesman: what he says of "the office" he says of the field office that is told of."""
_EARLIER = re.compile(r"\b(?:ICE|DHS|CBP)\b|\b(?:agency[’']s|ICE[’']s) (?:acting )?director\b|^[Aa]cting [Dd]irector\b")
"""Roles of well-known people that are not the one they are known for."""


_CONGRESS = ("U.S. Senate", "U.S. House of Representatives")
"""Whose members are so only by a legislator's title: many have held other offices."""


@cache
def _national() -> dict[str, str]:
    entries = vocabulary.load("national", [{"agency": str, "names": [str]}])
    return {name: entry["agency"] for entry in entries for name in entry["names"]}


def _boss(found: Found, scene: Scene) -> str | None:
    """The agency of the official whose aide this one is: "McFadden’s spokeswoman, Ann Ames", "Abbott press secretary
    Ann Ames"."""
    if found.role.kind not in ("any", "aide") and found.role.head != "deputy":
        return None
    if re.search(
        r"\b(?:[Hh]is|[Hh]er|[Tt]heir)\s+(?:\w+\s+){0,2}$", scene.text[max(0, found.role.start - 24) : found.role.start]
    ):
        places = {
            last: max(m.start() for m in ms)
            for last in scene.bosses
            if (ms := list(re.finditer(rf"(?i)\b{re.escape(last)}\b", scene.text[: found.start])))
        }
        if found.role.head in _OF_ELECTED and (whose := _elected(found, scene, max(places.values(), default=-1))):
            return whose
        return scene.bosses[max(places, key=lambda last: places[last])] if places else None
    if found.role.kind == "rank":
        return None
    match = re.search(
        r"([A-Z][\w-]+)(?:[’']s?)?\s+(?:(?:chief|deputy|longtime|former)\s+)*$",
        scene.text[max(0, found.role.start - 40) : found.role.start],
    )
    return scene.bosses.get(match[1].lower()) if match else None


_OF_ELECTED = frozenset({"press secretary", "chief of staff", "communications director"})
"""Aides of a governor or mayor, whom no sheriff and no agency has."""
_ELECTED = re.compile(r"\b(?:[Tt]he\s+)?(?P<who>governor|mayor)\b")


def _elected(found: Found, scene: Scene, since: int) -> str | None:
    """Whose "Her press secretary" is, where the text has spoken of "the governor" since it last named another boss."""
    told = list(_ELECTED.finditer(scene.text, since + 1, found.start))
    if not told:
        return None
    state = scene.where.state_at(found.role.start)
    if told[-1]["who"] == "mayor":
        return local_offices.mayor(found, scene)
    return f"Office of the Governor of {state}" if state else None


def _named(found: Found, scene: Scene) -> str | None:
    """The agency that the role's own words or the words beside it name."""
    start, end = found.near
    inside = [m for m in scene.within(start, end) if m.kind == "agency"]
    inside = [m for m in inside if not (found.start <= m.start < found.end) and not _BARE.fullmatch(m.text)]
    if inside:
        ranked = sorted(inside, key=lambda m: level(m.name) == "court")
        return ranked[0].name
    role_words = found.role.text
    for alias in re.findall(r"\b[A-Z]{2,6}\b", role_words):
        if known := names.known(alias):
            return known
    if match := _AT_COUNTY.search(scene.text, start, end):
        county = f"{strip_lead(match['county'])} County"
        if match["by"] == "of" or by_words.RANKED.search(scene.text, max(0, found.start - 14), found.start):
            return _of_county(found, county, scene)
    return None


_AT_COUNTY = re.compile(r"\b(?P<by>of|for|with)\s+(?P<county>(?:[A-Z][\w’'-]+\s+){1,3})County\b")
"""Whose a role is: "a supervisor of Tarn County", or a ranked one's, "a spokesman for Tarn County, Sgt. Lou Trent"."""


_BARE = re.compile(r"(?:(?:[Ii]ts|[Tt]heir|[Tt]he|[Cc]ity)\s+)*[Pp]olice")
"""Words of a role that name nobody's police: "Its police chief"."""


def _of_county(found: Found, county: str, scene: Scene) -> str:
    sworn = found.role.kind in ("sheriff", "rank") or by_words.RANKED.search(
        scene.text, max(0, found.start - 14), found.start
    )
    return sheriff_name(county, None, scene.where.state) if sworn else county


def _agrees(kind: str, name: str) -> bool:
    pattern = {
        "sheriff": "Sheriff",
        "police": "Police|Public Safety",
        "council": "Council",
        "aldermen": "Aldermen|Council",
        "corrections": "Correction|Prison|Jail",
        "prosecutor": "Attorney",
        "attorney_general": "Attorney General|Justice",
        "federal_ice": "Immigration and Customs",
        "federal": "Homeland|Immigration|Border|Justice",
        "commissioner": "Commission",
        "supervisor": "Supervisors|Board",
        "us_attorney": "U.S. Attorney",
        "mayor": "City of|Mayor",
    }.get(kind)
    return bool(pattern and re.search(pattern, name))


def _spokesman_for(found: Found, scene: Scene) -> str | None:
    """ "A spokesman for Gov. Hollis Abernathy", "the mayor's press secretary", "a spokeswoman for the sheriff"."""
    if not re.search(
        r"spokes|press|communications|chief of staff|counsel|adviser|advisor|aide|secretary", found.role.head
    ):
        return None
    near = scene.text[slice(*found.near)] + " "
    if re.search(r"\b(?:Gov\.|[Gg]overnor(?:[’']s)?)\s", near):
        return f"Office of the Governor of {scene.where.state_name}" if scene.where.state else None
    if re.search(r"\b[Mm]ayor(?:[’']s)?\s", near):
        return local_offices.mayor(found, scene)
    if re.search(r"\b[Ss]heriff(?:[’']s)?\s", near) and not re.search(r"[Ss]heriff[’']s\s+(?:[Oo]ffice|[Dd]ep)", near):
        return local_offices.sheriff(found, scene)
    if re.search(r"\battorney\s+general\b", near, re.I):
        return wider_offices.attorney_general(found, scene)
    if re.search(r"\binspector\s+general\b", near, re.I):
        return wider_offices.federal(found, scene)
    state = scene.where.state_at(found.role.start)
    if (courts := _COURTS.search(scene.text, found.near[0] - 16, found.near[1])) and state:
        return f"{state} {' '.join(word.capitalize() for word in courts[0].split())}"
    return None


_COURTS = re.compile(r"\b(?:Trial Court|[Jj]udicial [Bb]ranch|[Jj]udiciary|[Cc]ourt [Ss]ystem)\b")
"""What the courts of a state go by together, where someone speaks for them."""


_BY_KIND: dict[str, Callable[[Found, Scene], str | None]] = {
    "sheriff": local_offices.sheriff,
    "police": police.police,
    "rank": police.rank,
    "council": local_offices.council,
    "aldermen": local_offices.aldermen,
    "mayor": local_offices.mayor,
    "aide": by_words.aide,
    "commissioner": local_offices.commissioner,
    "supervisor": local_offices.supervisor,
    "county": local_offices.county_of,
    "prosecutor": local_offices.prosecutor,
    "prison": jails.prison,
    "corrections": jails.corrections,
    "governor": wider_offices.governor,
    "legislator": wider_offices.legislator,
    "attorney_general": wider_offices.attorney_general,
    "state": wider_offices.state,
    "federal_ice": wider_offices.ice,
    "federal": wider_offices.federal,
    "us_attorney": wider_offices.us_attorney,
    "judge": wider_offices.judge,
    "president": lambda f, s: "United States",
    "legislature": local_offices.legislature,
    "board": local_offices.board,
    "any": by_words.anyone,
}
