"""Which body of the text "the department", "the agency", "the field office" call."""

from __future__ import annotations

import re
from typing import Protocol

from extract.attribution.parse import Parse
from extract.attribution.vocabulary import Vocabulary
from extract.model import Mention

LOCAL = re.compile(
    r"(?i)\b(?:police|sheriff|county|city|town|jail|prison|council|court|corrections?|department of homeland)\b"
)
FIELD_OFFICE = re.compile(r"(?:[’']s)? (?:[A-Z][\w.]+ ){0,3}[Ff]ield [Oo]ffice\b")


class Named(Protocol):
    """What is known of a text: its parse, and the bodies that it names in order."""

    parse: Parse
    vocabulary: Vocabulary
    bodies: list[Mention]


def body(cast: Named, lemma: str, at: int) -> Mention | None:
    """ "The department": the last body so called. "The agency" is no police, council or court."""
    text = cast.parse.text
    before = [m for m in cast.bodies if m.start < at]
    if lemma in cast.vocabulary.words["groups"]:
        fitting = [m for m in before if m.kind == "organization"]
    elif lemma in ("agency", "bureau"):
        federal = [m for m in before if not LOCAL.search(m.name)]
        fitting = federal or [m for m in before if not re.search(r"(?i)council|court", m.name)]
    else:
        so_called = [m for m in before if _goes_by(text, m, lemma)]
        fitting = so_called or [m for m in before if lemma in m.name.lower() or lemma in m.text.lower()]
        if not fitting and lemma == "office" and "field office" in text[:at].lower():
            fitting = [m for m in before if not LOCAL.search(m.name)]
        if not fitting and lemma in ("department", "office", "force"):
            fitting = [m for m in before if LOCAL.search(m.name)]
    return fitting[-1] if fitting else None


def field_office(cast: Named, words: str, at: int) -> Mention | None:
    """Whose "the field office" is: of the body whose field office came up, no city's."""
    if not words.lower().endswith("field office"):
        return None
    before = (m for m in reversed(cast.bodies) if m.start < at)
    return next((m for m in before if FIELD_OFFICE.match(cast.parse.text, m.end)), None)


def _goes_by(text: str, body: Mention, lemma: str) -> bool:
    """Whether a body is so called in full, or by an office of its own: "ICE's Boston field office"."""
    if re.search(rf"\b{lemma}\b", body.text.lower()) and len(body.text.split()) > 2:
        return True
    own = rf"[’']s? (?:[A-Z][\w.]+ ){{0,3}}(?:[a-z]+ )?{lemma}\b"
    return lemma == "office" and re.match(own, text[body.end : body.end + 60]) is not None
