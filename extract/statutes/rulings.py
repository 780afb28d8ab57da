"""Rulings by their shape: cases by name, decisions by their year and court."""

from __future__ import annotations

import re
from dataclasses import replace

from extract.needles import sought
from extract.places.names import STATE
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
    r"(?:[A-Z]\w+[ ])?Supreme(?:[ ]Judicial)?[ ]Court|high(?:est)?[ ]court|top[ ]court|supreme[ ](?:judicial[ ])?court"
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
    rf"(?:court|federal|state|appellate|appeals)[ ](?:court[ ])?(?:ruling|decision)))"
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


_BY_JUDGE = (
    r"(?:(?:then-?|Chief|Senior|U\.S\.|[Ff]ederal|[Ss]tate|[A-Z]\w+[ ]County|[Ss]uperior[ ]Court|[Dd]istrict|[Cc]ircuit"
    r"|[Mm]agistrate|[Ii]mmigration)[ ])*(?:Judge|Justice|Magistrate)[ ][A-Z]\w+"
)
_NAMED = sought(
    rf"\b(?:[Aa]n?|[Tt]he|[Tt]hat|[\w’']+[’']s)[ ](?:(?P<month>{_MONTH})[ ])?(?:(?P<year>(?:19|20)\d\d)[ ])?"
    rf"(?P<what>ruling|decision|opinion|injunction)(?:[ ](?:in|from|last|this)[ ](?P<when>{_MONTH}|(?:19|20)\d\d))?"
    rf"[ ](?:by|from|of)[ ](?P<judge>{_BY_JUDGE})"
    rf"|(?P<judge2>{_BY_JUDGE}(?:[ ][A-Z]\w+)?)[’']s[ ](?:(?P<month2>{_MONTH})[ ])?(?:(?P<year2>(?:19|20)\d\d)[ ])?"
    r"(?P<what2>ruling|decision)(?![ ](?:is|was)[ ](?:expected|due|pending))\b"
)
"""A ruling by who made it: "a February ruling by U.S. District Judge Lou Trent", "Judge Lou Trent's decision"."""


def _by_name(text: str) -> list[Law]:
    """The first ruling of a judge by name, called by its month or year, else by the judge's court."""
    match = _NAMED.search(text)
    if match is None:
        return []
    dated = " ".join(match[group] for group in ("month", "month2", "year", "year2", "when") if match[group])
    court = "federal" if re.match(r"U\.S\.|[Ff]ederal", match["judge"] or match["judge2"]) else "court"
    return [Law(f"{dated or court} {match['what'] or match['what2']}", "ruling", None, *match.span(), weak=True)]


_BENCHES = rf"(?:{_COURT}|Appellate[ ]Division|{_JUDGE})"
_WHOSE = rf"(?:(?:{STATE})|[Ff]ederal|[Ss]tate)"
_FRESH = rf"(?:(?:recent|landmark|unanimous|{_MONTH})[ ])*"
_UNTOLD = sought(
    rf"\b(?:[Aa]n?|[Tt]he|[Tt]hat)[ ]{_FRESH}(?P<what>ruling|decision|opinion)"
    rf"(?:[ ](?:in|last|earlier|this|on)?[ ]?[A-Z]?[\w’']+(?:[ ]\d+)?)?,?[ ](?:by|from|of)[ ](?:an?|the)[ ]"
    rf"(?:[\w’']+[’']s[ ])?(?P<court>{_BENCHES})"
    rf"|\b(?:[Aa]n?|[Tt]h(?:e|is)|[Ll]ast[ ]\w+[’']s|[\w’']+[’']s)[ ]{_FRESH}"
    rf"(?P<court2>{_BENCHES}|{_WHOSE}[ ](?:court|judge)|{_WHOSE}(?=[ ]ruling))(?:[’']s)?[ ](?P<what2>ruling|decision)\b"
    rf"(?![ ](?:is|was)[ ](?:expected|due|pending))"
    rf"|\b[Tt]he[ ](?P<court3>{_COURT}|Appellate[ ]Division)(?:[’']s)?[ ](?P<what3>case)\b"
)
_RULED = (
    rf"(?P<court>{_BODY})(?:[ ]in[ ][A-Z]\w+)?,?[ ](?:had[ ]|has[ ]|which[ ])?"
    r"(?:held|ruled|found|decided|declared|concluded)"
)
_SINCE = sought(
    rf"\b(?:[Aa]fter|[Ss]ince|[Uu]ntil|[Bb]efore|[Bb]ecause|[Tt]hat|[Ww]hen|noted,)[ ](?P<told>(?:an?|the)[ ]"
    rf"(?:[\w’']+[’']s[ ])?{_RULED})(?=[ ](?:that|against|such|in|on|last|earlier|this"
    r"|\w+[ ](?:years?|months?|weeks?)[ ]ago|a[ ]\w+[ ]ago)\b)"
)
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri)day"
_THEN = (
    r"(?:(?:\w+|a)[ ](?:years?|months?|weeks?)[ ]ago|in[ ](?:the[ ])?\w+(?:[ ]of)?[ ](?:19|20)\d\d"
    rf"|(?:last|(?:earlier[ ])?this)[ ](?:week|month|year|spring|summer|fall|winter)|(?:on[ ])?{_WEEKDAY})"
)
_ONCE = sought(rf"\b(?P<told>(?:[Aa]n?|[Tt]he)[ ](?:[\w’']+[’']s[ ])?{_RULED}[ ]{_THEN})\b")


def untold(text: str, found: list[Law], suits: list[Law]) -> list[Law]:
    """The one ruling of a text that tells of it without a name or year: "a California court ruling", "a decision last
    July by the state's highest court", "stopped after a federal judge ruled that ...". It goes by the name of a known
    case whose party the text names."""
    if any(law.kind == "ruling" for law in found):
        return []
    if (named := _by_name(text)) and not suits:
        return named
    if match := _UNTOLD.search(text):
        court = match["court"] or match["court2"] or match["court3"]
        what, (start, end) = match["what"] or match["what2"] or match["what3"], match.span()
    elif match := _SINCE.search(text) or _ONCE.search(text):
        court, what, (start, end) = match["court"], "ruling", match.span("told")
    else:
        return []
    if suits:
        return [replace(suits[0], start=start, end=end, weak=True)]
    court = re.sub(r"^[Tt]he[ ]|[ ]in[ ][A-Z]\w+$", "", court)
    return [Law(f"{_BENCH.sub('', court)} {what}", "ruling", None, start, end, weak=True)]


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
