"""Lines above a title that name an office: the label before the name is no part of it."""

from __future__ import annotations

import pytest

from pipeline.patterns.names.offices import Names, office_in

OWN = Names(("Harbor Guard",), ("Safe Harbors",))


@pytest.mark.parametrize("label", ["", "Contact: ", "Media contact: ", "CONTACT : "])
def test_the_label_before_an_office_is_not_its_name(label: str) -> None:
    assert office_in(f"{label}Press Officer, Public Affairs", OWN) == office_in("Press Officer, Public Affairs", OWN) != ""


@pytest.mark.parametrize(
    "line",
    [
        "Contact the office before you come.",
        "Contact: see below",
        "Not cleared by Harbor Guard.",
        "Cleared by Press Office",
        "Wendover County under this initiative",
        "Booking → Bureau of Identification",
        "Seen by the Field Office",
    ],
)
def test_what_names_no_office_gives_none(line: str) -> None:
    assert office_in(line, OWN) == ""
