"""Persons, and the cards and prints that one person may have several of."""

from __future__ import annotations

import pytest
from invented_claims import claim

from pipeline.records.finding import Reason
from pipeline.records.topic import Metric
from pipeline.scorers.counted import told_apart

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
