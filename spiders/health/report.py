"""The morning's report: each source with what is wrong with it, if anything."""

from __future__ import annotations

from dataclasses import dataclass

from spidermon.runners import MonitorRunner

from db.archive import Archive
from spiders.health.measures import Measures, measure
from spiders.health.monitors import SourceSuite


@dataclass(frozen=True)
class SourceHealth:
    """A source's state after a run: `causes` are sentences, none where it is well."""

    source: str
    measures: Measures
    causes: list[str]

    @property
    def ok(self) -> bool:
        return not self.causes


def report(archive: Archive, run: int | None = None) -> list[SourceHealth]:
    """The health of each source in a collection whose pages have been cleaned (the latest one, where none is named).

    Also keeps page kinds, texts missing and fields empty with the run, for the runs after it to be held against.
    """
    if run is None:
        row = archive.db.conn.execute("SELECT max(id) FROM runs WHERE kind = 'collect'").fetchone()
        if row[0] is None:
            return []
        run = int(row[0])
    return [judge(measure(archive, run, row["source"])) for row in archive.run_results(run)]


def judge(measures: Measures) -> SourceHealth:
    """Runs the monitors over one source's measures."""
    result = MonitorRunner().run(SourceSuite(), measures=measures)
    causes = [item.reason or item.error for item in result.monitors_failed_results]
    return SourceHealth(measures.source, measures, causes)
