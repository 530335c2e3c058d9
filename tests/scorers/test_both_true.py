"""Two opposite statements that could both be true, and pairs in like words of which only one can be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented_claims import TOPIC, claim

from pipeline.scorers import both_true
from pipeline.scorers.scope import ScopeScorer

MARLOW = {"jurisdiction": "Marlow County"}

# (what is affirmed, what is denied, how both can be true)
BOTH = [
    ("Most landings are free to stay away.", "Some landings have to join.", "some"),
    ("Not every landing was made to join.", "Many landings are made to join.", "some"),
    ("A few towns may stay away.", "In most towns nobody may stay away.", "some"),
    ("As a rule a town chooses.", "Where the river is the border, a town has to join.", "exceptions"),
    ("Ordinarily a landing is asked first.", "A landing with a customs post is not asked.", "exceptions"),
    ("By and large towns were given the choice.", "In Larchmont nobody was given the choice.", "exceptions"),
    ("Apart from the tribal landings, every landing has the choice.", "Tribal landings must join.", "leaves out"),
    ("Unless its pier is older than the bridge, a town may stay away.", "A town whose pier is older has to join.", "leaves out"),
    ("For the first year joining is a free choice.", "After year one a town has to stay.", "beginning"),
    ("Initially each town chose.", "By now a town has to join.", "beginning"),
    ("Landings must be asked first.", "By mistake one landing was brought in unasked.", "slip"),
    ("A town may stay away.", "Marlow County has joined and has stayed.", "may be done"),
    ("A town is free to keep its own boats.", "In Elmira we collected every boat.", "may be done"),
    ("A town may stay away.", "No town has stayed away so far.", "may be done"),
    ("A town may keep its boats.", "The clerk told us of the two boats we took from Elmira.", "may be done"),
    ("Joining is a free choice, and the worst landings come first.", "Others are taken in too, asked or not.", "comes first"),
    ("The crossing itself is free of any duty.", "Towns have to keep the pier open.", "itself"),
    ("For river towns joining is a choice.", "For towns on the lake there is no choice.", "of whom"),
]  # fmt: skip
# Pairs in such words that cannot both be true.
NOT_BOTH = [
    ("A town that wants none of it may stay away.", "There never was a way for a town to stay away."),
    ("A town may stay away.", "There was no provision by which a town stayed away."),
    ("A town can stay away.", "We have never told a town that it could."),
    ("I told the towns that they could stay away.", "We have never told a town that there was a choice."),
    ("Most towns may stay away.", "Most towns may not stay away."),
    ("No town has been made to join.", "Some towns have been made to join."),
    ("Every town has the choice.", "In Larchmont nobody was given the choice."),
    ("As a rule a town chooses.", "A town does not choose."),
    ("A town may stay away.", "Marlow County asked to stay away and was brought in."),
    ("A town may stay away.", "Marlow County was brought in over its objection."),
    ("A town may stay away.", "The towns have no say in it."),
    ("A town may leave at any time.", "No town may leave."),
    ("For the first year joining is a free choice.", "In the first year there is no choice."),
    ("Initially each town chose.", "Initially no town was asked."),
    ("Landings must be asked first.", "Landings are not asked."),
    ("We put the worst landings first, and the rest alone may choose.", "Others have to join too."),
    ("The county itself decides.", "Counties do not decide."),
    ("For river towns joining is a choice.", "For river towns there is no choice."),
    ("Apart from the tribal landings, every landing has the choice.", "No landing has the choice."),
    ("So far no town has been forced.", "A town is forced to join."),
]


@pytest.mark.parametrize(("yes", "no", "why"), BOTH)
def test_both_could_be_true(yes: str, no: str, why: str) -> None:
    sides = claim("+joining-free", yes), claim("-joining-free", no, "chief", "2010-09-20", "internal")
    found = both_true.room(*sides)
    assert found is not None and why in found.why
    pair = ScopeScorer().score(*sides, TOPIC)
    assert pair is None or pair.kind not in ("stance", "number", "data")


@pytest.mark.parametrize(("yes", "no"), NOT_BOTH)
def test_only_one_of_them_can_be(yes: str, no: str) -> None:
    sides = claim("+joining-free", yes, "press", "2010-09-20"), claim("-joining-free", no, "chief", "2010-09-20", "internal")
    assert both_true.room(*sides) is None
    pair = ScopeScorer().score(*sides, TOPIC)
    assert pair is not None and pair.kind == "stance"


def test_what_had_not_happened_yet_leaves_room_for_what_is_told_later() -> None:
    early = claim("+joining-free", "As of today no town has been made to join.", "press", "2010-03-01")
    late = claim("-joining-free", "Towns are made to join.", "chief", "2010-09-20", "internal")
    assert both_true.room(early, late) is not None
    assert both_true.room(claim("+joining-free", early.quote, "press", "2010-10-01"), late) is None


def test_a_case_told_before_a_denial_that_any_ever_was_is_against_it() -> None:
    never = claim("+joining-free", "Not one town has ever been made to join.", "press", "2010-09-14")
    case = claim("-joining-free/former", "Marlow was made to join in May.", "chief", "2010-06-02", "internal", period="2010-05")
    pair = ScopeScorer().score(never, case, TOPIC)
    assert pair is not None and pair.kind == "stance"
    plain = claim("+joining-free", "Towns are not made to join.", "press", "2010-09-14")
    other = ScopeScorer().score(plain, case, TOPIC)
    assert other is None or other.kind != "stance"


def test_two_tellings_of_one_change_are_no_contradiction() -> None:
    now = claim("+joining-free", "Starting 1 May no town has to join.", "press", "2012-04-27", announced=True)
    was = claim(
        "-joining-free/former", "Until the first of May towns had to join.", "chief", "2012-05-09", period="../2012-05-01"
    )
    pair = ScopeScorer().score(now, was, TOPIC)
    assert pair is None or pair.kind not in ("stance", "number", "data")


def test_what_we_are_told_is_nobodys_statement() -> None:
    heard = claim("-joining-free/reported", "We are told again and again that towns have to join.", "press", "2010-09-02")
    pair = ScopeScorer().score(heard, claim("+joining-free", "No town has to join.", "press", "2010-09-20"), TOPIC)
    assert pair is None or pair.kind == "hedged"


WORDS = st.lists(
    st.sampled_from(("most", "some", "towns may", "the first year", "unless", "in Larchmont", "not", "must", "by mistake", "too"))
)


@given(WORDS, WORDS)
def test_the_answer_is_the_same_whichever_side_comes_first(one: list[str], other: list[str]) -> None:
    left = claim("+joining-free", " ".join(one) or "x")
    right = claim("-joining-free", " ".join(other) or "y", "chief")
    found, turned = both_true.room(left, right), both_true.room(right, left)
    assert (found is None) == (turned is None)


# (what is affirmed, what is denied, why) of statements held to contrary conditions, and of wishes beside what is.
HELD = [
    ("Unless a judge has signed, a town may stay away.", "Once a judge has signed, a town has to join.", "leaves out"),
    ("Landings with a customs post choose.", "Landings without a customs post do not choose.", "condition"),
    ("If its pier was ever sold, a town may stay away.", "A town whose pier was never sold has to join.", "condition"),
    ("Where the state has signed a river compact a town chooses.", "Without a river compact no town chooses.", "condition"),
    ("Joining ought to be for the town to decide.", "Towns are brought in as their turn comes.", "hoped"),
    ("The scheme was meant to leave towns the choice.", "Towns were given no choice.", "hoped"),
    ("Two of the nine landings were given a choice.", "In most landings there was no choice.", "some"),
    ("In the month after the launch towns chose.", "After a year no town chose.", "beginning"),
]  # fmt: skip
NOT_HELD = [
    ("A town may leave.", "Stopping the ferry itself is not something we built, so there is no way out."),
    ("A town may leave at any time.", "There is no way out, as I said in each meeting I was asked to."),
    ("To this day each town has chosen for itself.", "Towns have not chosen for themselves."),
    ("To our knowledge every town has a choice.", "No town has a choice."),
    ("A town may leave at will.", "Towns have never had the ability to leave."),
    ("A town can stay away.", "It was never voluntary for towns."),
    ("A town has the choice.", "It ought to be said plainly that no town has a choice."),
    ("Even if a town refuses, nobody makes it join.", "If a town refuses, it is made to join."),
    ("Towns choose with or without a customs post.", "Without a customs post no town chooses."),
    ("Unless there is a flood a town may stay away.", "A town may not stay away, flood or no flood."),
    ("Towns without a pier are free to choose.", "Towns without a pier are not free to choose."),
    ("Towns whose piers are closed need not join.", "Towns whose piers are closed must join."),
    ("Towns are as free to choose as they were before the ferry came.", "Since the ferry came no town is free to choose."),
    ("Once the pier is built each town chooses.", "Once the pier is built no town chooses."),
    ("Towns may stay away, and it should stay so.", "Towns may not stay away."),
]


@pytest.mark.parametrize(("yes", "no", "why"), HELD)
def test_each_is_held_to_something_of_its_own(yes: str, no: str, why: str) -> None:
    test_both_could_be_true(yes, no, why)


@pytest.mark.parametrize(("yes", "no"), NOT_HELD)
def test_what_holds_neither_apart(yes: str, no: str) -> None:
    test_only_one_of_them_can_be(yes, no)
