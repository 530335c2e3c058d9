"""Where an examination begins in a transcript, and what only sounds like it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.patterns.openings.examined import day_of, examinations, is_asked


@pytest.mark.parametrize(
    ("text", "who", "date"),
    [
        ("12\n1 EXAMINATION OF THE PORT COORDINATOR (June 16, 2011)\n2 Q. You are", "PORT COORDINATOR", "2011-06-16"),
        ("1 * * *\n2 CROSS-EXAMINATION OF THE CHIEF, BOATS BRANCH\n3 Q. Go on", "CHIEF, BOATS BRANCH", ""),
        ("1 May 5, 2011\n2 THE BOATS CHIEF,\n3 called as a witness and duly sworn:\n", "BOATS CHIEF", "2011-05-05"),
        ("1 THE CLERK IN CHARGE OF SCALES,\n2 having been first duly sworn, said:", "CLERK IN CHARGE OF SCALES", ""),
        ("JO ROE,\na witness herein, being duly sworn", "JO ROE", ""),
        ("The witness, the Sheriff of Marlow, being sworn, said:", "Sheriff of Marlow", ""),
        ("VIDEOTAPED DEPOSITION OF\n\nTHE CLERK,\nPORT OF LINDEN\nTaken May 3, 2011", "CLERK, PORT OF LINDEN", "2011-05-03"),
        ("Interview with Jo Roe, Port Clerk\nMay 4, 2010", "Jo Roe, Port Clerk", "2010-05-04"),
        ("Interview with Jo Roe\nMay 4, 2010", "Jo Roe", "2010-05-04"),
        ("FURTHER EXAMINATION OF THE SHERIFF\nQ. Go on", "SHERIFF", ""),
        ("Sheriff Dole, being duly sworn, said:", "Sheriff Dole", ""),
    ],
)  # fmt: skip
def test_who_is_examined_and_when(text: str, who: str, date: str) -> None:
    (found,) = examinations(text)
    assert (found.who, found.date) == (who, date)
    assert found.start == 0 or text[found.start - 1] == "\n"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "I was sworn to secrecy, and the deposition of the silt went on.",
        "He was duly sworn.",
        "8 Q. Were you duly sworn in as deputy?",
        "CROSS-EXAMINATION\nBY MR. ROE:",
        "The examination of the county's scale took an hour.",
        "THE COURT: The witness was sworn and left.",
        "Interview of\n\nMay 4, 2010\n",
        "Interviews with Local Officials\nThe team asked all of them.",
        "Interview with Ferry Crews\nThe team asked all of them.",
        "Examination of Jail Records\nThe team read the records.",
        "Examination of Ferry Data\nThe team read the data.",
        "Sheriff Dole, being sworn into office, thanked the board.",
    ],
)
def test_what_begins_no_examination(text: str) -> None:
    assert examinations(text) == ()


def test_a_certificate_ends_an_examination() -> None:
    text = "EXAMINATION OF THE CHIEF\nQ. Who?\nA. I.\nREPORTER'S CERTIFICATE\nI took this down."
    assert [one.who for one in examinations(text)] == ["CHIEF", ""]
    assert [one.who for one in examinations(text.replace("REPORTER'S CERTIFICATE", "Q. Is the certificate old?"))] == ["CHIEF"]


def test_a_title_page_says_when_somebody_was_examined() -> None:
    title = "DEPOSITIONS OF\nTHE HARBOR MASTER\nTaken May 3, 2011\nand\nTHE BRANCH CHIEF\nTaken May 5, 2011\n"
    assert day_of("HARBOR MASTER", (title,)) == "2011-05-03" and day_of("BRANCH CHIEF", ("", title)) == "2011-05-05"
    assert day_of("SHERIFF", (title,)) == "" and day_of("Taken", ("Taken, nobody knows when",)) == ""


def test_two_questions_make_an_examination() -> None:
    assert is_asked(("1 Q. Is it old?\n2 A. It is.",)) and is_asked(("Q: Who?\nA: I.",))
    assert not is_asked(("A scale was read.\nQuarterly figures",)) and not is_asked(())


@given(st.text(alphabet="EXAMINATION OF sworn duly,\n1 2011May5()", max_size=300))
def test_any_text_is_read_and_examinations_stand_in_order(text: str) -> None:
    starts = [one.start for one in examinations(text)]
    assert starts == sorted(set(starts)) and all(0 <= start < len(text) for start in starts)
