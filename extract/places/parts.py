"""The places that head the parts of a round-up: "-- GLENMOOR, N.J. Listed with three.", "Glenmoor County. The jail got
nine", "GLENMOOR COUNTY" on a line."""

from __future__ import annotations

import re

from extract.places.mentioned import DATELINE
from extract.places.names import (
    CAPITALS,
    COUNTY_ENDS,
    NAMES,
    STATE_FORM,
    STATES,
    WORD,
    abbreviation,
    common_word,
    known_cities,
    strip_lead,
    title_case,
)

Part = tuple[int, str, str | None]
"""(offset, name, state); the name is empty where a part ends and no other begins."""

_RUN_IN = re.compile(
    r"^[ \t]*(?:[-•*–—■▪]{1,3}[ \t]*)?(?P<name>(?:STATE OF )?[A-Z][A-Z.’'\-]+(?: [A-Z][A-Z.’'\-]+){0,3}?)(?:,[ \t]+"
    r"(?P<state>[A-Z][\w.]*(?:[ \t][A-Z][\w.]*)?))?(?:[ \t]*\([^)\n]{2,30}\))?(?:[.:]|[ \t]*(?P<dash>[-–—]+))[ \t]+"
    r"(?=[A-Z“\"\d])",
    re.M,
)
_CALLED = re.compile(
    rf"^[ \t]*(?:[-•*–—■▪#]{{1,3}}[ \t]*)?(?P<name>(?:[A-ZÑ][\w.’'-]*[ ]){{1,4}}(?:County|Parish)|{'|'.join(STATES)})"
    rf"(?P<dash>)(?:,[ \t]+(?P<state>{STATE_FORM}))?(?:(?<=\.)|[.:]\**|\**[.:])[ \t]+(?=[A-Z“\"][^\n]{{60}})",
    re.M,
)
"""A county or state in the letters of the text: "**Minnow County.** The jail got nine"."""
_ALONE = re.compile(
    r"^[ \t]*(?:[-•*–—■▪#]{1,3}[ \t]*)?(?P<kind>(?i:(?:the )?(?:city|town|village|borough|township|county|parish)"
    r"(?: (?:and|&) (?:county|parish|borough))? of ))?(?P<name>[A-ZÑ][\w.’'\-]+(?: [A-ZÑ][\w.’'\-]+){0,4}?)"
    rf"(?:,[ \t]+(?:(?P<state>(?i:{STATE_FORM}))|(?P<other>[A-Z][a-zñ]+(?: [A-Z][a-zñ]+)?)))?[ \t]*:?[ \t]*$",
    re.M,
)
_OF_COUNTY = re.compile(r"\b(?:count(?:y|ies)|sheriffs?|jails?|jailers?)\b", re.I)
_OF_STATE = re.compile(r"\b(?:[Ss]tate[’']s|[Ss]tatewide|counties|sheriffs|jails)\b")
_OF_CITY = re.compile(r"\b(?:city|cities|police|mayors?|chief)\b", re.I)
_RULE = re.compile(r"^[ \t]*(?:_{3,}|[*#](?:[ \t]*[*#]){2,}|[-–—]{3,})[ \t]*$", re.M)
_PROSE = re.compile(r"\s*(?:\S[^\n]{60}|[A-Z“\"][^\n]{14,}[.!?][”\"]?[ \t]*$)", re.M)
FEW, MANY = 2, 3
"""How many heads alone on a line make a round-up, and how many that open a line of text."""


def parts(text: str) -> tuple[Part, ...]:
    """Where the parts of a round-up begin and end; nothing where the text is none."""
    return _run_in(text) or _alone(text)


def _run_in(text: str) -> tuple[Part, ...]:
    """Heads that open a line of text, from three on after the dateline's; the last one's part is its paragraph."""
    found: list[Part] = []
    last = 0
    lines = sorted((*_RUN_IN.finditer(text), *_CALLED.finditer(text)), key=lambda match: match.start())
    cities = _cities(lines)
    for match in lines:
        name = title_case(match["name"])
        state = abbreviation(match["state"]) if match["state"] else None
        if name.startswith("State Of "):
            name = state = name.removeprefix("State Of ")
        elif match.re is _CALLED and name in STATES:
            state = name
        if match["state"] or name.endswith(COUNTY_ENDS) or name == state or name in cities:
            found.append(_headed(text, match, name, state))
            last = match.end()
    if len(found) < MANY:
        return ()
    end = text.find("\n\n", last)
    return (*found, (end, "", None)) if end >= 0 else tuple(found)


def _headed(text: str, line: re.Match[str], name: str, state: str | None) -> Part:
    """A dateline with the heading above it, where that names the county or the state in which the city lies:
    "DUNMORE COUNTY", a blank line, "HARKER, Colo. — ..."; "STATEWIDE" above the capital's."""
    at = line.start()
    if name.endswith(COUNTY_ENDS) or name == state:
        return at, name, state
    above = _ABOVE.search(text, max(0, at - 80), at)
    if above is None:
        return at, _spoken_of(text, line.end()) or name, state
    if county := above["county"]:
        return above.start("county"), title_case(county) if county.isupper() else county, state
    state = STATES.get(title_case(above["state"]), state)
    whole = NAMES.get(state or "", state)
    if not whole:
        return at, name, state
    of_state = title_case(above["state"]) not in STATES or name in CAPITALS
    local = None if of_state else _spoken_of(text, line.end()) or _of_its_name(text, line.end(), name)
    return above.start("state"), local or whole, state if local else whole


def _spoken_of(text: str, at: int) -> str | None:
    """The county whose jail or sheriff the paragraph behind a dateline names."""
    named = _ITS_JAIL.search(text, at, text.find("\n\n", at) + 1 or len(text))
    return (strip_lead(named["county"]) or None) if named else None


_ITS_JAIL = re.compile(
    rf"(?P<county>(?:{WORD} ){{1,3}}(?:County|Parish))(?:[’']s)? (?:[Jj]ail|[Ss]heriff|[Ss]heriff[’']s|[Dd]etention"
    r"|[Dd]eput|[Pp]rison|[Ll]ockup|[Cc]orrection|[Ww]arden)"
)
"""A county by its custodian: "Tolland County’s sheriff honored 16"."""
_ABOVE = re.compile(
    rf"^[ \t]*(?:[-•*–—■▪#]{{1,3}}[ \t]*)?(?:(?P<county>(?:[A-ZÑ][\w.’'\-]+ ){{1,4}}(?i:county|parish))"
    rf"|(?P<state>(?i:statewide|the state|the state as a whole|across the state|(?:{'|'.join(STATES)}))))"
    r"[:.]?[ \t]*\n\s*\Z",
    re.M,
)
"""The heading right above a dateline."""


def _cities(lines: list[re.Match[str]]) -> frozenset[str]:
    """The cities of datelines without a state, where there are several and one is known: "ERIE — ... HARKER — ..."."""
    names = [title_case(match["name"]) for match in lines if match["dash"]]
    several = len(set(names)) >= MANY and any(name in known_cities() for name in names)
    return frozenset(name for name in names if several and not all(map(common_word, name.split())))


def _alone(text: str) -> tuple[Part, ...]:
    """Heads on a line of their own over prose, from two on, beside which a state that no list knows is one, too
    ("PORT ANSEL, Verdigris"); a rule or a heading of their kind that is no place ends a
    part ("___", "THE BIG PICTURE")."""
    heads: list[Part] = []
    other: list[Part] = []
    ends: list[int] = []
    for match in _ALONE.finditer(text):
        if not _PROSE.match(text, match.end()):
            continue
        if match["other"]:
            if match["name"].isupper():
                other.append((match.start(), title_case(match["name"]), match["other"]))
        elif place := _place(match, text):
            heads.append((match.start(), *place))
        elif heads and match["name"].isupper():
            ends.append(match.start())
    if len({name for _, name, _ in heads}) < FEW:
        return ()
    heads = sorted([*heads, *other])
    ends += [match.start() for match in _RULE.finditer(text, heads[0][0])]
    return tuple(sorted([*heads, *((at, "", None) for at in ends)], key=lambda part: part[0]))


def _place(match: re.Match[str], text: str) -> tuple[str, str | None] | None:
    """The place that a line names, with the state beside it: a county, what has its state beside it, a state, what
    the text elsewhere calls a county."""
    name = title_case(match["name"]) if match["name"].isupper() else match["name"]
    state = abbreviation(match["state"]) if match["state"] else None
    if (match["kind"] or "").upper().startswith("COUNTY"):
        name = f"{name} County"
    if state or name.endswith(COUNTY_ENDS):
        return name, state
    if name in STATES:
        return _under_state(match.end(), text, STATES[name]) or (name, name)
    whole = next((f"{name} {kind}" for kind in COUNTY_ENDS if f"{name} {kind}" in text), None)
    return (whole, None) if whole else None


def _under_state(at: int, text: str, state: str) -> tuple[str, str] | None:
    """The city, or the county of its name, whose dateline stands under a state's heading, by what its paragraph speaks
    of."""
    line = DATELINE.match(text, at + len(text[at : at + 80]) - len(text[at : at + 80].lstrip()))
    if line is None:
        return None
    city = title_case(line["city"])
    if city in CAPITALS and _OF_STATE.search(text, line.end(), line.end() + 300):
        return None
    return _spoken_of(text, line.end()) or _of_its_name(text, line.end(), city), state


def _of_its_name(text: str, at: int, city: str) -> str:
    """A dateline's city, or the county of its name, where the paragraph speaks of one."""
    paragraph = text[at : at + 400].partition("\n\n")[0]
    of_county = len(_OF_COUNTY.findall(paragraph)) > len(_OF_CITY.findall(paragraph))
    return f"{city} County" if of_county else city
