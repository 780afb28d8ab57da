"""Permanent links: what survives a rebuild, a better reader, an edit; and what is told of a link that went."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from db.archive import Archive
from db.build import build
from tests.db.examples import BPD, ICE, Piece, claim, fill, rows

TEXT = "Police got 15 detainers in 2024, the commissioner wrote. ICE counted 198 sent to them in 2024."


def published(folder: Path, *pieces: Piece) -> Path:
    fill(folder / "archive.db", list(pieces))
    build(folder / "archive.db", folder / "claims.db")
    return folder / "claims.db"


def piece(text: str = TEXT, claims: list[dict[str, Any]] | None = None, **more: Any) -> Piece:
    if claims is None:
        claims = [claim(text, "15", "detainers_received", claimant=BPD), claim(text, "198", "detainers_issued")]
    return Piece(text, claims, url="https://post.example/a", **more)


def ids(site: Path) -> dict[str, str]:
    return {row["value_text"]: row["id"] for row in rows(site, "SELECT value_text, id FROM claims")}


def retired(site: Path, record: str) -> dict[str, Any]:
    [row] = rows(site, "SELECT kind, reason, replaced_by FROM retired WHERE id = ?", record)
    return row


def test_a_better_reader_keeps_the_link_and_moves_the_claim_to_its_figure(tmp_path: Path) -> None:
    wrong = [claim(TEXT, "15", "detainers_received", claimant=BPD), claim(TEXT, "198", "detainers_received")]
    site = published(tmp_path, piece(claims=wrong))
    before = ids(site)
    [figure] = rows(site, "SELECT id FROM figures WHERE value = 198")
    site = published(tmp_path, piece(extractor="2"))
    assert ids(site) == before
    [row] = rows(site, "SELECT measure, extractor FROM claims WHERE id = ?", before["198"])
    assert row == {"measure": "detainers_issued", "extractor": "2"}
    [now] = rows(site, "SELECT id FROM figures WHERE value = 198")
    assert retired(site, figure["id"]) == {
        "kind": "figure", "reason": "what it said is read otherwise now", "replaced_by": now["id"],
    }  # fmt: skip


def test_the_link_outlives_a_detour(tmp_path: Path) -> None:
    """Read wrong, read right, and read once more from the archive alone."""
    wrong = [claim(TEXT, "198", "transfers")]
    first = ids(published(tmp_path, piece(claims=wrong)))["198"]
    site = published(tmp_path, piece(extractor="2"))
    assert ids(site)["198"] == first
    build(tmp_path / "archive.db", tmp_path / "claims.db")
    assert ids(site)["198"] == first


def test_a_claim_that_a_new_reader_does_not_find_is_retired_and_may_come_back(tmp_path: Path) -> None:
    first = ids(published(tmp_path, piece()))
    site = published(tmp_path, piece(claims=[claim(TEXT, "198", "detainers_issued")], extractor="2"))
    assert retired(site, first["15"])["reason"] == "version 2 of the reader finds no claim there"
    site = published(tmp_path, piece(extractor="3"))
    assert ids(site) == first
    assert rows(site, "SELECT id FROM retired WHERE kind = 'claim'") == []


def test_an_edit_elsewhere_in_the_article_keeps_every_link(tmp_path: Path) -> None:
    before = ids(published(tmp_path, piece()))
    longer = "The council met on Monday. " + TEXT
    site = published(tmp_path, piece(longer, at="2025-01-12T06:00:00.000000Z"))
    assert ids(site) == before
    [latest] = rows(site, "SELECT number, latest, changed FROM article_versions WHERE latest = 1")
    assert latest == {"number": 2, "latest": 1, "changed": None}


def test_a_changed_number_is_told_and_the_old_one_does_not_count(tmp_path: Path) -> None:
    before = ids(published(tmp_path, piece()))
    edited = TEXT.replace("15", "57")
    claims = [claim(edited, "57", "detainers_received", claimant=BPD), claim(edited, "198", "detainers_issued")]
    site = published(tmp_path, piece(edited, claims, at="2025-01-12T06:00:00.000000Z"))
    assert set(ids(site)) == {"57", "198"}
    assert ids(site)["57"] != before["15"]
    assert retired(site, before["15"])["reason"] == "the article's latest text does not say it any more"
    [edit] = rows(site, "SELECT kind, value, new_value FROM corrections")
    assert edit == {"kind": "edited", "value": 15, "new_value": 57}
    [version] = rows(site, "SELECT changed FROM article_versions WHERE latest = 1")
    assert version["changed"] == "15 detainers received became 57"


def test_an_article_set_back_to_its_first_text_counts_by_that_text(tmp_path: Path) -> None:
    edited = TEXT.replace("15", "57")
    claims = [claim(edited, "57", "detainers_received", claimant=BPD), claim(edited, "198", "detainers_issued")]
    published(tmp_path, piece())
    published(tmp_path, piece(edited, claims, at="2025-01-12T06:00:00.000000Z"))
    site = published(tmp_path, piece(at="2025-01-13T06:00:00.000000Z"))
    assert set(ids(site)) == {"15", "198"}


@pytest.mark.parametrize("unread", [None, "could not be read: ValueError"])
def test_a_text_that_nobody_could_read_takes_no_claim_away(tmp_path: Path, unread: str | None) -> None:
    before = ids(published(tmp_path, piece()))
    newer = piece(TEXT.replace("15", "57"), [], at="2025-01-12T06:00:00.000000Z", read=False)
    fill(tmp_path / "archive.db", [newer])
    if unread:
        with Archive(tmp_path / "archive.db") as archive:
            [waiting] = archive.unread_versions("1")
            archive.add_analysis(waiting["version"], "1", {"unread": unread, "claims": []})
    site = published(tmp_path)
    assert ids(site) == before
    assert rows(site, "SELECT id FROM retired") == []
    assert rows(site, "SELECT number, latest FROM article_versions ORDER BY number") == [
        {"number": 1, "latest": 1}, {"number": 2, "latest": 0},
    ]  # fmt: skip


def test_words_that_still_stand_are_no_edit(tmp_path: Path) -> None:
    first = ids(published(tmp_path, piece()))
    longer = "The council met on Monday. " + TEXT
    less = [claim(longer, "198", "detainers_issued")]
    site = published(tmp_path, piece(longer, less, at="2025-01-12T06:00:00.000000Z", extractor="2"))
    assert rows(site, "SELECT id FROM corrections") == []
    assert retired(site, first["15"])["reason"] == "version 2 of the reader finds no claim there"


def test_a_reader_that_fails_on_a_text_leaves_the_older_reading(tmp_path: Path) -> None:
    before = ids(published(tmp_path, piece()))
    with Archive(tmp_path / "archive.db") as archive:
        [waiting] = archive.unread_versions("2")
        archive.add_analysis(waiting["version"], "2", {"unread": "could not be read: KeyError", "claims": []})
    site = published(tmp_path)
    assert ids(site) == before
    assert {row["extractor"] for row in rows(site, "SELECT extractor FROM claims")} == {"1"}


def test_a_dispute_keeps_its_link_while_it_grows(tmp_path: Path) -> None:
    site = published(tmp_path, piece())
    [dispute] = rows(site, "SELECT id, figures FROM disputes")
    early = "Council: police got 19 detainers in 2024, a clerk said."
    more = Piece(early, [claim(early, "19", "detainers_received", claimant="Boston City Clerk")],
                 url="https://early.example/1", published="2024-12-31")  # fmt: skip
    site = published(tmp_path, more)
    assert rows(site, "SELECT id, figures FROM disputes") == [{"id": dispute["id"], "figures": 3}]


def test_a_dispute_that_ends_is_retired_with_the_reason(tmp_path: Path) -> None:
    site = published(tmp_path, piece())
    [dispute] = rows(site, "SELECT id FROM disputes")
    edited = TEXT.replace("15", "198")
    claims = [claim(edited, "198", "detainers_received", claimant=BPD), claim(edited, "198", "detainers_issued", nth=1)]
    site = published(tmp_path, piece(edited, claims, at="2025-01-12T06:00:00.000000Z"))
    assert rows(site, "SELECT id FROM disputes") == []
    assert retired(site, dispute["id"])["reason"] == "one of its sides is not stated any more"


def test_two_measures_of_one_number_are_two_claims_with_two_links(tmp_path: Path) -> None:
    text = "Police received and rejected 15 detainers in 2024."
    both = [claim(text, "15", measure, claimant=BPD) for measure in ("detainers_received", "detainers_declined")]
    site = published(tmp_path, piece(text, both))
    assert len({row["id"] for row in rows(site, "SELECT id FROM claims")}) == 2


def test_links_outlive_the_published_file_itself(tmp_path: Path) -> None:
    """A claim that kept an older id and one that is retired are in the archive's ledger too."""
    wrong = [claim(TEXT, "15", "detainers_received", claimant=BPD), claim(TEXT, "198", "transfers")]
    first = ids(published(tmp_path, piece(claims=wrong)))
    site = published(tmp_path, piece(claims=[claim(TEXT, "198", "detainers_issued")], extractor="2"))
    site.unlink()
    build(tmp_path / "archive.db", tmp_path / "claims.db")
    assert ids(site) == {"198": first["198"]}
    assert retired(site, first["15"])["reason"] == "version 2 of the reader finds no claim there"


@pytest.mark.parametrize("removed", [True, False])
def test_a_rebuild_without_the_published_file_gives_the_same_links(tmp_path: Path, removed: bool) -> None:
    site = published(tmp_path, piece())
    before = ids(site)
    if removed:
        site.unlink()
    build(tmp_path / "archive.db", tmp_path / "claims.db")
    assert ids(site) == before
    assert rows(site, "SELECT id FROM agencies WHERE name = ?", ICE) != []
