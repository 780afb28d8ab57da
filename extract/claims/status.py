"""Whether a number is asserted at all: questions, hypotheticals, denials, retractions, forecasts."""

from __future__ import annotations

import re
from functools import lru_cache

from spacy.tokens import Span, Token

from extract.claims import spelled
from extract.claims.acts import Reading as Measure
from extract.claims.frames import Frame
from extract.claims.reading import Reading, Unit
from extract.claims.relatives import OWN_CLAUSE
from extract.claims.superseded import TAKES_BACK, superseded
from extract.claims.triggers import NEGATIONS
from extract.joined import said
from extract.needles import sought

QUESTION = re.compile(r"\?[”\"’')\]\s]*$")
PROJECTION = sought(
    r"\bon (?:pace|track|course)\b|\bproject(?:s|ed|ions?)\b|\bforecasts?\b|\bexpects? to (?:receive|get|honor"
    r"|issue|lodge|see)\b"
    r"|\b(?:will|would|to) (?:end|finish|close) the (?:\w+ )?year\b|\bat (?:that|this) (?:rate|pace)\b"
    r"|\bby year'?s end\b|\banticipat\w+", re.I,
)  # fmt: skip
CORRECTION = sought(
    r"\b(?:correction|clarification)(?:,\s[A-Z][\w. ]{0,14})?\s*:|\b(?:editing|reporting) error\b"
    r"|\bas (?:first|originally|initially) (?:posted|issued|published|reported)\b"
    r"|\b(?:earlier|previous|prior|original) (?:version|draft|edition|posting)\b|\bincorrectly\b"
    r"|\bmisstated\b|\bmistakenly\b|\berroneously\b|\bwrongly\b",
    re.I,
)
TAKES_BACK_WHAT = sought(
    rf"\b(?:{TAKES_BACK})\b[^.;]{{0,30}}\b(?:figure|number|count|total|claim|it|that"
    r"|statement|assertion|accusation|allegation|charge)\b",
    re.I,
)
"""How a sentence takes back what it tells."""
INSTEAD = sought(
    r"\b(?:new|corrected|revised|different|right|correct|true|actual|proper|real|better|final)\s+(?:one|number|figure|count|total|tally)\b"
    r"|\b(?:figure|number|count|total|claim|statement)\b[^.;]{0,40}\b(?:and|but|then)\s+(?:(?:now|then|instead|later)\s+)*"
    r"(?:puts?|said|says|gave|gives|offered|substituted|replaced|settled)\b|\b(?:replac|substitut)\w+\b[^.;]{0,20}\bwith\b",
    re.I,
)
"""What leads on from the figure that was taken back to the one that holds."""
OPENS_CORRECTION = sought(r"\b(?:corrections?|clarifications?|editor['’]s note)\b[^:\n]{0,20}:", re.I)
"""How a paragraph of corrections opens ("CORRECTION, 9:55 p.m.:")."""
FIRST = sought(
    r"\b(?:first|earlier|originally|initially|previously)\s+(?:said|reported|stated|put|gave|listed)\b"
    r"|\b(?:story|article|report|item|headline|post|edition|issue|page)\b[^.;]{0,60}\b(?:said|reported|stated|gave)\b"
    r"|^\W*(?:\w+:\s+)?(?:last|this)\s+(?:week|month|(?:sun|mon|tues|wednes|thurs|fri|satur)day)['’]s\s+[A-Z]\w+\s"
    r"(?:gave|said|reported|put)\b"
    r"|\bthis (?:newspaper|paper|station|newsroom|site|magazine)\s+(?:said|reported|wrote|published|printed)\b",
    re.I,
)  # fmt: skip
"""How a correction tells what it corrects ("An update first said 49")."""
LABEL = 16
"""Characters before a sentence in which its label stands ("CORRECTION:")."""
WITHDRAWN = sought(
    r"\b(?:post|tweet|page)\b[^.]{0,40}\bremoved\b|\b(?:post|tweet|figure|number|statement|release|count|total"
    r"|claim)\b[^.]{0,60}\b(?:deleted"
    r"|withdr[ae]wn?|retracted|taken down|corrected|in error|an error|wrong|mistaken|typo|typographical|misprint"
    r"|inaccurate)\b|\b(?:retracted|withdrew|deleted)\b[^.]{0,30}\b(?:figure|number|post|count|claim)\b", re.I,
)  # fmt: skip
PUT_AT = sought(
    r"\b(?:report|memo|release|statement|letter|table|count|log)\b[^.;]{0,20}\s(?:put|gave|listed|reported|said|showed)\b"
    r"[^.;]{0,60}$",
    re.I,
)
RUMOR = sought(
    r"\b(?:den(?:y|ies|ied|ying)|debunk\w*|refut\w+|dismiss\w*|reject\w*|(?:shot|knocked) down)\s+(?:as \w+\s+)?"
    r"(?:an?\s+(?:[\w-]+\s+){0,3}?(?:claim|rumou?r|post|report|allegation|story|meme|tweet|video)"
    r"|(?:[\w-]+\s+){0,2}?(?:rumou?rs|posts|memes|tweets))\s+(?:on [\w ]{2,20}\s+)?(?:that|saying|claiming)\b[^.;]*$",
    re.I,
)
"""Before what nobody in particular says and somebody denies: "denied a viral claim that they had released 500"."""
TWICE = sought(
    r"[;—–]\s[^.;]{0,60}\b(?:(?:counted|logged|listed|entered|recorded)\s+twice|double-counted|duplicates)\b", re.I
)
"""How a sentence takes back what an earlier count put a number at: "; 25 of them were counted twice"."""
_MIXED = r"\b(?:transposed|reversed|flipped|swapped|switched|inverted|mixed up)"
FLIPPED = re.compile(
    rf"\b(?:digits|numbers|figures|columns)\b[^.]{{0,30}}{_MIXED}\b"
    rf"|{_MIXED}\s+(?:the\s+|two\s+|its\s+)*(?:digits|numbers)\b",
    re.I,
)
"""How the next sentence tells why what had been said was wrong."""
HAD = re.compile(r"\b(?:had|first|initially|originally)\b", re.I)
RIGHT = re.compile(r"The (?:right|correct|actual|true|real) (?:number|figure|count|total)\b", re.I)
"""How the next sentence puts a number right of which nobody else says otherwise."""
DISOWNED = sought(
    r"\b(?:don.?t know where|no idea where|do not know where|can.?t (?:find|tell|say where)|cannot (?:find"
    r"|say where)|couldn.?t find|could not find|never (?:seen|saw|heard of)"
    r"|nobody has (?:shown|seen)|has (?:not|never) seen|haven.?t seen"
    r"|whoever|(?<!,\s)where(?!\s+(?:\w+\s+){1,3}(?:says?|said|reports?|reported|claims?|claimed|counts?|counted)\s))"
    r"\s+(?:\w+\s+){0,3}$", re.I,
)  # fmt: skip
INSTEAD_OF = sought(
    r"(?:(?:,|\band|;|—|-)\s+|^\W*)not\s+(?:the\s+|about\s+)?[\"“]?$|\b(?:rather than|instead of)\s+(?:the\s+)?$", re.I
)
"""Before a number that another one stands in place of."""
AS_CLAIMED = re.compile(
    r"[^.;,\d]{0,30},?\s+as\s+(?:the\s+)?(?:[A-Z][\w.]*\s+){1,5}(?:has\s+|had\s+)?"
    r"(?:claim(?:s|ed)|contend(?:s|ed)|alleg(?:es|ed)|maintain(?:s|ed)|assert(?:s|ed)|insist(?:s|ed)|says?)\b"
)
"""Behind a number that one side denies and the other stands by: "12 detainers, not 940 as ICE claims"."""
CONDITIONS = frozenset({"if", "unless", "whether", "suppose", "supposing", "assuming"})
SHOWS = frozenset(
    ["account", "document", "confirm", "find", "verify", "show", "prove", "identify", "trace", "locate", "count",
     "match", "reconcile", "corroborate", "substantiate", "establish", "tie", "link", "spot", "pinpoint", "produce",
     "see"]
)  # fmt: skip
"""Verbs of showing that something was: "could find only 41"."""
MODALS = frozenset({"would", "could", "might", "may", "should", "will", "'ll", "’ll", "'d", "’d", "can", "ought"})


def read(reading: Reading, unit: Unit, frame: Frame, because: Measure) -> tuple[str, str]:
    """Status and why: `asserted`, `projection`, `retracted`, `corrected`, `denied`, `question` or `hypothetical`."""
    text = reading.text[unit.start : unit.end]
    before = reading.text[unit.start : frame.count.start]
    if QUESTION.search(_own_sentence(reading, unit, frame)):
        return "question", "asked, not said"
    if AS_CLAIMED.match(reading.text, frame.count.end, unit.end) and INSTEAD_OF.search(before):
        return "asserted", ""
    if DISOWNED.search(before) or INSTEAD_OF.search(before):
        return "denied", "denied"
    if RUMOR.search(before):
        return "denied", "denied"
    said = reading.text[max(0, unit.start - LABEL) : unit.start]
    corrects = CORRECTION.search(text) or (
        FIRST.search(text) and (CORRECTION.search(said) or _of_correction(reading, unit) or _titled(reading))
    )
    if corrects and not re.search(r"\b(?:is|was|should (?:be|have been))\s+(?:actually\s+)?$", before):
        return "retracted", "withdrawn by a correction"
    if TAKES_BACK_WHAT.search(text) and not INSTEAD.search(before):
        return "retracted", "withdrawn in its own sentence"
    if TWICE.search(reading.text, frame.count.end, unit.end) and PUT_AT.search(before):
        return "retracted", "some of it was counted twice"
    if _withdrawn_after(reading, unit):
        return "retracted", "withdrawn in the next sentence"
    if superseded(reading, frame):
        return "retracted", "put right or taken back by the text itself"
    if PROJECTION.search(text[: frame.count.start - unit.start + 60]):
        return "projection", "forecast"
    if because.rule not in OWN_CLAUSE and hypothetical(unit, frame):
        return "hypothetical", "a condition, not a count"
    if _denied_verb(frame, because):
        return "denied", "denied"
    return "asserted", ""


def _of_correction(reading: Reading, unit: Unit) -> bool:
    """Whether a line stands in a paragraph that opens as a correction: "The story also gave the total as 32"."""
    at = reading.unit_index(unit.start)
    while at > 0 and reading.units[at - 1].paragraph == unit.paragraph:
        at -= 1
    first = reading.units[at]
    opening = reading.text[max(0, first.start - LABEL) : min(first.end, first.start + 2 * LABEL)]
    return OPENS_CORRECTION.search(opening) is not None


def _titled(reading: Reading) -> bool:
    """Whether the article is headed as a correction: "Correction, and a longer look: jail held 8, not 80"."""
    return re.match(r"\W*(?:corrections?|clarifications?)\b(?!\s+(?:officers?|officials?|department|chief|head))",
                    reading.document.title or "", re.I) is not None


def _own_sentence(reading: Reading, unit: Unit, frame: Frame) -> str:
    """The part of the line from the number to the next end of a sentence."""
    text = reading.text
    match = re.search(r"[.!?][”\"’')]*(?:\s|$)", text[frame.count.end : unit.end])
    return text[frame.count.start : frame.count.end + match.end()] if match else text[frame.count.start : unit.end]


def _withdrawn_after(reading: Reading, unit: Unit) -> bool:
    at = reading.unit_index(unit.start) + 1
    if at >= len(reading.units) or reading.units[at].paragraph != unit.paragraph:
        return False
    later = reading.text[reading.units[at].start : reading.units[at].end]
    if FLIPPED.search(later) and HAD.search(reading.text, unit.start, unit.end):
        return True
    if RIGHT.match(later) and not re.search(r"\b(?:said|says|according)\b", later):
        return True
    return bool(re.match(r"(?:The|That|Its?|This)\b", later) and WITHDRAWN.search(later))


def hypothetical(unit: Unit, frame: Frame) -> bool:
    """Whether a condition or a modal verb governs the number."""
    token = frame.node
    conditional = _conditional(unit.span)
    if re.match(r"\W*(?:had|were|should)\s+(?!\w+ed\b)", said(unit.span), re.I) and re.search(
        r"\bwould\b", said(unit.span)
    ):
        return True
    for _ in range(10):
        if token.pos_ in {"VERB", "AUX"}:
            if any(c.dep_ == "mark" and c.lower_ in CONDITIONS for c in token.children) or _would_tell(token):
                return True
            if _accounts(token) and not conditional:
                break
            if any(c.dep_ == "aux" and _modal(c, token) for c in token.children) and token.tag_ in {"VB", "VBN", "VBG"}:
                return conditional or not _past(token)
            if token.lower_ == "ought" or _owes(token):
                return True
            told = token.tag_ == "VBD" or any(
                c.dep_ == "aux" and c.lower_ in {"has", "had", "have"} for c in token.children
            )
            if token.dep_ in {"ccomp", "parataxis", "ROOT"} or told:
                break
        if token.head.i == token.i:
            break
        token = token.head
    return bool(conditional and re.match(r"\W*(?:so\s+)?(?:if|unless|were|suppose)\b", said(unit.span), re.I))


@lru_cache(maxsize=4)
def _conditional(sentence: Span) -> bool:
    """Whether a sentence has a condition: "if ...", "Were it to ..."."""
    words = spelled.forms(sentence.doc)[sentence.start : sentence.end]
    if words[:1] == ["were"] and sentence[0].dep_ in {"aux", "ROOT"}:
        return True
    return any(word in CONDITIONS and sentence[at].dep_ in {"mark", "advmod"} for at, word in enumerate(words))


def _would_tell(verb: Token) -> bool:
    """ "I'd have told you it was forty": what nobody said."""
    head = verb.head
    if verb.dep_ != "ccomp" or head.tag_ != "VBN":
        return False
    aux = {c.lower_ for c in head.children if c.dep_ == "aux"}
    return "have" in aux and bool(aux & {"would", "'d", "’d"})


def _modal(aux: Token, verb: Token) -> bool:
    """Whether an auxiliary is a modal; "he'd sent" is "he had sent", "he'd have sent" is none."""
    had = aux.lower_ in {"'d", "’d"} and verb.tag_ == "VBN" and not any(c.lower_ == "have" for c in verb.children)
    return aux.lower_ in MODALS and not had


def _owes(verb: Token) -> bool:
    """ "has to honor one": what a rule asks for; "had to arrest 17", "has had to" tell what was done."""
    head = verb.head
    if (
        verb.tag_ != "VB"
        or verb.dep_ not in {"xcomp", "conj"}
        or head.lemma_ not in {"have", "need", "ought", "require"}
    ):
        return head.lemma_ in {"go", "come"} and verb.tag_ == "VB" and head.i != verb.i and _owes(head)
    if head.lemma_ not in {"have", "need"}:
        return True
    done = head.tag_ == "VBD" or (
        head.tag_ == "VBN"
        and any(c.dep_ == "aux" and c.lower_ in {"has", "have", "had", "'ve", "’ve"} for c in head.children)
    )
    return not done


def _accounts(verb: Token) -> bool:
    """ "could document 4,240", "can account for 41": what somebody is able to show is a count."""
    if verb.lemma_.lower() not in SHOWS or any(c.dep_ == "neg" for c in verb.children):
        return False
    return any(c.dep_ == "aux" and c.lower_ in {"can", "could"} for c in verb.children)


def _past(verb: Token) -> bool:
    """ "could hold 15" is no count; "may have honored 4" reports one."""
    return any(c.lower_ in {"have", "be"} for c in verb.children if c.dep_ in {"aux"}) and any(
        c.lower_ in {"may", "might"} for c in verb.children
    )


def _denied_verb(frame: Frame, because: Measure) -> bool:
    if frame.count.text.lower() == "zero" and frame.kind == "bare" and frame.node.head.lemma_ == "be":
        return any(c.dep_ == "neg" for c in frame.node.head.children)  # "It isn't zero."
    if frame.count.form in {"any", "none", "all"} or because.rule == "understood":
        return False
    trigger = because.trigger
    if because.measure == "rate" and frame.count.form == "digits":
        return False  # "ICE failed to collect 31 percent of them"
    if because.measure == "releases" and trigger is not None and trigger.action == "transfers":
        return False
    if trigger is not None and trigger.negated and trigger.action not in {"honored", "declined"}:
        return not any(
            t.lower_ in NEGATIONS and t.i + 1 < frame.sentence.end and t.nbor(1).lower_ == "only"
            for t in trigger.token.children
        )
    token = frame.node
    for _ in range(6):
        if token.pos_ in {"VERB", "AUX"}:
            negated = any(c.dep_ == "neg" for c in token.children)
            return (
                negated
                and token.lemma_.lower() in {"mean", "be", "know", "see", "find", "have", "receive", "get", "recognize"}
                and not any(t.action in {"declined", "honored"} for t, _ in frame.links)
            )
        if token.head.i == token.i:
            return False
        token = token.head
    return False
