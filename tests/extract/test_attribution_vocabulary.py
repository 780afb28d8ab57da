"""The vocabulary of cues is checked on load: what is wrong is named with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.attribution import vocabulary

WEIGHTS = "bias: -0.5\nslope: 0.8\nleast: -0.7\nleast nested: 1\nleast figure: -1.3\n"


def load(tmp_path: Path, cues: str, weights: str = WEIGHTS) -> vocabulary.Vocabulary:
    (tmp_path / "cues.yml").write_text(cues)
    (tmp_path / "weights.yml").write_text(weights)
    return vocabulary.load(tmp_path / "cues.yml", tmp_path / "weights.yml")


def test_the_shipped_vocabulary_loads() -> None:
    words = vocabulary.vocabulary()
    assert (words.percent("verb", "say", "clause") or 0) > (words.percent("verb", "seem", "to") or 0)
    assert words.percent("verb", "photocopy", "obj") is None
    assert words.speaks("say") and not words.speaks("photocopy")


def test_a_new_cue_is_an_entry(tmp_path: Path) -> None:
    words = load(tmp_path, "verbs:\n  bellow: {clause: 80, before: 70}\nspeaking: [bellow]\n")
    assert words.percent("verb", "bellow", "before") == 70
    assert words.speaks("bellow")


WRONG = [
    ("verbs:\n  say: {clause: 180}\n", "cues.yml:2: 180 is outside 0 to 100"),
    ("verbs:\n  say: {clause: often}\n", "cues.yml:2: expected a number, not 'often'"),
    ("verbs:\n  say: 90\n", "cues.yml:2: expected names with values"),
    ("verbs:\n  say: {clause: 90}\n  say: {clause: 80}\n", "cues.yml:3: say has the frame clause twice"),
    ("verbz:\n  say: {clause: 90}\n", "cues.yml:1: unknown section 'verbz'"),
    ("speaking: say\n", "cues.yml:1: expected a list of words"),
    ("speaking:\n  - say\n  - {say: 1}\n", "cues.yml:3: expected a word"),
    ("verbs: {say: {clause: 90\n", "cues.yml: not YAML"),
    ("", "cues.yml: empty"),
]


@pytest.mark.parametrize(("cues", "message"), WRONG)
def test_what_is_wrong_is_named_with_its_line(tmp_path: Path, cues: str, message: str) -> None:
    with pytest.raises(vocabulary.VocabularyError) as error:
        load(tmp_path, cues)
    assert message in str(error.value)


def test_weights_that_every_judgement_needs(tmp_path: Path) -> None:
    with pytest.raises(vocabulary.VocabularyError, match="no 'slope'"):
        load(tmp_path, "speaking: [say]\n", "bias: 1\nleast: 0\n")
