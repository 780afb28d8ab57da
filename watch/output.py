"""What a person sees of a run: progress bars and tables on a terminal, plain lines elsewhere, JSON where asked."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeVar

from rich.console import Console
from rich.progress import track
from rich.table import Table

T = TypeVar("T")


class Output:
    """Lines and tables on standard output, progress on standard error.

    With `as_json`, only `result` prints (one JSON document a call), so that a program may read along.
    """

    def __init__(self, as_json: bool = False) -> None:
        self.as_json = as_json
        self.console = Console(soft_wrap=True, highlight=False, markup=False)
        self.progress_console = Console(stderr=True)

    def say(self, line: str) -> None:
        """One line for a person."""
        if not self.as_json:
            self.console.print(line)

    def progress(self, items: Iterable[T], label: str, total: int | None = None) -> Iterator[T]:
        """The items, with a bar on a terminal; elsewhere the caller's own lines have to do."""
        if self.as_json or not self.progress_console.is_terminal:
            yield from items
            return
        yield from track(items, label, total=total, console=self.progress_console, transient=True)

    def table(self, title: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
        """A table on a terminal, tab-separated lines elsewhere."""
        if self.as_json:
            return
        texts = [["" if cell is None else str(cell) for cell in row] for row in rows]
        if not self.console.is_terminal:
            for row in [list(columns), *texts]:
                print("\t".join(row))
            return
        table = Table(*columns, title=title, title_justify="left")
        for row in texts:
            table.add_row(*row)
        self.console.print(table)

    def result(self, data: Any) -> None:
        """The machine-readable outcome; printed with `--json` only."""
        if self.as_json:
            json.dump(data, sys.stdout, ensure_ascii=False, default=str)
            sys.stdout.write("\n")
