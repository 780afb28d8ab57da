"""Rulings by their shape: cases by name, decisions by their year and court."""

from __future__ import annotations

import re

from extract.needles import sought
from extract.statutes.known import Law

_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"

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
    r"(?:(?:U\.S\.|U\.S|federal|state(?:’s|'s)?|[Ss]tate|[A-Z]\w+)[ ])?(?:"
    r"(?:[A-Z]\w+[ ])?Supreme(?:[ ]Judicial)?[ ]Court|highest[ ]court|top[ ]court|supreme[ ](?:judicial[ ])?court"
    r"|[Aa]ppeals[ ][Cc]ourt"
    r"|Court[ ]of[ ]Appeals|court[ ]of[ ]appeals|appellate[ ]court|district[ ]court|circuit[ ]court"
    r"|[Ss]uperior[ ][Cc]ourt|SJC|federal[ ]court|\d\w\w[ ]Circuit"
    r"|(?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|Eleventh|D\.C\.)[ ]Circuit"
    r"|federal[ ]appeals[ ]court)"
)
_JUDGE = (
    r"(?:(?:[Ff]ederal|[Ss]tate|[Cc]ounty|[Dd]istrict|[Ss]uperior[ ][Cc]ourt|U\.S\.[ ](?:[Dd]istrict[ ])?"
    r"|[A-Z]\w+[ ][Cc]ounty)[ ](?:(?:[Dd]istrict|[Cc]ircuit|[Mm]agistrate)[ ])?(?:judge|magistrate|jury))"
)
_RULING = sought(
    rf"(?P<name>\b[Aa]n?[ ](?:landmark[ ]|unanimous[ ])?(?P<year>(?:19|20)\d\d)[ ](?:{_COURT}[ ](?:ruling|decision"
    rf"|opinion|order)|(?:ruling|decision|opinion)[ ](?:by|of|from)[ ](?:(?:the|an?)[ ])?(?:state(?:’s|'s)[ ])?"
    rf"(?:{_COURT}|{_JUDGE})|"
    rf"(?:court|federal)[ ](?:court[ ])?(?:ruling|decision)))"
    rf"|(?P<name3>\b[Aa]n?[ ](?:(?P<month>{_MONTH})[ ])?(?:ruling|decision|injunction)[ ](?:by|from)[ ]an?[ ]"
    rf"(?P<judge>{_JUDGE})(?:[ ]in[ ](?P<place>[A-Z]\w+))?(?=[ ,.]))"
    rf"|(?P<name2>\b(?:[Tt]he|[Aa])[ ](?:state(?:’s|'s)?[ ])?{_COURT}(?:’s|'s)?[ ](?P<year2>(?:19|20)\d\d)[ ]"
    rf"(?:ruling|decision|opinion))"
)
_BODY = rf"(?:{_COURT}|{_JUDGE}(?:[ ]in[ ][A-Z]\w+)?)"
_HELD = sought(
    rf"\b(?P<court>{_BODY})(?:,[ ][^,.;]{{3,60}},)?[ ](?:had[ ])?(?:held|ruled|found|decided|concluded)"
    rf"(?:[ ]unanimously)?[ ]in[ ](?:\w+[ ]of[ ])?(?P<year>(?:19|20)\d\d)\b"
    rf"|\b[Ii]n[ ](?P<year2>(?:19|20)\d\d),?[ ](?:an?|the)[ ](?P<court2>{_BODY})(?:,[ ][^,.;]{{3,60}},)?[ ]"
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
        name = re.sub(r"^(?:an?|the)\s+", "", match["name"] or match["name2"] or _undated(match), flags=re.I)
        out.append(Law(re.sub(r"\s+", " ", name), "ruling", None, match.start(), match.end(), weak=True))
    return out


def _undated(match: re.Match[str]) -> str:
    """ "April Oregon ruling", "federal judge's ruling": what goes without its year."""
    words = (match["month"], match["place"]) if match["month"] else (f"{match['judge']}’s",)
    return " ".join([word for word in words if word] + ["ruling"])


def held(text: str) -> list[Law]:
    """ "The state's highest court held in 2017 that ...": a ruling told by what a court did."""
    out = []
    for m in _HELD.finditer(text):
        court = _BENCH.sub("", m["court"] or m["court2"])
        out.append(Law(f"{m['year'] or m['year2']} {court} ruling", "ruling", None, *m.span(), weak=True))
    return out


_BENCH = re.compile(r"[ ](?:magistrate[ ])?(?:judge|magistrate|jury)(?=[ ]in[ ]|$)")
"""What a ruling is not called by: "2014 federal ruling"."""
