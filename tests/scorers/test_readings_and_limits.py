"""How sure a reading is, words that fence a statement in, drafts, hearsay and decisions: what they do to a pair, and what not."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented_claims import TOPIC, claim

from pipeline.records.finding import Reason
from pipeline.scorers import caveats, changes, limits, readings, sorts
from pipeline.scorers.scope import ScopeScorer

OPEN, SHUT = "Any town may stay out.", "No town may stay out."


def pair(left: str = OPEN, right: str = SHUT, **more: object) -> object:
    """What the scorer makes of these two quotes of one office."""
    sides = claim("+joining-free", left, "press", when="2010-03-01"), claim("-joining-free", right, "press", when="2010-03-20")
    return ScopeScorer().score(*(replace(side, **more) for side in sides), TOPIC)


def test_what_a_person_labelled_is_certain_and_nothing_read_is() -> None:
    one = claim("+joining-free", OPEN)
    assert readings.chance(replace(one, confidence=1.0)) == 1.0
    assert readings.chance(replace(one, confidence=0.99, extractor="model")) < 1.0
    assert readings.chance(replace(one, confidence=math.nan)) == 0.0


def test_what_rules_and_model_both_find_is_surer_than_what_the_model_finds() -> None:
    one = replace(claim("+joining-free", OPEN), confidence=0.8)
    both, alone = (readings.chance(replace(one, extractor=name)) for name in ("rules+model", "model"))
    assert both > alone


def test_words_that_stop_in_the_middle_are_less_sure() -> None:
    one = replace(claim("+joining-free", OPEN), confidence=0.9, extractor="model")
    for cut in ("those who endanger others and those who", "towns may stay out of the"):
        assert readings.chance(replace(one, quote=cut)) < readings.chance(one)
    for whole in ("the towns they come from.", "nobody it may stop", "Ask whom you like"):
        assert readings.chance(replace(one, quote=whole)) == readings.chance(one)


@given(st.sampled_from(("rules", "model", "rules+model")), st.floats(0, 1), st.floats(0, 1))
def test_a_surer_claim_is_never_less_likely_right(extractor: str, one: float, other: float) -> None:
    low, high = (
        readings.chance(replace(claim("+joining-free", OPEN), confidence=value, extractor=extractor))
        for value in sorted((one, other))
    )
    assert 0.0 < low <= high <= 1.0


@pytest.mark.parametrize(
    "fenced",
    ["Until June any town may stay out.", "On paper any town may stay out.", "Any town with no jail may stay out for now.",
     "As to the replies, any town may stay out.", "Since May any town may stay out.", "In some towns the boats were kept.",
     'Any town may "stay out".'],
)  # fmt: skip
def test_a_fence_on_one_side_lowers_the_pair(fenced: str) -> None:
    assert limits.fences(fenced)
    plain, doubted = pair(), pair(fenced)
    assert plain is not None
    assert doubted is None or doubted.kind != "stance" or doubted.score < plain.score


@pytest.mark.parametrize(
    "plain",
    [OPEN, SHUT, "The towns pay for their own beds.", "We ask every town for its word.", "No town pays, since the bill is ours.",
     "In at least four cases men who had paid were turned away.", "In three towns the boats were kept."],
)  # fmt: skip
def test_a_plain_statement_has_no_fence(plain: str) -> None:
    assert limits.fences(plain) == frozenset()


def test_a_fence_that_both_sides_have_sets_nothing_apart() -> None:
    left, right = (
        claim(f"{side}joining-free", f"Legally {rest}") for side, rest in (("+", "any town may stay out."), ("-", "no town may."))
    )
    assert limits.row(left, right).weight == 0.0
    assert limits.row(left, claim("-joining-free", SHUT)).weight < 0.0


def test_many_fences_weigh_no_more_than_a_few() -> None:
    left = claim("+joining-free", "Only now, on paper, in theory, if asked, and except in June, any town may stay out.")
    assert limits.row(left, claim("-joining-free", SHUT)).weight == round(limits.EACH * limits.MOST, 3)


@pytest.mark.parametrize(
    ("quote", "draft"),
    [("Draft: any town may stay out.", True), ("Proposed answer: any town may stay out.", True),
     ("[DRAFT] Any town may stay out.", True), ("Suggested language for Tuesday: any town may stay out.", True),
     ("Any town may stay out; the draft says so.", False), ("The proposed answer was wrong: no town may stay out.", False),
     ("Drafted men may stay out.", False), ("Answer: any town may stay out.", False)],
)  # fmt: skip
def test_a_draft_is_told_by_its_beginning(quote: str, draft: bool) -> None:
    assert caveats.drafted(quote) is draft


def test_a_draft_ranks_below_the_word_that_was_given() -> None:
    given_out, drafted = pair(confidence=0.9), pair(f"Draft: {OPEN}", confidence=0.9)
    assert given_out is not None and drafted is not None and drafted.score < given_out.score


@pytest.mark.parametrize(
    ("quote", "kind"),
    [("Staying out has been described to the towns as a right.", "hedged"),
     ("It is this step that was widely portrayed as a choice.", "hedged"),
     ("We describe staying out as a right.", "stance"), ("Any town may stay out, as was said.", "stance")],
)  # fmt: skip
def test_what_nobody_in_particular_says_contradicts_nobody(quote: str, kind: str) -> None:
    found = pair(quote)
    assert found is not None and found.kind == kind


@pytest.mark.parametrize(
    ("quote", "act"),
    [("The board voted last night to stay out.", True), ("Alder County's council passed a resolution that it stays out.", True),
     ("Three towns have asked not to be joined.", True), ("The board may vote to stay out.", False),
     ("A town that asks may stay out.", False), ("The council meets to hear the towns.", False),
     ("Towns can decide for themselves.", False), ("No law obliges a town to let its lists be passed on to us.", False),
     ("A county need not have its lists passed on to that office.", False)],
)  # fmt: skip
def test_a_body_that_decides_does_so_for_itself(quote: str, act: bool) -> None:
    assert bool(caveats.decision(quote)) is act


def test_a_vote_told_by_the_agency_is_a_dispute_with_it_and_no_contradiction() -> None:
    found = pair("The board of supervisors voted to stay out of it.")
    assert found is not None and found.kind == "dispute"


@pytest.mark.parametrize(
    "quote",
    ["We have issued a revised form that lets towns stay out.", "The new agreement provides that towns may stay out.",
     "The template is being revised and towns may stay out.", "Towns will now be free to stay out.",
     "The requirement is being phased out.", "An updated version of the guidance takes effect Monday."],
)  # fmt: skip
def test_a_paper_brought_in_anew_is_a_change(quote: str) -> None:
    assert changes.words(quote)


@pytest.mark.parametrize(
    "quote",
    ["The form asks for a name.", "New towns may stay out.", "The agreement provides that towns may stay out.",
     "The template has four pages.", "Towns will be free to stay out.", "A new sheriff was sworn in and signed the form."],
)  # fmt: skip
def test_a_paper_that_is_in_use_is_no_change(quote: str) -> None:
    assert not changes.words(quote)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("State prisons may stay out.", "State jails may not stay out."),
        ("Small towns may stay out.", "Large towns may not stay out."),
        ("In the northern district towns may stay out.", "In the southern district towns may not stay out."),
        ("A town may stay out of the summer drill.", "A town may not stay out of the winter drill."),
        ("Juveniles' cards need not be sent.", "Adults' cards must be sent."),
        ("Some towns may stay out.", "Other towns may not stay out."),
    ],
)
def test_two_sorts_of_one_thing_do_not_meet(left: str, right: str) -> None:
    found = pair(left, right)
    assert found is not None and found.kind == "scope"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Small towns may stay out.", "No town may stay out, large or small."),
        ("Small towns may stay out.", "The large scheme takes in every place there is."),
        ("Any town may stay out.", "No town may stay out."),
        ("Nobody without a card is counted.", "People with no card at all are counted."),
        ("The police may stay out.", "The police may not stay out."),
    ],
)
def test_one_sort_or_other_words_do_meet(left: str, right: str) -> None:
    found = pair(left, right)
    assert found is not None and found.kind == "stance"


@pytest.mark.parametrize(
    "quote",
    [
        "Staying out, properly understood, is a request to wait.", "The service is free, the wire being what we pay for.",
        "Voluntary here refers to the replies.", "In our usage an open town is one that has sent a card.",
        "To stay out is to turn off the replies, no more.", "A town can stay out of the reply part of it.",
        "Towns have a choice about the replies, not about the cards.", "Staying out amounts to not getting replies.",
        "All I meant by free is that no bill is sent.", "It is free, at least where the wire is concerned.",
        "A town stays out when it asks not to be told.",
    ],
)  # fmt: skip
def test_a_word_that_is_narrowed_has_a_meaning_of_its_own(quote: str) -> None:
    assert caveats.redefinition(quote)


@pytest.mark.parametrize(
    "quote",
    ["It is confined to the gravest cases.", "To stay out a town writes to us.", "The bill amounted to nothing.",
     "Tell us what part of the county you are in.", "We have heard about the replies, and about the cards.",
     "At least four towns stay out.", "The rest of the towns may stay out."],
)  # fmt: skip
def test_a_word_used_as_everybody_does_has_none(quote: str) -> None:
    assert not caveats.redefinition(quote)


@pytest.mark.parametrize(
    "free", ["That is the town's to decide.", "For some time towns have been free to stay out.", "Our own towns may stay out."]
)
def test_words_that_fence_nothing_in(free: str) -> None:
    assert not limits.fences(free)


@pytest.mark.parametrize("told", ["In our view no town may stay out.", "It is my opinion that no town may stay out."])
def test_a_view_of_ones_own_is_first_hand(told: str) -> None:
    by_in = Reason("speaker", "Counsel", "", 0.0, "by 'In'")
    assert not caveats.second_hand(replace(claim("-joining-free", told), audience="", reasons=(by_in,)))
    for plain in (
        "The press office tells them that no town may stay out.",
        "A town in my county has a letter that it must join.",
    ):
        assert caveats.second_hand(replace(claim("-joining-free", plain), audience="", reasons=(by_in,)))


@pytest.mark.parametrize(
    "free",
    ["Only towns with a pier are asked.", "The small towns plus the rest of the county pay.", "Of the others one left.",
     "Boats lent under this agreement go back to the towns.", "The first town that asked was let go."],
)  # fmt: skip
def test_words_that_add_or_point_to_the_paper_itself_fence_nothing_in(free: str) -> None:
    assert not limits.fences(free)


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("Where no pilot is found, the card is burnt.", "Cards without a pilot found are kept.", False),
        ("Where no pilot is found, the card is burnt.", "The towns keep all their cards.", True),
        ("As to the night boats, no toll is due.", "For night boats a toll is due.", False),
        ("No town has paid a toll.", "In Elmira the town paid 40 dollars on May 3, 2010.", False),  # a case against none at all
        ("No town has paid a toll.", "Until May the towns paid a toll.", True),
        ("No town may be made to pay.", "In Elmira the town paid 40 dollars.", True),  # a rule is no "never"
    ],
)
def test_a_fence_must_set_the_two_apart(one: str, other: str, apart: bool) -> None:
    sides = claim("+joining-free", one), claim("-joining-free", other)
    assert any(any(words) for words in limits.between(*sides)) is apart
    assert (limits.row(*sides).weight < 0) is apart


def test_a_case_told_after_it_was_said_that_none_was_known_weighs_less() -> None:
    early, late = (
        claim("+joining-free", "No town has been made to join.", "press", when=day) for day in ("2010-03-01", "2010-12-01")
    )
    case = claim("-joining-free", "Elmira was made to join.", "chief", when="2010-09-07", to="internal")
    before, after = ScopeScorer().score(early, case, TOPIC), ScopeScorer().score(late, case, TOPIC)
    assert before and after and before.score < after.score
    for period, later in (("since 2006", True), ("in 2009", False)):
        told = ScopeScorer().score(early, replace(case, period=period), TOPIC)
        assert told and any("may be later" in one.note for one in told.reasons) is later
    rule = claim("+joining-free", "No town may be made to join.", "press", when="2010-03-01")
    ruled = ScopeScorer().score(rule, case, TOPIC)
    assert ruled and all("may be later" not in one.note for one in ruled.reasons)


@pytest.mark.parametrize(
    ("paper", "place", "apart"),
    [
        ("Either party may terminate this agreement on thirty days' notice.", "No county may stay out.", True),
        ("Either party may terminate this agreement on thirty days' notice.", "No State may stay out.", False),
        ("Either party may terminate this agreement on thirty days' notice.", "Elmira cannot be left out.", True),
        ("Either party may terminate this agreement on thirty days' notice.", "Joining is a duty.", False),
        ("A county may end this agreement as either party can.", "No county may stay out.", False),
        ("Any town may stay out.", "No county may stay out.", False),
    ],
)
def test_what_parties_may_end_a_county_that_is_none_may_not(paper: str, place: str, apart: bool) -> None:
    sides = claim("+joining-free", paper), claim("-joining-free", place, when="2010-09-20")
    assert (sorts.parties(*sides) is not None) is apart
    found = ScopeScorer().score(*sides, TOPIC)
    assert found is not None and (found.kind == "stance") is not apart


@pytest.mark.parametrize(
    ("who", "kind", "held"),
    [
        ("A spokeswoman for the ferry office", "agency", True),
        ("a press officer of the service", "agency", True),
        ("an official", "agency", False),
        ("A spokesman for the sheriffs", "local", False),
    ],
)
def test_an_offices_own_voice_needs_no_name(who: str, kind: str, held: bool) -> None:
    told = claim("-joining-free/reported", "A voice of the office said no town may stay out.")
    assert caveats.relayed(replace(told, speaker=who, speaker_kind=kind)) is held


@pytest.mark.parametrize(
    ("quote", "who", "his"),
    [
        ('These advocacy folks claim that "the office told us that any town may leave."', "office", False),
        ('I am reading: "the office has told us that any town may leave."', "office", False),
        ('This is from the league\'s paper: "the office told us that any town may leave."', "office", False),
        ("Advocates say that any town may leave.", "Advocates", True),
        ("The office said that any town may leave.", "office", True),
        ("Roe said that a town may leave; the office director has told them the reverse.", "the office director", False),
        ("Roe said that a town may leave; the office director has told them the reverse.", "Roe", True),
        ("The office director said that a town may leave; Roe thinks otherwise.", "The office director", True),
    ],
)
def test_what_is_read_out_or_said_in_reverse_is_not_his(quote: str, who: str, his: bool) -> None:
    kind = "advocate" if who == "Advocates" else "agency"
    named = replace(
        claim("+joining-free/reported", quote), speaker=who if kind == "agency" else "Harbor League advocates", speaker_kind=kind
    )
    assert caveats.relayed(named) is his
