"""Two questions that stand and fall together: what says yes to one is set against what says no to the other."""

from __future__ import annotations

from dataclasses import replace

import pytest
from invented_claims import TOPIC as FERRIES
from invented_claims import claim

from pipeline.records.finding import Claim, Contradiction
from pipeline.records.topic import Proposition, Topic
from pipeline.scorers.scope import ScopeScorer
from pipeline.stages.compare import Params, buckets, compare

LEAVING = Proposition("leaving-open", "A town may leave", "No town may leave", (), ())
JOINING = replace(FERRIES.propositions[0], goes_with=("leaving-open",))
TOPIC = replace(FERRIES, propositions=(JOINING, LEAVING, *FERRIES.propositions[1:]))
BOTH = "joining-free+leaving-open"


def found(*claims: Claim, topic: Topic = TOPIC) -> list[Contradiction]:
    return [one for bucket in buckets(claims, topic).values() for one in compare(bucket, topic, ScopeScorer(), Params())]


FREE = claim("+joining-free", "Every town decides for itself whether it joins.", "press", when="2010-03-01")
SHUT = claim("-leaving-open", "No town gets out of it.", "chief", when="2010-03-20", to="internal")


def test_a_yes_to_one_is_set_against_a_no_to_the_other_and_both_questions_are_named() -> None:
    (one,) = found(FREE, SHUT)
    assert (one.kind, one.standing, one.proposition) == ("stance", "listed", "joining-free")
    assert (one.left_claim_id, one.right_claim_id) == (FREE.id, SHUT.id)
    assert "Joining is voluntary" in one.explanation and "No town may leave" in one.explanation
    about = next(reason for reason in one.reasons if reason.feature == "proposition")
    assert (about.left, about.right) == ("joining-free", "leaving-open") and about.weight < 0


def test_it_works_the_other_way_round_too() -> None:
    bound, open_ = (
        claim("-joining-free", "Towns must take part.", "press", when="2010-03-01"),
        claim("+leaving-open", "A town may leave.", "chief"),
    )
    assert [one.kind for one in found(bound, open_)] == ["stance"]


@pytest.mark.parametrize(
    "one, other",
    [
        ("+joining-free", "+leaving-open"),  # both say that it is free
        ("-joining-free", "-leaving-open"),
        ("+joining-free", "-paper-needed"),  # no question that goes with it
        ("+joining-free/questioned", "-leaving-open"),
    ],
)
def test_what_agrees_or_is_another_question_is_no_pair(one: str, other: str) -> None:
    assert not [
        x for x in found(claim(one, "Of joining.", "press"), claim(other, "Of leaving.", "chief")) if x.standing == "listed"
    ]


def test_a_topic_that_does_not_say_so_keeps_the_two_apart() -> None:
    apart = replace(TOPIC, propositions=(replace(JOINING, goes_with=()), *TOPIC.propositions[1:]))
    assert found(FREE, SHUT, topic=apart) == []
    assert BOTH in buckets((FREE, SHUT), TOPIC) and BOTH not in buckets((FREE, SHUT), apart)


def test_a_question_without_claims_makes_no_bucket() -> None:
    assert set(buckets((FREE,), TOPIC)) == {"joining-free"} and set(buckets((SHUT,), TOPIC)) == {"leaving-open"}


def test_sentences_that_answer_one_question_in_common_are_one_pair_not_two() -> None:
    also = replace(SHUT, id="also", proposition="joining-free")
    assert [(one.left_claim_id, one.right_claim_id) for one in found(FREE, SHUT, also)] == [(FREE.id, "also")]


def test_two_parties_are_a_dispute_here_too() -> None:
    sheriff = replace(SHUT, speaker="County Sheriff", speaker_kind="local", audience="public")
    assert [one.standing for one in found(FREE, sheriff)] == ["related"]
