"""Who does what a verb says, and whose a noun is: subjects, owners and the kind of a clause, from the tree."""

from __future__ import annotations

from extract.attribution.parse import Parse

VERBAL = ("VERB", "AUX")
_FINITE = ("VBD", "VBP", "VBZ", "MD")


def clause_kind(parse: Parse, verb: int) -> str:
    """`clause` (finite), `to`, `ing`, `wh`, or `bare` (a clause without a finite verb)."""
    first = parse.left[verb]
    for kid in parse.kids[verb]:
        if kid > verb:
            break
        if parse.dep[kid] == "aux" and parse.lower[kid] == "to":
            return "to"
        if parse.tag[kid] in ("WDT", "WP", "WRB", "WP$") or (
            parse.dep[kid] == "mark" and parse.lower[kid] in ("if", "whether")
        ):
            return "wh"
    if parse.tag[first] in ("WDT", "WP", "WRB", "WP$"):
        return "wh"
    if parse.tag[verb] in _FINITE or any(parse.tag[k] in _FINITE for k in parse.kids[verb] if k < verb):
        return "clause"
    if parse.tag[verb] == "VBG":
        return "ing"
    return "bare"


def subject(parse: Parse, verb: int) -> int | None:
    """Who does what `verb` says: its own subject, or the one it shares with or takes from the verb above it."""
    own = parse.children(verb, "nsubj", "nsubjpass")
    if own:  # the nearest noun: a dateline may pass for a subject too, and so may the object of a relative clause
        nouns = [kid for kid in own if kid < verb and parse.pos[kid] != "PRON"]
        return max(nouns or [kid for kid in own if kid < verb], default=own[0])
    found = inherited(parse, verb)
    if found is None:  # "jail records show", read as one compound
        found = next(
            (k for k in parse.kids[verb] if k < verb and parse.dep[k] == "compound" and parse.pos[k] == "NOUN"), None
        )
    if found is None and verb and parse.sentence[verb - 1] != parse.sentence[verb]:
        cut = parse.line[verb - 1] == parse.line[verb] and parse.pos[verb - 1] in ("PROPN", "PRON")
        return verb - 1 if cut else None  # the parser ended a sentence between subject and verb
    return found


def antecedent(parse: Parse, noun: int) -> int:
    """The noun that a relative pronoun stands for ("Park, who said ..."); any other noun stands for itself."""
    if parse.tag[noun] not in ("WDT", "WP") and parse.lower[noun] not in ("who", "which"):
        return noun
    verb = parse.head[noun]
    for _ in range(6):
        if parse.dep[verb] == "relcl":
            return parse.head[verb]
        if parse.head[verb] == verb:
            break
        verb = parse.head[verb]
    return noun


def inherited(parse: Parse, verb: int) -> int | None:
    """The subject that a verb without one of its own takes from the clause above it."""
    host, dep = parse.head[verb], parse.dep[verb]
    if host == verb:
        return None
    if dep in ("conj", "dep", "parataxis") and parse.pos[host] in VERBAL:
        return subject(parse, host)
    if dep in ("xcomp", "ccomp") and parse.pos[host] in VERBAL:
        obj = parse.child(host, "dobj")
        return obj if obj is not None and obj < verb else subject(parse, host)
    if dep in ("xcomp", "ccomp") and parse.pos[host] == "ADJ":
        return subject(parse, parse.head[host])
    if dep in ("acl", "relcl") and parse.pos[host] not in VERBAL:
        planned = clause_kind(parse, verb) == "to"  # "his chance to remind voters" is his, not the chance's
        return (owner(parse, host) if planned else None) or host
    if dep == "advcl" and parse.pos[host] in VERBAL:
        return subject(parse, host)
    if dep == "pcomp":
        top = parse.head[host]
        found = subject(parse, top) if parse.pos[top] in VERBAL else owner(parse, top)
        return found if found is not None else _above(parse, top)
    return _above(parse, verb) if parse.tag[verb] == "VBG" and dep in ("advcl", "dep", "nsubj", "prep") else None


def _above(parse: Parse, token: int) -> int | None:
    """The subject of the nearest verb above that has one: who is criticised "for questioning" is its subject."""
    for _ in range(4):
        token = parse.head[token]
        own = parse.child(token, "nsubj", "nsubjpass") if parse.pos[token] in VERBAL else None
        if own is not None:
            return own
    return None


def owner(parse: Parse, noun: int) -> int | None:
    """Whose claim, plan or figure: "the sheriff's count", "a report by the league", "officials made the claim that"."""
    own = parse.child(noun, "poss")
    if own is not None:
        return own
    for kid in parse.children(noun, "prep", "agent"):
        if parse.lower[kid] in ("by", "from", "among"):
            return parse.child(kid, "pobj")
    verb = parse.head[noun]
    if parse.dep[noun] == "dobj" and parse.pos[verb] in VERBAL:
        return subject(parse, verb)
    if parse.dep[noun] == "pobj" and parse.dep[verb] in ("prep", "agent"):
        top = parse.head[verb]
        if parse.pos[top] in VERBAL:
            return subject(parse, top)
    for kid in parse.children(noun, "compound", "amod"):
        if parse.ent[kid] in ("ORG", "PERSON", "NORP", "GPE"):
            return kid
    for kid in parse.children(noun, "prep"):
        if parse.lower[kid] == "of":
            return parse.child(kid, "pobj")
    return None
