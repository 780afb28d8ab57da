"""What an official table is, and one number of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

ICE = "U.S. Immigration and Customs Enforcement"

@dataclass(frozen=True)
class Table:
    """One table as the YAML file describes it."""

    path: Path
    format: str
    dataset: str
    publisher: str | None = None
    url: str | None = None
    vintage: str | None = None
    claimant: str | None = None
    sheet: str | None = None
    fiscal_year_starts: int = 10
    """The month in which a fiscal year begins: 10 for the federal one, 7 for most states and cities."""


@dataclass(frozen=True)
class OfficialFigure:
    """One number of an official table. `row` tells which rows it was made of."""

    table: Table
    row: str
    sheet: str | None
    claimant: str | None
    measure: str
    value: float
    jurisdiction: str
    period_start: str | None
    period_end: str | None
    comparator: str = "="
    unit: str = "count"
    counted: str | None = None
    note: str | None = None
    file: str | None = None
    """The agency's own file, where the table names it; else the table itself."""

    def as_row(self) -> dict[str, Any]:
        """The fields that the book of figures and the table `reference_figures` take."""
        table = self.table
        return {
            "dataset": table.dataset, "publisher": table.publisher, "url": table.url, "vintage": table.vintage,
            "file": self.file or table.path.name, "sheet": self.sheet, "row": self.row, "claimant": self.claimant,
            "claimant_type": "agency" if self.claimant else None, "measure": self.measure, "value": self.value,
            "comparator": self.comparator, "unit": self.unit, "counted": self.counted, "note": self.note,
            "period_start": self.period_start, "period_end": self.period_end, "jurisdiction": self.jurisdiction,
        }  # fmt: skip
