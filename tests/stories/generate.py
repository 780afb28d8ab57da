"""Invented reports and what becomes of them on the web: copies, rewrites, spun and re-translated twins.

Everything is drawn from `phrases.yml` by a seeded generator; how twins are spun is in `spinning.yml`. Nothing of either
is known to the code under test.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
ORDER = [
    "lead",
    "issued",
    "police",
    "reason",
    "federal",
    "crimes",
    "council",
    "law",
    "share",
    "prior",
    "hearing",
    "cost",
    "nocomment",
]


@cache
def phrases() -> dict[str, Any]:
    return yaml.safe_load((HERE / "phrases.yml").read_text(encoding="utf-8"))


@cache
def spinning() -> dict[str, Any]:
    return yaml.safe_load((HERE / "spinning.yml").read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Event:
    """One dispute: the facts, the people, and what they said."""

    facts: dict[str, Any]
    quotes: dict[str, str] = field(default_factory=dict)

    def later(self, rng: random.Random) -> Event:
        """Another event in the same place: the same people and law, other figures, other words."""
        other = event(rng)
        quotes = dict(other.quotes)
        if rng.random() < 0.3:  # an old quotation is printed again
            side = rng.choice(sorted(quotes))
            quotes[side] = self.quotes[side]
        kept = {
            k: self.facts[k] for k in ("city", "state", "law", "law_year", "police", "federal", "councilor", "setup")
        }
        return replace(other, facts=other.facts | kept, quotes=quotes)


def event(rng: random.Random) -> Event:
    words = phrases()
    firsts, lasts = rng.sample(words["first"], 3), rng.sample(words["last"], 3)
    people = [f"{first} {last}" for first, last in zip(firsts, lasts, strict=True)]
    received, year = rng.randint(7, 96), rng.randint(2016, 2025)
    crimes = rng.sample(words["crimes"], 3)
    facts = {
        "city": rng.choice(words["cities"]), "state": rng.choice(words["states"]), "received": received, "year": year,
        "issued": rng.randint(received + 20, received * 9 + 60),
        "month": rng.choice(words["months"]), "day": rng.randint(2, 28), "setup": rng.randint(2010, 2015),
        "prior": rng.randint(4, 120), "prior2": rng.randint(4, 120), "prior_year": year - 1,
        "crime1": crimes[0], "crime2": crimes[1], "crime3": crimes[2], "law": rng.choice(words["laws"]),
        "law_year": rng.randint(2008, 2015), "percent": rng.randint(11, 78), "hours": rng.choice([12, 24, 36, 72, 96]),
        "hmonth": rng.choice(words["months"]), "hday": rng.randint(2, 28),
        "dollars": f"{rng.randint(20, 900)},{rng.randint(0, 999):03d}",
        "police": people[0], "federal": people[1], "councilor": people[2],
    }  # fmt: skip
    quotes = {
        side: ", ".join([rng.choice(parts[0]), rng.choice(parts[1])]) + ", " + rng.choice(parts[2])
        for side, parts in words["quotes"].items()
    }
    return Event(facts, quotes)


def report(rng: random.Random, what: Event, school: str | None = None, order: list[str] | None = None) -> str:
    """One reporter's text: a headline and a paragraph for each fact, in wordings of one school or mixed."""
    chosen = order or [name for name in ORDER if name in ("lead", "issued", "police", "federal") or rng.random() < 0.8]
    paragraphs = [_headline(rng, what)]
    for name in chosen:
        pool = school or rng.choice("ab")
        if name in what.quotes:
            paragraphs.append(_quotation(rng, what, name, pool))
        else:
            paragraphs.append(rng.choice(phrases()["facts"][name][pool]).format(**what.facts))
        if rng.random() < 0.25 and len(paragraphs) > 2:  # some paragraphs hold two facts
            last = paragraphs.pop()
            paragraphs[-1] += f" {last}"
    return "\n\n".join(paragraphs)


HEADLINES = [
    "{city} police, ICE at odds over detainer count",
    "{received} or {issued}? {city} and ICE disagree on detainers",
    "{city} rejects every ICE detainer, report shows",
    "Councilor wants answers on {city} detainer numbers",
]


def _headline(rng: random.Random, what: Event) -> str:
    return rng.choice(HEADLINES).format(**what.facts)


def _quotation(rng: random.Random, what: Event, side: str, school: str) -> str:
    roles = {
        "police": "a police spokesman",
        "federal": "the acting field office director",
        "council": "who called for the hearing",
    }
    who = what.facts["councilor" if side == "council" else side]
    quote = what.quotes[side]
    form = rng.choice(phrases()["attribution"][school])
    if form.startswith("“"):
        quote = quote[:-1] + ","
    return form.format(quote=quote, who=who, role=roles[side])


def syndicated(rng: random.Random, text: str) -> str:
    """A subscriber's copy: a wire's name and place before it, a headline of its own, perhaps cut at the end."""
    title, *body = text.split("\n\n")
    if rng.random() < 0.7:
        body[0] = f"{rng.choice(phrases()['cities']).upper()} ({rng.choice(['AP', 'Wire Service', 'TNS'])}) — {body[0]}"
    if rng.random() < 0.6:
        body = body[: max(4, len(body) - rng.randint(1, 4))]
    if rng.random() < 0.5:
        title = f"Report: {title}"
    if rng.random() < 0.4:
        body.insert(rng.randint(1, len(body)), rng.choice(phrases()["colour"]))
    if rng.random() < 0.4:
        body = [p.replace("%", " percent").replace("U.S. Immigration and Customs Enforcement", "ICE") for p in body]
    if rng.random() < 0.3:
        body.append("Copyright, all rights reserved. This material may not be redistributed.")
    return "\n\n".join([title, *body])


def rewrite(rng: random.Random, what: Event) -> str:
    """Another newsroom's text on the same report: the same figures and quotations, its own words, order and colour."""
    order = ["lead", "issued", *rng.sample(ORDER[2:], rng.randint(6, 9))]
    if not set(order) & set(what.quotes):
        order.append(rng.choice(list(what.quotes)))
    title, *body = report(rng, what, "b", order).split("\n\n")
    for line in rng.sample(phrases()["colour"], rng.randint(1, 3)):
        body.insert(rng.randint(1, len(body)), line)
    return "\n\n".join([title, *body])


def spun(rng: random.Random, text: str) -> str:
    """A machine's twin: most words that have a synonym changed, quotations and headline too; order and figures kept."""
    changed = _swap(rng, _reshaped(rng, text), spinning()["synonyms"], 0.88)
    if rng.random() < 0.5:  # names are altered too
        for name in rng.sample(re.findall(r"\b[A-Z][a-z]{4,}\b", changed), 2):
            changed = changed.replace(name, name[:-1] + rng.choice("aeiou"))
    return changed


def returned(rng: random.Random, text: str) -> str:
    """Translated away and back: other words and prepositions, clauses of speech turned round, names a letter off."""
    changed = _reshaped(rng, text)
    for before, after in spinning()["phrases"]:
        changed = changed.replace(before, after)
    changed = _swap(rng, changed, spinning()["returned"], 0.9)
    changed = re.sub(r"“([^”]+),” said ([^.]+)\.", r"\2 declared: “\1.”", changed)
    changed = re.sub(r"\bthe ([a-z]+)'s ([a-z]+)", r"the \2 of the \1", changed)
    for name in set(re.findall(r"\b[A-Z][a-z]{5,}\b", changed)):
        if rng.random() < 0.15:
            changed = changed.replace(name, name.replace("ie", "y").replace("oa", "o").replace("ll", "l"))
    return changed


def _reshaped(rng: random.Random, text: str) -> str:
    """As sites print it: the end cut off, two paragraphs in one, a related headline in mid-body."""
    title, *body = text.split("\n\n")
    if rng.random() < 0.3:
        body = body[: max(5, len(body) - rng.randint(1, 3))]
    if rng.random() < 0.3:
        at = rng.randrange(1, len(body) - 1)
        body[at : at + 2] = [" ".join(body[at : at + 2])]
    if rng.random() < 0.3:
        body.insert(rng.randint(2, len(body)), rng.choice(phrases()["colour"]))
    return "\n\n".join([title, *body])


def _swap(rng: random.Random, text: str, table: dict[str, str], share: float) -> str:
    def one(match: re.Match[str]) -> str:
        word = match[0]
        new = table.get(word.lower())
        if new is None or rng.random() > share:
            return word
        return new[0].upper() + new[1:] if word[0].isupper() else new

    return re.sub(r"[A-Za-z]+", one, text)


@dataclass(frozen=True)
class Pair:
    """Two texts and what the second is to the first: None for two reports of their own."""

    first: str
    second: str
    kind: str | None
    made: str
    """How the second was made: `syndicated`, `rewrite`, `spun`, `returned`, `elsewhere`, `follow-up`."""


def pairs(seed: int = 7, each: int = 60, unrelated: int = 200) -> list[Pair]:
    """The set that precision and recall are reported on."""
    rng = random.Random(seed)
    out = []
    for _ in range(each):
        what = event(rng)
        original = report(rng, what, "a")
        out += [
            Pair(original, syndicated(rng, original), "syndicated", "syndicated"),
            Pair(original, rewrite(rng, what), "rewrite", "rewrite"),
            Pair(original, spun(rng, original), "spun", "spun"),
            Pair(original, returned(rng, original), "spun", "returned"),
        ]
    for index in range(unrelated):
        what = event(rng)
        first = report(rng, what)
        if index % 2:
            out.append(Pair(first, report(rng, event(rng)), None, "elsewhere"))
        else:
            background = phrases()["facts"]["law"]["a"][0].format(**what.facts)
            later = report(rng, what.later(rng))
            out.append(Pair(f"{first}\n\n{background}", f"{later}\n\n{background}", None, "follow-up"))
    return out
