"""The command line: `detainer-watch COMMAND`. Options are read here, work is done elsewhere.

Exit status: 0 when all is well, 1 when something failed, 2 for wrong usage or a bad config.
"""

from __future__ import annotations

import logging
import sys
from dataclasses import asdict
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from common.errors import BadInput, Failure
from watch.output import Output
from watch.settings import Settings, load_settings

app = typer.Typer(
    help="Collects coverage of immigration-detainer disputes and publishes who said which number about what.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


class Revisit(StrEnum):
    """Which known articles are asked for again."""

    due = "due"
    all = "all"
    none = "none"


class Judgement(StrEnum):
    """What a person decides of a claim."""

    confirm = "confirm"
    reject = "reject"
    correct = "correct"


AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON document instead of lines for a person.")]
Sources = Annotated[Path | None, typer.Option("--sources", help="What is watched (default: sources.yml).")]
PrivateHosts = Annotated[
    bool | None,
    typer.Option("--allow-private-hosts", help="Fetch from loopback and private addresses, refused otherwise."),
]
RevisitOption = Annotated[Revisit, typer.Option("--revisit", help="Which known articles are asked for again.")]
Processes = Annotated[int | None, typer.Option("--processes", min=1, help="Processes to read with (default: cores).")]


@app.callback()
def options(
    context: typer.Context,
    data: Annotated[Path | None, typer.Option("--data", help="Holds the databases and WARC files.")] = None,
    config: Annotated[Path | None, typer.Option("--config", help="A YAML file of settings.")] = None,
) -> None:
    """Options that hold for every command; they stand before its name."""
    context.obj = {"flags": {"data": data}, "config": config}


def settings_of(context: typer.Context, **flags: object) -> Settings:
    """The settings in force for this command."""
    return load_settings(context.obj["flags"] | flags, context.obj["config"])


@app.command()
def demo(
    context: typer.Context,
    serve: Annotated[bool, typer.Option(help="Serve the site after the build; --no-serve ends there.")] = True,
    day: Annotated[int, typer.Option(min=1, max=2, help="Day of the bundled newsroom (2: a figure changed).")] = 1,
    port: Annotated[int | None, typer.Option(help="Port of the site (default 8001).")] = None,
    newsroom_port: Annotated[int, typer.Option(help="Port of the bundled newsroom.")] = 8787,
) -> None:
    """The whole way on the bundled newsroom, then the site."""
    from watch.demo import run_demo

    run_demo(settings_of(context, port=port), Output(), serve=serve, day=day, newsroom_port=newsroom_port)


@app.command()
def collect(
    context: typer.Context,
    only: Annotated[list[str] | None, typer.Argument(metavar="[SOURCE]...", help="Ids of sources (all).")] = None,
    sources: Sources = None,
    allow_private_hosts: PrivateHosts = None,
    revisit: RevisitOption = Revisit.due,
    as_json: AsJson = False,
) -> None:
    """Fetch what is new, keep every response, and read the text out of the pages."""
    from watch.nightly import collect_step

    settings, output = settings_of(context, sources=sources, allow_private_hosts=allow_private_hosts), Output(as_json)
    report, cleaned = collect_step(settings, output, only=only or [], revisit=revisit.value)
    output.result({"ok": report.ok, "collect": asdict(report), "clean": asdict(cleaned)})
    _end(report.ok)


@app.command()
def extract(context: typer.Context, processes: Processes = None, as_json: AsJson = False) -> None:
    """Read what is unread."""
    from watch.nightly import extract_step

    output = Output(as_json)
    output.result(asdict(extract_step(settings_of(context, processes=processes), output)))


@app.command()
def build(
    context: typer.Context,
    decisions: Annotated[Path | None, typer.Option(help="A team's decisions (default: decisions.yml).")] = None,
    reference: Annotated[Path | None, typer.Option(help="Official tables (default: reference.yml).")] = None,
    as_json: AsJson = False,
) -> None:
    """Build the claims database anew from the archive."""
    from watch.nightly import build_step

    output = Output(as_json)
    output.result(asdict(build_step(settings_of(context, decisions=decisions, reference=reference), output)))


@app.command()
def serve(
    context: typer.Context,
    host: Annotated[str | None, typer.Option(help="Address to listen on (default 127.0.0.1).")] = None,
    port: Annotated[int | None, typer.Option(help="Port to listen on (default 8001).")] = None,
) -> None:
    """Serve the site on the claims database."""
    from watch.site import serve_site

    serve_site(settings_of(context, host=host, port=port), Output())


@app.command()
def nightly(
    context: typer.Context,
    sources: Sources = None,
    allow_private_hosts: PrivateHosts = None,
    revisit: RevisitOption = Revisit.due,
    as_json: AsJson = False,
) -> None:
    """Collect, extract, build and report; one exit status for all."""
    from watch.nightly import run_nightly

    settings, output = settings_of(context, sources=sources, allow_private_hosts=allow_private_hosts), Output(as_json)
    night = run_nightly(settings, output, revisit=revisit.value)
    output.result({"ok": night.ok} | asdict(night))
    _end(night.ok)


@app.command()
def analyze(
    context: typer.Context,
    paths: Annotated[list[Path], typer.Argument(help=".txt, .html, .pdf or .json files.", metavar="PATH...")],
    folder: Annotated[Path | None, typer.Option("-o", "--output", help="Folder for one analysis a file.")] = None,
    published: Annotated[str | None, typer.Option(help="Publication date where a file gives none (ISO).")] = None,
    explain: Annotated[bool, typer.Option("--explain", help="Show each number and why it is a claim or not.")] = False,
    processes: Processes = None,
    as_json: AsJson = False,
) -> None:
    """Read files given by hand."""
    from watch import analyze as analysis

    settings, output = settings_of(context, processes=processes), Output(as_json)
    if explain:
        analysis.explain(paths, _day(published), output)
    if folder:
        done = analysis.analyze(paths, folder, published=_day(published), processes=settings.processes, output=output)
        output.result([{"file": str(file), "claims": len(a.claims), "unread": a.unread} for file, a in done])
    elif not explain:
        raise BadInput("analyze: say where to write with -o FOLDER, or ask for --explain")


@app.command()
def evaluate(
    gold: Annotated[Path, typer.Argument(help="A folder of annotated documents (*.json).")],
    against: Annotated[Path | None, typer.Option(help="Analyses kept earlier: list what was gained and lost.")] = None,
    keep: Annotated[Path | None, typer.Option(help="Keep the analyses in this folder.")] = None,
    misses: Annotated[bool, typer.Option("--misses", help="List what is wrong, missed or invented.")] = False,
    as_json: AsJson = False,
) -> None:
    """Accuracy against annotated documents."""
    from watch import evaluate as evaluation

    output = Output(as_json)
    before = evaluation.rescore(gold, against) if against else None
    after = evaluation.evaluate(gold, keep=keep)
    if misses:
        output.say("\n".join(after.score.misses))
    output.say(after.score.table())
    changed = evaluation.changes(before.score, after.score) if before else []
    for line in changed:
        output.say(line)
    output.result(after.score.to_dict() | {"documents": after.documents, "changes": changed})


sources_app = typer.Typer(help="What is watched, and what each source answers.", invoke_without_command=True)
app.add_typer(sources_app, name="sources")


@sources_app.callback()
def sources_list(context: typer.Context, sources: Sources = None, as_json: AsJson = False) -> None:
    """What is watched; `sources check` tries each source and says what it found."""
    from watch.sources import list_sources

    if context.invoked_subcommand is None:
        list_sources(settings_of(context, sources=sources), Output(as_json))


@sources_app.command("check")
def sources_check(
    context: typer.Context,
    only: Annotated[list[str] | None, typer.Argument(metavar="[SOURCE]...", help="Ids of sources (all).")] = None,
    sources: Sources = None,
    allow_private_hosts: PrivateHosts = None,
    as_json: AsJson = False,
) -> None:
    """Ask each source what it has, keep nothing, and say what it answered."""
    from watch.sources import check_sources

    settings = settings_of(context, sources=sources, allow_private_hosts=allow_private_hosts)
    _end(check_sources(settings, Output(as_json), only or []))


@app.command()
def status(context: typer.Context, as_json: AsJson = False) -> None:
    """How the sources fared on the last collection."""
    from watch import sources

    _end(sources.status(settings_of(context), Output(as_json)))


@app.command()
def trace(
    context: typer.Context,
    record: Annotated[str, typer.Argument(help="Id of a claim, a figure or a dispute.", metavar="ID")],
    as_json: AsJson = False,
) -> None:
    """The way from a published value back to its bytes, each step checked again."""
    from watch.claims import trace_record

    _end(trace_record(settings_of(context), record, Output(as_json)))


@app.command()
def review(
    context: typer.Context,
    claim: Annotated[str | None, typer.Argument(help="Id of the claim; without one, claims to judge.")] = None,
    action: Annotated[Judgement | None, typer.Argument(help="What is decided.")] = None,
    changes: Annotated[list[str] | None, typer.Option("--set", help="FIELD=VALUE, for a correction.")] = None,
    note: Annotated[str | None, typer.Option(help="Why.")] = None,
    by: Annotated[str | None, typer.Option(help="Who decided.")] = None,
    count: Annotated[int, typer.Option(min=1, help="How many claims to list.")] = 20,
    decisions: Annotated[Path | None, typer.Option(help="The file of decisions (default: decisions.yml).")] = None,
    as_json: AsJson = False,
) -> None:
    """Confirm, reject or correct a claim, in a file that a team can keep in git."""
    from watch import claims

    settings, output = settings_of(context, decisions=decisions), Output(as_json)
    if claim is None:
        claims.list_to_review(settings, count, output)
    elif action is None:
        raise BadInput(f"review {claim}: say what is decided: confirm, reject or correct")
    else:
        claims.review_claim(settings, claim, action.value, changes or [], output, note=note, by=by)


@app.command()
def export(
    context: typer.Context,
    folder: Annotated[Path, typer.Option("-o", "--output", help="Folder for the files.")],
    formats: Annotated[list[str] | None, typer.Option("--format", help="csv, jsonl, parquet, jsonld (all).")] = None,
    tables: Annotated[list[str] | None, typer.Option("--table", help="Tables to write (all).")] = None,
    base_url: Annotated[str | None, typer.Option(help="Where the site stands, for JSON-LD.")] = None,
    as_json: AsJson = False,
) -> None:
    """The published tables as files, with a data package that describes them."""
    from watch.claims import export_tables

    export_tables(settings_of(context), folder, Output(as_json), formats=formats, only=tables, base_url=base_url)


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise BadInput(f"--published {text!r} is no date; give it as 2025-01-13") from None


def _end(well: bool) -> None:
    if not well:
        raise typer.Exit(1)


def main() -> None:
    """Entry point: every error meant for a person is one line on standard error."""
    logging.basicConfig(level=logging.WARNING, format="%(name)s: %(message)s")
    try:
        app()
    except Failure as error:
        print(f"detainer-watch: {error}", file=sys.stderr)
        sys.exit(error.exit_status)
    except KeyboardInterrupt:
        sys.exit(130)
    except BrokenPipeError:
        sys.exit(1)


if __name__ == "__main__":
    main()
