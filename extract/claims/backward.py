"""Periods that point back: "those four years", "the six months before", "the second half", "between then and May"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from extract.claims import beginnings, lengths, told_ends, year_parts
from extract.claims.clauses import token_of, verb_of
from extract.claims.comparing import measured_against
from extract.claims.dating import Span, can_date, is_day, length, usable
from extract.claims.period_words import words
from extract.claims.reading import Reading, Unit
from extract.claims.stretches import (
    COUNTED,
    DAYS,
    UNIT,
    Reader,
    as_long,
    day_moved,
    read,
    reckoned,
    together,
    years_moved,
)
from extract.dates.atoms import number
from extract.joined import said
from extract.model import DateMention
from extract.needles import sought

_STRETCH = r"(?:period|span|stretch|timeframe|time frame|window|interval)"
_BEFORE = sought(
    rf"\b(?:the|a)\s+{COUNTED}[\s-](?:(?:fiscal|calendar|budget|full)\s+)?{UNIT}(?:\s+{_STRETCH})?\s+(?:before|earlier|prior)(?=\s*[,.;:)”\"—–]|\s*$"
    rf"|\s+(?:and|it|that|when)\b)"
    rf"|\b(?:the\s+)?(?:previous|prior"
    rf"|preceding)\s+(?:{COUNTED.replace('<n>', '<n2>')}[\s-]{UNIT.replace('<unit>', '<unit2>')}"
    rf"|(?:\w+\s+)?{_STRETCH}|(?:(?:federal|state|county|city|local)\s+)?(?:reporting|(?P<fiscal>fiscal|budget))\s+year|(?P<part>quarter|half|month))\b"
    r"|\b(?:the|a)\s+(?:(?:(?:federal|state|county|city|local)\s+)?(?:(?P<fiscal2>fiscal|budget)|reporting)\s+year|one|period|(?P<alone>week|month|quarter))\s+"
    r"(?:before|earlier|prior)\b(?! (?:th(?!at\s*[,.;:)”\"])|its|his|her|it(?!\s*[,.;])|he|she|they))",
    re.I,
)
_COUNTED_BEFORE = sought(rf"\b(?:the|its)\s+{COUNTED}\s+(?:previous|prior|preceding)\s+{UNIT}\b", re.I)
_THIS_ONE = sought(
    r"\b(?:(?:so|thus)\s+far\s+)?(?:in|during|for)\s+(?P<now>this|the\s+(?:current|new|present|running))\s+one\b"
    r"(?=\s*[,.;]|\s+(?:so\s+far|and|the|its|it|they|he|she|we|ICE|there|deputies|police|officers|jailers|agents)\b|\s*$)",
    re.I,
)
_A_YEAR = re.compile(r"\byear\b", re.I)
_AFTER = sought(
    rf"\b(?:the|a|its)\s+(?:first\s+)?{COUNTED}[\s-]{UNIT}(?:\s+{_STRETCH})?\s+(?:after|afterwards?|later|since|following)"
    r"(?=\s*[,.;:)”\"—–]|\s*$|\s+and\b)",
    re.I,
)
_NEXT = sought(
    r"(?:\bin\s+the\s+(?:next|following)(?:\s+one)?|(?<=\w\s)the\s+(?:next|following))"
    r"(?=\s*[,.;)”\"]|\s*$|\s+and\s+[\w-]+\s)",
    re.I,
)
_YEAR_EARLIER = sought(
    r"\b(?:a|one)\s+year\s+(?:earlier|before|prior|previously)\b|\b(?P<whole>the\s+year\s+(?:before|earlier|prior)|the\s+(?:previous"
    r"|prior)\s+year)\b",
    re.I,
)
_THOSE = sought(
    rf"\b(?P<det>those|these|the|that|its)\s+(?:same\s+)?(?:full\s+|whole\s+)?{COUNTED}(?P<half>\s+and\s+a\s+half)?"
    rf"[\s-](?:(?:calendar|fiscal|budget)\s+)?{UNIT}"
    r"\b(?!-|\s+(?:of|in|ago|before|earlier|prior|later|old|after|since|that|ended|ending|from|between|under|last|this|a"
    r"|one|the\s+(?:year|previous|prior))\b)",
    re.I,
)
_SAME_HALF = sought(
    rf"\b(?:the|that|those|this)\s+same\s+(?:{COUNTED.replace('<n>', '<n2>')}(?P<half>\s+and\s+a\s+half)[\s-]"
    rf"{UNIT.replace('<unit>', '<unit2>')}|(?P<unit>day|week|month|year)\s+and\s+a\s+half)\b",
    re.I,
)
_SAME_YEAR = sought(
    r"\b(?:in|over|during|for|within)\s+(?:the|that|this)\s+same\s+(?:fiscal|budget|reporting)\s+year\b(?!\s+(?:as|in)\b)",
    re.I,
)
_YEARS = sought(
    r"\b(?:in|over|during|for|across|throughout)\s+(?:those|these)\s+(?:same\s+)?(?P<unit>day|week|month|quarter|year)s\b"
    r"(?!\s+(?:(?:of|in)\s+)?(?:\d{4}\b|(?:this|last)\s+year|(?:a|one|the)\s+year\s+(?:before|earlier|ago)|the\s+(?:previous|prior)))",
    re.I,
)
_SINCE = sought(r"(?<!ever )(?<!\bor )\bsince(?:\s+then)?(?=\s*[,.;”\"]|\s*$)", re.I)
_STRETCHES = sought(
    rf"\b(?:in|over|during|for|within|across|throughout)\s+(?:the|this|that)\s+(?:audited|reported|reporting|surveyed"
    rf"|reviewed)\s+(?:year|month|week|quarter)\b|\b(?:in|over|during|for|within|across|throughout)\s+(?:the|this|that)\s+(?:(?:class|review|reviewed|study"
    rf"|audit|audited|reporting|sample|survey|full|entire|whole|covered|same)\s+)?{_STRETCH}\b"
    r"(?!\s+(?:of|from|between|before|ended|ending|when|in|a|last|the)\b)"
    r"|\b(?:in|over|during|within)\s+(?:that|the same)\s+(?:time|time\s+period)\b",
    re.I,
)
_AS_OF = re.compile(r"\b(?:on|as of|at)\s", re.I)
"""Before the day of a stock, or in its wording."""
_BOTH = sought(
    r"\b(?:either|both)\s+(?P<unit>year|month|quarter)s?\b(?!\s+(?:of|in)\b)"
    rf"|\b(?:in|over|across|for|during)\s+all\s+{COUNTED.replace('<n>', '<all>')}\s+(?:of\s+(?:the|those|these)\s+)?"
    rf"{UNIT.replace('<unit>', '<units>')}\b(?!\s+(?:of|in)\b)",
    re.I,
)
_EITHER = sought(
    r"\b(?:in|over|during|for|across)\s+(?:either|both)\s+(?:of\s+(?:the|those|these)\s+)?(?:periods?|stretch(?:es)?|spans?|times?)\b"
    r"|\bin\s+either(?=\s*[.,;:”\"]|\s*$)",
    re.I,
)
_EACH = sought(
    r"\bin\s+(?:each|every|any)\s+(?:(?:one\s+)?of\s+(?:the|those|these)\s+)?(?:(?:fiscal|calendar)\s+)?years?\b"
    r"(?!\s+(?:of|in|since|before|from|after)\b)",
    re.I,
)
_PART = sought(
    rf"\b(?:the\s+)?(?P<ord>first|last|final)\s+{COUNTED}\s+(?:{UNIT}\s+)?of\s+(?:those|these|that|the)\s+"
    rf"(?:same\s+)?(?:{UNIT.replace('<unit>', '<unit2>')}|{_STRETCH})\b",
    re.I,
)
_FIRST_PART = sought(
    rf"\b(?:in|over|during|for|within)\s+(?:just\s+)?(?:the|its)\s+(?P<ord>first|opening|last|final|closing)\s+{COUNTED}"
    rf"[\s-]{UNIT}(?:\s+(?:alone|only|by\s+(?:itself|themselves)|of\s+(?:it|that|them)))?"
    r"(?=\s*[,.;:)”\"—–]|\s*$|\s+(?:it|they|there|and|ICE|the)\b)",
    re.I,
)
_THAT = sought(r"\bthat\s+(?:same\s+)?(?P<unit>week|weekend|quarter)\b", re.I)
_THE_QUARTER = sought(
    r"\b(?:in|for|during|over)\s+the\s+quarter\b"
    r"(?!-|\s+(?:of|that|since|before|after|end\w*|from|to|when|began|beginning)\b)",
    re.I,
)
_THE_START = sought(r"\bsince\s+(?:the|its)\s+(?:very\s+)?(?:beginning|start|outset|inception|launch)\b(?!\s+of)", re.I)
_LAST_TIME = sought(r"\b(?:the\s+)?(?:last|previous)\s+time(?:\s+around)?(?=,?\s+(?:it|the|they|there|that)\b)", re.I)
_HALF = sought(
    r"\b(?:the|its)\s+(?P<ord>first|second|other|last|third|fourth|final)\s+(?P<unit>half|quarter)\b(?!\s+(?:of"
    r"|in|\d))",
    re.I,
)
_THAT_ONE = re.compile(r"\s+that\b")
"""Behind "the year before" where it goes on from a year before."""


def mentions(reading: Reading, unit: Unit, last: Span, claimed: Sequence[Span]) -> list[DateMention]:
    """The phrases of a sentence that point back, resolved: as dates of kind `back`.

    `last` is the period of the claim before, `claimed` those of all claims so far, in order.
    """
    begun = [d for d in beginnings.mentions(reading, unit) if not _of_older_rule(d, last)]
    readers: list[Reader] = [
        (_BEFORE, lambda m: _before(reading, unit, m, last, begun)),
        (_COUNTED_BEFORE, lambda m: _before(reading, unit, m, last)),
        (_THIS_ONE, lambda m: _this_one(reading, unit, m)),
        (_AFTER, lambda m: _after(unit, m, reading, last)),
        (_YEAR_EARLIER, lambda m: _year_earlier(reading, unit, m, last)),
        (_NEXT, lambda m: _next(reading, unit, m)),
        (_BOTH, lambda m: together([*lengths.ranges(reading, unit), *claimed], _both(m))),
        (_EITHER, lambda m: _in_either(claimed)),
        (_EACH, lambda m: _in_each(claimed)),
        (_PART, lambda m: year_parts.part_of(reading, unit, m, last)),
        (_FIRST_PART, lambda m: year_parts.first_part(reading, unit, m, last, claimed)),
        (_THAT, lambda m: _that(reading, unit, m)),
        (_THE_QUARTER, lambda m: year_parts.the_quarter(reading, unit, claimed)),
        (_THOSE, lambda m: lengths.of_length(reading, unit, m, claimed)),
        (_SAME_HALF, lambda m: lengths.of_days(reading, unit, lengths.and_a_half(m), claimed)),
        (_SAME_YEAR, lambda m: next((s for s in reversed(claimed) if as_long(length(*s), DAYS["year"])), None)),
        (_YEARS, lambda m: lengths.of_years(reading, unit, m, last)),
        (_STRETCHES, lambda m: lengths.stated(reading, unit, m, last, claimed)),
        (_THE_START, lambda m: (min((start for start, _ in claimed if start), default=None), None)),
        (_LAST_TIME, lambda m: _time_before(last)),
        (_HALF, lambda m: year_parts.half(m, last, reading, unit)),
        (_SINCE, lambda m: _open(reading, unit, last)),
    ]
    found = read(reading, unit, readers, [(d.start, d.end) for d in begun])
    pointing = [
        DateMention(m[0], unit.start + m.start(), unit.start + m.end(), None, start, end, "back")
        for _, m, (start, end) in found
    ]
    return [*begun, *pointing, *told_ends.mentions(reading, unit, last)]


def _of_older_rule(date: DateMention, last: Span) -> bool:
    """ "Declined all but 12 under a policy that dates to 2014", of 2017 and 2018: the rule is older than the count."""
    named = date.text[:6].lower() == "under " and date.text[-1:].isdigit()
    return named and bool(last[0] and last[1] and date.period_start and date.period_start < last[0])


def _that(reading: Reading, unit: Unit, match: re.Match[str]) -> Span | None:
    """ "That week": the last stretch of its length that the text names, range or not."""
    size = {**DAYS, "weekend": 2.0}[match["unit"].lower()]
    at = unit.start + match.start()
    for date in reversed([d for d in reading.dates if d.end <= at and d.period_start and d.period_end]):
        days = length(date.period_start, date.period_end) or 0
        if abs(days - size) <= 0.03 * size + 0.5:
            return date.period_start, date.period_end
    return None


def _in_either(claimed: Sequence[Span]) -> Span | None:
    """ "None in either period": from the start of the first of the two told last to the end of the second."""
    told = list(dict.fromkeys(span for span in reversed(claimed) if span[0]))[:2]
    if len(told) < 2:
        return None
    first, second = sorted(told, key=lambda span: span[0] or "")
    return first[0], second[1]


def _in_each(claimed: Sequence[Span]) -> Span | None:
    """ "None in each year", of years told one after the other: from the first to the last."""
    years = sorted({span for span in claimed[-12:] if as_long(length(*span), DAYS["year"])}, key=lambda s: s[0] or "")
    joined = all(b[0] == day_moved(a[1] or "", 1) for a, b in pairwise(years))
    return (years[0][0], years[-1][1]) if len(years) > 1 and joined else None


def _before(
    reading: Reading, unit: Unit, match: re.Match[str], last: Span, begun: Sequence[DateMention] = ()
) -> Span | None:
    """The stretch that ends the day before the period it is set against: the sentence's, else the last claim's."""
    at = unit.start + match.start()
    own = [d for d in usable(reading, unit) if d.end <= at and d.period_start and not is_day(d)]
    own += [d for d in begun if d.end <= at and d.period_start and d.period_end]
    start, end = (own[-1].period_start, own[-1].period_end) if own else last
    said: dict[str, Any] = {"n2": None, "unit2": None, "part": None, "alone": None} | match.groupdict()
    count, measure = said["n"] or said["n2"], said["unit"] or said["unit2"] or ""
    as_of = [d for d in reading.within(reading.dates, unit.start, at) if is_day(d) and d.text[:5].lower() == "as of"]
    if said["n2"] and as_of and not own and as_of[-1].period_end:
        return reckoned(day_moved(as_of[-1].period_end, 1), number(count), measure.lower(), before=True)
    if start is None:
        return None
    if (said.get("fiscal") or said.get("fiscal2")) and not as_long(length(start, end), DAYS["year"]):
        return year_parts.fiscal_before(match, start)
    if said["n2"] and not as_long(length(start, end), number(count) * DAYS[measure.lower()]):
        return None
    size = {**DAYS, "half": DAYS["year"] / 2}.get((said["part"] or said["alone"] or "").lower())
    if size is not None and not as_long(length(start, end), size):
        return None
    if count is None:
        days = length(start, end)
        if days is None:
            return None
        months = round(days / DAYS["month"])
        count, measure = (
            (str(months), "month") if abs(months * DAYS["month"] - days) < 4 and months else (str(days), "day")
        )
    return reckoned(start, number(count), measure.lower(), before=True)


def _this_one(reading: Reading, unit: Unit, match: re.Match[str]) -> Span | None:
    """ "92 that year and 31 so far in this one", "The fiscal year ended Sept. 30. So far in the current one": the
    running year, by when the one spoken of ended."""
    published = reading.document.published
    if published is None:
        return None
    here = reading.unit_index(unit.start)
    start = unit.start if match["now"].lower() == "this" else reading.units[max(0, here - 1)].start
    told = reading.within(reading.dates, start, unit.start + match.start())
    fiscal = (d for d in reversed(told) if as_long(length(d.period_start, d.period_end), DAYS["year"]))
    last = next((d for d in fiscal if d.period_end and d.period_end[5:] != "12-31"), None)
    if last is not None and last.period_end and last.period_end < published.isoformat():
        return day_moved(last.period_end, 1), None
    if _A_YEAR.search(reading.text, start, unit.start + match.start()) is None:
        return None
    return f"{published.year}-01-01", None


def _after(unit: Unit, match: re.Match[str], reading: Reading, last: Span) -> Span | None:
    """The stretch that begins the day after the period it is set against: the sentence's, else the last claim's."""
    own = [d for d in usable(reading, unit) if d.end <= unit.start + match.start() and d.period_end]
    stop = own[-1].period_end if own else last[1]
    if stop is None:
        return None
    start = stop if own and is_day(own[-1]) else day_moved(stop, 1)
    return reckoned(start, number(match["n"]), match["unit"].lower())


def _next(reading: Reading, unit: Unit, match: re.Match[str]) -> Span | None:
    """ "214 in the year that ended Sept. 30, 2023, and 331 in the next": the year after."""
    own = [d for d in usable(reading, unit) if d.end <= unit.start + match.start() and d.period_start and d.period_end]
    if not own or not as_long(length(own[-1].period_start, own[-1].period_end), DAYS["year"]):
        return None
    return years_moved((own[-1].period_start or "", own[-1].period_end or ""), 1)


_TIMES_THAT = re.compile(r"\b(?:twice|double|triple|half)\s+(?:the\s+)?[\d,]+\s+(?:of|in)\s+$", re.I)
"""What sets a number beside that of another year: "628 in 2025, twice the 309 of 2024"."""


def _year_earlier(reading: Reading, unit: Unit, match: re.Match[str], last: Span) -> Span | None:
    """The period of the sentence, else of the last claim, a year back; "the year before" only of a whole year."""
    at = unit.start + match.start()
    text = reading.text[max(unit.start, at - 30) : at]
    if re.search(r"\bsame\b[^.;,]*$|\b\d{4}, $", text):
        return None
    told = [d for d in usable(reading, unit) if d.end <= at and d.period_start and d.period_end]
    if told and is_day(told[-1]) and _AS_OF.search(reading.text, max(0, told[-1].start - 8), told[-1].end):
        return None if match["whole"] or not told[-1].period_start else years_moved((told[-1].period_start,) * 2, -1)
    own = [d for d in told if not is_day(d) and not measured_against(reading, d, _TIMES_THAT)]
    start, end = (own[-1].period_start, own[-1].period_end) if own else last
    days = length(start, end)
    moves = not match["whole"] or _THAT_ONE.match(said(unit.span), match.end())
    if days == 1 and not told and start and end and moves:
        return years_moved((start, end), -1)
    if days is None or days < 27 or (match["whole"] and days < 360) or not start or not end:
        return None
    return years_moved((start, end), -1)


def _open(reading: Reading, unit: Unit, last: Span) -> Span | None:
    """ "None since": from where the last claim is open, else from the "since" that the text gave right before."""
    if last[0] and not last[1]:
        return last
    near = [d for d in reading.before(unit.start) if unit.start - d.end < told_ends.NEAR_SINCE]
    opened = next((d for d in reversed(near) if d.period_start and (d.kind == "since" or _began(reading, d))), None)
    return (opened.period_start, None) if opened is not None else None


def _began(reading: Reading, date: DateMention) -> bool:
    """ "Tate, who took over in June 2020, stopped the practice": something began or ended then."""
    token = token_of(reading, date)
    verb = verb_of(token) if token is not None else None
    return verb is not None and verb.lemma_.lower() in words("beginnings") and can_date(reading, date)


def _both(match: re.Match[str]) -> float:
    """The days of "both years", "all three years"."""
    return number(match["all"]) * DAYS[match["units"].lower()] if match["all"] else 2 * DAYS[match["unit"].lower()]


def _time_before(last: Span) -> Span | None:
    """ "Last time it was 80": the period of a report, a year back where it is a year."""
    start, end = last
    return years_moved((start, end), -1) if start and end and as_long(length(start, end), DAYS["year"]) else None
