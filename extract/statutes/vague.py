"""Laws told without a name: by their year ("a 2018 directive") or by who made them ("an ordinance that commissioners
passed last fall", "the president's Jan. 25 order").
"""

from __future__ import annotations

import re

from extract.needles import sought
from extract.places import Setting
from extract.places.names import STATE
from extract.statutes.known import Law

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Aug|Sept|Oct"
    r"|Nov|Dec)\.)"
)
_DATE = rf"(?:{_MONTH}(?:\s\d{{1,2}})?(?:,?\s(?:19|20)\d\d)?|(?:19|20)\d\d)"
_MAKER = (
    r"(?:(?:president|governor|mayor|[Aa]ttorney [Gg]eneral|sheriff|council|county|city|town|village|board|commission"
    r"|chief|state|agency|department|administration)[’']s"
    r"|(?:supervisors|commissioners|lawmakers|councilors)[’']|legislature[’']s"
    r"|city|county|state|federal|local|town|parish|agency|department|police|ICE|council|board|mayoral|court"
    r"|supreme court|appeals court"
    r"|federal court)"
)
_WHAT = r"law|ordinance|statute|resolution|directive|policy|executive\sorder|order|ruling|decision|opinion|guidance"
_ON = r"(?:(?:anti-)?sanctuary\s|immigration(?:\senforcement|-enforcement)?\s|welcoming(?:-\w+)?\s|trust\s)?"
_NOUN = sought(
    rf"\b(?P<article>[Aa]n?|[Tt]he|[Ii]ts|[Tt]heir|(?:President|Gov\.|Governor|Mayor)(?:\s[A-Z][\w.]*){{1,3}}[’']s"
    rf"|(?P<proper>[A-Z]\w+(?:\s[A-Z]\w+)?[’']s))\s"
    rf"(?P<name>(?:(?:new|old|so-called|own|revised|amended|{_DATE}|{_MAKER})\s)*{_ON}(?P<what>{_WHAT}))\b(?![-’'])"
)
_MADE = re.compile(
    r"\s(?:(?:that|which)\s)?(?:(?!would|could|might|wants?|should|were|if\b)(?:[\w,’'-]+|[A-Z][a-z]{0,3}\.)\s){0,6}?(?:passed|adopted|signed|enacted"
    r"|approved|announced|issued|took\seffect|takes\seffect|(?:went|goes|came)\sinto\s(?:effect|force)|kicked\sin|became\slaw|had\sundone|repealed|wrote|put\sin\splace)\b"
)
_RULES = re.compile(
    r"\s(?:that\s|which\s)?(?:(?:now|also|still)\s)?(?:requires?|bars?|forbids?|tells|orders|limits|prohibits|directs|makes|lets|allows)\b"
)
_ASKS = re.compile(r"\s(?:that|which)\s(?:requires|bars|forbids|tells|orders|limits|prohibits|directs|makes)\b")
_OF_OFFICE = re.compile(
    r"\sof\sthe\s(?:governor|mayor|president|attorney\sgeneral|county\sexecutive)\b"
    r"|\s(?:by|from|that)\s(?:then-)?(?:Gov\.|Governor|Mayor|President|(?:County\s)?Executive)\s[A-Z]"
)
_NOT_YET = re.compile(r"\b(?:propos\w+|draft\w*|consider\w*|want\w*|without|no|not|for|introduc\w+|bill)\s+$")
_PASSED = re.compile(r"\b(?:passed|adopted|enacted|approved|signed|issued)\s+$")
_WHEN = re.compile(r"\s(?:last|earlier\sthis|this|in|that|two|three)\s")
_YEAR = re.compile(_DATE)
_DATED = re.compile(
    rf"\s(?:of|from|dated|(?:issued|signed|adopted|passed|enacted)(?:\s(?:in|on))?)\s(?P<when>{_DATE})(?!\w|\s(?:and|or|to|through)\s)"
)
"""A date after what it is the date of: "an executive order of Jan. 25", "guidance issued in December 2012"."""
_IN_YEAR = re.compile(
    rf"\s(?:in\s(?:19|20)\d\d|(?:last|that|this)\s(?:year|spring|summer|fall|winter|month|{_MONTH}))(?!\w)"
)
_UNDER = re.compile(
    r"\b(?:[Uu]nder|cit(?:es?|ed|ing)|follow(?:s|ed|ing)?|violat(?:es?|ed|ing)"
    r"|challeng(?:es?|ed|ing))\s+$"
)
_ADVISER = re.compile(r"[Aa]ttorney\s[Gg]eneral[’']s\s")
_ADVICE = sought(
    r"\b(?:[Aa]n|[Tt]he)\s(?P<name>opinion\s(?:of|by|from)\sthe\s(?:[A-Z]?[\w’']+\s)?[Aa]ttorney\s[Gg]eneral)\b"
)
_OWNER = re.compile(
    r"(?:president|governor|mayor|[Aa]ttorney\s[Gg]eneral|sheriff|council|county|city|town|village|board|commission|chief"
    r"|state|agency|department|administration)[’']s\s"
)
_SIGNED = sought(
    r"\b(?:Executive|Gov\.|Governor|Mayor|President)\s(?:[A-Z]\w+\s){1,3}(?:has\s|had\s)?(?:signed|issued)\s(?:an?|the|his|her)\s"
    r"(?P<name>(?:new\s|executive\s)*order)\b"
    rf"|\b(?!Judge|Justice)[A-Z]\w+\s(?:signed|issued)\s(?:an|his|her)\s(?P<name2>(?:executive\s)?order)(?=\s(?:in|on)\s{_DATE})"
)
_ORDINANCE = sought(r"\b(?:[Tt]he|[Aa]n)\s(?P<name>ordinance)\b(?=[\s,.;])(?!\s(?:that\swould|would|could|to)\b)")
_DOES = (
    r"(?:has\s\w+ed|bars?|forbids?|forbade|requires?|makes|keeps|kept|lets|allows?|permits?|prohibits?|limits|tells"
    r"|leaves|left|gives|gave|says|directs|orders|do(?:es)?(?:\snot|n[’']t)\s(?:let|allow|permit)|signed|passed|meant"
    r"|is\s(?:quite\s|pretty\s|very\s)?(?:clear|plain))"
)
_PLAIN = sought(
    rf"\b(?P<name>(?P<whose>{STATE}|[Ss]tate|[Cc]ity|[Cc]ounty|[Ll]ocal)\s(?P<what>law|ordinance|code))"
    rf"(?=(?:,\s[^,.;]{{3,40}},)?\s(?:(?:since|going\sback\sto|dating\s(?:from|to))\s\d{{4}}\b|(?:that\s)?{_DOES}\b))"
    rf"|\b(?:Under|[Uu]nder\san?)\s(?P<name2>(?P<whose2>{STATE}|state|city|county)\s(?P<what2>law|ordinance))\b"
)
_LAWS = frozenset({"law", "ordinance", "statute"})
_RULINGS = frozenset({"ruling", "decision", "opinion"})
_KINDS = {
    "law": "statute",
    "statute": "statute",
    "ordinance": "ordinance",
    "executive order": "executive order",
    "order": "executive order",
    "ruling": "ruling",
    "decision": "ruling",
    "opinion": "ruling",
}


def find(text: str) -> list[Law]:
    """Every law that is told by its year or maker alone."""
    return (
        [
            Law(_name(m), _kind(m), None, m.start("name"), _end(m), weak=True)
            for m in _NOUN.finditer(text)
            if _told(m, text)
        ]
        + [
            Law("attorney general’s opinion", "policy", None, *m.span("name"), weak=True)
            for m in _ADVICE.finditer(text)
        ]
        + [
            Law("executive order", "executive order", None, *m.span("name" if m["name"] else "name2"), weak=True)
            for m in _SIGNED.finditer(text)
        ]
    )


def plain(text: str, found: list[Law], where: Setting) -> list[Law]:
    """The law of a state, city or county that a text names no other of: "State law forbids the jail to hold anyone"."""
    named = {law.kind for law in found if law.name not in _NO_RULE and not re.search(r"Records|U\.S\.C\.", law.name)}
    out: list[Law] = []
    for match in _PLAIN.finditer(text):
        group = "" if match["name"] else "2"
        whose, what = match[f"whose{group}"], match[f"what{group}"]
        kind = "ordinance" if what in ("ordinance", "code") or whose.lower() in ("city", "county") else "statute"
        if (kind in named and not _SINCE.match(text, match.end())) or any(law.kind == kind for law in out):
            continue
        before = text[max(0, match.start() - 70) : match.start()]
        if (
            match["name"]
            and _THAT.search(before)
            and (not _SAID_THAT.search(before) or _ASKED.match(text, match.end()))
        ):
            continue
        inside = _WHERE.search(before)
        own = (inside["state"] if inside else where.state_name) if whose.lower() == "state" else None
        out.append(Law(f"{own or whose} {what}", kind, None, *match.span(f"name{group}"), weak=True))
    return out


_THAT = re.compile(r"\b(?:that|found)\s$")
_SAID_THAT = re.compile(
    r"\b(?:said|says|told|noted|wrote|argued|added|explained|insists|insisted)\b(?!.*\bopinion\b)[^,.;]{0,40}\sthat\s$"
)
"""Before the law that somebody goes by: "told sheriffs this month that state law gives them no power". Behind another
"that" it is one of a ruling ("the court held that state law ...") or no more than what it asks for ("the form that
state law requires")."""
_ASKED = re.compile(r"\s\w+[.,;]")
_WHERE = re.compile(rf"\b[Ii]n\s(?P<state>{STATE}),\swhere\s$")
_SINCE = re.compile(r"\s(?:since|going\sback\sto|dating\s(?:from|to))\s\d{4}\b")
"""What tells a law from others of its text: "State law going back to 1987 forbids it, and a 2021 law ..."."""
_NO_RULE = frozenset({"287(g)", "Freedom of Information Act", "8 U.S.C. § 1373", "8 U.S.C. § 1357(g)"})
"""Laws beside which another one may be told of without a name."""


def ordinances(text: str, found: list[Law]) -> list[Law]:
    """The ordinance of a text that calls it no more than that: "since the ordinance passed in September"."""
    if any(law.kind == "ordinance" or re.search(r"\bAct$|[Oo]rdinance", law.name) for law in found):
        return []
    match = next(
        (m for m in _ORDINANCE.finditer(text) if not _NOT_YET.search(text[max(0, m.start() - 24) : m.start()])), None
    )
    return [Law("ordinance", "ordinance", None, *match.span("name"), weak=True)] if match else []


_POLICY = sought(
    rf"\b(?P<name>(?:(?:[Tt]he\s\w+[’']s|[Ii]ts)\s(?:own\s)?|[Aa]\snew\s)policy),\s"
    rf"(?:adopted|revised|approved|issued|enacted|passed)\s(?:last\s\w+|(?:in|on)\s{_DATE})"
    r"|(?<![a-z]\s)\b(?P<name2>(?:State|County|City|Town|Department|Jail|Agency|Prison)\spolicy)\s(?:now\s|also\s|still\s)?"
    r"(?:bars|forbids|prohibits|requires|limits|tells|keeps|directs|does\snot\s(?:let|allow|permit)|doesn[’']t\s(?:let|allow|permit))\b"
)


def policies(text: str, found: list[Law]) -> list[Law]:
    """The policy of a text that names no other rule of the place: "the county's own policy, adopted in December"."""
    if any(law.kind in ("policy", "ordinance", "ruling") for law in found):
        return []
    match = _POLICY.search(text)
    group = "name" if match and match["name"] else "name2"
    return [Law(match[group], "policy", None, *match.span(group), weak=True)] if match else []


def _told(match: re.Match[str], text: str) -> bool:
    what = re.sub(r"\s+", " ", match["what"])
    lead = match["name"][: -len(match["what"])]
    if _NOT_YET.search(text[max(0, match.start() - 24) : match.start()]):
        return False
    dated, made_by = _YEAR.search(lead) is not None, re.search(_MAKER, lead) is not None
    owned = match["article"][0] in "PGM"
    after = _DATED.match(text, match.end())
    if (
        after
        and what not in _RULINGS
        and (
            made_by or match["proper"] or (what != "order" and (what != "policy" or not _MADE.match(text, match.end())))
        )
    ):
        return True
    if what == "opinion" and _ADVISER.search(lead):
        return True
    if what == "guidance":
        return False
    if match["article"].lower() in ("its", "their"):
        return dated and what not in _RULINGS and what != "order"
    if match["article"].lower() == "the":
        owned = _OWNER.search(lead) is not None and what not in _RULINGS
        rules = _RULES.match(text, match.end()) or _UNDER.search(text, max(0, match.start() - 13), match.start())
        return dated and (owned or (what in _LAWS and rules is not None))
    if match["proper"]:
        return dated and what not in _RULINGS
    if owned:
        return what.endswith("order")
    if what in _RULINGS:
        return dated and (made_by or what == "opinion")
    if what == "order" and not _OF_OFFICE.match(text, match.end()):
        return False
    if dated or _OF_OFFICE.match(text, match.end()):
        return True
    if _PASSED.search(text[max(0, match.start() - 14) : match.start()]) and _WHEN.match(text, match.end()):
        return True
    made = _MADE.match(text, match.end())
    under = _UNDER.search(text, max(0, match.start() - 13), match.start())
    if made and what == "policy" and under and _IN_YEAR.match(text, made.end()):
        return True
    if made and (made_by or what != "policy" or re.match(r"\s(?:that|which)\b", made[0])):
        return True
    return made_by and what in ("ordinance", "resolution") and bool(_ASKS.match(text, match.end()))


def _name(match: re.Match[str]) -> str:
    """ "2018 directive" for "a new 2018 directive"; an order of the president's is an executive order."""
    if _kind(match) == "executive order":
        return f"{match['proper']} {match['what']}" if match["proper"] else "executive order"
    name = re.sub(r"\s+", " ", re.sub(r"^(?:(?:new|old|so-called|own)\s)+", "", match["name"]))
    dated = _DATED.match(match.string, match.end())
    return f"{name} of {dated['when']}" if dated and not _YEAR.search(name) else name


def _end(match: re.Match[str]) -> int:
    """Where an order told with its date ends: "an executive order of Jan. 25"."""
    dated = _DATED.match(match.string, match.end()) if match["what"].endswith("order") else None
    return dated.end() if dated else match.end()


def _kind(match: re.Match[str]) -> str:
    what = re.sub(r"\s+", " ", match["what"])
    kind = _KINDS.get(what, "policy")
    return "ordinance" if kind == "statute" and re.search(r"city|county|town|local|parish", match["name"]) else kind
