"""How names and roles stand together in a text: titles, appositions, lists, labels, signature blocks; `telling` has the
clauses that say who somebody is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extract.needles import sought
from extract.officials import people, telling
from extract.officials.found import Found
from extract.officials.people import NAME
from extract.officials.roles import Role
from extract.places.names import STATE_FORM

_COMPLEMENT = re.compile(
    r"(?:\s+(?:of|for|at|with|in|over|on|to|from)\s+(?:(?!\b(?:said|says|told|wrote|who|which"
    r"|(?<!\bin )(?<!\bof )(?<!\bfor )(?<!\bat )that(?!\s(?:office|agency"
    r"|department)\b)|and\s+(?:said|has|is|who)|but|was|is|has|had|testified|announced|called|since)\b)(?:[A-Z]\.\s?)*(?:Gov\.|St\.|Mr\.|Lt\.|Sgt\.|U\.S\.|Sen\."
    r"|\([A-Z]{2,6}\)|[^,.;:“”\"\n()—–]))+)+"
)
_OF_WHOM = re.compile(
    r"\s+(?:of|with|from|at)\s+(?:(?!\b(?:said|says|told|wrote|who|has|was|is|had|asked|testified|and|but|that)\b)"
    r"[^,.;:“”\n]){3,60}"
)
_AFTER_OK = re.compile(r"\s*(?:[,.;:)|—–\-\]]|$|\n|who\b|since\b|”|\"|and\b|told\b|wrote\b)")
_APPOSED = re.compile(
    r",\s+(?:(?:aged?\s+)?\d{2},\s+)?(?:(?:R|D|I)-[^,]{2,20},\s+)?(?:(?:who\s+"
    r"(?:until\s+[\w ]{3,16}\s)?(?:is|was|has\s+been|serves\s+as|served\s+as"
    r"|works\s+as|worked\s+as)(?:\s+(?:then|now|also|still|currently))?|now|also|currently|then|formerly)\s+)?"
    r"(?:(?P<det>[Tt]he|an?|one\s+of\s+the|its|his|her|their|our|that)\s+)?(?P<extra>(?:(?!(?:the|an?|his|her|its"
    r"|their|said|says|told|wrote|and|but|who|when|where|whose|as|while|after|because|for|with)\b)(?:[a-z][\w’'&-]*"
    r"|\d[\w-]*|[A-Z]{2,6}(?:[’']s)?|U\.S\.)[ ]+){0,5}(?:(?:[A-Z][\w-]+[ ]){0,2}[A-Z][\w-]+[’']s[ ]+"
    r"(?:[a-z]\w+[ ]+){0,2})?(?:(?:pick|choice|nominee)\s+(?:for|to\s+be)\s+)?)$"
)
_RANK_BEFORE = (
    r"(?:(?:Mr|Ms|Mrs|Sgt|Lt|Capt|Cmdr|Maj|Col|Cpl|Det|Lt\.\s+Col|Dr|Atty|Attorney|Officer|Deputy|Captain"
    r"|Lieutenant|Sergeant|Major|Colonel)\.?\s+)?"
)
_THEN_NAME = re.compile(
    rf"(?:\s+(?:then|now|at\s+the\s+time))?,\s+{_RANK_BEFORE}(?P<name>{NAME})(?=,|\.|\s+(?:said|told|wrote|says|has|confirmed|declined|did|added"
    rf"|acknowledged|called|put|noted)\b|;|\s*$|\n)"
)
_NO_OTHER = (
    r"(?!(?:[\w-]+\s+){0,4}(?:officials?|officer|agent|spokes\w+|supervisor|director|deputy|chief|sergeant|clerk|captain"
    r"|commissioner|lawyer|attorney|advocate|reporter|professor|lieutenant)\s+named)"
)
"""No other role between: not the governor, in "In a letter to the governor, an ICE official named Lou Trent"."""
_CALLED = re.compile(
    rf"(?:\s+at\s+the\s+time|\s+then|\s+now)?(?:(?:,|\s+(?:is|was)(?:\s+(?:then|now|still))?)\s+an?\s+{_NO_OTHER}(?:[\w-]+,?\s+){{1,5}}?"
    rf"|\s+)named\s+{_RANK_BEFORE}(?P<name>{NAME})"
    rf"|(?:\s+at\s+the\s+time|\s+then|\s+now)?\s+(?:is|was)(?:\s+(?:then|now|still))?\s+{_RANK_BEFORE}"
    rf"(?P<is>{NAME})(?=[.,;])"
)
"""After a role: "a supervisor named Lou Trent", "the sheriff then, a careful man named Lou Trent", "The sheriff is"."""
_FIELD = re.compile(
    r"\s+(?:of|for)\s+(?:(?:the|and|Public|Information|Safety|Operations|Affairs|Communications|Police|Corrections?"
    r"|Elections|Records|Intergovernmental|Legal|Matters|Policy|Community"
    r"|Investigations|Detention|Patrol|Homeland|Security|State|Justice|Enforcement|Removal|Field|Programs|Media"
    r"|Relations|External|Internal|Administration|Strategic|Services|Human|Health|Staff)\b\s*)+(?<!\s)(?=\s[A-Z])"
)
_LISTED = re.compile(r"(?:\s*\([^)\n]{2,20}\))?(?:,?\s+and\s+|,\s+)")
_LABEL = sought(r"^(?P<label>[A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]*){1,6})(?=:|, [A-Z])", re.M)
_THE = re.compile(r"\b[Tt]he\s+$")


def find(text: str, roles: list[Role]) -> list[Found]:
    """Every name with a role, in the order of the text."""
    out: list[Found] = []
    for i, role in enumerate(roles):
        following = roles[i + 1] if i + 1 < len(roles) else None
        named = list(_around(text, role, following))
        if named and role.text.lower() == role.head and " " not in role.head:
            told = _told_before(text, role, roles[:i])
            named = [replace(one, role=told) if one.how in ("before", "apposition") and told else one for one in named]
        out += named
    out += telling.relative(text, roles)
    out += telling.predecessors(text, out)
    out += telling.named_next(text, roles, out)
    out += _labels(text, roles)
    return sorted(out, key=lambda found: found.start)


def _around(text: str, role: Role, following: Role | None) -> Iterator[Found]:
    if signed := _signed(text, role):
        yield signed
        return
    if role.text.rstrip(".").endswith("s") and (several := _plural(text, role)):
        yield from several
        return
    if titled := _titled(text, role, following):
        yield titled
        return
    if bracketed := _bracketed(text, role):
        yield bracketed
        return
    complement = _COMPLEMENT.match(text, role.end) or re.compile(r"\s+(?:there|here)\b").match(text, role.end)
    end = role.end + len(complement[0].rstrip()) if complement else role.end
    if complement and (state := _OF_STATE.match(text, end)):
        end = state.end()
    if before := _apposed(text, role, end):
        yield before
    elif after := _then_named(text, role, end):
        yield after
    elif told := telling.copula(text, role, end, end_ok=_AFTER_OK.match(text, end) is not None):
        yield told


_OF_STATE = re.compile(rf",[ ](?:{STATE_FORM})(?=,)")
"""The state behind the place of a role: "a spokesman for ICE in St. Paul, Minn., Lou Trent"."""


def _told_before(text: str, role: Role, earlier: list[Role]) -> Role | None:
    """For "The auditor, Lou Trent, ..." the role as an earlier sentence has it: "a report by the city auditor"."""
    if not _THE.search(text, max(0, role.start - 6), role.start):
        return None
    fuller = [one for one in earlier if one.head.split()[-1] == role.head and role.start - one.end < 600]
    if not fuller or fuller[-1].text.lower() == role.head:
        return None
    return replace(role, text=fuller[-1].text, head=fuller[-1].head, kind=fuller[-1].kind)


_NO_JUSTICE = re.compile(
    r"(?:\b(?:for|of|and|[Cc]riminal|[Ss]ocial|[Rr]acial)|(?<!\bChief)(?<!\bCourt)(?<!\bAssociate)\b[A-Z]\w+)\s$"
)
"""What before "Justice" makes it part of a name: "Center for Justice Data", "Hoosier Justice Clinic"."""


def _titled(text: str, role: Role, following: Role | None) -> Found | None:
    """ "Sheriff Walt Amundsen", "ICE spokeswoman Renata Oduya", "Major Wes Priddy of the sheriff's office"."""
    if role.text == "Justice" and _NO_JUSTICE.search(text, max(0, role.start - 30), role.start):
        return None
    gap = re.match(r"(?:[  ](?:for\s+now\s+)?|\s+Dr\.\s+)", text[role.end : role.end + 6])
    if not gap:
        return None
    field = _FIELD.match(text, role.end) if text[role.start].isupper() else None
    if field:
        role = replace(role, end=field.end(), text=text[role.start : field.end()])
    at = field.end() + 1 if field else role.end + gap.end()
    if following and following.start == at and following.kind == "rank":
        at = following.end + 1
    span = people.name_at(text, at)
    if not span or span[0] != at or (field and len(text[slice(*span)].split()) < 2):
        return None
    if (
        role.kind == "rank"
        and role.head in ("officer", "deputy", "commander", "inspector", "detective", "major", "captain")
        and not text[role.start].isupper()
    ):
        return None
    near = (role.start, span[1])
    if complement := _OF_WHOM.match(text, span[1]):
        near = (role.start, complement.end())
    return Found(text[slice(*span)], *span, role, role.text, "title", near)


def _apposed(text: str, role: Role, end: int) -> Found | None:
    """ "Earl Stoddard, an assistant county administrator", "Todd Lyons, ICE assistant director of field operations"."""
    if not _AFTER_OK.match(text, end):
        return None
    lead = _APPOSED.search(text, max(0, role.start - 90), role.start)
    if not lead:
        return None
    span = people.name_before(text, lead.start())
    span = _past_title(text, span)
    if not span or len(text[slice(*span)].split()) < 2:
        return None
    role = replace(
        role, status=role.status or ("incoming" if re.search(r"pick|choice|nominee", lead["extra"]) else None)
    )
    extra = lead["extra"].strip()
    start = role.start - len(lead["extra"]) if extra and len(extra.split()) <= 3 else role.start
    return Found(text[slice(*span)], *span, role, text[start:end].strip(), "apposition", (lead.start("extra"), end))


_TITLE_WORDS = re.compile(
    r"(?:.*\b(?:Director|Chief|President|Commissioner|Sheriff|Chairman|Chairwoman|Chair|Secretary|Officer"
    r"|Superintendent|Administrator|Manager)\s+)(?=[A-Z])"
)


def _past_title(text: str, span: tuple[int, int] | None) -> tuple[int, int] | None:
    """The span of a name without another title before it ("Association Executive Director Jim Ames, the former
    sheriff")."""
    title = _TITLE_WORDS.match(text[slice(*span)]) if span else None
    return (span[0] + title.end(), span[1]) if span and title else span


def _then_named(text: str, role: Role, end: int) -> Found | None:
    """ "A spokeswoman for the office, Delia Marchetti-Roy, said", "Her spokeswoman, Sgt. Ilse Drummond", "A supervisor
    named Lou Trent", "The sheriff was Lou Trent"."""
    match = _THEN_NAME.match(text, end) or _CALLED.match(text, end)
    if not match:
        return None
    span = people.name_at(text, match.start("name") if match["name"] else match.start("is"))
    if not span or len(text[slice(*span)].split()) < 2:
        return None
    before = max(text.rfind(". ", 0, role.start), text.rfind("\n", 0, role.start), text.rfind(", ", 0, role.start), 0)
    return Found(text[slice(*span)], *span, role, text[role.start : end].strip(), "before", (before, end))


def _plural(text: str, role: Role) -> list[Found]:
    """ "Councilors Fatima Delgado, Brendan Mullaney and Rosalind Okoro": the title is everyone's."""
    out: list[Found] = []
    at = role.end + 1
    while span := people.name_at(text, at):
        if span[0] != at:
            break
        one = role.text[: -len(role.text.split()[-1])] + _one(role)
        out.append(Found(text[slice(*span)], *span, role, one, "title", (role.start, role.end)))
        joint = _LISTED.match(text, span[1])
        if not joint or (out and "and" in joint[0] and len(out) > 1 and "and" in text[out[-2].end : span[0]]):
            break
        at = joint.end()
    return out if len(out) > 1 else []


def _one(role: Role) -> str:
    """The last word of a plural title in the singular, in the capitals that it has."""
    word = role.head.split()[-1]
    return word.capitalize() if role.text.split()[-1][0].isupper() else word


def _bracketed(text: str, role: Role) -> Found | None:
    """ "Ms. Dunmore (chair)", "Walt Amundsen (sheriff)"."""
    if role.start == 0 or text[role.start - 1] != "(" or text[role.end : role.end + 1] not in (")", ","):
        return None
    span = people.name_before(text, role.start - 2)
    if not span or (
        len(text[slice(*span)].split()) < 2 and not re.search(r"M(?:r|s|rs)\.\s$", text[max(0, span[0] - 5) : span[0]])
    ):
        return None
    return Found(text[slice(*span)], *span, role, role.text, "apposition", (role.start, role.end))


def _labels(text: str, roles: list[Role]) -> Iterator[Found]:
    """Transcript labels with a title: "SHERIFF DELMAR COYNE:", "MAYOR RUIZ:"."""
    for match in _LABEL.finditer(text):
        role = next((role for role in roles if role.start == match.start()), None)
        if role and role.end < match.end() - 2:
            start, end = role.end + 1, match.end()
            if people.is_no_name(text[start:end].title()):  # "ALDER COUNTY": a place, whose name is a title too
                continue
            yield Found(text[start:end].title(), start, end, role, role.text.title(), "title", (role.start, role.end))


def _signed(text: str, role: Role) -> Found | None:
    """ "David Fallon\\nChief of Police", "Contact: Devin Aldous, Press Secretary"."""
    line = text.rfind("\n", 0, role.start) + 1
    if not line or text[line : role.start].strip(" \t") or line < 4:
        return None
    above = text[text.rfind("\n", 0, line - 1) + 1 : line - 1].strip()
    match = re.fullmatch(rf"(?:/s/\s*|Sincerely,?\s*)?(?:(?:Mr|Ms|Mrs|Dr|Hon|The Hon)\.\s+)?({NAME}),?", above)
    if not match or len(match[1].split()) < 2:
        return None
    start = text.rfind(match[1], 0, line)
    end = text.find("\n", role.end)
    end = end if end >= 0 else len(text)
    if end - role.start > 70:
        return None
    return Found(
        match[1], start, start + len(match[1]), role, text[role.start : end].strip(), "signature", (role.start, end)
    )
