"""Rulings by their shape: cases by name, decisions by their year and court."""

from __future__ import annotations

import re

from extract.needles import sought
from extract.statutes.known import Law

_PARTY = (
    r"(?:(?:City|County|Town|State|People|Estate)[ ]of[ ](?:the[ ])?)?(?:Ex[ ]parte[ ])?"
    r"(?:[A-ZÀ-Þ][\w’'-]*[\w]|U\.S\.|ICE|[A-Z]\.)(?:[ ](?:(?:de|la|of|del|El)[ ])?(?:[A-ZÀ-Þ][\w’'-]*[\w]"
    r"|U\.S\.|[A-Z]\.)){0,4}"
)
_CASE = sought(rf"(?P<a>{_PARTY})[ ]v(?:s?\.?|ersus)[ ](?P<b>(?:the[ ])?{_PARTY})")
LEAD = re.compile(
    r"^(?:In|The|the|A|a|An|an|As|By|Under|From|Since|After|Before|And|But|When|While|See|Citing|Called|With|Of|For|On|Both"
    r"|Federal|State|Though)\s+"
)
_COURT = (
    r"(?:(?:U\.S\.|U\.S|federal|state(?:’s|'s)?|[Ss]tate|Massachusetts|Oregon|California|[A-Z]\w+)[ ])?(?:"
    r"(?:[A-Z]\w+[ ])?Supreme(?:[ ]Judicial)?[ ]Court|highest[ ]court|top[ ]court|supreme[ ](?:judicial[ ])?court"
    r"|[Aa]ppeals[ ][Cc]ourt"
    r"|Court[ ]of[ ]Appeals|court[ ]of[ ]appeals|appellate[ ]court|district[ ]court|circuit[ ]court"
    r"|[Ss]uperior[ ][Cc]ourt|SJC|federal[ ]court|\d\w\w[ ]Circuit|(?:First|Third|Fifth|Ninth)[ ]Circuit"
    r"|federal[ ]appeals[ ]court)"
)
_RULING = sought(
    rf"(?P<name>\b[Aa]n?[ ](?:landmark[ ]|unanimous[ ])?(?P<year>(?:19|20)\d\d)[ ](?:{_COURT}[ ](?:ruling|decision"
    rf"|opinion|order)|(?:ruling|decision|opinion)[ ](?:by|of|from)[ ](?:the[ ])?(?:state(?:’s|'s)[ ])?{_COURT}|"
    rf"(?:court|federal)[ ](?:court[ ])?(?:ruling|decision)))"
    rf"|(?P<name2>\b(?:[Tt]he|[Aa])[ ](?:state(?:’s|'s)?[ ])?{_COURT}(?:’s|'s)?[ ](?P<year2>(?:19|20)\d\d)[ ]"
    rf"(?:ruling|decision|opinion))"
)
_HELD = sought(
    rf"\b(?P<court>(?:{_COURT}))(?:,[ ][^,.;]{{3,60}},)?[ ](?:had[ ])?(?:held|ruled|found|decided|concluded)"
    rf"(?:[ ]unanimously)?[ ]in[ ](?:\w+[ ]of[ ])?(?P<year>(?:19|20)\d\d)\b"
    rf"|\b[Ii]n[ ](?P<year2>(?:19|20)\d\d),?[ ](?:an?|the)[ ](?P<court2>(?:{_COURT}))(?:,[ ][^,.;]{{3,60}},)?[ ]"
    rf"(?:held|ruled|found|decided|concluded|said)\b"
)


def cases(text: str) -> list[Law]:
    out = []
    for match in _CASE.finditer(text):
        first = match["a"]
        while lead := LEAD.match(first):
            first = first[lead.end() :]
        if not first:
            continue
        second = re.sub(r"^the\s+|[’']s$", "", match["b"])
        start = match.end("a") - len(first)
        out.append(Law(f"{first} v. {second}", "ruling", None, start, match.end()))
    return out


def decisions(text: str) -> list[Law]:
    out = []
    for match in _RULING.finditer(text):
        name = re.sub(r"^(?:an?|the)\s+", "", match["name"] or match["name2"], flags=re.I)
        out.append(Law(re.sub(r"\s+", " ", name), "ruling", None, match.start(), match.end(), weak=True))
    return out


def held(text: str) -> list[Law]:
    """ "The state's highest court held in 2017 that ...": a ruling told by what a court did."""
    return [
        Law(f"{m['year'] or m['year2']} {m['court'] or m['court2']} ruling", "ruling", None, *m.span(), weak=True)
        for m in _HELD.finditer(text)
    ]
