"""The archive, the working database of everything collected: captures, articles, versions, readings."""

from db.archive.archive import Archive, ArchiveError, Batch, Capture, Problem
from db.archive.base import now
from db.archive.memory import Link, Visit
from db.archive.warc import Exchange

__all__ = ["Archive", "ArchiveError", "Batch", "Capture", "Exchange", "Link", "Problem", "Visit", "now"]
