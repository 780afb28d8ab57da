"""What goes out: files that other programs read, with their dictionary."""

from __future__ import annotations

import csv
import hashlib
import json
import sqlite3
from pathlib import Path

import pyarrow.parquet as parquet
import pytest

from common.errors import BadInput, Failure
from db.build import build
from db.claims.exports import export
from db.claims.schema import tables
from db.claims.trace import trace
from tests.db.examples import BPD, Piece, boston, claim, fill, rows

FORMULA = "Police wrote of the year. =HYPERLINK is no number but 15 detainers are."


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("export")
    odd = Piece(FORMULA, [claim(FORMULA, "15", "detainers_received", claimant=BPD)], url="https://odd.example/1")
    build(fill(place / "archive.db", [*boston(), odd]), place / "claims.db")
    export(place / "claims.db", place / "out", base_url="https://watch.example/")
    return place


def test_every_format_has_every_claim(folder: Path) -> None:
    ids = [row["id"] for row in rows(folder / "claims.db", "SELECT id FROM claims ORDER BY n")]
    with (folder / "out" / "claims.csv").open(newline="") as file:
        assert [row["id"] for row in csv.DictReader(file)] == ids
    assert [json.loads(line)["id"] for line in (folder / "out" / "claims.jsonl").open()] == ids
    assert parquet.read_table(folder / "out" / "claims.parquet").column("id").to_pylist() == ids


def test_numbers_stay_numbers(folder: Path) -> None:
    types = {f.name: str(f.type) for f in parquet.read_schema(folder / "out" / "claims.parquet")}
    assert (types["value"], types["start"], types["sentence"]) == ("double", "int64", "string")


def test_a_sentence_is_no_formula(folder: Path) -> None:
    with (folder / "out" / "claims.csv").open(newline="") as file:
        [odd] = [row for row in csv.DictReader(file) if "HYPERLINK" in row["sentence"]]
    assert odd["sentence"].startswith("'=HYPERLINK")
    stored = rows(folder / "claims.db", "SELECT sentence FROM claims WHERE sentence LIKE '%HYPERLINK%'")
    assert stored[0]["sentence"].startswith("=HYPERLINK")


def test_the_package_describes_every_file(folder: Path) -> None:
    package = json.loads((folder / "out" / "datapackage.json").read_text())
    for resource in package["resources"]:
        body = (folder / "out" / resource["path"]).read_bytes()
        assert resource["bytes"] == len(body)
        assert resource["hash"] == "sha256:" + hashlib.sha256(body).hexdigest()
    names = {resource["name"] for resource in package["resources"]}
    assert {f"{name}-csv".replace("_", "-") for name in tables()} <= names
    for resource in package["resources"]:
        for key in resource.get("schema", {}).get("foreignKeys", []):
            assert key["reference"]["resource"] in names


def test_the_dictionary_has_a_word_on_every_column(folder: Path) -> None:
    for table in tables().values():
        assert table.about
        for column in table.columns:
            assert len(column.about) > 2, f"{table.name}.{column.name}"


def test_disputed_figures_are_ready_for_review(folder: Path) -> None:
    graph = json.loads((folder / "out" / "claims.jsonld").read_text())["@graph"]
    by_type: dict[str, list[dict[str, object]]] = {}
    for node in graph:
        by_type.setdefault(str(node["@type"]), []).append(node)
    figures = rows(folder / "claims.db", "SELECT count(*) AS n, sum(disputes > 0) AS disputed FROM figures")[0]
    assert (len(by_type["Claim"]), len(by_type["ClaimReview"])) == (figures["n"], figures["disputed"])
    [claim_198] = [node for node in by_type["Claim"] if ": 198 detainers issued" in str(node["name"])]
    assert claim_198["author"] == {"@type": "GovernmentOrganization",
                                   "name": "U.S. Immigration and Customs Enforcement"}  # fmt: skip
    assert claim_198["temporalCoverage"] == "2024-01-01/2024-12-31"
    assert [work["url"] for work in claim_198["appearance"]] == ["https://post.example/a", "https://copy.example/a"]  # type: ignore[attr-defined]


def test_what_cannot_be_exported_is_named(folder: Path) -> None:
    with pytest.raises(BadInput, match="no format 'docx'; use one of: csv, jsonl, parquet, jsonld"):
        export(folder / "claims.db", folder / "x", formats=["docx"])
    with pytest.raises(BadInput, match="no table 'secrets'"):
        export(folder / "claims.db", folder / "x", only=["secrets"])
    with pytest.raises(BadInput, match="run `detainer-watch build` first"):
        export(folder / "none.db", folder / "x")


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    build(fill(tmp_path / "archive.db", boston()), tmp_path / "claims.db")
    (tmp_path / "out").write_text("in the way")
    with pytest.raises(Failure, match=r"out cannot be written \(File exists\)"):
        export(tmp_path / "claims.db", tmp_path / "out")


def test_a_database_of_another_version_is_named(tmp_path: Path) -> None:
    archive = fill(tmp_path / "archive.db", boston())
    build(archive, tmp_path / "claims.db")
    with sqlite3.connect(tmp_path / "claims.db") as db:
        db.execute("DROP TABLE absences")
    for use in (lambda: export(tmp_path / "claims.db", tmp_path / "out"),
                lambda: trace("nosuch", tmp_path / "claims.db", archive)):  # fmt: skip
        with pytest.raises(BadInput, match=r"claims\.db: has no absences\.id: of another version; run"):
            use()
