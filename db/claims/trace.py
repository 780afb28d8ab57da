"""From a published value back to its bytes, each step checked again: claim, offsets, version, capture, WARC, digest."""

from __future__ import annotations

import hashlib
import html
import re
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from common.errors import BadInput
from db.archive.warc import Place, WarcStore
from db.claims.opening import open_claims
from db.comparing.figures import measure_text, number_text, period_text

Row = dict[str, Any]
Cleaner = Callable[[bytes, str, str | None], str]
"""(body, URL, content type) -> the cleaned text."""

_HIDDEN = re.compile(rb"<(script|style)\b.*?</\1\s*>|<!--.*?-->", re.DOTALL | re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True)
class Step:
    """One step of the way: what it is, what stands there, and whether it holds (None: not to be checked)."""

    name: str
    value: str
    holds: bool | None = None
    note: str = ""


@dataclass
class Trace:
    """The whole way of one claim."""

    claim: str
    steps: list[Step] = field(default_factory=list)

    @property
    def holds(self) -> bool:
        return all(step.holds is not False for step in self.steps)

    def lines(self) -> list[str]:
        """The way as plain lines, one a step; "ok" and "FAILS" in front of what was checked."""
        marks = {True: "ok   ", False: "FAILS", None: "     "}
        width = max(len(step.name) for step in self.steps)
        return [
            f"{marks[step.holds]} {step.name:<{width}}  {step.value}" + (f"  ({step.note})" if step.note else "")
            for step in self.steps
        ]


def trace(
    record: str, claims_path: Path, archive_path: Path, warc_dir: Path | None = None, *, clean: Cleaner | None = None
) -> list[Trace]:
    """The way of a claim or an absence; of a figure's claims; of the claim that shows each figure of a dispute best.

    `clean` reads the archived bytes again, where it is given, and the text must come out the same. BadInput where there
    is no such record, with the reason where it is retired.
    """
    claims_db, archive = open_claims(claims_path), _open_archive(archive_path)
    claims_db.row_factory = sqlite3.Row
    store = WarcStore(warc_dir or archive_path.parent / "warc")
    try:
        return [_trace(claim, claims_db, archive, store, clean) for claim in _claims_of(record, claims_db)]
    finally:
        claims_db.close()
        archive.close()


def _open_archive(path: Path) -> sqlite3.Connection:
    if not path.exists():
        raise BadInput(f"{path}: no such database; run `detainer-watch collect` first")
    db = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    db.row_factory = sqlite3.Row
    return db


def _claims_of(record: str, db: sqlite3.Connection) -> list[Row]:
    for sql in (
        "SELECT * FROM claims WHERE id = ?",
        "SELECT * FROM claims WHERE figure = ? ORDER BY copied, n",
        "SELECT c.* FROM dispute_figures d JOIN figures f ON f.id = d.figure JOIN claims c ON c.id = f.claim "
        "WHERE d.dispute = ? ORDER BY d.rank",
        "SELECT a.*, p.outlet, a.words AS value_text, a.words_start AS value_start, a.words_end AS value_end, "
        "a.kind AS no_number, NULL AS review_note FROM absences a JOIN articles p ON p.id = a.article WHERE a.id = ?",
    ):
        found = [dict(row) for row in db.execute(sql, [record])]
        if found:
            return found
    gone = db.execute("SELECT kind, reason, replaced_by FROM retired WHERE id = ?", [record]).fetchone()
    if gone:
        heir = f"; see {gone['replaced_by']}" if gone["replaced_by"] else ""
        raise BadInput(f"{record}: this {gone['kind']} is retired: {gone['reason']}{heir}")
    raise BadInput(f"{record}: no claim, figure or dispute has this id; take it from the record's page")


def _trace(claim: Row, db: sqlite3.Connection, archive: sqlite3.Connection, store: WarcStore, clean: Cleaner | None
           ) -> Trace:  # fmt: skip
    way = Trace(claim["id"])
    add = way.steps.append
    add(Step("claim", f"{claim['claimant'] or 'claimant not stated'}: {_told(claim)}", note=claim["review_note"] or ""))
    add(Step("article", f"{claim['outlet'] or ''} {claim['published'] or 'undated'} {_url(db, claim['article'])}"))
    version = archive.execute("SELECT text, digest, capture FROM article_versions WHERE id = ?", [claim["version"]])
    found = version.fetchone()
    if found is None:
        add(Step("version", claim["version"], False, "the archive does not hold this text"))
        return way
    capture = archive.execute("SELECT * FROM captures WHERE id = ?", [found["capture"]]).fetchone()
    way.steps += _text_steps(claim, found["text"], found["digest"])
    way.steps += _capture_steps(claim, dict(capture), found["text"], store, clean)
    return way


def _told(claim: Row) -> str:
    """What is published: "about 200 detainers issued, Boston, MA, 2024"; what the text writes is the step `number`."""
    if claim.get("no_number"):
        what = measure_text(claim["measure"]) if claim["measure"] else "a number"
        return f"{what} {claim['no_number']}, {claim['jurisdiction'] or 'place not stated'}"
    number = number_text(claim["value"], claim["value_max"], claim["comparator"], claim["unit"])
    period = period_text(claim["period_start"], claim["period_end"])
    what = measure_text(claim["measure"], claim["counted"])
    return f"{number} {what}, {claim['jurisdiction'] or 'place not stated'}, {period}"


def _url(db: sqlite3.Connection, article: str) -> str:
    row = db.execute("SELECT url FROM articles WHERE id = ?", [article]).fetchone()
    return str(row["url"]) if row else ""


def _text_steps(claim: Row, text: str, digest: str) -> list[Step]:
    start, end = claim["start"], claim["end"]
    number = text[claim["value_start"] : claim["value_end"]]
    own = hashlib.sha256(text.encode()).hexdigest()
    return [
        Step("sentence", f"characters {start} to {end}: {claim['sentence']}", text[start:end] == claim["sentence"]),
        Step(
            "number", f"characters {claim['value_start']} to {claim['value_end']}: {number}",
            number == claim["value_text"],
        ),
        Step("version", f"{claim['version']}, sha256 {digest}", own == digest),
    ]  # fmt: skip


def _capture_steps(claim: Row, row: Row, text: str, store: WarcStore, clean: Cleaner | None) -> list[Step]:
    steps = [Step("capture", f"{row['url']} at {row['fetched_at']}, status {row['status']}")]
    place = Place(row["warc"], row["warc_offset"], row["warc_length"])
    where = f"{store.directory / str(row['warc'])}, bytes {row['warc_offset']} to {_end(row)}"
    try:
        record = store.read(place)
        body = record.content_stream().read()
    except (ValueError, OSError, TypeError) as error:
        return [*steps, Step("record", where, False, str(error))]
    headers = record.rec_headers
    same = (headers.get_header("WARC-Target-URI"), headers.get_header("WARC-Date")) == (row["url"], row["fetched_at"])
    steps.append(Step("record", where, same, "" if same else "another capture lies there"))
    digest = "sha256:" + hashlib.sha256(body).hexdigest()
    told = headers.get_header("WARC-Payload-Digest")
    steps.append(Step("digest", f"{row['digest']} of {len(body):,} bytes", digest == row["digest"] == told))
    steps.append(_words_step(claim, body, row["mime"]))
    if clean is not None:
        again = clean(body, row["url"], row["mime"])
        steps.append(Step("cleaned again", f"{len(again):,} characters", again == text))
    return steps


def _end(row: Row) -> int:
    return int(row["warc_offset"] or 0) + int(row["warc_length"] or 0)


def _words_step(claim: Row, body: bytes, mime: str | None) -> Step:
    """Whether the sentence's words stand in the page, in their order, markup aside."""
    if mime and "html" not in mime and "text" not in mime:
        return Step("words in the bytes", f"not looked for in {mime}")
    page = _words(html.unescape(_TAG.sub(" ", _HIDDEN.sub(b" ", body).decode("utf-8", "replace"))))
    found = _words(claim["sentence"]) in page
    return Step("words in the bytes", "the sentence stands in the page", found or None,
                "" if found else "not word for word: the page's encoding or markup parts it")  # fmt: skip


def _words(text: str) -> str:
    return " " + " ".join(re.findall(r"\w+", text.lower())) + " "
