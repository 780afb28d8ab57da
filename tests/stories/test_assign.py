"""Articles of a real archive grouped as they come."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from db import stories
from db.archive import Archive
from tests.stories.archives import add, kinds, opened, placed
from tests.stories.generate import event, report, returned, rewrite, spun, syndicated


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    with opened(tmp_path) as archive:
        yield archive


def family(seed: int) -> dict[str, str]:
    """An original and one of each of its descendants."""
    rng = random.Random(seed)
    what = event(rng)
    original = report(rng, what, "a")
    return {
        "original": original, "syndicated": syndicated(rng, original), "rewrite": rewrite(rng, what),
        "spun": spun(rng, original), "returned": returned(rng, original),
    }  # fmt: skip


def test_a_family_is_one_story_and_each_member_is_named(archive: Archive) -> None:
    for day, (name, text) in enumerate(family(1).items(), start=10):
        add(archive, f"http://{name}.test/a", text, published=f"2025-01-{day}")
    assert stories.assign(archive) == 5
    assert len({story for story, _ in placed(archive).values()}) == 1
    assert kinds(archive) == {
        "original.test": "original", "syndicated.test": "syndicated", "rewrite.test": "rewrite",
        "spun.test": "spun", "returned.test": "spun",
    }  # fmt: skip
    assert archive.db.conn.execute("SELECT articles FROM stories").fetchall() == [(5,)]


def test_other_events_are_other_stories(archive: Archive) -> None:
    rng = random.Random(3)
    first = event(rng)
    for number, what in enumerate([first, first.later(rng), event(rng), event(rng)]):
        add(archive, f"http://outlet{number}.test/a", report(rng, what))
    stories.assign(archive)
    assert len({story for story, _ in placed(archive).values()}) == 4
    assert set(kinds(archive).values()) == {"original"}


def test_one_at_a_time_gives_what_all_at_once_gives(tmp_path: Path) -> None:
    texts = [(f"http://{name}{seed}.test/a", text) for seed in (4, 5, 6) for name, text in family(seed).items()]
    with opened(tmp_path / "once") as once, opened(tmp_path / "each") as each:
        for url, text in texts:
            add(once, url, text)
        stories.assign(once)
        for url, text in texts:
            assert stories.assign(each, [add(each, url, text)]) == 1
        assert placed(each) == placed(once)


def test_nothing_is_done_twice(archive: Archive) -> None:
    versions = [add(archive, f"http://{name}.test/a", text) for name, text in family(1).items()]
    assert stories.assign(archive, versions) == 5
    before = placed(archive)
    changes = archive.db.conn.total_changes
    assert stories.assign(archive) == 0
    assert placed(archive) == before
    assert archive.db.conn.total_changes == changes


def test_an_earlier_original_found_later_takes_its_place_and_the_story_keeps_its_id(archive: Archive) -> None:
    texts = family(2)
    add(archive, "http://copy.test/a", texts["syndicated"], published="2025-01-14")
    stories.assign(archive)
    story = placed(archive)["http://copy.test/a"][0]
    add(archive, "http://first.test/a", texts["original"], published="2025-01-12")
    stories.assign(archive)
    assert placed(archive) == {
        "http://copy.test/a": (story, "syndicated"),
        "http://first.test/a": (story, "original"),
    }


def test_a_text_that_links_two_stories_makes_them_one(archive: Archive) -> None:
    """Two copies, each cut to another half, are joined by the whole text."""
    whole = family(2)["original"]
    title, *body = whole.split("\n\n")
    half = len(body) // 2
    add(archive, "http://head.test/a", "\n\n".join([title, *body[:half]]), published="2025-01-14")
    add(
        archive,
        "http://tail.test/a",
        "\n\n".join(["Another headline altogether", *body[half:]]),
        published="2025-01-15",
    )
    stories.assign(archive)
    before = [story for story, _ in placed(archive).values()]
    assert len(set(before)) == 2
    add(archive, "http://whole.test/a", whole, published="2025-01-13")
    stories.assign(archive)
    assert {story for story, _ in placed(archive).values()} == {before[0]}
    assert kinds(archive)["whole.test"] == "original"
    assert archive.db.conn.execute("SELECT count(*) FROM stories").fetchone() == (1,)


def test_a_copy_of_a_twin_is_a_twin(archive: Archive) -> None:
    texts = family(8)
    add(archive, "http://first.test/a", texts["original"], published="2025-01-12")
    add(archive, "http://twin.test/a", texts["spun"], published="2025-01-13")
    add(archive, "http://copy.test/a", texts["spun"], published="2025-01-14")
    stories.assign(archive)
    assert kinds(archive) == {"first.test": "original", "twin.test": "spun", "copy.test": "spun"}


def test_of_one_day_the_article_whose_words_others_share_is_the_original(archive: Archive) -> None:
    texts = family(9)
    for host, text in (("twin", texts["spun"]), ("first", texts["original"]), ("copy", texts["syndicated"])):
        add(archive, f"http://{host}.test/a", text, published="2025-01-13")
    stories.assign(archive)
    assert kinds(archive)["twin.test"] == "spun"


def test_of_two_twins_of_one_day_the_better_english_is_the_original(archive: Archive) -> None:
    texts = family(9)
    add(archive, "http://twin.test/a", texts["spun"], published=None, seen="2025-01-20T08:00:00Z")
    add(archive, "http://first.test/a", texts["original"], published=None, seen="2025-01-20T09:00:00Z")
    stories.assign(archive)
    assert kinds(archive) == {"twin.test": "spun", "first.test": "original"}


def test_a_doubted_date_does_not_make_an_original(archive: Archive) -> None:
    texts = family(2)
    add(archive, "http://first.test/a", texts["original"], published="2025-01-12", seen="2025-01-12T09:00:00Z")
    add(archive, "http://copy.test/a", texts["syndicated"], published="2020-01-01", seen="2025-01-15T09:00:00Z")
    archive.db.conn.execute("UPDATE articles SET date_flag = 'url says 2025, json-ld 2020' WHERE url LIKE '%copy%'")
    stories.assign(archive)
    assert kinds(archive) == {"first.test": "original", "copy.test": "syndicated"}


def test_an_outlet_follows_its_own_story_up(archive: Archive) -> None:
    """The same figures and quotations again at the same outlet, in other words, are its next report."""
    texts = family(1)
    add(archive, "http://daily.test/monday", texts["original"], published="2025-01-13", outlet="Daily")
    add(archive, "http://daily.test/tuesday", texts["rewrite"], published="2025-01-14", outlet="Daily")
    stories.assign(archive)
    assert len({story for story, _ in placed(archive).values()}) == 2


def test_a_changed_text_is_compared_anew(archive: Archive) -> None:
    texts = family(2)
    add(archive, "http://first.test/a", texts["original"], published="2025-01-12")
    add(archive, "http://other.test/a", report(random.Random(50), event(random.Random(51))), published="2025-01-13")
    stories.assign(archive)
    assert len({story for story, _ in placed(archive).values()}) == 2
    add(archive, "http://other.test/a", texts["syndicated"], published="2025-01-13", seen="2025-01-21T08:00:00Z")
    assert stories.assign(archive) == 1
    assert len({story for story, _ in placed(archive).values()}) == 1
    assert kinds(archive)["other.test"] == "syndicated"
    assert archive.db.conn.execute("SELECT count(*) FROM stories").fetchone() == (1,)


@pytest.mark.parametrize("text", ["Too short to tell.", "Alert: road closed.\n\nPolice said so."])
def test_a_few_words_are_a_story_of_their_own(archive: Archive, text: str) -> None:
    for number in range(2):
        add(archive, f"http://outlet{number}.test/a", text)
    stories.assign(archive)
    assert len({story for story, _ in placed(archive).values()}) == 2
