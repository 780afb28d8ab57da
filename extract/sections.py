"""What of a text is prose, and what is the page around it: by the shapes of lines (vocabulary/furniture.yml).

Claims and quotes are read from READ kinds alone. A text is seen as lines; a line is one of the kinds of `Section`, and
what stands under a "Related articles" or "Comments" heading belongs to it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from extract import places, vocabulary

_PATTERNS = [re.Pattern]
SHAPE = {
    "comments": _PATTERNS,
    "related_run": _PATTERNS,
    "related": _PATTERNS,
    "byline": _PATTERNS,
    "caption": _PATTERNS,
    "boilerplate": _PATTERNS,
    "about_run": _PATTERNS,
}
READ = frozenset({"headline", "body", "list", "table"})
"""The kinds that claims and quotes are read from."""


@dataclass(frozen=True)
class Section:
    """`text[start:end]` and what it is: headline, byline, dateline, body, caption, related, comments, boilerplate, list
    or table."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True)
class _Line:
    start: int
    end: int
    text: str
    gap: int
    """Blank lines before it."""


@cache
def _shapes() -> dict[str, re.Pattern[str]]:
    """For each kind one pattern that fits the start of a line."""
    loaded = vocabulary.load("furniture", SHAPE)
    return {
        kind: re.compile("|".join(f"(?:{_scoped(p.pattern)})" for p in patterns)) for kind, patterns in loaded.items()
    }


def _scoped(pattern: str) -> str:
    """ "(?i)x" as "(?i:x)", so that it can stand among others."""
    return f"(?i:{pattern[4:]})" if pattern.startswith("(?i)") else pattern


_BULLET = re.compile(r"(?:[•·▪◦‣*–—-]\s+|\(?\d{1,2}[.)]\s+|\([a-z]\)\s+)\S")
_ROW = re.compile(r"^\S[^.!?]{0,60}?(?:\s+|\t|\|\s*)[-+$]?\d[\d,.]*%?(?:\s*\|?\s*[-+$]?\d[\d,.]*%?)*\s*\|?$")
_ENDS = re.compile(r"[.!?:;][”\"’')\]]*$|[”\"]$")
_HEADLINE_LENGTH = 170
WRAPPED = 45
"""Characters that a line has at least which goes on in the next."""


@lru_cache(maxsize=64)
def _prose(text: str, title: str | None) -> tuple[Section, ...]:
    lines = _lines(text)
    kinds = [_kind(line) for line in lines]
    _runs(lines, kinds)
    _headline(lines, kinds, title)
    _stray_headlines(lines, kinds)
    _tables(lines, kinds)
    out: list[Section] = []
    for line, kind in zip(lines, kinds, strict=True):
        found = _with_dateline(line, kind or "body", text)
        if out and found[0].kind == out[-1].kind == "body" and not line.gap and _runs_on(text, out[-1], found[0]):
            found[0] = replace(found[0], start=out.pop().start)
        out += found
    return tuple(out)


_OPEN = re.compile(r"(?:,|\b(?:the|a|an|of|and|or|in|on|to|by|for|from|with|at|that|its|their|his|her|was|were|had))$")


def _runs_on(text: str, above: Section, below: Section) -> bool:
    """Whether a sentence runs from one line to the next: a text that was wrapped at a width."""
    line = text[text.rfind("\n", 0, above.end) + 1 : above.end]
    if len(line) < WRAPPED or _ENDS.search(line) or _ROW.match(line):
        return False
    return text[below.start].islower() or bool(_OPEN.search(line))


def prose(text: str, title: str | None = None) -> list[Section]:
    """The sections of the text, in order, without gaps but for white space; `title` tells which line is the
    headline."""
    return list(_prose(text, title))


def _lines(text: str) -> list[_Line]:
    out, at, gap = [], 0, 0
    for raw in text.split("\n"):
        bare = raw.strip()
        if bare:
            start = at + raw.find(bare[0])
            out.append(_Line(start, start + len(bare), bare, gap))
            gap = 0
        else:
            gap += 1
        at += len(raw) + 1
    return out


def _kind(line: _Line) -> str | None:
    text = line.text[:600]
    for kind in ("comments", "related_run", "about_run", "related", "byline", "boilerplate", "caption"):
        if _shapes()[kind].match(text):
            if kind == "byline" and len(text) > 200:
                continue
            return kind
    return "list" if _BULLET.match(text) else None


def _runs(lines: list[_Line], kinds: list[str | None]) -> None:
    """Gives what stands under a heading the heading's kind."""
    i = 0
    while i < len(lines):
        kind = kinds[i]
        if kind == "comments":
            i = _comments(lines, kinds, i)
        elif kind == "related_run":
            i = _related(lines, kinds, i)
        elif kind == "about_run":
            kinds[i] = "boilerplate"
            if i + 1 < len(lines) and kinds[i + 1] is None:
                kinds[i + 1] = "boilerplate"
            i += 1
        elif (
            kind == "related"
            and lines[i].text.endswith("|")
            and i + 1 < len(lines)
            and kinds[i + 1] is None
            and _like_headline(lines[i + 1])
        ):
            kinds[i + 1] = "related"
            i += 2
        else:
            i += 1


def _comments(lines: list[_Line], kinds: list[str | None], i: int) -> int:
    """Everything after a comments heading: there is no way back into the article."""
    if i < 3 and len(lines) > 8:
        kinds[i] = "boilerplate"
        return i + 1
    for j in range(i, len(lines)):
        kinds[j] = "related" if kinds[j] in ("related", "related_run") else "comments"
    return len(lines)


def _related(lines: list[_Line], kinds: list[str | None], i: int) -> int:
    kinds[i] = "related"
    j = i + 1
    while j < len(lines) and (kinds[j] in ("related", "list") or (kinds[j] is None and _like_headline(lines[j]))):
        kinds[j] = "related"
        j += 1
    return j


def _like_headline(line: _Line) -> bool:
    text = line.text
    return (
        len(text) <= _HEADLINE_LENGTH
        and not re.search(r"[.:;]$", text)
        and not re.match(r"[“\"]", text)
        and not re.search(r"[.!?]\s+[A-Z]", text[:-1])
    )


def _headline(lines: list[_Line], kinds: list[str | None], title: str | None) -> None:
    """The title's own line, or the first short line that no full stop ends, where prose follows; a copy of it right
    after
    is the page's."""
    seen = None
    for i, line in enumerate(lines[:12]):
        if kinds[i] is not None:
            continue
        if seen is None:
            if _is_title(line.text, title) or (
                not _ENDS.search(line.text)
                and len(line.text) <= _HEADLINE_LENGTH
                and len(lines) > 1
                and not _dateline_end(line.text)
            ):
                kinds[i] = "headline"
                seen = line.text
            elif (len(line.text) > _HEADLINE_LENGTH or _ENDS.search(line.text)) and (title is None or i > 4):
                return
        elif line.text == seen:
            kinds[i] = "boilerplate"
        elif len(line.text) > _HEADLINE_LENGTH:
            return


def _is_title(text: str, title: str | None) -> bool:
    return bool(title) and re.sub(r"\W+", " ", text.lower()).strip() == re.sub(r"\W+", " ", str(title).lower()).strip()


def _stray_headlines(lines: list[_Line], kinds: list[str | None]) -> None:
    """A run of two or more headlines in mid-body, without a heading over it, is a box of related ones."""
    run: list[int] = []
    started = False
    for i in range(len(lines) + 1):
        stray = i < len(lines) and started and kinds[i] is None and _stray(lines[i])
        if stray:
            run.append(i)
            continue
        if len(run) >= 2 and i < len(lines):
            for j in run:
                kinds[j] = "related"
        run = []
        if i < len(lines) and kinds[i] is None and len(lines[i].text) > 120:
            started = True


def _stray(line: _Line) -> bool:
    words = line.text.split()
    return (
        5 <= len(words) <= 25
        and _like_headline(line)
        and not _ENDS.search(line.text)
        and words[0][0].isupper()
        and not re.search(r":\s*\d|\d\s*$", line.text)
        and line.gap > 0
    )


def _tables(lines: list[_Line], kinds: list[str | None]) -> None:
    """Two or more rows that end in figures are a table, and so is the short line above them."""
    for i in range(len(lines) - 1):
        if (
            kinds[i] in (None, "table")
            and kinds[i + 1] in (None, "table")
            and _ROW.match(lines[i].text)
            and _ROW.match(lines[i + 1].text)
        ):
            kinds[i] = kinds[i + 1] = "table"
            if i and kinds[i - 1] is None and len(lines[i - 1].text) < 60 and not _ENDS.search(lines[i - 1].text):
                kinds[i - 1] = "table"


def _with_dateline(line: _Line, kind: str, text: str) -> list[Section]:
    if kind == "body" and (end := _dateline_end(line.text)):
        return [Section(line.start, line.start + end, "dateline"), Section(line.start + end, line.end, "body")]
    return [Section(line.start, line.end, kind)]


def _dateline_end(text: str) -> int:
    match = places.DATELINE.match(text)
    return match.end() if match and match.end() < len(text) else 0
