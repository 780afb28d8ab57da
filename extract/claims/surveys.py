"""An outlet that asked many and added up what they answered: the sum is its count, nobody's among them.

"An Associated Press survey of sheriffs has found ... Fifteen counties that answered kept 2,984 people."
"""

from __future__ import annotations

import re
from functools import lru_cache

from extract.claims.case import Case
from extract.claims.parties import is_outlet, outlet_party, side
from extract.claims.reading import Reading

MANY = frozenset(
    {"sheriffs", "jails", "prisons", "lockups", "counties", "cities", "departments", "agencies", "facilities", "states"}
)
"""Nobody in particular."""
SURVEY = r"(?:[’']s?)?\s(?:\w+\s)?(?:survey|canvass|poll|review|analysis|tally|count)\s(?:of|has|found|shows)\b"
ASKED = re.compile(
    r"\b[Ww]e\s(?:\w+ly\s)?(?:asked|surveyed|canvassed|polled|called|contacted|read|collected|gathered"
    r"|(?:sent|filed|submitted|made)\s(?:\w+[ -]){0,3}requests?)\b"
)
"""How an outlet tells that it asked around itself."""
_COUNT = r"(?:more than |nearly |about |some |the state[’']s )?(?:\d+|[a-z]+(?:-[a-z]+)?) (?:\w+[’']? ){0,2}?"
_ASKED = "sheriffs|jails|prisons|lockups|counties|cities|departments|agencies|offices|facilities"
GATHERED = re.compile(
    r"\b(?:[Rr]ecords|[Dd]ata|[Ff]igures|[Nn]umbers|[Ll]ogs|[Dd]ocuments|[Rr]esponses|[Rr]eports|[Aa]nswers)\b[^.;,]{0,20}?"
    r"\b(?:requested|obtained|collected|gathered|compiled|sought|received|provided)\b[^.;,]{0,20}?"
    rf"\b(?:by (?:the )?(?P<who>us|[A-Z][\w’' -]+?) from {_COUNT}(?:{_ASKED})\b"
    rf"|from {_COUNT}(?:{_ASKED}) by (?:the )?(?P<behind>us|[A-Z][\w’' -]+))"
)
"""Papers of many that an outlet asked for."""
SOURCES = ("says", "counts by itself")
"""The outlet counts itself."""
QUOTED = re.compile(r"“[^”]*”|\"[^\"\n]*\"")


def add(case: Case, reading: Reading) -> None:
    """The outlet as who counted what many did, where nobody else is told to have said it."""
    if case.around and case.around[0].speaker_kind not in {None, "document"}:
        return
    outlet = reading.document.outlet
    if outlet and side(outlet) == "civil" and not is_outlet(outlet):
        case.add(outlet, "agency", "publisher")  # "agencies reported 1,190", in what the state's office gives out
    if outlet and outlet_party(reading) is None and _surveyed(reading.text, outlet):
        case.add(outlet, "outlet" if side(outlet) == "other" or is_outlet(outlet) else "organization", *SOURCES)


def gathered(case: Case, reading: Reading, start: int, position: int) -> None:
    """The outlet as who added up what many sent it: "Records requested by The Lens from 30 sheriffs show"."""
    outlet = reading.document.outlet
    match = GATHERED.search(reading.text, start, position)
    if match is None or not outlet or outlet_party(reading) is not None:
        return
    who = match["who"] or match["behind"] or ""
    if who.lower() == "us" or who.removeprefix("The ") in outlet:
        case.add(outlet, "outlet" if side(outlet) == "other" or is_outlet(outlet) else "organization", *SOURCES)


@lru_cache(maxsize=16)
def _surveyed(text: str, outlet: str) -> bool:
    """Whether a text says that its outlet asked around itself."""
    named = re.escape(outlet.removeprefix("The "))
    return re.search(named + SURVEY, text) is not None or ASKED.search(QUOTED.sub("", text)) is not None
