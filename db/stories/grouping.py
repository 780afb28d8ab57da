"""Articles grouped to stories as they come: an original and its syndicated copies, rewrites and spun twins.

Every article belongs to one story; most are alone in theirs. A story's id is a hash of the article that founded it and
stays when an earlier original turns up or two stories prove to be one (the older id remains). `copy_kind` says what an
article is within its story; the quotations of a `spun` one are nobody's words and must never be shown as such.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from db.archive.pages import short_hash
from db.stories import index
from db.stories.compare import REWRITE, SPUN, SYNDICATED, relation
from db.stories.text import Features, slips

if TYPE_CHECKING:
    from db.archive import Archive

ORIGINAL = "original"
KINDS = (ORIGINAL, SYNDICATED, REWRITE, SPUN)
SHORTEST = 40
"""Words below which a text is compared with nothing."""
FAR_APART = 60
"""Days between publications beyond which the same facts in other words are another report."""
_BATCH = 50


def assign(archive: Archive, versions: Iterable[str] | None = None) -> int:
    """Groups the articles of these versions, or all whose newest text was not yet compared; how many those were.

    Incremental: what was compared before is only looked up. The same call again does nothing.
    """
    grouping = _Grouping(archive)
    todo = grouping.waiting(versions)
    for start in range(0, len(todo), _BATCH):
        with archive.db.atomic():
            for article in todo[start : start + _BATCH]:
                grouping.place(article)
    return len(todo)


@dataclass(frozen=True)
class _Member:
    """An article in its story."""

    text: int
    article: str
    day: date | None
    """Publication where it is known and not doubted, else the day of the first capture."""
    dated: bool
    first_seen: str
    outlet: str | None
    kind: str | None


class _Grouping:
    def __init__(self, archive: Archive) -> None:
        self.connection = archive.db.conn
        self._features = lru_cache(maxsize=512)(self._read)

    def waiting(self, versions: Iterable[str] | None) -> list[str]:
        """Articles to place, in the order of their publication."""
        newest = """
            SELECT a.id FROM articles a LEFT JOIN story_texts t ON t.article = a.id
            WHERE {chosen} t.version IS NOT
                  (SELECT id FROM article_versions WHERE article = a.id ORDER BY pk DESC LIMIT 1)
              AND EXISTS (SELECT 1 FROM article_versions WHERE article = a.id)
            ORDER BY coalesce(a.published, a.first_seen), a.pk"""
        if versions is None:
            return [row[0] for row in self.connection.execute(newest.format(chosen=""))]
        wanted = list(dict.fromkeys(versions))
        self.connection.execute("CREATE TEMP TABLE IF NOT EXISTS story_wanted (version TEXT PRIMARY KEY)")
        self.connection.execute("DELETE FROM story_wanted")
        self.connection.executemany("INSERT OR IGNORE INTO story_wanted VALUES (?)", [(v,) for v in wanted])
        chosen = "a.id IN (SELECT article FROM article_versions WHERE id IN (SELECT version FROM story_wanted)) AND"
        return [row[0] for row in self.connection.execute(newest.format(chosen=chosen))]

    def place(self, article: str) -> None:
        """One article into its story; the kinds of that story's articles anew."""
        text, features = self._index(article)
        links = self._link(text, features)
        own = self._story_of(article)
        strong = [other for other, kind in links.items() if kind != REWRITE]
        joined = [self._story_of_text(other) for other in (strong or list(links)[:1])]
        stories = sorted({s for s in [*joined, *([own] if own else [])] if s}, key=self._age)
        story = stories[0] if stories else short_hash("story", article)
        for other in stories[1:]:
            self._merge(other, story)
        self.connection.execute("UPDATE articles SET story = ? WHERE id = ?", [story, article])
        self._settle(story)

    def _index(self, article: str) -> tuple[int, Features]:
        """The article's newest text among those that can be found; its row and features."""
        version, body = self.connection.execute(
            "SELECT id, text FROM article_versions WHERE article = ? ORDER BY pk DESC LIMIT 1", [article]
        ).fetchone()
        features = Features(body)
        known = self.connection.execute("SELECT pk, version FROM story_texts WHERE article = ?", [article]).fetchone()
        if known is None:
            cursor = self.connection.execute(
                "INSERT INTO story_texts (article, version) VALUES (?, ?)", [article, version]
            )
            text = int(cursor.lastrowid or 0)
        else:
            text = known[0]
            if (before := self._features(known[1])) is not None and len(before.words) >= SHORTEST:
                index.remove(self.connection, text, before)
            self.connection.execute("UPDATE story_texts SET version = ? WHERE pk = ?", [version, text])
            self.connection.execute("DELETE FROM story_links WHERE text = ? OR other = ?", [text, text])
        if len(features.words) >= SHORTEST:
            index.add(self.connection, text, features)
        return text, features

    def _link(self, text: int, features: Features) -> dict[int, str]:
        """Relations to the texts that it may share a story with, the closest kind first; kept in the archive."""
        if len(features.words) < SHORTEST:
            return {}
        own = self._member(text)
        found: dict[int, str] = {}
        for other in index.candidates(self.connection, text, features):
            kind = self._relation(own, self._member(other), features)
            if kind is not None:
                found[other] = kind
        closest = {SYNDICATED: 0, SPUN: 1, REWRITE: 2}
        ordered = dict(sorted(found.items(), key=lambda item: closest[item[1]]))
        rows = [pair for other, kind in ordered.items() for pair in ((text, other, kind), (other, text, kind))]
        self.connection.executemany("INSERT OR REPLACE INTO story_links VALUES (?, ?, ?)", rows)
        return ordered

    def _relation(self, own: _Member, other: _Member, features: Features) -> str | None:
        theirs = self._features(self._version(other.text))
        kind = relation(features, theirs) if theirs is not None else None
        if kind == REWRITE:
            if own.outlet and own.outlet == other.outlet:
                return None  # an outlet follows its own story up; it does not rewrite itself
            if own.dated and other.dated and own.day and other.day and abs((own.day - other.day).days) > FAR_APART:
                return None
        return kind

    def _settle(self, story: str) -> None:
        """The earliest article is the original; what every other one is follows from those before it."""
        rows = self.connection.execute(
            f"{_MEMBERS} WHERE t.article IN (SELECT id FROM articles WHERE story = ?)", [story]
        ).fetchall()
        members = [_row(row) for row in rows]
        links = {m.text: self._links(m.text) for m in members}
        verbatim = {m.text: sum(kind != SPUN for kind in links[m.text].values()) for m in members}
        # Of one day, the one that more others share words with is the likelier source; then the better English.
        twins = any(SPUN in kinds.values() for kinds in links.values())
        slipped = {m.text: self._slips(m.text) if twins else 0 for m in members}
        members.sort(key=lambda m: (m.day or date.max, -verbatim[m.text], slipped[m.text], m.first_seen, m.text))
        kinds: dict[int, str] = {}
        for member in members:
            kinds[member.text] = kind = _kind(links[member.text], kinds)
            if kind != member.kind:
                self.connection.execute("UPDATE articles SET copy_kind = ? WHERE id = ?", [kind, member.article])
        self.connection.execute(
            "INSERT INTO stories (id, original, articles) VALUES (?, ?, ?) "
            "ON CONFLICT (id) DO UPDATE SET original = excluded.original, articles = excluded.articles",
            [story, members[0].article, len(members)],
        )

    def _merge(self, story: str, into: str) -> None:
        self.connection.execute("UPDATE articles SET story = ? WHERE story = ?", [into, story])
        self.connection.execute("DELETE FROM stories WHERE id = ?", [story])

    def _age(self, story: str) -> int:
        row = self.connection.execute("SELECT pk FROM stories WHERE id = ?", [story]).fetchone()
        return int(row[0]) if row else 1 << 62

    def _links(self, text: int) -> dict[int, str]:
        return dict(
            self.connection.execute("SELECT other, relation FROM story_links WHERE text = ?", [text]).fetchall()
        )

    def _story_of(self, article: str) -> str | None:
        row = self.connection.execute("SELECT story FROM articles WHERE id = ?", [article]).fetchone()
        return row[0] if row else None

    def _story_of_text(self, text: int) -> str | None:
        sql = "SELECT a.story FROM story_texts t JOIN articles a ON a.id = t.article WHERE t.pk = ?"
        return str(self.connection.execute(sql, [text]).fetchone()[0])

    def _member(self, text: int) -> _Member:
        return _row(self.connection.execute(f"{_MEMBERS} WHERE t.pk = ?", [text]).fetchone())

    def _version(self, text: int) -> str:
        return str(self.connection.execute("SELECT version FROM story_texts WHERE pk = ?", [text]).fetchone()[0])

    def _slips(self, text: int) -> int:
        features = self._features(self._version(text))
        return slips(features.text) if features else 0

    def _read(self, version: str) -> Features | None:
        row = self.connection.execute("SELECT text FROM article_versions WHERE id = ?", [version]).fetchone()
        return Features(row[0]) if row else None


_MEMBERS = """
    SELECT t.pk, a.id, a.published, a.date_flag, a.first_seen, a.outlet, a.copy_kind
    FROM story_texts t JOIN articles a ON a.id = t.article"""


def _row(row: tuple[int, str, str | None, str | None, str, str | None, str | None]) -> _Member:
    text, article, published, flag, first_seen, outlet, kind = row
    dated = published is not None and not flag
    day = date.fromisoformat((published if dated and published else first_seen)[:10])
    return _Member(text, article, day, dated, first_seen, outlet, kind)


def _kind(links: dict[int, str], before: dict[int, str]) -> str:
    """What an article is, by its relations to those that came before it in its story."""
    if not before:
        return ORIGINAL
    relations = {(kind, before[other]) for other, kind in links.items() if other in before}
    copied = [source for kind, source in relations if kind == SYNDICATED]
    if copied:  # a copy of a twin is a twin
        return SPUN if all(source == SPUN for source in copied) else SYNDICATED
    return SPUN if any(kind == SPUN for kind, _ in relations) else REWRITE
