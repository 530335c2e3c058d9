"""What only the want of a sign keeps back stands where the trained reader is sure of it; whatever else tells stays withheld."""

from __future__ import annotations

import pytest
from drawn_page import page

from pipeline.patterns.private.presumed import BASIS as NAMELESS
from pipeline.patterns.private.presumed_homes import BASIS as OF_CASE
from pipeline.patterns.private.signs import PRESUMED, IdentifierFound
from pipeline.patterns.private.telephones import BASIS as NO_OFFICE
from pipeline.records.tagging import Tagged
from pipeline.stages.screening.overruled import overruled

LINE = "555-017-3344"


def stays(text: str, value: str, kind: str, basis: str, private: float, public: float, *others: IdentifierFound) -> bool:
    """Whether the value is withheld still, where the reader gives each of its words these weights."""
    start = text.index(value)
    one, words, at = IdentifierFound(start, start + len(value), kind, basis), [], start
    for word in value.split():
        at = text.index(word, at)
        words.append(Tagged(at, at + len(word), "name", private, public))
    return one in overruled((page(text),), [[one, *others]], [tuple(words)])[0]


@pytest.mark.parametrize(
    ("text", "value", "kind", "basis", "private", "public", "whether"),
    [
        ("Then Thessaly Vance spoke", "Thessaly Vance", "person-name", NAMELESS, 0.01, 0.98, False),
        ("Then Thessaly Vance spoke", "Thessaly Vance", "person-name", NAMELESS, 0.03, 0.96, True),
        ("Then Thessaly Vance spoke", "Thessaly Vance", "person-name", NAMELESS, 0.01, 0.7, False),
        ("Approved: T. Vance, for the board", "T. Vance", "person-name", NAMELESS, 0.01, 0.7, False),
        ("Statement by: Thessaly Vance", "Thessaly Vance", "person-name", NAMELESS, 0.01, 0.7, True),
        ("letter from Thessaly Vance came", "Thessaly Vance", "person-name", NAMELESS, 0.01, 0.7, True),
        ("(2) Thessaly Vance of Orley", "Thessaly Vance", "person-name", NAMELESS, 0.01, 0.7, True),
        ("It was refused. Vance we kept", "Vance", "person-name", NAMELESS, 0.01, 0.7, True),
        ("Vance we kept", "Vance", "person-name", NAMELESS, 0.01, 0.7, True),
        ("VANCE We have had better", "VANCE", "person-name", NAMELESS, 0.001, 0.01, False),
        ("Then Thessaly Vance spoke", "Thessaly Vance", "person-name", NAMELESS, 0.06, 0.98, True),
        ("Then Thessaly Vance spoke", "Thessaly Vance", "person-name", "follows the label 'Name'", 0.01, 0.98, True),
        ("Then Shoplifting was told", "Shoplifting", "person-name", NAMELESS, 0, 0, False),
        ("Then Ms. Vance was told", "Vance", "person-name", NAMELESS, 0, 0, True),
        ("Bye\nVance\n", "Vance", "person-name", NAMELESS, 0, 0, True),
        ("the Detainer was lifted", "Detainer", PRESUMED, NAMELESS, 0, 0, False),
        ("the Vance was lifted", "Vance", PRESUMED, NAMELESS, 0.2, 0.5, True),
        ("Bye\n> Vance\n", "Vance", PRESUMED, NAMELESS, 0, 0, True),
        ("badge 4471 wrote", "4471", "person-number", OF_CASE, 0.01, 0.95, False),
        ("badge 4471 wrote", "4471", "person-number", "follows the label 'booking'", 0.01, 0.95, True),
        ("card 4471 of his", "4471", "person-number", OF_CASE, 0.2, 0.8, True),
        ("born 4/4/81 there", "4/4/81", "date-of-birth", OF_CASE, 0, 1, True),
        (f"Records {LINE} by day", LINE, "phone", NO_OFFICE, 0, 0.995, False),
        ("order 4471 was lifted", "4471", "person-number", OF_CASE, 0.01, 0.6, False),
        ("order 4471 was lifted", "4471", "person-number", OF_CASE, 0.03, 0.6, True),
        (f"Records {LINE} by day", LINE, "phone", NO_OFFICE, 0, 0.85, False),
        (f"Records {LINE} by day", LINE, "phone", NO_OFFICE, 0, 0.75, True),
        ("Records 017-3344 by day", "017-3344", "phone", NO_OFFICE, 0, 0.85, True),
        (f"My own number if the desk is busy:\n{LINE}", LINE, "phone", NO_OFFICE, 0, 0.995, True),
        (f"Vance, cell {LINE}", LINE, "phone", NO_OFFICE, 0, 0.995, True),
        (f"Vance after hours {LINE}", LINE, "phone", NO_OFFICE, 0, 0.995, True),
        (f"his mother {LINE}", LINE, "phone", NO_OFFICE, 0, 0.995, True),
        (f"Records 555-017-3300 {LINE}", LINE, "phone", NO_OFFICE, 0, 0.995, True),
        (f"Records {LINE} (nights)", LINE, "phone", NO_OFFICE, 0, 0.995, True),
    ],
)
def test_only_what_nothing_tells_of_gives_way(
    text: str, value: str, kind: str, basis: str, private: float, public: float, whether: bool
) -> None:
    assert stays(text, value, kind, basis, private, public) is whether


def test_a_name_that_something_else_withholds_too_stays() -> None:
    text = "Then Thessaly Vance spoke. Name: Ilse Vance"
    told = IdentifierFound(text.index("Ilse"), len(text), "person-name", "follows the label 'Name'")
    assert stays(text, "Thessaly Vance", "person-name", NAMELESS, 0, 0.99, told)


def test_what_the_reader_has_not_read_gives_no_way() -> None:
    text = "Then " + "it rained and the ferry lay still. " * 900 + "Thessaly Vance spoke"
    assert stays(text, "Thessaly Vance", "person-name", NAMELESS, 0, 0.99)
    one = IdentifierFound(len(text) - 20, len(text) - 6, "person-name", NAMELESS)
    assert overruled((page(text),), [[one]], [()]) == [[one]]


def test_words_of_which_the_reader_says_nothing_are_not_public() -> None:
    text = "badge 4471 wrote"
    one = IdentifierFound(6, 10, "person-number", OF_CASE)
    assert overruled((page(text),), [[one]], [()]) == [[one]]


@pytest.mark.parametrize(
    ("text", "stay"),
    [
        ("Tessaly Vance of Orley\nRecords 555-017-3344 by day", True),
        ("Tessaly Vance of Orley\n\nIt rained.\n\nRecords 555-017-3344 by day", False),
    ],
)
def test_a_telephone_near_somebody_asks_for_more(text: str, stay: bool) -> None:
    named = IdentifierFound(0, 13, "person-name", "follows the label 'Name'")
    assert stays(text, LINE, "phone", NO_OFFICE, 0, 0.85, named) is stay
    assert not stays(text, LINE, "phone", NO_OFFICE, 0, 0.995, named)


@pytest.mark.parametrize(("far", "stay"), [(4, True), (60, False)])
def test_a_name_with_somebodys_number_beside_it_stays(far: int, stay: bool) -> None:
    text = "Then Thessaly Vance spoke" + " " * far + "cert. 20417733"
    number = IdentifierFound(len(text) - 8, len(text), "person-number", OF_CASE)
    assert stays(text, "Thessaly Vance", "person-name", NAMELESS, 0.01, 0.7, number) is stay
