"""What one file of a release shows to be public must not lay open somebody private in another."""

from __future__ import annotations

import pytest
from drawn_page import page
from one_parser import loaded_parser

from pipeline.records import spans
from pipeline.stages.openly import openly
from pipeline.stages.screen import Params, screen
from pipeline.told_openly import joined

CASE = "STATEMENT\nThe driver gave his date of birth as 4/11/90 on the road.\n\n"


def shown(text: str, *others: str) -> str:
    """The text as it is published beside other files of its release."""
    files = {str(at): (page(one),) for at, one in enumerate((text, *others))}
    told = joined({name: openly(pages) for name, pages in files.items()})
    held = screen(files["0"], Params(), loaded_parser(), (), told["0"])
    return spans.masked(files["0"][0], tuple((w.start, w.end) for w in held if w.start >= 0)).text


@pytest.mark.parametrize(
    ("other", "text", "secret"),
    [
        (
            "Subject: Tomasz Falkenrath Detention\nPlease advise.",
            "Name: Tomasz Falkenrath\nA-Number: A 204 417 719\n",
            "Falkenrath",
        ),
        ("Subject: Tomasz County\nFalkenrath County", "Name: Tomasz Falkenrath\nA-Number: A 204 417 719\n", "Falkenrath"),
        (
            "Contact: Thessaly Vance, Director. Officer Falkenrath was there.",
            CASE + "what Thessaly Falkenrath said",
            "Falkenrath",
        ),
        ("Present: Thessaly Falkenrath, Officer Hobarth, and a child.", CASE + "what Thessaly Falkenrath said", "Falkenrath"),
        ("JOAO DA FALKENRATH\nwas there", CASE + "Then Falkenrath came back.", "Falkenrath"),
        ("A list.", "Name ADA FALKENRATH A 204 417 719 DOB 4/11/1980 and she was held", "FALKENRATH"),
        (
            "Name: Thessaly Falkenrath County: Alder\n",
            "Name: Thessaly Falkenrath County: Alder\nA-Number: A 204 417 719\n",
            "Falkenrath",
        ),
        (
            "Corrand County and Kessel County joined.\n\nCorrand 4/1/2010\nFalkenrath 4/2/2010\nKessel 4/2/2010\n",
            CASE + "A caller said that Falkenrath hit him.",
            "Falkenrath",
        ),
        (
            "DETENTION HEARING\nPresent: Thessaly Falkenrath (by video), counsel",
            CASE + "what Thessaly Falkenrath said",
            "Falkenrath",
        ),
        ("We moved Thessaly Falkenrath from the Alder Field Office.", CASE + "what Thessaly Falkenrath said", "Falkenrath"),
        (
            "Falkenrath County and Corrand County joined.",
            "Roster\nName DOB A-Number\nFalkenrath 4/11/1980 A204417719\nOssick, B 4/12/1980 A204417721\n"
            "Drayle, C 4/13/1980 A204417720\n",
            "Falkenrath",
        ),
        ("Falkenrath County joined.", CASE + "Called the home. Booked Falkenrath at noon.", "Falkenrath"),
        ("They told Sheriff Moll of Falkenrath.", CASE + "A caller said that Falkenrath hit him.", "Falkenrath"),
        ("Then the Falkenrath jail was spoken of.", CASE + "A caller said that Falkenrath hit him.", "Falkenrath"),
        ("Rev. Thessaly Falkenrath said her cell was cold.", CASE + "what Thessaly Falkenrath said", "Falkenrath"),
        ("He told agents Thessaly Falkenrath was at home.", CASE + "what Thessaly Falkenrath said", "Falkenrath"),
        ("The arrest of Thessaly Falkenrath County told.", CASE + "what Thessaly Falkenrath said", "Falkenrath"),
        (
            "Corrand County, Ossick County\n\nOssick County Jail\nCorrand 4 2\nFalkenrath 4 1\nOssick 3 2\n",
            CASE + "A caller said that Falkenrath hit him.",
            "Falkenrath",
        ),
        ("Thessaly Falkenrath\nJudge Hobarth\n", CASE + "what Thessaly Falkenrath said", "Falkenrath"),
    ],
)
def test_nobody_private_becomes_public_by_another_file(other: str, text: str, secret: str) -> None:
    assert secret not in shown(text, other)


@pytest.mark.parametrize(
    ("other", "text", "stays"),
    [
        ("Contact: Thessaly Vance, Director of the desk.", CASE + "what Thessaly Vance said of it", "Thessaly Vance"),
        ("Officer Falkenrath was there.", CASE + "It was Falkenrath who wrote it down.", "Falkenrath"),
        (
            "The Cedar Ossick Field Office is closed.",
            CASE + "Somebody came up from Cedar Ossick to ask.",
            "Cedar Ossick",
        ),
        ("MINUTES OF THE BOARD\nPresent: Falkenrath, Hobarth (chair).", CASE + "Then Mr. Falkenrath moved it.", "Falkenrath"),
        ("Rev. Thessaly Vance said the church was cold.", CASE + "what Thessaly Vance said", "Thessaly Vance"),
        ("The Ossick jail was full; rain fell in Ossick.", CASE + "The van came from Ossick that night.", "Ossick"),
        ("The Ossick County Jail has six beds.", CASE + "The van came from Ossick that night.", "Ossick"),
    ],
)
def test_offices_and_places_of_another_file_stay(other: str, text: str, stays: str) -> None:
    assert stays in shown(text, other)


@pytest.mark.parametrize(
    ("other", "text", "open_"),
    [
        (
            "County Holds Lifted\nFalkenrath 4 1\nMollen 3 2\nTernock 5 1\n",
            CASE + "one more out of Falkenrath came",
            "out of Falkenrath",
        ),
        (
            "Sheriff Moll of Falkenrath came.",
            "Subject: Falkenrath FAQ\n" + CASE + "She lives near A 204 417 719.",
            "Falkenrath FAQ",
        ),
        ("FALKENRATH COUNTY SHERIFF\n1 Main", CASE + "He was seen at Port Falkenrath that day", "Port Falkenrath"),
        ("FALKENRATH COUNTY SHERIFF\n1 Main", CASE + "\n4/2 Called Falkenrath twice, no answer", "Called Falkenrath"),
        ("FALKENRATH COUNTY SHERIFF\n1 Main", CASE + "We told Falkenrath's Executive through counsel", "Falkenrath's Executive"),
        (
            "Then said Thessaly Falkenrath, a\nspokeswoman for the agency.",
            CASE + "If pressed: Ms. Falkenrath, again",
            "Falkenrath",
        ),
        (
            "From: Falkenrath, Ada\nTo: Moll, Bo\nSubject: x\n\nTo: Falkenrath, Ada\nSubject: y\n",
            CASE + "Then Ada Falkenrath will pull it",
            "Ada Falkenrath",
        ),
        (
            "Ms. Vance of our Ossick Field Office answers at 555-318-6624.",
            CASE + "I left a note. My direct is 555-318-6624; not the other one.",
            "555-318-6624",
        ),
        (
            "FALKENRATH COUNTY SHERIFF\n1 Main\nOda Fenn\nUndersheriff\n",
            CASE + "Fenn: send it to ofenn@falkenrathledger.example soon",
            "ofenn@falkenrathledger.example",
        ),
        ("Nothing.", CASE + "Counsel: Thessaly Brand, Brand & Falkenrath, for the union", "& Falkenrath"),
        ("Nothing.", CASE + "Ada Roe, Clerk of the Board\n88 Tollgate Street\n", "88 Tollgate Street"),
        ("Nothing.", CASE + "Told by Clerk of the Board Thessaly Falkenrath then", "Thessaly Falkenrath"),
    ],
)
def test_what_the_release_shows_to_be_public_stays_on_pages_of_cases(other: str, text: str, open_: str) -> None:
    assert open_ in shown(text, other)


@pytest.mark.parametrize(
    ("other", "text", "secret"),
    [
        (
            "County Holds Lifted\nFalkenrath 4 1\nMollen 3 2\nTernock 5 1\n",
            CASE + "Then Ms. Ada Falkenrath came, she was held",
            "Ada",
        ),
        ("County Name Held\nFalkenrath 4 1\nMollen 3 2\nTernock 5 1\n", CASE + "what Falkenrath said", "Falkenrath"),
        ("Sheriff Moll of Ternock came.", "Name: Ternock Falkenrath\nA-Number: A 204 417 719\n", "Falkenrath"),
        ("TERNOCK COUNTY SHERIFF\n1 Main", CASE + "what Grace Ternock told us", "Grace"),
        (
            "Ms. Vance of our Ossick Field Office answers at 555-318-6624.",
            CASE + "Call her at home, 555-318-6624; her cell is 555-318-7719.",
            "555-318-7719",
        ),
        (
            "From: Falkenrath, Ada <ada77@post.example>\nTo: Moll, Bo\n\nTo: Falkenrath, Ada\n",
            CASE + "what Ada Falkenrath said",
            "Ada",
        ),
        ("FALKENRATH COUNTY SHERIFF\n1 Main", CASE + "send it to oda@falkenrathmail.example soon", "oda"),
        ("FALKENRATH COUNTY SHERIFF\n1 Main", CASE + "send it to falkenrath@post.example soon", "falkenrath@"),
        (
            "FALKENRATH COUNTY SHERIFF\n1 Main\nOda Fenn\nUndersheriff\n",
            CASE + "Her son Fenn writes from ofenn@falkenrathledger.example soon",
            "ofenn@",
        ),
        ("FALKENRATH COUNTY SHERIFF\n1 Main", CASE + "send it to oda@falkenrathschools.example soon", "oda@"),
        ("FALKENRATH COUNTY SHERIFF\n1 Main", CASE + "send it to oda@falkenrathco.example soon", "oda@"),
        ("FALKENRATH COUNTY SHERIFF\n1 Main", CASE + "Reach me at oda@falkenrathledger.example", "oda@"),
        ("Nothing.", CASE + "The attorney met Rowe & Falkenrath at the house", "Falkenrath"),
        ("Nothing.", CASE + "The attorney met Rowe & Jasna Falkenrath at the house", "Jasna"),
        ("Bond was set for the respondent, Jasna Falkenrath, Dunmere, at $5,000.", CASE + "what Jasna Falkenrath said", "Jasna"),
        ("A stay for petitioner: Jasna Falkenrath, Marlow County.", CASE + "what Jasna Falkenrath said", "Jasna"),
        ("Tenant says agents came. Call 614-555-0139 for help, she says.", CASE + "at 614-555-0139 by night", "0139"),
        ("Nothing.", CASE + "Counsel came. Then it was Falkenrath and a cousin", "Falkenrath"),
        ("Nothing.", CASE + "Ada Roe, a roofer\n88 Tollgate Street\n", "88 Tollgate Street"),
        ("Nothing.", CASE + "Told by the clerk on the board to Thessaly Falkenrath then", "Thessaly"),
        ("Nothing.", CASE + "FALKENRATH,THESSALY 14 of May", "FALKENRATH"),
        ("Nothing.", CASE + "NAME FALKENRATH,THESSALY 14 of May", "THESSALY"),
    ],
)
def test_a_county_and_an_address_book_lay_nobody_open(other: str, text: str, secret: str) -> None:
    assert secret not in shown(text, other)
