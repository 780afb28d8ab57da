"""What an "all but" leaves out: "honored all but three" counts three that were declined."""

from __future__ import annotations

import re
from itertools import takewhile

from extract.claims import measure
from extract.claims.acts import MEASURE
from extract.claims.acts import Reading as Measure
from extract.claims.frames import Frame
from extract.claims.memory import Memory
from extract.claims.triggers import Trigger

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
ASIDE_BEFORE = re.compile(r"[,—–] (?:all|every one) (?:but|except|save)(?: for)? (?:\w+ )?$")
ASIDE = re.compile(r"(?: of (?:them|these|those|whom))? (?:on|in|at|from|with|under|before|after|during|since|for)\b")
"""A remark on what was counted, "honored 90, all but two of them in May": of the two no less was done."""
REACH, ANSWER = 40, 10
WHOLE = frozenset({"all", "every", "each", "everyone", "everybody"})


def leaves_out(text: str, frame: Frame) -> bool:
    """Whether the number is what an "all but" before it leaves out."""
    start = frame.count.start
    return frame.count.form in {"digits", "words"} and BEFORE.search(text, max(0, start - REACH), start) is not None


def read(memory: Memory, frame: Frame, triggers: dict[int, Trigger]) -> list[Measure]:
    """The opposite of what was done with the rest; empty where nothing was that has one."""
    text = memory.reading.text
    if ASIDE_BEFORE.search(text, max(0, frame.count.start - REACH), frame.count.start) and ASIDE.match(
        text, frame.count.end
    ):
        return []
    if memory.asked is not None and memory.index - memory.asked[0] <= 1 and len(frame.sentence) <= ANSWER:
        found = [memory.asked[1]]
    else:
        found = measure.read(frame)
    found = [m for m in found[:1] if m.measure in OPPOSITE] or _beside(frame, triggers)
    return [Measure(OPPOSITE[m.measure], RULE, m.trigger, "topic") for m in found]


def _beside(frame: Frame, triggers: dict[int, Trigger]) -> list[Measure]:
    """What was done with the rest by the verb right before or behind, where the parse goes another way: "have honored
    all but one of the 38", "all but three of 48 ICE holds kept"."""
    doc, start, end = frame.sentence.doc, frame.sentence.start, frame.sentence.end
    before = range(frame.root.i - 1, max(start, frame.root.i - 7) - 1, -1)
    first = next((i for i in before if doc[i].lower_ in WHOLE), start)
    behind = list(takewhile(lambda i: not doc[i].is_punct, range(frame.root.i + 1, min(frame.root.i + 9, end))))
    done = [triggers[i] for i in behind if i in triggers and doc[i].tag_ in {"VBN", "VBD"}]
    said = [triggers[first - 1]] if first - 1 in triggers else [t for t in done if t.passive or t.token.i == behind[-1]]
    found = [(t, MEASURE.get(t.action, t.action)) for t in said if not t.negated]
    return [Measure(what, RULE, trigger) for trigger, what in found if what in OPPOSITE][:1]
