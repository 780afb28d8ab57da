"""Laws, rulings, policies and forms, named or cited: one item for each law of the text.

`known` finds what the vocabulary names, `cited` what the citation libraries read, `shapes` what its form shows.
Names and
citations that stand side by side ("Ordinance 2-6, the Trust Act") are one law.
"""

from __future__ import annotations

import re
from dataclasses import replace

from spacy.tokens import Doc

from extract.agencies import setting_of
from extract.joined import text_of
from extract.model import Document, Statute
from extract.statutes import cited, known, rulings, shapes, vague
from extract.statutes.known import Law

__all__ = ["find"]

_JOIN = re.compile(
    r"(?:\s+on\s+[a-z][a-z -]{2,30}(?=,))?,?[”\"]?\s*(?:[(,]\s*(?:(?:also|better|formerly)\s+)?"
    r"(?:(?:known\s+as|called|codified\s+(?:at|in|as)|titled"
    r"|dubbed|or|which\s+is|is|the|a|an)\s+)*(?:the\s+)?[“\"(]?|\s+(?:is\s+)?(?:also\s+)?(?:known\s+as|called"
    r"|codified\s+(?:at|in|as)|titled|dubbed)\s+(?:the\s+)?[“\"]?|,\s+|\s+\(|,?[”\"]?\s*)$"
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_SMALL = {"the", "of", "and", "for", "a", "an", "in", "to", "s"}


def find(doc: Doc | str, document: Document) -> list[Statute]:
    """Every distinct law of the text, in the order of their first mention; the span is of the fullest wording."""
    text = known.blank(doc if isinstance(doc, str) else text_of(doc))
    where = setting_of(document)
    mentioned = known.find(text, where)
    suits = [law for law in mentioned if known.is_person(text, law)]
    named = [law for law in mentioned if law not in suits]
    found = [*named, *_outside(cited.find(text), named)]
    found = [*found, *_outside(shapes.find(text, where), found)]
    found = [*found, *_outside(vague.find(text), found)]
    found = _owned(found)
    found = [*found, *rulings.untold(text, found, suits)]
    found = [*found, *vague.ordinances(text, found)]
    found = [*found, *vague.policies(text, found)]
    found = [*found, *vague.plain(text, found, where)]
    groups = _grouped(_joined(_apart(found), text))
    return [_statute(group, text) for group in groups]


def _owned(laws: list[Law]) -> list[Law]:
    """Without what is told by its owner or kind alone ("its sanctuary law", "a state law that took effect in July")
    where the text names a law of that kind."""
    own = [law for law in laws if law.name != "287(g)" and "U.S.C." not in law.name]  # a federal code is no state's law
    named = {law.kind for law in own if not law.weak and law.kind in ("statute", "ordinance")}
    return [law for law in laws if not (law.weak and law.kind in named and _UNTOLD.match(law.name))]


_UNTOLD = re.compile(r"(?:[Ii]ts|[Tt]heir)\s|(?:state|new\sstate)\slaw$|law$|(?:[A-Z]\w+\s){1,2}sanctuary\slaw$")


def _outside(laws: list[Law], taken: list[Law]) -> list[Law]:
    """What does not lie inside something already found; a longer name around a known one takes its place later."""
    return [law for law in laws if not any(other.start <= law.start and law.end <= other.end for other in taken)]


def _apart(found: list[Law]) -> list[Law]:
    """In order, the longest where two overlap; a known law lends its record to the longer name around it."""
    out: list[Law] = []
    for law in sorted(found, key=lambda law: (law.start, law.start - law.end)):
        if not out or law.start >= out[-1].end:
            out.append(law)
        elif law.canonical and not out[-1].canonical and out[-1].start <= law.start and law.end <= out[-1].end:
            out[-1] = replace(
                out[-1],
                canonical=law.canonical,
                citation=out[-1].citation or law.citation,
                jurisdiction=law.jurisdiction,
            )
        elif law.canonical and not out[-1].canonical:
            out[-1] = law
    return out


def _joined(found: list[Law], text: str) -> list[list[Law]]:
    """Neighbours that are two names of one law, together."""
    out: list[list[Law]] = []
    for law in found:
        if out and _is_other_name(out[-1][-1], law, text):
            out[-1].append(law)
        else:
            out.append([law])
    return out


def _is_other_name(a: Law, b: Law, text: str) -> bool:
    gap = text[a.end : b.start]
    if len(gap) > 45 or "\n\n" in gap or not _JOIN.fullmatch(gap) or (a.kind == "ruling") != (b.kind == "ruling"):
        return False
    if a.kind in ("form", "constitution") or b.kind in ("form", "constitution"):
        return False
    if a.kind == "ruling" or a.weak != b.weak:
        return a.weak or b.weak
    plain = re.fullmatch(r",?\s*(?:and\s+)?", gap)
    return not (plain and _is_number(a) and _is_number(b)) and not (plain and not _is_number(a) and not _is_number(b))


def _is_number(law: Law) -> bool:
    """Whether the law goes by a number here and not by a name."""
    return bool(law.citation and law.citation == law.name) or bool(re.search(r"\d", law.name))


def _grouped(joined: list[list[Law]]) -> list[list[Law]]:
    """Mentions of one law through the text."""
    out: list[list[Law]] = []
    for laws in joined:
        group = next((group for group in out if any(_same(a, b) for a in laws for b in group)), None)
        if group is None:
            out.append(list(laws))
        else:
            group.extend(laws)
    return out


def _same(a: Law, b: Law) -> bool:
    if a.canonical and a.canonical == b.canonical:
        return True
    if a.canonical and b.canonical:
        return False
    x, y = _words(a.name), _words(b.name)
    if a.kind == b.kind == "ruling" and (a.weak or b.weak):
        years = {*_YEAR.findall(f"{a.name} {a.canonical or ''}"), *_YEAR.findall(f"{b.name} {b.canonical or ''}")}
        courts = {
            word
            for word in ("supreme", "judicial", "appeals", "highest")
            if word in a.name.lower() or word in b.name.lower()
        }
        return (
            len(years) == 1
            and (bool(courts) or x <= y or y <= x)
            and ((a.weak and b.weak) or "Lunn" in f"{a.name}{b.name}")
        )
    if a.citation and a.citation == b.citation:
        return True
    if re.search(r"\d", a.name + b.name):
        return _bill(a.name) == _bill(b.name)
    return x == y or (len(x & y) >= 2 and (x <= y or y <= x))


def _words(name: str) -> set[str]:
    return {
        word
        for word in re.findall(r"[a-z0-9]+", name.lower().replace("’s", "").replace("'s", ""))
        if word not in _SMALL
    }


def _bill(name: str) -> str:
    """ "House Bill 10" and "HB 10" alike."""
    short = re.sub(r"House\s+Bill|H\.B\.", "HB", name)
    short = re.sub(r"Senate\s+Bill|S\.B\.", "SB", short)
    return re.sub(r"[\s.]|No\.", "", re.sub(r"Assembly\s+Bill|A\.B\.", "AB", short)).lower()


def _statute(group: list[Law], text: str) -> Statute:
    """The group as one item: the fullest proper name, any citation beside it."""
    best = max(
        group,
        key=lambda law: (
            not law.weak,
            not _is_number(law),
            law.canonical is not None,
            len(law.name) if len(law.name) < 70 else 0,
            law.end - law.start,
            -law.start,
        ),
    )
    citation = next((law.citation for law in group if law.citation and law is not best), None) or best.citation
    canonical = next((law.canonical for law in group if law.canonical), None)
    jurisdiction = next((law.jurisdiction for law in group if law.jurisdiction), None)
    kind = next((law.kind for law in group if law.canonical), best.kind)
    return Statute(
        best.name, kind, citation, text[best.start : best.end], best.start, best.end, jurisdiction, canonical
    )
