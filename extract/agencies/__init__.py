"""Agencies: named ones from the vocabulary, local ones by their shape, and what later mentions stand for.

`find` gives every mention with the full official name; "the department", "the agency" and the like take theirs from the
nearest compatible mention before them.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache, lru_cache

from spacy.tokens import Doc

from extract.agencies import chapters, facilities, keepers, names
from extract.agencies.later import resolve, resolved
from extract.agencies.local import SHAPES
from extract.agencies.names import DHS, ICE, aliases, level
from extract.agencies.sheriffs import jail_name, sheriff_name
from extract.joined import text_of
from extract.model import Document, Mention
from extract.places import NAMES, STATES, Setting, abbreviation, led_state, setting, strip_lead

__all__ = ["DHS", "ICE", "aliases", "canonical", "find", "jail_name", "level", "resolve", "sheriff_name"]


def find(doc: Doc, document: Document) -> list[Mention]:
    """Every mention of an agency or organization, in order, with its official name and (`jurisdiction`) its own
    place."""
    text = text_of(doc)
    where = setting_of(document)
    found = [_named(ent.text, ent.start_char, ent.end_char, ent.ent_id_) for ent in doc.ents if ent.ent_id_]
    found = [_of_own_state(mention, where) for mention in found]
    found += _described(text)
    found += _kept(text)
    found += _shaped(text, where)
    found = facilities.named(chapters.of_states(found, text), text)
    found += _abbreviated(text, found)
    return resolved(_apart(found), text, where)


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


@cache
def _keepers() -> re.Pattern[str]:
    names_of = sorted(keepers.places(), key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(re.escape(name) for name in names_of) + r")\b")


def _kept(text: str) -> list[Mention]:
    """Who is known to keep a county's jail, by the full name: "Spokane County Detention Services"."""
    return [
        Mention(m[0], m.start(), m.end(), "agency", m[0], keepers.places()[m[0]]) for m in _keepers().finditer(text)
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


def _lead(match: re.Match[str]) -> int:
    """Where the agency's name begins: after the words of the sentence that look like a name ("The Quill County
    jail")."""
    place = match.groupdict().get("place")
    if not place:
        return match.start()
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
