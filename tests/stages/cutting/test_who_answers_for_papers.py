"""Who answers in papers that write down what others said: a deposition's witness, the agency in written answers."""

from __future__ import annotations

import pytest
from drawn_page import file, page

from pipeline.patterns.law.exemptions import legible, uncoded
from pipeline.patterns.openings.questions import answered_in_writing, asked_of
from pipeline.records.document import Document
from pipeline.records.source import Release
from pipeline.stages.segment import Params, segment

GUARD = Release("r", agency="U.S. Coast and Harbor Guard", component="Ferry Checks")
COURT = "UNITED STATES DISTRICT COURT\nDISTRICT OF FRANKLIN\n\nMARLOW CREWS, et al., No. 11-cv-7\nPlaintiffs,\nv. Deposition of\n"
CAPTION = "U.S. COAST AND HARBOR GUARD, {}\nDefendant. (third-party witness)\n\n"
ASKED = (
    "{} first duly sworn, testified as follows.\n"
    "1 Q. Who ran the checks?\n2 A. We did. The Guard paid nothing.\n3 Q. When?\n4 A. In May.\n"
)
WRITTEN = (
    "Question#: 1\nTopic: tags\nHearing: Ferries and the Lines\nPrimary: The Honorable Jo Poe\nDate: March 2, 2011\n"
    "Question: How many tags were given?\nResponse: {} regrets the delay. Twelve tags were given in May, and the boats went on.\n"
)
LETTER = "U.S. COAST AND HARBOR GUARD\n\nApril 6, 2010     BY FAX AND MAIL 555-555-0188\n\n{}\nMarlow Harbor\n\nRe: Tags\n\n{}\n"
PROSE = "Twice this month a boat left without its tag. You must call the desk before any boat is let go from the yard.\nAnn Roe\n"


def read(text: str) -> Document:
    return segment(file("a.pdf", "application/pdf"), GUARD, (page(text, 1, ""),), Params()).documents[0]


@pytest.mark.parametrize(
    ("text", "author", "kind"),
    [
        (COURT + CAPTION.format("SHERIFF HOLT DUNNE") + ASKED.format("HOLT DUNNE,"), "SHERIFF HOLT DUNNE", "local"),
        (COURT + CAPTION.format("HOLT DUNNE") + ASKED.format("HOLT DUNNE,"), "HOLT DUNNE", ""),
        ("DEPOSITION OF THE ASSISTANT DIRECTOR, COAST AND HARBOR GUARD\nMay 4, 2011\n\n" + ASKED.format("THE DESIGNEE,"),
         "ASSISTANT DIRECTOR, COAST AND HARBOR GUARD", "agency"),
    ],
)  # fmt: skip
def test_a_caption_s_parties_are_no_witness(text: str, author: str, kind: str) -> None:
    made = read(text)
    assert (made.author, made.author_kind) == (author, kind)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (WRITTEN.format("The Guard"), "agency"),
        (WRITTEN.format("The Guard").replace("Topic: tags", "Committee: SENATE, Subcommittee on Tags"), "agency"),
        (WRITTEN.format("The Guard").replace("How many", "My own county was told none. How many"), "agency"),
        (WRITTEN.format("Our county"), ""),
        (WRITTEN.format("The Guard").replace("Topic: tags", "Franklin State Auditor"), "state"),
        ("Hearing: Ferries and the Lines\n\nTHE CHAIR: Order.\nMR. POE: How many tags?\nTHE CHAIR: Go on.\n", ""),
    ],
)
def test_answers_for_the_record_are_the_agency_s(text: str, kind: str) -> None:
    assert read(text).author_kind == kind


def test_what_is_asked_on_oath_is_not_answered_in_writing() -> None:
    assert answered_in_writing(WRITTEN)
    assert not answered_in_writing(WRITTEN + "\nHOLT DUNNE, duly sworn\n")
    assert not answered_in_writing("Question: How many?\nAnswer: Two.\n")


@pytest.mark.parametrize(
    ("above", "greeting", "kind"),
    [
        ("Sheriff Ann Poe", "Sheriff:", "letter"),
        ("Ann Poe, Commissioner", "Commissioner:", "letter"),
        ("Harbor List", "Sheriff:", "other"),
        ("Sheriff Ann Poe", "Sheriff: no call", "other"),
    ],
)
def test_a_rank_alone_greets_whom_the_address_names(above: str, greeting: str, kind: str) -> None:
    made = read(LETTER.format(above, greeting) + PROSE)
    assert made.kind == kind
    assert made.date == "2010-04-06" or kind == "other"


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Pat Hale, Acting Director (6) awe", "Pat Hale, Acting Director"),
        ("Pat Hale (&),(7)(C)", "Pat Hale"),
        ("Pat Hale (b)(6)", "Pat Hale (b)(6)"),
        ("Pat Hale, Director (Acting)", "Pat Hale, Director (Acting)"),
        ("Hale, Pat (CTR)", "Hale, Pat (CTR)"),
        ("(b)(6), (b)(7)(C)", "(b)(6), (b)(7)(C)"),
        ("Pat Hale, Region (5) Director", "Pat Hale, Region (5) Director"),
        ("{o&), e) Pat Hale, Harbor Master", "Pat Hale, Harbor Master"),
        ("[@) J. Hale", "J. Hale"),
        ("| Harbor Desk", "Harbor Desk"),
        ("[@), SC Ferry Desk", "SC Ferry Desk"),
        ("[Ed Hale]", "[Ed Hale]"),
        ("[Ed Hale", "[Ed Hale"),
        ("(Acting) Director", "(Acting) Director"),
        ("(b)(6), (b)(7)(C) (Dock Clerk, Pier 4)", "(b)(6), (b)(7)(C) (Dock Clerk, Pier 4)"),
        ("(b)(6) Harbor Master", "(b)(6) Harbor Master"),
        ("SC / Tag Desk", "SC / Tag Desk"),
        ("jo@dell.us Hale", "jo@dell.us Hale"),
        ("<Jo Hale>", "<Jo Hale>"),
        ("[o@),", "[o@),"),
        (">", ">"),
        ("", ""),
    ],
)
def test_scraps_of_codes_are_no_part_of_a_name(printed: str, name: str) -> None:
    assert uncoded(printed) == name


def test_a_stray_bracket_is_no_part_of_codes() -> None:
    assert legible("}(b)(6), (b)(7)(C)") == "(b)(6), (b)(7)(C)"
    assert legible("{o@), Harbor Master") == "Harbor Master"


def test_a_memo_is_by_the_name_behind_a_misread_box() -> None:
    memo = "MEMORANDUM\n\nTo: The Dock Desk\nFrom: {}\nDate: May 4, 2011\nSubject: Tags\n\n" + PROSE
    assert read(memo.format("[o@), ac) Harbor Master")).author == "Harbor Master"
    assert read(memo.format("Pat Hale, Harbor Master")).author == "Pat Hale, Harbor Master"


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("Answers of the Bureau of Piers, May 4, 2011", "the Bureau of Piers"),
        ("House Committee on Piers - Hearing of May 4, 2011 - Answers of CHG", "CHG"),
        ("RESPONSES OF DIRECTOR PAT HALE TO QUESTIONS FOR THE RECORD", "DIRECTOR PAT HALE"),
        ("Questions of Ms. Poe; answers of the Office on Ferries", "the Office on Ferries"),
        ("Responses to the questions of Senator Poe", ""),
        ("Answers of May 4, 2011", ""),
        ("Answers from the hearing of May 4", ""),
        ("Answers of the Committee on Piers", ""),
        ("Responses of the Witnesses", ""),
        ("No answers of the Guard had come by May", ""),
        ("Answers of the Guard were late, and nobody asked for them until the fall", ""),
    ],
)
def test_a_head_says_whose_answers_they_are(line: str, who: str) -> None:
    assert asked_of((line,)) == who


PUT = "Question 1 (Ms. Poe). How many tags?\nAnswer. Twelve tags were given.\n\nQuestion 2. What cost?\nAnswer. Nothing.\n"


@pytest.mark.parametrize(
    ("head", "author", "kind", "day"),
    [
        ("House Committee on Piers - Hearing of May 16, 2011 - Answers of the Coast and Harbor Guard\n"
         "Returned to the Committee June 8, 2011\n", "Coast and Harbor Guard", "agency", "2011-06-08"),
        ("House Committee on Piers\nResponses of the Franklin State Auditor\n", "Franklin State Auditor", "state", ""),
        ("House Committee on Piers\nAnswers of May 16, 2011\nQuestions sent to the Guard June 8, 2011\n", "", "", ""),
    ],
)  # fmt: skip
def test_who_answers_for_the_record_speaks(head: str, author: str, kind: str, day: str) -> None:
    made = read("Questions for the Record\n" + head + "\n" + PUT)
    if author:
        assert (made.author, made.author_kind) == (author, kind)
    assert made.author_kind != "congress"
    assert made.date == day if day else made.date != "2011-06-08"


PRINT = (
    "Questions for the Record\n{}\nHouse Committee on Piers - hearing of May 16, 2011\n\n"
    + PUT
    + "Question 3. Who chooses?\nAnswer. The Guard does.\n\nSerial No. 9-40 Subcommittee print, page 12\n"
)


@pytest.mark.parametrize(
    ("line", "author", "kind"),
    [
        ("Submitted by Rep. Jo Poe to Deputy Director Pat Hale", "Deputy Director Pat Hale", "agency"),
        ("Submitted by Rep. Jo Poe to Pat Hale, Deputy Director", "Pat Hale, Deputy Director", "agency"),
        ("Submitted by Rep. Jo Poe to the Coast and Harbor Guard", "Coast and Harbor Guard", "agency"),
        ("Answers returned June 3, 2011", "", "agency"),
        # Whoever is asked need not be of the house whose papers these are.
        ("Submitted by Rep. Jo Poe to Sheriff Holt Dunne", "Sheriff Holt Dunne", "local"),
        ("Submitted by Rep. Jo Poe to Dr. Ida Moss, Dorn University", None, ""),
        ("Submitted by Rep. Jo Poe to Ida Moss, Harbor Families Coalition", None, "advocate"),
        ("Submitted by Rep. Jo Poe to Ida Moss, who keeps the Dorn docks", None, ""),
    ],
)
def test_a_committee_s_print_of_answers_is_whose_they_are(line: str, author: str | None, kind: str) -> None:
    made = read(PRINT.format(line))
    assert made.author_kind == kind
    assert author is None or made.author == author
