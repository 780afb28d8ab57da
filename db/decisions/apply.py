"""Decisions at work on claims: what is rejected goes, what is corrected changes, and how often the reader was right."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from typing import Any

from common.errors import BadInput
from db.decisions.file import Decision, Decisions

Row = dict[str, Any]


class Reviews:
    """Applies reviews to claims as they come by, and counts them."""

    def __init__(self, decisions: Decisions) -> None:
        self._decisions = decisions
        self._reviews = decisions.reviews
        self.effects: dict[str, str] = {}
        """Decision id -> what the build did with it."""
        self.met: set[str] = set()
        """Claims that were reviewed and are still read."""
        self._tally: dict[str, Counter[str]] = defaultdict(Counter)
        self._published: Counter[str] = Counter()

    def apply(self, claims: list[Row]) -> tuple[list[Row], list[tuple[Row, str]]]:
        """The claims that stay, corrected where so decided; and those rejected, with the reason."""
        if not self._reviews:
            self._count(claims)
            return claims, []
        kept, rejected = [], []
        for claim in claims:
            review = self._reviews.get(claim["id"])
            if review is None:
                kept.append(claim)
                continue
            self.met.add(claim["id"])
            self._tally[review.extractor or claim["extractor"] or "unknown"][review.action] += 1
            self.effects[review.id] = "applied"
            if review.action == "reject":
                rejected.append((claim, told(review)))
                continue
            claim["review"] = "confirmed" if review.action == "confirm" else "corrected"
            claim["review_note"] = told(review)
            claim |= review.changes
            _check_corrected(claim, review)
            if "claimant" in review.changes and claim["claimant"] and not claim["claimant_type"]:
                claim["claimant_type"] = "agency"
            kept.append(claim)
        self._count(kept)
        return kept, rejected

    def _count(self, claims: list[Row]) -> None:
        for claim in claims:
            self._published[claim["extractor"] or "unknown"] += 1

    def settle_retired(self, retired: dict[str, str]) -> None:
        """Reviews of claims that are read no more: they still count for the reader that they were made of."""
        for subject, review in self._reviews.items():
            if subject in self.met:
                continue
            self.effects[review.id] = f"nothing: the claim is retired ({retired.get(subject, 'not read any more')})"
            if review.extractor:
                self._tally[review.extractor][review.action] += 1

    def precision_rows(self) -> list[Row]:
        rows = []
        for extractor in sorted({*self._published, *self._tally}):
            tally = self._tally[extractor]
            reviewed = sum(tally.values())
            rows.append({
                "extractor": extractor, "claims": self._published[extractor], "reviewed": reviewed,
                "confirmed": tally["confirm"], "corrected": tally["correct"], "rejected": tally["reject"],
                "precision": tally["confirm"] / reviewed if reviewed else None,
            })  # fmt: skip
        return rows

    def decision_rows(self, subjects: dict[str, tuple[str, str]]) -> list[Row]:
        """The decisions as rows; `subjects` gives the record ids of joins and parts by decision."""
        rows = []
        for entry in self._decisions.entries:
            subject, other = subjects.get(entry.id, (entry.subject, entry.other))
            rows.append({
                "id": entry.id, "action": entry.action, "kind": entry.kind, "subject": subject, "other": other,
                "changes": json.dumps(entry.changes) if entry.changes else None, "by": entry.by, "on_date": entry.on,
                "note": entry.note, "extractor": entry.extractor, "effect": self.effects.get(entry.id, "applied"),
            })  # fmt: skip
        return rows


def _check_corrected(claim: Row, review: Decision) -> None:
    """BadInput where a correction leaves nothing that could be true: half a range, a period that runs back."""
    value, top, comparator = claim["value"], claim["value_max"], claim["comparator"]
    start, end = claim["period_start"], claim["period_end"]
    of_number = not review.changes.keys().isdisjoint(("value", "value_max", "comparator"))
    if of_number and ((comparator == "range") != (top is not None) or (top is not None and top < value)):
        raise BadInput(
            f"{review.where}: '{comparator}' from {value:g} to {top} is no count; a range has comparator 'range' and a "
            "'value_max' from 'value' on, anything else has 'value_max: null'"
        )
    of_period = not review.changes.keys().isdisjoint(("period_start", "period_end"))
    if of_period and start and end and end < start:
        raise BadInput(f"{review.where}: the period would run from {start} back to {end}; correct both ends")


def told(review: Decision) -> str:
    """"rejected by A. Editor on 2025-02-01: a jail's capacity"."""
    words = {"confirm": "confirmed", "reject": "rejected", "correct": "corrected"}[review.action]
    words += f" by {review.by}" if review.by else ""
    words += f" on {review.on}" if review.on else ""
    return words + (f": {review.note}" if review.note else "")
