"""The whole reading: what is kept back, what is odd, many at once, and what was said of one real case."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from extract import pipeline, reader
from extract.model import Analysis, Document, from_dict

ICE, POLICE = "U.S. Immigration and Customs Enforcement", "Boston Police Department"
RELEVANT = "PELLBROOK, Ohio — Pellbrook police received 52 immigration detainers last year, Chief Omar Reyes said."
SHARED = Path(os.environ.get("DETAINER_WATCH_SHARED") or Path(__file__).parents[2].parent / "shared")


def read(text: str, published: date | None = date(2025, 6, 10)) -> Analysis:
    return reader.read(Document(text, published=published))


def test_a_relevant_document_is_read() -> None:
    analysis = read(RELEVANT)
    assert analysis.unread is None
    assert [(c.value, c.measure, c.period_start) for c in analysis.claims] == [(52, "detainers_received", "2024-01-01")]
    assert from_dict(analysis.to_dict()) == analysis


@pytest.mark.parametrize(
    "text",
    ["", "   \n\n ", "The council voted 7 to 2 to plant 40 trees.",
     "Die Polizei hat im Jahr 2024 insgesamt 52 Anfragen erhalten. " * 5],
    ids=["empty", "blank", "off topic", "German"],
)  # fmt: skip
def test_what_the_gate_keeps_back_has_a_reason_and_no_claim(text: str) -> None:
    analysis = read(text)
    assert analysis.unread
    assert analysis.claims == []


def test_an_off_topic_text_given_by_hand_is_read_for_all_but_claims() -> None:
    text = "The council voted 7 to 2 to plant 40 trees, Mayor Ada Lund said."
    [by_hand] = reader.read_many([Document(text)], by_hand=True)
    assert (by_hand.unread, by_hand.claims) == ("off topic", [])
    assert ("Ada Lund", "said") in [(q.speaker, q.cue) for q in by_hand.quotes]
    assert reader.read(Document(text)).quotes == []


def test_without_a_publication_date_relative_periods_stay_open_and_the_note_says_so() -> None:
    analysis = read(RELEVANT, published=None)
    assert [(c.value, c.period_start, c.period_end) for c in analysis.claims] == [(52, None, None)]
    assert reader.NO_DATE in analysis.notes


@pytest.mark.parametrize(
    "text",
    [
        RELEVANT.replace(" ", "\x00 ", 3) + "\x07\x1b[31m",
        "ICE detainers " * 200 + "52",
        "“" * 500 + RELEVANT,
        RELEVANT + "\n\n" + "• 1\n" * 300,
        "ICE detainer\n" + "1 2 3 | 4 | 5\n" * 200,
        "ICE lodged \u202e52\u202c detainers " + "\U0001f6a8" * 50,
    ],
    ids=["control characters", "no sentence", "open quotation marks", "bare bullets",
         "a table of nothing", "direction marks"],
)  # fmt: skip
def test_odd_text_is_no_failure(text: str) -> None:
    analysis = read(text)
    assert analysis.unread is None or "could not be read" not in analysis.unread
    for claim in analysis.claims:
        assert text[claim.value_start : claim.value_end] == claim.value_text


def test_a_megabyte_of_one_sentence_is_kept_unread_and_a_long_text_is_cut_and_says_so() -> None:
    endless = read("ICE lodged 52 immigration detainers and " + "then it went on and " * 50_000)
    assert (len(endless.document.text) > 1_000_000, endless.unread, endless.claims) == (True, "no sentences", [])
    long = read("ICE lodged 52 immigration detainers. " + "Then it went on. " * 5_000)
    assert reader.TOO_LONG in long.notes
    assert {c.value for c in long.claims} <= {52}


def test_one_bad_document_costs_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = reader.analyse

    def fails(document: Document, doc: object) -> Analysis:
        if "BROKEN" in document.text:
            raise ValueError("odd")
        return whole(document, doc)  # type: ignore[arg-type]

    monkeypatch.setattr(reader, "analyse", fails)
    good, bad = Document(RELEVANT, published=date(2025, 6, 10)), Document("BROKEN " + RELEVANT)
    analyses = list(reader.read_many([good, bad, good]))
    assert [len(a.claims) for a in analyses] == [1, 0, 1]
    assert analyses[1].unread == "could not be read: ValueError: odd"


def test_many_are_read_in_their_order_whatever_the_processes() -> None:
    documents = [Document(RELEVANT.replace("52", str(n)), published=date(2025, 6, 10)) for n in (11, 22, 33)]
    documents.insert(1, Document("Nothing of the kind."))
    one = list(reader.read_many(documents, batch_size=2))
    two = list(reader.read_many(documents, processes=2, batch_size=2))
    assert [[c.value for c in a.claims] for a in one] == [[11], [], [22], [33]]
    assert [a.to_dict() for a in two] == [a.to_dict() for a in one]


def test_processes_read_with_the_model_that_is_configured_when_they_are_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    documents = [Document(RELEVANT, published=date(2025, 6, 10))] * 3
    assert [len(a.claims) for a in reader.read_many(documents, processes=2, batch_size=1)] == [1, 1, 1]
    monkeypatch.setenv(pipeline.MODEL_VARIABLE, "en_core_web_xx")
    with pytest.raises(pipeline.ModelError, match="en_core_web_xx"):
        list(reader.read_many(documents, processes=2, batch_size=1))


def test_a_batch_of_long_texts_is_small() -> None:
    long, short = Document("x" * 12_000), Document("x" * 100)
    batches = reader._batches([short, short, short, long, long, short, short], 3)
    assert [[len(d.text) for d in batch] for batch in batches] == [
        [100, 100, 100], [12_000], [12_000, 100, 100],
    ]  # fmt: skip


def test_the_parser_sees_layout_first() -> None:
    assert "layout" in pipeline.load().pipe_names


@pytest.mark.skipif(not (SHARED / "seeds").is_dir(), reason="the real articles are not beside this checkout")
@pytest.mark.parametrize("number", ["000", "002"])
def test_the_real_case(number: str) -> None:
    (file,) = (SHARED / "seeds").glob(f"{number}_*.txt")
    analysis = reader.read(Document(file.read_text(encoding="utf-8"), published=date(2025, 1, 13)))
    found = {(c.claimant, c.value, c.measure, c.period_start, c.period_end, c.jurisdiction) for c in analysis.claims}
    assert {
        (POLICE, 15, "detainers_received", "2024-01-01", "2024-12-31", "Boston, MA"),
        (ICE, 198, "detainers_issued", "2024-01-01", "2024-12-31", "Boston, MA"),
    } <= found
    assert {c.value for c in analysis.claims} == {15, 198}
