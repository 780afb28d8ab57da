"""A source that breaks, empties, blocks or changes its template is named the next morning, with the cause."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from db.archive import Archive, Capture, Exchange
from spiders.health import SourceHealth, report


class Nights:
    """An archive in which runs are told, night by night, without fetching: what is judged is the history."""

    def __init__(self, archive: Archive) -> None:
        self.archive, self.night = archive, 0
        archive.add_source("paper", name="Paper", kind="feed", settings={"quiet_days": None})

    def run(
        self,
        pages: int = 10,
        kind: str = "article",
        status: str = "ok",
        cause: str | None = None,
        byline: str | None = "A. Reporter",
        published: str | None = "2025-01-15",
        found: int | None = None,
        **result: object,
    ) -> SourceHealth:
        """One night: `pages` new pages, cleaned to `kind`, and what the collector said; the health after it."""
        self.night += 1
        run = self.archive.start_run("collect")
        day = f"2025-02-{self.night:02d}"
        for number in range(pages):
            url = f"https://paper.example/{self.night}/{number}"
            exchange = Exchange(url, f"{day}T06:00:00.{number:06d}Z", 200, [("Content-Type", "text/html")], b"<p>x")
            capture = self.archive.add_capture(Capture(exchange, "paper", run))
            page = {"kind": kind, "text": f"Text of {url}", "title": url, "byline": byline, "published": published}
            self.archive.store_page(capture, page)
        self.archive.add_source_result(
            run, "paper", status=status, cause=cause, found=pages if found is None else found,
            started_at=f"{day}T06:00:00.000000Z", ended_at=f"{day}T06:10:00.000000Z",
            **{"tried": pages, "new": pages, **result},
        )  # fmt: skip
        (health,) = report(self.archive, run)
        return health


@pytest.fixture
def nights(tmp_path: Path) -> Iterator[Nights]:
    with Archive(tmp_path / "archive.db") as archive:
        nights = Nights(archive)
        for _ in range(4):
            assert nights.run().ok
        yield nights


@pytest.mark.parametrize(
    ("night", "cause"),
    [
        ({"pages": 0, "status": "failed", "cause": "HTTP 404"}, "failed: HTTP 404"),
        ({"pages": 0, "status": "empty", "cause": "answered, but names no pages"}, "names no pages"),
        ({"pages": 0, "status": "time limit", "cause": "not done within 600 s"}, "not done within 600 s"),
        ({"pages": 0, "status": "blocked", "cause": "8 of 9 pages behind a wall"}, "8 of 9 pages behind a wall"),
        ({"pages": 6, "tried": 10, "blocked": 4}, "blocked: 40% of pages behind a wall"),
        ({"kind": "challenge"}, "blocked"),
        ({"pages": 2, "found": 2}, "names 2 pages where 10 are usual"),
        ({"pages": 4, "tried": 10, "failed": 6, "reasons": {"HTTP 500": 6}}, "6 of 10 pages could not be had: 6 HTTP"),
        ({"kind": "empty"}, "10 of 10 pages gave no text (usual 0%)"),
        ({"kind": "index"}, "0% of pages are articles where 100% are usual: 10 index"),
        ({"byline": None}, "byline (empty in 100%, usual 0%); the template has changed"),
        ({"published": None}, "published (empty in 100%, usual 0%); the template has changed"),
        ({"published": "2031-01-01"}, "10 of 10 articles are dated in the future"),
        ({"published": "1970-01-01"}, "10 of 10 articles are dated in the future or before 1995"),
    ],
)
def test_trouble_is_named(nights: Nights, night: dict[str, object], cause: str) -> None:
    health = nights.run(**night)  # type: ignore[arg-type]
    assert any(cause in sentence for sentence in health.causes), health.causes


@pytest.mark.parametrize(
    "night",
    [
        {},
        {"pages": 0, "found": 0, "unchanged": 10, "tried": 10},  # nothing new, all looked at again
        {"pages": 3, "found": 10},  # few pages say nothing about fields and kinds
        {"pages": 8, "tried": 10, "failed": 2},
    ],
)
def test_a_usual_night_is_well(nights: Nights, night: dict[str, object]) -> None:
    health = nights.run(**night)  # type: ignore[arg-type]
    assert health.causes == []


def test_silence_against_the_usual_rhythm(nights: Nights) -> None:
    assert nights.run(pages=0, tried=0).ok
    nights.night += 3  # four days in which nobody looked
    health = nights.run(pages=0, tried=0)
    assert health.causes == ["no new article for 5 days, every 1 days is usual: a dead feed, or an address that moved"]
    assert health.measures.days_silent == 5


def test_a_rhythm_may_be_given(nights: Nights) -> None:
    nights.archive.add_source("paper", name="Paper", kind="feed", settings={"quiet_days": 30})
    nights.night += 9
    assert nights.run(pages=0, tried=0).ok


def test_what_was_measured_is_kept_with_the_run(nights: Nights) -> None:
    nights.run(kind="paywall stub", byline=None)
    row = nights.archive.source_results("paper")[0]
    assert row["kinds"] == {"paywall stub": 10}
    assert row["fields"]["byline"] == 1.0
    assert row["no_text"] == 0
