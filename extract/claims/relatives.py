"""What a relative clause says of a number: "16 of whom the jail had released", "inmates with holds who were freed"."""

from __future__ import annotations

from spacy.tokens import Token

from extract.claims import guards
from extract.claims.acts import Reading, counts_of
from extract.claims.frames import Frame
from extract.claims.nouns import kind_of
from extract.claims.triggers import NEGATIONS, Trigger, find

OF_WHOM = "of whom"
ALL_OF_WHOM = "all of whom"
WITH_WHO = "with detainers, who"
WHICH = frozenset({"whom", "which"})
PEOPLE = frozenset({"who", "whom"})
OWN_CLAUSE = frozenset({OF_WHOM, ALL_OF_WHOM, WITH_WHO})
"""Rules of a clause that tells what was done, whatever its sentence says: "will pay 812, each of whom was held"."""
REACH = 12
"""Words behind a number within which its clause says what became of those it counts."""
DONE = frozenset({"honored", "declined", "transfers", "releases"})
"""What became of requests, which is said behind how they came: "two of which came with a warrant and were followed"."""
HOLDING = frozenset({"with", "under", "on"})


def read(frame: Frame) -> Reading | None:
    """What a clause of its own says of a number, whatever stands around it; None where there is none."""
    return _of_whom(frame) or _all_of_whom(frame) or _with_detainers_who(frame)


def of_its_own(frame: Frame) -> bool:
    """Whether "of whom" or "of which" stands behind a number."""
    doc, root = frame.sentence.doc, frame.root.i
    return root + 3 < frame.sentence.end and doc[root + 1].lower_ == "of" and doc[root + 2].lower_ in WHICH


def parted(frame: Frame) -> bool:
    """ "It sent 341, of which the prison honored 18": the clause behind the comma is of a part of them."""
    base = frame.noun if frame.noun is not None else frame.root
    behind = frame.sentence.doc[base.i + 1 : min(base.i + 1 + REACH, frame.sentence.end)]
    lead = [t.lower_ for t in behind[:3]]
    return lead[:2] == [",", "of"] and lead[2:] in (["which"], ["whom"]) and any(t.like_num for t in behind)


def _of_whom(frame: Frame) -> Reading | None:
    """ "Agents arrested 54 people, 16 of whom the jail had released": the clause behind it, not the verb before it."""
    doc, root = frame.sentence.doc, frame.root.i
    if not of_its_own(frame):
        return None
    return _first(frame, root + 3, "person" if doc[root + 2].lower_ == "whom" else "anaphor", OF_WHOM)


def _all_of_whom(frame: Frame) -> Reading | None:
    """ "A class of 340 members, all of whom were held on detainers", "812 former inmates, each of whom was kept"."""
    noun = frame.noun if frame.noun is not None else frame.whole
    if noun is None or noun.tag_ != "NNS" or frame.definite or frame.kind not in {"person", "foreign", "unknown"}:
        return None
    behind = [t.lower_ for t in noun.doc[noun.i + 1 : min(noun.i + 6, frame.sentence.end)]]
    opens = behind[1:3] in (["all", "of"], ["each", "of"], ["both", "of"]) or behind[1:4] == ["every", "one", "of"]
    at = 4 if behind[1:2] == ["every"] else 3
    if not opens or behind[0] not in {",", "—", "–"} or behind[at : at + 1] != ["whom"]:
        return None
    verb = noun.doc[noun.i + at - 1].head  # of "all", "each", "one"
    trigger = find(frame.sentence).get(verb.i)
    what = _said(frame, trigger, "person") if trigger is not None and trigger.action != "counted" else None
    return Reading(what, ALL_OF_WHOM, trigger, "topic") if what is not None else None


def _with_detainers_who(frame: Frame) -> Reading | None:
    """ "268 people with detainers who were let go": not those who sit in jail with one."""
    noun = frame.noun if frame.noun is not None else frame.whole
    if frame.kind != "person" or noun is None or noun.i + 1 >= frame.sentence.end:
        return None
    if noun.nbor(1).lower_ not in HOLDING:
        return None
    behind = noun.doc[noun.i + 1 : min(noun.i + REACH, frame.sentence.end)]
    who = next((t for t in behind if t.lower_ in PEOPLE), None)
    between = noun.doc[noun.i + 1 : who.i] if who is not None else ()
    if who is None or not any(kind_of(t) == "detainer" for t in between) or any(t.is_punct for t in between):
        return None
    return _first(frame, who.i + 1, "person", WITH_WHO)


def _first(frame: Frame, start: int, kind: str, rule: str) -> Reading | None:
    """The first verb from a place on that says what became of those who are counted, before another number."""
    marks, came = find(frame.sentence), None
    for i in range(start, min(start + REACH, frame.sentence.end)):
        token = frame.sentence.doc[i]
        if token.like_num or token.text in {".", ";", ":"}:
            break
        if i in marks and marks[i].action != "counted" and (what := _said(frame, marks[i], kind)) is not None:
            if came is not None and (marks[i].action not in DONE or token.dep_ != "conj"):
                break
            if marks[i].action in DONE or came is not None:
                return Reading(what, rule, marks[i], "topic")
            came = Reading(what, rule, marks[i], "topic")
    return came


def _said(frame: Frame, trigger: Trigger, kind: str) -> str | None:
    if kind == "person" and trigger.action in {"issued", "received"}:
        return None
    if trigger.negated and guards.unfetched(trigger):
        return "releases"
    if _denied(trigger.token) and trigger.action in {"releases", "transfers", "arrests", "removals"}:
        return None
    what = counts_of(frame, trigger, kind)
    return None if what is None or what.startswith("not ") else what


def _denied(verb: Token) -> bool:
    return any(c.lower_ in NEGATIONS for c in verb.children)
