"""Whose a paper is that bears no header: told by what it prints of its writer and how it speaks, never by its title."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from drawn_page import file, page

from pipeline.patterns.writers.parties import speaker_kind
from pipeline.records.document import PRESUMED, Document
from pipeline.records.source import Release
from pipeline.stages.cutting.writers import enclosed, of_one_office, own_names
from pipeline.stages.segment import Params, segment

GUARD = Release("r", agency="U.S. Coast and Harbor Guard", component="Ferry Checks")
BODY = "The visits began in the spring of the year and went on through the summer on both of the lines. " * 4
FIGURES = "Through May 31, 2011, the Guard checked 4,120 boats. Of these, 31 percent had no fault.\n"


def made(*texts: str, release: Release = GUARD) -> Document:
    pages = tuple(page(text, number, "") for number, text in enumerate(texts, 1))
    return segment(file("a.pdf", "application/pdf"), release, pages, Params()).documents[0]


HEARING = "HEARING BEFORE THE SUBCOMMITTEE ON FERRIES\nHOUSE OF REPRESENTATIVES\nMay 4, 2011\n\n"
ORAL = "DEPOSITION OF THE 30(b)(6) DESIGNEE\nMay 4, 2011\n\n1 Q. Please state your position.\n2 A. I am the Branch Chief "
WARNS = "If you are held you have the right to say nothing. CHG may ask. CHG will ask again. CHG can lie. Speak to a lawyer. "
OWN = [
    "U.S. Coast and Harbor Guard\nOffice of Ferry Operations\n\nANNUAL REPORT ON FERRY CHECKS\n\n" + BODY,
    "FERRY CHECKS: MONTHLY STATISTICS\nCHG Statistical Unit. Cumulative through May 31, 2011.\n\n" + FIGURES,
    "FERRY CHECKS: MONTHLY STATISTICS\nActivity through May 31, 2011. Issued June 9, 2011.\n\n" + FIGURES,
    "FERRY CHECKS: FREQUENTLY ASKED QUESTIONS\nU.S. Coast and Harbor Guard, Office of Public Affairs. Issued May "
    "2010.\n\n" + BODY,
    "QUARTERLY BRIEFING SHEET\nPrepared for the Assistant Director - March 15, 2011\n\nFerry Checks led to 41 fines. " + BODY,
    "FERRY CHECKS BRIEFING\nFOR OFFICIAL USE ONLY\n\nThe Guard met both counties. " + BODY,
    "REPORT ON FERRY CHECKS\n\n" + BODY + "\n\nPrepared by: Policy Branch, Coast and Harbor Guard\n",
    "REPORT ON FERRY CHECKS\n\nThis agency checks each boat, and our field offices keep the lists. " + BODY,
    "COMPLAINTS RECEIVED\nAs of March 31, 2011\n\nWe have received 27 complaints about Ferry Checks. " + BODY + "\n\n"
    "Rights Liaison\n",
    "MINUTES OF THE FERRY CHECKS STEERING GROUP\n\nDate: March 17, 2011. Place: Room 9. Recorder: Management Analyst, "
    "Program Office.\n\n"
    + BODY + "\nThe item was marked for official use only by the Guard, and Ferry Checks went on.",
    "TALKING POINTS: FERRY CHECKS\nFor use by regional spokespersons. Not for distribution. June 2010.\n\n" + BODY,
    HEARING + "STATEMENT OF THE DIRECTOR, U.S. COAST AND HARBOR GUARD\n\nMr. Chairman, I thank you. Ferry Checks grew. " + BODY,
    ORAL + "for Ferry Checks.\n3 Q. Since when?\n4 A. Since May.\n",
    ORAL.replace("I am", "Lam") + "for Ferry Checks.\n3 Q. Since when?\n4 A. Since May.\n",
    ORAL + "at the Coast and Harbor Guard.\n3 Q. Since when?\n4 A. Since May.\n",
    "FERRY CHECKS HOTLINE - CALL LOG\nMay 2011\n\n05/01 A caller asked for his brother. Referred.\nSent to field office\n",
    "FREQUENTLY ASKED QUESTIONS\n\nWho is checked? CHG will check each boat. Who pays? CHG pays. CHG may ask for papers. " + BODY,
    "ERO Marlow - Holds and Outcome\nMay 2011\n\nThe Guard held 41 boats under Ferry Checks. " + BODY,
    "FERRY CHECKS DEPLOYMENT TRACKER\nas of 2/28/2011\n\nMarlow is planned for the spring. " + BODY,
    "JAIL PARTNER BRIEFING\nFerry Checks, CHG Field Office Marlow - slide deck, June 2010\n\n" + BODY,
    "PRESS RELEASE\nFor immediate release\nOctober 7, 2010\nContact: Press Officer, Public Affairs, (555) 555-0112\n\n"
    "STATEMENT ON FERRY CHECKS IN MARLOW\n\n" + BODY,
    "Answers to Questions for the Record\nHouse Committee on Harbors, Subcommittee on Ferries\n"
    "Submitted by U.S. Coast and Harbor Guard\nApril 2011\n\n" + BODY,
    "After-action report: visit to Marlow\nAuthor: CHG Relations Officer Jane Poe\nMay 12, 2010\n\n" + BODY,
    "Letter from the Director of the Coast and Harbor Guard to the Mayor of Tamsin\nMay 3, 2010\n\nDear Mayor:\n\n" + BODY,
]  # fmt: skip
OTHERS = [
    ("WHAT YOU SHOULD KNOW ABOUT HOLDS\n\nCHG may ask for papers. CHG may hold you. You do not have to answer.\n\n" + BODY, ""),
    ("FREQUENTLY ASKED QUESTIONS\n\nCHG pays nothing. CHG will write? It will not. CHG may answer. Our county asked.\n", ""),
    ("STATEMENT BY SHERIFF POE ON FERRY CHECKS\nMay 3, 2011\n\nThe Guard asked. We said no. " + BODY, "local"),
    (HEARING + "STATEMENT OF THE SHERIFF OF MARLOW COUNTY\n\nMr. Chairman, the Guard has Ferry Checks. " + BODY, "local"),
    (
        HEARING + "STATEMENT OF THE DIRECTOR, U.S. COAST AND HARBOR GUARD\n\nFerry Checks grew.\n\n"
        "STATEMENT OF THE SHERIFF OF MARLOW COUNTY\n\nFerry Checks did not. " + BODY,
        "",
    ),
    (ORAL + "of the Marlow County Police.\n3 Q. Do you know Ferry Checks?\n4 A. I do.\n", "local"),
    ("DEPOSITION OF JANE ROE\nMay 4, 2011\n\nQ. Who ran Ferry Checks?\nA. The Guard did. I was told so.\n", ""),
    ("STOP FERRY CHECKS HOTLINE\nMay 2011\n\nCall us when the Guard comes.\n", ""),
    ("FREQUENTLY ASKED QUESTIONS\n\n" + WARNS + BODY, ""),
    ("BEHIND THE GATE: ONE YEAR OF FERRY CHECKS IN MARLOW\nA report of the Marlow Boat Owners Coalition, May "
     "2011\n\n" + BODY, "advocate"),
    ("FERRY CHECKS: MONTHLY STATISTICS\nCompiled by the Marlow County Sheriff's Office\n\n" + FIGURES, "local"),
    ("THE COST OF FERRY CHECKS\n\nReport by the State Auditor of Franklin\n\n" + BODY, "state"),
    ("THE REACH OF FERRY CHECKS\nFerry Law Clinic, University of Franklin\n\n" + BODY, "advocate"),
    ("Marlow County Board of Commissioners\n\nMINUTES OF THE REGULAR MEETING\n\nFERRY CHECKS. The Coast and Harbor Guard "
     "wrote. " + BODY, "local"),
    ("FERRY CHECKS AND THE HARBOR\n\nCHG claims that the checks are brief. " + BODY + "\n\n© 2011 Harbor Rights "
     "Network\n", "advocate"),
    ("FREQUENTLY ASKED QUESTIONS\nabout checks by the Coast and Harbor Guard\n\nKnow your rights when a boat is "
     "stopped. " + BODY, ""),
    ("REPORT ON THE COAST AND HARBOR GUARD\n\n" + BODY, ""),
    ("ANNUAL REPORT ON FERRY CHECKS\n\nWe interviewed ninety ferrymen. Our members say that the Guard is rude. " + BODY, ""),
    ("FERRY CHECKS: ANNUAL STATISTICS\n\nThese figures were obtained under the Freedom of Information Act. " + FIGURES, ""),
    ("FERRY CHECKS STUDY\nDepartment of Sociology, University of Franklin\n\n" + BODY, ""),
    ("FOR IMMEDIATE RELEASE\nMay 4, 2011\nContact: Harbor Rights Network, (555) 555-0144\n\n"
     "COALITION CALLS ON COAST AND HARBOR GUARD TO END FERRY CHECKS\n\n" + BODY, "advocate"),
    ("REPORT ON FERRY CHECKS\nFOR OFFICIAL USE ONLY\n\nPrepared by Tamsin Police Department\n\nThe Guard came "
     "twice. " + BODY, "local"),
    ("LEFT ON THE QUAY\nA report by the Marlow Ferrymen's Defense Collective\nMarch 2011\n\n" + BODY, "advocate"),
    ("A REPORT BY THE ARDEN BOATMEN'S ALLIANCE\n\n" + BODY, "advocate"),
    ("A joint report of the Marlow Workers' Center and Lakes Faith Action\n\n" + BODY, "advocate"),
    ("Report of the State Auditor on Ferry Checks\nFranklin, May 2011\n\n" + BODY, "state"),
    ("WHITE PAPER\nMarlow Ferrymen's Collective and the Lakes Law Center\n\n" + BODY, "advocate"),
    ("Resolution of the Board of Supervisors of Marlow County\nJuly 6, 2010\n\nWHEREAS the Guard came twice; " + BODY, "local"),
    ("RESOLUTION NO. 2010-44\nA RESOLUTION OF THE CITY COUNCIL OF PORT TAMSIN CONCERNING FERRY CHECKS\n\n" + BODY, "local"),
    ("Letter from the Sheriff of Marlow County to the Guard\nMay 3, 2010\n\nDear Director:\n\n" + BODY, "local"),
    ("A report by Marlow Boat Action\nMay 2010\n\n" + BODY, ""),
    ("REPORT ON THE MARLOW COLLECTIVE\nMay 2010\n\n" + "\n".join([BODY] * 4), ""),
    ("Response to the Marlow Coalition\nMay 2010\n\n" + BODY, ""),
    ("Report of Visit to the Sheriff's Office\nMay 2010\n\n" + "\n".join([BODY] * 4), ""),
    ("Audit of the County Jail\nMay 2010\n\n" + BODY, ""),
    ("Resolution of Complaints\nMay 2010\n\n" + BODY, ""),
    ("A REVIEW OF FERRY CHECKS\n\nGovernment Accountability Office\n\nCHG officials told us that lists are "
     "kept. " + BODY, "congress"),
]  # fmt: skip


@pytest.mark.parametrize("text", OWN)
def test_a_paper_of_the_agency_is_known_by_what_it_prints(text: str) -> None:
    assert made(text).author_kind == "agency"


@pytest.mark.parametrize(("text", "kind"), OTHERS)
def test_a_paper_about_the_agency_is_not_by_it(text: str, kind: str) -> None:
    assert made(text).author_kind == kind


@pytest.mark.parametrize(
    ("text", "author"),
    [
        ("A report by Marlow Boat Action\nMay 2010\n\n" + BODY, "Marlow Boat Action"),
        ("A REPORT BY THE ARDEN BOATMEN'S ALLIANCE\n\n" + BODY, "THE ARDEN BOATMEN'S ALLIANCE"),
        ("CHECKED\nReport of the Lakes Neighbors Alliance on Ferry Checks\n\n" + BODY, "the Lakes Neighbors Alliance"),
        ("Report by phone from Marlow\nMay 2010\n\n" + BODY, ""),
        ("CHG Director's remarks at the pilots' conference\nMay 2010\n\n" + BODY, "CHG Director"),
        ("Sheriff Poe's statement on the checks\nMay 2010\n\n" + BODY, "Sheriff Poe"),
        ("REPORT FROM THE QUAY\nMay 2010\n\n" + BODY, ""),
    ],
)
def test_whoever_puts_his_name_to_a_report_is_its_author(text: str, author: str) -> None:
    assert made(text).author == author


HEAD = (
    "From: {who}\nSent: Monday, March 1, 2010 9:00 AM\nTo: (b)(6), (b)(7)(C)\nSubject: Ferry Checks\n\nChief,\n\nI drove up.\n\n"
)


@pytest.mark.parametrize(
    ("who", "signature", "kind"),
    [
        ("(b)(6), (b)(7)(C)", "(b)(6)\nDeployment Coordinator, Lakes Area", "agency"),
        ("(b)(6), (b)(7)(C)", "Unit Chief\nCoast and Harbor Guard\n\nWarning: this message is for official use only.", "agency"),
        ("(b)(6)", "Jail Commander\nMarlow County Sheriff's Office", "local"),
        ("(b)(6)", "Staff Attorney\nHarbor Rights Network", "advocate"),
        ("(b)(6)", "Yours,\n(b)(6)", "agency"),  # among people withheld alike
        ("Pat Example", "Program Coordinator", ""),
        ("(b)(6)", "See you on Friday.\nBring the list of the lines.", "agency"),
        ("(b)(6)", "Program Coordinator\nFerry Law Clinic, University of Franklin", "advocate"),
    ],
)
def test_a_withheld_sender_is_told_by_the_signature(who: str, signature: str, kind: str) -> None:
    assert made(HEAD.format(who=who) + signature + "\n").author_kind == kind


def test_a_line_at_the_edge_of_every_page_tells_whose_the_paper_is() -> None:
    foot = "\n\nCoast and Harbor Guard, Office of Policy | Ferry Checks\n"
    texts = [f"WHAT THE LINES SAY\n\n{BODY}{foot}", f"The second page. {BODY}{foot}"]
    assert made(*texts).author_kind == "agency"
    stamped = [text.replace("Office of Policy", "FOIA Office, released") for text in texts]
    assert made(*stamped).author_kind == ""


def test_what_bears_the_title_of_a_series_is_by_those_who_make_it() -> None:
    sheet = "COUNTS OF BOATS SEEN, {}\n\nBoats 4,120\nFaults 31\n\n{}\n\n" + BODY
    texts = (
        sheet.format("MAY 2011", "Prepared by: Policy Branch, Coast and Harbor Guard"),
        sheet.format("JUNE 2011", "In all 40"),
    )
    pages = tuple(page(text, number, "") for number, text in enumerate((*texts, "NOTES OF A WALK\n\n" + BODY), 1))
    made = segment(file("a.pdf", "application/pdf"), GUARD, pages, Params()).documents
    assert [one.author_kind for one in made][:2] == ["agency", "agency"]
    assert made[-1].author_kind != "agency" or len(made) < 3


def paper(title: str, kind: str, author_kind: str = "", author: str = "") -> Document:
    return Document("d", "r", "f", 1, 1, kind, title, "", "", "", author, author_kind, ("Sheriff",), (), "local", "", "", "", 1.0)


LETTER = paper("Letter to the Sheriff", "letter", "agency", "Deputy Director")
DATED = replace(LETTER, date="2010-08-09", date_precision="day")


@pytest.mark.parametrize(
    ("before", "one", "kind"),
    [
        (LETTER, paper("Enclosure: what jails ask us", "talking-points"), "agency"),
        (LETTER, paper("Attachment 2", "other"), "agency"),
        (LETTER, paper("Enclosure: reply of the board", "letter", "local", "Board"), "local"),
        (LETTER, paper("What jails ask us", "talking-points"), ""),
        (LETTER, paper("Enclosure of the yard with a fence", "other", "", "Builder"), ""),
        (paper("Notes", "other"), paper("Enclosure", "other"), ""),
        (paper("Letter to the Sheriff", "letter"), paper("Enclosure", "other"), ""),
    ],
)
def test_an_enclosure_is_of_the_kind_its_letter_is(before: Document, one: Document, kind: str) -> None:
    assert [made.author_kind for made in enclosed((before, one), ())] == [before.author_kind, kind]
    assert [made.author_kind for made in enclosed((before, one, one), ())][1:] == [kind, kind]


@pytest.mark.parametrize(
    ("who", "kind"),
    [
        ("Office of the Member for the Fourth District", "congress"),
        ("Congress of the United States", "congress"),
        ("Office of the Members' Club", ""),
        ("Member of the Board", ""),
    ],
)
def test_a_member_s_office_is_of_congress(who: str, kind: str) -> None:
    assert (speaker_kind(who, ("Coast and Harbor Guard",)) == "congress") == bool(kind)


@pytest.mark.parametrize(
    ("end", "author"),
    [
        ("Sheriff, Marlow County", "Sheriff, Marlow County"),
        ("Sheriff of Marlow County said no.", ""),
        ("Draft 2, Office of the Sheriff", ""),
        ("We thank the Office", ""),
    ],
)
def test_a_letter_without_a_close_is_signed_by_its_last_line(end: str, author: str) -> None:
    head = "Marlow County Sheriff's Office\n\nMay 4, 2011\n\nPort Director\n\nDear Director:\n\n"
    assert made(f"{head}{BODY}I should be asked.\n\n{end}\n").author == author


def test_a_few_bullets_to_a_page_are_slides() -> None:
    front = "Ferry Checks\nAn Overview for Ports\nMay 4, 2011\n\n• What you see\n• Whom you call\n"
    inner = "What you see\n\n• A screen, as today\n• A light that is new\n• A form\n"
    assert made(front, inner, inner.replace("see", "do")).kind == "slides"
    assert made(front, BODY * 5, BODY * 4).kind != "slides"


MEMO = "MEMORANDUM\nDate: May 4, 2010\n"
COURT = "DISTRICT COURT OF FRANKLIN\nBoat Owners v. Coast and Harbor Guard, No. 10-cv-00000\n\nDECLARATION\n\n"
SWORN = "\n\n1. Ferry Checks began in May.\n\nExecuted on June 27, 2011.\n"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (COURT + "I, the Assistant Director for Ferry Checks, declare as follows." + SWORN, "agency"),
        (COURT + "I, Jane Roe, hereby declare: I am the Sheriff of Marlow County." + SWORN, "local"),
        (COURT + "I, Jane Roe, state under oath: I am a staff attorney with the Marlow Legal Aid. I say so." + SWORN, "advocate"),
        (COURT + "I, Jane Roe, declare under penalty of perjury: I am held by CHG in Marlow." + SWORN, ""),
        ("DEPOSITION OF THE FIELD OFFICE DIRECTOR (excerpt)\nMay 4, 2011\n\n1 Q. Did you?\n2 A. No.\n", "agency"),
        ("INTERVIEW OF THE DEPUTY PROGRAM MANAGER\nMay 4, 2011\n\nQ. And?\nA. No.\nAGENCY COUNSEL: Objection.\n", "agency"),
        ("INTERVIEW WITH A FERRYMAN\nMay 4, 2011\n\nQ. Who ran Ferry Checks?\nA. CHG did, I was told.\n", ""),
        (
            "Marlow County Administrator: what the County knows about Ferry Checks\nPosted June 1, 2010\n\nDid we sign? No.\n"
            "Can we get out? We were told by CHG that we can.\nDoes it cost us? Yes.\nWhom do we ask? Nobody.\n",
            "local",
        ),
        (
            "What there is to know about Ferry Checks\nPosted June 1, 2010\n\nDid we sign? No.\n"
            "Can we get out? We were told by CHG that we can.\nDoes it cost us? Yes.\nWhom do we ask? Nobody.\n",
            "",
        ),
        ("Ferry Checks in Marlow\n\nAnswers for boat owners. U.S. Coast and Harbor Guard, May 2010\n\n" + BODY, "agency"),
        ("Steps for bringing on a county\n\nVersion 3, October 12, 2010. Prepared by: Port Unit, CHG\n\n" + BODY, "agency"),
        ("INVOICE 2010-07\nBill to: Marlow County, Office of the Sheriff\nDate: July 20, 2010\n\nA 1 2\nB 3 4\n", ""),
        (MEMO + "To: Assistant Director, Ferry Checks\nFrom: Port Law Division\nSubject: Fees\n\n" + BODY, "agency"),
        (MEMO + "To: Assistant Director, Ferry Checks; Sheriff of Marlow County\nFrom: Port Law Division\n"
         "Subject: Fees\n\n" + BODY, ""),
        (MEMO + "To: Assistant Director, Ferry Checks\nFrom: Jail Division\n"
         "Subject: Fees\n\nOur county pays.", ""),
    ],
)  # fmt: skip
def test_whoever_swears_answers_or_signs_speaks(text: str, kind: str) -> None:
    assert made(text).author_kind == kind


def test_a_declaration_is_of_the_day_it_was_sworn() -> None:
    assert made(COURT + "I, the Assistant Director for Ferry Checks, declare as follows." + SWORN).date == "2011-06-27"
    assert made("REPORT ON FERRY CHECKS\n\nThe deed was executed on June 27, 2011. " + BODY).date == ""


SAYS = "Dear Sheriff:\n\nYou will find a sheet of questions and answers enclosed.\n\nThe statistics follow next week.\n"


@pytest.mark.parametrize(
    ("letter", "one", "date"),
    [
        (DATED, paper("Enclosure: what jails ask us", "talking-points"), ("2010-08-09", "approx", "enclosure")),
        (DATED, replace(paper("Enclosure", "other"), date="2009-04", date_precision="month"), ("2009-04", "month", "")),
        (DATED, paper("What jails ask us", "talking-points"), ("2010-08-09", "approx", "enclosure")),
        (DATED, paper("Monthly statistics", "table"), ("", "", "")),
        (DATED, paper("What jails ask us", "other"), ("", "", "")),
        (replace(DATED, date=""), paper("What jails ask us", "talking-points"), ("", "", "")),
        (replace(DATED, kind="report"), paper("Enclosure: what jails ask us", "talking-points"), ("", "", "")),
    ],
)
def test_what_a_letter_encloses_is_about_of_its_day(letter: Document, one: Document, date: tuple[str, str, str]) -> None:
    one = replace(one, first_page=2, last_page=2)
    for last in enclosed((letter, one), (page(SAYS, 1), page("", 2)))[1:]:
        assert (last.date, last.date_precision, last.date_basis) == date
        assert last.id == one.id


@pytest.mark.parametrize(
    ("close", "author"),
    [
        ("With good wishes,\n\nDeputy Director\nFerry Checks, CHG\n", "Deputy Director, Ferry Checks, CHG"),
        ("Yours in haste,\n\nJane Roe\n", "Jane Roe"),
        ("With thanks for your long service,\n\nDeputy Director, Ferry Office\n", "Deputy Director, Ferry Office"),
        ("Sincerely,\nDirector of Ferries\n\ncc: field office; file\nEnclosures (2)\n", "Director of Ferries"),
        ("Sincerely,\nDirector of Ferries\nClearance: legal ___ office kw\n", "Director of Ferries"),
        ("Sincerely,\nJane Roe\nFile Clerk\n", "Jane Roe, File Clerk"),
        ("In short,\n\n" + BODY, ""),
    ],
)
def test_any_close_of_a_letter_is_followed_by_who_signs(close: str, author: str) -> None:
    assert made("January 19, 2010\n\nDear Sheriff:\n\n" + BODY + "\n\n" + close).author == author


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ferry Checks in Marlow\n\nWho is checked?\nAll are.\n\nWho pays?\nNobody.\n\nHow long?\nA day.\n\n"
         "Whom do I call?\nThe port.\n",
         "talking-points"),
        ("Interview in Marlow\n\nQ. Who?\nA. I.\nQ. Why?\nA. I was asked.\nQ. Did you?\nA. No.\nQ. When?\nA. In May.\n", "other"),
        ("Ferry Checks in Marlow\n\nWho pays? Nobody knows, and nobody has asked.\n\n" + BODY, "other"),
    ],
)  # fmt: skip
def test_questions_with_their_answers_are_told_by_their_form(text: str, kind: str) -> None:
    assert made(text).kind == kind


@pytest.mark.parametrize(
    ("text", "kind", "title", "author_kind"),
    [
        ("U.S. Coast and Harbor Guard\nPublic Affairs\nMay 4, 2010\nON FERRY CHECKS\n\n", "other", "ON FERRY CHECKS", "agency"),
        ("COUNTY OF MARLOW\nOffice of the Sheriff\nMay 4, 2010\n\nTo the Director\n\n", "letter", "Letter to Director", "local"),
        ("Marlow Courier News\nFerries late again, riders say\nMay 4, 2010\n\n", "article", "Ferries late again", ""),
        ("Ferry checks slow the crossing\nMay 4, 2010\n\n", "article", "Ferry checks slow the crossing", ""),
    ],
)
def test_a_letterhead_in_a_text_file_tells_whose_it_is(text: str, kind: str, title: str, author_kind: str) -> None:
    (one,) = segment(file("a.txt", "text/plain"), GUARD, (page(text + BODY, 1, ""),), Params()).documents
    assert (one.kind, one.author_kind) == (kind, author_kind) and one.title.startswith(title)


SEAT = "OFFICE OF THE GOVERNOR\nState of Alder\nMay 27, 2011\n"


@pytest.mark.parametrize(
    ("text", "kind", "recipients", "author"),
    [
        (SEAT + "To the Director, Harbor Guard\n" + BODY + "\nGovernor\n", "letter", ("Director, Harbor Guard",), "Governor"),
        ("Office of the Member\nMay 2, 2011\n\nTo the Director\n\n" + BODY + "\nMember of Congress\n", "letter", ("Director",),
         "Member of Congress"),
        (SEAT + BODY + "\nTo the Director, Harbor Guard\n" + BODY, "other", (), "OFFICE OF THE GOVERNOR"),
        ("OFFICE OF THE GOVERNOR\nTo the Director, Harbor Guard\n" + BODY, "other", (), "OFFICE OF THE GOVERNOR"),
        (SEAT + "To whom it may concern is no one.\n" + BODY, "other", (), "OFFICE OF THE GOVERNOR"),
    ],
)  # fmt: skip
def test_a_dated_letterhead_and_to_whom_it_goes_make_a_letter(
    text: str, kind: str, recipients: tuple[str, ...], author: str
) -> None:
    one = made(text)
    assert (one.kind, one.recipients, one.author) == (kind, recipients, author)


@pytest.mark.parametrize(
    ("below", "kind"),
    [
        ("Brief to the state association, April 2010", ""),
        ("Remarks before the Alder Bar Association, April 2010", ""),
        ("Alder Bar Association, April 2010", "advocate"),
        ("Ashby Legal Clinic with the Harbor Ministry. December 2010.", "advocate"),
        ("A walk with the Ashby Legal Clinic. December 2010.", ""),
    ],
)
def test_whom_a_paper_is_for_is_not_who_wrote_it(below: str, kind: str) -> None:
    assert made("Ferry Checks: where we are\n" + below + "\n\n" + BODY).author_kind == kind


def test_a_letter_without_a_stop_costs_as_its_length() -> None:
    one = replace(paper("What jails ask us", "talking-points"), first_page=2, last_page=2)

    def cost(words: int) -> float:
        text = "the counties were asked again and " * words
        begun = time.process_time()
        assert enclosed((DATED, one), (page(text, 1), page("", 2)))[1] == one
        return time.process_time() - begun

    cost(10)
    assert cost(1000) < max(1.0, 40 * cost(100))


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (
            "TESTIMONY OF DAVID POE\nEXECUTIVE DIRECTOR\nU.S. COAST AND HARBOR GUARD\nBEFORE THE HOUSE SUBCOMMITTEE ON FERRIES",
            "agency",
        ),
        ("Statement of Jane Poe\nSheriff of Marlow County\nbefore the Senate Committee on Ferries", "local"),
        ("Statement of Jane Poe\nbefore the Senate Committee on Ferries", ""),
    ],
)
def test_what_stands_below_a_speakers_name_says_what_he_is(head: str, kind: str) -> None:
    assert made(f"{head}\nMarch 11, 2010\n\n{BODY}").author_kind == kind


SHEET = "Through May 31, 2011, some 4,120 boats were checked on both of the lines, and 31 percent had no fault."


@pytest.mark.parametrize(
    ("kinds", "sheet", "kind"),
    [
        (("agency", "agency"), SHEET, "agency"),
        (("agency",), SHEET, ""),  # one paper is no office
        (("agency", "advocate"), SHEET, ""),
        (("agency", "agency"), "Our members were stopped. CHG claims that the checks are brief.", ""),
        (("agency", "agency"), "We interviewed ninety ferrymen of the county. On behalf of them we ask for more.", ""),
    ],
)
def test_an_unsigned_sheet_in_a_file_of_one_office_is_that_offices(kinds: tuple[str, ...], sheet: str, kind: str) -> None:
    told = [replace(paper(f"No. {at}", "report", of), id=f"d{at}", first_page=at, last_page=at) for at, of in enumerate(kinds, 2)]
    bare = paper("What came of it", "report")
    found = of_one_office((bare, *told), (page(sheet, 1, ""),), frozenset(), own_names(GUARD))
    assert found[0].author_basis == (PRESUMED if kind else "")
    assert [one.author_kind for one in found] == [kind, *kinds]
    letter = replace(bare, kind="letter")
    assert of_one_office((letter, *told), (page(sheet, 1, ""),), frozenset(), own_names(GUARD))[0].author_kind == ""
