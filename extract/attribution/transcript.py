"""Lines of a transcript or headline: a name and a colon, then what was said without marks."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator

from extract.attribution.beside import Cue
from extract.attribution.parse import Parse
from extract.attribution.vocabulary import Vocabulary

_LINE = re.compile(
    r"^[ \t]*((?:[A-Z][\w.’'\-]*[ \t]?){1,4}(?:\([^)\n]{1,30}\)[ \t]?)?)(:)[ \t]+(?=[^\s“\"])([^\n]{2,})", re.MULTILINE
)


_QUESTION = re.compile(r"^Q[.:] ", re.MULTILINE)
_INTERVIEW = re.compile(
    r"\bQ\s?&\s?A\b|\b[Cc]onversation\s[Ww]ith\b|\b[Ii]nterview(?:ed)?\s(?:[Bb]y|[Ww]ith)\b|\bedited\sfor\s(?:length|clarity|brevity)\b"
)
"""What calls a text with labels an interview, in which the labels that do not ask answer."""
_MISTER = re.compile(r"(?:MR|MS|MRS|DR)\.? [A-Z]|(?:Mr|Ms|Mrs|Dr)\. [A-Z]")


def _told_of(label: str, told: list[tuple[str, str]]) -> bool:
    """Whether another voice of a transcript tells of who speaks under a label, as it does of those whom it met and not
    of a colleague: "THORSGAARD: Ulla Dettmann milks 420 cows" beside "ULLA DETTMANN"."""
    last = re.escape(label.split()[-1].title())
    told_as = re.compile(rf"(?:^|[.!?]\s+)(?:[A-Z][\w.]+\s+){{0,3}}{last},?\s+(?!here\b)[a-z]")
    return any(name != label.split()[-1] and told_as.search(words) for name, words in told)


def _answering(lines: list[re.Match[str]], labels: list[str], text: str) -> set[str]:
    """In an interview the labels in capitals that come again and mostly ask nothing: "BARELA: If I'm asked."."""
    if not lines or not _INTERVIEW.search(text):
        return set()
    asking = [label for line, label in zip(lines, labels, strict=True) if line.group(3).rstrip('”" ').endswith("?")]
    return {label for label in labels if label.isupper() and 2 * asking.count(label) < labels.count(label)}


def find(
    parse: Parse, vocabulary: Vocabulary, who: Callable[[int, int], str | None]
) -> Iterator[tuple[Cue, int, int, bool]]:
    """Each line with its speaker's name as source, the colon as cue, and whether the words are the speaker's own.

    A label counts when it stands for somebody of the article (`who` tells, by characters), for a part in an interview
    ("HOST", "Q"), or when it is in capitals and comes again; "TRENDING:" and its kind never do. What an official says
    in a transcript is direct speech; what a reporter tells in one is the article.
    """
    lines = list(_LINE.finditer(parse.text))
    labels = [line.group(1).strip() for line in lines]
    asked = any(label.lower() in ("q", "question") for label in labels) or bool(_QUESTION.search(parse.text))
    held = {label for label in labels if _MISTER.match(label)}
    told = [
        (label.split()[-1], line.group(3))
        for line, label in zip(lines, labels, strict=True)
        if label.split()[-1].lower() not in vocabulary.words["parts"]  # a host announces colleagues
    ]
    held |= {label for label in labels if label.isupper() and _told_of(label, told)}
    answering = _answering(lines, labels, parse.text)
    for line, label in zip(lines, labels, strict=True):
        if label.lower() in vocabulary.words["labels"]:
            continue
        capitals = label.isupper() and labels.count(label) > 1
        part = label.lower() in vocabulary.words["parts"]
        named = who(line.start(1), line.start(1) + len(label))
        if not (capitals or part or named or label in held) or (len(label) == 1 and not asked):
            continue
        answers = asked and (label.lower() in ("a", "answer") or ((capitals or named == "person") and not part))
        answers = (
            answers
            or label in held
            or (label in answering and not part and named != "body")
            or (named == "body" and labels.count(label) > 1)
        )
        named = named or ("person" if label in held else None)
        own = answers or (named == "official" and parse.text.count("\n", 0, line.start()) > 0)
        colon = bisect_right(parse.start, line.start(2)) - 1  # "):" is one token
        name = bisect_left(parse.start, line.start(1) + len(label.split("(")[0].rstrip())) - 1
        first, last = bisect_left(parse.start, line.start(3)), bisect_left(parse.start, line.end(3)) - 1
        if 0 < colon < len(parse) and parse.lower[colon].endswith(":") and first <= last:
            yield Cue(colon, colon, min(name, colon - 1)), first, last, own
