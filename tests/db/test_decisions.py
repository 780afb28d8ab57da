"""What people decide is obeyed, shown, and never half applied."""

from __future__ import annotations

from pathlib import Path

import pytest

from common.errors import BadInput
from db.build import build
from db.decisions import add
from tests.db.examples import BPD, ICE, Piece, boston, claim, fill, official, rows


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    return fill(tmp_path / "archive.db", boston())


def published(archive: Path, decisions: str | None = None) -> Path:
    """Builds with decisions written as a file would have them."""
    path = archive.with_name("decisions.yml")
    if decisions is not None:
        path.write_text("decisions:\n" + decisions)
    build(archive, archive.with_name("claims.db"), decisions=path if decisions is not None else None)
    return archive.with_name("claims.db")


def claim_of(site: Path, value: float, measure: str = "detainers_received") -> str:
    sql = "SELECT id FROM claims WHERE value = ? AND measure = ? ORDER BY published DESC"
    return str(rows(site, sql, value, measure)[0]["id"])


def test_a_rejected_claim_goes_and_stays_away_with_the_reason(archive: Path) -> None:
    wrong = claim_of(published(archive), 15)
    entry = f"  - {{action: reject, claim: {wrong}, by: Ana, date: 2025-02-01, note: a quotation of the other side}}\n"
    for _ in range(2):
        site = published(archive, entry)
        assert rows(site, "SELECT id FROM claims WHERE id = ?", wrong) == []
        [gone] = rows(site, "SELECT reason FROM retired WHERE id = ?", wrong)
        assert gone["reason"] == "rejected by Ana on 2025-02-01: a quotation of the other side"
    back = published(archive)
    assert rows(back, "SELECT id FROM claims WHERE id = ?", wrong) == [{"id": wrong}]
    assert rows(back, "SELECT id FROM retired WHERE id = ?", wrong) == []


def test_a_corrected_claim_moves_to_its_right_figure(archive: Path) -> None:
    first = published(archive)
    wrong = claim_of(first, 198, "detainers_issued")
    entry = f"  - {{action: correct, claim: {wrong}, set: {{value: 189, comparator: '='}}, by: Ana}}\n"
    site = published(archive, entry)
    [row] = rows(site, "SELECT c.value, c.review, f.value AS stated FROM claims c JOIN figures f ON f.id = c.figure "
                       "WHERE c.id = ?", wrong)  # fmt: skip
    assert row == {"value": 189, "review": "corrected", "stated": 189}


def test_reviews_give_the_precision_of_the_reader(archive: Path) -> None:
    site = published(archive)
    ids = [row["id"] for row in rows(site, "SELECT id FROM claims ORDER BY n")]
    entries = "".join(f"  - {{action: confirm, claim: {name}}}\n" for name in ids[:3])
    entries += f"  - {{action: reject, claim: {ids[3]}}}\n"
    [row] = rows(published(archive, entries), "SELECT * FROM extractor_precision")
    assert (row["reviewed"], row["confirmed"], row["rejected"], row["precision"]) == (4, 3, 1, 0.75)


BAD = [
    ("  - {action: confirm, claim: nosuchclaim1}\n", "there is no claim 'nosuchclaim1'"),
    ("  - {action: approve, claim: x}\n", "use one of: confirm, reject, correct, join, part"),
    ("  - {action: confirm, claim: x}\n  - {action: reject, claim: x}\n", "keep one of the two"),
    ("  - {action: correct, claim: x, set: {valeu: 3}}\n", "did you mean 'value'?"),
    ("  - {action: correct, claim: x, set: {measure: detainers}}\n", "use one of: detainers_issued"),
    ("  - {action: correct, claim: x, set: {period_start: last year}}\n", "write a day as YYYY-MM-DD"),
    ("  - {action: correct, claim: x}\n", "a correction lacks 'set'"),
    ("  - {action: join, kind: agency, records: [Nowhere Police, Boston Police Department]}\n", "no agency 'Nowhere P"),
    ("  - {action: join, kind: agency, records: [Boston Police Department]}\n", "two ids or names"),
    (
        f"  - {{action: join, kind: agency, records: [{BPD}, {ICE}]}}\n"
        f"  - {{action: part, kind: agency, records: [{ICE}, {BPD}]}}\n",
        "joined by another decision",
    ),
]


@pytest.mark.parametrize(("entries", "message"), BAD)
def test_bad_decisions_are_named_and_nothing_is_applied(archive: Path, entries: str, message: str) -> None:
    site = published(archive)
    before = site.read_bytes()
    good = f"  - {{action: reject, claim: {claim_of(site, 15)}}}\n"
    with pytest.raises(BadInput, match=r"decisions\.yml:\d+") as error:
        published(archive, good + entries)
    assert message in str(error.value)
    assert site.read_bytes() == before
    assert {path.name for path in site.parent.glob(".claims.db.new*")} == set()


UNTRUE = [
    ("value: .nan", "no count"),
    ("value: -3", "no count"),
    ("value_max: .inf", "no count"),
    ("value_max: 3", "a range has comparator 'range'"),
    ("comparator: range", "a range has comparator 'range'"),
    ("comparator: range, value_max: 3", "a range has comparator 'range'"),
    ("period_start: 2025-06-01", "would run from 2025-06-01 back to 2024-12-31"),
]


@pytest.mark.parametrize(("changes", "message"), UNTRUE)
def test_a_correction_that_could_not_be_true_is_refused(archive: Path, changes: str, message: str) -> None:
    site = published(archive)
    before = site.read_bytes()
    entry = f"  - {{action: correct, claim: {claim_of(site, 15)}, set: {{{changes}}}}}\n"
    with pytest.raises(BadInput, match=r"decisions\.yml:\d+") as error:
        published(archive, entry)
    assert message in str(error.value)
    assert site.read_bytes() == before


BURNS = "Mariellen Burns, a spokeswoman for the department, said police had received 15 detainers."
TWINS = [
    ("Marylene Burns, a spokesman for the division, said police had received 15 detainers.", "Marylene Burns",
     "spokesman", BPD, True),
    ("Mariellen Burns, a spokeswoman for the agency, said officers lodged 198.", "Mariellen Burns", "spokeswoman", ICE,
     False),
    ("Marietta Burns, a deputy chief of the department, spoke of 15 detainers.", "Marietta Burns", "deputy chief", BPD,
     False),
    ("M. Burns, a police spokesperson, said the number was 15 in all.", "M. Burns", "spokesperson", BPD, True),
    ("Harriet Burns, a police spokesperson, said the number was 15 in all.", "Harriet Burns", "spokesperson", BPD,
     False),
]  # fmt: skip


def people(tmp_path: Path, other: tuple[str, str, str, str], decisions: str | None = None) -> Path:
    text, name, role, agency = other
    first = [official(BURNS, "Mariellen Burns", "spokeswoman", BPD)]
    pieces = [
        Piece(BURNS, [], url="https://a.example/1", published="2025-01-08", officials=first),
        Piece(text, [], url="https://b.example/2", officials=[official(text, name, role, agency)]),
    ]
    path = tmp_path / "archive.db"
    return published(path if path.exists() else fill(path, pieces), decisions)


@pytest.mark.parametrize(("text", "name", "role", "agency", "one"), TWINS)
def test_names_that_drift_are_joined_and_namesakes_are_not(
    tmp_path: Path, text: str, name: str, role: str, agency: str, one: bool
) -> None:
    site = people(tmp_path, (text, name, role, agency))
    assert len(rows(site, "SELECT id FROM officials")) == (1 if one else 2)
    if one:
        [join] = rows(site, "SELECT * FROM identity_joins WHERE action = 'joined'")
        assert (join["name"], join["other_name"]) == ("Mariellen Burns", name)
        assert "spokesperson" in join["reason"]
        assert [row["alias"] for row in rows(site, "SELECT alias FROM aliases WHERE kind = 'official'")] == [name]


def test_a_part_decision_undoes_a_join_and_a_join_makes_one(tmp_path: Path) -> None:
    drift = TWINS[0][:4]
    parted = "  - {action: part, kind: official, records: [Mariellen Burns, Marylene Burns], note: two people}\n"
    site = people(tmp_path, drift, parted)
    assert len(rows(site, "SELECT id FROM officials")) == 2
    assert rows(site, "SELECT action, reason, by FROM identity_joins") == [
        {"action": "parted", "reason": "two people", "by": "decision"}
    ]
    assert len(rows(people(tmp_path, drift, ""), "SELECT id FROM officials")) == 1


def test_two_full_names_in_one_article_are_two_people(tmp_path: Path) -> None:
    text = "Mariellen Burns, a spokeswoman, and Marylene Burns, another spokeswoman, said police had 15 detainers."
    both = [official(text, name, "spokeswoman", BPD) for name in ("Mariellen Burns", "Marylene Burns")]
    site = published(fill(tmp_path / "archive.db", [Piece(text, [], officials=both)]))
    assert len(rows(site, "SELECT id FROM officials")) == 2


def test_an_added_decision_is_checked_first(tmp_path: Path) -> None:
    path = tmp_path / "team" / "decisions.yml"
    assert add(path, {"action": "confirm", "claim": "abc", "by": "Ana", "note": "read: twice"}).note == "read: twice"
    before = path.read_text()
    with pytest.raises(BadInput, match="keep one of the two"):
        add(path, {"action": "reject", "claim": "abc"})
    assert path.read_text() == before


def test_offices_of_one_sheriff_are_one_agency(tmp_path: Path) -> None:
    text = "The sheriff's office received 44 detainers in 2024. The sheriff's department declined 32 of them in 2024."
    claims = [
        claim(text, "44", "detainers_received", claimant="Dunmore County Sheriff's Office", place="Dunmore County, CO"),
        claim(text, "32", "detainers_declined", claimant="Dunmore County Sheriff’s Dept.", place="Dunmore County, CO"),
    ]
    site = published(fill(tmp_path / "archive.db", [Piece(text, claims)]))
    assert len(rows(site, "SELECT id FROM agencies")) == 1
    [join] = rows(site, "SELECT other_name, reason FROM identity_joins")
    assert join == {"other_name": "Dunmore County Sheriff’s Dept.", "reason": "one name in two spellings"}


def test_the_sheriff_of_a_county_may_be_named_without_it(tmp_path: Path) -> None:
    text = "The sheriff's office received 44 detainers in 2024. The office declined 32 of them in 2024."
    claims = [
        claim(text, "44", "detainers_received", claimant="San Mateo County Sheriff's Office", place="San Mateo, CA"),
        claim(text, "32", "detainers_declined", claimant="San Mateo Sheriff's Department", place="San Mateo, CA"),
    ]
    site = published(fill(tmp_path / "archive.db", [Piece(text, claims)]))
    assert [row["reason"] for row in rows(site, "SELECT reason FROM identity_joins")] == ["one sheriff a county"]
    assert len({row["claimant_agency"] for row in rows(site, "SELECT claimant_agency FROM claims")}) == 1


def test_places_and_agencies_are_joined_by_decision(tmp_path: Path) -> None:
    text = "Metro police received 44 detainers in 2024. The city says that it was sent 60 in 2024, all told."
    claims = [
        claim(text, "44", "detainers_received", claimant="Metro Police", place="Las Vegas Valley, NV"),
        claim(text, "60", "detainers_received", claimant="City of Las Vegas", place="Las Vegas, NV"),
    ]
    archive = fill(tmp_path / "archive.db", [Piece(text, claims)])
    assert rows(published(archive), "SELECT id FROM disputes") == []
    joined = '  - {action: join, kind: jurisdiction, records: ["Las Vegas, NV", "Las Vegas Valley, NV"]}\n'
    site = published(archive, joined)
    assert len(rows(site, "SELECT id FROM disputes")) == len(rows(site, "SELECT id FROM jurisdictions")) == 1
    joined += "  - {action: join, kind: agency, records: [Metro Police, City of Las Vegas]}\n"
    site = published(archive, joined)
    assert rows(site, "SELECT id FROM disputes") == []
    assert {row["kind"] for row in rows(site, "SELECT kind FROM pairs")} == {"part"}
    assert {row["reason"] for row in rows(site, "SELECT reason FROM retired WHERE kind = 'agency'")} == {
        "joined with another record"
    }


ALIASES = [("Boston police", True), ("the department", False), ("The agency", False), ("the Herald", True)]


@pytest.mark.parametrize(("wording", "kept"), ALIASES)
def test_a_word_that_stands_for_a_name_is_no_alias(tmp_path: Path, wording: str, kept: bool) -> None:
    text = f"It was {wording} that received 15 detainers in 2024."
    mention = {"text": wording, "start": 7, "end": 7 + len(wording), "kind": "agency", "name": BPD}
    site = published(fill(tmp_path / "archive.db", [Piece(text, [], mentions=[mention])]))
    found = rows(site, "SELECT alias, start FROM aliases")
    assert found == ([{"alias": wording, "start": 7}] if kept else [])
