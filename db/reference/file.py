"""Official data beside quoted figures: tables named in a small YAML file, each figure with file, sheet and row.

    tables:
      - file: detainers-2025.xlsx          # beside this YAML; CSV, Excel or Parquet
        format: deportation-data           # deportation-data, trac or annual: see formats.yml
        dataset: ICE detainers, release of August 2025
        publisher: Deportation Data Project
        url: https://deportationdata.org/
        vintage: 2025-08-01                # when the data were drawn
        claimant: U.S. Immigration and Customs Enforcement

Everything is read and checked before anything is built: a missing column or an unreadable cell is named with its file
and row, and the published database stays as it was.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from common.checked_yaml import Key, Shape, read
from db.reference.formats import figures_of
from db.reference.model import OfficialFigure, Table

FORMATS = ("deportation-data", "trac", "annual")
_FILE = Shape({"tables": Key(list, required=True)}, name="the file of official tables")
_TABLE = Shape(
    {
        "file": Key(required=True), "format": Key(required=True, choices=FORMATS), "dataset": Key(required=True),
        "publisher": Key(), "url": Key(), "vintage": Key((str, date)), "claimant": Key(), "sheet": Key(),
        "fiscal_year_starts": Key(int, choices=tuple(range(1, 13))),
    },
    name="a table",
)  # fmt: skip


def load(paths: Sequence[Path]) -> list[OfficialFigure]:
    """The figures of all tables that these YAML files name. BadInput names file, line or row of what is wrong."""
    return [figure for path in paths for table in tables_of(path) for figure in figures_of(table)]


def tables_of(path: Path) -> list[Table]:
    data = _FILE.check(read(path), path)
    out = []
    for index, item in enumerate(data["tables"]):
        entry = _TABLE.check(item, path, data["tables"].line_of(index))
        vintage = entry.get("vintage")
        out.append(
            Table(
                path.parent / entry["file"], entry["format"], entry["dataset"], entry.get("publisher"),
                entry.get("url"), str(vintage) if vintage else None, entry.get("claimant"), entry.get("sheet"),
                entry.get("fiscal_year_starts", 10),
            )
        )  # fmt: skip
    return out
