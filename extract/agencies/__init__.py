"""Agencies: named ones from the vocabulary, local ones by their shape, and what later mentions stand for.

`find` gives every mention with the full official name; "the department", "the agency" and the like take theirs from the
nearest compatible mention before them.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from spacy.tokens import Doc

from extract.agencies import chapters, names
from extract.agencies.local import SHAPES, jail_name, sheriff_name, speaks_of_sheriff
from extract.agencies.names import DHS, ICE, aliases, level
from extract.joined import text_of
from extract.model import Document, Mention
from extract.needles import sought
from extract.placed import Placed
from extract.places import NAMES, STATES, Setting, abbreviation, led_state, setting

__all__ = ["DHS", "ICE", "aliases", "canonical", "find", "jail_name", "level", "resolve", "sheriff_name"]

_ALIKE = sought(
    r"\b(?P<the>(?:[Tt]he|[Tt]his|[Tt]hat|its|[Ii]ts)\s+)(?P<noun>department|agency|bureau|office|council|board"
    r"|commission|prison|institute|organization|group"
    r"|(?:Department|Agency|Bureau|Office|Council|Board|Commission)(?!\s+[A-Z(]))"
    r"\b(?![-’']?s?\s+(?:of|for)(?:\s+the)?\s+[A-Z])"
    r"|\b(?P<noun2>DOC|MCSO|TCSO|KCSO|BCSO|PPD|SPD|DPD)\b"
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
_SHORT = re.compile(r"^[A-Z]{2,6}$")


def find(doc: Doc, document: Document) -> list[Mention]:
    """Every mention of an agency or organization, in order, with its official name and (`jurisdiction`) its own
    place."""
    text = text_of(doc)
    where = setting_of(document)
    found = [_named(ent.text, ent.start_char, ent.end_char, ent.ent_id_) for ent in doc.ents if ent.ent_id_]
    found = [_of_own_state(mention, where) for mention in found]
    found += _described(text)
    found += _shaped(text, where)
    found = _of_facility(chapters.of_states(found, text), text)
    found += _abbreviated(text, found)
    return _resolved(_apart(found), text, where)


def setting_of(document: Document) -> Setting:
    return setting(document.text, document.jurisdiction, document.title, document.outlet)


@lru_cache(maxsize=1024)
def canonical(text: str, jurisdiction: str | None = None) -> str | None:
    """The full official name of an agency as written; None where nothing tells.

    `jurisdiction` ("Dunmore County, CO", "Minnesota") says whose "the sheriff" or "DOC" it is.
    """
    if name := names.known(text):
        return name
    where = _place(jurisdiction)
    bare = text.strip()
    if re.fullmatch(r"(?:the\s+)?(?:DOC|[Dd]epartment\s+of\s+[Cc]orrections?)", bare):
        return (
            f"{where.state_name} Department of Corrections"
            if where.state and where.level == "state"
            else (
                names.known(f"{where.city} City Department of Correction")
                or (f"{where.state_name} Department of Corrections" if where.state else None)
            )
        )
    if re.fullmatch(r"(?:the\s+)?(?:county\s+)?(?:sheriff|jail|deputies)", bare, re.I):
        return sheriff_name(where.county, None, where.state) if where.county else None
    if re.fullmatch(r"(?:the\s+|city\s+)*police", bare, re.I):
        bare = "city police"
    for pattern, build in SHAPES:
        if (match := pattern.search(bare)) and (built := build(match, where, where.county)):
            return built[0]
    return None


def _place(jurisdiction: str | None) -> Setting:
    if not jurisdiction:
        return Setting(None, None, None)
    name, _, state = jurisdiction.rpartition(", ")
    if not name:
        whole = abbreviation(state) if state in STATES or state in NAMES.values() else None
        return Setting(
            None if whole else state,
            state if state.endswith("County") else None,
            whole,
            level="state" if whole else "city",
        )
    return Setting(None if name.endswith("County") else name, name if name.endswith("County") else None, state)


def _named(text: str, start: int, end: int, name: str) -> Mention:
    kind = "organization" if names.levels().get(name) == "organization" else "agency"
    return Mention(text, start, end, kind, name, names.jurisdictions().get(name))


def _of_own_state(mention: Mention, where: Setting) -> Mention:
    """A well-known agency of another place, by that of its name in the text's own state: "the Metropolitan Police
    Department" in a text on Las Vegas."""
    state = (mention.jurisdiction or "").rpartition(", ")[2]
    if not state or where.state in (None, state):
        return mention
    alike = (name for name, place in names.jurisdictions().items() if place.endswith(f", {where.state}"))
    own = next((name for name in alike if mention.text in name), None)
    return replace(mention, name=own, jurisdiction=names.jurisdictions()[own]) if own else mention


_DESCRIBED: re.Pattern[str] | None = None


def _described(text: str) -> list[Mention]:
    global _DESCRIBED
    if _DESCRIBED is None:
        words = sorted(names.described(), key=len, reverse=True)
        _DESCRIBED = re.compile(
            r"\b(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in words) + r")\b", re.I
        )
    return [
        _named(m[0], m.start(), m.end(), names.described()[re.sub(r"\s+", " ", m[0].lower())])
        for m in _DESCRIBED.finditer(text)
    ]


def _shaped(text: str, where: Setting) -> list[Mention]:
    out = []
    for pattern, build in SHAPES:
        for match in pattern.finditer(text):
            if _broken(match):
                continue
            if built := build(match, where, where.county_at(match.start())):
                start = _lead(match)
                place = _elsewhere(built[1], text, start) if match.groupdict().get("place") else built[1]
                out.append(Mention(text[start : match.end()], start, match.end(), "agency", built[0], place))
    return out


def _broken(match: re.Match[str]) -> bool:
    """Whether what looks like a name goes over the end of a heading ("ALDER, Ohio", a blank line, "Police in town"), or
    of a letterhead's line ("CITY OF ALDER, OHIO" above "Police Department")."""
    if "\n\n" in match[0]:
        return True
    if not match.groupdict().get("place"):
        return False
    text, end = match.string, match.end("place")
    return text.startswith("\n", end) and match["place"].isupper()


def _elsewhere(place: str | None, text: str, at: int) -> str | None:
    """The place of an agency, in the state with which its sentence begins, if it does."""
    state = led_state(text, at) if place and ", " in place else None
    return f"{place.rpartition(', ')[0]}, {state}" if place and state else place


_FACILITY = re.compile(r"(?:Jail|Center|Facility|Bureau|House of Corrections?)$")
_REGIONAL = re.compile(r"\bRegional (?:Jail|Detention Center|Correctional (?:Center|Facility))$")
_DETENTION = re.compile(
    r"(?:[A-ZÑ][\w’'-]* )+(?:County|Parish) (?:Adult |Regional |Metro )*"
    r"(?:Detention|Correctional) (?:Center|Facility)"
)
_BARE_JAIL = re.compile(
    r"(?:the|a|its|his|her|their|our)\s+(?:\w+\s+)?(?:jail|lockup|(?:detention|correctional)\s+\w+)", re.I
)


def _of_facility(found: list[Mention], text: str) -> list[Mention]:
    """Where no sheriff is spoken of, a county's jail or detention center is whose its name says, and "the jail" is the
    one that goes by a name of its own; a regional jail is no sheriff's in any case."""
    if speaks_of_sheriff(text):
        return _bare(found, [m for m in found if _REGIONAL.search(m.name)])
    found = [replace(m, name=_own_name(m, text)) if "Sheriff" in m.name else m for m in found]
    return _bare(found, [m for m in found if _FACILITY.search(m.name) and _FACILITY.search(m.text)])


def _bare(found: list[Mention], own: list[Mention]) -> list[Mention]:
    """ "The jail" as the first that goes by a name of its own."""
    if not own:
        return found
    return [
        replace(m, name=own[0].name, jurisdiction=own[0].jurisdiction) if _BARE_JAIL.fullmatch(m.text) else m
        for m in found
    ]


def _own_name(mention: Mention, text: str) -> str:
    """A jail's name as it is written, or as its county's jail."""
    if _DETENTION.fullmatch(mention.text):
        return mention.text
    county = re.match(r"(.+ County) Sheriff", mention.name)
    return jail_name(county[1], text) if county else mention.name


def _lead(match: re.Match[str]) -> int:
    """Where the agency's name begins: after the words of the sentence that look like a name ("The Quill County
    jail")."""
    place = match.groupdict().get("place")
    if not place:
        return match.start()
    from extract.places import strip_lead

    bare = strip_lead(place)
    return match.start("place") + place.find(bare) if bare else match.start()


def _abbreviated(text: str, found: list[Mention]) -> list[Mention]:
    """Abbreviations that the text itself introduces: "the Dunmore County Sheriff's Office (DCSO)"."""
    out = []
    for name in {m.name: m for m in found if m.kind == "agency"}.values():
        short = "".join(word[0] for word in re.findall(r"[A-Z]\w+", name.name))
        if len(short) > 2 and short in text and short not in names.by_alias():
            out += [replace(name, text=m[0], start=m.start(), end=m.end()) for m in re.finditer(rf"\b{short}\b", text)]
    for mention in found:
        match = re.match(r"\s*\((?P<short>[A-Z]{2,6})\)", text[mention.end : mention.end + 12])
        if match and match["short"] not in names.by_alias():
            pattern = re.compile(rf"\b{match['short']}\b")
            out += [replace(mention, text=m[0], start=m.start(), end=m.end()) for m in pattern.finditer(text)]
    return out


def _apart(found: list[Mention]) -> list[Mention]:
    """The mentions in order, the longer one where two overlap."""
    out: list[Mention] = []
    for mention in sorted(found, key=lambda m: (m.start, m.start - m.end)):
        if out and mention.start < out[-1].end:
            if mention.end - mention.start > out[-1].end - out[-1].start:
                out[-1] = mention
        else:
            out.append(mention)
    return out


_ENDED = re.compile(r"(?<=[a-z0-9)%”\"])[.!?][”\"’)]*\s|\n")
_LONG = 500
"""Characters back in which a sentence begins."""


def _resolved(found: list[Mention], text: str, where: Setting) -> list[Mention]:
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
    if _SHORT.match(noun) and noun.endswith("CSO") and where.county:
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
