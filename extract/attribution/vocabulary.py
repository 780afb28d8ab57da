"""The words that attribute, read from `cues.yml` and `weights.yml` and checked on load.

An error names file and line, what stands there and what belongs there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

import yaml

_HERE = Path(__file__).parent
_KINDS = {"verbs": "verb", "nouns": "noun", "adjectives": "adj"}
_LISTS = (
    "speaking phrases counts documents statements persons bodies groups figuring giving never labels parts places"
    " inference deeds handled outcomes titles masculine feminine male female"
)
_SECTIONS = frozenset(_LISTS.split())


class VocabularyError(ValueError):
    """A vocabulary file holds something that its reader does not understand."""


@dataclass(frozen=True)
class Vocabulary:
    """The cues: for each word and frame how often it attributes, in per cent."""

    frames: dict[tuple[str, str, str], int]
    words: dict[str, frozenset[str]]
    weights: dict[str, float] = field(default_factory=dict)

    def percent(self, kind: str, lemma: str, frame: str) -> int | None:
        """How often `lemma` attributes in `frame`, 0 to 100; None where it is not listed."""
        return self.frames.get((kind, lemma, frame))

    def speaks(self, lemma: str) -> bool:
        """Whether `lemma` stands beside quoted words as their cue."""
        return lemma in self.words["speaking"]


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """The vocabulary of the project, read once."""
    return load(_HERE / "cues.yml", _HERE / "weights.yml")


def load(cues: Path, weights: Path) -> Vocabulary:
    """Read and check both files; raises VocabularyError naming file and line."""
    frames: dict[tuple[str, str, str], int] = {}
    words: dict[str, frozenset[str]] = {name: frozenset() for name in _SECTIONS}
    for key, node in _mapping(_document(cues), cues):
        name = str(key.value)
        if name in _KINDS:
            for lemma, uses in _mapping(node, cues):
                for frame, percent in _mapping(uses, cues):
                    entry = (_KINDS[name], str(lemma.value), str(frame.value))
                    if entry in frames:
                        raise _error(cues, frame, f"{lemma.value} has the frame {frame.value} twice: keep one")
                    frames[entry] = int(_number(percent, cues, 0, 100))
        elif name in _SECTIONS:
            words[name] = frozenset(_strings(node, cues))
        else:
            raise _error(cues, key, f"unknown section {name!r}: use one of {', '.join([*_KINDS, *sorted(_SECTIONS)])}")
    table = {str(key.value): _number(value, weights, -20, 20) for key, value in _mapping(_document(weights), weights)}
    for needed in ("bias", "slope", "least", "least nested", "least figure"):
        if needed not in table:
            raise VocabularyError(f"{weights}: no {needed!r}: every judgement starts from it")
    return Vocabulary(frames, words, table)


def _document(path: Path) -> yaml.Node:
    try:
        node = yaml.compose(path.read_text(encoding="utf8"), Loader=yaml.CSafeLoader)
    except yaml.YAMLError as error:
        raise VocabularyError(f"{path}: not YAML: {error}") from error
    if node is None:
        raise VocabularyError(f"{path}: empty")
    return node


def _mapping(node: yaml.Node, path: Path) -> Iterator[tuple[yaml.ScalarNode, yaml.Node]]:
    if not isinstance(node, yaml.MappingNode):
        raise _error(path, node, "expected names with values ('word: {frame: per cent}')")
    yield from node.value


def _strings(node: yaml.Node, path: Path) -> Iterator[str]:
    if not isinstance(node, yaml.SequenceNode):
        raise _error(path, node, "expected a list of words")
    for item in node.value:
        if not isinstance(item, yaml.ScalarNode) or not item.value.strip():
            raise _error(path, item, "expected a word")
        yield item.value


def _number(node: yaml.Node, path: Path, least: float, most: float) -> float:
    try:
        value = float(node.value)
    except (TypeError, ValueError):
        raise _error(path, node, f"expected a number, not {node.value!r}") from None
    if not least <= value <= most:
        raise _error(path, node, f"{node.value} is outside {least:g} to {most:g}")
    return value


def _error(path: Path, node: yaml.Node, message: str) -> VocabularyError:
    return VocabularyError(f"{path}:{node.start_mark.line + 1}: {message}")
