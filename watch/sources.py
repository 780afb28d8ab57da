"""What is watched, what each source answers now, and how it fared on the last run."""

from __future__ import annotations

from dataclasses import asdict

from common.errors import Failure
from db.archive import Archive
from spiders.check import check
from spiders.sources import load
from watch.output import Output
from watch.settings import Settings


def list_sources(settings: Settings, output: Output) -> None:
    """Every configured source."""
    sources = load(settings.sources)
    rows = [(s.id, s.kind, s.jurisdiction, "yes" if s.enabled else "no", s.url or " ".join(s.urls)) for s in sources]
    output.table(str(settings.sources), ("source", "kind", "jurisdiction", "enabled", "address"), rows)
    output.result([asdict(source) for source in sources])


def check_sources(settings: Settings, output: Output, only: list[str]) -> bool:
    """Ask each source what it has, keep nothing, and say what it answered. False where one is of no use."""
    answers = check(load(settings.sources), allow_private_hosts=settings.allow_private_hosts, only=only or None)
    for answer in answers:
        output.say(f"{answer.source}: {answer.status}: {answer.message}")
        for example in answer.examples:
            output.say(f"    {example}")
    output.result([asdict(answer) for answer in answers])
    return all(answer.ok for answer in answers)


def status(settings: Settings, output: Output) -> bool:
    """How the sources fared on the last collection. False where one failed."""
    if not settings.archive.exists():
        raise Failure(f"{settings.archive}: nothing was collected yet; run `detainer-watch collect` first")
    with Archive(settings.archive) as archive:
        run = next(archive.db.query("SELECT * FROM runs WHERE kind = 'collect' ORDER BY id DESC LIMIT 1"), None)
        if run is None:
            raise Failure(f"{settings.archive}: nothing was collected yet; run `detainer-watch collect` first")
        results, problems = archive.run_results(run["id"]), archive.problems(run["id"])
    columns = ("source", "status", "tried", "new", "changed", "unchanged", "failed", "message")
    title = f"run {run['id']}, {run['started_at']}: {run['status'] or 'running'}"
    output.say(title)
    output.table("", columns, [[result.get(column) for column in columns] for result in results])
    for problem in problems:
        output.say(f"{problem['source']}: {problem['url']}: {problem['reason']} {problem['detail'] or ''}")
    output.result({"run": run, "sources": results, "problems": problems})
    return run["status"] == "ok"
