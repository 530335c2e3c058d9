"""A name joined to somebody's number in a file's name is withheld; words of the file's kind are not."""

from __future__ import annotations

import pytest

from pipeline.patterns.private.identifiers import identifiers_in
from pipeline.patterns.private.in_file_names import names_in_files
from pipeline.patterns.public.whose_number import phone_label

WORDS = frozenset(("final", "letter", "memo", "scan", "file", "report", "request"))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("It is called delrosso_amita_A204417733.doc now", ["delrosso", "amita"]),
        ("see A204417733_delrosso.pdf", ["delrosso"]),
        ("attached: final_letter_A204417733.doc", []),
        ("attached: scan_delrosso_A204417733.doc", ["delrosso"]),
        ("the file A204417733 of delrosso", []),
        ("delrosso_amita.doc without a number", []),
        ("well-known A204417733", []),
    ],
)
def test_names_in_the_name_of_a_file(text: str, names: list[str]) -> None:
    found = names_in_files(text, tuple(identifiers_in(text)), WORDS.__contains__, frozenset())
    assert [text[one.start : one.end] for one in found] == names


def test_what_a_person_releases_stays() -> None:
    text = "It is called delrosso_amita_A204417733.doc now"
    found = names_in_files(text, tuple(identifiers_in(text)), WORDS.__contains__, frozenset({"delrosso"}))
    assert [text[one.start : one.end] for one in found] == ["amita"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Bkg no. 0S-10-22871 Name", "0S-10-22871"),
        ("Booking # 2O10-O088l3 cell", "2O10-O088l3"),
        ("Bkg No. 11-20417", "11-20417"),
        ("Booking no. SOIL-LOSS", ""),
        ("Book no. one", ""),
    ],
)
def test_a_booking_number_that_a_scan_broke_is_one_behind_its_label(text: str, value: str) -> None:
    assert [text[one.start : one.end] for one in identifiers_in(text)] == ([value] if value else [])


@pytest.mark.parametrize(
    ("before", "label"),
    [("Home fax ", "private"), ("Personal office line ", "private"), ("Office fax ", "office"), ("Cell, office fax ", "office")],
)
def test_a_fax_at_home_is_private(before: str, label: str) -> None:
    text = f"{before}(555) 212-1010"
    assert phone_label(text, len(before), len(text)) == label
