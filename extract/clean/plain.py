"""Plain text as blocks: what a server sends without markup, whatever it calls it."""

from __future__ import annotations

import re
from html import unescape
from statistics import median

from extract.clean.blocks import Block, plain

_MARKUP = re.compile(
    r"<(?:!doctype|html|head|body|div|p|br|article|section|table|title|meta|script|span|h[1-6])\b", re.IGNORECASE
)
_BULLET = re.compile(r"^[-*•·▪‣◦–]\s+(?=\S)")
_ITEM = re.compile(rf"{_BULLET.pattern}|^\(?\d{{1,2}}[.)]\s+(?=\S)")


def has_markup(text: str) -> bool:
    """Whether this is HTML at all."""
    return _MARKUP.search(text[:20000]) is not None


def blocks_of(text: str) -> list[Block]:
    """Each line is a block, unless the text is hard-wrapped: then a blank line ends one."""
    if "&" in text:
        text = unescape(text)
    out: list[Block] = []
    for paragraph in re.split(r"\n\s*\n", text.replace("\r\n", "\n").replace("\r", "\n")):
        lines = [line for line in map(plain, paragraph.split("\n")) if line]
        out += [_block(line) for line in (_unwrap(lines) if _is_wrapped(lines) else lines)]
    return out


def _is_wrapped(lines: list[str]) -> bool:
    """Lines cut at one width: long, nearly equal, most of them in the middle of a sentence."""
    if len(lines) < 3:
        return False
    widths = [len(line) for line in lines[:-1]]
    even = median(widths)
    cut = sum(not re.search(r"[.!?:;]['\"”’)]*$", line) for line in lines[:-1])
    return 45 <= even <= 100 and min(widths) > 0.7 * even and cut >= 0.5 * len(widths)


def _unwrap(lines: list[str]) -> list[str]:
    joined: list[str] = []
    for line in lines:
        if joined and not _ITEM.match(line):
            before = joined[-1]
            joined[-1] = (
                before[:-1] + line if re.search(r"[a-z]-$", before) and line[:1].islower() else f"{before} {line}"
            )
        else:
            joined.append(line)
    return joined


def _block(line: str) -> Block:
    if _ITEM.match(line):
        return Block(_BULLET.sub("", line, count=1), "item")
    if line.count(" | ") or line.count("\t"):
        return Block(line, "row")
    return Block(line)
