"""Quotation marks: where a text opens and closes somebody's words, straight or curly, balanced or not.

A quotation ends at its closing mark, at the end of a paragraph that lost it, or runs on through paragraphs that each
open with a mark again. Single marks inside double ones are speech in speech and are left to the outer quotation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_MARK = re.compile("[“”„«»\"]|''|``")
_SINGLE = re.compile("(?<![\\w’‘])[‘'](?=[^\\s’'])")
_SINGLE_END = re.compile("[’'](?!\\w)")
_TAG = re.compile(
    r"[,?!]\s+(?:(?:(?:he|she|they|(?:[A-Z][\w’'.-]+\s+){1,4}?)(?:said|says|wrote|told|added|asked))|said\s+[A-Z])\b"
)
_PARAGRAPH = re.compile(r"[^\n]+")
_OPENING, _CLOSING = "“„«``", "”»"


@dataclass(frozen=True)
class Quotation:
    """`text[start:end]` with its marks; `inner_start`..`inner_end` without them."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    closed: bool = True
    single: bool = False


def paragraphs(text: str) -> list[tuple[int, int]]:
    """The lines of the text that hold anything, as character spans without surrounding space."""
    spans = []
    for line in _PARAGRAPH.finditer(text):
        stripped = line.group().strip()
        if stripped:
            start = line.start() + line.group().index(stripped[0])
            spans.append((start, start + len(stripped)))
    return spans


def find(text: str) -> list[Quotation]:
    """All quotations of `text` in order, none inside another."""
    found: list[Quotation] = []
    running: int | None = None
    for start, end in paragraphs(text):
        if running is not None and not _opens(text, start, end):
            running = None
        for quotation in _paragraph(text, start, end):
            if running is not None and quotation.start <= start + 1:
                first = found.pop()
                quotation = Quotation(
                    first.start, quotation.end, first.inner_start, quotation.inner_end, quotation.closed
                )
            running = None
            found.append(quotation)
            if not quotation.closed:
                running = quotation.start
    return found


def _opens(text: str, start: int, end: int) -> bool:
    mark = _MARK.match(text, start, end)
    return bool(mark and mark.group() not in _CLOSING)


def _paragraph(text: str, start: int, end: int) -> Iterator[Quotation]:
    marks = [m for m in _MARK.finditer(text, start, end) if not _inches(text, m.start())]
    if not marks:
        yield from _singles(text, start, end)
        return
    opened: re.Match[str] | None = None
    for index, mark in enumerate(marks):
        if opened is None:
            if _may_open(text, mark, end, index + 1 < len(marks)):
                opened = mark
        elif _may_close(text, mark, end, opened):
            if mark.start() > opened.end() and not _nickname(text, opened.start(), mark.end()):
                yield Quotation(opened.start(), mark.end(), opened.end(), mark.start())
            opened = None
    if opened is not None:
        stop = _lost_close(text, opened.end(), end)
        if stop > opened.end():
            yield Quotation(opened.start(), stop, opened.end(), stop, closed=False)


def _may_open(text: str, mark: re.Match[str], end: int, more: bool) -> bool:
    """A mark that can begin a quotation: a closing one may, after a stray space and with a partner to follow."""
    before = text[mark.start() - 1] if mark.start() else " "
    after = text[mark.end()] if mark.end() < end else " "
    if mark.group() in _OPENING:
        return mark.end() < end and after not in ",;)"
    if mark.group() in _CLOSING:
        return more and before.isspace()
    return (
        mark.end() < end
        and (not after.isspace() or (more and before.isspace()))
        and not (before.isalnum() and after in " ,.;:)")
    )


def _may_close(text: str, mark: re.Match[str], end: int, opened: re.Match[str]) -> bool:
    after = text[mark.end()] if mark.end() < end else " "
    before = text[mark.start() - 1]
    if mark.group() in _CLOSING:
        return True
    if mark.group() in _OPENING:  # an opening mark where a closing one belongs: "immigration “, she said"
        return after in ",.;" or (before.isspace() and after.isspace())
    return not before.isspace() or after.isspace() or after in ",.;:!?)"


_NICKNAME = re.compile(r"[A-Z][\w.’'-]*\s+[“\"][A-Z]\w+(?:\s[A-Z]\w+)?[”\"]\s+[A-Z][a-z’'-]+")


def _nickname(text: str, start: int, end: int) -> bool:
    """Whether marks hold a nickname in the middle of a name: Delbert "Del" Dahl."""
    before = text.rfind(" ", 0, start - 1) + 1
    match = _NICKNAME.match(text, max(before, text.rfind("\n", 0, start) + 1))
    return match is not None and match.start() < start and start < end < match.end()


def _inches(text: str, at: int) -> bool:
    """Whether a mark behind a figure is one of length (a 12" pipe): no quotation of its paragraph is open before it."""
    if text[at] != '"' or at == 0 or not text[at - 1].isdigit():
        return False
    return text.count('"', text.rfind("\n", 0, at) + 1, at) % 2 == 0


def _lost_close(text: str, start: int, end: int) -> int:
    """Where a quotation without its closing mark stops: before ", she said" or with the paragraph."""
    cue = _TAG.search(text, start, end)
    return cue.start() + 1 if cue else end


def _singles(text: str, start: int, end: int) -> Iterator[Quotation]:
    """Single marks as the outer ones, in headlines and British copy; apostrophes are not marks."""
    at = start
    while opening := _SINGLE.search(text, at, end):
        closing = _SINGLE_END.search(text, opening.end(), end)
        while closing and text[closing.start() - 1] == "s" and _SINGLE_END.search(text, closing.end(), end):
            following = _SINGLE_END.search(text, closing.end(), end)
            if following is None or text.count("‘", closing.end(), following.start()):
                break
            closing = following
        if closing is None:
            return
        if re.match(r"[’']\d\ds?\b", text[opening.start() : end]) is None:
            yield Quotation(opening.start(), closing.end(), opening.end(), closing.start(), single=True)
        at = closing.end()
