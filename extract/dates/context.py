"""What a date's meaning depends on: the publication date, what the text said before, and whether words look ahead."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from extract.dates.atoms import Atom
from extract.dates.spans import Span

FUTURE = re.compile(
    r"\b(?:will|shall|would(?!\s+have\b)|to\s+(?:be|take|hold|receive|meet|vote|hear|begin|start|go|come|file|decide|consider"
    r"|appear|present|discuss|report|return|speak|testify|argue|reconvene|resume)"
    r"|set\s+for|slated|scheduled|upcoming|plans?|expects?|expected|next|begins|starts|takes\s+(?:effect|office"
    r"|over)|meets?|picks\s+up|resumes|goes\s+(?:before|to)|intends?"
    r"|(?:agreement|contract|lease|program|deal|term|moratorium)\s+ends"
    r"|retires|leaves|expires|opens|returns|convenes|ahead\s+of|deadline|due|until|is\s+set|are\s+set"
    r"|going\s+to|up\s+for|hearing\s+(?:on|is)|trial|invited|(?:’|')ll)\b"
)


PAST = re.compile(
    r"\b(?:was|were|had|did|since|ago|last|released|said|told|wrote|sent|received|lodged|issued|arrested|began|took"
    r"|dated|filed|signed|declined|posted"
    r"|made|announced|reported|showed|became|ran|ended|picked|came|went|adopted|passed|ruled|held|honored|kept"
    r"|handed|turned|refused|rejected|complied|logged|stopped|died|failed|fell|rose|grew)\b"
)


_FROM_UNTIL = re.compile(
    r"\b(?:[Ff]rom|[Bb]etween)\s+(?:early\s+|mid-?|late\s+)?[A-Z][a-z]{2,8}\.?(?:\s+\d{1,2})?,?\s+until\s+"
    r"(?:(?:early|late|the\s+\w+\s+of)\s+)?$"
)
"""The first end of a stretch, before its second: that an "until" joins them does not make it one to come."""


@dataclass
class Context:
    """What resolving needs, and what it learns on the way down the text."""

    text: str
    published: date | None
    fiscal_month: int | None
    """First month of the fiscal year where the text defines it."""
    last: Span | None = None
    """The last period of a month or more (what "the same span", "the year before" point back to)."""
    last_month: Span | None = None
    last_day: tuple[int, Span] | None = None
    """The last single day, with where it stands."""
    last_year: int | None = None
    said_year: int | None = None
    """The year that the text wrote last, alone or as part of a date."""
    sentence: tuple[int, int] = (0, 0)
    sentence_year: int | None = None
    history: list[Span] = field(default_factory=list)
    compared: bool = False
    fiscal_told: tuple[int, int] | None = None
    """Where the text has named a fiscal year last, and with which first month."""

    def learn(self, span: Span, kind: str) -> None:
        """Keeps what a later "the same span", "that year", "the month" may point back to; not what is only compared
        with ("down from 26 in FY 2023")."""
        if span.start and span.start == span.end:
            self.last_day = self.sentence[0], span
        if span.grain == "month" or (span.start and span.end and 27 <= (span.end - span.start).days <= 31):
            self.last_month = span
        if span.start and (span.end is None or (span.end - span.start).days >= 6) and not self.compared:
            self.last = span
            self.history.append(span)
        if span.grain in ("year", "fiscal") and span.end:
            self.last_year = self.said_year = span.end.year

    def earlier(self, test: Callable[[Span], bool]) -> Span | None:
        """The last kept span that passes the test."""
        return next((span for span in reversed(self.history) if test(span)), None)

    def day_here(self) -> Span | None:
        """The single day that the sentence has named before."""
        return self.last_day[1] if self.last_day and self.last_day[0] == self.sentence[0] else None

    def just_on(self, reach: int) -> date | None:
        """The single day that the text has named at most so many characters back."""
        if self.last_day is None or self.sentence[0] - self.last_day[0] > reach:
            return None
        return self.last_day[1].start

    def near(self) -> str:
        return self.text[slice(*self.sentence)]


def since(atom: Atom, context: Context) -> bool:
    before = context.text[max(0, atom.start - 60) : atom.start]
    return bool(re.search(r"\b(?:since\s+(?:[^.,;]{0,40}\s)?|(?:dated|from)\s+)$", before, re.I))


def clause(atom: Atom, context: Context) -> tuple[str, str]:
    """The words of the sentence before and after the atom, as far as they bear on its tense."""
    start, end = context.sentence
    return context.text[max(start, atom.start - 90) : atom.start], context.text[atom.end : min(end, atom.end + 40)]


def ahead(atom: Atom, context: Context) -> bool:
    """Whether the words nearest before the atom (or right after it) speak of what is to come."""
    before, after = clause(atom, context)
    future = [match.end() for match in FUTURE.finditer(before) if not _asked(match, before)]
    past = [match.end() for match in PAST.finditer(before)]
    if _FROM_UNTIL.search(before):
        future = [end for end in future if not before[:end].endswith("until")]
    if past and re.search(r"\buntil\s+(?:\w+\s+){0,2}$", before) and past[-1] < len(before) - 6:
        future = [end for end in future if not before[:end].endswith("until")]
    if future:
        return not past or future[-1] > past[-1] or past[-1] < len(before) - 45
    return (
        not past
        and bool(re.match(r"(?:[’']s\s+\w+|,?\s+(?:\w+\s+){1,3}(?:will|would)|\s+will\b)", after))
        and bool(FUTURE.search(context.near()))
    )


_ASKED = re.compile(
    r"\b(?:asked|told|ordered|wanted|requested|refused|declined|failed|urged|began|happened|needed|asking|refusing"
    r"|requests?|detainers?|demands?|orders?|letters?|notices?)\b"
    r"[^.;,]{0,50}$"
)


_AFTER_ORDERS = frozenset(["come", "appear", "vote", "testify", "reconvene", "meet"])
"""What somebody is told to do on a day to come: "told the chief to come back on Sept. 18"."""


def _asked(match: re.Match[str], before: str) -> bool:
    """ "ICE asked jails to hold 214 people in February", "requests to hold them": that is not to come."""
    ordered = match[0].startswith("to") and match[0].split()[-1] not in _AFTER_ORDERS
    return ordered and bool(_ASKED.search(before, 0, match.start()))


def clearly_past(atom: Atom, context: Context) -> bool:
    before, _ = clause(atom, context)
    return (
        bool(re.search(r"\b(?:since|dated|on)\s*$", before)) and bool(PAST.search(before)) and not FUTURE.search(before)
    )
