"""Where a sentence does something to requests or people: its verbs, phrases and nouns of the lexicon."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Doc, Span, Token

from extract.claims import lexicon, spelled

REACH = 8
"""Words within which the rest of a phrase must follow its verb ("handed 717 jail inmates over")."""
FEDERAL = frozenset(
    {"ice", "immigration", "federal", "deportation", "feds", "dhs", "homeland", "ero", "custody", "agents"}
)
THINGS = frozenset({"handover", "transfer", "booking", "pickup", "handoff"})
"""Nouns behind a verb, one of them or several ("ended in handovers")."""
NEGATIONS = frozenset({"not", "n't", "n’t", "never", "nt"})
ASKING = frozenset({"ask", "request", "want", "seek", "urge"})
"""What is asked to be held is a request: "asked police to hold 94 people"."""
SEEKERS = frozenset({"ice", "agents", "officers", "ero", "dhs", "feds", "marshals"})
"""Who looks for people that a jail let go."""
AGAIN = frozenset({"later", "since", "again", "eventually", "subsequently", "afterward", "afterwards"})
BARRIERS = frozenset({",", ";", ".", "“", "”", "without", "despite"})
"""What parts the words of a phrase from its verb: "released without notice to ICE"."""
SUMS = frozenset({"figure", "number", "total", "count", "tally", "sum"})
"""Nouns that stand for a count, not for what is counted."""

PLACING = frozenset({"put", "puts", "place", "places", "placed", "slapped", "lodged", "filed", "dropped"})
"""Before "holds" these make a noun of it, which the tagger takes for a verb: "ICE put holds on 31 people"."""
UNHEARD = frozenset({"unanswered", "unhonored", "ignored", "unheeded", "nowhere"})
"""How requests go of which nothing comes."""
RECORDS = SUMS | {"track", "record", "log", "list", "tab", "note", "register", "ledger", "book", "file", "watch", "eye"}
KEPT = {
    "keep": RECORDS | {"promise", "word", "silence", "pace", "distance"},
    "hold": frozenset({"hearing", "meeting", "conference", "election", "vote", "forum", "briefing", "rally"}),
    "pick": frozenset({"phone", "telephone", "receiver", "call", "bill", "tab", "cost", "pace", "speed"}),
}
"""What is kept, held and picked up that is neither a request nor a person."""
WORDS = 20_000
"""Words whose lemma is kept: each is asked for many times."""


@dataclass(frozen=True)
class Trigger:
    """A word that tells what is counted: `action` is a measure without its prefix, `counted`, or a noun's measure."""

    token: Token
    action: str
    weak: bool
    negated: bool
    passive: bool


def find(sentence: Span) -> dict[int, Trigger]:
    """Every trigger of the sentence by the index of its token in the document."""
    out: dict[int, Trigger] = {}
    for token in sentence:
        if token.pos_ not in {"VERB", "AUX", "ADJ", "NOUN"} and token.tag_[:2] != "VB":
            continue
        if trigger := _verb(token, sentence):
            out[token.i] = trigger
    return out


def _verb(token: Token, sentence: Span) -> Trigger | None:
    before = token.nbor(-1) if token.i > sentence.start else None
    plain = token.lemma_.lower()
    if (
        token.lower_ == "holds"
        and before is not None
        and (before.like_num or before.lower_ in {"ice", "immigration", "federal", "detainer", "many"})
    ):
        return None
    if token.lower_ == "holds" and before is not None and before.lower_ in PLACING:
        ours = any(t.lower_ in FEDERAL for t in sentence.doc[max(sentence.start, before.i - 3) : before.i])
        return Trigger(token, "issued" if ours else "honored", False, False, False)
    if token.lower_ == "re" and token.i + 2 < sentence.end and token.nbor(2).lower_ == "arrested":
        return Trigger(token, "arrests", False, negated(token), passive(token))
    if token.dep_ in {"aux", "auxpass", "compound"}:
        return None
    if (
        token.lower_ in {"counts", "lists", "reports", "records", "logs"}
        and token.tag_ == "NNS"
        and _before_number(token, sentence)
    ):
        return Trigger(token, "counted", True, False, False)
    if token.pos_ == "NOUN" and token.tag_ in {"NN", "NNS"} and not _participle(token):
        return None
    if plain == "hold" and any(c.dep_ == "ccomp" and c.i > token.i for c in token.children):
        return None
    if _idiom(token):
        return None
    if _puts_at(token):
        return Trigger(token, "counted", True, negated(token), passive(token))
    if (
        plain in {"hold", "keep", "detain"}
        and token.dep_ in {"xcomp", "ccomp"}
        and token.head.lemma_.lower() in ASKING
    ):
        return Trigger(token, "issued", False, negated(token.head), False)
    if plain == "find" and _finds_people(token):
        return Trigger(token, "arrests", True, negated(token), passive(token))
    if plain == "know" and _let_know(token):
        return Trigger(token.head, "notifications", False, negated(token.head), False)
    if _came_and_got(token):
        return Trigger(token, "transfers", False, negated(token), False)
    own = lemma(token)
    if own == "drop" and _changes(token):
        return Trigger(token, "counted", True, negated(token), False)
    for entry in lexicon.verbs().get(own, ()):
        if not entry.rest or follows(token, entry.rest, sentence):
            action = _by_doer(token, entry)
            asked = action in {"transfers", "honored"} and _asked_for(token)
            action, weak = ("issued", False) if asked else (action, entry.weak)
            return Trigger(token, action, weak, negated(token), passive(token))
    return None


def _changes(token: Token) -> bool:
    """ "Arrests dropped from 170 to 113": nothing is dropped, as a detainer is on an inmate."""
    below = {child.dep_ for child in token.children}
    by = {child.lower_ for child in token.children if child.dep_ == "prep"}
    return not below & {"dobj", "nsubjpass"} and bool(by & {"from", "to", "by", "below", "under"})


def _came_and_got(token: Token) -> bool:
    """ "They came and got 12 of them": who comes to get somebody takes him away."""
    pair = {"come": "get", "get": "come"}.get(token.lemma_.lower())
    beside = token.children if pair == "get" else (token.head,)
    return any(t.lemma_.lower() == pair and "conj" in {t.dep_, token.dep_} for t in beside)


def _let_know(token: Token) -> bool:
    """ "Let ICE know about 44 of them": who is let know is told."""
    told = [c for c in (*token.children, *token.head.children) if c.dep_ in {"nsubj", "dobj"} and c.i < token.i]
    return token.head.lemma_.lower() == "let" and any(c.lower_ in FEDERAL - {"custody"} for c in told)


def _finds_people(token: Token) -> bool:
    """ "Agents have found only 15 of them", "seven were later found": who was let go is caught again."""
    below = list(token.children)
    if any(c.dep_ in {"ccomp", "xcomp", "oprd", "acomp", "dative", "prt"} for c in below):
        return False
    things = [c for c in below if c.dep_ in {"dobj", "nsubjpass"}]
    if not things or any(t.pos_ == "NOUN" and lexicon.kinds().get(lemma(t)) != "person" for t in things):
        return False
    if any(c.dep_ == "nsubjpass" for c in below):
        return any(c.lower_ in AGAIN for c in below) or any(t.lower_ == "many" for t in things)
    verb = token
    while verb.dep_ in {"conj", "xcomp"} and not any(c.dep_ == "nsubj" for c in verb.children):
        verb = verb.head
    return any(t.lower_ in SEEKERS for c in verb.children if c.dep_ == "nsubj" for t in (c, *c.lefts))


def _asked_for(token: Token) -> bool:
    """ "ICE asked the city to hand over 7,526 people": what is asked for is a request, not yet an outcome."""
    if token.dep_ not in {"xcomp", "ccomp"} or token.head.lemma_.lower() not in ASKING or passive(token.head):
        return False
    return any(t.lower_ in FEDERAL for c in token.head.children if c.dep_ == "nsubj" for t in (c, *c.lefts))


def _by_doer(token: Token, entry: lexicon.Entry) -> str:
    """What a phrase means by who does it: the jail puts a hold where it honors one, ICE where it asks for one."""
    if entry.rest != ("hold",) or token.lemma_.lower() not in {"put", "place", "slap", "keep"}:
        return entry.action
    federal = any(t.lower_ in FEDERAL for c in token.children if c.dep_ in {"nsubj", "agent"} for t in c.subtree)
    return "issued" if federal else entry.action


def _before_number(token: Token, sentence: Span) -> bool:
    """ "ICE counts 311": a verb that the tagger took for a noun."""
    return (
        token.i + 1 < sentence.end
        and token.nbor(1).like_num
        and token.i > sentence.start
        and token.nbor(-1).pos_ in {"PROPN", "NOUN"}
    )


def _puts_at(token: Token) -> bool:
    """ "put the number at 99", "held at 1,000": verbs that set a figure."""
    word = token.lemma_.lower()
    if word == "hold":
        return token.i + 1 < len(token.doc) and token.nbor(1).lower_ in {"at", "steady"}
    if word not in {"put", "place", "set", "peg", "fix"}:
        return False
    things = [c for c in token.children if c.dep_ in {"dobj", "nsubjpass"}]
    return any(c.lemma_.lower() in SUMS for c in things) or any(_at_number(c) for c in (token, *things))


def _at_number(token: Token) -> bool:
    """ "The state put Wickham's detainers at 131", "a spokesman put it at 439"."""
    return any(
        c.lower_ == "at" and c.i > token.i and any(t.like_num for t in c.doc[c.i + 1 : min(c.i + 4, len(c.doc))])
        for c in token.children
        if c.dep_ == "prep"
    )


def _idiom(token: Token) -> bool:
    """ "Keeps no running count", "picked up the phone": what is kept or picked up is nobody."""
    if token.lemma_.lower() == "hand" and passive(token):  # "were handed bus tickets"
        given = [c for c in token.children if c.dep_ in {"dobj", "oprd"} and c.i > token.i]
        return any(c.pos_ == "NOUN" and lexicon.kinds().get(lemma(c)) not in {"person", "detainer"} for c in given)
    things = KEPT.get(token.lemma_.lower())
    return things is not None and any(c.dep_ == "dobj" and c.lemma_.lower() in things for c in token.children)


def _participle(token: Token) -> bool:
    """A participle that the tagger took for a noun ("402 detainers lodged")."""
    return token.lower_.endswith("ed") and token.tag_ == "NN"


def lemma(token: Token) -> str:
    """The lemma in lower case, with the plural of names and the ending of mistagged participles taken off."""
    return _lemma(token.lemma_.lower(), token.pos_, token.lower_)


@lru_cache(maxsize=WORDS)
def _lemma(text: str, pos: str, lower: str) -> str:
    if pos == "AUX" and lower in {"'re", "’re", "'s", "’s", "'m", "’m"}:
        return "be"
    if pos in {"PROPN", "NOUN"} and text == lower:
        if text.endswith("ies"):
            return text[:-3] + "y"
        if text.endswith("s") and not text.endswith("ss"):
            return text[:-1]
    if text[-2:] == "te" and text not in lexicon.verbs() and text[:-1] in lexicon.verbs():
        return text[:-1]  # "rearreste"
    if lower.endswith("ed") and text == lower and text not in lexicon.verbs():
        for stem in (text[:-2], text[:-1], text[:-3], text[:-3] + "y"):
            if stem in lexicon.verbs():
                return stem
    return text


def follows(token: Token, rest: Iterable[str], sentence: Span) -> bool:
    """Whether the further words of a phrase stand behind its verb."""
    at, limit = token.i + 1, min(token.i + 1 + REACH, sentence.end)
    if not _may_follow(token.doc, at, limit, next(iter(rest), "")):
        return False
    if tuple(rest) == ("along",):
        return at < limit and token.doc[at].lower_ == "along"  # "went home on foot along the highway"
    if tuple(rest) == ("in",) and token.lemma_.lower() == "take" and _opens_time(token, limit):
        return False
    if token.lemma_.lower() == "go" and set(rest) & UNHEARD:
        limit = min(limit, token.i + 3)  # "went entirely unanswered", not "went to the county and were ignored"
    ahead = iter(token.doc[at:limit])
    for word in rest:
        for other in ahead:
            if _is(other, word):
                break
            barred = other.pos_ == "VERB" and other.dep_ != "amod" and word != "hold"
            if other.text in BARRIERS or barred:
                return False
        else:
            return False
        if _of_its_own(other):
            return False
    return True


def _may_follow(doc: Doc, at: int, limit: int, word: str) -> bool:
    """Whether the first of the further words stands there at all, which it mostly does not."""
    if word == "ice":
        return not FEDERAL.isdisjoint(spelled.forms(doc)[at:limit])
    return spelled.near(doc, at, limit, word) or (word in THINGS and f"{word}s" in spelled.forms(doc)[at:limit])


def _of_its_own(token: Token) -> bool:
    """ "1,600 went to the county and all were ignored": a verb with a subject of its own belongs to no other."""
    return token.dep_ == "conj" and any(c.dep_ in {"nsubj", "nsubjpass"} for c in token.children)


def _opens_time(token: Token, limit: int) -> bool:
    """ "Agents took 51 in fiscal 2025": the next "in" behind a verb is of a time, none of the verb's."""
    doc = token.doc
    at = next((i for i in range(token.i + 1, limit) if doc[i].lower_ == "in"), None)
    return at is not None and at > token.i + 1 and doc[at].dep_ != "prt"


def _is(token: Token, word: str) -> bool:
    if word == "ice":
        return token.lower_ in FEDERAL
    if word in THINGS:
        return token.lower_ in {word, word + "s"}
    return token.lower_ == word or (token.lemma_.lower() == word and token.pos_ in {"VERB", "NOUN", "ADJ"})


def negated(token: Token) -> bool:
    """Whether "not", "never" or a verb like "fail" turns the verb over."""
    if any((child.dep_ == "neg" or child.lower_ in NEGATIONS) and child.i < token.i for child in token.children):
        return True
    before = token.nbor(-1) if token.i and token.i - 1 >= token.sent.start else None
    if before is not None and before.lower_ in NEGATIONS:
        return True
    head = token.head
    below = token.dep_ in {"xcomp", "ccomp", "pcomp", "acl"} and head.i < token.i
    if below and head.lemma_.lower() in lexicon.words("turns_over"):
        return not negated(head)
    if token.dep_ == "xcomp" and head.i < token.i and head.lemma_.lower() in lexicon.words("implying"):
        return negated(head)
    if token.dep_ == "conj" and token.head.dep_ == "xcomp":
        return negated(token.head)
    if token.dep_ == "pcomp" and token.head.lower_ == "from":
        return token.head.head.lemma_.lower() in {"keep", "prevent", "bar", "block", "stop", "prohibit", "forbid"}
    return token.dep_ == "pcomp" and token.head.lower_ == "without"


def passive(token: Token) -> bool:
    """Whether what stands as subject, or what the participle modifies, is what the verb is done to."""
    if token.tag_ not in {"VBN", "VBD", "JJ", "NN"}:
        return False
    if any(child.dep_ in {"auxpass", "nsubjpass"} for child in token.children):
        return True
    if token.dep_ in {"acl", "amod", "oprd"} and token.tag_ in {"VBN", "VBD", "JJ", "NN"}:
        return True
    if (
        token.dep_ == "conj"
        and token.tag_ == "VBN"
        and not any(child.dep_ in {"nsubj", "aux"} for child in token.children)
    ):
        return passive(token.head)
    return False
