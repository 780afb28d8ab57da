"""The place of its sentence that is a number's own: the nearest, no part's, no office's, the whole country's."""

from __future__ import annotations

import re

from extract import places
from extract.claims.frames import Frame
from extract.claims.mentioned import mentions
from extract.claims.reading import Reading, Unit
from extract.claims.where import NATION, likely
from extract.model import Mention

_COUNTRY = r"(?:whole |entire )?(?:country|nation|United States|U\.S\.)"
NATIONAL = re.compile(
    rf"\b(?:nationwide|nationally|national|countrywide|coast to coast|across America"
    rf"|(?:across|around|throughout|all over|in|from all over) (?:the|this|our) {_COUNTRY}"
    r"|(?:for|of) the (?:whole|entire) (?:country|nation)|the (?:country|nation) as a whole"
    r"|the (?:country|nation)[’']s (?:jails|sheriffs|police|counties)|(?:in|from|across) (?:all|the) (?:50|fifty)"
    r" states"
    r")(?!\w)(?! (?:guard|law|average|debate|policy|news|origin|security|interest|attention|office|headquarters"
    r"|illegally|unlawfully|without))",
    re.I,
)
FAR = 90
"""Characters behind the number after which a place belongs to something else, where the article has its own."""


def national(reading: Reading, unit: Unit, frame: Frame) -> bool:
    """Whether words like "nationwide" are about this number: they open the sentence, or stand nearest to it."""
    match = NATIONAL.search(reading.text, unit.start, unit.end)
    if match is None:
        return False
    counts = reading.within(reading.counts, unit.start, unit.end)
    gap = {
        c.start: max(c.start - match.end(), match.start() - c.end)
        + 40 * ("," in reading.text[min(match.end(), c.end) : max(match.start(), c.start)])
        for c in counts
    }
    closed = ";" in reading.text[min(match.start(), frame.count.start) : max(match.start(), frame.count.start)]
    opens = match.start() - unit.start < 15
    return not closed and (opens or gap.get(frame.count.start, 0) <= min(gap.values(), default=0))


_TURNS = re.compile(r",\s(?:and|but|while|whereas)\b|\b(?:and|but)\b")
"""What may begin another's clause: "64, and in Augusta the jail held 22"."""
_SURE = re.compile(r"\b(?:nearby|neighboring|adjacent|(?:police|officers) (?:in|of)) $", re.I)
_WHERE = re.compile(r", where\b")


def nearest(reading: Reading, unit: Unit, frame: Frame, own: str | None) -> Mention | None:
    """The place of the sentence that stands nearest to the number."""
    found = [p for p in mentions(reading, unit) if p.name != NATION or national(reading, unit, frame)]
    found = [p for p in found if not _of_a_part(reading, frame, p) and not _around_one(reading, p)]
    found += [
        p
        for p in likely(reading, unit)
        if _SURE.search(reading.text[max(0, p.start - 30) : p.start])
        or (not found and _WHERE.match(reading.text, p.end))
    ]
    if not found:
        return None
    at = frame.count.start

    def distance(place: Mention) -> float:
        gap = place.start - frame.count.end if place.start >= at else at - place.end
        between = reading.text[min(at, place.start) : max(at, place.end)]
        behind = place.start > at and _TURNS.search(between)
        return gap + 40 * (";" in between) + (0 if not behind else 60 if behind[0].startswith(",") else 15)

    best = min(found, key=distance)
    return None if best.start > at and distance(best) > FAR and own else best


_IN_A_ROW = re.compile(r",\s+(?:and\s+)?|\s+and\s+")


def row_of_states(reading: Reading, place: Mention) -> str | None:
    """The states in a row with a place, as a text lists them ("in Maine, New Hampshire and Vermont")."""
    if place.name not in places.STATES:
        return None
    near = reading.within(reading.places, max(0, place.start - 80), place.end + 80)
    row: list[Mention] = []
    for one in (p for p in near if p.name in places.STATES):
        joined = bool(row) and _IN_A_ROW.fullmatch(reading.text, row[-1].end, one.start) is not None
        if not joined and place in row:
            break
        row = [*row, one] if joined else [one]
    names = [one.name for one in row]
    return f"{', '.join(names[:-1])} and {names[-1]}" if place in row and len(names) > 1 else None


_ONE_OF_IT = re.compile(
    r"[’']s? (?:[\w-]+ ){0,3}(?:jail|county|city|town|sheriff|parish|lockup|police department|house of correction)\b"
)


def _around_one(reading: Reading, place: Mention) -> bool:
    """Whether a state is only that of the one custodian spoken of: "Maine's second-largest jail refused 26"."""
    return place.name in places.STATES and _ONE_OF_IT.match(reading.text, place.end) is not None


_COUNTED = (
    r"(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|all|half|most|many|several|some))"
)
_OF_A_PART = re.compile(
    rf"{_COUNTED}\s(?:of\s(?:them|those|these|which|whom|the\s\w+)\b,?\s?)?(?:(?:were|was|are|of)\s)?"
    r"(?:(?:sent|lodged|filed|issued|placed|made|booked|arrested|held|went|came|released|freed)\s)?"
    r"(?:(?:in|at|from|by|to|with|for)\s)(?:the\s)?(?:(?:neighboring|nearby|adjacent|next-door)\s)?(?:(?:jails?|police|sheriffs?|lockups?|courts)\s(?:in|of)\s)?$",
    re.I,
)
_WHERE_OTHERS = re.compile(rf", (?:where|which) (?:[\w’']+ ){{0,3}}?(?={_COUNTED})")
"""What gives a place a number of its own: "Wake County, where 117 were let go"."""


def _of_a_part(reading: Reading, frame: Frame, place: Mention) -> bool:
    """Whether a place is only that of a part of the count before it ("206 that were declined, 142 of them in Tarn
    County"), or has another number of its own."""
    if place.start <= frame.count.end:
        return False
    before = reading.text[max(frame.count.end, place.start - 60) : place.start]
    return _OF_A_PART.search(before) is not None or _WHERE_OTHERS.match(reading.text, place.end) is not None


def parted(reading: Reading, unit: Unit, frame: Frame) -> set[str]:
    """The places of the parts that a sentence tells of a count: "nine, six of them in Vine County and three in Tarn
    County"."""
    found = [p for p in mentions(reading, unit) if p.start > frame.count.end]
    return {
        p.name
        for p in found
        if _OF_A_PART.search(reading.text[max(frame.count.end, p.start - 60) : p.start])
        and ";" not in reading.text[frame.count.end : p.start]
    }
