"""Lines of a transcript or headline: a name and a colon, then what was said without marks."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator

from extract.attribution.beside import Cue
from extract.attribution.parse import Parse
from extract.attribution.vocabulary import Vocabulary

_LINE = re.compile(
    r"^[ \t]*((?:[A-Z][\w.’'\-]*[ \t]?){1,4}(?:\([^)\n]{1,30}\)[ \t]?)?)(:)[ \t]+(?=[^\s“\"])([^\n]{2,})", re.MULTILINE
)


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
    asked = any(label.lower() in ("q", "question") for label in labels)
    for line, label in zip(lines, labels, strict=True):
        if label.lower() in vocabulary.words["labels"]:
            continue
        capitals = label.isupper() and labels.count(label) > 1
        part = label.lower() in vocabulary.words["parts"]
        named = who(line.start(1), line.start(1) + len(label))
        if not (capitals or part or named) or (len(label) == 1 and not asked):
            continue
        answers = asked and label.lower() in ("a", "answer")
        own = answers or (named == "official" and parse.text.count("\n", 0, line.start()) > 0)
        colon = bisect_left(parse.start, line.start(2))
        first, last = bisect_left(parse.start, line.start(3)), bisect_left(parse.start, line.end(3)) - 1
        if 0 < colon < len(parse) and parse.lower[colon] == ":" and first <= last:
            yield Cue(colon, colon, colon - 1), first, last, own
