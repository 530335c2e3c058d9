"""Sheets that stand in the place of withheld pages: there a code in a sentence is what the pages are withheld under."""

from __future__ import annotations

import pytest
from drawn_page import page

from pipeline.stages.boxes.redacted import Params, redactions_of


def codes(text: str) -> list[str]:
    return sorted({code for one in redactions_of(page(text), Params()) for code in one.codes})


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("3 pages have been withheld in their entirety under exemption (b)(5).", ["(b)(5)"]),
        ("The following 12 pages were withheld in full under 5 U.S.C. 552(b)(5) and (b)(7)(E).", ["(b)(5)", "(b)(7)(E)"]),
        ("Page 4 of 9 denied in full, section 552(b)(6) of the Act", ["(b)(6)"]),
        ("DELETED PAGE INFORMATION SHEET\n\nTotal deleted pages: 7\n\nPages 2-8 (b)(7)(C) and (b)(6)", ["(b)(6)", "(b)(7)(C)"]),
        ("HARL-000041\n\nThis page is withheld pursuant to (b)(5) AWP.", ["(b)(5)"]),
    ],
)
def test_the_codes_of_a_sheet_count(text: str, wanted: list[str]) -> None:
    assert codes(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "From: FOIA Desk\nTo: Counsel\nPages 4 to 6 will be withheld in full under (b)(5).",
        "Dear Requester: three pages are withheld in full under (b)(5).",
        "Can we say the pages were withheld under (b)(5)?",
        "Removal orders were issued under 8 U.S.C. 1357(b)(5) on two pages of the docket removed to this court.",
        "This page has been referred to the Department of Justice for direct response.",
        "Exemption (b)(5) protects drafts. " * 20 + "Pages were withheld.",
    ],
)
def test_what_only_speaks_of_withholding_hides_nothing(text: str) -> None:
    assert codes(text) == []
