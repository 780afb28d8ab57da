"""The ledger of published ids: what has to outlive the claims database, which is built anew each time.

Two things cannot be worked out from texts and readings alone: records that were published once and are no more, and
claims that kept an id which an older reading had given them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from db.archive.base import Base


class Ledger(Base):
    """The published ids of an archive (a part of `db.archive.Archive`)."""

    def retired(self) -> Iterator[dict[str, Any]]:
        """Records that were published once, as the table `retired` of the claims database has them."""
        for (record,) in self.db.conn.execute("SELECT record FROM retired_records ORDER BY id"):
            yield json.loads(record)

    def kept_ids(self) -> dict[str, list[tuple[str, str, str]]]:
        """(id, anchor, measure) of claims that have an older id than their reading would give, by article."""
        out: dict[str, list[tuple[str, str, str]]] = {}
        for article, *entry in self.db.conn.execute("SELECT article, id, anchor, measure FROM kept_ids"):
            out.setdefault(article, []).append((entry[0], entry[1], entry[2]))
        return out

    def write_ledger(self, retired: Iterable[dict[str, Any]], kept: Iterable[tuple[str, str, str, str]]) -> None:
        """Replaces the ledger by that of a build: retired records, and (article, id, anchor, measure) of kept ids."""
        with self.db.atomic():
            self.db.conn.execute("DELETE FROM retired_records")
            self.db.conn.executemany(
                "INSERT INTO retired_records (id, record) VALUES (?, ?)",
                [(row["id"], json.dumps(row, ensure_ascii=False, sort_keys=True)) for row in retired],
            )
            self.db.conn.execute("DELETE FROM kept_ids")
            self.db.conn.executemany("INSERT INTO kept_ids (article, id, anchor, measure) VALUES (?, ?, ?, ?)", kept)
