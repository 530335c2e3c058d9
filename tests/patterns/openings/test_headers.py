"""Header blocks in the shapes that mail programs, typists and scanners give them."""

from __future__ import annotations

import pytest

from pipeline.patterns.openings.headers import header_blocks, people


@pytest.mark.parametrize(
    ("text", "kind", "values"),
    [
        (
            "From: Roe, Jane\nSent: Monday, March 3, 2010 9:00 AM\nTo: Doe, Sam; Poe, Al\n"
            "Cc: (b)(6), (b)(7)(C)\nSubject: RE: Fees\n\nSam,",
            "email",
            {"from": "Roe, Jane", "sent": "Monday, March 3, 2010 9:00 AM", "to": "Doe, Sam; Poe, Al", "subject": "RE: Fees"},
        ),
        (
            "From (b)(6), (b)(7)(C)\nSent Wednesday, July 21, 2010 9:00 AM\nT (b)(6), (b)(7)(C)\nSubject FW: Fees\nBody starts",
            "email",
            {"from": "(b)(6), (b)(7)(C)", "to": "(b)(6), (b)(7)(C)", "subject": "FW: Fees"},
        ),
        (
            "Frorn: Roe\n\nSent; March 3, 2010\n\nTo; Doe\n\nCe: Poe\n\nSublect: Fees",
            "email",
            {"from": "Roe", "cc": "Poe", "subject": "Fees"},
        ),
        (
            "From: (b)(6)\nTo: (b)(6)\n7/22/2010\nXX FOIA 10-2674.0013079\nCc: Doe, S\nSubject: Fees again\nAttachments: a.pdf",
            "email",
            {"cc": "Doe, S", "subject": "Fees again", "attachments": "a.pdf"},
        ),
        (
            "From: A B\nTo: C D\nSent: Thu Jul 22 10:00:00 2010\nSubject: Re: Fees",
            "email",
            {"sent": "Thu Jul 22 10:00:00 2010"},
        ),
        (
            "MEMORANDUM FOR: The Director\nFROM: The Deputy\nSUBJECT: Fees in the\nCOUNTY\nDATE: March 3, 2010\n\nPurpose",
            "memo",
            {"to": "The Director", "subject": "Fees in the COUNTY", "date": "March 3, 2010"},
        ),
        ("MEMORANDUM\n\nTO: The Director\nFROM: X\nDATE: 3/4/2010\nRE: Fees\nBody", "memo", {"subject": "Fees"}),
        (
            "FM TOWN\nTO CAPITAL\nE.O. 12065: N/A\nTAGS: AA, BB\nSUBJECT: ROADS\nREF: TOWN 12",
            "cable",
            {"from": "TOWN", "subject": "ROADS"},
        ),
    ],
)
def test_reads_a_block(text: str, kind: str, values: dict[str, str]) -> None:
    (block,) = header_blocks(text)
    assert block.kind == kind
    assert {name: block.value(name) for name in values} == values
    assert all(text[one.start : one.end] for one in block.fields)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The letter is from Roe.\nTo the county it said no.\nDate unknown.",
        "From here on we walk.",
        "To: the reader",
        "Date: 3/4/2010\nFee: 12",
        "Subject to review\nFrom time to time the county pays.",
        "Sent to the county\nTo be signed",
        "From\n\n\n",
    ],
)
def test_prose_is_no_header(text: str) -> None:
    assert header_blocks(text) == ()


def test_a_quoted_message_says_so() -> None:
    text = "Fine.\n-----Original Message-----\nFrom: A B\nTo: C D\nSent: 3/4/2010\nSubject: Re: Fees"
    assert [block.quoted for block in header_blocks(text)] == [True]


def test_two_messages_on_a_page_are_two_blocks() -> None:
    one = "From: A B\nSent: 3/4/2010 9:00 AM\nTo: C D\nSubject: Fees\n\nText of it.\n\n"
    assert len(header_blocks(one * 2)) == 2


def test_people_are_split_as_printed() -> None:
    assert people("Roe, Jane; Doe, Sam") == ("Roe, Jane", "Doe, Sam")
    assert people('"Roe, Jane" <roe@x.gov>, "Doe, Sam" <doe@x.gov>') == ("Roe, Jane <roe@x.gov>", "Doe, Sam <doe@x.gov>")
    assert people('Sam "Dot" Doe <doe@x.gov>') == ('Sam "Dot" Doe <doe@x.gov>',)
    assert people("Clerk's desk (fees); the Roes' office (dock)")[0] == "Clerk's desk (fees)"
    assert people("Jane Roe, Sam Doe") == ("Jane Roe", "Sam Doe")
    assert people("Roe, Jane") == ("Roe, Jane",)
    assert people("(b)(6), (b)(7)(C)") == ("(b)(6), (b)(7)(C)",)
    assert people("") == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("From: Duty desk, Ashby\nSent: Saturday, September 4, 2010 5:58 AM\n\nVan at 0830.", True),
        ("From: Duty desk, Ashby\nSent: Saturday, September 4, 2010\n\nVan at 0830.", False),
        ("From: Duty desk, Ashby\nDate: September 4, 2010 5:58 AM\n\nVan at 0830.", False),
        ("From Duty desk, Ashby\nSent Saturday, September 4, 2010 5:58 AM\n\nVan at 0830.", False),
        ("Sent: Saturday, September 4, 2010 5:58 AM\n\nVan at 0830.", False),
    ],
)
def test_who_sent_it_and_when_to_the_minute_is_a_header(text: str, found: bool) -> None:
    assert bool(header_blocks(text)) == found
