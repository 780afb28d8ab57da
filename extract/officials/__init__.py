"""Named public officials: person, role, agency.

`roles` finds role phrases, `shapes` joins them to the names beside them, `offices` finds the agency, and here the
mentions
of one person become one official: the fullest name, the best of the roles.
"""

from __future__ import annotations

import re
from dataclasses import replace

from spacy.tokens import Doc

from extract import agencies, sections
from extract.joined import text_of
from extract.model import Document, Mention, Official
from extract.officials import bodies, people, publishers, roles, shapes
from extract.officials.found import Found
from extract.officials.nearest import LOCAL
from extract.officials.offices import agency
from extract.officials.scene import Scene
from extract.placed import Placed

__all__ = ["find"]

_UNREAD = frozenset({"byline", "caption", "related", "comments"})
_RANKING = {"title": 0, "signature": 0, "apposition": 1, "copula": 1, "before": 2, "relative": 3}
_NOT_PUBLIC = re.compile(
    r"\b(?:institute|coalition|alliance|union|foundation|cent(?:er|re)|project|society|university|college|church"
    r"|nonprofit|network|league|association|clinic|group|organization"
    r"|company|firm|campaign|newspaper|station|magazine|committee\s+to|defense\s+fund|legal\s+aid|restaurant|school"
    r"|think\s+tank|advocac\w+|immigrant\s+\w+)(?:[’']s)?\b",
    re.I,
)
_ALWAYS_PUBLIC = frozenset({"chief", "commissioner", "superintendent"})
_SPEECH = re.compile(r"\b(?:said|says|told|wrote|announced|signed|vowed|promised|ordered|called)\b")


def find(doc: Doc, document: Document, mentions: list[Mention]) -> list[Official]:
    """The officials of the text, one for each person, in the order in which they come up.

    `mentions` are those of `agencies.find` (others in it are passed over); an empty list is looked up here.
    """
    text = text_of(doc)
    known = [m for m in mentions if m.kind in ("agency", "organization")] or agencies.find(doc, document)
    taken = Placed(known)
    known += [m for m in bodies.of_state(text) if not taken.over(m.start, m.end)]
    known.sort(key=lambda mention: mention.start)
    publisher = publishers.body(document.outlet, agencies.canonical(document.outlet) if document.outlet else None)
    others = _organizations(doc, known, document.outlet)
    scene = Scene(text, known, agencies.setting_of(document), others, publisher=publisher)
    tokens = roles.tokens(text)
    found = shapes.find(text, roles.find(text, tokens))
    found += publishers.contacts(text) if publisher else ()
    parts = sections.prose(text, document.title)
    skipped = [s for s in parts if s.kind in _UNREAD]
    found = [f for f in found if not any(s.start <= f.start < s.end for s in skipped)]
    found = [g for f in found if (g := _in_headline(f, text, parts))]
    found = [f for f in _named(found, text) if not _is_place(f, scene)]
    scene = replace(scene, bosses=_bosses(found, scene))
    people_of: list[list[Found]] = []
    for one in found:
        group = next((group for group in people_of if any(people.same(one.name, other.name) for other in group)), None)
        people_of.append([one]) if group is None else group.append(one)
    officials = [official for group in people_of if (official := _official(group, scene, text))]
    return sorted(officials, key=lambda official: official.start)


def _bosses(found: list[Found], scene: Scene) -> dict[str, str]:
    """Officials with an office of their own, by last name, for those who speak for them."""
    own = [one for one in found if one.role.kind not in ("aide", "rank", "president")]
    own = [one for one in own if one.role.kind != "any" or (one.how == "title" and one.role.head in _OF_ITS_OWN)]
    return {people.parsed(one.name)[1]: office for one in own if (office := _spoken_for(one, agency(one, scene)))}


def _spoken_for(one: Found, office: str | None) -> str | None:
    """Whose spokesman an aide is: a governor's has the governor's office as agency, not the state."""
    if office and one.role.kind == "governor":
        return f"Office of the Governor of {office.split(' of ', 1)[-1]}"
    return office


def _in_headline(one: Found, text: str, parts: list[sections.Section]) -> Found | None:
    """A name of a headline, which may run on into other capitals, as far as the text below repeats it."""
    line = next((s for s in parts if s.kind == "headline" and s.start <= one.start < s.end), None)
    if line is None:
        return one
    words = one.name.split()
    for count in range(len(words), 0, -1):
        name = " ".join(words[:count])
        if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text[line.end :]):
            return replace(one, name=name, end=one.start + len(name))
    below = text[line.end :]
    if any(re.search(rf"(?<!\w){re.escape(word.lower())}(?!\w)", below) for word in words):
        return None  # "What the Night Sergeant Wrote Down"
    return None if len(words) > 2 else one


def _organizations(doc: Doc, known: list[Mention], outlet: str | None) -> list[tuple[int, str]]:
    """Organizations that `ner` sees and no agency rule knows, the outlet itself left out ("told the Beacon")."""
    taken, own = Placed(known), outlet or ""
    return [
        (ent.start_char, ent.text)
        for ent in doc.ents
        if ent.label_ == "ORG" and len(ent) > 1 and ent.text.removeprefix("the ").removeprefix("The ") not in own
        if not taken.over(ent.start_char, ent.end_char)
    ]


def _named(found: list[Found], text: str) -> list[Found]:
    """With "He is acting director" given to the person named last before it."""
    out: list[Found] = []
    for one in found:
        if one.name:
            out.append(one)
            continue
        if last := _last_person(text, one.start):
            out.append(replace(one, name=text[slice(*last)], start=last[0], end=last[1]))
    return out


def _last_person(text: str, offset: int) -> tuple[int, int] | None:
    """The full name that stands last in the sentence before `offset`: who "he" is."""
    paragraph = max(0, text.rfind("\n\n", 0, offset))
    best = None
    for match in re.finditer(rf"(?<![\w’'])(?:{people.NAME})", text[paragraph:offset]):
        span = people.name_at(text, paragraph + match.start())
        if span and len(text[slice(*span)].split()) >= 2:
            best = span
    return best


def _is_place(found: Found, scene: Scene) -> bool:
    where = scene.where
    name = found.name
    if name in (where.city, where.county, where.state_name):
        return True
    return any(
        m.start <= found.start and found.end <= m.end and not _OF_SHERIFF.match(m.text)
        for m in scene.within(found.start, found.end)
    )


_OF_SHERIFF = re.compile(r"(?:(?:[Tt]he\s+)?[Oo]ffice\s+of\s+)?Sheriff\s")
"""An office that goes by who heads it: "Sheriff Lou Trent's office"."""


def _official(group: list[Found], scene: Scene, text: str) -> Official | None:
    """One official of all mentions of a person; None where none of them shows a public office."""
    public = [(one, office) for one in group if (office := _public(one, scene)) is not None]
    if not public:
        return None
    best, office = min(public, key=lambda pair: _rank(pair[0]))
    if not office:
        office = next((other for _, other in public if other), None)
    longest = max((one.name for one in group), key=len)
    fullest = next(one for one in group if one.name == longest)
    start, end = min(best.start, best.role.start), max(best.end, best.role.end)
    return Official(
        fullest.name,
        _tidy(best.role_text),
        office or None,
        fullest.start,
        fullest.end,
        best.role.status,
        text[start:end] if end - start < 250 else None,
    )


def _rank(one: Found) -> tuple[int, ...]:
    """How good a role is: not of a bare rank, not former, of a full name, by a title, early."""
    rank = 1 if one.role.kind == "rank" else 2 if one.how == "relative" and one.role.kind == "any" else 0
    return (rank, one.role.status == "former", len(one.name.split()) < 2, _RANKING[one.how], one.start)


def _public(one: Found, scene: Scene) -> str | None:
    """The agency ("" where none is known but the role is public); None for a role that is no public one."""
    text = scene.text
    around = text[one.near[0] : one.near[1]]
    if one.role.kind == "president":
        after = text[one.end : one.end + 40]
        if (
            one.how != "title"
            or re.match(r"[’']s", after)
            or _OF_A_BODY.search(text, max(0, one.role.start - 24), one.role.start)
            or len(one.name.split()) < 2
            or not _SPEECH.search(after + text[max(0, one.start - 30) : one.start])
        ):
            return None
    office = agency(one, scene)
    if one.role.kind in ("any", "aide"):
        if _elsewhere(one, scene):
            return None
        if _NOT_PUBLIC.search(around.replace(one.name, "")) and not re.search(
            r"\b(?:ICE|DHS|police|sheriff|county|city|state|department)\b", around, re.I
        ):
            return None
        local = one.role.head in LOCAL and one.how in ("title", "before")
        if not office and (local or (one.how == "title" and _heads_an_office(one))):
            return _government(scene)
        return office if one.role.head not in _ALWAYS_PUBLIC or one.how != "title" else office or ""
    return office or ""


_OF_A_BODY = re.compile(
    r"\b(?:Body|Students?|Union|Club|Class|Association|Guild|Local|Chapter|Chamber|Council|Board|Senate|College|University"
    r"|Bank|Company|League)\s+$"
)
"""Before "President" of something smaller than the country: "Student Body President Lou Trent"."""
_OF_ITS_OWN = frozenset(
    ["director", "superintendent", "supervisor", "administrator", "commissioner", "clerk", "treasurer", "coroner"]
)


def _heads_an_office(one: Found) -> bool:
    """Whether a title before a full name is an office's: "Justice Services Director Kwame Ellis"."""
    return one.role.head in _OF_ITS_OWN and one.role_text[0].isupper() and len(one.name.split()) > 1


def _government(scene: Scene) -> str:
    """The county or city that an article is about; "" where it is about neither."""
    where = scene.where
    if where.level == "county" and where.county:
        return where.county
    return f"City of {where.city}" if where.level == "city" and where.city else ""


_OF_ONE = re.compile(r"\b(?:of|for|at|with)\s+(?:the\s+)?(?P<whose>[A-Z].*)")
_PUBLIC = re.compile(
    r"\b(?:ICE|ERO|DHS|CBP|DOJ|FBI|Department|Dept|Office|Division|Bureau|Enforcement|Operations|Police|Sheriff"
    r"|Count(?:y|ies)|City|Town|State|Jail|Prison|Detention|Correction\w*|Council|Commission"
    r"|Board|Governor|Gov|Mayor|Court|Attorney|Security|Customs|Immigration|Justice|Public|Safety|Affairs"
    r"|Communications|Service|Unit|Region|Agency|Administration|House|Senate|Legislature"
    r"|(?:field |regional |district )?office|agency|department|jail|prison|police|courts?|governor|mayor)\b"
)


def _elsewhere(one: Found, scene: Scene) -> bool:
    """Whether the role is at something that has a name of its own and is no public body ("director of Lawyers for
    Rights")."""
    match = _OF_ONE.search(one.role_text)
    return (
        match is not None
        and not _PUBLIC.search(match["whose"])
        and not any(m.kind == "agency" for m in scene.within(*one.near))
    )


def _tidy(role: str) -> str:
    role = re.sub(r"\s+", " ", role).strip(" ,")
    return re.sub(r"^(?:the|an?|its|his|her|their|then|(?:County|Parish|City)[’']s)\s+", "", role)
