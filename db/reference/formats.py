"""The three kinds of official tables, each turned into figures: records to be counted, counts, annual figures."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from common.checked_yaml import read
from common.errors import BadInput
from db.comparing.rules import rules
from db.identities.places import COUNTRY, place
from db.reference.model import ICE, OfficialFigure, Table
from db.reference.tables import Cells, day, number, read_table

FILE = Path(__file__).with_name("formats.yml")


@cache
def vocabulary() -> dict[str, Any]:
    return dict(read(FILE))


def figures_of(table: Table) -> list[OfficialFigure]:
    """The figures of one table. BadInput names the columns that are missing, or the row that cannot be read."""
    makers = {"deportation-data": _counted, "trac": _counts, "annual": _annual}
    return list(makers[table.format](table))


@dataclass
class _Columns:
    """Which column of the table holds what."""

    of: dict[str, str]

    def get(self, cells: Cells, name: str) -> Any:
        column = self.of.get(name)
        value = cells.values.get(column) if column else None
        return value.strip() if isinstance(value, str) else value


def _rows(table: Table) -> Iterator[tuple[Cells, _Columns]]:
    names = vocabulary()[table.format]
    wanted = {alias for aliases in names["required"].values() for alias in aliases}
    columns: _Columns | None = None
    for cells in read_table(table.path, table.sheet, wanted):
        columns = columns or _find_columns(table, names, cells)
        yield cells, columns


def _find_columns(table: Table, names: dict[str, Any], cells: Cells) -> _Columns:
    found, missing = {}, []
    for name, aliases in {**names["required"], **names["optional"]}.items():
        column = next((alias for alias in aliases if alias in cells.values), None)
        if column:
            found[name] = column
        elif name in names["required"]:
            missing.append(" or ".join(f"'{alias}'" for alias in aliases[:3]))
    if missing:
        have = ", ".join(name for name in cells.values if name)
        lacks = " and ".join(missing)
        raise BadInput(f"{table.path}: a table of format '{table.format}' lacks {lacks}; it has: {have}")
    return _Columns(found)


def _at(table: Table, cells: Cells) -> str:
    return f"{table.path}, row {cells.row}" + (f" of sheet '{cells.sheet}'" if cells.sheet else "")


# Records to be counted ----------------------------------------------------------------------------------------------


@dataclass
class _Tally:
    value: int = 0
    first: int = 0
    last: int = 0
    facilities: set[str] = field(default_factory=set)
    files: set[str] = field(default_factory=set)
    sheets: set[str] = field(default_factory=set)


def _counted(table: Table) -> Iterator[OfficialFigure]:
    """Records, one a detainer, counted by place and year: calendar years, and fiscal ones for states and the country.

    A year that the data cover in part is given with the days that they cover. Likely duplicates are left out.
    """
    tallies: dict[tuple[str, str, str, int], _Tally] = defaultdict(_Tally)
    first_day, last_day, duplicates = date.max, date.min, 0
    for cells, columns in _rows(table):
        if str(columns.get(cells, "duplicate") or "").lower() in ("true", "1", "yes"):
            duplicates += 1
            continue
        try:
            on = day(columns.get(cells, "date"))
        except ValueError as error:
            raise BadInput(f"{_at(table, cells)}: {error}") from None
        if on is None:
            continue
        first_day, last_day = min(first_day, on), max(last_day, on)
        years = [("calendar", on.year), ("fiscal", on.year + (on.month >= table.fiscal_year_starts))]
        for where in _places(columns.get(cells, "state"), columns.get(cells, "city")):
            for measure in _measures(columns.get(cells, "lift_reason")):
                for kind, year in years:
                    _count(tallies[where, measure, kind, year], cells, columns)
    left_out = f"; {duplicates} likely duplicates left out" if duplicates else ""
    for (where, measure, kind, year), tally in tallies.items():
        start, end = _year(table, kind, year)
        if kind == "fiscal" and place(where).level == "city":
            continue
        yield OfficialFigure(
            table, f"{tally.value} of rows {tally.first} to {tally.last}", _one(tally.sheets), table.claimant or ICE,
            measure, tally.value, where, max(start, first_day).isoformat(), min(end, last_day).isoformat(),
            note=_told(tally) + left_out, file=_one(tally.files),
        )  # fmt: skip


def _count(tally: _Tally, cells: Cells, columns: _Columns) -> None:
    tally.value += 1
    tally.first = tally.first or cells.row
    tally.last = cells.row
    for name, seen in (("facility", tally.facilities), ("file", tally.files)):
        value = columns.get(cells, name)
        if value:
            seen.add(str(value))
    sheet = columns.get(cells, "sheet") or cells.sheet
    if sheet:
        tally.sheets.add(str(sheet))


def _told(tally: _Tally) -> str:
    facilities = sorted(tally.facilities)
    shown = ", ".join(facilities[:3]) + (" and others" if len(facilities) > 3 else "")
    return f"records of {len(facilities)} facilities ({shown})" if facilities else "records"


def _one(names: set[str]) -> str | None:
    return ", ".join(sorted(names)) or None


def _places(state: Any, city: Any) -> list[str]:
    """The places that a record counts for: its city, its state, the country."""
    found = place(str(state).title()) if state else None
    if found is None or found.level != "state" or found.state is None:
        return [COUNTRY]
    cities = [f"{str(city).title()}, {found.state}"] if city else []
    return [*cities, found.name, COUNTRY]


def _measures(lift_reason: Any) -> list[str]:
    outcome = vocabulary()["lift_reasons"].get(str(lift_reason or "").lower())
    return ["detainers_issued", outcome] if outcome else ["detainers_issued"]


def _year(table: Table, kind: str, year: int) -> tuple[date, date]:
    if kind == "calendar":
        return date(year, 1, 1), date(year, 12, 31)
    month = table.fiscal_year_starts
    return date(year - 1, month, 1), date(year, month, 1) - timedelta(days=1)


# Counts -------------------------------------------------------------------------------------------------------------

_COUNT_MEASURES = {"count": "detainers_issued", "refused": "detainers_declined", "custody": "transfers"}
_ALL = ("", "all", "total", "all states", "united states", "us")


def _counts(table: Table) -> Iterator[OfficialFigure]:
    """One count a row, of a place and a month or year."""
    for cells, columns in _rows(table):
        period_name = columns.of["period"]
        try:
            fiscal = period_name in ("fiscal_year", "fy")
            start, end = _period(columns.get(cells, "period"), table, fiscal)
            values = {name: number(columns.get(cells, name)) for name in _COUNT_MEASURES}
        except ValueError as error:
            raise BadInput(f"{_at(table, cells)}: {error}") from None
        where = _where(columns.get(cells, "state"), columns.get(cells, "county") or columns.get(cells, "city"))
        for name, value in values.items():
            if value is not None:
                yield OfficialFigure(
                    table, f"row {cells.row}", cells.sheet, table.claimant or table.publisher, _COUNT_MEASURES[name],
                    value, where, start, end,
                )  # fmt: skip


def _where(state: Any, county: Any) -> str:
    if not state or str(state).lower() in _ALL:
        return COUNTRY
    found = place(str(state).strip())
    if county and str(county).lower() not in _ALL and found.state:
        name = str(county).split(",")[0].strip()
        return f"{name}, {found.state}"
    return found.name


def _period(value: Any, table: Table, fiscal: bool) -> tuple[str | None, str | None]:
    """"2018", "FY 2018", "2018-04", "April 2018", "2018-01-01/2018-06-30" -> first and last day."""
    text = str(value if value is not None else "").strip()
    if isinstance(value, float) and value.is_integer():
        text = str(int(value))
    if match := re.fullmatch(r"(\d{4}-\d\d-\d\d)?/(\d{4}-\d\d-\d\d)?", text):
        first, last = (date.fromisoformat(end) if end else None for end in match.groups())
        if not (first or last) or (first and last and last < first):
            raise ValueError(f"{text!r} is no period: write its first day, a stroke and its last day")
        return match[1], match[2]
    if match := re.fullmatch(r"(fy|fiscal year|fiscal)?\s*(\d{4})", text, re.IGNORECASE):
        start, end = _year(table, "fiscal" if fiscal or match[1] else "calendar", int(match[2]))
        return start.isoformat(), end.isoformat()
    month = _month(text)
    if month:
        following = date(month.year + month.month // 12, month.month % 12 + 1, 1)
        return month.isoformat(), (following - timedelta(days=1)).isoformat()
    raise ValueError(f"{text!r} is no period (write 2018, FY 2018, 2018-04 or 2018-01-01/2018-06-30)")


_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def _month(text: str) -> date | None:
    if match := re.fullmatch(r"(\d{4})-(\d\d?)", text):
        year, month = int(match[1]), int(match[2])
    elif match := re.fullmatch(r"([A-Za-z]{3})[a-z]*\.?[ -,]+(\d{4})", text):
        year, month = int(match[2]), (*_MONTHS, match[1].lower()).index(match[1].lower()) + 1
    else:
        return None
    return date(year, month, 1) if 1 <= month <= 12 else None


# Annual figures -----------------------------------------------------------------------------------------------------


_COMPARATORS = ("=", "~", ">", ">=", "<", "<=")


def _annual(table: Table) -> Iterator[OfficialFigure]:
    """Figures as someone copied them from reports: a row a figure."""
    measures = rules().family_of
    for cells, columns in _rows(table):
        try:
            start, end = _period(columns.get(cells, "period"), table, False)
            value = number(columns.get(cells, "value"))
            comparator = _one_of(columns.get(cells, "comparator") or "=", _COMPARATORS, "comparator")
            unit = _one_of(columns.get(cells, "unit") or "count", ("count", "percent"), "unit")
        except ValueError as error:
            raise BadInput(f"{_at(table, cells)}: {error}") from None
        measure = columns.get(cells, "measure")
        if measure not in measures:
            raise BadInput(f"{_at(table, cells)}: no such measure '{measure}'; use one of: {', '.join(measures)}")
        where = columns.get(cells, "jurisdiction")
        if value is None or not where:
            raise BadInput(f"{_at(table, cells)}: lacks its {'place' if value is not None else 'value'}")
        if place(str(where)).level is None:
            raise BadInput(f"{_at(table, cells)}: '{where}' is no place that can be compared; write 'City, ST', "
                           "'County, ST', a state or 'United States'")  # fmt: skip
        page = columns.get(cells, "page")
        note = "; ".join(filter(None, [f"page {page}" if page else "", columns.get(cells, "note") or ""]))
        yield OfficialFigure(
            table, f"row {cells.row}", cells.sheet,
            columns.get(cells, "claimant") or table.claimant or table.publisher, measure, value, str(where), start, end,
            comparator, unit, columns.get(cells, "counted") or None, note or None,
        )  # fmt: skip


def _one_of(value: Any, known: tuple[str, ...], name: str) -> str:
    if value not in known:
        raise ValueError(f"{value!r} is no {name}; use one of: {', '.join(known)}")
    return str(value)
