"""Whether a date stands in the clause of a number, or in one of its own, by the tree."""

from __future__ import annotations

import re

from spacy.tokens import Token

from extract.claims.frames import Frame
from extract.claims.nouns import kind_of
from extract.claims.period_words import words
from extract.claims.reading import Reading
from extract.model import DateMention

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_REPORTERS = frozenset({"i", "we", "reporter", "reporters", "newspaper", "crew", "journalist"})
"""Who says of himself in a text that he was somewhere."""


def opens_clause(reading: Reading, date: DateMention, at: int) -> bool:
    """Whether a date behind a number (which ends at `at`) begins a clause of its own: "holds 418, and since Jan. 20 it
    has let 102 go"."""
    if not re.search(
        r"(?:\b(?:and|but|while)(?:\s+that)?|\bthat)\s+(?:(?:in|during|since|for|on)\s+)?$",
        reading.text[at : date.start],
    ):
        return False
    token = token_of(reading, date)
    verb = verb_of(token) if token is not None else None
    if verb is None or token is None or verb.i < token.i:
        return False
    return any(c.dep_ in {"nsubj", "nsubjpass", "expl"} and token.i < c.i for c in verb.children)


_AS_IT_HAS = re.compile(r",\s+as\s+(?:it|they|he|she|we|[Tt]he\s+\w+)\s+(?:has|have|had)\s+(?:done\s+)?$")
"""What likens a count to other times: "rejected every one, as it has since 2014"."""


def same_clause(reading: Reading, date: DateMention, frame: Frame) -> bool:
    """Keeps away the dates of side remarks: "the law, signed in 2019", "convicted in 2019", "in the 2024 election"."""
    if date.kind in {"range", "fiscal_year", "anaphoric", "back"}:
        return True
    token = token_of(reading, date)
    if (token is not None and _of_rule(token)) or _AS_IT_HAS.search(reading.text, max(0, date.start - 40), date.start):
        return False
    verb = verb_of(token) if token is not None else None
    if verb is None or verb.is_ancestor(frame.node):
        return True
    if date.kind == "since" and date.start < verb.idx < date.end:
        return True  # "since the lawsuit was filed in June": its own verb says what began
    lemma = verb.lemma_.lower()
    if date.kind == "point" and _of_place(verb, frame):
        return False
    if verb.dep_ == "advcl" and lemma in words("speech") and date.kind == "point" and _has_subject(verb):
        return False  # "when it filed suit in 2017", but not "asked about 2024"
    if verb.dep_ == "advcl" and lemma in words("visits") and date.kind == "point" and _by_reporter(verb):
        return False  # "When I visited, in October, the jail had taken in 47"
    if date.kind in {"since", "through"}:
        return not (verb.dep_ == "relcl" and lemma in words("remarks")) and not _of_another(verb, frame)
    if verb.dep_ == "relcl" and lemma in words("asides") and _of_counted(verb.head, frame):
        return True
    of_it = verb.head.i == frame.node.i or _of_counted(verb.head, frame) or _of_subject(verb.head, frame)
    if verb.dep_ == "relcl" and lemma in words("beginnings") and not of_it:
        return False
    if verb.dep_ == "relcl" and not of_it and date.kind == "point" and _is_person(verb):
        return False
    aside = verb.dep_ in {"relcl", "acl", "appos"} and lemma in words("remarks") | words("asides")
    return not aside and lemma not in words("remarks")


def _of_place(verb: Token, frame: Frame) -> bool:
    """Whether a verb stands in a clause that tells something else of a place: "83 in Pell County, where the sheriff
    ended the agreement after he took office in December"."""
    for _ in range(4):
        if verb.dep_ == "relcl" and not verb.is_ancestor(frame.node):
            where = any(child.lower_ == "where" for child in verb.children)
            return where and verb.head.pos_ == "PROPN" and any(child.dep_ in SUBJECTS for child in verb.children)
        if verb.dep_ not in {"advcl", "conj", "xcomp", "ccomp"} or verb.is_ancestor(frame.node):
            return False
        verb = verb.head
    return False


def _of_counted(head: Token, frame: Frame) -> bool:
    """Whether a noun is the one counted, or stands in its phrase: "1,507 inmates with detainers who left in 2019"."""
    return any(own is not None and (own.i == head.i or own.is_ancestor(head)) for own in (frame.noun, frame.whole))


def _of_subject(head: Token, frame: Frame) -> bool:
    """Whether detainers or people are what the number is said of: "The detainers that reached the jail in 2024 came to
    46", "The number of requests that arrived last year was 88"."""
    main = verb_of(frame.node)
    if main is None or kind_of(head) not in {"detainer", "person", "paper"}:
        return False
    return any(c.dep_ in {"nsubj", "nsubjpass"} and (c.i == head.i or c.is_ancestor(head)) for c in main.children)


def _of_another(verb: Token, frame: Frame) -> bool:
    """Whether a verb says something of another noun than the one counted: "without the warrant that lawyers have wanted
    since fall", "with the courts closed since March"."""
    subjects = [child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"}]
    begins = verb.lemma_.lower() in words("beginnings")
    if not begins and any(child.lemma_.lower() in words("laws") for child in subjects):
        return True  # "though state law has barred police from helping since 1987"
    if verb.dep_ == "advcl":
        return any(child.dep_ == "mark" and child.lower_ == "with" for child in verb.children)
    if verb.dep_ not in {"relcl", "acl"}:
        return False
    counted = [own for own in (frame.noun, frame.whole, frame.node) if own is not None]
    return not any(own.i == verb.head.i or verb.head.is_ancestor(own) for own in counted)


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in {"nsubj", "nsubjpass"} for child in verb.children)


def _by_reporter(verb: Token) -> bool:
    return any(child.dep_ == "nsubj" and child.lower_ in _REPORTERS for child in verb.children)


def _is_person(verb: Token) -> bool:
    """Whether a clause tells of a person: "Sheriff Pell, who met with him last week, says 61 were released"."""
    who = any(child.lower_ in {"who", "whom"} for child in verb.children)
    says = verb.head.dep_ == "nsubj" and verb.head.head.lemma_.lower() in words("speech")
    return who and (verb.head.pos_ == "PROPN" or says)


def _of_rule(token: Token) -> bool:
    """ "as its policy since 2014 requires": the date is the rule's."""
    head = token.head
    if head.dep_ == "prep" or head.pos_ == "ADP":
        head = head.head
    return head.pos_ == "NOUN" and head.lemma_.lower() in words("laws")


def other_clause(reading: Reading, date: DateMention, frame: Frame) -> bool:
    """Whether a date behind the number stands in a clause with a subject of its own."""
    token = token_of(reading, date)
    verb = verb_of(token) if token is not None else None
    if verb is None or verb.is_ancestor(frame.node) or frame.node.is_ancestor(verb) or verb.i < frame.root.i:
        return False
    return any(c.dep_ in {"nsubj", "nsubjpass"} and c.i > frame.root.i for c in verb.children)


def token_of(reading: Reading, date: DateMention) -> Token | None:
    span = reading.doc.char_span(date.start, date.end, alignment_mode="expand")
    return span.root if span is not None else None


def verb_of(token: Token) -> Token | None:
    """The verb that governs a token."""
    for _ in range(8):
        if token.pos_ in {"VERB", "AUX"}:
            return token
        if token.head.i == token.i:
            return None
        token = token.head
    return None
