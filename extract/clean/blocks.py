"""A text as blocks: paragraphs, headings, items, rows, each knowing what it is."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from lxml.etree import _Element

_SPACE = re.compile(r"[ \t\r\n\f\u00a0\u2007\u202f\u2009\u200a]+")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\u2066-\u2069\u202a-\u202e]")
_TERMINAL = re.compile(r"[.!?…。！？]['\"”’»)\]」』]*$|[:;,]['\"”’»]*$|[—–-]$")
_NUMBERED = re.compile(r"\(?\d{1,2}[.)]\s")
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]")
_SENTENCE = re.compile(r"[.!?…]['\"”’»)\]]*(?:\s|$)")


@dataclass(frozen=True)
class Block:
    """One paragraph, heading, list item or table row."""

    text: str
    kind: str = "paragraph"
    """`paragraph`, `heading`, `item`, `row`, `quote`."""
    linked: float = 0.0
    """Share of its characters that stand in links, 0 to 1."""

    @property
    def words(self) -> int:
        """Number of words; two characters count as one where a script writes no blanks."""
        return count_words(self.text)

    @property
    def is_prose(self) -> bool:
        """Whether it holds a full sentence: ends like one, and is longer than a label."""
        return bool(_TERMINAL.search(self.text)) and self.words >= 6

    @property
    def sentences(self) -> int:
        """Roughly, how many sentences end here."""
        return len(_SENTENCE.findall(self.text))


def count_words(text: str) -> int:
    """Blank-separated words; of Chinese, Japanese and Thai script, half the characters."""
    return len(text.split()) + len(_UNSPACED.findall(text)) // 2


def plain(text: str) -> str:
    """Blanks of every kind folded to one, invisible characters gone."""
    return _SPACE.sub(" ", _INVISIBLE.sub("", text)).strip()


def of_tree(body: _Element) -> list[Block]:
    """Blocks of the element tree that trafilatura returns (`p`, `head`, `list`/`item`, `quote`, `table`, `lb`)."""
    blocks: list[Block] = []
    _walk(body, blocks)
    return [block for block in blocks if block.text]


def _walk(element: _Element, blocks: list[Block]) -> None:
    _add(blocks, element.text, "paragraph")
    for child in element:
        if child.tag == "table":
            _table(child, blocks)
        elif child.tag in {"p", "head", "item", "quote", "code"}:
            _leaf(child, blocks)
        elif child.tag in {"hi", "ref", "del", "lb"}:
            _add(blocks, "".join(child.itertext()), "paragraph")
        elif isinstance(child.tag, str):
            _walk(child, blocks)
        _add(blocks, child.tail, "paragraph")


def _table(table: _Element, blocks: list[Block]) -> None:
    """Rows of a table of data; the contents of cells that only place text on the page, as old templates use them."""
    for row in table.iter("row"):
        cells = [(cell, plain(" ".join(cell.itertext()))) for cell in row.iter("cell")]
        if any(count_words(text) > _LAYOUT for _, text in cells):
            for cell, _ in cells:
                _walk(cell, blocks)
        else:
            _add(blocks, " | ".join(text for _, text in cells if text), "row")


_LAYOUT = 60
"""Words in one cell, above which it holds an article, not a datum."""
_KINDS = {"p": "paragraph", "head": "heading", "item": "item", "quote": "quote", "code": "paragraph"}


def _leaf(element: _Element, blocks: list[Block]) -> None:
    kind = _KINDS[element.tag]
    if any(child.tag in {"p", "list", "quote", "table", "head"} for child in element):
        inner: list[Block] = []
        _walk(element, inner)
        blocks += [Block(b.text, kind if b.kind == "paragraph" else b.kind, b.linked) for b in inner]
        return
    linked = sum(len("".join(ref.itertext())) for ref in element.iter("ref"))
    for piece in _lines(element):
        _add(blocks, piece, kind, linked / max(len(piece), 1))


def _lines(element: _Element) -> list[str]:
    parts = [element.text or ""]
    for child in element:
        parts.append("\n\n" if child.tag == "lb" else "".join(child.itertext()))
        parts.append(child.tail or "")
    # A single forced line break is a comma's worth of pause, two are a paragraph.
    return re.split(r"\s*\n\n\s*", "".join(parts))


def _add(blocks: list[Block], text: str | None, kind: str, linked: float = 0.0) -> None:
    if text and (clean := plain(text)):
        blocks.append(Block(clean, kind, min(linked, 1.0)))


def join(blocks: Iterable[Block]) -> str:
    """Blocks as text: blank lines between, but items and rows of one list or table on lines of their own.

    Items have a hyphen before them, unless they are numbered.
    """
    out: list[str] = []
    before: str | None = None
    for block in blocks:
        text = f"- {block.text}" if block.kind == "item" and not _NUMBERED.match(block.text) else block.text
        together = before == block.kind and block.kind in {"item", "row"}
        out.append(text if not out else f"\n{text}" if together else f"\n\n{text}")
        before = block.kind
    return "".join(out)
