"""`sources.yml`: what is wrong is told in one line with file, line, key and remedy."""

from __future__ import annotations

from pathlib import Path

import pytest

from spiders.sources import SourcesError, load
from tests.paths import ROOT

GOOD = """
topic: [detainer, ICE]
contact: desk@example.org
sources:
  - id: herald
    name: Herald
    kind: feed
    url: https://herald.example/feed
    match: true
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "sources.yml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_good_file(tmp_path: Path) -> None:
    (source,) = load(written(tmp_path, GOOD))
    assert (source.id, source.kind, source.match, source.contact) == (
        "herald",
        "feed",
        ("detainer", "ICE"),
        "desk@example.org",
    )
    assert source.polite_delay == 1.0


def test_the_topic_that_comes_with_it(tmp_path: Path) -> None:
    (source,) = load(written(tmp_path, GOOD.replace("topic: [detainer, ICE]\n", "")))
    assert {"detainer", "ICE", "287(g)"} <= set(source.match)


def test_the_sources_that_come_with_it_are_good() -> None:
    sources = load(ROOT / "sources.yml")
    kinds = {source.kind for source in sources}
    assert len(kinds) == 11, "an entry for each kind"
    assert all(source.delay is None for source in sources), "none is asked faster than the default"


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (("    url:", "    ulr:"), ":8: unknown key 'ulr' in source 'herald'; did you mean 'url'?"),
        (("    url: https://herald.example/feed\n", ""), ":5: source 'herald' lacks 'url'; add it"),
        (("kind: feed", "kind: fed"), ":7: 'kind' in source 'herald' is 'fed'; use one of: feed, sitemap"),
        (("url: https:", "url: file:"), ":8: 'url' in source 'herald': 'file://herald.example/feed' is no http"),
        (("match: true", "limit: many"), ":9: 'limit' in source 'herald' must be int, not str ('many'); change"),
        (("match: true", "limit: 0"), ":9: 'limit' in source 'herald': 0 is not above zero"),
        (("match: true", "delay: -1"), ":9: 'delay' in source 'herald': -1 is below zero"),
        (("id: herald", "id: her ald"), ":5: 'id' in source 'her ald': 'her ald' may hold letters"),
        (
            ("topic: [detainer, ICE]", "topic: [1]"),
            ":2: 'topic' in the sources file: it must be a text or a list of texts",
        ),
        (("sources:", "source:"), ":4: unknown key 'source' in the sources file; did you mean 'sources'?"),
        (("    match: true\n", "  - herald\n"), ":9: each source must be a mapping"),
        (("    name: Herald\n", "    name: Herald\n     x: 1\n"), ":7: no valid YAML"),
    ],
)
def test_what_is_wrong_is_told_in_one_line(tmp_path: Path, change: tuple[str, str], told: str) -> None:
    path = written(tmp_path, GOOD.replace(*change))
    with pytest.raises(SourcesError) as error:
        load(path)
    assert str(error.value).startswith(f"{path}{told}"), error.value
    assert "\n" not in str(error.value)
    assert error.value.exit_status == 2


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ("kind: listing\n    url: https://x.example/\n    links: 'a[['", "'a[[' is no CSS selector"),
        ("kind: mediacloud\n    query: x", "lacks 'token_env'; add it"),
        ("kind: documents", "lacks 'url' or 'urls'; give one"),
        ("kind: wayback\n    url: https://x.example/\n    since: 2025-13-01", "month must be in 1..12; mend that line"),
        ("kind: wayback\n    url: https://x.example/\n    until: soon", "is no day; write it as 2025-01-31"),
        ("kind: gdelt\n    query: [1]", "it must be a text or a list of texts"),
        ("kind: feed\n    url: https://x.example/\n    query: x", "unknown key 'query' in source 'x'"),
    ],
)
def test_what_a_kind_needs(tmp_path: Path, entry: str, told: str) -> None:
    path = written(tmp_path, f"sources:\n  - id: x\n    name: X\n    {entry}\n")
    with pytest.raises(SourcesError, match=r"sources\.yml:\d+: ") as error:
        load(path)
    assert told in str(error.value)


def test_two_of_one_name(tmp_path: Path) -> None:
    second = "  - {id: herald, name: H, kind: feed, url: https://h.example/}\n"
    with pytest.raises(SourcesError, match=r":10: 'id' 'herald' stands already in line 5; rename one"):
        load(written(tmp_path, GOOD + second))


def test_no_file(tmp_path: Path) -> None:
    with pytest.raises(SourcesError, match=r"none\.yml: no such file"):
        load(tmp_path / "none.yml")
