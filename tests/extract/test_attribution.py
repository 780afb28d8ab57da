"""Who says what: pairs of a text and the (speaker, cue, content, direct) that it holds.

A pair lists what must be found; `exactly` lists all that there is. Names and places are fictional.
"""

from __future__ import annotations

import pytest

from extract import attribution, pipeline
from extract.model import Document, Mention, Official, Quote


def read(text: str, *, officials: tuple[Official, ...] = (), bodies: dict[str, str] | None = None) -> list[Quote]:
    """The quotes of `text`; `bodies` maps wording to canonical agency names."""
    mentions = [
        Mention(wording, at, at + len(wording), "agency", name)
        for wording, name in (bodies or {}).items()
        for at in range(len(text))
        if text.startswith(wording, at)
    ]
    return attribution.find(pipeline.load()(text), Document(text), list(officials), mentions)


def shown(quotes: list[Quote]) -> list[tuple[str | None, str | None, str, bool]]:
    return [(q.speaker, q.cue, q.text.strip("“”\"‘’', "), q.direct) for q in quotes]


DIRECT = [
    (
        '"The county\'s got a drawer for all that," Weems told me. "I have a pencil."',
        [
            ("Weems", "told", "The county's got a drawer for all that", True),
            ("Weems", "told", "I have a pencil.", True),
        ],
    ),
    (
        "“We held nobody,” Sheriff Ana Toledo said Monday.",
        [("Ana Toledo", "said", "We held nobody", True)],
    ),
    (
        "“We held nobody,” said Sheriff Ana Toledo of Brindle County.",
        [("Ana Toledo", "said", "We held nobody", True)],
    ),
    (
        "“And this year?” asked Supervisor Wilma Tran.",
        [("Wilma Tran", "asked", "And this year?", True)],
    ),
    (
        "“Isn’t it true that ICE told you eleven?” asked Merritt Soames, the family’s lawyer.",
        [("Merritt Soames", "asked", "Isn’t it true that ICE told you eleven?", True)],
    ),
    (
        "The board’s president, Antonia Vickers, was unmoved: “A detainer is no conviction.”",
        [("Antonia Vickers", ":", "A detainer is no conviction.", True)],
    ),
    (
        "Sam Petrova put the reason in one word: “Liability.” The sheriff, Neil Kampfe, said he was sued.",
        [("Sam Petrova", ":", "Liability.", True)],
    ),
    (
        'Sheriff Ana Toledo said, "We held nobody."',
        [("Ana Toledo", "said", "We held nobody.", True)],
    ),
    (
        "Sheriff Ana Toledo told the board: “We held nobody. We will hold nobody.”",
        [("Ana Toledo", "told", "We held nobody. We will hold nobody.", True)],
    ),
    (
        "“The gap,” Warden Ruth Okafor wrote, “is two forms.”",
        [("Ruth Okafor", "wrote", "The gap", True), ("Ruth Okafor", "wrote", "is two forms.", True)],
    ),
    (
        "“We count what we get,” Chief Lou Parrish said. “We got nine.”",
        [("Lou Parrish", "said", "We count what we get", True), ("Lou Parrish", "said", "We got nine.", True)],
    ),
    (
        "“How many did you get?” Parrish asked. Lou Parrish is the chief of police.",
        [("Lou Parrish", "asked", "How many did you get?", True)],
    ),
    (
        "Sheriff Ana Toledo called the figure “pure fiction.”",
        [("Ana Toledo", "called", "the figure “pure fiction.", True)],
    ),
    (
        "Warden Ruth Okafor said the prison was “swamped” by the requests and has hired two clerks to sort them.",
        [("Ruth Okafor", "said", "swamped", True)],
    ),
    (
        "Mayor Dell Ivers spoke on Friday.\n\n“No one is above the law,” she said.\n\n“Not even us.”",
        [("Dell Ivers", "said", "No one is above the law", True), ("Dell Ivers", "said", "Not even us.", True)],
    ),
    (
        "“We got nine,” said a man who gave his name only as Tuck.",
        [("man", "said", "We got nine", True)],
    ),
    (
        "Chief Lou Parrish shook his head. “It was nine.”",
        [("Lou Parrish", None, "It was nine.", True)],
    ),
    (
        "According to Sheriff Ana Toledo, the jail is “not a hotel.”",
        [("Ana Toledo", "According to", "the jail is “not a hotel.", True)],
    ),
    (
        "“Detainers are requests. Nothing more,” according to a memo from the county attorney.",
        [("memo from the county attorney", "according to", "Detainers are requests. Nothing more", True)],
    ),
]


@pytest.mark.parametrize(("text", "expected"), DIRECT)
def test_direct_speech(text: str, expected: list[tuple[str, str | None, str, bool]]) -> None:
    found = [item for item in shown(read(text)) if item[3]]
    for speaker, cue, content, direct in expected:
        match = [item for item in found if item[2] == content]
        assert match, (content, found)
        assert match[0][0] == speaker and match[0][3] == direct
        assert cue is None or match[0][1] == cue
    assert len(found) == len(expected)


INDIRECT = [
    ("Sheriff Ana Toledo said the jail held 12 people.", ("Ana Toledo", "said", "the jail held 12 people")),
    ("The jail held 12 people, Sheriff Ana Toledo said.", ("Ana Toledo", "said", "The jail held 12 people")),
    ("The jail, Sheriff Ana Toledo said, held 12 people.", ("Ana Toledo", "said", "held 12 people")),
    ("According to a state audit, the jail held 12.", ("state audit", "According to", "the jail held 12")),
    ("The jail held 12, according to a state audit.", ("state audit", "according to", "The jail held 12")),
    ("By Toledo’s count, the jail held 12 people.", ("Toledo", "count", "the jail held 12 people")),
    ("Records obtained by WKLR show the jail held 12.", ("Records obtained by WKLR", "show", "the jail held 12")),
    ("Parrish was told by the warden that 12 people were held.", ("warden", "told", "12 people were held")),
    ("Chief Lou Parrish denied that the city ignored 40.", ("Lou Parrish", "denied", "the city ignored 40")),
    ("The city disputes that 40 requests were ignored.", ("city", "disputes", "40 requests were ignored")),
    ("Advocates accused the sheriff of hiding 40.", ("Advocates", "accused", "the sheriff of hiding 40")),
    ("The report cites 40 refusals.", ("report", "cites", "40 refusals")),
    ("A federal judge ruled that the county may not.", ("federal judge", "ruled", "the county may not")),
    ("As the sheriff acknowledged, 40 requests were lost.", ("sheriff", "acknowledged", "40 requests were lost")),
    ("Officials estimate that 40 requests were lost.", ("Officials", "estimate", "40 requests were lost")),
    ("The warden testified that 40 requests were lost.", ("warden", "testified", "40 requests were lost")),
    ("The council asked how many requests were lost.", ("council", "asked", "how many requests were lost")),
    ("The agency vowed to send 40 more officers.", ("agency", "vowed", "to send 40 more officers")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), INDIRECT)
def test_indirect_speech(text: str, expected: tuple[str, str, str]) -> None:
    speaker, cue, content = expected
    found = read(text)
    assert [(q.speaker, q.cue) for q in found if content in q.text] == [(speaker, cue)]
    assert not any(q.direct for q in found)


NOBODY = [
    "The city passed an ordinance known as the “Trust Act” in 2014.",
    "The jail received 12 detainers in March and honored none of them.",
    "Officers handed four people to deportation agents on Friday.",
    "The so-called “sanctuary” law bars jailers from holding anyone.",
    "TRENDING: Two hurt in Route 9 rollover",
    "The jail declined 41 of them and refused to hold 12 more.",
    "The agency requested the transfer of 12 people.",
    "ICE has asked the jail to hold 118 people since March.",
]


@pytest.mark.parametrize("text", NOBODY)
def test_nobody_speaks(text: str) -> None:
    assert shown(read(text)) == []


MARKS = [
    ('“It was nine,” Lou Parrish said.', "It was nine"),
    ('"It was nine," Lou Parrish said.', "It was nine"),
    ("''It was nine,'' Lou Parrish said.", "It was nine"),
    ("“It was nine “, Lou Parrish said.", "It was nine"),
    ("The department had nine, Lou Parrish said, but ” knows others may.”", "knows others may."),
    ("“It was nine. It was never ten, Lou Parrish said on Friday.", "It was nine. It was never ten"),
    ("“It was nine,” he said. Lou Parrish left.", "It was nine"),
    ("“They said ‘nine’ to me,” Lou Parrish said.", "They said ‘nine’ to me"),
    ("“It’s the jail’s list,” Lou Parrish said.", "It’s the jail’s list"),
    ('"We count nine," Delbert "Del" Parrish said.', "We count nine"),
    ('A 12" pipe burst. "We count nine," Lou Parrish said.', "We count nine"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "content"), MARKS)
def test_marks_straight_curly_and_stray(text: str, content: str) -> None:
    direct = [q for q in read(text) if q.direct]
    assert [q.text.strip("“”\"', ") for q in direct] == [content]


def test_a_quotation_of_several_paragraphs_is_one() -> None:
    text = "“We got nine in all,” Chief Lou Parrish said. “They came by fax.\n\n“Nobody read them.”"
    direct = [q for q in read(text) if q.direct]
    assert [q.text for q in direct] == ["“We got nine in all,”", "“They came by fax.\n\n“Nobody read them.”"]
    assert {q.speaker for q in direct} == {"Lou Parrish"}


AGENCIES = {
    "ICE": "U.S. Immigration and Customs Enforcement",
    "Dunlin County Sheriff’s Office": "Dunlin County Sheriff's Office",
    "Marsh City police": "Marsh City Police Department",
}
ICE, POLICE = AGENCIES["ICE"], AGENCIES["Marsh City police"]
RESOLVED = [
    ("ICE lodged 40 detainers. The agency said 31 were ignored.", "31 were ignored", ICE),
    ("ICE officials said 31 were ignored.", "31 were ignored", ICE),
    ("An ICE spokesman said 31 were ignored.", "31 were ignored", ICE),
    ("ICE data show 31 were ignored.", "31 were ignored", ICE),
    ("ICE answered by email. A spokesperson said 31 were ignored.", "31 were ignored", ICE),
    ("Marsh City police said 31 were ignored.", "31 were ignored", "Marsh City Police Department"),
    ("In a statement, ICE said it lodged 40. The statement said 31 were ignored.", "31 were ignored", ICE),
    ("Sheriff Ana Toledo met Mayor Dell Ivers. The sheriff said 31 were ignored.", "31 were ignored", "Ana Toledo"),
    ("Sheriff Ana Toledo met Mayor Dell Ivers. The mayor said 31 were ignored.", "31 were ignored", "Dell Ivers"),
    ("Sheriff Ana Toledo met James Ford. She said 31 were ignored.", "31 were ignored", "Ana Toledo"),
    ("Ruth Okafor, the warden, was there. Okafor said 31 were ignored.", "31 were ignored", "Ruth Okafor"),
    ("Warden Ruth Okafor-Lund was there. Okafor-Lund said 31 were ignored.", "31 were ignored", "Ruth Okafor-Lund"),
    ("ICE spokeswoman Rena Odum said 31 were ignored.", "31 were ignored", "Rena Odum"),
    ("A judge, Miriam Castle, found that 31 were ignored.", "31 were ignored", "Miriam Castle"),
    ("Ruth Okafor, who runs the prison, said 31 were ignored.", "31 were ignored", "Ruth Okafor"),
    ("Sheriff Ana Toledo came. 31 were ignored, according to figures she gave.", "31 were ignored", "Ana Toledo"),
    ("31 were ignored, according to data provided by ICE.", "31 were ignored", ICE),
    ("31 were ignored, according to a letter from ICE.", "31 were ignored", ICE),
    ("31 were ignored, according to records obtained by WKLR.", "31 were ignored", "records obtained by WKLR"),
    ("ICE lodged 31 requests in all, its own data show.", "31 requests", ICE),
    ("The Tarn Jail Council said its survey found 31 were ignored.", "its survey found", "Tarn Jail Council"),
    ("ICE sent 40. A police spokeswoman said 31 were ignored.", "31 were ignored", "police spokeswoman"),
    ("A spokeswoman for the governor said 31 were ignored.", "31 were ignored", "spokeswoman for the governor"),
    ("31 were ignored, records show.", "31 were ignored", "records"),
    ("Marsh City police met ICE. 31 were ignored, a police spokesperson said.", "31 were ignored", POLICE),
    ("ICE sent 40 to Marsh City police. An agency spokesperson said 31 were ignored.", "31 were ignored", ICE),
    ("31 were ignored, said a spokesman, Maj. Curt Delaney.", "31 were ignored", "Curt Delaney"),
    ("A clerk who was paid to untangle it reported that 31 were ignored.", "31 were ignored", "clerk"),
    ("ICE counted 40. By the sheriff’s, 31 were ignored.", "31 were ignored", "sheriff"),
    ("Criminologist Ruth Okafor, who read it, found that about 31 were ignored.", "31 were ignored", "Ruth Okafor"),
    ("From: Mayor Dell Ivers\n\nI told this council that 31 were ignored.", "31 were ignored", "Dell Ivers"),
    ("Ruth Okafor put the number of people held at 31.", "the number of people held at 31", "Ruth Okafor"),
    ("MARSH CITY, Ore. (KMCR) — Officials say 31 were ignored.", "31 were ignored", "Officials"),
    ("31 were ignored, Ruth Okafor told the board, a tally that nobody keeps.", "31 were ignored", "Ruth Okafor"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "content", "speaker"), RESOLVED)
def test_speakers_are_resolved_through_the_article(text: str, content: str, speaker: str) -> None:
    assert [q.speaker for q in read(text, bodies=AGENCIES) if content in q.text] == [speaker]


def test_an_official_keeps_role_and_agency() -> None:
    official = Official("Rena Odum", "spokeswoman", ICE, 0, 9)
    quote = read("Rena Odum said 31 were ignored.", officials=(official,))[0]
    assert (quote.speaker, quote.speaker_kind, quote.speaker_agency) == ("Rena Odum", "person", ICE)


def test_what_a_headline_quotes_is_told_below_it() -> None:
    text = "'We got nine': Sheriff answers ICE on detainers\n\n“We got nine,” Sheriff Ana Toledo said."
    found = attribution.find(pipeline.load()(text), Document(text, title=text.split("\n")[0]), [], [])
    assert [q.text for q in found if q.direct] == ["“We got nine,”"]


def test_an_interview_is_direct_speech_of_whoever_answers() -> None:
    text = "Q. Does the jail hold anyone?\n\nALDEN BOUDREAU: No. We had 12.\n\nQ. And now?\n\nBOUDREAU: Not one."
    assert [q.text for q in read(text) if q.direct] == ["No. We had 12.", "Not one."]


def test_those_whom_a_reporter_met_speak_in_a_transcript_and_the_reporter_tells() -> None:
    text = (
        "HOST: Lena Farr has more.\n\nFARR: Ulla Dettmann milks 420 cows.\n\nULLA DETTMANN: They were scared.\n\n"
        "FARR: She lost four of them.\n\nMR. FAUSTO (public comment): My brother was one."
    )
    assert [q.text for q in read(text) if q.direct] == ["They were scared.", "My brother was one."]


TRANSCRIPT = """HOST: The council met on Monday. Anna Reyes was there.
REYES: It was a long night. Chief Lou Parrish brought one slide.
CHIEF LOU PARRISH: Nine requests. We acted on none.
REYES: The council will meet again in May."""


def test_what_an_official_says_in_a_transcript_is_direct() -> None:
    direct = [q for q in read(TRANSCRIPT) if q.direct]
    assert [(q.speaker, q.cue, q.text) for q in direct] == [("Lou Parrish", ":", "Nine requests. We acted on none.")]


def test_labels_and_colons() -> None:
    quotes = read("Sgt. Ilse Drum spoke for the police.\n\nDrum: “We got nine.”")
    assert [(q.speaker, q.cue, q.text) for q in quotes if q.direct] == [("Ilse Drum", ":", "“We got nine.”")]


def test_dashes_attribute_too() -> None:
    quotes = read("“We only got nine of them all year.” — Lou Parrish, police chief")
    assert [(q.speaker, q.text) for q in quotes] == [("Lou Parrish", "“We only got nine of them all year.”")]


def test_speech_in_speech_belongs_to_the_nearest_cue() -> None:
    text = "“The Ledger reported that ICE lodged 198 detainers,” Councilor Ned Farr wrote."
    quotes = read(text, bodies=AGENCIES)
    at = text.index("198")
    inner = attribution.at(quotes, at, at + 3)
    assert inner is not None and inner.cue == "reported"
    assert [q.speaker for q in attribution.chain(quotes, inner)] == ["Ned Farr"]


def test_outside_all_speech_nobody_is_asked() -> None:
    text = "The jail held 12 people. Sheriff Ana Toledo said 31 were ignored."
    quotes = read(text)
    assert attribution.at(quotes, text.index("12"), text.index("12") + 2) is None
    assert attribution.chain(quotes, quotes[0]) == []


def test_unnamed_officer_in_a_named_one_s_speech() -> None:
    text = "Alderman Terry Wiles said a federal officer told him the city got “70 or 80” of them."
    assert [q.speaker for q in read(text) if q.direct] == ["Terry Wiles"]


@pytest.mark.parametrize("text", ["", " \n ", "“", "”", "said", "“” said", "\x00\x07", "“a" * 50, "He said " * 40])
def test_odd_input_is_no_error(text: str) -> None:
    for quote in read(text):
        assert 0 <= quote.start < quote.end <= len(text)


def test_offsets_point_at_the_evidence() -> None:
    text = "“We held nobody,” said Sheriff Ana Toledo. By her count, 12 asked."
    for quote in read(text):
        assert text[quote.start : quote.end] == quote.text
        assert quote.cue_start is None or text[quote.cue_start : quote.cue_end] == quote.cue


def test_he_is_whoever_the_paragraph_is_about() -> None:
    text = (
        "Chairman Marvin Eddy noticed. “That is his 19,” Eddy said.\n\n"
        "The sheriff first said she “misspoke.” Pressed, he said, “I’d have to look.”\n\n"
        "Sheriff Douglas Amsler runs the jail."
    )
    assert [q.speaker for q in read(text) if "look" in q.text] == ["Douglas Amsler"]


DIALOGUE = """“How many did you get?” Councilwoman Dana Ruiz asked.

“Eleven,” Chief Lou Parrish said.

“And how many did you honor?”

“None.”"""


def test_question_and_answer_are_two_people_s() -> None:
    assert [q.speaker for q in read(DIALOGUE)] == ["Dana Ruiz", "Lou Parrish", "Dana Ruiz", "Lou Parrish"]


INTERVIEW = """Sheriff Imelda Castan took office in January. She spoke with the Register.

Q: How many did you inherit?

A: There were 26 on the books. Today there are five."""


def test_answers_in_an_interview_are_the_official_s_own() -> None:
    direct = [q for q in read(INTERVIEW) if q.direct]
    assert [(q.speaker, q.text) for q in direct] == [
        ("Imelda Castan", "There were 26 on the books. Today there are five.")
    ]


def test_in_a_conversation_the_label_that_asks_nothing_answers() -> None:
    text = (
        "A conversation with the clerk\n\nThe jail got 85 detainers.\n\nBULLETIN: How do they come?\n\nNORA BELL: By"
        " email.\n\nBULLETIN: And then?\n\nBELL: I stamp them.\n\nBULLETIN: All of them?\n\nBELL: All 85."
    )
    said = [(q.speaker, q.text) for q in read(text) if q.direct]
    assert ("Nora Bell", "I stamp them.") in said and ("Nora Bell", "All 85.") in said
    assert not [words for _, words in said if words.endswith("?")]


def test_a_role_in_a_headline_is_the_person_of_the_text() -> None:
    quotes = read("Sheriff says 31 were ignored\n\nSheriff Ana Toledo met the board on Monday.")
    assert [(q.speaker, q.text) for q in quotes] == [("Ana Toledo", "31 were ignored")]
