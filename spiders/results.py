"""What a run did for a source, in numbers and, where it went wrong, with the cause in words."""

from __future__ import annotations

from typing import Any

from db.archive import Archive, now
from spiders.kinds import MAY_BE_EMPTY
from spiders.session import Tally
from spiders.sources import Source

BAD = ("failed", "blocked", "time limit", "empty")
"""Statuses that make a run fail; see `result_of`."""


def result_of(source: Source, tally: Tally, archive: Archive, run: int) -> dict[str, Any]:
    """The row of `run_sources`, without its keys."""
    outcomes = archive.outcomes(run, source.id)
    new, changed = outcomes.get("new", 0), outcomes.get("changed", 0)
    unchanged = outcomes.get("unchanged", 0) + outcomes.get("not modified", 0)
    status, cause = verdict(source, tally, new + changed + unchanged)
    return {
        "started_at": tally.started, "ended_at": now(), "status": status, "cause": cause, "found": tally.found,
        "tried": tally.tried, "new": new, "changed": changed, "unchanged": unchanged, "failed": tally.failed,
        "refused": tally.refused, "blocked": tally.blocked, "reasons": dict(tally.reasons),
        "bytes": archive.bytes_of(run, source.id),
    }  # fmt: skip


def verdict(source: Source, tally: Tally, good: int) -> tuple[str, str | None]:
    """`ok`, `failed`, `blocked`, `time limit` or `empty`, and the cause in a few words (also of a partial failure)."""
    most = ", ".join(f"{n} x {reason}" for reason, n in tally.reasons.most_common(3))
    if tally.finish == "time limit":
        return "time limit", f"not done within {source.time_limit:g} s; the rest is due next time"
    if tally.finding_failure and not tally.answered:
        return "failed", tally.finding_failure
    if tally.blocked and tally.blocked * 2 >= tally.tried:
        return "blocked", f"{tally.blocked} of {tally.tried} pages behind a wall ({most})"
    if tally.tried and not good:
        return "failed", f"none of {tally.tried} pages could be had ({most})"
    if tally.answered and not tally.found and not tally.unmodified and not good:
        if source.kind in MAY_BE_EMPTY:
            return "ok", "nothing found"
        return "empty", "answered, but names no pages: moved or redesigned?"
    return "ok", most or None
