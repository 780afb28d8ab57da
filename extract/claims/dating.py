"""Which dates of a sentence can say when a count holds: not those of speeches, papers, laws, lives and other counts."""

from __future__ import annotations

import re
from datetime import date as Date
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from spacy.tokens import Token

from extract import vocabulary
from extract.claims.frames import Frame
from extract.claims.reading import Reading, Unit
from extract.model import DateMention

Span = tuple[str | None, str | None]
"""First and last day as ISO dates, None where open or unknown."""
FILE = Path(__file__).with_name("period.yml")
SECTIONS = (
    "speech",
    "telling",
    "remarks",
    "asides",
    "papers",
    "laws",
    "figures",
    "giving",
    "sources",
    "setting",
    "requests",
    "beginnings",
    "place_words",
    "reckoning",
)
POINT_MEASURES = frozenset({"detainers_active", "arrests", "transfers", "releases", "removals"})
"""What may be dated by a single day without "as of" or "since"."""
HANDLED = frozenset({"release", "issue", "send", "file"})
"""Verbs of speech that also say what is done with people and papers."""


@cache
def _data() -> dict[str, Any]:
    return vocabulary.load_file(FILE, {section: [str] for section in SECTIONS})


@cache
def words(section: str) -> frozenset[str]:
    """A section of period.yml as a set."""
    return frozenset(_data()[section])


def any_of(section: str) -> str:
    """The words of a section of period.yml as a regular expression."""
    return "(?:" + "|".join(re.escape(word) for word in _data()[section]) + ")"


_OF_PAPER = re.compile(
    rf"\b(?:an?|his|her|its|their|the|one|that)\s+(?:\w+\s+){{0,3}}{any_of('papers')}\b"
    r"(?:\s+(?!(?:for|covering|showed|shows|shown)\b)[\w’']+){0,6}\s*$",
    re.I,
)
_AT_HEARING = re.compile(
    rf"\b(?:in|at|during|by)\s+(?:\w+\s+)?{any_of('papers')}\s+(?:(?:to|before|with)\s+(?:\w+\s+){{1,5}})?(?:in\s+|on\s+)?$",
    re.I,
)
_SHOWN = re.compile(r"\s+(?:shows?|showed|indicates?|suggests?|puts?|lists?)\b")
_LAW_AFTER = re.compile(rf"\s(?:[a-z’'-]+\s){{0,3}}{any_of('laws')}\b", re.I)
_PAPER_AFTER = re.compile(rf"\s(?:[a-z’'-]+\s){{0,2}}{any_of('papers')}\b", re.I)
_COVERS = re.compile(r"as of|since|through|by|between|from|so far|during|over|in all of", re.I)


_ON_DAY = re.compile(r"(?:\b(?:on|for|at)|(?<!part )(?<!half )(?<!most )(?<!much )(?<!rest )\bof)\s$", re.I)
_NEXT_TO = re.compile(r"\s+(?:in|for|during)\s+")
"""What joins a number to its own date, whatever verb stands before it: "hers said six in February"."""
_SEASON = re.compile(r"\b(?:spring|summer|fall|autumn|winter)$", re.I)
_NEXT_YEAR = re.compile(r"the year (?:before|after)\b", re.I)
"""What only explains the year before it: "2012, the year before the policy changed"."""
_RECORD = re.compile(
    r"\b(?:(?:the|its|their|a)\s+(?:\w+\s+)?(?:most|fewest|highest|lowest|largest|biggest|smallest|best|worst|busiest"
    r"|slowest|high|low|peak)|(?:not|never) (?:been )?(?:seen|reached|recorded)"
    r"|more than (?:in )?any (?:\w+ )?(?:year|month))\b[^.;:,]{0,30}$",
    re.I,
)
"""What a record is reckoned from: "the most since 2014" dates no count."""


def usable(reading: Reading, unit: Unit) -> list[DateMention]:
    """The dates of a sentence that can say when a count holds."""
    return [d for d in reading.within(reading.dates, unit.start, unit.end) if can_date(reading, d)]


def can_date(reading: Reading, date: DateMention) -> bool:
    """Whether a date may date a count by the words right around it: not that of a law, a paper or a deadline."""
    if date.kind == "recurring" or not (date.period_start or date.period_end or date.kind == "anaphoric"):
        return False
    if any(s.start <= date.start < s.end for s in reading.statutes):
        return False
    before = reading.text[max(0, date.start - 12) : date.start].lower()
    after = reading.text[date.end : date.end + 40]
    if re.search(r"\b(?:an?|the|that|its|his|her|their|under)\s$", before) and _LAW_AFTER.match(after):
        return False
    if is_short(date) and _PAPER_AFTER.match(after):
        return False
    if re.search(r"\beach of\s$", before) or (_NEXT_YEAR.match(date.text) and re.search(r"\b\d{4}, $", before)):
        return False
    if date.kind == "since" and _causal(reading, date):
        return False
    if date.kind == "since" and _RECORD.search(reading.text, max(0, date.start - 60), date.start):
        return False
    return not re.search(r"(?:dated|until|by|due)\s$", before) or date.kind in {"through", "range", "fiscal_year"}


def _causal(reading: Reading, date: DateMention) -> bool:
    """Whether "since" gives a reason: "It held nobody, since the state's 2018 directive forbids that"."""
    if date.end - date.start < 12 or date.text[:5].lower() != "since":
        return False
    span = reading.doc.char_span(date.start, date.end, alignment_mode="expand")
    if span is None or span[0].dep_ != "mark":
        return False
    verb = span[0].head
    return verb.i >= span.end and verb.tag_ in {"VBZ", "VBP"}


def is_day(date: DateMention) -> bool:
    return date.period_start is not None and date.period_start == date.period_end


def is_short(date: DateMention) -> bool:
    """Whether a date is of a month or less."""
    return (days := length(date.period_start, date.period_end)) is not None and days <= 32


def length(start: str | None, end: str | None) -> int | None:
    """Days from start to end, both counted; None where one is open."""
    return (Date.fromisoformat(end) - Date.fromisoformat(start)).days + 1 if start and end else None


def spoken_when(reading: Reading, date: DateMention, measure: str, frame: Frame | None = None) -> bool:
    """Whether a date says when someone spoke or wrote, not when he counted: "said Thursday", "in a letter in May"."""
    day, short = is_day(date), is_short(date)
    if day and date.kind == "anaphoric":
        return False
    if measure == "detainers_active" and date.kind == "since":
        return True
    if not (day or short or date.kind in {"point", "anaphoric"}):
        return False
    before = reading.text[max(0, date.start - 60) : date.start]
    covers = _COVERS.match(date.text) or re.search(r"\b(?:as of|since|through)\s$", before.lower())
    if short and not covers and (_OF_PAPER.search(before) or _AT_HEARING.search(before)):
        return True
    token = token_of(reading, date)
    verb = verb_of(token) if token is not None else None
    lemma = verb.lemma_.lower() if verb is not None else ""
    if covers:
        return False
    if short and verb is not None and lemma in words("giving") and _gives_figure(verb):
        return True
    if not day and frame is not None and verb is not None and lemma not in {"say", "tell"} and _object_of(frame, verb):
        return False
    if frame is not None and short and not day and _NEXT_TO.fullmatch(reading.text, frame.count.end, date.start):
        return False
    brief = short or _SEASON.search(date.text)
    if brief and not day and token is not None and verb is not None and token.i > verb.i and lemma in words("telling"):
        return True
    if short and (_of_source(verb) or _SHOWN.match(reading.text, date.end)):
        return True
    if day and not _happened(measure, before, verb, lemma, frame):
        return True
    if day and frame is not None and verb is not None and lemma in HANDLED and _object_of(frame, verb):
        return False
    if verb is None or lemma not in words("speech") - {"issue", "send", "file"}:
        return False
    if day:
        return True
    says = any(c.dep_ in {"ccomp", "parataxis"} for c in verb.children) or verb.dep_ == "parataxis"
    return says and short and not re.search(r"\d{4}|year", date.text)


def _gives_figure(verb: Token) -> bool:
    """ "In April the department gave the number as 519": what was counted before is told at another time."""
    told = next((c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}), None)
    if told is None or told.lemma_.lower() not in words("figures"):
        return False
    return any(c.dep_ in {"det", "poss"} and c.lower_ != "a" for c in told.children) and not any(
        c.dep_ in {"prep", "relcl", "acl"} and c.i < verb.i + 4 for c in told.children
    )


def _happened(measure: str, before: str, verb: Token | None, lemma: str, frame: Frame | None) -> bool:
    """Whether a day is that of what is counted: "on Monday", "at the end of May"; "last Tuesday agents arrested"."""
    if measure in POINT_MEASURES and _ON_DAY.search(before):
        return True
    if verb is None or frame is None or lemma in words("speech") | words("sources") or verb.dep_ == "relcl":
        return False
    done = not any(child.lemma_.lower() == "have" and child.dep_ == "aux" for child in verb.children)
    return done and verb.is_ancestor(frame.node) and not _beyond_clause(verb, frame.node)


def _beyond_clause(verb: Token, node: Token) -> bool:
    """Whether a verb reaches a number only through a clause of its own: "spent Tuesday asking why 41 had been held"."""
    while node.i != verb.i:
        if node.dep_ in {"ccomp", "advcl"} or (node.dep_ == "conj" and node.lemma_.lower() in words("reckoning")):
            return True
        node = node.head
    return False


def _of_source(verb: Token | None) -> bool:
    """ "Records that ICE gave the paper this week show": when the source was come by."""
    return verb is not None and verb.dep_ in {"relcl", "acl"} and verb.head.lemma_.lower() in words("sources")


def _object_of(frame: Frame, verb: Token) -> bool:
    """Whether the number is what the verb reports ("reported 52 in May"), without a clause between."""
    node = frame.node
    for _ in range(6):
        if node.i == verb.i:
            return True
        if node.dep_ in {"ccomp", "relcl", "advcl", "parataxis"} or node.head.i == node.i:
            return False
        node = node.head
    return False


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
    lemma = verb.lemma_.lower()
    if date.kind in {"since", "through"}:
        return not (verb.dep_ == "relcl" and lemma in words("remarks")) and not _of_another(verb, frame)
    if verb.dep_ == "relcl" and lemma in words("asides") and _of_counted(verb.head, frame):
        return True
    of_it = verb.head.i == frame.node.i or _of_counted(verb.head, frame)
    if verb.dep_ == "relcl" and lemma in words("beginnings") and not of_it:
        return False
    aside = verb.dep_ in {"relcl", "acl", "appos"} and lemma in words("remarks") | words("asides")
    return not aside and lemma not in words("remarks")


def _of_counted(head: Token, frame: Frame) -> bool:
    """Whether a noun is the one counted, or stands in its phrase: "1,507 inmates with detainers who left in 2019"."""
    return any(own is not None and (own.i == head.i or own.is_ancestor(head)) for own in (frame.noun, frame.whole))


def _of_another(verb: Token, frame: Frame) -> bool:
    """Whether a verb says something of another noun than the one counted: "without the warrant that lawyers have wanted
    since fall", "with the courts closed since March"."""
    if verb.dep_ == "advcl":
        return any(child.dep_ == "mark" and child.lower_ == "with" for child in verb.children)
    if verb.dep_ not in {"relcl", "acl"}:
        return False
    counted = [own for own in (frame.noun, frame.whole, frame.node) if own is not None]
    return not any(own.i == verb.head.i or verb.head.is_ancestor(own) for own in counted)


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


_FROM = re.compile(r"\b(?:between|from)\s+(?:(?:the|its|his|her)\s+(?:[a-z’']+\s+){1,5}(?:in|on)\s+)?$", re.I)
_TO = re.compile(
    r"(?:,[^.;]{0,70})?,?\s(?:and|through|to|until)\s(?:the (?:day|date|month)\b[^.;,]{0,60},\s"
    r"|the (?:end|start|beginning) of\s)?$"
)


def parted_ranges(reading: Reading, unit: Unit) -> list[DateMention]:
    """Ranges whose ends stand apart: "between Sept. 1, 2017, when the law took effect, and Aug. 31, 2018"."""
    out = []
    dates = reading.within(reading.dates, unit.start, unit.end)
    for first, second in [*pairwise(dates), *zip(dates, dates[2:], strict=False)]:
        if second.start - first.end > 110 or first.kind != "point" or not first.period_start or not second.period_end:
            continue
        joint = reading.text[first.end : second.start]
        if second.kind in {"through", "range"} and (way := re.match(r"(?:through|until|up to)\s", second.text, re.I)):
            joint += way[0]
        start = _before_end(first, second.period_end)
        if not _TO.fullmatch(joint) or second.period_end <= start:
            continue
        lead = _FROM.search(reading.text, max(unit.start, first.start - 50), first.start)
        if lead or re.match(r"(?:between|from)\b", first.text, re.I):
            at = lead.start() if lead else first.start
            text = reading.text[at : second.end]
            out.append(DateMention(text, at, second.end, None, start, second.period_end, "range"))
    return out


def _before_end(first: DateMention, end: str) -> str:
    """The start of a range in two pieces: the last such day before its end, where it is written without a year."""
    start = first.period_start or ""
    if start > end and not re.search(r"\d{4}|year", first.text):
        year = int(end[:4]) - (start[4:] > end[4:])
        return f"{year}{start[4:]}" if start[5:] != "02-29" else f"{year}-02-28"
    return start
