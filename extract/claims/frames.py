"""What a number stands for in its sentence: the thing counted, and the verbs it depends on."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from spacy.tokens import Doc, Span, Token

from extract.claims import lexicon
from extract.claims.links import link
from extract.claims.nouns import BEYOND, NOUNS, following_noun, is_holds, kind_of, partitive_object
from extract.claims.triggers import SUMS, Trigger, lemma
from extract.model import Count
from extract.numerals import words_of

MODIFIERS = frozenset({"nummod", "quantmod", "nmod", "amod", "compound", "det", "predet", "advmod", "npadvmod", "poss"})
PERCENT = frozenset({"percent", "%", "per", "cent", "percentage", "points", "point"})
PARTS = frozenset(["none", "half", "percent", "%", "any", "most", "some", "out", "many", "third", "quarter", "thirds",
                   "each"])  # fmt: skip
"""What "of the 52" is a part of, so that 52 is the whole."""
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
LEADS = frozenset(
    ["the", "those", "these", "its", "their", "his", "her", "our", "about", "some", "roughly", "all", "nearly",
     "almost", "over", "just", "more", "fewer", "less", "than", "at", "least", "an", "estimated"]
)  # fmt: skip
"""Words between "of" and the number of the whole."""


POSTED, BAIL = frozenset({"posted", "made"}), frozenset({"bond", "bail"})
VAGUE = frozenset({"some", "few", "many", "most", "several", "handful", "lot", "bunch"})
HEDGES = frozenset(
    ["i", "we", "think", "guess", "believe", "suppose", "want", "to", "'d", "’d", "would", "say", "maybe", "perhaps",
     "probably", "about", "around", "roughly", "something", "like", "possibly", "or", "so", "call", "it"]
)  # fmt: skip
"""What stands before a figure that somebody puts to a vague word: "I'd say", "maybe"."""
TIMES = frozenset({"year", "month", "quarter", "week", "period", "span"})
"""What a number may be of without being part of it: "the 287 of the year before"."""
NEVER = frozenset({"not once", "never once", "not a single time", "on no occasion"})
ADVERBS = NEVER | {"once", "twice", "often"}
"""Words for how often something was done."""
OCCASIONS = frozenset({"case", "instance", "occasion", "time"})
"""Nouns that tell how often something was done."""


@dataclass
class Frame:
    """One number in its sentence.

    `noun` is the counted noun where one is written, `kind` its kind (`detainer`, `person`, `paper`, `time`, `anaphor`,
    `bare` for none, `foreign` for another story's); `whole` is the noun of "41 of the 52 detainers".
    """

    count: Count
    sentence: Span
    root: Token
    node: Token
    noun: Token | None
    kind: str
    whole: Token | None = None
    partitive: bool = False
    """Whether "of" follows ("nine of them", "88 of the 214")."""
    of_number: bool = False
    """Whether it is the whole of another number ("41 of 52")."""
    wholly: int | None = None
    """Where "all" stands before a number whose own clause says how many there were: "honored all 72 that came"."""
    of_next: bool = False
    """Whether it is the "all" of such a number."""
    definite: bool = False
    """Whether it is written as known already ("the 63", "those 31", "all 32")."""
    subject: Token | None = None
    """What the subject of a light verb is about: "requests" of "the number of requests is 240"."""
    links: list[tuple[Trigger, str]] = field(default_factory=list)
    """Triggers with how the number hangs on them: `patient`, `agent`, `modifier`, `subject`, `shared`, `near`."""

    @cached_property
    def span(self) -> Span | None:
        """The number's own tokens."""
        return self.sentence.doc.char_span(self.count.start, self.count.end, alignment_mode="expand")

    @cached_property
    def before(self) -> list[Token]:
        """The tokens of the sentence before the number."""
        return list(self.sentence.doc[self.sentence.start : self.span.start]) if self.span is not None else []

    @property
    def counted(self) -> str | None:
        """The counted noun as written, with what stands directly before it."""
        noun = self.noun or self.whole
        if noun is None:
            return None
        left = noun
        while (
            left.i > self.sentence.start
            and left.nbor(-1).dep_ in {"compound", "amod", "nmod"}
            and left.nbor(-1).i > self.root.i
        ):
            left = left.nbor(-1)
        return noun.doc[left.i : noun.i + 1].text


def build(count: Count, doc: Doc, sentence: Span, triggers: dict[int, Trigger]) -> Frame | None:
    """The frame of a number, or None where no token holds it."""
    span = doc.char_span(count.start, count.end, alignment_mode="expand")
    if span is None:
        return None
    if count.unit == "percent":
        end = span.end
        while end < sentence.end and doc[end].lower_ in PERCENT:
            end += 1
        span = doc[span.start : end]
    if count.value_max is not None:
        span = _to_second(span, sentence)
    root = next((t for t in reversed(span) if t.head.i < span.start or t.head.i >= span.end), span.root)
    often = count.text.lower() in ADVERBS or every_case(count)
    noun, node = (None, root) if often else _noun(span, root, sentence)
    if noun is None and not often:
        node = _guessed(span, sentence) or node
    frame = Frame(count, sentence, span[-1] if noun is None else root, node, noun, "bare")
    frame.root = span[-1]
    _partitive(frame, span)
    frame.kind = _kind(frame)
    frame.definite = _definite(span)
    _sum(frame)
    link(frame, span, triggers)
    return frame


def _to_second(span: Span, sentence: Span) -> Span:
    """ "between 90 and 95 people": what a range counts stands behind its second number."""
    behind = span.doc[span.end : min(span.end + 4, sentence.end)]
    second = next((t for t in behind if t.like_num), None)
    return span.doc[span.start : second.i + 1] if second is not None else span


def _noun(span: Span, root: Token, sentence: Span) -> tuple[Token | None, Token]:
    """The noun that the number modifies, by the parse, else by what follows it; and the token to climb from."""
    if _before_time(span, sentence):
        return None, root
    follow = following_noun(span, sentence)
    head = root.head
    if span.end + 1 < sentence.end and span.doc[span.end].lower_ in POSTED and span.doc[span.end + 1].lower_ in BAIL:
        return None, root  # "the other four posted bond"
    if follow is not None and is_holds(follow):
        return follow, root
    if span.end < sentence.end and span.doc[span.end].lower_ in BEYOND:
        return None, root  # "kept 340 past release"
    if head.i == span.end + 1 and head.ent_type_ == "DATE" and head.nbor(-1).lower_ in {"this", "last", "that"}:
        return None, head  # "declined any this year"
    if follow is None and head.i > span.end and span[-1].like_num and span.doc[span.end].tag_ in {"DT", "PRP$"}:
        return None, root  # "the 15 the department recorded"
    if root.dep_ in MODIFIERS and head.i >= span.end and head.tag_ in NOUNS and head.i < sentence.end:
        if follow is not None and head.i > follow.i and follow.i + 1 < head.i and lemma(follow) in lexicon.kinds():
            return follow, follow
        return head, head
    if follow is not None:
        return follow, follow if follow.head.i != root.i else root
    return None, root


def _guessed(span: Span, sentence: Span) -> Token | None:
    """ "Some are still sitting here on local charges, I think 102": the vague word that the number puts a figure to."""
    doc, at = span.doc, span.start - 1
    while at > sentence.start and doc[at].lower_ in HEDGES:
        at -= 1
    if at == span.start - 1 or at <= sentence.start or doc[at].text not in {",", "—", "–", "-"}:
        return None
    if all(t.lower_ in {"about", "like", "or"} for t in doc[at + 1 : span.start]):
        return None
    return next((t for t in doc[sentence.start : at] if t.lower_ in VAGUE and t.dep_ in SUBJECTS), None)


def _before_time(span: Span, sentence: Span) -> bool:
    """ "Down from 151 two years earlier": the years behind a number have a number of their own."""
    doc, end = span.doc, span.end
    if end + 2 >= sentence.end or not doc[end].like_num or doc[end].lower_ in words_of("scales"):
        return False
    return lemma(doc[end + 1]) in TIMES and doc[end + 2].lower_ in {"earlier", "before", "ago", "later", "prior"}


def _partitive(frame: Frame, span: Span) -> None:
    """Reads "41 of the 52 detainers" and "nine of them": the whole; and whether this number is the whole itself."""
    doc, end = span.doc, span.end
    after = end
    if after < frame.sentence.end and doc[after].lower_ in {"out", "more", "percent", "%"}:
        after += 1
    if frame.noun is None or frame.noun.i > after:
        if after < frame.sentence.end and doc[after].lower_ == "of":
            frame.whole, frame.partitive = partitive_object(doc[after], frame.sentence), True
            if frame.whole is not None and lemma(frame.whole) in TIMES and _one_time(frame.whole):
                frame.whole, frame.partitive = None, False
            frame.noun, frame.node = None, frame.root if frame.noun is not None else frame.node
    elif (
        frame.noun.i + 1 < frame.sentence.end
        and frame.noun.nbor(1).lower_ == "of"
        and lemma(frame.noun) in {"percent", "%", "half", "rest"}
    ):
        frame.whole = partitive_object(frame.noun.nbor(1), frame.sentence)
    of = _before_whole(span, frame.sentence) - 1
    part = of - 2 if of - 2 >= frame.sentence.start and doc[of - 1].is_quote else of - 1  # "acted on none" of the 68
    frame.of_number = (
        of >= frame.sentence.start
        and doc[of].lower_ == "of"
        and (of == frame.sentence.start or doc[part].pos_ == "NUM" or doc[part].lower_ in PARTS)
        and not _each_as_one(frame, doc, of)
    )


def _one_time(noun: Token) -> bool:
    """ "The 287 of the year before", "the 488 of the same months": a time, nothing that a number is part of."""
    return noun.tag_ != "NNS" or any(t.lower_ == "same" for t in noun.lefts)


def _each_as_one(frame: Frame, doc: Doc, of: int) -> bool:
    """ "Every one of the 31 was honored", "handed over every one of the 31 people": one count, of 31."""
    start = frame.sentence.start
    each = doc[of - 1] if of > start else None
    if each is None or not (each.lower_ == "each" or (of - 2 >= start and doc[of - 2].lower_ in {"every", "each"})):
        return False
    stressed = of - 3 >= start and doc[of - 3].lower_ == "and"  # "each and every one of the 31"
    return stressed or each.dep_ in SUBJECTS or kind_of(frame.noun) == "person"


def _before_whole(span: Span, sentence: Span) -> int:
    """Where the phrase of a number begins, so that "of" may stand before it: "the roughly 52", "the sheriff's 52"."""
    doc, start = span.doc, span.start
    while start > sentence.start and (doc[start - 1].lower_ in LEADS or doc[start - 1].tag_ == "POS"):
        owned = doc[start - 1].tag_ == "POS"
        start -= 1
        while owned and start > sentence.start and doc[start - 1].tag_ in NOUNS:
            start -= 1
    return start


def _sum(frame: Frame) -> None:
    """ "the roughly 1,300 figure covers detainers lodged": what such a figure is of stands behind its verb or "of"."""
    noun = frame.noun
    if noun is None or lemma(noun) not in SUMS:
        return
    if noun.tag_ in {"NNS", "NNPS"}:
        frame.kind = "foreign"
        return
    frame.kind = "bare"
    for token in noun.doc[noun.i + 1 : min(noun.i + 8, frame.sentence.end)]:
        if token.tag_ in NOUNS and kind_of(token) in {"detainer", "person", "noun"}:
            frame.whole, frame.kind = token, kind_of(token)
            return
        if token.text in {",", ";", "."}:
            return


def _kind(frame: Frame) -> str:
    if frame.count.text.lower() in ADVERBS or every_case(frame.count):
        return "time"
    if frame.noun is not None:
        if lemma(frame.noun) in OCCASIONS and _adverbial(frame):
            return "time"
        return kind_of(frame.noun)
    if frame.whole is not None:
        return kind_of(frame.whole)
    return "anaphor" if frame.partitive else "bare"


def every_case(count: Count) -> bool:
    """ "Alerted ICE in every case", "honored them every time"."""
    return count.form == "all" and count.text.lower().rpartition(" ")[2] in OCCASIONS


def _adverbial(frame: Frame) -> bool:
    """ "In only 31 cases": how often, not what is counted."""
    noun = frame.noun
    return noun is not None and noun.dep_ == "pobj" and noun.head.lower_ in {"in", "on"} and noun.head.i < frame.root.i


def _definite(span: Span) -> bool:
    i = span.start - 1
    while i > span.sent.start and span.doc[i].lower_ in {
        "roughly",
        "about",
        "other",
        "remaining",
        "more",
        "than",
        "some",
        "least",
        "at",
    }:
        i -= 1
    if i < span.sent.start or (span.doc[i].lower_ == "that" and span.doc[i].dep_ != "det"):
        return False  # "repeated that 334 is right": a conjunction
    return span.doc[i].lower_ in {"the", "those", "these", "all", "its", "their", "both", "that"}
