"""Compiles the documents of `written/` to the annotated JSON beside them: `python -m tests.corpus.compile [FROM TO]`.

A written document is a head (YAML), a line of `---`, the text with its marks, a line of `---`, and one line an item:

    headline: Sheriff turned away 41 of 52
    published: 2025-02-14
    j: Dunmore County, CO                           # jurisdiction of every claim that names none
    who: {S: "Dunmore County Sheriff's Office"}     # claimants by short key; more fields: {name:, type:, alt: [...]}
    ---
    <s1>Sheriff Walt Amundsen</s1> <c1>said</c1> <q1>the jail received {52|a} detainers and honored {none|b}</q1>.
    ---
    a: received S 2024 | text=last year | speaker=Walt Amundsen
    b: honored S 2024 | value=0 | equivalent=declined 52 | optional
    q1: Walt Amundsen
    O: Walt Amundsen | Sheriff | Dunmore County Sheriff's Office
    L: Trust Act | ordinance |  | the city's Trust Act
    D: last year = 2024
    N: a passage that no claim may come from
    T: what is hard here

`{52|a}` marks the bare number of claim `a` (several: `{15|a,b}`); `<q1>` what is said, `<s1>` its source, `<c1>` its
cue (`<s1,2>` serves two quotations). A period is `2024`, `2024-10`, `FY2024` (federal), `START/END`, `START/` or `-`.
"""

from __future__ import annotations

import calendar
import json
import re
import sys
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
MEASURES = {
    "issued": "detainers_issued", "received": "detainers_received", "honored": "detainers_honored",
    "declined": "detainers_declined", "active": "detainers_active", "notifications": "notifications",
    "transfers": "transfers", "releases": "releases", "arrests": "arrests", "removals": "removals", "rate": "rate",
    "other": "other",
}  # fmt: skip
WORDS = {
    "zero": 0, "none": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
    "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
MARK = re.compile(r"\{(?P<value>[^{}|]+)\|(?P<keys>[\w,]+)\}|<(?P<close>/?)(?P<kind>[qsc])(?P<numbers>[\d,]+)>")
OPTIONS = {
    "text", "speaker", "via", "j", "value", "max", "cmp", "unit", "n", "alt", "measures", "periods", "equivalent",
    "note", "speakers", "rule", "optional", "jalt",
}  # fmt: skip
ABBREVIATED = re.compile(
    r"\b([A-Z]|Jan|Feb|Aug|Sept|Oct|Nov|Dec|Sgt|Lt|Capt|Gov|Sen|Rep|Mr|Ms|Mrs|Dr|St|No|Supt|Atty|vs|v|a\.m|p\.m"
    r"|[A-Z]\.[A-Z]|Mass|Conn|Calif|Colo|Ill|Minn|Wash|Ore|Pa|Va|Ga|Fla|Md|Mich|Wis|Ariz|Nev)\.$"
)


class WrittenError(ValueError):
    """A written document that cannot be compiled: names the file and the item."""


def compile_file(file: Path) -> dict[str, Any]:
    """The annotated document that a written one stands for; raises WrittenError."""
    parts = re.split(r"^---[ \t]*\n", file.read_text(encoding="utf-8"), flags=re.MULTILINE)
    if len(parts) != 3:
        raise WrittenError(f"{file.name}: {len(parts)} parts, not head, text and items")
    head = yaml.safe_load(parts[0]) or {}
    text, values, spans = _unmark(parts[1].strip("\n") + "\n", file)
    doc: dict[str, Any] = {
        "url": f"https://example.org/{file.stem}",
        "published": head["published"].isoformat() if head.get("published") else None,
        "outlet": head.get("outlet"),
        "headline": head.get("headline"),
        "text_kind": head.get("kind", "fictional"),
        "text": text,
        **{kind: [] for kind in ("claims", "officials", "statutes", "dates", "quotes", "must_not_extract", "traps")},
        "quotes_complete": True,
    }
    seen = set()
    for line in (line.strip() for line in parts[2].splitlines()):
        if not line or line.startswith("#"):
            continue
        key, _, rest = line.partition(": ")
        try:
            if key in _ITEMS:
                kind, make = _ITEMS[key]
                doc[kind].append(make(rest, text))
            elif re.fullmatch(r"q\d+", key):
                doc["quotes"].append(_quote(key[1:], rest, spans, text))
            elif key in values:
                doc["claims"].append(_claim(rest, values[key], text, head))
            else:
                raise WrittenError("marks nothing in the text")
        except (WrittenError, KeyError, ValueError) as error:
            raise WrittenError(f"{file.name}: {line!r}: {error}") from error
        seen.add(key)
    if left := (set(values) | {f"q{n}" for kind, n in spans if kind == "q"}) - seen:
        raise WrittenError(f"{file.name}: marked but not described: {', '.join(sorted(left))}")
    doc["claims"].sort(key=lambda c: (c["value_start"], c["measure"]))
    doc["quotes"].sort(key=lambda q: q["start"])
    return doc


def _unmark(marked: str, file: Path) -> tuple[str, dict[str, tuple[int, int]], dict[tuple[str, str], tuple[int, int]]]:
    """The bare text, the span of each marked value by claim key, and of each `q`, `s`, `c` by its number."""
    text, at = "", 0
    values: dict[str, tuple[int, int]] = {}
    spans: dict[tuple[str, str], tuple[int, int]] = {}
    for mark in MARK.finditer(marked):
        text += marked[at : mark.start()]
        at = mark.end()
        if mark["value"]:
            for key in mark["keys"].split(","):
                if key in values:
                    raise WrittenError(f"{file.name}: two values are marked {key}")
                values[key] = (len(text), len(text) + len(mark["value"]))
            text += mark["value"]
            continue
        for number in mark["numbers"].split(","):
            name = (mark["kind"], number)
            if mark["close"]:
                spans[name] = (spans[name][0], len(text))
            elif name in spans:
                raise WrittenError(f"{file.name}: two spans are marked {''.join(name)}")
            else:
                spans[name] = (len(text), -1)
    if open_ := [kind + number for (kind, number), (_, end) in spans.items() if end < 0]:
        raise WrittenError(f"{file.name}: never closed: {', '.join(open_)}")
    return text + marked[at:], values, spans


def _options(fields: list[str]) -> dict[str, str]:
    options = {}
    for one in fields:
        name, _, value = one.strip().partition("=")
        if name not in OPTIONS:
            raise WrittenError(f"no such option: {name}")
        options[name] = value
    return options


def _claim(rest: str, span: tuple[int, int], text: str, head: dict[str, Any]) -> dict[str, Any]:
    what, *fields = rest.split(" | ")
    measure, who, period = what.split()
    options = _options(fields)
    claimant = head["who"][who]
    claimant = {"name": claimant} if isinstance(claimant, str) else claimant
    start, end = span
    low, high = sentence(text, start, end)
    value = float(options["value"]) if "value" in options else number(text[start:end])
    from_, to = dates(period)
    claim = {
        "value": int(value) if value == int(value) else value,
        "value_max": int(options["max"]) if "max" in options else None,
        "comparator": options.get("cmp", "="),
        "unit": options.get("unit", "percent" if measure == "rate" else "count"),
        "value_text": text[start:end],
        "value_start": start,
        "value_end": end,
        "measure": MEASURES[measure],
        "counted": options.get("n", "detainers"),
        "claimant": claimant["name"],
        "claimant_type": claimant.get("type", "agency"),
        "speaker": options.get("speaker"),
        "via": [one for one in options.get("via", "").split(";") if one],
        "period_start": from_,
        "period_end": to,
        "period_text": options.get("text"),
        "jurisdiction": options.get("j") or head.get("j"),
        "quote": text[low:high],
        "start": low,
        "end": high,
    }
    alternatives = [*claimant.get("alt", []), *[one for one in options.get("alt", "").split(";") if one]]
    if alternatives:
        claim["claimant_alternatives"] = alternatives
    if "measures" in options:
        claim["measure_alternatives"] = [MEASURES[one] for one in options["measures"].split(",")]
    if "periods" in options:
        claim["period_alternatives"] = [list(dates(one)) for one in options["periods"].split(",")]
    if "equivalent" in options:
        other, amount = options["equivalent"].split()
        claim["equivalent"] = {"measure": MEASURES[other], "value": int(amount)}
    if "speakers" in options:
        claim["speaker_alternatives"] = options["speakers"].split(";")
    if "jalt" in options:
        claim["jurisdiction_alternatives"] = options["jalt"].split(";")
    for name in ("rule", "note"):
        if name in options:
            claim[name] = options[name]
    if "optional" in options:
        claim["optional"] = True
    return claim


def _quote(number_: str, rest: str, spans: dict[tuple[str, str], tuple[int, int]], text: str) -> dict[str, Any]:
    speaker, *fields = (part.strip() for part in rest.split(" | "))
    start, end = spans["q", number_]
    source = spans.get(("s", number_))
    cue = spans.get(("c", number_))
    quote: dict[str, Any] = {
        "text": text[start:end],
        "start": start,
        "end": end,
        "speaker": speaker,
        "speaker_start": source[0] if source else None,
        "speaker_end": source[1] if source else None,
        "cue": text[cue[0] : cue[1]] if cue else None,
        "direct": text[start] in "“\"‘'",
    }
    for one in fields:
        name, _, value = one.partition("=")
        if name == "speakers":
            quote["speaker_alternatives"] = value.split(";")
        elif name == "direct":
            quote["direct"] = value != "no"
        else:
            raise WrittenError(f"no such option: {name}")
    return quote


def _official(rest: str, text: str) -> dict[str, Any]:
    name, role, agency, *more = (part.strip() or None for part in rest.split("|"))
    if name.casefold() not in text.casefold():
        raise WrittenError("the name is not in the text")
    return {"name": name, "role": role, "agency": agency, "quote": more[0] if more else name}


def _statute(rest: str, text: str) -> dict[str, Any]:
    name, kind, citation, words = (part.strip() or None for part in rest.split("|"))
    if not words or words not in text:
        raise WrittenError("the wording is not in the text")
    return {"name": name, "kind": kind, "citation": citation, "text": words}


def _date(rest: str, text: str) -> dict[str, Any]:
    words, _, normalized = rest.rpartition(" = ")
    if words not in text:
        raise WrittenError("the wording is not in the text")
    return {"text": words, "normalized": normalized.strip()}


def _passage(rest: str, text: str) -> str:
    if rest not in text:
        raise WrittenError("the passage is not in the text")
    return rest


_ITEMS: dict[str, tuple[str, Any]] = {
    "O": ("officials", _official), "L": ("statutes", _statute), "D": ("dates", _date),
    "N": ("must_not_extract", _passage), "T": ("traps", lambda rest, text: rest),
}  # fmt: skip


def number(words: str) -> float:
    """The number that a value's bare words mean: `1,146`, `8.5`, `Ninety-seven`; raises WrittenError on others."""
    plain = words.lower().replace(",", "")
    if re.fullmatch(r"\d+(\.\d+)?", plain):
        return float(plain)
    parts = plain.split("-")
    if all(part in WORDS for part in parts):
        return sum(WORDS[part] for part in parts)
    raise WrittenError(f"say value=: {words!r}")


def dates(period: str) -> tuple[str | None, str | None]:
    """The first and last day of a period in the written format."""
    if period == "-":
        return None, None
    if year := re.fullmatch(r"(\d{4})", period):
        return f"{year[1]}-01-01", f"{year[1]}-12-31"
    if fiscal := re.fullmatch(r"FY(\d{4})", period):
        return f"{int(fiscal[1]) - 1}-10-01", f"{fiscal[1]}-09-30"
    if month := re.fullmatch(r"(\d{4})-(\d\d)", period):
        return f"{period}-01", f"{period}-{calendar.monthrange(int(month[1]), int(month[2]))[1]}"
    if re.fullmatch(r"\d{4}-\d\d-\d\d", period):
        return period, period
    if ends := re.fullmatch(r"(\d{4}-\d\d-\d\d)?/(\d{4}-\d\d-\d\d)?", period):
        return ends[1], ends[2]
    raise WrittenError(f"not a period: {period}")


def sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence around a span: within its line, between ends that are no abbreviations."""
    line, stop = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    stop = len(text) if stop < 0 else stop
    low = line
    for mark in re.finditer(r"[.!?][\"”’')]*(?=\s+[\"“‘'(]*[A-Z0-9])", text[line:stop]):
        at = line + mark.end()
        if ABBREVIATED.search(text[low:at]):
            continue
        if at >= end:
            return low, at
        if at <= start:
            low = at + len(text[at:stop]) - len(text[at:stop].lstrip())
    return low, stop


def main(source: Path = HERE / "written", target: Path = HERE) -> int:
    """Compiles every document of a folder; the number of those that could not be."""
    failed = 0
    for file in sorted(source.glob("*.txt")):
        try:
            doc = compile_file(file)
        except WrittenError as error:
            failed += 1
            print(error)
            continue
        (target / f"{file.stem}.json").write_text(
            json.dumps(doc, indent=1, ensure_ascii=False) + "\n", encoding="utf-8"
        )
    return failed


if __name__ == "__main__":
    raise SystemExit(main(*map(Path, sys.argv[1:])))
