"""Numbers that stand in lists and tables: "Detainers received: 20", "Marbury County: 402 lodged", rows under a header."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Token

from extract.claims import lexicon
from extract.claims.frames import kind_of
from extract.claims.measure import MEASURE
from extract.claims.reading import Reading, Unit
from extract.claims.triggers import Trigger, lemma

ROW = re.compile(r"\s*(?:[-•*|]\s*)?(?:FY\s?|CY\s?)?(?P<key>(?:19|20)\d{2}(?:-\d{2,4})?|[A-Z][\w.’' -]{2,30}?)(?:\s*[|:\t]\s*|\s+)(?P<cells>[-−]?[\d,]+%?(?:\s*[|\t ]\s*[-−]?[\d,.]+%?)*)\s*\|?\s*$")
PLACE = re.compile(r"\s*(?:[-•*–—]\s*)?(?P<place>(?:[A-Z][\w.’'-]+\s){1,4}(?:County|Parish|city|City|Borough|Township|counties)?)\s*[:–—-]\s")


@dataclass(frozen=True)
class Label:
    """What the label before a number says: "Detainers honored: 3"."""

    measure: str | None
    """A measure, `side` for a bare "detainers", or None where the label is about something else."""
    counted: str
    trigger: Trigger | None = None


def label(reading: Reading, unit: Unit, before: Unit | None, position: int, triggers: dict[int, Trigger], earlier: dict[int, Trigger]) -> Label | None:
    """The label that directly precedes a number and ends in a colon, in its line or as the line before."""
    head = reading.text[unit.start : position]
    found = re.search(r"(?:^|[.;•]\s*)(?P<label>[^:;]{3,120}):\s*(?:about |roughly |nearly |only |just |more than |fewer than |at least |almost |over |[“\"]|\()*$", head)
    if found:
        return _read(reading, unit, unit.start + found.start("label"), unit.start + found.end("label"), triggers)
    if not head.strip(" \n\t(•-") and before is not None and reading.text[before.start : before.end].rstrip().endswith(":"):
        return _read(reading, before, before.start, before.end, earlier)
    return None


def _read(reading: Reading, unit: Unit, start: int, end: int, triggers: dict[int, Trigger]) -> Label | None:
    tokens = [t for t in unit.span if start <= t.idx < end and not t.is_space and not t.is_punct and t.pos_ != "NUM"]
    noun = _head(tokens)
    text = reading.text[start:end]
    if noun is None:
        return Label(None, text)
    kind = kind_of(noun)
    acts = [triggers[t.i] for t in tokens if t.i in triggers and triggers[t.i].action != "counted"]
    if lemma(noun) in {"share", "percentage", "percent", "rate", "proportion"}:
        topical = bool(acts) or any(kind_of(t) == "detainer" for t in tokens)
        return Label("rate" if topical else None, text)
    if lemma(noun) in {"number", "total", "count"}:
        noun = next((t for t in tokens if kind_of(t) in {"detainer", "person", "noun"}), noun)
        kind = kind_of(noun)
    if kind == "noun":
        return Label(lexicon.noun_measures()[lemma(noun)], noun.text)
    if kind in {"detainer", "person"} and acts:
        act = acts[0]
        action = act.action
        if act.negated and action in {"honored", "declined"}:
            action = "declined" if action == "honored" else "honored"
        if kind == "person" and action in {"issued", "received"}:
            return Label(None, text)
        if kind == "detainer" and any(a.action == "received" for a in acts):
            action = "received"
        if kind == "detainer" and action == "issued" and any(t.lower_ == "with" for t in tokens):
            action = "received" if any(t.lower_ in {"city", "county", "police", "department", "office", "jail", "law"} for t in tokens) else action
        return Label(MEASURE.get(action, action), noun.text, act)
    if kind == "detainer":
        words = {lemma(t) for t in tokens}
        return Label("detainers_active" if words & lexicon.words("active") else "side", noun.text)
    return Label(None, text)


def _head(tokens: list[Token]) -> Token | None:
    """The noun a label is about: the last of its first run of nouns."""
    found: Token | None = None
    for token in tokens:
        if token.tag_[:2] == "NN" and not token.lower_.endswith("ed"):
            found = token
        elif found is not None and token.pos_ not in {"ADJ"}:
            break
    return found


def place_of_line(reading: Reading, unit: Unit) -> str | None:
    """The place that a list line is about: "Marbury County: 402 detainers lodged"."""
    named = [p for p in reading.within(reading.places, unit.start, unit.start + 12)]
    match = PLACE.match(reading.text[unit.start : unit.end])
    if match is None:
        return None
    if named and named[0].end <= unit.start + match.end():
        return named[0].name
    place = match["place"].strip()
    if place.lower().endswith(("county", "parish", "city", "borough", "township", "counties")):
        return place
    return None


def row_measures(reading: Reading, unit: Unit, before: list[Unit], triggers_of: dict[int, dict[int, Trigger]]) -> list[str] | None:
    """The measures of a table row's cells, from the header line above; `side` where the table is about detainers as such."""
    match = ROW.match(reading.text[unit.start : unit.end])
    if match is None:
        return None
    cells = re.findall(r"[-−]?[\d,.]+%?", match["cells"])
    heads = [u for u in reversed(before[-40:]) if not ROW.match(reading.text[u.start : u.end]) and not re.search(r":\s*\w+", reading.text[u.start : u.end])][:3]
    for head in heads:
        named = _columns(head, triggers_of.get(head.start, {}))
        if len(named) == len(cells) and len(cells) > 1:
            return named
    title = " ".join(reading.text[h.start : h.end].lower() for h in heads)
    near = [u for u in before[-2:]]
    if len(cells) == 1 and re.search(r"\bdetainers?\b|\bholds?\b|\brequests\b", title) and near:
        for head in heads:
            named = _columns(head, triggers_of.get(head.start, {}))
            if len(named) == 1:
                return named
        return ["side"]
    return None


def _columns(head: Unit, triggers: dict[int, Trigger]) -> list[str]:
    named = []
    for token in head.span:
        if token.i in triggers and triggers[token.i].action != "counted":
            named.append(MEASURE.get(triggers[token.i].action, triggers[token.i].action))
        elif kind_of(token) == "noun":
            named.append(lexicon.noun_measures()[lemma(token)])
    return named
