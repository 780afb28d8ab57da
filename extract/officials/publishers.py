"""Who speaks for the body that publishes a text itself: the contact of a news release, "my records manager"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.needles import sought
from extract.officials import people
from extract.officials.found import Found
from extract.officials.roles import Role
from extract.places.names import STATE

_BODY = re.compile(
    r"(?:(?:.*\b)?(?:Office\s+of\s+(?:the\s+)?(?:Governor|Mayor|Attorney\s+General|Sheriff|Prosecutor|District\s+Attorney)"
    r"|Department\s+of\s+[A-Z]|Attorney\s+General[’']s\s+Office)\b|(?:City|County|Town|Township|Village|State"
    rf"|Commonwealth)\s+of\s+[A-Z]|(?:{STATE})\s+(?:State\s+)?(?:Office|Division|Bureau|Commission|Board|Council)"
    r"\s+(?:of|on|for)\s).*"
)
_GOVERNMENT = re.compile(r"\b(?:(?:City|County|Town|Township|Village|City\s+and\s+County)\s+of\s+(?:[A-Z][\w.-]+\s?)+)")
_CONTACT = sought(
    r"^[ \t•*-]*(?P<role>(?:[Mm]edia|MEDIA|[Pp]ress|PRESS|[Nn]ews|NEWS|[Pp]ublic)[ ]"
    r"(?:[Cc]ontact|CONTACT|[Ii]nquir(?:y|ies)"
    r"|[Rr]elations|[Qq]uestions|[Ii]nformation))[ ]?:\s*(?=[A-Z])",
    re.M,
)
_CONTACT_LINE = re.compile(
    r"(?i)^[ \t•*-]*(?:(?:media|press|news|public)\s+)?(?:contacts?|inquir(?:y|ies)|questions)\b[^:\n]*:"
)
_OWN = re.compile(r"\b(?:[Mm]y|[Oo]ur)\s+(?:\w+\s+){0,2}$")


def body(outlet: str | None, known: str | None) -> str | None:
    """The public body that an outlet is, by the name that its officials go by; `known` is its name as an agency."""
    bare = re.sub(r"\s*\(.*\)$", "", outlet or "")
    if known or not _BODY.fullmatch(bare):
        return known
    return match[0].strip() if "Mayor" in bare and (match := _GOVERNMENT.search(bare)) else bare


def contacts(text: str) -> Iterator[Found]:
    """ "Media contact: Lou Trent, 555-0117", which tells no other role."""
    for match in _CONTACT.finditer(text):
        span = people.name_at(text, match.end())
        if span and span[0] == match.end() and len(text[slice(*span)].split()) > 1:
            role = Role(*match.span("role"), match["role"], "contact", "contact", None, 0, 0)
            yield Found(text[slice(*span)], *span, role, "media contact", "relative", match.span("role"))


def speaks_for(found: Found, text: str) -> bool:
    """Whether a person is of the publisher's own staff: its contact, or "my records manager" in a memo."""
    line = text.rfind("\n", 0, found.start) + 1
    if _CONTACT_LINE.match(text[line : found.start]):
        return True
    start = found.role.start
    quoted = text.count("“", line, start) > text.count("”", line, start) or text.count('"', line, start) % 2
    return not quoted and _OWN.search(text, max(0, start - 30), start) is not None
