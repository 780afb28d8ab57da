"""What can be seen of a number in its sentence: short words for the weights, and what the words it hangs on mean.

A sign is `name=value` ("gov=receive", "w+1=detainer", "sp=custody"). Words are lemmas; names of places, people, days
and organizations are put in their kind's place, so that no weight knows one.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

import numpy
from spacy.tokens import Span, Token

from extract.claims.candidates import Candidate, Line
from extract.claims.frames import Frame
from extract.claims.memory import Memory
from extract.claims.nouns import NOUNS, kind_of
from extract.claims.parties import party_of, side, side_of_token
from extract.claims.reading import Reading
from extract.claims.surrounding import speech
from extract.claims.triggers import lemma
from extract.claims.voices import party_of_speaker
from extract.claims.weighing import classed, classes
from extract.claims.weighing.words import WIDTH, word

VECTOR_REACH, CLIMB, SHORT = 6, 8, 8
SMALL = 9
"""Numbers up to this come back by chance."""
SAYS, RULE = "says=", "rule="
SAID_KINDS = frozenset({"detainer", "person", "paper", "time", "noun", "anaphor"})


def of(memory: Memory, line: Line, candidate: Candidate, earlier: str | None) -> list[str]:
    """The signs of one number; `earlier` is the measure of the number before it in the same line."""
    frame = candidate.frame
    assert frame is not None
    first, last = _edges(frame)
    around = _around(memory, line, candidate, earlier)
    found = [
        *_number(line, frame),
        *_counted(frame),
        *_hung_on(memory.reading, frame),
        *_beside(frame.sentence, first, last),
        *around,
        *_same(memory, candidate),
        *_said(frame.sentence),
        *_label(line.unit.span),
        *classed.of(memory, line, candidate, earlier, classed.Place(first, last, around[0])),
    ]
    return list(dict.fromkeys(found))


def by_rules(measures: str, rule: str | None = None) -> list[str]:
    """What the rules make of a number, as signs: its measures, joined by `+` ("nothing" for no claim), and the rule."""
    out = [f"{SAYS}{measures}"]
    if rule is not None:
        out += [f"{SAYS}{measures}/{rule.split()[0]}", f"{RULE}{rule.replace(' ', '_')}"]
    return out


def vector(candidate: Candidate) -> Any:
    """The meaning of the verb above the number, of its noun, and of the words around it: three unit vectors in one."""
    frame = candidate.frame
    assert frame is not None
    first, last = _edges(frame)
    noun = frame.noun if frame.noun is not None else frame.whole
    verb = governor(frame.noun if frame.noun is not None else frame.node)
    near = [
        t.vector
        for t in _window(frame.sentence, first, last + 1, VECTOR_REACH)
        if t.pos_ in {"NOUN", "VERB", "ADJ"} and t.has_vector
    ]
    parts = [
        verb.vector if verb is not None else None,
        noun.vector if noun is not None else None,
        numpy.mean(numpy.array(near), axis=0) if near else None,
    ]
    return numpy.concatenate([_unit(part) for part in parts])


def governor(token: Token) -> Token | None:
    """The first verb above a token."""
    for _ in range(CLIMB):
        if token.head.i == token.i:
            return None
        token = token.head
        if token.pos_ in {"VERB", "AUX"}:
            return token
    return None


def _unit(vector: Any) -> Any:
    if vector is None or len(vector) != WIDTH:  # a configured model may come without vectors
        return numpy.zeros(WIDTH, dtype="float32")
    length = float(numpy.linalg.norm(vector))
    return vector / length if length else vector


def _edges(frame: Frame) -> tuple[int, int]:
    span = frame.span
    return (span.start, span.end - 1) if span is not None else (frame.root.i, frame.root.i)


def _window(sentence: Span, first: int, last: int, reach: int) -> list[Token]:
    """The words around a number, without it."""
    doc = sentence.doc
    left = range(max(sentence.start, first - reach), first)
    right = range(last, min(sentence.end, last + reach))
    return [doc[i] for i in (*left, *right)]


def _number(line: Line, frame: Frame) -> list[str]:
    count = frame.count
    out = [f"form={count.form}", f"unit={count.unit}", f"sec={line.unit.kind}", f"kind={frame.kind}"]
    if count.value == count.value:
        out.append(f"mag={0 if count.value == 0 else min(5, len(str(int(abs(count.value)))))}")
        if count.form == "digits" and "," not in count.text and 1900 <= count.value <= 2030:
            out.append("yearlike")
    marks = {
        "cmp": count.comparator != "=", "partitive": frame.partitive, "ofnumber": frame.of_number,
        "definite": frame.definite,
    }  # fmt: skip
    return out + [name for name, there in marks.items() if there]


def _counted(frame: Frame) -> list[str]:
    out = [f"lsubj={lemma(frame.subject)}"] if frame.subject is not None else []
    if frame.whole is not None:
        out.append(f"whole={lemma(frame.whole)}")
    for trigger, role in frame.links[:4]:
        out += [f"link={trigger.action}/{role}", f"lv={trigger.token.lemma_.lower()}"]
        if trigger.negated:
            out.append(f"neg={trigger.action}")
    noun = frame.noun
    if noun is None:
        return out
    out.append(f"noun={lemma(noun)}")
    for child in noun.children:
        if child.dep_ in {"amod", "compound", "nmod"} and child.i > frame.root.i:
            out.append(f"nmod={word(child)}")
        elif child.dep_ in {"acl", "relcl"}:
            out.append(f"nacl={child.lemma_.lower()}")
        elif child.dep_ == "prep":
            out.append(f"nprep={child.lower_}")
            out += [f"nprep={child.lower_}:{word(g)}" for g in child.children if g.dep_ == "pobj"]
    return out


def _party(reading: Reading, token: Token) -> str | None:
    party = party_of(reading, token)
    return side(party) if party else side_of_token(token)


def _hung_on(reading: Reading, frame: Frame) -> list[str]:
    """The verb above the number, who does it, to what, and the verb above that."""
    node = frame.noun if frame.noun is not None else frame.node
    out = [f"ndep={node.dep_}"]
    if node.dep_ == "pobj":
        out += [f"prep={node.head.lower_}", f"prephead={word(node.head.head)}"]
    verb = governor(node)
    if verb is None:
        return out
    name = verb.lemma_.lower()
    if any(child.dep_ == "neg" for child in verb.children):
        out.append(f"gov={name}")
        name = f"not_{name}"
    out += [f"gov={name}", f"gov={name}/{node.dep_}"]
    for child in verb.children:
        if child.dep_ == "neg":
            out.append("govneg")
        elif child.dep_ in {"nsubj", "nsubjpass"}:
            who = _party(reading, child) or word(child)
            out += [f"gsubj={who}", f"gsubj={who}/{name}"]
        elif child.dep_ in {"dobj", "attr"} and child.i != node.i:
            out.append(f"gobj={word(child)}")
        elif child.dep_ in {"prep", "agent"}:
            objects = [g for g in child.children if g.dep_ == "pobj"]
            out += [f"gpp={child.lower_}:{_party(reading, g) or kind_of(g)}" for g in objects]
    above = governor(verb)
    return [*out, f"gg={above.lemma_.lower()}"] if above is not None else out


def _beside(sentence: Span, first: int, last: int) -> list[str]:
    doc, out = sentence.doc, []
    for k in (1, 2, 3):
        out.append(f"w-{k}={word(doc[first - k]) if first - k >= sentence.start else '<s>'}")
        out.append(f"w+{k}={word(doc[last + k]) if last + k < sentence.end else '</s>'}")
    before = next((doc[i] for i in range(first - 1, sentence.start - 1, -1) if doc[i].pos_ == "VERB"), None)
    after = next((doc[i] for i in range(last + 1, sentence.end) if doc[i].pos_ == "VERB"), None)
    out += [f"pv={before.lemma_.lower()}"] if before is not None else []
    return out + ([f"nv={after.lemma_.lower()}"] if after is not None else [])


def _around(memory: Memory, line: Line, candidate: Candidate, earlier: str | None) -> list[str]:
    """Who speaks, what else the sentence is about, and what was counted before."""
    assert candidate.frame is not None
    sentence, reading = candidate.frame.sentence, memory.reading
    around = speech(reading, candidate.count.start)
    party, kind = party_of_speaker(reading, around[0]) if around else (None, None)
    out = [f"sp={side(party) if party else kind}"]
    out += _kinds(sentence)
    out += [f"act={trigger.action}" for trigger in line.triggers.values()]
    before = memory.previous
    if earlier is not None:
        out += [f"prev={earlier}", f"prev={earlier}/s", f"prevkind={earlier}/{candidate.frame.kind}"]
    elif before is not None:
        what, far = before.claim.measure, min(memory.index - before.line, 3)
        out += [f"prev={what}", f"prev={what}/{far}", f"prevkind={what}/{candidate.frame.kind}"]
    else:
        out.append("prev=no")
    if line.before:
        out += _just_said(line.before[-1].span)
    return [re.sub(r"\s", "_", sign) for sign in out]


@lru_cache(maxsize=classes.KEPT)
def _kinds(sentence: Span) -> tuple[str, ...]:
    """The kinds of things that a sentence names."""
    return tuple(f"has={kind}" for kind in {kind_of(t) for t in sentence if t.tag_ in NOUNS} & SAID_KINDS)


@lru_cache(maxsize=classes.KEPT)
def _just_said(sentence: Span) -> tuple[str, ...]:
    """The nouns and verbs of the sentence before."""
    return tuple(f"p={word(t)}" for t in sentence if t.pos_ in {"NOUN", "VERB"})


def _same(memory: Memory, candidate: Candidate) -> list[str]:
    """What the same number counted where it stood before: texts come back to their numbers."""
    count = candidate.count
    if count.value <= SMALL:
        return []
    same = [f.claim for f in memory.found if f.claim.value == count.value and f.claim.unit == count.unit]
    return [f"same={same[-1].measure}"] if same else []


@lru_cache(maxsize=classes.KEPT)
def _said(sentence: Span) -> tuple[str, ...]:
    """What is said in the sentence at all."""
    return tuple(f"b={t.lemma_.lower()}" for t in sentence if t.pos_ in {"NOUN", "VERB", "ADJ"} and not t.ent_type_)


@lru_cache(maxsize=classes.KEPT)
def _label(line: Span) -> tuple[str, ...]:
    """The words of a line that is no sentence: "Picked up by ICE: 4"."""
    words = [t for t in line if not t.is_space and not t.is_punct]
    if len(words) > SHORT or any(t.tag_ in {"VBD", "VBZ", "VBP", "MD"} for t in words):
        return ()
    return ("short", *(f"short={word(t)}" for t in words))
