"""Two counts in one phrase: "honored all 72 that came" counts those that came, and as many that were honored."""

from __future__ import annotations

import re
from itertools import pairwise

from extract.claims.acts import Reading, counts_of
from extract.claims.frames import Frame
from extract.claims.triggers import Trigger
from extract.joined import text_of

COMING = frozenset({"received", "issued"})
"""What a clause says of requests that tells how many there were."""
OF_ALL = re.compile(r"\s+(?:of\s+)?(?:(?:the|those|these|its|his|her|their|our)\s+)?")
"""What may stand between "all" and the number that it is of."""
DONE = frozenset({"honored", "declined"})
ALL = "all of those that came"
COUNTED = frozenset({"detainer", "bare", "anaphor"})


def join(frames: list[Frame]) -> None:
    """Tells "all" of the number behind it where that number's own clause says how many requests there were."""
    for whole, number in pairwise(frames):
        if whole.count.text.lower() == "all" and _of(whole, number):
            whole.of_next, number.wholly = True, whole.count.start


def _of(whole: Frame, number: Frame) -> bool:
    if number.kind not in COUNTED or not number.count.value > 1 or number.count.unit != "count":
        return False
    text, start = text_of(number.sentence.doc), number.sentence.start_char
    between = text[whole.count.end : number.count.start]
    if start > whole.count.start or OF_ALL.fullmatch(between) is None:
        return False
    return any(_came(trigger, role) for trigger, role in number.links) and any(
        role == "patient" and trigger.action in DONE for trigger, role in number.links
    )


def both(frame: Frame) -> list[Reading]:
    """What was done with all of them, and how many there were."""
    if frame.wholly is None:
        return []
    done = next(t for t, role in frame.links if role == "patient" and t.action in DONE)
    came = next(t for t, role in frame.links if _came(t, role))
    what, how_many = counts_of(frame, done, frame.kind), counts_of(frame, came, "detainer")
    if what is None or how_many is None:
        return []
    whose = "side" if how_many == "detainers_issued" else None
    return [Reading(what, ALL, done), Reading(whose or how_many, "modifier of whole", came, whose)]


def _came(trigger: Trigger, role: str) -> bool:
    """ "that came", "it was sent": a clause, not the mere "lodged in 2024"."""
    return role == "modifier" and trigger.action in COMING and trigger.token.dep_ == "relcl"
