"""A tab stands where cells part; the text keeps its length and everything else of it."""

from __future__ import annotations

from drawn_page import page
from hypothesis import given
from hypothesis import strategies as st
from one_parser import loaded_parser

from pipeline.stages.reading.gaps import cells_apart
from pipeline.stages.screen import Params, screen

WORDS = st.lists(st.text("abcXYZ.,", min_size=1, max_size=6), min_size=1, max_size=5)


def test_a_wide_gap_parts_cells_and_a_space_does_not() -> None:
    assert cells_apart(page("Ada Roe   Kessel Cannery   line 4\nall of it is prose")) == (
        "Ada Roe\tKessel Cannery\tline 4\nall of it is prose"
    )


@given(st.lists(WORDS, min_size=1, max_size=4))
def test_nothing_else_of_the_text_changes(rows: list[list[str]]) -> None:
    one = page("\n".join("   ".join(row) for row in rows))
    assert cells_apart(one).replace("\t", " ") == one.text


def test_a_name_ends_with_its_cell() -> None:
    one = page("DOB 4/11/90 as he said\n\nThessaly Vrba   Kessel Cannery   555-0142-881")
    texts = [held.text for held in screen((one,), Params(), loaded_parser())]
    assert "Thessaly Vrba" in texts
    assert not any("Kessel" in text for text in texts)


def test_a_surname_that_is_a_word_or_a_place_is_not_followed_alone() -> None:
    first = page("DOB 4/11/90\n\nHis cousin Thessaly Winter was there; so was Ike Tremmelow.")
    second = page("WEEKLY NOTES\nWinter is cold. Tremmelow County is live.\nThessaly Winter and Mr. Winter came.", 2)
    held = [w.text for w in screen((first, second), Params(), loaded_parser()) if w.page_id == second.id]
    assert "Thessaly Winter" in held
    assert all("Tremmelow" not in text for text in held)
    assert sum("Winter" in text for text in held) == 2
