"""Numbers as they are written: digits, words, dozens, shares, none and all, with how exact each one is.

`find` reads every number that could count something. What is no count by its form (a year, an age, "I-247A",
"90-minute", dollars) is left out here; whether a count belongs to the dispute is for `extract.claims` to tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import zip_longest
from math import nan
from pathlib import Path
from typing import Any

from spacy.tokens import Doc

from extract import vocabulary
from extract.model import Count, Document
from extract.placed import Placed

Span = tuple[int, int]
_BOTH = re.compile(r"\b[Bb]oth(?=\s+(?!\w+\s+and\b|sides\b|parties\b|agencies\b)[a-z])")
WORDS = Path(__file__).with_name("counts.yml")
SHAPE: dict[str, Any] = {
    "units": {str: int}, "tens": {str: int}, "scales": {str: int}, "fractions": {str: str},
    "before": {str: [str]}, "behind": {str: [str]}, "particles": {str: [str]},
    "none": {"alone": [str], "people": [str], "with_not": [str]}, "all": [str], "vague": [str],
}  # fmt: skip


def find(doc: Doc, document: Document, protected: Iterable[Span] = ()) -> list[Count]:
    """Every number of `doc.text` that may count something, in the order of the text.

    `protected` are spans of characters (dates, citations) whose numbers are none. "All" and its like have the value
    nan: what they stand for is known only from what went before.
    """
    return read(doc.text, protected)


def read(text: str, protected: Iterable[Span] = ()) -> list[Count]:
    """`find`, on bare text."""
    taken = sorted(protected)
    found = [count for count in _quantifiers(text) if not _inside(count, taken)]
    phrases = Placed(found)
    found += [
        count for count in _numbers(text) if not phrases.over(count.start, count.end) and not _inside(count, taken)
    ]
    return sorted(found, key=lambda count: (count.start, count.end))


def _inside(count: Count, spans: list[Span]) -> bool:
    return any(start < count.end and count.start < end for start, end in spans)


def _numbers(text: str) -> Iterator[Count]:
    matches = [match for match in _grammar().finditer(text) if _is_count(text, match)]
    skip = -1
    for match, following in zip_longest(matches, matches[1:]):
        if match.start() < skip:
            continue
        if following is not None and (ranged := _range(text, match, following)):
            skip = following.end()
            yield ranged
            continue
        yield _count(text, match)


def _count(text: str, match: re.Match[str]) -> Count:
    start, end = match.span("number")
    value = number(match["number"])
    comparator = _comparator(text, start, match.end())
    if match["percent"] or match["share"] or match["odds"]:
        return Count(_share(match, value), start, end, text[start:end], comparator, None, "percent", _form(match))
    if re.match(r"(?:a[\s-]+)?(?:half|couple)\b", match["number"], re.I) and comparator == "=":
        comparator = "~"
    return Count(value, start, end, text[start:end], comparator, form=_form(match))


def _share(match: re.Match[str], value: float) -> float:
    if match["share"]:
        words = match["number"].lower().split()
        return float(words_of("fractions")[words[-1]])
    if match["odds"]:
        return round(100 * number(match["part"]) / number(match["of"]), 1)
    return -value if match["sign"] else value


def _form(match: re.Match[str]) -> str:
    return "share" if match["share"] or match["odds"] else "digits" if match["number"][0].isdigit() else "words"


def _is_count(text: str, match: re.Match[str]) -> bool:
    start, end = match.span()
    before, behind = text[max(0, start - 1) : start], text[end : end + 2]
    number_text = match["number"]
    if re.match(r"[-‑–/:](?:[a-z]|\d)", behind, re.I) and not re.match(
        r"[-‑](?:plus|odd|some)\b", text[end : end + 6], re.I
    ):
        return bool(re.match(r"[-–]\d", behind)) and _is_range_ahead(text, match)
    if before in {"$", "€", "£", "#", "/", "§"} or re.match(r"[.:]\d", behind):
        return False
    if before in {"-", "–", "‑", ".", "_", "@", "'", "’", "("} and not _opens(text, start, before):
        return False
    if number_text.isdigit() and 1900 <= int(number_text) <= 2100 and not match["percent"]:
        return number_text.endswith("00") and not _year_cue(text, start)
    if number_text.isdigit() and number_text.startswith("0") and len(number_text) > 1:
        return False
    return not re.match(
        r"(?:st|nd|rd|th|\s?[ap]\.?m\b|\s?(?:million|billion)?\s*dollars|\s?cents\b)", text[end : end + 20], re.I
    )


def _opens(text: str, start: int, before: str) -> bool:
    """Whether the mark before a number only opens it: a dash of a sentence, a parenthesis, a quotation mark."""
    if before == "(":
        close = text.find(")", start, start + 10)
        if close < 0 or text[close - 1] not in "0123456789":
            return True
        return re.search(r"[A-Z][\w.’'-]*\s\($", text[max(0, start - 30) : start]) is not None
    if before in {"'", "’"}:
        return not re.match(r"\d\d\b(?!,)", text[start : start + 3]) or start < 2
    if before not in {"-", "–"}:
        return False
    pair = re.search(r"(?<![-–\w.,/])(\d[\d,]*)[-–]$", text[max(0, start - 12) : start])
    digits = re.match(r"[\d,]+", text[start:])
    rising = pair and digits and number(pair[1]) < number(digits[0])
    return bool(rising) or start < 2 or not text[start - 2].isalnum()


def _is_range_ahead(text: str, match: re.Match[str]) -> bool:
    """Whether "180-195" follows: a rising pair, neither a vote nor years."""
    ahead = re.match(r"[-–](\d[\d,]*)(?![-–/\w])", text[match.end() :])
    if not ahead:
        return False
    low, high = number(match["number"]), float(ahead[1].replace(",", ""))
    return (
        low < high
        and not (1900 <= low <= 2100)
        and high >= 20
        and text[match.start() - 1 : match.start()] not in {"-", "–"}
    )


def _year_cue(text: str, start: int) -> bool:
    return bool(
        re.search(
            r"\b(?:in|of|since|by|until|through|year|fiscal|FY|from|early|late|the|during|before|after)\s$",
            text[:start],
        )
    )


def _range(text: str, first: re.Match[str], second: re.Match[str]) -> Count | None:
    """ "70 or 80", "between 180 and 195", "40 to 50", "180-195" as one number with two ends; "from 56 to 18" is two."""
    gap, before = text[first.end() : second.start()], text[max(0, first.start() - 24) : first.start()]
    low, high = number(first["number"]), number(second["number"])
    between = re.search(r"\bbetween\s+(?:about |roughly |some |perhaps |maybe |an estimated )?$", before, re.I)
    joined = re.fullmatch(
        r"\s?(?:[-–]|\bto\b|\bor\b)\s?|,?\s+(?:or\s+)?(?:maybe|perhaps|possibly)\s+", gap.strip() and gap
    )
    if first["odds"] or second["odds"]:
        return None
    if low >= high or (bool(first["percent"]) > bool(second["percent"]) and not between):
        return None
    if _spoken(text, first, second, gap, (low, high)):
        return Count(low, *first.span("number"), first["number"], "range", high, "count", _form(first))
    if not (between and re.fullmatch(r"\s+and\s+", gap)):
        if not joined or first["share"] or second["share"]:
            return None
        if "or" in gap and high > 2 * low:
            return None
        if "to" in gap and (
            re.search(r"\bfrom\s+$", before) and not re.search(r"(?:any|some)where from\s+$", before, re.I)
        ):
            return None
        if "to" in gap and (
            high > 4 * low
            or re.search(r"\b(?:vot|rul|split|pass|fail)\w*", text[max(0, first.start() - 30) : first.start()])
        ):
            return None
    start, end = first.span("number")
    unit = "percent" if second["percent"] else "count"
    return Count(low, start, end, text[start:end], "range", high, unit, _form(first))


def _spoken(text: str, first: re.Match[str], second: re.Match[str], gap: str, ends: tuple[float, float]) -> bool:
    """ "200, 250 detainers a year": round numbers side by side before one noun are a guess."""
    low, high = ends
    round_ones = low >= 10 and low % 10 == 0 and high % 10 == 0 and high <= 1.5 * low
    if not (round_ones and gap == ", ") or first["percent"] or second["percent"]:
        return False
    listed = re.search(r"\d,?\s+(?:and\s+)?$", text[max(0, first.start() - 8) : first.start()])
    noun = re.match(r"\s(?!and\b|or\b|to\b|in\b|for\b)[a-z]", text[second.end() : second.end() + 5])
    return noun is not None and listed is None


def _comparator(text: str, start: int, end: int) -> str:
    ahead = _before().search(text[max(0, start - 32) : start])
    mark = "="
    if ahead and not _particle(text[max(0, start - 300) : max(0, start - 32) + ahead.start()], ahead[1].lower()):
        mark = _mark("before").get(re.sub(r"\s+", " ", ahead[1].lower()), "=")
    if mark == "=" and (later := _behind().match(text[end : end + 40])):
        return _mark("behind")[re.sub(r"\s+", " ", (later[1] or later[2]).lower())]
    return mark


def _particle(before: str, word: str) -> bool:
    """Whether `word` belongs to a verb before it ("handed over", "told ICE about")."""
    stems = words_of("particles").get(word)
    if not stems:
        return False
    near = " ".join(before.split()[-5 if word == "about" else -1 :]).lower()
    return any(re.search(rf"\b(?:{stem}|{_past(stem)})\w{{0,3}}\b", near) for stem in stems)


def _past(stem: str) -> str:
    irregular = {
        "tell": "told", "give": "gave|given|giving", "bring": "brought", "take": "took|taken|taking", "hold": "held",
        "know": "knew|known", "think": "thought", "write": "wrote|written", "notify": "notifie",
    }  # fmt: skip
    return irregular.get(stem, stem)


def _quantifiers(text: str) -> Iterator[Count]:
    """Words for nothing and for the whole. "Any" counts only under a negation, "both" only of two that were counted:
    `extract.claims` checks."""
    for match in _nothing().finditer(text):
        yield Count(0.0, match.start(), match.end(), match[0], "=", form="none" if match["alone"] else "any")
    for match in _whole().finditer(text):
        yield Count(nan, match.start(), match.end(), match[0], "=", form="all")
    for match in _BOTH.finditer(text):
        yield Count(2.0, match.start(), match.end(), match[0], "=", form="all")


def number(text: str) -> float:
    """The value of a number in digits or words: "two hundred and forty" is 240, "33 thousand" 33000, "two dozen" 24."""
    words = re.findall(r"\d[\d,]*(?:\.\d+)?|[a-z]+", text.lower().replace("-", " "))
    if "half" in words and words[-1] == "dozen":
        return 6.0
    total, current, digits_before = 0.0, 0.0, False
    for word in words:
        if word[0].isdigit():
            value = float(word.replace(",", ""))
            current, digits_before = (
                (current + value if current >= 1000 else value) if not digits_before else value,
                True,
            )
        elif word == "couple":
            current = 2
        elif word in words_of("scales"):
            scale = words_of("scales")[word]
            if scale == 100:
                current = max(current, 1) * 100
            else:
                total, current = total + max(current, 1) * scale, 0
        elif word == "dozen":
            current = max(current, 1) * 12
        else:
            current += words_of("units").get(word, words_of("tens").get(word, 0))
    return total + current


@cache
def _vocabulary() -> dict[str, Any]:
    data: dict[str, Any] = vocabulary.load_file(WORDS, SHAPE)
    return data


def words_of(kind: str) -> Any:
    """One section of the number vocabulary (counts.yml)."""
    return _vocabulary()[kind]


def _either(words: Iterable[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True))


@cache
def _grammar() -> re.Pattern[str]:
    small = _either([*words_of("units"), *words_of("tens")])
    word = rf"(?:(?:{_either(words_of('tens'))})[-‑\s](?:{_either(words_of('units'))})|{small})"
    scale = _either(words_of("scales"))
    words = (
        rf"(?:(?:a|{word})\s+(?:{scale})(?:\s+(?:thousand"
        rf"|million))?(?:\s+(?:and\s+)?{word}(?:\s+(?:{scale}))?)*(?:\s+\d+)?|{word})"
    )
    dozen = (
        rf"(?:half\s+a\s+dozen|(?:a\s+)?half-dozen|(?:a\s+)?couple\s+(?:of\s+)?(?:dozen|hundred)"
        rf"|(?:a|{word})[\s-]dozen)"
    )
    few = [word for word, value in words_of("units").items() if 1 <= value <= 12 and word != "twice"]
    odds = (
        rf"(?P<odds>(?P<part>[1-9]|{_either(few)})(?:\s+(?!in\b|out\b)[a-z]+)?\s+(?:in(?:\s+every)?"
        rf"|(?:out\s+)?of\s+every|out\s+of(?=\s+(?:ten|10|100)\b)"
        rf"|out\s+of(?=\s+(?:three|four|five)\b(?!\s+(?:[a-z]+s|people)\b)))\s+"
        rf"(?P<of>(?<=\b1\sin\s)\d\d|(?<=\bone\sin\s)\d\d|[2-9]|{_either([*few[1:], '10', '20', '50', '100'])})"
        rf"(?!\s+(?:minutes|hours|days|weeks|months|years|decades)))"
    )
    digits = r"\d{1,3}(?:,\d{3})+(?!\d)|\d+(?:\.\d+)?(?:\s+(?:thousand|million)\b)?"
    share = (
        rf"(?:an?\s+)?(?P<share>(?:{_either(words_of('fractions'))}))(?=\s+(?:of|the|all)\s+(?!size|number|what"
        rf"|level|amount)|(?:(?<=\ba\sthird)|(?<=\ba\sfifth)|(?<=\ba\stenth)|(?<=\ba\squarter)|(?<=\bhalf)|(?<=-thirds)|(?<=-quarters)"
        rf"|(?<=-third))\s+(?:was|were)\b)"
    )
    percent = r"(?P<percent>[ \t\u00a0]?%|\s+percent\b|\s+per\s+cent\b|\s+percentage\s+points?\b)?"
    forms = f"{odds}|{dozen}|{share}|{words}|{digits}"
    return re.compile(rf"(?<![\w$§,])(?P<sign>[-−])?(?P<number>\b(?:{forms})(?![\w]|,\d)){percent}", re.I)


@cache
def _before() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)({_either(word for words in words_of('before').values() for word in words)})\s*(?:the\s+|an?\s+"
        rf"|all\s+)?$",
        re.I,
    )


@cache
def _behind() -> re.Pattern[str]:
    phrases = [word for words in words_of("behind").values() for word in words]
    tight = [word for word in phrases if word[0] in "-+"]
    loose = [word for word in phrases if word[0] not in "-+"]
    return re.compile(rf"(?:({_either(tight)})|,?\s+({_either(loose)}))(?!\w)(?!\s+(?:\d|than))", re.I)


@cache
def _mark(where: str) -> dict[str, str]:
    return {word: mark for mark, words in words_of(where).items() for word in words}


@cache
def _nothing() -> re.Pattern[str]:
    none = words_of("none")
    return re.compile(
        rf"\b(?:(?P<alone>{_either([*none['alone'], *none['people']])}|no(?=\s+(?!more\b|fewer\b|less\b|longer\b"
        rf"|doubt\b)[a-z]))|(?P<any>{_either(none['with_not'])}))\b",
        re.I,
    )


@cache
def _whole() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_either(words_of('all'))})\b", re.I)
