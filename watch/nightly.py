"""The steps as a night runs them, each with a line of what it did, and one verdict over all."""

from __future__ import annotations

from dataclasses import dataclass

from db.build import BuildReport
from spiders.collect import CollectReport
from spiders.sources import load as load_sources
from watch import pipeline
from watch.output import Output
from watch.settings import Settings


@dataclass(frozen=True)
class Night:
    """What one run of all steps did; `ok` is its verdict."""

    collect: CollectReport
    clean: pipeline.CleanReport
    extract: pipeline.ExtractReport
    build: BuildReport

    @property
    def ok(self) -> bool:
        return self.collect.ok


def run_nightly(settings: Settings, output: Output, *, revisit: str) -> Night:
    """Collect, extract, build, report. A failing source does not keep the rest from the site; it is told at the end."""
    collected, cleaned = collect_step(settings, output, only=[], revisit=revisit)
    night = Night(collected, cleaned, extract_step(settings, output), build_step(settings, output))
    output.say(
        "nightly: " + ("all is well" if night.ok else "a source failed: see above, and `detainer-watch status` for why")
    )
    return night


def collect_step(
    settings: Settings, output: Output, *, only: list[str], revisit: str
) -> tuple[CollectReport, pipeline.CleanReport]:
    """Fetch, then read the text out of the pages."""
    sources = load_sources(settings.sources)
    report = pipeline.collect(settings, sources, only=only, revisit=revisit)
    _tell_sources(report, output)
    cleaned = pipeline.clean(settings, output)
    line = f"cleaned: {cleaned.captures} captures, {cleaned.versions} new versions"
    output.say(line + _listed(" (", cleaned.kinds, ")"))
    failed = {source.source for source in report.sources if not source.ok}
    for health in pipeline.health(settings, report.run):
        for cause in health.causes if health.source not in failed else ():
            output.say(f"{health.source}: attention: {cause}")
    return report, cleaned


def extract_step(settings: Settings, output: Output) -> pipeline.ExtractReport:
    """Read what is unread."""
    report = pipeline.extract(settings, output)
    line = f"read: {report.versions} versions, {report.claims} claims"
    output.say(line + _listed("; left unread: ", report.unread))
    return report


def build_step(settings: Settings, output: Output) -> BuildReport:
    """Build the claims database."""
    report = pipeline.build(settings)
    output.say(
        f"built {settings.claims}: {report.claims} claims, {report.figures} figures, {report.disputes} disputes,"
        f" {report.articles} articles"
    )
    return report


def _tell_sources(report: CollectReport, output: Output) -> None:
    for source in report.sources:
        counts = f"{source.tried} tried, {source.new} new, {source.changed} changed, {source.unchanged} unchanged"
        trouble = f", {source.failed} failed" if source.failed else ""
        note = f" - {source.message}" if source.message else ""
        output.say(f"{source.source}: {source.status}: {counts}{trouble}{note}")


def _listed(before: str, counts: dict[str, int], after: str = "") -> str:
    """ "3 article, 1 video" between two marks; nothing where there is nothing to count."""
    return before + ", ".join(f"{n} {name}" for name, n in sorted(counts.items())) + after if counts else ""
