"""Days and numbers of bookings and hearings in sentences, names in capitals, victims' surnames, hospitals of births."""

from __future__ import annotations

from timeit import timeit

import pytest

from pipeline.patterns.private.custody import booked_in, heard_in, named_in_custody


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("One was a cook, booked 4/19/10 under number BC-2010-3317, who", {"4/19/10", "BC-2010-3317"}),
        ("She was booked on May 3, 2010 under jail number 44812.", {"May 3, 2010", "44812"}),
        ("RELEASED - BORN OSSICK HOSPITAL 3/3/1985 - US CITIZEN", {"OSSICK HOSPITAL"}),
        ("He was born at St. Hedda Hospital in 1985", {"St. Hedda Hospital"}),
        ("The jail booked 412 people under the program, number 3 in the state.", set()),
        ("The contract was received 4/19/10 under solicitation 44812.", set()),
        ("Prints are held under section 44812.", set()),
        ("The Ossick Hospital was built in 1985.", set()),
    ],
)
def test_bookings_and_births_are_told_in_sentences(text: str, told: set[str]) -> None:
    assert {text[one.start : one.end] for one in booked_in(text)} == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Judge: Hon. O. Weir Next master: May 3, 2011 9:00 a.m.", {"May 3, 2011 9:00 a.m."}),
        ("Bond hrg 5/19", {"5/19"}),
        ("Next hearing date: 6/2/11", {"6/2/11"}),
        ("Individual hearing: June 2, 2011 at 1 pm", {"June 2, 2011 at 1 pm"}),
        ("Next hearing of the Senate committee: May 3, 2011", set()),
        ("Next meeting: May 3, 2011", set()),
        ("Budget committee - next hearing: May 3, 2011", set()),
        ("The master plan: May 3, 2011", set()),
        ("Immigration forum date May 3", set()),
    ],
)
def test_a_forms_box_for_a_hearing_tells_its_day(text: str, told: set[str]) -> None:
    assert {text[one.start : one.end] for one in heard_in(text, ())} == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("She is called on the Ossick docket May 6 at 2:15 with the boy.", {"May 6 at 2:15"}),
        ("His bond hearing is set for 4/12/2011 at 9:00 a.m. in room 3.", {"4/12/2011 at 9:00 a.m."}),
        ("My client's next hearing is July 2, 2011.", {"July 2, 2011"}),
        ("His testimony at the hearing is set for June 9 before the Subcommittee.", set()),
        ("The docket opened on June 9 and the court closed.", set()),
        ("The board put it on its calendar for June 9; he was absent.", set()),
        ("He wrote on June 9 of the schedule.", set()),
    ],
)
def test_the_day_on_which_a_persons_case_is_heard_is_told(text: str, told: set[str]) -> None:
    assert {text[one.start : one.end] for one in heard_in(text, ())} == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("JAIL HAS KEPT ALL SINCE. ONE KEPT THESSALY\nFALKENRATH 2 DAYS - CITIZEN", {"THESSALY\nFALKENRATH"}),
        ("RELEASED ODA M. FENN ON 4/2.", {"ODA M. FENN"}),
        ("a witness on the Falkenrath barn fire, and the Fenn robbery", {"Falkenrath", "Fenn"}),
        ("HELD MEETING WITH OSSICK COUNTY. RELEASED THE REPORT ON MONDAY.", set()),
        ("KEPT OSSICK POLICE FOR THE DAY", set()),
        ("the March robbery, the Police homicide unit, the County murder rate", set()),
        ("The Fenn bill and the Fenn letter", set()),
    ],
)
def test_names_in_capitals_and_victims_surnames_are_found(text: str, told: set[str]) -> None:
    assert {text[one.start : one.end] for one in named_in_custody(text, "")} == told


def test_hostile_text_is_read_in_a_moment() -> None:
    text = "booked on May 3 under the under the the Fenn " * 2000 + "docket she June " * 2000
    assert timeit(lambda: [*booked_in(text), *heard_in(text, ()), *named_in_custody(text, "")], number=1) < 3
