"""Lists of persons dumped as text, and dumps that list none."""

from __future__ import annotations

from timeit import timeit

import pytest

from pipeline.patterns.private.delimited import delimited_rows


def held(text: str) -> list[str]:
    return [text[one.start : one.end] for one in delimited_rows(text)]


def test_cells_below_the_heads_of_a_list_of_persons_are_held() -> None:
    rows = "2009-33118,VRBA,THESSALY,F,19680411,DUI,TERNOCK\n2009-33120,SLOOT,,M,19911230,NONE,OSSICK\n"
    text = f"BOOKING,LAST,FIRST,SEX,BORN,CHARGE,COUNTY\n{rows}"
    assert held(text) == ["2009-33118", "VRBA", "THESSALY", "19680411", "2009-33120", "SLOOT", "19911230"]


def test_a_state_beside_persons_is_no_number_and_each_head_has_its_own_rows() -> None:
    text = "Name,State,DOB,A-Number\nVrba,Ohio,1/2/70,A204417719\nSubject,State,Event,Booking\nSloot,Utah,Fair,2009-33\n"
    assert held(text) == ["Vrba", "1/2/70", "A204417719", "Sloot", "2009-33"]


def test_many_heads_are_read_in_a_moment() -> None:
    assert timeit(lambda: held("Name,DOB,SSN,Sex\n" * 4000), number=1) < 2


def test_who_called_is_held_and_an_office_that_called_is_not() -> None:
    text = "id;caller;callback;county\n1;Thessaly;6145550144;Ternock\n2;Rep. Sloot's office;6145550100;Ossick\n"
    assert held(text) == ["Thessaly", "6145550144"]


@pytest.mark.parametrize(
    "text",
    [
        "county,sheriff,phone,prints,matches\nTernock,Sloot,6145550100,1204,33\n",
        "row,name,county,status,note\n1,Brellick,Ternock,active,none\n",
        "We met the mother, the father, the son, and Roe.\nThe case, the file, the name, and the date were told.\n",
        "Name,State,Activated,Status\nTernock,Colorado,6/1/2010,Live\n",
        "Name,Event,Date,Place\nVrba,Kick-off meeting,6/1/2010,Ossick\n",
        "Name,Subject,Date,From\nVrba,The list,6/1/2010,Ossick\n",
        "Name,Case No,Court,Judge\nVrba,10-1204,Ossick,Sloot\n",
        "file,pages,size,date,hash\nA.pdf,12,4410,2010-03-04,ab12\n",
    ],
)
def test_other_dumps_and_sentences_stay(text: str) -> None:
    assert held(text) == []
