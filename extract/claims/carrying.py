"""Periods that reach over sentences: what a lead-in, a question or a report sets, and what earlier claims hand on."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.claims.comparing import measured_against
from extract.claims.dating import Span, can_date, is_day, is_short, parted_ranges, token_of, usable, verb_of, words
from extract.claims.extent import NOTHING, Period, opened
from extract.claims.frames import Frame
from extract.claims.nouns import kind_of
from extract.claims.reading import Reading, Unit
from extract.model import Claim, DateMention

_FOR = re.compile(
    r"\b(?:for|in|of|during|from|between|covering|on)\s+(?:the\s+)?(?:(?:period|year|months)\s+)?(?=.{0,8}$)", re.I
)
VAGUE = re.compile(
    r"\b(?:over|in|during|for|across)\s+(?:the|its|his|her|their)\s+(?:(?:past|last|first|whole|previous"
    r"|next)\s+)*(?:\w+\s+)?(?:years|months|weeks|terms?|tenure)\b"
    r"|\bsince\s+(?:then|that\s+(?:day|time)|(?:it|he|she|they|the\s+\w+)\s+(?:took|began|changed|went|was|came|started|ended)\b)",
    re.I,
)
"""A period that the sentence names and no date resolves: nothing else may stand in for it."""


_COMPARING = re.compile(
    r"\b(?:down|up|rose|fell|dropped|climbed)\b[^.;]{0,20}\bfrom\b|\bcompared (?:with|to)\b|\bversus\b|\bagainst\b"
    r"|;\s+(?:it|that|they|there)\s+(?:was|were|had been)\b"
    r"|\b(?:triple|double|twice|half|times) (?:the|its|that)\b|\b(?:more|fewer|less) than (?:the|in)\b",
    re.I,
)
_WAS = re.compile(
    r"(?:In|During|For|The|A|One|Last)\s[^.;]{2,40}?,?\s(?:it|that|they|there|the (?:number|figure|total|count|tally))"
    r"\s(?:was|were|had been|stood at|came to)\b|In \d{4},? there (?:was|were|had been)\b"
)
"""A sentence that only sets an earlier time beside what was told: "In 2017, before the law, it was 845"."""
_LABEL = re.compile(
    r"(?:[A-Z]\w+\s+){0,2}(?:period|dates?|time ?frame|weeks?|months?|years?)(?:\s+covered)?\s*:\s", re.I
)
_OF_ALL = re.compile(
    r"(?:All|These|Those|They|(?:The|All|These|Those) (?:numbers|figures|counts|data|totals))\s(?:of (?:them|these) )?"
    r"(?:(?:are|were|is) (?:all )?(?:for|from)|cover(?:s|ed)?|run|span)\b"
)
"""A sentence that says what the numbers around it are for."""
_REPORT_OF = re.compile(
    r"\b(?:report|review|statistics|data|figures|dashboard|summary|log)\b(?:,| for| of| on|:)?\s+(?:the\s+)?$", re.I
)
"""A title that says what its report is on: "Annual Report, Fiscal Year 2020"."""
_HEADING = re.compile(r"(?!.*\|)[A-Z\d].*[^.!?:,;”\"|]", re.S)
"""A line that ends without a mark: the title of what stands below it."""


REACH, NEIGHBOURS = 60, 12
"""Claims back from which a period may be handed on, and those to each side that may share a claim's sentence."""
TABLE_REACH = 1500
"""Characters over which a table's title holds for its rows."""


def context(reading: Reading, unit: Unit) -> Period:
    """A period that a sentence without counts sets for those after it: a lead-in ("From X to Y, by county:"),
    a question, what a report covers ("released its numbers for 2018"), an opening ("In 2023 it was better.")."""
    own = [d for d in usable(reading, unit) if not is_day(d)] + parted_ranges(reading, unit)
    dates = [d for d in own if not measured_against(reading, d) and not _of_number(reading, d)]
    if not dates:
        return NOTHING
    date, text = dates[0], reading.text[unit.start : unit.end].rstrip()
    since = Period(date.period_start, date.period_end, date.text, "context")
    if unit.kind == "headline":
        return since if _REPORT_OF.search(reading.text, unit.start, date.start) else NOTHING
    if text.endswith(":"):
        return Period(*since_end(reading, date, dates), date.text, "lead-in")
    if _HEADING.fullmatch(text) and len(unit.span) <= 25 and date.kind != "since" and not is_short(date):
        return Period(date.period_start, date.period_end, date.text, "heading")
    if re.search(r"\?[”\"’']?$", text):
        if asked := [d for d in dates if d.start >= unit.start + text.rfind(": ")]:
            return Period(asked[0].period_start, asked[0].period_end, asked[0].text, "question")
        return NOTHING
    if _OF_ALL.match(text):
        return since
    if _LABEL.match(text) and date.kind == "range":
        return since
    if date.kind == "since" and date.start - unit.start <= 4:
        return Period(date.period_start, date.period_end, date.text, "since")
    before = reading.text[max(unit.start, date.start - 22) : date.start + 8]
    wide = date.kind in {"range", "fiscal_year"} or bool(re.search(r"\d{4}|year", date.text))
    if not wide or is_short(date) or date.kind == "since":
        return NOTHING
    lemmas = {t.lemma_.lower() for t in unit.span}
    if lemmas & words("figures") and _FOR.search(before):
        return since
    spoken_of = any(kind_of(t) == "detainer" for t in unit.span) or _people(unit)
    if spoken_of and can_date(reading, date) and not _aside(reading, date):
        return since
    return since if _sets(reading, unit, date) else NOTHING


def _people(unit: Unit) -> bool:
    """Whether a sentence is about the people whom the dispute is about, or the federal side that asks for them."""
    people = any(kind_of(t) == "person" for t in unit.span)
    return people and (any(t.lower_ in {"ice", "immigration", "such"} for t in unit.span) or _numbered(unit))


def _numbered(unit: Unit) -> bool:
    """ "176 inmates finished their sentences": people counted."""
    return any(kind_of(t) == "person" and any(c.dep_ == "nummod" for c in t.children) for t in unit.span)


def _aside(reading: Reading, date: DateMention) -> bool:
    """Whether a date stands in a remark on a law or a life ("a law signed in 2019")."""
    token = token_of(reading, date)
    verb = verb_of(token) if token is not None else None
    return verb is None or verb.lemma_.lower() in words("remarks") | words("asides") | words("speech")


def above(reading: Reading, unit: Unit) -> Period:
    """The period of a table: the last wide date above a row that is not a row's own."""
    for date in reversed([d for d in reading.before(unit.start) if unit.start - d.end < TABLE_REACH]):
        if not can_date(reading, date):
            continue
        line = reading.text[reading.text.rfind("\n", 0, date.start) + 1 : date.end]
        if not is_day(date) and not is_short(date) and date.period_start and date.period_end and "|" not in line:
            return Period(date.period_start, date.period_end, date.text, "table heading")
    return NOTHING


def _of_number(reading: Reading, date: DateMention) -> bool:
    """Whether a date belongs to a number right before it ("from the 2,164 of 2023")."""
    return bool(re.search(r"\d\s+(?:of|in|for)\s+$", reading.text[max(0, date.start - 10) : date.start]))


def since_end(reading: Reading, date: DateMention, dates: Sequence[DateMention]) -> Span:
    when = opened(reading, Period(date.period_start, date.period_end, date.text), date, dates)
    return when.start, when.end


def _sets(reading: Reading, unit: Unit, date: DateMention) -> bool:
    """Whether a sentence without counts is about a period: it opens with it, the period is its subject, or its verb
    says so."""
    token = token_of(reading, date)
    verb = verb_of(token) if token is not None else None
    if token is None or verb is None:
        return len(unit.span) <= 8
    if verb.lemma_.lower() in words("setting") and date.start > verb.idx:
        return True
    short = len(unit.span) <= 14
    if short and (token.dep_ in {"nsubj", "nsubjpass"} or (verb.lemma_ == "be" and token.dep_ == "attr")):
        return True
    opens = date.start - unit.start <= 4 and short
    subject = next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass", "expl"}), None)
    return opens and subject is not None and (subject.pos_ == "PRON" or subject.lemma_.lower() in words("figures"))


def carried(
    claims: Sequence[Claim],
    contexts: Sequence[tuple[int, Period]],
    frame: Frame,
    measure: str,
    claimant: str | None,
    position: int,
) -> Period:
    """The period of earlier claims on the same count, the nearest in kind first; points in time do not carry.

    What a sentence without counts has set since the last dated claim goes before all of them.
    """
    if measure == "detainers_active" or VAGUE.search(frame.sentence.text) or _present(frame):
        return NOTHING
    if (setting := _set_since(claims, contexts, position, _perfect(frame))) is not None:
        return Period(setting.start, setting.end, None, "context")
    text = str(frame.sentence.doc.user_data.get("text") or frame.sentence.doc.text)
    whole = named_whole(frame) if frame.of_number is False else None
    best, score, age = NOTHING, 0.0, -1
    for at in range(len(claims) - 1, max(-1, len(claims) - 1 - REACH), -1):
        claim = claims[at]
        if claim.measure == "detainers_active" or "compared" in claim.rule or "period: before" in claim.rule:
            continue
        if claim.period_start == claim.period_end or _set_against(claims, at, text, position):
            continue
        if whole is not None and claim.value_text.lower() == whole:
            return Period(claim.period_start, claim.period_end, None, "carried from its whole")
        age += 1
        kin = 3 - (2.0 if frame.kind == "anaphor" else 0.4) * age
        kin += 0.8 * (claim.measure == measure) + 1.0 * (claim.claimant == claimant) + 1.0 * (claim.value != 0)
        if claim.measure in {"arrests", "removals"} and measure not in {"arrests", "removals", "transfers"}:
            kin -= 7
        parted = text.count("\n\n", claim.end, position)
        kin += 1.5 * (parted == 0) - 0.5 * min(6, parted)
        if kin > score:
            best, score = Period(claim.period_start, claim.period_end, None, "carried"), kin
    return best


def _set_since(
    claims: Sequence[Claim], contexts: Sequence[tuple[int, Period]], position: int, lasting: bool
) -> Period | None:
    """What the last sentence that set a period set, where no dated claim has come since; "since" only for what has
    gone on."""
    last = next(
        (
            (start, period)
            for start, period in reversed(contexts)
            if start < position and (lasting or period.rule != "since")
        ),
        None,
    )
    if last is None:
        return None
    start, period = last
    for claim in reversed(claims):
        if claim.start <= start:
            break
        if claim.period_start:
            return None
    return period


def _perfect(frame: Frame) -> bool:
    """ "Fifteen forms have come": what has gone on until now."""
    verb = verb_of(frame.node)
    return verb is not None and any(
        c.dep_ == "aux" and c.lower_ in {"have", "has", "’ve", "'ve"} for c in verb.children
    )


def named_whole(frame: Frame) -> str | None:
    """The count that a sentence says it speaks of, in small letters: "eight" of "Of the eight, it honored one"."""
    match = re.search(r"\b[Oo]f (?:the|those|these)(?: same)? (?P<n>[\w,-]*\w)", frame.sentence.text)
    return match["n"].lower() if match is not None else None


def _set_against(claims: Sequence[Claim], at: int, text: str, position: int) -> bool:
    """Whether a number only stands for comparison: "than in the 12 months before, when it was 54", "By comparison"."""
    claim = claims[at]
    if re.match(
        r"(?:By comparison|In contrast|By contrast|Compare that|(?:That|This|It) (?:compares|compared) (?:with|to))\b",
        claim.quote,
    ):
        return True
    period = (claim.period_start, claim.period_end)
    if _WAS.match(claim.quote) and "\n\n" in text[claim.end : position]:
        told = next((c for c in reversed(claims[max(0, at - NEIGHBOURS) : at]) if c.start != claim.start), None)
        if told is not None and (told.period_start or "") > (claim.period_start or ""):
            return True
    sentence = claims[max(0, at - NEIGHBOURS) : at + NEIGHBOURS]
    others = [c for c in sentence if c.start == claim.start and (c.period_start, c.period_end) != period]
    back = bool(re.search(r"\b(?:before|earlier|prior|previous|preceding|same)\b", claim.period_text or "", re.I))
    if back and (others or "\n\n" in text[claim.end : position]):
        return True
    first = min((c.value_start for c in others), default=claim.value_start)
    return first < claim.value_start and bool(_COMPARING.search(text[first : claim.value_start]))


def _present(frame: Frame) -> bool:
    """Whether the sentence speaks of what holds in general ("90% are ignored"): no earlier period is meant."""
    verb = verb_of(frame.node)
    if verb is None or (frame.sentence.root.i == verb.i and verb.tag_ not in {"VBZ", "VBP"}):
        return False
    if verb.tag_ in {"VBZ", "VBP"}:
        return verb.lemma_.lower() in {"remain", "ignore", "honor", "decline"}
    return any(c.dep_ == "auxpass" and c.tag_ in {"VBZ", "VBP"} for c in verb.children) and not any(
        c.dep_ == "aux" for c in verb.children
    )
