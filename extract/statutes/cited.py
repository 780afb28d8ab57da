"""Citations: codes and reporters by CiteURL (its templates and our own), cases and docket numbers by eyecite.

Both are slow on running text, so they see only the lines in which something looks like a citation.
"""

from __future__ import annotations

import re
from functools import cache

from citeurl import Citator  # type: ignore[import-untyped]
from eyecite import get_citations
from eyecite.models import FullCaseCitation

from extract.statutes.known import Law
from extract.vocabulary import FOLDER

_LOOKS = re.compile(
    r"§|\bU\.?\s?S\.?\s?C\.?\s|\bC\.?\s?F\.?\s?R\.?\s|\bStat(?:s?\.|utes)|\bCode\b|ILCS|\bRCW|\bORS\b|C\.R\.S"
    r"|M\.?G\.?L|General\s+Laws|Gen\.\s?Laws|Pub(?:\.|lic)\s+L|\bINA\b"
    r"|[Ss]ection\s+\d[\w.]*\s+of\s+[Tt]itle|\bA\.R\.S|O\.R\.S|R\.C\.W|Crim(?:\.|inal)\s+Proc"
)
_REPORTER = re.compile(
    r"\d\s+(?:F\.\s?(?:2d|3d|4th|Supp)|U\.S\.|[A-Z][a-z]+\.|A\.D\.|S\.\s?Ct|N\.E\.|P\.\s?[23]d|WL|MT)\s?"
    r"(?:\d[a-z]{1,2})?\s*\d"
)
_REGULATION = re.compile(r"C\.?F\.?R")
_REWRITE = {"8 U.S.C. § 287.7": "8 C.F.R. § 287.7"}
"""Boston's own code cites the detainer regulation as if it stood in the United States Code."""
_MORE = re.compile(r"\s*(?:,|and|&|,\s*and)\s+(?:§+\s*)?(\d{3,5}[a-z]?)(?:\([a-z0-9]{1,3}\))*(?=[\s,.;)]|$)")


@cache
def citator() -> Citator:
    """CiteURL with federal and state law, and the templates of vocabulary/citations.yml in place of its own where
    they differ."""
    return Citator(
        defaults=["general federal law", "specific federal laws", "state law"],
        yaml_paths=[str(FOLDER / "citations.yml")],
    )


def find(text: str) -> list[Law]:
    """Every citation of the text, with the name that CiteURL builds for it."""
    out: list[Law] = []
    for start, line in _lines(text):
        if _LOOKS.search(line):
            out += _codes(line, start)
        if _REPORTER.search(line):
            out += _cases(line, start)
    return out


def _lines(text: str) -> list[tuple[int, str]]:
    out, at = [], 0
    for line in text.split("\n"):
        if line:
            out.append((at, line[:4000]))
        at += len(line) + 1
    return out


def _codes(line: str, offset: int) -> list[Law]:
    out = []
    for cite in citator().list_cites(line):
        if cite.parent is not None or re.match(r"(?:[Aa]rt|[Ii]d)", cite.text):
            continue
        start, end = cite.span
        name = str(cite.name or cite.text).replace("\\", "").replace("–", "-")
        name = _REWRITE.get(name, name)
        kind = "regulation" if _REGULATION.search(name) else "ordinance" if "Admin. Code" in name else "statute"
        out.append(Law(name, kind, name, offset + start, offset + end))
        while "§" in name and (more := _MORE.match(line, end)):
            other = re.sub(r"[\d.]+[a-z]?(?:\([^)]*\))*$", more[1], name)
            end = more.end()
            out.append(Law(other, kind, other, offset + more.start(1), offset + end))
    return out


def _cases(line: str, offset: int) -> list[Law]:
    """Reporter citations without their case name, which the name's own shape finds."""
    return [
        Law(
            cite.matched_text(),
            "ruling",
            cite.matched_text(),
            offset + cite.span()[0],
            offset + cite.span()[1],
            weak=True,
        )
        for cite in get_citations(line)
        if isinstance(cite, FullCaseCitation)
    ]
