"""Orders under another house's minutes, and notes with initials under a memorandum."""

from __future__ import annotations

import pytest

from pipeline.patterns.openings.lower import NOTE, lower_papers
from pipeline.patterns.openings.notes_below import note_ends
from pipeline.patterns.openings.numbered_papers import day_of_numbered

MINUTES = (
    "ORRIN HARBOR BOARD\nMinutes of March 15, 2011\n\nThe Master told the board that the scale had been read again on Monday\n"
    "and that it was right to an ounce. Nobody objected, and the board went on to the mooring fees of the year.\n\n"
    "Adjourned at 8:40.\n\n"
)
RULE = "\nNo boat is to be kept past noon unless its owner has paid, and the sergeant is called before.\n"
MEMO = (
    "TO: Assistant Master\nFROM: Branch Chief, Piers\nDATE: March 1, 2010\nSUBJECT: North pier\n\n"
    "The board wrote on February 11 and asked that the north pier be left out of it. It cannot be left out, and\n"
    "our reply should say so in as many words as we used before.\n\n"
)


@pytest.mark.parametrize(
    ("below", "heads"),
    [
        ("DELL COUNTY DETENTION CENTER\nRoll call order no. 4-11\n\nBy order of Captain Ida Moss, January 24, 2011\n", True),
        ("DELL COUNTY SHERIFF\nGENERAL ORDER 10-07 Effective May 1, 2010\n", True),
        ("Dell Police Department\nSpecial Order 12\nMay 1, 2010\n", True),
        # A section, a paper without a day, a sentence.
        ("SHERIFF'S REPORT\nOrder 12 was read.\n", False),
        ("DELL COUNTY SHERIFF\nGENERAL ORDER 10-07\n", False),
        ("The Dell County Jail sent\nOrder 12 of May 1, 2010\n", False),
    ],
)
def test_a_house_s_numbered_order_begins_below_another_s_paper(below: str, heads: bool) -> None:
    assert [one.start for one in lower_papers(MINUTES + below + RULE)] == ([len(MINUTES)] if heads else [])


def test_the_day_of_an_order() -> None:
    assert day_of_numbered(("DELL COUNTY SHERIFF", "GENERAL ORDER 10-07 Effective May 1, 2010", RULE)) == "2010-05-01"
    assert day_of_numbered(("DELL COUNTY SHERIFF", "ORDER 7", "May 1, 2010", "Replaces that of May 2, 2009", RULE)) == ""
    assert day_of_numbered(("Harbor report", "May 1, 2010", RULE)) == ""


@pytest.mark.parametrize(
    ("note", "who", "day"),
    [
        ("Ray -\nNot so fast. Counsel told me that it can be left out.\nK.C.  3/4/10\n", "K.C.", "2010-03-04"),
        ("Ida,\nI would wait.\n/tm/ no\nTM\n", "TM", ""),
    ],
)
def test_a_note_below_a_memorandum_is_another_s(note: str, who: str, day: str) -> None:
    (lower,) = lower_papers(MEMO + note)
    assert (lower.opening.title, lower.opening.author, lower.opening.dated.date) == (NOTE, who, day)
    assert not lower_papers(MINUTES + note)  # below what is no memorandum anybody may have written it


@pytest.mark.parametrize("lines", [["Thanks,", "K.C."], ["Ray -", "K.C."], ["Piers:", "north"], ["It rained -", "KC"], []])
def test_what_is_no_note(lines: list[str]) -> None:
    assert note_ends(lines) == (0, "", "")
