"""What a finding carries: order, distance, speakers, audiences, a neutral sentence, rows that add up to the score."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from invented_claims import SPEAKERS, STATUSES, TOPIC, claim

from pipeline import codec
from pipeline.records.finding import Claim, Contradiction
from pipeline.scorers import data, numbers, parts, shifts, stances
from pipeline.scorers.scope import ScopeScorer, rules_for

SCORER = ScopeScorer()
ACCUSING = re.compile(r"\b(lie[ds]?|lying|false|falsely|misle(?:d|ading)|decei|dishonest|wrong|untrue|fraud)", re.IGNORECASE)

PUBLIC = claim("+joining-free", "Each county may choose.", "assistant", "2010-09-07", "congress")
INSIDE = claim("-joining-free", "It is not a choice.", "chief", "2010-10-18", "internal")


def found(left: Claim, right: Claim) -> Contradiction:
    one = SCORER.score(left, right, TOPIC)
    assert one is not None
    return one


def test_a_finding_tells_who_when_and_to_whom() -> None:
    one = found(INSIDE, PUBLIC)
    assert (one.left_claim_id, one.right_claim_id) == (PUBLIC.id, INSIDE.id)
    assert one.days_apart == 41
    assert one.audience_pair == "congress/internal"
    assert not one.same_speaker
    assert one.id == codec.short_id("contradiction", "stance", *sorted((PUBLIC.id, INSIDE.id)))
    assert one.explanation == (
        "The earlier statement reads as “Joining is voluntary”, the later as “Joining is not voluntary”. "
        "Same agency, 41 days apart; one to Congress, one internal."
    )


def test_the_rows_name_what_was_compared() -> None:
    features = [row.feature for row in found(PUBLIC, INSIDE).reasons]
    assert {"proposition", "stance", "status", "speaker", "audience", "jurisdiction", "period", "population", "words"} <= set(
        features
    )
    words = next(row for row in found(PUBLIC, INSIDE).reasons if row.feature == "words")
    assert (words.left, words.right, words.weight) == (PUBLIC.quote, INSIDE.quote, 0.0)


@pytest.mark.parametrize("date", ["", "2010", "2010-10", "2010-02-31", "last fall"])
def test_a_date_not_known_to_the_day_is_no_number_of_days(date: str) -> None:
    precision = {4: "year", 7: "month"}.get(len(date), "")
    assert found(PUBLIC, replace(INSIDE, date=date, date_precision=precision)).days_apart is None


def test_a_date_of_low_precision_that_overlaps_does_not_order_the_claims() -> None:
    vague = replace(INSIDE, date="2010", date_precision="year")
    assert found(PUBLIC, vague).left_claim_id == min(PUBLIC.id, vague.id)


def test_a_month_surely_before_orders_the_claims() -> None:
    earlier = replace(INSIDE, date="2010-08", date_precision="month")
    assert found(PUBLIC, earlier).left_claim_id == earlier.id


@pytest.mark.parametrize(
    "speaker, kind, same",
    [
        ("Assistant Director", "agency", True),
        ("the Assistant  Director", "agency", True),
        ("ASSISTANT DIRECTOR,", "agency", True),
        ("Assistant Director", "local", False),
        ("Deputy Director", "agency", False),
        ("", "agency", False),
    ],
)
def test_one_speaker_is_told_by_name(speaker: str, kind: str, same: bool) -> None:
    assert found(PUBLIC, replace(INSIDE, speaker=speaker, speaker_kind=kind)).same_speaker is same


@pytest.mark.parametrize("speaker", ["(b)(6), (b)(7)(C)", "an official", "officials", "they", "", "██████"])
def test_two_unnamed_speakers_are_not_known_to_be_one(speaker: str) -> None:
    one = found(replace(PUBLIC, speaker=speaker), replace(INSIDE, speaker=speaker))
    assert not one.same_speaker
    assert "Same agency" in one.explanation


def ladder(*rungs: Claim) -> list[float]:
    return [found(PUBLIC, rung).score for rung in rungs]


def test_what_readers_ask_for_first_scores_first() -> None:
    same_speaker = replace(INSIDE, speaker=PUBLIC.speaker)
    same_audience = replace(INSIDE, audience="congress")
    years_later = replace(INSIDE, date="2014-10-18")
    undated = replace(INSIDE, date="", date_precision="")
    nobody_known = replace(INSIDE, speaker="", speaker_kind="", audience="public")
    scores = ladder(same_speaker, INSIDE, same_audience, nobody_known)
    assert scores == sorted(scores, reverse=True) and len(set(scores)) == 4
    near, unknown, far = ladder(INSIDE, undated, years_later)
    assert near > unknown > far


def test_doubtful_readings_and_relayed_words_score_lower_and_hearsay_of_nobody_is_no_contradiction() -> None:
    assert found(PUBLIC, replace(INSIDE, confidence=0.5)).score < found(PUBLIC, INSIDE).score
    assert found(PUBLIC, replace(INSIDE, status="reported")).score < found(PUBLIC, INSIDE).score
    assert found(PUBLIC, replace(INSIDE, status="reported", speaker="officials")).kind == "hedged"


def test_a_general_remark_against_one_place_scores_lower_than_a_universal_one() -> None:
    place = {"jurisdiction": "Marlow County"}
    named = claim("+joining-free", "Marlow County may choose.", "chief", "2010-09-01", "state-local", **place)
    general = claim("-joining-free", "Joining is not a choice.", "assistant", "2010-09-20", "internal")
    universal = claim("-joining-free", "No county has a choice.", "assistant", "2010-09-20", "internal")
    assert found(named, general).score < found(named, universal).score


def test_a_dispute_over_one_place_and_a_general_remark_comes_last() -> None:
    general = claim("+paper-needed", "States sign a paper.", "chief", "2010-02-01", "state-local")
    named = claim("-paper-needed", "Franklin signed nothing.", "governor", "2011-05-04", "state-local", jurisdiction="Franklin")
    one = found(general, named)
    assert one.kind == "dispute" and one.score < found(PUBLIC, INSIDE).score


def test_two_remarks_of_one_author_in_one_document_score_lower() -> None:
    together = {"document_id": "memo", "page_id": "memo-p1"}
    first = claim("+paper-needed", "A paper is needed from states.", "chief", **together, start=0, end=30)
    second = claim("-paper-needed", "No paper is needed from counties.", "chief", **together, start=400, end=433)
    assert found(first, second).score < found(first, replace(second, document_id="other", page_id="other-p1")).score


@pytest.mark.parametrize(
    ("when", "as_of_one"),
    [
        ("2010-09-07", True),  # the paper's own day
        ("2010-09", True),  # a month in which that day is
        ("", True),  # nothing is known
        ("2010-09-21", False),  # another mail of the thread, or another entry of the log
        ("2010-11", False),
    ],
)
def test_what_one_author_says_on_two_days_is_no_distinction_though_one_file_prints_both(when: str, as_of_one: bool) -> None:
    together = {"document_id": "thread", "page_id": "thread-p1"}
    first = claim("+paper-needed", "A paper is needed from states.", "chief", **together, start=0, end=30)
    second = claim("-paper-needed", "No paper is needed from states.", "chief", when, **together, start=400, end=431)
    one, apart = found(first, second), found(first, replace(second, document_id="other", page_id="other-p1"))
    assert (one.score < apart.score) == as_of_one
    assert (next(row.weight for row in one.reasons if row.feature == "document") < 0) == as_of_one


def test_a_share_is_printed_as_percent_and_a_count_with_thousands() -> None:
    table = claim("light-share=0.79", "79 percent were light.", "table", "2010-10-01", "internal")
    said = claim("+aims-high", "We deal with grave cases.", "assistant", "2010-09-07", "congress")
    assert "79%" in found(said, table).explanation
    one = claim("handled=34610", "34,610 in all.", "table", "2011-01-05", "internal", period="2010")
    other = claim("handled=700000/more-than", "More than 700,000.", "press", "2011-01-20", "public", period="2010")
    assert "34,610" in found(one, other).explanation and "more than 700,000" in found(one, other).explanation


@pytest.mark.parametrize("value", [None, float("nan"), float("inf"), -5.0, 0.0])
def test_an_odd_number_never_breaks_the_scorer(value: float | None) -> None:
    good = claim("light-share=0.79", "79 percent.", "table", period="2010")
    odd = replace(claim("light-share=0.3", "Odd.", "press", period="2010"), value=value)
    said = claim("+aims-high", "We deal with grave cases.", "press")
    for one in (SCORER.score(good, odd, TOPIC), SCORER.score(said, odd, TOPIC)):
        assert one is None or 0.0 <= one.score <= 1.0


def test_a_claim_does_not_contradict_itself_or_another_topic() -> None:
    assert SCORER.score(PUBLIC, PUBLIC, TOPIC) is None
    assert SCORER.score(PUBLIC, replace(INSIDE, topic="bridges"), TOPIC) is None


DATES = ("", "2009", "2010-09", "2010-09-07", "2010-09-30", "2013-01-01", "no date")
PERIODS = ("", "2010", "2010-09/2010-12", "2009/", "/2011-02", "FY2010", "last year")
ABOUT = (
    "+joining-free",
    "-joining-free",
    "+aims-high",
    "-aims-high",
    "light-share=0.79",
    "light-share=0.2/about",
    "handled=9/less-than",
    "handled=400",
)


@st.composite
def claims(draw: st.DrawFn) -> Claim:
    return claim(
        f"{draw(st.sampled_from(ABOUT))}/{draw(st.sampled_from(STATUSES))}",
        draw(st.sampled_from(("Each county may choose.", "No county may choose.", "It was never so.", "Read it twice"))),
        draw(st.sampled_from(sorted(SPEAKERS))),
        draw(st.sampled_from(DATES)),
        draw(st.sampled_from(("", "internal", "public", "congress"))),
        jurisdiction=draw(st.sampled_from(("", "Franklin", "Marlow County, Franklin", "Pacifica"))),
        period=draw(st.sampled_from(PERIODS)),
        announced=draw(st.booleans()),
        confidence=draw(st.floats(0, 1)),
        page_id=draw(st.sampled_from(("a-p1", "b-p1"))),
        start=draw(st.integers(0, 40)),
    )


@settings(max_examples=400, deadline=None)
@given(claims(), claims())
def test_either_way_round_the_answer_is_the_same_and_its_rows_add_up(left: Claim, right: Claim) -> None:
    one = SCORER.score(left, right, TOPIC)
    assert one == SCORER.score(right, left, TOPIC)
    if one is None:
        return
    assert 0.0 <= one.score <= 1.0
    assert sum(row.weight for row in one.reasons) == pytest.approx(one.score, abs=1e-9)
    assert {one.left_claim_id, one.right_claim_id} == {left.id, right.id}
    assert one.kind not in ("stance", "number", "data", "shift") or not {left.status, right.status} & {"questioned", "hedged"}
    assert not ACCUSING.search(one.explanation)
    assert codec.decode(Contradiction, codec.encode(one)) == one


RULES = (shifts.judge, stances.judge, numbers.judge, parts.judge, data.judge)


@given(claims(), claims())
def test_rules_that_are_not_asked_have_no_answer(left: Claim, right: Claim) -> None:
    asked = rules_for(left, right)
    assert all(rule(left, right, TOPIC) is None for rule in RULES if rule not in asked)
    assert [rule for rule in RULES if rule in asked] == list(asked), "in one order"
