"""What an "all but" leaves out: "honored all but three" counts three that were declined."""

from __future__ import annotations

import re

from extract.claims import measure
from extract.claims.acts import Reading as Measure
from extract.claims.frames import Frame
from extract.claims.memory import Memory

RULE = "left out"
BEFORE = re.compile(
    r"\b(?:all|every(?:\s+(?:single|last))?(?:\s+one)?|each(?:\s+one)?|everyone|everybody)"
    r"(?:\s+of\s+(?:them|these|those|its|their|the\s+\w+))?,?\s+(?:but|except|save|besides|minus)(?:\s+for)?"
    r"\s+(?:about\s+|roughly\s+|some\s+|just\s+|maybe\s+|the\s+)?$",
    re.I,
)
OPPOSITE = {
    "detainers_honored": "detainers_declined", "detainers_declined": "detainers_honored", "transfers": "releases",
    "releases": "transfers",
}  # fmt: skip
REACH, ANSWER = 40, 10


def leaves_out(text: str, frame: Frame) -> bool:
    """Whether the number is what an "all but" before it leaves out."""
    start = frame.count.start
    return frame.count.form in {"digits", "words"} and BEFORE.search(text, max(0, start - REACH), start) is not None


def read(memory: Memory, frame: Frame) -> list[Measure]:
    """The opposite of what was done with the rest; empty where nothing was that has one."""
    if memory.asked is not None and memory.index - memory.asked[0] <= 1 and len(frame.sentence) <= ANSWER:
        found = [memory.asked[1]]
    else:
        found = measure.read(frame)
    return [Measure(OPPOSITE[m.measure], RULE, m.trigger, "topic") for m in found[:1] if m.measure in OPPOSITE]
