"""Official tables beside quoted figures, each with file, sheet and row; a bad table is named and nothing is built."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pyarrow as pa
import pyarrow.parquet as parquet
import pytest

from common.errors import BadInput
from db.build import build
from db.reference import load
from db.reference.model import OfficialFigure
from tests.db.examples import boston, fill, rows

HEADER = ["Detainer Prepare Date", "Facility State", "Facility AOR", "Detention Facility", "Facility City",
          "Detainer Type", "Detainer Lift Reason"]  # fmt: skip
RECORDS = [
    ["2024-03-01", "MASSACHUSETTS", "Boston Area of Responsibility", "SUFFOLK HOC", "BOSTON", "I-247A", ""],
    ["2024-05-09", "MASSACHUSETTS", "Boston Area of Responsibility", "BOSTON PD", "BOSTON", "I-247A",
     "Detainer Declined by LEA"],
    ["2024-11-30", "MASSACHUSETTS", "Boston Area of Responsibility", "WORCESTER HOC", "WORCESTER", "I-247A", ""],
    ["2025-02-11", "RHODE ISLAND", "Boston Area of Responsibility", "ACI", "CRANSTON", "I-247A", ""],
]  # fmt: skip


def manifest(folder: Path, file: str, form: str, more: str = "") -> Path:
    path = folder / "official.yml"
    path.write_text(f"tables:\n  - {{file: {file}, format: {form}, dataset: Detainers, vintage: 2025-08-01{more}}}\n")
    return path


def workbook(path: Path, header: list[str], records: list[list[str]]) -> None:
    book = openpyxl.Workbook()
    book.active.title = "Cover"
    page = book.create_sheet("Detainers")
    for row in [["For official use"], [], header, *records]:
        page.append(row)
    book.save(path)


def write(folder: Path, kind: str) -> Path:
    if kind == "xlsx":
        workbook(folder / "det.xlsx", HEADER, RECORDS)
        return manifest(folder, "det.xlsx", "deportation-data", ", sheet: Detainers")
    if kind == "parquet":
        columns = {name.lower().replace(" ", "_"): [row[i] for row in RECORDS] for i, name in enumerate(HEADER)}
        parquet.write_table(pa.table(columns), folder / "det.parquet")
        return manifest(folder, "det.parquet", "deportation-data")
    lines = [",".join(row) for row in [HEADER, *RECORDS]]
    (folder / "det.csv").write_text("\n".join(lines) + "\n", encoding="utf-8-sig")
    return manifest(folder, "det.csv", "deportation-data")


def by(figures: list[OfficialFigure], where: str, year: int, measure: str = "detainers_issued") -> OfficialFigure:
    """The figure of a calendar year; data that cover a part of it give the days that they cover."""
    ends = f"{year}-12-31" if year == 2024 else "2025-02-11"
    [found] = [
        f
        for f in figures
        if (f.jurisdiction, f.period_end, f.measure) == (where, ends, measure) and str(f.period_start)[:4] == str(year)
    ]
    return found


@pytest.mark.parametrize("kind", ["csv", "xlsx", "parquet"])
def test_records_are_counted_by_place_and_year(tmp_path: Path, kind: str) -> None:
    figures = load([write(tmp_path, kind)])
    boston_2024 = by(figures, "Boston, MA", 2024)
    first = 4 if kind == "xlsx" else 2
    assert (boston_2024.value, boston_2024.row) == (2, f"2 of rows {first} to {first + 1}")
    assert boston_2024.sheet == ("Detainers" if kind == "xlsx" else None)
    assert "BOSTON PD, SUFFOLK HOC" in (boston_2024.note or "")
    assert by(figures, "Massachusetts", 2024, "detainers_declined").value == 1
    assert by(figures, "United States", 2025).value == 1


def test_a_year_that_the_data_cover_in_part_says_so(tmp_path: Path) -> None:
    figure = by(load([write(tmp_path, "csv")]), "Rhode Island", 2025)
    assert (figure.period_start, figure.period_end) == ("2025-01-01", "2025-02-11")


def test_trac_counts(tmp_path: Path) -> None:
    (tmp_path / "trac.csv").write_text(
        "Fiscal Year,State,County-Surrounding Facility,Detainers,Refused\n"
        '2018,Massachusetts,Suffolk County,"1,204",31\n'
        "2018,All,All,150000,\n"
    )
    figures = load([manifest(tmp_path, "trac.csv", "trac")])
    assert [(f.jurisdiction, f.measure, f.value, f.period_start, f.period_end, f.row) for f in figures] == [
        ("Suffolk County, MA", "detainers_issued", 1204, "2017-10-01", "2018-09-30", "row 2"),
        ("Suffolk County, MA", "detainers_declined", 31, "2017-10-01", "2018-09-30", "row 2"),
        ("United States", "detainers_issued", 150000, "2017-10-01", "2018-09-30", "row 3"),
    ]


def test_annual_figures_stand_beside_quoted_ones(tmp_path: Path) -> None:
    (tmp_path / "annual.csv").write_text(
        "place,agency,measure,value,year,page\n"
        '"Boston, MA",Boston Police Department,detainers_received,15,2024,3\n'
        '"Boston, MA",Boston Police Department,detainers_received,19,2023,3\n'
    )
    official = manifest(tmp_path, "annual.csv", "annual")
    build(fill(tmp_path / "archive.db", boston()), tmp_path / "claims.db", reference=[official])
    site = tmp_path / "claims.db"
    quoted = "SELECT f.claims, f.official_rows, r.file, r.row, r.note FROM reference_figures r JOIN figures f " \
             "ON f.id = r.figure ORDER BY f.period_start DESC"  # fmt: skip
    assert [tuple(row.values()) for row in rows(site, quoted)] == [
        (3, 1, "annual.csv", "row 2", "page 3"),
        (0, 1, "annual.csv", "row 3", "page 3"),
    ]
    assert rows(site, "PRAGMA foreign_key_check") == []


def test_official_data_can_dispute_a_statement(tmp_path: Path) -> None:
    official = write(tmp_path, "csv")
    (tmp_path / "det.csv").write_text(
        (tmp_path / "det.csv").read_text().replace("2024-03-01", "2024-01-01").replace("2024-11-30", "2024-12-31")
    )
    build(fill(tmp_path / "archive.db", boston()), tmp_path / "claims.db", reference=[official])
    kinds = rows(
        tmp_path / "claims.db",
        "SELECT p.kind FROM pairs p JOIN figures f ON f.id IN (figure_a, figure_b) "
        "WHERE f.official_rows > 0 AND f.value = 2 AND p.verdict = 'dispute'",
    )
    assert {row["kind"] for row in kinds} == {"self", "rivals", "part above whole"}


BAD = [
    ("deportation-data", "Facility State,Facility City\nMA,BOSTON\n", "lacks 'detainer_prepare_date' or 'prepare_"),
    ("deportation-data", "Detainer Prepare Date,Facility State\nsoon,MA\n", "row 2: 'soon' is no day"),
    ("trac", "Fiscal Year,State\n2018,Texas\n", "lacks 'detainers' or 'all_detainers'"),
    ("trac", "Fiscal Year,State,Detainers\n2018,Texas,many\n", "row 2: 'many' is no number"),
    ("annual", "place,measure,value,year\n\"Boston, MA\",received,15,2024\n", "row 2: no such measure 'received'"),
    ("annual", "place,measure,value,year\n\"Boston, MA\",rate,15,last\n", "row 2: 'last' is no period"),
    ("annual", "place,measure,value,year\nMaine,rate,-15,2024\n", "row 2: '-15' is no count"),
    ("annual", "place,measure,value,year\nMaine,rate,nan,2024\n", "row 2: 'nan' is no count"),
    ("annual", "place,measure,value,year\nMaine,rate,15,2024-13-45/2024-12-31\n", "row 2: month must be in 1..12"),
    ("annual", "place,measure,value,year\nMaine,rate,15,2024-12-31/2024-01-01\n", "is no period"),
    ("annual", "place,measure,value,year,comparator\nMaine,rate,15,2024,about\n", "'about' is no comparator"),
    ("annual", "place,measure,value,year,unit\nMaine,rate,15,2024,pct\n", "'pct' is no unit"),
    ("annual", "place,measure,value,year\nBoston,transfers,15,2024\n", "'Boston' is no place that can be compared"),
    ("annual", "a,b\n1,2\n", "no header with a column such as"),
]  # fmt: skip


@pytest.mark.parametrize(("form", "content", "message"), BAD)
def test_a_bad_table_is_named_and_nothing_is_built(tmp_path: Path, form: str, content: str, message: str) -> None:
    (tmp_path / "table.csv").write_text(content)
    archive = fill(tmp_path / "archive.db", boston()[:1])
    build(archive, tmp_path / "claims.db")
    before = (tmp_path / "claims.db").read_bytes()
    with pytest.raises(BadInput, match=r"table\.csv") as error:
        build(archive, tmp_path / "claims.db", reference=[manifest(tmp_path, "table.csv", form)])
    assert message in str(error.value)
    assert (tmp_path / "claims.db").read_bytes() == before


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("tables:\n  - {file: x.csv, format: trac}\n", "lacks 'dataset'"),
        ("tables:\n  - {file: x.csv, format: excel, dataset: D}\n", "use one of: deportation-data, trac, annual"),
        ("tables:\n  - {file: x.doc, format: trac, dataset: D}\n", "'.doc' cannot be read"),
        ("tables:\n  - {file: x.csv, format: trac, dataset: D}\n", "no such file"),
        ("tables:\n  - {file: x.csv, format: trac, dataset: D, fiscal_year_starts: 13}\n", "use one of: 1, 2"),
    ],
)
def test_a_bad_description_is_named(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "official.yml").write_text(text)
    with pytest.raises(BadInput) as error:
        load([tmp_path / "official.yml"])
    assert message in str(error.value)
