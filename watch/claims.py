"""What is done with published claims from the command line: trace them, review them, export them."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from common.errors import BadInput, Failure
from db.claims.exports import export
from db.claims.trace import trace
from db.comparing.figures import number_text
from db.decisions import add
from extract.clean import clean
from watch.output import Output
from watch.settings import DEFAULT_DECISIONS, Settings

TO_REVIEW = """
    SELECT c.id, c.value_text, c.value, c.value_max, c.comparator, c.unit, c.measure, c.claimant,
           c.period_start, c.period_end, c.jurisdiction, c.confidence, c.sentence
    FROM claims c
    WHERE c.review IS NULL
    ORDER BY EXISTS (SELECT 1 FROM dispute_figures d WHERE d.figure = c.figure) DESC, c.confidence
    LIMIT ?"""


def trace_record(settings: Settings, record: str, output: Output) -> bool:
    """The way from a claim (or those of a figure or dispute) to its bytes. False where a step does not hold."""
    traces = trace(record, settings.claims, settings.archive, settings.warc, clean=_text_of)
    for way in traces:
        for line in way.lines():
            output.say(line)
        output.say(
            "every step holds" if way.holds else "a step FAILS: do not rely on this claim before it is looked into"
        )
    output.result([asdict(way) | {"holds": way.holds} for way in traces])
    return all(way.holds for way in traces)


def _text_of(body: bytes, url: str, content_type: str | None) -> str:
    return clean(body, url, content_type=content_type).text


def list_to_review(settings: Settings, count: int, output: Output) -> None:
    """Claims that nobody has judged: those in dispute first, and of these the least certain."""
    if not settings.claims.exists():
        raise Failure(f"{settings.claims}: there is no claims database yet; run `detainer-watch build` first")
    with sqlite3.connect(f"file:{settings.claims}?mode=ro", uri=True) as db:
        db.row_factory = sqlite3.Row
        rows = [dict(row) for row in db.execute(TO_REVIEW, [count])]
    for row in rows:
        period = f"{row['period_start'] or '?'}..{row['period_end'] or 'open'}"
        number = number_text(row["value"], row["value_max"], row["comparator"], row["unit"])
        facts = (number, row["measure"], row["claimant"], row["jurisdiction"], period)
        output.say(f"{row['id']}  {row['confidence']:.2f}  {' / '.join(str(fact or 'not stated') for fact in facts)}")
        output.say(f"    {row['sentence']}")
    output.say("judge one: detainer-watch review ID confirm|reject|correct [--set FIELD=VALUE] [--note TEXT]")
    output.result(rows)


def review_claim(
    settings: Settings, claim: str, action: str, changes: Sequence[str], output: Output, **remarks: str | None
) -> None:
    """Write one decision into the team's file; the next build obeys it. `remarks` are `note` and `by`."""
    path = settings.decisions or DEFAULT_DECISIONS
    _must_exist(settings, claim)
    entry: dict[str, Any] = {"action": action, "claim": claim}
    if changes:
        entry["set"] = dict(_change(text) for text in changes)
    entry |= {key: value for key, value in remarks.items() if value}
    decision = add(path, entry | {"date": date.today().isoformat()})
    output.say(f"{path}: {decision.action} {claim}; the next `detainer-watch build` obeys it")
    output.result({"file": str(path), "action": decision.action, "claim": claim})


def _must_exist(settings: Settings, claim: str) -> None:
    if not settings.claims.exists():
        raise Failure(f"{settings.claims}: there is no claims database yet; run `detainer-watch build` first")
    with sqlite3.connect(f"file:{settings.claims}?mode=ro", uri=True) as db:
        if not db.execute("SELECT 1 FROM claims WHERE id = ?", [claim]).fetchone():
            raise BadInput(f"review: there is no claim '{claim}'; take its id from the claim's page")


def _change(text: str) -> tuple[str, Any]:
    """ "value=16" -> ("value", 16): values are read as YAML, so that numbers are numbers and `null` empties a field."""
    key, mark, value = text.partition("=")
    if not mark:
        raise BadInput(f"--set {text!r}: write FIELD=VALUE, such as value=16")
    try:
        return key.strip(), yaml.safe_load(value)
    except (yaml.YAMLError, ValueError) as error:
        raise BadInput(f"--set {text!r}: the value cannot be read ({error}); write it as in YAML") from None


def export_tables(settings: Settings, folder: Path, output: Output, **options: Any) -> None:
    """The published tables as files, with their data package; `options` are those of `db.claims.exports`."""
    files = export(settings.claims, folder, **{name: value for name, value in options.items() if value})
    for file in files:
        output.say(str(file))
    output.result([str(file) for file in files])
