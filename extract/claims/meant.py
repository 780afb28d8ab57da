"""What a date means as a period of a count: what it points back to, where it ends, whether a forecast is meant."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.claims.clauses import token_of, verb_of
from extract.claims.dating import Span, can_date, is_day, is_short, length
from extract.claims.extent import Period
from extract.claims.frames import Frame
from extract.claims.period_words import words
from extract.claims.reading import Reading, Unit
from extract.claims.stretches import DAYS, as_long, day_moved, years_moved
from extract.dates import spans
from extract.model import DateMention

_EXPECTED = re.compile(
    r"\b(?:will|would|on (?:pace|track|course)|expects?|expected|projects?|projected|estimates?|forecasts?|predicts?"
    r"|headed for|likely to|could|may|might)\b(?!\s+have\b)[^.;]*$",
    re.I,
)
_CURRENT = re.compile(r"\b(?:this|the current|its current)\s+(?:fiscal|budget)\s+year\b", re.I)


_SAME_OF = re.compile(r"(?:the|that|those)\s+same\s+(?!year)[^.;,]*\b(?P<year>\d{4})$", re.I)
_YEAR_AGO = re.compile(r"(?:a|one) year ago", re.I)
"""Said of a report on last year: the report before it was on the year before."""
_YEAR_ALONE = re.compile(r"(?:in\s+)?(?:calendar\s+(?:year\s+)?)?\d{4}", re.I)
_BEFORE_RULE = re.compile(
    r"\b([Bb]efore)\s+(?:the|a|an|its|his|her|their|that|this|[A-Z][\w’']*)\s[^.;,]{0,40}?"
    r"\b(?:took|went\s+into|came\s+into)\s+(?:effect|force|office|over)\s+(?:on\s+|in\s+)?$"
)
"""Before the day on which something changed: "before Sheriff Pell took office in"."""
_UNTIL_YEAR = re.compile(r"(?:up\s+)?(?:until|till)\s+(\d{4})", re.I)
"""A year that has nothing of what went on before it: "60 to 70 requests a year until 2017"."""
_PART_OF = re.compile(r"\b(?:first|second|third|fourth|last|final)\b[^.;]*\bof\b", re.I)


def as_spoken(reading: Reading, unit: Unit, frame: Frame, when: Period) -> Period:
    """The year that is running, open where a count has been made so far, closed where the whole of it is forecast."""
    if not when.start or not when.text:
        return when
    if when.start == when.end and re.match(r"as of\b", when.text, re.I) and _perfect(frame):
        return replace(when, start=None)
    expected = bool(_EXPECTED.search(reading.text[unit.start : frame.count.start]))
    if expected and when.end is None and re.fullmatch(r"this year", when.text, re.I):
        return replace(when, end=f"{when.start[:4]}-12-31")
    if not expected and _perfect(frame) and _runs(reading, unit, when):
        return replace(when, end=None)
    if not expected and _CURRENT.search(when.text) and not _PART_OF.search(when.text):
        return replace(when, end=None)
    return when


def _runs(reading: Reading, unit: Unit, when: Period) -> bool:
    """ "It has got 38 in 2026", told in March of that year: the year goes on."""
    published, year = reading.document.published, (when.start or "")[:4]
    if published is None or not when.text or not _YEAR_ALONE.fullmatch(when.text) or int(year) != published.year:
        return False
    if not re.search(rf"\b[Ii]n\s+{year}\b", reading.text[unit.start : unit.end]):  # the label of a row is none
        return False
    return when.start == f"{year}-01-01" and when.end == f"{year}-12-31" and published.month < 12


def _perfect(frame: Frame) -> bool:
    """ "As of May 31 it had received 274 and honored 12": what was counted up to a day, not on it."""
    verb = verb_of(frame.node)
    verbs = [verb, verb.head] if verb is not None and verb.dep_ == "conj" else [verb]
    return any(
        c.dep_ == "aux" and c.lower_ in {"had", "have", "has", "’ve", "'ve"}
        for v in verbs
        if v is not None
        for c in v.children
    )


def _beyond(date: DateMention, lead: str) -> Period | None:
    """ "Before July", "after 2015": up to the day before, from the day after."""
    way = re.search(r"\b(before|prior to|after)\s+(?:the\s+)?$", lead, re.I) or _BEFORE_RULE.search(lead)
    if way is None or not date.period_start or not date.period_end:
        return None
    text = f"{way[1]} {date.text}"
    if way[1].lower() != "after":
        return Period(None, day_moved(date.period_start, -1), text, "before")
    return Period(date.period_end if is_day(date) else day_moved(date.period_end, 1), None, text, "after")


def as_period(reading: Reading, date: DateMention, last: Period, claimed: Sequence[Span] = ()) -> Period:
    pointing = (
        date.kind == "anaphoric"
        and last.known
        and not is_day(date)
        and not re.search(r"\d{4}|earlier|before|last|previous|prior", date.text)
    )
    if pointing and (back := _a_year_back(reading, date, last)):
        return Period(*back, date.text, "same, a year back")
    if (
        date.kind == "point"
        and _YEAR_AGO.fullmatch(date.text)
        and (date.period_start, date.period_end) == (last.start, last.end)
    ):
        return Period(*(years_moved((last.start or "", last.end or ""), -1) or (None, None)), date.text, "a year back")
    if date.kind == "anaphoric" and (moved := _in_that_year(reading, date, last)):
        return Period(*moved, date.text, "same, in its year")
    if date.kind == "range" and (back := _year_ago(reading, date)):
        return Period(*back, date.text, "a year back")
    if pointing and (named := _of_its_length(reading, date, last, claimed)):
        return Period(*named, date.text, "same")
    if pointing and _just_said(reading, date):
        return Period(date.period_start, date.period_end, date.text, "same")
    if pointing and (
        re.match(r"that (?:year|period|time|span)\b", date.text, re.I)
        or (
            re.match(r"(?:the (?:same )?year$|(?:the|that|this)\s+same\b)", date.text, re.I)
            and (date.period_start, date.period_end) not in claimed
        )
    ):
        return Period(last.start, last.end, date.text, "same")
    if date.kind == "anaphoric" and date.period_start and date.period_end is None and (end := _same_day(reading, date)):
        return Period(date.period_start, end, date.text, "same")
    if date.kind == "through" and (whole := _whole_year(date)):
        return Period(*whole, date.text, "sentence")
    if date.kind == "through" and (year := _UNTIL_YEAR.fullmatch(date.text)):
        return Period(date.period_start, f"{int(year[1]) - 1}-12-31", date.text, "sentence")
    lead = reading.text[max(0, date.start - 70) : date.start]
    if date.kind == "point" and (beyond := _beyond(date, lead)) is not None:
        return beyond
    if (
        date.kind == "point"
        and not is_day(date)
        and (clause := re.search(r"\bsince\s+(?:[\w’']+\s+){0,7}$", lead, re.I))
        and "." not in clause[0]
    ):
        return Period(date.period_start, None, date.text, "since")
    return Period(date.period_start, date.period_end, date.text, "back" if date.kind == "back" else "sentence")


_YEARS = re.compile(r"(?:the|those|these)\s+same\s+years\b", re.I)
_THAT_YEAR = re.compile(r"that (?:same )?year", re.I)
YEARS = 700
"""Days from which a period is of several years."""
_UNIT = re.compile(r"(?:the|that|this)\s+same\s+(?P<unit>week|month|quarter)\b", re.I)


def _of_its_length(reading: Reading, date: DateMention, last: Period, claimed: Sequence[Span]) -> Span | None:
    """ "The same week" where the period spoken of last is no week: the last one that was; "the same years" the last
    that were several."""
    unit = _UNIT.match(date.text)
    if _YEARS.match(date.text):
        spans = [(last.start, last.end), *reversed(claimed)]
        return next((span for span in spans if (length(*span) or 0) >= YEARS), None)
    if _THAT_YEAR.fullmatch(date.text) and (length(last.start, last.end) or 99) <= 31:
        return next((span for span in reversed(claimed) if as_long(length(*span), DAYS["year"])), None)
    if unit is None or as_long(length(last.start, last.end), DAYS[unit["unit"].lower()]):
        return None
    told = [(d.period_start, d.period_end) for d in reversed(reading.before(date.start)) if can_date(reading, d)]
    known = [*reversed(claimed), *told]
    return next((span for span in known if as_long(length(*span), DAYS[unit["unit"].lower()])), None)


def _year_ago(reading: Reading, date: DateMention) -> Span | None:
    """ "A year ago, from January through March": the months, a year back."""
    lead = reading.text[max(0, date.start - 20) : date.start]
    if not date.period_start or not date.period_end or re.search(r"\d{4}|year", date.text):
        return None
    ago = re.search(r"\b(?:a|one) year (?:ago|earlier|before),?\s+$", lead, re.I)
    return years_moved((date.period_start, date.period_end), -1) if ago else None


def _a_year_back(reading: Reading, date: DateMention, last: Period) -> Span | None:
    """ "A year ago, over the same five months": the period spoken of, a year back."""
    unit = reading.unit_at(date.start)
    if unit is None or not last.start or not last.end:
        return None
    said = r"\b(?:(?:a|one) year (?:ago|earlier|before)\b|the year before,)"
    if not re.search(said, reading.text[unit.start : unit.end], re.I):
        return None
    return years_moved((last.start, last.end), -1)


def _whole_year(date: DateMention) -> Span | None:
    """ "By fiscal 2016 the figure had sunk": the year itself, as the dates give it."""
    if not re.match(r"by\b", date.text, re.I) or not date.normalized:
        return None
    if re.fullmatch(r"\d{4}", date.normalized):
        return f"{date.normalized}-01-01", f"{date.normalized}-12-31"
    start, _, end = date.normalized.partition("/")
    return (start, end) if (length(start, end) or 0) > 360 else None


def _same_day(reading: Reading, date: DateMention) -> str | None:
    """The end of "the same period of 2016" where this year's is still open: the day of publication, that year."""
    published = reading.document.published
    year = int((date.period_start or "0")[:4])
    if published is None or year >= published.year:
        return None
    end = spans.shift_years(spans.at(published), year - published.year).end
    stops = end.isoformat() if end else None  # "the same months" of a time that began later that year: still open
    return stops if stops and stops > (date.period_start or "") else None


def _just_said(reading: Reading, date: DateMention) -> bool:
    """Whether what a date points back to stands in the sentence or so before it, and is no side remark."""
    for near in reading.dates:
        if (
            near.end <= date.start < near.end + 160
            and can_date(reading, near)
            and near.kind in {"point", "since", "through"}
            and (
                (near.period_start, near.period_end) == (date.period_start, date.period_end)
                or _of_that_year(near, date)
            )
        ):
            token = token_of(reading, near)
            verb = verb_of(token) if token is not None else None
            said = is_short(near) and verb is not None and verb.lemma_.lower() in words("telling")
            return verb is None or not (said or verb.lemma_.lower() in words("remarks"))
    return False


def _in_that_year(reading: Reading, date: DateMention, last: Period) -> Span | None:
    """ "In the same span of 2024" where the dates know of but a year or a month: that of the last claim, moved."""
    named = _SAME_OF.match(date.text)
    days = length(last.start, last.end)
    unit = reading.unit_at(date.start)
    if named is None or days is None or days >= 360 or unit is None:
        return None
    own = any(d.period_start for d in reading.within(reading.dates, unit.start, date.start))
    if own or 31 < (length(date.period_start, date.period_end) or 0) < 360 or days <= 31:
        return None
    return years_moved((last.start or "", last.end or ""), int(named["year"]) - int((last.start or "0")[:4]))


def _of_that_year(near: DateMention, date: DateMention) -> bool:
    """ "It changed in the summer of 2021. That year it honored 88", "the binder goes back to 2021": a part of the year
    that is meant, or one that begins or ends with it."""
    year = (date.period_start or "")[:4]
    if date.text.lower() == "that year" and near.kind == "since" and near.period_start == date.period_start:
        return True
    side = near.period_end if near.kind == "through" else near.period_start
    whole = re.fullmatch(r"(?:that|the (?:whole|full|entire)) year", date.text, re.I)
    return whole is not None and year in near.text and (side or "").startswith(year)


def of_normalized(written: str) -> Span | None:
    """First and last day of a year, month or day as the dates write it."""
    parts = [int(part) for part in re.findall(r"\d+", written)]
    span = (
        spans.year(*parts) if len(parts) == 1 else spans.month(*parts) if len(parts) == 2
        else spans.day(*parts) if len(parts) == 3 else None
    )  # fmt: skip
    return (span.start.isoformat(), span.end.isoformat()) if span and span.start and span.end else None
