"""Numbers by the initials of a body or a paper that the page names, and those of the police, jails and nobody."""

from __future__ import annotations

from timeit import timeit

import pytest

from pipeline.patterns.private.case_numbers import numbers_in_case
from pipeline.patterns.public.series_of_bodies import series_of_bodies


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Citizen Review Board. File CRB 11-33", ["CRB 11-33"]),
        ("TIDE / LEVEL WORKSHEET Worksheet no. TW-2011-0488", ["TW-2011-0488"]),
        ("County Counsel wrote under CC-11-204", ["CC-11-204"]),
        ("OFFICE OF THE OMBUDSMAN Intake OMB-11-0207", ["OMB-11-0207"]),
        ("CENTER FOR NEWCOMERS, our file CFN-11-007", ["CFN-11-007"]),
        ("Ossick Police Board OPB-11-007", []),
        ("Tolland Detention Center TDC-11-007", []),
        ("Ida Vane IV-11-007", []),
        ("Citizen Review Board. File ABC 11-33", []),
    ],
)
def test_initials_of_a_body_number_its_papers(text: str, numbers: list[str]) -> None:
    assert [text[start:end] for start, end in series_of_bodies(text)] == numbers


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Citizen Review Board: our file CRB-11-3312 is closed", False),
        ("Citizen Review Board: client CRB-11-3312 is here", True),
        ("Citizen Review Board: CRB-11-3312 of Vane", True),
        ("Ossick Police Board: OPB-11-3312 is closed", True),
    ],
)
def test_on_a_case_they_stay_but_where_they_are_somebodys(text: str, held: bool) -> None:
    names = (text.index("Vane"),) if "Vane" in text else ()
    assert bool(list(numbers_in_case(text, (), names))) is held


def test_long_pages_are_read_in_a_moment() -> None:
    assert timeit(lambda: list(series_of_bodies("Review Board " * 3000 + "CRB 11-33 " * 500)), number=1) < 1
