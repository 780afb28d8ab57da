"""Reading JSON answers: what is not the list that was due is named in the answer's own words."""

from __future__ import annotations

import json
from typing import Any

from scrapy.http import Response

from spiders.base import FormatError


def listed(response: Response, key: str | None = None) -> list[Any]:
    """The list that an answer holds (under `key`, or as a whole). FormatError quotes what came instead."""
    try:
        data = json.loads(response.body)
    except (ValueError, UnicodeDecodeError):
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
        data = json.loads(response.body)
    except (ValueError, UnicodeDecodeError):
        data = None
    if not isinstance(data, dict):
        raise FormatError(f"no JSON object: {_start(response.body)}")
    return data


def _start(body: bytes) -> str:
    return repr(" ".join(body[:300].decode("utf-8", "replace").split()))
