"""Where things lie and how they run: flags over DETAINER_WATCH_* variables over a config file over defaults."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from common.checked_yaml import Key, Shape, read
from common.errors import BadInput

PREFIX = "DETAINER_WATCH_"
DEFAULT_DECISIONS = Path("decisions.yml")
DEFAULT_REFERENCE = Path("reference.yml")
CONFIG_SHAPE = Shape(
    {
        "data": Key(str),
        "sources": Key(str),
        "decisions": Key(str),
        "reference": Key(str),
        "host": Key(str),
        "port": Key(int),
        "processes": Key(int),
        "allow_private_hosts": Key(bool),
    },
    "the config",
)


@dataclass(frozen=True)
class Settings:
    """One run's settings; paths are relative to the current folder."""

    data: Path = Path("data")
    sources: Path = Path("sources.yml")
    decisions: Path | None = None
    """The team's decisions (confirm, reject, join, part); `decisions.yml` where there is one."""
    reference: Path | None = None
    """Names the official tables that stand beside quoted figures; `reference.yml` where there is one."""
    host: str = "127.0.0.1"
    port: int = 8001
    processes: int = os.cpu_count() or 1
    allow_private_hosts: bool = False

    @property
    def archive(self) -> Path:
        return self.data / "archive.db"

    @property
    def claims(self) -> Path:
        return self.data / "claims.db"

    @property
    def warc(self) -> Path:
        return self.data / "warc"


def load_settings(flags: Mapping[str, Any], config: Path | None, environ: Mapping[str, str] = os.environ) -> Settings:
    """The settings in force. BadInput names the variable, or the config's file, line and key."""
    values: dict[str, Any] = {}
    if config is not None:
        values |= CONFIG_SHAPE.check(read(config) or {}, config)
    values |= {
        f.name: environ[PREFIX + f.name.upper()] for f in fields(Settings) if environ.get(PREFIX + f.name.upper())
    }
    values |= {name: value for name, value in flags.items() if value is not None}
    defaults = {"decisions": DEFAULT_DECISIONS, "reference": DEFAULT_REFERENCE}
    values = {name: path for name, path in defaults.items() if path.exists()} | values
    return replace(Settings(), **{name: _convert(name, value) for name, value in values.items()})


def _convert(name: str, value: Any) -> Any:
    """Text (a variable's, a config's) to the type of the setting."""
    if name in ("data", "sources", "decisions", "reference"):
        return Path(value)
    if name in ("port", "processes"):
        try:
            number = int(value)
        except ValueError:
            raise BadInput(f"{PREFIX}{name.upper()} is {value!r}; give a whole number") from None
        if number < 1 or (name == "port" and number > 65535):
            raise BadInput(f"{name} is {number}; give {'a port from 1 to 65535' if name == 'port' else 'at least 1'}")
        return number
    if name == "allow_private_hosts" and isinstance(value, str):
        if value.lower() not in ("0", "1", "true", "false", "yes", "no"):
            raise BadInput(f"{PREFIX}{name.upper()} is {value!r}; use true or false")
        return value.lower() in ("1", "true", "yes")
    return value
