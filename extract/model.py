"""The dataclasses of a reading: what one document says, each item with its place in the text.

All offsets count characters of `Document.text`; `text[start:end]` is the evidence. `Analysis.to_dict` gives the format
that the scorers and the archive read (the lists `claims`, `officials`, `statutes`, `dates`, `quotes`).
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, fields
from datetime import date
from typing import Any


@dataclass(frozen=True)
class Document:
    """One text to be read, with what is known of it.

    `published` anchors relative dates; None leaves them unresolved.
    """

    text: str
    url: str | None = None
    title: str | None = None
    outlet: str | None = None
    published: date | None = None
    jurisdiction: str | None = None
    """What the source is configured for ("Boston, MA"): a last resort, below everything the text says."""


@dataclass(frozen=True)
class Count:
    """A number as written: `text[start:end]` is its wording, `value` what it means."""

    value: float
    start: int
    end: int
    text: str
    comparator: str = "="
    """`=` `~` `>` `>=` `<` `<=` `range`."""
    value_max: float | None = None
    unit: str = "count"
    """`count` or `percent`."""
    form: str = "digits"
    """`digits`, `words`, `share` ("half of"), `none`, `any` (none under a negation), `all` (value nan: the whole of
    what was last counted)."""


@dataclass(frozen=True)
class DateMention:
    """A date, period or point as written; `normalized` is `2024`, `2024-12`, `2025-01-15` or `start/end`.

    `period_start` and `period_end` are ISO dates, None where open or unknown; `normalized` is None where a relative
    date has nothing to resolve against.
    """

    text: str
    start: int
    end: int
    normalized: str | None
    period_start: str | None = None
    period_end: str | None = None
    kind: str = "point"
    """`point`, `range`, `since`, `through`, `fiscal_year`, `anaphoric` ("the same span"), `recurring`."""


@dataclass(frozen=True)
class Mention:
    """An agency, person, place or document named in the text, with its canonical name where one is known."""

    text: str
    start: int
    end: int
    kind: str
    """`agency`, `organization`, `person`, `document`, `outlet`, `place`."""
    name: str
    """Canonical name; the wording itself where nothing better is known."""
    jurisdiction: str | None = None


@dataclass(frozen=True)
class Official:
    """A named public official or spokesperson; `start`/`end` is the fullest mention."""

    name: str
    role: str | None
    agency: str | None
    start: int
    end: int
    status: str | None = None
    """`acting`, `former`, `interim`, `incoming`, or None."""
    text: str | None = None


@dataclass(frozen=True)
class Statute:
    """A law, ruling, policy or form, named or cited."""

    name: str
    kind: str
    """`statute`, `ordinance`, `regulation`, `ruling`, `policy`, `executive order`, `form`, `constitution`."""
    citation: str | None
    text: str
    start: int
    end: int
    jurisdiction: str | None = None
    canonical: str | None = None
    """The record it stands for where the vocabulary knows it ("Lunn v. Commonwealth, 477 Mass. 517 (2017)")."""


@dataclass(frozen=True)
class Quote:
    """What is said, by whom: direct or indirect.

    `speaker` is resolved through the article; `speaker_start`/`speaker_end` is the source as it stands there.
    """

    text: str
    start: int
    end: int
    speaker: str | None
    speaker_start: int | None
    speaker_end: int | None
    cue: str | None
    direct: bool
    speaker_kind: str | None = None
    """`person`, `agency`, `organization`, `document`, `outlet`, or None."""
    speaker_agency: str | None = None
    """Canonical agency that a person speaks for, where the text tells."""
    cue_start: int | None = None
    cue_end: int | None = None
    parent: int | None = None
    """Index in `Analysis.quotes` of the speech that this one stands in ("the Herald reported that ICE said")."""


@dataclass(frozen=True)
class Claim:
    """One number asserted in one place: the conventions are those of the analysis format."""

    value: float
    value_text: str
    value_start: int
    value_end: int
    measure: str
    quote: str
    start: int
    end: int
    comparator: str = "="
    value_max: float | None = None
    unit: str = "count"
    counted: str | None = None
    claimant: str | None = None
    claimant_type: str | None = None
    speaker: str | None = None
    via: list[str] = field(default_factory=list)
    period_start: str | None = None
    period_end: str | None = None
    period_text: str | None = None
    jurisdiction: str | None = None
    confidence: float = 0.5
    rule: str = ""
    """Why it was read so: the names of the rules that decided, `;` between them."""
    status: str = "asserted"
    """`asserted`, `retracted`, `corrected`, `projection` or `denied`; `asserted` and `projection` go out as claims."""
    direct: bool = False
    """Whether the number stands inside the speaker's own quoted words."""


@dataclass(frozen=True)
class Absence:
    """A sentence that says there is no number: the text does not give what someone could have counted."""

    kind: str
    """`not kept`, `not published`, `not disclosed` or `not known`."""
    who: str | None
    """The canonical agency that keeps or gives no count."""
    measure: str | None
    """What is not counted, where the text tells."""
    jurisdiction: str | None
    speaker: str | None
    text: str
    text_start: int
    text_end: int
    quote: str
    start: int
    end: int


@dataclass(frozen=True)
class Analysis:
    """Everything read from one document."""

    document: Document
    claims: list[Claim] = field(default_factory=list)
    officials: list[Official] = field(default_factory=list)
    statutes: list[Statute] = field(default_factory=list)
    dates: list[DateMention] = field(default_factory=list)
    quotes: list[Quote] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    unread: str | None = None
    """Why the gate kept the model away ("off topic", "not English", "empty"), or None where it was read."""
    notes: list[str] = field(default_factory=list)
    """What a reader should know ("no publication date: relative dates are unresolved")."""
    absences: list[Absence] = field(default_factory=list)

    def to_dict(self) -> dict[str, Any]:
        """The analysis format: document fields at the top, then one list of plain dicts a kind of item."""
        doc = self.document
        out: dict[str, Any] = {
            "url": doc.url,
            "title": doc.title,
            "outlet": doc.outlet,
            "published": doc.published.isoformat() if doc.published else None,
            "text": doc.text,
            "unread": self.unread,
            "notes": list(self.notes),
        }
        for kind in ("claims", "officials", "statutes", "dates", "quotes", "mentions", "absences"):
            out[kind] = [asdict(item) for item in getattr(self, kind)]
        return out


def from_dict(data: dict[str, Any]) -> Analysis:
    """The reverse of `Analysis.to_dict`; unknown keys are ignored, so that an older archive can still be read."""
    published = date.fromisoformat(data["published"]) if data.get("published") else None
    document = Document(data.get("text", ""), data.get("url"), data.get("title"), data.get("outlet"), published)
    kinds: dict[str, type] = {
        "claims": Claim, "officials": Official, "statutes": Statute,
        "dates": DateMention, "quotes": Quote, "mentions": Mention, "absences": Absence,
    }  # fmt: skip
    lists = {kind: [_build(cls, item) for item in data.get(kind, [])] for kind, cls in kinds.items()}
    return Analysis(document, **lists, unread=data.get("unread"), notes=data.get("notes", []))


def _build(cls: type, item: dict[str, Any]) -> Any:
    known = {f.name for f in fields(cls)}
    return cls(**{key: value for key, value in item.items() if key in known})
