"""When a number holds: the period of its own sentence, else the one that earlier sentences on the same count gave.

`dating` says which dates may date a count at all, `backward` reads phrases that point back, `setting` and
`carrying` what reaches over sentences; here each number takes its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.claims import backward, happened, rows, spoken
from extract.claims.clauses import opens_clause, other_clause, same_clause, token_of, verb_of
from extract.claims.comparing import STANDARD, breaks, changed_from, compares, measured_against, taken_by_comparison
from extract.claims.dating import Span, is_day, is_short, spoken_when, usable, year_before
from extract.claims.extent import NOTHING, Period, opened, union
from extract.claims.frames import Frame
from extract.claims.meant import as_period, as_spoken, of_normalized
from extract.claims.parted import parted_ranges
from extract.claims.reading import Reading, Unit
from extract.claims.setting import above, context, of_told
from extract.model import DateMention

SURE = frozenset({"since", "range"})
"""Kinds of dates that say all of what their wording means, whatever else may be read into a part of it."""

_PART_OF_YEAR = re.compile(r"\b(?:start|beginning|end|turn)\s+of\s+(\d{4})\b", re.I)
_JOINT = re.compile(
    r"(?:\s+that)?\s*(?:,(?:[^,;.\d]{3,60},)?|:|—|–|\b(?:at|was|were|is|had|saw|brought|it was|there were))\s*"
    r"(?:(?:about|nearly|only|just)\s+)?"
    r"|\s+(?:(?:about|nearly|only|just|some|roughly|almost)\s+)?"
)
_AS_OF_DAY = re.compile(r",?\s+as\s+of\s+[\w. ,]+", re.I)
"""The day to which the year before it is told: "38 in 2026 as of Tuesday"."""
_JOINED_TO = re.compile(r"(?:\s+[a-z]+){0,2}\s+(?:in|for|during|over)\s+|(?:\s+[a-z]+){0,2}\s+(?=(?:from|between)\b)")
"""What makes a date that of the number before it: "91 detainers in 2025: 12 in the first quarter"."""
_NEXT_DATE = re.compile(r"(?:\band|,|;)\s+(?:(?:in|during|over|for)\s+)?$")
"""What leads to the next date of a row whose dates stand first: "In 2023 it got 37 detainers, in 2024 29"."""
_ANY_OF = re.compile(r"\s+(?:[a-z]+\s+){0,4}(?:any|one|either|a single one)\s+of\s+(?:the|its|their|those|these)\s+")
"""What joins a "no" to the whole of which it is none: "took no action on any of the 57"."""
_PAIR = re.compile(r"\s+(?:[a-z]+\s+)?and\s+")
"""What joins two numbers of one date: "against 1,512 and 461 in 2022"."""
_AND_THEN = re.compile(r",?\s+(?:and|plus|with)\s+(?:in\s+)?")
_SINCE_WHAT = re.compile(r"since\s+[a-z]+\s+[a-z]", re.I)
"""A "since" with a clause: "since the president took office" is no clause of its own."""
_HAS_SINCE = re.compile(r"(?:has|have|had)\s", re.I)
"""What dates only the numbers behind it: "45 were let out, and officers have since arrested 12"."""
_LABELS = re.compile(r"\s*[:=]\s*(?:about |some |nearly )?\d")
_THE_N_OF = re.compile(r"(?<!of )\bthe\s+\d[\d,]*\s+of\s+$")
_IN_BRACKETS = re.compile(r"[(;]\s*$")
"""What makes of a date the label of the number behind it: "148 (FY 2023: 117)"."""

__all__ = [
    "NOTHING",
    "Period",
    "above",
    "compares",
    "context",
    "is_day",
    "is_short",
    "of_told",
    "own",
    "union",
    "usable",
]


def own(
    reading: Reading,
    unit: Unit,
    frame: Frame,
    neighbours: Sequence[Frame],
    measure: str,
    last: Period,
    claimed: Sequence[Span] = (),
) -> Period:
    """The period that the sentence itself gives the number.

    `neighbours` are the numbers of the sentence that count something, in order; each takes the date that follows it
    before the next number, else one that stands before it, else one that follows the whole series. `last` is the
    period of the claim before, `claimed` those of all claims so far.
    """
    when = _chosen(reading, unit, frame, neighbours, measure, last, claimed)
    return as_spoken(reading, unit, frame, when)


def _chosen(
    reading: Reading,
    unit: Unit,
    frame: Frame,
    neighbours: Sequence[Frame],
    measure: str,
    last: Period,
    claimed: Sequence[Span],
) -> Period:
    if since := _since_then(reading, unit, frame) or _when(reading, unit, frame):
        return since
    dates = [
        year_before(reading, unit, d, measure, frame)
        for d in _dates(reading, unit, last, claimed)
        if not _of_the_number(reading, d, frame)
        and not spoken_when(reading, d, measure, frame)
        and same_clause(reading, d, frame)
    ]
    if not dates:
        return NOTHING
    if (paired := rows.respectively(reading, unit, frame, neighbours, dates)) is not None:
        return as_period(reading, paired, last, claimed)
    at, comparing = frame.count.end, compares(reading, frame)
    order = [f for f in neighbours if f.count.start != frame.count.start]
    if frame.partitive or frame.count.form in {"all", "any"}:
        order = [f for f in order if not (f.of_number and 0 < f.count.start - at < 30)]
    order = [f for f in order if not _ANY_OF.fullmatch(reading.text, at, max(at, f.count.start))]
    if comparing:
        order = [f for f in order if not _PAIR.fullmatch(reading.text, at, max(at, f.count.start))]
    nxt = min((f.count.start for f in order if f.count.start > at), default=unit.end)
    following = [d for d in dates if at <= d.start < nxt and not breaks(reading, at, d.start)]
    following = [d for d in following if not opens_clause(reading, d, at) and not _labels(reading, d, nxt)]
    following = [d for d in following if not (d.kind == "back" and _HAS_SINCE.match(d.text))]
    if not comparing:
        following = [d for d in following if not (measured_against(reading, d, STANDARD) or changed_from(reading, d))]
        far = following and _is_far(reading, frame, following[0])
        if far and any(d.end <= frame.count.start for d in dates):
            following = []
    if following and _dates_lead(reading, frame, following[0], dates, order):
        following = []
    if following:
        return _whole(reading, following[0], last, claimed, dates, order)
    if comparing:
        return NOTHING
    preceding = [
        d
        for d in dates
        if d.end <= frame.count.start and not (taken_by_comparison(reading, d, order) or changed_from(reading, d))
    ]
    if len(preceding) > 1 and _AS_OF_DAY.fullmatch(reading.text, preceding[-2].end, preceding[-1].end):
        preceding.pop()
    if preceding:
        return _whole(reading, preceding[-1], last, claimed, dates, order)
    later = [
        d
        for d in dates
        if d.start >= nxt
        and not other_clause(reading, d, frame)
        and not taken_by_comparison(reading, d, order)
        and not changed_from(reading, d)
        and not re.search(r"[;:]", reading.text[at : d.start])
    ]
    if not later and (parts := rows.of_parts(reading, unit, frame, dates)).known:
        return parts
    return _whole(reading, later[0], last, claimed, dates, order) if later else NOTHING


def _of_the_number(reading: Reading, date: DateMention, frame: Frame) -> bool:
    """ "78,829, an increase of a fifth on the 65,940 of 2021": the date is that of the number right before it."""
    number = _THE_N_OF.search(reading.text, max(0, date.start - 20), date.start)
    return number is not None and number.start() >= frame.count.end


def _labels(reading: Reading, date: DateMention, before: int) -> bool:
    """ "148 (FY 2023: 117; FY 2022: 64)": the date is the label of the number that follows it."""
    label = _LABELS.match(reading.text, date.end)
    if not _IN_BRACKETS.search(reading.text, max(0, date.start - 3), date.start):
        return False
    return label is not None and label.end() - 1 <= before


def _is_far(reading: Reading, frame: Frame, date: DateMention) -> bool:
    """Whether a date behind a number is of another clause, or too far from it to be surely its own."""
    if date.kind == "since" and date.start - frame.count.end <= 40 and _SINCE_WHAT.match(date.text):
        return False
    if other_clause(reading, date, frame):
        return True
    if date.start - frame.count.end <= 70:
        return False
    token, own = token_of(reading, date), verb_of(frame.node)
    return token is None or own is None or verb_of(token) != own


def _dates_lead(
    reading: Reading, frame: Frame, date: DateMention, dates: Sequence[DateMention], order: Sequence[Frame]
) -> bool:
    """Whether each date stands right before its number: "the figure for 2017 at 163 and for 2018 at 149"."""

    def led(before: DateMention, count: Frame) -> bool:
        return bool(_JOINT.fullmatch(reading.text, before.end, count.count.start))

    first = min(dates, key=lambda d: d.start)
    numbers = [frame, *order]
    joined = (_JOINED_TO.match(reading.text, f.count.end) for f in numbers)
    if any(match is not None and match.end() == first.start for match in joined):
        return False
    before = [d for d in dates if d.end <= frame.count.start]
    row = _NEXT_DATE.search(reading.text, max(frame.count.end, date.start - 14), date.start)
    return any(led(date, f) for f in order) and (any(led(d, frame) for d in before) or bool(row and before))


def _dates(reading: Reading, unit: Unit, last: Period, claimed: Sequence[Span]) -> list[DateMention]:
    """The usable dates of a sentence with those that point back; where both read one place, the longer."""
    sure = [d for d in reading.within(reading.dates, unit.start, unit.end) if d.kind in SURE]
    pointing = [
        b
        for b in backward.mentions(reading, unit, (last.start, last.end), claimed)
        if not any(d.start <= b.start and b.end <= d.end and (d.start, d.end) != (b.start, b.end) for d in sure)
    ]
    told = [
        m
        for m in spoken.mentions(reading, unit, (last.start, last.end), claimed)
        if not any(
            (d.start <= m.start and m.end <= d.end) or m.start < d.start < m.end < d.end for d in [*sure, *pointing]
        )
    ]
    pointing = [b for b in pointing if not any(m.start <= b.start and b.end <= m.end for m in told)] + told
    pointing += parted_ranges(reading, unit)
    plain = [d for d in usable(reading, unit) if not any(d.start < b.end and b.start < d.end for b in pointing)]
    return sorted([*plain, *pointing], key=lambda d: d.start)


def _whole(
    reading: Reading,
    date: DateMention,
    last: Period,
    claimed: Sequence[Span],
    dates: Sequence[DateMention],
    order: Sequence[Frame],
) -> Period:
    """A date with what its sentence adds to it: the other year of "in 2023 and 2024", the start of an end."""
    when = as_period(reading, date, last, claimed)
    if (several := rows.listed(reading, date, dates, order)) is not None:
        return several
    for other in dates:
        joint = reading.text[date.end : other.start] if other.start > date.end else reading.text[other.end : date.start]
        if rows.adjoin(date, other) and _AND_THEN.fullmatch(joint):
            return Period(date.period_start, other.period_end, when.text, "both")
        if (
            date.kind == other.kind
            and date.kind in {"point", "fiscal_year"}
            and not is_day(date)
            and re.fullmatch(r",?\s+and\s+", joint)
            and not _in_two_clauses(reading, *sorted((date, other), key=lambda d: d.start))
            and not rows.each_its_own(reading, min(date.start, other.start), order)
        ):
            return Period(
                min(when.start or "", other.period_start or "") or None,
                max(when.end or "", other.period_end or "") or None,
                other.text if other.start < date.start else when.text,
                "both",
            )
    return opened(reading, when, date, dates)


def _in_two_clauses(reading: Reading, first: DateMention, second: DateMention) -> bool:
    """ "It logged nine in May, and this month there were none": no pair, the second begins a clause."""
    token = token_of(reading, first)
    verb = verb_of(token) if token is not None else None
    return verb is not None and verb.idx < first.start and opens_clause(reading, second, first.end)


def _since_then(reading: Reading, unit: Unit, frame: Frame) -> Period | None:
    """ "stopped honoring them on Jan. 1, 2024, and has honored none since": open from the date before."""
    if not re.match(
        r"[^.;,]{0,40}(?<!days\s)(?<!weeks\s)(?<!months\s)(?<!years\s)(?<!year\s)\bsince(?:\s+then)?\s*[,.;”\"]",
        reading.text[frame.count.end : unit.end],
    ):
        return None
    before = [d for d in usable(reading, unit) if d.end <= frame.count.start and d.period_start]
    if not before:
        return None
    date = happened.from_its_end(reading, before[-1])
    return Period(date.period_start, None, date.text, "since then")


def _spell(date: DateMention) -> Span | None:
    """What a "since" names: its year, month or day; the year where it names an edge or a part of it."""
    year = _PART_OF_YEAR.search(date.text)
    return of_normalized(year[1] if year is not None else date.normalized or "") or (
        (date.period_start, date.normalized.partition("/")[2]) if date.normalized and "/" in date.normalized else None
    )


def _when(reading: Reading, unit: Unit, frame: Frame) -> Period | None:
    """ "The fewest since 2012, when it honored 12": in that year, not since."""
    for date in reading.within(reading.dates, unit.start, frame.count.start):
        here = re.match(r",?\s+when\b[^;.,]*$", reading.text[date.end : frame.count.start])
        behind = [d for d in usable(reading, unit) if d.kind == "since" and d.start >= frame.count.end]
        if date.kind == "since" and here and not behind and (span := _spell(date)):
            return Period(*span, date.text, "when")
    return None
