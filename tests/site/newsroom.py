"""A small claims database to look at: the Boston dispute, its copies, other places, and texts that mean harm.

Rows go in through sqlite-utils under the schema that the build uses; what a row does not need stays empty.
"""

from __future__ import annotations

import hashlib
import sqlite3
from pathlib import Path
from typing import Any

import sqlite_utils

from db.claims.schema import create_indexes, create_tables

ICE = "U.S. Immigration and Customs Enforcement"
BPD = "Boston Police Department"
BOSTON = "Boston, MA"

HOSTILE_SENTENCE = '<script>alert("15")</script><img src=x onerror=alert(1)> said 66 detainers & "more" arrived.'
HOSTILE_TITLE = "</title><script>alert('title')</script>"
HOSTILE_URL = "javascript:alert(document.domain)"
FORMULA = '=HYPERLINK("http://evil.example","77 detainers were logged")'


def make(path: Path, extra_disputes: int = 0) -> Path:
    """Writes the database and gives its path back."""
    connection = sqlite3.connect(path)
    connection.execute("pragma synchronous = off")  # each row is a transaction of its own here
    create_tables(connection)
    db = sqlite_utils.Database(connection)
    _Desk(db).fill(extra_disputes)
    create_indexes(connection)
    connection.commit()
    connection.close()
    return path


class _Desk:
    """Puts rows in, counting what the real build counts."""

    def __init__(self, db: sqlite_utils.Database) -> None:
        self.db = db
        self.n = {"claims": 0, "articles": 0, "figures": 0, "disputes": 0}
        self.texts: list[tuple[int, str, str]] = []

    def row(self, table: str, **columns: Any) -> str:
        if table in self.n:
            self.n[table] += 1
            columns.setdefault("n", self.n[table])
        self.db[table].insert(columns)
        return columns.get("id", "")

    def fill(self, extra_disputes: int) -> None:
        self._watching()
        self._people()
        self._articles()
        self._boston()
        self._elsewhere()
        self._hostile()
        self._plenty(extra_disputes)
        for n, title, text in self.texts:
            self.db.execute("insert into articles_fts(rowid, title, text) values (?, ?, ?)", [n, title, text])

    def _watching(self) -> None:
        self.row("sources", id="harbor-ledger", name="Harbor Ledger", kind="feed", url="https://ledger.example/feed",
                 jurisdiction=BOSTON, state="ok", last_run="2025-01-14T03:00:00+00:00",
                 last_success="2025-01-14T03:00:10+00:00", articles=3, claims=4)  # fmt: skip
        self.row("sources", id="dead-gazette", name="Dead Gazette", kind="sitemap",
                 url="https://gazette.example/map.xml", state="failed",
                 last_run="2025-01-14T03:00:00+00:00")  # fmt: skip
        self.row("runs", id="run1", kind="collect", started_at="2025-01-14T03:00:00+00:00",
                 finished_at="2025-01-14T03:01:00+00:00", status="ok", captures=6,
                 detail='{"articles": 5, "warnings": ["one source failed"]}')  # fmt: skip
        self.row("run_sources", id="rs1", run="run1", source="harbor-ledger", status="ok", found=6, tried=4, new=3,
                 changed=1, unchanged=0, failed=0)  # fmt: skip
        self.row("run_sources", id="rs2", run="run1", source="dead-gazette", status="failed", tried=3, failed=3,
                 cause="the sitemap is gone", reasons='{"404": 3}')  # fmt: skip
        self.row("about", key="built_at", value="2025-01-14T04:00:00+00:00")
        self.row("extractor_precision", extractor="reader 1", claims=8, reviewed=4, confirmed=3, corrected=0,
                 rejected=1, precision=0.75)  # fmt: skip

    def _people(self) -> None:
        for key, name, kind in (("ice", ICE, "agency"), ("bpd", BPD, "agency"),
                                ("dunmore", "Dunmore County Sheriff's Office", "agency")):  # fmt: skip
            self.row("agencies", id=key, name=name, kind=kind, claims=3, figures=2, articles=3)
        self.row("jurisdictions", id="boston", name=BOSTON, level="city", state="MA", claims=6, figures=4, disputes=1)
        self.row("jurisdictions", id="dunmore-county", name="Dunmore County, PA", level="county", state="PA", claims=2,
                 figures=2, disputes=1)  # fmt: skip
        self.row("officials", id="flynn", name="Ed Flynn", role="city councilor", claims=1, articles=1)
        self.row("officials", id="sheriff", name="Rosa Delmar", role="sheriff", agency="dunmore", claims=1, articles=1)
        self.row("officials", id="delmar2", name="Rosa Delmar", role="city clerk")
        self.row("statutes", id="trust", name="Boston Trust Act", kind="ordinance", jurisdiction=BOSTON, articles=1,
                 citation="City of Boston Code 11-1.9")  # fmt: skip

    def _articles(self) -> None:
        self._article("a1", "Harbor Ledger", "Councilor wants hearing over detainer counts", "2025-01-13", story="s1")
        self._article("a2", "Metro Mirror", "Councilor wants hearing over detainer counts", "2025-01-13", story="s1",
                      copy="syndicated")  # fmt: skip
        self._article("a3", "Bay Courier", "Fax machine may be why the counts differ", "2025-01-11", story="s2",
                      date_flag="the address says Jan. 11, the page says Feb. 2, 2020")  # fmt: skip
        self._article("a4", "Dunmore Times", "Sheriff and ICE differ over holds", None, story="s3")
        self._article("a5", "Harm Herald", HOSTILE_TITLE, "2025-01-09", url=HOSTILE_URL)
        self.row("article_versions", id="a1-v0", article="a1", number=1, latest=0, title="Councilor wants hearing",
                 digest="ab" * 32, first_seen="2025-01-13T02:00:00+00:00", last_seen="2025-01-13T02:00:00+00:00",
                 capture="cap-a1", changed="")  # fmt: skip

    def _article(self, key: str, outlet: str, title: str, published: str | None, *, story: str | None = None,
                 copy: str = "original", url: str | None = None, date_flag: str | None = None) -> None:  # fmt: skip
        if story and not list(self.db["stories"].rows_where("id = ?", [story])):
            self.row("stories", id=story, title=title, original=key, articles=2 if story == "s1" else 1)
        url = url or f"https://{outlet.lower().replace(' ', '')}.example/{key}"
        digest = hashlib.sha256(key.encode()).hexdigest()
        self.row("captures", id=f"cap-{key}", url=url, source="harbor-ledger", run="run1", status=200, mime="text/html",
                 fetched_at="2025-01-14T03:00:05+00:00", digest=digest, size=20480, warc="2025-01-14.warc.gz",
                 warc_offset=7310, warc_length=6120)  # fmt: skip
        self.row("articles", id=key, url=url, title=title, outlet=outlet, published=published, date_flag=date_flag,
                 date_source="url" if published else None, page_kind="article", source="harbor-ledger", story=story,
                 copy_kind=copy, version=f"{key}-v1", versions=1, claims=1, digest=digest, capture=f"cap-{key}",
                 captured_at="2025-01-14T03:00:05+00:00", warc="2025-01-14.warc.gz", warc_offset=7310)  # fmt: skip
        self.row("article_versions", id=f"{key}-v1", article=key, number=2 if key == "a1" else 1, latest=1, title=title,
                 digest=digest, characters=3000, first_seen="2025-01-14T03:00:05+00:00",
                 last_seen="2025-01-14T03:00:05+00:00", capture=f"cap-{key}", claims=1,
                 changed="198 stands where 180 stood" if key == "a1" else None)  # fmt: skip
        self.texts.append((self.n["articles"], title, f"{title}. A text about detainers and fentanyl of {outlet}."))

    def figure(self, key: str, claimant: str | None, measure: str, value: float, place: tuple[str, str] | None,
               period: tuple[str | None, str | None] = ("2024-01-01", "2024-12-31"), **more: Any) -> str:  # fmt: skip
        names = {ICE: "ice", BPD: "bpd", "Dunmore County Sheriff's Office": "dunmore"}
        return self.row("figures", **{
            "id": key, "title": f"{claimant}: {value:g} {measure}", "claimant": claimant, "claimant_type": "agency",
            "agency": names.get(claimant or ""), "measure": measure, "family": "requests", "value": value,
            "comparator": "=", "unit": "count", "period_start": period[0], "period_end": period[1],
            "jurisdiction": place[1] if place else None, "place": place[0] if place else None, "status": "asserted",
            "claims": 1, "articles": 1, "stories": 1, "copies": 0, "outlets": 1, "direct": 0, "disputes": 0,
            "first_seen": "2025-01-14T03:00:05+00:00", "last_seen": "2025-01-14T03:00:05+00:00",
            "first_published": "2025-01-11", **more,
        })  # fmt: skip

    def claim(self, key: str, figure: str, article: str, sentence: str, number: str, **more: Any) -> str:
        of = next(self.db["figures"].rows_where("id = ?", [figure]))
        source = next(self.db["articles"].rows_where("id = ?", [article]))
        at = sentence.index(number)
        return self.row("claims", **{
            "id": key, "figure": figure, "article": article, "version": f"{article}-v1", "value": of["value"],
            "value_max": of["value_max"], "comparator": of["comparator"], "unit": of["unit"], "value_text": number,
            "value_start": 400 + at, "value_end": 400 + at + len(number), "measure": of["measure"],
            "counted": "detainers", "claimant": of["claimant"], "claimant_type": "agency",
            "claimant_agency": of["agency"], "period_start": of["period_start"], "period_end": of["period_end"],
            "jurisdiction": of["jurisdiction"], "place": of["place"], "sentence": sentence, "start": 400,
            "end": 400 + len(sentence), "mark_start": at, "mark_end": at + len(number), "confidence": 0.9,
            "rule": "verb issued;claimant subject", "status": "asserted", "direct": 0, "extractor": "reader 1",
            "outlet": source["outlet"], "published": source["published"], "captured_at": source["captured_at"],
            "capture": source["capture"], "story": source["story"], "copied": int(source["copy_kind"] != "original"),
            **more,
        })  # fmt: skip

    def _boston(self) -> None:
        place = ("boston", BOSTON)
        self.figure("f15", BPD, "detainers_received", 15, place, claims=2, stories=2, articles=2, outlets=2, disputes=1)
        self.figure("f198", ICE, "detainers_issued", 198, place, claims=2, stories=1, articles=2, copies=1, disputes=1)
        self.figure("f200", ICE, "detainers_issued", 200, place, comparator="~")
        self.figure("fgap", None, "detainers_declined", 12, place, (None, None))
        ledger = ("The councilor wrote that the federal agency had requested custody of 198 people in 2024, far more "
                  "than the 15 requests that the police department reported.")  # fmt: skip
        self.claim("c198", "f198", "a1", ledger, "198", speaker="Ed Flynn", speaker_official="flynn",
                   via="Harbor Ledger", direct=1, context_before="A hearing has been called for.",
                   context_after="The department answered late on Friday.")  # fmt: skip
        self.claim("c15", "f15", "a1", ledger, "15", context_before="A hearing has been called for.")
        self.claim("c198copy", "f198", "a2", ledger, "198", speaker="Ed Flynn", speaker_official="flynn")
        self.claim("c15b", "f15", "a3", "A spokeswoman said the department had evidence of 15 faxed requests.", "15",
                   speaker="Mariellen Burns")  # fmt: skip
        self.claim("c200", "f200", "a3", "ICE puts the figure at nearly 200 requests.", "200")
        self.claim("cgap", "fgap", "a3", "Another 12 went nowhere.", "12")
        for key, claim in (("f15", "c15"), ("f198", "c198"), ("f200", "c200"), ("fgap", "cgap")):
            self.db["figures"].update(key, {"claim": claim})
        self.row("disputes", id="d-boston", title="Boston, 2024: 15 received against 198 issued", kind="rivals",
                 jurisdiction=BOSTON, place="boston", measure_family="requests", unit="count",
                 period_start="2024-01-01", period_end="2024-12-31", lowest=15, highest=198, lowest_figure="f15",
                 highest_figure="f198", figures=2, claimants=2, stories=2, first_seen="2025-01-14T03:00:05+00:00",
                 last_seen="2025-01-14T03:00:05+00:00",
                 reason="The police say they received 15 requests; ICE says it issued 198.")  # fmt: skip
        for rank, key in enumerate(("f15", "f198"), 1):
            self.row("dispute_figures", id=f"df-{key}", dispute="d-boston", figure=key, rank=rank)
        self.row("pairs", id="p1", figure_a="f15", figure_b="f198", verdict="dispute", kind="rivals",
                 dispute="d-boston",
                 reason="same place, same year, received against issued: 15 and 198 cannot both be true")  # fmt: skip
        self.row("pairs", id="p2", figure_a="f198", figure_b="f200", verdict="agrees", kind="value",
                 reason="about 200 and 198 can both be true")  # fmt: skip
        self.figure("f201", ICE, "detainers_issued", 201, place, stories=0, articles=0, claims=0, official_rows=1)
        self.row("reference_figures", id="r2", figure="f201", dataset="Annual report", file="report.csv", row="4",
                 measure="detainers_issued", value=201, jurisdiction=BOSTON)  # fmt: skip
        self.figure("f198c", ICE, "transfers", 198, place)
        self.row("pairs", id="p3", figure_a="f198", figure_b="f198c", verdict="drift", kind="measure",
                 reason="the same 198, but one counts detainers and the other transfers")  # fmt: skip
        self.row("checks", id="k2", kind="total", article="a3", claim="cgap", expected=13, found=12, holds=0,
                 reason="8 and 5 are 13, not 12")  # fmt: skip
        self.row("checks", id="k1", kind="share", article="a1", claim="c15", expected=15, found=15, holds=1,
                 reason="all 15 were rejected")  # fmt: skip
        self.row("decisions", id="dec1", action="confirm", kind="claim", subject="c15", by="M. Ortiz",
                 on_date="2025-02-01", note="checked against the letter")  # fmt: skip
        self.row("corrections", id="cor1", kind="edited", article="a1", version="a1-v1", figure="f198", claimant=ICE,
                 measure="detainers_issued", value=180, new_value=198, sentence="It was 198, not 180.",
                 noticed_at="2025-01-14T03:00:05+00:00")  # fmt: skip
        self.row("absences", id="abs1", kind="not kept", article="a1", version="a1-v1", claimant=BPD,
                 measure="releases", jurisdiction=BOSTON, place=place[0],
                 sentence="Police do not track releases.")  # fmt: skip
        self.row("reference_figures", id="r1", figure="f198", dataset="Detainers table", publisher="A data project",
                 url="https://data.example/detainers", file="detainers.xlsx", sheet="2024", row="812-1009",
                 claimant=ICE, measure="detainers_issued", value=198, comparator="=", unit="count",
                 period_start="2024-01-01", period_end="2024-12-31", jurisdiction=BOSTON)  # fmt: skip
        self.row("retired", id="old-claim", kind="claim", title="16 detainers received", replaced_by="c15",
                 article="a1", reason="a better reading gave 15", retired_at="2025-02-01T00:00:00+00:00")  # fmt: skip
        self.row("mentions", id="m1", article="a1", start=1, end=9, text="Ed Flynn", kind="person", official="flynn")
        self.row("mentions", id="m2", article="a1", start=20, end=36, text="Trust Act", kind="statute", statute="trust")
        self.row("quotes", id="q1", article="a1", start=5, end=90, direct=1, speaker="Ed Flynn", official="flynn",
                 text="I have concerns and questions about the discrepancy of this data.", cue="wrote")  # fmt: skip
        self.row("official_roles", id="or1", official="flynn", role="city councilor", times=2, article="a1")
        self.row("aliases", id="al1", kind="agency", agency="bpd", alias="BPD", times=3, article="a1")
        self.row("identity_joins", id="ij1", kind="agency", action="joined", record="bpd", other_name="Boston police",
                 reason="the same department by its short name", by="rule")  # fmt: skip

    def _elsewhere(self) -> None:
        place, sheriff = ("dunmore-county", "Dunmore County, PA"), "Dunmore County Sheriff's Office"
        self.figure("fd1", sheriff, "detainers_honored", 31, place, ("2024-10-01", None), disputes=1)
        self.figure("fd2", ICE, "detainers_honored", 12, place, ("2024-10-01", None), comparator="<=", disputes=1)
        self.claim("cd1", "fd1", "a4", "Sheriff Rosa Delmar said all 31 holds were honored since October.", "31",
                   speaker="Rosa Delmar", speaker_official="sheriff")  # fmt: skip
        self.claim("cd2", "fd2", "a4", "ICE said at most 12 were.", "12")
        self.row("disputes", id="d-dunmore", title="Dunmore County: 31 against at most 12", kind="rivals",
                 jurisdiction=place[1], place=place[0], measure_family="detainers_honored", unit="count",
                 period_start="2024-10-01", lowest=12, highest=31, lowest_figure="fd2", highest_figure="fd1", figures=2,
                 claimants=2, stories=1, reason="31 held against at most 12", first_seen="2025-01-14T03:00:05+00:00",
                 last_seen="2025-01-14T03:00:05+00:00")  # fmt: skip
        for rank, key in enumerate(("fd2", "fd1"), 1):
            self.row("dispute_figures", id=f"df-{key}", dispute="d-dunmore", figure=key, rank=rank)

    def _hostile(self) -> None:
        self.figure("fx", "<b>Agency</b>", "detainers_received", 66, None)
        self.claim("cx", "fx", "a5", HOSTILE_SENTENCE, "66", context_before="<i>before</i>")
        self.figure("fy", None, "other", 77, None, (None, None), counted="requests <u>logged</u>")
        self.claim("cy", "fy", "a5", FORMULA, "77")

    def _plenty(self, count: int) -> None:
        for i in range(count):
            key = f"place{i:03}"
            place = (key, f"Sample {i:03}, OH")
            self.row("jurisdictions", id=key, name=place[1], level="city", state="OH", figures=2, disputes=1)
            self.figure(f"{key}a", None, "detainers_received", 5 + i, place)
            self.figure(f"{key}b", ICE, "detainers_issued", 50 + 3 * i, place)
            self.row("disputes", id=f"d-{key}", title=f"{place[1]}: {5 + i} against {50 + 3 * i}", kind="rivals",
                     jurisdiction=place[1], place=key, measure_family="requests", unit="count", lowest=5 + i,
                     highest=50 + 3 * i, lowest_figure=f"{key}a", highest_figure=f"{key}b",
                     period_start="2024-01-01", period_end="2024-12-31", figures=2, claimants=1, stories=1,
                     reason="cannot both be true")  # fmt: skip
            for rank, side in enumerate("ab", 1):
                self.row("dispute_figures", id=f"df-{key}{side}", dispute=f"d-{key}", figure=f"{key}{side}", rank=rank)


def make_empty(path: Path) -> Path:
    """Writes a claims database without a row."""
    connection = sqlite3.connect(path)
    create_tables(connection)
    create_indexes(connection)
    connection.commit()
    connection.close()
    return path


PATHS = (
    "/",
    "/-/disputes",
    "/-/disputes?after=2",
    "/-/dispute/d-boston",
    "/-/dispute/d-dunmore",
    "/-/figure/f15",
    "/-/figure/f198",
    "/-/figure/fgap",
    "/-/figure/f201",
    "/-/figure/fy",
    "/-/compare",
    "/-/compare?place=Boston",
    "/-/compare?place=boston&year=2024",
    "/-/compare?a=f15",
    "/-/compare?a=f15&b=f198",
    "/-/compare?a=f15&b=fd1",
    "/-/claim/c198",
    "/-/claim/c15",
    "/-/claim/cx",
    "/-/article/a1",
    "/-/article/a4",
    "/-/article/a5",
    "/-/capture/cap-a1",
    "/-/search",
    "/-/search?q=requests",
    "/-/search?q=detainers&place=boston&year=2024",
    "/-/search?measure=detainers_issued",
    "/-/search?year=2024",
    "/-/search?outlet=Harbor+Ledger&claimant=Boston+Police+Department",
    "/-/agencies",
    "/-/agency/bpd",
    "/-/people",
    "/-/person/flynn",
    "/-/places",
    "/-/places?after=Columbus",
    "/-/place/boston",
    "/-/laws",
    "/-/law/trust",
    "/-/drift",
    "/-/sources",
    "/-/about",
)
"""Addresses of the site's pages, every kind and branch of them."""
