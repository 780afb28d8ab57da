"""Public bodies and organizations that the vocabularies do not know, by the shape of their names in the text.

"The commission found": the "Texas Commission on Jail Standards" of three sentences before.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

from spacy.tokens import Token

from extract.claims.reading import Reading
from extract.model import Mention
from extract.places import NAMES

_PUBLIC = (
    "Commission|Committee|Board|Bureau|Auditor|Comptroller|Controller|Ombudsman|Inspector General|Department|Office"
    "|Division|Agency|Authority|Branch|Services|Corrections|Probation|Court|Clerk|Secretary of State"
)
_GROUPS = (
    "Clearinghouse|Center|Institute|Association|League|Coalition|Project|Archive|Network|Foundation|Alliance|Society"
    "|Forum|Federation|Conference|Fund|Campaign|Initiative|Partnership|Lab|Legal Aid|Defenders|Advocates|Collective"
    "|Collaborative|Observatory|Consortium|Caucus|University|Law School|Watch|Clinic|Legal Services"
)
_WORD = r"[A-Z][\w&.-]*(?:[’'][a-z]*)?"
_DAY = r"(?:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec|\w+day\b)"
_SAME = r"(?<![a-z]{2}\. )"
"""No new sentence."""
_LINKED = rf"(?: (?:of|on|for)(?: the)? (?!{_DAY}){_WORD}(?: {_SAME}(?:and |& |of |to )?{_WORD})*)"
NAME = re.compile(
    rf"\b(?P<lead>(?:{_WORD} {_SAME}){{0,5}}?)(?:(?P<public>{_PUBLIC})|(?P<group>{_GROUPS}))\b(?P<rest>{_LINKED}?)"
)
LED = re.compile(
    r"\s(?:Director|Chief|Manager|Supervisor|Commander|Secretary|Administrator|Superintendent|Deputy|Officer|Member|Clerk)\b"
)
"""Behind a name that is only part of what somebody is called: "Field Office Director Ann Roe"."""
LEAD = re.compile(r"^(?:The|A|An|In|At|By|But|And|For|Of|When|While|Honorable|Hon\.|According to(?: the)?)\s")
ENDS = re.compile(r"[a-z]{3}\.$")
"""Behind a name that its sentence ends with, no "Inc." of it."""
WORDS = re.compile(r"(?:(?:the|that|this|an?)\s)?(?:state\s)?(?P<noun>[a-z]+)(?:[’']s?(?:\s[\w ]+)?)?$", re.IGNORECASE)
GROUP = frozenset({"group", "organization", "nonprofit"})
_LONG = rf"{_WORD}(?: {_SAME}(?:(?:of|for|in|against|without|del?|la|las|los|the|and) )*{_WORD}){{1,5}}"
_CALLED = "group|organization|nonprofit|charity|network|coalition|volunteers|advocates|hotline|legal clinic|union"
_LEADS = (
    "(?:director|president|founder|organizer|coordinator) (?:of|at|for|with)(?: the)?"
    "|who (?:runs|leads|coordinates|directs)"
)
GROUPED = re.compile(
    rf"(?P<name>{_LONG}), (?:an?|the|which|whose|one of)"
    rf" [^,.;]{{0,60}}?\b(?:(?:{_CALLED})\b(?![’'])|tall(?:y|ies)|visits?|monitors?|represents?|observers?)\b"
    rf"|\b(?:{_CALLED}),? (?:called |named |known as )?(?P<behind>{_LONG})"
    rf"|\b(?:{_LEADS}) (?P<led>{_LONG})"
)
"""A name that its sentence calls a group's: "Friends of the Held, a nonprofit", "who coordinates Rapid Response"."""
OF = re.compile(rf"(?P<who>[A-Z][\w’'-]+(?: [A-Z][\w.’'-]+){{1,2}}) (?:of|with|from) (?P<name>{_LONG})")
"""A person by the group that he speaks for ("Ana Ruiz of Voces del Sur")."""
SCHOOL = re.compile(r"\b(?:University|College|Law School)\b")
"""For whom those who teach there do not speak ("Ann Lowe, a law professor at Seattle University")."""
STUDY = re.compile(
    r"(?:[’']s)? (?:\w+ ){0,2}(?:study|studies|report|analysis|survey|review|paper|researchers|team|clinic|data)\b"
)
"""Behind a school: what it counts by."""
ITS_HEAD = re.compile(
    r"\b(?:(?:its|the (?:group|organization|nonprofit|conference|association))(?:[’']s)?|their) "
    r"(?:executive |legal |policy )?(?:director|president|founder|coordinator|organizer|chair)",
    re.IGNORECASE,
)
_STAFF = (
    r"(?:(?:staff|senior|supervising|managing) (?:attorney|lawyer|counsel|organizer|researcher|analyst)"
    r"|(?:legal|executive|policy|research|data|program|advocacy|litigation) director|data (?:editor|analyst|scientist)"
    r"|lead (?:organizer|researcher|analyst)|organizer|policy analyst|co-?founder)"
)
STAFF_BEFORE = re.compile(rf"(?<![’']s )\b{_STAFF},? $", re.IGNORECASE)
STAFF_BEHIND = re.compile(rf", (?:an?|the|one of its|its) {_STAFF}s?\b(?! (?:for|of|at|with|in)\b)", re.IGNORECASE)
"""What one is in a group, beside a name."""
TRADE = re.compile(
    r"(?P<place>(?:[A-Z][\w.-]+ ){1,3}|(?:the )?state(?:[’']s)? |(?:the )?)"
    r"(?P<who>(?:[Jj]ail |[Pp]olice |[Pp]ublic )?(?:[Ss]heriffs|[Cc]hiefs|[Ww]ardens|[Jj]ailers|[Aa]dministrators"
    r"|[Cc]ommanders|[Dd]efenders)[’']?) "
    r"(?P<what>[Aa]ssociation|[Cc]ouncil|[Rr]oundtable|[Cc]onference|[Ll]eague|[Ff]ederation|[Ii]nstitute)\b"
)
"""A group of those who hold offices ("the Ohio sheriffs' association"): it speaks for itself, for no sheriff."""
NAMED_BEFORE = 1200
"""Characters back to the group that "its director" is of."""
KEPT = 16


@lru_cache(maxsize=KEPT)
def _names(text: str) -> tuple[Mention, ...]:
    out = []
    for match in NAME.finditer(text):
        name = LEAD.sub("", match[0])
        name = name[:-1] if ENDS.search(name) else name
        if name != (match["public"] or match["group"]) and LED.match(text, match.end()) is None:
            kind = "organization" if match["group"] else "agency"
            start = match.start() + match[0].index(name)
            out.append(Mention(match[0], start, start + len(name), kind, name))
    names = {body.name for body in out}
    for match in GROUPED.finditer(text):
        name = LEAD.sub("", match["name"] or match["behind"] or match["led"])
        name = name[:-1] if ENDS.search(name) else name
        if len(name.split()) > 1 and not any(name in other for other in names):
            names.add(name)
            out += [Mention(name, m.start(), m.end(), "organization", name) for m in re.finditer(re.escape(name), text)]
    return tuple(sorted(out, key=lambda body: body.start))


def named(reading: Reading, start: int, end: int) -> list[Mention]:
    """The bodies that begin between two places and are no known agency; `kind` is `organization` or `agency`."""
    names = _names(reading.text)
    first, last = (bisect_left(names, at, key=lambda body: body.start) for at in (start, end))
    return [body for body in names[first:last] if not reading.over(reading.agencies, body.start, body.end)]


def counts(reading: Reading, body: Mention) -> bool:
    """Whether a body may count something: no school where somebody teaches, but one by its own study."""
    return SCHOOL.search(body.name) is None or STUDY.match(reading.text, body.end) is not None


def is_group(name: str) -> bool:
    """Whether a name is shaped like an organization's."""
    match = NAME.search(name)
    return match is not None and match["group"] is not None


def of_trade(reading: Reading, words: str) -> str | None:
    """The group of sheriffs, wardens or chiefs that a source is, in full: "the state sheriffs' association"."""
    match = TRADE.search(words)
    if match is None:
        return None
    place = LEAD.sub("", match["place"])
    if not place[:1].isupper():
        known = TRADE.search(reading.text)
        state = NAMES.get((reading.home or "").split(", ")[-1], reading.home or "")
        if known is not None and known["place"][:1].isupper():
            return LEAD.sub("", known[0])
        if state not in NAMES.values():
            return None
        place = f"{state} "
    called = " ".join(word.capitalize() for word in f"{match['who']} {match['what']}".split())
    return f"{place}{called}"


def of_people(reading: Reading, people: Token) -> str | None:
    """The group that people without names are of: "Volunteers with Court Watch", "observers from the Sol Project"."""
    linked = (c for c in people.rights if c.dep_ == "prep" and c.lower_ in {"with", "from", "for", "of", "at"})
    things = (thing for prep in linked for thing in prep.children if thing.dep_ == "pobj")
    for thing in things:
        start, end = people.doc[thing.left_edge.i].idx, thing.idx + len(thing)
        if there := [b for b in named(reading, start, end) if b.kind == "organization" and not SCHOOL.search(b.name)]:
            return there[0].name
    return None


def of_person(reading: Reading, name: str) -> str | None:
    """The group that a person speaks for, where the text names him with it: "Ana Ruiz of Voces del Sur"."""
    surname = name.split()[-1]
    for match in OF.finditer(reading.text):
        start, end = match.span("name")
        place = reading.over(reading.places, start, end) or reading.over(reading.agencies, start, end)
        if match["who"].endswith(surname) and not place and not SCHOOL.search(match["name"]):
            return match["name"]
    at = reading.text.find(name)
    unit = reading.unit_at(at) if at >= 0 else None
    if unit is None:
        return None
    there = [b for b in named(reading, unit.start, unit.end) if b.kind == "organization" and not SCHOOL.search(b.name)]
    if beside := [body for body in there if not _told_of(reading, name, body)]:
        return beside[0].name
    if ITS_HEAD.search(reading.text, unit.start, unit.end) or _on_staff(reading, at, at + len(name)):
        before = [body for body in named(reading, max(0, at - NAMED_BEFORE), at) if body.kind == "organization"]
        return before[-1].name if before else None
    return None


def _on_staff(reading: Reading, start: int, end: int) -> bool:
    """Whether a person is called by what one is in a group, which is named before ("staff attorney Ann Roe said")."""
    return bool(STAFF_BEFORE.search(reading.text, max(0, start - 60), start) or STAFF_BEHIND.match(reading.text, end))


def _told_of(reading: Reading, name: str, body: Mention) -> bool:
    """Whether a body is whom a person speaks of: "Judge Pell noted that Court Watch had waited"."""
    return any(q.speaker == name for q in reading.over(reading.quotes, body.start, body.end))


def later_group(reading: Reading, words: str, before: int, than: str | None) -> str | None:
    """The group that "the group" stands for where it was named after another one that was taken for it."""
    match = WORDS.match(words.strip())
    if match is None or match["noun"].lower() not in GROUP:
        return None
    fit = [b for b in named(reading, max(0, before - NAMED_BEFORE), before) if b.kind == "organization"]
    return fit[-1].name if fit and reading.text.rfind(than or "\0", 0, before) < fit[-1].start else None


def full_name(reading: Reading, words: str, before: int) -> str | None:
    """The full name of what "the commission" or "the group's report" stands for: the last before a place, or the first
    behind it."""
    match = WORDS.match(words.strip())
    if match is None:
        return None
    noun = match["noun"].lower()
    fit = [
        b
        for b in named(reading, 0, len(reading.text))
        if noun in b.name.lower().split() or (noun in GROUP and b.kind == "organization")
    ]
    earlier = [body for body in fit if body.start < before]
    return (earlier[-1] if earlier else fit[0]).name if fit else None
