"""Numbers as they are written: digits, words, dozens, shares, none and all, with how exact each one is.

`find` reads every number that could count something. What is no count by its form (a year, an age, "I-247A",
"90-minute", dollars) is left out here; whether a count belongs to the dispute is for `extract.claims` to tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import zip_longest
from math import nan

from spacy.tokens import Doc

from extract import comparators
from extract.model import Count, Document
from extract.numerals import either, grammar, number, words_of
from extract.placed import Placed

_REQUESTS = "detainer|request|hold|retainer|person|inmate|prisoner|notification|notice|transfer|release|time"
"""What is negated one by one: "has not turned down a single detainer"."""
Span = tuple[int, int]
_NEARLY = re.compile(
    r"\b(?:nearly|almost|virtually|practically|essentially|basically|just about|not|by no means|far from|not quite"
    r"|hardly|short of|anything but|close to)\s+$",
    re.I,
)
"""Before "all" it leaves open how many: "honored nearly all of them"."""
_NEGATED = re.compile(r"(?:n['’]t|\b(?:not|never|nor|neither|without|no|hardly|nobody|none)\b)[^.;!?]*$", re.I)
"""Before "a single detainer" it makes none of it; elsewhere it is one."""
_NOT_ONE = re.compile(
    r"(?:n['’]t|\b(?:not|never))\s+(?:(?:yet|ever|even|once|been)\s+)?(?:honor|act(?!ual|iv)|kept|keep|held|hold|refus|declin|reject|turn"
    r"|ignor|den(?:y|ie)|compl(?:y|ie)|accept|grant|fulfil|miss|defi|defy|disregard)\w*"
    r"(?:\s+(?:down|away|on|to|with|back|in|up|upon|over))*\s+(?P<one>one)"
    r"(?=,?[.;”\"]|$|\s+of\s+(?:them|those|these)\b|,\s+(?:[Hh]e|[Ss]he|[Tt]hey|the|a|according|[A-Z]\w+)\b)"
    r"|\b(?:has|have|had)(?:n['’]t|\s+(?:not|never))\s+(?:yet\s+|ever\s+)?"
    r"(?:honor|kept|held|refus|declin|reject|accept|grant)\w*"
    r"(?:\s+(?:down|away|back))?\s+(?P<one2>one)"
    r"(?=\s+(?:ICE\s|immigration\s|federal\s|such\s)?(?:detainer|request|hold)\b)"
)
"""One under a negation: "the jail hasn't acted on one", "we never turned down one of them"."""
_DONE_TO = re.compile(
    r"\b(?:honored|kept|refused|declined|rejected|turned (?:down|away)|ignored|denied|complied with|accepted|granted"
    r"|fulfilled|defied|disregarded|brushed (?:off|aside)|sent back|acted (?:on|upon)|obeyed|flouted|spurned)\s+$",
    re.I,
)
"""Before "every request": what was done with all of them."""
_WAS_DONE = re.compile(
    r"\s+(?:[\w-]+\s+){0,2}?(?:detainer|request|hold)\s+(?:(?:it|that|they|he|she|ICE|we)\s+[^.,;]{2,30}\s)?"
    r"(?:was|were|has been|had been)\s",
    re.I,
)
"""Behind "every": "request was refused"."""
_SOME_OF_THEM = re.compile(
    r"\s+(?:[\w-]+\s+){0,2}?(?:detainer|request|hold)\s+(?:(?:that|which)\s+(?!was\b|came\b)|with(?:out)?\b|signed\b|lacking\b)",
    re.I,
)
"""Behind "every" too: "detainer that met the requirements", which are not all."""
_YEAR_BEFORE = (
    r"(?:last year|(?:prior|previous|preceding)[- ]year|year[- ](?:before|earlier|ago)|(?:prior|previous) fiscal)"
)
_IN_PARENTHESES = re.compile(
    rf"{_YEAR_BEFORE}[^.:;\n]{{0,40}}\b(?:in|within) parenthes[ei]s"
    rf"|\b(?:in|within) parenthes[ei]s[^.:;\n]{{0,40}}{_YEAR_BEFORE}|\({_YEAR_BEFORE}[^)\n]{{0,30}}in parenthes[ei]s\)"
    r"|(?:\(|\b(?:figures|numbers|totals|counts|those)\s+for\s+)(?:(?:calendar|fiscal|FY)\s?)?(?:year\s+)?(?:20)?\d\d[^).\n]{0,16}"
    r"\bin parenthes[ei]s\b",
    re.I,
)
"""How a text says that the number of the year before stands in parentheses behind each."""
_BESIDE_NUMBER = re.compile(r"(?:\d%?|\b(?:none|zero|no|one|two|three|four|five|six|seven|eight|nine|ten))\s\($", re.I)
_BOTH = re.compile(r"\b[Bb]oth(?=\s+(?!\w+\s+and\b|sides\b|parties\b|agencies\b)[a-z])")


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
    matches = [match for match in grammar().finditer(text) if _is_count(text, match)]
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
    comparator = comparators.read(text, start, match.end())
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


@lru_cache(maxsize=8)
def _tells_year_before(text: str) -> bool:
    """ "Summary, with the year before in parentheses"."""
    return _IN_PARENTHESES.search(text) is not None


def beside_year_before(text: str, start: int) -> bool:
    """Whether a number is the one in parentheses of "Detainers received: 186 (74)", the year before having been said
    to stand there."""
    before = text[max(0, start - 16) : start]
    return before.endswith("(") and _BESIDE_NUMBER.search(before) is not None and _tells_year_before(text)


def _opens(text: str, start: int, before: str) -> bool:
    """Whether the mark before a number only opens it: a dash of a sentence, a parenthesis, a quotation mark."""
    if before == "(":
        close = text.find(")", start, start + 10)
        if close < 0 or text[close - 1] not in "0123456789":
            return True
        if beside_year_before(text, start):
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


_TO_NEXT = re.compile(r"\s+to\s+\d")


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
    if "\n\n" in gap or ("\n" in gap and not re.search(r"[a-z]", gap)):
        return None  # the last number of a row and the first of the next
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
            re.search(r"\bfrom\s+$|\d\s+to\s+$", before) and not re.search(r"(?:any|some)where from\s+$", before, re.I)
        ):
            return None
        if "to" in gap and (re.search(r"\d\s+to\s+$", before) or _TO_NEXT.match(text, second.end())):
            return None  # "rising from 141 to 180 to 256"
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


def _quantifiers(text: str) -> Iterator[Count]:
    """Words for nothing and for the whole, and "once" where it counts. "Any" counts only under a negation, "both" only
    of two that were counted: `extract.claims` checks."""
    for match in _nothing().finditer(text):
        if match["single"] and not _NEGATED.search(text, max(0, match.start() - 80), match.start()):
            yield Count(1.0, match.start(), match.end(), match[0], "=", form="words")
            continue
        yield Count(0.0, match.start(), match.end(), match[0], "=", form="none" if match["alone"] else "any")
    for match in _NOT_ONE.finditer(text):
        one = "one" if match["one"] else "one2"
        yield Count(0.0, *match.span(one), match[one], "=", form="any")
    for match in _whole().finditer(text):
        if match[0].lower() == "every" and not _done_to_every(text, match):
            continue
        if _NEARLY.search(text, max(0, match.start() - 16), match.start()):
            continue
        yield Count(nan, match.start(), match.end(), match[0], "=", form="all")
    for match in _once().finditer(text):
        yield Count(1.0, match.start(), match.end(), match[0], "=", form="words")
    for match in _BOTH.finditer(text):
        yield Count(2.0, match.start(), match.end(), match[0], "=", form="all")


def _done_to_every(text: str, match: re.Match[str]) -> bool:
    """ "Turned down every request", "every detainer was honored": not "keeps a list of every request"."""
    if _SOME_OF_THEM.match(text, match.end()):
        return False
    before = _DONE_TO.search(text, max(0, match.start() - 24), match.start())
    return before is not None or _WAS_DONE.match(text, match.end()) is not None


@cache
def _nothing() -> re.Pattern[str]:
    none = words_of("none")
    return re.compile(
        rf"\b(?:(?P<alone>{either([*none['alone'], *none['people']])}|no(?=\s+(?!more\b|fewer\b|less\b|longer\b"
        rf"|doubt\b)[a-z]))|(?P<any>{either(none['with_not'])}"
        rf"|(?P<single>{either(none['single'])})(?=\s+(?:[a-z]+\s+)?(?:{_REQUESTS})\b)))\b",
        re.I,
    )


@cache
def _once() -> re.Pattern[str]:
    """ "exactly once", "only once": elsewhere it says when."""
    return re.compile(r"(?<=\bexactly )once\b|(?<=\bonly )once\b(?=[.,;]| in\b| since\b)|(?<=\bprecisely )once\b", re.I)


@cache
def _whole() -> re.Pattern[str]:
    requests = r"(?:(?:single|last|such|ICE|immigration|federal)\s+){0,2}(?:detainer|request|hold)"
    case = (
        r"(?:(?:(?<=\bin )|(?<=\bon ))(?:every|each)\s+(?:single\s+)?(?:case|instance|occasion)"
        r"|every\s+(?:single\s+)?time)"
    )
    ends = r"(?=[.,;”\"]|$|\s+(?:and|but|last|this|in)\b)"
    return re.compile(rf"\b(?:{case}{ends}|{either(words_of('all'))}|every(?=\s+{requests}\b))\b", re.I)
