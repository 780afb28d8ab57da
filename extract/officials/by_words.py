"""Whose official the bearer of a common title is ("director", "chief", "chair"): by the other words of the role, by
what the text tells of around it, else of the nearest agency."""

from __future__ import annotations

import re
from collections.abc import Callable

from extract.agencies import level, resolve
from extract.officials import bodies, fields, jails, local_offices, police, wider_offices
from extract.officials.found import Found
from extract.officials.nearest import may_be, nearest
from extract.officials.scene import Scene


def aide(found: Found, scene: Scene) -> str | None:
    """Of those who speak or write for somebody: as of anyone, else the mayor's where the text tells of one."""
    return anyone(found, scene) or (
        local_offices.mayor(found, scene) if re.search(r"\b[Mm]ayor\b", scene.text) else None
    )


def anyone(found: Found, scene: Scene) -> str | None:
    """By the words of the role, else the nearest agency before it in the paragraph or the one before, unless an
    organization that is no agency stands nearer."""
    text = found.role_text.lower() if " of the board of " in found.role_text.lower() else found.role.text.lower()
    head = found.role.head
    body = re.search(
        r"\b([Cc]ommittee|[Cc]ouncil|[Bb]oard|[Cc]ommission)[’']s\s*$",
        scene.text[max(0, found.role.start - 20) : found.role.start],
    )
    if body and (own_body := _of_body(body[1].capitalize(), found, scene)):
        return own_body
    if head != "supervisor" and _THEIRS.search(scene.text, max(0, found.role.start - 120), found.role.start):
        return jails.of_them(found, scene)
    if own := re.match(r"(department|agency|office)(?:['’]s)?\s", text):
        known = [m for m in scene.mentions if may_be(found, m)]
        return resolve(own[1], found.role.start, known, scene.where) or nearest(found, scene)
    if re.search(r"\bof\s+the\s+(?:\w+\s+)?field\s+office\b", found.role_text):
        return wider_offices.ice(found, scene)
    if found.role_text.endswith(" there") and _there(found, scene):
        return wider_offices.ice(found, scene)
    if branch := _BRANCH.search(found.role_text):
        here = scene.text.rfind("\n\n", 0, max(0, scene.text.rfind("\n\n", 0, found.start)))
        if branch[2] == "office" and FIELD_OFFICE.search(scene.text, max(0, here), found.start):
            return wider_offices.ice(found, scene)
        known = [m for m in scene.mentions if may_be(found, m)]
        branched = resolve(branch[1] or branch[2], found.role.start, known, scene.where)
        return branched or (wider_offices.ice(found, scene) if branch[1] else None) or nearest(found, scene)
    for word, resolver in _WORDS.items():
        if word in text:
            return resolver(found, scene)
    if (owner := _GOVERNMENT.search(scene.text, found.near[0], found.role.end)) and found.how != "title":
        return _OWNERS[owner[1].lower()](found, scene)
    if whose := _OF_GOVERNMENT.search(found.role_text):
        return _OWNERS[whose[1]](found, scene)
    if field := fields.office(found, scene):
        return field
    if head == "superintendent" and (jailer := jails.superintendent(found, scene)):
        return jailer
    if head in _CHAIRS and (board := local_offices.board(found, scene)):
        return board
    if head == "trustee" and (board := bodies.governing(scene, found.role.start, None, r"Village|Town\w*|Trustees")):
        return board
    if text in ("director", "deputy director") and found.how == "title":
        if _CORRECTIONS.search(scene.text[: found.role.start]):
            return jails.corrections(found, scene)
        if scene.where.level == "county" and "heriff" not in scene.text and jails.told_of(found, scene):
            return jails.director(found, scene)
    if head == "chief" and (there := police.chief_there(found, scene)):
        return there
    if text == "chief" and found.how == "title" and jails.about(found, scene):
        return jails.head(found, scene)
    if head in ("chief", "superintendent") and found.how == "title":
        return police.police(found, scene)
    if RANKED.search(scene.text[max(0, found.start - 14) : found.start]) and (
        named := scene.before(found.role.start, "Police|Sheriff")
    ):
        return named
    if head in ("commissioner", "deputy commissioner", "assistant commissioner"):
        return _bare_commissioner(found, scene)
    if head == "supervisor" and found.how == "title":
        return local_offices.supervisor(found, scene)
    if head == "secretary" and found.how == "title":
        return wider_offices.federal(found, scene)
    if head.startswith("spokes") and _OF_SHERIFF.search(_sentence(found, scene)):
        return local_offices.sheriff(found, scene) or nearest(found, scene)
    return nearest(found, scene)


_OF_SHERIFF = re.compile(r"^(?:[A-Z .]+ [—–-]+ )?(?:The sheriff|[Dd]eputies)\s(?!in\b|of\b)")
"""What makes a spokesman the sheriff's: "The sheriff got nine ICE detainers, spokesman Lou Trent said"."""


def _sentence(found: Found, scene: Scene) -> str:
    """The sentence of a role up to it, where it names no agency that could be its own."""
    ends = (scene.text.rfind(mark, 0, found.role.start) for mark in (". ", "\n"))
    start = max((at + len(mark) for at, mark in zip(ends, (". ", "\n"), strict=True) if at >= 0), default=0)
    local = any(level(m.name) != "federal" for m in scene.within(start, found.role.start))
    return "" if local else scene.text[start : found.role.start]


_THEIRS = re.compile(
    r"\b(?:jails|prisons|lockups|detention\s+centers)\b(?:[^;:.\n]|\.(?=\s+Their\b))*\b[Tt]heir\s+(?:[\w-]+\s+){0,2}$"
)
"""Before the head of a place's jails: "the county runs two jails, and their director, Lou Trent, ..."."""
_BRANCH = re.compile(
    r"\b(?:in|of|for|from|at|with)\s+(?:(?:the|that)\s+(agency|department)[’']s\s+(?:[A-Z][\w.]+\s+){1,3}(?:field\s+)?office"
    r"|that\s+(agency|department|office))\b"
)
"""The branch of a federal agency, or an agency named before, that a role is at: "an officer from the agency's Erie
office", "a deputy director in that office"."""
FIELD_OFFICE = re.compile(
    r"\b(?:ICE|Customs\s+Enforcement|[Aa]gency|ERO)(?:[’']s)?\s+(?:[A-Z][\w.]+\s+){1,3}(?:field\s+)?office\b"
    r"|\b(?:[Ff]ield|[Ss]ub-?)\s?[Oo]ffice\b"
)


_FIELD_BEFORE = re.compile(r"\bfield office\b[^.!?\n]{0,60}$")
"""Before "a supervisor there": "When I called the field office in Erie"."""


def _there(found: Found, scene: Scene) -> bool:
    """Whether the sentence before a role tells of a field office."""
    start = found.role.start
    return _FIELD_BEFORE.search(scene.text, max(0, start - 90), start) is not None


def _of_body(kind: str, found: Found, scene: Scene) -> str | None:
    """Whose "the board's director" is."""
    if kind == "Council":
        return local_offices.council(found, scene)
    county = scene.where.county_at(found.role.start) or scene.where.county
    return bodies.governing(scene, found.role.start, county, rf"\b{kind}") or local_offices.council(found, scene)


_CHAIRS = frozenset({"chair", "chairman", "chairwoman", "chairperson"})


_CORRECTIONS = re.compile(
    r"\b[Cc]orrections?\s+[Dd]epartment|Department\s+of\s+Corrections?|Metro\s+Corrections"
    r"|\b[Pp]rison\s+(?:system|agency|department)|\b[Cc]orrection(?:s|al)?\s+(?:officials|agency|system|authorities)"
)


_GOVERNMENT = re.compile(r"\b(county|city|town|state)[’']s\s+(?:[\w-]+\s+){0,3}", re.I)
"""Whose a role is, where only the kind of government is said: "the county's criminal justice director"."""
_OF_GOVERNMENT = re.compile(r"\b(?:in|of|for|at|with)\s+the\s+(county|city|town|state)[’']s\s")
"""The same after the role: "a supervisor in the county's pretrial office"."""
_OWNERS: dict[str, Callable[[Found, Scene], str | None]] = {
    "county": local_offices.county_of,
    "city": local_offices.mayor,
    "town": local_offices.mayor,
    "state": wider_offices.governor,
}
RANKED = re.compile(
    r"\b(?:Sgt|Lt|Capt|Maj|Cmdr|Col|Cpl|Det)\.\s+$|\b(?:Deputy|Officer|Captain|Lieutenant|Sergeant|Major|Trooper)\s+$"
)
"""A sworn rank before a name: its bearer is of a police department or a sheriff's office."""


_COMMISSIONERS = re.compile(r"\b(?:[Cc]ounty|[Tt]he|[Oo]ur) commissioners\b|\bCommissioners\b")
"""What tells that a county is governed by several."""
_KEEPERS = re.compile(r"\b(?:jails?|prisons?|correction|sheriff|commissioners|county)\b", re.I)


def _of_police(found: Found, scene: Scene) -> bool:
    """Whether the paragraph of "Commissioner Lou Trent" tells of police alone: "Police got nine, ..."."""
    start = scene.text.rfind("\n", 0, found.role.start) + 1
    told = scene.text[start : found.role.start]
    return re.search(r"\b[Pp]olice\b", told) is not None and not _KEEPERS.search(told)


def _bare_commissioner(found: Found, scene: Scene) -> str | None:
    text = scene.text
    many = scene.where.level == "county" and _COMMISSIONERS.search(text)
    if not many and (named := re.findall(r"\b((?:[A-Z]\w+ ){1,3}Commission)\b", text[: found.role.start])):
        return named[-1]
    if not many and found.how == "title" and _of_police(found, scene):
        return police.police(found, scene)
    for pattern, resolver in (
        (r"[Pp]olice\s+[Cc]ommissioner", police.police),
        (r"[Cc]orrections?\s+[Cc]ommissioner|Commissioner\s+of\s+Correction", jails.corrections),
        (r"[Cc]ounty\s+[Cc]ommission|Board\s+of\s+Commissioners", local_offices.commissioner),
        (r"Department\s+of\s+Correction", jails.corrections),
        (r"[Pp]olice\s+[Dd]epartment|NYPD|[Cc]ity\s+[Pp]olice", police.police),
    ):
        if re.search(pattern, text):
            return resolver(found, scene)
    return local_offices.commissioner(found, scene) if scene.where.county else nearest(found, scene)


_WORDS: dict[str, Callable[[Found, Scene], str | None]] = {
    "board of supervisors": local_offices.supervisor,
    "board of commissioners": local_offices.commissioner,
    "probation": local_offices.probation,
    "police": police.police,
    "sheriff": local_offices.sheriff,
    "field office": wider_offices.ice,
    "deportation": wider_offices.ice,
    "removal": wider_offices.ice,
    "homeland": wider_offices.federal,
    "corrections": jails.corrections,
    "correction": jails.corrections,
    "council": local_offices.council,
    "governor": wider_offices.governor,
    "village ": local_offices.mayor,
    "borough ": local_offices.mayor,
    "township ": local_offices.mayor,
    "city ": local_offices.mayor,
    "county ": local_offices.county_of,
    "jail": jails.keeper,
    "prison": jails.prison,
    "mayor": local_offices.mayor,
    "state ": wider_offices.governor,
}
