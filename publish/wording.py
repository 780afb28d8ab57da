"""How a figure is said in words: values with their comparators, periods, measures, verdicts.

Pure functions from the columns of the published tables to short English texts. What a text does not give is said to be
"not stated": nothing is guessed here.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

from common.days import day_of

MEASURES: dict[str, str] = {
    "detainers_issued": "detainers issued",
    "detainers_received": "detainers received",
    "detainers_honored": "detainers honored",
    "detainers_declined": "detainers declined",
    "detainers_active": "active detainers",
    "notifications": "notifications sent",
    "transfers": "people transferred to federal custody",
    "releases": "people released despite a detainer",
    "arrests": "arrests",
    "removals": "removals",
    "rate": "share",
    "other": "other count",
}

MEASURE_HELP: dict[str, str] = {
    "detainers_issued": "Requests that the federal side says it issued, lodged, filed or sent.",
    "detainers_received": "Requests that the holding agency says it received, logged or documented.",
    "detainers_honored": "Requests that the holding agency complied with; people held on one.",
    "detainers_declined": "Requests refused, rejected, ignored or not acted upon.",
    "detainers_active": "Requests outstanding at a point in time.",
    "notifications": "Notices of a booking or a release that the holding agency sent.",
    "transfers": "People handed over to, or collected by, the federal side.",
    "releases": "People released although a detainer was lodged.",
    "arrests": "People arrested by the federal side.",
    "removals": "People removed by the federal side.",
    "rate": "A percentage of one of the other measures.",
    "other": "Any other count that belongs to the dispute.",
}

VERDICTS: dict[str, str] = {
    "dispute": "In dispute",
    "agrees": "Agrees",
    "drift": "Drifted",
    "superseded": "Superseded",
    "not comparable": "Not comparable",
}

CLAIMANT_TYPES: dict[str, str] = {
    "agency": "agency",
    "organization": "organization",
    "person": "person",
    "document": "document",
    "outlet": "news outlet",
}

DATE_SOURCES: dict[str, str] = {
    "url": "from the address of the page",
    "dateline": "from the dateline in the text",
    "json-ld": "from the page's structured data",
    "metadata": "from the page's metadata",
    "feed": "from the feed that listed it",
    "htmldate": "estimated from the page",
    "sitemap": "from the sitemap that listed it",
    "header": "from the server's headers",
}

_MONTHS = ["", "Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."]
_COMPARATORS = {"~": "about ", ">": "more than ", ">=": "at least ", "<": "fewer than ", "<=": "at most "}
_SIGNS = {"~": "~", ">": ">", ">=": "≥", "<": "<", "<=": "≤"}


def number(value: float | None) -> str:
    """A number with thousands separators, whole where it is whole: 6947.0 -> "6,947", 8.5 -> "8.5"."""
    if value is None:
        return "—"
    return f"{int(value):,}" if float(value).is_integer() else f"{value:,.10g}"


def value(row_value: float | None, comparator: str | None = "=", value_max: float | None = None,
          unit: str | None = "count") -> str:  # fmt: skip
    """The value as a reader would say it: "about 400", "at least 150", "20–30", "8.5%"."""
    if row_value is None:
        return "not stated"
    percent = "%" if unit == "percent" else ""
    if comparator == "range" and value_max is not None:
        return f"{number(row_value)}–{number(value_max)}{percent}"
    return f"{_COMPARATORS.get(comparator or '=', '')}{number(row_value)}{percent}"


def short_value(row_value: float | None, comparator: str | None = "=", value_max: float | None = None,
                unit: str | None = "count") -> str:  # fmt: skip
    """The value as a numeral to be set large: "~400", "≥150", "20–30", "8.5%"."""
    if row_value is None:
        return "—"
    percent = "%" if unit == "percent" else ""
    if comparator == "range" and value_max is not None:
        return f"{number(row_value)}–{number(value_max)}{percent}"
    return f"{_SIGNS.get(comparator or '=', '')}{number(row_value)}{percent}"


def day(text: str | None) -> str:
    """An ISO date in AP style: "Jan. 13, 2025"; what is no date is given back as it stands."""
    parsed = day_of(text)
    if parsed is None:
        return text or ""
    return f"{_MONTHS[parsed.month]} {parsed.day}, {parsed.year}"


def moment(text: str | None) -> str:
    """An ISO time in UTC: "Jan. 13, 2025, 14:05 UTC"; what is no time is given back as it stands."""
    if not text:
        return ""
    try:
        parsed = datetime.fromisoformat(text)
    except ValueError:
        return text
    if len(text) <= 10:
        return day(text)
    if parsed.tzinfo:
        parsed = parsed.astimezone(UTC)
    return f"{_MONTHS[parsed.month]} {parsed.day}, {parsed.year}, {parsed:%H:%M} UTC"


def period(start: str | None, end: str | None) -> str:
    """A period as a reader would say it; a missing end is open, both missing is "period not stated"."""
    first, last = day_of(start), day_of(end)
    if first is None and last is None:
        return "period not stated"
    if last is None:
        return f"since {day(start)}"
    if first is None:
        return f"through {day(end)}"
    if first == last:
        return day(start)
    return _whole(first, last) or f"{_span(first, last)}"


def _whole(first: date, last: date) -> str | None:
    """The name of a period that is a whole year, month, quarter or federal fiscal year, if it is one."""
    if first.day != 1 or not _month_ends(last):
        return None
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if months == 1:
        return f"{_MONTHS[first.month]} {first.year}"
    if first.month == 1 and last.month == 12:
        return f"{first.year}" if first.year == last.year else f"{first.year}–{last.year}"
    if months == 12 and first.month == 10:
        return f"fiscal year {last.year} (Oct. {first.year} – Sept. {last.year})"
    if months == 12 and first.month == 7:
        return f"fiscal year {last.year} (July {first.year} – June {last.year})"
    if first.year == last.year:
        return f"{_MONTHS[first.month]} – {_MONTHS[last.month]} {last.year}"
    return f"{_MONTHS[first.month]} {first.year} – {_MONTHS[last.month]} {last.year}"


def _span(first: date, last: date) -> str:
    if first.year == last.year:
        return f"{_MONTHS[first.month]} {first.day} – {_MONTHS[last.month]} {last.day}, {last.year}"
    return f"{day(first.isoformat())} – {day(last.isoformat())}"


def _month_ends(last: date) -> bool:
    return (date.fromordinal(last.toordinal() + 1)).day == 1


def measure(name: str | None) -> str:
    """What is counted, as a plural noun: "detainers received"."""
    return MEASURES.get(name or "", (name or "not stated").replace("_", " "))


def times_apart(low: float | None, high: float | None) -> str | None:
    """How far apart two values lie: "13 times apart"; None where that says nothing (zero, nearly equal)."""
    if not low or not high or low <= 0 or high / low < 1.15:
        return None
    ratio = high / low
    return f"{ratio:.0f} times apart" if ratio >= 9.95 else f"{ratio:.1f} times apart"


def plural(count: int | None, one: str, many: str | None = None) -> str:
    """A count with its noun: "1 story", "3 stories"."""
    return f"{count or 0:,} {one if count == 1 else many or one + 's'}"


def short_digest(digest: str | None) -> str:
    """The first twelve characters of a digest, after its algorithm if it names one."""
    return (digest or "").rpartition(":")[2][:12]


def counted(row: Mapping[str, Any]) -> str:
    """What a claim or figure counts: its measure, and the noun of the text where the measure alone says little."""
    if row.get("measure") in ("other", "rate") and row.get("counted"):
        return f"{row['counted']}" if row["measure"] == "other" else f"share: {row['counted']}"
    return measure(row.get("measure"))


def spelled(text: str | None) -> str:
    """A small JSON object in words: '{"404": 3, "new": 1}' -> "404: 3, new: 1"; other text as it stands."""
    try:
        data = json.loads(text or "")
    except ValueError:
        return text or ""
    return _said(data)


def _said(data: Any) -> str:
    if isinstance(data, dict):
        return ", ".join(f"{str(key).replace('_', ' ')}: {_said(found)}" for key, found in data.items() if found)
    if isinstance(data, list):
        return "; ".join(_said(found) for found in data)
    return str(data)


def claimant(name: str | None) -> str:
    """Whose count, at the beginning of a sentence."""
    return name[:1].upper() + name[1:] if name else "A party that is not named"


def against(low: Mapping[str, Any], high: Mapping[str, Any]) -> str:
    """Two figures set against each other in a sentence, without taking a side."""
    sides = [
        f"{claimant(row['claimant'])} counts "
        f"{value(row['value'], row['comparator'], row.get('value_max'), row['unit'])} {counted(row)}"
        for row in (low, high)
    ]
    same = (low["period_start"], low["period_end"]) == (high["period_start"], high["period_end"])
    when = "the same place and period" if same else "the same place and overlapping periods"
    return f"{sides[0]}. {sides[1]}. Both are about {when}, and both cannot be true."


def unquoted(text: str | None) -> str:
    """What is said, without the quotation marks around it: the page sets its own."""
    return (text or "").strip(" \n\t\"“”„«»")
