"""Who stands in a list beside somebody private, and which numbers are built as private ones in the same column."""

from __future__ import annotations

from timeit import timeit

import pytest

from pipeline.patterns.private.of_one_list import names_of_lists, numbers_alike


def spans(text: str, *values: str) -> tuple[tuple[int, int], ...]:
    return tuple((text.index(value), text.index(value) + len(value)) for value in values)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Names to the desk: Odile Marchbank, Tavi Vrba, two others.", ["Odile Marchbank"]),
        ("Names to ICE: Odile Marchbank, Tavi Vrba, two others.", ["Odile Marchbank"]),
        ("They met ICE: Odile Marchbank, Tavi Vrba, two others.", []),
        ("They let go Tavi Vrba, Odile Marchbank and Bram Tolliver.", ["Odile Marchbank", "Bram Tolliver"]),
        ("They let go Tavi Vrba; Odile Marchbank; a boy.", ["Odile Marchbank"]),
        ("Held: Odile Marchbank and Tavi\nVrba.", []),  # the private name is broken over the line's end
        ("They let go Tavi Vrba, Sheriff Odile Marchbank and others.", []),
        ("They let go Tavi Vrba, Odile Marchbank, Director, said.", []),
        ("They let go Tavi Vrba, Legal Office, and others.", []),
        ("From: Tavi Vrba, Odile Marchbank\n", []),
        ("Present: Tavi Vrba, Odile Marchbank.", []),
        ("They let go Tavi Vrba, who knows Odile Marchbank.", []),
        ("They let go Tavi Vrba, Ossick.", []),
        ("Witnesses were Tavi Vrba and Odile Marchbank.", []),
    ],
)
def test_who_stands_beside_somebody_private(text: str, names: list[str]) -> None:
    private = spans(text, "Tavi Vrba") if "Tavi Vrba" in text else ()
    assert [text[one.start : one.end] for one in names_of_lists(text, private)] == names


ROWS = "BOOKING NAME\nQC-11-00318 Ada\nQC-11-00341 Bo\nQC-11-00402 Cy\nResolution QC-11-00777 passed.\nQC-2011-7 Di\n"


def test_numbers_in_a_column_of_private_ones_are_private() -> None:
    held = spans(ROWS, "QC-11-00318", "QC-11-00402")
    assert [ROWS[one.start : one.end] for one in numbers_alike(ROWS, held)] == ["QC-11-00341"]
    assert not list(numbers_alike(ROWS, held[:1]))
    assert not list(numbers_alike(ROWS, ()))


def test_long_lists_are_read_in_a_moment() -> None:
    text = "Held: Tavi Vrba, " + "Odile Marchbank, " * 4000
    assert timeit(lambda: list(names_of_lists(text, spans(text, "Tavi Vrba"))), number=1) < 3
    rows = "QC-11-00318 x\n" * 5000
    assert timeit(lambda: list(numbers_alike(rows, ((0, 11),))), number=1) < 2
