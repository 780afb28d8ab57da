"""Signs by classes of words: the verb above a number, who does it, to or for whom; and what was said just before."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Span, Token

from extract.claims import lexicon
from extract.claims.candidates import Candidate, Line
from extract.claims.frames import SUBJECTS, Frame
from extract.claims.memory import Memory
from extract.claims.parties import party_of, side, side_of_token
from extract.claims.reading import Reading
from extract.claims.triggers import NEGATIONS, find, lemma
from extract.claims.weighing import classes
from extract.joined import said

CLIMB = 8
NEAR = 10
STOPS = frozenset({";", ":", ".", "—", "–", "(", ")", "“", "”"})
NOBODY = frozenset({"none", "nobody", "no", "neither"})
PRONOUNS = frozenset(
    ["they", "we", "it", "he", "she", "i", "you", "who", "that", "which", "them", "those", "none", "nobody", "no"]
)
TOWARDS = frozenset({"to", "by", "for", "with", "into", "in", "from", "onto", "on"})
PLAIN = frozenset({"equal", "say", "record", "change", "pend"})
"""Classes of verbs that only give a figure: what it counts, the sentence before tells."""
PAIRS = 3
"""Lines with numbers back over which a row of as many numbers is looked for."""
LEAD = 12
"""Units back to which the lead-in of a list may stand ("Five counties account for most of the releases:")."""


@dataclass(frozen=True)
class Place:
    """Where a number stands: its first and last token, and who speaks there as a sign ("sp=custody")."""

    first: int
    last: int
    speaker: str


def of(memory: Memory, line: Line, candidate: Candidate, earlier: str | None, place: Place) -> list[str]:
    """The signs of one number; `earlier` is the measure of the number before it in its line."""
    frame = candidate.frame
    assert frame is not None
    reading, sentence = memory.reading, frame.sentence
    above = _above(reading, frame)
    acts = _acts(sentence)
    before = earlier or (memory.previous.claim.measure if memory.previous is not None else "no")
    who = next((sign.partition("=")[2].partition("/")[0] for sign in above if sign.startswith("GS=")), "no")
    return [
        *above,
        *_own(frame),
        *_near(sentence, place.first, place.last),
        *_directions(sentence),
        *(f"S={name}" for name in acts),
        f"prevsp={before}/{place.speaker}",
        f"prevwho={before}/{who}",
        *_before(memory, line, candidate, earlier, before, acts),
        *_sentences(line, acts <= PLAIN),
        *_lead(line),
        *_headline(memory),
    ]


@lru_cache(maxsize=classes.KEPT)
def _acts(sentence: Span) -> frozenset[str]:
    """The classes of a sentence's verbs."""
    return frozenset(name for token, names in classes.within(sentence) for name in names if classes.is_verb(token))


def _verb_above(token: Token) -> Token | None:
    for _ in range(CLIMB):
        if token.head.i == token.i:
            return None
        token = token.head
        if classes.is_verb(token):
            return token
    return None


def _negated(verb: Token) -> bool:
    before = [c for c in verb.children if c.i < verb.i]
    return any(c.dep_ == "neg" or c.lower_ in NEGATIONS or c.lower_ in NOBODY for c in before)


def _names(token: Token) -> tuple[str, ...]:
    names = classes.of(token) or (token.pos_,)
    return tuple(f"not_{name}" for name in names) if classes.is_verb(token) and _negated(token) else names


def _who(reading: Reading, token: Token) -> str:
    """Who or what a subject or object is."""
    party = party_of(reading, token)
    where = side(party) if party else side_of_token(token)
    if where:
        return where
    if token.lower_ in PRONOUNS:
        return token.lower_
    names = classes.of(token)
    return names[0] if names else token.ent_type_ or token.pos_


def _above(reading: Reading, frame: Frame) -> list[str]:
    node = frame.noun if frame.noun is not None else frame.node
    verb = _verb_above(node)
    if verb is None:
        return ["G=no"]
    dep = _dep(node, verb)
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS and c.i != node.i), None)
    who = _who(reading, subject) if subject is not None else "no"
    if subject is None and verb.dep_ in {"xcomp", "conj", "advcl", "pcomp"} and verb.head.i != verb.i:
        subject = next((c for c in verb.head.children if c.dep_ in SUBJECTS), None)
        who = "^" + (_who(reading, subject) if subject is not None else "no")
    above = _verb_above(verb)
    out = [f"GS={who}/{dep}"]
    for name in _names(verb):
        out += [f"G={name}", f"G={name}/{dep}", f"G={name}/{dep}/{who}", f"G={name}/{who}"]
        if above is not None:
            out += [f"GG={up}>{name}" for up in _names(above)]
        out += [f"GO={name}:{_who(reading, c)}" for c in verb.children if c.dep_ in {"dobj", "attr"} and c.i != node.i]
        for c in verb.children:
            if c.dep_ in {"prep", "agent", "dative"}:
                objects = [g for g in c.children if g.dep_ == "pobj"]
                out += [f"GP={name}:{c.lower_}:{_who(reading, g)}" for g in objects]
            elif c.dep_ in {"acomp", "advmod", "oprd", "prt"}:
                out += [f"GJ={name}:{what}" for what in classes.adjectives().get(c.lower_, ())]
                out += [f"GJ={what}" for what in classes.adjectives().get(c.lower_, ())]
            elif c.dep_ in {"xcomp", "advcl", "conj", "ccomp", "acl"} and classes.is_verb(c):
                out += [f"GX={name}<{below}" for below in _names(c)]
    return out


def _dep(node: Token, verb: Token) -> str:
    """How a token hangs on a verb: the dependency nearest to the verb, with its preposition."""
    while node.head.i != verb.i and node.head.i != node.i:
        if node.head.dep_ in {"prep", "agent"} and node.head.head.i == verb.i:
            return node.head.lower_
        node = node.head
    return node.dep_


def _own(frame: Frame) -> list[str]:
    """What the noun is, and what is said of it: "people jailers let go", "inmates with detainers"."""
    out: list[str] = []
    for what, noun in (("N", frame.noun), ("W", frame.whole)):
        if noun is None:
            continue
        out += [f"{what}={name}" for name in classes.of(noun)] or [f"{what}=?"]
        for child in noun.children:
            out += [f"{what}J={name}" for name in classes.adjectives().get(child.lower_, ())]
            if child.dep_ in {"acl", "relcl", "amod"} and child.tag_[:2] == "VB":
                out += [f"{what}A={name}" for name in _names(child)]
            elif child.dep_ == "prep":
                objects = [g for g in child.subtree if g.dep_ in {"pobj", "pcomp"}][:2]
                out += [f"{what}P={child.lower_}:{name}" for g in objects for name in classes.of(g)]
    return out


def _near(sentence: Span, first: int, last: int) -> list[str]:
    """The nearest classes on both sides, up to the end of the clause."""
    doc, out = sentence.doc, []
    for name, way in (("L", range(first - 1, max(sentence.start, first - NEAR) - 1, -1)),
                      ("R", range(last + 1, min(sentence.end, last + NEAR)))):  # fmt: skip
        found = 0
        for i in way:
            if doc[i].text in STOPS:
                break
            names = _names(doc[i]) if classes.of(doc[i]) else ()
            out += [f"{name}{found}={n}" for n in names] if found < 2 else []
            out += [f"{name}*={n}" for n in names]
            found += bool(names)
        if not found:
            out.append(f"{name}0=no")
    return out


@lru_cache(maxsize=classes.KEPT)
def _directions(sentence: Span) -> list[str]:
    """Towards whom anything goes in the sentence: "to ICE", "with agents", "into the community"."""
    out = []
    for token in sentence:
        if token.dep_ in {"prep", "agent", "dative"} and token.lower_ in TOWARDS:
            objects = [g for g in token.children if g.dep_ == "pobj"]
            out += [f"D={token.lower_}:{name}" for g in objects for name in classes.sides().get(g.lower_, ())]
    return list(dict.fromkeys(out))


def _before(
    memory: Memory, line: Line, candidate: Candidate, earlier: str | None, before: str, acts: frozenset[str]
) -> list[str]:
    """What was counted before, and what was asked."""
    frame, found = candidate.frame, memory.found
    assert frame is not None
    out = [f"prev+={before}/{'plain' if acts <= PLAIN else 'acts'}"]
    out += [f"prev+={before}/{name}" for name in acts]
    out += [f"seen={what}" for what in {f.claim.measure for f in found}]
    if found:
        out.append(f"first={found[0].claim.measure}")
    if memory.asked is not None:
        out.append(f"asked={memory.asked[1].measure}/{min(memory.index - memory.asked[0], 2)}")
    if (row := _row(line, candidate)) is not None:
        out.append(f"row={row}")
    if earlier is None and len(found) > 1:
        out.append(f"prev2={found[-1].claim.measure}/{found[-2].claim.measure}")
    elif earlier is not None and found:
        out.append(f"prev2={earlier}/{found[-1].claim.measure}")
    return out + ([f"LS={name}" for name in classes.of(frame.subject)] if frame.subject is not None else [])


def _sentences(line: Line, plain: bool) -> list[str]:
    """The classes of the two sentences before; apart where they ask, or where this one has no act of its own."""
    out: list[str] = []
    for back, unit in enumerate(reversed(line.before[-2:])):
        names = _meant(unit.span)
        out += [f"P{back}={name}" for name in names]
        if plain and back == 0:
            out += [f"PP={name}" for name in names]
        if said(unit.span).rstrip().endswith("?"):
            out += [f"Q={name}" for name in names]
    return out


@lru_cache(maxsize=classes.KEPT)
def _meant(sentence: Span) -> frozenset[str]:
    """The classes of a sentence's words, of its verbs with their negation."""
    words = classes.within(sentence)
    return frozenset(name for token, ns in words for name in (_names(token) if classes.is_verb(token) else ns))


def _lead(line: Line) -> list[str]:
    """What the lead-in of a list or a label is about."""
    if line.unit.kind != "list" and any(t.tag_ in {"VBD", "VBZ", "VBP"} for t in line.unit.span):
        return []
    lead = next((u for u in reversed(line.before[-LEAD:]) if said(u.span).rstrip().endswith(":")), None)
    if lead is None:
        return []
    named = lexicon.noun_measures()
    out = [f"lead={name}" for _, names in classes.within(lead.span) for name in names]
    out += [f"leadm={named[lemma(t)]}" for t in lead.span if lemma(t) in named]
    return out + [f"leadm={trigger.action}" for trigger in find(lead.span).values()]


def _row(line: Line, candidate: Candidate) -> str | None:
    """What the number at the same place in the last line of as many numbers counted: "Rio Seco: 140 and 9"."""
    numbers = [c for c in line.candidates if c.frame is not None]
    if len(numbers) < 2 or candidate not in numbers:
        return None
    other = line.previous
    for _ in range(PAIRS):
        if other is None:
            return None
        theirs = [c for c in other.candidates if c.frame is not None]
        if len(theirs) == len(numbers) and all(c.claims for c in theirs):
            return theirs[numbers.index(candidate)].claims[0].measure
        other = other.previous
    return None


def _headline(memory: Memory) -> list[str]:
    """What the headline is about, else the first sentence."""
    units = [u for u in memory.reading.units if u.kind == "headline"][:1] or memory.reading.units[:1]
    return [f"H={name}" for u in units for token, ns in classes.within(u.span) for name in ns]
