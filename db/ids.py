"""Short ids: hashes of what makes a row, the same in every build."""

from __future__ import annotations

from base64 import b32encode
from hashlib import blake2b

ID_LENGTH = 12
"""Characters of base 32, 60 bits: among a million rows, two with one id are a matter of 1 in 2 million."""


def short_id(*parts: object) -> str:
    """12 lower-case letters and digits, made of the parts; None counts as ""."""
    joined = "\x1f".join("" if part is None else str(part) for part in parts)
    return b32encode(blake2b(joined.encode(), digest_size=10).digest())[:ID_LENGTH].decode().lower()
