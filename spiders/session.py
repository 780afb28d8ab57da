"""What all spiders of one collection share: the run, its recorder, what is remembered, and who fetches which page."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from db.archive import Archive, Link, Problem, Visit, now
from db.archive.memory import FORCED_AFTER
from spiders.recorder import Recorder


@dataclass
class Tally:
    """What happened to one source in this run, as far as the archive's own rows do not tell."""

    found: int = 0
    skipped: int = 0
    tried: int = 0
    failed: int = 0
    refused: int = 0
    blocked: int = 0
    answered: int = 0
    """Findings (feeds, sitemaps, searches) that answered and could be read."""
    unmodified: int = 0
    """Of these, how many had nothing new to say (304)."""
    reasons: Counter[str] = field(default_factory=Counter)
    finding_failure: str | None = None
    started: str = field(default_factory=now)
    finish: str = "finished"


@dataclass
class Session:
    """One collection under way. `reader` is a second connection: the recorder's own belongs to its thread."""

    run: int
    recorder: Recorder
    reader: Archive
    revisit: str = "due"
    allow_private: bool = False
    only_look: bool = False
    """Only what sources name is asked for, not the pages (`spiders.check`)."""
    claimed: set[str] = field(default_factory=set)
    """Pages that some spider of this run has asked for: no page is asked for twice."""
    tallies: dict[str, Tally] = field(default_factory=dict)

    def tally(self, source: str) -> Tally:
        return self.tallies.setdefault(source, Tally())

    def claim(self, url: str) -> bool:
        """Whether the page is still free in this run; from now on it is not."""
        if url in self.claimed:
            return False
        self.claimed.add(url)
        return True

    def conditions(self, memory: dict[str, Any] | None) -> dict[str, str]:
        """Headers of a conditional request; none for what was never fetched, or not in full for a week."""
        if memory is None or not memory["last_full"]:
            return {}
        full = datetime.strptime(memory["last_full"], "%Y-%m-%dT%H:%M:%S.%fZ").replace(tzinfo=UTC)
        if datetime.now(UTC) - full > FORCED_AFTER - timedelta(hours=1):
            return {}
        headers = {"If-None-Match": memory["etag"], "If-Modified-Since": memory["last_modified"]}
        return {name: value for name, value in headers.items() if value}

    def problem(self, source: str, url: str, reason: str, detail: str = "") -> None:
        """Keeps the reason why a request gave no page; counted by its first words."""
        self.tally(source).reasons[reason] += 1
        self.recorder.problem(Problem(source, url, reason, detail))

    def link(self, link: Link) -> None:
        self.recorder.link(link)

    def visit(self, visit: Visit) -> None:
        self.recorder.visit(visit)
