"""None, any and all: words that count only where a verb decides over what came before."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from spacy.tokens import Token

from extract.claims import errands, guards, leftovers, nothing, others
from extract.claims.acts import MEASURE, STAYING, TOLD, counts_of
from extract.claims.acts import Reading as Measure
from extract.claims.agents import agent
from extract.claims.candidates import Candidate, Line
from extract.claims.frames import NEVER, OCCASIONS, SUBJECTS, Frame, every_case
from extract.claims.memory import Memory
from extract.claims.nouns import kind_of
from extract.claims.parties import FAMILY
from extract.claims.triggers import NEGATIONS, SUMS, Trigger, lemma
from extract.joined import said, text_of
from extract.model import Count

Earlier = tuple[Candidate, list[Measure]]
NUMBER_FOLLOWS = re.compile(
    r"\s+of\s+(?:them|these|those)(?::\s+\d|,?\s+(?:but|except|save)\b)"
    r"|,?\s+(?:of\s+)?(?:the\s+|those\s+|these\s+)?(?:\d|(?:but|except|save)\b)"
)
"""What stands behind "all" where the number is written."""
EACH = re.compile(r"each(?: one)?|every (?:single |last )?one", re.I)
BESIDE = frozenset({"with", "without", "by", "on", "from", "after", "under", "at", "in", "for", "to"})
"""What makes of "each", behind a comma, a remark on those that were counted."""
OF_THE = re.compile(r"\s+of\s+(?:(?:the|those|these|its|his|her|their|our|some|about|roughly|nearly)\s+){0,2}")
NO_ACTION = "no action"
TERMS = frozenset(["condition", "criterion", "criteria", "requirement", "standard", "threshold", "test", "term", "bar",
                   "definition", "exception", "rule", "exemption"])  # fmt: skip
"""What a law asks of a request before it is honored."""
ANSWER = 10
"""Words of an answer that is one word for nothing with who gives it."""
DECISIVE = frozenset(
    {"detainers_honored", "detainers_declined", "transfers", "releases", "notifications", "arrests", "removals"}
)
"""What is done with requests or people, as opposed to how many there are."""


def read(memory: Memory, candidate: Candidate, frame: Frame, earlier: Sequence[Earlier] = ()) -> list[Measure]:
    """None, any, all: claims only with a verb that decides over what came before.

    `earlier` are the numbers before it in its line with what they may count.
    """
    count, form = frame.count, frame.count.form
    if count.text.lower() in NEVER or every_case(count):
        return _so_often(candidate, frame)
    if nothing.no_action(frame):
        return [Measure("detainers_honored", NO_ACTION, None, "topic")]
    if (
        frame.kind in {"foreign", "unknown"}
        or (count.text.lower() == "no" and frame.kind == "bare")
        or nothing.of_them(frame)
    ):
        candidate.reason = others.OTHER
        return []
    if nothing.absent(frame) or nothing.in_label(frame):
        candidate.reason = others.OTHER
        return []
    if _joins(frame):
        candidate.reason = "a conjunction, or what recurs"
        return []
    if count.text.lower() == "zero" and frame.kind == "time" and leftovers.pro_verb(frame):
        return [Measure("context", "happened", None, "context")]
    if (named := nothing.none_made(frame)) is not None:
        return [Measure(named, "noun names it", None, "topic")]
    direct = [(t, r) for t, r in frame.links if t.action != "counted" and _governs(frame, t, r)]
    behind = memory.reading.text[count.end : count.end + 16]
    beside = memory.reading.text[max(0, count.start - 3) : count.start].rstrip().endswith((",", "—", "–", "-"))
    if form == "all" and count.value == 2 and (beside or 2 not in _values(memory, earlier)):
        candidate.reason = "both of what is not known"
        return []
    if frame.of_next or (form == "all" and NUMBER_FOLLOWS.match(behind) and numbered(memory, frame) is None):
        candidate.reason = "the number itself follows"
        return []
    if re.match(r"(?:no one|nobody)", count.text, re.I):
        direct = [(t, r) for t, r in direct if t.passive or (r == "patient" and _upon_nobody(frame, t))]
    if _of_some(direct):
        candidate.reason = "of some of them only"
        return []
    if form == "all" and (lodged := next((t for t, _ in direct if _upon_all(frame, t)), None)) is not None:
        return [Measure("detainers_issued", "patient of issued", lodged, "topic")]
    if form == "all" and frame.kind in {"anaphor", "person"} and errands.dates_told(frame):
        return [Measure("notifications", TOLD, direct[0][0] if direct else None, "topic")]
    for trigger, role in direct:
        action = MEASURE.get(trigger.action, trigger.action)
        if (
            not (
                action in DECISIVE
                or (form != "all" and trigger.action == "received" and frame.kind in {"detainer", "bare", "anaphor"})
            )
            or not (_past(trigger) or (form == "any" and _unrecorded(frame)))
            or (
                trigger.weak
                and trigger.action not in {"honored", "transfers", "received"}
                and not (trigger.action == "declined" and _of_requests(memory, form, earlier))
            )
            or (form == "all" and trigger.token.lemma_.lower() == "follow")
        ):
            continue
        negated = trigger.negated or (form == "any" and (_negated_before(frame) or _unrecorded(frame)))
        if form == "any" and not negated:
            continue
        if form == "none" and role in {"modifier"} and frame.noun is None:
            continue
        if form == "all" and trigger.negated:
            if trigger.token.i < frame.root.i and not trigger.passive:
                break  # "did not honor every one": some it did
            action = {"detainers_honored": "detainers_declined"}.get(action, action)
        if frame.kind == "detainer" and trigger.weak and trigger.action == "honored":
            continue
        if form == "any" and (trigger.token.i > frame.root.i or _seldom(trigger.token)):
            continue
        return [Measure(action, f"{role} of {trigger.action}", trigger, "topic")]
    if (
        form == "none"
        and memory.asked is not None
        and memory.index - memory.asked[0] <= 2
        and len(frame.sentence) <= ANSWER
        and _opens(frame)
        and memory.asked[1].measure in DECISIVE
    ):
        return [Measure(memory.asked[1].measure, "answer", memory.asked[1].trigger)]
    last = memory.previous
    near = last is not None and memory.index - last.line <= 2 and last.claim.measure in DECISIVE
    if form == "none" and last is not None and near and _alone(frame):
        return [Measure(last.claim.measure, "answer", None)]
    candidate.reason = "no verb decides over it"
    return []


def _so_often(candidate: Candidate, frame: Frame) -> list[Measure]:
    """ "And not once did they comply", "it alerted ICE in every case": what was never or always done."""
    for trigger, role in frame.links:
        measure = counts_of(frame, trigger, "time") or counts_of(frame, trigger, "person")
        done = trigger.passive or any(c.dep_ == "dobj" for c in trigger.token.children) or guards.by_federal(trigger)
        if measure in {"transfers", "releases"} and not done:
            continue  # "has never once picked up on a weekend"
        if measure in DECISIVE and (_past(trigger) or trigger.token.tag_ == "VB"):
            return [Measure(measure, f"{role} of {trigger.action}", trigger, "topic")]
    candidate.reason = "no verb decides over it"
    return []


def _upon_nobody(frame: Frame, trigger: Trigger) -> bool:
    """ "Honored nobody", "nobody stayed longer because of one": not "nobody honored them"."""
    longer = trigger.action == "honored" and trigger.token.lemma_.lower() in STAYING
    return trigger.token.i < frame.root.i or longer


def _alone(frame: Frame) -> bool:
    """ "Not one.": a sentence of nothing else gainsays the number before it."""
    start = frame.count.start
    if text_of(frame.sentence.doc)[max(0, start - 1) : start] not in {'"', "“", "'", "‘"}:
        return False
    words = re.sub(r"[\W_]+", " ", said(frame.sentence)).strip()
    return words.lower() == frame.count.text.lower() and frame.count.text.lower() != "no"


def numbered(memory: Memory, frame: Frame) -> Count | None:
    """The 84 of "declined every one of the 84 he was sent": the number that a word for each of so many is of."""
    count = frame.count
    if EACH.fullmatch(count.text) is None or frame.node.dep_ in SUBJECTS or kind_of(frame.whole) == "person":
        return None
    text, at = memory.reading.text, bisect_left(memory.reading.counts, count.end, key=lambda c: c.start)
    following = memory.reading.counts[at : at + 1]
    return next((c for c in following if OF_THE.fullmatch(text, count.end, c.start) and c.value > 1), None)


def unweighed(line: Line, candidate: Candidate, frame: Frame, earlier: Sequence[Earlier]) -> bool:
    """Whether a number that no rule takes for a claim is not weighed either.

    Words for the whole are not, nor is what counts something else by its label, its charge or the number before it,
    nor the "no" of "no evidence".
    """
    if candidate.count.form == "all" or candidate.other or others.by_crime(frame) or of_none(line, frame, earlier):
        return True
    if _meets_terms(frame) or _of_another(frame):
        return True
    beside = frame.noun is not None and frame.noun.i - frame.root.i <= 2
    if (
        nothing.of_them(frame)
        or (frame.kind == "foreign" and beside)
        or nothing.absent(frame)
        or nothing.in_label(frame)
    ):
        return True
    return candidate.count.text.lower() == "no" and frame.kind in {"foreign", "unknown"}


def _meets_terms(frame: Frame) -> bool:
    """ "None of the others met the law's conditions": why, not what became of them."""
    verb = frame.node.head
    terms = (c for c in verb.children if c.dep_ == "dobj" and lemma(c) in TERMS)
    return frame.count.form == "none" and verb.lemma_.lower() in {"meet", "satisfy", "fit", "pass"} and any(terms)


def _of_another(frame: Frame) -> bool:
    """ "9 percent of appointments": a share of what has nothing to do with the dispute."""
    whole = frame.whole
    if frame.count.unit != "percent" or whole is None or whole.tag_ != "NNS":
        return False
    return kind_of(whole) in {"unknown", "foreign"} and lemma(whole) not in SUMS


def of_none(line: Line, frame: Frame, earlier: Sequence[Earlier]) -> bool:
    """Whether a number is the whole of one that counts something else: "189 of 246" agencies."""
    if not frame.of_number:
        return False
    before = [c for c in line.candidates if c.count.start < frame.count.start][-1:]
    return bool(before) and before[0].reason.startswith(others.OTHER) and not any(before[0] is c for c, _ in earlier)


def _opens(frame: Frame) -> bool:
    """Whether an answer begins with the word, behind no more than who gives it: "MAYOR DILLON: None, sir."."""
    before = frame.sentence.doc[frame.sentence.start : frame.root.i]
    words = [t for t in before if not t.is_punct and not t.is_space]
    return len(words) <= 1 or before[-1].text == ":" or words[-1].lower_ in {"answer", "no", "was", "is"}


def _values(memory: Memory, earlier: Sequence[Earlier]) -> set[float]:
    """What was counted just before."""
    return {f.claim.value for f in memory.near} | {c.count.value for c, _ in earlier}


def _of_requests(memory: Memory, form: str, earlier: Sequence[Earlier]) -> bool:
    """Whether the whole is one of requests, so that "set aside every one" says what became of them."""
    last = memory.previous
    if form == "all" and earlier:
        return any(m.measure in {*FAMILY, "side"} for m in earlier[-1][1])
    return form == "all" and last is not None and last.claim.measure in FAMILY and memory.index - last.line <= 1


def _unrecorded(frame: Frame) -> bool:
    """ "has no record of receiving any", "found no evidence that it honored any"."""
    doc = frame.sentence.doc
    before = [doc[i] for i in range(max(frame.sentence.start, frame.root.i - 9), frame.root.i)]
    return any(
        a.lower_ == "no"
        and b.lemma_.lower() in {"record", "evidence", "trace", "sign", "indication", "proof", "memory"}
        for a, b in pairwise(before)
    )


def _joins(frame: Frame) -> bool:
    """ "neither acted on it nor called", "each time", "not at all": no number."""
    doc, word = frame.sentence.doc, frame.count.text.lower()
    after = doc[frame.root.i + 1] if frame.root.i + 1 < frame.sentence.end else None
    if word == "neither":
        return after is not None and after.pos_ in {"VERB", "AUX", "ADP", "ADV"}
    if EACH.fullmatch(word) and after is not None and _beside(frame):
        behind = doc[frame.root.i + 1]
        return behind.lower_ in BESIDE or behind.tag_ in {"VBG"}
    if word == "each" and after is not None:
        return after.lower_ in {"time", "day", "year", "month", "week", "other", "side", "quarter", "case"}
    return word == "all" and frame.root.i > frame.sentence.start and doc[frame.root.i - 1].lower_ == "at"


def _beside(frame: Frame) -> bool:
    """Whether a comma or dash stands before the word: "honored nine, each with a judge's signature"."""
    return bool(frame.before) and frame.before[-1].text in {",", "—", "–"}


def _of_some(direct: list[tuple[Trigger, str]]) -> bool:
    """ "Seven counties honored all": of theirs, not of all that were counted."""
    who = agent(direct[0][0]) if direct else None
    return who is not None and any(t.pos_ == "NUM" and t.ent_type_ != "DATE" for t in who.lefts)


def _governs(frame: Frame, trigger: Trigger, role: str) -> bool:
    """Whether the word for nothing or all is itself what the verb decides over, not a remark beside it."""
    doc = frame.sentence.doc
    if (
        role == "near"
        and trigger.token.i == frame.root.i + 1
        and frame.root.i > frame.sentence.start
        and doc[frame.root.i - 1].text in {",", "and", "—", "–", ";"}
    ):
        return True
    if role == "near":
        return (
            trigger.token.i > frame.root.i
            and trigger.token.i - frame.root.i <= 3
            and frame.sentence.end - trigger.token.i <= 2
        )
    if role not in {"patient", "shared"}:
        return False
    node = frame.node
    if node.dep_ in {"advmod", "preconj", "cc"} and frame.count.form == "none" and trigger.token.i == frame.root.i - 1:
        return True
    if node.dep_ == "advmod":
        return False
    if node.dep_ == "pobj" and node.head.lower_ in {"in", "at", "after", "above"}:
        return frame.whole is not None and lemma(frame.whole) in OCCASIONS  # "complied in every one of 67 cases"
    head = node.head
    while head.dep_ in {"prep", "conj", "aux", "auxpass"} and head.i != trigger.token.i and head.pos_ != "VERB":
        head = head.head
    return head.i == trigger.token.i or role == "shared" or head.dep_ == "prep"


def _negated_before(frame: Frame) -> bool:
    doc = frame.sentence.doc
    return any(
        doc[i].lower_ in NEGATIONS or doc[i].lower_ in {"without", "nor", "neither"}
        for i in range(max(frame.sentence.start, frame.root.i - 7), frame.root.i)
    )


def _seldom(verb: Token) -> bool:
    """ "almost never held anyone": seldom, not never."""
    negation = next((c for c in verb.children if c.dep_ == "neg"), None)
    return negation is not None and negation.i > 0 and negation.nbor(-1).lower_ in {"almost", "nearly", "practically"}


def _upon_all(frame: Frame, trigger: Trigger) -> bool:
    """ "Placed detainers on each of them", "lodged a hold against every one": as many requests as people."""
    node = frame.node
    if trigger.action != "issued" or trigger.negated or not _past(trigger) or node.dep_ != "pobj":
        return False
    things = [c for c in trigger.token.children if c.dep_ in {"dobj", "nsubjpass"} and c.i < node.i]
    return node.head.lower_ in {"on", "against", "for", "upon"} and any(kind_of(c) == "detainer" for c in things)


def _past(trigger: Trigger) -> bool:
    """Whether a verb tells what happened, not what a law allows."""
    verb = trigger.token
    if any(c.dep_ == "auxpass" and c.tag_ in {"VBZ", "VBP", "VB"} for c in verb.children):
        return any(c.dep_ == "aux" and c.lower_ in {"have", "has", "had"} for c in verb.children)
    if verb.tag_ in {"VBD", "VBN", "NN", "JJ"}:
        return True
    return any(c.dep_ == "aux" and c.lower_ in {"did", "have", "has", "had", "was", "were"} for c in verb.children)
