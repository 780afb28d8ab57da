"""The places of a sentence that a count can be about: not those in the names of offices, laws, groups and persons."""

from __future__ import annotations

import re

from extract import places
from extract.claims import bodies
from extract.claims.parties import side
from extract.claims.reading import Reading, Unit
from extract.model import Mention
from extract.places import outlets
from extract.places.names import COUNTY_ENDS

_OTHER_NAME = re.compile(
    r"(?:'s|’s)?\s+(?:ICE\s+|[Ii]mmigration\s+|[Ff]ederal\s+|[Ff]ield\s+|[Dd]istrict\s+)*(?:(?:[Ss]ub-?)?[Oo]ffice|spokes\w+|director|station|University|College|Supreme|law\b|laws\b|[Aa]ct\b|ordinance|lawmakers"
    r"|legislature|residents?|lawsuit|court|suburb|exurb)"
    r"|(?:'s|’s)?\s+State\s+(?:University|College|Police|Supreme)"
    rf"|\s+{outlets.PAPERS}\b(?!\s+(?:and|for|to)\b)"
    r"|\s+on\s+(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,"
    r"|-based\b|(?:'s|’s)\s+(?:\w+\s+){0,2}(?:Act|Law|Directive|Ordinance|act|law|ordinance)\b"
)
_STATE_BODY = re.compile(
    r"\s+(?:State\s+)?(?:Bureau\s+of|Division\s+of|Commission\s+on|Institute|Association|Sheriffs[’']|Jail\s+\w+"
    r"|Council\s+o[nf]|Board\s+of|Center\s+for|Coalition|Alliance|Immigra\w+|Office\s+of)\b"
)
"""What makes a state the first word of a body's name: "reports filed with the Georgia Bureau of Investigation"."""
_OFFICE_IN = re.compile(
    r"\b(?:office|judge|court|courthouse|attorney|lawyer|professor|university|clinic|newspaper|hearing|spokes\w+"
    r"|officials?|headquarters|group|organization|nonprofit|think tank|inbox|server|center|rally|conference|speech"
    r"|campaign|institute)\s(?:\w+\s)?in\s$"
    r"|\b(?:commissioners|lawmakers|reporters|supervisors|legislators|councilors|senators)\sin\s$"
    r"|\b(?:on file|filed|lodged with a judge|ride|flight|plane|bus|van|trip|return)\s(?:back\s)?(?:to|in)\s$"
    r"|\b(?:agency|said|telephone|based|headquartered|reached|speaking|lives?|lived|born|trial|suit|lawsuit|sitting|seated"
    r"|stationed|posted|assigned|presiding|meeting|testifying|appearing|convicted|sentenced|raised|somebody|someone|anyone"
    r"|nobody|colleagues?|directors?|supervisors?|agents?|prosecutors?|investigators?|consulate|airport|newsroom|vendor"
    r"|contractor|laborator(?:y|ies)|lab|grand jury|jury)\sin\s$"
    r"|\b(?:lawmaker|legislator|professor|lawyer|attorney|reporter|delegate|advocate|activist|organizer|researcher"
    r"|consultant|expert|scholar|economist|analyst|student|pastor|priest|resident|native|citizen)s?\s(?:from|of|in|at)\s$"
    r"|\b(?:directive|ruling|opinion|decision|session|statehouse|capitol|legislature|law\sschool)\s(?:in|from)\s$"
    r"|\b(?:covers|oversees|handles|serves|spans)\s(?:all\sof\s)?(?:the\s)?$|\bas\sfar\s(?:away\s|north\s|south\s|east\s|west\s)?as\s$"
    r"|\b(?:booked|arrested|detained|jailed|charged|caught|stopped)\s(?:(?:first|earlier|originally|there|initially)\s)?"
    r"by\s(?:the\s)?$"
    r"|\b(?:for|against|on|over|with)\s(?:\w+\s){0,2}(?:booked|arrested|jailed|charged|wanted|convicted|sentenced)\sin\s$"
    r"|\b(?:director|spokes\w+|agent|officer|official|supervisor|chief|lawyer|attorney|deputy)\s[^.;]{0,45}"
    r"\b(?:Enforcement|ICE|Security|agency|department|Operations|government)\sin\s$"
    r"|\b(?:agents|officers|officials|teams?|vans?|bus(?:es)?)\s(?:from|based\sin|out\sof)\s"
    r"(?:[A-Z][\w.]+(?:\s[A-Z][\w.]+)?(?:,|,?\s(?:and|or))\s){0,2}$|\b(?:agency|ICE)['’]s\s$"
    r"|\b(?:one\sof\s(?:the|its)|the|its)\s(?:(?:few|only|last|first|second|third|fourth|most|\w+est)(?:[\s-](?!in\b)\w+){0,3})\sin\s$"
    r"|\b(?:drive|drove|drives|driv(?:en|ing)|trip|came|come|coming|travel\w*|flown|flew|hours|miles|minutes|wait\w*|call\w*)"
    r"\s(?:over\s|up\s|down\s|on\s|away\s)?(?:from|to|for)?\s?$"
    r"|\b(?:moved|relocated|fled)\s(?:back\s)?(?:from|to)\s$|\bOperations\sin\s$"
    r"|\b(?:north|south|east|west|north(?:east|west)|south(?:east|west))\sof\s$"
    r"|\b(?:Rep|Sen|Reps|Sens|Gov|Representative|Senator|Congress\w+|Delegate)\.?\s(?:[A-Z][\w.’'-]*\s){1,3}(?:of|from)\s$"
    r"|\b(?:among|one\sof|of)\s(?:the\s)?(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several)\s$",
    re.I,
)
_STATE = re.compile(r"\s+State\b")
_NEAR = 90
"""Characters before a place in which a text says who is there."""
_IN_A_NAME = re.compile(r"\b(?:University|College|School|Court|District|Diocese|Bank|Union) (?:of|for) (?:the )?$")
JAIL_IN = re.compile(r"\b(?:jail|lockup|detention center|courthouse|cells?),? (?:in|at) $", re.I)


def mentions(reading: Reading, unit: Unit) -> list[Mention]:
    """Places of the sentence that a count can be about: not part of an office's or a law's name, not a dateline."""
    out = []
    for place in reading.within(reading.places, unit.start, unit.end):
        if (about := reading.counted_about.get(place.start)) is None:
            about = reading.counted_about[place.start] = _can_count(reading, place)
        if about:
            out.append(place)
    return out


def _can_count(reading: Reading, place: Mention) -> bool:
    text = reading.text
    if federal_office(reading, place.start):
        return False
    if _OTHER_NAME.match(text[place.end : place.end + 40]) or heads(text, place):
        return False
    if place.name in places.STATES and _STATE_BODY.match(text, place.end):
        return False
    if place.name not in places.STATES and _STATE.match(text, place.end):
        return False
    taken = [(x.start, x.end) for x in reading.statutes] + [(x.start, x.end) for x in reading.dates]
    if any(start <= place.start < end for start, end in taken):
        return False
    before = text[max(0, place.start - _NEAR) : place.start]
    if _OFFICE_IN.search(before) or _IN_A_NAME.search(before):
        return False
    if place.name != reading.home and _in_a_name(reading, place):
        return False
    return not (JAIL_IN.search(before) and _is_seat(reading, place))


def _in_a_name(reading: Reading, place: Mention) -> bool:
    """Whether a place is in the name of a person or of a group ("Rae Lynn Dooley", "the Wisconsin Rights Project")."""
    if any(
        o.name in reading.text[place.start - 30 : place.end + 30] and _inside(reading, place, o.name)
        for o in reading.officials
    ):
        return True
    return any(
        body.start <= place.start
        and place.end <= body.end
        and (body.start, body.end) != (place.start, place.end)
        and body.kind == "organization"
        for body in bodies.named(reading, max(0, place.start - 60), place.end)
    )


def _inside(reading: Reading, place: Mention, name: str) -> bool:
    at = reading.text.find(name, max(0, place.start - len(name)), place.end + len(name))
    return at >= 0 and at <= place.start and place.end <= at + len(name)


def _is_seat(reading: Reading, place: Mention) -> bool:
    """Whether a city is only where the article's county has its seat."""
    document = reading.document
    setting = places.setting(document.text, document.jurisdiction, document.title, document.outlet)
    name = place.name.split(",")[0]
    return setting.level == "county" and not name.endswith(COUNTY_ENDS) and name == setting.city


def federal_office(reading: Reading, at: int) -> bool:
    """Whether a place is in a federal office's name ("ERO Lake Arden")."""
    office = next((m for m in reading.agencies if m.start <= at < m.end or 0 <= at - m.end <= 1), None)
    return office is not None and side(office.name) == "federal"


def heads(text: str, place: Mention) -> bool:
    """Whether a place is the dateline's."""
    line = places.DATELINE.match(text, text.rfind("\n", 0, place.start) + 1)
    return line is not None and line.start("city") <= place.start < line.end("city")
