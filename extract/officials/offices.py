"""Whose official a person is: the agency named in or beside the role, else by the kind of role and where the article
plays."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache

from extract import vocabulary
from extract.agencies import DHS, ICE, level, names, sheriff_name
from extract.model import Mention
from extract.officials.found import Found
from extract.officials.roles import Role
from extract.places import AP, NAMES, STATES, Setting, strip_lead


@dataclass(frozen=True)
class Scene:
    """What agency resolution looks at: the text, its agency mentions in order, and where it plays."""

    text: str
    mentions: list[Mention]
    where: Setting
    others: list[tuple[int, str]]
    """(offset, name) of organizations that are no agencies."""
    bosses: dict[str, str] = field(default_factory=dict)
    """Last names of officials whose agency is known, in lower case, with it: whose spokesman another one is."""

    def before(self, offset: int, fits: str, after: bool = True) -> str | None:
        """The last agency before `offset` whose name fits the pattern, else the first one after it."""
        fitting = [m for m in self.mentions if m.kind == "agency" and re.search(fits, m.name)]
        earlier = [m for m in fitting if m.start <= offset]
        if earlier:
            return earlier[-1].name
        return fitting[0].name if fitting and after else None

    def within(self, start: int, end: int) -> list[Mention]:
        return [m for m in self.mentions if m.start < end and start < m.end]


def agency(found: Found, scene: Scene) -> str | None:
    """The full official name of the agency, or None where the person seems to hold no public office."""
    role = found.role
    if national := _national().get(found.name):
        return national
    if boss := _boss(found, scene):
        return boss
    if state_office := _spokesman_for(found, scene):
        return state_office
    explicit = _named(found, scene)
    if explicit and (
        role.kind in ("any", "aide", "rank", "president", "prison", "judge") or _agrees(role.kind, explicit)
    ):
        return explicit
    chosen = _BY_KIND[role.kind](found, scene)
    return chosen or explicit


@cache
def _national() -> dict[str, str]:
    entries = vocabulary.load("national", [{"agency": str, "names": [str]}])
    return {name: entry["agency"] for entry in entries for name in entry["names"]}


def _boss(found: Found, scene: Scene) -> str | None:
    """The agency of the official whose aide this one is: "McFadden’s spokeswoman, Ann Ames", "Abbott press secretary
    Ann Ames"."""
    if found.role.kind not in ("any", "aide"):
        return None
    if re.search(
        r"\b(?:his|her|their)\s+(?:\w+\s+){0,2}$", scene.text[max(0, found.role.start - 24) : found.role.start]
    ):
        places = {
            last: max(m.start() for m in ms)
            for last in scene.bosses
            if (ms := list(re.finditer(rf"(?i)\b{re.escape(last)}\b", scene.text[: found.start])))
        }
        return scene.bosses[max(places, key=lambda last: places[last])] if places else None
    match = re.search(
        r"([A-Z][\w-]+)(?:[’']s?)?\s+(?:(?:chief|deputy|longtime|former)\s+)*$",
        scene.text[max(0, found.role.start - 40) : found.role.start],
    )
    return scene.bosses.get(match[1].lower()) if match else None


def _named(found: Found, scene: Scene) -> str | None:
    """The agency that the role's own words or the words beside it name."""
    start, end = found.near
    inside = [m for m in scene.within(start, end) if m.kind == "agency"]
    inside = [m for m in inside if not (found.start <= m.start < found.end)]
    if inside:
        ranked = sorted(inside, key=lambda m: level(m.name) == "court")
        return ranked[0].name
    role_words = found.role.text
    for alias in re.findall(r"\b[A-Z]{2,6}\b", role_words):
        if known := names.known(alias):
            return known
    if match := re.search(r"\bof\s+((?:[A-Z][\w’'-]+\s+){1,3})County\b", scene.text[start:end]):
        return _of_county(found.role, f"{strip_lead(match[1])} County", scene)
    return None


def _of_county(role: Role, county: str, scene: Scene) -> str:
    return sheriff_name(county, None, scene.where.state) if role.kind in ("sheriff", "rank") else county


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
        return _mayor(found, scene)
    if re.search(r"\b[Ss]heriff(?:[’']s)?\s", near) and not re.search(r"[Ss]heriff[’']s\s+(?:[Oo]ffice|[Dd]ep)", near):
        return _sheriff(found, scene)
    if re.search(r"\battorney\s+general\b", near, re.I):
        return _attorney_general(found, scene)
    return None


def _sheriff(found: Found, scene: Scene) -> str | None:
    around = scene.text[found.near[0] : found.near[1] + 30]
    if match := re.search(r"((?:[A-Z][\w’'-]+\s+){1,3})County\b", around):
        name = strip_lead(match[1])
        if name:
            return sheriff_name(f"{name} County", None, scene.where.state)
    if (
        (owner := _owner(found, scene))
        and f"{owner} County" != scene.where.county
        and not re.search(r"County|Parish", owner)
        and owner != scene.where.city
    ):
        return sheriff_name(f"{owner} County", None, scene.where.state)
    county = scene.where.county_at(found.role.start)
    named = scene.before(found.role.start, "Sheriff", after=False)
    if county and (
        not named or named.split(" Sheriff")[0].endswith(("County", "Parish")) or _speaks_of(county, found, scene)
    ):
        return (
            named if named and named.split(" Sheriff")[0] == county else sheriff_name(county, None, scene.where.state)
        )
    if named or (later := scene.before(found.role.start, "Sheriff")):
        return named or later
    local = scene.where.local or scene.where.city
    return (
        sheriff_name(local if local.endswith("County") else f"{local} County", None, scene.where.state)
        if local
        else None
    )


def _speaks_of(county: str, found: Found, scene: Scene) -> bool:
    """Whether the county is named in the paragraph up to the role, or is what most of the article is about."""
    start = scene.text.rfind("\n", 0, found.role.start) + 1
    if any(name == county for at, name in scene.where.counties if start <= at <= found.role.start):
        return True
    mentions = [name for _, name in scene.where.counties]
    return mentions.count(county) >= 3 and 2 * mentions.count(county) >= len(mentions)


def _owner(found: Found, scene: Scene) -> str | None:
    """Whose the role is by a possessive before it: "Harnett Fork’s jail administrator"."""
    match = re.search(
        r"((?:[A-Z][\w-]+ ){0,2}[A-Z][\w-]+)[’']s?\s+(?:\w+\s+){0,2}$",
        scene.text[max(0, found.role.start - 60) : found.role.start],
    )
    return strip_lead(match[1]) if match else None


def _police(found: Found, scene: Scene) -> str | None:
    words = re.sub(
        r"(?i)\b(?:police|chief|commissioner|superintendent|deputy|assistant|acting|interim|former|spokes\w+|of"
        r"|city|new|longtime)\b",
        "",
        found.role.text,
    ).strip()
    if words and words[0].isupper() and (place := strip_lead(words)):
        return names.known(f"{place} Police Department") or f"{place} Police Department"
    around = scene.text[found.role.end : found.near[1] + 40]
    if found.how in ("signature", "apposition", "before") and (
        match := re.match(
            r"(?:,| of| for| in)\s+(?:the\s+)?([A-Z][\w’-]+(?: [A-Z][\w-]+){0,2})(?=\s*(?:$|\n|[,.]))", around
        )
    ):
        return (
            names.known(f"{match[1]} Police Department")
            or f"{match[1].removesuffix(' Police Department')} Police Department"
        )
    if scene.where.lead_at(found.role.start) and (city := scene.where.city_at(found.role.start)):
        return f"{city} Police Department"
    return scene.before(found.role.start, "Police Department") or (
        f"{_city(scene)} Police Department" if _city(scene) else None
    )


def _city(scene: Scene) -> str | None:
    return scene.where.city or scene.where.local


def _rank(found: Found, scene: Scene) -> str | None:
    start = scene.text.rfind("\n", 0, found.role.start) + 1
    here = [m.name for m in scene.within(start, found.role.start) if re.search("Police|Sheriff", m.name)]
    if here:
        return here[-1]
    if scene.where.level == "county" and (own := _sheriff(found, scene)):
        return own
    return scene.before(found.role.start, "Police|Sheriff") or _police(found, scene)


def _aide(found: Found, scene: Scene) -> str | None:
    return _any(found, scene) or (_mayor(found, scene) if re.search(r"\b[Mm]ayor\b", scene.text) else None)


def _council(found: Found, scene: Scene) -> str | None:
    county = scene.where.county
    if county and (
        re.match(r"[Cc]ounty", found.role.text)
        or (re.search(r"\b[Cc]ounty\s+[Cc]ouncil", scene.text) and not re.search(r"[Cc]ity\s+[Cc]ouncil", scene.text))
    ):
        return f"{county} Council"
    if match := re.match(r"((?:[A-Z][\w’-]+\s+){1,3})(?:City|Town)?\s*Counci", found.role.text):
        place = re.sub(r"\s*\b(?:City|Town)$", "", strip_lead(match[1])).strip()
        if place and place not in ("City", "Town", "Former"):
            return f"{place} City Council"
    return scene.before(found.role.start, r"(?:City|Town|Common) Council") or (
        f"{_city(scene)} City Council" if _city(scene) else None
    )


def _aldermen(found: Found, scene: Scene) -> str | None:
    if board := scene.before(found.role.start, "Aldermen|Alders"):
        return board
    return scene.before(found.role.start, "City Council") or (
        f"{scene.where.city} City Council" if scene.where.city else None
    )


def _mayor(found: Found, scene: Scene) -> str | None:
    if "vice mayor" in found.role.head or "pro tem" in found.role.head:
        return _council(found, scene)
    if match := re.match(
        r"(?:(?:Former|Acting|Interim)\s+)?((?:[A-Z][\w’-]+\s+){1,3})(?:[Dd]eputy\s+)?[Mm]ayor", found.role.text
    ):
        place = strip_lead(match[1])
        if place:
            return f"City of {place}"
    kind = "Town" if found.role.head.startswith(("town", "select", "first select")) else "City"
    if city := scene.where.city_at(found.role.start) or (None if scene.where.county else scene.where.local):
        return f"{kind} of {city}"
    police = scene.before(found.role.start, "Police Department")
    if not police and scene.where.county:
        return scene.where.county
    return (
        f"{kind} of {police.removesuffix(' Police Department').replace('New York City', 'New York')}"
        if police
        else None
    )


def _commissioner(found: Found, scene: Scene) -> str | None:
    county = _county(found, scene)
    if "chair" in found.role.head or "president" in found.role.head:
        return scene.before(found.role.start, "County Commission$") or (f"{county} Commission" if county else None)
    return scene.before(found.role.start, "County (?:Board of Commissioners|Commission)") or (
        f"{county} Board of Commissioners" if county else None
    )


def _supervisor(found: Found, scene: Scene) -> str | None:
    county = _county(found, scene)
    return scene.before(found.role.start, "Board of (?:Supervisors|Commissioners)") or (
        f"{county} Board of Supervisors" if county else None
    )


def _county(found: Found, scene: Scene) -> str | None:
    around = scene.text[found.near[0] : found.near[1] + 30]
    if (match := re.search(r"((?:[A-Z][\w’'-]+\s+){1,3})County\b", around)) and (name := strip_lead(match[1])):
        return f"{name} County"
    return scene.where.county_at(found.role.start)


def _prosecutor(found: Found, scene: Scene) -> str | None:
    office = next(
        (name for head, name in _PROSECUTORS.items() if head in found.role.head), "District Attorney's Office"
    )
    if (match := re.match(r"((?:[A-Z][\w-]+\s+){1,3}?)(?:District|State)", found.role.text)) and (
        place := strip_lead(match[1])
    ):
        return f"{place} {office}"
    county = _county(found, scene)
    return scene.before(found.role.start, office) or (f"{county} {office}" if county else None)


_PROSECUTORS = {
    "prosecuting attorney": "Prosecuting Attorney's Office",
    "prosecutor": "Prosecutor's Office",
    "state's attorney": "State's Attorney's Office",
    "commonwealth's attorney": "Commonwealth's Attorney's Office",
}


def _prison(found: Found, scene: Scene) -> str | None:
    if (match := re.match(r"((?:[A-Z]\w+\s+){1,2})[Pp]risons?\s", found.role.text)) and (place := strip_lead(match[1])):
        return f"{place} Department of Prisons"
    named = scene.before(found.role.start, "Prison|Jail|Detention|Correction|Sheriff")
    if named or not (county := scene.where.county_at(found.role.start)):
        return named
    return (
        f"{county} Prison" if re.search(r"\b[Pp]rison\b", scene.text) else sheriff_name(county, None, scene.where.state)
    )


def _jail(found: Found, scene: Scene) -> str | None:
    """The county's jail under its own name, for those who run one that is not the sheriff's."""
    county = scene.where.county_at(found.role.start)
    match = (
        re.search(rf"{re.escape(county)}\s+(Detention\s+Center|Correctional\s+\w+|[Jj]ail|Prison)", scene.text)
        if county
        else None
    )
    return f"{county} {match[1].title()}" if match else None


def _corrections(found: Found, scene: Scene) -> str | None:
    if (match := re.match(r"((?:[A-Z]\w+\s+){1,2})[Pp]risons?\s", found.role.text)) and (place := strip_lead(match[1])):
        return f"{place} Department of Prisons"
    if named := scene.before(found.role.start, "Correction"):
        return named
    if (
        found.role.head in ("jail director", "jail superintendent", "corrections director")
        and scene.where.level != "state"
        and (jail := _jail(found, scene))
    ):
        return jail
    return f"{scene.where.state_name} Department of Corrections" if scene.where.state else None


_STATE = re.compile(rf"\b(?:{'|'.join(sorted(STATES, key=len, reverse=True))})\b")


def _state_before(found: Found) -> str | None:
    match = _STATE.search(found.role.text)
    return match[0] if match else None


def _governor(found: Found, scene: Scene) -> str | None:
    state = _state_before(found) or scene.where.state_at(found.role.start)
    return f"State of {state}" if state else None


def _legislator(found: Found, scene: Scene) -> str | None:
    state = _state_before(found) or scene.where.state_at(found.role.start)
    head, near = found.role.head, scene.text[max(0, found.near[0] - 20) : found.near[1]]
    tag = re.match(
        r"(?:,?\s+\(?(?:[RDI]|Republican|Democrat)-|\s+of\s+)(?P<state>[A-Z][\w.]*(?:\s[A-Z]\w+)?)",
        scene.text[found.end : found.end + 30],
    )
    if tag and (tag["state"].rstrip(",)") in {**STATES, **AP} or tag["state"].rstrip(",)") in NAMES):
        return "U.S. Senate" if "sen" in head else "U.S. House of Representatives"
    if "congress" in head or re.search(r"U\.S\.\s+(?:Rep|House)", near):
        return "U.S. House of Representatives"
    if re.search(r"U\.S\.\s+Sen", near):
        return "U.S. Senate"
    chamber = (
        "Senate"
        if "sen" in head
        else "House of Delegates"
        if head.startswith("del")
        else "Assembly"
        if "assembly" in head
        else "House of Representatives"
    )
    return f"{state} {chamber}" if state else None


def _attorney_general(found: Found, scene: Scene) -> str | None:
    if re.search(r"\bU\.?S\.?\b|\bUnited States\b", found.role.text):
        return "U.S. Department of Justice"
    state = _state_before(found) or scene.where.state_at(found.role.start)
    return f"{state} Attorney General's Office" if state else None


def _state(found: Found, scene: Scene) -> str | None:
    if (
        (match := re.search(r"[Pp]ublic [Ss]afety", found.role.text))
        and match
        and (state := scene.where.state_at(found.role.start))
    ):
        return (
            scene.before(found.role.start, f"{state}.*Public Safety", after=False)
            or f"{state} Department of Public Safety"
        )
    return scene.before(found.role.start, "Department of Public Safety|State Police", after=False) or _governor(
        found, scene
    )


def _ice(found: Found, scene: Scene) -> str | None:
    return ICE


def _federal(found: Found, scene: Scene) -> str | None:
    if "czar" in found.role.head:
        return "White House"
    return DHS


def _us_attorney(found: Found, scene: Scene) -> str | None:
    return "U.S. Attorney's Office"


def _judge(found: Found, scene: Scene) -> str | None:
    words = scene.text[max(0, found.near[0] - 12) : found.near[1]]
    if re.search(r"\b(?:U\.?S\.?|[Ff]ederal)\b|[Mm]agistrate", words):
        return "U.S. District Court" if "ircuit" not in words else "U.S. Court of Appeals"
    if match := re.search(r"\b[Ss]uperior\s+[Cc]ourt\b", words):
        del match
        county = scene.where.county_at(found.role.start)
        return f"{county} Superior Court" if county else "Superior Court"
    if "mmigration" in words:
        return "Executive Office for Immigration Review"
    if "ustice" in found.role.head:
        return scene.before(found.role.start, "Supreme")
    return scene.before(found.role.start, "Court")


def _any(found: Found, scene: Scene) -> str | None:
    """By the words of the role, else the nearest agency before it in the paragraph or the one before, unless an
    organization that is no agency stands nearer."""
    text = found.role.text.lower()
    head = found.role.head
    body = re.search(
        r"\b([Cc]ommittee|[Cc]ouncil|[Bb]oard|[Cc]ommission)[’']s\s*$",
        scene.text[max(0, found.role.start - 20) : found.role.start],
    )
    if body and (city_body := _council(found, scene)):
        return city_body
    for word, resolver in _WORDS.items():
        if word in text:
            return resolver(found, scene)
    if head == "superintendent" and (
        named := scene.before(found.role.start, "Police|Sheriff|Prison|Jail|Correction", after=False)
    ):
        return named
    if head in ("chief", "superintendent") and found.how == "title":
        return _police(found, scene)
    if _RANKED.search(scene.text[max(0, found.start - 14) : found.start]) and (
        named := scene.before(found.role.start, "Police|Sheriff")
    ):
        return named
    if head in ("commissioner", "deputy commissioner", "assistant commissioner"):
        return _bare_commissioner(found, scene)
    if head == "supervisor" and found.how == "title":
        return _supervisor(found, scene)
    if head == "secretary" and found.how == "title":
        return _federal(found, scene)
    return _nearest(found, scene)


_RANKED = re.compile(
    r"\b(?:Sgt|Lt|Capt|Maj|Cmdr|Col|Cpl|Det)\.\s+$|\b(?:Deputy|Officer|Captain|Lieutenant|Sergeant|Major|Trooper)\s+$"
)
"""A sworn rank before a name: its bearer is of a police department or a sheriff's office."""


def _bare_commissioner(found: Found, scene: Scene) -> str | None:
    text = scene.text
    for pattern, resolver in (
        (r"[Pp]olice\s+[Cc]ommissioner", _police),
        (r"[Cc]orrections?\s+[Cc]ommissioner|Commissioner\s+of\s+Correction", _corrections),
        (r"[Cc]ounty\s+[Cc]ommission|Board\s+of\s+Commissioners", _commissioner),
        (r"Department\s+of\s+Correction", _corrections),
        (r"[Pp]olice\s+[Dd]epartment|NYPD", _police),
    ):
        if re.search(pattern, text):
            return resolver(found, scene)
    return _commissioner(found, scene) if scene.where.county else _nearest(found, scene)


def _nearest(found: Found, scene: Scene) -> str | None:
    paragraph = max(0, scene.text.rfind("\n\n", 0, found.start))
    lower = max(0, scene.text.rfind("\n\n", 0, paragraph))
    known = [m for m in scene.mentions if lower <= m.start < found.role.start and level(m.name) != "court"]
    other = [at for at, _ in scene.others if lower <= at < found.role.start]
    if not known:
        same_sentence = [m for m in scene.mentions if found.end <= m.start < found.end + 200 and m.kind == "agency"]
        return same_sentence[0].name if same_sentence and found.how != "apposition" else None
    last = known[-1]
    if last.start < paragraph and not (other and other[-1] > last.end):
        last = next((m for m in known if m.kind == last.kind), last)
    if re.search(
        r"\b(?:said|says|wrote|according\s+to)\s+(?:an?\s+|the\s+)?$",
        scene.text[max(0, found.role.start - 22) : found.role.start],
    ):
        sentence = max(scene.text.rfind(". ", 0, found.role.start), scene.text.rfind("\n", 0, found.role.start), 0)
        last = next((m for m in known if m.start >= sentence), last)
    if last.kind == "organization" or (other and other[-1] > last.end):
        return None
    return last.name


_WORDS: dict[str, Callable[[Found, Scene], str | None]] = {
    "police": _police,
    "sheriff": _sheriff,
    "field office": _ice,
    "deportation": _ice,
    "removal": _ice,
    "homeland": _federal,
    "corrections": _corrections,
    "correction": _corrections,
    "council": _council,
    "governor": _governor,
    "city ": _mayor,
    "county ": lambda f, s: _county(f, s),
    "jail": _sheriff,
    "prison": _prison,
    "mayor": _mayor,
    "state ": _governor,
}

_BY_KIND: dict[str, Callable[[Found, Scene], str | None]] = {
    "sheriff": _sheriff,
    "police": _police,
    "rank": _rank,
    "council": _council,
    "aldermen": _aldermen,
    "mayor": _mayor,
    "aide": _aide,
    "commissioner": _commissioner,
    "supervisor": _supervisor,
    "county": lambda f, s: _county(f, s),
    "prosecutor": _prosecutor,
    "prison": _prison,
    "corrections": _corrections,
    "governor": _governor,
    "legislator": _legislator,
    "attorney_general": _attorney_general,
    "state": _state,
    "federal_ice": _ice,
    "federal": _federal,
    "us_attorney": _us_attorney,
    "judge": _judge,
    "president": lambda f, s: "White House",
    "any": _any,
}
