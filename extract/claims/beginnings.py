"""When what a count is reckoned from began: "since then", "since the law took effect", "under the new policy"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.claims.clauses import token_of
from extract.claims.dating import HANDLED, gives_figure
from extract.claims.happened import antecedent, around, begun, event, from_its_end, then
from extract.claims.period_words import words
from extract.claims.reading import Reading, Unit
from extract.claims.stretches import DAYS, day_moved, reckoned
from extract.dates import spans
from extract.dates.atoms import number
from extract.dates.shapes import NUMBERED_LAW, NUMBERS
from extract.joined import said
from extract.model import DateMention
from extract.needles import sought

_RULE = (
    r"(?:polic(?:y|ies)|rules?|law|ordinance|order|directive|act|statute|practice|agreement|ban|measure|program|system"
    r"|protocol|procedure|contract|partnership)"
)
_THEN = re.compile(
    r"\bsince\s+(?:then|that\s+(?:date|day|time|point))\b|\b(?:has|have"
    r"|had)\s+(?:\w+\s+)?since\b(?!\s+been\s+(?:re)?(?:arrested|charged|convicted|corrected|revised|changed|updated|amended|removed|deported|accused)\b)(?!\s+(?:(?-i:[A-Z])|\d)|\s+(?:last|the|he|she|it|they|an?|its|his|her|their)\b)|\bever\s+since\b"
    r"|(?<!days\s)(?<!weeks\s)(?<!months\s)(?<!years\s)(?<!year\s)(?<!\bor\s)\bsince(?=\s*[,.;”\"]"
    r"|\s+(?:despite|in\s+spite|and|but)\b)"
    r"|\b(?:in|over|during)\s+the\s+(?:days|weeks|months|years|time)\s+since(?=\s*[,.;”\"])",
    re.I,
)
_CLAUSE = re.compile(
    r"\b[Ss]ince\s+(?P<clause>(?!then\b|that\s+(?:date|day|time|point)\b)"
    r"(?:it|that|this|he|she|they|we|I|the|its|his|her|their|our|my|a|an|county|city|state|local|federal|voters|lawmakers"
    rf"|legislators|commissioners|supervisors|deputies|officials|(?i:{NUMBERED_LAW})|[A-Z]\w+)\b"
    rf"(?:\s+(?!(?:and|but)\b)(?:(?i:{NUMBERED_LAW})|[^\s.,;:“”\"\d]+)){{1,9}})",
)
_LATER = sought(
    r"(?:^|[.,;“\"]\s*)(?:(?:nearly|almost|about|roughly|some|more\s+than|just)\s+)?(?P<n>\d{1,3}|an?|[a-z]+)"
    r"(?:\s+and\s+a\s+half)?\s+(?:day|week|month|year)s?\s+after\s+"
    rf"(?P<clause>(?:\S+\s+)?(?:(?:{NUMBERED_LAW}|[^\s.,;:“”\"\d]+)\s+){{1,9}}?[^\s.,;:“”\"\d]+)(?=,)",
    re.I,
)
"""What has been counted so long after something began: "Six months after the ordinance passed, police have got 14"."""
_PERFECT = re.compile(r"\b(?:has|have)\b|[’']ve\b")
_UNDER = re.compile(
    rf"\bunder\s+(?P<clause>(?:(?:the|its|his|her|their|a|that)\s+)?(?:new|current|revised|changed|tightened)\s+(?:\w+\s+)?{_RULE})\b"
    rf"|\b(?:under|since)\s+(?P<it>it)\b(?=,)",
    re.I,
)
_UNDER_DATED = re.compile(
    rf"\bunder\s+(?:the|its|an?|that)\s+(?:[\w’'-]+\s+){{0,4}}{_RULE}(?:\s+(?:that|which)|,\s+which)?\s+"
    r"(?:[a-z]+\s+){1,4}(?:on\s+|in\s+)?$",
    re.I,
)
_NAMED = (
    r"(?:(?:House|Senate|Assembly|Legislative)\s+(?:Bill|File|Resolution)|H\.?B\.?|S\.?B\.?|A\.?B\.?|Proposition|Measure|Ordinance"
    r"|Resolution|Policy|Directive|Act)\s+(?:No\.\s+)?\d[\w-]*"
)
"""Laws by their number, of which no word says what they are."""
_WHOSE = r"(?:(?:the|its|his|her|their|a|that)\s+|(?:[A-Z][\w.]*\s+){1,4}(?<=[’']s\s))"
_BESIDE = re.compile(
    rf"\b(?:the|its)\s+(?:first\s+)?(?:(?P<n>\d{{1,3}}|[a-z-]+)(?P<half>\s+and\s+a\s+half)?[\s-])?(?P<unit>day|week|month"
    rf"|year)s?\s+(?:(?:of|under|with)\s+(?P<rule>{_WHOSE}(?:[\w’'-]+\s+){{0,4}}{_RULE}\b|{_NAMED})"
    rf"|(?P<way>after|following|before|preceding)\s+(?P<clause>(?:it|that|he|she|they|we|I|{_WHOSE}[a-z]+"
    r"|(?:[A-Z][\w.]*\s+){1,4}(?:\d+\s+)?[a-z]+)\b(?:\s+(?!(?:and|but)\b)[^\s.,;:“”\"\d]+){1,9}"
    rf"|(?:the|its|that)\s+(?:\w+\s+)?(?:{_RULE}|ruling|vote)(?=\s*[,.])))"
)
"""A length of time beside what is told elsewhere: "the first three weeks of her new policy"."""
_ITS_FIRST = re.compile(
    r"\b(?:in|during|over|for)\s+its\s+first\s+(?P<n>\d{1,3}|[a-z-]+)\s+(?P<unit>day|week|month|year)s\b(?!\s+(?:of|under"
    r"|after|as)\b)"
)
_MONTHS_SINCE = re.compile(
    r"\b(?:[Ii]n|[Oo]ver|[Dd]uring|[Ff]or)\s+the\s+(?:(?:nearly|almost|about|roughly|some|more\s+than)\s+)?"
    r"(?P<n>\d{1,3}|[a-z]+)(?P<half>\s+and\s+a\s+half)?\s+(?P<unit>day|week|month|year)s\s+$"
)
_MONTHS_THAT = re.compile(
    r"\b(?:[Ii]n|[Oo]ver|[Dd]uring|[Ff]or)\s+the\s+(?:(?:nearly|almost|about|roughly|some|more\s+than)\s+)?"
    r"(?P<n>\d{1,3}|[a-z]+)(?P<half>\s+and\s+a\s+half)?\s+(?P<unit>day|week|month|year)s\s+(?:that\s+)?[^.;,\d]{3,70}?\s(?:has|have|[’']s)\s+"
    r"(?:been\s+(?:in\s+(?:force|effect|place|office|charge)|on\s+the\s+books|law|sheriff|running|under\s+way)|run\s+the|held\s+(?:the\s+)?office)\b"
)


def mentions(reading: Reading, unit: Unit) -> Iterator[DateMention]:
    """The stretches that begin with something told elsewhere, as open dates of kind `back`."""
    text = reading.text[unit.start : unit.end]
    low = text.lower()
    if "since" in low:
        for match in _CLAUSE.finditer(text):
            start, end = unit.start + match.start(), unit.start + match.end()
            nobody = (c for c in reading.within(reading.counts, start, end) if c.form == "none")
            end = min((c.start - 1 for c in nobody), default=end)
            if not reading.within(reading.dates, start, end + 12) and not _gives_reason(reading, start):
                found = event(reading, unit, start, end)
                yield from _open(reading, reading.text[start:end], start, found)
                if found is None and (day := _months_since(reading, unit, start)) is not None:
                    yield DateMention(match[0], start, end, None, day, None, "back")
        for match in _THEN.finditer(text):
            start = unit.start + match.start()
            at = unit.start + match.end()
            if _of_telling(reading, at) or _leads(reading, at):
                continue
            since = then(reading, unit, start)
            bare = since is not None and match[0].lower().startswith(("since", "in ", "over", "during"))
            yield from _open(reading, match[0], start, from_its_end(reading, since) if since and bare else since)
    if _LATER.may_match_in(reading.text) and _PERFECT.search(text):
        yield from _later(reading, unit, text)
    yield from _beside(reading, unit, text)
    if (lasting := _MONTHS_THAT.search(text)) is not None and (day := _so_long_ago(reading, lasting)) is not None:
        start, end = unit.start + lasting.start(), unit.start + lasting.end()
        yield DateMention(lasting[0], start, end, None, day, None, "back")
    if "under" in low or "since it," in low:
        for match in _UNDER.finditer(text):
            start, end = unit.start + match.start(), unit.start + match.end()
            yield from _open(reading, match[0], start, event(reading, unit, start, end))
        for date in reading.within(reading.dates, unit.start, unit.end):
            lead = _UNDER_DATED.search(reading.text, max(unit.start, date.start - 80), date.start)
            if lead is not None and begun(around(reading, date)):
                yield DateMention(
                    reading.text[lead.start() : date.end], lead.start(), date.end, None, date.period_start, None, "back"
                )


def _later(reading: Reading, unit: Unit, text: str) -> Iterator[DateMention]:
    """ "Six months after the ordinance passed, the police have got 14": since it passed."""
    for match in _LATER.finditer(text):
        start, end = unit.start + match.start("n"), unit.start + match.end()
        if match["n"].lower() not in NUMBERS and not match["n"].isdigit():
            continue
        if not any(True for _ in reading.within(reading.dates, start, end + 12)):
            found = event(reading, unit, unit.start + match.start("clause") - len("after "), end)
            yield from _open(reading, reading.text[start:end], start, found)


def _gives_reason(reading: Reading, start: int) -> bool:
    """ "Her count is 191, since she includes four that are smudged": a reason, no time."""
    span = reading.doc.char_span(start, start + 5)
    if span is None or span[0].dep_ != "mark":
        return False
    verb = span[0].head
    return verb.i >= span.end and verb.tag_ in {"VBZ", "VBP"} and verb.lemma_ not in {"have", "be"}


def _beside(reading: Reading, unit: Unit, text: str) -> Iterator[DateMention]:
    """Lengths of time that begin with, or end before, something told elsewhere."""
    for match in (*_BESIDE.finditer(text), *_ITS_FIRST.finditer(text)):
        start, end = unit.start + match.start(), unit.start + match.end()
        known = match["n"] is None or match["n"].isdigit() or match["n"] in NUMBERS
        if reading.text[:start].endswith(", ") and reading.text[start - 3 : start - 2].isdigit():
            continue
        if not known or any(d.start > start + 12 for d in reading.within(reading.dates, start, end + 12)):
            continue
        named = match.groupdict()
        told = named.get("rule") or named.get("clause")
        date = _rule_before(reading, unit) if told is None else event(reading, unit, end - len(told), end)
        if date is None or not date.period_start:
            continue
        size = number(match["n"] or "one", named.get("half") or "")
        before = (named.get("way") or "").startswith(("before", "preceding"))
        span = reckoned(date.period_start, size, match["unit"], before)
        if span is not None:
            yield DateMention(match[0], start, end, None, *span, "back")


def _months_since(reading: Reading, unit: Unit, at: int) -> str | None:
    """ "In the 14 months since the county tore up its agreement", where nothing tells when: reckoned from the month of
    publication, days and weeks from its day."""
    said = _MONTHS_SINCE.search(reading.text, max(unit.start, at - 60), at)
    return _so_long_ago(reading, said)


def _so_long_ago(reading: Reading, said: re.Match[str] | None) -> str | None:
    """The day that lies as far before publication as a match says."""
    published = reading.document.published
    if said is None or published is None or not (said["n"].isdigit() or said["n"] in NUMBERS):
        return None
    if said["unit"] in {"day", "week"}:
        return day_moved(published.isoformat(), -round(number(said["n"], said["half"] or "") * DAYS[said["unit"]]))
    months = int(number(said["n"], said["half"] or "") * (12 if said["unit"] == "year" else 1))
    return spans.shift_months(published.replace(day=1), -months).isoformat()


def _rule_before(reading: Reading, unit: Unit) -> DateMention | None:
    """The date of the rule that "its first four months" means: "a December 2013 ordinance" of the sentence before."""
    here = reading.unit_index(unit.start)
    for line in reversed(reading.units[max(0, here - 1) : here + 1]):
        for date in reading.within(reading.dates, line.start, line.end):
            token = token_of(reading, date)
            of_rule = token is not None and token.head.lemma_.lower() in words("laws")
            if date.period_start and (of_rule or (begun(around(reading, date)) and antecedent(line))):
                return date
    return None


def _open(reading: Reading, text: str, start: int, date: DateMention | None) -> Iterator[DateMention]:
    if date is not None and date.period_start:
        yield DateMention(text, start, start + len(text), None, date.period_start, None, "back")


def _leads(reading: Reading, at: int) -> bool:
    """ "All it has gotten since a new sheriff took office last July": its "since" has a date of its own."""
    return any(d.start == at - len("since") for d in reading.within(reading.dates, at - len("since"), at + 1))


def _of_telling(reading: Reading, at: int) -> bool:
    """ "He has since lowered the number to 112", "she has since said it was 22": when it was told, not counted."""
    span = reading.doc.char_span(at - 5, at)
    verb = span.root.head if span is not None and said(span).lower() == "since" else None
    if verb is None or verb.pos_ != "VERB" or verb.lemma_.lower() in HANDLED:
        return False
    told = verb.lemma_.lower() in words("speech") and any(c.dep_ == "ccomp" for c in verb.children)
    moved = verb.lemma_.lower() in words("moving") and any(
        c.dep_ == "nsubj" and c.lemma_.lower() in words("figures") for c in verb.children
    )
    return told or moved or (verb.lemma_.lower() in words("giving") | words("revising") and gives_figure(verb))
