"""Cues in their frames: every verb, noun or adjective that may govern what somebody says, thinks or wants.

A frame is how a word takes its content: `clause` ("said it lodged"), `to` ("plans to"), `obj` ("proposed a ban"),
`of` ("warned of"), `obj+for` ("criticised the mayor for"), passive ones marked with `pass` ("was described as").
Which words attribute in which frame is vocabulary (`cues.yml`); this module only reads the tree.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extract.attribution.parse import Parse
from extract.attribution.subjects import VERBAL, clause_kind, inherited, owner, subject

_CLAUSAL = ("ccomp", "xcomp")
_ALSO = frozenset(["before", "as", "to"])
"""Prepositions that share their name with a frame of another kind."""


@dataclass(frozen=True)
class Frame:
    """A possible cue: token `cue` governs the tokens `first`..`last` (both included), said by the noun at `source`."""

    cue: int
    kind: str
    """`verb`, `noun` or `adj`."""
    name: str
    first: int
    last: int
    source: int | None


def read(parse: Parse) -> Iterator[Frame]:
    """Every word of the text in every frame it stands in."""
    for token in range(len(parse)):
        pos = parse.pos[token]
        if pos == "VERB" or (pos == "AUX" and parse.dep[token] not in ("aux", "auxpass")):
            yield from _verb(parse, token)
        elif pos == "NOUN":
            yield from _noun(parse, token)
        elif pos == "ADJ":
            yield from _adjective(parse, token)


def _verb(parse: Parse, verb: int) -> Iterator[Frame]:
    kids = parse.kids[verb]
    if parse.child(verb, "auxpass") is not None or (parse.tag[verb] == "VBN" and _reduced(parse, verb)):
        yield from _passive(parse, verb)
        return
    source = subject(parse, verb)
    obj = None
    host = _spliced(parse, verb)
    if host is not None:
        yield Frame(verb, "verb", "before", parse.left[host], max(parse.left[host], parse.left[verb] - 1), source)
    for kid in kids:
        dep = parse.dep[kid]
        if (
            host is not None
            and dep in _CLAUSAL
            and "," in parse.lower[max(0, parse.left[kid] - 1) : parse.left[kid] + 1]
        ):
            continue
        if dep in ("dobj", "oprd") and kid > verb:
            if dep == "dobj" and obj is None:
                obj = kid
            elif dep == "oprd":
                first = parse.left[kid] if obj is None else min(parse.left[obj], parse.left[kid])
                yield Frame(verb, "verb", "oprd", first, parse.right[kid], source)
        elif dep in _CLAUSAL:
            yield from _clause(parse, verb, kid, source, obj)
            if obj is None and kid > verb and parse.lower[parse.left[kid]] == "what":
                obj = kid  # "puts what the agency sent at 160"
        elif dep == "prep" and kid > verb:
            if (told := _hung_on_letter(parse, kid)) is not None:
                yield Frame(verb, "verb", "clause", *_span(parse, told), source)
            yield from _prep(parse, verb, kid, source, obj, "")
    if obj is not None:
        if obj > verb and (told := _hung_on(parse, obj)) is not None:
            yield Frame(verb, "verb", "clause", *_span(parse, told), source)
        mistaken = parse.lower[obj] == "that" and parse.right[obj] - obj > 3  # "found that 8 named ...", as an object
        cut = _clause_behind_that(parse, verb, obj)
        if cut is not None:
            yield Frame(verb, "verb", "clause", obj + 1, cut, source)
        yield Frame(verb, "verb", "clause" if mistaken else "obj", *_span(parse, obj), source)
        yield from _figured(parse, verb, obj, source)
        for kid in parse.children(obj, "prep"):
            if parse.child(kid, "pcomp") is not None:  # "accused the sheriff of hiding 40", hung on the noun
                yield Frame(verb, "verb", f"obj+{parse.lower[kid]}", *_span(parse, obj), source)
    else:
        yield from _relative(parse, verb, source)
    yield from _parenthetical(parse, verb, source)


def _hung_on_letter(parse: Parse, prep: int) -> int | None:
    """The clause that hangs on what something is said in, not on the verb: "said in an email that agents took 18"."""
    letter = parse.child(prep, "pobj") if parse.lower[prep] in ("in", "by", "through", "via") else None
    return _hung_on(parse, letter) if letter is not None else None


def _hung_on(parse: Parse, noun: int) -> int | None:
    """The clause behind "that" which hangs on a noun but lacks nothing: "told the same panel that it had got 18"."""
    for kid in parse.children(noun, "acl", "relcl", "ccomp"):
        if kid > noun and parse.lower[parse.left[kid]] == "that" and parse.child(kid, "mark") is not None:
            return kid
    return None


def _clause_behind_that(parse: Parse, verb: int, obj: int) -> int | None:
    """The end of a clause whose "that" passed for an object: "answer that since the order the jails declined none"."""
    if parse.lower[obj] != "that" or parse.right[obj] != obj or obj != verb + 1:
        return None
    behind = [kid for kid in parse.kids[verb] if kid > obj and parse.dep[kid] in ("advcl", "ccomp", "conj")]
    return max((parse.right[kid] for kid in behind), default=None)


def _spliced(parse: Parse, verb: int) -> int | None:
    """The clause that a cue follows after a mere comma, where the parser coordinated the two.

    "The jail received 52, Sheriff Amundsen told commissioners": told is a conjunct of received without "and".
    """
    host, first = parse.head[verb], parse.left[verb]
    if parse.dep[verb] != "conj" or host >= first or parse.pos[host] not in VERBAL or first == 0:
        return None
    own = parse.child(verb, "nsubj")
    if own is None or own > verb or parse.left[own] > first + 1:
        return None
    comma = parse.lower[first] == "," or parse.lower[first - 1] == ","
    return host if comma and not any(parse.dep[k] == "cc" for k in parse.kids[host] if k > first - 3) else None


def _clause(parse: Parse, verb: int, kid: int, source: int | None, obj: int | None) -> Iterator[Frame]:
    if kid < verb:
        yield Frame(verb, "verb", "before", *_span(parse, kid), source)
        return
    name = clause_kind(parse, kid)
    first, last = _span(parse, kid)
    if name == "to" and (obj is not None or parse.subject(kid) is not None):
        name = "obj+to"
        first = min(first, parse.left[obj]) if obj is not None else first
    yield Frame(verb, "verb", name, first, last, source)


def _figured(parse: Parse, verb: int, obj: int, source: int | None) -> Iterator[Frame]:
    """ "Put the number of people held at 180": the figure may hang anywhere behind the object."""
    for token in range(obj + 1, max(parse.right[verb], parse.right[obj]) + 1):
        if parse.lower[token] == "at" and parse.line[token] == parse.line[verb]:
            after = range(token + 1, min(token + 5, len(parse)))
            number = next((t for t in after if parse.pos[t] == "NUM"), None)
            if number is not None:
                yield Frame(verb, "verb", "figure", parse.left[obj], max(number, parse.right[token]), source)
            return


def _relative(parse: Parse, verb: int, source: int | None) -> Iterator[Frame]:
    """An object that stands before its verb: "what it called", "the ban that he proposed", "the ban he proposed"."""
    asked = next((kid for kid in parse.kids[verb] if kid < verb and parse.dep[kid] == "dobj"), None)
    if parse.dep[verb] == "relcl" and (asked is not None or parse.child(verb, "nsubj") is not None):
        host = parse.head[verb]
        if source != host and source is not None and parse.tag[source] not in ("WDT", "WP"):
            yield Frame(verb, "verb", "rel", parse.left[host], max(host, asked or host), source)
    elif asked is not None:
        yield Frame(verb, "verb", "rel", *_span(parse, asked), source)


def _prep(parse: Parse, verb: int, prep: int, source: int | None, obj: int | None, mark: str) -> Iterator[Frame]:
    name = parse.lower[prep]
    name = f"prep {name}" if name in _ALSO else name
    inner = parse.child(prep, "pobj", "pcomp", "prep")
    if inner is None:
        return
    if parse.dep[inner] == "prep":  # "came out against"
        name, prep = f"{name} {parse.lower[inner]}", inner
        inner = parse.child(prep, "pobj", "pcomp")
        if inner is None:
            return
    first, last = _span(parse, inner)
    if parse.dep[inner] == "pobj" and parse.kids[verb]:
        # "called for the state to act": the infinitive hangs on the verb, its subject on the preposition
        for kid in parse.kids[verb]:
            if kid > prep and parse.dep[kid] in _CLAUSAL and clause_kind(parse, kid) == "to" and not mark:
                last = parse.right[kid]
    if obj is not None and obj < prep:
        name = name if name == "prep to" else name.removeprefix("prep ")
        yield Frame(verb, "verb", f"{mark}obj+{name}", parse.left[obj], last, source)
    else:
        yield Frame(verb, "verb", f"{mark}{name}", first, last, source)


def _passive(parse: Parse, verb: int) -> Iterator[Frame]:
    agent, person = parse.child(verb, "agent"), None
    source = parse.child(agent, "pobj") if agent is not None else None
    patient = parse.child(verb, "nsubjpass", "nsubj")
    reduced = patient is None and _reduced(parse, verb)
    if reduced:
        patient = parse.head[verb]
    elif patient is None:
        patient = inherited(parse, verb)
    for kid in parse.kids[verb]:
        dep = parse.dep[kid]
        if dep in _CLAUSAL and kid > verb:
            name = clause_kind(parse, kid)
            first, last = _span(parse, kid)
            if name == "to" and patient is not None and not reduced:
                yield Frame(verb, "verb", "pass to", min(first, parse.left[patient]), last, source)
            else:
                person = source if source is not None else None
                yield Frame(verb, "verb", f"pass {name}", first, last, person)
        elif dep in _CLAUSAL:
            yield Frame(verb, "verb", "pass before", *_span(parse, kid), source)
        elif dep == "prep" and kid > verb:
            inner = parse.child(kid, "pobj", "pcomp", "amod", "prep")
            if inner is not None and patient is not None:
                first = parse.left[patient] if not reduced else parse.left[inner]
                name = "prep to" if parse.lower[kid] == "to" else parse.lower[kid]
                yield Frame(verb, "verb", f"pass {name}", first, parse.right[inner], source)
        elif dep == "oprd" and patient is not None:
            first = parse.left[patient] if not reduced else parse.left[kid]
            yield Frame(verb, "verb", "pass oprd", first, parse.right[kid], source)
    if source is None and patient is not None and not reduced:
        yield Frame(verb, "verb", "pass", *_span(parse, patient), None)
    if source is not None and patient is not None:
        last = verb - 1 if reduced else parse.right[patient]
        yield Frame(verb, "verb", "pass by", parse.left[patient], max(parse.left[patient], last), source)
    yield from _parenthetical(parse, verb, source, "pass ")


def _parenthetical(parse: Parse, verb: int, source: int | None, mark: str = "") -> Iterator[Frame]:
    """A cue inside or after its host ("The jail, she explained, does not log ..."), and "as X said"."""
    dep, host = parse.dep[verb], parse.head[verb]
    if host == verb:
        return
    if dep == "parataxis" or (
        dep == "advcl" and parse.lower[parse.left[verb]] == "as" and parse.child(verb, "mark") is not None
    ):
        name = "aside" if dep == "parataxis" else "as" if not mark else "as well"
        yield Frame(verb, "verb", mark + name, *_span_without(parse, host, verb), source)
    elif dep == "ccomp" and host > verb and parse.right[verb] < host:
        # "Sheriffs, she said, never hear": the parser may hang the cue under its own content
        light = ("nsubj", "punct", "advmod", "npadvmod", "prep", "aux")
        kids = [k for k in parse.kids[verb] if parse.dep[k] not in light and not _is_hearer(parse, verb, k)]
        if not kids:
            yield Frame(verb, "verb", mark + "aside", *_span_without(parse, host, verb), source)


def _is_hearer(parse: Parse, verb: int, kid: int) -> bool:
    """Whether an object is who is told, no figure: "Of those, the warden told the safety committee, 9 were freed"."""
    told = kid > verb and parse.dep[kid] in ("dobj", "dative")
    return told and "NUM" not in parse.pos[parse.left[kid] : parse.right[kid] + 1]


def _noun(parse: Parse, noun: int) -> Iterator[Frame]:
    source = owner(parse, noun)
    for kid in parse.kids[noun]:
        dep = parse.dep[kid]
        if kid < noun:
            continue
        if dep in ("acl", "ccomp", "relcl") and parse.pos[kid] in VERBAL:
            name = clause_kind(parse, kid)
            if dep == "relcl" and parse.lower[parse.left[kid]] != "that":
                continue
            if dep == "acl" and name == "ing":
                continue
            yield Frame(noun, "noun", name, *_span(parse, kid), source)
        elif dep == "prep":
            inner = parse.child(kid, "pobj", "pcomp")
            if inner is not None and inner != source:
                name = parse.lower[kid]
                yield Frame(noun, "noun", f"prep {name}" if name in _ALSO else name, *_span(parse, inner), source)
    verb = parse.head[noun]
    if parse.dep[noun] in ("nsubj", "nsubjpass") and parse.lemma[verb] == "be":
        for kid in parse.children(verb, "ccomp", "xcomp", "attr"):
            if kid > verb and parse.pos[kid] in VERBAL:
                yield Frame(noun, "noun", "be", *_span(parse, kid), source)


def _adjective(parse: Parse, adj: int) -> Iterator[Frame]:
    verb = parse.head[adj]
    if parse.dep[adj] in ("acomp", "oprd", "attr") and verb != adj:
        source = subject(parse, verb)
    elif parse.dep[adj] in ("amod", "acl", "appos"):
        source = verb
    else:
        source = subject(parse, adj)
    for kid in parse.kids[adj]:
        dep = parse.dep[kid]
        if kid < adj:
            continue
        if dep in _CLAUSAL:
            yield Frame(adj, "adj", clause_kind(parse, kid), *_span(parse, kid), source)
        elif dep == "prep":
            inner = parse.child(kid, "pobj", "pcomp")
            if inner is not None:
                name = parse.lower[kid]
                yield Frame(adj, "adj", f"prep {name}" if name in _ALSO else name, *_span(parse, inner), source)


def _reduced(parse: Parse, verb: int) -> bool:
    return parse.dep[verb] == "acl" and parse.pos[parse.head[verb]] in ("NOUN", "PROPN", "PRON")


def _span(parse: Parse, top: int) -> tuple[int, int]:
    return parse.left[top], parse.right[top]


def _span_without(parse: Parse, host: int, cue: int) -> tuple[int, int]:
    """The host clause of a parenthetical cue; the cue's own subtree is cut where it stands at an end."""
    first, last = parse.left[host], parse.right[host]
    if parse.right[cue] >= last:
        last = max(first, parse.left[cue] - 1)
    elif parse.left[cue] <= first:
        first = min(last, parse.right[cue] + 1)
    return first, last
