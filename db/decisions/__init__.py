"""What people decided of claims and records: kept in a file of theirs, obeyed by every build."""

from db.decisions.file import Decision, Decisions, add, load

__all__ = ["Decision", "Decisions", "add", "load"]
