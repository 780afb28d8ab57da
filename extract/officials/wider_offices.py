"""The agencies of state and federal officials, and of judges."""

from __future__ import annotations

import re

from extract.agencies import DHS, ICE
from extract.officials import bodies
from extract.officials.found import Found
from extract.officials.scene import Scene
from extract.places import AP, NAMES, STATES
from extract.places.outlets import STATE_NAMED


def _state_before(found: Found) -> str | None:
    match = STATE_NAMED.search(found.role.text)
    return match[0] if match else None


def governor(found: Found, scene: Scene) -> str | None:
    state = _state_before(found) or state_beside(found, scene)
    return f"{'Commonwealth' if state in _COMMONWEALTHS else 'State'} of {state}" if state else None


_COMMONWEALTHS = frozenset({"Kentucky", "Massachusetts", "Pennsylvania", "Virginia"})


def state_beside(found: Found, scene: Scene) -> str | None:
    """The state that an official of a state belongs to: of several in the text the one of the paragraph."""
    text = scene.text
    own = scene.where.state_at(found.role.start)
    start = text.rfind("\n", 0, found.role.start) + 1
    end = text.find("\n", found.end)
    before = list(STATE_NAMED.finditer(text, start, found.role.start))
    after = STATE_NAMED.search(text, found.end, end if end >= 0 else len(text))
    before = [m for m in before if m[0] != "Washington"]  # more often the government's seat
    named = before[-1][0] if before else after[0] if after and after[0] != "Washington" else None
    paragraph = {m[0] for m in before} | ({after[0]} if after else set())
    return own if own is None or own in paragraph or named is None else named


def legislator(found: Found, scene: Scene) -> str | None:
    if found.role.head in _LEADERS and not _state_before(found) and (house := _of_county(found, scene)):
        return house
    state = _state_before(found) or state_beside(found, scene)
    head, near = found.role.head, scene.text[max(0, found.near[0] - 20) : found.near[1]]
    tag = re.match(
        r"(?:,?\s+\(?(?:[RDI]|Republican|Democrat)-|\s+of\s+)(?P<state>[A-Z][\w.]*(?:\s[A-Z]\w+)?)",
        scene.text[found.end : found.end + 30],
    )
    upper = "Senate" in found.role.text or head.startswith(("sen", "state sen"))
    if tag and (tag["state"].rstrip(",)") in {**STATES, **AP} or tag["state"].rstrip(",)") in NAMES):
        return "U.S. Senate" if upper else "U.S. House of Representatives"
    if "congress" in head or re.search(r"U\.S\.\s+(?:Rep|House)", near):
        return "U.S. House of Representatives"
    if re.search(r"U\.S\.\s+Sen", near):
        return "U.S. Senate"
    if upper:
        chamber = "Senate"
    elif head.startswith("del"):
        chamber = "House of Delegates"
    else:
        chamber = "State Assembly" if "assembly" in head else bodies.lower_house(state)
    if not state and re.search(r"^WASHINGTON\b", scene.text, re.M):
        return "U.S. Senate" if upper else "U.S. House of Representatives"
    return f"{state} {chamber}" if state else None


_LEADERS = frozenset({"majority leader", "minority leader"})
_STATEHOUSE = re.compile(r"\b(?:Assembly|Senate|House|[Ss]tate\s(?:legislat\w+|lawmakers?)|[Ss]tatehouse|[Cc]apitol)\b")
_COUNTY_HOUSE = re.compile(r"\b(?:[Cc]ounty(?:[’']s)?\s[Ll]egislat\w+|[Ll]egislators?\b|[Cc]ounty\s[Cc]ouncil)\b")


def _of_county(found: Found, scene: Scene) -> str | None:
    """The county's legislature or council, for one of its leaders in an article about a county."""
    county = scene.where.county if scene.where.level == "county" else None
    body = _COUNTY_HOUSE.search(scene.text) if county and not _STATEHOUSE.search(scene.text) else None
    return f"{county} {'Council' if body[0].endswith('ouncil') else 'Legislature'}" if body else None


def attorney_general(found: Found, scene: Scene) -> str | None:
    if re.search(r"\bU\.?S\.?\b|\bUnited States\b", found.role.text):
        return "U.S. Department of Justice"
    if found.role.head == "assistant attorney general" and _FEDERAL_JUSTICE.search(scene.text):
        return "U.S. Department of Justice"
    if "deputy" in found.role.head and _FEDERAL_JUSTICE.search(scene.text) and not _OFFICE_OF_AG.search(scene.text):
        return "U.S. Department of Justice"
    state = _state_before(found) or state_beside(found, scene)
    return f"{state} Attorney General's Office" if state else None


_OFFICE_OF_AG = re.compile(r"[Aa]ttorney\s+[Gg]eneral[’']s\s+[Oo]ffice|[Ss]tate[’']s?\s+[Aa]ttorney\s+[Gg]eneral")
_FEDERAL_JUSTICE = re.compile(
    r"(?:\bU\.S\.\s+|\b[Ff]ederal\s+|(?<!\b[Ss]tate )\b)(?:Justice\s+Department|Department\s+of\s+Justice)\b|\bDOJ\b"
)
_ITS_INSPECTOR = re.compile(
    r"\b(?:DHS|Homeland\s+Security(?:\s+Department)?)(?:[’']s)?\s+(?:OIG|(?:Office\s+of\s+(?:the\s+)?)?[Ii]nspector)"
    r"|[Ii]nspector\s+[Gg]eneral\s+(?:of|for|at)\s+(?:the\s+)?(?:U\.S\.\s+)?(?:DHS|(?:Department\s+of\s+)?Homeland)"
)


def state(found: Found, scene: Scene) -> str | None:
    if (
        (match := re.search(r"[Pp]ublic [Ss]afety", found.role.text))
        and match
        and (state := scene.where.state_at(found.role.start))
    ):
        return (
            scene.before(found.role.start, f"{state}.*Public Safety", after=False)
            or f"{state} Department of Public Safety"
        )
    county = scene.where.county_at(found.role.start)
    own = found.role.head.split()[-1].capitalize()
    turned = scene.turned_city(found, "Auditor") if own == "Auditor" else None
    if found.role.text.lower().startswith("city ") and (city := turned or scene.where.city or scene.where.local):
        return f"{city} City {own}"
    told = re.search(rf"\b([Cc]ity|[Cc]ounty|[Ss]tate)(?:[’']s)? {own.lower()}\b", scene.text)
    if told and told[1].lower() == "city" and (city := turned or scene.where.city or scene.where.local):
        return f"{city.removesuffix(' City')} City {own}"  # "the city auditor", then "Auditor Lou Trent"
    if own in ("Auditor", "Controller") and county and not re.search(rf"\b[Ss]tate(?:[’']s)? {own}", scene.text, re.I):
        return f"{county} {own}"
    return scene.before(found.role.start, "Department of Public Safety|State Police", after=False) or governor(
        found, scene
    )


def ice(found: Found, scene: Scene) -> str | None:
    return ICE


def federal(found: Found, scene: Scene) -> str | None:
    if "czar" in found.role.head or "white house" in found.role.head:
        return "White House"
    county = scene.where.county
    if found.role.head == "inspector general" and _ITS_INSPECTOR.search(scene.text):
        return DHS
    if found.role.head == "inspector general" and scene.where.level == "county" and county:
        return (
            scene.before(found.role.start, "Inspector General", after=False) or f"{county} Inspector General's Office"
        )
    return DHS


def us_attorney(found: Found, scene: Scene) -> str | None:
    return "U.S. Attorney's Office"


_APPEALS = re.compile(r"\b(?:state|state[’']s)\s(?:appeals\s[Cc]ourt|[Cc]ourt\sof\s[Aa]ppeals)\b")


_JUDGE = re.compile(
    r"\b(?:[Aa]n?|[Tt]he)\s+(?:[\w.’']+\s+){0,3}?(?:[Ff]ederal|U\.S\.|[Cc]ircuit|[Ss]uperior|[Dd]istrict|[Cc]ounty|[Ii]mmigration"
    r"|[Mm]agistrate|[Mm]unicipal)(?:\s+\w+){0,2}?\s+[Jj]udge\b"
)


def _told_before(found: Found, text: str) -> str:
    """How the text spoke of the judge before it named him: "A circuit judge on Monday", then "Judge Lou Trent"."""
    told = [m[0] for m in _JUDGE.finditer(text, 0, found.role.start)]
    return f" {told[-1]}" if told else ""


def judge(found: Found, scene: Scene) -> str | None:
    words = scene.text[max(0, found.near[0] - 12) : found.near[1]]
    if found.role.head == "judge" and not re.search(r"[Cc]ourt|[Ff]ederal|mmigration|U\.?S\.?\b", words):
        words += _told_before(found, scene.text)
    if re.search(r"\b(?:U\.?S\.?|[Ff]ederal)\b|[Mm]agistrate", words):
        return "U.S. District Court" if "ircuit" not in words else "U.S. Court of Appeals"
    if match := re.search(r"\b[Ss]uperior\s+[Cc]ourt\b", words):
        del match
        county = scene.where.county_at(found.role.start)
        return f"{county} Superior Court" if county else "Superior Court"
    if "mmigration" in words:
        return "Executive Office for Immigration Review"
    if "ustice" in found.role.head:
        state = scene.where.state_at(found.role.start)
        return scene.before(found.role.start, "Supreme") or (f"{state} Supreme Court" if state else None)
    state, county = scene.where.state_at(found.role.start), scene.where.county_at(found.role.start)
    if county and (found.role.head == "circuit judge" or re.search(r"\b[Cc]ircuit\b", words)):
        return f"{county} Circuit Court"
    if named := scene.before(found.role.start, "Court"):
        return named
    if state and found.role.head == "judge" and _APPEALS.search(scene.text):
        return f"{state} Court of Appeals"
    if re.search(r"\b[Ff]ederal\s+(?:judge|magistrate|jury|court|lawsuit)\b|\bU\.S\.\s+District", scene.text):
        return "U.S. District Court"
    return f"{state} District Court" if state and "district" in found.role.head else None
