"""Local and state agencies by their shape: "Dunmore County jail", "Boston police", "the state Department of
Corrections".

Each shape is a pattern with the groups it is built from (`county`, `city`, `state`, `what`), and a builder that gives
the full official name from them and from where the article plays. A shape without a place ("the sheriff's office")
takes it from the nearest mention before it.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from extract.agencies.departments import (
    Built,
    attorney_general,
    corrections,
    county_corrections,
    county_department,
    department,
    governor,
    mayor,
    parole,
    prison_system,
    title_of,
)
from extract.agencies.forces import campus_police_at, county_police, own_police, police, police_of, state_police
from extract.agencies.sheriffs import city_sheriff, citys_jail, facility, prison, sheriff
from extract.needles import Sought, sought
from extract.places import Setting, strip_lead
from extract.places.names import STATE

_WORD = r"(?:St\.|Ste\.|Mt\.|Ft\.|[A-ZÑ][\w-]*(?:[’'](?!s\b)\w+)?)"
_NAME = rf"(?P<place>{_WORD}(?:[ ](?:{_WORD}|of(?=[ ]Wight))){{0,3}})"
_S = r"(?:[’']s?)"
_DEPARTMENTS = (
    r"Corrections?(?:\s+and\s+(?:Rehabilitation|Community\s+Supervision))?|Public\s+Safety"
    r"(?:\s+(?:and|&)\s+Correction(?:s|al\s+Services)?)?|Criminal\s+Justice|Justice(?:\s+Services)?"
    r"|Law(?:\s+(?:and|&)\s+Public\s+Safety)?|(?:Adult\s+and\s+Juvenile\s+)?Detention(?:\s+(?:Facilities|Services))?"
    r"|Community\s+Corrections|Health|Adult\s+Correction|Motor\s+Vehicles|Probation|Correctional\s+Services"
    r"|Social\s+Services|Prisons|Safety(?:\s+and\s+Homeland\s+Security)?"
)
_SHERIFF_BY_NAME = r"[Oo]ffice\s+of\s+(?:the\s+)?(?:[Cc]ounty\s+)?Sheriff(?=\s+[A-Z])"
_SHERIFF = rf"[Ss]heriff{_S}?\s+(?P<what>[Oo]ffice|[Dd]epartment|[Dd]ept\.?)"
_CORRECTIONAL = r"[Cc]orrections?|[Cc]orrectional"
_ARM = (
    r"(?:[Dd]epartment|[Dd]ivision|[Aa]gency|[Bb]ureau|[Ss]ystem|officials|officers|authorities|administrators|leaders"
    r"|data|records|figures)"
)
"""The arms and the people of who runs a state's prisons."""
_JAIL = (
    r"(?:(?:[Cc]ounty|[Pp]arish)\s+)?(?:(?:[Rr]egional|[Mm]etropolitan|[Cc]entral)\s+)?(?:[Cc]orrectional\s+(?:[Cc]enter|[Ff]acility)|[Dd]etention\s+(?:[Cc]enter"
    r"|[Ff]acility)|[Aa]dult\s+[Dd]etention\s+[Cc]enter|[Jj]ails?|lockup|[Hh]ouse\s+of\s+[Cc]orrection)"
)

Builder = Callable[[re.Match[str], Setting, str | None], Built | None]


def _state_body(match: re.Match[str], where: Setting, county: str | None) -> Built | None:
    return re.sub(r"\s+", " ", match[0]), match["state"]


def _council(match: re.Match[str], where: Setting, county: str | None) -> Built | None:
    place = match.groupdict().get("place")
    name = (strip_lead(place) if place else None) or where.city_at(match.start())
    body = title_of(match["body"])
    if not name:
        return None
    if body == "Council":
        body = "City Council"
    return f"{name} {body}", where.place(name)


def _commissioners(match: re.Match[str], where: Setting, county: str | None) -> Built | None:
    place = match.groupdict().get("place")
    name = f"{strip_lead(place)} County" if place and strip_lead(place) else county or where.county
    if not name:
        return None
    body = match["body"].lower()
    official = {"commissioners": "Board of Commissioners", "supervisors": "Board of Supervisors"}.get(
        body, title_of(match["body"])
    )
    return f"{name} {official}", where.place(name)


def _district_attorney(match: re.Match[str], where: Setting, county: str | None) -> Built | None:
    place = match.groupdict().get("place")
    name = f"{strip_lead(place)} County" if place and strip_lead(place) else county or where.county
    return (f"{name} District Attorney's Office", where.place(name)) if name else None


def _court(match: re.Match[str], where: Setting, county: str | None) -> Built | None:
    return re.sub(r"\s+", " ", match[0]), None


SHAPES: list[tuple[Sought, Builder]] = [
    (sought(pattern), builder)
    for pattern, builder in [
        (rf"\b{_NAME}\s+(?P<unit>County|Parish)\s+{_SHERIFF}", sheriff),
        (rf"\b{_NAME}\s+(?P<unit>County|Parish){_S}?\s+(?:[Ss]heriff(?:{_S}\s+(?:officials|deputies|officers|staff"
            rf"|jail))?|deputies|{_JAIL})\b", sheriff),
        (rf"\b{_NAME}\s+(?P<unit>County|Parish){_S}?\s+[Pp]rison\b", prison),
        (rf"\b{_NAME}\s+Sheriff(?:{_S})?\s+(?P<what>Office|Department|Dept\.)", city_sheriff),
        (rf"\b(?:[Cc]ounty(?:{_S})?\s+)?{_SHERIFF}|\b{_SHERIFF_BY_NAME}", sheriff),
        (rf"\b[Ss]heriff{_S}\s+(?:officials|deputies|officers|staff|records|count|figures|data|numbers)\b", sheriff),
        (rf"\b(?:[Tt]he\s+)?[Oo]ffice\s+of\s+(?:the\s+)?[Ss]heriff\b|\bSheriff\s+(?:[A-Z][\w.]+\s+){{1,2}}[A-Z][\w-]+{_S}"
            rf"\s+(?:office|department|staff)\b", sheriff),
        (rf"\b(?:the|The|a|A)\s+(?:county(?:{_S})?\s+)?(?:{_JAIL})\b|\bcounty\s+jail\b|\b(?:its|his|her"
            rf"|their)\s+jail\b", sheriff),
        (r"\b(?:[Tt]he\s+)?county(?:’s|'s)?\s+prison\b", prison),
        (rf"\b[Cc]ity(?:{_S})?\s+{_JAIL}\b", citys_jail),
        (rf"\b(?:(?P<state>{STATE}|[Ss]tate)(?:{_S})?\s+)(?:State\s+)?[Pp]olice\b(?<![Cc]ity\spolice)", state_police),
        (rf"\b(?P<state>{STATE})\s+(?:Highway\s+Patrol|State\s+Patrol|Bureau\s+of\s+Investigation|National\s+Guard"
            rf"|State\s+Troopers)\b", _state_body),
        (rf"\b(?:{_NAME}(?:{_S})?\s+|[Tt]he\s+(?:city(?:{_S})?\s+)?|[Cc]ity(?:{_S})?\s+)"
            r"(?P<what>Division|Bureau|Department)\s+of\s+Police\b", police_of),
        (rf"\b(?:[Tt]he\s+)?(?:(?P<state>{STATE}|[Ss]tate)(?:{_S})?\s+)?(?P<body>[Pp]arole\s+(?:[Bb]oard|[Cc]ommission)"
            r"|(?:Board|Commission)\s+of\s+(?:Pardons\s+and\s+)?Paroles?)\b", parole),
        (r"\b(?:[Tt]he\s+)?(?:[Cc]ampus|(?<!\w\s)[Uu]niversity|(?<!\w\s)[Cc]ollege|the\s+(?:university|college)[’']s)\s+[Pp]olice"
            r"(?:\s+[Dd]epartment)?\b", campus_police_at),
        (rf"\b{_NAME}\s+County\s+[Pp]olice(?:\s+Department)?\b", county_police),
        (rf"\b{_NAME}(?:{_S})?\s+(?:Police\s+(?:Department|Dept\.?|Bureau|Division)|(?:city\s+|town\s+|village\s+)?police(?:\s+department)?|Police"
            rf"|PD)(?!\w|\s+(?:Chief|Commissioner|Officer))", police),
        (r"\b(?:[Tt]he\s+)?(?:[Cc]ity\s+|city’s\s+|city's\s+)?[Pp]olice\s+[Dd]epartment\b|\b(?:[Cc]ity|[Tt]own|[Bb]orough|[Vv]illage)(?:[’']s)?\s+(?:police"
            r"|cops)\b|\b(?:the|The)\s+police\b|\b[Pp]olice\s+(?:here\b|in\s+(?:this|the)\s+(?:[\w-]+\s+){0,3}(?:city|town|village"
            r"|borough|suburb)\b)", police),
        (rf"\b(?:{_NAME}(?:{_S})?\s+)(?P<body>City\s+Council|Town\s+Council|Board\s+of\s+Aldermen|Select\s+Board"
            rf"|Common\s+Council|Board\s+of\s+Alders)\b", _council),
        (r"\b(?:the\s+|The\s+)?(?P<body>[Cc]ity\s+[Cc]ouncil|Common\s+Council|Board\s+of\s+Aldermen"
            r"|[Tt]own\s+[Cc]ouncil|Select\s+Board)\b", _council),
        (rf"\b{_NAME}\s+County{_S}?\s+(?P<body>Board\s+of\s+(?:Commissioners|Supervisors)|Commission|Council"
            rf"|commissioners|supervisors|Board)\b", _commissioners),
        (r"\b(?:[Cc]ounty\s+)(?P<body>[Bb]oard\s+of\s+(?:[Cc]ommissioners|[Ss]upervisors)|commissioners"
            r"|[Cc]ommission|supervisors)\b", _commissioners),
        (rf"\b{_NAME}\s+County{_S}?\s+Department\s+of\s+(?P<dept>[A-Z]\w+(?:(?:,|\s+and|\s+of"
            rf"|\s+&)?\s+[A-Z]\w+){{0,4}})", county_department),
        (rf"\b{_NAME}\s+County\s+Corrections(?!\s+[A-Z])(?=[^.\n])", county_corrections),
        (rf"\b(?P<state>{STATE})(?:{_S})?\s+(?:[Ss]tate\s+)?Department\s+of\s+(?P<dept>{_DEPARTMENTS})\b",
        department),
        (rf"\b{_NAME}\s+(?P<what>(?:(?:Regional|Metro|Metropolitan|Municipal|Adult|Central)\s+)+(?:Jail"
            rf"|Detention\s+(?:Center|Facility|Bureau)|Correctional\s+(?:Center|Facility)|House\s+of\s+Corrections?))\b",
        facility),
        (rf"\b(?:[Tt]he\s+)?(?:(?P<whose>[Cc]ounty|[Cc]ity|[Mm]etro){_S}?\s+)?[Cc]orrections\s+(?:[Dd]epartment"
            rf"|[Dd]ivision|[Aa]gency|[Bb]ureau|officials|administrators|records|data|figures)\b", corrections),
        (rf"\b[Ii]n\s+{_NAME}(?:\s+(?:itself|proper))?,\s+(?:the\s+)?police\b(?!\s+(?:in|department))", police),
        (r"\b[Pp]olice\s+in\s+(?:the|this)\s+(?:[\w-]+\s+){0,3}?(?:city|town|borough|village)\b", own_police),
        (r"\b(?:[Hh]is|[Hh]er|[Ii]ts|[Oo]ur|[Tt]heir)\s+police(?:\s+department|\s+force)?\b", own_police),
        (rf"\b(?:the\s+|The\s+)?(?:(?P<city>[Cc]ity){_S}?\s+|(?P<county>[Cc]ounty){_S}?\s+|(?P<state>[Ss]tate){_S}?\s+|(?P<place>{_WORD}"
            rf"(?:[ ]{_WORD})?)\s+)?Department\s+of\s+(?P<dept>{_DEPARTMENTS})\b", department),
        (r"\b[Pp]risons\s+(?:spokes\w+|officials|director|chief|commissioner|system|department)\b", prison_system),
        (rf"\b(?P<state>{STATE}|[Ss]tate|[Tt]he\s+state)(?:{_S})?\s+(?:prison\s+(?:agency|system|department"
            rf"|officials|authorities|administrators)|prisons?|(?:{_CORRECTIONAL})\s+{_ARM})\b", prison_system),
        (rf"\b(?:(?P<state>{STATE}|[Ss]tate)(?:{_S})?\s+)?[Aa]ttorney\s+[Gg]eneral{_S}\s+[Oo]ffice\b"
            rf"|\b[Oo]ffice\s+of\s+the\s+(?:(?P<state2>{STATE})\s+)?[Aa]ttorney\s+[Gg]eneral\b", attorney_general),
        (rf"\b[Tt]he\s+(?:(?P<state>state){_S}?\s+)?attorney\s+general(?!{_S}?\s+[A-Z])\b", attorney_general),
        (rf"\b(?:[Tt]he\s+)?(?:(?P<state>{STATE}|[Ss]tate)(?:{_S})?\s+)?(?<!\w)[Gg]overnor{_S}\s+[Oo]ffice\b",
        governor),
        (rf"\b(?:[Tt]he\s+)?[Mm]ayor{_S}\s+[Oo]ffice\b|\b[Oo]ffice\s+of\s+(?:the\s+)?Mayor\b", mayor),
        (rf"\b(?:{_NAME}\s+County\s+)?[Dd]istrict\s+[Aa]ttorney{_S}\s+[Oo]ffice\b", _district_attorney),
        (r"\bU\.?S\.?\s+[Aa]ttorney[’']s\s+[Oo]ffice\b|\b(?:U\.?S\.?|[Ff]ederal)\s+(?:District|Circuit)\s+Court"
            r"(?:\s+of\s+Appeals)?\b|\bU\.?S\.?\s+Court\s+of\s+Appeals\b|\b[A-Z]\w+\s+Superior\s+Court\b", _court),
    ]
]  # fmt: skip
