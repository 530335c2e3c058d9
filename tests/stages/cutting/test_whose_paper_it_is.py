"""Whose a paper is where a client, a rank, a station, a slip or the agreement before it tells; and papers of which none does."""

from __future__ import annotations

import pytest
from drawn_page import file, page

from pipeline.records.document import Document
from pipeline.records.source import Release
from pipeline.stages.segment import Params, segment

GUARD = Release("r", agency="U.S. Coast and Harbor Guard", component="Ferry Checks")
PROSE = "The yard at Dell held forty boats in the spring and let most of them go again by the end of the month.\n"
LETTER = "Orr & Fell LLP\n9 Bridge Row, Dell\n\nMarch 3, 2010\n\nDear Mr. Lund:\n\n{}\n\n{}\nSincerely,\n\nIda Orr\n{}"
MAST = "THE DELL SUN          Sunday, March 6, 2011\n\nOPINION\n\nWe were never asked\n\n"
OATH = (
    "DISTRICT COURT\n\nDECLARATION OF LEE FELL\n\nI, Lee Fell, declare as follows:\n1. {}\n2. Nobody was asked.\n"
    "Executed on May 4, 2011.\n"
)
DEED = (
    "MEMORANDUM OF AGREEMENT\nbetween the U.S. Coast and Harbor Guard\nand the Franklin State Police\n\n"
    "This agreement is made as of May 6, 2009.\nThe Guard will send its tags to the yard.\n"
)


def cut(*texts: str) -> tuple[Document, ...]:
    pages = tuple(page(text, number, "") for number, text in enumerate(texts, 1))
    return segment(file("a.pdf", "application/pdf"), GUARD, pages, Params()).documents


def read(text: str) -> tuple[str, str]:
    made = cut(text)[0]
    return made.author, made.author_kind


@pytest.mark.parametrize(
    ("text", "author", "kind"),
    [
        (LETTER.format("On behalf of the Board of Commissioners of Dale County I answer your letter.", PROSE, ""),
         "Ida Orr, on behalf of Board of Commissioners of Dale County", "local"),
        (LETTER.format("I answer your letter.", PROSE, "Counsel to the Sheriff of Dale County"), "Ida Orr", "local"),
        (LETTER.format("I answer your letter.", PROSE, ""), "Ida Orr", ""),
        (MAST + "By Dell Orr\nSheriff of Dale County\n\n" + PROSE, "Dell Orr, Sheriff of Dale County", "local"),
        (MAST + "By Dell Orr\n\n" + PROSE + "\nDell Orr is the sheriff of Dale County.\n", "Dell Orr", "local"),
        (MAST + "By Dell Orr\nSun staff writer\n\n" + PROSE, "Dell Orr", "press"),
        (MAST + "Editor: Your story was wrong.\n" + PROSE + "\nDell Orr\nSheriff, Dale County\n", "Dell Orr, Sheriff", "local"),
        (OATH.format("I command the Dale County Jail."), "Lee Fell", "local"),
        (OATH.format("I have been Chief of Police of Dell since 2006."), "Lee Fell", "local"),
        (OATH.format("I drive a truck."), "Lee Fell", ""),
        ("KDEL-FM  Noon Hour\nBroadcast of May 4, 2011 (transcript)\n\nHOST: Well?\nORR: Nobody was asked.\nHOST: Go on.\n",
         "KDEL-FM", "press"),
        ("KDEL COUNTY ROADS\nMay 4, 2011\n\n" + PROSE, "", ""),
        ("DALE COUNTY SHERIFF'S OFFICE\nAnn Orr, Sheriff\n\nQuarterly summary\nMay 4, 2011\n\n" + PROSE,
         "Ann Orr, Sheriff, DALE COUNTY SHERIFF'S OFFICE", "local"),
        ("PREPARED STATEMENT OF IDA ORR\nSuperintendent, Franklin Bureau of Identification\n\nHearing of the Committee on Piers\n"
         "Franklin State Senate\nMay 11, 2011\n\n" + PROSE, "IDA ORR", "state"),
        ("WRITTEN STATEMENT\nof the Franklin Sheriffs Institute\nto the Assembly Committee on Piers\nJune 2, 2011\n\n" + PROSE,
         "Franklin Sheriffs Institute", "local"),
        ("COUNTY COURT\n\nAFFIDAVIT\n\nLEE ORR, being first duly sworn, deposes and says:\n1. I am the captain of the Dale "
         "County Jail.\n", "LEE ORR", "local"),
        ("DALE COUNTY JAIL\nMEMO FOR THE FILE   9 Nov 2010\n\n" + PROSE, "DALE COUNTY JAIL", "local"),
        ("DALE COUNTY JAIL\nWhat was found there in May\n\n" + PROSE, "", ""),
        ("TOWN COUNCIL OF DELL\nMinutes, regular session, April 12, 2010\n\n" + PROSE, "TOWN COUNCIL OF DELL", "local"),
        ("DELL CITY POLICE\nMEMO TO FILE\n\nDate: 5/4/10\nBy: Sgt. P. Orr\n\n" + PROSE, "DELL CITY POLICE", "local"),
        ("ROUTING SLIP -- OFFICE OF THE COUNTY CLERK\n[x] Action [ ]\n\n" + PROSE, "OFFICE OF THE COUNTY CLERK", "local"),
        ("FAX to: Tag Branch 555-0110   from: Dell FO   pages: 2   date: 05/04/2011\n\nQ1. Was anybody told?\nA1. No.\n",
         "Dell FO", "agency"),
    ],
)  # fmt: skip
def test_whose_a_paper_is(text: str, author: str, kind: str) -> None:
    found, of = read(text)
    assert found.startswith(author) if author else of == ""
    assert of == kind


@pytest.mark.parametrize(
    ("title", "author"),
    [
        ("to the Memorandum of Agreement of May 6, 2009", "U.S. Coast and Harbor Guard"),
        ("to the Memorandum of Agreement of June 2, 2010", ""),
    ],
)
def test_an_addendum_is_between_the_parties_of_its_agreement(title: str, author: str) -> None:
    added = cut(DEED, f"ADDENDUM NO. 1\n{title}\n\n1. Costs. Nothing is charged.\n\nInitialed: GO /LH  June 22, 2010\n")[-1]
    assert (added.author, added.date) == (author, "2010-06-22")


def test_a_clipping_under_a_sorter_s_line_begins_a_paper() -> None:
    hearing = "HEARING TRANSCRIPT (unrevised)\nMr. ORR. Is it so?\nMs. FELL. It is.\nMr. ORR. When?\nMs. FELL. In May.\n"
    clip = "news clips / morning sweep / 11-14-10 / internal\n\nDELL VALLEY COURIER\n\nSunday, November 14, 2010\n\nWardens\n\n"
    found = cut(hearing, clip + "By IDA LUND, Courier staff\n\nDELL -- Sheriff Ann Orr leaned on the gate.\n" + PROSE)
    assert [one.first_page for one in found] == [1, 2] and found[1].date == "2010-11-14"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("REPLY TO INQUIRY\nInquiry no. 11-884   Rec'd: 02/02/2011   Closed: 02/16/2011\n\n" + PROSE, "2011-02-16"),
        (
            "Yard Chronology\nCompiled by Ida Orr, Deputy County Clerk; last entry 3/4/2011\n\n06/01/10 Open.\n09/10/10 Shut.\n",
            "2011-03-04",
        ),
        ("FERRY WEEKLY\n\nFrom: I. Orr\nTo: The Director\nWeek ending May 21, 2010\n\n" + PROSE, "2010-05-21"),
    ],
)
def test_a_paper_is_of_the_day_on_which_it_was_done_with(text: str, day: str) -> None:
    assert cut(text)[0].date == day


def test_a_loud_heading_with_small_words_is_no_dateline() -> None:
    head = "MARLOW -- DEPLOYMENT CHRONOLOGY (kept by the coordinator; as written down)\n"
    made = cut(
        head + "Compiled by (b)(6), last entry 12/20/2010\n\n06/03/09 First call with the Guard.\n11/19/09 Signed here.\n"
    )[0]
    assert (made.author_kind, made.date) == ("agency", "2010-12-20")
