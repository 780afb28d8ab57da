"""Reading without the network, for what is fitted beside it: on documents that it was fitted on, it is right too
often."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from extract.claims import weighing
from extract.claims.weighing import net


@contextmanager
def without_net() -> Iterator[None]:
    """The network says nothing of any number."""
    plain: Any = weighing.looked
    weighing.looked = lambda *_: {head: {} for head in net.HEADS}
    try:
        yield
    finally:
        weighing.looked = plain
