"""Lines of a transcript: a name in capitals and a colon, then what was said without marks."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from extract.attribution.direct import Cue
from extract.attribution.parse import Parse

_LINE = re.compile(r"^[ \t]*((?:[A-Z][A-Z.’'\-]+[ \t]?){1,4}(?:\([^)\n]{1,30}\)[ \t]?)?)(:)[ \t]+(?=[^\s“\"])([^\n]+)", re.M)


def find(parse: Parse) -> Iterator[tuple[Cue, int, int]]:
    """Each line with its speaker's name as source and the colon as cue."""
    lines = list(_LINE.finditer(parse.text))
    if len(lines) < 2:
        return
    for line in lines:
        colon = bisect_left(parse.start, line.start(2))
        first, last = bisect_left(parse.start, line.start(3)), bisect_left(parse.start, line.end(3)) - 1
        if colon < len(parse) and parse.lower[colon] == ":" and colon and first <= last:
            yield Cue(colon, colon, colon - 1), first, last
