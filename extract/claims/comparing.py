"""Numbers and dates that only serve as a standard: "up from 17 in 2023", "more than in all of last year"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.claims.frames import Frame
from extract.claims.reading import Reading
from extract.model import DateMention

COMPARISON = re.compile(
    r"(?:\b|(?=,))(?:(?:up|down)\s+(?:sharply\s+|slightly\s+)?from|compared\s+(?:with|to)|against|versus|vs\.?|,\s+after|than|from|times|twice|double|triple)\s+"
    r"(?:(?:only|just|about|roughly|nearly|some|the|a|an|more than|fewer than|an estimated)\s+)*$",
    re.I,
)
_MEASURED_AGAINST = re.compile(
    r"\b(?:triple|double|quadruple|twice|(?<!than\s)(?<!by\s)(?<!nearly\s)(?<!about\s)half|than|times|above|below"
    r"|(?<!are\s)(?<!is\s)(?<!were\s)(?<!was\s)(?<!come\s)(?<!came\s)from"
    r"|in contrast to|compared (?:with|to)|as\s+(?:many|few|much|high|low|often|large)\s+as)\s+"
    r"(?:what it was\s+|that of\s+|those of\s+|the (?:total|number|figure|count) (?:for|of|in)\s+)?(?:(?:in"
    r"|during|for)\s+)?(?:all\s+of\s+|the\s+whole\s+of\s+)?$",
    re.I,
)
STANDARD = re.compile(
    r"\b(?:than|compared (?:with|to)|in contrast to|(?:the )?same as (?:what\s+)?"
    r"(?:(?:the|its|their) (?:total|number|figure|count)\s+)?[^.;,\d]{0,40}"
    r"|as\s+(?:many|few|much|high|low|often|large)\s+as)\s+"
    r"(?:the (?:total|number|figure|count) (?:for|of|in)\s+)?"
    r"(?:(?:in|during|for)\s+)?(?:all\s+of\s+|the\s+whole\s+of\s+)?$",
    re.I,
)
"""The same, for a date right behind a number."""


_CHANGE = re.compile(
    r"\b(?:drop|decline|decrease|fall|dip|increase|rise|jump|gain|surge|spike|climb|change|down|up|fell|rose|dropped|declined"
    r"|decreased|increased|jumped|climbed|surged|grew|plunged|plummeted|soared)\b[^.;,]{0,30}\s(?:from|over|on)\s+(?:(?:the"
    r"|its)\s+)?(?:(?:total|number|figure|count|level)s?\s+(?:of|for|in)\s+)?(?:all\s+of\s+)?$",
    re.I,
)
"""A change that is measured from the time that follows: "a drop of 30 percent from"."""
_YEAR_BEFORE = re.compile(
    r"(?:the\s+)?(?:(?:fiscal\s+)?year\s+(?:before|earlier|prior)|(?:previous|prior)\s+(?:fiscal\s+)?year)\b", re.I
)
_FROM = re.compile(r"\b(?:(?:up|down)\s+(?:\w+\s+)?from|compared\s+(?:with|to)|against|versus)\s+$", re.I)
_ROW = re.compile(
    r"\b\d[\d,]*\s+(?:of them\s+)?(?:(?:in|for|during)\s+[^,;.]{3,30}?"
    r"|(?:the|a) (?:year|month) (?:before|earlier|prior)),?\s+(?:and\s+)?$"
)
"""A number with its date before another: "40 in 2023, " of "up from 40 in 2023, 31 in 2022"."""


_PAIR = re.compile(r"\b\d[\d,]*\s+(?:[a-z]+\s+)?and\s+$")
"""The first of two numbers of the same time: "against 1,512 and 461 in 2022"."""
_IN_ITS_COUNT = re.compile(
    r"\s+(?:[a-z]+\s+)?(?:in|by|on)\s+(?:(?:its|his|her|their)|(?:the\s+)?(?:[\w.]+\s+){0,4}?[\w.]+[’']s?)\s+"
    r"(?:own\s+)?(?:\w+\s+)?"
    r"(?:accounting|counts?|tally|figures|list|records|books|reckoning|data|dashboard|ledger|logs?)\b"
)
"""What sets a number against another's of the same time: "against 233 in the government's accounting"."""


def compares(reading: Reading, frame: Frame) -> bool:
    """Whether the number is what another is measured against ("up from 17", the 31 of "up from 40 in 2023, 31 in
    2022")."""
    start = frame.count.start
    if _IN_ITS_COUNT.match(reading.text, frame.count.end):
        return False
    pair = _PAIR.search(reading.text, max(0, start - 30), start)
    if pair is not None and _FROM.search(reading.text, max(0, pair.start() - 40), pair.start()):
        return True
    while row := _ROW.search(reading.text, max(0, start - 50), start):
        start = row.start()
        if _FROM.search(reading.text, max(0, start - 40), start):
            return True
    before = reading.text[max(0, frame.count.start - 48) : frame.count.start]
    return bool(COMPARISON.search(before)) and not re.search(
        r"\b(?:more|fewer|less|better|greater|other)\s+than\s+$", before
    )


_BREAK = re.compile(
    r";|\b(?:while|whereas|although)\b"
    r"|\bbut\b(?!\s+(?:(?:only|just|all)\s+)?(?:(?:from|since|between|through|in|over|for|during|by|on)\s+)?$)"
    r"|\b(?:most|many|some|half|several|much|the\s+(?:rest|majority|bulk)|(?:nearly|almost|virtually|practically|not|about)\s+all)"
    r"\s+of\s+(?:them|these|those|whom|which|it)\b"
    r"|\ball\s+of\s+(?:them|these|those|whom|which|it)\b(?!\s+(?:(?:were|made|sent|came|received|in)\s+)?(?:in|during|from|between|over)\s)"
    r"|,\s+(?:including|among them|one of them|mostly|mainly|chiefly|primarily|largely)\b"
)
"""What keeps a date from the number before it: a clause of its own, or a part of what was counted."""


def breaks(reading: Reading, start: int, end: int) -> bool:
    """Whether what stands between a number and a date parts them: ", nearly all of them in the first half"."""
    return bool(_BREAK.search(reading.text[start:end]))


def changed_from(reading: Reading, date: DateMention) -> bool:
    """Whether a change is measured from a date: "a drop of 30 percent from fiscal 2019"."""
    if date.kind in {"range", "since", "through"} or (date.kind == "back" and not _YEAR_BEFORE.match(date.text)):
        return False
    return bool(_CHANGE.search(reading.text[max(0, date.start - 90) : date.start]))


def measured_against(reading: Reading, date: DateMention, words: re.Pattern[str] = _MEASURED_AGAINST) -> bool:
    """Whether a date stands for the count of that time: "more than in all of last year"."""
    lead = re.match(r"in\s+all\s+of\s+|all\s+of\s+|in\s+|during\s+", date.text, re.I)
    start = date.start + (lead.end() if lead else 0)
    return bool(words.search(reading.text[max(0, start - 50) : start]))


def taken_by_comparison(reading: Reading, date: DateMention, others: Sequence[Frame]) -> bool:
    """Whether a date belongs to a number like "17" of "up from 17 in 2023"."""
    if reading.text[date.end : date.end + 6] == ", when":
        return False
    if measured_against(reading, date):
        return True
    before = [f for f in others if f.count.end <= date.start]
    return bool(before) and compares(reading, before[-1])
