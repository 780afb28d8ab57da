"""When what a count is reckoned from began: "since then", "since the law took effect", "under the new policy"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Token

from extract.claims.clauses import token_of, verb_of
from extract.claims.dating import HANDLED, gives_figure, is_day, length, usable
from extract.claims.period_words import words
from extract.claims.reading import Reading, Unit
from extract.claims.stretches import DAYS, day_moved, reckoned
from extract.dates import spans
from extract.dates.atoms import number
from extract.dates.shapes import NUMBERS
from extract.model import DateMention

_RULE = (
    r"(?:polic(?:y|ies)|rules?|law|ordinance|order|directive|act|statute|practice|agreement|ban|measure|program|system"
    r"|protocol|procedure|contract|partnership)"
)
_THEN = re.compile(
    r"\bsince\s+(?:then|that\s+(?:date|day|time|point))\b|\b(?:has|have"
    r"|had)\s+(?:\w+\s+)?since\b(?!\s+been\s+(?:re)?(?:arrested|charged|convicted|corrected|revised|changed|updated|amended|removed|deported|accused)\b)(?!\s+(?:[A-Z]\w*\.?\s+)?\d|\s+(?:last|the|he|she|it|they)\b)|\bever\s+since\b"
    r"|(?<!days\s)(?<!weeks\s)(?<!months\s)(?<!years\s)(?<!year\s)(?<!\bor\s)\bsince(?=\s*[,.;”\"]"
    r"|\s+(?:despite|in\s+spite|and|but)\b)"
    r"|\b(?:in|over|during)\s+the\s+(?:days|weeks|months|years|time)\s+since(?=\s*[,.;”\"])",
    re.I,
)
_CLAUSE = re.compile(
    r"\b[Ss]ince\s+(?P<clause>(?!then\b|that\s+(?:date|day|time|point)\b)"
    r"(?:it|that|this|he|she|they|we|I|the|its|his|her|their|our|my|a|an|county|city|state|local|federal|voters|lawmakers"
    r"|legislators|commissioners|supervisors|deputies|officials|[A-Z]\w+)\b(?:\s+(?!(?:and|but)\b)[^\s.,;:“”\"\d]+){1,9})",
)
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
_SET_ASIDE = frozenset(["be", "have", "do", "county", "jail", "sheriff", "ice", "detainer", "it", "state", "city"])
"""Words that most sentences share: no sign that two speak of the same event."""
_COURTS = frozenset(["court", "judge", "justice", "panel", "jury"])
_DECIDED = frozenset(["ruling", "decision", "opinion", "order", "injunction", "verdict"])
"""What a court hands down, whatever the text says that it did: "spoke in July"."""
_DAY_OF = re.compile(r",\s+the\s+(?:date|day)\s+(?:of|that)\s+(?:the|its|that|his|her)\b")
_NUMBERED = frozenset("bill act order law measure proposition policy directive ordinance resolution hb sb ab file no".split())
"""Before the number of a law."""
WEEK = 7
BACK, AHEAD = 80, 40
"""Dates before and behind a clause among which its event is looked for: all of them, in most texts."""
_BEFORE = re.compile(r"\b(?:before|until|up to)\s+(?:the\s+)?$", re.I)
FINISHED = 80
"""Days from which a date is a stretch that is over, of which "since" tells what came after."""
_WINDOW = 14
"""Tokens around a date that may say what happened on it."""


def mentions(reading: Reading, unit: Unit) -> Iterator[DateMention]:
    """The stretches that begin with something told elsewhere, as open dates of kind `back`."""
    text = reading.text[unit.start : unit.end]
    low = text.lower()
    if "since" in low:
        for match in _CLAUSE.finditer(text):
            start, end = unit.start + match.start(), unit.start + match.end()
            if not any(True for _ in reading.within(reading.dates, start, end + 12)):
                found = event(reading, unit, start, end)
                yield from _open(reading, match[0], start, found)
                if found is None and (begun := _months_since(reading, unit, start)) is not None:
                    yield DateMention(match[0], start, end, None, begun, None, "back")
        for match in _THEN.finditer(text):
            start = unit.start + match.start()
            if _of_telling(reading, unit.start + match.end()):
                continue
            since = then(reading, unit, start)
            bare = since is not None and match[0].lower().startswith(("since", "in ", "over", "during"))
            yield from _open(reading, match[0], start, from_its_end(reading, since) if since and bare else since)
    yield from _beside(reading, unit, text)
    if (lasting := _MONTHS_THAT.search(text)) is not None and (begun := _so_long_ago(reading, lasting)) is not None:
        start, end = unit.start + lasting.start(), unit.start + lasting.end()
        yield DateMention(lasting[0], start, end, None, begun, None, "back")
    if "under" in low or "since it," in low:
        for match in _UNDER.finditer(text):
            start, end = unit.start + match.start(), unit.start + match.end()
            yield from _open(reading, match[0], start, event(reading, unit, start, end))
        for date in reading.within(reading.dates, unit.start, unit.end):
            lead = _UNDER_DATED.search(reading.text, max(unit.start, date.start - 80), date.start)
            if lead is not None and _begun(_around(reading, date)):
                yield DateMention(
                    reading.text[lead.start() : date.end], lead.start(), date.end, None, date.period_start, None, "back"
                )


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
            if date.period_start and (of_rule or (_begun(_around(reading, date)) and _antecedent(line))):
                return date
    return None


def _open(reading: Reading, text: str, start: int, date: DateMention | None) -> Iterator[DateMention]:
    if date is not None and date.period_start:
        yield DateMention(text, start, start + len(text), None, date.period_start, None, "back")


def event(reading: Reading, unit: Unit, start: int, end: int) -> DateMention | None:
    """The date of the event that a clause names, by the words the two share; the nearest before where it names it by a
    pronoun."""
    span = reading.doc.char_span(start, end, alignment_mode="expand")
    if span is None:
        return None
    said = _content(span)
    verbs = _begun(span)
    pronoun = any(t.lower_ in {"it", "that", "this", "he", "she", "they", "we", "i"} for t in span[1:3])
    if pronoun and (index := reading.unit_index(unit.start)):
        said |= _antecedent(reading.units[index - 1])
    ruled, numbers = bool(said & words("laws")), _numbers(span)
    named = span[0].pos_ == "PROPN"
    if not verbs and not ruled and not pronoun:
        return None
    best, score = None, 0.0
    told: list[DateMention] = []
    here = bisect_left(reading.dates, unit.start, key=lambda date: date.start)
    for date in reading.dates[max(0, here - BACK) : here + AHEAD]:
        if not date.period_start or date.kind in {"recurring", "anaphoric"} or start <= date.start < end:
            continue
        around = _around(reading, date)
        begun, there = _begun(around), _content(around)
        lasting = date.kind == "since" and ruled and bool(said & there & words("laws"))
        spoke = ruled and bool(said & _DECIDED and there & _COURTS)
        of_it = spoke or (ruled and _DAY_OF.match(reading.text, date.end) is not None)
        if (not begun and not lasting and not of_it) or (numbers and (others := _numbers(around)) and not numbers & others):
            continue
        shared = len(said & there - begun) + 1.5 * len(verbs & begun)
        shared += 1.0 * (ruled and bool(there & words("laws"))) + 0.5 * of_it + 0.5 * spoke
        near = unit.start - date.end
        himself = unit.start <= date.start < unit.end and any(t.lower_ in {"he", "she", "we", "i"} for t in span[1:3])
        if pronoun and (0 <= near < 600 or (himself and not _told(reading, date))):
            shared += 1.5
        if shared < (1.5 if named else 1):
            continue
        told.append(date)
        shared += bool(re.match(r",?\s+when\b", reading.text[date.end : date.end + 8]))
        points = shared + (0.5 if near >= 0 else 0.0) - min(abs(near), 4000) / 4000 - 0.05 * _from_verb(reading, date)
        if points > score:
            best, score = date, points
    return _closest(best, told)


def _numbers(tokens: Iterable[Token]) -> set[str]:
    """The numbers of the laws that are named among the tokens: "House Bill 10" is not "House Bill 318"."""
    return {
        t.text for t in tokens
        if t.text.isdigit() and t.i and t.nbor(-1).lower_.rstrip(".") in _NUMBERED
    }  # fmt: skip


def _closest(best: DateMention | None, told: list[DateMention]) -> DateMention | None:
    """The day or month within the year or week that an event is said to be of, where the text tells it too."""
    days = length(best.period_start, best.period_end) if best is not None else None
    if best is None or days is None or not (days >= 300 or days == WEEK) or not best.period_start or not best.period_end:
        return best
    within = (
        d for d in told
        if d.period_end and best.period_start <= (d.period_start or "") and d.period_end <= best.period_end
        and (length(d.period_start, d.period_end) or days) < days
    )  # fmt: skip
    return next(within, best)


def _antecedent(unit: Unit) -> set[str]:
    """The rule that "it" may mean after a sentence: its subject where that is one, else any that it names."""
    subjects = {t.lemma_.lower() for t in unit.span if t.dep_ in {"nsubj", "nsubjpass"}} & words("laws")
    return subjects or _content(unit.span) & words("laws")


def _from_verb(reading: Reading, date: DateMention) -> int:
    """Tokens between a date and the nearest verb of beginning."""
    token = token_of(reading, date)
    verbs = [t for t in _around(reading, date) if _begins(t)]
    return min((abs(t.i - token.i) for t in verbs), default=_WINDOW) if token is not None else _WINDOW


def _around(reading: Reading, date: DateMention) -> list[Token]:
    """The tokens of a date's sentence near it, on its side of a semicolon."""
    token = token_of(reading, date)
    unit = reading.unit_at(date.start)
    if token is None or unit is None:
        return []
    inside = [t for t in unit.span if abs(t.i - token.i) <= _WINDOW]
    cuts = [t.i for t in inside if t.text == ";"]
    low = max((i for i in cuts if i < token.i), default=-1)
    high = min((i for i in cuts if i > token.i), default=len(reading.doc))
    return [t for t in inside if low < t.i < high]


def _content(tokens: Iterable[Token]) -> set[str]:
    return {
        t.lemma_.lower()
        for t in tokens
        if t.pos_ in {"NOUN", "VERB", "PROPN", "ADJ"} and t.lemma_.lower() not in _SET_ASIDE
    }


def _begun(tokens: Iterable[Token]) -> set[str]:
    """The verbs of beginning and ending among the tokens."""
    return {t.lemma_.lower() for t in tokens if _begins(t)}


def _begins(token: Token) -> bool:
    begins = token.lemma_.lower() in words("beginnings")
    return begins and (token.pos_ in {"VERB", "AUX", "ADJ"} or (token.head.lower_ == "in" and token.dep_ == "pobj"))


def then(reading: Reading, unit: Unit, at: int) -> DateMention | None:
    """What "then" means at a place of a sentence, None where nothing tells: the day of the event told last,
    within two sentences, else the period told last."""
    units = reading.units
    here = reading.unit_index(unit.start)
    near = [u for u in units[max(0, here - 2) : here] if unit.paragraph - u.paragraph <= 1]
    for u in [unit, *reversed(near)]:
        dates = [d for d in usable(reading, u) if d.end <= at and d.period_start and d.period_end]
        happened = [d for d in dates if not is_day(d) or not _told(reading, d)]
        if not dates and (until := _until(reading, u, at)) is not None:
            return until
        begun = [d for d in usable(reading, u) if d.end <= at and d.kind == "since" and d.period_start]
        if not dates and begun:
            return begun[-1]  # "Since May 1 it has asked for a warrant. ICE counts 45 refusals since that date"
        days = [d for d in happened if is_day(d) or _begun(_around(reading, d))]
        if happened:
            changed = [d for d in days if changes(reading, d)]
            return (changed or days or happened)[-1]
        if u is not unit and _begun(u.span):
            return None
    return None


def changes(reading: Reading, date: DateMention) -> bool:
    """Whether a date's own verb is one of beginning: "adopted the rule in June, counted 96 in 2013 and has let 17 go
    since"."""
    token = token_of(reading, date)
    verb = verb_of(token) if token is not None else None
    return verb is not None and _begins(verb)


def from_its_end(reading: Reading, date: DateMention) -> DateMention:
    """ "It took 185 in the year that ended June 30, and five since": since the day after what is over."""
    days = length(date.period_start, date.period_end) or 0
    told = date.kind in {"fiscal_year", "range"} or not _begun(_around(reading, date))
    if (
        days < FINISHED
        or not told
        or (date.kind == "point" and _said(reading, date))
        or not date.period_end
        or _BEFORE.search(reading.text, max(0, date.start - 20), date.start)
    ):
        return date
    return replace(date, period_start=day_moved(date.period_end, 1))


def _of_telling(reading: Reading, at: int) -> bool:
    """ "He has since lowered the number to 112", "she has since said it was 22": when it was told, not counted."""
    span = reading.doc.char_span(at - 5, at)
    verb = span.root.head if span is not None and span.text.lower() == "since" else None
    if verb is None or verb.pos_ != "VERB" or verb.lemma_.lower() in HANDLED:
        return False
    told = verb.lemma_.lower() in words("speech") and any(c.dep_ == "ccomp" for c in verb.children)
    return told or (verb.lemma_.lower() in words("giving") | words("revising") and gives_figure(verb))


def _until(reading: Reading, unit: Unit, at: int) -> DateMention | None:
    """ "Up to June 2014 it was honored": since then is since the day after."""
    for date in reading.within(reading.dates, unit.start, min(unit.end, at)):
        if date.kind == "through" and date.period_end and not date.period_start:
            on_day = date.normalized is not None and date.normalized.count("-") == 2
            return replace(date, period_start=date.period_end if on_day else day_moved(date.period_end, 1))
    return None


def _said(reading: Reading, date: DateMention) -> bool:
    """ "Said in the fall that her office would look at each": what came since came since the fall began."""
    token = token_of(reading, date)
    verb = verb_of(token) if token is not None else None
    return verb is not None and verb.lemma_.lower() in words("speech") and _told(reading, date)


def _told(reading: Reading, date: DateMention) -> bool:
    """Whether a day is that of speaking or writing ("said Monday")."""
    token = token_of(reading, date)
    verb = verb_of(token) if token is not None else None
    if verb is None:
        return True
    lemma = verb.lemma_.lower()
    clausal = any(c.dep_ in {"ccomp", "parataxis"} for c in verb.children)
    if lemma in words("speech") and any(c.dep_ == "ccomp" and c.i < verb.i for c in verb.children):
        return True  # "It took in 44, the sheriff told supervisors Monday": nothing was ordered then
    return (
        lemma in words("speech")
        and lemma not in words("beginnings")
        and (clausal or verb.dep_ == "parataxis" or lemma == "say")
    )
