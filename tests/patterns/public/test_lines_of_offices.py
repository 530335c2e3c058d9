"""Telephones that what leads up to them shows to be an office's, and those of persons beside offices."""

from __future__ import annotations

from timeit import timeit

import pytest

from pipeline.patterns.private.telephones import telephones_in
from pipeline.patterns.public.whose_number import phone_label


def found(text: str) -> list[str]:
    return [text[one.start : one.end] for one in telephones_in(text)]


@pytest.mark.parametrize(
    "text",
    [
        "For bookings in Kessel County ring (555) 212-6014.",
        "or the field office in Kessel, (555) 212-7700, by noon",
        "write to my counsel, Brunhild Marsh-Roe, at (555) 212-1022",
        "the sheet is kept by the unit chief (Anton Weld, 555-212-0117)",
        "Prepared by Legislative Relations (Odette Farrow, 555-212-0137)",
        "Finance director is Jan Kessler, 555-212-0150, who will know",
        "The county's finance director is Jan Kessler and knows it all; our clerk is Ada Pell,\n555-212-0150, all day",
        "Supervisory Officer (b)(6), (b)(7)(C) can be reached at (555) 212-0061.",
        "Questions to (b)(6), (b)(7)(C), 555-212-0150.",
        "Corrections to (555) 212-4009.",
        "Finance Director: Jan Kessler 555-212-0150",
        "Our officer is Lorne Fitch, phone 555-212-0150",
        "Told the jail to use 214-555-0178 (24 hr) from now on",
        "Operated by the Kessel Law Project 24 hours: (555) 212-1900",
        "M Lorne Fitch, Office of Congressman Weld\nPhone (202) 555-0171",
        "M Sheriff Weld, Kessel County\nPHONE 555-212-0100",
        "KESSEL COUNTY SHERIFF'S OFFICE\nWalt Demps, Sheriff\n220 Court Street, Kessel Falls | (555) 212-3300",
        "PELL COUNTY\nOFFICE OF THE SHERIFF\nIlene Mars, Sheriff - 14 Mill Road, Kessel - (555) 212-1188",
        "Should you have further questions please call Mr. Fitch at (202) 555-0171.",
        "Please send press to Odette Farrow, (555) 212-0137.",
        "Ada was absent. Call me at (555) 212-0150, ext. 44.\nLorne Fitch, School Counselor\n",
        "Attorney: Lorne Fitch, Esq. Phone: (555) 212-0150",
        "Attorney phone: (555) 212-0150",
        "Questions: none so far. Sheriff's Office phone (555) 212-0150",
        "Ada was absent. Call me at (555) 212-0150, ext. 44.\nLorne Fitch, Office of the Clerk\n",
        "My counsel, Gerlind Raming, will handle the transition, (555) 212-1010.",
        "Next call 10/6. Bridge (304) 555-0172, then",
        "Total 429 95226 (27 133",
        "counsel: Harold Fincher, Fincher & Doyle, (555) 212-8812.",
        "Chief, Deployment\n202-555-0161 (desk)",
        "I can be reached directly at (555) 212-2004.\n\nRespectfully,\n\nGerlind Lund\nCounty Counsel",
        "Cpl. Ansel Lyle called from upstairs (555) 212-6000 x 212",
        "WHO TO CALL\nField Office (West) Bram Weld 202-555-0138 Room 7\n"
        "Agency Press M. Quill 202-555-0145\nChief Ada Farrow 202-555-0146",
        "For more information: (555) 212-3340",
        "FOR IMMEDIATE RELEASE\nKessel County | May 4, 2011 | Contact: P. Weldon, (555) 212-3340",
        "Office: Suite 200, 14 Mill Row, Kessel, 555-212-3340",
        "Kessel County News Release\nContact: P. Weldon, (555) 212-3340",
        "Office: 14 Mill Row, Kessel; telephone (555) 212-3340.",
        "Should you wish to talk over the matter at length, I may be reached\nthrough my assistant at (555) 212-3340.\n"
        "\nSincerely,\n\nAda Weld\nDeputy Director",
        "Her lawyer is Ada Weld, (555) 212-3340.",
        "STAFF DIRECTORY\nOffice Name Direct Fax\nJail desk Ada Weld 212-3340 212-3341\n"
        "County clerk Bram Weld 212-3342 212-3343\n"
        "Civil Marta Weld 212-3344 212-3345",
        "Officer Weld can be reached at 555-212-3340",
        "Marta Weld\nOffice of the Clerk\n555-212-3340",
    ],
)
def test_an_offices_line_stays(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("She called the Sheriff's Office from (555) 212-4410.", "(555) 212-4410"),
        ("Harlow County Jail told Mrs. Ada Quill, 555-212-4410", "555-212-4410"),
        ("The officer took down Ada Quill, 555-212-4410", "555-212-4410"),
        ("Officer Pell, Ada Quill, 555-212-4410", "555-212-4410"),
        ("Contact: P. Weldon, 555-212-4410", "555-212-4410"),
        ("Home office: his cell (555) 212-4410", "(555) 212-4410"),
        ("Officer, call 555-212-4410 she asks", "555-212-4410"),
        ("Dear Officer Pell, Ada Quill 555-212-4410", "555-212-4410"),
        ("Attorney of record Ada Quill 555-212-4410", "555-212-4410"),
        ("Kessel Clinic\nADA QUILL\n555-212-4410", "555-212-4410"),
        ("KESSEL COURT\nAda Quill\n4 Elm Road, Kessel\n555-212-4410", "555-212-4410"),
        ("Seen by the clinic. Ada Quill 555-212-4410", "555-212-4410"),
        ("The director gave my home as (555) 212-7700", "(555) 212-7700"),
        ("works at a laundry, (555) 212-4432 x 18", "(555) 212-4432 x 18"),
        ("M Mrs. Ada Quill\nof (mother of an inmate)\nPhone 555 212 7725", "555 212 7725"),
        ("Jail visitor\nPhone 555-212-7725", "555-212-7725"),
        ("Chief, Deployment\n202-555-0161 (desk) | 214-555-0832 (mine, after hours)", "214-555-0832"),
        ("I can be reached at (555) 212-2004.\n\nYours truly,\n\nGerlind Lund", "(555) 212-2004"),
        ("I can be reached on my cell, (555) 212-2004.\n\nRespectfully,\n\nGerlind Lund\nCounty Counsel", "(555) 212-2004"),
        ("Our number is (555) 212-9150", "(555) 212-9150"),
        ("Reporting Agency: Kessel Police\nJane Roe\n555-212-0134", "555-212-0134"),
        ("KESSEL COUNTY JAIL\nJane Roe\n555-212-0134", "555-212-0134"),
        ("KESSEL COUNTY JAIL LOG\nA B, 555-212-0134", "555-212-0134"),
        ("Deputy called Ilse Quorn at 555-212-7001 and left word", "555-212-7001"),
        ("The officer contacted Tadeo Quorn at 555-212-7001", "555-212-7001"),
        ("Deputy called 555-212-7001 twice", "555-212-7001"),
        ("Dear Sheriff, my number 555-212-7001", "555-212-7001"),
        ("Told the sheriff, phone 555-212-7001, to wait", "555-212-7001"),
        ("The attorney for Tadeo Quorn 555-212-7001", "555-212-7001"),
        ("the counsel of Tadeo Quorn 555-212-7001", "555-212-7001"),
        ("Contact information: 555-212-7001", "555-212-7001"),
        ("Comments: 555-212-7001", "555-212-7001"),
        ("Office: none; name of caller 555-212-7001", "555-212-7001"),
        ("Office: Ilse Quorn called from 555-212-7001", "555-212-7001"),
        ("Office: none, Ilse Quorn, 555-212-7001", "555-212-7001"),
        ("Contact: Ilse Quorn 555-212-7001\nShe read of it in a press release.", "555-212-7001"),
        ("She saw the press release.\nContact: Ilse Quorn 555-212-7001", "555-212-7001"),
        ("INMATE / STAFF LIST\nIlse Quorn 555-212-7001", "555-212-7001"),
        ("Replies: Ilse Quorn 555-212-7001", "555-212-7001"),
        ("Notes\nIlse Quorn, Harlow County\n555-212-7001", "555-212-7001"),
        ("Notes\nIlse Quorn\nTannery Court\nph 555-212-7001", "555-212-7001"),
        ("Notes\nIlse Quorn\nHarlow County Jail\n555-212-7001", "555-212-7001"),
        ("HARLOW COUNTY\nIlse Quorn, 3 Tannery Road\n555-212-7001", "555-212-7001"),
        ("The sheriff may be contacted by Ilse Quorn at 555-212-7001", "555-212-7001"),
        ("Deputy, ring 555-212-7001", "555-212-7001"),
        ("Reported to Deputy: Ilse Quorn 555-212-7001", "555-212-7001"),
        ("My officer is Quorn, phone 555-212-7001", "555-212-7001"),
        ("Replies may be sent to Ilse Quorn at 555-212-7001", "555-212-7001"),
        ("Questions about her son to Ada, his mother, 555-212-7001", "555-212-7001"),
        ("Ada was absent. Call me at 555-212-7001, ext. 4.\nIlse Quorn, her aunt\n", "555-212-7001, ext. 4"),
        ("Ada was absent. Call me at 555-212-7001, ext. 4.\nIlse Quorn, Office cleaner\n", "555-212-7001, ext. 4"),
        ("Ada was absent. Call me at 555-212-7001, ext. 4.\nIlse Quorn, who met the sheriff\n", "555-212-7001, ext. 4"),
        ("Attorney: N/A Phone: 555-212-7001", "555-212-7001"),
        ("Counsel of record: none, tel. 555-212-7001", "555-212-7001"),
        ("Attorney: Pro se - home phone 555-212-7001", "555-212-7001"),
        ("Consulate: Yes Phone: 555-212-7001", "555-212-7001"),
        ("Please send mail to Ilse Quorn, 555-212-7001.", "555-212-7001"),
        ("It was told to Capt. Weld. Her no. 555-212-7001", "555-212-7001"),
    ],
)
def test_a_persons_line_beside_an_office_is_withheld(text: str, value: str) -> None:
    assert found(text) == [value]


def test_in_a_list_of_whom_to_call_the_second_number_of_a_row_and_the_numbers_of_kin_are_private() -> None:
    rows = "Field Office Ada Weld 202-555-0133 202-555-0917\nChief Bram Pell 202-555-0138\nUnit Clerk Jan Roe 202-555-0140"
    listed = f"WHO TO CALL\n{rows}"
    assert found(listed) == ["202-555-0917"]
    for head in ("CONTACTS", "Family contacts", "PHONE LIST"):
        assert len(found(f"{head}\nIlse Quorn 555-212-0133\nTadeo Quorn 555-212-0138\nJan Quorn 555-212-0140")) == 3
    kin = "EMERGENCY CONTACTS\nDeployment Ada Weld 202-555-0133\nField Bram Pell 202-555-0138\nLists Jan Roe 202-555-0140"
    assert len(found(kin)) == 3


def test_a_long_line_of_numbers_costs_in_proportion() -> None:
    short, long = (timeit(lambda n=n: found("Officer 555-212-4410 " * n), number=1) for n in (100, 800))
    assert long < 40 * max(short, 0.005)


def test_a_line_of_dots_is_read_in_a_moment() -> None:
    assert timeit(lambda: found("Records\n" + ". " * 200 + "555-212-4410 x"), number=1) < 2


@pytest.mark.parametrize(
    ("before", "label"),
    [
        ("Program staff (b)(6), (b)(7)(C) ", ""),
        ("Program staff (b) (6), (b) (7) (C) ", ""),
        ("Program staff (b)(7)C ", ""),
        ("Tova Birch (c) ", "private"),
        ("Tova Birch, H: ", "private"),
    ],
)
def test_an_exemptions_code_is_no_label_of_a_cell(before: str, label: str) -> None:
    text = f"{before}555-212-0150"
    assert phone_label(text, len(before), len(text)) == label
