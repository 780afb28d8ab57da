"""Letters and reports as PDF: real files, made here."""

from __future__ import annotations

from datetime import UTC, date, datetime
from io import BytesIO

import pytest
from fpdf import FPDF
from PIL import Image, ImageDraw

from extract import pdf
from tests.clean.pages import cleaned

LETTER = [
    "Keswick Bay Police Department",
    "January 6, 2025",
    "Dear Clerk Holloway,",
    "Under the Community Trust Ordinance the department reports each year how many civil immigration detainers it was "
    "sent. In 2024 the department received 22 detainers from Immigration and Customs Enforcement. It acted on none of "
    "them, since none came with a warrant signed by a judge.",
    "Of the 22 people named, nine had posted bail and thirteen were released by the court on the day of their arrest. "
    "The department keeps a ledger of every form and will show it to the council on request.",
    "Sincerely,",
    "Ruth Okafor, Chief of Police",
]


def made(paragraphs: list[str], *, size: int = 11, **data: str) -> bytes:
    """A PDF of these paragraphs; `data` is its metadata."""
    document = FPDF(format="letter")
    document.set_creation_date(datetime(2025, 1, 7, tzinfo=UTC))
    for key, value in data.items():
        getattr(document, f"set_{key}")(value)
    document.add_page()
    document.set_font("helvetica", size=size)
    for paragraph in paragraphs:
        document.multi_cell(0, 6, paragraph, new_x="LMARGIN", new_y="NEXT", align="L")
        document.ln(4)
    return bytes(document.output())


def scanned() -> bytes:
    """A page that is a picture of a page."""
    image = Image.new("L", (850, 1100), 255)
    ImageDraw.Draw(image).text((100, 100), "Detainers received in 2024: 22", fill=0)
    buffer = BytesIO()
    image.save(buffer, "PNG")
    document = FPDF(format="letter")
    document.add_page()
    document.image(buffer, 0, 0, 215)
    return bytes(document.output())


def test_a_letter_is_read_paragraph_by_paragraph() -> None:
    paper = pdf.read(made(LETTER))
    assert paper.paragraphs == LETTER
    assert paper.dated == date(2025, 1, 6)
    assert paper.created == date(2025, 1, 7)
    assert paper.author == "Ruth Okafor"
    assert paper.notes == []


def test_a_letter_as_a_page() -> None:
    page = cleaned(made(LETTER, title="Annual report on civil immigration detainers"), "https://city.test/letter.pdf",
                   content_type="application/pdf")  # fmt: skip
    assert page.kind == "pdf"
    assert page.title == "Annual report on civil immigration detainers"
    assert page.text == "\n\n".join([page.title, *LETTER])
    assert (page.published, page.date_source) == (date(2025, 1, 6), "dateline")
    assert page.dates["metadata"] == "2025-01-07"
    assert page.byline == "Ruth Okafor"
    assert page.language == "en"


@pytest.mark.parametrize("title", ["Microsoft Word - letter_final.docx", "letter.pdf", "untitled", "doc1"])
def test_a_programs_title_is_none(title: str) -> None:
    assert pdf.read(made(LETTER, title=title)).title is None


def test_metadata_names_the_author() -> None:
    assert pdf.read(made(LETTER, author="Keswick Bay Police")).author == "Keswick Bay Police"


def test_a_scan_is_said_to_be_one() -> None:
    page = cleaned(scanned(), "https://city.test/scan.pdf")
    assert (page.kind, page.text) == ("scanned pdf", "")
    assert page.notes == ["1 page without a text layer"]


def test_a_report_of_many_pages_loses_its_running_heads() -> None:
    document = FPDF(format="letter")
    for number in range(1, 5):
        document.add_page()
        document.set_font("helvetica", size=11)
        document.multi_cell(0, 6, "Annual Detainer Report", new_x="LMARGIN", new_y="NEXT")
        document.ln(4)
        text = f"In district {number} the department received {number * 11} detainers in the course of the year, and it"
        document.multi_cell(0, 6, f"{text} honored none of these for want of a warrant.", new_x="LMARGIN", new_y="NEXT")
        document.ln(4)
        document.multi_cell(0, 6, f"Page {number} of 4", new_x="LMARGIN", new_y="NEXT")
    paper = pdf.read(bytes(document.output()))
    assert len(paper.paragraphs) == 4
    assert paper.paragraphs[2].startswith("In district 3 the department received 33 detainers")


@pytest.mark.parametrize("kept", [0.3, 0.6, 0.9])
def test_a_truncated_file_has_a_clear_outcome(kept: float) -> None:
    whole = made(LETTER * 6)
    page = cleaned(whole[: int(len(whole) * kept)], "https://city.test/letter.pdf", content_type="application/pdf")
    assert page.kind == "empty"
    assert page.notes == ["the PDF cannot be opened (it is truncated: its end is missing)"]


def test_a_protected_file_says_so() -> None:
    document = FPDF()
    document.set_encryption(owner_password="a", user_password="b")
    document.add_page()
    document.set_font("helvetica", size=11)
    document.multi_cell(0, 6, LETTER[3])
    assert pdf.read(bytes(document.output())).notes == ["the PDF cannot be opened (it is protected by a password)"]


def test_an_html_page_served_as_pdf_is_a_page() -> None:
    page = cleaned(
        "<html><head><title>Not found</title></head><body><p>Gone</p></body></html>", content_type="application/pdf"
    )
    assert page.kind == "empty"
    assert page.title == "Not found"
