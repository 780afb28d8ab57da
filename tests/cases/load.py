"""Reads the cases of this folder: articles with claims written short, and what is expected of each pair.

    - id: boston
      place: Boston, MA
      articles:
        - outlet: Bay Courier
          published: 2025-01-09
          text: Police received 15 detainers in 2024. ICE says it issued 198.
          claims:
            - [police, "15", detainers_received, BPD, "2024"]
            - [ice, "198", detainers_issued, ICE, "2024", {comparator: "~"}]
      expect:
        - {a: police, b: ice, verdict: dispute, kind: rivals}

A claimant is a short name of the file's `who`, a full name, or {name:, type:}; null where the text gives none. A period
is written as in tests/corpus/compile.py. Further fields of a claim: `value` (where the number is a word), `nth` (which
of several such numbers), `place`, and any field of the analysis format. `{figure: KEY, ...}` expects a dispute about
one figure alone. Pairs that are not comparable need not be kept by the build.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from tests.corpus.compile import dates
from tests.db.examples import Piece, claim

HERE = Path(__file__).parent
VERDICTS = {"dispute", "agrees", "drift", "superseded", "not comparable"}
ENDS = "start", "end"


@dataclass(frozen=True)
class Expected:
    """What two claims come to; `b` is None for a dispute about one figure alone, `kind` where any will do."""

    a: str
    b: str | None
    verdict: str
    kind: str | None = None


@dataclass(frozen=True)
class Case:
    id: str
    pieces: list[Piece]
    at: dict[str, tuple[str, int]]
    """Where each claim stands, by its key: URL of the article and start of its value."""
    expect: list[Expected]


def cases(name: str) -> Iterator[Case]:
    """The cases of `name`.yml; raises ValueError naming case and key of what is wrong."""
    data = yaml.safe_load((HERE / f"{name}.yml").read_text(encoding="utf-8"))
    for raw in data["cases"]:
        yield _case(raw, data.get("who", {}))


def _case(raw: dict[str, Any], who: dict[str, Any]) -> Case:
    at: dict[str, tuple[str, int]] = {}
    pieces = []
    for number, article in enumerate(raw["articles"]):
        url = f"https://{raw['id']}.example/{number}"
        claims = []
        for key, *short in article.get("claims", []):
            if key in at:
                raise ValueError(f"{raw['id']}: two claims are called {key}")
            try:
                made = _claim(article["text"], short, who, raw.get("place"))
            except (IndexError, ValueError) as error:
                raise ValueError(f"{raw['id']}: {key}: {error}") from error
            at[key] = (url, made["value_start"])
            claims.append(made)
        pieces.append(
            Piece(
                article["text"], claims, url=url, outlet=article["outlet"], published=str(article["published"]),
                title=article["text"][:60], story=article.get("story") or f"{raw['id']}-{number}",
                copy_kind=article.get("copy_kind"),
            )
        )  # fmt: skip
    expect = [Expected(e.get("a") or e["figure"], e.get("b"), e["verdict"], e.get("kind")) for e in raw["expect"]]
    for one in expect:
        if one.verdict not in VERDICTS or {one.a, one.b} - {None} - set(at):
            raise ValueError(f"{raw['id']}: {one}: no such verdict or claim")
    return Case(raw["id"], pieces, at, expect)


def _claim(text: str, short: list[Any], who: dict[str, Any], place: str | None) -> dict[str, Any]:
    number, measure, claimant, period, *more = short
    options = dict(more[0]) if more else {}
    named = who.get(claimant, claimant) if isinstance(claimant, str) else claimant
    if isinstance(named, dict):
        options.setdefault("claimant_type", named["type"])
        named = named["name"]
    return claim(
        text, number, measure, options.pop("value", None), claimant=named, period=dates(str(period)),
        place=options.pop("place", place), nth=options.pop("nth", 0), **options,
    )  # fmt: skip
