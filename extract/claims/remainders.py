"""What is left of a count when a part of it is taken off: "received 60 and honored 52. The other eight came late"."""

from __future__ import annotations

from itertools import combinations

from extract.claims import weighing
from extract.claims.acts import Reading as Measure
from extract.claims.frames import Frame
from extract.claims.memory import Memory
from extract.claims.parties import FAMILY

RULE = "what is left"
REACH = 2
"""Lines with numbers back over which the whole and its part may stand."""
REST = {
    ("received", "detainers_honored"): "detainers_declined",
    ("received", "detainers_declined"): "detainers_honored",
    ("detainers_honored", "transfers"): "releases",
    ("notifications", "transfers"): "releases",
    ("detainers_declined", "arrests"): "releases",
    ("releases", "arrests"): "releases",
}
"""What those are that a whole leaves when its part is taken off."""
OPEN = FAMILY | {"context", "side", "other", "detainers_active"}
"""What a number may be taken for that says nothing of what became of those it counts."""
TOLD = frozenset({"notifications", "transfers", "releases", "arrests", "removals"})
"""Acts that say themselves what became of people."""
OTHERS = frozenset({"other", "others", "another", "remaining", "more", "rest", "additional"})


def rather(memory: Memory, frame: Frame, found: list[Measure]) -> list[Measure]:
    """What the words make of a number, unless it is what two counts just before leave over."""
    if not found or not (found[0].measure in OPEN or found[0].rule == weighing.RULE) or not _points_back(frame):
        return found
    if any(t.action in TOLD and role in {"patient", "shared", "modifier"} for t, role in frame.links):
        return found  # "let ICE know of the date in the remaining 51"
    left = _left(memory, frame)
    return [Measure(left, RULE)] if left is not None else found


def _points_back(frame: Frame) -> bool:
    """ "The seven", "the other eight", "another 12", "four others"."""
    if frame.count.unit != "count" or frame.count.form not in {"digits", "words"} or frame.partitive or frame.of_number:
        return False
    root, sentence = frame.root, frame.sentence
    beside = sentence.doc[max(sentence.start, root.i - 1) : min(root.i + 2, sentence.end)]
    return frame.definite or any(t.lower_ in OTHERS for t in beside if t.i != root.i)


def _left(memory: Memory, frame: Frame) -> str | None:
    near = [f.claim for f in memory.near if memory.index - f.line <= REACH and f.claim.unit == "count"]
    for whole, part in combinations(near, 2):
        if whole.value is None or part.value is None or whole.value - part.value != frame.count.value:
            continue
        measure = "received" if whole.measure in FAMILY else whole.measure
        if (rest := REST.get((measure, part.measure))) is not None:
            return rest
    return None
