"""When something happened that a text tells elsewhere: the ruling, the day the law took effect, what "then" means."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import replace

from spacy.tokens import Token

from extract.claims.clauses import token_of, verb_of
from extract.claims.dating import is_day, length, usable
from extract.claims.period_words import words
from extract.claims.reading import Reading, Unit
from extract.claims.stretches import day_moved
from extract.model import DateMention

_NAMED_BY = {
    "filing": {"file", "sue"}, "lawsuit": {"file", "sue"}, "suit": {"file", "sue"}, "complaint": {"file", "sue"},
    "vote": {"vote"}, "election": {"elect", "win"}, "appointment": {"appoint", "name", "hire"}, "repeal": {"repeal"},
    "announcement": {"announce"}, "ruling": {"rule"}, "arrival": {"arrive"}, "launch": {"launch"},
}  # fmt: skip
"""Nouns of events, with the verbs by which they are told: "between January and the filing", of who "sued in June"."""
_SET_ASIDE = frozenset(["be", "have", "do", "county", "jail", "sheriff", "ice", "detainer", "it", "state", "city"])
"""Words that most sentences share: no sign that two speak of the same event."""
_COURTS = frozenset(["court", "judge", "justice", "panel", "jury"])
_DECIDED = frozenset(["ruling", "decision", "opinion", "order", "injunction", "verdict"])
"""What a court hands down, whatever the text says that it did: "spoke in July"."""
_DAY_OF = re.compile(r",\s+the\s+(?:date|day)\s+(?:of|that)\s+(?:the|its|that|his|her)\b")
_NUMBERED = frozenset(["bill", "act", "order", "law", "measure", "proposition", "policy", "directive", "ordinance",
                       "resolution", "hb", "sb", "ab", "file", "no"])  # fmt: skip
"""Before the number of a law."""
WEEK = 7
BACK, AHEAD = 80, 40
"""Dates before and behind a clause among which its event is looked for: all of them, in most texts."""
_BEFORE = re.compile(r"\b(?:before|until|up to)\s+(?:the\s+)?$", re.I)
FINISHED = 80
"""Days from which a date is a stretch that is over, of which "since" tells what came after."""
_WINDOW = 14
"""Tokens around a date that may say what happened on it."""


def event(reading: Reading, unit: Unit, start: int, end: int) -> DateMention | None:
    """The date of the event that a clause names, by the words the two share; the nearest before where it names it by a
    pronoun."""
    span = reading.doc.char_span(start, end, alignment_mode="expand")
    if span is None:
        return None
    said = _content(span)
    verbs = begun(span)
    pronoun = any(t.lower_ in {"it", "that", "this", "he", "she", "they", "we", "i"} for t in span[1:3])
    if pronoun and (index := reading.unit_index(unit.start)):
        said |= antecedent(reading.units[index - 1])
    doings = {verb for noun, by in _NAMED_BY.items() if noun in said for verb in by}
    ruled, numbers = bool(said & words("laws")) or bool(doings), _numbers(span)
    named = span[0].pos_ == "PROPN"
    if not verbs and not ruled and not pronoun:
        return None
    best, score = None, 0.0
    told: list[DateMention] = []
    here = bisect_left(reading.dates, unit.start, key=lambda date: date.start)
    for date in reading.dates[max(0, here - BACK) : here + AHEAD]:
        if not date.period_start or date.kind in {"recurring", "anaphoric"} or start <= date.start < end:
            continue
        nearby = around(reading, date)
        acts, there = begun(nearby), _content(nearby)
        lasting = date.kind == "since" and ruled and bool(said & there & words("laws"))
        spoke = bool(said & _DECIDED and there & _COURTS) and _court_acts(reading, date)
        named_by = _verbs(nearby, doings)
        of_it = spoke or named_by or (ruled and _DAY_OF.match(reading.text, date.end) is not None)
        others = _numbers(nearby) if numbers else numbers
        if not (acts or lasting or of_it) or (others and not numbers & others):
            continue
        shared = len(said & there - acts) + 1.5 * len(verbs & acts)
        shared += 1.0 * (ruled and bool(there & words("laws"))) + 0.5 * (of_it + named_by + spoke)
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


def _verbs(tokens: Iterable[Token], doings: set[str]) -> bool:
    """Whether one of the tokens tells what a noun of an event names."""
    return bool(doings) and any(t.pos_ == "VERB" and t.lemma_.lower() in doings for t in tokens)


def _court_acts(reading: Reading, date: DateMention) -> bool:
    """ "Before the state's high court spoke in July": the date of what a court did."""
    token = token_of(reading, date)
    verb = verb_of(token) if token is not None else None
    doers = (c for c in (verb.children if verb is not None else ()) if c.dep_ in {"nsubj", "nsubjpass", "agent"})
    return any(t.lemma_.lower() in _COURTS for c in doers for t in (c, *c.children))


def _numbers(tokens: Iterable[Token]) -> set[str]:
    """The numbers of the laws that are named among the tokens: "House Bill 10" is not "House Bill 318"."""
    return {
        t.text for t in tokens
        if t.text.isdigit() and t.i and t.nbor(-1).lower_.rstrip(".") in _NUMBERED
    }  # fmt: skip


def _closest(best: DateMention | None, told: list[DateMention]) -> DateMention | None:
    """The day or month within the year or week that an event is said to be of, where the text tells it too."""
    days = length(best.period_start, best.period_end) if best is not None else None
    if best is None or not best.period_start or not best.period_end or days is None:
        return best
    if days < 300 and days != WEEK:
        return best
    within = (
        d for d in told
        if d.period_end and best.period_start <= (d.period_start or "") and d.period_end <= best.period_end
        and (length(d.period_start, d.period_end) or days) < days
    )  # fmt: skip
    return next(within, best)


def antecedent(unit: Unit) -> set[str]:
    """The rule that "it" may mean after a sentence: its subject where that is one, else any that it names."""
    subjects = {t.lemma_.lower() for t in unit.span if t.dep_ in {"nsubj", "nsubjpass"}} & words("laws")
    return subjects or _content(unit.span) & words("laws")


def _from_verb(reading: Reading, date: DateMention) -> int:
    """Tokens between a date and the nearest verb of beginning."""
    token = token_of(reading, date)
    verbs = [t for t in around(reading, date) if _begins(t)]
    return min((abs(t.i - token.i) for t in verbs), default=_WINDOW) if token is not None else _WINDOW


def around(reading: Reading, date: DateMention) -> list[Token]:
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


def begun(tokens: Iterable[Token]) -> set[str]:
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
        opened = [d for d in usable(reading, u) if d.end <= at and d.kind == "since" and d.period_start]
        if not dates and opened:
            return opened[-1]  # "Since May 1 it has asked for a warrant. ICE counts 45 refusals since that date"
        days = [d for d in happened if is_day(d) or begun(around(reading, d))]
        if happened:
            changed = [d for d in days if changes(reading, d)]
            return (changed or days or happened)[-1]
        if u is not unit and begun(u.span):
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
    told = date.kind in {"fiscal_year", "range"} or not begun(around(reading, date))
    if (
        days < FINISHED
        or not told
        or (date.kind == "point" and _said(reading, date))
        or not date.period_end
        or _BEFORE.search(reading.text, max(0, date.start - 20), date.start)
    ):
        return date
    return replace(date, period_start=day_moved(date.period_end, 1))


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
