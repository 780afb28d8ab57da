"""What a text is looked up by, in the archive itself: candidates for being one story with it.

Two kinds of key. Bands are the locality-sensitive hashing of the MinHash signature: texts with a third of their word
shingles in common share at least one of them more often than not. Marks find what words do not: neighbouring figures,
and pieces of quotations; two in common make a candidate. Both are 64-bit hashes in tables without rowid, so that adding
one text to 100,000 costs some eighty small lookups and inserts.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable
from hashlib import blake2b
from itertools import pairwise

from db.stories.text import PERMUTATIONS, Features, is_year

ROWS = 3
"""Hash values in a band: PERMUTATIONS / ROWS bands, threshold about (ROWS / PERMUTATIONS) ** (1 / ROWS), .31."""
COMMON = 200
"""A mark that more texts bear than this tells nothing."""
CANDIDATES = 40
_PIECE = 5


def bands(features: Features) -> list[int]:
    """Keys of the signature's bands."""
    values = features.signature.hashvalues
    return [_key("band", i, values[i : i + ROWS].tobytes()) for i in range(0, PERMUTATIONS, ROWS)]


def marks(features: Features) -> list[int]:
    """Keys of neighbouring figures in their order and of pieces of quotations; of names where figures are few."""
    numbers = features.numbers
    pairs = [*pairwise(numbers), *zip(numbers, numbers[2:], strict=False)]
    found = {_key("figures", *sorted(pair)) for pair in pairs if _telling(*pair)}
    for quote in features.quotes:
        keys = [_key("quote", *quote[i : i + _PIECE]) for i in range(len(quote) - _PIECE + 1)]
        found |= {key for key in keys if key % 4 == 0} | {min(keys)}
    if len(found) < 8:
        names = list(dict.fromkeys(features.names_in_order))
        found |= {_key("names", *pair) for pair in pairwise(names)}
    return sorted(found)


def _telling(a: float, b: float) -> bool:
    return a != b and not (is_year(a) and is_year(b)) and (max(a, b) >= 10 or is_year(a) or is_year(b))


def _key(*parts: object) -> int:
    digest = blake2b(
        b"\x1f".join(p if isinstance(p, bytes) else str(p).encode() for p in parts), digest_size=8
    ).digest()
    return int.from_bytes(digest, "big", signed=True)


def candidates(connection: sqlite3.Connection, text: int, features: Features) -> list[int]:
    """Texts that may be the same story, most likely first."""
    hits: Counter[int] = Counter()
    for key in bands(features):
        hits.update(dict.fromkeys(_bearers(connection, "story_bands", key, 10 * COMMON), 2))
    marked: Counter[int] = Counter()
    for key in marks(features):
        bearers = _bearers(connection, "story_marks", key, COMMON + 1)
        if len(bearers) <= COMMON:
            marked.update(bearers)
    hits.update({other: count for other, count in marked.items() if count >= 2})
    hits.pop(text, None)
    return [other for other, _ in hits.most_common(CANDIDATES)]


def _bearers(connection: sqlite3.Connection, table: str, key: int, limit: int) -> list[int]:
    rows = connection.execute(f"SELECT text FROM {table} WHERE key = ? LIMIT ?", [key, limit])
    return [row[0] for row in rows]


def add(connection: sqlite3.Connection, text: int, features: Features) -> None:
    """Lets a text be found."""
    for table, keys in (("story_bands", bands(features)), ("story_marks", marks(features))):
        _many(connection, f"INSERT OR IGNORE INTO {table} (key, text) VALUES (?, ?)", keys, text)


def remove(connection: sqlite3.Connection, text: int, features: Features) -> None:
    """Takes back what `add` put there for these same features."""
    for table, keys in (("story_bands", bands(features)), ("story_marks", marks(features))):
        _many(connection, f"DELETE FROM {table} WHERE key = ? AND text = ?", keys, text)


def _many(connection: sqlite3.Connection, sql: str, keys: Iterable[int], text: int) -> None:
    connection.executemany(sql, [(key, text) for key in keys])
