"""The agencies of police chiefs and of those with a rank: a city's police, a campus's, a sheriff's, a patrol."""

from __future__ import annotations

import re

from extract.agencies import keepers
from extract.agencies.forces import campus_police, police_at
from extract.agencies.names import police_name
from extract.officials import local_offices
from extract.officials.found import Found
from extract.officials.local_offices import SHERIFF, city_of
from extract.officials.scene import Scene
from extract.places import strip_lead
from extract.places.names import COUNTY_ENDS, bare_county


def police(found: Found, scene: Scene) -> str | None:
    if "public safety" in found.role.head:
        before = scene.text[max(0, found.role.start - 50) : found.role.start]
        placed = re.search(r"(?<![.!?] )((?:[A-Z][\w-]+ ){1,3})$", before)
        if placed and (place := strip_lead(placed[1])):
            return f"{place} Department of Public Safety"
        return scene.before(found.role.start, "Public Safety", after=False) or local_offices.mayor(found, scene)
    words = re.sub(
        r"(?i)\b(?:police|chief|commissioner|superintendent|director|deputy|assistant|acting|interim|former|spokes\w+|of"
        r"|city|new|longtime)\b",
        "",
        found.role.text,
    ).strip()
    if _CAMPUS.match(words) and (own := campus_police(scene.text, found.role.start)):
        return own
    if words and words[0].isupper() and (place := strip_lead(words)):
        return police_at(place, scene.where)
    around = scene.text[found.role.end : found.near[1] + 40]
    if (
        found.how in ("signature", "apposition", "before")
        and (
            match := re.match(
                r"(?:,| of| for| in)\s+(?:the\s+)?([A-Z][\w’-]+(?: [A-Z][\w-]+){0,2})(?=\s*(?:$|\n|[,.]))", around
            )
        )
        and not (found.name.startswith(match[1]) or match[1] in _RANKS)
    ):
        return police_at(match[1].removesuffix(" Police Department"), scene.where)
    if of := _OF_PLACE.match(scene.text, found.end):
        return police_at(of[1], scene.where)
    if found.role.head.startswith(("deputy chief", "assistant chief")) and not _POLICE.search(scene.text):
        return local_offices.sheriff(found, scene)
    if scene.where.lead_at(found.role.start) and (city := _city_of_part(found, scene)):
        return police_name(city)
    if other := (_other_city(found, scene) if found.how == "title" else None) or scene.turned_city(found, "Police"):
        return police_name(other)
    named = scene.before(found.role.start, "Police Department")
    return named or _of_county(found, scene) or (police_name(city) if (city := city_of(scene)) else None)


def chief_there(found: Found, scene: Scene) -> str | None:
    """The police of the place that a bare chief is of: "Castleton's chief, Lou Trent", and "the chief there" behind
    "the town police in Castleton"."""
    text, start = scene.text, found.role.start
    if whose := _WHOSE.search(text, max(0, start - 50), start):
        place = strip_lead(whose["place"])
        known = any(whose.start() <= m.start < start for m in scene.within(max(0, start - 50), start))
        return None if known or not place or place.endswith(COUNTY_ENDS) else police_name(place)
    if not _THERE.match(text, found.role.end) and not found.role_text.endswith(" there"):
        return None
    paragraph = text.rfind("\n", 0, start) + 1
    told = list(_POLICE_IN.finditer(text, paragraph, start))
    there = strip_lead(told[-1]["place"] or told[-1]["before"]) if told else None
    return police_name(there) if there else None


_WHOSE = re.compile(r"\b(?P<place>(?:[A-Z][\w-]+ ){0,2}[A-Z][\w-]+)[’']s (?:(?:acting|interim|new|longtime) )?$")
_THERE = re.compile(r"\s+there\b")
_POLICE_IN = re.compile(
    r"\b[Pp]olice(?: department| force| officers| station| lockup)? (?:in|of|at) "
    r"(?:the (?:city|town|village|borough) of )?(?P<place>[A-Z][\w-]+(?: [A-Z][\w-]+){0,2})"
    r"|\b(?P<before>[A-Z][\w-]+(?: [A-Z][\w-]+){0,2}) [Pp]olice\b"
)
"""Police with their place, of whom "the chief there" is."""


def _of_county(found: Found, scene: Scene) -> str | None:
    """The police of the county spoken of, where it is known to have some of its own."""
    county = local_offices.county_of(found, scene) if scene.where.level != "city" else None
    return f"{county} Police Department" if county and keepers.has_police(scene.where.place(county)) else None


_CAMPUS = re.compile(r"(?i)(?:campus|university|college)$")
"""What before "police chief" tells of a school's: "Campus Police Chief Ann Lowe"."""
_POLICE = re.compile(r"\b(?:[Pp]olice|PD)\b")
_OF_PLACE = re.compile(
    r"\s+of\s+((?!The\b)[A-Z][\w’'-]+(?:\s[A-Z][\w-]+){0,2})(?<!Police)(?<!County)(?<!Parish)(?=\s*,|\s+[a-z])"
)
"""Where the chief is of: "Police Chief Ann Doe of Fairmont told senators"."""
_RANKS = frozenset(
    ["Sgt", "Lt", "Capt", "Maj", "Cmdr", "Det", "Cpl", "Col", "Officer", "Deputy", "Captain", "Lieutenant", "Sergeant"]
)


def _other_city(found: Found, scene: Scene) -> str | None:
    """The second city that the sentence of a chief opens with: "Elmsford Park took in six, Chief Dominic Saltzman
    said"."""
    start = max(scene.text.rfind("\n", 0, found.role.start), scene.text.rfind(". ", 0, found.role.start)) + 1
    if any(re.search("Police|Sheriff", m.name) for m in scene.within(start, found.role.start)):
        return None
    opens = [name for at, _, name in scene.where.likely if 0 <= at - start < 8 and at < found.role.start]
    named = bool(opens) and "The " not in scene.text[start : start + 5]
    name = bare_county(opens[0]) if named else None
    return name if name and name != scene.where.city and name not in (scene.where.county or "") else None


def _city_of_part(found: Found, scene: Scene) -> str | None:
    """The city that heads the part of a round-up, or that the paragraph names before the role."""
    turned = scene.turns.city(found.role.start)
    return scene.where.city_at(found.role.start) or (turned[1] if turned else None)


def rank(found: Found, scene: Scene) -> str | None:
    if _OF_CAMPUS.search(scene.text, found.start, found.end + 40) and (
        own := campus_police(scene.text, found.role.start)
    ):
        return own
    start = scene.text.rfind("\n", 0, found.role.start) + 1
    patrol = scene.before(found.near[1], "Patrol|State Police")
    if patrol and _PATROL.search(scene.text, start, found.near[1]):
        return patrol
    if _OF_JAIL.match(found.role.text) and SHERIFF.search(scene.text):
        return local_offices.sheriff(found, scene)
    here = [m.name for m in scene.within(start, found.role.start) if re.search("Police|Sheriff", m.name)]
    if here:
        return here[-1]
    if scene.where.level == "county" and (own := local_offices.sheriff(found, scene)):
        return own
    return scene.before(found.role.start, "Police|Sheriff") or police(found, scene)


_OF_CAMPUS = re.compile(r",\s+(?:the\s+|an?\s+)?(?:campus|university|college)\s+police\b")
_OF_JAIL = re.compile(r"(?i)(?:the\s+)?(?:jail|detention)\s")
"""What makes a rank one of those who keep the jail: "Jail Lt. Lou Trent"."""
_PATROL = re.compile(r"\b[Tt]he\s+patrol\b|\b[Tt]roopers?\b|\b(?:Highway|State)\s+Patrol\b")
