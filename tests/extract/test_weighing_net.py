"""The network: what it reads around a number, what it says, and what a broken file of it says."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import numpy
import pytest

from extract import reader
from extract.claims import ranking, weighing
from extract.claims.builder import Builder
from extract.claims.case import Case, Party
from extract.claims.weighing import NONE, context, net, words
from extract.claims.weighing.context import Text, Window
from extract.model import Document

ICE, JAIL = "U.S. Immigration and Customs Enforcement", "Tarn County Sheriff's Office"
TEXT = (
    "PELLBROOK, Ohio — Sheriff Edna Voll of Tarn County spoke on Tuesday.\n\n"
    'ICE sent the jail 212 detainers in 2024, she said. It held 41 people. "We did our part," Voll said.'
)


@pytest.fixture(scope="module")
def read() -> Builder:
    document = Document(TEXT, published=date(2025, 6, 10))
    builder = Builder(reader.prepare(document, reader.pipeline.parse(TEXT)))
    builder.run()
    return builder


def seen(builder: Builder, number: str) -> tuple[Text, Window]:
    frames = [c.frame for c in Builder(builder.reading).run() if c.count.text == number]
    assert frames[0] is not None
    text = context.text_of(builder.reading)
    return text, context.around(text, frames[0])


def judge(builder: Builder, number: str) -> dict[str, dict[str, float]]:
    text, window = seen(builder, number)
    return net.judge(net.draw_text(text), window, before="no", whose="no")


def test_the_tokens_around_a_number(read: Builder) -> None:
    text, window = seen(read, "41")
    tokens = [token.text for token in text.tokens[window.first : window.last]]
    assert [token for token, far in zip(tokens, window.distances, strict=True) if far == 0] == ["41"]
    places = dict(zip(tokens, window.sentences, strict=True))
    assert (places["Tuesday"], places["held"], places["part"]) == ("before", "in", "after")
    marks = dict(zip([token.text for token in text.tokens], text.known["mark"], strict=True))
    assert (marks["ICE"], marks["2024"], marks["part"], marks["held"]) == ("federal", "date", "quoted", "none")


@pytest.mark.parametrize(
    ("token", "word"),
    [("ICE", "<ice>"), ("2024", "#"), ("detainers", "detainer"), ("sent", "send"), ("Voll", "<person>")],
)
def test_names_are_read_as_their_kind(read: Builder, token: str, word: str) -> None:
    doc = read.reading.doc
    assert words.word(next(t for t in doc if t.text == token)) == word


def test_a_long_text_is_seen_in_part() -> None:
    before, after = "Sheriff Voll spoke at length about the budget of the jail. " * 60, "Nobody left. " * 60
    text = f"{before}ICE sent the jail 212 detainers in 2024, she said. {after}"
    document = Document(text, published=date(2025, 6, 10))
    builder = Builder(reader.prepare(document, reader.pipeline.parse(text)))
    _, window = seen(builder, "212")
    assert 0 < window.last - window.first <= context.LONGEST
    assert max(map(abs, window.distances)) == context.FAR


def test_every_head_shares_out_one(read: Builder) -> None:
    said = judge(read, "212")
    assert set(said) == set(net.HEADS)
    for odds in said.values():
        assert sum(odds.values()) == pytest.approx(1, abs=1e-3)
    assert NONE in said["measure"] and {"federal", "custody"} <= set(said["side"])


@pytest.mark.parametrize(
    ("number", "measures", "side"),
    [("212", {"detainers_issued", "detainers_received"}, "custody"), ("41", {"detainers_honored"}, "custody")],
)
def test_plain_sentences(read: Builder, number: str, measures: set[str], side: str) -> None:
    said = judge(read, number)
    assert max(said["measure"], key=lambda name: said["measure"][name]) in measures
    assert max(said["side"], key=lambda name: said["side"][name]) == side


def test_a_number_is_looked_at_once(read: Builder, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    plain = net.judge

    def counted(drawn: Any, window: Window, *more: str) -> dict[str, dict[str, float]]:
        asked.append(window.first + window.distances.index(0))
        return plain(drawn, window, *more)

    monkeypatch.setattr(weighing.net, "judge", counted)
    Builder(read.reading).run()
    assert asked and len(asked) == len(set(asked))


def ahead(case: Case, name: str, other: str) -> float:
    """How much more speaks for one party than for another."""
    return ranking.score(case, case.parties[name]) - ranking.score(case, case.parties[other])


@pytest.mark.parametrize(("federal", "custody", "wins"), [(0.9, 0.1, ICE), (0.1, 0.9, JAIL)])
def test_words_around_decide_between_equal_parties(federal: float, custody: float, wins: str) -> None:
    parties = {name: Party(name, "agency") for name in (ICE, JAIL)}
    plain = Case("either", [], parties=parties)
    weighed = Case("either", [], sided={"federal": federal, "custody": custody}, parties=parties)
    other = JAIL if wins == ICE else ICE
    assert ahead(weighed, wins, other) > ahead(plain, wins, other)


def test_they_say_nothing_where_the_sentence_says_whose() -> None:
    parties = {ICE: Party(ICE, "agency", ["possessive"]), JAIL: Party(JAIL, "agency", ["main custody"])}
    plain = Case("either", [], parties=parties)
    weighed = Case("either", [], sided={"federal": 0.01, "custody": 0.99}, parties=parties)
    assert ahead(weighed, ICE, JAIL) == pytest.approx(ahead(plain, ICE, JAIL))
    assert ranking.best(weighed) == ranking.best(plain)


def test_a_token_that_nothing_knows_is_no_error() -> None:
    fitted = net.load()
    known = {name: ["never seen"] * 3 for name in net.STANDING}
    drawn = net.draw(fitted, numpy.zeros((3, words.WIDTH), dtype="float32"), known)
    window = Window(0, 3, [-1, 99, 1], ["never seen"] * 3)
    said = net.odds(fitted, drawn, window, {"before": "never seen", "whose": "never seen"})
    assert sum(said["measure"].values()) == pytest.approx(1, abs=1e-3)


def test_a_text_drawn_whole_is_seen_as_its_window_alone(read: Builder) -> None:
    text, window = seen(read, "41")
    here = slice(window.first, window.last)
    vectors = numpy.array([token.vector for token in text.tokens[here]])
    alone = net.draw(net.load(), vectors, {name: entries[here] for name, entries in text.known.items()})
    said = net.odds(net.load(), alone, window, {"before": "no", "whose": "no"})
    assert said["measure"] == pytest.approx(judge(read, "41")["measure"], abs=1e-5)


@pytest.mark.parametrize("content", [None, b"no archive", b""])
def test_a_broken_file_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes | None) -> None:
    file = tmp_path / "net.npz"
    if content is not None:
        file.write_bytes(content)
    monkeypatch.setattr(net, "FILE", file)
    net.load.cache_clear()
    try:
        with pytest.raises(net.NetError, match=r"net\.npz"):
            net.load()
    finally:
        net.load.cache_clear()


def test_a_file_that_lacks_a_layer_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with numpy.load(net.FILE) as kept:
        arrays = {name: kept[name] for name in kept.files if name != "second"}
    numpy.savez(tmp_path / "net.npz", **arrays)
    monkeypatch.setattr(net, "FILE", tmp_path / "net.npz")
    net.load.cache_clear()
    try:
        with pytest.raises(net.NetError, match="'second' is missing; fit it anew"):
            net.load()
    finally:
        net.load.cache_clear()
