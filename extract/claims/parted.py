"""Ranges whose ends stand apart in a sentence."""

from __future__ import annotations

import re
from itertools import pairwise

from extract.claims.reading import Reading, Unit
from extract.model import DateMention

_FROM = re.compile(r"\b(?:between|from)\s+(?:(?:the|its|his|her)\s+(?:[a-z’']+\s+){1,5}(?:in|on)\s+)?$", re.I)
_TO = re.compile(
    r"(?:,[^.;]{0,70})?,?\s(?:and|through|to|until)\s(?:the (?:day|date|month)\b[^.;,]{0,60},\s"
    r"|the (?:end|start|beginning) of\s|(?:the|his|her|its|their)\s(?:[a-z’'-]+\s){1,4}(?:in\s|on\s)?)?$"
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
