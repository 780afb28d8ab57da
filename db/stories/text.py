"""What is compared of a text: its words, its figures in their order, its quotations, its names, its paragraphs.

Figures, dates and the places of quotations survive where words do not: a spun or re-translated twin keeps them in
order. Quotations word for word survive where a rewrite's own words do not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from datasketch import MinHash

SHINGLE = 4
"""Words in a shingle."""
PERMUTATIONS = 96
_WORD = re.compile(r"[a-z0-9]+(?:['’][a-z]+)?")
_QUOTE = re.compile(r"[“\"]([^“”\"]{8,1200})[”\"]")
_NUMBER = re.compile(r"(?<![\w.$])\$?(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(?![\w-]*[A-Za-z])")
_SENTENCE = re.compile(r"[.!?][”\"’)]*(?=\s|$)")
_NAME = re.compile(r"(?<![.!?“\"] )(?<!^)\b[A-Z][a-zà-ÿ’'-]+(?:\s+[A-Z][a-zà-ÿ’'-]+)*", re.MULTILINE)
_UNIT_WORDS = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen"""
_UNITS = _UNIT_WORDS.split()
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_NUMBER_WORDS = {word: value for value, word in enumerate(_UNITS)} | _TENS | {"dozen": 12}
_NUMBER_WORD = re.compile(
    rf"\b({'|'.join(_TENS)})-({'|'.join(_UNITS[1:10])})\b|\b({'|'.join([*_UNITS[2:], *_TENS, 'dozen'])})\b", re.I
)
_SLIP = re.compile(
    r"\b[Aa] (?=[aeio][a-z]{2})(?!one\b|once\b|eu|ew)|\b[Aa] (?=un[b-hj-z]|u[lmp][a-z])"
    r"|\b[Aa]n (?=[b-df-gj-np-tv-z][a-z])|\b[Aa]n (?=h[aeiou])(?!hour|honest|honor|heir|hist)"
)
_FUNCTION_WORDS = """
    a an the and or but nor so if of in on at to from by for with without into over under about after before between
    during through against among as than that which who whom whose this these those it its he she they him his her
    their there we our you your i is are was were be been being has have had do does did will would can could may might
    must shall should not no also s t said say says"""
_FUNCTION = frozenset(_FUNCTION_WORDS.split())


@dataclass(frozen=True)
class Paragraph:
    """One paragraph: its words, figures and the lengths of its quotations, in order."""

    words: tuple[str, ...]
    numbers: tuple[float, ...]
    quotes: tuple[int, ...]
    sentences: int


@dataclass(frozen=True)
class Features:
    """A text, taken apart on demand; each part is computed once."""

    text: str

    @cached_property
    def words(self) -> list[str]:
        """All words, lower case."""
        return words(self.text)

    @cached_property
    def shingles(self) -> frozenset[str]:
        """Runs of `SHINGLE` words."""
        return _runs(self.words, SHINGLE)

    @cached_property
    def quotes(self) -> list[tuple[str, ...]]:
        """The words of each quotation of five words or more."""
        return [q for q in (tuple(words(m[1])) for m in _QUOTE.finditer(self.text)) if len(q) >= 5]

    @cached_property
    def numbers(self) -> tuple[float, ...]:
        """Every figure in its order, written in digits or words; years among them."""
        return numbers(self.text)

    @cached_property
    def figures(self) -> frozenset[float]:
        """Figures that tell one report from another: no years, nothing below four."""
        return frozenset(n for n in self.numbers if n >= 4 and not is_year(n))

    @cached_property
    def names_in_order(self) -> list[str]:
        """Capitalised names inside sentences."""
        return [m[0].lower() for m in _NAME.finditer(self.text)]

    @cached_property
    def names(self) -> frozenset[str]:
        """The same, and each word of them."""
        found = set(self.names_in_order)
        return frozenset(found | {part for name in found for part in name.split() if len(part) > 3})

    @cached_property
    def content(self) -> frozenset[str]:
        """Words that carry meaning."""
        return frozenset(w for w in self.words if w not in _FUNCTION and not w.isdigit())

    @cached_property
    def paragraphs(self) -> list[Paragraph]:
        """Paragraphs of more than a few words."""
        return _pieces(re.split(r"\n+", self.text))

    @cached_property
    def sentences(self) -> list[Paragraph]:
        """The same, sentence by sentence."""
        return _pieces(re.split(r"\n+|(?<=[.!?])[”\"]?\s+", self.text))

    @cached_property
    def signature(self) -> MinHash:
        """MinHash of the shingles."""
        signature = MinHash(num_perm=PERMUTATIONS, seed=1)
        signature.update_batch([s.encode() for s in self.shingles] or [b""])
        return signature


def _pieces(texts: list[str]) -> list[Paragraph]:
    out = []
    for text in texts:
        own = tuple(words(text))
        if len(own) >= 6:
            quotes = tuple(len(words(m[1])) for m in _QUOTE.finditer(text))
            out.append(Paragraph(own, numbers(text), quotes, max(1, len(_SENTENCE.findall(text)))))
    return out


def words(text: str) -> list[str]:
    """Lower-case words and digits."""
    return _WORD.findall(text.lower())


def slips(text: str) -> int:
    """Wrong articles ("a authorized plea", "an motion"): what is left where words were exchanged one by one."""
    return len(_SLIP.findall(text))


def is_year(number: float) -> bool:
    """Whether a figure reads as a year of our time."""
    return 1950 <= number <= 2049 and number == int(number)


def numbers(text: str) -> tuple[float, ...]:
    """Figures in the order of the text: 1,526 and "fifteen" and "twenty-one"; no ordinals, no parts of words."""
    found = [(m.start(), float(m[1].replace(",", "") + (m[2] or ""))) for m in _NUMBER.finditer(text)]
    for m in _NUMBER_WORD.finditer(text):
        value = _TENS[m[1].lower()] + _NUMBER_WORDS[m[2].lower()] if m[1] else _NUMBER_WORDS[m[3].lower()]
        found.append((m.start(), float(value)))
    return tuple(value for _, value in sorted(found))


def _runs(items: list[str], length: int) -> frozenset[str]:
    return frozenset(" ".join(items[i : i + length]) for i in range(len(items) - length + 1))
