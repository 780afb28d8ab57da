"""Numbers that stand in lists and tables: "Detainers received: 20", "Sauk County: 402 lodged", rows under a header."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Token

from extract.claims import lexicon
from extract.claims.measure import MEASURE
from extract.claims.nouns import kind_of
from extract.claims.reading import Reading, Unit
from extract.claims.triggers import Trigger, lemma
from extract.claims.triggers import find as find_triggers

ROW = re.compile(
    r"\s*(?:[-•*|]\s*|\d{1,2}[.)]\s+)?(?:FY\s?|CY\s?)?(?P<key>(?:19|20)\d{2}(?:-\d{2,4})?"
    r"|[A-Z][\w.’' -]{1,40}?)(?:\s*[|:\t,]\s*|\s+)(?P<cells>[-−]?[\d,]+%?(?:\s*[|\t ]\s*[-−]?[\d,.]+%?)*)\s*\|?\s*$"
)
PLACE = re.compile(
    r"\s*(?:[-•*–—]\s*)?(?P<place>(?:[A-Z][\w.’'-]+\s){1,4}(?:County|Parish|city|City|Borough|Township"
    r"|counties)?)\s*[:–—-]\s"
)
_DATED = re.compile(
    r"\W*(?:FY\s?|CY\s?|fiscal(?:\s+year)?\s+)?(?:(?:January|February|March|April|May|June|July|August|September"
    r"|October|November|December)\s+)?(?:19|20)\d{2}\b(?:\s*\([^)]*\))?\s*",
    re.I,
)
"""A row's label that is only its year or month."""
LEAD_REACH = 1500
"""Characters over which the line above rows says what they count."""


@dataclass(frozen=True)
class Label:
    """What the label before a number says: "Detainers honored: 3"."""

    measure: str | None
    """A measure, `side` for a bare "detainers", or None where the label is about something else."""
    counted: str
    trigger: Trigger | None = None


def label(
    reading: Reading,
    unit: Unit,
    before: Unit | None,
    position: int,
    triggers: dict[int, Trigger],
    earlier: dict[int, Trigger],
) -> Label | None:
    """The label that directly precedes a number and ends in a colon, in its line or as the line before."""
    head = reading.text[unit.start : position]
    found = re.search(
        r"(?:^|[.;•]\s*)(?P<label>[^:;]{3,120}):\s*(?:about |roughly |nearly |only |just |more than |fewer than "
        r"|at least |almost |over |[“\"]|\()*$",
        head,
    )
    if found and _DATED.fullmatch(found["label"]):
        return _led(reading, unit)
    if found:
        return _read(reading, unit, unit.start + found.start("label"), unit.start + found.end("label"), triggers)
    if (
        not head.strip(" \n\t(•-")
        and before is not None
        and reading.text[before.start : before.end].rstrip().endswith(":")
    ):
        return _read(reading, before, before.start, before.end, earlier)
    return None


def _led(reading: Reading, unit: Unit) -> Label | None:
    """What a row that is labelled by its year counts: what the line above the rows says ("Transfers by year:")."""
    above = [u for u in reading.units if unit.start - LEAD_REACH < u.start < unit.start]
    lead = next((u for u in reversed(above) if reading.text[u.start : u.end].rstrip().endswith(":")), None)
    if lead is None:
        return None
    marks = find_triggers(lead.span)
    acts = [marks[i] for i in sorted(marks) if marks[i].action != "counted"]
    if (noun := next((t for t in lead.span if kind_of(t) == "noun"), None)) is not None:
        return Label(lexicon.noun_measures()[lemma(noun)], noun.text)
    if not any(kind_of(t) == "detainer" for t in lead.span):
        return None
    action = acts[0].action if acts else "side"
    return Label(MEASURE.get(action, action), lead.span.text, acts[0] if acts else None)


def _read(reading: Reading, unit: Unit, start: int, end: int, triggers: dict[int, Trigger]) -> Label | None:
    tokens = [t for t in unit.span if start <= t.idx < end and not t.is_space and not t.is_punct and t.pos_ != "NUM"]
    noun = _head(tokens)
    text = reading.text[start:end]
    acts = [triggers[t.i] for t in tokens if t.i in triggers and triggers[t.i].action != "counted"]
    if noun is None:
        alone = len(tokens) <= 4 and bool(column(text))
        return Label(column(text) if alone else None, text)
    kind = kind_of(noun)
    if lemma(noun) in {"share", "percentage", "percent", "rate", "proportion"}:
        topical = bool(acts) or any(kind_of(t) == "detainer" for t in tokens)
        return Label("rate" if topical else None, text)
    if lemma(noun) in {"number", "total", "count"}:
        noun = next((t for t in tokens if kind_of(t) in {"detainer", "person", "noun"}), noun)
        kind = kind_of(noun)
        if kind not in {"detainer", "person", "noun"}:
            return Label("context", text)
    if kind == "unknown" and noun.tag_ in {"NNP", "NNPS"} and len(tokens) <= 3:
        return None
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
            action = (
                "received"
                if any(t.lower_ in {"city", "county", "police", "department", "office", "jail", "law"} for t in tokens)
                else action
            )
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
    named = reading.within(reading.places, unit.start, unit.start + 12)
    match = PLACE.match(reading.text[unit.start : unit.end])
    if match is None:
        return None
    if named and named[0].end <= unit.start + match.end():
        return named[0].name
    place = match["place"].strip()
    if place.lower().endswith(("county", "parish", "city", "borough", "township", "counties")):
        return place
    return None


def heading_place(reading: Reading, unit: Unit, before: list[Unit]) -> str | None:
    """The place of the short line that heads a block of labels ("Blue Fork Justice Center" above "Released: 603")."""
    if not re.match(r"[^:.]{3,60}:\s*[-−]?\d", reading.text[unit.start : unit.end]):
        return None
    for line in reversed(before[-8:]):
        text = reading.text[line.start : line.end]
        if re.match(r"[^:.]{3,60}:\s*[-−]?\d", text):
            continue
        if len(text.split()) > 9 or text.rstrip().endswith((".", ":", "”")):
            return None
        named = [m for m in reading.within(reading.agencies, line.start, line.end) if m.jurisdiction]
        places = reading.within(reading.places, line.start, line.end)
        return named[0].jurisdiction if named else places[0].name if places else None
    return None


def row_measures(reading: Reading, unit: Unit, before: list[Unit]) -> list[str] | None:
    """The measures of a row's cells, from the header line above; `side` where the table is about detainers as such."""
    match = ROW.match(reading.text[unit.start : unit.end])
    if match is None:
        return None
    cells = re.findall(r"[-−]?[\d,.]+%?", match["cells"])
    heads = [
        u
        for u in reversed(before[-40:])
        if not ROW.match(reading.text[u.start : u.end])
        and not re.search(r":\s*\w+|\|\s*$", reading.text[u.start : u.end])
    ][:3]
    for head in heads:
        named = _columns(reading.text[head.start : head.end])
        if len(named) == len(cells) and len(cells) > 1:
            return named
    title = " ".join(reading.text[h.start : h.end].lower() for h in heads)
    if len(cells) == 1 and re.search(r"\bdetainers?\b|\bholds?\b|\brequests\b", title) and before:
        for head in heads:
            named = _columns(reading.text[head.start : head.end])
            if len(named) == 1 and named != ["side"]:
                return named
        titled = [name for head in heads if (name := column(reading.text[head.start : head.end])) not in {None, "side"}]
        return [titled[0] or "side"] if titled else ["side"]
    return None


IRREGULAR = {
    "held": "hold", "kept": "keep", "sent": "send", "took": "take", "taken": "take", "got": "get", "made": "make",
    "freed": "free", "let": "let", "denied": "deny", "notified": "notify", "complied": "comply", "granted": "grant",
}  # fmt: skip


def column(text: str) -> str | None:
    """The measure that a column's head names: "Received", "Not honored", "Released to ICE", "Detainers"."""
    lowered = text.lower()
    negated = bool(re.search(r"\b(?:not|un)\b|\bun(?=honored|fulfilled)", lowered))
    for word in re.findall(r"[a-z]+", lowered):
        word = IRREGULAR.get(word, word)
        stems = [
            word,
            word.removesuffix("d"),
            word.removesuffix("ed"),
            word.removesuffix("s"),
            re.sub(r"ied$", "y", word),
            re.sub(r"(.)\1ed$", r"\1", word),
        ]
        if re.search(r"to (?:ice|federal|immigration|dhs)", lowered) and stems[2] in {
            "releas",
            "turn",
            "hand",
            "transferr",
        }:
            return "transfers"
        for stem in stems:
            entry = next((e for e in lexicon.verbs().get(stem, ()) if e.action != "counted" and not e.rest), None)
            if entry is not None:
                action = (
                    {"honored": "declined", "declined": "honored"}.get(entry.action, entry.action)
                    if negated
                    else entry.action
                )
                return MEASURE.get(action, action)
            if stem in lexicon.noun_measures():
                return lexicon.noun_measures()[stem]
    if re.search(r"\b(?:detainers?|requests?|holds)\b", lowered):
        return "side"
    return None


def _columns(head: str) -> list[str]:
    """The measures of a header line: by its cells where they are set apart, else word by word."""
    cells = [c for c in re.split(r"\s{2,}|\t|\|", head.strip()) if c.strip()]
    if len(cells) > 1:
        return [name for cell in cells if (name := column(cell))]
    return [name for word in head.split() if (name := column(word))]


QUARTER = re.compile(r"\s*(?:[-•*|]\s*)?Q(?P<n>[1-4])\b")


def quarter(text: str, year: int) -> tuple[str, str] | None:
    """First and last day of the quarter that a row is about ("Q1 48 6")."""
    match = QUARTER.match(text)
    if match is None:
        return None
    first = 3 * int(match["n"]) - 2
    last = {3: 31, 6: 30, 9: 30, 12: 31}[first + 2]
    return f"{year}-{first:02}-01", f"{year}-{first + 2:02}-{last}"
