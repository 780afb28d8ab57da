"""Rows of flattened tables: what each cell counts, by the head of its column, the label of its row, or the title."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.claims import lexicon
from extract.claims.acts import MEASURE
from extract.claims.reading import Reading, Unit
from extract.claims.triggers import FEDERAL

ROW = re.compile(
    r"\s*(?:[-•*|/]\s*|\d{1,3}[.)]?\s+(?=[A-Z]))?(?:FY\s?|CY\s?)?"
    r"(?P<key>(?:19|20)\d{2}(?:[-–]\d{2,4})?[*†]?(?:\s*\([^)\n]*\))?|(?:%\s)?[A-Z][\w.,’'()&/ -]{1,60}?)"
    r"(?:\s*\.{3,}\s*|\s*…\s*|\s*[|:\t,/]\s*|\s+)"
    r"(?P<cells>[-−+]?\d[\d,]*(?:\.\d+)?%?(?:\s*[|/\t ]\s*[-−+]?[\d,.]+%?)*)\s*\|?\s*$"
)
INDEX = re.compile(r"\s*\(?\d{1,3}[.)]?\s*$")
"""A list's index that stands as a line of its own."""
LABELLED = re.compile(r":\s*\w+\s*$|\|\s*$")
HEADS_BACK, HEADS = 40, 3
"""Lines above a row that are looked through, and those of them that may be its heads."""
NEAR = 1500
"""Characters above a row in which requests must be spoken of where its header names none."""
PUBLISHERS = frozenset({"ice", "federal", "dhs", "government", "washington"})
KEEPERS = frozenset({"jail", "county", "sheriff", "sheriffs", "prison", "city", "police", "local"})
SIDE_HEAD = 4
"""Words of a head that names whose figures its column holds."""
TITLE = 14
"""Words of a line over rows that says what they count."""
BARE_HEAD = 3
"""Words of a header that only names detainers."""
CHANGE = re.compile(r"%|\b(?:change|growth|share|percent|percentage|rate)\b", re.I)
TOPIC = re.compile(r"\b(?:detainers?|holds|requests|retainers?)\b|\b(?:to|by|with|for)\s(?:ice|dhs)\b", re.I)
IRREGULAR = {
    "held": "hold", "kept": "keep", "sent": "send", "took": "take", "taken": "take", "got": "get", "made": "make",
    "freed": "free", "let": "let", "denied": "deny", "notified": "notify", "complied": "comply", "granted": "grant",
    "told": "tell", "gave": "give", "given": "give", "went": "go", "gone": "go", "came": "come", "left": "leave",
}  # fmt: skip
HANDED = frozenset({"release", "turn", "hand", "transfer", "deliver", "return", "remand", "take", "book", "accept"})
NOTICES = re.compile(r"\b(?:notifications?|notices|notified|advance notice)\b")
"""What a label of messages says, whatever they are about: "Release notifications to ICE"."""
QUARTER = re.compile(r"\s*(?:[-•*|]\s*)?Q(?P<n>[1-4])\b")


def row_measures(reading: Reading, unit: Unit, before: list[Unit]) -> list[str] | None:
    """The measures of a row's cells; `side` where the table is about detainers as such."""
    match = ROW.match(reading.text[unit.start : unit.end])
    if match is None:
        return None
    cells = re.findall(r"[-−+]?[\d,.]+%?", match["cells"])
    heads = list(_heads(reading, before))
    if len(cells) > 1:
        for head in heads:
            named = _columns(head, len(cells))
            if len(named) == len(cells):
                return named
    if len(cells) > 1 and (sides := _by_side(reading, unit, heads, len(cells))):
        return sides
    own = column(match["key"]) if not match["key"][:2].isdigit() else None
    if len(cells) == 1 and (second := _second_column(reading, unit, heads)) is not None:
        return [second]
    title = " ".join(heads)
    if own not in {None, "side"} and (TOPIC.search(title) or TOPIC.search(match["key"])):
        return [str(own)] * len(cells)
    if len(cells) > 1 or not before or not (TOPIC.search(title) or _named_above(reading, unit, heads)):
        return None
    if CHANGE.search(match["key"]):
        return ["rate"] if cells[0].endswith("%") else None
    return [_of_title(heads)]


def _second_column(reading: Reading, unit: Unit, heads: list[str]) -> str | None:
    """What the second column of a table of two counts ("| Field office | Declined |"), where requests are the topic."""
    parts = next((p for head in heads if len(p := _parted(head)) == 2), None)
    named = column(parts[1]) if parts is not None else None
    if named is None or CHANGE.search(parts[1] if parts is not None else ""):
        return None
    near = [*heads, *(reading.text[u.start : u.end] for u in reading.units_before(unit.start, NEAR))]
    return named if any(TOPIC.search(text) for text in near) else None


def _named_above(reading: Reading, unit: Unit, heads: list[str]) -> bool:
    """ "Refusals recorded, by state" over rows, where the text above them is of requests."""
    if not heads or len(heads[0].split()) > TITLE or heads[0].rstrip().endswith("."):
        return False
    near = reading.units_before(unit.start, NEAR)
    named = column(heads[0]) not in {None, "side"}
    return named and any(TOPIC.search(reading.text[u.start : u.end]) for u in near)


def _by_side(reading: Reading, unit: Unit, heads: list[str], cells: int) -> list[str]:
    """What columns count that name only whose figures they hold ("Year   Jail log   ICE data"), below requests."""
    for head in heads:
        parts = _parted(head)[1:]
        sides = [_side(part) for part in parts]
        if len(parts) == cells and len(set(sides)) > 1 and None not in sides:
            near = reading.units_before(unit.start, NEAR)
            topical = any(TOPIC.search(reading.text[u.start : u.end]) for u in near)
            return [str(side) for side in sides] if topical else []
    return []


def _side(head: str) -> str | None:
    """What the side that a column's head names counts: ICE those that it sent, a jail those that came in."""
    words = set(re.findall(r"[a-z]+", head.lower()))
    if column(head) not in {None, "side"} or len(words) > SIDE_HEAD:
        return None
    federal, custody = bool(words & PUBLISHERS), bool(words & KEEPERS)
    if federal == custody:
        return None
    return MEASURE["issued" if federal else "received"]


def _parted(head: str) -> list[str]:
    """The cells of a header line that are set apart."""
    return [c for c in re.split(r"\s{2,}|\t|\||\s/\s", head.strip()) if c.strip()]


def answers(reading: Reading, unit: Unit, before: list[Unit], asked: str) -> list[str] | None:
    """What rows of names count that answer the question above them ("How often ...?", "Stanhope: 28")."""
    match = ROW.match(reading.text[unit.start : unit.end])
    if match is None or len(re.findall(r"[\d,.]+", match["cells"])) != 1 or column(match["key"]) is not None:
        return None
    above = [u for u in before if not _is_row(reading.text[u.start : u.end])][-2:]
    return (
        [asked]
        if any(re.search(r"\bhow (?:many|often)\b", reading.text[u.start : u.end], re.I) for u in above)
        else None
    )


def _heads(reading: Reading, before: list[Unit]) -> Iterator[str]:
    """The lines above a row that are no rows themselves, the nearest first."""
    found = 0
    for line in reversed(before[-HEADS_BACK:]):
        text = reading.text[line.start : line.end]
        parted = text.count("|") + text.count(" / ") > 1 and not re.search(r"(?:\||\s/)\s*\d", text)
        if (_is_row(text) or LABELLED.search(text) or INDEX.match(text)) and not parted:
            continue
        yield text
        found += 1
        if found == HEADS:
            return


def _is_row(text: str) -> bool:
    """Whether a line is a row: what ends in nothing but a year is a title ("Detainers, October 2022 - March 2023")."""
    match = ROW.match(text)
    return match is not None and not re.fullmatch(r"(?:19|20)\d{2}", match["cells"].strip())


def _of_title(heads: list[str]) -> str:
    """What one column of numbers counts: what the nearest line above names; a bare "Year Detainers" asks the next."""
    for head in heads:
        name = column(head)
        if name is not None and (name != "side" or len(head.split()) > BARE_HEAD):
            return name
    return "side"


def _columns(head: str, cells: int) -> list[str]:
    """The measures of a header line: by its cells where they are set apart, else word by word."""
    parts = _parted(head)
    if len(parts) > 1:
        names = [column(part) for part in parts]
        if len(names) == cells + 1:
            names = names[1:]
        return [name for name in names if name]
    words = [name for word in head.split() if (name := column(word))]
    acts = [name for name in words if name != "side"]
    return acts if len(acts) == cells else words


def column(text: str) -> str | None:
    """The measure that a column's head names: "Received", "Not honored", "Released to ICE", "Detainers"."""
    lowered = text.lower()
    negated = bool(re.search(r"\b(?:not|un)\b|\bun(?=honored|fulfilled)", lowered))
    handed = re.search(r"\b(?:in)?to (?:ice|federal|immigration|dhs)\b", lowered) is not None
    if NOTICES.search(lowered) and not re.search(r"\b(?:request|detainer|receiv|ask)", lowered):
        return "notifications"
    words = re.findall(r"[a-z]+", lowered)
    for at, word in enumerate(words):
        if word in {"request", "requests", "hold", "holds"}:
            continue
        for stem in _stems(IRREGULAR.get(word, word)):
            if handed and stem in HANDED:
                return "transfers"
            later = {"ice" if w in FEDERAL else w for w in words[at + 1 :]}
            entry = next(
                (e for e in lexicon.verbs().get(stem, ()) if e.action != "counted" and later.issuperset(e.rest)), None
            )
            if entry is not None:
                turned = {"honored": "declined", "declined": "honored"} if negated else {}
                action = turned.get(entry.action, entry.action)
                return MEASURE.get(action, action)
            if stem in lexicon.noun_measures():
                return lexicon.noun_measures()[stem]
    return "side" if re.search(r"\b(?:detainers?|requests?|holds)\b", lowered) else None


def _stems(word: str) -> list[str]:
    return [
        word,
        word.removesuffix("d"),
        word.removesuffix("ed"),
        word.removesuffix("s"),
        re.sub(r"ied$", "y", word),
        re.sub(r"(.)\1(?:ed|ing)$", r"\1", word),
        re.sub(r"ing$", "", word),
        re.sub(r"ing$", "e", word),
    ]


def quarter(text: str, year: int) -> tuple[str, str] | None:
    """First and last day of the quarter that a row is about ("Q1 48 6")."""
    match = QUARTER.match(text)
    if match is None:
        return None
    first = 3 * int(match["n"]) - 2
    last = {3: 31, 6: 30, 9: 30, 12: 31}[first + 2]
    return f"{year}-{first:02}-01", f"{year}-{first + 2:02}-{last}"
