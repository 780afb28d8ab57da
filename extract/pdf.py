"""Text PDFs: letters, reports, notices. A scan has no text and is said to be one."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

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
    pages: list[str] = []
    count = len(document)
    for index in range(min(count, _PAGES)):
        try:
            pages.append(document[index].get_textpage().get_text_bounded())
        except pypdfium2.PdfiumError:
            notes.append(f"page {index + 1} cannot be read")
    if count > _PAGES:
        notes.append(f"only the first {_PAGES} of {count} pages were read")
    lines = [[plain(line) for line in page.splitlines()] for page in pages]
    if sum(len(line) for page in lines for line in page) < 20 * max(count, 1):
        return Paper(
            scanned=count > 0, notes=[*notes, f"{count} pages without a text layer"], created=_created(document)
        )
    paragraphs = _paragraphs(lines)
    data = document.get_metadata_dict(skip_empty=True)
    dated, _ = dates.of_lines(paragraphs[:12])
    return Paper(paragraphs, _said(data.get("Title")), _said(data.get("Author")) or _signature(paragraphs), dated,
                 _created(document), False, notes)  # fmt: skip


def _created(document: pypdfium2.PdfDocument) -> date | None:
    match = _CREATED.match(document.get_metadata_dict(skip_empty=True).get("CreationDate", ""))
    return dates.iso("-".join(match.groups())) if match else None


def _said(value: str | None) -> str | None:
    """Metadata that a person wrote, not a program ("Microsoft Word - letter_final.docx")."""
    value = plain(value or "")
    if len(value) < 4 or re.search(r"\.\w{3,4}$|^untitled|^microsoft word|^\w+\d*$", value, re.IGNORECASE):
        return None
    return value


def _paragraphs(pages: list[list[str]]) -> list[str]:
    """Lines of running text joined; a line that stops short of the margin, or a blank one, ends a paragraph."""
    repeated = _running_heads(pages)
    lines = [line for page in pages for line in page if not _PAGE_NUMBER.match(line) and line not in repeated]
    margin = max((len(line) for line in lines), default=0)
    out: list[str] = []
    open_ = False
    for line in lines:
        if not line:
            open_ = False
            continue
        if open_ and not _SALUTATION.match(line):
            before = out[-1]
            out[-1] = before[:-1] + line if re.search(r"[a-z]-$", before) and line[:1].islower() else f"{before} {line}"
        else:
            out.append(line)
        short = len(line) < 0.62 * margin
        ended = _SENTENCE_END.search(line) is not None and len(line) < 0.85 * margin
        open_ = not (short or ended or _CLOSING.match(line))
    return out


def _running_heads(pages: list[list[str]]) -> set[str]:
    if len(pages) < 3:
        return set()
    edges = [line for page in pages for line in {*page[:2], *page[-2:]} if line]
    return {line for line in edges if edges.count(line) >= max(3, len(pages) - 1)}


def _signature(paragraphs: list[str]) -> str | None:
    for index, line in enumerate(paragraphs[:-1]):
        if _CLOSING.match(line):
            name = re.split(r"\s*,\s*", paragraphs[index + 1])[0]
            return name if 2 <= len(name.split()) <= 5 else None
    return None
