"""When what a count is reckoned from began: "since then", "since the law took effect", "under the new policy"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from datetime import date as Date

from spacy.tokens import Token

from extract.claims.dating import is_day, token_of, usable, verb_of, words
from extract.claims.reading import Reading, Unit
from extract.dates import spans
from extract.dates.atoms import NUMBERS, number
from extract.model import DateMention

_RULE = (
    r"(?:polic(?:y|ies)|rules?|law|ordinance|order|directive|act|statute|practice|agreement|ban|measure|program|system"
    r"|protocol|procedure|contract|partnership)"
)
_THEN = re.compile(
    r"\bsince\s+(?:then|that\s+(?:date|day|time|point))\b|\b(?:has|have"
    r"|had)\s+(?:\w+\s+)?since\b(?!\s+(?:[A-Z]\w*\.?\s+)?\d|\s+(?:last|the|he|she|it|they)\b)|\bever\s+since\b"
    r"|\bsince(?=\s*[,.;”\"])",
    re.I,
)
_CLAUSE = re.compile(
    r"\b[Ss]ince\s+(?P<clause>(?!then\b|that\s+(?:date|day|time|point)\b)"
    r"(?:it|that|this|he|she|they|the|its|his|her|their|a|an|[A-Z]\w+)\b(?:\s+[^\s.,;:“”\"\d]+){1,9})",
)
_UNDER = re.compile(
    rf"\bunder\s+(?P<clause>(?:(?:the|its|his|her|their|a|that)\s+)?(?:new|current|revised|changed|tightened)\s+(?:\w+\s+)?{_RULE})\b"
    rf"|\bunder\s+(?P<it>it)\b(?=,)",
    re.I,
)
_UNDER_DATED = re.compile(
    rf"\bunder\s+(?:the|its|an?|that)\s+(?:[\w’'-]+\s+){{0,4}}{_RULE}(?:\s+(?:that|which)|,\s+which)?\s+"
    r"(?:[a-z]+\s+){1,4}(?:on\s+|in\s+)?$",
    re.I,
)
_FIRST_OF = re.compile(
    rf"\b(?:the|its)\s+first\s+(?P<n>\d{{1,3}}|[a-z-]+)[\s-](?P<unit>day|week|month|year)s?\s+(?:of|under|after|with)\s+"
    rf"(?P<clause>(?:(?:the|its|his|her|their|a|that)\s+|(?:[A-Z][\w.]*\s+){{1,4}}(?<=[’']s\s))(?:[\w’'-]+\s+){{0,4}}{_RULE})\b"
)
_SET_ASIDE = frozenset(["be", "have", "do", "county", "jail", "sheriff", "ice", "detainer", "it", "state", "city"])
"""Words that most sentences share: no sign that two speak of the same event."""
BACK, AHEAD = 80, 40
"""Dates before and behind a clause among which its event is looked for: all of them, in most texts."""
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
                yield from _open(reading, match[0], start, _event(reading, unit, start, end))
        for match in _THEN.finditer(text):
            start = unit.start + match.start()
            yield from _open(reading, match[0], start, _then(reading, unit, start))
    for match in _FIRST_OF.finditer(text) if "first" in low else ():
        start, end = unit.start + match.start("clause"), unit.start + match.end()
        date = _event(reading, unit, start, end)
        if date is None or not date.period_start or not (match["n"].isdigit() or match["n"] in NUMBERS):
            continue
        span = spans.starting(Date.fromisoformat(date.period_start), number(match["n"]), match["unit"])
        if span.end is not None:
            yield DateMention(
                match[0], unit.start + match.start(), end, None, date.period_start, span.end.isoformat(), "back"
            )
    if "under" in low:
        for match in _UNDER.finditer(text):
            start, end = unit.start + match.start(), unit.start + match.end()
            yield from _open(reading, match[0], start, _event(reading, unit, start, end))
        for date in reading.within(reading.dates, unit.start, unit.end):
            lead = _UNDER_DATED.search(reading.text, max(unit.start, date.start - 80), date.start)
            if lead is not None and _begun(_around(reading, date)):
                yield DateMention(
                    reading.text[lead.start() : date.end], lead.start(), date.end, None, date.period_start, None, "back"
                )


def _open(reading: Reading, text: str, start: int, date: DateMention | None) -> Iterator[DateMention]:
    if date is not None and date.period_start:
        yield DateMention(text, start, start + len(text), None, date.period_start, None, "back")


def _event(reading: Reading, unit: Unit, start: int, end: int) -> DateMention | None:
    """The date of the event that a clause names, by the words the two share; the nearest before where it names it by a
    pronoun."""
    span = reading.doc.char_span(start, end, alignment_mode="expand")
    if span is None:
        return None
    said = _content(span)
    verbs = _begun(span)
    pronoun = any(t.lower_ in {"it", "that", "this", "he", "she", "they"} for t in span[1:3])
    if pronoun and (index := reading.unit_index(unit.start)):
        said |= _antecedent(reading.units[index - 1])
    ruled = bool(said & words("laws"))
    if not verbs and not ruled and not pronoun:
        return None
    best, score = None, 0.0
    here = bisect_left(reading.dates, unit.start, key=lambda date: date.start)
    for date in reading.dates[max(0, here - BACK) : here + AHEAD]:
        if not date.period_start or date.kind in {"recurring", "anaphoric"} or start <= date.start < end:
            continue
        around = _around(reading, date)
        begun = _begun(around)
        if not begun:
            continue
        there = _content(around)
        shared = len(said & there - begun) + 1.5 * len(verbs & begun)
        shared += 1.0 * (ruled and bool(there & words("laws")))
        near = unit.start - date.end
        if pronoun and 0 <= near < 600:
            shared += 1.5
        if shared < 1:
            continue
        shared += bool(re.match(r",?\s+when\b", reading.text[date.end : date.end + 8]))
        points = shared + (0.5 if near >= 0 else 0.0) - min(abs(near), 4000) / 4000 - 0.05 * _from_verb(reading, date)
        if points > score:
            best, score = date, points
    return best


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


def _then(reading: Reading, unit: Unit, at: int) -> DateMention | None:
    """What "then" means: the day of the event told last, within two sentences, else the period told last."""
    units = reading.units
    here = reading.unit_index(unit.start)
    near = [u for u in units[max(0, here - 2) : here] if unit.paragraph - u.paragraph <= 1]
    for u in [unit, *reversed(near)]:
        dates = [d for d in usable(reading, u) if d.end <= at and d.period_start and d.period_end]
        happened = [d for d in dates if not is_day(d) or not _told(reading, d)]
        days = [d for d in happened if is_day(d) or _begun(_around(reading, d))]
        if happened:
            return (days or happened)[-1]
        if u is not unit and _begun(u.span):
            return None
    return None


def _told(reading: Reading, date: DateMention) -> bool:
    """Whether a day is that of speaking or writing ("said Monday")."""
    token = token_of(reading, date)
    verb = verb_of(token) if token is not None else None
    if verb is None:
        return True
    lemma = verb.lemma_.lower()
    clausal = any(c.dep_ in {"ccomp", "parataxis"} for c in verb.children)
    return (
        lemma in words("speech")
        and lemma not in words("beginnings")
        and (clausal or verb.dep_ == "parataxis" or lemma == "say")
    )
