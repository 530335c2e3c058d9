"""Persons, and the cards and prints that one person may have several of."""

from __future__ import annotations

import pytest
from invented_claims import TOPIC, claim

from pipeline.records.finding import Reason
from pipeline.records.topic import Metric
from pipeline.scorers import numbers
from pipeline.scorers.counted import of_the_rest, told_apart

CARDS = Metric("cards", "How many cards came.", "count", "cards that came to the desk", ("cards",))
MEN = Metric("men", "How many went.", "count", "people who went", ("people",))


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("The desk took 52,877 cards.", "Cards of 52,877 persons came.", True),
        ("The desk took 52,877 cards.", "The desk took 52,877 of the cards.", False),
        ("In all 52,877 different people sent one.", "52,877 submissions came.", True),
        ("In all 52,877 people sent one.", "52,877 came.", False),
        ("52,877 people sent one.", "Some 52,877 individuals did.", False),
        ("52,877 people sent one.", "Some 52,877 offenders did.", False),
        ("52,877 people sent one.", "Some 52,877 nationals of the isles did.", False),
        ("52,877 people sent one.", "Some 52,877 ferry riders did, and 52,877 boatmen.", False),
        ("52,877 people sent one.", "Some 52,877 trustees did.", False),
        ("52,877 people sent one.", "Some 52,877 letters came.", True),
        ("52,877 offenders were told.", "There were 52,877 encounters.", True),
        ("52,877 drivers sent one.", "52,877 people sent one.", False),
    ],
)
def test_cards_are_no_persons(one: str, other: str, apart: bool) -> None:
    left, right = (claim("handled=52877", words, "chief", "2010-05-03", "public") for words in (one, other))
    assert told_apart(left, right, CARDS) == apart
    assert told_apart(right, left, CARDS) == apart
    assert not told_apart(left, right, MEN)


def test_labels_of_a_table_tell_it_too() -> None:
    def row(label: str) -> tuple[Reason, ...]:
        return (Reason("row", label, "", 0.0, "label of the figure's row"),)

    cards = claim("handled=52877", "Cards sent 52,877", "chief", "2010-05-03", "public", reasons=row("Cards sent"))
    persons = claim("handled=52877", "Persons 52,877", "chief", "2010-05-03", "public", reasons=row("Persons"))
    total = claim("handled=52877", "Total 52,877", "chief", "2010-05-03", "public", reasons=row("Total"))
    assert told_apart(cards, persons, CARDS)
    assert not told_apart(cards, total, CARDS) and not told_apart(persons, total, CARDS)


@pytest.mark.parametrize(
    ("quote", "printed", "rest"),
    [
        ("The other forty-five were handled without a paper.", "forty - five", True),
        ("The remaining 45 people were handled in May.", "45", True),
        ("Another 45 were handled.", "45", True),
        ("45 were handled, the other towns waited.", "45", False),
        ("In all 45 people were handled.", "45", False),
    ],
)
def test_what_is_left_of_a_number_is_no_total(quote: str, printed: str, rest: bool) -> None:
    reasons = (Reason("number", printed, "", 0.0, ""),)
    part = claim("handled=45", quote, "chief", "2010-05-03", reasons=reasons)
    whole = claim(
        "handled=64", "64 people have been handled.", "press", "2010-05-04", reasons=(Reason("number", "64", "", 0.0, ""),)
    )
    assert of_the_rest(part) is rest
    assert (numbers.judge(part, whole, TOPIC) is None) is rest
