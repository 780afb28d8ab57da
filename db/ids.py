"""Short ids: hashes of what makes a row, the same in every build."""

from __future__ import annotations

from hashlib import blake2b

ID_LENGTH = 14
"""Letters from a to p, 56 bits: among a million rows, two with one id are a matter of 1 in 100,000."""

# Letters only: YAML and spreadsheets read ids of digits as numbers, and lose their leading zeros.
_LETTERS = str.maketrans("0123456789abcdef", "abcdefghijklmnop")


def short_id(*parts: object) -> str:
    """14 lower-case letters made of the parts; None counts as ""."""
    joined = "\x1f".join(["" if part is None else str(part) for part in parts])
    return blake2b(joined.encode(), digest_size=ID_LENGTH // 2).hexdigest().translate(_LETTERS)
