"""Laws by their shape: "House Bill 318", "the Custody Limits Act", "a 2017 state Supreme Judicial Court ruling"."""

from __future__ import annotations

import re

from extract.needles import sought
from extract.places import Setting
from extract.places.names import STATE
from extract.statutes.known import Law
from extract.statutes.rulings import LEAD, cases, decisions, held

_CAP = r"(?:[A-Z][\w’'-]*[\w]|“?[A-Z]\w+”?|U\.S\.|[A-Z]\b)"
_LINK = r"(?:of|and|for|in|to|the|with|on|against|from|&)"
_ACT = sought(
    rf"(?P<name>{_CAP}(?:[ ](?:{_CAP}|{_LINK}(?=[ ](?:{_LINK}[ ])?{_CAP}))){{0,9}}[ ](?P<what>Act|Ordinance"
    rf"|Directive|Amendment|Proclamation))(?![\w-]|[ ](?:{_CAP})?[ ]?(?:Report|Institute|Office|Task"
    rf"|Team|Unit|Committee|Coalition|Department|No\.))(?!’s[ ]office)"
)
_POLICY = sought(
    rf"(?P<name>(?:{_CAP}[ ](?:(?:and|of|for|in|on)[ ])?){{1,6}}(?P<what>Law|Policy|Resolution|Order|Memorandum"
    rf"|Rule))(?![\w-]|[ ](?:[A-Z]|No\.|\d))"
)
_POLICY_WORDS = re.compile(
    r"Sanctuary|Trust|Custody|Detainer|Immigra|Public Records|Sunshine|Welcoming|Values|Limits|Cooperation"
    r"|Detention|Records|Open Meeting|Civil Rights|Fair|Safe|Truth|Policing|Impartial|Federal Cooperation|Equality"
    r"|Dignity|Neutrality|Community|Confidence|Priorities"
)
_BILL = sought(
    rf"(?:(?P<state>{STATE})(?:’s|'s|’|')?[ ])?(?P<name>(?:(?P<house>House|Senate|Assembly)[ ](?:Joint[ ])?"
    rf"(?P<paper>Bill|File|Resolution)[ ](?:No\.[ ]?)?|(?P<short>[HSA]\.?B\.?|H\.R\.|[HS]\.?F\.?|L\.?[DB]\.?)[ -]?)"
    rf"(?P<no>\d{{1,2}}-\d{{2,4}}|\d{{1,5}}))(?![\w%]|[,.]\d)|(?<=[Bb]ill,[ ])(?P<name2>[HS]\.?[ ]?\d{{2,5}})\b"
    rf"|\b(?<!House[ ])(?<!Senate[ ])(?<!Assembly[ ])(?P<name3>Bill[ ]\d{{1,4}}-\d{{2,4}})\b"
)
_NUMBERED = sought(
    r"(?P<name>(?P<what>(?:[Mm]ayoral[ ])?Executive[ ]Order|Exec\.[ ]Order|E\.?O\.?|Local[ ]Laws?|Ordinance|(?:"
    r"(?:AG|Attorney[ ]General|Law[ ]Enforcement|ICE)[ ])*Directive|(?:ICE[ ]|Board[ ]|Department[ ])?Policy(?=[ ]"
    r"(?:No\.[ ]?|Number[ ])?(?:\d+[.-]\d|\d{3,4}\b(?![.,]?\d)))"
    r"|(?:[Dd]epartment[ ])?(?:[Pp]olicy(?:[ ][Dd]irective)?|[Dd]irective"
    r"|[Gg]eneral[ ]order)(?=[ ](?:No\.[ ]?|Number[ ])?\d+(?:\.\d|-\d\d))"
    r"|(?:General|Special|Administrative|Standing)[ ]Order|Proposition|Initiative|Legislative[ ]Bill"
    r"|Public[ ]Act|P\.A\.|Chapter|Resolution|Measure|SB|Session[ ]Law|S\.L\.)[ ](?:No\.[ ]?|Number[ ]|#)?"
    r"(?P<no>\d+(?:,\d{3})*(?:[-.]\d+)*[A-Z]?))(?:[ ]and[ ](?P<no2>\d{1,4}(?:-\d+)?)\b)?(?:[ ]of[ ](?P<year>\d{4}))?"
    r"(?![\w%])"
)
_SECTION = sought(
    rf"(?P<name>(?:[Ss]ections?|§§?|[Cc]hapter|[Aa]rticle|[Tt]itle)[ ](?P<no>\d[\w.]*(?:[-:]\d[\w.]*)*)"
    rf"(?:\([\w]\))*(?:,?[ ]of[ ](?:the[ ])?|,[ ])(?P<code>(?:[A-Z][\w’'.]*[ ])*(?:Revised[ ]Code"
    rf"|Code(?:[ ]of[ ][A-Z]\w+(?:[ ][A-Z]\w+){{0,2}})?|Statutes"
    rf"|General[ ]Laws|Compiled[ ]Laws|Revised[ ]Statutes|General[ ]Statutes)))"
    r"|(?P<name5>(?:(?<![A-Z]\.)G\.S\.|A\.R\.S\.|RCW|ORS|NRS|RSA|ARS|O\.C\.G\.A\.|N\.C\.G\.S\.|[NM]\.[JM]\.S\.A\.|[KTAM]\.[SC]\.A\.|N\.D\.C\.C\.|R\.I\.G\.L\.|S\.D\.C\.L\."
    r"|M\.C\.L\.|C\.G\.S\.|[NK]\.R\.S\.|O\.R\.C\.|R\.S\.Mo\.)[ ]?(?:§§?[ ]?|[Ss]ections?[ ])?"
    r"(?P<no5>\d[\w.]*(?:[-:]\d[\w.]*)*))"
    r"|(?P<name6>[Cc]hapter[ ](?P<no6>\d+[\w.-]*)[ ]of[ ](?:the[ ])?(?:state[ ])?statutes)"
    rf"|(?P<name2>(?:(?:{STATE})|[A-Z][a-z]+\.)[ ](?:Revised[ ]|General[ ]|Compiled[ ]|Penal[ ]|Government[ ]"
    rf"|Municipal[ ])?(?:Code|Statutes?|Stat\.|Laws)(?:[ ]Ann\w*\.?)?,?[ ](?:§§?[ ]?|[Ss]ections?[ ]|[Tt]itle[ ]"
    rf"|ch\.[ ]|[Cc]hapter[ ])?(?P<no2>\d[\w.]*(?:[-:]\d[\w.]*)*))"
    r"|(?P<name4>(?:[Cc]ounty|[Cc]ity|[Mm]unicipal|[Tt]own)[ ][Cc]ode[ ](?:§[ ]?|[Ss]ection[ ]|[Cc]hapter[ ])?"
    r"(?P<no4>\d+[.-]\d[\d.-]*\d?))"
    r"|(?P<name7>(?:Penal|Government|Health[ ]and[ ]Safety|Vehicle|Labor|Civil|Welfare[ ]and[ ]Institutions|Elections)"
    r"[ ]Code[ ](?:[Ss]ections?[ ]|§§?[ ]?)(?P<no7>\d[\w.]*(?:[-:]\d[\w.]*)*))"
    r"|(?P<name3>Act[ ](?P<no3>\d{1,4}[ ]of[ ](?:19|20)\d\d|\d{2,4}(?![\d,.]\d)))\b"
)
_FORM = sought(r"(?<![\w-])(?P<name>(?:[Ff]orms?[ ])?(?P<no>I-(?:\d{3})[A-Z]?))(?![\w-])")
_AMENDMENT = sought(
    r"(?P<first>First|Second|Fourth|Fifth|Sixth|Eighth|Tenth|Fourteenth|4th|5th|10th|14th)(?:(?:,[ ]|[ ]and[ ]"
    r"|,[ ]and[ ])(?P<second>Fourth|Fifth|Sixth|Eighth|Tenth|Fourteenth))?(?:(?:,[ ]|[ ]and[ ]|,[ ]and[ ])"
    r"(?P<third>Tenth|Fourteenth))?[ ]Amendments?\b|\b(?P<clause>Supremacy|Equal[ ]Protection"
    r"|Due[ ]Process)[ ][Cc]lause\b"
)
_ARTICLE = sought(
    r"\bArticle[ ](?:\d{1,2}|[IVX]+)(?:,[ ](?:[Ss]ection|§)[ ]\d+[A-Z]?\b"
    r"|,?[ ]of[ ]the[ ](?:[A-Z][\w.]+[ ]|state[ ]){1,2}"
    r"[Cc]onstitution\b)"
)
_DATED = sought(
    r"(?P<name>\b[Aa]n?[ ](?P<year>(?:19|20)\d\d)[ ](?P<by>state|city|county|local|federal|town|municipal|[A-Z]\w+"
    r"(?:[ ][A-Z]\w+)?(?:[ ](?:city|county))?)[ ](?P<what>law|ordinance|statute|measure)|\b[Aa][ ](?P<by2>state"
    r"|city|county|local|federal|town)[ ](?P<what2>law|ordinance|statute)[ ](?:of|from|passed[ ]in|adopted[ ]in"
    r"|enacted[ ]in)[ ](?P<year2>(?:19|20)\d\d))\b"
)
_SANCTUARY = sought(
    rf"(?P<name>(?:(?P<owner>(?:{STATE})(?:’s|'s|’|')|[A-Z]\w+(?:[ ][A-Z]\w+){{0,3}}(?:’s|'s)|[Tt]he[ ](?:state|city"
    rf"|county|town)(?:’s|'s)|[Ii]ts|[Tt]heir|[Tt]he|(?<=passed )a|(?<=adopt )a|(?<=adopted )a|(?<=pass )a|(?<=calls )a"
    rf"|(?<=had )a|(?<=has )a"
    rf"|(?:[Ss]tate|[Cc]ity|[Ll]ocal)(?:[ ]and[ ](?:local|state|federal"
    rf"|city))?|(?:{STATE}))[ ])(?:(?:own|new|so-called|\d{{4}})[ ])*[“\"]?(?P<what>[Ss]anctuary(?:[ ](?:[Cc]ity"
    rf"|cities|state|[Cc]ounty))?|(?:civil[ ])?(?:immigration[ -])?detainer|trust"
    rf"|(?:[Ff]air[ ]and[ ])?[Ww]elcoming(?:[ -][Cc]ity|[ -][Cc]ommunity)?"
    rf"|[Ff]air[ ]and[ ][Ii]mpartial[ ][Pp]olicing|non-?cooperation)[”\"]?[ ]"
    rf"(?P<law>laws?|bylaws?|ordinances?|statutes?|policy|directive|resolution))\b"
)

_RECORDS = sought(
    rf"\b(?P<name>(?:(?:{STATE})(?:’s|'s|’|')?|[Tt]he(?:[ ]state(?:[’']s)?)?)[ ](?:open|public)[ -]"
    r"(?:records|meetings)[ ](?:law|act))\b"
)


def find(text: str, where: Setting) -> list[Law]:
    """Every law that its shape shows, overlaps and all."""
    return [
        *_acts(text),
        *_bills(text),
        *_numbered(text),
        *_sections(text),
        *_forms(text),
        *_amendments(text),
        *cases(text),
        *decisions(text),
        *held(text),
        *_dated(text),
        *_sanctuary(text, where),
        *_records(text),
    ]


_NUMBER_NEXT = re.compile(r"[ ](?:No\.[ ]?)?\d")
_TWO = re.compile(r"\b(?:Act|Law)[ ]and[ ](?:the[ ])?(?=(?:[A-Z][\w-]*[ ])+)")


def _acts(text: str) -> list[Law]:
    out = []
    for pattern in (_ACT, _POLICY):
        for match in pattern.finditer(text):
            name = match["name"]
            if match["what"] in ("Directive", "Ordinance") and _NUMBER_NEXT.match(text, match.end("name")):
                continue
            while lead := LEAD.match(name):
                name = name[lead.end() :]
            name = re.sub(r"^(?:[\w’'-]+(?:’s|'s|s’)[ ])(?=(?:[A-Z]\w+[ ]){2})", "", name)
            name = name.lstrip('“"')
            words = name.split()
            if (
                len(words) < 2
                or (pattern is _POLICY and not _POLICY_WORDS.search(name))
                or match["what"] == "Amendment"
                or _shouting(text, match.start())
            ):
                continue
            start = match.end("name") - len(name)
            kind = {
                "Ordinance": "ordinance",
                "Directive": "policy",
                "Policy": "policy",
                "Order": "policy",
                "Memorandum": "policy",
            }.get(match["what"], "statute")
            before = text[max(0, start - 60) : start]
            if kind == "statute" and re.search(r"\b(?:city(?:’s|'s)?|ordinance|Ordinance)\b[^.]{0,30}$", before):
                kind = "ordinance"
            if two := _TWO.search(name):
                first = name[: two.start()] + two[0].split()[0]
                out.append(Law(first, kind, None, start, start + len(first)))
                start, name = start + two.end(), name[two.end() :]
            out.append(Law(name, kind, None, start, match.end("name")))
    return out


def _shouting(text: str, at: int) -> bool:
    """Whether the line is a headline in title case, where no name can be told from the words around it."""
    start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    line = text[start : end if end >= 0 else len(text)]
    words = [word for word in re.findall(r"[A-Za-z]\w*", line) if len(word) > 3]
    return (
        len(line) < 200
        and len(words) > 5
        and not line.rstrip().endswith(".")
        and sum(word[0].isupper() for word in words) > 0.75 * len(words)
    )


def _bills(text: str) -> list[Law]:
    out = []
    for match in _BILL.finditer(text):
        name = re.sub(r"\s+", " ", match["name"] or match["name2"] or match["name3"])
        if match["name3"]:
            out.append(Law(name, "ordinance", name, match.start(), match.end()))
        elif (
            match["name2"]
            or (match["short"] and match["short"].replace(".", "") in ("AB", "SB", "HB", "HR", "HF", "SF", "LD", "LB"))
            or match["house"]
        ):
            out.append(Law(name, "statute", name, match.start(), match.end()))
    return out


def _numbered(text: str) -> list[Law]:
    out = []
    for match in _NUMBERED.finditer(text):
        what, name = match["what"], match["name"].rstrip(",")
        kind = (
            "executive order"
            if re.match(r"(?:Mayoral )?Exec|E\.?O", what)
            else "ordinance"
            if what in ("Local Law", "Local Laws", "Ordinance")
            else "statute"
            if what
            in (
                "Public Act",
                "P.A.",
                "Chapter",
                "Proposition",
                "SB",
                "Measure",
                "Session Law",
                "S.L.",
                "Initiative",
                "Legislative Bill",
            )
            else "policy"
        )
        if what == "Chapter" and "-" not in match["no"]:
            continue
        year = f" of {match['year']}" if match["year"] else ""
        single = name.replace("Local Laws", "Local Law")
        out.append(Law(f"{single}{year}", kind, f"{single}{year}", match.start(), match.start() + len(name)))
        if match["no2"] and (what.endswith("s") or match["year"]):
            other = f"{what.replace('Laws', 'Law')} {match['no2']}{year}"
            out.append(Law(other, kind, other, match.start("no2"), match.end("no2")))
    return out


_NAMES = ("name", "name2", "name3", "name4", "name5", "name6", "name7")


def _sections(text: str) -> list[Law]:
    """Sections of codes that the citation libraries do not know."""
    out = []
    for match in _SECTION.finditer(text):
        name = re.sub(r"\s+", " ", next(match[group] for group in _NAMES if match[group]))
        name = name.rstrip(".")
        kind = "ordinance" if re.search(r"City|Municipal|County|Administrative", name) else "statute"
        out.append(Law(name, kind, name, match.start(), match.start() + len(match[0].rstrip("."))))
    return out


def _forms(text: str) -> list[Law]:
    return [Law(f"Form {m['no']}", "form", m["no"], m.start(), m.end()) for m in _FORM.finditer(text)]


def _amendments(text: str) -> list[Law]:
    out = [Law(m[0], "constitution", m[0], *m.span()) for m in _ARTICLE.finditer(text)]
    long = {"4th": "Fourth", "5th": "Fifth", "10th": "Tenth", "14th": "Fourteenth"}
    for match in _AMENDMENT.finditer(text):
        if match["clause"]:
            out.append(Law(match[0], "constitution", None, *match.span()))
            continue
        for group in ("first", "second", "third"):
            if match[group]:
                end = match.end() if group == "first" and not match["second"] else match.end(group)
                out.append(
                    Law(
                        f"{long.get(match[group], match[group])} Amendment",
                        "constitution",
                        None,
                        match.start(group),
                        end,
                    )
                )
    return out


def _dated(text: str) -> list[Law]:
    """ "A 2017 city ordinance": a law told by its year and maker alone."""
    return [
        Law(
            f"{m['year'] or m['year2']} {m['by'] or m['by2']} {m['what'] or m['what2']}",
            "ordinance" if "ordinance" in m[0] or re.search(r"city|county|town|municipal", m[0]) else "statute",
            None,
            *m.span(),
            weak=True,
        )
        for m in _DATED.finditer(text)
    ]


def _records(text: str) -> list[Law]:
    """ "Alabama's open records law", "the public records law"."""
    return [
        Law(re.sub(r"^[Tt]he\s+", "", m["name"]), "statute", None, *m.span("name"), weak=True)
        for m in _RECORDS.finditer(text)
    ]


def _sanctuary(text: str, where: Setting) -> list[Law]:
    out = []
    for match in _SANCTUARY.finditer(text):
        owner = match["owner"].lower()
        kind = (
            "policy"
            if match["law"] in ("policy", "directive", "resolution")
            else "ordinance"
            if match["law"].startswith(("ordinance", "bylaw"))
            or owner.startswith(("the city", "the county", "the town", "city"))
            else "statute"
        )
        if owner in ("its", "their") and kind == "policy":
            continue
        name = re.sub(r"^(?:[Ii]ts|[Tt]heir)\s(?=.*ordinance)", "", match["name"])
        if re.match(r"the state['’]s", owner) and where.state_name:
            name = f"{where.state_name}{name[len(owner) :]}"
        out.append(Law(name, kind, None, *match.span(), weak=True))
    return out
