"""One article's coverage as rows, before names are resolved: what the first pass over the archive writes down.

Only claims of an article's latest text are current: the latest that was read, while a newer one waits. Claims that
stood in an earlier text and stand no more are told as corrections: what was dropped, and what replaced it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from db.build.anchors import Anchor, Known, anchors, carry_ids, claim_id
from db.build.coverage import Coverage, Text, failed
from db.comparing.rules import basis_in
from db.ids import short_id

GOES_OUT = ("asserted", "projection")
"""Statuses that are published as claims; the rest are corrections."""
COPIES = ("syndicated", "rewrite", "spun")
CONTEXT = 120
"""Characters of the neighbouring words that are shown around a sentence."""

Row = dict[str, Any]


@dataclass
class Staged:
    """The rows of one article. Names are as read; ids of agencies, officials and places are still missing."""

    article: Row
    versions: list[Row] = field(default_factory=list)
    captures: list[Row] = field(default_factory=list)
    claims: list[Row] = field(default_factory=list)
    corrections: list[Row] = field(default_factory=list)
    gone: list[Known] = field(default_factory=list)
    """Claims published before that this build does not find again."""
    text: str = ""
    analysis: dict[str, Any] = field(default_factory=dict)


def stage(coverage: Coverage, published: Callable[[str], Iterable[Known]] = lambda article: ()) -> Staged:
    """The rows of an article; `published` gives the claims that the last build published for it."""
    article = dict(coverage.article)
    texts = coverage.texts
    out = Staged(article)
    if not texts:
        return out
    current_at = max((i for i, text in enumerate(texts) if _was_read(text)), default=len(texts) - 1)
    latest = texts[current_at]
    article["story"] = article.get("story") or short_id("story", article["id"])
    article["copy_kind"] = article.get("copy_kind") or "original"
    read = [(text, _claims(article, text)) for text in texts]
    current = [claim for claim in read[current_at][1] if claim["status"] in GOES_OUT]
    out.gone = carry_ids(current, published(article["id"]))
    out.claims = current
    out.corrections = [_correction(claim) for claim in read[current_at][1] if claim["status"] not in GOES_OUT]
    out.captures = [text.capture for text in texts]
    before: list[Row] = []
    for number, (text, claims) in enumerate(read, 1):
        edits = _edits(before, claims, text) if _was_read(text) else []
        before = claims if _was_read(text) else before
        out.corrections += edits
        out.versions.append(_version(article, text, number, number - 1 == current_at, claims, edits))
    article |= {
        "version": latest.id, "versions": len(texts), "claims": len(current), "digest": latest.digest,
        "capture": latest.capture.get("id"), "captured_at": latest.capture.get("fetched_at"),
        "warc": latest.capture.get("warc"), "warc_offset": latest.capture.get("warc_offset"),
        "title": article.get("title") or latest.title,
    }  # fmt: skip
    out.text, out.analysis = latest.text, latest.analysis
    return out


def _was_read(text: Text) -> bool:
    """Whether a reader has read it: one that failed, or has not come to it yet, says nothing of what it holds."""
    return bool(text.analysis) and not failed(text.analysis)


def _claims(article: Row, text: Text) -> list[Row]:
    """All claims read from one text, whatever their status, as rows of the table `claims`."""
    read = text.analysis.get("claims", [])
    if not read:
        return []
    places = anchors(article["id"], text.text, [(c["value_start"], c["value_end"]) for c in read])
    shared = {
        "article": article["id"], "version": text.id, "extractor": text.extractor, "outlet": article.get("outlet"),
        "published": article.get("published"), "captured_at": text.capture.get("fetched_at"),
        "capture": text.capture.get("id"), "story": article["story"],
        "copied": int(article["copy_kind"] in COPIES),
    }  # fmt: skip
    nth: Counter[tuple[str, str]] = Counter()
    rows = []
    for item in read:
        anchor = places[item["value_start"], item["value_end"]]
        key = (anchor.id, item["measure"])
        rows.append(_claim(item, anchor, text.text, claim_id(*key, nth[key])) | shared)
        nth[key] += 1
    return rows


def _claim(item: Row, anchor: Anchor, text: str, new_id: str) -> Row:
    start, end = item["start"], item["end"]
    sentence = text[start:end] or item.get("quote") or ""
    mark = item["value_start"] - start
    inside = 0 <= mark < len(sentence)
    return {
        "id": new_id, "minted": new_id, "anchor": anchor.id, "slot": anchor.slot,
        "value": item["value"], "value_max": item.get("value_max"), "comparator": item.get("comparator") or "=",
        "unit": item.get("unit") or "count", "value_text": item.get("value_text"),
        "value_start": item["value_start"], "value_end": item["value_end"], "measure": item["measure"],
        "counted": item.get("counted"), "claimant_text": item.get("claimant"), "claimant": item.get("claimant"),
        "claimant_type": item.get("claimant_type"), "speaker": item.get("speaker"),
        "via": "; ".join(item.get("via") or []) or None,
        "period_start": item.get("period_start"), "period_end": item.get("period_end"),
        "period_text": item.get("period_text"), "jurisdiction": item.get("jurisdiction"),
        "sentence": sentence, "start": start, "end": end,
        "mark_start": mark if inside else None, "mark_end": item["value_end"] - start if inside else None,
        "context_before": _before(text, start), "context_after": _after(text, end),
        "confidence": item.get("confidence"), "rule": item.get("rule"), "status": item.get("status") or "asserted",
        "direct": int(bool(item.get("direct"))), "told_as": basis_in(text, item["value_start"], item["value_end"]),
    }  # fmt: skip


def _before(text: str, start: int) -> str:
    cut = text[max(0, start - CONTEXT) : start]
    return cut.partition(" ")[2] if start > CONTEXT else cut


def _after(text: str, end: int) -> str:
    cut = text[end : end + CONTEXT]
    return cut.rpartition(" ")[0] if end + CONTEXT < len(text) else cut


def _version(article: Row, text: Text, number: int, latest: bool, claims: list[Row], edits: list[Row]) -> Row:
    capture = text.capture
    return {
        "id": text.id, "article": article["id"], "number": number, "latest": int(latest), "title": text.title,
        "digest": text.digest, "characters": len(text.text), "first_seen": text.first_seen,
        "last_seen": text.last_seen, "capture": capture.get("id"), "warc": capture.get("warc"),
        "warc_offset": capture.get("warc_offset"), "cleaner": text.cleaner, "extractor": text.extractor,
        "read_at": text.read_at, "unread": text.analysis.get("unread"),
        "notes": "; ".join(text.analysis.get("notes") or []) or None,
        "claims": sum(claim["status"] in GOES_OUT for claim in claims),
        "changed": "; ".join(_told(edit) for edit in edits) or None,
    }  # fmt: skip


def _told(edit: Row) -> str:
    measure = edit["measure"].replace("_", " ")
    if edit["new_value"] is None:
        return f"{edit['value']:g} {measure} is gone"
    return f"{edit['value']:g} {measure} became {edit['new_value']:g}"


def _correction(claim: Row) -> Row:
    return _corrected(claim, claim["status"], None)


def _corrected(claim: Row, kind: str, new_value: float | None) -> Row:
    copied = (
        "article", "version", "claimant", "claimant_type", "measure", "value", "unit", "counted", "comparator",
        "period_start", "period_end", "jurisdiction", "sentence", "start", "end", "published",
    )  # fmt: skip
    row = {name: claim[name] for name in copied}
    row["id"] = short_id("correction", kind, claim["article"], claim["anchor"], claim["measure"], claim["version"])
    return row | {"kind": kind, "new_value": new_value, "noticed_at": claim["captured_at"]}


def _edits(before: list[Row], after: list[Row], text: Text) -> list[Row]:
    """What stood in one text and not in the next: replaced in place, replaced by the same assertion, or dropped."""
    kept = {claim["anchor"] for claim in after}
    held = {_assertion(claim) | {claim["value"]} for claim in after if claim["status"] in GOES_OUT}
    known = {claim["anchor"] for claim in before}
    added = [claim for claim in after if claim["anchor"] not in known]
    edits = []
    for claim in before:
        if claim["sentence"] in text.text:
            continue  # the words still stand: it is the reading that differs
        if claim["anchor"] in kept or claim["status"] not in GOES_OUT or _assertion(claim) | {claim["value"]} in held:
            continue
        new = next((c for c in added if c["slot"] == claim["slot"] and c["measure"] == claim["measure"]), None)
        new = new or next((c for c in added if _assertion(c) == _assertion(claim)), None)
        edit = _corrected(claim, "edited", new["value"] if new else None)
        edits.append(edit | {"noticed_at": text.first_seen})
    return edits


def _assertion(claim: Row) -> frozenset[Any]:
    names = ("measure", "claimant", "unit", "period_start", "period_end", "jurisdiction")
    return frozenset((name, claim[name]) for name in names)
