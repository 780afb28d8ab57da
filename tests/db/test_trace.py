"""Every published value leads back to its bytes, and a way that does not hold is told."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from common.errors import BadInput
from db.build import build
from db.claims.trace import trace
from tests.db.examples import boston, fill, rows


@pytest.fixture
def site(tmp_path: Path) -> Path:
    build(fill(tmp_path / "archive.db", boston()), tmp_path / "claims.db")
    return tmp_path


def of(site: Path, record: str) -> list[dict[str, bool | None]]:
    ways = trace(record, site / "claims.db", site / "archive.db", clean=again)
    return [{step.name: step.holds for step in way.steps} for way in ways]


def again(body: bytes, url: str, mime: str | None) -> str:
    return body.decode().partition("<p>")[2].partition("</p>")[0]


def test_every_claim_leads_to_its_bytes(site: Path) -> None:
    for claim in rows(site / "claims.db", "SELECT id FROM claims"):
        [way] = trace(claim["id"], site / "claims.db", site / "archive.db", clean=again)
        assert way.holds
        checked = [step.name for step in way.steps if step.holds]
        assert checked == ["sentence", "number", "version", "record", "digest", "words in the bytes", "cleaned again"]


def test_a_figure_is_traced_through_all_its_claims_and_a_dispute_through_its_sides(site: Path) -> None:
    [figure] = rows(site / "claims.db", "SELECT id FROM figures WHERE value = 15 AND measure = 'detainers_received'")
    assert len(of(site, figure["id"])) == 3
    [dispute] = rows(site / "claims.db", "SELECT id, figures FROM disputes")
    assert len(of(site, dispute["id"])) == dispute["figures"]


def test_the_way_reads_as_lines(site: Path) -> None:
    [claim] = rows(site / "claims.db", "SELECT id FROM claims WHERE value_text = '198' AND outlet = 'Harbor Post'")
    lines = trace(claim["id"], site / "claims.db", site / "archive.db")[0].lines()
    assert " ".join(lines[0].split()).endswith("Enforcement: 198 detainers issued, Boston, MA, 2024")
    assert lines[4].startswith("ok    version")
    assert "detainer-watch-000001.warc.gz, bytes" in lines[6]


def test_a_corrected_claim_is_traced_to_the_words_as_they_stand(site: Path, tmp_path: Path) -> None:
    [claim] = rows(site / "claims.db", "SELECT id FROM claims WHERE value_text = '198' AND outlet = 'Harbor Post'")
    (tmp_path / "d.yml").write_text(
        f"decisions: [{{action: correct, claim: {claim['id']}, set: {{value: 189}}, by: Ana}}]"
    )
    build(site / "archive.db", tmp_path / "claims.db", decisions=tmp_path / "d.yml")
    [way] = trace(claim["id"], tmp_path / "claims.db", site / "archive.db", site / "warc")
    lines = [" ".join(line.split()) for line in way.lines()]
    assert way.holds
    assert "189 detainers issued" in lines[0] and lines[0].endswith("(corrected by Ana)")
    assert lines[3].endswith(": 198")


TAMPERED = [
    ("UPDATE article_versions SET text = replace(text, '198', '918')", "number"),
    ("UPDATE article_versions SET digest = 'x'", "version"),
    ("UPDATE captures SET warc_offset = warc_offset + 1", "record"),
    ("UPDATE captures SET digest = 'sha256:00'", "digest"),
    ("UPDATE captures SET fetched_at = '2020-01-01T00:00:00Z'", "record"),
]


@pytest.mark.parametrize(("change", "step"), TAMPERED)
def test_what_does_not_hold_is_named(site: Path, change: str, step: str) -> None:
    db = sqlite3.connect(site / "archive.db")
    db.execute(change)
    db.commit()
    db.close()
    [claim] = rows(site / "claims.db", "SELECT id FROM claims WHERE value_text = '198' AND outlet = 'Harbor Post'")
    [holds] = of(site, claim["id"])
    assert holds[step] is False


def test_changed_bytes_do_not_pass(site: Path) -> None:
    [file] = (site / "warc").glob("*.warc.gz")
    file.write_bytes(file.read_bytes()[:-600])
    [claim] = rows(site / "claims.db", "SELECT id FROM claims ORDER BY n DESC LIMIT 1")
    [holds] = of(site, claim["id"])
    assert holds["record"] is False


def test_an_unknown_id_is_told_so(site: Path) -> None:
    with pytest.raises(BadInput, match="nosuchid: no claim, figure or dispute has this id"):
        trace("nosuchid", site / "claims.db", site / "archive.db")
