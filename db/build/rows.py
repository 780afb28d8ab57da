"""Articles, claims and mentions as rows with their records: what the second pass over a build's articles writes."""

from __future__ import annotations

from collections import Counter
from typing import Any

from db.build.names import ORGANIZATIONS, Resolver
from db.build.writer import Writer
from db.comparing.account import mark_account
from db.comparing.book import Book
from db.comparing.checks import check_article
from db.identities import Identities
from db.identities.people import person_key
from db.identities.rows import official_rows
from db.ids import short_id
from db.reference.model import OfficialFigure

Row = dict[str, Any]


class ArticleRows:
    """Takes staged articles one by one, gives their names records, and enters their claims in the book of figures."""

    def __init__(self, identities: Identities, writer: Writer, originals: dict[str, str]) -> None:
        self._originals = originals
        self.book = Book(identities.side)
        self.corrections: list[Row] = []
        self.stories: dict[str, Row] = {}
        self.tallies: dict[str, Counter[str]] = {"agencies": Counter(), "officials": Counter(), "places": Counter()}
        """Claims by record."""
        self.sources: Counter[tuple[str, str]] = Counter()
        """Articles and claims by source."""
        self._writer = writer
        self._resolver = Resolver(identities)
        self._employers = {row["id"]: row["agency"] for row in official_rows(identities) if row["agency"]}
        self._n = 0

    def add(self, article: Row, versions: list[Row], captures: list[Row], claims: list[Row], corrections: list[Row],
            lists: dict[str, list[Row]]) -> None:  # fmt: skip
        """One article as it was staged."""
        self._write_article(article, versions, captures)
        people = self._resolver.officials(lists)
        number = self.book.open_article(article)
        for claim in claims:
            self._write_claim(claim, number, people)
        for correction in corrections:
            correction["speaker"] = None
            self._resolver.claim(correction, people, self._employers)
            self.corrections.append(correction)
        mark_account(self.book.figures, claims, number)
        self._writer.add_all("checks", check_article(claims))
        self._write_mentions(article["id"], lists, people)
        self._writer.add_all("absences", [self._absence(article, item) for item in lists["absences"]])

    def _write_article(self, article: Row, versions: list[Row], captures: list[Row]) -> None:
        self._writer.add("articles", article)
        self._writer.add_all("article_versions", versions)
        for capture in captures:
            run = capture["run"]
            self._writer.add("captures", capture | {"run": short_id("run", run) if run is not None else None})
        story = self.stories.setdefault(
            article["story"],
            {"id": article["story"], "title": article["title"], "original": article["id"], "articles": 0,
             "claims": 0, "names": set(), "original_known": False, "first_published": article["published"],
             "first_seen": article["first_seen"], "last_seen": article["last_seen"]},
        )  # fmt: skip
        story["articles"] += 1
        story["claims"] += article["claims"]
        story["names"].add(article["outlet"] or article["url"])
        known = self._originals.get(article["story"])
        if article["id"] == known or (not known and article["copy_kind"] == "original" and not story["original_known"]):
            story |= {"title": article["title"], "original": article["id"], "original_known": True}
        if article["published"]:
            story["first_published"] = min(story["first_published"] or "9999", article["published"])
        story["first_seen"] = min(story["first_seen"], article["first_seen"])
        story["last_seen"] = max(story["last_seen"], article["last_seen"])
        if article["source"]:
            self.sources[article["source"], "articles"] += 1
            self.sources[article["source"], "claims"] += article["claims"]

    def _write_claim(self, claim: Row, number: int, people: dict[str, str]) -> None:
        self._resolver.claim(claim, people, self._employers)
        self._n += 1
        claim["n"] = self._n
        claim["figure"] = self.book.enter(claim, number)
        for tally, name in (("agencies", "claimant_agency"), ("officials", "speaker_official"), ("places", "place")):
            if claim[name]:
                self.tallies[tally][claim[name]] += 1
        self._writer.add("claims", claim)

    def _write_mentions(self, article: str, lists: dict[str, list[Row]], people: dict[str, str]) -> None:
        add = self._writer.add
        for item in lists["mentions"]:
            add("mentions", self._mention(article, item))
        for item in lists["officials"]:
            record = people.get(person_key(item["name"]))
            add("mentions", _place_of(article, item, "person") | {"name": item["name"], "official": record})
        for item in lists["statutes"]:
            name = item.get("canonical") or item["name"]
            record = self._resolver.statute(item)
            add("mentions", _place_of(article, item, "statute") | {"name": name, "statute": record})
        for item in lists["quotes"]:
            speaker = people.get(person_key(item["speaker"])) if item.get("speaker") else None
            row = {**item, "id": short_id("quote", article, item["start"], item["end"]), "article": article}
            add("quotes", row | {"official": speaker, "direct": int(bool(item["direct"]))})
        for item in lists["dates"]:
            add("dates", {**item, "id": short_id("date", article, item["start"], item["end"]), "article": article})

    def _absence(self, article: Row, item: Row) -> Row:
        agency, place = self._resolver.agency(item["who"]), self._resolver.place(item["jurisdiction"])
        return {
            "id": short_id("absence", article["id"], item["kind"], item["text_start"]), "kind": item["kind"],
            "article": article["id"], "version": article["version"], "agency": agency, "place": place,
            "claimant": self._resolver.name(agency) if agency else item["who"], "measure": item["measure"],
            "jurisdiction": self._resolver.name(place) if place else None, "speaker": item["speaker"],
            "words": item["text"], "words_start": item["text_start"], "words_end": item["text_end"],
            "sentence": item["quote"], "start": item["start"], "end": item["end"], "published": article["published"],
        }  # fmt: skip

    def _mention(self, article: str, item: Row) -> Row:
        row = _place_of(article, item, item["kind"]) | {"name": item["name"]}
        if item["kind"] in ORGANIZATIONS:
            row["agency"] = self._resolver.agency(item["name"])
        elif item["kind"] == "place":
            row["place"] = self._resolver.place(item["name"])
        return row

    def add_official_data(self, items: list[OfficialFigure]) -> None:
        """Figures of official tables, beside the quoted ones."""
        for item in items:
            row = item.as_row() | {"status": "asserted", "speaker": None}
            self._resolver.claim(row, {}, self._employers)
            row["figure"] = self.book.enter_official(row)
            row["id"] = short_id("official data", row["dataset"], row["file"], row["sheet"], row["row"], row["figure"])
            self._writer.add("reference_figures", row)

    def finish(self) -> None:
        """Writes what could only be known at the end: each story's extent."""
        for story in self.stories.values():
            self._writer.add("stories", story | {"outlets": len(story["names"])})


def _place_of(article: str, item: Row, kind: str) -> Row:
    return {
        "id": short_id("mention", article, item["start"], item["end"], kind, item.get("name")), "article": article,
        "start": item["start"], "end": item["end"], "text": item.get("text") or item["name"], "kind": kind,
    }  # fmt: skip
