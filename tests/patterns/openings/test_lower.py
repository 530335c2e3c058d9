"""Papers that begin below another on one page, and headings, signatures and quotations that begin none."""

from __future__ import annotations

import pytest
from drawn_page import page
from hypothesis import given
from hypothesis import strategies as st

from pipeline.patterns.openings.lower import lower_papers, mails_below

LOG = (
    "The scale at the ferry was read again on Monday and was found to be right within an ounce, which the inspector wrote\n"
    "in the log before he left the dock. The crew was told of it at the noon muster and the sheet was put up on the wall.\n"
)
GOVERNOR = (
    f"OFFICE OF THE GOVERNOR\nState of Alder\nMay 2, 2011\nTo the Director\n\n{LOG}I ask that the checks stop.\nGovernor\n\n"
)
OWN_LETTER = (
    f"Bureau of Weights\nOffice of Policy\n\nMay 3, 2010\n\nThe Harbor Master\nMarlow County\n\nDear Harbor Master:\n\n{LOG}\n"
    "Sincerely,\n\nAssistant Director\nOffice of Policy\nBureau of Weights\n"
)
ITS_REPLY = (
    "\nCounty of Marlow\nHarbor Master's Office\n\nMay 20, 2010\n\nAssistant Director\nBureau of Weights\n\n"
    "Dear Assistant Director:\n\nWe choose not to take part.\n\nSincerely,\n\nHarbor Master\n"
)
MAIL = (
    "From: Budget Analyst\nSent: Monday, March 7, 2011 10:08 AM\nTo: Deputy Director\nSubject: RE: costs\n\n"
    "I ran it for you. The county pays.\n"
)


@pytest.mark.parametrize(
    ("text", "head", "kind", "date"),
    [
        (
            f"{GOVERNOR}U.S. Bureau of Weights\nJune 6, 2011\nDear Governor:\nThank you for your letter. It goes on.\nDirector",
            "U.S. Bureau of Weights\nJune",
            "letter",
            "2011-06-06",
        ),
        (OWN_LETTER + ITS_REPLY, "County of Marlow", "letter", "2010-05-20"),
        (
            f"BOARD OF SUPERVISORS\nRESOLUTION 10-44\n\n{LOG}Adopted May 4, 2010.\n\n"
            "THE MARLOW HERALD, Saturday, May 15, 2010, page B1 (clip)\nPort still waiting for an answer\n\nMARLOW - He wrote.\n",
            "THE MARLOW HERALD",
            "article",
            "2010-05-15",
        ),
        (
            f"NOTE FOR THE FILE\n\n{LOG}\nThe Alder Gazette, April 11, 2010\nPorts may say no, federal office says\n"
            "By Nell Marsh, staff writer\n\nALDER - Ports may stay out.\n",
            "The Alder Gazette",
            "article",
            "2010-04-11",
        ),
        (
            f"COUNTY OF MARLOW\n\nApril 6, 2010\n\nDear Director:\n\n{LOG}\nSincerely,\n\nHarbor Master\n\nMEMORANDUM\n\n"
            "TO: The file\nFROM: Branch Chief, Bureau of Weights\nDATE: April 12, 2010\nSUBJECT: Marlow letter\n\nCalled him.\n",
            "MEMORANDUM",
            "memo",
            "2010-04-12",
        ),
        (
            f"MINUTES OF THE PORT COMMITTEE\nMarch 2, 2010\n\n{LOG}The meeting was adjourned at 9.\n\nFOR IMMEDIATE RELEASE\n"
            "March 9, 2010\nBureau of Weights Names New Ports\n\nWASHINGTON - The Bureau said today that it is on.\n",
            "FOR IMMEDIATE RELEASE",
            "press",
            "2010-03-09",
        ),
        (
            f"PORT AGREEMENT - excerpt, pp. 3-4\n\n{LOG}\nFY 2012 JUSTIFICATION OF ESTIMATES - p. 41 (part)\n\n"
            "The request would allow the Bureau to reach every port.\n",
            "FY 2012",
            "other",
            "",
        ),
        (
            f"HARBOR WATCH\nWEEKLY NO. 12\nWeek ending May 7, 2010\n\n{LOG}\n"
            f"HARBOR WATCH\nWEEKLY NO. 13\nWeek ending May 14, 2010\n\n{LOG}",
            "HARBOR WATCH\nWEEKLY NO. 13",
            "other",
            "2010-05-14",
        ),
        (
            f"{MAIL}{LOG}\nWEEKLY REPORT OF THE PORT\nWeek of May 10 - May 14, 2010\n\n{LOG}",
            "WEEKLY REPORT",
            "report",
            "2010-05-14",
        ),
        (
            "ROUTING SLIP\nTo: Deputy Director\nFrom: Branch Chief\nPlease read the second part of it and return.\n\n"
            f"DUTY LOG\nMay 9, 2010\n\n{LOG}",
            "DUTY LOG",
            "other",
            "2010-05-09",
        ),
        (
            f"{MAIL}{LOG}{ITS_REPLY}",
            "County of Marlow",
            "letter",
            "2010-05-20",
        ),
    ],
)
def test_a_paper_that_begins_below_another(text: str, head: str, kind: str, date: str) -> None:
    drawn = page(text)
    (lower,) = lower_papers(drawn.text)
    assert drawn.text[lower.start :].startswith(head)
    assert (lower.opening.kind, lower.opening.dated.date) == (kind, date)


@pytest.mark.parametrize(
    "text",
    [
        f"MEMORANDUM\n\nTO: Director\nFROM: Branch Chief\nDATE: April 12, 2010\nSUBJECT: Ports\n\n{LOG}\nBACKGROUND\n\n{LOG}\n"
        f"MEMORANDUM OF AGREEMENT OF MARCH 3, 2010\n\n{LOG}",
        f"MEMORANDUM OF AGREEMENT\nbetween the Bureau of Weights and Marlow County\n\nI. Purpose. {LOG}\nBUREAU OF WEIGHTS\n\n"
        "______________ Date: May 3, 2010\nAssistant Director\n\nCOUNTY OF MARLOW\n\nDate: May 6, 2010\nHarbor Master\n",
        OWN_LETTER,
        OWN_LETTER + "\ncc: Field Office, Port Linden\nMay 4, 2010\n",
        f"MINUTES OF THE PORT COMMITTEE\nMarch 2, 2010\n\n{LOG}\nAPPROVAL OF THE MINUTES OF FEBRUARY 2, 2010\n\nApproved.\n\n"
        f"REPORT OF THE HARBOR MASTER\n\n{LOG}",
        f"CHRONOLOGY OF THE CHECKS\n\nMarch 2, 2010\nMeeting. {LOG}\nOffice of Policy\nApril 3, 2010\n"
        "The office said that the ports could decline and that this would be looked at again next year.\n",
        f"Held at the Dock\nA report by the Alder Legal Clinic\n\n{LOG}\nIn its letter of May 3, 2010 the Bureau said:\n\n"
        f'"A port that does not wish to take part need only write."\n\nThe Bureau of Weights\n\n{LOG}',
        f"HEARING BEFORE THE SUBCOMMITTEE ON PORTS\nMay 4, 2010\n\nThe CHAIRMAN. Come to order. {LOG}\n"
        f"STATEMENT OF THE ASSISTANT DIRECTOR, BUREAU OF WEIGHTS\n\nThank you. {LOG}",
        f"QUESTIONS AND ANSWERS\nBureau of Weights, May 2010\n\n{LOG}\nDear Harbor Master: so the form greets you.\n\n{LOG}",
        f"AGENDA\nMarlow County Board\n\n{LOG}\nLetter of the Bureau of Weights, April 6, 2010\n\n"
        f"3. PRESS RELEASE OF MAY 1, 2010\n\n{LOG}",
        f"REPORT ON THE CHECKS\nMay 3, 2010\n\n{LOG}\nVISIT TO THE DOCK\nApril 9, 2010\n\n{LOG}",
        f"REPORT ON THE CHECKS\nMay 3, 2010\n\n{LOG}\nSUMMARY OF FINDINGS\n\n{LOG}",
        f"REPORT ON THE CHECKS\nMay 3, 2010\n\n{LOG}\nSTATUS\nAs the Bureau wrote on April 9, 2010 nothing had come in.\n\n{LOG}",
        f"MEMORANDUM\n\nTO: Director\nFROM: Chief\nDATE: May 12, 2010\n\nWEEKLY REPORT\nWeek ending May 7, 2010\n\n{LOG}",
        f"Harbor Watch monthly statistics\nAs of 09/08/2010. {LOG}\nREMOVALS THROUGH JULY 31, 2010\n\nMarlow 2,904 611 92 104\n",
        "",
    ],
)
def test_headings_signatures_and_quotations_begin_no_paper(text: str) -> None:
    assert lower_papers(page(text).text) == () and mails_below(page(text).text) == ()


def test_a_mail_below_running_text_and_one_that_tops_its_page() -> None:
    below = page(f"WEEKLY - week ending 3/4/11\n\n{LOG}\n{MAIL}")
    assert [below.text[at:].startswith("From: Budget") for at in mails_below(below.text)] == [True]
    assert mails_below(page(MAIL).text) == () and mails_below(page(f"Roe, Jane\n\n{MAIL}").text) == ()


@given(st.text(alphabet="Dear Office of:,\n2010 May 3-()FROMTO", max_size=400))
def test_any_text_is_read_and_starts_stand_in_order(text: str) -> None:
    starts = [one.start for one in lower_papers(text)]
    assert starts == sorted(set(starts)) and all(0 < start < len(text) for start in starts)


WEEKLY = "HARBOR LOG   Week ending May {}, 2010\nWEEKLY REPORT NO. {}   To: Office of the Director\n\n"


@pytest.mark.parametrize(
    ("below", "papers"),
    [
        (WEEKLY.format(14, 20), 1),
        (WEEKLY.format(7, 19), 0),  # the same day: its own head, printed again
        ("HARBOR LOG\n\n", 0),
        ("Harbor Yard   Week ending May 14, 2010\n\n", 0),
    ],
)
def test_the_next_of_a_series_begins_where_its_head_stands_again(below: str, papers: int) -> None:
    assert len(lower_papers(WEEKLY.format(7, 19) + LOG + "\n" + below + LOG)) == papers


@pytest.mark.parametrize(
    ("head", "begins"),
    [
        ("WEEKLY, DELL YARD, wk ending 4/22/2011", True),
        ("Weekly log, week ending May 14, 2010", True),
        ("The Dell Courier - June 30, 2011, page 3\nJURORS: NOBODY ASKED US", True),
        ("the sheet for the week ending May 14, 2010", False),
        ("The courier - he left in June 2011 - was right", False),
        ("The week ending May 14, 2010 was quiet.", False),
    ],
)
def test_weeklies_and_clips_below_a_sheet(head: str, begins: bool) -> None:
    text = f"NOTES ON THE SHEET\n\n{LOG}\n{head}\n\na. Tags. {LOG}"
    assert [text[one.start :].startswith(head) for one in lower_papers(text)] == [True] * begins
