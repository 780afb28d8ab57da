"""When a number holds: the period of its own sentence, else the one that earlier sentences on the same count gave.

`dating` says which dates may date a count at all, `backward` reads phrases that point back; here each number takes its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extract.claims import backward
from extract.claims.backward import Span
from extract.claims.dating import (
    REMARKS,
    is_day,
    is_short,
    other_clause,
    same_clause,
    spoken_when,
    token_of,
    usable,
    verb_of,
)
from extract.claims.frames import Frame
from extract.claims.reading import Reading, Unit
from extract.model import Claim, DateMention

__all__ = ["NOTHING", "Period", "carried", "compares", "context", "is_day", "own", "union", "usable"]

COMPARISON = re.compile(
    r"\b(?:(?:up|down)\s+(?:sharply\s+|slightly\s+)?from|compared\s+(?:with|to)|against|versus|vs\.?|than|from)\s+"
    r"(?:(?:only|just|about|roughly|nearly|some|the|a|an|more than|fewer than|an estimated)\s+)*$", re.I,
)  # fmt: skip
_MEASURED_AGAINST = re.compile(
    r"\b(?:triple|double|quadruple|twice|half|than|times|above|below|from|in contrast to|compared (?:with|to))\s+"
    r"(?:what it was\s+|that of\s+|those of\s+|the (?:total|number|figure|count) (?:for|of|in)\s+)?(?:(?:in|during|for)\s+)?(?:all\s+of\s+|the\s+whole\s+of\s+)?$", re.I,
)  # fmt: skip
_STANDARD = re.compile(
    r"\b(?:than|compared (?:with|to)|in contrast to)\s+(?:the (?:total|number|figure|count) (?:for|of|in)\s+)?(?:(?:in|during|for)\s+)?(?:all\s+of\s+|the\s+whole\s+of\s+)?$",
    re.I,
)
"""The same, for a date right behind a number."""
FIGURES = frozenset(
    {"number", "figure", "count", "report", "data", "tally", "statistic", "total", "record", "ledger", "letter"}
)
SETTING = frozenset(
    {
        "cover",
        "span",
        "include",
        "come",
        "ask",
        "review",
        "examine",
        "study",
        "inquire",
        "look",
        "turn",
        "concern",
        "run",
        "want",
    }
)
"""Verbs that set a period for what follows: "the report covers 2024", "asked about 2024", "then came 2024"."""
VAGUE = re.compile(
    r"\b(?:over|in|during|for|across)\s+(?:the|its|his|her|their)\s+(?:(?:past|last|first|whole|previous|next)\s+)*(?:\w+\s+)?(?:years|months|weeks|terms?|tenure)\b",
    re.I,
)
"""A period that the sentence names and no date resolves: nothing else may stand in for it."""


@dataclass(frozen=True)
class Period:
    """Start and end as ISO dates, None where open or unknown; `text` is the wording, None where carried over."""

    start: str | None = None
    end: str | None = None
    text: str | None = None
    rule: str = "none"

    @property
    def known(self) -> bool:
        return self.start is not None or self.end is not None


NOTHING = Period()


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

    `neighbours` are the numbers of the sentence that count something, in order; each takes the date that follows it before
    the next number, else one that stands before it, else one that follows the whole series. `last` is the period of the
    claim before, `claimed` those of all claims so far.
    """
    if since := _since_then(reading, unit, frame):
        return since
    dates = [
        d
        for d in _dates(reading, unit, last, claimed)
        if not spoken_when(reading, d, measure) and same_clause(reading, d, frame)
    ]
    if not dates:
        return NOTHING
    if (paired := _respectively(reading, unit, frame, neighbours, dates)) is not None:
        return _as_period(reading, paired, last, claimed)
    at, comparing = frame.count.end, compares(reading, frame)
    order = [f for f in neighbours if f.count.start != frame.count.start]
    if frame.partitive or frame.count.form == "any":
        order = [f for f in order if not (f.of_number and 0 < f.count.start - at < 30)]
    nxt = min((f.count.start for f in order if f.count.start > at), default=unit.end)
    following = [d for d in dates if at <= d.start < nxt and not _breaks(reading, at, d.start)]
    if not comparing:
        following = [d for d in following if not _measured_against(reading, d, _STANDARD)]
        if following and following[0].start - at > 70 and any(d.end <= frame.count.start for d in dates):
            following = []
    if following:
        return _whole(reading, following[0], last, claimed, dates, order)
    if comparing:
        return NOTHING
    preceding = [d for d in dates if d.end <= frame.count.start and not _taken_by_comparison(reading, d, order)]
    if preceding:
        return _whole(reading, preceding[-1], last, claimed, dates, order)
    later = [
        d
        for d in dates
        if d.start >= nxt
        and not other_clause(reading, d, frame)
        and not _taken_by_comparison(reading, d, order)
        and ";" not in reading.text[at : d.start]
    ]
    return _whole(reading, later[0], last, claimed, dates, order) if later else NOTHING


def _dates(reading: Reading, unit: Unit, last: Period, claimed: Sequence[Span]) -> list[DateMention]:
    """The usable dates of a sentence with those that point back; where both read one place, the longer."""
    pointing = backward.mentions(reading, unit, (last.start, last.end), claimed)
    plain = [d for d in usable(reading, unit) if not any(d.start < b.end and b.start < d.end for b in pointing)]
    return sorted([*plain, *pointing], key=lambda d: d.start)


def _respectively(
    reading: Reading, unit: Unit, frame: Frame, neighbours: Sequence[Frame], dates: Sequence[DateMention]
) -> DateMention | None:
    """ "40 and 52 in 2023 and 2024", "agreed to 12 and 19 of them, respectively": the first number has the first date."""
    text = reading.text
    row = [frame]
    for near in sorted((f for f in neighbours if f.count.start > frame.count.start), key=lambda f: f.count.start):
        if re.fullmatch(r"(?:\s+\w+){0,2}(?:,|,?\s+and)\s+", text[row[-1].count.end : near.count.start]):
            row.append(near)
    for near in sorted((f for f in neighbours if f.count.start < frame.count.start), key=lambda f: -f.count.start):
        if re.fullmatch(r"(?:\s+\w+){0,2}(?:,|,?\s+and)\s+", text[near.count.end : row[0].count.start]):
            row.insert(0, near)
    after = [d for d in dates if d.start >= row[-1].count.end]
    listed = after[: len(row)]
    close = len(listed) == len(row) > 1 and all(
        re.fullmatch(r"(?:,|,?\s+and)\s+(?:in\s+|for\s+)?", text[a.end : b.start])
        for a, b in zip(listed, listed[1:], strict=False)
    )
    if len(row) < 2 or not (close or "respectively" in text[row[-1].count.end : unit.end]):
        return None
    series = listed if close else list(dates)
    return series[row.index(frame)] if len(series) == len(row) else None


def _whole(
    reading: Reading,
    date: DateMention,
    last: Period,
    claimed: Sequence[Span],
    dates: Sequence[DateMention],
    order: Sequence[Frame],
) -> Period:
    """A date with what its sentence adds to it: the other year of "in 2023 and 2024", the start of an end."""
    when = _as_period(reading, date, last, claimed)
    for other in dates:
        joint = reading.text[date.end : other.start] if other.start > date.end else reading.text[other.end : date.start]
        if (
            date.kind == other.kind == "point"
            and not is_day(date)
            and re.fullmatch(r",?\s+and\s+", joint)
            and not any(f.count.start > min(date.start, other.start) for f in order)
        ):
            return Period(
                min(when.start or "", other.period_start or "") or None,
                max(when.end or "", other.period_end or "") or None,
                when.text,
                "both",
            )
    return _opened(reading, when, date, dates)


def _opened(reading: Reading, period: Period, date: DateMention, dates: Sequence[DateMention]) -> Period:
    """ "Since Jan. 6 ... by July 31", "through May": an end takes the start that its sentence gives, else the start of its year."""
    if period.start is not None or period.end is None:
        return period
    starts = [d for d in dates if d.period_start and d.period_start < period.end and (d.kind == "since" or is_day(d)) and re.search(
        r"\bsince\b[^.;,]{0,50}$", reading.text[max(0, d.start - 60) : d.start] + (d.text[:5] if d.kind == "since" else ""), re.I)]  # fmt: skip
    if starts:
        return Period(starts[0].period_start, period.end, period.text, period.rule)
    if not re.match(r"through\b", date.text, re.I):
        return period
    whole_year = period.end.endswith("-12-31")
    return period if whole_year else Period(f"{period.end[:4]}-01-01", period.end, period.text, "year to date")


def _since_then(reading: Reading, unit: Unit, frame: Frame) -> Period | None:
    """ "stopped honoring them on Jan. 1, 2024, and has honored none since": open from the date before."""
    if not re.match(r"[^.;,]{0,40}\bsince(?:\s+then)?\s*[,.;”\"]", reading.text[frame.count.end : unit.end]):
        return None
    before = [d for d in usable(reading, unit) if d.end <= frame.count.start and d.period_start]
    return Period(before[-1].period_start, None, before[-1].text, "since then") if before else None


def compares(reading: Reading, frame: Frame) -> bool:
    """Whether the number is what another is measured against ("up from 17")."""
    before = reading.text[max(0, frame.count.start - 48) : frame.count.start]
    return bool(COMPARISON.search(before)) and not re.search(
        r"\b(?:more|fewer|less|better|greater|other)\s+than\s+$", before
    )


def _breaks(reading: Reading, start: int, end: int) -> bool:
    gap = reading.text[start:end]
    return ";" in gap or bool(re.search(r"\b(?:but|while|whereas|although)\b", gap))


def _measured_against(reading: Reading, date: DateMention, words: re.Pattern[str] = _MEASURED_AGAINST) -> bool:
    """Whether a date stands for the count of that time: "more than in all of last year"."""
    lead = re.match(r"in\s+all\s+of\s+|all\s+of\s+|in\s+|during\s+", date.text, re.I)
    start = date.start + (lead.end() if lead else 0)
    return bool(words.search(reading.text[max(0, start - 50) : start]))


def _taken_by_comparison(reading: Reading, date: DateMention, others: Sequence[Frame]) -> bool:
    """Whether a date belongs to a number like "17" of "up from 17 in 2023"."""
    if reading.text[date.end : date.end + 6] == ", when":
        return False
    if _measured_against(reading, date):
        return True
    before = [f for f in others if f.count.end <= date.start]
    return bool(before) and compares(reading, before[-1])


def _as_period(reading: Reading, date: DateMention, last: Period, claimed: Sequence[Span] = ()) -> Period:
    known = (date.period_start, date.period_end) in claimed
    pointing = (
        date.kind == "anaphoric"
        and last.known
        and not re.search(r"\d{4}|earlier|before|last|previous|prior", date.text)
    )
    if pointing and _just_said(reading, date):
        return Period(date.period_start, date.period_end, date.text, "same")
    if pointing and (
        re.match(r"that (?:year|period|time|span)\b", date.text, re.I)
        or (not known and re.match(r"(?:the (?:same )?year$|(?:the|that|this)\s+same\b)", date.text, re.I))
    ):
        return Period(last.start, last.end, date.text, "same")
    lead = reading.text[max(0, date.start - 70) : date.start]
    if (
        date.kind == "point"
        and not is_day(date)
        and re.search(r"\bsince\s+(?:\w+\s+){0,6}$", lead)
        and "." not in lead[lead.rfind("since") :]
    ):
        return Period(date.period_start, None, date.text, "since")
    return Period(date.period_start, date.period_end, date.text, "back" if date.kind == "back" else "sentence")


def _just_said(reading: Reading, date: DateMention) -> bool:
    """Whether what a date points back to stands in the sentence or so before it, and is no side remark."""
    for near in reading.dates:
        if (
            near.end <= date.start < near.end + 160
            and (near.period_start, near.period_end) == (date.period_start, date.period_end)
            and near.kind == "point"
        ):
            token = token_of(reading, near)
            verb = verb_of(token) if token is not None else None
            return verb is None or verb.lemma_.lower() not in REMARKS
    return False


def context(reading: Reading, unit: Unit) -> Period:
    """A period that a sentence without counts sets for those after it: a lead-in ("From X to Y, by county:"), a question, what
    a report covers ("released its numbers for 2018"), a sentence that opens with it ("In 2023 it was better.")."""
    dates = [d for d in usable(reading, unit) if not is_day(d)]
    if not dates:
        return NOTHING
    date, text = dates[0], reading.text[unit.start : unit.end].rstrip()
    since = Period(date.period_start, date.period_end, date.text, "context")
    if text.endswith(":"):
        return Period(*since_end(reading, date, dates), date.text, "lead-in")
    if re.search(r"\?[”\"’']?$", text):
        return Period(date.period_start, date.period_end, date.text, "question")
    before = reading.text[max(unit.start, date.start - 14) : date.start]
    wide = date.kind in {"range", "fiscal_year"} or bool(re.search(r"\d{4}|year", date.text))
    if not wide or is_short(date):
        return NOTHING
    words = {t.lemma_.lower() for t in unit.span}
    if date.kind != "since" and words & FIGURES and re.search(r"\b(?:for|in|of|during|from)\s+(?:the\s+)?$", before):
        return since
    return since if date.kind != "since" and _sets(reading, unit, date) else NOTHING


def since_end(reading: Reading, date: DateMention, dates: Sequence[DateMention]) -> Span:
    when = _opened(reading, Period(date.period_start, date.period_end, date.text), date, dates)
    return when.start, when.end


def _sets(reading: Reading, unit: Unit, date: DateMention) -> bool:
    """Whether a sentence without counts is about a period: it opens with it, or its verb says so."""
    token = token_of(reading, date)
    verb = verb_of(token) if token is not None else None
    if verb is None:
        return len(unit.span) <= 8
    if verb.lemma_.lower() in SETTING and date.start > verb.idx:
        return True
    opens = date.start - unit.start <= 4 and len(unit.span) <= 14
    subject = next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass", "expl"}), None)
    return opens and subject is not None and (subject.pos_ == "PRON" or subject.lemma_.lower() in FIGURES)


def carried(
    claims: Sequence[Claim],
    contexts: Sequence[tuple[int, Period]],
    frame: Frame,
    measure: str,
    claimant: str | None,
    position: int,
) -> Period:
    """The period of earlier claims on the same count, the nearest in kind first; points in time do not carry."""
    if measure == "detainers_active" or VAGUE.search(frame.sentence.text) or _present(frame):
        return NOTHING
    best, score = NOTHING, 0.0
    text = frame.sentence.doc.text
    for age, claim in enumerate(reversed(claims)):
        if (
            claim.measure == "detainers_active"
            or "compared" in claim.rule
            or not (claim.period_start or claim.period_end)
        ):
            continue
        if claim.period_start == claim.period_end:
            continue
        kin = 3 - (2.0 if frame.kind == "anaphor" else 0.4) * age
        kin += 0.8 * (claim.measure == measure) + 1.0 * (claim.claimant == claimant) + 1.0 * (claim.value != 0)
        if claim.measure in {"arrests", "removals"} and measure not in {"arrests", "removals", "transfers"}:
            kin -= 7
        kin -= 0.5 * min(6, text.count("\n\n", claim.end, position))
        if kin > score:
            best, score = Period(claim.period_start, claim.period_end, None, "carried"), kin
    for start, period in contexts:
        newer = not any(claim.start > start and claim.period_start for claim in claims)
        if start < position and newer:
            best = Period(period.start, period.end, None, "context")
    return best


def _present(frame: Frame) -> bool:
    """Whether the sentence speaks of what holds in general ("90% are ignored"): no earlier period is meant."""
    verb = verb_of(frame.node)
    if verb is None or frame.sentence.root.i == verb.i and verb.tag_ not in {"VBZ", "VBP"}:
        return False
    if verb.tag_ in {"VBZ", "VBP"}:
        return verb.lemma_.lower() in {"remain", "ignore", "honor", "decline"}
    return any(c.dep_ == "auxpass" and c.tag_ in {"VBZ", "VBP"} for c in verb.children) and not any(
        c.dep_ == "aux" for c in verb.children
    )


def union(periods: Sequence[Span]) -> Period:
    """From the first start to the last end, for "none of them" after a series."""
    starts, ends = [s for s, _ in periods], [e for _, e in periods]
    start = None if None in starts else min(s for s in starts if s)
    end = None if None in ends else max(e for e in ends if e)
    return Period(start, end, None, "union")
