"""When a page was published, as each source on it says, and which to believe.

Sixty-six of 133 pages read for this project show no date, several a wrong one: so every source's answer is kept, the
order of trust decides, and what looks wrong is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from copy import deepcopy
from datetime import date, timedelta

from htmldate import find_date
from lxml.etree import strip_attributes
from lxml.html import HtmlElement

from extract.clean.blocks import Block
from extract.clean.structured import Structured

SOURCES = ("url", "dateline", "json-ld", "metadata", "htmldate", "feed", "text search")
"""In the order of trust. `htmldate` is what stands in the page's markup, `text search` htmldate's last resort."""
EARLIEST = date(1995, 1, 1)
DISAGREEMENT = timedelta(days=3)
"""How far two of the first four sources, or the feed, may be apart before it is flagged."""

# English first, then the languages that US outlets also publish in, and those of copies found abroad.
_MONTH_NAMES = (
    "jan january enero januar jänner janvier janeiro gennaio",
    "feb february febrero februar février fevereiro febbraio",
    "mar march marzo märz mars março", "apr april abril avril aprile", "may mayo mai maio maggio",
    "jun june junio juni juin junho giugno", "jul july julio juli juillet julho luglio",
    "aug august agosto août", "sep sept september septiembre septembre setembro settembre",
    "oct october octubre oktober octobre outubro ottobre", "nov november noviembre novembre novembro",
    "dec december diciembre dezember décembre dezembro dicembre",
)  # fmt: skip
_MONTHS = {name: number for number, names in enumerate(_MONTH_NAMES, start=1) for name in names.split()}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_YEAR = r"(?:19[89]\d|20[0-4]\d)"
_IN_URL = (
    re.compile(rf"(?<!\d)(?P<y>{_YEAR})/(?P<m>\d{{1,2}}|{_MONTH})/(?P<d>\d{{1,2}})(?=[/_.-]|$)", re.IGNORECASE),
    re.compile(rf"(?<!\d)(?P<y>{_YEAR})[-_](?P<m>\d{{2}})[-_](?P<d>\d{{2}})(?!\d)"),
    re.compile(rf"(?<!\d)(?P<y>{_YEAR})(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?=[/_.-]|$)"),
    re.compile(rf"[/-](?P<m>{_MONTH})[-_](?P<d>\d{{1,2}})[-_](?P<y>{_YEAR})(?!\d)", re.IGNORECASE),
)
_WRITTEN = (
    rf"(?:(?P<m>{_MONTH})\b\.?\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y>{_YEAR})\b"
    rf"|(?P<d2>\d{{1,2}})(?:st|nd|rd|th|\.)?\s+(?:de\s+)?(?P<m2>{_MONTH})\b\.?,?\s+(?:de\s+)?(?P<y2>{_YEAR})\b"
    rf"|(?P<y3>{_YEAR})-(?P<m3>\d{{2}})-(?P<d3>\d{{2}})(?!\d)"
    rf"|(?P<m4>\d{{1,2}})/(?P<d4>\d{{1,2}})/(?P<y4>{_YEAR})\b"
    rf"|(?P<d5>\d{{1,2}})\.\s?(?P<m5>\d{{1,2}})\.\s?(?P<y5>{_YEAR})\b)"
)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_CUE = r"(?:\b(?:published|posted|issued|released|date|dated|filed|first published|on)\b\s*(?:on|at)?\s*:?\s*)?"
_PUBLISHED = re.compile(rf"^(?P<lead>.{{0,60}}?){_CUE}{_WEEKDAY}{_WRITTEN}(?P<rest>.{{0,60}})$", re.IGNORECASE)
_PLACE = r"[A-Z][A-Z .,'’-]{2,40}(?:,\s*[A-Z][\w.]+)?\s*(?:\([^)]{2,30}\))?\s*[,–—-]+\s*"
_DATELINE = re.compile(rf"^(?:{_PLACE}){_WEEKDAY}{_WRITTEN}\s*(?:\([^)]{{2,40}}\)\s*)?[–—:-]", re.IGNORECASE)
_MODIFIED = re.compile(r"\b(?:updated|modified|revised|corrected|edited)\b", re.IGNORECASE)
_REST_OF_A_DATE = re.compile(
    r"^[\s,|•·/-]*(?:(?:at|@)?\s*\d{1,2}[:.]\d{2}.{0,30}|.{0,4}|[|•·].{0,50}|(?:last )?(?:updated|modified).{0,50})$",
    re.IGNORECASE,
)
_LEAD_OF_A_DATE = re.compile(
    r"^(?:.{0,50}[|•·,–—-]\s*|by\s+[\w .,'’-]{3,50}?[\s,|•·–—-]*|[A-Z][\w.'’ ]{2,40}[,–—-]\s*"
    r"|(?:published|posted|date|dated|issued|released|on|for immediate release)\W*)?$",
    re.IGNORECASE,
)


def of_url(url: str) -> date | None:
    """A full day in an address: /2025/01/13/, /2025-01-13-…, /20250113/, /2025/jan/13/, -january-13-2025."""
    for expression in _IN_URL:
        for match in expression.finditer(url):
            if found := _day(match["y"], match["m"], match["d"]):
                return found
    return None


def of_lines(lines: Iterable[str], *, day_first: bool = False) -> tuple[date | None, date | None]:
    """(published, modified) as written in lines that are nothing but a date, a dateline, or a byline with a date.

    `day_first` reads 02/10/2020 as the second of October.
    """
    published = modified = None
    for line in lines:
        match = _DATELINE.match(line) or (_PUBLISHED.match(line) if len(line) <= 140 else None)
        if not match:
            continue
        found = _written(match, day_first=day_first)
        if "lead" in match.re.groupindex:
            if not _REST_OF_A_DATE.match(match["rest"]):
                continue
            if _MODIFIED.search(match["lead"]):
                modified = modified or found
                continue
            if not _LEAD_OF_A_DATE.match(match["lead"]):
                continue
        published = published or found
    return published, modified


def of_json_ld(structured: Structured) -> tuple[date | None, date | None]:
    """(published, modified) of the page's own article object."""
    article = structured.article or next((n for n in structured.nodes if n.get("datePublished")), {})
    published = article.get("datePublished") or article.get("uploadDate") or article.get("dateCreated")
    return iso(published), iso(article.get("dateModified"))


_META_PUBLISHED = (
    "article:published_time", "article:published", "og:published_time", "datepublished", "dc.date.issued",
    "dcterms.issued",
    "parsely-pub-date", "sailthru.date", "publishdate", "publish-date", "publish_date", "published_time", "pubdate",
    "date_published", "publication_date", "article.published", "cxenseparse:recs:publishtime", "dc.date.created",
    "dcterms.created", "article_date_original", "article:post_date", "rnews:datepublished", "citation_publication_date",
    "citation_date", "release_date", "originalpublicationdate", "dc.date", "dcterms.date", "date",
)  # fmt: skip
_META_MODIFIED = (
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "last-modified",
    "dcterms.modified",
    "lastmod",
)


def of_metadata(structured: Structured) -> tuple[date | None, date | None]:
    """(published, modified) of meta tags and microdata."""
    published = next((d for d in (iso(structured.meta.get(n)) for n in _META_PUBLISHED) if d), None)
    modified = next((d for d in (iso(structured.meta.get(n)) for n in _META_MODIFIED) if d), None)
    if published is None:
        marked = structured.tree.xpath("//*[@itemprop='datePublished' or @pubdate or @property='schema:datePublished']")
        for element in marked[:3]:
            published = published or iso(element.get("datetime") or element.get("content") or element.text)
    return published, modified


def of_markup(tree: HtmlElement, *, today: date, search: bool) -> date | None:
    """htmldate's answer: from markup, or with `search` from anything on the page that looks like a date.

    The search leaves out addresses: those of links lead to other stories, of other days.
    """
    if search:
        tree = deepcopy(tree)
        strip_attributes(tree, "href", "src", "srcset", "action", "data-src", "data-srcset", "data-href", "data-url")
    found = find_date(
        tree,
        original_date=True,
        extensive_search=search,
        url="",
        min_date=EARLIEST.isoformat(),
        max_date=today.isoformat(),
    )
    return date.fromisoformat(found) if found else None


def told_in(blocks: Iterable[Block]) -> set[date]:
    """Days that the article's own sentences speak of: an event's, hardly ever the day of publication."""
    found = (_written(m) for b in blocks if b.is_prose for m in re.finditer(_WRITTEN, b.text, re.IGNORECASE))
    return {day for day in found if day}


def choose(found: dict[str, date | None], today: date) -> tuple[date | None, str | None, str | None]:
    """(date, source, flag): the first plausible of `SOURCES`, and what is odd about them all."""
    flags: list[str] = []
    chosen: tuple[date, str] | None = None
    for source in SOURCES:
        day = found.get(source)
        if day is None:
            continue
        if day > today + timedelta(days=1):
            flags.append(f"{source} is in the future: {day}")
        elif day < EARLIEST:
            flags.append(f"{source} is before {EARLIEST.year}: {day}")
        elif chosen is None:
            chosen = day, source
        elif source not in {"htmldate", "text search"} and abs(day - chosen[0]) > DISAGREEMENT:
            flags.append(f"{chosen[1]} says {chosen[0]}, {source} says {day}")
    if chosen and chosen[1] == "text search":
        flags.append("only found by searching the page's text")
    flag = "; ".join(flags) or None
    return (*chosen, flag) if chosen else (None, None, flag)


_LINE_TAGS = frozenset({"time", "p", "span", "div", "li", "small", "em", "address", "h2", "h3"})
_HEAD_ELEMENTS = 60


def is_day_first(tree: HtmlElement) -> bool:
    """Whether the page's language writes the day before the month: all but American English, where it says so."""
    language = (tree.get("lang") or "en-US").lower().replace("_", "-")
    return not language.startswith(("en-us", "en-ph")) and language != "en"


def turned(day: date | None) -> date | None:
    """The same date with day and month exchanged, where that is one."""
    return _day(str(day.year), str(day.day), str(day.month)) if day else None


def head_lines(tree: HtmlElement, blocks: list[Block]) -> list[str]:
    """Short lines seen around the headline, where a page prints its date, then the first lines of the text.

    The look ends at the first paragraph: dates below belong to other stories as often as to this one.
    """
    lines: list[str] = []
    heading = next(iter(tree.iter("h1")), None)
    first = blocks[0].text[:40] if blocks else None
    for element in _after(heading) if heading is not None else []:
        if element.tag not in _LINE_TAGS:
            continue
        line = " ".join(" ".join(element.itertext()).split())
        if (first and line.startswith(first)) or (element.tag == "p" and len(line.split()) >= 20):
            break
        if 6 <= len(line) <= 140:
            lines.append(line)
    return lines + [block.text for block in blocks[:3]]


def _after(element: HtmlElement) -> Iterator[HtmlElement]:
    """The next elements in document order, for as far as a page's heading may reach."""
    seen = 0
    while element is not None and seen < _HEAD_ELEMENTS:
        for sibling in element.itersiblings():
            for inner in sibling.iter():
                if isinstance(inner.tag, str):
                    seen += 1
                    yield inner
                    if seen >= _HEAD_ELEMENTS:
                        return
        element = element.getparent()


def iso(value: object) -> date | None:
    """The day of an ISO 8601 timestamp, a written date or a bare 20250113; None where it is none of these."""
    if not isinstance(value, str):
        return None
    value = value.strip()
    if match := re.match(rf"({_YEAR})-?(\d{{2}})-?(\d{{2}})(?!\d)", value):
        return _day(*match.groups())
    match = re.search(_WRITTEN, value, re.IGNORECASE)
    return _written(match) if match else None


def _written(match: re.Match[str], *, day_first: bool = False) -> date | None:
    for n in ("", "2", "3", "4", "5"):
        if match[f"y{n}"]:
            month, day = match[f"m{n}"], match[f"d{n}"]
            if n == "4" and (day_first or int(month) > 12):
                month, day = day, month
            return _day(match[f"y{n}"], month, day)
    return None


def _day(year: str, month: str, day: str) -> date | None:
    number = int(month) if month.isdigit() else _MONTHS.get(month.lower(), 0)
    try:
        return date(int(year), number, int(day))
    except ValueError:
        return None
