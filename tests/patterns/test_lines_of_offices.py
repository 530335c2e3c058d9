"""Telephones that what leads up to them shows to be an office's, and those of persons beside offices."""

from __future__ import annotations

import pytest

from pipeline.patterns.telephones import telephones_in


def found(text: str) -> list[str]:
    return [text[one.start : one.end] for one in telephones_in(text)]


@pytest.mark.parametrize(
    "text",
    [
        "For bookings in Kessel County ring (555) 212-6014.",
        "or the field office in Kessel, (555) 212-7700, by noon",
        "write to my counsel, Ottilie Marsh-Roe, at (555) 212-1022",
        "the sheet is kept by the unit chief (Anton Weld, 555-212-0117)",
        "Prepared by Legislative Relations (Odette Farrow, 555-212-0137)",
        "Finance director is Jan Kessler, 555-212-0150, who will know",
        "The county's finance director is Jan Kessler and knows it all; our clerk is Ada Pell,\n555-212-0150, all day",
        "Supervisory Officer (b)(6), (b)(7)(C) can be reached at (555) 212-0061.",
        "Questions to (b)(6), (b)(7)(C), 555-212-0150.",
        "Corrections to (555) 212-4009.",
        "Told the jail to use 802-555-0190 (24 hr) from now on",
        "Operated by the Kessel Law Project 24 hours: (555) 212-1900",
        "M Lorne Fitch, Office of Congressman Weld\nPhone (202) 555-0171",
        "M Sheriff Weld, Kessel County\nPHONE 555-212-0100",
        "KESSEL COUNTY SHERIFF'S OFFICE\nWalt Demps, Sheriff\n220 Court Street, Kessel Falls | (555) 212-3300",
        "PELL COUNTY\nOFFICE OF THE SHERIFF\nIlene Mars, Sheriff - 14 Mill Road, Kessel - (555) 212-1188",
        "My counsel, Priya Raming, will handle the transition, (555) 212-1010.",
        "Next call 10/6. Bridge (304) 555-0190, then",
        "Total 429 95226 (27 133",
        "counsel: Harold Fincher, Fincher & Doyle, (555) 212-8812.",
        "Chief, Deployment\n202-555-0161 (desk)",
        "I can be reached directly at (555) 212-2004.\n\nRespectfully,\n\nPriya Lund\nCounty Counsel",
        "Cpl. Ansel Lyle called from upstairs (555) 212-6000 x 212",
        "WHO TO CALL\nField (West) Bram Weld 202-555-0138 Room 7\nData M. Quill 202-555-0145\nLists Ada Farrow 202-555-0146",
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
        ("Seen by the clinic. Ada Quill 555-212-4410", "555-212-4410"),
        ("The director gave my home as (555) 212-7700", "(555) 212-7700"),
        ("works at a laundry, (555) 212-4432 x 18", "(555) 212-4432 x 18"),
        ("M Mrs. Ada Quill\nof (mother of an inmate)\nPhone 555 212 7725", "555 212 7725"),
        ("Jail visitor\nPhone 555-212-7725", "555-212-7725"),
        ("Chief, Deployment\n202-555-0161 (desk) | 202-555-0944 (mine, after hours)", "202-555-0944"),
        ("I can be reached at (555) 212-2004.\n\nYours truly,\n\nPriya Lund", "(555) 212-2004"),
        ("I can be reached on my cell, (555) 212-2004.\n\nRespectfully,\n\nPriya Lund\nCounty Counsel", "(555) 212-2004"),
        ("Our number is (555) 212-9150", "(555) 212-9150"),
        ("Reporting Agency: Kessel Police\nJane Roe\n555-212-0134", "555-212-0134"),
        ("KESSEL COUNTY JAIL\nJane Roe\n555-212-0134", "555-212-0134"),
        ("KESSEL COUNTY JAIL LOG\nA B, 555-212-0134", "555-212-0134"),
        ("Questions about her son to Ada, his mother, 555-212-7001", "555-212-7001"),
    ],
)
def test_a_persons_line_beside_an_office_is_withheld(text: str, value: str) -> None:
    assert found(text) == [value]


def test_in_a_list_of_whom_to_call_the_second_number_of_a_row_and_the_numbers_of_kin_are_private() -> None:
    listed = (
        "WHO TO CALL\nDeployment Ada Weld 202-555-0133 202-555-0917\nField Bram Pell 202-555-0138\nLists Jan Roe 202-555-0140"
    )
    assert found(listed) == ["202-555-0917"]
    kin = "EMERGENCY CONTACTS\nDeployment Ada Weld 202-555-0133\nField Bram Pell 202-555-0138\nLists Jan Roe 202-555-0140"
    assert len(found(kin)) == 3
