"""A wrong key is named by file, line and key, with what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from common.checked_yaml import Key, Shape, parse, read
from common.errors import BadInput

ENTRY = Shape(
    {"id": Key(str, required=True), "delay": Key((int, float)), "kind": Key(str, choices=("feed",))}, "source"
)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("id: a\nurll: b\n", "s.yml:2: unknown key 'urll' in source; known are: id, delay, kind"),
        ("id: a\ndelya: 1\n", "s.yml:2: unknown key 'delya' in source; did you mean 'delay'?"),
        ("delay: 1\n", "s.yml:1: source lacks 'id'; add it"),
        ("id: a\ndelay: soon\n", "s.yml:2: 'delay' in source must be int or float, not str ('soon')"),
        ("id: a\ndelay: yes\n", "s.yml:2: 'delay' in source must be int or float, not bool"),
        ("id: a\nkind: fede\n", "s.yml:2: 'kind' in source is 'fede'; use one of: feed"),
        ("- id\n", "s.yml:1: source must be a mapping"),
        ("id: a\nid: b\n", "s.yml:2: no valid YAML: the key 'id' stands twice"),
        ("id: [a\n", "s.yml:2: no valid YAML"),
    ],
)
def test_what_is_wrong_is_named(text: str, message: str) -> None:
    with pytest.raises(BadInput) as caught:
        ENTRY.check(parse(text, "s.yml"), "s.yml")
    assert str(caught.value).startswith(message)
    assert "\n" not in str(caught.value)


def test_lines_are_kept_through_nesting(tmp_path: Path) -> None:
    file = tmp_path / "s.yml"
    file.write_text("sources:\n  - id: a\n  - id: b\n    kind: feed\n")
    data = read(file)
    assert data == {"sources": [{"id": "a"}, {"id": "b", "kind": "feed"}]}
    assert data["sources"].line_of(1) == 3
    assert data["sources"][1].line_of("kind") == 4


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"none\.yml: no such file"):
        read(tmp_path / "none.yml")
