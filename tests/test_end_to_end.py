"""The whole way, from pages on a web server to figures in the published database: nothing in it is a stand-in."""

from __future__ import annotations

import json
import shutil
import sqlite3
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.paths import SHARED
from tests.running import detainer_watch, free_port
from tests.site.serving import chromium, serving

SEEDS = {
    # The addresses carry the dates under which the two texts stood; the texts themselves give none.
    "/2025/01/13/councilor-calls-for-hearing/": "000_*.txt",
    "/2025/01/11/police-may-have-missed-the-fax/": "002_*.txt",
}


@pytest.fixture(scope="module")
def seed_server() -> Iterator[str]:
    """The two real articles as plain pages, with a sitemap that lists them."""
    if not (SHARED / "seeds").is_dir():
        pytest.skip(f"the two real articles are not here ({SHARED / 'seeds'} is absent)")
    pages = {path: next((SHARED / "seeds").glob(name)).read_bytes() for path, name in SEEDS.items()}

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body, kind = self._answer()
            self.send_response(200 if body else 404)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def _answer(self) -> tuple[bytes, str]:
            if self.path == "/sitemap.xml":
                host = f"http://{self.headers['Host']}"
                locations = "".join(f"<url><loc>{host}{path}</loc></url>" for path in pages)
                space = "http://www.sitemaps.org/schemas/sitemap/0.9"
                return f'<?xml version="1.0"?><urlset xmlns="{space}">{locations}</urlset>'.encode(), "text/xml"
            return pages.get(self.path, b""), "text/plain; charset=utf-8"

        def log_message(self, format: str, *args: object) -> None:
            """Quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.fixture(scope="module")
def seed_claims(seed_server: str, tmp_path_factory: pytest.TempPathFactory) -> sqlite3.Connection:
    """The claims database that a nightly run makes of them."""
    folder = tmp_path_factory.mktemp("seeds")
    sources = folder / "sources.yml"
    sources.write_text(
        f"sources:\n  - id: seeds\n    name: Two real articles\n    kind: sitemap\n    url: {seed_server}/sitemap.xml\n"
        "    jurisdiction: Boston, MA\n"
    )
    run = detainer_watch("--data", folder / "data", "nightly", "--sources", sources, "--allow-private-hosts")
    assert run.returncode == 0, run.stderr
    return sqlite3.connect(folder / "data" / "claims.db")


def rows(db: sqlite3.Connection, sql: str, *values: object) -> list[tuple[object, ...]]:
    return db.execute(sql, values).fetchall()


@pytest.mark.parametrize(
    ("claimant", "value", "measure"),
    [
        ("Boston Police Department", 15, "detainers_received"),
        ("U.S. Immigration and Customs Enforcement", 198, "detainers_issued"),
    ],
)
def test_both_real_articles_give_both_figures(
    seed_claims: sqlite3.Connection, claimant: str, value: int, measure: str
) -> None:
    found = rows(
        seed_claims,
        "select distinct a.url from claims c join articles a on a.id = c.article where c.claimant = ? and c.value = ?"
        " and c.measure = ? and c.period_start = '2024-01-01' and c.period_end = '2024-12-31'"
        " and c.jurisdiction = 'Boston, MA' and c.comparator = '='",
        claimant, value, measure,
    )  # fmt: skip
    assert len(found) == len(SEEDS)


def test_nothing_is_read_from_furniture_or_threats(seed_claims: sqlite3.Connection) -> None:
    assert {value for (value,) in rows(seed_claims, "select distinct value from claims")} == {15, 198}
    assert not rows(seed_claims, "select 1 from claims where sentence like '%thin ice%' or sentence like '%bail%'")


def test_the_dispute_of_the_two_figures_is_published(seed_claims: sqlite3.Connection) -> None:
    assert rows(seed_claims, "select jurisdiction, lowest, highest from disputes") == [("Boston, MA", 15, 198)]


def test_every_published_sentence_is_in_the_text_it_is_said_to_be_in(seed_claims: sqlite3.Connection) -> None:
    texts = [next((SHARED / "seeds").glob(name)).read_text() for name in SEEDS.values()]
    for (sentence,) in rows(seed_claims, "select sentence from claims"):
        assert any(" ".join(str(sentence).split()) in " ".join(text.split()) for text in texts)


@pytest.fixture(scope="module")
def newsroom_port() -> int:
    return free_port()


def run_demo(folder: Path, newsroom_port: int, day: int = 1) -> None:
    run = detainer_watch("--data", folder, "demo", "--no-serve", "--day", day, "--newsroom-port", newsroom_port)
    assert run.returncode == 0, run.stderr


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory, newsroom_port: int) -> Path:
    """The data folder after one run of the demo."""
    folder = tmp_path_factory.mktemp("demo") / "data"
    run_demo(folder, newsroom_port)
    return folder


def census(folder: Path) -> dict[str, int]:
    """How many articles, versions and claims there are."""
    with sqlite3.connect(folder / "claims.db") as db:
        return {
            t: db.execute(f"select count(*) from {t}").fetchone()[0] for t in ("articles", "article_versions", "claims")
        }


def test_the_demo_shows_the_dispute_that_the_project_started_from(demo: Path) -> None:
    with sqlite3.connect(demo / "claims.db") as db:
        found = db.execute(
            "select lowest, highest from disputes where jurisdiction = 'Boston, MA' and period_start = '2024-01-01'"
        ).fetchall()
    assert (15, 198) in found


def test_a_syndicated_copy_is_not_a_second_report(demo: Path) -> None:
    with sqlite3.connect(demo / "claims.db") as db:
        copies = db.execute("select story, count(*) from articles group by story having count(*) > 1").fetchall()
        assert copies
        for claims, stories in db.execute("select claims, stories from figures where claims > 1"):
            assert stories <= claims
        ((story, count),) = copies[:1]
        backed = db.execute(
            "select f.stories, count(distinct c.article) from figures f join claims c on c.figure = f.id"
            " join articles a on a.id = c.article where a.story = ? group by f.id",
            (story,),
        ).fetchall()
    assert any(stories < articles for stories, articles in backed), (count, backed)


@pytest.mark.browser
def test_a_person_sees_both_figures_with_all_that_backs_them(demo: Path) -> None:
    with chromium() as browser, serving(demo / "claims.db") as served:
        page = browser.new_page(base_url=served.address)
        page.goto("/")
        page.get_by_role("link", name="Boston, 2024: 15 or 198?").click()
        for side, number, claimant in (
            ("side-a", "15", "Boston Police Department"),
            ("side-b", "198", "U.S. Immigration and Customs Enforcement"),
        ):
            figure = page.locator(f".versus > .{side}")
            assert figure.locator(".numeral [aria-hidden]").text_content() == number
            assert figure.get_by_role("heading", name=claimant).is_visible()
            proof = figure.locator(".proof").first
            assert proof.locator(".evidence mark").text_content() == number
            facts = proof.locator(".facts").text_content()
            assert all(name in facts for name in ("Published", "Speaker", "Captured", "UTC", ".warc.gz, offset"))
            assert proof.get_by_role("link", name="Original page").get_attribute("href").startswith("http://127.0.0.1")
            assert proof.get_by_role("link", name="Archived record").is_visible()
            # The syndicated copy is named and does not count.
            assert "not counted" in figure.locator(".backing").first.text_content()
            assert "syndicated" in figure.locator(".copies").text_content()


def disputed(folder: Path) -> tuple[str, str]:
    """The ids of the dispute over Boston 2024 and of one claim in it."""
    with sqlite3.connect(folder / "claims.db") as db:
        (dispute, figure) = db.execute(
            "select id, lowest_figure from disputes where jurisdiction = 'Boston, MA' and lowest = 15"
        ).fetchone()
        (claim,) = db.execute("select id from claims where figure = ? order by id", (figure,)).fetchone()
    return dispute, claim


def test_each_figure_of_the_dispute_is_traced_to_its_bytes_and_a_changed_byte_is_noticed(
    demo: Path, tmp_path: Path
) -> None:
    dispute, claim = disputed(demo)
    run = detainer_watch("--data", demo, "trace", dispute)
    assert run.returncode == 0, run.stdout + run.stderr
    assert "FAILS" not in run.stdout
    assert run.stdout.count("every step holds") >= 2
    forged = tmp_path / "data"
    shutil.copytree(demo, forged)
    for warc in (forged / "warc").iterdir():
        warc.write_bytes(b"\0" * warc.stat().st_size)
    run = detainer_watch("--data", forged, "trace", claim)
    assert run.returncode == 1
    assert "FAILS" in run.stdout
    assert "Traceback" not in run.stderr


def test_a_rejected_claim_is_gone_after_the_next_build_and_named_as_retired(demo: Path, tmp_path: Path) -> None:
    copy = tmp_path / "data"
    shutil.copytree(demo, copy)
    _, claim = disputed(copy)
    decisions = ("--decisions", tmp_path / "decisions.yml")
    assert "review" in detainer_watch("--data", copy, "review", "--count", 2).stdout
    run = detainer_watch("--data", copy, "review", claim, "reject", "--note", "misread", *decisions)
    assert run.returncode == 0, run.stderr
    assert detainer_watch("--data", copy, "build", *decisions).returncode == 0
    with sqlite3.connect(copy / "claims.db") as db:
        assert not db.execute("select 1 from claims where id = ?", (claim,)).fetchall()
    run = detainer_watch("--data", copy, "trace", claim)
    assert run.returncode == 2
    assert "retired" in run.stderr


def test_a_review_of_no_such_claim_is_refused_and_writes_nothing(demo: Path, tmp_path: Path) -> None:
    file = tmp_path / "decisions.yml"
    run = detainer_watch("--data", demo, "review", "nosuchclaim", "confirm", "--decisions", file)
    assert run.returncode == 2
    assert "nosuchclaim" in run.stderr
    assert not file.exists()


def test_the_published_tables_go_out_as_files(demo: Path, tmp_path: Path) -> None:
    run = detainer_watch("--data", demo, "export", "-o", tmp_path, "--format", "csv", "--table", "claims", "--json")
    assert run.returncode == 0, run.stderr
    assert [Path(file).name for file in json.loads(run.stdout)] == ["claims.csv", "datapackage.json"]
    lines = (tmp_path / "claims.csv").read_text().splitlines()
    assert len(lines) > census(demo)["claims"]


def test_status_tells_how_each_source_fared_and_why(demo: Path) -> None:
    run = detainer_watch("--data", demo, "status", "--json")
    told = json.loads(run.stdout)
    assert {source["source"] for source in told["sources"]} >= {"bay-courier", "wxhb", "channel6"}
    reasons = " ".join(str(problem["reason"]) for problem in told["problems"])
    assert all(cause in reasons for cause in ("robots.txt", "404", "500", "truncated"))


def test_a_second_crawl_of_an_unchanged_newsroom_adds_nothing_and_a_changed_figure_is_seen(
    demo: Path, newsroom_port: int
) -> None:
    before = census(demo)
    run_demo(demo, newsroom_port)
    assert census(demo) == before
    run_demo(demo, newsroom_port, day=2)
    after = census(demo)
    assert after["articles"] == before["articles"]
    assert after["article_versions"] == before["article_versions"] + 1
