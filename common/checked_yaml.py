"""YAML that knows its lines, so that a wrong key is named by file, line and key before anything runs.

`read` gives plain dicts and lists whose `line_of(key)` tells where each entry stands; `Shape` checks a mapping.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import yaml

from common.errors import BadInput


class Located(dict[Any, Any]):
    """A mapping with the line of each of its keys."""

    lines: dict[Any, int]
    line: int

    def line_of(self, key: Any) -> int:
        return self.lines.get(key, self.line)


class LocatedList(list[Any]):
    """A list with the line of each of its entries."""

    lines: list[int]
    line: int

    def line_of(self, index: int) -> int:
        return self.lines[index]


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """The C parser where there is one: vocabularies are read at every start."""


def _mapping(loader: _Loader, node: yaml.MappingNode) -> Located:
    out = Located()
    out.line, out.lines = node.start_mark.line + 1, {}
    for key_node, value_node in node.value:
        key = loader.construct_object(key_node, deep=True)
        line = key_node.start_mark.line + 1
        if key in out:
            raise yaml.constructor.ConstructorError(None, None, f"the key '{key}' stands twice", key_node.start_mark)
        try:
            out[key] = loader.construct_object(value_node, deep=True)
        except ValueError as error:  # a date that looks like one and is none: 2025-13-01
            raise yaml.constructor.ConstructorError(None, None, f"'{key}': {error}", value_node.start_mark) from None
        out.lines[key] = line
    return out


def _sequence(loader: _Loader, node: yaml.SequenceNode) -> LocatedList:
    out = LocatedList(loader.construct_object(child, deep=True) for child in node.value)
    out.line, out.lines = node.start_mark.line + 1, [child.start_mark.line + 1 for child in node.value]
    return out


_Loader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping)
_Loader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_SEQUENCE_TAG, _sequence)


def read(path: Path) -> Any:
    """The file's data. BadInput where it is missing, unreadable or no YAML."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise BadInput(f"{path}: no such file; name one that exists") from None
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(f"{path}: cannot be read ({error}); make it a readable UTF-8 file") from None
    return parse(text, path)


def parse(text: str, path: Path | str) -> Any:
    """As `read`, for a text that is already there; `path` is what messages call it."""
    try:
        # The loader is a SafeLoader: it builds plain data only.
        return yaml.load(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise BadInput(f"{path}:{line}: no valid YAML: {error.problem}; mend that line") from None
    except yaml.YAMLError as error:
        raise BadInput(f"{path}: no valid YAML: {error}; mend the file") from None


@dataclass(frozen=True)
class Key:
    """What one key may hold. `check` returns what is wrong with a value, or None."""

    types: type | tuple[type, ...] = str
    required: bool = False
    choices: tuple[Any, ...] | None = None
    check: Callable[[Any], str | None] | None = None


@dataclass(frozen=True)
class Shape:
    """The keys of a mapping; anything else in it is an error that names the nearest known key."""

    keys: Mapping[str, Key]
    name: str = "entry"

    def check(self, data: Any, path: Path | str, line: int = 1) -> Located:
        """The mapping itself. BadInput with file, line and key of the first thing that is wrong."""
        if not isinstance(data, Located):
            raise BadInput(f"{path}:{getattr(data, 'line', line)}: {self.name} must be a mapping of keys to values")
        for key in data:
            if key not in self.keys:
                at = f"{path}:{data.line_of(key)}"
                raise BadInput(f"{at}: unknown key '{key}' in {self.name}; {self._hint(str(key))}")
        for key, rule in self.keys.items():
            if key in data:
                self._check_value(data, key, rule, path)
            elif rule.required:
                raise BadInput(f"{path}:{data.line}: {self.name} lacks '{key}'; add it")
        return data

    def _hint(self, key: str) -> str:
        near = get_close_matches(key, list(self.keys), n=1)
        return f"did you mean '{near[0]}'?" if near else f"known are: {', '.join(self.keys)}"

    def _check_value(self, data: Located, key: str, rule: Key, path: Path | str) -> None:
        value, at = data[key], f"{path}:{data.line_of(key)}: '{key}' in {self.name}"
        types = rule.types if isinstance(rule.types, tuple) else (rule.types,)
        # bool is an int in Python, never in a config.
        if not isinstance(value, types) or (isinstance(value, bool) and bool not in types):
            wanted = " or ".join(t.__name__ for t in types)
            raise BadInput(f"{at} must be {wanted}, not {_kind(value)} ({value!r}); change the value")
        if rule.choices is not None and value not in rule.choices:
            raise BadInput(f"{at} is {value!r}; use one of: {', '.join(map(str, rule.choices))}")
        if rule.check and (wrong := rule.check(value)):
            raise BadInput(f"{at}: {wrong}")


def _kind(value: Any) -> str:
    """What a person calls it."""
    names: dict[type, str] = {Located: "mapping", LocatedList: "list"}
    return names.get(type(value), type(value).__name__)
