"""Excerpts of transcripts: few numbered lines, "Q" and "A" without a stop, and who answers, told by what he agrees to."""

from __future__ import annotations

import pytest
from drawn_page import file, page

from pipeline.extractors.speakers.roster import roster_of
from pipeline.patterns.writers.sworn import sworn_house
from pipeline.records.document import Segmentation
from pipeline.records.line_numbers import line_numbers
from pipeline.records.source import Release
from pipeline.stages.segment import Params, segment

GUARD = Release("r", agency="U.S. Coast and Harbor Guard", component="Ferry Checks")
EXCERPT = (
    "1   Q   State your post.\n2   A   Station Director, Coast and Harbor Guard,\n3   Orrin.\n4   Q   Was the scale read?\n"
    "5   A   It was read on Monday and again on\n6   Tuesday.\n7   Q   By whom?\n8   A   By the crew.\n"
)
CAPTION = "DISTRICT COURT OF ORRIN\n\nIDA MOSS, Plaintiff,\n   v.   No. 10-22\nHARBOR BOARD, Defendant.\n\n"


def read(text: str) -> Segmentation:
    return segment(file(), GUARD, (page(text, 1),), Params())


def test_few_numbered_lines_are_an_excerpt_where_they_ask_and_answer() -> None:
    assert len(line_numbers(CAPTION + "DEPOSITION OF ALAN ORR\n" + EXCERPT)) == 8
    assert line_numbers("\n".join(f"{at} Keep the deck clear of rope" for at in range(1, 8))) == {}


def test_letters_without_a_stop_tell_who_asks() -> None:
    assert roster_of("", (EXCERPT,), ()).unmarked
    assert not roster_of("", ("1 A Boat is tied up.\n2 Q Pier is closed.\n",), ()).unmarked


def test_the_witness_of_an_excerpt() -> None:
    (document,) = read(CAPTION + "DEPOSITION OF ALAN ORR\nMarch 3, 2011\n\n" + EXCERPT).documents
    assert (document.author, document.author_kind, document.date) == ("ALAN ORR", "agency", "2011-03-03")
    (document,) = read("41\n" + EXCERPT.replace("State your post", "And then").replace("Station Director, ", "By the ")).documents
    assert (document.author, document.author_kind) == ("", "")  # what an answer names wrote nothing


@pytest.mark.parametrize(
    ("text", "house"),
    [
        ("1 Q. You were the station director\n2 in June of 2010?\n3 A. I was.\n", "the station director in June of 2010"),
        ("Q. You run the Dorn County jail?\nA. I do, since 2004.\n", "the Dorn County jail"),
        ("Q. You were at the jail that day?\nA. I was.\n", ""),
        ("Q. You are the father of one of them?\nA. I am.\n", ""),
        ("Q. You run the Dorn County jail?\nA. No.\n", ""),
    ],
)
def test_what_a_witness_agrees_to_be(text: str, house: str) -> None:
    assert sworn_house(text) == house
