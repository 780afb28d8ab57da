"""Weights kept as data: files of a sign and its numbers a line, parted by tabs."""

from __future__ import annotations

from pathlib import Path

from common.errors import Failure


class WeightsError(Failure):
    """Weights cannot be used: the message names the file, the line and the remedy."""


def read(file: Path, width: int, fitted_by: str, head: int = 0) -> list[tuple[str, tuple[float, ...]]]:
    """The lines of a file below its head, each a sign with its `width` numbers; `fitted_by` is what fits them anew.

    Raises WeightsError where the file cannot be read or a line holds anything else.
    """
    out = []
    for number, line in enumerate(lines(file)[head:], 1 + head):
        sign, *written = line.split("\t")
        try:
            values = tuple(map(float, written))
        except ValueError:
            values = ()
        if len(values) != width:
            wanted = "one weight" if width == 1 else f"{width} weights"
            raise WeightsError(f"{file}, line {number}: not {wanted}; fit it anew ({fitted_by})")
        out.append((sign, values))
    return out


def lines(file: Path) -> list[str]:
    """The lines of a file of weights; raises WeightsError."""
    try:
        return file.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise WeightsError(f"{file}: cannot be read ({error.strerror}); is the installation complete?") from None
