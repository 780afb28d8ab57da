"""Periods that a sentence sets for those after it: what a report covers, a lead-in, a question, a heading."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.claims.clauses import token_of, verb_of
from extract.claims.comparing import measured_against
from extract.claims.dating import Span, can_date, is_day, is_short, length, usable
from extract.claims.extent import NOTHING, Period, opened
from extract.claims.nouns import kind_of
from extract.claims.parted import parted_ranges
from extract.claims.period_words import any_of, words
from extract.claims.reading import Reading, Unit
from extract.model import DateMention

_FOR = re.compile(
    r"\b(?:for|in|of|during|from|between|covering|on)\s+(?:the\s+)?(?:(?:period|year|months)\s+)?(?=.{0,8}$)", re.I
)
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
_TITLE_OF = re.compile(r"[,:|–—(]\s+(?:the\s+)?$")
_TITLE_END = re.compile(r"\)?\s*(?:$|[(|\n])")
"""Around the time that ends a title: "Immigration detainers, fiscal year 2025 (prior year in parentheses)"."""
_WHICH_IS = re.compile(r"\s*(?:[,(:–—]|,?\s*which\s+(?:ran|runs|is|was))\s*(?:from\s+)?")
_PAST_YEAR = re.compile(r"(?:(?:in|over|for|during)\s+)?(?:the\s+)?past\s+year", re.I)
LATELY = 100
"""Days after its end in which a year still is "the past year"."""
_FIGURES_FOR = re.compile(
    r"\b(?:statistics|figures|numbers|data|totals|tallies|log|report|summary)\s+(?:for|covering)\s+(?:the\s+month\s+of\s+)?$",
    re.I,
)
"""Before the month of a monthly report: "released its statistics for August"."""
_FOLLOWING = re.compile(r"\b(?:the following|as follows|(?:are|is) (?:given|listed|set out|shown) below)\b")
"""What a letter writes above its figures."""
_ABOUT = re.compile(
    r"\b(?:asked|asks|testif(?:y|ies|ied)|talk(?:s|ed)?|spoke|speaks|questioned|pressed|inquired|testimony|questions?)\s+"
    r"(?:\w+\s+){0,3}(?:about|on|regarding|concerning)\s+(?:the\s+year\s+)?$",
    re.I,
)
"""Before the time that is spoken of: "Three deputies testified about 2023"."""
_LAW_OF = re.compile(r"\b" + any_of("laws") + r"\b,?\s+(?:of|from|in)\s+$", re.I)
_SET_BESIDE = re.compile(
    r"(?:[’']s)?(?:\s+(?:fiscal|budget|calendar)?\s*(?:years?|figures?|numbers?|totals?|counts?))*(?:\s+\([^()\n]{2,12}\)|\))?\s+"
    r"(?:(?:is|are|was|were|appears?|stands?|(?:is|are)\s+(?:given|shown|set|listed))\s+)?"
    r"(?:(?:with)?in\s+(?:parenthes[ie]s|brackets|the\s+(?:second|last|right)\s+column)"
    r"|(?:beside|next\s+to|alongside|behind|after)\s+(?:each|them|it)|(?:for|by\s+way\s+of|in)\s+comparison)\b",
    re.I,
)
"""Behind the time that a list only sets beside its own: "with last year in parentheses"."""
_THE_YEAR = re.compile(r"(?:the|that)\s+(?:(?:whole|full|entire)\s+)?year", re.I)
YEAR_DAYS = (365, 366)
_HEADING = re.compile(r"(?!.*\|)[A-Z\d].*[^.!?:,;”\"|]", re.S)
"""A line that ends without a mark: the title of what stands below it."""
TABLE_REACH = 1500
"""Characters over which a table's title holds for its rows."""


def context(reading: Reading, unit: Unit) -> Period:
    """A period that a sentence without counts sets for those after it: a lead-in ("From X to Y, by county:"),
    a question, what a report covers ("released its numbers for 2018"), an opening ("In 2023 it was better.")."""
    parted = parted_ranges(reading, unit)
    own = [
        d for d in usable(reading, unit)
        if not is_day(d) and not any(p.start <= d.start and d.end <= p.end for p in parted)
    ] + parted  # fmt: skip
    dates = [d for d in own if not (measured_against(reading, d) or _of_number(reading, d) or _of_law(reading, d))]
    dates = [d for d in dates if not _SET_BESIDE.match(reading.text, d.end)]
    if not dates:
        return NOTHING
    lasting = [d for d in dates if not is_short(d)]
    date = next((d for d in lasting if d.kind in {"range", "fiscal_year"} and _looked_at(reading, d)), None)
    date = _defined(reading, date or (lasting or dates)[0], dates)
    text = reading.text[unit.start : unit.end].rstrip()
    since = Period(date.period_start, date.period_end, date.text, "context")
    if unit.kind == "headline":
        ends = _TITLE_END.match(reading.text, date.end, unit.end) and not is_short(date) and date.kind != "since"
        titled = ends and _TITLE_OF.search(reading.text, unit.start, date.start)
        return since if titled or _REPORT_OF.search(reading.text, unit.start, date.start) else NOTHING
    if text.endswith(":") or (_FOLLOWING.search(text) and not is_short(date) and date.period_end):
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
    if date.kind == "since" and _requested(reading, date):
        return since
    if date.kind == "since" and date.start - unit.start <= 4:
        return Period(date.period_start, date.period_end, date.text, "since")
    before = reading.text[max(unit.start, date.start - 22) : date.start + 8]
    if date.kind == "range" and _says_what_it_covers(reading, date):
        return since
    if _FIGURES_FOR.search(reading.text, max(unit.start, date.start - 40), date.start) and _is_month(date):
        return since
    named = bool(re.search(r"\d{4}|year", date.text) or re.fullmatch(r"\d{4}", date.normalized or ""))
    wide = date.kind in {"range", "fiscal_year"} or named
    if not wide or is_short(date) or date.kind == "since":
        return NOTHING
    if date.kind == "point" and _looked_through(reading, date):
        return since
    if _ABOUT.search(reading.text, max(unit.start, date.start - 40), date.start):
        return since
    lemmas = {t.lemma_.lower() for t in unit.span}
    if lemmas & words("figures") and _FOR.search(before):
        return since
    spoken_of = any(kind_of(t) == "detainer" for t in unit.span) or _people(unit)
    if spoken_of and can_date(reading, date) and not _aside(reading, date):
        return since
    return since if _sets(reading, unit, date) else NOTHING


def of_told(when: Period, claimed: Sequence[Span], contexts: Sequence[tuple[int, Period]] = ()) -> Period:
    """ "Summary for the year:" of a text that has counted a fiscal year: that one; "for the past year" under a title
    that names the year just over: that one too."""
    if when.text is not None and _PAST_YEAR.fullmatch(when.text):
        titled = next((p for _, p in contexts if (length(p.start, p.end) or 0) in YEAR_DAYS), None)
        since = length(titled.end, when.end) if titled is not None else None
        return replace(when, start=titled.start, end=titled.end) if titled and since and 0 < since < LATELY else when
    if when.text is None or not _THE_YEAR.fullmatch(when.text):
        return when
    told = next((span for span in reversed(claimed) if (length(*span) or 0) in YEAR_DAYS), None)
    return replace(when, start=told[0], end=told[1]) if told else when


def _defined(reading: Reading, date: DateMention, dates: Sequence[DateMention]) -> DateMention:
    """ "It covers the county fiscal year, July 1, 2024, to June 30, 2025": what the next words say it is."""
    behind = (d for d in dates if d.kind == "range" and d.period_end and d.start > date.end)
    nxt = next(behind, None) if date.kind == "fiscal_year" and not re.search(r"\d", date.text) else None
    plain = nxt is not None and _WHICH_IS.fullmatch(reading.text, date.end, nxt.start)
    return nxt if nxt is not None and plain else date


def _is_month(date: DateMention) -> bool:
    return is_short(date) and (length(date.period_start, date.period_end) or 0) >= 28


def _looked_at(reading: Reading, date: DateMention) -> bool:
    """ "The audit, ordered in 2018, looked at fiscal years 2017 through 2019": what a verb of setting takes."""
    token = token_of(reading, date)
    verb = verb_of(token) if token is not None else None
    return verb is not None and verb.lemma_.lower() in words("setting") and date.start > verb.idx


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
    spoken = frozenset() if date.kind in {"range", "fiscal_year"} else words("speech")
    return verb is None or verb.lemma_.lower() in words("remarks") | words("asides") | spoken


def _says_what_it_covers(reading: Reading, date: DateMention) -> bool:
    """ "The report covers Jan. 28 through Feb. 3", "The list runs from Jan. 28 to Feb. 3": be it a week."""
    token = token_of(reading, date)
    verb = verb_of(token) if token is not None else None
    if verb is None or date.start < verb.idx or verb.lemma_.lower() not in {"cover", "span", "run", "concern"}:
        return False
    subject = next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    if subject is None:
        return False
    named = {"it", "they", "that", "which", "this", "these", "those"}
    return subject.lower_ in named or bool(
        {t.lemma_.lower() for t in subject.subtree} & (words("figures") | words("papers"))
    )


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


def _looked_through(reading: Reading, date: DateMention) -> bool:
    """ "Researchers looked at everyone booked in 2011": what follows is what they counted of that year."""
    token = token_of(reading, date)
    verb = verb_of(token) if token is not None else None
    if verb is None or token is None:
        return False
    through = verb if verb.dep_ not in {"acl", "relcl"} else verb_of(verb.head)
    if through is None or through.lemma_.lower() not in words("setting") & words("requests"):
        return through is not None and verb.dep_ in {"acl", "relcl"} and through.lemma_.lower() == "look"
    return token.i > through.i and through.dep_ in {"ROOT", "conj", "ccomp"}


def _requested(reading: Reading, date: DateMention) -> bool:
    """ "We asked the borough for every detainer its police had gotten since 2020": what comes next is what it had."""
    token = token_of(reading, date)
    above = [] if token is None else list(token.ancestors)
    return any(
        t.pos_ == "VERB"
        and (
            t.lemma_.lower() in words("requests")
            or (t.lemma_ == "go" and any(c.lower_ == "through" for c in t.children))
        )
        for t in above
    )


def _of_law(reading: Reading, date: DateMention) -> bool:
    """ "The sanctuary law of 2021"."""
    lasting = date.kind in {"range", "fiscal_year"}
    return not lasting and bool(_LAW_OF.search(reading.text[max(0, date.start - 40) : date.start]))


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
    being = verb if verb.lemma_ == "be" else unit.span.root
    if date.start - unit.start <= 4 and len(unit.span) <= 20 and being.lemma_ == "be":
        return any(c.dep_ == "acomp" for c in being.children)  # "In 2011, she said, the desk was busy"
    return opens and subject is not None and (subject.pos_ == "PRON" or subject.lemma_.lower() in words("figures"))
