"""A state that no list knows, by what a text says that it has ("Champlain's six prisons", "Jefferson lawmakers")."""

from __future__ import annotations

import re
from collections import Counter

from extract.places.names import WORD, is_region, strip_lead
from extract.places.placelike import no_place

_SPOKEN_OF = re.compile(
    r"\b(?:[Tt]he state|[Ss]tate (?:prisons?|Department|law|lawmakers|Senate|House|Police|sheriffs)|[Ss]tatewide"
    r"|[Ll]egislature|[Ll]awmakers|[Gg]overnor|Gov(?=\.)|(?:House|Senate) committee)\b"
)
_NUMBER = r"(?:(?:state|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+)[ ])?"
_HAS = re.compile(
    rf"\b(?P<state>{WORD}(?: {WORD})?)(?:[’']s)?[ ]{_NUMBER}(?:prisons\b|prison[ ](?:system|agency)"
    r"|Department[ ]of[ ]Corrections?|lawmakers|Legislature|counties|sheriffs|governor|county[ ]jails"
    r"|Attorney[ ]General)"
    rf"|\b(?:Legislature|Commonwealth|Attorney[ ]General|Governor|people|citizens|residents)[ ]of[ ](?P<of>{WORD}"
    rf"(?: {WORD})?)"
    r"|\b(?:[Jj]ails|[Pp]risons|[Ss]heriffs|[Cc]ounties|[Ll]ockups)[ ](?:across|around|throughout|all[ ]over)[ ]"
    rf"(?P<over>{WORD}(?: {WORD})?)"
)
_IN_A_ROW = re.compile(r"(?:\band|[A-Z][\w’'-]*,?) $")
"""What makes a name the last of several, or the end of a longer one."""

_TITLE = (
    r"(?:Gov\.|Governor|Sheriff|Mayor|President|Secretary|Commissioner|Director|Chief|Attorney General|Sen\.|Rep\.)"
)
"""What makes a name a person's: "Gov. Merrill's prisons"."""


def named(text: str) -> str | None:
    """The state that has prisons, lawmakers, counties of its own, and is called no county and no city."""
    if not _SPOKEN_OF.search(text):
        return None
    found = (
        strip_lead(match["state"] or match["of"] or match["over"])
        for match in _HAS.finditer(text)
        if not _IN_A_ROW.search(text[max(0, match.start() - 20) : match.start()])
    )
    names = Counter(name for name in found if name and not any(map(no_place, name.split())))
    for name, _ in names.most_common():
        person = rf"\b{_TITLE}(?: [A-Z][a-z]+)? {re.escape(name)}\b"
        other = rf"\b{re.escape(name)} (?:County|Parish)\b|\b[Cc]ity of {re.escape(name)}\b"
        if not is_region(name) and not re.search(rf"{person}|{other}", text):
            return name
    return None
