"""The command line as a person meets it: what it says, and its exit status."""

from __future__ import annotations

import json
import socket
from pathlib import Path

import pytest

from tests.paths import SHARED
from tests.running import detainer_watch

GOOD_SOURCE = "sources:\n  - id: a\n    name: A\n    kind: feed\n    url: http://127.0.0.1:9/feed\n"


@pytest.mark.parametrize(
    ("yaml", "named"),
    [
        (GOOD_SOURCE + "    urll: x\n", ("sources.yml:6", "urll", "did you mean 'url'")),
        ("sources:\n  - id: a\n    name: A\n    kind: feed\n", ("sources.yml:2", "url")),
        (GOOD_SOURCE.replace("url: http://127.0.0.1:9/feed", "url: [1]"), ("sources.yml:5", "url", "list")),
        (GOOD_SOURCE.replace("feed\n", "fede\n", 1), ("sources.yml:4", "fede")),
        ("sources: [", ("sources.yml", "YAML")),
    ],
    ids=["unknown key", "missing URL", "wrong type", "unknown kind", "no YAML"],
)
def test_a_bad_sources_file_is_named_by_file_line_and_key(tmp_path: Path, yaml: str, named: tuple[str, ...]) -> None:
    (tmp_path / "sources.yml").write_text(yaml)
    run = detainer_watch("--data", tmp_path / "data", "collect", "--sources", tmp_path / "sources.yml")
    assert run.returncode == 2
    assert_one_line(run.stderr, *named)
    assert not (tmp_path / "data" / "archive.db").exists()


def assert_one_line(stderr: str, *named: str) -> None:
    lines = [line for line in stderr.splitlines() if line.strip()]
    assert len(lines) == 1, stderr
    assert "Traceback" not in stderr
    for word in named:
        assert word in lines[0]


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    run = detainer_watch("analyze", tmp_path / "none.txt", "-o", tmp_path / "out")
    assert run.returncode == 1
    assert_one_line(run.stderr, "none.txt", "no such file")
    assert not (tmp_path / "out").exists()


def test_a_file_of_an_unknown_kind_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"PK")
    run = detainer_watch("analyze", tmp_path / "a.docx", "-o", tmp_path / "out")
    assert run.returncode == 2
    assert_one_line(run.stderr, "a.docx", ".pdf")


def test_a_port_in_use_is_named(tmp_path: Path) -> None:
    (tmp_path / "claims.db").touch()
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        run = detainer_watch("--data", tmp_path, "serve", "--port", port, timeout=60)
    assert run.returncode == 1
    assert_one_line(run.stderr, str(port), "--port")


def test_serving_before_anything_was_built_says_what_to_do(tmp_path: Path) -> None:
    run = detainer_watch("--data", tmp_path, "serve")
    assert run.returncode == 1
    assert_one_line(run.stderr, "claims.db", "detainer-watch build")


@pytest.mark.parametrize(
    ("config", "named"),
    [("prot: 80\n", ("c.yml:1", "prot", "port")), ("port: many\n", ("c.yml:1", "port", "int"))],
)
def test_a_bad_config_is_named(tmp_path: Path, config: str, named: tuple[str, ...]) -> None:
    (tmp_path / "c.yml").write_text(config)
    run = detainer_watch("--config", tmp_path / "c.yml", "build")
    assert run.returncode == 2
    assert_one_line(run.stderr, *named)


def test_a_wrong_variable_is_named(tmp_path: Path) -> None:
    run = detainer_watch("build", DETAINER_WATCH_PORT="many")
    assert run.returncode == 2
    assert_one_line(run.stderr, "DETAINER_WATCH_PORT", "many")


def test_a_wrong_date_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Nothing.")
    run = detainer_watch("analyze", tmp_path / "a.txt", "-o", tmp_path, "--published", "Monday")
    assert run.returncode == 2
    assert_one_line(run.stderr, "Monday", "2025-01-13")


@pytest.mark.parametrize("processes", [1, 2])
def test_a_missing_model_is_named_and_nothing_counts_as_read(tmp_path: Path, processes: int) -> None:
    texts = [f"Alder police received {number} immigration detainer requests in 2024." for number in range(10, 20)]
    for number, text in enumerate(texts):
        (tmp_path / f"{number}.txt").write_text(text)
    files = [tmp_path / f"{number}.txt" for number in range(10)]
    options = ("-o", tmp_path / "out", "--processes", processes)
    run = detainer_watch("analyze", *files, *options, DETAINER_WATCH_MODEL="en_none", timeout=60)
    assert run.returncode == 1
    assert_one_line(run.stderr, "en_none", "DETAINER_WATCH_MODEL")
    assert not list((tmp_path / "out").iterdir())


def test_analyze_writes_one_analysis_a_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Alder police received 15 immigration detainer requests in 2024, Ann Roe said.")
    (tmp_path / "b.json").write_text(json.dumps({"text": "The fair opens on Friday.", "published": "2025-01-10"}))
    run = detainer_watch("analyze", tmp_path / "a.txt", tmp_path / "b.json", "-o", tmp_path / "out", "--json")
    assert run.returncode == 0, run.stderr
    assert [entry["claims"] for entry in json.loads(run.stdout)] == [1, 0]
    analysis = json.loads((tmp_path / "out" / "a.json").read_text())
    (claim,) = analysis["claims"]
    assert (claim["value"], claim["measure"], claim["period_start"]) == (15, "detainers_received", "2024-01-01")
    assert analysis["text"][claim["value_start"] : claim["value_end"]] == "15"


def test_explain_says_why_each_number_is_a_claim_or_not(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "Alder police received 15 immigration detainer requests in 2024. A jail may hold people for 48 hours."
    )
    run = detainer_watch("analyze", tmp_path / "a.txt", "--explain")
    assert run.returncode == 0, run.stderr
    lines = {line.split("\t")[0]: line for line in run.stdout.splitlines()}
    assert "claim" in lines["15"]
    assert "48" in lines
    assert "detainers_received" not in lines["48"]


@pytest.mark.skipif(not (SHARED / "gold").is_dir(), reason=f"no gold annotations at {SHARED}")
def test_evaluate_prints_the_table_and_what_changed(tmp_path: Path) -> None:
    gold = tmp_path / "gold"
    gold.mkdir()
    for name in ("001.json", "022.json"):
        (gold / name).write_bytes((SHARED / "gold" / name).read_bytes())
    first = detainer_watch("evaluate", gold, "--keep", tmp_path / "kept")
    assert first.returncode == 0, first.stderr
    assert first.stdout.startswith(" " * 14 + "  precision  recall     F1   gold")
    kept = tmp_path / "kept" / "001.json"
    analysis = json.loads(kept.read_text())
    assert analysis["claims"]
    analysis["claims"] = []
    kept.write_text(json.dumps(analysis))
    second = detainer_watch("evaluate", gold, "--against", tmp_path / "kept")
    assert "+ 001: claim" in second.stdout
