"""Reading JSON answers: what is not the list that was due is named in the answer's own words."""

from __future__ import annotations

import json
import re
from typing import Any

from scrapy.http import Response

from spiders.base import FormatError

LONE_BACKSLASH = re.compile(r"""(?<!\\)\\(?!["\\/bfnrtu])""")


def listed(response: Response, key: str | None = None) -> list[Any]:
    """The list that an answer holds (under `key`, or as a whole). FormatError quotes what came instead."""
    try:
        data = loads(response.body)
    except ValueError:
        raise FormatError(f"no JSON: {_start(response.body)}") from None
    found = data.get(key) if key is not None and isinstance(data, dict) else data
    if key is not None and isinstance(data, dict) and key not in data and not data:
        return []
    if not isinstance(found, list):
        raise FormatError(f"a list was due, not {_start(response.body)}")
    return found


def answer(response: Response) -> dict[str, Any]:
    """The mapping that an answer is. FormatError quotes what came instead."""
    try:
        data = loads(response.body)
    except ValueError:
        data = None
    if not isinstance(data, dict):
        raise FormatError(f"no JSON object: {_start(response.body)}")
    return data


def loads(body: bytes) -> Any:
    """JSON as servers write it: a stray backslash or a bare control character in a headline is no reason to give up.

    ValueError where it cannot be read all the same.
    """
    text = body.decode("utf-8-sig", "replace")
    try:
        return json.loads(text, strict=False)
    except ValueError:
        return json.loads(LONE_BACKSLASH.sub(r"\\\\", text), strict=False)


def _start(body: bytes) -> str:
    return repr(" ".join(body[:300].decode("utf-8", "replace").split()))
