"""The day a paper without a header bears: in its head, its margin, as the end of what it counts; and days not its own."""

from __future__ import annotations

from dataclasses import replace

import pytest
from drawn_page import RELEASE, file, page

from pipeline.patterns.days.dating import date_of_letterhead, date_of_text
from pipeline.patterns.days.head_dates import date_of_figures, date_of_head
from pipeline.patterns.days.revised import date_of_margin
from pipeline.patterns.openings.headers import header_blocks
from pipeline.stages.segment import Params, segment


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Harbor Watch Program Office, May 2010. For use with port officials and the press.", "2010-05"),
        ("October 10, 2010 - Page A1 - By a staff reporter", "2010-10-10"),
        ("Riverbend Law Project, oral history of the ferries, May 14, 2012. Transcript, lightly edited.", "2012-05-14"),
        ("Bureau of Weights | June 2011 | Internal use only", "2011-06"),
        ("Training Branch, April 2010, version 1.4", "2010-04"),
        ("The Ashby Ledger, Sunday, March 6, 2011, p. 4", "2011-03-06"),
    ],
)
def test_a_head_that_goes_on_behind_its_day(line: str, date: str) -> None:
    assert date_of_head(("Ferry Checks", line)).date == date


@pytest.mark.parametrize(
    "line",
    [
        "Program Office, open since May 2003. For use with port officials.",
        "Between May 2010 and June 2010. For use with port officials.",
        "The Act of May 4, 2009. For the clerk.",
        "The scales were sealed, May 2009, for want of a clerk who could read them to the end.",
        "See the notice, May 2010. It names the fee.",
        "Expires May 31, 2012. For official use.",
    ],
)
def test_a_head_that_names_another_day(line: str) -> None:
    assert date_of_head(("Ferry Checks", line)).date == ""


@pytest.mark.parametrize(
    ("first", "last", "date"),
    [
        ("FORM W-22\nRequest for Weights\n\nName\n", "Signature\nForm W-22 (Rev. 3/2011)\n", ""),  # of the blank
        ("Request\n", "Rev. 03/11\n", "2011-03"),
        ("Questions about the Scales\nLast updated: June 4, 2012\n\nWhat is a scale?\n", "Thank you.\n", "2012-06-04"),
        ("Scales\n", "Last Reviewed/Updated 06/04/2012\nPage 2 of 2\n", "2012-06-04"),
        ("Scales\nRevised March 2010\n", "(Revised May 2010)\n", "2010-05"),
        ("Scales\n", "This page was last modified on June 4, 2012\n", "2012-06-04"),
        ("Scales\n", "Nobody pays.\nRevised July 2010   2\n", "2010-07"),
    ],
)
def test_a_margin_says_when_it_was_revised(first: str, last: str, date: str) -> None:
    assert date_of_margin(first, last).date == date


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("Order the form W-22 (Rev. 3/2011) from the clerk before the end of the week.\n", "No more.\n"),
        ("Request\n", "OMB No. 1615-0001; Expires 08/31/2012\n"),
        ("Scales\n", "Reviewed 3 of 11 cases\n"),
        ("Scales\n", "The list was updated on June 4, 2012, and again when the clerk came back to it.\n"),
        ("Scales\n", "Updated weekly\n"),
        ("Revenue 3/2011\n", "Rev. Doe, March 2011 visit to Ashby\n"),
    ],
)
def test_a_margin_that_says_nothing_of_the_kind(first: str, last: str) -> None:
    assert date_of_margin(first, last).date == ""


@pytest.mark.parametrize(
    ("title", "date"),
    [
        ("Ferry Checks: Monthly Statistics through September 30, 2010", "2010-09-30"),
        ("Activity Report for the Quarter ending June 30, 2011", "2011-06-30"),
        ("Coverage data as of May 2011", "2011-05"),
        ("Fiscal year to date through June 30, 2011", "2011-06-30"),
        ("Ferry Checks: Statistics from May 2009 through June 2010", ""),
        ("Statistics through May 2011 were lost when the server failed", ""),
        ("Training through May 2011", ""),
        ("Plan through December 31, 2013", ""),
    ],
)
def test_figures_are_of_about_the_day_up_to_which_they_count(title: str, date: str) -> None:
    found = date_of_figures((title, "Prepared by the Tide Unit"))
    assert (found.date, found.precision) == (date, "approx" if date else "")


def test_the_last_words_of_a_sentence_are_no_line_of_a_date() -> None:
    body = "He said that the scales had been sealed by the county on the evening of", "September 28, 2010."
    assert date_of_letterhead(("Board of Tolls", *body)).date == ""
    assert date_of_letterhead(("Board of Tolls", "September 28, 2010", *body)).date == "2010-09-28"


def test_a_deed_signed_in_one_line_with_its_signer() -> None:
    ends = "Signed: Director, Harbor Bureau - March 3, 2010\nSigned: Port Director - March 9, 2010\n"
    assert date_of_text("agreement", "Memorandum of Agreement\n", "Memorandum of Agreement\n" + ends).date == "2010-03-09"
    told = "Signed: the paper of March 3, 2010 by the two, and not sent\n"
    assert date_of_text("agreement", "Memorandum of Agreement\n", "Memorandum of Agreement\n" + told).date == ""


def test_a_subject_ends_where_the_mail_begins() -> None:
    mail = (
        "From: Press Officer\nTo: Port Director\nSent: Friday, October 8, 2010 10:17 AM\n"
        "Subject: FW: query of the Ledger\n"
        "Team, see below. My line would be that the bureau works with the county.\n\n"
        "From: Port Director\nTo: Press Officer\nSent: Friday, October 8, 2010 10:31 AM\n"
        "Subject: RE: query of the Ledger\nFine.\n"
    )
    assert [block.value("subject") for block in header_blocks(mail)] == ["FW: query of the Ledger", "RE: query of the Ledger"]
    long = "From: Press Officer\nSubject: The query of the Ledger about\nthe scales of the county\n"
    long += "To: Port Director\nSent: 3/4/2010\n"
    assert header_blocks(long)[0].value("subject") == "The query of the Ledger about the scales of the county"


def kinds(*texts: str) -> list[tuple[int, str, str]]:
    pages = tuple(page(text, number) for number, text in enumerate(texts, 1))
    return [(one.first_page, one.kind, one.title) for one in segment(file(), RELEASE, pages, Params()).documents]


DEED = (
    "Memorandum of Agreement\nbetween the Bureau of Weights\nand the Harbor Board of Marlow\n\nI. PURPOSE. The parties set forth "
    "what each of them does with the scales of the port, and how often the scales are to be looked at by the two in a year.\n"
    "II. TERM. Either party may end this agreement upon thirty days' notice in writing to the other, and for any reason.\n"
    "Signed: Director, Harbor Board - March 3, 2010\n\n-- Cover mail --\nFrom: Port Liaison\nTo: Branch Chief\n"
    "Sent: Thursday, March 4, 2010 8:15 AM\nSubject: Signed at last\nAttached.\n"
)
SHEET = "Myth / Fact\nBureau of Weights, July 2010\n\nMYTH: The scales lie.\nFACT: The scales are sealed each spring.\n"
STUDY = "A Report on the Scales\nAshby Rights Network\nMarch 2011\n\nSummary\nWe looked at 318 scales.\n"
TALK = "Interview with a former weigher\n\nAshby Rights Network, May 14, 2012.\n\nINTERVIEWER: Were you there?\nWEIGHER: Yes.\n"
HEARD = "DEPOSITION OF THE PORT DIRECTOR\nMarch 22, 2011\n\n1 Q. Please state your name.\n2 A. I would rather not.\n"


def test_a_deed_with_a_mail_below_it_is_a_deed() -> None:
    assert [(at, kind) for at, kind, _ in kinds(SHEET, DEED)] == [(1, "talking-points"), (2, "agreement")]


def test_an_interview_is_no_part_of_the_report_before_it() -> None:
    assert [at for at, _, _ in kinds(STUDY, TALK)] == [1, 2]
    assert [at for at, _, _ in kinds(STUDY, "Interviews\n\nWe spoke with 94 families in the spring and fall of the year.\n")] == [
        1
    ]


@pytest.mark.parametrize("head", ["DEPOSITION, CONTINUED", "Deposition (cont'd)", "Testimony - continued"])
def test_a_running_head_that_says_so_goes_on(head: str) -> None:
    again = f"{head}\n\n1 Q. Who wrote the talking points of May?\n2 A. The press office wrote the talking points.\n"
    assert [at for at, _, _ in kinds(HEARD, again)] == [1]


@pytest.mark.parametrize("head", ["Deposition of the Harbor Master", "Hearing on Continued Use of the Scales"])
def test_a_head_that_only_speaks_of_going_on_does_not(head: str) -> None:
    assert [at for at, _, _ in kinds(HEARD, f"{head}\nApril 4, 2011\n\nQ. Who wrote it?\nA. He did.\n")] == [1, 2]


def test_slides_that_count_themselves_are_slides() -> None:
    deck = (
        "Jail Partner Orientation\nFerry Checks, June 2010\nSlide 3: At the desk\nPrints go up\nSlide 4: Holds\nAsk the office\n"
    )
    assert kinds(deck)[0][1:] == ("slides", "Jail Partner Orientation")
    assert kinds(deck.replace("Slide 4", "Step 4"))[0][1] != "slides"


def test_a_notice_is_headed_by_its_title_and_not_by_its_house() -> None:
    notice = "U.S. Bureau of Weights\nNOTICE TO PORTS\n\nMarch 12, 2012\n\nThe bureau has revised the calendar of its visits.\n"
    assert kinds(notice)[0][2] == "NOTICE TO PORTS"
    bare = "U.S. Bureau of Weights\n12 Gate Street\n\nMarch 12, 2012\n\nThe bureau has revised the calendar of its visits.\n"
    assert kinds(bare)[0][2] == "U.S. Bureau of Weights"


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (
            "Held Without Reason\nA Study of Holds in Two Ports\n\nMay 2011\n",
            "Held Without Reason: A Study of Holds in Two Ports",
        ),
        ("Scales Wiki > Questions\nFrequently Asked Questions\nLast modified on 3/14/2011\n", "Frequently Asked Questions"),
        ("Bureau of Weights\nA Study of Holds in Two Ports\nMay 2011\n", "A Study of Holds in Two Ports"),
        ("May 2011\nA Study of Holds in Two Ports\n", "A Study of Holds in Two Ports"),
    ],
)
def test_a_title_above_what_the_title_page_says_it_is(head: str, title: str) -> None:
    assert kinds(head)[0][2] == title


def test_a_page_of_boxes_to_tick_is_a_form() -> None:
    form = "DEPARTMENT OF WEIGHTS\nHOLD - NOTICE OF ACTION\nFile No:\n[ ] A scale was seen\n[ ] A scale was held\n[ ] Neither\n"
    assert kinds(form)[0][1:] == ("form", "HOLD - NOTICE OF ACTION")
    assert kinds(form.replace("[ ]", "-"))[0][1] != "form"


def test_a_deck_on_its_side_is_one_document() -> None:
    deck = ("Scales 101\nBureau of Weights\nMay 2011\n", "How it works\n• Weigh\n• Note\n", "Who may say no?\n• Nobody\n• Ask\n")
    pages = tuple(replace(page(text, number), width=792.0, height=612.0) for number, text in enumerate(deck, 1))
    assert [(one.first_page, one.kind) for one in segment(file(), RELEASE, pages, Params()).documents] == [(1, "slides")]
    memo = "MEMORANDUM\n\nTO: The Director\nFROM: The Deputy\nDATE: March 3, 2010\nSUBJECT: Fees\n\nThe fee is set.\n"
    upright = (*pages[:2], page(memo, 3))
    assert [one.first_page for one in segment(file(), RELEASE, upright, Params()).documents] == [1, 3]


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("November 9, 2010   VIA FACSIMILE 555-0100", "2010-11-09"),
        ("May 3, 2010 By First Class Mail and Facsimile", "2010-05-03"),
        ("June 3, 2010 via certified U.S. mail", "2010-06-03"),
        ("Your letter of May 3, 2010 came by facsimile", ""),
        ("May 3, 2010 by decision of the Board of Tolls", ""),
        ("Lease sunset 9/30/2014", ""),
        ("OMB Exp. 9/30/2014", ""),
        ("Deadline: May 3, 2012", ""),
        ("Closes 5/6/2011", ""),
        ("Valid to 3/1/2012", ""),
        ("Figures to May 3, 2012", "2012-05-03"),
        ("Faxed 5/6/2011", "2011-05-06"),
        ("Rev. 5/6/2011", "2011-05-06"),
        ("Released on May 3, 2012", "2012-05-03"),
        ("Hearing May 3, 2012", "2012-05-03"),
    ],
)
def test_how_a_letter_went_stands_behind_its_day(line: str, date: str) -> None:
    assert date_of_letterhead(("Board of Tolls", line)).date == date
