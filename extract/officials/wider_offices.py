"""The agencies of state and federal officials, and of judges."""

from __future__ import annotations

import re

from extract.agencies import DHS, ICE, names
from extract.agencies.local import state_prisons
from extract.officials import bodies, local_offices
from extract.officials.found import Found
from extract.officials.scene import Scene
from extract.places import AP, NAMES, STATES, strip_lead


def corrections(found: Found, scene: Scene) -> str | None:
    named = re.match(r"((?:[A-Z]\w+\s+){1,2})[Pp]risons?\s", found.role.text)
    if named and (owner := strip_lead(named[1])):
        return f"{owner} Department of Prisons"
    county = scene.county_at(found.role.start)
    if re.match(r"jail|detention", found.role.head):
        return jail_head(found, scene)
    if scene.where.level == "city" and (own := _of_city(scene)):
        return own
    if found.role.head == "chief of corrections" and re.search(r"\b[Ss]heriff", scene.text):
        return local_offices.sheriff(found, scene)
    if not county and (place := bodies.metro(scene)):
        return f"{place} Department of Corrections"
    if not county and re.search(r"\b[Cc]ounty\s+(?:[Ee]xecutive|[Cc]ouncil)", scene.text):
        guess = scene.where.sheriffs
        if guess and not state_prisons(scene.text):
            return f"{guess} Department of Corrections"
    elif county and not state_prisons(scene.text) and (scene.where.level == "county" or _of_county(found, scene)):
        return f"{county} Department of Corrections"
    if before := scene.before(found.role.start, "Correction"):
        return before
    return f"{scene.where.state_name} Department of Corrections" if scene.where.state else None


def _of_city(scene: Scene) -> str | None:
    """A city's own department of correction or prisons, where it is known to have one."""
    city = (scene.where.city or "").removesuffix(" City")
    kinds = (f"{city} City Department of Correction", f"{city} Department of Prisons")
    return next((own for kind in kinds if (own := names.known(kind))), None)


def _of_county(found: Found, scene: Scene) -> bool:
    """Whether a corrections director is a county's: "its corrections director", of a county named in the paragraph."""
    start = scene.text.rfind("\n", 0, found.role.start) + 1
    owned = re.search(r"\b(?:its|the\s+county[’']s)\s+$", scene.text[max(0, found.role.start - 14) : found.role.start])
    return bool(owned) and any(start <= at < found.role.start for at, _ in scene.where.counties)


def jail_head(found: Found, scene: Scene) -> str | None:
    """Whose a jail's director, superintendent or chief is: the facility's that the text names, or a metro government's,
    or a county's department in states that have them."""
    county = local_offices.county_of(found, scene)
    if not scene.where.county and (place := bodies.metro(scene)):
        return f"{place} Department of Corrections"
    if county and scene.where.state in bodies.words()["departments"]:
        return f"{county} Department of Corrections"
    named = bodies.facility(scene, found.role.start, county)
    if county and (not named or named == f"{county} Jail") and (usual := bodies.house_of(scene.where.state)):
        return f"{county} {usual}"
    if named or not county:
        return named or scene.before(found.role.start, "Correction")
    return f"{county} {'Detention Center' if found.role.head.startswith('detention') else 'Jail'}"


def jail_director(found: Found, scene: Scene) -> str | None:
    """Whose "Director Lou Trent" is where a county's jail is told of: the facility's by its name, else the county's
    department of corrections."""
    own, county = jail_head(found, scene), local_offices.county_of(found, scene)
    return f"{county} Department of Corrections" if county and (own is None or own.endswith(" Jail")) else own


_STATE = re.compile(rf"\b(?:{'|'.join(sorted(STATES, key=len, reverse=True))})\b")


def _state_before(found: Found) -> str | None:
    match = _STATE.search(found.role.text)
    return match[0] if match else None


def governor(found: Found, scene: Scene) -> str | None:
    state = _state_before(found) or state_beside(found, scene)
    return f"{'Commonwealth' if state in _COMMONWEALTHS else 'State'} of {state}" if state else None


_COMMONWEALTHS = frozenset({"Kentucky", "Massachusetts", "Pennsylvania", "Virginia"})


def state_beside(found: Found, scene: Scene) -> str | None:
    """The state that an official of a state belongs to: of several in the text the one of the paragraph."""
    text = scene.text
    own = scene.state_at(found.role.start)
    start = text.rfind("\n", 0, found.role.start) + 1
    end = text.find("\n", found.end)
    before = list(_STATE.finditer(text, start, found.role.start))
    after = _STATE.search(text, found.end, end if end >= 0 else len(text))
    before = [m for m in before if m[0] != "Washington"]  # more often the government's seat
    named = before[-1][0] if before else after[0] if after and after[0] != "Washington" else None
    paragraph = {m[0] for m in before} | ({after[0]} if after else set())
    return own if own is None or own in paragraph or named is None else named


def legislator(found: Found, scene: Scene) -> str | None:
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


def attorney_general(found: Found, scene: Scene) -> str | None:
    if re.search(r"\bU\.?S\.?\b|\bUnited States\b", found.role.text):
        return "U.S. Department of Justice"
    if found.role.head == "assistant attorney general" and _FEDERAL_JUSTICE.search(scene.text):
        return "U.S. Department of Justice"
    state = _state_before(found) or state_beside(found, scene)
    return f"{state} Attorney General's Office" if state else None


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
        and (state := scene.state_at(found.role.start))
    ):
        return (
            scene.before(found.role.start, f"{state}.*Public Safety", after=False)
            or f"{state} Department of Public Safety"
        )
    county = scene.county_at(found.role.start)
    own = found.role.head.split()[-1].capitalize()
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


def judge(found: Found, scene: Scene) -> str | None:
    words = scene.text[max(0, found.near[0] - 12) : found.near[1]]
    if re.search(r"\b(?:U\.?S\.?|[Ff]ederal)\b|[Mm]agistrate", words):
        return "U.S. District Court" if "ircuit" not in words else "U.S. Court of Appeals"
    if match := re.search(r"\b[Ss]uperior\s+[Cc]ourt\b", words):
        del match
        county = scene.county_at(found.role.start)
        return f"{county} Superior Court" if county else "Superior Court"
    if "mmigration" in words:
        return "Executive Office for Immigration Review"
    if "ustice" in found.role.head:
        state = scene.state_at(found.role.start)
        return scene.before(found.role.start, "Supreme") or (f"{state} Supreme Court" if state else None)
    if named := scene.before(found.role.start, "Court"):
        return named
    if re.search(r"\b[Ff]ederal\s+(?:judge|court|lawsuit)\b|\bU\.S\.\s+District", scene.text):
        return "U.S. District Court"
    state = scene.state_at(found.role.start)
    return f"{state} District Court" if state and "district" in found.role.head else None
