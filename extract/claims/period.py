"""When a number holds: the period of its own sentence, else the one that earlier sentences on the same count gave."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date as Date

from spacy.tokens import Token

from extract.claims.frames import Frame
from extract.claims.reading import Reading, Unit
from extract.model import Claim, DateMention

POINT_MEASURES = frozenset({"detainers_active", "arrests", "transfers", "releases", "removals"})
"""What may be dated by a single day without "as of" or "since"."""
COMPARISON = re.compile(
    r"\b(?:(?:up|down)\s+(?:sharply\s+|slightly\s+)?from|compared\s+(?:with|to)|against|versus|vs\.?|than|from)\s+"
    r"(?:(?:only|just|about|roughly|nearly|some|the|a|an|more than|fewer than|an estimated)\s+)*$", re.I,
)  # fmt: skip
FIGURES = frozenset({"number", "figure", "count", "report", "data", "tally", "statistic", "total", "record", "ledger", "letter"})
SPEECH = frozenset({"say", "tell", "announce", "write", "testify", "report", "release", "publish", "post", "add", "rule", "acknowledge", "ask", "respond",
                    "promise", "confirm", "reply", "state", "note", "declare", "file", "submit", "dispute", "send", "issue", "meet", "present"})  # fmt: skip


TELLING = frozenset({"say", "tell", "announce", "testify", "write", "respond", "release", "publish", "post"})
REMARKS = frozenset({"sign", "adopt", "amend", "convict", "elect", "pass", "enact", "decide", "approve", "sentence", "found", "appoint", "hire",
                     "retire", "bear", "strengthen", "repeal", "build", "indict", "enter", "buy", "veto", "overturn", "settle", "rewrite", "join"})  # fmt: skip
"""Verbs of laws and lives: their dates date no count."""
VAGUE = re.compile(r"\b(?:second|other|third|fourth) (?:half|quarter)\b(?! of)|\b(?:prior|previous) (?:reporting )?period\b|\b(?:over|in|during|for|across)\s+(?:the|its|his|her|their)\s+(?:(?:past|last|first|whole|previous|next)\s+)*(?:\w+\s+)?(?:years|months|weeks|terms?|tenure)\b", re.I)
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


def usable(reading: Reading, unit: Unit) -> list[DateMention]:
    """The dates of a sentence that can say when a count holds."""
    return [d for d in reading.within(reading.dates, unit.start, unit.end) if _usable(reading, d)]


def _usable(reading: Reading, date: DateMention) -> bool:
    if date.kind == "recurring" or not (date.period_start or date.period_end or date.kind == "anaphoric"):
        return False
    if any(s.start <= date.start < s.end for s in reading.statutes):
        return False
    before = reading.text[max(0, date.start - 12) : date.start].lower()
    after = reading.text[date.end : date.end + 24].lower()
    if re.search(r"\b(?:a|the|an)\s$", before) and re.match(r"\s(?:[a-z-]+\s){0,3}(?:law|ruling|decision|ordinance|act|order|policy|amendment|case|statute|opinion)\b", after):
        return False
    return not re.search(r"(?:dated|until|by|due)\s$", before) or date.kind in {"through", "range"}


def is_day(date: DateMention) -> bool:
    return date.period_start is not None and date.period_start == date.period_end


def own(reading: Reading, unit: Unit, frame: Frame, neighbours: Sequence[Frame], measure: str, last: Period, spans: Sequence[tuple[str | None, str | None]] = ()) -> Period:
    """The period that the sentence itself gives the number.

    `neighbours` are the numbers of the sentence that count something, in order; each takes the date that follows it before
    the next number, else one that stands before it, else one that follows the whole series.
    """
    if since := _since_then(reading, unit, frame):
        return since
    dates = [d for d in usable(reading, unit) if not _spoken_when(reading, d, measure) and _same_clause(reading, d, frame, measure)]
    if not dates:
        return NOTHING
    at, comparing = frame.count.end, compares(reading, frame)
    order = [f for f in neighbours if f.count.start != frame.count.start]
    if frame.partitive or frame.count.form == "any":
        order = [f for f in order if not (f.of_number and 0 < f.count.start - at < 30)]
    nxt = min((f.count.start for f in order if f.count.start > at), default=unit.end)
    prv = max((f.count.end for f in order if f.count.end < frame.count.start), default=unit.start)
    following = [d for d in dates if at <= d.start < nxt and not _breaks(reading, at, d.start)]
    if following and following[0].start - at > 70 and not comparing and any(d.end <= frame.count.start for d in dates):
        following = []
    if following:
        return _opened(reading, _as_period(reading, following[0], last, spans), dates)
    if comparing:
        return NOTHING
    preceding = [d for d in dates if d.end <= frame.count.start and ";" not in reading.text[d.end : frame.count.start] and not _taken_by_comparison(reading, d, order)]
    if preceding:
        return _opened(reading, _as_period(reading, preceding[-1], last, spans), dates)
    later = [d for d in dates if d.start >= nxt and not _other_clause(reading, d, frame) and not _taken_by_comparison(reading, d, order) and ";" not in reading.text[at : d.start]]
    return _as_period(reading, later[0], last, spans) if later else NOTHING


def _opened(reading: Reading, period: Period, dates: Sequence[DateMention]) -> Period:
    """ "Since Jan. 6 ... by July 31": an end takes the start that its sentence gives."""
    if period.start is not None or period.end is None:
        return period
    if re.match(r"through\b", period.text or "", re.I) and not _day_text(period.text or ""):
        return Period(f"{period.end[:4]}-01-01", period.end, period.text, "year to date")
    starts = [d for d in dates if d.period_start and d.period_start < period.end and (d.kind == "since" or is_day(d)) and re.search(
        r"\bsince\b[^.;,]{0,50}$", reading.text[max(0, d.start - 60) : d.start] + (d.text[:5] if d.kind == "since" else ""), re.I)]  # fmt: skip
    return Period(starts[0].period_start, period.end, period.text, period.rule) if starts else period


def _day_text(text: str) -> bool:
    """Whether a wording names a day of the month ("through Aug. 15"), not a month ("through May")."""
    return bool(re.search(r"[A-Za-z]\.?\s+\d{1,2}\b", text))


def _since_then(reading: Reading, unit: Unit, frame: Frame) -> Period | None:
    """ "stopped honoring them on Jan. 1, 2024, and has honored none since": open from the date before."""
    if not re.match(r"[^.;,]{0,40}\bsince(?:\s+then)?\s*[,.;”\"]", reading.text[frame.count.end : unit.end]):
        return None
    before = [d for d in usable(reading, unit) if d.end <= frame.count.start and d.period_start]
    return Period(before[-1].period_start, None, before[-1].text, "since then") if before else None


def compares(reading: Reading, frame: Frame) -> bool:
    """Whether the number is what another is measured against ("up from 17")."""
    before = reading.text[max(0, frame.count.start - 48) : frame.count.start]
    return bool(COMPARISON.search(before)) and not re.search(r"\b(?:more|fewer|less|better|greater|other)\s+than\s+$", before)


def _breaks(reading: Reading, start: int, end: int) -> bool:
    gap = reading.text[start:end]
    return ";" in gap or bool(re.search(r"\b(?:but|while|whereas|although)\b", gap))


def _taken_by_comparison(reading: Reading, date: DateMention, others: Sequence[Frame]) -> bool:
    """Whether a date belongs to a number like "17" of "up from 17 in 2023"."""
    if reading.text[date.end : date.end + 6] == ", when":
        return False
    if re.search(r"\b(?:triple|double|quadruple|twice|half|than|times|above|below|from|in contrast to|compared (?:with|to))\s+(?:what it was\s+|that of\s+)?(?:in\s+)?(?:all\s+of\s+)?$", reading.text[max(0, date.start - 30) : date.start]):
        return True
    before = [f for f in others if f.count.end <= date.start]
    return bool(before) and compares(reading, before[-1])


def _spoken_when(reading: Reading, date: DateMention, measure: str) -> bool:
    """Whether a date says when someone spoke, not what he counted: "said Thursday", "announced today", "on Monday"."""
    if not is_day(date) and date.kind not in {"point", "anaphoric"} and not _short(date):
        return False
    before = reading.text[max(0, date.start - 30) : date.start].lower()
    day = is_day(date)
    if _short(date) and not day and (token := _token(reading, date)) is not None:
        verb = _verb(token)
        if verb is not None and verb.lemma_.lower() in TELLING and token.i > verb.i:
            return True
    if re.match(r"as of|since|through|by|between|from|so far|during|over|in all of", date.text.lower()) or re.search(r"\b(?:as of|since|through)\s$", before):
        return False
    if day and measure not in POINT_MEASURES:
        return True
    if day and not re.search(r"\b(?:on|of|for)\s$", before):
        return True
    token = _token(reading, date)
    verb = _verb(token) if token is not None else None
    return verb is not None and verb.lemma_.lower() in SPEECH - {"issue", "send", "file", "report"} and (day or (date.text[:1].isupper() and not re.search(r"\d{4}|year", date.text)))


def _short(date: DateMention) -> bool:
    """Whether a date is of a month or less."""
    if not date.period_start or not date.period_end:
        return False
    return (Date.fromisoformat(date.period_end) - Date.fromisoformat(date.period_start)).days < 32


def _token(reading: Reading, date: DateMention) -> Token | None:
    span = reading.doc.char_span(date.start, date.end, alignment_mode="expand")
    return span.root if span is not None else None


def _verb(token: Token) -> Token | None:
    for _ in range(8):
        if token.pos_ in {"VERB", "AUX"}:
            return token
        if token.head.i == token.i:
            return None
        token = token.head
    return None


def _same_clause(reading: Reading, date: DateMention, frame: Frame, measure: str) -> bool:
    """Keeps away the dates of side remarks: "the law, signed in 2019", "convicted in 2019"."""
    if date.kind in {"since", "range", "fiscal_year", "anaphoric", "through"}:
        return True
    token = _token(reading, date)
    verb = _verb(token) if token is not None else None
    return verb is None or verb.is_ancestor(frame.node) or verb.lemma_.lower() not in REMARKS


def _other_clause(reading: Reading, date: DateMention, frame: Frame) -> bool:
    """Whether a date behind the number stands in a clause with a subject of its own."""
    token = _token(reading, date)
    verb = _verb(token) if token is not None else None
    if verb is None or verb.is_ancestor(frame.node) or verb.i < frame.root.i:
        return False
    return any(c.dep_ in {"nsubj", "nsubjpass"} and c.i > frame.root.i for c in verb.children)


def _as_period(reading: Reading, date: DateMention, last: Period, spans: Sequence[tuple[str | None, str | None]] = ()) -> Period:
    known = (date.period_start, date.period_end) in spans
    if date.kind == "anaphoric" and last.known and re.match(r"that (?:year|period|time|span)\b", date.text, re.I):
        return Period(last.start, last.end, date.text, "same")
    if date.kind == "anaphoric" and not known and last.known and re.fullmatch(r"the (?:same )?year", date.text, re.I):
        return Period(last.start, last.end, date.text, "same")
    lead = reading.text[max(0, date.start - 70) : date.start]
    if date.kind == "point" and not is_day(date) and re.search(r"\bsince\s+(?:\w+\s+){0,6}$", lead) and "." not in lead[lead.rfind("since") :]:
        return Period(date.period_start, None, date.text, "since")
    if date.kind == "anaphoric" and not known and re.match(r"(?:the|that|this)\s+same\b", date.text, re.I) and not re.search(r"\d{4}", date.text) and last.known:
        return Period(last.start, last.end, date.text, "same")
    return Period(date.period_start, date.period_end, date.text, "sentence")


def context(reading: Reading, unit: Unit) -> Period:
    """A period that a sentence without counts sets for those after it: "released its numbers for 2018", "From X to Y, by county:"."""
    dates = [d for d in usable(reading, unit) if not is_day(d)]
    words = {t.lemma_.lower() for t in unit.span}
    if not dates:
        return NOTHING
    date = dates[0]
    if reading.text[unit.start : unit.end].rstrip().endswith(":"):
        return Period(date.period_start, date.period_end, date.text, "lead-in")
    wide = date.kind in {"range", "fiscal_year"} or re.search(r"\d{4}|year", date.text)
    if wide and date.kind != "since" and words & FIGURES and re.search(r"\b(?:for|in|of|during|from)\s+(?:the\s+)?$", reading.text[max(0, date.start - 10) : date.start]):
        return Period(date.period_start, date.period_end, date.text, "context")
    return NOTHING


def carried(claims: Sequence[Claim], contexts: Sequence[tuple[int, Period]], frame: Frame, measure: str, claimant: str | None, position: int) -> Period:
    """The period of earlier claims on the same count, the nearest in kind first; points in time do not carry."""
    if measure == "detainers_active" or VAGUE.search(frame.sentence.text) or _present(frame):
        return NOTHING
    best, score = NOTHING, 0.0
    for age, claim in enumerate(reversed(claims)):
        if claim.measure == "detainers_active" or "compared" in claim.rule or not (claim.period_start or claim.period_end):
            continue
        if claim.period_start == claim.period_end:
            continue
        kin = 3 - (2.0 if frame.kind == "anaphor" else 0.4) * age
        kin += 0.8 * (claim.measure == measure) + 1.0 * (claim.claimant == claimant) + 1.0 * (claim.value != 0)
        if claim.measure in {"arrests", "removals"} and measure not in {"arrests", "removals", "transfers"}:
            kin -= 7
        if kin > score:
            best, score = Period(claim.period_start, claim.period_end, None, "carried"), kin
    for start, period in contexts:
        newer = not any(claim.start > start and claim.period_start for claim in claims)
        if start < position and newer:
            best = Period(period.start, period.end, None, "context")
    return best


def _present(frame: Frame) -> bool:
    """Whether the sentence speaks of what holds in general ("90% are ignored"): no earlier period is meant."""
    verb = _verb(frame.node)
    if verb is None or frame.sentence.root.i == verb.i and verb.tag_ not in {"VBZ", "VBP"}:
        return False
    if verb.tag_ in {"VBZ", "VBP"}:
        return verb.lemma_.lower() in {"remain", "ignore", "honor", "decline"}
    return any(c.dep_ == "auxpass" and c.tag_ in {"VBZ", "VBP"} for c in verb.children) and not any(c.dep_ == "aux" for c in verb.children)


def union(periods: Sequence[tuple[str | None, str | None]]) -> Period:
    """From the first start to the last end, for "none of them" after a series."""
    starts, ends = [s for s, _ in periods], [e for _, e in periods]
    start = None if None in starts else min(s for s in starts if s)
    end = None if None in ends else max(e for e in ends if e)
    return Period(start, end, None, "union")
