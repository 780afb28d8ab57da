"""Staged articles on their way from the first pass to the second, in a temporary file: memory does not hold them."""

from __future__ import annotations

import marshal
import tempfile
from collections.abc import Iterator
from typing import Any


class Spool:
    """Plain values in, the same values out in the same order. Use as a context manager; nothing is left behind."""

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile()  # noqa: SIM115

    def __enter__(self) -> Spool:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def add(self, item: tuple[Any, ...]) -> None:
        data = marshal.dumps(item)
        self._file.write(len(data).to_bytes(8))
        self._file.write(data)

    def __iter__(self) -> Iterator[tuple[Any, ...]]:
        self._file.seek(0)
        while size := self._file.read(8):
            yield marshal.loads(self._file.read(int.from_bytes(size)))
