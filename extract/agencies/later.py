"""What "the department", "the agency", "the office" stand for: the nearest compatible agency before them."""

from __future__ import annotations

import re

from extract.agencies import names
from extract.agencies.names import level
from extract.agencies.sheriffs import sheriff_name
from extract.model import Mention
from extract.needles import sought
from extract.placed import Placed
from extract.places import Setting

_ALIKE = sought(
    r"\b(?P<the>(?:[Tt]he|[Tt]his|[Tt]hat|its|[Ii]ts)\s+)(?P<noun>department|agency|bureau|office|council|board"
    r"|commission|prison|institute|organization|group"
    r"|(?:Department|Agency|Bureau|Office|Council|Board|Commission)(?!\s+[A-Z(]))"
    r"\b(?![-’']?s?\s+(?:of|for)(?:\s+the)?\s+[A-Z])"
    r"|\b(?P<noun2>DOC|[A-Z]CSO)\b"
)
_FITS = {
    "department": r"Department|DHS|Homeland",
    "agency": r"Immigration|Agency|Customs|Department|Bureau|Service",
    "bureau": r"Bureau|Immigration",
    "office": r"Office|Sheriff|Attorney",
    "council": r"Council|Aldermen",
    "board": r"Board|Commission",
    "commission": r"Commission",
    "prison": r"Prison",
    "institute": r"Institute",
    "organization": r"",
    "group": r"",
    "DOC": r"Department of Correction",
}
_ENDED = re.compile(r"(?<=[a-z0-9)%”\"])[.!?][”\"’)]*\s|\n")
_LONG = 500
"""Characters back in which a sentence begins."""


def resolved(found: list[Mention], text: str, where: Setting) -> list[Mention]:
    """With "the department", "the agency", "the office" added, each as the last mention that fits the word."""
    added = []
    placed, by_name = Placed(found), {m.name: m for m in reversed(found)}
    for match in _ALIKE.finditer(text):
        if placed.over(match.start(), match.end()):
            continue
        noun = match["noun2"] or match["noun"].lower()
        since = _sentence(text, match.start())
        police = _police_of(text[since : match.start()], match.start(), where) if noun == "department" else None
        if name := police or resolve(noun, match.start(), found, where, since):
            source = by_name.get(name)
            kind = source.kind if source else "agency"
            of_source = source.jurisdiction if source else names.jurisdictions().get(name)
            added.append(Mention(match[0], match.start(), match.end(), kind, name, of_source))
    return sorted([*found, *added], key=lambda m: m.start)


_POLICE = re.compile(
    r"\b(?:[Aa]|[Tt]he|[Cc]ity) [Pp]olice (?:spokes\w+|chief|commissioner|commander|captain|official|lieutenant)"
)


def _police_of(before: str, offset: int, where: Setting) -> str | None:
    """ "A police spokeswoman said the department received 41": the department of the city's police."""
    city = where.city_at(offset)
    if city is None or not _POLICE.search(before):
        return None
    return names.police_name(city.removesuffix(" City"))


def _sentence(text: str, offset: int) -> int:
    """About where the sentence around a place begins: behind the last full stop that ends no abbreviation."""
    ends = list(_ENDED.finditer(text, max(0, offset - _LONG), offset))
    return ends[-1].end() if ends else max(0, offset - _LONG)


def resolve(noun: str, offset: int, mentions: list[Mention], where: Setting, since: int = 0) -> str | None:
    """The agency that "the `noun`" at `offset` stands for: the last fitting mention before it, else the first after.

    `since` is where its sentence begins: what that alone names is meant before what other sentences name.
    """
    part = where.part_at(offset)
    if part and (found := _last(noun, offset, [m for m in mentions if part[0] <= m.start < part[1]], since)):
        return found.name
    if part and (own := _of_part(noun, offset, where)):
        return own
    last = _last(noun, offset, [m for m in mentions if not part or level(m.name) == "federal"], since)
    if last is not None:
        return last.name
    if noun == "DOC" and where.state:
        return f"{where.state_name} Department of Corrections"
    if noun.endswith("CSO") and where.county and where.county.startswith(noun[0]):
        return sheriff_name(where.county)
    if noun == "department" and where.city:
        after = [m for m in mentions if m.start > offset and _fits(noun, m) and _names_it(noun, m)]
        return after[0].name if after else None
    return None


def _last(noun: str, offset: int, mentions: list[Mention], since: int) -> Mention | None:
    """The last mention before an offset that fits the word, of the kind it prefers."""
    wanted = "organization" if noun in ("group", "organization", "institute") else "agency"
    before = (m for m in reversed(mentions) if m.end <= offset and m.kind == wanted and _fits(noun, m))
    last = next(before, None)
    if last is not None and noun in ("department", "agency") and not _names_it(noun, last):
        here = noun == "agency" and last.start >= since
        last = next((m for m in before if _names_it(noun, m) and (m.start >= since or not here)), last)
    return last


def _fits(noun: str, mention: Mention) -> bool:
    return re.search(_FITS.get(noun, re.escape(noun.title())), mention.name) is not None


def _of_part(noun: str, offset: int, where: Setting) -> str | None:
    """ "The office" under the heading of a county, "the department" under a city's, of which nothing is named yet."""
    county, city = where.county_at(offset), where.city_at(offset)
    if noun == "office" and county:
        return sheriff_name(county, None, where.state_of(county))
    return f"{city} Police Department" if noun == "department" and city and not county else None


def _names_it(noun: str, mention: Mention) -> bool:
    """Whether the mention is of the kind the word prefers: a federal agency for "agency", any department but a
    prosecutor's for "department"."""
    if noun == "agency":
        return level(mention.name) == "federal" or "Department" not in mention.name
    return "Justice" not in mention.name
