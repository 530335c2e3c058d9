"""Two statements of one question that speak of two things of a list do not meet; who names none, or both, speaks of all."""

from __future__ import annotations

from dataclasses import replace

import pytest
from invented_claims import TOPIC, claim

from pipeline.records.topic import Topic
from pipeline.scorers import things
from pipeline.scorers.scope import ScopeScorer

FARES = replace(
    TOPIC.propositions[0],
    id="fare-free",
    statement="The crossing costs nothing",
    opposite="The crossing costs money",
    things=("what: berth|berths|moor*", "what: ticket*|the passage", "who: Province|Provinces|States", "who: harbour*|quay"),
)
FERRIES: Topic = replace(TOPIC, propositions=(*TOPIC.propositions, FARES))
SCORER = ScopeScorer()

APART = [
    ("The ticket costs nobody anything.", "Each harbour is billed for the berth."),
    ("There is nothing to pay for the passage itself.", "We do not pay them for mooring."),
    ("The Province bears all of it.", "A quay that buys a winch buys it with its own money."),
    ("Nothing is owed for berths.", "TICKETS are charged for, at two crowns."),
]
MEETING = [
    ("It costs nothing to take part.", "Each harbour is billed for the berth."),  # who names none speaks of all
    ("Neither ticket nor berth costs anything.", "The berth is billed by the night."),
    ("No harbour and no Province pays.", "The quay pays by the month."),
    ("The ticket is free.", "The ticket costs two crowns."),
    ("The tickets are free.", "A ticketed seat costs two crowns."),
    ("The embertha is free.", "The ticket costs two crowns."),  # part of another word
    ("The United States pays for all.", "The quay pays by the month."),  # no State of them
]


def _found(one: str, other: str) -> str:
    left = claim("+fare-free", one, "press", "2010-09-01", "public")
    right = claim("-fare-free", other, "assistant", "2010-09-20", "internal")
    found = SCORER.score(left, right, FERRIES)
    assert found is not None
    return found.kind


@pytest.mark.parametrize(("one", "other"), APART)
def test_two_things_are_no_contradiction(one: str, other: str) -> None:
    assert _found(one, other) == "scope"


@pytest.mark.parametrize(("one", "other"), MEETING)
def test_what_is_of_one_thing_or_of_all_is_set_against_each_other(one: str, other: str) -> None:
    assert _found(one, other) == "stance"


def test_the_words_that_tell_are_the_reason() -> None:
    left, right = (claim(f"{way}fare-free", text) for way, text in zip("+-", APART[0], strict=True))
    assert things.of_two(left, right, FERRIES) == ("ticket", "berth")
    assert things.of_two(right, left, FERRIES) == ("berth", "ticket")


def test_other_propositions_and_a_topic_without_lists_know_no_things() -> None:
    left, right = (claim(f"{way}joining-free", text) for way, text in zip("+-", APART[0], strict=True))
    assert things.of_two(left, right, FERRIES) is None
    assert things.of_two(left, right, TOPIC) is None


@pytest.mark.parametrize("text", ["", "what", "what:", ": bed", "what: bed||night", "what: *"])
def test_a_list_that_cannot_be_read_is_none(text: str) -> None:
    assert things.group_of(text) is None


def test_a_phrase_and_a_star() -> None:
    named = things.group_of("what: jail day*|live-scan*")
    assert named is not None and named[0] == "what"
    assert named[1].search("2,307 Jail  days") and named[1].search("a live-scanner") and not named[1].search("jails, days later")
