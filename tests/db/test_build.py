"""From an archive to the published database."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from db.build import build
from db.build.new_file import inspect_path
from db.claims.trace import trace
from tests.db.examples import BOSTON, BPD, ICE, Piece, boston, claim, fill, rows


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("boston")
    build(fill(folder / "archive.db", boston()), folder / "claims.db")
    return folder / "claims.db"


def test_the_two_sides_are_one_dispute(site: Path) -> None:
    [dispute] = rows(site, "SELECT * FROM disputes WHERE measure_family = 'requests'")
    assert (dispute["lowest"], dispute["highest"], dispute["jurisdiction"]) == (15, 198, "Boston, MA")
    assert (dispute["period_start"], dispute["kind"], dispute["claimants"]) == ("2024-01-01", "rivals", 2)


def test_copies_are_one_story(site: Path) -> None:
    [figure] = rows(site, "SELECT * FROM figures WHERE value = 15 AND measure = 'detainers_received'")
    assert (figure["claims"], figure["articles"], figure["stories"], figure["copies"]) == (3, 3, 2, 1)


def test_about_198_agrees_with_198(site: Path) -> None:
    verdicts = rows(
        site,
        "SELECT verdict FROM pairs JOIN figures a ON a.id = figure_a JOIN figures b ON b.id = figure_b "
        "WHERE a.value = 198 AND b.value = 198 AND a.measure = b.measure",
    )
    assert [row["verdict"] for row in verdicts] == ["agrees"]


def test_every_foreign_key_leads_somewhere(site: Path) -> None:
    assert rows(site, "PRAGMA foreign_key_check") == []


def test_search_finds_sentences_and_texts(site: Path) -> None:
    sql = "SELECT count(*) AS n FROM claims WHERE n IN (SELECT rowid FROM claims_fts WHERE claims_fts MATCH 'lodged')"
    assert rows(site, sql) == [{"n": 2}]
    sql = "SELECT url FROM articles JOIN articles_fts ON articles_fts.rowid = articles.n WHERE articles_fts MATCH ?"
    assert rows(site, sql, "commissioner") == [{"url": "https://globe.example/b"}]


def test_the_number_is_marked_in_its_sentence(site: Path) -> None:
    for row in rows(site, "SELECT sentence, mark_start, mark_end, value_text FROM claims"):
        assert row["sentence"][row["mark_start"] : row["mark_end"]] == row["value_text"]


def test_the_published_database_holds_no_full_text(site: Path) -> None:
    assert "text" not in {row["name"] for row in rows(site, "PRAGMA table_info(article_versions)")}
    assert rows(site, "SELECT title, text FROM articles_fts LIMIT 1") == [{"title": None, "text": None}]


def test_the_counts_beside_it_are_its_own(site: Path) -> None:
    counts = json.loads(inspect_path(site).read_text())["claims"]["tables"]
    assert counts["claims"]["count"] == rows(site, "SELECT count(*) AS n FROM claims")[0]["n"] == 10


def test_a_second_build_has_the_same_rows(site: Path, tmp_path: Path) -> None:
    again = tmp_path / "claims.db"
    build(site.with_name("archive.db"), again)
    for table in ("claims", "figures", "disputes", "pairs", "articles", "agencies"):
        ids = f"SELECT id FROM {table} ORDER BY id"
        assert rows(site, ids) == rows(again, ids)


AVERAGES = [
    ("ICE sends the jail 2 detainers a day, it says.", True),
    ("The jail got an average of 2 in those weeks.", True),
    ("The jail got 2 per month.", True),
    ("ICE sent 2 detainers on one day in May.", False),
    ("The jail got 2. A month later it got none.", False),
]


@pytest.mark.parametrize(("text", "averaged"), AVERAGES)
def test_an_average_is_no_total(tmp_path: Path, text: str, averaged: bool) -> None:
    total = "The jail received 260 detainers in 2024."
    pieces = [
        Piece(text, [claim(text, "2", "detainers_received", claimant=ICE)]),
        Piece(total, [claim(total, "260", "detainers_received", claimant=BPD)]),
    ]
    build(fill(tmp_path / "archive.db", pieces), tmp_path / "claims.db")
    [pair] = rows(tmp_path / "claims.db", "SELECT verdict, kind FROM pairs")
    assert tuple(pair.values()) == (("not comparable", "basis") if averaged else ("dispute", "rivals"))


SIDES = [
    ("Dunlap County", "Dunlap County Sheriff's Office", "part"),
    ("City of Arden", "Arden Police Department", "part"),
    ("Minnesota", "Minnesota Department of Corrections", "part"),
    ("Dunlap County Auditor", "Dunlap County Sheriff's Office", "rivals"),
    ("Arden Police Department", "Larkmoor Police Department", "holder"),
]


@pytest.mark.parametrize(("one", "other", "kind"), SIDES)
def test_a_place_and_its_police_are_one_side_within_an_account(tmp_path: Path, one: str, other: str, kind: str) -> None:
    text = "One declined 14 detainers in 2024, it says. The other declined 18 in 2024, it says."
    claims = [claim(text, "14", "detainers_declined", claimant=one), claim(text, "18", "detainers_declined",
              claimant=other)]  # fmt: skip
    build(fill(tmp_path / "archive.db", [Piece(text, claims)]), tmp_path / "claims.db")
    assert rows(tmp_path / "claims.db", "SELECT kind FROM pairs") == [{"kind": kind}]


def test_where_there_is_no_number_is_kept_with_its_words(tmp_path: Path) -> None:
    text = "ICE lodged 198 detainers in Boston in 2024. The Boston police do not track releases, Chief Al Moss said."
    start, sentence = text.index("do not track"), text.index("The Boston")
    absence = {"kind": "not kept", "who": BPD, "measure": "releases", "jurisdiction": "Boston, Mass.",
               "speaker": "Al Moss", "text": "do not track", "text_start": start, "text_end": start + 12,
               "quote": text[sentence:], "start": sentence, "end": len(text)}  # fmt: skip
    archive = fill(tmp_path / "archive.db", [Piece(text, [claim(text, "198", "detainers_issued")], absences=[absence])])
    build(archive, tmp_path / "claims.db")
    [row] = rows(tmp_path / "claims.db", "SELECT a.*, g.name AS agency_name FROM absences a JOIN agencies g "
                                         "ON g.id = a.agency")  # fmt: skip
    assert (row["kind"], row["claimant"], row["agency_name"], row["jurisdiction"]) == ("not kept", BPD, BPD, BOSTON)
    [way] = trace(row["id"], tmp_path / "claims.db", archive)
    assert way.holds
    assert "Boston Police Department: releases not kept, Boston, MA" in " ".join(way.lines()[0].split())
    assert way.steps[3].value.endswith(": do not track")
