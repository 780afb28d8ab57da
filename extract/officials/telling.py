"""How a clause tells who somebody is: "is the sheriff", "who directs the jail", "was sworn in as sheriff", "his
predecessor, Lou Trent"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extract.needles import sought
from extract.officials import people
from extract.officials.found import Found
from extract.officials.people import NAME
from extract.officials.roles import Role

_COPULA = re.compile(
    rf"(?P<who>\b(?:[Hh]e|[Ss]he)|(?<![\w’'])(?:{NAME}))(?:(?<=\b[Hh]e)[’']s|(?<=\b[Ss]he)[’']s|,\s+who\s+(?:is|was|has\s+been)"
    r"|\s+(?:is|was|serves\s+as|served\s+as|became|has\s+been))\s+(?:(?:the|an?|now|then|also|still|currently)\s+)*"
    r"(?:[\w’'-]+\s+){0,2}$"
)
_AS = re.compile(r"\bas\s+(?:(?:the|an?|its|their|acting|interim)\s+)*(?:[a-z][\w’'-]+\s+)?$")
_SERVES = re.compile(
    rf"(?<![\w’'])(?P<who>{NAME}),?\s+(?:who\s+)?(?:(?:was|is|had\s+been|has|had)\s+)?(?:(?:sworn\s+in|retir(?:ed|es)"
    r"|resigned|serv(?:ed|es|ing)|stepped\s+down|took\s+(?:office|over|charge)|t(?:akes|aking)\s+over|filled\s+in"
    r"|stayed\s+on|return(?:ed|s)|work(?:ed|s)|beg[au]n|installed|confirmed"
    r"|hired|started|left|appointed|elected|chosen)(?:\s+[^,.;\n]{1,24}?)??|for\s+(?:more\s+than\s+|nearly\s+|almost\s+)?[\w-]+"
    r"\s+years)\s+as\s+(?:(?:the|an?|its|their|acting|interim)\s+)*(?:[a-z][\w’'-]+\s+)?$"
)
"""Before a role: "Lou Trent was sworn in as sheriff", "thanked Lou Trent for 30 years as city clerk"."""
_LEFT = re.compile(r"\b(?:retir\w+|resigned|stepped\s+down|left)\b")
_RUNS = sought(
    r"(?P<who>,\s+(?:\d{2},\s+)?who)?\s+(?:(?:has|now|then|also)\s+)?(?P<verb>directs|heads|leads|runs?|oversees|supervises|commands"
    r"|manages|chairs|led|ran|headed|directed|oversaw|supervised|commanded|managed|chaired|speaks\s+for|took\s+over|took\s+charge\s+of|is\s+in\s+charge\s+of|has\s+charge\s+of)\s+(?P<what>(?:the\s+)?[^,.;:“”\n]{3,70}?)(?=[,.;:”“]|\s+(?:said|told|wrote|and\b(?!\s+[A-Z])|since\b|until\b)|\s+as\s+an?\s|$)"
)
_VERB_ROLE = {
    "directs": "director",
    "heads": "head",
    "leads": "head",
    "runs": "head",
    "oversees": "head",
    "supervises": "supervisor",
    "commands": "commander",
    "manages": "manager",
    "chairs": "chair",
    "led": "head",
    "ran": "head",
    "headed": "head",
    "run": "head",
    "directed": "director",
    "oversaw": "head",
    "supervised": "supervisor",
    "commanded": "commander",
    "managed": "manager",
    "chaired": "chair",
    "speaks for": "spokesperson",
    "took over": "head",
    "took charge of": "head",
    "is in charge of": "head",
    "has charge of": "head",
}
_PUBLIC_BODY = re.compile(
    r"\b(?:ICE|ERO|DHS|sheriff|police|jail|prison|county|city|department|agency|(?:sub-?)?office|court|state"
    r"|federal|detention|corrections|operations)\b(?![’'])",
    re.I,
)
_UNIT = re.compile(
    r"\b(?:[Oo]ffice|[Ss]uboffice|[Dd]epartment|[Aa]gency|[Jj]ail|[Pp]rison|[Dd]ivision|[Bb]ureau|[Dd]etention\s[Cc]enter"
    r"|[Oo]perations|[Ll]ockup|[Ff]acility)\b(?![’'])(?:\s+(?:in|for|at)\s|$)"
)
"""What somebody runs who "runs" it in the main clause: no "budget of the department"."""
_PREDECESSOR = sought(
    rf"\b(?:[Hh]is|[Hh]er|[Tt]heir|(?P<whose>[A-Z][\w-]+)[’']s)\s+(?:immediate\s+|longtime\s+|eventual\s+)?"
    rf"(?P<what>predecessor|successor)(?:,\s+|\s+)(?P<name>{NAME})(?=[,.;]|\s+(?:said|told|wrote|says|had|did|has|was|is)\b)"
)


def copula(text: str, role: Role, end: int, end_ok: bool) -> Found | None:
    """ "He is acting field office director for ICE in Boston", "Dale Whitcombe is the sheriff"; `end_ok` where the role
    ends a clause."""
    match = _COPULA.search(text, max(0, role.start - 70), role.start) if end_ok else None
    if not match:
        return _in_office(text, role, end)
    if match["who"].lower() in ("he", "she"):
        return Found(
            "", match.start("who"), match.end("who"), role, text[role.start : end].strip(), "copula", (role.start, end)
        )
    span = people.name_before(text, match.end("who"))
    return (
        Found(text[slice(*span)], *span, role, text[role.start : end].strip(), "copula", (role.start, end))
        if span
        else None
    )


def _in_office(text: str, role: Role, end: int) -> Found | None:
    """ "Lou Trent, who retired as sheriff of Pike County"."""
    if not _AS.search(text, max(0, role.start - 30), role.start):
        return None
    match = _SERVES.search(text, max(0, role.start - 90, text.rfind("\n", 0, role.start)), role.start)
    span = people.name_before(text, match.end("who")) if match else None
    if not match or not span or len(text[slice(*span)].split()) < 2:
        return None
    one = replace(role, status=role.status or ("former" if _LEFT.search(match[0]) else None))
    return Found(text[slice(*span)], *span, one, role.text, "copula", (role.start, end))


_SUCCEEDED = frozenset(
    ("sheriff", "police", "mayor", "prison", "corrections", "county", "governor", "commissioner", "supervisor")
)
"""Kinds of offices that one person holds after another, so that a predecessor's is the successor's, too."""


def predecessors(text: str, found: list[Found]) -> Iterator[Found]:
    """ "Her predecessor, Lou Trent": with the office of the person told of before."""
    offices = sorted((one for one in found if one.name and one.role.kind in _SUCCEEDED), key=lambda one: one.start)
    for match in _PREDECESSOR.finditer(text):
        span = people.name_at(text, match.start("name"))
        before = [one for one in offices if one.start < match.start()]
        if match["whose"]:
            before = [one for one in before if people.parsed(one.name)[1] == match["whose"].lower()]
        if not span or len(text[slice(*span)].split()) < 2 or not before:
            continue
        office = before[-1]
        role = replace(office.role, status="former" if match["what"] == "predecessor" else office.role.status)
        yield replace(office, name=text[slice(*span)], start=span[0], end=span[1], role=role, how="apposition")


_NEXT = sought(
    rf"\n\s*\n(?P<name>{NAME})(?:,\s+(?:speaking|testifying|appearing|writing)\s[^,.\n]{{3,50}},)?\s+"
    r"(?:said|says|told|wrote|testified|added|put|called|credited|blamed|defended|insisted|acknowledged|estimated)\b"
)
_DETERMINED = re.compile(
    r"(?:\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir)|[’']s)\s+(?:(?:county|city|town|state|agency)[’']s\s+)?$"
)
_ACTS = re.compile(
    r"(?:\s+(?:of|for)\s+[^,.;:“”\"\n]{2,40}?)?\s+(?:said|says|tells|told|assured|testified|wrote|warned|announced|came|went"
    r"|defended|blamed|acknowledged|insisted|wants|plans|vowed|promised|pledged|reported|admitted|conceded)\b"
)


def named_next(text: str, roles: list[Role], found: list[Found]) -> Iterator[Found]:
    """ "The county's sheriff told the board so." and, as the next paragraph begins, "Lou Trent said": the only one of
    whose acts the paragraph tells without his name."""
    for match in _NEXT.finditer(text):
        span = people.name_at(text, match.start("name"))
        start = text.rfind("\n", 0, match.start()) + 1
        words = text[slice(*span)].split() if span else []
        if not span or len(words) < 2 or re.search(rf"(?<!\w){re.escape(words[-1])}(?!\w)", text[:start]):
            continue
        acting = [
            role
            for role in roles
            if start <= role.start < match.start()
            and role.kind not in ("rank", "president")
            and (re.search(r"[’']s\s", role.text) or _DETERMINED.search(text, max(0, role.start - 24), role.start))
            and _ACTS.match(text, role.end)
        ]
        taken = any(one.role.start == role.start for role in acting for one in found)
        if len(acting) == 1 and not taken:
            role = acting[0]
            of = re.compile(r"\s+(?:of|for)\s+(?:the\s+)?(?:[A-Z][\w.’'&-]*\s?)+(?<!\s)").match(text, role.end)
            end = of.end() if of else role.end
            words_of = re.sub(r"^\w+[’']s\s+", "", text[role.start : end])
            yield Found(text[slice(*span)], *span, role, words_of, "relative", (role.start, end))


def relative(text: str, roles: list[Role]) -> Iterator[Found]:
    """ "Darius Reeves, who directs ICE's Baltimore field office", "who supervises the ICE office as its director",
    "Darius Reeves runs the ICE office in Baltimore"."""
    by_start = {role.start: role for role in roles}
    for match in _RUNS.finditer(text):
        span = people.name_before(text, match.start())
        if not span or text[span[1] : match.start()].strip():
            continue  # "Tern Bay County runs"
        if len(text[slice(*span)].split()) < 2 or not _PUBLIC_BODY.search(match["what"]):
            continue
        if not match["who"] and (not _UNIT.search(match["what"]) or any(span[0] <= r.start < span[1] for r in roles)):
            continue  # "Sheriff Lou Trent runs the jail" says what he is
        named = re.compile(r",?\s+as\s+(?:an?|its|the)\s+").match(text, match.end())
        if named and (role := by_start.get(named.end())):
            yield Found(text[slice(*span)], *span, role, role.text, "relative", (match.start("what"), role.end))
            continue
        what = re.sub(
            r"^the\s+|\s+(?:then|now|(?:in|since|last|for)\s+(?:the\s+)?(?:[a-z]+|\d+)(?:\s+years?)?)$",
            "",
            match["what"],
        )
        head = _VERB_ROLE[" ".join(match["verb"].split())]
        words = f"{head} of {what}"
        role = Role(match.start("what"), match.end("what"), words, head, "any", None, 0, 0)
        yield Found(text[slice(*span)], *span, role, words, "relative", match.span("what"))
