"""Whom words without a name stand for: "police", "the auditors", "the warden", an official's office."""

from __future__ import annotations

import re

from extract.agencies import DHS
from extract.claims import bodies, offices
from extract.claims.governments import civil_party
from extract.claims.parties import court_party, custody_party, data, federal_party
from extract.claims.reading import Reading
from extract.model import Official
from extract.places import STATES

REPORTERS = re.compile(
    r"\b(?:Auditor|Comptroller|Controller|Inspector General|Ombudsman|Public Advocate|Accountability Office"
    r"|(?:Legislative|Legislature[’']s) (?:Audit|Analyst|Auditor|Research|Services)[\w’' ]*"
    r"|Audit (?:Bureau|Office|Division)|(?:Bureau|Office|Division) of (?:[A-Z][a-z]+ )?Audits?)\b",
    re.I,
)
"""Offices that count for themselves, whatever government they belong to."""
GROUPS = frozenset(
    {"association", "league", "institute", "union", "coalition", "nonprofit", "society", "alliance", "network"}
)
KEEPERS = re.compile(
    r"\b(?:warden|jailer|sheriff|undersheriff|chief deputy|police chief|chief of police|jails?|prisons?|corrections?"
    r"|correctional|detention)\b",
    re.I,
)
PLACE = re.compile(r"(?:[A-Z][\w.’'-]+ ){1,3}(?:County|Parish)")
RUNS = re.compile(
    r"(?:, \d+)?,? (?:who )?(?:now )?(?:runs?|ran|heads?|headed|leads?|led|directs?|directed|oversees|oversaw|commands?"
    r"|commanded|manages?|managed|supervises?|is in charge of|was in charge of|works? for|worked for|is with)\s"
)
"""What stands between a person and what he runs."""
NAMED = re.compile(
    r"\b(?:[Aa]n?|[Tt]he|[Ii]ts)\s(?:[\w.’'-]+\s){0,5}(?:supervisor|officer|agent|official|director|head|chief|manager|commander"
    r"|administrator|lawyer|attorney|captain|lieutenant|sergeant)"
    r"(?:\sthere|\s(?:for|with|at|in|of)\s[\w.’' -]{2,40})?(?:\s(?:named|called)|,)\s"
)
"""What a person is called before his name ("a field office supervisor named")."""
FIELD = re.compile(r"\b(?:field office|deportation|immigration|federal)\b")
STATE_PEOPLE = re.compile(
    r"(?:the )?(?:state(?:[’']s)? (?:lawyers?|attorneys?|officials?|spokes\w+|leaders|administrators)"
    r"|(?:lawyers|attorneys|officials|counsel) for the state)"
)
"""Who speaks for a state, whose prisons the text is about."""
ADMINISTRATION = re.compile(
    r"(?:senior |top |an? |some )*(?:officials? (?:in|of|with|at|from) )?(?:the )?"
    r"(?:(?:first|second|current|present|previous|prior|last|outgoing|incoming|new) )?"
    r"(?P<whose>trump|biden|obama|bush|clinton|federal|white house|u\.s\.)?[’']?s? ?administration(?:[’']s)?"
    r"(?: in Washington)?(?: (?:officials?|lawyers?|spokes\w+|figures|lawsuit|aides?))?",
    re.I,
)
"""A president's government: what it says of detainers is of the department that runs both agencies."""
PRESIDENT = re.compile(r"\b(?:Trump|Biden|Obama|George W\. Bush)\b")
"""Whose administration it is where the text does not call it by his name each time."""
HEADS = re.compile(rf"{PRESIDENT.pattern}|\b(?:[Mm]ayor|[Gg]overnor|Gov\.|[Cc]ounty [Ee]xecutive)(?!\w)")
"""Who may have an administration: a president, a mayor, a governor."""
OF_STATES = tuple(f"{state} Department" for state in STATES)
LED = 60
"""Characters behind "runs" in which what he runs is named."""
HELD = (
    ("Department of Corrections", re.compile(r"\bcorrections?\b", re.I)),
    ("Jail", re.compile(r"\b(?:jail|warden|detention)", re.I)),
)
"""What the office of somebody who holds people is called, where the text gives him to the county itself."""


def by_description(reading: Reading, words: str, before: int) -> str | None:
    """The party that words without a name stand for: "police", "the county", "the court system"."""
    if government := of_administration(reading, words, before):
        return government
    said = set(re.findall(r"[a-z]+", words.lower()))
    if (office := offices.titled(reading, words)) is not None and not (said & set(data()["nouns"]["custody"])):
        return office
    if department := offices.department(reading, words):
        return department
    if any(word[:1].isupper() for word in words.split()[1:]):
        return None
    nouns = data()["nouns"]
    if said & set(data()["examiners"]) and (body := reviewer(reading, before)):
        return body
    if said & GROUPS:
        return bodies.full_name(reading, words, before)
    if said & set(nouns["federal"]):
        return federal_party(reading, before)
    if said & {"sheriffs", "jails", "prisons", "lockups"} or not said:
        return None
    if said & set(nouns["custody"]):
        return custody_party(reading, before)
    if "officers" in said and said & {"city", "town", "village", "borough"}:
        return custody_party(reading, before)
    if STATE_PEOPLE.fullmatch(words.lower()):
        held = custody_party(reading, before)
        return held if held is not None and held.startswith(OF_STATES) else None
    if said & {"court", "courts", "judiciary"}:
        return court_party(reading, before)
    return civil_party(reading, words, before)


def of_administration(reading: Reading, words: str, before: int) -> str | None:
    """Whose the count of a president's government is: "the Trump administration", "the administration" of a text that
    speaks of a president; no mayor's, where one was told of last before a place."""
    if "dministration" not in words or (match := ADMINISTRATION.fullmatch(words.strip())) is None:
        return None
    if match["whose"]:
        return DHS
    if words.strip().lower() == "administration" or PRESIDENT.search(reading.text) is None:
        return None  # the noun of somebody's
    heads = [found[0] for found in HEADS.finditer(reading.text, 0, before)]
    return DHS if not heads or PRESIDENT.fullmatch(heads[-1]) else None


def reviewer(reading: Reading, before: int) -> str | None:
    """The body that reviews others ("the auditors"): the last named before a place."""
    known = [m for m in reading.agencies if m.start < before and REPORTERS.search(m.name)]
    other = [b for b in bodies.named(reading, 0, before) if REPORTERS.search(b.name)]
    found = max([*known, *other], key=lambda m: m.start, default=None)
    if found is not None:
        return str(found.name)
    if heads := [office_of(o) for o in reading.officials if o.agency and REPORTERS.search(o.role or "")]:
        return heads[0]
    titles = [title for title in offices.TITLED.finditer(reading.text, 0, before) if REPORTERS.search(title["what"])]
    return offices.titled(reading, titles[-1][0]) if titles else None  # "The state auditor took a sample"


def office_of(official: Official) -> str:
    """The office of an official: an auditor's is its own ("Nebraska State Auditor"), and so is a jail's."""
    agency, role = official.agency or "", official.role or ""
    if PLACE.fullmatch(agency) and (kept := next((what for what, said in HELD if said.search(role)), None)):
        return f"{agency} {kept}"
    found = REPORTERS.search(role)
    if found is None or found[0].lower() in agency.lower():
        return agency
    place = re.sub(r"^(?:State|City|Town|County) of ", "", agency)
    shared = [word for word in place.split() if word in role.split()]
    return role if shared else f"{place} {role}"


def head_of(reading: Reading, name: str) -> str | None:
    """The agency that the text says a person runs or works for: "Ana Roe runs the ICE office in Omaha", "an ICE
    supervisor named Ana Roe"."""
    at = reading.text.find(name)
    unit = reading.unit_at(at) if at >= 0 else None
    if unit is None:
        return None
    behind = RUNS.match(reading.text, at + len(name), unit.end)
    if behind is not None:
        led = reading.within(reading.agencies, behind.end() - 1, behind.end() + LED)
        return str(led[0].name) if led else None
    before = NAMED.search(reading.text, unit.start, at)
    if before is None or before.end() != at:
        return None
    of = reading.within(reading.agencies, before.start(), at)
    if of:
        return str(of[-1].name)
    there = " there" in before[0] and FIELD.search(reading.text, max(unit.start, before.start() - LED), before.start())
    return federal_party(reading, at) if there or FIELD.search(before[0]) else None


def keeper(reading: Reading, name: str, at: int | None = None) -> str | None:
    """The agency of a warden, sheriff or chief whose agency the text does not spell out, by where he speaks."""
    role = next((o.role or "" for o in reading.officials if o.name == name), "")
    return custody_party(reading, at) if KEEPERS.search(role) else None
