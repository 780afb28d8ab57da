"""The words of dates: single dates and periods found by shape, before anything is made of them.

`scan` finds the atoms ("Feb. 14, 2025", "last year", "the first six months of 2025") by the patterns of `shapes`; the
package joins neighbours ("from A through B"), `resolve` gives them meaning.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.dates.shapes import MONTH, MONTHS, NUMBERS, SHAPES
from extract.needles import sought


@dataclass(frozen=True)
class Atom:
    """One date word group: `kind` is the name of its shape below, `parts` the named pieces of it, lower case."""

    kind: str
    start: int
    end: int
    text: str
    parts: dict[str, str]


_SHAPES = [(kind, sought(pattern)) for kind, pattern in SHAPES]
_BEFORE_YEAR = re.compile(
    r"(?:more than|fewer than|less than|nearly|almost|roughly|at least|at most|up to|approximately|\bthan|No\.|\$)\s*$",
    re.I,
)
_DAYS_END = re.compile(
    r"\s*(?:[,.;:)]|$)|\s+(?:of|in|at|and|when|the|ICE|agents|officers|federal|immigration|they|it)\b"
)
"""What follows "Nov. 15 and 16" where the second number is no count."""
_OF_WHAT = re.compile(r"\s+(?:of|in\s+which|for\s+which|that|when|before|we|I|it|they|he|she)\b")
"""What tells of which of several years "the last year" is the last."""
_YEAR_THE = re.compile(r"\d{4}, the $")
_PLAIN_MONTH = {"may", "march", "april", "june", "august", "mar", "jun", "jan"}
_SENTENCE = re.compile(r"(?:^|[.;!?:]\s+|\n)$")
_ITS_NUMBER = re.compile(r"\s?[,:]\s+\d{1,3}\s*[.;,\n)]|\s?[,:]\s+\d{1,3}$")
"""The number of "March, 18." in a list of months."""
_MONTH_CUE = re.compile(
    r"\b(?:in|since|by|through|until|of|to|from|and|during|between|before|after|last|this|next|the|early|late|mid"
    r"|each|every|or|for|on|till|around|as of|that)\W*$",
    re.I,
)
_MONTH_TO = re.compile(rf"{MONTH}(?:\s?[-–—]\s?|,\s)$")
"""Before the next month of "June-August", "July, August and September"."""


def scan(text: str) -> list[Atom]:
    """The atoms of the text, in order and apart: where two overlap, the shape listed first and standing first wins."""
    found: list[Atom] = []
    for kind, shape in _SHAPES:
        for match in shape.finditer(text):
            parts = {key: value.lower() for key, value in match.groupdict().items() if value}
            atom = Atom(kind, match.start(), match.end(), match[0], parts)
            if _plausible(atom, text):
                found.append(atom)
    found.sort(key=lambda atom: (atom.start, -atom.end))
    out: list[Atom] = []
    for atom in found:
        if not out or atom.start >= out[-1].end:
            out.append(atom)
        elif atom.end - atom.start > out[-1].end - out[-1].start:
            out[-1] = atom
    return out


def number(word: str, half: str = "") -> float:
    """`12`, `twelve`, `2½`, `three and a half` as a number."""
    word = re.sub(r"\s+", " ", word.strip().lower())
    whole = float(word) if word.isdigit() else float(NUMBERS.get(word, 1))
    return whole + (0.5 if "half" in half or "½" in half else 0.0)


def month_number(word: str) -> int:
    return MONTHS[word.lower().rstrip(".")]


def _plausible(atom: Atom, text: str) -> bool:
    if atom.kind in ("year", "short_year"):
        return not _BEFORE_YEAR.search(text, max(0, atom.start - 16), atom.start) or bool(
            re.search(r"\b(?:since|until|through)\s+at\s+least\s+$", text[max(0, atom.start - 26) : atom.start], re.I)
        )
    if atom.kind == "fiscal" and "the" in atom.parts:
        return not re.match(
            r"\s+(?:began|started|opened)\s+(?:on\s+|in\s+|last\s+)?[A-Z]", text[atom.end : atom.end + 22]
        )
    if atom.kind == "days" and "and" in atom.parts:
        return int(atom.parts["d2"]) == int(atom.parts["d"]) + 1 and bool(_DAYS_END.match(text, atom.end))
    if atom.kind == "relative" and atom.parts["u"] == "year" and text.endswith("the ", 0, atom.start):
        return not (_OF_WHAT.match(text, atom.end) or _YEAR_THE.search(text, max(0, atom.start - 10), atom.start))
    if atom.kind == "weekday":
        return not re.search(r"\b(?:on an?|on any|every|each)\s+$", text[max(0, atom.start - 8) : atom.start], re.I)
    if atom.kind == "month" and not (atom.parts.keys() & {"y", "ry", "part", "rel"}):
        word = atom.parts["m"].rstrip(".")
        after = text[atom.end : atom.end + 2]
        if not text[atom.start].isupper() or (len(word) == 3 and word != "may" and not atom.text.endswith(".")):
            return False
        head = text[max(0, atom.start - 1) : atom.start] in ("", "\n")
        alone = (head and re.match(r"\s*[|:\t]", text[atom.end : atom.end + 4])) or (
            _ITS_NUMBER.match(text, atom.end) and _SENTENCE.search(text, max(0, atom.start - 3), atom.start)
        )
        if (
            word in _PLAIN_MONTH
            and not alone
            and not _MONTH_CUE.search(text, max(0, atom.start - 12), atom.start)
            and not _MONTH_TO.search(text, max(0, atom.start - 14), atom.start)
        ):
            return False
        return not (after[:1] == " " and after[1:].isupper() and word in _PLAIN_MONTH | {"july"})
    return True
