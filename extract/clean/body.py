"""The main text of a page as blocks: trafilatura, and what it is known to miss."""

from __future__ import annotations

from lxml.html import HtmlElement
from trafilatura import bare_extraction

from extract.clean.blocks import Block, of_tree
from extract.clean.structured import Structured


def main_blocks(tree: HtmlElement, structured: Structured, url: str) -> list[Block]:
    """Blocks of the article on a page, furniture among them still."""
    document = bare_extraction(tree, url=url, favor_precision=True, include_comments=False)
    return of_tree(document.body) if document is not None and not isinstance(document, dict) else []
