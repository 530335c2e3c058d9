"""No rule and no reading has the last word: what all evidence speaks against is let go, what is told for certain never."""

from __future__ import annotations

import pytest
from drawn_page import page

from pipeline.patterns.private.presumed import BASIS as NAMELESS
from pipeline.patterns.private.presumed_homes import BASIS as OF_CASE
from pipeline.patterns.private.signs import IdentifierFound
from pipeline.patterns.private.telephones import BASIS as NO_OFFICE
from pipeline.records.tagging import LONGEST, Tagged
from pipeline.stages.screening.balance import LEAST, WEIGHTS, kept
from pipeline.stages.screening.evidence import AGAIN, Beside, alike, odds

LINE = "555-017-3344"
BESIDE, MAILBOX = "stands beside a private phone", "a mailbox neither of a government host nor named for a role"
STREET, LABEL = "a street that no office is named beside", "follows the label 'Name'"
ROSTER = "Fenwick Ott 555-017-3344 Odile Marsh desk"


def taken(text: str, value: str, private: float, label: str = "name") -> list[Tagged]:
    """What a reader tells of each word of the value, wherever it stands."""
    made, at = [], -1
    while (at := text.find(value, at + 1)) >= 0:
        done = at
        for word in value.split():
            done = text.index(word, done)
            made.append(Tagged(done, done + len(word), label, private, 1 - private))
    return made


def stays(
    text: str, value: str, kind: str, basis: str, *told: tuple[str, float], others: tuple[IdentifierFound, ...] = ()
) -> bool:
    """Whether the value is withheld still, where the reader gives these words these chances of being private."""
    start = text.index(value)
    one = IdentifierFound(start, start + len(value), kind, basis)
    words = sorted((word for each, private in told for word in taken(text, each, private)), key=lambda word: word.start)
    return one in kept([page(text)], [[one, *others]], [tuple(words)])[0]


@pytest.mark.parametrize(
    ("value", "kind", "basis"),
    [
        ("Fenwick Ott", "person-name", BESIDE),
        ("Fenwick Ott", "person-name", NAMELESS),
        ("Fenwick Ott", "person-name", AGAIN),
        (LINE, "phone", NO_OFFICE),
        (LINE, "phone", AGAIN),
    ],
)
def test_what_all_evidence_speaks_against_is_let_go(value: str, kind: str, basis: str) -> None:
    open_ones = (("Fenwick Ott", 0.004), (LINE, 0.004), ("Odile Marsh", 0.004))
    assert not stays(ROSTER, value, kind, basis, *open_ones)
    assert stays(ROSTER, value, kind, basis, *((words, 0.4) for words, _ in open_ones))


@pytest.mark.parametrize(
    ("value", "kind", "basis"),
    [
        ("Fenwick Ott", "person-name", LABEL),
        ("Fenwick Ott", "person-name", "stands in a list of persons, below a head for private identifiers"),
        ("Fenwick Ott", "minor-name", NAMELESS),
        (LINE, "phone", "a telephone number with a country code"),
        (LINE, "roster-number", NAMELESS),
    ],
)
def test_what_is_told_for_certain_stays(value: str, kind: str, basis: str) -> None:
    assert stays(ROSTER, value, kind, basis, ("Fenwick Ott", 0.004), (LINE, 0.004), ("Odile Marsh", 0.004))


@pytest.mark.parametrize(
    ("text", "value", "kind", "basis"),
    [
        ("lodged with tavi@rail.example at noon", "tavi@rail.example", "email", MAILBOX),
        ("on form 4471220 by noon", "4471220", "person-number", OF_CASE),
    ],
)
def test_mailboxes_and_numbers_are_weighed_too(text: str, value: str, kind: str, basis: str) -> None:
    assert not stays(text, value, kind, basis, (value, 0.001), ("noon", 0.001))
    assert stays(text, value, kind, basis, (value, 0.5))


def test_of_a_street_more_is_asked() -> None:
    text = "sent to 12 Mill Road by noon, " + "Odile Marsh, " * 3
    assert stays(text, "12 Mill Road", "address", STREET, ("12 Mill Road", 0.04), ("Odile Marsh", 0.001))
    assert stays(text, "12 Mill Road", "address", "follows 'lives'", ("12 Mill Road", 0.001), ("Odile Marsh", 0.001))


def test_the_same_name_elsewhere_counts() -> None:
    text = "Subject: OTT\n\nIt rained.\n\nOn Monday Fenwick Ott was booked."
    assert stays(text, "OTT", "person-name", AGAIN, ("OTT", 0.01), ("Fenwick Ott", 0.98))
    assert not stays(text, "OTT", "person-name", AGAIN, ("OTT", 0.01), ("Fenwick Ott", 0.01))


def test_a_name_that_shares_a_word_with_one_that_stays_is_not_let_go() -> None:
    text = "Fenwick Ott of the desk. Name: Ilse Ott"
    told = IdentifierFound(text.index("Ilse"), len(text), "person-name", LABEL)
    assert stays(text, "Fenwick Ott", "person-name", BESIDE, ("Fenwick Ott", 0.001), others=(told,))
    told = IdentifierFound(text.index("Ilse"), len(text) - 4, "person-name", LABEL)
    assert not stays(text, "Fenwick Ott", "person-name", BESIDE, ("Fenwick Ott", 0.001), others=(told,))


@pytest.mark.parametrize(("between", "stay"), [(" to ", True), (" (the desk keeps his file): ", False), ("\n", False)])
def test_the_telephone_right_behind_a_name_that_stays_is_his(between: str, stay: bool) -> None:
    text = f"Fenwick Ott{between}{LINE}"
    told = IdentifierFound(0, 11, "person-name", LABEL)
    assert stays(text, LINE, "phone", NO_OFFICE, (LINE, 0.001), others=(told,)) is stay


@pytest.mark.parametrize(("rows", "stay"), [(("Ilse Marsh", "Bo Lund"), True), (("Ilse Marsh", "Records"), False)])
def test_a_name_in_a_column_of_names_that_stay_is_of_them(rows: tuple[str, str], stay: bool) -> None:
    text = f"{rows[0]} in\nFenwick Ott in\n{rows[1]} in"
    others = tuple(
        IdentifierFound(text.index(row), text.index(row) + len(row), "person-name", LABEL) for row in rows if row != "Records"
    )
    assert stays(text, "Fenwick Ott", "person-name", BESIDE, ("Fenwick Ott", 0.001), others=others) is stay


@pytest.mark.parametrize(("label", "stay"), [("Evening Phone: ", True), ("cell ", True), ("Intake ", False)])
def test_a_telephone_that_is_said_to_be_somebodys_own_stays(label: str, stay: bool) -> None:
    assert stays(f"It rained. {label}{LINE}", LINE, "phone", NO_OFFICE, (LINE, 0.001)) is stay


def test_one_stretch_goes_whole_or_stays() -> None:
    certain = IdentifierFound(0, 11, "person-name", LABEL)
    assert stays(ROSTER, "Fenwick Ott", "person-name", BESIDE, ("Fenwick Ott", 0.001), others=(certain,))
    wider = IdentifierFound(8, 24, "a-number", "the letter A with eight or nine digits")
    assert stays(ROSTER, "Fenwick Ott", "person-name", BESIDE, ("Fenwick Ott", 0.001), others=(wider,))


def test_of_what_the_reader_says_nothing_nothing_is_let_go() -> None:
    assert stays(ROSTER, "Fenwick Ott", "person-name", NAMELESS, ("Odile Marsh", 0.001))
    assert stays(" " * LONGEST + ROSTER, "Fenwick Ott", "person-name", NAMELESS, ("Fenwick Ott", 0.001))


def test_odds_are_bounded_and_words_met_by_their_capital() -> None:
    assert odds(0.0) == pytest.approx(-odds(1.0)) and odds(0.0) > -6
    one = Beside("Ott and ott", (Tagged(0, 3, "name", 0.5, 0.5), Tagged(8, 11, "name", 0.9, 0.1)))
    assert alike([one]) == {"ott": (0.0,)}


def test_each_sort_has_weights_and_a_bound() -> None:
    assert WEIGHTS.keys() == LEAST.keys()
    assert all(weights["always"] < 0 for weights in WEIGHTS.values())
