"""What the trained reader may take for private without anybody being told of: grammar, days, roads, dockets, public houses."""

from __future__ import annotations

import pytest

from pipeline.stages.screening.of_somebody import could_be

PLACES = ("Ossick", "Port Ossick")


def whether(label: str, before: str, value: str, probability: float) -> bool:
    text = f"{before}{value} there"
    return could_be(label, text, len(before), len(before) + len(value), probability, PLACES.__contains__)


@pytest.mark.parametrize(
    ("label", "before", "value", "probability"),
    [
        ("name", "met ", "Tavi", 0.4),
        ("name", "met ", "tavi", 0.95),
        ("name", "To: ", "tavi's", 0.6),
        ("name", "17 said tavi went to ", "orsolya", 0.5),
        ("name", "The detainee ", "Will Case", 0.83),
        ("name", "", "May Will", 0.9),
        ("name", "he met ", "An", 0.9),
        ("contact", "on the app as ", "tavi_of_ossick", 0.96),
        ("contact", "at ", "five five five, oh one oh two", 0.7),
        ("number", "his is ", "A seven seven oh four", 0.9),
        ("other", "He picks her up at ", "Ossick Middle School", 0.98),
        ("other", "Her boy goes to ", "Tollgate College", 0.98),
        ("custody", "no. ", "0155 88021", 0.99),
        ("custody", "", "19611225", 0.99),
        ("status", "her ", "U visa petition", 0.7),
        ("other", "she ", "works nights at the linen plant", 0.97),
        ("home", "it is ", "the green one by the gate", 0.9),
        ("number", "card ", "88-4417", 0.96),
        ("contact", "at ", "555 0139", 0.6),
        ("contact", "at ", "tavi@post.example", 0.6),
        ("home", "lives on ", "Tollgate Lane", 0.5),
        ("home", "lives at ", "the yellow house", 0.99),
        ("home", "at ", "Rt. 2 Box 14", 0.6),
        ("birth", "she is ", "nine", 0.5),
        ("birth", "born ", "5/18", 0.5),
        ("birth", "was ", "12 May 1971", 0.5),
        ("health", "has ", "asthma", 0.4),
        ("health", "had ", "a stroke on Tuesday", 0.9),
        ("health", "gave him ", "20 units", 0.9),
        ("health", "he ", "missed two doses", 0.4),
        ("status", "is ", "a U.S. citizen since", 0.95),
        ("status", "was ", "removed 2003", 0.6),
        ("custody", "she ", "delivered on the 9th", 0.99),
        ("other", "works at ", "Tollgate Laundry", 0.9),
        ("other", "cleans at ", "the Tollgate Hotel", 0.9),
        ("other", "in ", "grade 3", 0.9),
    ],
)
def test_what_could_be_somebodys_stays_withheld(label: str, before: str, value: str, probability: float) -> None:
    assert whether(label, before, value, probability)


@pytest.mark.parametrize(
    ("label", "before", "value", "probability"),
    [
        ("name", "a ", "wallet", 0.6),
        ("name", "the ", "Ms.", 0.6),
        ("name", "The form has a ", "Case Name", 0.8),
        ("name", "", "May", 0.6),
        ("name", "THE ", "OTHER", 0.9),
        ("contact", "on the app as ", "the other one", 0.6),
        ("other", "a raid near ", "Ossick Middle School", 0.98),
        ("number", "the ", "number", 0.98),
        ("number", "No. ", "2:10-cv-00441", 0.99),
        ("contact", "call ", "tel.", 0.8),
        ("home", "by ", "the gate", 0.8),
        ("home", "along ", "Route 14", 0.99),
        ("home", "in ", "Port Ossick", 0.99),
        ("birth", "booked ", "5/18", 0.99),
        ("birth", "she is ", "aged", 0.9),
        ("health", "she ", "has a", 0.99),
        ("health", "no pills ", "since Tuesday", 0.99),
        ("health", "and ", "who was", 0.99),
        ("status", "is ", "the second", 0.99),
        ("status", "the ", "citizen", 0.99),
        ("status", "with ", "a green card", 0.7),
        ("custody", "on ", "February 8, 2011", 0.99),
        ("custody", "", "02/12/2011 8:02 am", 0.99),
        ("custody", "Booked ", "8/30", 0.99),
        ("custody", "", "02 12 2012 1350", 0.99),
        ("other", "", "works at the plant", 0.9),
        ("status", "had a ", "third term", 0.86),
        ("other", "at ", "the laundromat", 0.99),
        ("other", "at ", "the Ossick courthouse", 0.99),
        ("other", "from ", "Ossick", 0.99),
    ],
)
def test_what_tells_of_nobody_stands(label: str, before: str, value: str, probability: float) -> None:
    assert not whether(label, before, value, probability)


@pytest.mark.parametrize(
    ("before", "value", "probability", "told"),
    [
        ("from:   ", "tavi lund", 0.75, True),
        ("NAME: ", "tavi lund", 0.75, True),
        ("from:   ", "tavi lund", 0.65, False),
        ("from:   ", "tavi", 0.75, False),
        ("Here from ", "tavi lund", 0.75, False),
    ],
)
def test_who_fills_in_a_form_writes_his_name_without_a_capital(before: str, value: str, probability: float, told: bool) -> None:
    assert whether("name", before, value, probability) is told
