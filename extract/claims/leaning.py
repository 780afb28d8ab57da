"""Bare numbers that lean on what was counted before: answers, remainders, "It was 9", "the jail logged 21"."""

from __future__ import annotations

import re

from spacy.tokens import Token

from extract.claims import in_all, measure, registers, understood
from extract.claims.acts import Reading as Measure
from extract.claims.agents import agent
from extract.claims.candidates import Line
from extract.claims.frames import Frame
from extract.claims.memory import Found, Memory
from extract.claims.nouns import kind_of
from extract.claims.parties import FAMILY, data, party_of, side, side_of_token
from extract.claims.reading import Unit
from extract.claims.triggers import Trigger, lemma
from extract.joined import said, text_of

OUT_OF = re.compile(r",?\s+out\s+of\s+(?:(?:the|those|some|about|roughly|nearly|its|his|her)\s+)*\d")
"""Behind a number that is a part: "the figure for 2024 was 219, out of 388 requests"."""
OUTCOMES = frozenset({"detainers_honored", "detainers_declined", "transfers", "releases", "notifications"})
STANDS_FOR = frozenset(
    [
        "it",
        "there",
        "that",
        "this",
        "number",
        "answer",
        "total",
        "figure",
        "count",
        "tally",
        "sum",
        "one",
        "hers",
        "his",
        "ours",
        "theirs",
        "first",
        "second",
    ]
)
"""Subjects that stand for what was counted before."""
PEOPLE = frozenset({"they", "we", "i", "he", "she"})
REPORTS = frozenset(
    [
        *("match", "reconcile", "verify", "corroborate", "substantiate", "trace", "confirm"),
        "report",
        "count",
        "log",
        "tally",
        "record",
        "list",
        "give",
        "document",
        "register",
        "put",
        "say",
        "find",
        "see",
        "field",
        "handle",
    ]
)
PLACES_DO = frozenset(
    {"account", "have", "see", "log", "get", "report", "record", "add", "total", "stand", "contribute"}
)
"""What a place does with a number that counts what was counted before ("Tarn County accounted for 1,100")."""


def what(
    memory: Memory, frame: Frame, because: Measure, previous: Found | None, line: Line, twin: Found | None
) -> str | None:
    """The measure, with `context` resolved from the claim before; `side` stays for the claimant to decide."""
    memory.answering = memory.settled = because.rule == "answer"
    if because.measure.startswith("not "):
        return None
    if because.measure == "rate" and because.needs == "context":
        near = previous is not None and (
            previous.line == memory.index
            or (
                memory.index - previous.line <= 1
                and ((frame.kind == "anaphor" and frame.partitive) or _goes_on(because.trigger))
            )
        )
        return "rate" if near or twin is not None else None
    if because.rule == "ellipsis" and because.trigger is None and understood.verbless(frame):
        gap = previous is None or memory.index - previous.line > 1 or previous.claim.measure == "rate"
        if gap and memory.asked is None and (done := understood.event(line.unit, line.before[-1:])):
            return done
    if because.rule == "noun of whole" and frame.kind == "bare" and (previous is None or previous.line != memory.index):
        return None
    if because.measure != "context":
        return because.measure
    if because.rule == "understood":
        return understood.opposite(memory)
    if because.rule == "happened":
        return understood.event(line.unit, line.before, frame)
    if because.rule == "in parentheses":
        return understood.beside_name(memory, line, frame)
    if because.rule == measure.MESSAGES:
        told = previous is not None and previous.claim.measure == "notifications"
        return "notifications" if told and previous is not None and memory.index - previous.line <= 2 else None
    if because.rule == registers.RULE:
        return registers.listed_in(memory, frame)
    if because.rule == measure.SUCH:
        near = previous is not None and memory.index - previous.line <= 2 and previous.claim.measure != "rate"
        return previous.claim.measure if near and previous is not None else None
    if twin is not None:
        return twin.claim.measure
    if _answers(memory, frame):
        memory.answering = memory.settled = True
        return memory.asked[1].measure if memory.asked is not None else None
    if not _leans(memory, frame, because):
        return None
    if (
        memory.asked is not None
        and memory.index - memory.asked[0] <= 2
        and (previous is None or previous.line <= memory.asked[0] or frame.definite)
    ):
        memory.answering = True
        return memory.asked[1].measure
    if (named := understood.respective(memory, line, because, frame)) is not None:
        memory.settled = True
        return named
    if previous is None:
        return "side" if _requests_before(memory, line.unit) and because.rule == "ellipsis" else None
    base = _not_whole(memory, previous).claim.measure
    if frame.kind == "bare" and OUT_OF.match(text_of(frame.sentence.doc), frame.count.end):
        outcomes = [f.claim.measure for f in memory.near if f.claim.measure in OUTCOMES]
        if outcomes:
            memory.settled = True
            return outcomes[-1]
    if base in FAMILY and because.trigger is not None:
        party = party_of(memory.reading, agent(because.trigger))
        where = side(party) if party else side_of_token(agent(because.trigger))
        if where in {"federal", "custody"}:
            return "detainers_issued" if where == "federal" else "detainers_received"
    if in_all.outcome_follows(line, frame, because):
        memory.settled = base != "rate"
    if base != "detainers_active" and in_all.stands_now(memory, because):
        return "detainers_active"
    if in_all.meant(memory, line, frame, because, base):
        return "side"
    return base if base != "rate" else None


def _not_whole(memory: Memory, previous: Found) -> Found:
    """The 73 of "ignored 73 of the 90 detainers", which later numbers are set beside, rather than the 90."""
    same = [f for f in memory.of_line(previous.line) if f.claim.start == previous.claim.start]
    before = next((f for f in reversed(same) if f.claim.value_end <= previous.claim.value_start), None)
    parted = before is not None and before.frame.partitive and previous.frame.of_number
    return before if before is not None and parted and before.claim.unit == "count" else previous


def _answers(memory: Memory, frame: Frame) -> bool:
    """ "Seven," he replied, after a question: a sentence that opens with no more than its number and gives no other
    verb than that of saying."""
    if memory.asked is None or memory.index - memory.asked[0] > 2 or frame.kind != "bare":
        return False
    if memory.previous is not None and memory.previous.line > memory.asked[0]:
        return False
    before = [
        t for t in frame.sentence.doc[frame.sentence.start : frame.root.i]
        if t.idx < frame.count.start and not t.is_punct and not t.is_space
    ]  # fmt: skip
    behind = frame.sentence.doc[frame.root.i + 1 : frame.root.i + 2]
    opens = not before or before[-1].nbor(1).text == ":"
    return opens and bool(behind) and behind[0].is_punct and behind[0].text not in {"-", "–", "("}


def _requests_before(memory: Memory, unit: Unit) -> bool:
    """Whether the sentences just before are about requests, so that a bare number can only count those."""
    before = [u for u in memory.reading.units_before(unit.start, 400) if unit.paragraph - u.paragraph <= 1]
    return any(kind_of(t) == "detainer" for u in before for t in u.span)


def _goes_on(trigger: Trigger | None) -> bool:
    """ "That's about 3 percent", "Statewide it was 30 percent"."""
    verb = trigger.token if trigger is not None else None
    subject = in_all.subject_of(verb) if verb is not None and verb.lemma_ == "be" else None
    return subject is not None and subject.lower_ in {"that", "it", "this"}


def _dated_or_placed(memory: Memory, frame: Frame) -> bool:
    start, end = frame.sentence.start_char, frame.sentence.end_char
    reading = memory.reading
    named = reading.within(reading.dates, start, end) or reading.within(reading.places, start, end)
    return bool(named) or bool(_YEAR_BEFORE.search(said(frame.sentence)))


_YEAR_BEFORE = re.compile(r"\b(?:year|month|quarter)s? (?:before|earlier|after)\b")


def _place(memory: Memory, token: Token) -> bool:
    return bool(memory.reading.over(memory.reading.places, token.idx, token.idx + 1))


def direct_object(frame: Frame, verb: Token) -> bool:
    return frame.node.head.i == verb.i and frame.node.dep_ in {"dobj", "attr", "npadvmod", "oprd"}


def _leans(memory: Memory, frame: Frame, because: Measure) -> bool:
    """Whether a bare number's sentence says that it counts what was counted before ("It was 9", "it logged 21")."""
    if frame.kind not in {"bare", "anaphor"} or frame.count.form == "share":
        return False
    if because.rule == "remainder":
        return True
    if because.rule.startswith("ellipsis after"):
        return memory.previous is not None and memory.previous.line == memory.index
    before = text_of(frame.sentence.doc)[max(0, frame.count.start - 10) : frame.count.start]
    alone = frame.count.value == 1 and not re.search(r"\b(?:only|just|exactly)\s+$", before, re.I)
    if alone and because.rule == "ellipsis" and not frame.definite:
        return False
    if in_all.apposed(frame):
        return True
    if because.trigger is None:
        if because.rule == "label":
            return True
        if understood.verbless(frame) and memory.previous is not None and memory.index - memory.previous.line <= 1:
            return _dated_or_placed(memory, frame)
        if (
            memory.asked is not None
            and memory.index - memory.asked[0] <= 1
            and len(frame.sentence) <= 16
            and frame.kind == "bare"
            and not (frame.node.dep_ == "nsubj" and frame.node.head.pos_ == "VERB")
        ):
            return True
        return (
            frame.kind == "anaphor"
            and frame.partitive
            and frame.root.i - frame.sentence.start <= 1
            and frame.count.form in {"digits", "words"}
        )
    verb = because.trigger.token
    subject = in_all.subject_of(verb)
    if verb.tag_ == "NNS":
        subject = agent(because.trigger)
    if subject is None:
        return verb.lemma_.lower() in {"add", "include"} and frame.definite
    if {subject.lower_, lemma(subject)} & STANDS_FOR or (subject.pos_ == "NUM" and verb.lemma_ == "compare"):
        return True
    if subject.lower_ in PEOPLE and verb.lemma_ in {"have", "get"} and memory.previous is not None:
        return direct_object(frame, verb) and memory.index - memory.previous.line <= 1
    direct = direct_object(frame, verb)
    if verb.lemma_.lower() in REPORTS and (direct or subject.lower_ in PEOPLE):
        near = memory.previous is None or memory.index - memory.previous.line <= 2
        return near or bool(party_of(memory.reading, subject) or side_of_token(subject))
    if verb.lemma_.lower() in {"put", "set", "peg", "place"} and frame.node.dep_ == "pobj":
        return frame.node.head.lower_ == "at"  # "a spokesman put it at 439"
    if (
        subject.lower_ in PEOPLE
        and verb.lemma_ == "be"
        and frame.node.dep_ == "pobj"
        and frame.node.head.lower_ == "at"
    ):
        return True
    if subject.lemma_.lower() in data()["documents"]:
        return True
    if _place(memory, subject) and verb.lemma_.lower() in PLACES_DO:
        return True
    if party_of(memory.reading, subject) or side_of_token(subject):
        return frame.node.dep_ in {"dobj", "attr", "pobj", "nummod", "npadvmod"} and verb.lemma_.lower() not in {
            "be",
            "tell",
        }
    return False
