"""The bytes of a page -> one `Page`: its kind, its dates, and the article's text without the page around it.

page = clean(body, url, content_type="text/html", feed_date=None)
if page.readable:
    Document(page.text, page.canonical_url, page.title, page.outlet, page.published)
"""

from __future__ import annotations

from extract.clean.cleaning import clean
from extract.clean.page import KINDS, READABLE, VERSION, Page
from extract.clean.urls import canonical_url

__all__ = ["KINDS", "READABLE", "VERSION", "Page", "canonical_url", "clean"]
