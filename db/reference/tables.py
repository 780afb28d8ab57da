"""Tables as they come, CSV, Excel or Parquet, read row by row with the place of each row."""

from __future__ import annotations

import csv
import gzip
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from math import isfinite
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow.parquet as parquet

from common.errors import BadInput

HEADER_WITHIN = 20
"""Rows that are searched for the header: some workbooks carry a preamble."""


@dataclass(frozen=True)
class Cells:
    """One row: its values by plain column name, and where it stands (rows count from 1, the header included)."""

    values: dict[str, Any]
    row: int
    sheet: str | None = None


def plain(name: Any) -> str:
    """A column's name as compared: "Detainer Prepare Date" and "detainer_prepare_date" are one."""
    return re.sub(r"[^a-z0-9]+", "_", str(name or "").lower()).strip("_")


def read_table(path: Path, sheet: str | None, wanted: set[str]) -> Iterator[Cells]:
    """The rows of a table; its header is the first row that has one of the `wanted` columns.

    BadInput where the file cannot be read, is of another kind, or has no such header or sheet.
    """
    suffix = "".join(path.suffixes[-2:]) if path.suffix == ".gz" else path.suffix
    readers = {".csv": _csv, ".csv.gz": _csv, ".xlsx": _xlsx, ".parquet": _parquet}
    if suffix.lower() not in readers:
        raise BadInput(f"{path}: a table of kind '{suffix}' cannot be read; use one of: {', '.join(readers)}")
    if not path.exists():
        raise BadInput(f"{path}: no such file; name one that exists")
    try:
        yield from _below_header(path, readers[suffix.lower()](path, sheet), wanted)
    except (OSError, UnicodeDecodeError, csv.Error, ValueError, KeyError) as error:
        raise BadInput(f"{path}: cannot be read as {suffix} ({error}); mend the file") from None


def _below_header(path: Path, rows: Iterator[tuple[str | None, int, list[Any]]], wanted: set[str]) -> Iterator[Cells]:
    names: list[str] | None = None
    seen: list[str] = []
    for sheet, number, values in rows:
        if names is None:
            candidate = [plain(value) for value in values]
            seen = seen or [name for name in candidate if name]
            if wanted & set(candidate):
                names = candidate
            elif number >= HEADER_WITHIN:
                break
            continue
        if any(value not in (None, "") for value in values):
            yield Cells(dict(zip(names, values, strict=False)), number, sheet)
    if names is None:
        raise BadInput(f"{path}: no header with a column such as {', '.join(sorted(wanted)[:3])}; its first row has: "
                       f"{', '.join(seen[:12]) or 'nothing'}")  # fmt: skip


def _csv(path: Path, sheet: str | None) -> Iterator[tuple[str | None, int, list[Any]]]:
    opener: Any = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8-sig", newline="") as file:
        for number, values in enumerate(csv.reader(file), 1):
            yield None, number, list(values)


def _xlsx(path: Path, sheet: str | None) -> Iterator[tuple[str | None, int, list[Any]]]:
    book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    try:
        if sheet is not None and sheet not in book.sheetnames:
            raise BadInput(f"{path}: there is no sheet '{sheet}'; use one of: {', '.join(book.sheetnames)}")
        page = book[sheet] if sheet is not None else book.worksheets[0]
        for number, values in enumerate(page.iter_rows(values_only=True), 1):
            yield page.title, number, list(values)
    finally:
        book.close()


def _parquet(path: Path, sheet: str | None) -> Iterator[tuple[str | None, int, list[Any]]]:
    file = parquet.ParquetFile(path)
    yield None, 1, list(file.schema_arrow.names)
    number = 1
    for batch in file.iter_batches():
        for values in zip(*[column.to_pylist() for column in batch.columns], strict=True):
            number += 1
            yield None, number, list(values)


_DAYS = ("%Y-%m-%d", "%m/%d/%Y", "%m/%d/%y", "%Y-%m-%d %H:%M:%S", "%Y-%m-%dT%H:%M:%S")


def day(value: Any) -> date | None:
    """A day as tables write it; None where the cell is empty. ValueError for anything else."""
    if value in (None, ""):
        return None
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    text = str(value).strip()
    for form in _DAYS:
        try:
            return datetime.strptime(text, form).date()
        except ValueError:
            continue
    raise ValueError(f"{text!r} is no day (write it as YYYY-MM-DD)")


def number(value: Any) -> float | None:
    """A number as tables write it ("1,526"); None where the cell is empty. ValueError for anything else."""
    if value in (None, ""):
        return None
    try:
        found = float(str(value).replace(",", "").strip())
    except ValueError:
        raise ValueError(f"{value!r} is no number") from None
    if not isfinite(found) or found < 0:
        raise ValueError(f"{value!r} is no count")
    return found
