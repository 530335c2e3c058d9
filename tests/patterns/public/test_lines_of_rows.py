"""Telephones that their row, or the one above, gives as an office's on any page; who is told of keeps his own."""

from __future__ import annotations

from timeit import timeit

import pytest

from pipeline.patterns.public.lines_of_rows import of_row


@pytest.mark.parametrize(
    ("before", "whether"),
    [
        ("Attorney of record: Ida Vane, Esq., Vane & Orsk, 4 Weir Street, tel ", True),
        ("Preparer: Ossick Aid, 9 Mill Lane, ", True),
        ("• The Tolland Bureau: Ida Vane-Orsk, ", True),
        ("OWLC, 44 Weir Row, Port Orsk, ", True),
        ("M Otto Vane, Office of Congressman Weir\nPhone ", True),
        ("OSSICK CENTER, INC.\nPO Box 71, Port Orsk - ", True),
        ("Attorney: told her wife to call ", False),
        ("Obligor: Ida Vane, ", False),
        ("Attorney: Ida Vane. Sponsor: Otto Orsk, ", False),
        ("Officer: he gave his number, ", False),
        ("Ida Vane, 44 Weir Row, Port Orsk, ", False),
        ("M rs Vane of the mill\nPhone ", False),
        ("Ida Vane\nPO Box 71, Port Orsk - ", False),
        ("A\nB\nC\nOSSICK CENTER, INC.\nPO Box 71, Port Orsk - ", False),
    ],
)
def test_whose_row_it_is(before: str, whether: bool) -> None:
    assert of_row(before + "555-0142", len(before)) is whether


def test_long_rows_are_read_in_a_moment() -> None:
    for row in ("Ab, " * 4000, "Ab Cd: " * 3000, "Ab of the " * 3000 + "\nPhone "):
        assert timeit(lambda row=row: of_row(row + "555-0142", len(row)), number=1) < 0.5
