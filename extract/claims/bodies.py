"""Public bodies and organizations that the vocabularies do not know, by the shape of their names in the text.

"The commission found": the "Texas Commission on Jail Standards" of three sentences before.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

from extract.claims.reading import Reading
from extract.model import Mention

_PUBLIC = (
    "Commission|Committee|Board|Bureau|Auditor|Comptroller|Controller|Ombudsman|Inspector General|Department|Office"
    "|Division|Agency|Authority|Branch|Services"
)
_GROUPS = (
    "Clearinghouse|Center|Institute|Association|League|Coalition|Project|Archive|Network|Foundation|Alliance|Society"
    "|Forum|Federation|Conference|Fund|Campaign|Initiative|Partnership|Lab|Legal Aid"
)
_WORD = r"[A-Z][\w&.-]*(?:[’'][a-z]*)?"
_DAY = r"(?:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec|\w+day\b)"
_LINKED = rf"(?: (?:of|on|for)(?: the)? (?!{_DAY}){_WORD}(?: (?:and |& |of |to )?{_WORD})*)"
NAME = re.compile(
    rf"\b(?P<lead>(?:{_WORD} ){{0,5}}?)(?:(?P<public>{_PUBLIC})|(?P<group>{_GROUPS}))\b(?P<rest>{_LINKED}?)"
)
LEAD = re.compile(r"^(?:The|A|An|In|At|By|But|And|For|Of|When|While|According to(?: the)?)\s")
WORDS = re.compile(r"(?:(?:the|that|this|an?)\s)?(?:state\s)?(?P<noun>[a-z]+)(?:[’']s?(?:\s[\w ]+)?)?$", re.IGNORECASE)
GROUP = frozenset({"group", "organization", "nonprofit"})
KEPT = 16


@lru_cache(maxsize=KEPT)
def _names(text: str) -> tuple[Mention, ...]:
    out = []
    for match in NAME.finditer(text):
        name = LEAD.sub("", match[0])
        if name != (match["public"] or match["group"]):
            kind = "organization" if match["group"] else "agency"
            out.append(Mention(match[0], match.end() - len(name), match.end(), kind, name))
    return tuple(out)


def named(reading: Reading, start: int, end: int) -> list[Mention]:
    """The bodies that begin between two places and are no known agency; `kind` is `organization` or `agency`."""
    names = _names(reading.text)
    first, last = (bisect_left(names, at, key=lambda body: body.start) for at in (start, end))
    return [body for body in names[first:last] if not reading.over(reading.agencies, body.start, body.end)]


def is_group(name: str) -> bool:
    """Whether a name is shaped like an organization's."""
    match = NAME.search(name)
    return match is not None and match["group"] is not None


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
