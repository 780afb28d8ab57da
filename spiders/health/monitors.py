"""What is looked at, a Spidermon monitor each: every failure is a sentence that names the cause and a next step.

Run on our own history rather than on Scrapy's stats: Spidermon passes over a monitor whose stat is absent, and its own
comparison of jobs needs a cloud service.
"""

from __future__ import annotations

from spidermon import Monitor, MonitorSuite

from spiders.health.measures import Measures

ENOUGH = 4
"""Shares of fewer pages than this say nothing."""
MAX_BLOCKED = 0.3
MAX_FAILED = 0.5


class SourceMonitor(Monitor):
    """One source in one run; `self.data.measures` is what is judged."""

    @property
    def m(self) -> Measures:
        return self.data.measures

    def test_answers(self) -> None:
        """The source itself could be asked and read."""
        if self.m.status in ("failed", "empty", "time limit"):
            self.fail(f"{self.m.status}: {self.m.cause or 'no cause known'}")

    def test_not_blocked(self) -> None:
        """Pages are not behind challenges, consent walls and refusals."""
        rate = self.m.block_rate
        if self.m.status == "blocked" or (rate is not None and self.m.tried >= ENOUGH and rate > MAX_BLOCKED):
            self.fail(
                f"blocked: {self.m.cause or f'{rate or 0:.0%} of pages behind a wall'}; ask the publisher for leave"
            )

    def test_pages_arrive(self) -> None:
        """Most of the pages that are named can be had."""
        if self.m.status == "ok" and self.m.tried >= ENOUGH and self.m.failed > MAX_FAILED * self.m.tried:
            self.fail(f"{self.m.failed} of {self.m.tried} pages could not be had: {_most(self.m.reasons)}")

    def test_names_as_many_pages_as_usual(self) -> None:
        """The source has not emptied."""
        usual = self.m.usual.found
        if usual is not None and self.m.usual.runs >= 3 and 0 < self.m.found < usual / 4:
            self.fail(f"names {self.m.found} pages where {usual:g} are usual: emptied, moved or redesigned")

    def test_pages_give_text(self) -> None:
        """The pages can still be read."""
        share, usual = self.m.no_text_share, self.m.usual.no_text or 0.0
        if share is not None and self.m.cleaned >= ENOUGH and share > max(0.5, 2 * usual):
            self.fail(
                f"{self.m.no_text} of {self.m.cleaned} pages gave no text (usual {usual:.0%}): "
                f"{_most(self.m.kinds)}; the template has changed, or there is a wall"
            )

    def test_pages_are_articles_as_usual(self) -> None:
        """What the source names is of the kind it was."""
        share, usual = self.m.article_share, self.m.usual.articles
        if share is not None and usual is not None and self.m.cleaned >= ENOUGH and share < usual / 2:
            self.fail(f"{share:.0%} of pages are articles where {usual:.0%} are usual: {_most(self.m.kinds)}")

    def test_fields_are_filled_as_usual(self) -> None:
        """Title, byline, date and language are found where they were."""
        if self.m.dates["articles"] < ENOUGH:
            return
        gone = [
            f"{name} (empty in {share:.0%}, usual {self.m.usual.empty[name]:.0%})"
            for name, share in self.m.empty.items()
            if name in self.m.usual.empty and share > self.m.usual.empty[name] + 0.5
        ]
        if gone:
            self.fail(f"fields no longer found: {', '.join(gone)}; the template has changed")

    def test_dates_make_sense(self) -> None:
        """Articles are not dated in the future or before the web."""
        odd, articles = self.m.dates["odd"], self.m.dates["articles"]
        if articles >= ENOUGH and odd > 0.3 * articles:
            self.fail(f"{odd} of {articles} articles are dated in the future or before 1995")

    def test_news_in_the_usual_rhythm(self) -> None:
        """The source has not gone quiet."""
        gap, silent = self.m.usual.gap_days, self.m.days_silent
        allowed = self.m.quiet_days or (max(3.0, 3 * gap) if gap is not None else None)
        if silent is not None and allowed is not None and silent > allowed:
            usual = f"every {gap:g} days" if gap is not None else f"within {allowed:g} days"
            self.fail(f"no new article for {silent} days, {usual} is usual: a dead feed, or an address that moved")


class SourceSuite(MonitorSuite):
    """All monitors of a source."""

    monitors = [SourceMonitor]  # noqa: RUF012 (Spidermon's own way of declaring)


def _most(counts: dict[str, int]) -> str:
    return ", ".join(f"{n} {name}" for name, n in sorted(counts.items(), key=lambda item: -item[1])[:3]) or "nothing"
