"""The words of the field as data: one YAML an idea, checked on load.

`load("agencies", SHAPE)` reads `extract/vocabulary/agencies.yml`; `load_file(path, SHAPE)` any other. A shape says what
the file may hold:

- `str`, `int`, `bool`: that type (an int is not taken for a str: quote it in the file);
- `re.Pattern`: a regular expression, given back compiled (case sensitive unless it says otherwise);
- `[shape]`: a list of it; `{str: shape}`: a mapping with any keys;
- `{"key": shape, "key?": shape}`: a mapping with these keys, `?` marks an optional one;
- `one_of("a", "b")`: one of these words.

What does not fit raises VocabularyError, which names the file, the line and what to do.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from common.errors import BadInput

FOLDER = Path(__file__).parent


class VocabularyError(BadInput):
    """A vocabulary file that cannot be used: the message names file, line and remedy."""


class OneOf(tuple[str, ...]):
    """The words a value may be."""


def one_of(*words: str) -> OneOf:
    return OneOf(words)


@cache
def _composed(path: Path) -> yaml.Node | None:
    try:
        return yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    except OSError as error:
        raise VocabularyError(f"{path}: cannot be read ({error.strerror}); is the installation complete?") from None
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise VocabularyError(f"{path}, line {line}: not valid YAML: {error.problem}") from None


def load(name: str, shape: Any) -> Any:
    """The vocabulary `name` (a file of this folder without its ending), checked against `shape`."""
    return load_file(FOLDER / f"{name}.yml", shape)


def load_file(path: Path, shape: Any) -> Any:
    node = _composed(Path(path))
    if node is None:
        raise VocabularyError(f"{path}, line 1: the file is empty")
    return _read(node, shape, Path(path), "the file")


def load_weights(path: Path) -> dict[str, float]:
    """The weight of each sign in a file of them, in log-odds."""
    return {sign: float(weight) for sign, weight in load_file(path, {str: str}).items()}


def _read(node: yaml.Node, shape: Any, path: Path, where: str) -> Any:
    if isinstance(shape, list):
        if not isinstance(node, yaml.SequenceNode):
            raise _wrong(path, node, f"{where} must be a list (each item on a line of its own after '- ')")
        return [_read(item, shape[0], path, f"an item of {where}") for item in node.value]
    if isinstance(shape, dict):
        return _mapping(node, shape, path, where)
    return _scalar(node, shape, path, where)


def _mapping(node: yaml.Node, shape: dict[Any, Any], path: Path, where: str) -> dict[str, Any]:
    if not isinstance(node, yaml.MappingNode):
        raise _wrong(path, node, f"{where} must be a mapping (key: value)")
    known: dict[str, Any] = {key.rstrip("?"): value for key, value in shape.items() if key is not str}
    out: dict[str, Any] = {}
    for key_node, value_node in node.value:
        key = str(key_node.value)
        if key in out:
            raise _wrong(path, key_node, f"'{key}' stands twice in {where}: keep one")
        if key not in known and str not in shape:
            raise _wrong(path, key_node, f"unknown key '{key}' in {where}; known: {', '.join(sorted(known))}")
        out[key] = _read(value_node, known.get(key, shape.get(str)), path, f"'{key}'")
    for key in shape:
        if key is not str and not key.endswith("?") and key not in out:
            raise _wrong(path, node, f"'{key}' is missing from {where}: add it")
    return out


def _scalar(node: yaml.Node, shape: Any, path: Path, where: str) -> Any:
    if not isinstance(node, yaml.ScalarNode):
        raise _wrong(path, node, f"{where} must be a single value")
    value = yaml.safe_load(node.value) if node.tag in _PLAIN and not node.style else node.value
    if isinstance(shape, OneOf):
        if value not in shape:
            raise _wrong(path, node, f"{where} is '{node.value}'; use one of: {', '.join(shape)}")
    elif shape is re.Pattern:
        try:
            return re.compile(str(node.value))
        except re.error as error:
            raise _wrong(path, node, f"{where} is no regular expression: {error}") from None
    elif type(value) is not shape:
        quote = "; quote it" if shape is str else ""
        raise _wrong(path, node, f"{where} must be {shape.__name__}, not '{node.value}'{quote}")
    elif value == "":
        raise _wrong(path, node, f"{where} is empty: fill it in or drop the line")
    return value


_PLAIN = {f"tag:yaml.org,2002:{kind}" for kind in ("int", "float", "bool", "null", "timestamp")}


def _wrong(path: Path, node: yaml.Node, what: str) -> VocabularyError:
    return VocabularyError(f"{path}, line {node.start_mark.line + 1}: {what}")
