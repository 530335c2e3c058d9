"""Places told by a table's first column, by whose sheriff somebody is, by a dateline; and names that only look like them."""

from __future__ import annotations

from timeit import timeit

import pytest

from pipeline.patterns.names.seats import is_of_places, is_place_of_release, seats_shown

TABLE = "County On line Matches Removed % no conv.\nBrellick 6/1/2010 1,310 288 40.6\nTernock 9/14/2010 70 14 3.9\n"


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (TABLE + "Ossick 11/9/2010 88 12 41.7\nState total 4,106 811 38.2\n", {"brellick", "ternock", "ossick"}),
        ("Jurisdiction | Holds | Lifted\nBrellick | 14 | 2\nPort Ternock | 3 | 1\nOssick | none\nTotal | 17 | 3\n",
         {"brellick", "ternock", "port ternock", "ossick"}),
        ("County Matches Share: no conv.\nof all\n\nBrellick - 310\n\nTernock = 70\n\nOssick: 88\n",
         {"brellick", "ternock", "ossick"}),
        ("County Inmate Share: no conv.\n\nVrba - 310\n\nMoll = 70\n\nDunn: 88\n", set()),
        ("Sheriff Moll of Brellick: “I gave my word.”", {"brellick"}),
        ("the letter of Sheriff Orla Dunn of Ternock was filed", {"ternock"}),
        ("Mayor Dunn of Upper Ossick, who came", {"upper ossick", "ossick"}),
        ("Caller: Sheriff Orla Dunn, Ternock\nThe Ternock court is shut.\n", {"ternock"}),
        ("From: Mayor Orla Dunn, Ossick\nWe met in Ossick.\n", {"ossick"}),
        ("Caller: Sheriff Orla Dunn, Vrba\nTaken by: desk\n", set()),
        ("Present: Mayor Orla Dunn, Vrba\nThe Vrba court date is set.\n", set()),
        ("Brellick is the only county in the state that pays.", {"brellick"}),
        ("By ODA FENN, staff\n\nPORT BRELLICK - The prints of all", {"port brellick", "brellick"}),
        (TABLE, set()),  # two rows
        ("County Name DOB Hold\nVrba Ada 4/1/1980\nMoll 3/2/1971\nDunn 5/5/1969\n", set()),
        ("County Contact Phone\nVrba 555-0100\nMoll 555-0101\nDunn 555-0102\n", set()),
        ("City Inmate Days\nVrba 4\nMoll 5\nDunn 6\n", set()),
        ("County Activated\nBrellick 6/1/2010\nTernock 9/14/2010\nOssick pending\n", {"brellick", "ternock", "ossick"}),
        ("City / Town | Booked | Removed\nBrellick | 14 | 2\nTernock | 3 | 1\nOssick | 4 | 0\n",
         {"brellick", "ternock", "ossick"}),
        ("Site Hold placed Released\nVrba 1/2/10 1/4/10\nMoll 2/2/10 3/3/10\nDunn 3/4/10 5/5/10\n", set()),
        ("Site Booked\nVrba 1/2/10\nMoll 2/2/10\nDunn 3/4/10\n", set()),
        ("Site Result\nVrba 1/2/10\nMoll pending\nDunn 3/4/10\n", set()),
        ("Site Bed\nVrba 14\nMoll 15\nDunn 16\n", set()),
        ("City / Inmates | Arrested\nVrba | 1/2/10\nMoll | 2/2/10\nDunn | 3/4/10\n", set()),
        ("They told Sheriff Dunn of Vrba.", set()),
        ("We warned Sheriff Orla Dunn of Vrba, who was ill.", set()),
        ("It was told to Mayor Dunn of Vrba in cell 4.", set()),
        ("a note from Sheriff Dunn of Vrba and his gun", set()),
        ("By Oda Fenn\nVRBA -- He was hit.", set()),
        ("Agent Dunn of Vrba, a cousin", set()),
        ("the wife of Ada Vrba and Sheriff Dunn, Vrba and Moll met", set()),
        ("Vrba is the county clerk there and Moll is the inmate.", set()),
        ("VRBA ADA - Called about her husband", set()),
        ("Sheriff Dunn of Homeland Security", set()),
    ],
)  # fmt: skip
def test_places_are_told_by_who_or_what_sits_there(text: str, places: set[str]) -> None:
    assert set(seats_shown(text)) == places


@pytest.mark.parametrize(
    ("name", "whether"),
    [
        ("Brellick", True),
        ("Port Brellick", True),
        ("Brellick SO", True),
        ("Brellick Ternock", True),
        ("Ada Brellick", False),
        ("Brellick Moll", False),
        ("VU BRELLICK", False),
        ("Port Moll", False),
    ],
)
def test_a_name_is_of_places_with_a_towns_first_word_or_an_offices_letters(name: str, whether: bool) -> None:
    assert is_of_places(name, {"brellick", "ternock"}) is whether


@pytest.mark.parametrize(
    ("text", "name", "whether"),
    [
        ("Subject: Brellick FAQ", "Brellick FAQ", True),
        ("out of Port Brellick again", "Port Brellick", True),
        ("Re: Brellick", "Brellick", True),
        ("Last name: Brellick", "Brellick", False),
        ("Ms. Brellick said", "Brellick", False),
        ("her brother Brellick said", "Brellick", False),
        ("Brellick Ternock A204 417 719", "Brellick Ternock", False),
        ("Ada Brellick said", "Ada Brellick", False),
    ],
)
def test_no_mark_of_a_person_stands_before_a_place(text: str, name: str, whether: bool) -> None:
    at = text.index(name)
    assert is_place_of_release(text, at, at + len(name), ("brellick", "ternock")) is whether


def test_hostile_tables_are_read_in_a_moment() -> None:
    assert timeit(lambda: list(seats_shown("County Holds Lifted\n" * 4000 + "Sheriff Dunn " * 4000)), number=1) < 2
