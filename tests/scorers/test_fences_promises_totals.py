"""Words that only look like fences or meanings, promises beside what can be done, and counts of two times of one whole."""

from __future__ import annotations

from dataclasses import replace

import pytest
from invented_claims import TOPIC, claim

from pipeline.records.finding import Contradiction, Reason
from pipeline.scorers import caveats, extent, held_to, limits, marks
from pipeline.scorers.scope import INSIDE, RELAYED, ScopeScorer

SCORER = ScopeScorer()


def found(left: object, right: object) -> Contradiction | None:
    """What the scorer makes of two claims, whichever comes first."""
    one = SCORER.score(left, right, TOPIC)  # type: ignore[arg-type]
    assert one == SCORER.score(right, left, TOPIC)  # type: ignore[arg-type]
    return one


@pytest.mark.parametrize(
    "plain",
    [
        "No class was given the ferrymen.", "The crews have given a hand.", "Tickets are being sold at the pier.",
        "A life vest is provided at the gate.", "There is no means of stopping one boat.", "Some ninety crews were asked.",
        "Some 400 crews were asked.", "Two pilot towns took a boat.", "One thing is certain.", "They keep on being towed.",
    ],
)  # fmt: skip
def test_words_of_a_deed_or_a_number_fence_nothing_in(plain: str) -> None:
    assert limits.fences(plain) == frozenset()


@pytest.mark.parametrize(
    "fenced",
    [
        "Given the fog, boats stay in.", "Boats may stay in provided that the harbour agrees.", "Being small, it has one boat.",
        "Free means free of tolls.", "Some crews were asked.", "The pilot had no tolls.", "Certain towns may stay out.",
    ],
)  # fmt: skip
def test_words_that_do_fence_in_still_do(fenced: str) -> None:
    assert limits.fences(fenced)


def test_words_side_by_side_are_one_fence() -> None:
    open_, shut = (
        claim("+joining-free", "Any town may stay out."),
        claim("-joining-free", "No town has stayed out since last fall."),
    )
    assert limits.row(open_, shut).weight == limits.EACH
    two = claim("-joining-free", "Since last fall no town on paper may stay out.")
    assert limits.row(open_, two).weight == round(2 * limits.EACH, 3)


@pytest.mark.parametrize(
    ("quote", "given"),
    [
        ("Crews pay for the rope, and that is a real expense.", ""),
        ("There is a rule that is in force.", ""),
        ("As far as I know no town has left.", ""),
        ("So far as our clerks can tell, every town was asked.", ""),
        ("A town may leave, that is, it may decline the mail.", "that is , it may"),
        ("A town may opt out - that is to be read with care.", "that is to"),
        ("It is free as far as the tolls go.", "as far as"),
        ("It is optional insofar as the mail is concerned.", "insofar as"),
    ],
)
def test_only_words_that_explain_a_term_give_it_a_meaning(quote: str, given: str) -> None:
    assert bool(caveats.redefinition(quote)) is bool(given)


def test_what_is_denied_beside_a_quality_does_not_deny_it() -> None:
    one, *_ = held_to.held_in("Boats without a lamp and nothing else are of no interest.")
    assert one.absent and one.about == {"lamp"}
    (other,) = held_to.held_in("Boats with no lamp and no horn are towed.")
    assert other.absent


@pytest.mark.parametrize(
    ("promise", "held", "listed"),
    [
        ("A town that writes to us will be left off the list.", "No letter can keep a town off the list.", True),
        ("Nothing will be switched on before the town has signed.", "We can switch on a town without its signature.", True),
        ("By 2013 a town will be left off the list.", "No letter can keep a town off the list.", False),
        ("We plan that a town will be left off the list.", "No letter can keep a town off the list.", False),
        ("From March a town will be left off the list.", "No letter can keep a town off the list.", False),
        ("A town that writes to us will be left off the list.", "For now no letter can keep a town off the list.", False),
        ("A town that writes to us will be left off the list.", "Three towns wrote and were kept on the list.", False),
        ("A town that writes to us will be left off the list.", "The list holds every town.", False),
    ],
)
def test_a_promise_for_every_case_meets_what_can_be_done_and_a_plan_does_not(promise: str, held: str, listed: bool) -> None:
    one = found(
        claim("+joining-free/planned", promise, when="2010-03-01"),
        claim("-joining-free", held, "chief", "2010-04-01", "internal"),
    )
    assert (one is not None and one.kind == "stance") is listed


def test_that_it_has_been_so_from_the_start_is_met_by_a_time_in_which_it_was_not() -> None:
    past = claim(
        "-aims-high/former",
        "Between 2008 and 2009 the crews took up light cases.",
        "chief",
        "2011-02-01",
        "internal",
        period="2008/2009",
    )
    for said, met in (
        ("We have dealt with grave cases from the start.", True),
        ("The scheme deals with grave cases.", False),
    ):
        one = found(claim("+aims-high", said, when="2011-01-10"), past)
        assert (one is not None and one.kind == "stance") is met
        weights = {row.feature: row.weight for row in one.reasons} if one else {}
        assert not met or weights["period"] == weights["limits"] == 0.0, "it reaches back to that time"


@pytest.mark.parametrize(
    "quote", ["A ferryman sat in the tower for two nights.", "Two crews spent the night.", "They ran it over Easter."]
)
def test_what_happened_is_told_by_irregular_verbs_too(quote: str) -> None:
    assert extent.instance(claim("+running", quote))
    assert not extent.instance(claim("+running", "Crews may spend the night."))


def test_what_one_office_says_of_another_inside_counts_for_more_than_hearsay() -> None:
    told = claim("-joining-free/reported", "Legal says that towns may not stay out.", "chief", "2010-03-01", "internal")
    for side, left in (
        (told, INSIDE),
        (replace(told, audience="public"), RELAYED),
        (replace(told, speaker="County Sheriff", speaker_kind="local"), RELAYED),
    ):
        assert SCORER.ready(side).confidence == pytest.approx(side.confidence * left)


COUNT = "{} people were handled {}."


def counts(one: tuple[float, str], other: tuple[float, str], bound: str = "exact", **more: object) -> Contradiction | None:
    """What comes of two counts, (number, period) each."""
    first, second = (
        claim(f"handled={value}/{bound}", COUNT.format(value, period), who, when, to, period=period)
        for (value, period), who, when, to in ((one, "press", "2010-06-03", "public"), (other, "chief", "2010-06-10", "internal"))
    )
    return found(replace(first, **more), second)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other", "against"),
    [
        ((3, "as of June 1, 2010"), (41, "between October 2008 and June 1, 2010"), True),
        ((3, "so far"), (41, "in 2009"), True),
        ((900, "through March 31, 2010"), (1400, "through December 31, 2009"), True),
        ((900, "in fiscal year 2009"), (1400, "in March 2009"), True),
        ((41, "as of June 1, 2010"), (3, "between October 2008 and June 1, 2010"), False),
        ((1400, "through March 31, 2010"), (900, "through December 31, 2009"), False),
        ((900, "in fiscal year 2009"), (1400, "in March 2010"), False),
        ((900, "in 2009"), (1400, "from June 2009 through March 2010"), False),
        ((900, ""), (1400, "in March 2010"), False),
        ((900, "as of March 31, 2010"), (905, "in 2009"), False),
    ],
)
def test_a_part_of_the_time_counts_no_more_than_the_whole(
    one: tuple[float, str], other: tuple[float, str], against: bool
) -> None:
    assert (counts(one, other) is not None) is against
    assert (counts(other, one) is not None) is against


def test_a_lower_bound_a_deed_of_one_day_and_a_mended_number_say_nothing_of_the_whole() -> None:
    whole, part = (900, "through March 31, 2010"), (1400, "through December 31, 2009")
    assert counts(whole, part, "at-least") is None
    assert counts(whole, part, reasons=(Reason("done", "March 31", "", 0.0, ""),)) is None
    assert counts(whole, part, quote="Corrected: 900 people were handled through March 31, 2010.") is None


def test_a_time_is_held_against_a_pair_once() -> None:
    rule = claim("-aims-high", "Crews take up cases of every kind.")
    case = claim("+aims-high", "In Dale County no light case was taken up in 2009.", "chief", "2010-09-20", "internal")
    told = replace(case, jurisdiction="Dale County", period="in 2009")
    one = found(rule, told)
    assert one is not None
    rows = {row.feature: row for row in one.reasons}
    assert rows["period"].weight < 0
    assert "2009" not in rows["limits"].note
    assert "2009" in limits.row(rule, told).note


@pytest.mark.parametrize(
    ("quote", "free"),
    [
        ("Crews gave conflicting accounts of whether they could leave.", False),
        ("We asked whether a town can stay out.", False),
        ("A town can stay out.", True),
        ("Whether it rains or not, a town can stay out.", True),
    ],
)
def test_a_freedom_that_is_asked_about_is_not_granted(quote: str, free: bool) -> None:
    assert (marks.FREE in marks.marks(quote).forces) is free
