"""Numbers that stand in lists and tables: "Detainers received: 20", "Sauk County: 402 lodged", rows under a header."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Token

from extract.claims import errands, lexicon
from extract.claims.acts import MEASURE
from extract.claims.nouns import kind_of
from extract.claims.placed_lines import BULLET_OR_YEAR
from extract.claims.reading import Reading, Unit
from extract.claims.tables import answers as answers
from extract.claims.tables import column
from extract.claims.tables import quarter as quarter
from extract.claims.tables import row_measures as row_measures
from extract.claims.triggers import SUMS, Trigger, lemma
from extract.claims.triggers import find as find_triggers
from extract.dates.shapes import MONTH
from extract.joined import said

_MONTH_NAME = re.compile(MONTH)
_DATED = re.compile(
    rf"\W*(?:FY\s?|CY\s?|fiscal(?:\s+year)?\s+)?"
    rf"(?:{MONTH}(?:\s*(?:[-–]|to|through)\s*{MONTH})?(?:,?\s+(?:19|20)\d{{2}})?"
    r"|(?:(?:19|20)\d{2}\s+)?(?:Q[1-4]|(?:first|second|third|fourth|1st|2nd|3rd|4th)\s+quarter)"
    r"(?:\s+(?:of\s+)?(?:19|20)\d{2})?"
    r"|(?:19|20)\d{2})\b(?:\s*\([^)]*\))?\s*",
    re.I,
)
"""A row's label that is only its year, quarter or months."""
_BESIDE = re.compile(r"\W*(?P<label>[^:;(]{3,120}):\s*(?:[\d,.]+%?|[a-z-]{2,12})\s*\((?:[^():;]{0,30}:)?\s*$")
"""A row's label where its second number stands in parentheses: "Staff hours: 41 (FY 2022: 36)"."""
_TOTAL = re.compile(r"\W*(?:(?:grand|overall|year)\s+)?(?:total|sum|altogether|in all|year to date)\s*", re.I)
"""The label of a row that adds up those above it."""
_LABELLED = re.compile(r":\s*(?:\d|(?:none|no|all|zero|both|one|two|three|four|five|six|seven|eight|nine)\b)")
"""A row by its label ("Linn County: none of 60")."""
_NAME = r"(?:[A-Z][\w.’'-]*|of|the|and)"
_NAMED_ROW = re.compile(rf"\s*(?:[-•*–—▪]\s*)?(?P<name>{_NAME}(?:\s{_NAME}){{0,6}}):\s*(?:all\s+)?$")
"""What stands before the number of a row that is named by a place or a jail: "- Linn County Jail: 31 of 60"."""
_ANSWERED = frozenset({"answered", "fulfilled", "filled", "met", "satisfied"})
_ON_FILE = re.compile(r"\b(?:on file|in effect|in place|on the books|(?:still|currently|now) lodged)\b", re.I)
"""What a label of requests says of those that are still there: "Detainers on file on June 30: 33"."""
BY_TIME = re.compile(
    r"\b(?:by|per|each)\s+(?:the\s+)?(?:fiscal\s+)?(?:quarter|month|year|half)\b|\b(?:month|year|quarter)\s+by\s",
    re.I,
)
"""A line over rows that says only how they are parted: "By quarter, for 2025:"."""
OUTCOME = "outcome's label"
"""The rule of a label that begins with what became of those who are counted."""
LEAD_REACH = 1500
"""Characters over which the line above rows says what they count."""


HOUSEKEEPING = frozenset(
    ["staff", "overtime", "cost", "expense", "budget", "spending", "training", "vacancy", "population", "capacity",
     "stay", "day", "night", "hour", "bed", "mile", "price", "fee", "revenue", "reimbursement", "age", "wait", "length",
     "payroll", "meal", "trip", "vehicle", "shift", "post", "position", "inspection", "grievance", "complaint",
     "lawsuit", "booking"]
)  # fmt: skip
"""What an office tells of itself in a list beside its requests: "Staff trained: 16", "Average days held: 4"."""
WHO_DID = frozenset({"that", "which", "who", "whose", "where", "reporting", "receiving", "answering", "getting"})
"""What begins the clause in which a label says what those that it names did."""
OTHER_REQUESTS = frozenset({"record", "records", "information", "foia", "media", "press", "budget", "medical"})


@dataclass(frozen=True)
class Label:
    """What the label before a number says: "Detainers honored: 3"."""

    measure: str | None
    """A measure, `side` for a bare "detainers", or None where the label is about something else."""
    counted: str
    trigger: Trigger | None = None
    other: bool = False
    """Whether it names things that are none of the dispute's ("Complaints received")."""
    firm: bool = False
    """Whether it begins with what became of those who are counted ("Released, ICE having been told")."""


def label(
    reading: Reading,
    unit: Unit,
    before: Unit | None,
    position: int,
    triggers: dict[int, Trigger],
    earlier: dict[int, Trigger],
) -> Label | None:
    """The label that directly precedes a number and ends in a colon, in its line or as the line before."""
    head = reading.text[unit.start : position]
    if (noun := _behind(unit, position)) is not None and kind_of(noun) == "foreign":
        return None
    found = re.search(
        r"(?:^[\s•▪*–—-]*|[.;•]\s*)(?:Of (?:those|them|these)[^,:;]{0,30},\s*)?(?P<label>[^:;]{3,120}):\s*"
        r"(?:about |roughly |nearly |only |just |more than |fewer than |at least |almost |over |[“\"]|\()*$",
        head,
    )
    found = found or _BESIDE.match(head)
    if found and (_DATED.fullmatch(found["label"]) or _TOTAL.fullmatch(found["label"])):
        return _led(reading, unit)
    if found:
        return _read(reading, unit, unit.start + found.start("label"), unit.start + found.end("label"), triggers)
    if (
        not head.strip(" \n\t(•-")
        and before is not None
        and reading.text[before.start : before.end].rstrip().endswith(":")
    ):
        return _read(reading, before, before.start, before.end, earlier)
    return None


def under(reading: Reading, unit: Unit, position: int, triggers: dict[int, Trigger]) -> Label | None:
    """What a row named by a place or a jail counts: what the line above says ("Refusals by facility:")."""
    named = _NAMED_ROW.fullmatch(reading.text, unit.start, position)
    if named is None or any(t.action != "counted" and not _aside(t.token) for t in triggers.values()):
        return None
    start, end = unit.start + named.start("name") - named.start(), unit.start + named.end("name") - named.start()
    if not (reading.within(reading.places, start, end) or reading.within(reading.agencies, start, end)):
        return None
    found = _led(reading, unit)
    return found if found is not None and found.measure not in {None, "side", "context"} else None


def _aside(token: Token) -> bool:
    """Whether a word stands in parentheses: "Linn County: 31 (of 60 lodged)"."""
    before = token.doc[token.sent.start : token.i].text
    return before.rfind("(") > before.rfind(")")


def _behind(unit: Unit, position: int) -> Token | None:
    """The noun right behind a number in its own line: "eight questions"."""
    at = next((t for t in unit.span if t.idx + len(t) > position), None)
    after = at.nbor(1) if at is not None and at.i + 1 < unit.span.end else None
    return after if after is not None and after.tag_ == "NNS" else None


def _led(reading: Reading, unit: Unit) -> Label | None:
    """What a row that is labelled by its year counts: what the line above the rows says ("Transfers by year:")."""
    above = reading.units_before(unit.start, LEAD_REACH)
    lead = next((u for u in reversed(above) if _leads(reading.text[u.start : u.end])), None)
    if lead is None:
        return None
    named = column(said(lead.span))
    if named is None and BY_TIME.search(said(lead.span)):
        return Label("context", said(lead.span))
    if len(said(lead.span).split()) <= 12 and named == "transfers":
        return Label(named, said(lead.span))
    marks = find_triggers(lead.span)
    acts = [marks[i] for i in sorted(marks) if marks[i].action != "counted"]
    if (noun := next((t for t in lead.span if kind_of(t) == "noun"), None)) is not None:
        return Label(lexicon.noun_measures()[lemma(noun)], noun.text)
    if not any(kind_of(t) == "detainer" for t in lead.span):
        return None
    action = acts[0].action if acts else "side"
    return Label(MEASURE.get(action, action), said(lead.span), acts[0] if acts else None)


def _leads(text: str) -> bool:
    """Whether a line stands over rows: it ends in a colon, or is short and none itself ("Transfers, by year")."""
    bare = text.rstrip()
    row = BULLET_OR_YEAR.match(bare) or _LABELLED.search(bare)
    return bare.endswith(":") or (len(bare.split()) <= 12 and row is None)


def _read(reading: Reading, unit: Unit, start: int, end: int, triggers: dict[int, Trigger]) -> Label | None:
    tokens = [t for t in unit.span if start <= t.idx < end and not t.is_space and not t.is_punct and t.pos_ != "NUM"]
    noun = _head(tokens)
    text = reading.text[start:end]
    if tokens and tokens[0].lower_ in {"it", "there", "that", "he", "she", "they"}:
        return None
    if (said := _by_clause(tokens, triggers)) is not None:
        return said
    if _pending(tokens):
        return Label("detainers_active", text, firm=True)
    if _name(tokens) or any(_number(t) for t in unit.span if start <= t.idx < end):
        return None
    if _told(tokens, noun):
        return Label("notifications", text, firm=True)
    acts = [triggers[t.i] for t in tokens if t.i in triggers and triggers[t.i].action != "counted"]
    if noun is not None and kind_of(noun) == "detainer":
        if _ON_FILE.search(text):
            return Label("detainers_active", text, firm=True)
        acts = [a for a in acts if not _asked_for(noun, a.token)]
    if noun is None:
        alone = len(tokens) <= 4 and bool(column(text))
        done = _done(text) if alone else None
        return Label(done, text, firm=len(tokens) == 1 and done not in {None, "side"})  # "Honored: 25"
    kind = kind_of(noun)
    first = kind == "foreign" and noun.tag_ == "NNS" and noun.i == tokens[0].i
    if first or lemma(noun) in HOUSEKEEPING or _other_requests(noun):
        return Label(None, text, other=True)
    if lemma(noun) in {"share", "percentage", "percent", "rate", "proportion"}:
        topical = bool(acts) or any(kind_of(t) == "detainer" for t in tokens)
        return Label("rate" if topical else None, text, firm=topical)
    if lemma(noun) in {"number", "total", "count"}:
        noun = next((t for t in tokens if kind_of(t) in {"detainer", "person", "noun"}), noun)
        kind = kind_of(noun)
        if kind not in {"detainer", "person", "noun"}:
            return Label("context", text)
    if kind in {"unknown", "foreign"} and tokens[0].tag_[:2] == "VB" and (done := _done(text)) not in {None, "side"}:
        return Label(done, text, firm=tokens[0].tag_ == "VBN")
    if kind == "unknown" and noun.tag_ in {"NNP", "NNPS"} and len(tokens) <= 3:
        return None
    if kind == "noun":
        named = lexicon.noun_measures()[lemma(noun)]
        # "Notices sent to ICE of a release: 104", "Removals from the United States: 5,806"
        return Label(named, noun.text, firm=named in {"notifications", "removals"})
    if kind in {"detainer", "person"} and acts:
        act = acts[0]
        action = act.action
        if act.negated and action in {"honored", "declined"}:
            action = "declined" if action == "honored" else "honored"
        if kind == "person" and action in {"issued", "received"}:
            return Label(None, text)
        if kind == "detainer" and any(a.action == "received" for a in acts):
            action = "received"
        if kind == "detainer" and action == "issued" and any(t.lower_ == "with" for t in tokens):
            action = (
                "received"
                if any(t.lower_ in {"city", "county", "police", "department", "office", "jail", "law"} for t in tokens)
                else action
            )
        if action == "arrests" and act.token.lemma_.lower() == "take" and any(t.lower_ == "ice" for t in tokens):
            action = "transfers"  # "Persons taken into ICE custody": out of the jail whose list it is
        own = act.token.i == noun.i + 1 and act.token.dep_ == "acl" and action in {"transfers", "releases"}
        return Label(MEASURE.get(action, action), noun.text, act, firm=kind == "person" and own and not act.weak)
    if (
        kind in {"unknown", "foreign"}
        and noun.tag_ in {"NNS", "NNPS"}
        and not any(kind_of(t) in {"detainer", "person", "noun"} for t in _said_of(tokens, noun))
    ):
        return Label(None, text, other=True)
    if kind == "detainer":
        words = {lemma(t) for t in tokens} | {t.lower_ for t in tokens}
        return Label("detainers_active" if words & lexicon.words("active") else "side", noun.text)
    return Label(None, text)


def _by_clause(tokens: list[Token], triggers: dict[int, Trigger]) -> Label | None:
    """ "He counted the detainers he turned away: 44", "added up the ones he had not: 26": the last clause says it."""
    of = [t for t in tokens if kind_of(t) == "detainer" or t.lower_ in {"ones", "those"}]
    clause = next((c for c in of[-1].children if c.dep_ == "relcl"), None) if of else None
    if clause is None or not any(t.i < of[-1].i and t.pos_ == "VERB" for t in tokens):
        return None
    acts = [triggers[t.i] for t in tokens if t.i in triggers and triggers[t.i].action in {"honored", "declined"}]
    own = next((t for t in acts if t.token.i == clause.i), None)
    denied = any(c.dep_ == "neg" for c in clause.children)
    if own is None and clause.lemma_ in {"have", "do", "be"} and denied:
        own = next((t for t in acts if t.token.i < of[-1].i), None)  # "the ones he had not"
    if own is None:
        return None
    turned = {"honored": "declined", "declined": "honored"} if denied else {}
    return Label(MEASURE[turned.get(own.action, own.action)], of[-1].text, own, firm=True)


def _told(tokens: list[Token], noun: Token | None) -> bool:
    """ "Release dates given to ICE on request", "Requests for notification of release answered"."""
    if noun is None:
        return False
    done = {t.lower_ for t in tokens if t.i > noun.i and t.tag_ in {"VBN", "VBD", "JJ", "NN"}}
    lemmas = {t.lemma_.lower() for t in tokens if t.i > noun.i and t.lower_ in done}
    if errands.release_date(noun):
        return bool((lemmas | done) & (errands.GIVING | {"given", "told", "shared", "provided", "disclosed"}))
    asked = any(t.lower_ in {"notification", "notice"} or errands.release_date(t) for t in tokens)
    return kind_of(noun) == "detainer" and asked and bool(lemmas & errands.ANSWERED or done & _ANSWERED)


def _said_of(tokens: list[Token], noun: Token) -> list[Token]:
    """The words of a label that say what it names: of "Agencies that reported no requests" the first only."""
    if not any(t.i > noun.i and t.lower_ in WHO_DID for t in tokens):
        return tokens
    clause = next(t.i for t in tokens if t.i > noun.i and t.lower_ in WHO_DID)
    return [t for t in tokens if t.i < clause]


def _pending(tokens: list[Token]) -> bool:
    """ "Pending on Dec. 31: 33", "Still open: 2": requests, where no other noun is named."""
    own = [t for t in tokens if t.lower_ not in {"still", "yet", "currently", "as", "remaining"}]
    return bool(own) and own[0].lower_ in lexicon.words("active") and (len(own) == 1 or own[1].pos_ in {"ADP", "ADV"})


def _done(text: str) -> str | None:
    """What the participle of a label says, rather than what is told behind its comma: "Released, ICE having been
    notified: 41"."""
    return column(text.partition(",")[0]) or column(text)


def _other_requests(noun: Token) -> bool:
    """ "Public records requests about this subject": what is asked for is no person."""
    return lemma(noun) == "request" and any(t.lower_ in OTHER_REQUESTS for t in noun.lefts)


def _asked_for(noun: Token, verb: Token) -> bool:
    """ "Requests to be notified of a release": what is asked for was not done."""
    return noun.i < verb.i and verb.tag_[:2] == "VB" and any(t.lower_ == "to" and t.i > noun.i for t in verb.lefts)


def _number(token: Token) -> bool:
    """Whether a number stands in a label, which is none then: neither a year nor hours."""
    if not token.like_num or re.fullmatch(r"(?:19|20)\d\d", token.text):
        return False
    if token.i and _MONTH_NAME.fullmatch(token.nbor(-1).text):
        return False  # "Detainers pending at June 30"
    after = token.nbor(1) if token.i + 1 < len(token.doc) else token
    return after.lower_ not in {"hour", "hours", "day", "days", "-"} and lemma(after) not in SUMS


def _name(tokens: list[Token]) -> bool:
    """ "Rasband: 254": who answers, not what is counted."""
    return (
        0 < len(tokens) <= 3
        and all(t.text[0].isupper() and t.pos_ in {"PROPN", "NOUN", "VERB", "ADJ"} for t in tokens)
        and (all(t.tag_ in {"NNP", "NNPS"} for t in tokens) or any(t.ent_type_ == "PERSON" for t in tokens))
        and column(" ".join(t.text for t in tokens)) is None
        and all(kind_of(t) in {"unknown", "bare"} for t in tokens)
    )


def _head(tokens: list[Token]) -> Token | None:
    """The noun a label is about: the last of its first run of nouns."""
    found: Token | None = None
    for token in tokens:
        if token.tag_[:2] == "NN" and not token.lower_.endswith("ed"):
            found = token
        elif found is not None and token.pos_ not in {"ADJ"}:
            break
    return found
