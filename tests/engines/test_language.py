"""The parser's door: spans true to the page, sentences cut where the layout cuts, nothing broken by noise."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.engines import language
from pipeline.engines.language import SpacyParser
from pipeline.engines.running import LONGEST_PIECE
from pipeline.errors import MissingTool
from pipeline.records.language import Sentence

PARSER = SpacyParser()


def texts(page: str) -> list[str]:
    return [sentence.text for sentence in PARSER.parse(page)]


def folded(raw: str) -> str:
    return re.sub(r"[-\u00ad\u2010\u2011¬\s>|]|[\ud800-\udfff\ufffd]", "", raw)


def assert_true(page: str, sentences: tuple[Sentence, ...]) -> None:
    at = 0
    for sentence in sentences:
        assert at <= sentence.start < sentence.end <= len(page)
        at = sentence.end
        assert (sentence.start, sentence.end) == (sentence.tokens[0].start, sentence.tokens[-1].end)
        assert "\n" not in sentence.text
        for token in sentence.tokens:
            assert folded(page[token.start : token.end]) == folded(token.text)
            assert 0 <= token.head < len(sentence.tokens)


def test_identity_names_version_and_model() -> None:
    assert re.fullmatch(r"spacy 3\.\S+ en_core_web_sm\S* \S+ split \d+", PARSER.identity())


def test_missing_model_is_a_missing_tool() -> None:
    with pytest.raises(MissingTool, match="no_such_model"):
        SpacyParser(("no_such_model",)).parse("A sentence.")


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("The county may ask for volun-\ntary enrol-\nment.", ["The county may ask for voluntary enrolment."]),
        ("This is a long-\nterm plan of the office.", ["This is a long-term plan of the office."]),
        ("They cite case 10-\n2674 of the office.", ["They cite case 10-2674 of the office."]),
        ("See 8 U.S.C. § 1373 and Sec. 12 of the Act.", ["See 8 U.S.C. § 1373 and Sec. 12 of the Act."]),
        ("Q: May a county leave?\nA: It may not.", ["Q: May a county leave?", "A: It may not."]),
        ("• Counties join\n• States sign", ["• Counties join", "• States sign"]),
        ("To: The Chief\nSubject: Fees\nThe fee is set.", ["To: The Chief", "Subject: Fees", "The fee is set."]),
        ("Heading\n\nThe plan works.", ["Heading", "The plan works."]),
        ("> The sheriff wrote that the\n> fee was paid.", ["The sheriff wrote that the fee was paid."]),
        ("The sheriff agreed\n(b) of the list was struck.", ["The sheriff agreed (b) of the list was struck."]),
        ("Marlow County\nOffice of Fees\nElmford, IL 60000", ["Marlow County", "Office of Fees", "Elmford, IL 60000"]),
        ("Mr. ████ ██████ said that it works.", ["Mr. ████ ██████ said that it works."]),
        ("Pike sends all cases incl. dog licenses.", ["Pike sends all cases incl. dog licenses."]),
        ("We hold misd. cases too. Nobody pays.", ["We hold misd. cases too.", "Nobody pays."]),
        ("They are logged as nos. 4 and 5.", ["They are logged as nos. 4 and 5."]),
        ("It was 4 hrs. on weekends. It was 6 hrs. He left.", ["It was 4 hrs. on weekends.", "It was 6 hrs.", "He left."]),
        ("Asst. Sec. Cole and Atty. Voss agreed.", ["Asst. Sec. Cole and Atty. Voss agreed."]),
        ("They sent it to the ofc. She never saw it.", ["They sent it to the ofc.", "She never saw it."]),
        ("the jail is live. nobody told us.", ["the jail is live.", "nobody told us."]),
    ],
)  # fmt: skip
def test_sentences_follow_the_layout(page: str, expected: list[str]) -> None:
    assert texts(page) == expected
    assert_true(page, PARSER.parse(page))


FULL_LINE = "The fee of the county was set by the board at the meeting in"


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (f"{FULL_LINE}\n\nthe spring.", [f"{FULL_LINE} the spring."]),
        (  # the spacing of this page says nothing, so what begins with a capital goes on as well
            f"{FULL_LINE}\n\nthe spring. {FULL_LINE}\n\nthe summer. {FULL_LINE}\n\nMarlow.",
            [f"{FULL_LINE} the spring.", f"{FULL_LINE} the summer.", f"{FULL_LINE} Marlow."],
        ),
        (f"{FULL_LINE} May.\n\nthe end", [f"{FULL_LINE} May.", "the end"]),
        (f"Kim,\n\nthe county wrote. {FULL_LINE} May.", ["Kim,", "the county wrote.", f"{FULL_LINE} May."]),
        (f"{FULL_LINE}\n\nMarlow County", [FULL_LINE, "Marlow County"]),
        (f"{FULL_LINE}\n\n- The roads are dry.", [FULL_LINE, "- The roads are dry."]),
        (f"{FULL_LINE}\n\nThe CHAIRMAN. It is late.", [FULL_LINE, "The CHAIRMAN.", "It is late."]),
        (f"{FULL_LINE.upper()}\n\nthe spring is wet.", [FULL_LINE.upper(), "the spring is wet."]),
        ("We spoke with\nMs. ROE of Marlow. It is late.\nMr. HALE. So it is.",
         ["We spoke with", "Ms. ROE of Marlow.", "It is late.", "Mr. HALE.", "So it is."]),
    ],
)  # fmt: skip
def test_an_empty_line_parts_paragraphs_and_not_lines(page: str, expected: list[str]) -> None:
    assert texts(page) == expected
    assert_true(page, PARSER.parse(page))


def test_numbers_printed_before_the_lines_of_a_transcript_are_no_words() -> None:
    lines = ["Q. Did the county sign?", "A. It did not, and it", "was not asked to."] + ["Q. Why?", "A. I do not know."] * 4
    page = "\n".join(f"{number} {line}" for number, line in enumerate(lines, 1))
    assert texts(page)[:3] == ["Q. Did the county sign?", "A. It did not, and it was not asked to.", "Q. Why?"]
    assert texts("3 roads\n4 bridges\nThe rest is in the list.")[0].startswith("3 roads")


_TURNS = [
    "MS. ROE: Has a crew ever been kept",
    "at the dock longer than a night and a day?",
    "MR. VALE: Nobody at the North",
    "Harbor docks has been kept longer than a night on any of",
    "our papers.",
    "MS. ROE: I see. And who told the",
    "Guard of it? You said the",
    "CROSS-EXAMINATION",
    "BY MR. TESK:",
    "Q. Thank you.",
    "EXHIBIT OF THE DOCK",
    "Clerk of the Dock",
    "Harbor Hall",
]


def test_a_turn_goes_on_below_its_first_line_which_is_set_in() -> None:
    found = texts("\n".join(f"{number} {line}" for number, line in enumerate(_TURNS, 1)))
    assert any("Nobody at the North Harbor docks has been kept longer than a night on any of our papers." in one for one in found)
    assert "MS. ROE: I see." in found and "And who told the Guard of it?" in found
    assert {"BY MR. TESK:", "Clerk of the Dock", "Harbor Hall"} <= set(found)
    assert not any("Harbor Hall" in one and "Clerk" in one for one in found)


def test_below_a_turn_a_line_without_a_number_begins_anew() -> None:
    page = "\n".join(f"{number} {line}" for number, line in enumerate([*_TURNS, "MR. VALE: We saw none"], 1))
    assert "Marlow Reporting" in texts(f"{page}\nMarlow Reporting")


def test_without_numbers_a_short_line_ends_where_a_name_begins() -> None:
    assert "Harbor docks has been kept longer than a night on any of our papers." in texts("\n".join(_TURNS[:5]))


def test_wrapped_prose_stays_one_sentence() -> None:
    page = "The county board of Marlow told the state\nPolice that it would not sign, and the chief of the\nDistrict agreed."
    assert len(texts(page)) == 1


@pytest.mark.parametrize(
    "rows",
    [
        ["Persons moved: 46,908", "of these without a record: 12,870 (27 percent)", "Level 1: 9,610", "Level 2 and 3: 24,428"],
        ["Persons moved 46,908", "Without a record 12,870 27%", "Towns connected 612"],
        ["Persons moved ..... 46,908", "of these, first level ..... 9,610 (21%)"],
    ],
)
def test_rows_of_figures_are_not_run_together(rows: list[str]) -> None:
    assert texts("\n".join(rows)) == rows


@pytest.mark.parametrize(
    "page",
    [
        "It was 14 in 2009, and the count rose to 45\nin 2010 as the office had said it would.",
        "The office moved 300 persons in 2009, and 612\nof these had no record at all.",
        "The fee stood at 12 until May 4, 2010\nand was then put up to 14.",
    ],
)
def test_running_text_that_breaks_behind_a_number_goes_on(page: str) -> None:
    assert texts(page) == [" ".join(page.split())]


def test_entities_are_labelled() -> None:
    tokens = PARSER.parse("Governor Jane Example met officials in Chicago on March 3, 2010.")[0].tokens
    assert {token.ent for token in tokens} >= {"PERSON", "GPE", "DATE"}


@pytest.mark.parametrize("page", ["", " \n\n \n", "█" * 3000, "a" * 3000, "\ud800\x00 \n\n--\n", "(b)(6)\n\n(b)(", "> > >\n>"])
def test_odd_pages_do_no_harm(page: str) -> None:
    assert_true(page, PARSER.parse(page))


def test_a_huge_paragraph_is_cut_between_sentences() -> None:
    line = "The sheriff said that the fee was paid. "
    page = line * (2 * LONGEST_PIECE // len(line))
    sentences = PARSER.parse(page)
    assert_true(page, sentences)
    assert {sentence.text for sentence in sentences} == {line.strip()}


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from([*"aZ9.,:;-•>█()\n\n  ", "\n\n", "the ", "Q:", "enforce-\nment", "U.S.", "\t", "\u00ad\n", "é"]),
        max_size=60,
    )
)
def test_every_token_reads_as_the_page_does(parts: list[str]) -> None:
    page = "".join(parts)
    assert_true(page, PARSER.parse(page))


@pytest.mark.parametrize(
    "page",
    [
        "",
        "\n \n",
        "To: A County\nThe pro-\ngram is new. It isn’t\u00a0free.\n\n• one\n• two",
        "Q: Why?\nA: No.\x0b5km to  go",
        "a " * 11_000,
    ],
)
def test_words_are_cut_as_in_a_parse(page: str) -> None:
    parsed = [token.text for sentence in PARSER.parse(page) for token in sentence.tokens]
    assert [word for words in PARSER.words(page) for word in words] == parsed


NAMED = "The sheriff of Marlow County met Ann Sample of the Budget Office on May 3, 2010.\n\nShe paid $40 in Elmford."


def test_labels_are_looked_for_only_where_one_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    ner = PARSER._nlp.get_pipe("ner")

    def counted(doc: Any) -> Any:
        read.append(doc.text)
        return ner(doc)

    monkeypatch.setattr(PARSER._nlp, "get_pipe", lambda name: counted if name == "ner" else ner)
    first, second = PARSER.parse(NAMED)
    assert (first.text, second.text, read) == (NAMED.split("\n")[0], NAMED.split("\n")[-1], [])
    assert [token.ent for token in second.tokens] == [token.ent for token in second.tokens]
    assert read == [second.text]


@pytest.mark.parametrize("page", [NAMED, "", " \n", "It rained.", "Ann\nSample, Marlow\n\n• Ann Sample • May 3\n", "U.S. " * 40])
def test_entities_are_those_of_the_tokens(page: str) -> None:
    told = [(token.start, token.end, token.ent) for sentence in PARSER.parse(page) for token in sentence.tokens if token.ent]
    entities = PARSER.entities(page)
    held = [(start, end, one.label) for one in entities for start, end, _ in told if one.start <= start and end <= one.end]
    assert held == told
    assert all(folded(page[one.start : one.end]) == folded("".join(one.words)) for one in entities)
    assert bool(entities) == (page.strip() not in ("", "It rained."))


def test_a_vocabulary_that_has_grown_is_begun_anew_and_nothing_reads_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language, "GATHERED", 3)
    parser = SpacyParser()
    seen = [parser.parse(page) for page in (NAMED, "Qwxz plimf vorgle.", NAMED)]
    first = parser._nlp
    assert parser.parse(NAMED) == seen[0] == seen[2] == PARSER.parse(NAMED)
    assert parser._nlp is not first
    assert [[token.ent for token in one.tokens] for one in seen[0]] == [[token.ent for token in one.tokens] for one in seen[2]]
