"""The agency that stands nearest before a role which names none: "a spokesman, Lou Trent, said"."""

from __future__ import annotations

import re

from extract.agencies import level
from extract.model import Mention
from extract.officials.fields import ITS
from extract.officials.found import Found
from extract.officials.scene import Scene

_SPOKEN_FOR = re.compile(r"\b(?:said|says|wrote|according\s+to)\s+(?:an?\s+|the\s+)?$|,\s+(?:an?\s+|the\s+)?$")
"""What stands before a role at the end of the sentence that its bearer is told to have said."""
_COUNTED = re.compile(
    r"[’']?s?\s+(?:immigration\s+|civil\s+)*(?:detainers?|requests?|holds?|agents?|officers?|warrants?|custody|forms?"
    r"|arrests?|officials?|detainees?|figures?|numbers?)\b"
)
"""After an agency: it only tells whose detainers are counted, it is not the one who counts."""
LOCAL = frozenset(
    (
        *("clerk", "coroner", "treasurer", "assessor", "constable", "manager", "superintendent", "trustee"),
        *("commissioner", "deputy commissioner", "assistant commissioner"),
        *("chair", "chairman", "chairwoman", "chairperson"),
    )
)
"""Heads of offices that no federal agency has."""
_ASIDE = re.compile(r"\b(?:at|to|in|from|with|of|by|for|on|through|against|inside)\s+(?:the\s+|its\s+|an?\s+)?$")
"""Before an agency that the sentence is not about."""
_OWN = re.compile(
    r",?\s+(?:later\s+|also\s+)?(?:said|says|wrote|told\s+[^,.;]{3,30}?)(?:\s+that)?\s+"
    r"(?=the\s+(?:agency|department|office|bureau)\b)"
)
"""After a spokesman: what he says of "the department" he says of his own."""


def nearest(found: Found, scene: Scene) -> str | None:
    """The agency before the role in its paragraph or the one before, unless an organization that is no agency stands
    nearer; of a sentence that the official says, the one that it is about."""
    if own := _own(found, scene):
        return own
    if ITS.search(scene.text, max(0, found.role.start - 24), found.role.start) and (owner := _whose(found, scene)):
        return owner[1]
    paragraph = max(0, scene.text.rfind("\n\n", 0, found.start))
    lower = max(0, scene.text.rfind("\n\n", 0, paragraph))
    start = found.role.start
    known = [m for m in scene.within(lower, start) if m.start < start and may_be(found, m)]
    known = [m for m in known if not _THINGS.match(scene.text, m.end)] or known
    other = [at for at, _ in scene.others if lower <= at < start]
    if not known:
        after = [m for m in scene.within(found.end, found.end + 200) if m.kind == "agency" and may_be(found, m)]
        return after[0].name if after and found.how != "apposition" else None
    last = known[-1]
    if last.start < paragraph and not (other and other[-1] > last.end):
        last = next((m for m in known if m.kind == last.kind), last)
    if found.role.head.startswith("spokes") and _BEGINS.search(scene.text, max(0, start - 8), start):
        last = _teller(known, scene.text, start) or last
    elif _SPOKEN_FOR.search(scene.text[max(0, start - 22) : start]):
        last = _subject(known, scene.text, start) or last
    if last.kind == "organization" or (other and other[-1] > last.end):
        return None
    return last.name


_THINGS = re.compile(r"\s+(?:\w+\s+)?(?:detainers?|holds?|requests?|custody|warrants?|forms?)\b")
"""Behind an agency that a sentence names only by its papers: "got 66 ICE detainers. Division Chief Ann Poe said"."""
_BEGINS = re.compile(r"(?:^|[.!?][”\"’)]?\s+|\n)(?:An?|The|Its)\s+$")
_TELLS = re.compile(
    r"(?:[’']s\s+(?:[\w-]+\s+){1,4}?)?\s*\b(?:says?|said|wrote|told|counts?|disputes?|disagrees?|disagreed|puts?|gave"
    r"|gives|replied|answered)\b"
)


def _teller(known: list[Mention], text: str, start: int) -> Mention | None:
    """The agency that the sentence before "A spokesman, Lou Trent, ..." lets speak, else the one that it is about."""
    earlier = max(text.rfind(". ", 0, start - 4), text.rfind("\n", 0, start - 4), 0)
    tells = [m for m in known if earlier <= m.start < start and _TELLS.match(text, m.end)]
    return tells[-1] if tells else _subject(known, text, start)


_BESIDE = re.compile(r",\s+(?:(?:because|since|as|and|but|though|where)\s+)?[Ii]ts\s+(?:\w+\s+)?")
"""Between a body and "its director" of it, whatever the body does in the sentence: "with the board, because its"."""


def _whose(found: Found, scene: Scene) -> tuple[int, str | None] | None:
    """Whose "its director" is: of the body that the sentence before is about, which may be no agency (None)."""
    text, start = scene.text, found.role.start
    paragraph = text.rfind("\n", 0, start) + 1
    if beside := [m for m in scene.within(paragraph, start) if _BESIDE.fullmatch(text, m.end, start)]:
        return beside[-1].start, beside[-1].name if beside[-1].kind == "agency" else None
    sentence = max(text.rfind(". ", 0, start), paragraph, 0)
    since = max(text.rfind(". ", 0, sentence), text.rfind("\n", 0, sentence), 0)
    while True:
        bodies = [
            (m.start, m.name if m.kind == "agency" else None) for m in scene.within(since, start) if may_be(found, m)
        ]
        bodies += [(at, None) for at, _ in scene.others if since <= at < start]
        about = [one for one in sorted(bodies) if not _ASIDE.search(text[max(0, one[0] - 12) : one[0]])]
        if about or since <= paragraph:
            return min(about, key=lambda one: one[0]) if about else None
        since = max(text.rfind(". ", 0, since), paragraph)


def may_be(found: Found, mention: Mention) -> bool:
    """Whether a person of that role can be of that agency: of no court, and a clerk of nothing federal."""
    of = level(mention.name)
    return of != "court" and not (of == "federal" and found.role.head in LOCAL)


def _own(found: Found, scene: Scene) -> str | None:
    """The agency of "A spokesman, Lou Trent, said the department had nine"."""
    match = _OWN.match(scene.text, found.end) if found.role.head.startswith("spokes") else None
    here = scene.within(match.end(), match.end() + 5) if match else []
    return here[0].name if here and here[0].kind == "agency" else None


def _subject(known: list[Mention], text: str, start: int) -> Mention | None:
    """The first agency that the sentence before the role, or else the one before, is about: none that is only told
    whose detainers are meant or where people were."""
    sentence = max(text.rfind(". ", 0, start), text.rfind("\n", 0, start), 0)
    earlier = max(text.rfind(". ", 0, sentence), text.rfind("\n", 0, sentence), 0)
    about = [m for m in known if not _ASIDE.search(text[max(0, m.start - 12) : m.start])]
    for since, until in ((sentence, start), (earlier, sentence)):
        here = [m for m in about if since <= m.start < until]
        if here:
            return next((m for m in here if not _COUNTED.match(text, m.end)), here[0])
    return next((m for m in known if m.start >= sentence), None)
