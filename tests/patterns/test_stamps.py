"""Bates numbers: prefixes learned from the sequence, misread digits put right only where neighbours agree."""

from __future__ import annotations

import pytest
from drawn_page import page

from pipeline.patterns.stamps import stamps_of

BODY = "The county wrote to the office about the fee."


def bates(*feet: str) -> list[str]:
    pages = tuple(page(BODY, number, foot) for number, foot in enumerate(feet, 1))
    found = {stamp.page_id: stamp.bates for stamp in stamps_of(pages)}
    return [found.get(one.id, "") for one in pages]


def test_a_long_prefix_with_spaces_dots_and_dashes() -> None:
    feet = ["XX FOIA 10-2674.0013078", "XX FOIA 10-2674.0013079", "XX FOIA 10-2674.0013080"]
    assert bates(*feet) == feet


@pytest.mark.parametrize("wrong", ["MARL-O00125", "MARL-0OO125", "MARL-000725", "MARL-00012S"])
def test_a_misread_number_between_two_that_agree_is_put_right(wrong: str) -> None:
    assert bates("MARL-000124", wrong, "MARL-000126") == ["MARL-000124", "MARL-000125", "MARL-000126"]


def test_the_print_as_read_is_kept() -> None:
    pages = tuple(page(BODY, number, foot) for number, foot in enumerate(("MARL-000124", "MARL-O00125", "MARL-000126"), 1))
    assert [stamp.raw for stamp in stamps_of(pages)] == ["MARL-000124", "MARL-O00125", "MARL-000126"]


def test_a_gap_in_the_numbers_is_no_misreading() -> None:
    feet = ["MARL-000124", "MARL-000125", "MARL-000190", "MARL-000191"]
    assert bates(*feet) == feet


def test_a_page_without_a_stamp_gets_none() -> None:
    assert bates("MARL 000009", "", "MARL 000011") == ["MARL 000009", "", "MARL 000011"]


def test_spaces_that_a_scan_put_into_the_prefix_are_closed() -> None:
    assert bates("XX 26-0001 .0000117", "XX 26-0001.0000118") == ["XX 26-0001.0000117", "XX 26-0001.0000118"]


def test_a_stamp_beside_a_page_number() -> None:
    assert bates("Page 1   MARL-000965", "Page 2   MARL-000966") == ["MARL-000965", "MARL-000966"]


@pytest.mark.parametrize("foot", ["XX-001-0004567", "MARL000123", "MARL FOIA 10-2674.0013078"])
def test_a_single_page_with_a_plain_stamp(foot: str) -> None:
    assert bates(foot) == [foot]


@pytest.mark.parametrize(
    "foot",
    [
        "Page 3 of 10",
        "Washington, DC 20536",
        "Case 1:10-cv-03488-SAS Document 29 Filed 01/26/2011",
        "(202) 555-0142",
        "March 2010",
        "Form G-1234",
        "Document Number: 1979TOWN06523",
        "Request No. 2010-00123",
        "2010",
        "TOTAL 12345",
        "",
    ],
)
def test_no_stamp(foot: str) -> None:
    assert bates(foot) == [""]
    assert bates(foot, foot) == ["", ""]


@pytest.mark.parametrize(
    "feet", [("Page 1", "Page 2", "Page 3"), ("1", "2", "3"), ("2010-07-22", "2010-07-23"), ("Page 2010", "Page 2011")]
)
def test_running_numbers_that_are_no_stamps(feet: tuple[str, ...]) -> None:
    assert bates(*feet) == [""] * len(feet)


def test_no_pages_no_stamps() -> None:
    assert stamps_of(()) == ()
