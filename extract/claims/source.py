"""Whose count a number is, as later numbers may lean on it."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Source:
    """Claimant with its type, the human who utters the number, and the third parties in between."""

    claimant: str | None
    kind: str | None
    speaker: str | None = None
    via: list[str] = field(default_factory=list)
    rule: str = ""
    direct: bool = False
    spoken: bool = False
    """Whether speech in the text carries it, so that later sentences may continue it."""
    origin: str = ""
    """The rule of the first claim of a row of claims that carry one claimant on."""
    share: float = 1.0
    """How likely it is among all the parties that the text offers."""
