"""Books in which a jail writes down its detainers: what their lines, sheets and names stand for."""

from __future__ import annotations

from itertools import product

from spacy.tokens import Token

from extract.claims import lexicon
from extract.claims.frames import SUBJECTS, Frame
from extract.claims.memory import Memory
from extract.claims.nouns import is_holds, kind_of
from extract.claims.parties import FAMILY, data
from extract.claims.triggers import lemma

RULE = "entries"
TELLS = 1800
"""Characters back in which a text tells what is written down in a book."""
TOGETHER = 260
"""Characters between the book and what is written down in it."""
NEAR_LIST = 7
"""Words within which the list stands that a number of names is of."""
HOLDING = frozenset(["have", "hold", "show", "contain", "take", "list", "run", "be", "carry", "get", "fill", "number",
                     "come", "stand", "give", "record", "count", "add", "say"])  # fmt: skip
"""What a book does with its lines."""
MARKS = frozenset({"circle", "mark", "card", "tag", "stamp", "tick", "cross", "tab"})
"""What stands in a book for somebody who is written down there."""
WRITTEN = MARKS | frozenset({"entry", "line", "row", "sheet", "slip", "listing"})
"""What a book is made of, whatever verb stands with it; names and signatures may be of anybody."""


def of_register(frame: Frame) -> bool:
    """ "The 2014 book has 9", "There are 212 in the notebooks for 2009": as many lines or marks as a book has."""
    marks = frame.noun if frame.noun is not None and lemma(frame.noun) in MARKS else None
    plain = frame.count.form in {"digits", "words"} and frame.count.unit == "count"
    acts = any(t.action != "counted" for t, _ in frame.links)  # "Our books show 388 honored"
    if not plain or (marks is None and (frame.kind != "bare" or acts)):
        return False
    node = frame.node if marks is None else marks
    verb = node.head
    if verb.lemma_.lower() not in HOLDING or node.dep_ not in {"dobj", "attr"}:
        return False
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS or c.dep_ == "expl"), None)
    if subject is not None and subject.dep_ == "expl":
        behind = frame.sentence.doc[frame.root.i + 1 : min(frame.root.i + 5, frame.sentence.end)]
        return any(t.dep_ == "pobj" and t.head.lower_ in {"in", "on"} and _is_book(t) for t in behind)
    return subject is not None and _is_book(subject)


def listed_in(memory: Memory, frame: Frame) -> str | None:
    """What the lines of a book stand for: the requests that were counted before, or that it is said to be kept of."""
    doc, at, sentence = frame.sentence.doc, frame.root.i, frame.sentence
    before = doc[max(sentence.start, at - NEAR_LIST) : at]
    behind = doc[at + 1 : min(at + NEAR_LIST, sentence.end)]
    lists = lexicon.words("lists") | set(data()["documents"])
    if any(t.lemma_.lower() in lists for t in behind) and any(kind_of(t) == "detainer" for t in behind):
        return "side"  # "entered 109 lines in the detainer log"
    near = memory.previous
    set_up = memory.asked is not None and memory.index - memory.asked[0] <= 1
    just_told = near is not None and memory.index - near.line <= 1 and not near.claim.rule.startswith(RULE)
    if frame.kind == "bare" and (set_up or just_told):
        return None  # "acted on two. The logs have nineteen" is set against those
    written = frame.kind == "bare" or _fill_it(frame)
    named = any(t.lemma_.lower() in lists for t in before) or _runs_to(frame)
    noun = frame.noun
    if noun is not None and lemma(noun) in WRITTEN and noun.dep_ == "pobj" and _is_book(noun.head.head):
        return None  # "a spreadsheet of 61,208 rows": how long it is
    if (written or named) and _kept_of_requests(memory, frame):
        return "side"
    if near is None or near.claim.unit == "percent" or not named or frame.kind == "bare":
        return None
    return "side" if near.claim.measure in FAMILY else near.claim.measure


def _fill_it(frame: Frame) -> bool:
    """ "It had 29 lines", "in 2005 there were 16 entries": what a book has, not the "61,208 rows" somebody was sent."""
    noun = frame.noun
    if noun is None or lemma(noun) not in WRITTEN or noun.dep_ not in {"dobj", "attr", "nsubj"}:
        return False
    return noun.head.lemma_.lower() in HOLDING


def _runs_to(frame: Frame) -> bool:
    """ "The register of detainers for 2016 runs to 212 names": its lines, however far away it stands."""
    verb = frame.node.head.head if frame.node.dep_ == "pobj" and frame.node.head.lower_ == "to" else frame.node.head
    return verb.lemma_.lower() in HOLDING and any(c.dep_ in SUBJECTS and _is_book(c) for c in verb.children)


def _is_book(token: Token) -> bool:
    return token.pos_ in {"NOUN", "PROPN"} and lemma(token) in lexicon.words("lists")


def _kept_of_requests(memory: Memory, frame: Frame) -> bool:
    """Whether the text has told of a book of requests: "a ledger of ICE detainers", "holds go into a green book"."""
    units = memory.reading.units_before(frame.sentence.start_char, TELLS)
    tokens = [t for span in (*(u.span for u in units), frame.sentence) for t in span]
    books = [t.idx for t in tokens if _is_book(t)]
    asked = [t.idx for t in tokens if (t.pos_ in {"NOUN", "PROPN"} and kind_of(t) == "detainer") or is_holds(t)]
    return any(abs(book - what) < TOGETHER for book, what in product(books, asked))
