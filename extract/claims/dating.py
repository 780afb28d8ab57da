"""Which dates of a sentence can say when a count holds: not those of speeches, papers, laws, lives and other counts."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date as Date

from spacy.tokens import Token

from extract.claims.clauses import token_of, verb_of
from extract.claims.frames import Frame
from extract.claims.period_words import any_of, words
from extract.claims.reading import Reading, Unit
from extract.model import DateMention

Span = tuple[str | None, str | None]
"""First and last day as ISO dates, None where open or unknown."""
POINT_MEASURES = frozenset({"detainers_active", "arrests", "transfers", "releases", "removals"})
"""What may be dated by a single day without "as of" or "since"."""
_ASKED = frozenset({"ask", "reach", "contact", "press", "question", "interview", "query", "quiz", "pose"})
HANDLED = frozenset({"release", "issue", "send", "file"})
"""Verbs of speech that also say what is done with people and papers."""


_OF_PAPER = re.compile(
    rf"\b(?:an?|his|her|its|their|the|one|that|whose)\s+(?:\w+\s+){{0,3}}{any_of('papers')}\b"
    r"(?:\s+(?!(?:for|covering|show(?:s|ed|n|ing)|sa(?:ys|id|ying)|stat(?:es|ed|ing)|none|nobody|any|every|all|both"
    r"|neither)\b)[^\W\d][\w.’'-]*){0,11}\s*$",
    re.I,
)
"""A paper with who wrote or sent it, right before a date: "a letter Chief Pell sent to the mayor in February"."""
_AT_HEARING = re.compile(
    rf"\b(?:in|at|during|by)\s+(?:\w+\s+)?{any_of('papers')}\s+(?:(?:to|before|with)\s+(?:\w+\s+){{1,5}})?(?:in\s+|on\s+)?$",
    re.I,
)
_SHOWN = re.compile(r"\s+(?:shows?|showed|indicates?|suggests?|puts?|lists?)\b")
_LAW_AFTER = re.compile(rf"(?:[’']s)?\s(?:[a-z’'-]+\s){{0,3}}{any_of('laws')}\b", re.I)
_PAPER_AFTER = re.compile(rf"(?:[’']s)?\s(?:[a-z’'-]+\s){{0,2}}{any_of('papers')}\b", re.I)
_COVERS = re.compile(r"as of|since|through|by|between|from|so far|during|over|in all of", re.I)


_ON_DAY = re.compile(r"(?:\b(?:on|for|at)|(?<!part )(?<!half )(?<!most )(?<!much )(?<!rest )\bof)\s$", re.I)
_NEXT_TO = re.compile(r"\s+(?:in|for|during)\s+")
"""What joins a number to its own date, whatever verb stands before it: "hers said six in February"."""
_SEASON = re.compile(r"\b(?:spring|summer|fall|autumn|winter)$", re.I)
_THE_YEAR_BEFORE = re.compile(
    r"the\s+(?:year\s+(?:before|earlier|prior)|(?:previous|prior|preceding)\s+year)\b", re.I
)
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
    if date.kind == "fiscal_year" and _names_a_range(reading, date):
        return False
    if re.search(r"\beach of\s$", before) or (_NEXT_YEAR.match(date.text) and re.search(r"\b\d{4}, $", before)):
        return False
    if date.kind == "since" and _causal(reading, date):
        return False
    if date.kind == "since" and _RECORD.search(reading.text, max(0, date.start - 60), date.start):
        return False
    return not re.search(r"\b(?:dated|until|by|due)\s$", before) or date.kind in {"through", "range", "fiscal_year"}


def _names_a_range(reading: Reading, date: DateMention) -> bool:
    """ "From October 2024 through September 2025, the federal fiscal year": what the days before it are called."""
    if re.search(r"\d", date.text):
        return False
    near = [d for d in reading.within(reading.dates, date.start - 60, date.start) if d.kind == "range"]
    return any(reading.text[d.end : date.start] in {", ", " (", ", or ", " — ", " – "} for d in near)


def year_before(reading: Reading, unit: Unit, date: DateMention, measure: str, frame: Frame) -> DateMention:
    """ "Told lawmakers in February that it got 166 the year before": the year before that of the speech, no month."""
    if date.kind != "anaphoric" or not is_short(date) or not _THE_YEAR_BEFORE.match(date.text):
        return date
    for told in reading.within(reading.dates, unit.start, date.start):
        alike = told.period_start and date.period_start and told.period_start[4:] == date.period_start[4:]
        if alike and is_short(told) and spoken_when(reading, told, measure, frame):
            year = int((told.period_start or "")[:4]) - 1
            return replace(date, period_start=f"{year}-01-01", period_end=f"{year}-12-31")
    return date


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
    before = reading.text[max(0, date.start - 110) : date.start]
    covers = _COVERS.match(date.text) or re.search(r"\b(?:as of|since|through)\s$", before.lower())
    brief = short or _SEASON.search(date.text)
    if brief and not covers and (_OF_PAPER.search(before) or _AT_HEARING.search(before)):
        return True
    token = token_of(reading, date)
    verb = verb_of(token) if token is not None else None
    lemma = verb.lemma_.lower() if verb is not None else ""
    if covers:
        return False
    if short and verb is not None and lemma in words("giving") and gives_figure(verb):
        return True
    if not day and frame is not None and verb is not None and lemma not in {"say", "tell"} and _object_of(frame, verb):
        return False
    if frame is not None and short and not day and _NEXT_TO.fullmatch(reading.text, frame.count.end, date.start):
        return False
    if brief and _asked_then(verb):
        return True
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


def gives_figure(verb: Token) -> bool:
    """ "In April the department gave the number as 519": what was counted before is told at another time."""
    told = next((c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}), None)
    if told is not None and told.lower_ in {"it", "that", "this"}:  # "On the stand in May he raised that to 131"
        to = (c for c in verb.children if c.dep_ == "prep" and c.lower_ in {"to", "at"})
        return any(t.like_num for c in to for t in c.subtree)
    if told is None or told.lemma_.lower() not in words("figures"):
        return False
    if any(c.lower_ == "of" and any(t.like_num for t in c.children) for c in told.children):
        return True  # "repeated the figure of 88 on Monday"
    if any(c.dep_ == "det" and c.lower_ == "a" for c in told.children):
        return any(c.dep_ == "prep" and c.lower_ == "of" for c in told.children)  # "gave a figure of 402"
    return any(c.dep_ in {"det", "poss"} for c in told.children) and not any(
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


def _asked_then(verb: Token | None) -> bool:
    """ "ICE, asked in January, said 15": when it was asked."""
    aside = verb is not None and verb.dep_ in {"acl", "advcl", "relcl"} and verb.tag_ == "VBN"
    return aside and verb is not None and verb.lemma_.lower() in _ASKED


def _of_source(verb: Token | None) -> bool:
    """ "Records that ICE gave the paper this week show": when the source was come by."""
    if verb is None or verb.dep_ not in {"relcl", "acl"}:
        return False
    return verb.head.lemma_.lower() in words("sources") | words("papers")


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
