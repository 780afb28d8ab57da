"""Text PDFs: letters, reports, notices. A scan has no text and is said to be one."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

import pypdfium2

from extract.clean import dates
from extract.clean.blocks import plain

_PAGES = 200
_CREATED = re.compile(r"^D:(\d{4})(\d{2})(\d{2})")
_SENTENCE_END = re.compile(r"[.!?:;]['\"”’)]*$")
_SALUTATION = re.compile(r"^(?:dear|to whom|re:|subject:)\b", re.IGNORECASE)
_CLOSING = re.compile(
    r"^(?:sincerely|respectfully(?: submitted)?|very truly yours|yours truly|regards|best regards),?$", re.IGNORECASE
)
_BULLET = re.compile(r"^(?:[•▪◦*–-]|\(?\d{1,2}[.)])\s")
_PAGE_NUMBER = re.compile(r"^(?:page\s+)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?$|^-\s*\d{1,4}\s*-$", re.IGNORECASE)


@dataclass(frozen=True)
class Paper:
    """What one PDF holds."""

    paragraphs: list[str] = field(default_factory=list)
    title: str | None = None
    author: str | None = None
    """Of the metadata, else the name under a letter's closing."""
    dated: date | None = None
    """The day that the document itself gives in a line of its own ("January 6, 2025")."""
    created: date | None = None
    """The day of the file's metadata."""
    scanned: bool = False
    """Pages, but hardly a character of text on them."""
    notes: list[str] = field(default_factory=list)


def is_pdf(body: bytes, content_type: str | None = None) -> bool:
    """By its first bytes, or by the header where the body does not look like markup."""
    if b"%PDF-" in body[:1024]:
        return True
    return bool(content_type and "pdf" in content_type.lower() and not body.lstrip().startswith(b"<"))


def read(body: bytes) -> Paper:
    """Text, paragraph by paragraph, and the document's own data; never raises, `notes` say what is wrong."""
    try:
        document = pypdfium2.PdfDocument(body)
    except pypdfium2.PdfiumError as error:
        return Paper(notes=[f"the PDF cannot be opened ({_reason(body, error)})"])
    with document:
        return _read(document)


def _reason(body: bytes, error: Exception) -> str:
    if b"%%EOF" not in body[-2048:]:
        return "it is truncated: its end is missing"
    if "password" in str(error).lower():
        return "it is protected by a password"
    return "it is damaged"


def _read(document: pypdfium2.PdfDocument) -> Paper:
    notes: list[str] = []
    pages: list[list[str]] = []
    count = len(document)
    for index in range(min(count, _PAGES)):
        try:
            pages.append(_paragraphs(_lines(document[index].get_textpage())))
        except pypdfium2.PdfiumError:
            notes.append(f"page {index + 1} cannot be read")
    if count > _PAGES:
        notes.append(f"only the first {_PAGES} of {count} pages were read")
    if sum(len(paragraph) for page in pages for paragraph in page) < 20 * max(count, 1):
        pages_ = "1 page" if count == 1 else f"{count} pages"
        return Paper(scanned=count > 0, notes=[*notes, f"{pages_} without a text layer"], created=_created(document))
    paragraphs = _joined(_without_running_heads(pages))
    data = document.get_metadata_dict(skip_empty=True)
    dated, _ = dates.of_lines(paragraphs[:12])
    return Paper(
        paragraphs, _said(data.get("Title")), _said(data.get("Author")) or _signature(paragraphs), dated,
        _created(document), False, notes,
    )  # fmt: skip


def _created(document: pypdfium2.PdfDocument) -> date | None:
    match = _CREATED.match(document.get_metadata_dict(skip_empty=True).get("CreationDate", ""))
    return dates.iso("-".join(match.groups())) if match else None


def _said(value: str | None) -> str | None:
    """Metadata that a person wrote, not a program ("Microsoft Word - letter_final.docx")."""
    value = plain(value or "")
    if len(value) < 4 or re.search(r"\.\w{3,4}$|^untitled|^microsoft word|^\w+\d*$", value, re.IGNORECASE):
        return None
    return value


@dataclass(frozen=True)
class _Line:
    """A line of print: its text, and where it stands on the page, in points from the lower left."""

    text: str
    left: float
    bottom: float
    right: float
    top: float


def _lines(page: pypdfium2.PdfTextPage) -> list[_Line]:
    """The page's lines in reading order: the pieces that stand at one height are one line."""
    boxes = [page.get_rect(index) for index in range(page.count_rects())]
    rows: list[list[tuple[float, float, float, float]]] = []
    for box in boxes:
        middle = (box[1] + box[3]) / 2
        if rows and rows[-1][-1][1] <= middle <= rows[-1][-1][3] and box[0] >= rows[-1][-1][0]:
            rows[-1].append(box)
        else:
            rows.append([box])
    out = []
    for row in rows:
        left, bottom = min(b[0] for b in row), min(b[1] for b in row)
        right, top = max(b[2] for b in row), max(b[3] for b in row)
        text = plain(" ".join(page.get_text_bounded(*box) for box in row))
        if text:
            out.append(_Line(text, left, bottom, right, top))
    return out


def _paragraphs(lines: list[_Line]) -> list[str]:
    """Lines of running text joined. A wider gap, a line that stops well short of the margin after a sentence's end, and
    a letter's own parts end a paragraph."""
    steps = [above.bottom - below.bottom for above, below in pairwise(lines) if above.bottom > below.bottom]
    usual = min(steps, default=0.0) if len(steps) < 3 else sorted(steps)[len(steps) // 4]
    margin = max((line.right for line in lines), default=0.0)
    out: list[str] = []
    before: _Line | None = None
    for line in lines:
        if before is not None and _goes_on(before, line, usual, margin):
            out[-1] = _with(out[-1], line.text)
        else:
            out.append(line.text)
        before = line
    return out


def _goes_on(before: _Line, line: _Line, usual: float, margin: float) -> bool:
    step = before.bottom - line.bottom
    if step <= 0 or step > 1.35 * max(usual, 0.8 * (before.top - before.bottom)):
        return False
    if _SALUTATION.match(line.text) or _CLOSING.match(before.text) or _BULLET.match(line.text):
        return False
    width = margin - before.left
    short = before.right < before.left + 0.6 * width
    ended = _SENTENCE_END.search(before.text) is not None and before.right < before.left + 0.85 * width
    return not (short or ended)


def _with(text: str, more: str) -> str:
    """A line added to a paragraph; a word divided at the line's end is one again."""
    return text[:-1] + more if re.search(r"[a-z]-$", text) and more[:1].islower() else f"{text} {more}"


def _without_running_heads(pages: list[list[str]]) -> list[list[str]]:
    """Pages without their numbers, and without a head or foot that most of them share."""

    def masked(text: str) -> str:
        return re.sub(r"\d+", "#", text)

    edges = Counter(masked(p) for page in pages for p in {*page[:1], *page[-1:]} if len(p) < 120)
    repeated = {text for text, times in edges.items() if len(pages) > 2 and times >= max(3, len(pages) - 1)}
    return [[p for p in page if not _PAGE_NUMBER.match(p) and masked(p) not in repeated] for page in pages]


def _joined(pages: list[list[str]]) -> list[str]:
    """All paragraphs; one that a page's end cuts in mid-sentence is whole again."""
    out: list[str] = []
    for page in pages:
        first, rest = page[:1], page[1:]
        if out and first and not _SENTENCE_END.search(out[-1]) and first[0][:1].islower():
            out[-1] = _with(out[-1], first[0])
        else:
            out += first
        out += rest
    return out


def _signature(paragraphs: list[str]) -> str | None:
    for index, line in enumerate(paragraphs[:-1]):
        if _CLOSING.match(line):
            name = re.split(r"\s*,\s*", paragraphs[index + 1])[0]
            return name if 2 <= len(name.split()) <= 5 else None
    return None
